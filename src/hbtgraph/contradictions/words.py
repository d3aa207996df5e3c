"""Words as the comparison of claims takes them."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_WORD = re.compile(r"\w+")


def words_in(text: str) -> frozenset[str]:
    """The syllables of a text, by their keys."""
    return frozenset(_WORD.findall(key(text)))


def content(text: str, place: str = "") -> frozenset[str]:
    """The words that tell what a text is of: neither function words nor the place's name, where there are others."""
    words = words_in(text)
    return (words - words_of("function") - words_in(place)) or words


@cache
def words_of(role: str) -> frozenset[str]:
    """The words of this role in `contradiction-words.csv`."""
    return frozenset(key(row["word"]) for row in table("contradiction-words") if row["role"] == role)


@cache
def pattern_of(role: str) -> str:
    """A pattern for any of the words of this role."""
    return either(words_of(role))
