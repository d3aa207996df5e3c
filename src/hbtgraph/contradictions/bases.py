"""What a percentage may be of where its own sentence does not say: a plan or an earlier year told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec import Struct

from hbtgraph.contradictions.claims import Sheet, text
from hbtgraph.contradictions.numbers import Reach, reach_of, spoken
from hbtgraph.contradictions.told import is_planned
from hbtgraph.contradictions.words import content, words_of
from hbtgraph.model import Article, Span
from hbtgraph.rdf.terms import HBT, C
from hbtgraph.vietnamese.numbers import find_numbers, to_dong
from hbtgraph.vietnamese.text import key

_MILLION = Decimal(10) ** 6
_PLANNED = (C("value-target").value, C("value-estimate").value)


class Base(Struct, frozen=True):
    """A figure of the article that a percentage may be of."""

    span: Span
    reach: Reach
    value: Decimal
    """The number in the plain unit."""
    written: str
    of: tuple[frozenset[str], str, str]
    """What is counted, in which unit, where."""
    start: str
    end: str
    planned: bool


class Bases:
    """The figures of an article, to be asked for a base."""

    def __init__(self, article: Article, sheet: Sheet) -> None:
        self._figures = tuple(_figures(article, sheet))

    def plan(self, part: Span) -> Base | None:
        """The plan or estimate of what this part is of, of the same year; where there are two, neither."""
        return self._one(part, lambda own, other: other.planned and own.start[:4] == other.start[:4])

    def earlier(self, part: Span) -> Base | None:
        """The same a year before."""
        return self._one(part, _is_a_year_before)

    def _one(self, part: Span, fits: Callable[[Base, Base], bool]) -> Base | None:
        own = next((figure for figure in self._figures if figure.span.meets(part)), None)
        found = [one for one in self._figures if own and one.of == own.of and one is not own and fits(own, one)]
        return found[0] if len({one.reach for one in found}) == 1 else None


def _is_a_year_before(own: Base, other: Base) -> bool:
    if not own.start or not other.start or other.planned or own.planned:
        return False
    return all(
        int(a[:4]) - 1 == int(b[:4]) and a[4:] == b[4:] for a, b in ((own.start, other.start), (own.end, other.end))
    )


def _figures(article: Article, sheet: Sheet) -> Iterator[Base]:
    for _, values in sheet.of_type(HBT.Observation):
        span, number, unit = sheet.span(values), Decimal(text(values, HBT.value)), text(values, HBT.unitText)
        if span is None or unit == "%" or text(values, HBT.comparison):
            continue
        mention = next((one for one in find_numbers(article.text, span) if one.value == number), None)
        if mention is None or mention.high is not None or mention.of is not None:
            continue
        money = to_dong(_MILLION, unit)
        around = f"{text(values, HBT.areaText)} {text(values, HBT.periodText)}"
        counted = content(text(values, HBT.indicator), around) - _plan_words()
        planned = text(values, HBT.valueKind) in _PLANNED or is_planned(article, span)
        factor = Decimal(money) / _MILLION if money else Decimal(1)
        yield Base(
            span=mention.span,
            reach=reach_of(mention, article.text).times(factor),
            value=number * factor,
            written=f"{spoken(number)} {unit}",
            of=(
                counted,
                "đồng" if money else key(unit),
                text(values, HBT.refArea) or key(text(values, HBT.areaText)),
            ),
            start=text(values, HBT.periodStart),
            end=text(values, HBT.periodEnd),
            planned=planned,
        )


def _plan_words() -> frozenset[str]:
    return frozenset(word for phrase in words_of("plan") for word in phrase.split())
