"""Figures: quantities that report on an area or on a body's work, each with what is measured.

A comparison ("tăng 1,4% so với cùng kỳ") is a record of its own, of the indicator that was measured last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from hbtgraph.extract.awards import awards
from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_choice import worded
from hbtgraph.extract.figure_clauses import Said, said_before
from hbtgraph.extract.figure_indicators import is_first_of_two, leads_on, of_count
from hbtgraph.extract.figure_measures import against_of, fee_of, of_all, of_measure
from hbtgraph.extract.figure_merging import Honoured, Same, Told, fuller, mark_of, told_beside, without_announced
from hbtgraph.extract.figure_noise import no_report
from hbtgraph.extract.figure_scenes import FEW, JOINT, Scene, area_of, names_a_level, period_of, period_told
from hbtgraph.extract.figure_telling import worth_telling
from hbtgraph.extract.figure_totals import Total, total_of
from hbtgraph.extract.figure_units import (
    begun,
    noun_of,
    plain_number,
    times_as_much,
    unit_of,
    unit_of_rise,
    values_of,
    whole,
)
from hbtgraph.extract.figure_words import Place
from hbtgraph.extract.phrases import plain, stretches_at
from hbtgraph.model import Figure, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention

_NO_NAME = re.compile(r"^(?:là|thấp hơn|cao hơn)\s|\sthì\s", re.I)
"""In what is no name of a quantity or of things: clauses that run on."""

_FIGURE = re.compile(r"\d")
_LEARNED = "figure-learned"
"""What told a number that the rules passed over: `figure_choice` and `figure_telling`."""

_OF_MONEY = re.compile(r"đồng|USD|EUR|tỷ|tỉ")


@cache
def _indices() -> frozenset[str]:
    """Names in capitals that say by themselves what was measured: "GRDP tăng 7,1%"."""
    return frozenset(row["word"] for row in table("figure-clause-words") if row["part"] == "index")


class Reading(NamedTuple):
    """A number with a unit and what the rules say of it: `indicator` is "" where they keep silent."""

    scene: Scene
    number: NumberMention
    place: Place
    indicator: str
    evidence: Span
    values: tuple[Decimal, ...] = ()
    comparison: str | None = None


def figures(context: Context, *, learned: bool = True) -> Iterator[Figure]:
    """The quantities of the article, in its order, each once; counts of awards are the awards' own.

    With `learned=False` they are told as the rules alone tell them, in the rules' words.
    """
    found: dict[tuple[object, ...], Figure] = {}
    alike: dict[Same, list[Told]] = {}
    title = max((part.end for part in context.article.parts("title")), default=0)
    for reading in readings(context):
        by_rules = (reading.indicator, reading.evidence) if reading.indicator else None
        words = _words_of(reading) if learned else by_rules
        for figure in _records(reading, *words) if words else ():
            mark = *mark_of(figure, alike), figure.evidence.start < title
            if mark in found and told_beside(found[mark], figure, reading.scene.sentence):
                mark = (*mark, figure.evidence.start)  # "23 tàu vỏ thép, 23 tàu vỏ gỗ"
            found[mark] = fuller(found[mark], figure) if mark in found else figure
    yield from without_announced(found.values(), title)


def readings(context: Context) -> Iterator[Reading]:
    """The article's numbers that have a unit, in its order, each with its sentence as it is read up to there."""
    if not (context.place or context.bodies or names_a_level(context.plain)):
        return  # the report of nobody
    honoured = Honoured(context.once(awards))
    last: Scene | None = None
    places = (*begun().starts(context.plain), *(figure.start() for figure in _FIGURE.finditer(context.plain)))
    for sentence in stretches_at(context, places):
        scene = Scene(context, sentence, last)
        for number in scene.numbers:
            scene.place += 1
            if honoured.counted_by(number):
                continue
            if reading := _reading(scene, number):
                yield reading
                last = scene if reading.indicator else last


def _note(scene: Scene, unit: Span, indicator: str) -> None:
    """Notes what was measured, for the numbers that follow."""
    if not indicator.startswith(scene.of_all or " "):
        scene.of_all = of_all(indicator)
    scene.indicator = indicator
    if scene.fee is None or not indicator.startswith(scene.fee[2]):
        scene.fee = fee_of(scene.context.plain, unit, indicator) or scene.fee
    scene.first = scene.first or unit.end


def _of_total(scene: Scene, number: NumberMention, total: Total) -> Reading:
    scene.end = number.whole.end
    scene.area = area_of(scene, number, total.unit, total.evidence)
    _note(scene, total.unit, total.indicator)
    scene.period = period_of(scene, number) or scene.period
    place = _place(number, total.unit, total.unit, scene.context, "total")
    return Reading(scene, number, place, total.indicator, total.evidence, (whole(number.value),))


def _reading(scene: Scene, number: NumberMention) -> Reading | None:
    context, sentence = scene.context, scene.sentence
    unit = unit_of(context, sentence, number) or unit_of_rise(context, sentence, number, scene.following)
    following = scene.following[0].whole.start if scene.following else sentence.end
    if unit is None and JOINT.fullmatch(context.plain, number.whole.end, following):
        scene.end = number.whole.end  # "tổng số học sinh là 315.000 và 18.309 giáo viên"
    if unit is None:
        total = total_of(scene, number)
        return _of_total(scene, number, total) if total else None
    noun = noun_of(context.plain, unit)
    values = tuple(map(whole, values_of(number)) if noun == unit else values_of(number))
    evidence = Span(number.whole.start, unit.end)
    silent = Reading(scene, number, _place(number, unit, noun, context, "none"), "", evidence, values)
    if is_private(scene, number) or no_report(context, sentence, number, unit):
        return silent
    said = said_before(scene, number)
    against = against_of(context, sentence, unit)
    times = times_as_much(context.plain, sentence, number, unit)
    if times and not (said.direction or said.against or against):
        return silent  # "vượt ngưỡng cho phép 5,15 lần"
    noun = None if number.percent or times else noun
    scene.end = against.end if against else unit.end
    scene.counted = noun
    compared = bool(scene.indicator and (said.direction or said.against) and len(said.indicator.split()) < FEW)
    if noun is None or compared:
        told, evidence = of_measure(scene, number, unit, said, against)
    else:
        told, evidence = of_count(scene, number, noun, said)
    indicator = leads_on().sub("", told or "")
    if not (" " in indicator or indicator in _indices()) or _NO_NAME.search(indicator):
        return silent  # a single word does not say what was measured, nor do clauses run together
    if indicator != scene.indicator:
        scene.area = area_of(scene, number, unit, evidence)
    _note(scene, unit, indicator)
    if noun:
        scene.wholes.append((plain(noun.of(context.text)), number.value, indicator))
    scene.period = period_of(scene, number) or scene.period
    place = _place(number, unit, noun, context, "count" if noun else "measure")
    return Reading(scene, number, place, indicator, evidence, values, _comparison(scene, number, unit, said, against))


def _place(number: NumberMention, unit: Span, noun: Span | None, context: Context, rule: str) -> Place:
    if number.percent:
        return Place(number.whole, unit, "%", rule)
    measure = "noun" if noun else "money" if _OF_MONEY.search(unit.of(context.plain)) else "measure"
    return Place(number.whole, unit, measure, rule)


def is_private(scene: Scene, number: NumberMention) -> bool:
    """Whether the number stands where the sentence tells of a person's affairs."""
    return scene.private.start <= number.span.start < scene.private.end


def _comparison(scene: Scene, number: NumberMention, unit: Span, said: Said, against: Span | None) -> str | None:
    """Which way it went and against what; in "tăng từ 12% lên 13%" it did not rise by 12 %."""
    text = scene.context.plain
    starts = text.endswith("từ ", scene.sentence.start, number.whole.start) and is_first_of_two(scene, unit)
    against_text = plain(against.of(scene.context.text)) if against else said.against
    return " ".join(filter(None, (None if starts else said.direction, against_text))) or None


def _words_of(reading: Reading) -> tuple[str, Span] | None:
    """The words that promise most and their evidence, or the rules' where one word is left; None if it is not told."""
    scene, number, place = reading.scene, reading.number, reading.place
    said = worded(scene.wording, place, reading.indicator)
    if said is None or not worth_telling(
        scene.wording, place, said, number.value, private=is_private(scene, number), compared=bool(reading.comparison)
    ):
        return None
    if " " not in said.text:
        return (reading.indicator, reading.evidence) if reading.indicator else None
    start, end = min(reading.evidence.start, said.span.start), max(reading.evidence.end, said.span.end)
    return said.text, Span(start, end)


def _records(reading: Reading, indicator: str, evidence: Span) -> Iterator[Figure]:
    """The number as figures, one for each end of a range."""
    scene, number, unit = reading.scene, reading.number, reading.place.unit
    area, period = scene.area, scene.period
    if not reading.indicator:  # the rules passed it over
        area, period = area_of(scene, number, unit, evidence), period_of(scene, number) or period
    period = period_told(scene, unit, period)
    for value in reading.values:
        yield Figure(
            indicator=indicator,
            value=plain_number(value),
            unit=plain(unit.of(scene.context.text)),
            period=period.span.of(scene.context.text) if period else None,
            area=area,
            comparison=reading.comparison,
            evidence=evidence,
            rule=f"figure-{reading.place.rule}" if reading.indicator else _LEARNED,
        )
