"""TODO."""

from __future__ import annotations

from collections.abc import Iterator

from hbtgraph.extract.context import Context
from hbtgraph.model import Fact


def appointments(context: Context) -> Iterator[Fact]:
    """Nothing yet."""
    yield from ()
