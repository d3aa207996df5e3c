"""Occasions: ceremonies, conferences, sessions, meetings, festivals, contests, each at a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, wider
from hbtgraph.extract.event_doings import convenes, gathers, inspects, is_called, is_organized, meets, visits
from hbtgraph.extract.event_fields import days_of, described
from hbtgraph.extract.event_places import held_before, occasion
from hbtgraph.extract.phrases import Begun, beginnings, behind, phrase, quoted, stops, stretches_at, trimmed
from hbtgraph.extract.plans import planned_sentences
from hbtgraph.extract.words import UPPER, TextFinder, column
from hbtgraph.model import Event, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_FEWEST, _FEWEST_OF_HOLDER = 2, 1
"""How many words of an occasion's name stand at least behind the head, and behind one whose holder follows."""

_MOST, _MOST_HELD = 40, 60
"""How many words a name has at most, and one directly behind a verb of holding."""

_ALIKE = 0.75
"""The share of the shorter name's words that stand in the longer where the two name one occasion."""

_SUBJECT = 3
"""The fewest words behind a comma that can be who acts, and no further member of a list."""

_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(rf"\s+[{UPPER}]")
_NEXT_WORD = re.compile(r"\s\w+")
_PART_OF_ONE = re.compile(r"(?:buổi\s)?lễ\s(?:khai mạc|bế mạc|phát động|khởi công|trao giải)", re.I)
"""A ceremony that needs to be told of what it is."""

_DATED = re.compile(r"(?:\s[^\W\d]+){1,9}?(?<!đến năm)\s20\d\d(?:\s?[-–]\s?20\d\d)?(?!\d)")
"""What follows the head of a name that ends in its year: "kỳ thi | THPT quốc gia năm 2017"."""

_DATED_NAME = re.compile(rf"kỳ thi{_DATED.pattern}", re.I)
_OF_ANY = re.compile(
    r"(?<!\w)(?:các|những|nhiều|công tác|tình trạng|việc)\s[^,.;:“”\"]{1,40}(?:,\s[^,.;:“”\"]{1,30}){0,2},\s$", re.I
)
_SITS = re.compile(r"(?<!\w)họp\s$", re.I)
_RITE = re.compile(r"(?:buổi |đại )?lễ", re.I)
_SMALL_WORDS = re.compile(r"(?:\s(?!khai|được|do|của|cho)[a-zà-ỹ]+){2}")
_CARRIED_OUT = re.compile(r"(?<!\w)(?<!ban )(?:tổ chức|thực hiện|tiến hành)\s$", re.I)
_NUMBERED = re.compile(r"(?<!\w)thứ\s+\S+$", re.I)
_BETWEEN = re.compile(r"\sgiữa\s", re.I)
_NUMBER_ALONE = re.compile(r"(?i:(?:kỳ|phiên) họp\s+(?:lần\s+)?thứ)\s+[^\s,]+(?=,\s(?!khóa|nhiệm kỳ)[a-zà-ỹ])")
"""A session known by its number is no list: what follows behind a comma is another clause."""

_PLENUM = re.compile(
    r"hội nghị\s+(?:(?:BCH|ban chấp hành)\s+)?(?:trung ương|T\.?[ƯW])(?:\s+Đảng)?"
    r"\s+(?:lần thứ\s+\w+|\d{1,2}|[IVX]+)(?!\w)"
    r"(?:,?\s+\(?khóa\s+[IVXL\d]+(?!\w)\)?)?(?!,?\s+(?:khóa|của|về|Ban|BCH)\s)",
    re.I,
)
"""A plenum of the Party, known by its number: "hội nghị Trung ương 5 | đánh giá thẳng những hạn chế"."""

_BY = re.compile(r",?\s+(?:được\s|do\s)")
_BEGINS = re.compile(r"\s(?:khai mạc|bế mạc)(?!\w)")
_COMMA = re.compile(r",\s+")
_LOOSE = re.compile(r"\s+(?:của|với)", re.I)
_TOLD_BEFORE = re.compile(
    r"\s+về\s+(?:vấn đề|việc|vụ việc|vụ|sự việc|sự kiện|nội dung|chuyện)\s+(?:này|trên|đó|nói trên|ấy)(?!\w)"
    r"|(?:\s+(?:này|đó|trên|ấy|nữa|tới|để|của|về|cho|trong|với|theo|có|tổ chức|nói|tiếp tục))+$",
    re.I,
)
"""Where a name says no more than that the matter was told of before."""

_THEME = re.compile(r"\s+với chủ đề\s+(?=[“\"‘'])")
_PROPER = re.compile(rf"[{UPPER}\d]")
"""An occasion without a name of its own is known by its theme."""

_NEAR_PROPER = re.compile(rf"(?:\s+\w+){{1,5}}?\s+(?:[{UPPER}]|20\d\d)")
"""A name of its own a few words behind the head."""

_FRONTED = re.compile(r"(?<!\w)(?:tại|trong|sau|ở|qua|từ|trước|diễn ra|(?:sau|trước) khi dự)\s$", re.I)
_PREDICATE = re.compile(r"\s+(?:đã|sẽ|đều|cũng|cho biết|cho rằng|yêu cầu|khẳng định|đang|vẫn|là)\s")
_REPORTER = re.compile(r"(?<!\w)(?:PV|phóng viên|chúng tôi)(?!\w)[^.;:]{0,40}$", re.I)
"""Before what reporters do: no occasion of the article's."""

_HABIT = re.compile(
    r"(?<!\w)(?:chưa|thường xuyên|định kỳ|(?:hằng|hàng) (?:tuần|tháng|quý|năm))(?:,?\s\w+){0,7}\s(?:tổ chức|mở)\s$",
    re.I,
)
"""Before what is held again and again, or was not yet: no single occasion."""

_AT_IT = re.compile(r"(?<!\w)dự\s(?:buổi\s)?$", re.I)
_HAVING = re.compile(r"\s+(?:còn\s+)?có\s")


_DOINGS = {
    "held": (is_called,),
    "told": (is_called, meets),
    "met": (is_called, gathers),
    "convened": (is_called, convenes),
    "visited": (visits,),
    "inspected": (inspects,),
    "organized": (is_organized,),
}
"""By the table's word for when a verb is an occasion, the rules that say so."""


def events(context: Context) -> Iterator[Event]:
    """The occasions that the article names, each once, under the fullest of its names."""
    planned = context.once(planned_sentences)
    found: list[Event] = []
    for sentence in stretches_at(context, _begun().starts(context.plain)):
        heads = list(_occasions().finditer(context.plain, sentence.start, sentence.end))
        if names := list(_names(context, sentence, heads)):
            days = days_of(context, sentence)
            found.extend(described(context, sentence, name, days, planned) for name in names)
    yield from _merged(found)


@cache
def _occasions() -> TextFinder:
    return TextFinder(occasion(), column("event-heads", "head"))


def _names(context: Context, sentence: Span, heads: list[re.Match[str]]) -> Iterator[Span]:
    position = sentence.start
    for match in heads:
        if match.start() < position or not _opens_a_name(context, sentence, match):
            continue
        name = _named(context, sentence, match)
        position = name.end
        if _is_of_any(context, sentence, name):
            continue
        words = len(name.of(context.plain).split())
        if _PART_OF_ONE.fullmatch(context.plain, name.start, name.end) or _is_bracket(context.plain, name):
            continue
        most = _MOST_HELD if behind(held_before(), context.plain, sentence.start, name.start) else _MOST
        if words - len(match[0].split()) >= _fewest(context, sentence, match, name) and words <= most:
            yield name


def _is_of_any(context: Context, sentence: Span, name: Span) -> bool:
    """Whether this is one sort of things in a list of any: "các chương trình ca nhạc, | lễ kỷ niệm ở khu vực này"."""
    place = context.plain.find(" ở ", name.start, name.end)
    named = _PROPER.search(context.plain, name.start + 1, name.end if place < 0 else place)
    return named is None and behind(_OF_ANY, context.plain, sentence.start, name.start) is not None


def _fewest(context: Context, sentence: Span, head: re.Match[str], name: Span) -> int:
    """How many words a name needs behind its head: few where the sentence tells whose occasion it is."""
    if _when()[key(head[0])] == "sitting":
        return 0
    by = _BY.match(context.plain, name.end, sentence.end)
    return _FEWEST_OF_HOLDER if by and doer_at(context, by.end(), sentence.end) else _FEWEST


def _is_bracket(text: str, name: Span) -> bool:
    """Whether brackets hold the name and no more: "kỳ họp thứ 4 (kỳ họp bất thường)" is one session."""
    return text.startswith("(", name.start - 1) and text.startswith(")", name.end)


def _opens_a_name(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    text = context.plain
    when = _when()[key(match[0])]
    if when == "sitting":
        return any(behind(before, text, sentence.start, match.start()) for before in (held_before(), _SITS))
    if any(bar().match(text, match.end(), sentence.end) for bar in (_not_names, _next_sentence, _person)):
        return False
    if behind(_no_name_before(), text, sentence.start, match.start()) or _in_a_place(context, match.start()):
        return False
    if any(behind(bar, text, sentence.start, match.start()) for bar in (_REPORTER, _HABIT)):
        return False
    if when in ("held", "named", "met") and behind(_holding(), text, sentence.start, match.start()):
        return True
    if when == "staged":
        return behind(_CARRIED_OUT, text, sentence.start, match.start()) is not None
    if when == "dated":
        return _DATED.match(text, match.end(), sentence.end) is not None
    if when in _DOINGS:
        return any(rule(context, sentence, match) for rule in _DOINGS[when])
    if when == "session" and _BEGINS.match(text, match.end(), sentence.end):
        return False
    if opener := _openers().match(text, match.end(), sentence.end):
        return when != "any" or not _LOOSE.fullmatch(opener[0]) or _is_named(context, opener.end(), sentence.end)
    if when == "any" and _RITE.fullmatch(match[0]) and _is_attended(context, sentence, match):
        return True
    if when == "object":
        return _NEXT_WORD.match(text, match.end(), sentence.end) is not None
    if when == "any":
        return bool(_CAPITAL.match(text, match.end(), sentence.end)) or _is_proper(context, sentence, match)
    return doer_at(context, match.end() + 1, sentence.end) is not None


def _is_attended(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """Whether somebody holds or is at it, and words follow that tell what it is: "tổ chức lễ mở cửa rừng"."""
    text, start = context.plain, sentence.start
    there = any(behind(before, text, start, match.start()) for before in (_CARRIED_OUT, _FRONTED, _AT_IT))
    return there and _SMALL_WORDS.match(text, match.end(), sentence.end) is not None


def _is_proper(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """Whether it has a name of its own further on, where somebody is at it: "tham dự Lễ hội hoa hồng Bulgaria"."""
    text = context.plain
    there = behind(_holding(), text, sentence.start, match.start()) or behind(
        _FRONTED, text, sentence.start, match.start()
    )
    near = _NEAR_PROPER.match(text, match.end(), sentence.end) if there else None
    return near is not None and near.end() <= _named(context, sentence, match).end


def _in_a_place(context: Context, position: int) -> bool:
    """Whether this is inside the name of a unit: "thôn Lễ Pháp"."""
    at = bisect_left(context.units, position, key=lambda unit: unit.span.start) - 1
    return at >= 0 and position < context.units[at].span.end


def _is_named(context: Context, position: int, limit: int) -> bool:
    """Whether a name stands behind this place: "lễ hội của cộng đồng" is any, "lễ hội của UBND quận X" is one."""
    return bool(_CAPITAL.match(context.plain, position, limit)) or doer_at(context, position + 1, limit) is not None


def _named(context: Context, sentence: Span, match: re.Match[str]) -> Span:
    """The phrase that names the occasion; it ends at a comma before a capital letter too."""
    text = context.plain
    first = _NEXT_WORD.match(text, match.end(), sentence.end)
    settled = first.end() if first else match.end()
    end = _whole(context, sentence, phrase(text, settled, sentence.end, _ends()).end)
    if _NUMBERED.search(text, match.end(), end) or _BETWEEN.search(text, match.start(), end):
        end = _with_bodies(context, sentence, end)
    theme = _THEME.match(text, end, sentence.end)
    if theme and not _PROPER.search(text, match.end(), end) and (title := quoted(text, theme.end(), sentence.end)):
        end = title.end
    return _without_predicate(context, sentence, Span(match.start(), end))


def _whole(context: Context, sentence: Span, end: int) -> int:
    """The end of a name that stops inside the name of a body: "phiên chất vấn Bộ trưởng Bộ Văn hóa, Thể thao"."""
    at = bisect_left(context.bodies, end, key=lambda body: body.span.start) - 1
    if at < 0 or end >= context.bodies[at].span.end:
        return end
    return phrase(context.plain, context.bodies[at].span.end, sentence.end, _ends()).end


def _with_bodies(context: Context, sentence: Span, end: int) -> int:
    """The end of a name that goes on behind a comma: "kỳ họp thứ 4, HĐND quận X", "cuộc họp giữa X, Y và Z"."""
    text = context.plain
    while (comma := _COMMA.match(text, end, sentence.end)) and (body := doer_at(context, comma.end(), sentence.end)):
        end = phrase(text, body.span.end, sentence.end, _ends()).end
    return end


def _without_predicate(context: Context, sentence: Span, name: Span) -> Span:
    """The name without what the clause goes on to say: "tại hội nghị tổng kết, lãnh đạo quận | đã ..."."""
    text, end = context.plain, name.end
    if dated := _DATED_NAME.match(text, name.start, end):
        end = dated.end()
    if told := _TOLD_BEFORE.search(text, name.start, end):
        end = told.start()
    if behind(_AT_IT, text, sentence.start, name.start) and (having := _HAVING.search(text, name.start, end)):
        end = having.start()
    if alone := _NUMBER_ALONE.match(text, name.start, end) or _PLENUM.match(text, name.start, end):
        end = alone.end()
    comma = text.rfind(", ", name.start, end)
    if comma > 0 and not _NUMBERED.search(text, name.start, comma) and _PREDICATE.match(text, end, sentence.end):
        subject = len(text[comma + 1 : end].split()) >= _SUBJECT
        if subject and behind(_FRONTED, text, sentence.start, name.start):
            end = comma
    return trimmed(text, Span(name.start, end))


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
    if _is_part(one, other) or _is_part(other, one):
        return False
    if one.date and other.date and len(one.date) == len(other.date) == 10 and one.date != other.date:
        return False
    return len(short & long) >= _ALIKE * len(short)


def _is_part(one: Event, whole: Event) -> bool:
    """Whether one occasion is a part of the other by its name, or stands beside it.

    "lễ khai mạc Festival X", "vòng đấu loại Lễ hội X"; "buổi tiếp xúc cử tri sau kỳ họp thứ 3".
    """
    head = occasion().match(key(whole.name))
    if head is None:
        return False
    before = r"(?<!^buổi)(?<=\w)" if _when()[head[0]] == "any" else r"\s(?:sau|trước|chuẩn bị|chuẩn bị cho)"
    return re.search(rf"{before}\s{re.escape(head[0])}\s", key(one.name)) is not None


def _joined(first: Event, second: Event) -> Event:
    fuller = max(first, second, key=_fullness)
    return structs.replace(
        fuller,
        date=max((first.date, second.date), key=lambda date: len(date or "")),
        place=first.place or second.place,
        organizer=_holders(first.organizer, second.organizer),
        status=first.status,
    )


def _holders(one: str | None, other: str | None) -> str | None:
    """Of who holds it by two mentions the first, but a list of bodies before the bare unit of one of them."""
    of_unit = one and other and any(body.endswith(f" {one}") for body in other.split(", "))
    return other if of_unit else wider(one, other)


def _fullness(event: Event) -> tuple[int, int]:
    return sum(part is not None for part in (event.date, event.place, event.organizer)), len(event.name)


@cache
def _when() -> dict[str, str]:
    return {key(row["head"]): row["when"] for row in table("event-heads")}


@cache
def _begun() -> Begun:
    return beginnings(column("event-heads", "head"))


@cache
def _not_names() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(column('event-not-names', 'word'))})(?!\w)", re.I)


@cache
def _openers() -> re.Pattern[str]:
    """A word that opens a name, or a number or quotation mark."""
    return re.compile(rf"\s+(?:[\d“\"‘']|(?i:{either(column('event-openers', 'word'))})(?!\w))")


@cache
def _holding() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!ban )(?:{either(column('event-verbs', 'verb'))})\s+$", re.I)


@cache
def _person() -> re.Pattern[str]:
    """Somebody with whom the next sentence opens: "phát biểu tại hội nghị Ông Lê Văn Tám cho biết"."""
    titles = either(word[0].upper() + word[1:] for word in column("honorifics", "word"))
    return re.compile(rf"\s+(?:{titles})\s+[{UPPER}]")


@cache
def _no_name_before() -> re.Pattern[str]:
    """A number or a word before a head that names nothing: "11 cuộc kiểm tra", "các hội nghị", "hành lễ"."""
    words = _words("no-name")
    return re.compile(rf"(?:(?<![\w/.,-])(?<!giải\s)\d{{1,3}}|(?<!\w)(?:{words}|(?<!tiến\s)hành))\s$", re.I)


def _words(part: str) -> str:
    return either(row["word"] for row in table("event-words") if row["part"] == part)


@cache
def _next_sentence() -> re.Pattern[str]:
    """A word with a capital letter that opens a sentence, where no full stop parts it from a caption before it."""
    words = either(row["word"] for row in table("event-stops") if row["place"] == "opens")
    return re.compile(rf"\s+(?:{words})\s+(?=[a-zà-ỹ\d])")


@cache
def _ends() -> re.Pattern[str]:
    """Where names end; a list of units goes on ("24 quận, huyện"), a unit that is named is another clause."""
    day = r"\s+(?:(?:vào|hôm|[nN]gày)\s+|(?:sáng|trưa|chiều|tối|đêm)\s+(?:ngày\s+|hôm\s+)?)\d"
    lasting = r"\s+trong\s+(?=\d+\s+ngày\s)"
    another = rf",\s+(?=(?:(?:gần|hơn|trên|khoảng)\s)?\d)|,\s+(?=[{UPPER}])(?!(?:BCH|Ban Chấp hành)\s)"
    unit = rf",\s+(?:{either(column('unit-levels', 'word'))})\s+(?=[{UPPER}\d])"
    someone = rf",\s+(?i:{either(column('honorifics', 'word'))})\s+(?=[{UPPER}])"
    beginner = rf"\s+(?:Ông|Bà|Đồng chí)\s+(?!Chúa\s)(?=[{UPPER}]\w+\s[{UPPER}])"
    guests = _words("guest")
    having = rf"\s+(?:còn\s+)?có\s+(?=[{UPPER}\d]|(?:{guests})\s)"
    more = rf"{either(column('event-openers', 'word'))}|phương hướng|nhiệm vụ|kế hoạch|định hướng|dự toán"
    year = rf"(?<=\s20\d\d)\s+(?=[{UPPER}]|về\s+việc\s|và\s+(?!{more}))"
    other = rf"\s+và\s+(?={_noun()}\s+[{UPPER}])|\s+(?:đến|bằng)\s+(?={_noun()}(?!\w))"
    marks = rf"[()\[\]”\ufeff\u200b]|\./|(?<=\d)\.(?=[{UPPER}])"
    own = (marks, day, lasting, another, unit, someone, beginner, having, year, other)
    return re.compile("|".join((stops("event-stops").pattern, _next_sentence().pattern, *own)))


def _noun() -> str:
    """A head that begins another name: nouns alone, since verbs are parts of one name."""
    verbs = ("held", "told", "met", "convened", "visited")
    return rf"(?i:{either(row['head'] for row in table('event-heads') if row['when'] not in verbs)})"
