"""People who may be honoured: those named in full, and those of two syllables, which a verb of honouring tells."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doers
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.names import has_surname
from hbtgraph.vietnamese.numbers import either

_RUN = re.compile(rf"(?<!\w)[{UPPER}]\w+(?: [{UPPER}]\w+){{1,3}}(?!\w)")


def people(context: Context, span: Span) -> list[Mention]:
    """The people named, also by two syllables, which only the place before or behind a verb of honouring tells."""
    known = [name for name in inside(context.names, span) if not _is_namesake(context, name.span.start)]
    others = [one.span for one in doers(context, span)] + [group.span for group in inside(context.posts, span)]
    for match in _RUN.finditer(context.plain, span.start, span.end):
        at = Span(*match.span())
        taken = any(at.meets(other) for other in (*others, *(one.span for one in known)))
        if not taken and has_surname(match[0]) and not (_is_namesake(context, at.start) or _is_unit(context, at.start)):
            known.append(Mention(span=at, text=at.of(context.text), full=at.of(context.text)))
    return sorted(known, key=lambda mention: mention.span)


def _is_namesake(context: Context, start: int) -> bool:
    return behind(_named_after(), context.plain, 0, start) is not None


def _is_unit(context: Context, start: int) -> bool:
    """Whether it goes on with a row of units: "các phường Vĩnh Tuy, | Đồng Tâm"."""
    return context.plain.startswith(", ", start - 2) and any(unit.span.end == start - 2 for unit in context.units)


@cache
def _named_after() -> re.Pattern[str]:
    """Words before the name of a person that is the name of something else, or of whom one follows."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "namesake")
    return re.compile(rf"(?:{words})\s$", re.I)
