"""On which day an honour was given: the day of its sentence, or that of the occasion told before."""

from __future__ import annotations

import re

from hbtgraph.extract.context import Context
from hbtgraph.extract.plans import plain_year
from hbtgraph.model import Span
from hbtgraph.vietnamese.dates import DateMention, find_dates

_BACK = 1500
_THERE = re.compile(
    r"(?:tại|trong)\s+(?:buổi\s+|cuộc\s+)?(?:hội nghị|lễ|gặp mặt|họp mặt|đại hội|chương trình|đây)(?:\s+\w+){0,2}\s*,"
    r"|(?:nhân\s+)?dịp này|cũng tại",
    re.I,
)
"""A sentence that goes on about the occasion told before."""

_YEAR_FIRST = re.compile(r"(?<!\w)(?:(?:vào|trong)\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?![\d/-])", re.I)
_YEAR_LAST = re.compile(r"\s+(?:vào\s+|\()?(?:năm\s+)(?P<year>(?:19|20)\d\d)\)?(?=\s*(?:[.,;)]|và\s|$))")
"""The year of an honour, where no day is told: it opens the clause, or stands directly behind the honour."""

_HELD = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|khai mạc)(?!\w)")
_IN_BRACKETS = ("(", "-", "–")
"""Before a day that is no day of giving: "(3/2/1930 - 3/2/2017)"."""


def day_of_honour(context: Context, sentence: Span, span: Span, *, at_hand: bool) -> str | None:
    """The day that the sentence gives, or the day on which the occasion was held.

    That is the last one told before, where the sentence begins "Tại hội nghị" or somebody hands the honour over.
    """
    if days := _days(context, Span(sentence.start, span.end)):
        return days[0].iso
    if year := _year(context.plain, sentence, span):
        return year
    if not at_hand and not _THERE.match(context.plain, sentence.start, sentence.end):
        return None
    earlier = Span(max(0, sentence.start - _BACK), sentence.start)
    held = [day for day in _days(context, earlier) if _held_on(context, day.span.start)]
    return held[-1].iso if held else None


def _year(text: str, sentence: Span, span: Span) -> str | None:
    behind_it = _YEAR_LAST.match(text, span.end, sentence.end)
    first = (
        year
        for year in _YEAR_FIRST.finditer(text, sentence.start, span.end)
        if text[sentence.start : year.start()].rstrip()[-1:] in ("", ",", ";", ":", "-", "–")
    )
    found = behind_it or max(first, key=lambda year: year.start(), default=None)
    return found["year"] if found else None


def _days(context: Context, span: Span) -> list[DateMention]:
    """The days written here, those in brackets aside."""
    found = find_dates(context.plain, span, context.date, context.once(plain_year))
    return [day for day in found if len(day.iso) == 10 and not _is_remembered(context.plain, day.span.start)]


def _is_remembered(text: str, position: int) -> bool:
    """Whether brackets or a dash stand before a day: "(3/2/1930 - 3/2/2017)"."""
    return text[max(0, position - 3) : position].rstrip().endswith(_IN_BRACKETS)


def _held_on(context: Context, place: int) -> bool:
    sentence = context.sentence_of(place)
    return sentence is not None and _HELD.search(context.plain, sentence.start, sentence.end) is not None
