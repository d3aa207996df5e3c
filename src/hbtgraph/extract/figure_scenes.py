"""A sentence while its numbers are read: its numbers, periods and areas, and whose affairs it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, cached_property

from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_words import Wording
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.units import bare_name
from hbtgraph.extract.words import UPPER, TextFinder, column
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, alone, either, find_numbers
from hbtgraph.vietnamese.periods import PeriodMention, find_periods

FEW = 4
"""A clause of fewer words names no indicator by itself; the clause before it helps."""

JOINT = re.compile(r"(?:,|;|\svà|\scùng)\s")
"""What parts the members of a list."""

ONLY_PLACE = re.compile(rf"(?:[{UPPER}]\S*\s?)+")
"""A clause that says no more than a name."""

_PAUSE = 250
"""How much may stand between two sentences with figures of one period, in code points."""

_AHEAD = 5
_MANY = 3
"""So many units of one level are examples, not what is told of."""

_PERIOD_REACH = 90
_COMPARED = re.compile(r"so với(?:\s+\w+){0,3}\s$|(?<!\w)(?:sinh|phát|thực|xuất|thể|tái)\s$")
"""Before a period that something is compared with, or what only looks like one: "sinh năm 1979", "phát hiện tại"."""

_COUNTRY = TextFinder(re.compile(r"(?<!\w)(?<!của )(?:cả nước|toàn quốc)(?!\w)", re.I), ("cả nước", "toàn quốc"))
_PART = re.compile(r"(?:trong|riêng)\s(?:đó|số)", re.I)
"""What a sentence begins with that tells of a part: the period of the whole holds for it."""

_AT_PRESENT = re.compile(r"(?:hiện|năm nay)(?!\w)", re.I)
_OF_DAYS = re.compile(r"ngày|tháng \d|(?<!\d)\d{1,2}[/.-]\d")
_UP_TO = re.compile(r"(?:tính )?(?:đến|tới) |từ .+ (?:đến|tới) ", re.I)
_OF_A_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SENTENCE_ENDS = re.compile(r"[.!?…]['”\"]?\s")
_LASTING = re.compile(r"(?:km|m|mét|cm|mm|ha|héc ?ta|hecta|kg|mw)(?: ?[23²³])?(?!\w)", re.I)
"""The unit of a size, which is told of no year unless its own sentence says so."""

_NOW = re.compile(r"(?<!năm )nay$|^hiện(?!\w)|hiện tại$", re.I)
_NO_ONE_UNIT = re.compile(
    r"(?<!\w)(?:cấp|các|mỗi|hai|ba|\d+)\s(?:(?:tỉnh|thành phố|thành|quận|huyện|thị xã|phường|xã),\s){0,4}$", re.I
)
_REPORTED = re.compile(r"năm học|niên khóa|quý|(?:\d+|\w+) tháng (?:đầu|cuối|năm)", re.I)
_IN_NAME = re.compile(rf"(?:[–-]|(?<![\w.])[{UPPER}][^\W\d_]*[^\W\d_{UPPER}])\s$")
_NAME_GOES_ON = re.compile(rf"\s[–-]\s[{UPPER}]")
"""Of a longer name: "Nam Hội An", "đường dây Quảng Trạch - Dốc Sỏi"."""

_LISTED = re.compile(r",\s|\svà\s")
_HOME = TextFinder(re.compile(r"(?<!\w)(?:trú|ngụ|quê)(?:\s(?:tại|ở))?\s$"), ("trú", "ngụ", "quê"))
_DELEGATE = re.compile(r"(?<!\w)(?:ĐB|ĐBQH|[Đđ]ại biểu)(?:\s[^\s();,.]+){1,7}\s\($")
"""Before where a delegate was elected: "ĐB Trần Văn A (Hải Dương)"."""

_INITIALS = re.compile(r"(?:\w\.)+\w")
"""A photographer's, which look like a unit: "P.D"."""

_HAS = re.compile(r"\s(?:(?:hiện nay|hiện|đã|chỉ|đang|vẫn)\s)?(?:có|gồm|dư|thừa)\s(?:tới\s|đến\s)?$")
_RULES = re.compile(r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|CA)(?!\w)")
"""Bodies of a unit: what they have is told of the unit."""

_OF_OFFICES = ("quản lý ", "cơ quan ", "hành chính ")
_LIES_IN = re.compile(r"(?:,|\s\(|\s[-–]|\sthuộc|\scủa)?\s?")
_AT = re.compile(r"\s(?:tại|ở|trên địa bàn|trên)\s")

_SOURCE = re.compile(r"[Tt]heo\s[^,.;:\n]{2,80}+,\s")
_OTHER_TIME = re.compile(r"so với|cùng kỳ|nhưng|[;:]")
"""Between a number and a period: the period is what it is compared with, or another clause's."""


class Scene:
    """A sentence while its numbers are read, in order: what was measured and counted last, and what follows."""

    def __init__(self, context: Context, sentence: Span, last: Scene | None) -> None:
        self.context, self.sentence, self._last = context, sentence, last
        self.numbers = list(find_numbers(context.plain, sentence))
        self.place = 0
        self.indicator: str | None = None
        self.of_all: str | None = None
        self.counting: str | None = None
        self.counted: Span | None = None
        self.first: int | None = None
        self.asides: list[Span] = []
        self.wholes: list[tuple[str, Decimal, str]] = []
        self.end = sentence.start
        self.fee: tuple[str, str, str] | None = (
            last.fee if last and sentence.start - last.sentence.end < _PAUSE else None
        )

    @cached_property
    def wording(self) -> Wording:
        """Its words, for the model that chooses among them."""
        numbers = Span(self.numbers[0].whole.start, self.numbers[-1].whole.end)
        return Wording(self.context.plain, self.sentence, numbers, self.context.text)

    @cached_property
    def periods(self) -> list[PeriodMention]:
        """The sentence's periods, but those that something is compared with."""
        return list(_periods(self.context, self.sentence))

    @cached_property
    def private(self) -> Span:
        """The part that tells of a person's affairs."""
        return _of_a_person(self.context, self.sentence)

    @cached_property
    def _told(self) -> tuple[PeriodMention | None, str | None]:
        return _told_before(self.context, self.sentence, self._last)

    @cached_property
    def period(self) -> PeriodMention | None:
        """The period told of last, here or before."""
        return self._told[0]

    @cached_property
    def usual(self) -> str | None:
        """The unit told of before, else the article's place."""
        return self._told[1] or self.context.place

    @cached_property
    def area(self) -> str | None:
        """The unit of the figure read last."""
        return self.usual

    @property
    def following(self) -> list[NumberMention]:
        """The next few numbers behind the one that is being read."""
        return self.numbers[self.place : self.place + _AHEAD]


def _told_before(context: Context, sentence: Span, last: Scene | None) -> tuple[PeriodMention | None, str | None]:
    """The period and the unit that the lines before the sentence speak of, in the same paragraph.

    "Hiện nay" holds for its own sentence, "đến nay" for the account that it begins.
    """
    start = max(0, sentence.start - _PAUSE, context.text.rfind("\n", 0, sentence.start) + 1)
    goes_on = last is not None and last.sentence.end >= start
    period = last.period if last and goes_on else None
    between = Span(max(start, last.sentence.end) if last else start, sentence.start)
    period = next(reversed(list(_periods(context, between))), period)
    places = [m for m in inside(context.units, between) if not _tells_no_area(context, m)]
    usual = last.area if last and goes_on else None
    listed = sum(place.rank == places[-1].rank for place in places) >= _MANY
    area = _narrowest(context, places).span.of(context.text) if places and not listed else usual
    part = _PART.match(context.plain, sentence.start)
    if period and not (part or _goes_on(context, period, sentence)):
        period = None
    if period is None or (_AT_PRESENT.match(context.plain, period.span.start) and not part):
        period = context.once(_period_of_report)
    return period, area


def _goes_on(context: Context, period: PeriodMention, sentence: Span) -> bool:
    """Whether a sentence without a period goes on with the one told of before, and is no story of somebody.

    A year does, an open or a longer period in the next sentence, a day or a month never.
    """
    if inside(context.names, sentence):
        return False
    words = period.span.of(context.plain)
    if not _UP_TO.match(words):
        if _OF_DAYS.search(words):
            return False
        if _OF_A_YEAR.search(words):
            return True
    return sum(1 for _ in _SENTENCE_ENDS.finditer(context.plain, period.span.end, sentence.start)) <= 1


def _period_of_report(context: Context) -> PeriodMention | None:
    """The school year or part of a year that the title or the first sentence names: the article reports on it."""
    for span in (*context.article.parts("title"), *context.sentences[:2]):
        for period in _periods(context, span):
            if _REPORTED.match(context.plain, period.span.start, period.span.end):
                return period
    return None


def _periods(context: Context, sentence: Span) -> Iterator[PeriodMention]:
    """The sentence's periods, without those that something is compared with ("so với năm 2015")."""
    for period in find_periods(context.plain, sentence, context.date):
        if not behind(_COMPARED, context.plain, sentence.start, period.span.start):
            yield period


def _is_now(context: Context, period: PeriodMention) -> bool:
    """Whether this is no closed period: "hiện nay", "đến nay"."""
    return _NOW.search(context.plain, period.span.start, period.span.end) is not None


def period_of(scene: Scene, number: NumberMention) -> PeriodMention | None:
    """The period that stands last before the number, or else soon behind it; not what it is compared with."""
    before = [period for period in scene.periods if period.span.end <= number.span.start]
    told_behind = before and scene.first is not None and scene.first <= before[0].span.start
    if before and not told_behind:
        return before[-1]
    return _period_behind(scene, number) or (before[-1] if before else None)  # "30 tỉnh vào tháng 8, 15 tỉnh vào …"


def period_told(scene: Scene, unit: Span, period: PeriodMention | None) -> PeriodMention | None:
    """The period that a figure is of: the one told of last, but a size is of none that another sentence tells."""
    lasting = period and period.span.start < scene.sentence.start and _LASTING.fullmatch(unit.of(scene.context.plain))
    return None if lasting else period


def _period_behind(scene: Scene, number: NumberMention) -> PeriodMention | None:
    after = next((period for period in scene.periods if period.span.start >= number.span.end), None)
    if after is None or _is_now(scene.context, after):
        return None  # "hiện nay" begins another clause
    between = scene.context.plain[number.span.end : after.span.start]
    nearer = any(number.span.end < other.span.start < after.span.start for other in scene.following)
    return None if nearer or len(between) > _PERIOD_REACH or _OTHER_TIME.search(between) else after


def area_of(scene: Scene, number: NumberMention, unit: Span, evidence: Span) -> str | None:
    """The unit named last before the number or in what is counted, by name or level, else the one told of before."""
    context = scene.context
    parts = Span(scene.sentence.start, number.span.start), Span(unit.end, evidence.end)
    places = [m for part in parts for m in inside(context.units, part) if not _tells_no_area(context, m)]
    places = [mention for mention in places if not _in_brackets(scene, mention)] or places
    if any(_is_constituency(context, m) for m in inside(context.units, parts[0])):
        return None  # a delegate speaks of the country
    if (at := _AT.match(context.plain, evidence.end, scene.sentence.end)) and (
        there := [m for m in inside(context.units, Span(at.end(), scene.sentence.end)) if m.span.start == at.end()]
    ):
        return there[0].span.of(context.text)
    house = [m for m in inside(context.bodies, parts[0]) if _house().match(context.plain, m.span.start)]
    if (owner := _owning(scene, number)) is not None:
        return owner.span.of(context.text)
    if house and (not places or house[-1].span.end >= places[-1].span.end):
        return house[-1].span.of(context.text)
    levels = [
        match
        for part in parts
        for match in _generic_unit().finditer(context.plain, part.start, part.end)
        if not behind(_NO_ONE_UNIT, context.plain, part.start, match.start())
    ]
    country = [match for part in parts for match in _COUNTRY.finditer(context.plain, part.start, part.end)]
    if country and (not places or country[-1].start() > places[-1].span.start):
        return country[-1][0].lower()
    if levels and (not places or levels[-1].start() > places[-1].span.start):
        level = levels[-1][0].lower()
        full = context.complete(level, levels[-1].start())
        if full != level:
            name = full.removeprefix(level).strip()
            return context.place if (context.place or "").endswith(name) else full
    if not places:
        return None if _is_national(context.plain, parts[0]) else scene.usual
    named = _list_of(context, _narrowest(context, places)).of(context.text)
    return context.place if (context.place or "").endswith(f" {named}") else named


def _in_brackets(scene: Scene, mention: Mention) -> bool:
    """Whether a unit is named in brackets only, which say where something lies, or what it is not."""
    text, start = scene.context.plain, scene.sentence.start
    return text.rfind("(", start, mention.span.start) > text.rfind(")", start, mention.span.start)


def _is_constituency(context: Context, mention: Mention) -> bool:
    """Whether a unit in brackets only tells where a delegate was elected."""
    text, start = context.plain, mention.span.start
    return text[start - 1 : start] == "(" and behind(_DELEGATE, text, 0, start) is not None


def names_a_level(text: str) -> bool:
    """Whether a unit is meant by its level alone: "trên địa bàn quận"."""
    return _generic_unit().search(text) is not None


def _narrowest(context: Context, places: Sequence[Mention]) -> Mention:
    """The last unit, or the one that it only tells where to find: "xã A, huyện B", "phường C (quận D)"."""
    last = len(places) - 1
    while last > 0 and _LIES_IN.fullmatch(context.plain, places[last - 1].span.end, places[last].span.start):
        if places[last - 1].rank <= places[last].rank:
            break
        last -= 1
    return places[last]


def _is_national(text: str, before: Span) -> bool:
    """Whether the words before a number tell of the country or a region: "Nhà nước", but not "quản lý nhà nước"."""
    found = clause_finder("national").finditer(text, before.start, before.end)
    return any(not text.endswith(_OF_OFFICES, 0, match.start()) for match in found)


def _owning(scene: Scene, number: NumberMention) -> Mention | None:
    """The body that has what is counted, and no more stands between: "Sở Nội vụ hiện có 8 phó giám đốc"."""
    has = behind(_HAS, scene.context.plain, scene.sentence.start, number.whole.start)
    if has is None:
        return None
    bodies = inside(scene.context.bodies, Span(scene.sentence.start, has.start() + 1))
    last = bodies[-1] if bodies else None
    return last if last and last.span.end == has.start() and not _RULES.match(last.text) else None


def _list_of(context: Context, last: Mention) -> Span:
    """The unit with those of its level that stand before it in one list: "quận 6 và Tân Bình"."""
    start = last.span.start
    for one in reversed(inside(context.units, Span(max(0, start - _PAUSE), start))[-_AHEAD:]):
        if one.rank != last.rank or not _LISTED.fullmatch(context.plain, one.span.end, start):
            break
        start = one.span.start
    return Span(start, last.span.end)


def _tells_no_area(context: Context, unit: Mention) -> bool:
    """Whether a unit written without its level is only a part of a longer name, or where somebody lives."""
    text, start = context.plain, unit.span.start
    if behind(_HOME, text, 0, start) or _INITIALS.fullmatch(unit.text) or _is_constituency(context, unit):
        return True
    if text.endswith(_names_other(), 0, start):
        return True
    if bare_name(unit.text) != unit.text:
        return False
    before = behind(_IN_NAME, text, 0, start)
    return before is not None or _NAME_GOES_ON.match(context.plain, unit.span.end) is not None


def _of_a_person(context: Context, sentence: Span) -> Span:
    """The part of the sentence that speaks of a person before any body or unit; empty where none does.

    What somebody owns or finds is no report: figures in this part are left out.
    """
    text, start, end = context.plain, sentence.start, sentence.end
    if source := _SOURCE.match(text, start, end):
        start = source.end()  # "Theo ông A, …": who says it
    somebody = _somebody().search(text, start, end)
    if somebody is None:
        return Span(end, end)
    bodies, units = (
        (m.span.start for m in inside(known, Span(start, end))) for known in (context.bodies, context.units)
    )
    told = (match.start() for match in clause_finder("public").finditer(text, start, end))
    public = [next((at for at in ats if not _lives().search(text, start, at)), end) for ats in (bodies, units, told)]
    return Span(somebody.start(), min(public))


def words_of(part: str) -> str:
    """The words of one part of the table `figure-clause-words`, as a pattern."""
    return either(clause_rows(part))


@cache
def clause_words(part: str) -> re.Pattern[str]:
    """Any of the words of one part of the table `figure-clause-words`."""
    return re.compile(alone(clause_rows(part)))


@cache
def clause_finder(part: str) -> TextFinder:
    """The same for an article's whole text."""
    return TextFinder(clause_words(part), clause_rows(part))


def clause_rows(part: str) -> list[str]:
    """The words of one part of the table `figure-clause-words`."""
    return [row["word"] for row in table("figure-clause-words") if row["part"] == part]


@cache
def _lives() -> re.Pattern[str]:
    """Before a unit that tells where somebody lives."""
    return re.compile(rf"(?<!\w)(?:{words_of('lives')})\s(?:[^;:\s]+\s){{0,12}}$")


@cache
def _somebody() -> TextFinder:
    """A word for a person, no plural and no part of another word ("bà con", "anh nhân")."""
    word = clause_words("person").pattern
    pattern = rf"(?<!\d )(?<!các )(?<!những )(?<![Cc]húng ){word}\s(?!nhân|con)"
    return TextFinder(re.compile(pattern), clause_rows("person"))


@cache
def _names_other() -> tuple[str, ...]:
    """Before a name that is a unit's too: of a street, a newspaper, who took a photograph."""
    rows = table("figure-clause-words")
    return tuple(f" {row['word']}{end}" for row in rows if row["part"] == "bears-name" for end in (" ", ": "))


@cache
def _house() -> re.Pattern[str]:
    """What a body is called that is a place too: what is told of a school is told of no district."""
    return re.compile(rf"(?:{words_of('house')})\s", re.I)


@cache
def _generic_unit() -> TextFinder:
    """A unit by its level alone: "trên địa bàn quận"."""
    levels = column("unit-levels", "word")
    others = rf"(?!\s(?:[{UPPER}\d]|ủy|hội|viên)|, (?:huyện|thị xã|xã|phường))"
    return TextFinder(re.compile(alone(levels) + others), levels)
