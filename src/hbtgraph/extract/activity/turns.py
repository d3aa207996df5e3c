"""Fixed turns of district reports that say something without an actor and a verb: a theme, a founding year, a task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hbtgraph.extract.activity import wording
from hbtgraph.model import Span
from hbtgraph.resources import table


class Turn(NamedTuple):
    """A turn found in a sentence; spans count from the sentence's start."""

    relation: str
    agent: Span
    action: Span
    thing: Span
    span: Span


@cache
def _turns() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Relation, pattern, and whether the pattern looks for a unit."""
    rows = table("activity-turns")
    return tuple(
        (row["relation"], re.compile(row["pattern"].replace("{unit}", wording.unit())), "{unit}" in row["pattern"])
        for row in rows
    )


def find(masked: str, sentence: str) -> Iterator[Turn]:
    """The turns in a sentence. Names are blotted out in `masked`; quotations and years are read in `sentence`."""
    for relation, pattern, of_unit in _turns():
        for match in pattern.finditer(masked if of_unit else sentence):
            agent, action, thing = (Span(*match.span(name)) for name in ("agent", "action", "thing"))
            yield Turn(relation, agent, action, thing, Span(*match.span()))
