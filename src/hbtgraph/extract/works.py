"""Works and products that win prizes: songs, reports, projects, by their names in quotation marks."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.phrases import trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_JOINT = re.compile(r"(?:\s+\([^()]{1,60}\))?\s*(?:,|;|và|cùng)\s+(?:và\s+)?")
_NAME = (
    r"(?:“[^“”\"\n]{2,100}+(?<=\s)\"(?=\w)[^“”\"\n]{1,60}+\"(?:[^“”\"\n]{0,80}+”)?"
    r"|[“\"‘][^“”\"‘’\n]{2,150}+[”\"’])"
)
"""A name in quotation marks; of marks inside it the outer ones may close it too: “Hồi sinh từ "vùng đất chết"”."""


def works_at(text: str, start: int, limit: int) -> list[Span]:
    """Works one after another: "sản phẩm “A” của X và sản phẩm “B” của Y"; the first must be called a work."""
    found: list[Span] = []
    while (work := _work().match(text, start, limit)) and (found or work["noun"]):
        found.append(trimmed(text, Span(*work.span())))
        joint = _JOINT.match(text, work.end(), limit)
        if not joint:
            break
        start = joint.end()
    return found


def work_noun() -> str:
    """The nouns of works, as a pattern."""
    return either(row["word"] for row in table("award-clause-words") if row["part"] == "work")


@cache
def _work() -> re.Pattern[str]:
    """A work or product by its name in quotation marks: "phóng sự ảnh “Mùa gặt” của tác giả X (Báo Y)"."""
    return re.compile(
        rf"(?:(?P<noun>(?i:{work_noun()}))(?:\s[^\W\d_]+){{0,3}}\s*:?\s*)?{_NAME}"
        rf"(?:\s+của\s+[^,;:.“”\"]{{2,80}}?(?=\s(?:và|vì|về)\s|[,;:.]|$))?(?:\s*\([{UPPER}][^()]{{1,60}}\))?"
    )
