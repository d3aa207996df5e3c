"""Which administrative unit lies in which, where the text writes the two together."""

from __future__ import annotations

from collections.abc import Iterator

from hbtgraph.extract.context import Context
from hbtgraph.model import Containment


def containments(context: Context) -> Iterator[Containment]:
    """The pairs of units that the article writes together, each once."""
    yield from ()
