"""The tables of speech and of speakers."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph import resources
from hbtgraph.extract.words import UPPER, any_of
from hbtgraph.vietnamese.text import place_tones

LOWER = rf"[^\W\d_{UPPER}]+"
"""A word in small letters."""


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of one kind in the tables of speech and of speakers."""
    rows = (*resources.table("speech-verbs"), *resources.table("speaker-words"))
    return tuple(place_tones(row["word"]) for row in rows if row["kind"] == kind)


@cache
def no_speech() -> str:
    """A pattern that refuses, at a verb of speech, words that hold one and are none: "khai thác", "triển | khai"."""
    pairs = (pair.split() for pair in words("ending"))
    ends = ((" ".join(pair[:at]), " ".join(pair[at:])) for pair in pairs for at in range(1, len(pair)))
    behind = "|".join(rf"(?<={re.escape(head)} ){re.escape(last)}" for head, last in ends)
    return rf"(?!(?:{any_of(words('compound'))}|{behind})(?!\w))"
