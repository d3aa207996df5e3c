"""Figures told twice: which say the same, and what of both is kept; counts that are the awards' own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from msgspec import structs

from hbtgraph.extract.figure_quantities import names_quantity
from hbtgraph.model import Award, Figure, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import MAGNITUDES, NumberMention
from hbtgraph.vietnamese.text import key

_ODD, _TELLING, _ENOUGH = 6, 100, 4
"""From which value on a repeated figure is the same figure, no multiple of ten or any; how many words say enough."""

_MONEY = key("đồng")
_EACH = re.compile(r"\s(?:mỗi|một)\s")
_COMPARED = 20
_BESIDE = 120
"""How near each other members of a list stand, in code points."""

_FEW_PERSONS, _YOUNG = 10, "young"
_FEWEST_HONOURED = 3
Same = tuple[int | float, str, str | None]
Told = tuple[frozenset[str], tuple[object, ...]]


class Honoured:
    """How many are honoured, by the awards that count them."""

    def __init__(self, awards: Iterable[Award]) -> None:
        counting = [award for award in awards if award.count is not None]
        self._counts = {award.count for award in counting}
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(award.evidence for award in counting):
            self._starts.append(span.start)
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def counted_by(self, number: NumberMention) -> bool:
        """Whether the number tells how many are honoured, here or where the group is named again."""
        if number.value in self._counts and number.value >= _FEWEST_HONOURED and not number.percent:
            return True
        before = bisect_right(self._starts, number.span.start)
        return before > 0 and number.span.start < self._ends[before - 1]


def mark_of(figure: Figure, alike: dict[Same, list[Told]]) -> tuple[object, ...]:
    """What tells figures apart: a large, odd or broken value with its unit is the same wherever it is repeated.

    A small or round one is the same where half of the words of the shorter indicator stand in the longer. `alike` holds
    those told before, the last few of which are compared.
    """
    if figure.unit in _young() and figure.value <= _FEW_PERSONS and figure.comparison is None:
        return figure.value, _YOUNG, None, None  # "4 cháu nhỏ", "4 học sinh" of one story
    same = figure.value, _unit(figure), figure.comparison
    odd = figure.value >= _ODD and figure.value % 10 != 0
    telling = (odd or figure.value >= _TELLING) and figure.unit != "%" and "/" not in figure.unit
    # but "100%" is said of many things
    if telling or not isinstance(figure.value, int):
        return *same, None
    words = frozenset(key(figure.indicator).split())
    before = alike.setdefault(same, [])
    told = (m for others, m in before[-_COMPARED:] if len(words & others) >= max(2, min(len(words), len(others)) / 2))
    mark = next(told, (*same, key(figure.indicator)))
    before.append((words, mark))
    return mark


def told_beside(one: Figure, other: Figure, sentence: Span) -> bool:
    """Whether two that look the same stand in one sentence, each with words of its own: they are two."""
    if one.evidence.start < max(sentence.start, other.evidence.start - _BESIDE):
        return False
    first, second = (set(key(figure.indicator).split()) for figure in (one, other))
    return not first <= second and not second <= first


def fuller(one: Figure, other: Figure) -> Figure:
    """Of two that say the same, the one whose indicator says more, with what only the other tells."""
    first, second = (other, one) if _said_well(other.indicator) > _said_well(one.indicator) else (one, other)
    return structs.replace(first, period=first.period or second.period)


def _said_well(indicator: str) -> int:
    return _ENOUGH if names_quantity(indicator) else min(len(indicator.split()), _ENOUGH)


def without_announced(figures: Iterable[Figure], end: int) -> Iterator[Figure]:
    """The figures without those of the title, up to `end`, that the text tells again: there it says what they are."""
    found = tuple(figures)
    told = {_amount(figure) for figure in found if figure.evidence.start >= end}
    for figure in found:
        if figure.evidence.start >= end or _amount(figure) not in told:
            yield figure


def _unit(figure: Figure) -> str:
    """The unit in one spelling: "m 2" is "m2", "đồng mỗi m2" is "đồng/m2", and "2 tỷ" is money."""
    words = _EACH.sub("/", key(figure.unit)).split()
    return "".join(words if any(word not in MAGNITUDES for word in words) else [*words, _MONEY])


def _amount(figure: Figure) -> tuple[Decimal, str]:
    """How much of what: "800 nghìn cây" is 800000 "cây"."""
    words = [_YOUNG] if figure.unit in _young() else key(figure.unit).split()
    value = Decimal(str(figure.value))
    while len(words) > 1 and words[0] in MAGNITUDES:
        value *= MAGNITUDES[words.pop(0)]
    return value, " ".join(words)


@cache
def _young() -> frozenset[str]:
    """What children and young people are called, now so and now so."""
    return frozenset(row["word"] for row in table("figure-clause-words") if row["part"] == "young")
