"""Figures: quantities that report on an area or on a body's work, each with what is measured.

A comparison ("tăng 1,4% so với cùng kỳ") is a record of its own, of the indicator that was measured last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from hbtgraph.extract.awards import awards
from hbtgraph.extract.context import Context
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import phrase, plain, stops, trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Figure, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import PeriodMention, find_periods
from hbtgraph.vietnamese.numbers import NumberMention, either, find_numbers

_LONGEST = 22
"""The most words of an indicator; of a longer clause before the number the last ones are taken."""

_BOUNDARY = re.compile(r"[,;:(?!]\s|[“\"]|\s(?:nhưng|trong khi|trong đó|đồng thời|còn|song)\s")
_JOINED = re.compile(r"(?:,|;|\svà|\scùng)\s+$")
_CONNECTIVE = re.compile(
    r"(?:(?:nhờ đó|theo đó|theo kế hoạch|cụ thể|ngoài ra|bên cạnh đó|đến nay|hiện nay|hiện|trong đó|trong số này|riêng|tính|"
    r"tính đến|trong|và|thì|cũng|đã|qua đó|tại|ở|toàn|trong năm|năm nay|năm qua)(?!\w)[,\s]*)+",
    re.I,
)
_REACH = 90
"""How long the words of a comparison may be, in code points."""

_SHARE_OF = re.compile(r"\s\w")
_AGAINST = re.compile(r"\s+(?=so với\s)")


class _Said(Struct, frozen=True):
    """What the text says before a number: the words that name the indicator, and the verb behind them."""

    indicator: str
    start: int
    direction: str | None


def figures(context: Context) -> Iterator[Figure]:
    """The quantities of the article, in its order; counts of awards are the awards' own."""
    honoured = [award.evidence for award in awards(context) if award.count is not None]
    for sentence in context.sentences:
        periods = list(find_periods(context.plain, sentence, context.date))
        last: str | None = None
        for number in find_numbers(context.plain, sentence):
            if any(span.start <= number.span.start < span.end for span in honoured):
                continue
            for figure in _figure(context, sentence, number, periods, last):
                last = figure.indicator
                yield figure


def _figure(
    context: Context, sentence: Span, number: NumberMention, periods: list[PeriodMention], last: str | None
) -> Iterator[Figure]:
    unit = _unit(context, sentence, number)
    if unit is None:
        return
    measured = number.percent or not _counted().fullmatch(context.plain, unit.start, unit.end)
    said = _before(context, sentence, number)
    if not measured:
        indicator, evidence = _of_count(context, sentence, number, unit, said)
        against = None
    else:
        indicator, evidence, against = _of_measure(context, sentence, number, unit, said, last)
    if indicator is None:
        return
    period = _period(context, number, periods)
    for value in (number.value, number.high):
        if value is not None:
            yield Figure(
                indicator=indicator,
                value=_plain_number(value),
                unit=plain(unit.of(context.text)),
                period=period,
                area=_area(context, sentence, number),
                comparison=" ".join(filter(None, (said.direction, against))) or None,
                evidence=evidence,
                rule="figure-measure" if measured else "figure-count",
            )


def _unit(context: Context, sentence: Span, number: NumberMention) -> Span | None:
    """The unit behind the number, None where it counts nothing."""
    text = context.plain
    if number.percent:
        return Span(number.whole.end - 1, number.whole.end)
    if measure := _measures().match(text, number.span.end, sentence.end):
        return trimmed(text, Span(*measure.span()))
    if _names_something().search(text, sentence.start, number.whole.start):
        return None
    counted = _counted().match(text, number.span.end, sentence.end)
    if counted is None or _PROPER.match(text, counted.end(), sentence.end):
        return None
    return trimmed(text, Span(*counted.span()))


_PROPER = re.compile(rf"\s(?:[{UPPER}]\w|\d)")
"""A name behind the noun: "số 7 phường Bách Khoa" counts no wards."""


def _before(context: Context, sentence: Span, number: NumberMention) -> _Said:
    """The clause before the number without its period, its connectives and the verb that leads to the number."""
    text = context.plain
    start = max((m.end() for m in _BOUNDARY.finditer(text, sentence.start, number.whole.start)), default=sentence.start)
    end = number.whole.start
    verbs = _verbs().search(text, start, end)
    direction = None
    if verbs:
        end = verbs.start()
        directions = _directions().findall(verbs[0])
        direction = directions[-1].lower() if directions else None
    words = text[start:end]
    for period in find_periods(text, Span(start, end), context.date):
        if period.span.start - start < 12:
            start = period.span.end
    while (opening := _CONNECTIVE.match(text, start, end)) or (start < end and text[start] in " ,"):
        start = opening.end() if opening else start + 1
    words = text[start:end].split()
    if len(words) > _LONGEST:
        start = end - len(" ".join(words[-_LONGEST:]))
    span = trimmed(text, Span(start, end))
    return _Said(plain(span.of(context.text)), span.start, direction)


def _of_count(
    context: Context, sentence: Span, number: NumberMention, unit: Span, said: _Said
) -> tuple[str | None, Span]:
    """What is counted: the noun with what describes it, or, where nothing does, with the clause before the number."""
    text = context.plain
    limit = sentence.end
    for following in find_numbers(text, Span(unit.end, sentence.end)):
        if _JOINED.search(text, unit.end, following.whole.start):
            limit = following.whole.start
            break
    described = _described(text, unit.start, unit.end, limit)
    words = plain(described.of(context.text))
    if described.end > unit.end:
        return words, Span(number.whole.start, described.end)
    if not said.indicator:
        return None, unit
    return f"{words} {said.indicator}", Span(said.start, unit.end)


def _described(text: str, start: int, settled: int, limit: int) -> Span:
    """The phrase from `start`, which ends only behind `settled` and the word after it."""
    word = re.compile(r"\s\w+").match(text, settled, limit)
    ends = phrase(text, word.end() if word else settled, limit, _ends())
    return trimmed(text, Span(start, max(settled, ends.end)))


def _of_measure(
    context: Context, sentence: Span, number: NumberMention, unit: Span, said: _Said, last: str | None
) -> tuple[str | None, Span, str | None]:
    """What is measured: the clause before, or behind a share of something, or else what was measured last."""
    text = context.plain
    against = _against(context, sentence, unit)
    end = against.end if against else unit.end
    compared = plain(against.of(context.text)) if against else None
    if said.indicator and len(said.indicator.split()) >= 2:
        return said.indicator, Span(said.start, end), compared
    if against is None and (behind := _SHARE_OF.match(text, unit.end, sentence.end)):
        described = _described(text, behind.end() - 1, behind.end() - 1, sentence.end)
        words = plain(described.of(context.text))
        if len(words.split()) >= 2:
            return words, Span(number.whole.start, described.end), None
    start = min(said.start, number.whole.start)
    return (last, Span(start, end), compared) if last else (said.indicator or None, Span(start, end), compared)


def _against(context: Context, sentence: Span, unit: Span) -> Span | None:
    """ "so với cùng kỳ năm 2021", "kế hoạch năm": what the value is compared with."""
    text = context.plain
    if match := _AGAINST.match(text, unit.end, sentence.end):
        span = phrase(text, match.end() + len("so với"), sentence.end, _ends())
        return Span(match.end(), min(span.end, match.end() + _REACH))
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
    return units[-1].span.of(context.text) if units else context.place


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
    noun = rf"(?:{either(row['noun'] for row in table('number-counted'))})(?!\w)"
    return re.compile(rf"\s?{noun}(?:,\s{noun})*", re.I)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(stops("figure-stops").pattern + r"|[()“”\"]|\s[-–]\s(?=[A-ZĐ])")
