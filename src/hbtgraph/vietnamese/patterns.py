"""Lists of words as patterns: shaped as tries, so that their time does not grow with the number of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Trie: TypeAlias = "dict[str, _Trie]"


def trie(words: Iterable[str], space: str = r"\ ") -> str:
    """A pattern for any of the words, the longest first; `space` is the pattern for a space inside them."""
    root: _Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root, space)


def _branch(node: _Trie, space: str) -> str:
    tails = [
        (space if letter == " " else re.escape(letter)) + _branch(below, space)
        for letter, below in sorted(node.items())
        if letter
    ]
    if not tails:
        return ""
    joined = tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"
    return f"(?:{joined})?" if "" in node else joined
