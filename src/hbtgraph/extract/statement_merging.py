"""One record for what somebody says, though the lead, a caption or a box tells it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hbtgraph.extract.told_before import told_before
from hbtgraph.model import Statement

_SHARED = 0.9
"""The share of the shorter text's words that the longer one of the same speaker holds too, where both tell the same."""

_FEWEST = 6
_NOT = frozenset(("không", "chưa", "chẳng", "đừng"))
_LITTLE = 2
"""Words by which two texts may differ that are as long."""

_WORD = re.compile(r"\w+")


def told_once(found: Iterable[Statement]) -> Iterator[Statement]:
    """Of statements of one speaker in nearly the same words the one that tells most, the first of equal ones."""
    kept: dict[str, list[tuple[frozenset[str], Statement]]] = {}
    for statement in found:
        words = frozenset(_WORD.findall(statement.text.lower()))
        told = kept.setdefault(statement.speaker, [])
        at = next((at for at in told_before(len(told)) if _is_same(words, told[at][0])), None)
        if at is None:
            told.append((words, statement))
        elif len(words) > len(told[at][0]):
            told[at] = (words, statement)
    for told in kept.values():
        yield from (statement for _, statement in told)


def _is_same(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether nearly all words of the shorter stand in the longer, with its numbers and, if as long, what it denies."""
    few, many = sorted((words, others), key=len)
    if len(few) < _FEWEST or len(few & many) < _SHARED * len(few):
        return False
    denied = few ^ many if len(many) - len(few) <= _LITTLE else few - many
    return not _NOT & denied and not any(word[0].isdigit() for word in few - many)
