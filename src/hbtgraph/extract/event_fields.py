"""What is told of an occasion that is named: its day, its place, who holds it, whether it is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, doers, joined, listed_at, listed_before
from hbtgraph.extract.event_names import rest_behind_day
from hbtgraph.extract.event_openings import is_verb
from hbtgraph.extract.event_places import heads_clause, held_before, is_aside, occasion, place_of
from hbtgraph.extract.event_status import is_announced
from hbtgraph.extract.event_words import event_words
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import behind, plain, stretches
from hbtgraph.extract.plans import horizon_year, plain_year, planner, said_after, was_done, will
from hbtgraph.extract.words import UPPER, column
from hbtgraph.model import Event, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import DateMention, bounds, find_dates
from hbtgraph.vietnamese.numbers import either

_DAY_BEHIND, _DAY_BEHIND_HOLDER, _MONTH_BEHIND, _DAY_AHEAD = 40, 160, 24, 60
"""How far behind its name its day may stand, behind its name and holder, its month, and behind the sentence's head."""

_SAID_AT = re.compile(
    r"[”\"]|(?<!\w)(?:nói|phát biểu|cho biết|công bố|khẳng định|thông tin|chỉ đạo của|kết luận của|kết luận)(?!\w)"
    r"|(?<!\w)(?:Sáng|Trưa|Chiều|Tối|Ngày|Đầu|Cuối)\s"
)
"""Before an occasion at which something was said: what is said may be to come, the occasion is not."""

_PARTY_NEAR = 360
"""How far before its name the party that did it may be named, in code points."""

_FIRST_DAY = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})(?:[/.-](?P<month>\d{1,2}))?\s?(?:[-–]|đến|và)\s?(?:ngày\s)?$")
_SAME_DAY = re.compile(r"\s*(?:[•\-–]\s*)?Cùng ngày(?!\w)")
_YEAR_NAMED = re.compile(
    r"(?<!học )(?<!đến năm )(?<!đến )(?<!hết năm )(?<!\d)(?<!\d\d/)(?<!\d[-–])(?<!\d[-–]\s)(?<!\d\s[-–]\s)"
    r"(?P<year>20\d\d)(?![\d/]|\s?[-–]\s?\d)"
)
_YEARS_AFTER = re.compile(r"\s*\((?:19|20)\d\d\s?[-–]\s?(?P<year>20\d\d)\)")
_NOT_ITS_DAY = re.compile(
    r"kỷ niệm\s+(?:lần\s+thứ\s+)?\d|[:;]|,\s(?:ông|bà|đồng chí)\s|\s(?:đến|tới)\s(?:hết\s)?ngày\s$"
    r"|\sđã\s(?!(?:được\s)?(?:diễn ra|tổ chức|khai|bế mạc|kết thúc|chính thức|bắt đầu|long trọng|tiến hành))",
    re.I,
)
"""Before a day that is remembered, told of by who speaks, its last, or that of what became of who was there."""

_AFTER = re.compile(r"(?<!\w)sau\s$", re.I)
"""Before an occasion that another follows, whose is the day behind a comma: "sau kỳ họp thứ 3, ngày 27/6, ..."."""

_CLAUSE_HEAD = re.compile(r",\s+(?:(?:vào|sáng|trưa|chiều|tối|đêm|nay|hôm|ngày)[\s(,]+)*$", re.I)
_OPENS = re.compile(
    r"(?<=[\w”\"’'.)]\s)"
    r"(?:Vào|Sáng|Trưa|Chiều|Tối|Đêm|Ngày|Hôm|Ngay trong)[\s(,]+(?:(?:sáng|trưa|chiều|tối|nay|qua|hôm|ngày)[\s(,]+)*$"
)
"""Before a day with which a sentence opens that no full stop parts from a caption before it."""

_REMEMBERED = re.compile(r"kỷ niệm\s[^().;]*\([^()]*$", re.I)
"""Before the day an anniversary is of, in brackets."""

_SPAN = re.compile(r"\s?[-–]\s?\d")
_REVIEW = re.compile(r"(?<!\w)tổng kết(?!\w)", re.I)
_SYMBOL = re.compile(r"\d(?:\S*|\s?[-–]\S*)/\S*[A-ZĐ]\S*$")
"""Where a name ends in a document's: the day behind it is the document's."""

_DAY_OF = re.compile(r"\s(?:(?:vào|sáng|trưa|chiều|tối|ngày)\s){1,3}\d[\d/.-]*\scủa\s", re.I)
_BY = re.compile(r"\s*(?:,\s*)?(?:do|được)\s+(?:các\s+)?")
_BY_NUMBER = re.compile(r"(?:phiên [\w ]{4,40} )?kỳ họp (?:(?:lần )?thứ [^\s,]+$|bất thường)", re.I)
_BRACKET = re.compile(r"\s\((?=Quốc hội|HĐND|Hội đồng nhân dân)")
_COUNCIL = re.compile(r"Quốc hội|(?:HĐND|Hội đồng nhân dân)\s", re.I)
"""Bodies that sit in sessions; a council needs to be told of which unit it is."""

_ATTENDED = re.compile(r"(?<!\w)(?:tại|trong|sau|dự|tham dự|chủ trì|chủ tọa)\s$", re.I)
"""Before an occasion that somebody is at: no plan, whatever the stretch tells."""

_CHAIR_NEAR = 200
"""How far before the verb the post of whoever chairs an occasion may begin."""

_CHAIRS = re.compile(
    rf"(?:\s?[-–,]?\s(?:(?:ông|bà|đồng chí)\s)?[{UPPER}]\w+(?:\s[{UPPER}]\w+){{1,4}})?\s?[-–,]?"
    r"(?:\s(?:đã|sẽ|vẫn))?\schủ trì\s"
)
"""Between a post and what its holder chairs: "Chủ tịch UBND quận X - ông Lê Văn A - đã chủ trì | hội nghị"."""

_DONE = re.compile(r"(?<!\w)(?:(?:đã|vừa)\s(?:(?:đến|tới|đi|về|tiếp tục)\s){0,2}|họp\s)$")


def days_of(context: Context, sentence: Span) -> list[DateMention]:
    """The days and months of the sentence; "Cùng ngày" at its head is the first of the last sentence with a day."""
    days = list(_written(context, sentence))
    if _SAME_DAY.match(context.plain, sentence.start, sentence.end):
        before = (other for other in reversed(stretches(context)) if other.end <= sentence.start)
        told = (day for other in before for day in _written(context, other) if _is_day(day))
        if earlier := next(told, None):
            days.insert(0, DateMention(Span(sentence.start, sentence.start), earlier.iso))
    return days


def described(
    context: Context, sentence: Span, name: Span, days: Sequence[DateMention], planned: Mapping[Span, Span]
) -> Event:
    """The occasion of this name with all that the sentence tells of it."""
    attended = behind(_ATTENDED, context.plain, sentence.start, name.start)
    horizon = None if attended or was_done(context, sentence, name.start) else planned.get(sentence)
    if horizon == sentence and said_after(context, sentence, name.end):
        horizon = None
    date = _day(context, sentence, name, days) or _by_year(context, sentence, name, _year(context, name, horizon))
    holder, rest = _holder_behind_day(context, sentence, name), rest_behind_day(context, sentence, name)
    words = f"{name.of(context.text)} {rest.of(context.text)}" if rest else name.of(context.text)
    place = place_of(context, sentence, name)
    told = [said.end() for said in _SAID_AT.finditer(context.plain, sentence.start, name.start)] if attended else []
    said = Span(max(told, default=sentence.start), sentence.end)
    to_come = horizon is not None or will(context, said, name.start) or is_announced(context, sentence, name)
    return Event(
        name=plain(f"{words} của {holder.text}" if holder else words),
        date=date,
        place=plain(place.of(context.text)) if place else None,
        organizer=holder.full if holder else _organizer(context, sentence, name, horizon, place),
        status="planned" if (to_come and not _past(context, date)) or _after_publication(context, date) else "held",
        evidence=name,
        rule="event-head",
    )


def _written(context: Context, sentence: Span) -> Iterator[DateMention]:
    dates = find_dates(context.plain, sentence, context.date, context.once(plain_year))
    return (_first_of_span(context, sentence, mention) for mention in dates if len(mention.iso) >= 7)


def _first_of_span(context: Context, sentence: Span, mention: DateMention) -> DateMention:
    """The first day of several whose year is told once: "từ ngày 10 đến 13/6", "các ngày 16 và ngày 17-5"."""
    first = behind(_FIRST_DAY, context.plain, sentence.start, mention.span.start) if _is_day(mention) else None
    if first is None or int(first["month"] or mention.iso[5:7]) != int(mention.iso[5:7]):
        return mention
    if not 0 < int(first["day"]) < int(mention.iso[8:]):
        return mention
    return DateMention(Span(first.start(), mention.span.end), f"{mention.iso[:8]}{int(first['day']):02}")


def _is_day(mention: DateMention) -> bool:
    return len(mention.iso) == 10


def _day(context: Context, sentence: Span, name: Span, days: Sequence[DateMention]) -> str | None:
    """The day directly behind the name, or at the head of the sentence; another one belongs to something else.

    Nor does the day in "kỷ niệm 60 năm ... (14/6/1957 - 14/6/2017)", which is the one remembered, nor that of a part of
    it: "Tối 7/7 diễn ra lễ bế mạc | Ngày hội ...".
    """
    if behind(_part_of(), context.plain, sentence.start, name.start):
        return None
    aside = is_aside(context, sentence, name)
    if following := _day_behind(context, sentence, name, days, aside):
        return following
    if aside:
        return None
    before = [day for day in days if _is_day(day) and day.span.end <= name.start]
    if opening := _opening_day(context, sentence, before):
        return None if _only_tells().search(context.plain, opening.span.end, name.start) else opening.iso
    return _clause_day(context, sentence, name, before)


def _day_behind(context: Context, sentence: Span, name: Span, days: Sequence[DateMention], aside: bool) -> str | None:
    text = context.plain
    beside = aside or behind(_AFTER, text, sentence.start, name.start)
    if _SYMBOL.search(text, name.start, name.end):
        return None
    reach = _DAY_BEHIND_HOLDER if _BY.match(text, name.end, sentence.end) else _DAY_BEHIND
    for day in days:
        if not 0 <= day.span.start - name.end <= (reach if _is_day(day) else _MONTH_BEHIND):
            continue
        other = _NOT_ITS_DAY.search(text, name.start, day.span.start) or (
            beside and "," in text[name.end : day.span.start]
        )
        if not other and not _OPENS.search(text, name.end, day.span.start) and not _SPAN.match(text, day.span.end):
            return day.iso
    return None


def _opening_day(context: Context, sentence: Span, before: Sequence[DateMention]) -> DateMention | None:
    """The day at the head of the sentence, or of a sentence that no full stop parts from a caption before it."""
    text = context.plain
    inner = (day for day in reversed(before) if behind(_OPENS, text, sentence.start, day.span.start))
    near = (day for day in before if day.span.start - sentence.start <= _DAY_AHEAD)
    head = (day for day in near if not behind(_REMEMBERED, text, sentence.start, day.span.start))
    return next(inner, None) or next(head, None)


def _clause_day(context: Context, sentence: Span, name: Span, before: Sequence[DateMention]) -> str | None:
    """The day at the head of a later clause that ends in the name: "Theo kế hoạch, ngày 2/2, quận tổ chức ..."."""
    text = context.plain
    if not behind(held_before(), text, sentence.start, name.start):
        return None
    for day in reversed(before):
        if behind(_CLAUSE_HEAD, text, sentence.start, day.span.start):
            return None if _only_tells().search(text, day.span.end, name.start) else day.iso
    return None


def _by_year(context: Context, sentence: Span, name: Span, year: str | None) -> str | None:
    """The day that lacks its year, in the year that the name gives, else that year; what is reviewed is of another."""
    if year is None or context.date or _REVIEW.search(context.plain, name.start, name.end):
        return year
    return _day(context, sentence, name, list(find_dates(context.plain, sentence, None, int(year)))) or year


def _year(context: Context, name: Span, horizon: Span | None) -> str | None:
    """The year that the name gives, or the brackets behind it, or the horizon of the plans that it is one of."""
    text = context.plain
    if after := _YEARS_AFTER.match(text, name.end):
        return after["year"]
    named = _YEAR_NAMED.finditer(text, name.start, name.end)
    own = (year["year"] for year in named if not behind(_of_another(), text, name.start, year.start()))
    return next(own, None) or horizon_year(context, horizon)


def _after_publication(context: Context, date: str | None) -> bool:
    return bool(date and context.date and bounds(date)[0] > context.date)


def _past(context: Context, date: str | None) -> bool:
    return bool(date and context.year and int(date[:4]) < context.year)


def _holder_behind_day(context: Context, sentence: Span, name: Span) -> Mention | None:
    """In "buổi họp báo chiều 27/6 của Sở Nội vụ", where the day parts the name, whose occasion it is."""
    of = _DAY_OF.match(context.plain, name.end, sentence.end)
    if of is None or _SYMBOL.search(context.plain, name.start, name.end):
        return None
    return doer_at(context, of.end(), sentence.end)


def _organizer(context: Context, sentence: Span, name: Span, horizon: Span | None, place: Span | None) -> str | None:
    """Who holds it: after "do" and "được", before "tổ chức", whose session it is, or whose plans it is one of."""
    text = context.plain
    by = _BY.match(text, name.end, sentence.end)
    if by and (listed := listed_at(context, by.end(), sentence.end)):
        return joined(listed)
    verb = behind(held_before(), text, sentence.start, name.start)
    done = verb or behind(_DONE, text, sentence.start, name.start)
    start = place.end if place and place.end <= name.start else sentence.start
    end = done.start() if done else name.start
    acts = done or is_verb(occasion().match(text, name.start, name.end))
    listed = _without_wholes(context, listed_before(context, start, end)) if acts else []
    if listed and _is_whole_of_another(context, listed[0]):
        listed = []
    if listed and heads_clause(context, sentence, listed[0].span.start, _to_holder()):
        return joined(listed)
    led = _party().search(text, max(start, name.start - _PARTY_NEAR), name.start)
    if led:
        return plain(context.text[slice(*led.span("party"))])
    if owner := _owner(context, name) or _council(context, sentence, name):
        return owner
    if verb:
        return planner(context, horizon) if not listed else None
    return _of_chair(context, start, name.start)


def _of_chair(context: Context, start: int, end: int) -> str | None:
    """The body of whoever chairs it by the only post that is told: "Phó Chủ tịch UBND quận X Lê Văn A chủ trì ..."."""
    if not context.plain.endswith("chủ trì ", start, end):
        return None
    near = inside(context.posts, Span(max(start, end - _CHAIR_NEAR), end))
    if not near or len(near[-1].posts) > 1 or not _CHAIRS.fullmatch(context.plain, near[-1].span.end, end):
        return None
    bodies = inside(context.bodies, near[-1].span)
    return bodies[-1].full if bodies else None


def _owner(context: Context, name: Span) -> str | None:
    """Whose session it is: "kỳ họp thứ 8 HĐND quận X", "hội nghị liên tịch của X và Y"; of "giữa X và Y" the first."""
    if chaired := _chaired().match(context.plain, name.start):
        return joined(listed_at(context, chaired.end(), chaired.end() + _DAY_BEHIND_HOLDER)) or None
    for own in (
        _session_of().match(context.plain, name.start, name.end),
        _own().match(context.plain, name.start, name.end),
    ):
        if own and (owners := listed_at(context, own.end(), name.end)):
            return joined(owners) if own[0].rstrip().endswith("của") else owners[0].full
    return None


def _council(context: Context, sentence: Span, name: Span) -> str | None:
    """Whose session it is that is known by its number alone: "được HĐND quận X thông qua tại | kỳ họp thứ 4"."""
    if not _BY_NUMBER.match(context.plain, name.start, name.end):
        return None
    if behind_it := _BRACKET.match(context.plain, name.end, sentence.end):
        return mention.full if (mention := doer_at(context, behind_it.end(), sentence.end)) else None
    before = reversed(inside(context.bodies, Span(sentence.start, name.start)))
    return next((body.full for body in before if _COUNCIL.match(body.full)), None)


def _is_whole_of_another(context: Context, first: Mention) -> bool:
    """Whether a list begins with the unit of somebody's body before it: "Chủ tịch UBND quận X, | thành phố Y"."""
    before = doers(context, Span(max(0, first.span.start - _DAY_BEHIND_HOLDER), first.span.start))
    return bool(before) and first.rank > 0 and context.plain[before[-1].span.end : first.span.start] == ", "


def _without_wholes(context: Context, listed: list[Mention]) -> list[Mention]:
    """The list without units that the body before lies in: "UBND quận X, thành phố Y và Sở Z" are two."""
    kept: list[Mention] = []
    for one in listed:
        parts = inside(context.units, kept[-1].span) if kept else ()
        if not (parts and parts[-1].rank > one.rank > 0):
            kept.append(one)
    return kept


@cache
def _only_tells() -> re.Pattern[str]:
    """That somebody tells of it on that day, or the end of a clause: "Ngày 7/7, ông A cho biết lễ hội ..."."""
    words = either(row["word"] for row in table("speech-verbs") if row["kind"] == "say" and " " in row["word"])
    return re.compile(rf"[;:]|(?<!\w)(?:{words})(?!\w)(?!\s+(?:{event_words('at')})\s)")


@cache
def _part_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{event_words('part')})\s$", re.I)


@cache
def _of_another() -> re.Pattern[str]:
    """Before a year in a name that is a law's, a budget's or an index's: "thực hiện Luật X năm 2012"."""
    return re.compile(rf"(?<!\w)(?:{event_words('of-another')})(?!\w)(?:\s[^\s,.;:]{{1,20}}){{0,8}}\s(?:năm\s)?$", re.I)


@cache
def _party() -> re.Pattern[str]:
    """The party that did it: "đoàn công tác của Sở Y tế do ông A làm trưởng đoàn đã | làm việc với UBND quận X"."""
    sort = "công tác|kiểm tra|giám sát|khảo sát|thanh tra|đại biểu|liên ngành|thẩm định|lãnh đạo"
    led = r"(?:,?\sdo\s[^;:\n]{1,200}?(?i:trưởng đoàn|dẫn đầu),?)?"
    came = "đã|vừa|sẽ|đến|tới|về|vào|lên|xuống|ra|đi|tiến hành|tiếp tục|trực tiếp|có|tổ chức"
    other = f"{came}|tham|dự|thăm|kết|trong|gồm|thực"
    return re.compile(
        rf"(?<!\w)(?<!rưởng\s)(?P<party>(?i:đoàn)\s(?:{sort})(?:\s(?!(?:{other})\s)[^\s,;:.()]+){{1,14}}?)"
        rf"(?:\s\([^()\n]{{1,60}}\))?{led}(?:(?:\s(?:{came}))+(?:\s[{UPPER}]\w+){{0,2}})?\s$"
    )


@cache
def _chaired() -> re.Pattern[str]:
    """A regular meeting, and the head of the body whose it is: "cuộc họp giao ban với các sở, Chủ tịch UBND quận X"."""
    head = rf"(?:lãnh đạo|(?:{either(column('honorifics', 'word'))})?\s?Chủ tịch)"
    return re.compile(rf"(?i:(?:cuộc họp|buổi họp|hội nghị|cuộc|buổi)?\s?giao ban)[^.;:“”\n]{{0,90}}?,\s{head}\s")


@cache
def _session_of() -> re.Pattern[str]:
    """A session is held by the body whose it is: "kỳ họp thứ 8 HĐND quận X"."""
    part = r"(?:phiên (?:khai mạc|bế mạc|chất vấn(?: và trả lời chất vấn)?|thảo luận(?: tổ)?|giải trình)\s+)?"
    session = r"(?:(?:buổi |cuộc )?họp báo|kỳ họp|phiên họp|cuộc họp|(?:hội nghị |buổi |cuộc )?giao ban|hội nghị)"
    return re.compile(rf"{part}{session}{_kind()},?\s+(?:của\s+|giữa\s+)?", re.I)


@cache
def _own() -> re.Pattern[str]:
    """An occasion of the body whose it is, by its kind alone: "lễ trao quyết định của UBND" tells whose decision."""
    return re.compile(rf"{occasion().pattern}{_kind()}\s+của\s+", re.I)


def _kind() -> str:
    return rf"(?:\s+(?:{event_words('kind')}|(?:lần\s+)?thứ\s+[^\s,]+))*"


@cache
def _to_holder() -> re.Pattern[str]:
    """What stands before who holds an occasion: "Chủ nhiệm Ủy ban X đã có ..." is a person, and no body."""
    return re.compile(rf"(?:[^\w\s]\s*|\d\s+|(?<!\w)(?:{event_words('holder')})\s+)$", re.I)
