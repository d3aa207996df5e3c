"""Work in portions: what one query can be asked, what one transaction should hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

ASKED_AT_ONCE = 200
"""Keys that one query is asked for."""


def portions(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """The things in their order, so many at a time."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def batches(keys: Iterable[str]) -> Iterator[list[str]]:
    """The distinct keys, sorted, in portions that one query can take."""
    return portions(sorted(set(keys)), ASKED_AT_ONCE)
