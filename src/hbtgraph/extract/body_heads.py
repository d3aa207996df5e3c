"""The words that begin the name of a body, and the fields of work that may follow them: the tables as patterns."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.holding import kinds
from hbtgraph.extract.words import TextFinder, any_of, column
from hbtgraph.vietnamese.text import key


class Head(Struct, frozen=True):
    """What the tables say of a head word."""

    tail: str
    acronym: bool
    numbered: bool
    """Whether a number may follow: "Quân khu 4"."""


@cache
def heads() -> dict[str, Head]:
    """Key of a head word -> what the tables say of it."""
    acronyms = frozenset(key(word) for word in column("body-heads", "head") if word.isupper())
    armed = frozenset(map(key, kinds("armed")))
    words = ((key(row["head"]), row["tail"]) for row in resources.table("body-heads"))
    return {word: Head(tail, word in acronyms, word in armed) for word, tail in words}


@cache
def head_finder() -> TextFinder:
    """Where a head word stands."""
    words = tuple(word.lower() for word in column("body-heads", "head"))
    return TextFinder(
        re.compile(rf"(?<![\w-])(?<!phi )(?!(?<=chức )vụ )(?:{any_of(words)})(?!\w)", re.IGNORECASE), words
    )


@cache
def field_pattern() -> re.Pattern[str]:
    """Any field of work; of a short form the hyphen may be set apart: "TN-MT", "TN - MT"."""
    fields = any_of(word.lower() for word in column("body-fields", "field")).replace("\\-", r"\ ?[-–]\ ?")
    return re.compile(rf"(?:{fields})(?!\w)", re.IGNORECASE)
