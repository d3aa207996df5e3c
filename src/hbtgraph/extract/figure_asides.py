"""Asides in the clause before a number, which part no clauses and are no part of an indicator."""

from __future__ import annotations

import re
from itertools import pairwise

from hbtgraph.extract.context import Context
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, plain
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span

BRACKETS = re.compile(r"\((?!\s)[^()\n]{1,200}+\)")
"""Brackets that close before the number."""

_COMMA = ", "
_NAME = re.compile(rf"(?<![\w.])[{UPPER}]\w+\s[{UPPER}]\w+(?:\s\d+)?$")


def asides(context: Context, start: int, end: int) -> list[Span]:
    """What stands in brackets, and where something lies: "xã A|, huyện B, tỉnh C|", "bãi Dài|, xã D, huyện E|"."""
    text = context.plain
    found = [Span(*m.span()) for m in BRACKETS.finditer(text, start, end)] if text.find("(", start, end) >= 0 else []
    if text.find(_COMMA, start, end) < 0:
        return found
    for unit, larger in pairwise(inside(context.units, Span(start, end))):
        if unit.rank > larger.rank and text[unit.span.end : larger.span.start] == _COMMA:
            begun = unit.span.start - len(_COMMA)
            named = begun > start and _ends_a_name(context, start, begun)
            found.append(Span(begun if named else unit.span.end, larger.span.end))
    return sorted(found)


def _ends_a_name(context: Context, start: int, end: int) -> bool:
    """Whether the name of a place stands before a comma that is no unit's, no body's and no person's."""
    if not behind(_NAME, context.plain, start, end) or not context.plain.startswith(_COMMA, end):
        return False
    known = (context.names, context.bodies, context.units)
    return not any(one.span.end == end for mentions in known for one in inside(mentions, Span(start, end)))


def within(place: int, spans: list[Span]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(span.start <= place < span.end for span in spans)


def without(context: Context, span: Span, beside: list[Span]) -> str:
    """The words of a clause without its asides."""
    if not beside:
        return plain(span.of(context.text))
    told, at = [], span.start
    for aside in beside:
        if span.start <= aside.start and aside.end <= span.end:
            told.append(context.text[at : max(at, aside.start)])
            at = max(at, aside.end)
    return plain("".join([*told, context.text[at : span.end]])).replace(" ,", ",")
