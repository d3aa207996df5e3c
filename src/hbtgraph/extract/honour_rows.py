"""Honours named one after another: which are those of the same winner, and which go to others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hbtgraph.extract.honours import Honour, honours_in
from hbtgraph.extract.phrases import behind
from hbtgraph.model import Span

GOES_TO = re.compile(
    r"(?:\s+(?!và\s|cho\s)[^,;:.]{1,60}?)??\s+(?:đã\s+)?"
    r"(?:thuộc về|về tay|trao (?:tặng )?cho|được (?:trao|trao tặng|tặng)(?: cho)?)\s+"
)
"""The prize as the subject: "giải nhất thuộc về ...", "Giải thưởng X được trao cho ..."."""

_SEVERAL = re.compile(r"\s\d+\s$")
"""Prizes of which several are told in a row: "giải ba và | 24 | giải khuyến khích"."""


def told_apart(text: str, sentence: Span) -> Iterator[list[Honour]]:
    """Honours listed together; others' are alone: "A đạt giải nhất, | giải nhì thuộc về B", "và | 24 giải nhì"."""
    for honours in honours_in(text, sentence):
        apart = next((at for at in range(1, len(honours)) if _of_others(text, honours, at)), len(honours))
        yield honours[:apart]
        if apart < len(honours):
            yield honours[apart:]


def _of_others(text: str, honours: list[Honour], at: int) -> bool:
    """Whether prizes of a row, from this one on, are not those of who won the ones before."""
    last = at == len(honours) - 1 and text.startswith(",", honours[at - 1].span.end)
    if last and GOES_TO.match(text, honours[at].span.end):
        return True
    return is_several(text, honours[at]) and not is_several(text, honours[at - 1])


def is_prize(honour: Honour) -> bool:
    """Whether it is a prize of a contest, "giải nhì", of which several may be won."""
    return honour.name[:5].lower() == "giải "


def is_several(text: str, honour: Honour) -> bool:
    """Whether several such prizes are told: "24 giải khuyến khích"."""
    return is_prize(honour) and behind(_SEVERAL, text, 0, honour.span.start) is not None
