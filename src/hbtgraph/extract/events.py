"""Occasions: ceremonies, conferences, sessions, meetings, festivals, contests, each at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, joined, listed_at, listed_before, wider
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.phrases import Begun, beginnings, behind, may_hold, phrase, plain, stops, stretches, trimmed
from hbtgraph.extract.plans import horizon_year, plain_year, planned_sentences, planner, will
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Event, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import DateMention, bounds, find_dates
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_FEWEST, _MOST = 2, 40
"""Words of an occasion's name: how many stand at least behind the head, and how many there are at most."""

_DAY_BEHIND, _DAY_AHEAD = 40, 60
"""How far behind its name, and behind the head of the sentence, an occasion's day may stand, in code points."""

_NEAR, _FAR = 80, 240
"""How far behind its name, and before it, an occasion's place may begin, in code points."""

_ALIKE = 0.75
"""The share of the shorter name's words that stand in the longer where the two name one occasion."""

_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(rf"\s+[{UPPER}]")
_NEXT_WORD = re.compile(r"\s\w+")
_SAME_DAY = re.compile(r"\s*(?:[•\-–]\s*)?Cùng ngày(?!\w)")
_YEAR_NAMED = re.compile(r"(?<!học )(?<!\d)(?<!\d[-–])(?<!\d[-–]\s)(?<!\d\s[-–]\s)(?P<year>20\d\d)(?!\d|\s?[-–]\s?\d)")
_YEARS_AFTER = re.compile(r"\s*\((?:19|20)\d\d\s?[-–]\s?(?P<year>20\d\d)\)")
_NOT_ITS_DAY = re.compile(r"kỷ niệm\s+(?:lần\s+thứ\s+)?\d|:", re.I)
"""Before a day that is remembered, or told of by who speaks."""

_COMMITTEE = re.compile(r"(?<!\w)ban tổ chức\s$", re.I)
"""Before an occasion whose committee is named: the day is of what its members say or do."""

_PART_OF_ONE = re.compile(r"(?:buổi\s)?lễ\s(?:khai mạc|bế mạc|phát động|khởi công|trao giải)", re.I)
"""A ceremony that needs to be told of what it is."""

_SPAN = re.compile(r"\s?[-–]\s?\d")
_DAY_OF = re.compile(r"\s(?:(?:sáng|trưa|chiều|tối|ngày)\s){1,2}\d[\d/.-]*\scủa\s", re.I)
_SESSION_OF = re.compile(
    r"(?:phiên khai mạc\s+)?(?:kỳ họp|phiên họp|cuộc họp|hội nghị|cuộc giao ban|buổi họp báo)"
    r"(?:\s+(?:lần\s+)?thứ\s+\S+?)?,?\s+(?:của\s+|giữa\s+)?",
    re.I,
)
"""A session is held by the body whose it is: "kỳ họp thứ 8 HĐND quận X"."""

_BY = re.compile(r"\s*(?:,\s*)?(?:do|được)\s+(?:các\s+)?")
_NO_NAME_BEFORE = re.compile(
    r"(?<!\w)(?:nghị quyết|văn kiện|tuần|các|những|nhiều|mọi|mỗi|một|một số|không có|quốc|nghi|phần)\s$", re.I
)


def events(context: Context) -> Iterator[Event]:
    """The occasions that the article names, each once, under the fullest of its names."""
    planned = context.once(planned_sentences)
    found: list[Event] = []
    before: list[Span] = []
    for sentence in stretches(context):
        named = may_hold(context, sentence, _begun())
        if named and (heads := list(_heads().finditer(context.plain, sentence.start, sentence.end))):
            found.extend(_in_sentence(context, sentence, heads, _days(context, sentence, before), planned))
        before.append(sentence)
    yield from _merged(found)


def _days(context: Context, sentence: Span, before: list[Span]) -> list[DateMention]:
    """The days of the sentence; "Cùng ngày" at its head is the first of the last sentence that has any."""
    days = list(_written(context, sentence))
    if _SAME_DAY.match(context.plain, sentence.start, sentence.end):
        earlier = next((told for other in reversed(before) for told in _written(context, other)), None)
        if earlier:
            days.insert(0, DateMention(Span(sentence.start, sentence.start), earlier.iso))
    return days


def _written(context: Context, sentence: Span) -> Iterator[DateMention]:
    dates = find_dates(context.plain, sentence, context.date, context.once(plain_year))
    return (mention for mention in dates if len(mention.iso) == 10)


def _in_sentence(
    context: Context,
    sentence: Span,
    heads: list[re.Match[str]],
    days: list[DateMention],
    planned: Mapping[Span, Span],
) -> Iterator[Event]:
    position = sentence.start
    for match in heads:
        if match.start() < position or not _opens_a_name(context, sentence, match):
            continue
        name = _named(context, sentence, match)
        position = name.end
        words = len(name.of(context.plain).split())
        if _PART_OF_ONE.fullmatch(context.plain, name.start, name.end):
            continue
        if words - len(match["head"].split()) >= _FEWEST and words <= _MOST:
            yield _described(context, sentence, name, _day_of(context, name, sentence, days), planned)


def _opens_a_name(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    text = context.plain
    if _not_names().match(text, match.end(), sentence.end):
        return False
    if behind(_NO_NAME_BEFORE, text, sentence.start, match.start()):
        return False
    if _when()[key(match["head"])] == "held":
        return behind(_holding(), text, sentence.start, match.start()) is not None
    if _openers().match(text, match.end(), sentence.end):
        return True
    if _when()[key(match["head"])] == "session":
        return doer_at(context, match.end() + 1, sentence.end) is not None
    return _CAPITAL.match(text, match.end(), sentence.end) is not None


def _named(context: Context, sentence: Span, match: re.Match[str]) -> Span:
    """The phrase that names the occasion; it ends at a comma before a capital letter too."""
    first = _NEXT_WORD.match(context.plain, match.end(), sentence.end)
    settled = first.end() if first else match.end()
    return Span(match.start(), phrase(context.plain, settled, sentence.end, _ends()).end)


def _described(context: Context, sentence: Span, name: Span, day: str | None, planned: Mapping[Span, Span]) -> Event:
    date = day or _year(context, name, planned.get(sentence))
    holder = _holder_behind_day(context, sentence, name)
    to_come = sentence in planned or will(context, sentence, name.start) or _after_publication(context, day)
    return Event(
        name=plain(f"{name.of(context.text)} của {holder.text}" if holder else name.of(context.text)),
        date=date,
        place=_place(context, sentence, name),
        organizer=holder.full if holder else _organizer(context, sentence, name, planned.get(sentence)),
        status="planned" if to_come else "held",
        evidence=name,
        rule="event-head",
    )


def _holder_behind_day(context: Context, sentence: Span, name: Span) -> Mention | None:
    """In "buổi họp báo chiều 27/6 của Sở Nội vụ", where the day parts the name, whose occasion it is."""
    of = _DAY_OF.match(context.plain, name.end, sentence.end)
    return doer_at(context, of.end(), sentence.end) if of else None


def _day_of(context: Context, name: Span, sentence: Span, days: list[DateMention]) -> str | None:
    """The day directly behind the name, or at the head of the sentence; another one belongs to something else.

    Nor does the day in "kỷ niệm 60 năm ... (14/6/1957 - 14/6/2017)", which is the one remembered.
    """
    for day in days:
        follows = 0 <= day.span.start - name.end <= _DAY_BEHIND
        other = follows and _NOT_ITS_DAY.search(context.plain, name.start, day.span.start)
        if follows and not other and not _SPAN.match(context.plain, day.span.end):
            return day.iso
    if behind(_COMMITTEE, context.plain, sentence.start, name.start):
        return None
    for day in days:
        if day.span.start - sentence.start <= _DAY_AHEAD and day.span.end <= name.start:
            return day.iso
    return None


def _year(context: Context, name: Span, horizon: Span | None) -> str | None:
    """The year that the name gives, or the brackets behind it, or the horizon of the plans that it is one of."""
    years = _YEARS_AFTER.match(context.plain, name.end) or _YEAR_NAMED.search(context.plain, name.start, name.end)
    if years:
        return years["year"]
    return horizon_year(context, horizon)


def _after_publication(context: Context, day: str | None) -> bool:
    return bool(day and context.date and bounds(day)[0] > context.date)


def _organizer(context: Context, sentence: Span, name: Span, horizon: Span | None) -> str | None:
    """Who holds it: after "do" and "được", whose session it is, before "tổ chức", or whose plans it is one of."""
    text = context.plain
    by = _BY.match(text, name.end, sentence.end)
    if by and (listed := listed_at(context, by.end(), sentence.end)):
        return joined(listed)
    own = _SESSION_OF.match(text, name.start, name.end)
    if own and (holder := doer_at(context, own.end(), name.end)):
        return holder.full
    verb = behind(_verb_before(), text, sentence.start, name.start)
    if verb is None:
        return None
    return joined(listed_before(context, sentence.start, verb.start())) or planner(context, horizon)


def _place(context: Context, sentence: Span, name: Span) -> str | None:
    """Where: the "tại ..." that begins like a place; of what is held, the one before its name counts first."""
    text = context.plain
    before = Span(max(sentence.start, name.start - _FAR), name.start)
    after = Span(name.end, min(sentence.end, name.end + _NEAR))
    held = behind(_verb_before(), text, sentence.start, name.start)
    match = None
    for part in (before, after) if held else (after, before):
        match = match or _place_pattern().search(text, part.start, part.end)
    if match is None or _heads().match(text, match.start("place"), sentence.end):
        return None
    stop = _place_end().search(text, match.start("place"), match.end())
    span = trimmed(text, Span(match.start("place"), stop.start() if stop else match.end()))
    return plain(span.of(context.text)) or None


def _merged(found: Iterable[Event]) -> Iterator[Event]:
    kept: list[Event] = []
    for event in found:
        same = next((place for place, other in enumerate(kept) if _same(event, other)), None)
        if same is None:
            kept.append(event)
        else:
            kept[same] = _joined(kept[same], event)
    yield from kept


def _same(one: Event, other: Event) -> bool:
    """Whether the words of the shorter name stand in the longer, and the days do not differ."""
    short, long = sorted((set(_WORD.findall(key(one.name))), set(_WORD.findall(key(other.name)))), key=len)
    if one.date and other.date and len(one.date) == len(other.date) == 10 and one.date != other.date:
        return False
    return len(short & long) >= _ALIKE * len(short)


def _joined(first: Event, second: Event) -> Event:
    fuller = max(first, second, key=_fullness)
    return structs.replace(
        fuller,
        date=max((first.date, second.date), key=lambda date: len(date or "")),
        place=first.place or second.place,
        organizer=wider(first.organizer, second.organizer),
        status=first.status,
    )


def _fullness(event: Event) -> tuple[int, int]:
    return sum(part is not None for part in (event.date, event.place, event.organizer)), len(event.name)


@cache
def _place_pattern() -> re.Pattern[str]:
    """ "tại" with what begins like a place: a capital letter, or a word such as "hội trường"."""
    words = either(row["word"] for row in table("event-places") if row["part"] == "begins")
    place = rf"(?:[{UPPER}]|(?:{words})\s)(?<!xã\s(?=hội))(?:[^,;.:()\n]|\.(?=\w)){{1,90}}"
    return re.compile(rf"(?<!\w)(?:tại|ở)\s+(?P<place>{place})")


@cache
def _place_end() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either(row['word'] for row in table('event-places') if row['part'] == 'ends')})\s")


@cache
def _when() -> dict[str, str]:
    return {key(row["head"]): row["when"] for row in table("event-heads")}


@cache
def _begun() -> Begun:
    return beginnings(row["head"] for row in table("event-heads"))


@cache
def _heads() -> re.Pattern[str]:
    heads = alone((row["head"] for row in table("event-heads")), before=r"\w-")
    return re.compile(rf"(?P<head>{heads})")


@cache
def _not_names() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(row['word'] for row in table('event-not-names'))})(?!\w)", re.I)


@cache
def _openers() -> re.Pattern[str]:
    """A word that opens a name, or a number or quotation mark."""
    words = either(row["word"] for row in table("event-openers"))
    return re.compile(rf"\s+(?:[\d“\"‘']|(?i:{words})(?!\w))")


@cache
def _holding() -> re.Pattern[str]:
    words = either(row["verb"] for row in table("event-verbs"))
    return re.compile(rf"(?<!\w)(?<!ban )(?:{words})\s+$", re.I)


@cache
def _verb_before() -> re.Pattern[str]:
    words = either(row["verb"] for row in table("event-verbs") if row["sense"] == "hold")
    return re.compile(rf"(?<!\w)(?<!ban )(?:{words})\s+(?:các\s+|thành công\s+)?[“\"]?$", re.I)


@cache
def _ends() -> re.Pattern[str]:
    day = r"\s+(?:ngày\s+|(?:sáng|trưa|chiều|tối)\s+(?:ngày\s+)?)\d"
    another = rf",\s+(?=(?:(?:gần|hơn|trên|khoảng)\s)?\d)|,\s+(?=[{UPPER}])(?!(?:BCH|Ban Chấp hành)\s)"
    return re.compile(rf"{stops('event-stops').pattern}|[()\[\]]|{day}|{another}")
