"""Mentions: where a text names a person, a body or a unit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from hbtgraph.model import Span


class Mention(Struct, frozen=True, kw_only=True):
    """One naming: its place, the words as written, and the name in full as the article gives it elsewhere."""

    span: Span
    text: str
    full: str
    rank: int = 0
    """Of a unit: 1 province, 2 district, 3 commune, 4 neighbourhood. 0 of persons and bodies."""


def inside(mentions: Sequence[Mention], span: Span) -> tuple[Mention, ...]:
    """Those of the mentions, in the order of the text, that lie wholly in `span`."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    found = []
    for mention in mentions[first:]:
        if mention.span.start >= span.end:
            break
        if mention.span.end <= span.end:
            found.append(mention)
    return tuple(found)
