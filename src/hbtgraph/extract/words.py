"""Word lists of the tables as patterns and sets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from hbtgraph import resources
from hbtgraph.vietnamese.text import key, place_tones

_Trie: TypeAlias = "dict[str, _Trie]"

UPPER = "".join(letter for letter in map(chr, range(0x1F00)) if letter.isupper())
"""Every capital letter that Vietnamese, or a foreign name in Latin letters, may begin with."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, shaped as a trie: its time does not grow with their number."""
    trie: _Trie = {}
    for word in words:
        node = trie
        for letter in place_tones(word):
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(trie)


def _branch(node: _Trie) -> str:
    tails = [re.escape(letter) + _branch(below) for letter, below in sorted(node.items()) if letter]
    if not tails:
        return ""
    joined = tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"
    return f"(?:{joined})?" if "" in node else joined


@cache
def column(table: str, name: str) -> tuple[str, ...]:
    """A table's column from top to bottom, tone marks placed as in all patterns."""
    return tuple(place_tones(row[name]) for row in resources.table(table))


@cache
def keys(table: str, name: str) -> frozenset[str]:
    """A column's comparison keys."""
    return frozenset(map(key, column(table, name)))
