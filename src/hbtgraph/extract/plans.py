"""Time in an article: what is still to come, and the year that is meant where none is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import joined, listed_before
from hbtgraph.extract.phrases import stretches
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone

_YEAR = re.compile(r"(?P<year>20[0-4]\d)(?![\d%]|[.,]\d|/[A-ZĐ]|\s?[-–]\s?\d)")
_PART_OF_SPAN = re.compile(r"(?:(?:đến|tới|trước) năm\s|\d\s?[-–]\s?|[\d.,])$")
_SEASON = re.compile(rf"{alone(['xuân', 'tết', 'đầu năm'])}\s(?:\w+\s){{0,3}}?(?P<year>20[0-4]\d)(?!\d)")
_DIRECT_YEAR = re.compile(r"\s+(?:(?:hết|cuối)\s+)?(?:năm\s+)?(?P<year>20\d\d)(?!\d)")
_CLAUSE = re.compile(r"[;:]|,\s+(?:và|nhưng|còn|đồng thời)\s")


def planned_sentences(context: Context) -> dict[Span, Span]:
    """The sentences in a stretch of plans, each with the sentence that opens its stretch.

    A sentence with both a horizon ("trong những tháng cuối năm") and "sẽ" opens one; it runs to the next
    subheading, or to the first sentence that tells what was done.
    """
    found: dict[Span, Span] = {}
    limits = [block.start for block in context.article.parts("subheading")]
    opener: Span | None = None
    last = -1
    for sentence in stretches(context):
        part = bisect_right(limits, sentence.start)
        words = sentence.of(context.text)
        if part != last:
            opener, last = None, part
        if _search("horizon", words) and _search("will", words):
            opener = sentence
        elif opener and _search("done", words):
            opener = None
        if opener:
            found[sentence] = opener
    return found


def planner(context: Context, horizon: Span | None) -> str | None:
    """Whose plans a stretch tells: the bodies or unit before "sẽ" in the sentence that opens it."""
    ahead = _pattern("will").search(context.plain, horizon.start, horizon.end) if horizon else None
    return joined(listed_before(context, horizon.start, ahead.start())) if horizon and ahead else None


def horizon_year(context: Context, horizon: Span | None) -> str | None:
    """The year written directly behind the horizon's words: "những tháng cuối năm 2022"."""
    words = _pattern("horizon").search(context.plain, horizon.start, horizon.end) if horizon else None
    year = _DIRECT_YEAR.match(context.plain, words.end()) if words else None
    return year["year"] if year else None


def plain_year(context: Context) -> int | None:
    """The year that an undated article is plainly about, else None: the latest that it names, spans aside.

    It must be named four times, or with the season ("Xuân Đinh Dậu 2017"): a few times may be the year under review.
    """
    text = context.plain
    named = (
        match
        for match in _YEAR.finditer(text)
        if not _PART_OF_SPAN.search(text[max(0, match.start() - 12) : match.start()])
    )
    years = Counter(int(match["year"]) for match in named)
    latest = max(years, default=None)
    if context.date or latest is None:
        return None
    in_season = any(int(match["year"]) == latest for match in _SEASON.finditer(text))
    return latest if in_season or years[latest] >= 4 else None


def will(context: Context, sentence: Span, position: int) -> bool:
    """Whether the clause before `position` says that something is to come: "sẽ tổ chức ..."."""
    text = context.plain
    start = max((match.end() for match in _CLAUSE.finditer(text, sentence.start, position)), default=sentence.start)
    return _search("will", text[start:position])


def _search(part: str, words: str) -> bool:
    return _pattern(part).search(words) is not None


@cache
def _pattern(part: str) -> re.Pattern[str]:
    words = (row["word"] for row in table("event-plan-words") if row["part"] == part)
    return re.compile(alone(words))
