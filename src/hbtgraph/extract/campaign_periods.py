"""When a campaign runs, and since when."""

from __future__ import annotations

import re

from hbtgraph.extract.context import Context
from hbtgraph.extract.plans import plain_year
from hbtgraph.model import Span
from hbtgraph.vietnamese.dates import find_dates
from hbtgraph.vietnamese.periods import find_periods

AFTER = 60
"""How far behind its name a campaign's period and organizer may stand, in code points."""

_YEARS = re.compile(
    r"[\s”\"’,]*(?:(?:của|do)\s[^.;:(]{2,40}?)?\s*\((?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d)\)"
)
_SINCE = re.compile(r"từ\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\d%]|\s?[-–]|\s+đến)")

IN_NAME = re.compile(r"(?:năm\s+)?(?P<year>20\d\d)$")
"""The year that ends a name."""

_OF_YEAR = re.compile(r"[”\"’]?\s+năm\s+(?P<year>(?:19|20)\d\d)(?![\d%]|\s?[-–]|\s+đến)")
"""Right behind a name: "phong trào “X” năm 2022"."""

_YEAR_IS = re.compile(r"năm\s+(?P<year>(?:19|20)\d\d)\s+là\s+[“\"]?$", re.I)
_LAUNCHED = re.compile(r"\bphát động\b(?P<what>[^,;:.]*)$", re.I)
"""Before a campaign, in its own clause: it is what is launched, and no other."""


def period(context: Context, sentence: Span, name: Span) -> tuple[str | None, str | None, int]:
    """Start and end, and how far their words reach.

    A stage that runs to the article's own year tells how far a review reaches, not that the campaign ended.
    """
    text = context.plain
    if year := IN_NAME.search(name.of(context.text)):
        return year["year"], None, name.end
    if year := _YEAR_IS.search(text, sentence.start, name.start):
        return year["year"], None, name.end
    if year := _OF_YEAR.match(text, name.end, sentence.end):
        return year["year"], None, year.end()
    first = last = None
    far = name.end
    if years := _YEARS.match(text, name.end, sentence.end):
        first, last, far = int(years["first"]), int(years["last"]), years.end()
    else:
        if since := _SINCE.search(text, name.end, min(sentence.end, name.end + AFTER)):
            return since["year"], None, since.end()
        for stage in find_periods(text, Span(name.end, min(sentence.end, name.end + AFTER)), context.date):
            if stage.start and stage.end and stage.end.year > stage.start.year:
                first, last, far = stage.start.year, stage.end.year, stage.span.end
                break
    over = last is not None and (context.date is None or last > context.date.year)
    return (str(first) if first else None), (str(last) if over else None), far


def launch_day(context: Context, sentence: Span, span: Span) -> str | None:
    """The day of a sentence that says that the campaign was launched."""
    launched = _LAUNCHED.search(context.plain, sentence.start, span.start)
    head = Span(sentence.start, span.start)
    day = next(find_dates(context.plain, head, context.date, context.once(plain_year)), None)
    return day.iso if launched and day else None
