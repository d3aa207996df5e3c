"""Totals whose unit is the noun before the number: "tổng số hồ sơ đã giải quyết là 1.240"."""

from __future__ import annotations

import re

from msgspec import Struct

from hbtgraph.extract.figure_scenes import Scene
from hbtgraph.extract.figure_units import counted_nouns, is_bare_count
from hbtgraph.extract.phrases import behind, plain
from hbtgraph.model import Span
from hbtgraph.vietnamese.numbers import NumberMention

_REACH = 100
_TOTAL = re.compile(r"(?<!\w)(?:[Tt]ổng\s)?[Ss]ố(?:\slượng)?(?=\s)")
_IS = re.compile(
    r"(?:\s(?:là|đạt|lên\s(?:tới|đến)|chỉ còn|đạt được là)|(?<!quận)(?<!huyện)(?<!xã)(?<!phường)(?<!gồm):)\s?$"
)
_ENDS = re.compile(r"\s?(?:[.;)](?:\s|$)|,\s(?![A-ZĐ\d])|\s?\(|\n|$|\s(?:và|được|trong đó)\s)")
_OTHER_CLAUSE = re.compile(r"[.;,:](?:\s|$)|\n|(?<!năm )(?<!\d)\d")
"""What parts the noun from the number: another clause, or a number that is no year."""


class Total(Struct, frozen=True):
    """A count told behind its noun."""

    indicator: str
    unit: Span
    evidence: Span


def total_of(scene: Scene, number: NumberMention) -> Total | None:
    """What a bare number counts, where "số" and the noun stand before it and a verb of being leads to it."""
    text, end = scene.context.plain, number.whole.start
    begun = max(scene.sentence.start, end - _REACH)
    if not _ENDS.match(text, number.span.end) or not is_bare_count(text, number):
        return None
    told = behind(_IS, text, begun, end)
    if told is None:
        return None
    for total in _TOTAL.finditer(text, begun, told.start()):
        noun = counted_nouns().match(text, total.end(), told.start())
        if noun and "/" not in noun[0] and not _OTHER_CLAUSE.search(text, noun.end(), told.start()):
            indicator = plain(scene.context.text[total.start() : told.start()])
            unit = Span(noun.end() - len(noun[0].lstrip()), noun.end())
            return Total(indicator, unit, Span(total.start(), number.span.end))
    return None
