"""Mentions: where a text names a person, a body or a unit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from msgspec import Struct

from hbtgraph.model import Span


class Mention(Struct, frozen=True, kw_only=True):
    """One naming: its place, the words as written, and the name in full as the article gives it elsewhere."""

    span: Span
    text: str
    full: str
    rank: int = 0
    """Of a unit: 1 province, 2 district, 3 commune, 4 neighbourhood. 0 of persons and bodies."""


class Placed(Protocol):
    """What stands at a place in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


_Placed = TypeVar("_Placed", bound=Placed)
_start = attrgetter("span.start")


def inside(placed: Sequence[_Placed], span: Span) -> tuple[_Placed, ...]:
    """Those of the mentions or posts, in the order of the text, that lie wholly in `span`."""
    found: list[_Placed] = []
    for at in range(bisect_left(placed, span.start, key=_start), len(placed)):
        one = placed[at]
        if one.span.start >= span.end:
            break
        if one.span.end <= span.end:
            found.append(one)
    return tuple(found)


def longer_first(spans: Iterable[Span]) -> list[Span]:
    """In order, and of those that begin together the longer first: a post before the body it begins with."""
    return sorted(spans, key=lambda span: (span.start, -span.end))
