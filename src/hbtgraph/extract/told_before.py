"""Which of the many that an article told before may be told again, so that a long text takes no longer a kB."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

_NEAR = 60
"""So many are looked at from either end: what is told twice stands in the lead, a box at the end, or near."""


def told_before(count: int) -> Iterator[int]:
    """The places of the first and the last of so many, in order."""
    return chain(range(min(_NEAR, count)), range(max(_NEAR, count - _NEAR), count))
