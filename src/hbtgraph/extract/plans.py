"""What is still to come: told by words, and by the stretch of the article that speaks of plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_CLAUSE = re.compile(r"[;:]|,\s+(?:và|nhưng|còn|đồng thời)\s")


def planned_sentences(context: Context) -> frozenset[Span]:
    """Sentences in a stretch of plans.

    A sentence with both a horizon ("trong những tháng cuối năm") and "sẽ" opens one; it runs to the next
    subheading, or to the first sentence that tells what was done.
    """
    found = set()
    limits = [block.start for block in context.article.parts("subheading")]
    section, last = False, -1
    for sentence in context.sentences:
        part = bisect_right(limits, sentence.start)
        words = sentence.of(context.text)
        if part != last:
            section, last = False, part
        if _search("horizon", words) and _search("will", words):
            section = True
        elif section and _search("done", words):
            section = False
        if section:
            found.add(sentence)
    return frozenset(found)


def will(context: Context, sentence: Span, position: int) -> bool:
    """Whether the clause before `position` says that something is to come: "sẽ tổ chức ..."."""
    text = context.plain
    start = max((match.end() for match in _CLAUSE.finditer(text, sentence.start, position)), default=sentence.start)
    return _search("will", text[start:position])


def _search(part: str, words: str) -> bool:
    return _pattern(part).search(words) is not None


@cache
def _pattern(part: str) -> re.Pattern[str]:
    words = either(row["word"] for row in table("event-plan-words") if row["part"] == part)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)
