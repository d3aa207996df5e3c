"""Figures: quantities that report on an area or on a body's work, each with what is measured.

A comparison ("tăng 1,4% so với cùng kỳ") is a record of its own, of the indicator that was measured last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct, structs

from hbtgraph.extract.awards import awards
from hbtgraph.extract.context import Context
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, phrase, plain, stops, stretches, trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Figure, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import PeriodMention, find_periods
from hbtgraph.vietnamese.numbers import NumberMention, either, find_numbers
from hbtgraph.vietnamese.text import key

_LONGEST = 22
"""The most words of an indicator; of a longer clause before the number the last ones are taken."""

_FEW = 4
"""A clause of fewer words names no indicator by itself; the clause before it helps."""

_TELLING, _ENOUGH = 100, 6
"""From which value on a repeated figure is the same figure; how many words of an indicator say enough."""

_AHEAD = 5
_AT_HEAD = 12
_WORD = re.compile(r"\S+")
_FIRST_WORDS = re.compile(r"\w+(?:\s\w+){1,3}")
_ONLY_PLACE = re.compile(rf"(?:[{UPPER}]\S*\s?)+")
_TURNED = re.compile(r"(?P<direction>(?:cao|thấp|nhiều|ít)\s+hơn)\s+(?P<against>[^,;.\d]{3,50}?)\s+$")
_PERSON = re.compile(r"(?<!\w)(?<!các )(?<!những )(?:ông|bà|anh|chị|em|cháu|tôi)\s(?!nhân|con)", re.I)
_PUBLIC = re.compile(
    r"(?<!\w)(?:quận|huyện|xã|phường|tỉnh|thành phố|toàn|dự án|công trình|cơ quan|nhà trường|trường|cho biết)(?!\w)",
    re.I,
)
_BOUNDARY = re.compile(r"[,;:(?!]\s|“(?![^”]{0,200}”)|\s(?:nhưng|trong khi|trong đó|đồng thời|còn|song)\s")
_JOINT = re.compile(r"(?:,|;|\svà|\scùng)\s")
_CONNECTIVE = re.compile(
    r"(?:(?:nhờ đó|theo đó|theo kế hoạch|cụ thể|ngoài ra|bên cạnh đó|đến nay|hiện nay|hiện|trong đó|trong số này|riêng|"
    r"tính|tính đến|trong|với|của|có|được|do|khoảng|và|thì|cũng|đã|qua đó|tại|ở|toàn|trong năm|năm nay|năm qua)"
    r"(?!\w)[,\s]*)+",
    re.I,
)
_REACH = 150
"""How long a description or a comparison may be, in code points."""

_SHARE_OF = re.compile(r"\s[^\W\d]")
_TIME = r"(?:cùng kỳ|cùng thời điểm|năm học|năm|quý|tháng|đầu năm)"
_WHICH = r"(?:trước đó|trước|ngoái|năm|tháng|(?:\d+[-/])?(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)(?!\w)"
_AGAINST = re.compile(rf"\s+(?P<whole>so với\s+(?P<time>{_TIME}(?:\s+{_WHICH})*)?)")


class _Said(Struct, frozen=True):
    """What the text says before a number: the words that name the indicator, and the verb behind them."""

    indicator: str
    start: int
    direction: str | None = None
    against: str | None = None
    """In "cao hơn năm học trước 7 giải": "năm học trước"."""


def figures(context: Context) -> Iterator[Figure]:
    """The quantities of the article, in its order, each once; counts of awards are the awards' own."""
    honoured = [award.evidence for award in awards(context) if award.count is not None]
    found: dict[tuple[object, ...], Figure] = {}
    for sentence in stretches(context):
        for figure in _in_sentence(context, sentence, honoured):
            mark = _mark(figure)
            found[mark] = _fuller(found[mark], figure) if mark in found else figure
    yield from found.values()


def _in_sentence(context: Context, sentence: Span, honoured: list[Span]) -> Iterator[Figure]:
    numbers = list(find_numbers(context.plain, sentence))
    if not numbers:
        return
    scene = _Scene(context, sentence, numbers)
    for number in numbers:
        scene.place += 1
        if not any(span.start <= number.span.start < span.end for span in honoured):
            yield from _figure(scene, number)


def _mark(figure: Figure) -> tuple[object, ...]:
    """What tells figures apart: a large or broken value with its unit is the same wherever it is repeated."""
    telling = figure.value >= _TELLING or not isinstance(figure.value, int)
    return figure.value, key(figure.unit), figure.comparison, None if telling else key(figure.indicator)


def _fuller(one: Figure, other: Figure) -> Figure:
    """Of two that say the same, the one whose indicator says more, with what only the other tells."""
    first, second = (other, one) if _said_well(other.indicator) > _said_well(one.indicator) else (one, other)
    return structs.replace(first, period=first.period or second.period)


def _said_well(indicator: str) -> int:
    return min(len(indicator.split()), _ENOUGH)


class _Scene:
    """A sentence while its numbers are read, in order: what was measured and counted last, and what follows."""

    def __init__(self, context: Context, sentence: Span, numbers: list[NumberMention]) -> None:
        self.context, self.sentence, self.numbers = context, sentence, numbers
        self.periods = list(find_periods(context.plain, sentence, context.date))
        self.private = _of_a_person(context, sentence)
        self.place = 0
        self.indicator: str | None = None
        self.counting: str | None = None
        self.counted: Span | None = None
        self.end = sentence.start

    @property
    def following(self) -> list[NumberMention]:
        """The next few numbers behind the one that is being read."""
        return self.numbers[self.place : self.place + _AHEAD]


def _figure(scene: _Scene, number: NumberMention) -> Iterator[Figure]:
    context, sentence = scene.context, scene.sentence
    unit = _unit(context, sentence, number)
    if unit is None or scene.private.start <= number.span.start < scene.private.end:
        return
    measured = number.percent or not _counted().fullmatch(context.plain, unit.start, unit.end)
    said = _before(scene, number)
    scene.end = unit.end
    scene.counted = None if measured else unit
    against = _against(context, sentence, unit)
    compared = bool(scene.indicator and (said.direction or said.against) and len(said.indicator.split()) < _FEW)
    if measured or compared:
        indicator, evidence = _of_measure(scene, number, unit, said, against)
    else:
        indicator, evidence = _of_count(scene, number, unit, said)
    if indicator is None:
        return
    scene.indicator = indicator
    against_text = plain(against.of(context.text)) if against else said.against
    for value in _values(number):
        yield Figure(
            indicator=indicator,
            value=_plain_number(value),
            unit=plain(unit.of(context.text)),
            period=_period(context, number, scene.periods),
            area=_area(context, sentence, number),
            comparison=" ".join(filter(None, (said.direction, against_text))) or None,
            evidence=evidence,
            rule="figure-measure" if measured else "figure-count",
        )


def _of_a_person(context: Context, sentence: Span) -> Span:
    """The part of the sentence that speaks of a person before any body or unit; empty where none does.

    What somebody owns or finds is no report: figures in this part are left out.
    """
    text, start, end = context.plain, sentence.start, sentence.end
    public = [m.span.start for m in (*inside(context.bodies, sentence)[:1], *inside(context.units, sentence)[:1])]
    private = [m.span.start for m in inside(context.names, sentence)[:1]]
    public += [match.start() for match in [_PUBLIC.search(text, start, end)] if match]
    private += [match.start() for match in [_PERSON.search(text, start, end)] if match]
    return Span(min(private, default=end), min(public, default=end))


def _unit(context: Context, sentence: Span, number: NumberMention) -> Span | None:
    """The unit behind the number, None where it counts nothing."""
    text = context.plain
    if number.percent:
        return Span(number.whole.end - 1, number.whole.end)
    if measure := _measures().match(text, number.span.end, sentence.end):
        return trimmed(text, Span(*measure.span()))
    if behind(_names_something(), text, sentence.start, number.whole.start):
        return None
    counted = _counted().match(text, number.span.end, sentence.end)
    if counted is None or _NO_COUNT.match(text, counted.end(), sentence.end):
        return None
    return trimmed(text, Span(*counted.span()))


_NO_COUNT = re.compile(rf"\s(?:[{UPPER}]\w|\d|(?:này|đó|kia|ấy|nói trên|còn lại|trên(?!\s+địa))(?!\w))")
"""A name behind the noun ("số 7 phường Bách Khoa"), or a word that points back ("hai phường này")."""


def _values(number: NumberMention) -> Iterator[Decimal]:
    """The value, and a range's other end; "500.000 – 1 triệu" has its unit at the far end alone."""
    if number.high is None or number.high > number.value:
        yield number.value
    if number.high is not None:
        yield number.high


def _before(scene: _Scene, number: NumberMention) -> _Said:
    """The clause before the number without its period, its connectives and the verb that leads to the number."""
    context, text, end = scene.context, scene.context.plain, number.whole.start
    start = max((m.end() for m in _BOUNDARY.finditer(text, scene.end, end)), default=scene.end)
    if start == scene.end and scene.counted and not _JOINT.match(text, start, end):
        start = scene.counted.start  # "68 dự án được đấu giá với diện tích 57 ha": of the projects
    if turned := _TURNED.match(text, start, end):
        return _Said("", start, turned["direction"].lower(), plain(turned["against"]))
    direction = None
    if verbs := _verbs().search(text, start, end):
        end = verbs.start()
        directions = _directions().findall(verbs[0])
        direction = directions[-1].lower() if directions else None
    span = _bare(scene, Span(start, end))
    if 0 < len(span.of(text).split()) < _FEW and start > scene.end and not _ONLY_PLACE.fullmatch(span.of(text)):
        earlier = max((m.end() for m in _BOUNDARY.finditer(text, scene.end, start - 2)), default=scene.end)
        span = _bare(scene, Span(earlier, end))
    return _Said(plain(span.of(context.text)), span.start, direction)


def _bare(scene: _Scene, span: Span) -> Span:
    """A clause without the period and the connectives at its head, at most its last words."""
    text, start, end = scene.context.plain, span.start, span.end
    for period in scene.periods:
        if start <= period.span.start < start + _AT_HEAD and period.span.end <= end:
            start = period.span.end
    while (opening := _CONNECTIVE.match(text, start, end)) or (start < end and text[start] in " ,()/"):
        start = opening.end() if opening else start + 1
    words = [match.start() for match in _WORD.finditer(text, start, end)]
    if len(words) > _LONGEST:
        start = words[-_LONGEST]
    return trimmed(text, Span(start, end))


def _of_count(scene: _Scene, number: NumberMention, unit: Span, said: _Said) -> tuple[str | None, Span]:
    """What is counted: the noun with what describes it, or, where little does, also the clause before the number."""
    context, sentence = scene.context, scene.sentence
    text = context.plain
    limit = sentence.end
    for following in scene.following:
        if joints := list(_JOINT.finditer(text, unit.end, following.whole.start)):
            limit = joints[-1].start()
            break
    described = trimmed(text, Span(unit.start, max(unit.end, phrase(text, unit.end, limit, _ends()).end)))
    words = plain(described.of(context.text))
    more = len(words.split()) - len(unit.of(text).split())
    clause = said.indicator or (scene.counting if more == 1 else None if more else scene.indicator)
    scene.counting = said.indicator or scene.counting
    if not more and not clause:
        described = _described(text, unit.start, sentence.end)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    if more > 1 or not clause:
        return words, Span(number.whole.start, described.end)
    return f"{words} {clause}", Span(min(said.start, number.whole.start), described.end)


def _described(text: str, start: int, limit: int) -> Span:
    """The phrase from `start`; its first words may be such as end other phrases: "dân số đã có thẻ"."""
    limit = min(limit, start + _REACH)
    words = _FIRST_WORDS.match(text, start, limit)
    settled = words.end() if words else start
    return trimmed(text, Span(start, max(settled, phrase(text, settled, limit, _ends()).end)))


def _of_measure(
    scene: _Scene, number: NumberMention, unit: Span, said: _Said, against: Span | None
) -> tuple[str | None, Span]:
    """What is measured: the clause before, or behind a share of something, or else what was measured last."""
    context, text = scene.context, scene.context.plain
    end = against.end if against else unit.end
    here = Span(min(said.start, number.whole.start), end)
    if len(said.indicator.split()) >= 2 and not _ONLY_PLACE.fullmatch(said.indicator):
        tail = _tail(scene, unit) if against is None and len(said.indicator.split()) < _ENOUGH else None
        words = f"{said.indicator} {plain(tail.of(context.text))}" if tail else said.indicator
        return words, Span(here.start, tail.end if tail else end)
    if against is None and (share := _SHARE_OF.match(text, unit.end, scene.sentence.end)):
        described = _described(text, share.end() - 1, scene.sentence.end)
        words = plain(described.of(context.text))
        if len(words.split()) >= 2:
            return words, Span(number.whole.start, described.end)
    return scene.indicator or said.indicator or None, here


def _tail(scene: _Scene, unit: Span) -> Span | None:
    """What an amount is for, where the words before it say little: "trích 2 tỷ đồng từ quỹ cứu trợ"."""
    text = scene.context.plain
    share = _SHARE_OF.match(text, unit.end, scene.sentence.end)
    if share is None:
        return None
    limit = scene.following[0].whole.start if scene.following else scene.sentence.end
    tail = _described(text, share.end() - 1, limit)
    return tail if len(tail.of(text).split()) > 1 else None


def _against(context: Context, sentence: Span, unit: Span) -> Span | None:
    """ "so với cùng kỳ năm 2021", "kế hoạch năm": what the value is compared with."""
    text = context.plain
    if match := _AGAINST.match(text, unit.end, sentence.end):
        if match["time"]:
            return Span(*match.span("whole"))
        span = phrase(text, match.end("whole"), sentence.end, _ends())
        return Span(match.start("whole"), min(span.end, match.start("whole") + _REACH))
    yardstick = _yardsticks().match(text, unit.end, sentence.end)
    return trimmed(text, Span(*yardstick.span())) if yardstick else None


def _period(context: Context, number: NumberMention, periods: list[PeriodMention]) -> str | None:
    """The period that stands last before the number, or else first behind it."""
    before = [period for period in periods if period.span.end <= number.span.start]
    after = [period for period in periods if period.span.start >= number.span.end]
    found = before[-1:] or after[:1]
    return found[0].span.of(context.text) if found else None


def _area(context: Context, sentence: Span, number: NumberMention) -> str | None:
    """The unit named last before the number in its sentence, else the article's place."""
    units = inside(context.units, Span(sentence.start, number.span.start))
    named = [unit for unit in units if context.plain[unit.span.start - 1 : unit.span.start] != "("]
    return named[-1].span.of(context.text) if named else context.place


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


@cache
def _words(sense: str) -> str:
    return either(row["word"] for row in table("figure-verbs") if row["sense"] in sense.split())


@cache
def _verbs() -> re.Pattern[str]:
    """The verbs that lead from an indicator to its number, and the qualifiers among them."""
    return re.compile(rf"(?:(?<!\w)(?:{_words('link share up down')})\s+)+$", re.I)


@cache
def _directions() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('up down')})(?!\w)", re.I)


@cache
def _names_something() -> re.Pattern[str]:
    words = either(row["word"] for row in table("figure-before"))
    return re.compile(rf"(?<!\w)(?<!tổng )(?:{words})\s+$", re.I)


@cache
def _yardsticks() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:của\s+)?(?:{either(row['word'] for row in table('figure-after'))})(?!\w)", re.I)


@cache
def _measures() -> re.Pattern[str]:
    def of(kind: str) -> str:
        return either(row["unit"] for row in table("figure-units") if row["kind"] == kind)

    magnitudes = rf"(?:(?:{of('magnitude')})\s+)*"
    people = either(row["noun"] for row in table("number-counted"))
    rates = rf"(?:\s?/\s?(?:{of('rate')}))*"
    return re.compile(
        rf"\s?{magnitudes}(?:{of('money')}|{of('measure')}){rates}(?![\w²³])"
        rf"|\s(?:(?:{of('magnitude')})\s+)+(?:{people})(?!\w)|\s(?:tỷ|tỉ)(?!\w)"
    )


@cache
def _counted() -> re.Pattern[str]:
    noun = rf"(?:{either(row['noun'] for row in table('number-counted'))})(?!\w|\schức)"
    nouns = [row["noun"] for row in table("number-counted") if " " in row["noun"]]
    return re.compile(rf"\s?{noun}(?:,\s(?:{either(nouns)})(?!\w))*", re.I)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(stops("figure-stops").pattern + r"|[()“”\"]|\s[-–]\s(?=[A-ZĐ])")
