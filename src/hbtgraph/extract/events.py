"""Occasions: ceremonies, conferences, sessions, meetings, festivals, contests, each at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, wider
from hbtgraph.extract.event_fields import days_of, described
from hbtgraph.extract.event_names import PROPER, named
from hbtgraph.extract.event_openings import opens_a_name, when_of
from hbtgraph.extract.event_places import held_before, occasion
from hbtgraph.extract.event_words import event_words
from hbtgraph.extract.phrases import Begun, beginnings, behind, stretches_at
from hbtgraph.extract.plans import planned_sentences
from hbtgraph.extract.told_before import told_before
from hbtgraph.extract.words import TextFinder, column
from hbtgraph.model import Event, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key

_FEWEST, _FEWEST_OF_HOLDER = 2, 1
"""How many words of an occasion's name stand at least behind the head, and behind one whose holder follows."""

_MOST, _MOST_HELD = 40, 60
"""How many words a name has at most, and one directly behind a verb of holding."""

_ALIKE = 0.75
"""The share of the shorter name's words that stand in the longer where the two name one occasion."""

_ALIKE_ONCE, _NEAR_HEAD = 0.55, 32
"""The same share for two rites of a sort that an article seldom has two of, told at the head of the name."""

_ALIKE_PARTNER = 0.6
"""The same share of the words for who was met."""

_PARTNER = re.compile(r"\svới\s(.+?)(?=\s(?:về|để|nhằm|và|trước|sau)\s|,|$)")
_SESSION = re.compile(r"kỳ họp\s(?:lần\s)?thứ\s")
_OF_SERIES = re.compile(r"(?:lần thứ|thứ|lần)\s(\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|[ivx]+)(?!\w)")
_IN_FIGURES = {
    word: str(number)
    for words in ("nhất hai ba tư năm sáu bảy tám chín mười", "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
    for number, word in enumerate(words.split(), 1)
}
_YEAR = re.compile(r"(?<![\d/])20\d\d(?!\d)")
_WORD = re.compile(r"\w+")
_PART_OF_ONE = re.compile(
    r"(?:buổi\s)?lễ\s(?:khai mạc|bế mạc|phát động|khởi công|trao giải|cắt băng)"
    r"|(?:cuộc|buổi)\s\w+(?:\s\w+)?\s(?:lần\s)?thứ\s\w+",
    re.I,
)
"""A ceremony that needs to be told of what it is, or one of several meetings."""

_RITE = re.compile(r"(?i:buổi )?[lL]ễ(?: [a-zà-ỹ]+){1,2}")
"""A rite with no name of its own."""

_OF_ANY = re.compile(
    r"(?<!\w)(?:các|những|nhiều|công tác|tình trạng|việc)\s[^,.;:“”\"]{1,40}(?:,\s[^,.;:“”\"]{1,30}){0,2},\s$", re.I
)
_AND = re.compile(r"[“”\"]?(?:,|;|\svà|,\svà)\s[“\"]?")
_BY = re.compile(r",?\s+(?:được\s|do\s)")


def events(context: Context) -> Iterator[Event]:
    """The occasions that the article names, each once, under the fullest of its names."""
    planned = context.once(planned_sentences)
    found: list[Event] = []
    for sentence in stretches_at(context, _begun().starts(context.plain)):
        heads = list(_occasions().finditer(context.plain, sentence.start, sentence.end))
        if names := list(_names(context, sentence, heads)):
            days = days_of(context, sentence)
            told = [described(context, sentence, name, days, planned) for name in names]
            found.extend(_shared(context.plain, told))
    title = next(context.article.parts("title"), Span(0, 0))
    yield from (event for event in _merged(found, title) if not _is_bare(context.plain, event))


@cache
def _occasions() -> TextFinder:
    return TextFinder(occasion(), column("event-heads", "head"))


def _names(context: Context, sentence: Span, heads: list[re.Match[str]]) -> Iterator[Span]:
    position = sentence.start
    for match in heads:
        if match.start() < position or not opens_a_name(context, sentence, match):
            continue
        name = named(context, sentence, match)
        position = name.end
        if _is_of_any(context, sentence, name):
            continue
        words = len(name.of(context.plain).split())
        if _PART_OF_ONE.fullmatch(context.plain, name.start, name.end) or _is_bracket(context.plain, name):
            continue
        most = _MOST_HELD if behind(held_before(), context.plain, sentence.start, name.start) else _MOST
        if words - len(match[0].split()) >= _fewest(context, sentence, match, name) and words <= most:
            yield name


def _shared(text: str, told: list[Event]) -> list[Event]:
    """Occasions in a row have their last one's day and place: "Lễ hội X, Liên hoan Y sẽ diễn ra ngày 2/3 tại Z"."""
    for at in reversed(range(len(told) - 1)):
        one, other = told[at], told[at + 1]
        if _AND.fullmatch(text, one.evidence.end, other.evidence.start) and one.date in (None, other.date):
            place = one.place or other.place
            told[at] = structs.replace(one, date=other.date, place=place, status=other.status)
    return told


def _is_of_any(context: Context, sentence: Span, name: Span) -> bool:
    """Whether this is one sort of things in a list of any: "các chương trình ca nhạc, | lễ kỷ niệm ở khu vực này"."""
    place = context.plain.find(" ở ", name.start, name.end)
    named = PROPER.search(context.plain, name.start + 1, name.end if place < 0 else place)
    return named is None and behind(_OF_ANY, context.plain, sentence.start, name.start) is not None


def _fewest(context: Context, sentence: Span, head: re.Match[str], name: Span) -> int:
    """How many words a name needs behind its head: few where the sentence tells whose occasion it is."""
    if when_of(head[0]) == "sitting":
        return 0
    by = _BY.match(context.plain, name.end, sentence.end)
    return _FEWEST_OF_HOLDER if by and doer_at(context, by.end(), sentence.end) else _FEWEST


def _is_bracket(text: str, name: Span) -> bool:
    """Whether brackets hold the name and no more: "kỳ họp thứ 4 (kỳ họp bất thường)" is one session."""
    return text.startswith("(", name.start - 1) and text.startswith(")", name.end)


def _merged(found: Iterable[Event], title: Span) -> Iterator[Event]:
    kept: list[Event] = []
    for event in found:
        same = next((place for place in told_before(len(kept)) if _same(event, kept[place])), None)
        if same is None:
            kept.append(event)
        else:
            kept[same] = _joined(kept[same], event, title)
    yield from kept


def _same(one: Event, other: Event) -> bool:
    """Whether the words of the shorter name stand in the longer, and the days do not differ."""
    if _is_part(one, other) or _is_part(other, one) or _differ(one, other) or _are_of_a_series(one, other):
        return False
    if one.date and other.date and len(one.date) == len(other.date) == 10 and one.date != other.date:
        return False
    names = one.name, other.name
    return _are_one_session(one, other) or _are_alike(*names) or _are_alike(*map(_long_form, names))


def _are_alike(one: str, other: str) -> bool:
    names = key(one), key(other)
    short, long = sorted((set(_WORD.findall(name)) for name in names), key=len)
    rites = [rite[0] for name in names if (rite := _once().search(name, 0, _NEAR_HEAD))]
    alike = _ALIKE_ONCE if len(rites) == 2 and rites[0] == rites[1] else _ALIKE
    return len(short & long) >= alike * len(short)


def _long_form(name: str) -> str:
    """A name with what abbreviations in it stand for: "kỳ họp thứ 4 HĐND quận X"."""
    return " ".join(_long_forms().get(word, word) for word in _WORD.findall(name))


def _differ(one: Event, other: Event) -> bool:
    """Whether two meetings are with others: "làm việc với Sở X về chợ" and "làm việc với quận Y về chợ"."""
    partners = [_WORD.findall(key(found[1])) for event in (one, other) if (found := _PARTNER.search(event.name))]
    if len(partners) < 2:
        return False
    first, second = partners
    strange = first[0] not in second and second[0] not in first
    return strange or len({*first} & {*second}) < _ALIKE_PARTNER * min(len(first), len(second))


def _are_of_a_series(one: Event, other: Event) -> bool:
    """Whether the numbers or years of two names differ: "lễ hội X lần thứ 6" and "lễ hội X lần 5 năm 2015"."""
    return any(
        mine and others and not mine & others
        for mine, others in (
            (_numbers(one.name), _numbers(other.name)),
            ({*_YEAR.findall(one.name)}, {*_YEAR.findall(other.name)}),
        )
    )


def _are_one_session(one: Event, other: Event) -> bool:
    """Whether both are the session of this number of one body: "kỳ họp thứ tư HĐND quận X", "kỳ họp thứ tư về chợ"."""
    if not (_SESSION.match(key(one.name)) and _SESSION.match(key(other.name))):
        return False
    mine, others = (set(_WORD.findall(key(_long_form(event.organizer or "")))) for event in (one, other))
    return (mine <= others or others <= mine) and bool(_numbers(one.name) & _numbers(other.name))


def _numbers(name: str) -> set[str]:
    """The numbers of an occasion in its series, in figures where they are small: "lần thứ nhất", "lần thứ I"."""
    return {_IN_FIGURES.get(number, number) for number in _OF_SERIES.findall(key(name))}


def _is_part(one: Event, whole: Event) -> bool:
    """Whether one occasion is a part of the other by its name, or stands beside it.

    "lễ khai mạc Festival X", "vòng đấu loại Lễ hội X"; "buổi tiếp xúc cử tri sau kỳ họp thứ 3".
    """
    head = occasion().match(key(whole.name))
    if head is None:
        return False
    before = (
        r"(?<!^buổi)(?<!^cuộc)(?<=\w)"
        if when_of(head[0]) == "any"
        else r"\s(?:sau|trước|về|giới thiệu|bên lề|chuẩn bị|chuẩn bị cho)"
    )
    return re.search(rf"{before}\s{re.escape(head[0])}\s", key(one.name)) is not None


def _joined(first: Event, second: Event, title: Span) -> Event:
    """Both in one; whether it is to come the first tells, but a title that only names it leaves that to the text."""
    bare = first.evidence.end <= title.end
    fuller = max(first, second, key=_fullness)
    return structs.replace(
        fuller,
        date=max((first.date, second.date), key=lambda date: len(date or "")),
        place=first.place or second.place,
        organizer=_holders(first.organizer, second.organizer),
        status=second.status if bare and first.status == "held" else first.status,
    )


def _holders(one: str | None, other: str | None) -> str | None:
    """Of who holds it by two mentions the first, but a list of bodies before the bare unit of one of them."""
    of_unit = one and other and any(body.endswith(f" {one}") for body in other.split(", "))
    return other if of_unit else wider(one, other)


def _is_bare(text: str, event: Event) -> bool:
    """Whether this is a part of something, told by its sort alone: "làm lễ chào cờ", "sau lễ dâng hương".

    "Tại lễ ký kết, ông A ..." is what the article tells of.
    """
    told = event.date or event.place or event.organizer or event.status == "planned"
    there = text.startswith("ại ", event.evidence.start - 3)
    return not (told or there) and _RITE.fullmatch(event.name) is not None


def _fullness(event: Event) -> tuple[int, int]:
    return sum(part is not None for part in (event.date, event.place, event.organizer)), len(event.name)


@cache
def _once() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{event_words('once')})(?!\w)")


@cache
def _long_forms() -> dict[str, str]:
    return {row["short"]: row["long"] for row in table("name-abbreviations")}


@cache
def _begun() -> Begun:
    return beginnings(column("event-heads", "head"))
