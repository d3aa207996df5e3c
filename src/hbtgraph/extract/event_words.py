"""The words around the names of occasions, by the part they play there: the table event-words."""

from __future__ import annotations

from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either


def event_words(part: str) -> str:
    """A pattern for any of the words that play this part."""
    return either(row["word"] for row in table("event-words") if row["part"] == part)
