"""Time in an article: what is still to come, and the year that is meant where none is written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import joined, listed_before
from hbtgraph.extract.phrases import behind, stretches
from hbtgraph.extract.words import UPPER, TextFinder
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import cycle_years
from hbtgraph.vietnamese.numbers import alone

_YEAR = re.compile(r"(?P<year>20[0-4]\d)(?![\d%]|[.,]\d|/[A-ZĐ]|\s?[-–]\s?\d)")
_PART_OF_SPAN = re.compile(r"(?:(?:đến|tới|trước|hết|từ) (?:cuối |đầu )?năm\s|(?:19|20)\d\d\s?[-–]\s?|\d)$")
_IN_FORCE = re.compile(r"hiệu lực\s(?:thi hành\s)?(?:kể\s)?từ\s(?:ngày\s)?(?:\d\d?[-/.]){0,2}$")
"""Before the year from which a law is in force, which is seldom that of the news of it."""

_SEASON = TextFinder(
    re.compile(rf"{alone(['xuân', 'tết'])}\s(?:\w+\s){{0,3}}?(?P<year>20[0-4]\d)(?!\d)"), ("xuân", "tết")
)
_PART_OF_YEAR = TextFinder(
    re.compile(
        r"(?:(?:tháng|quý|tuần)\s(?:đầu|cuối)\snăm\s(?=20\d\d)|quý\s[IV\d]+(?:/|\snăm\s)|đầu\snăm\s(?=20\d\d\sđến\snay))"
        r"(?P<year>20[0-4]\d)(?!\d)",
        re.I,
    ),
    ("tháng", "quý", "tuần", "đầu"),
)
_MONTH_OF_YEAR = TextFinder(
    re.compile(
        r"(?:quý|tháng)\s?[IV\d]{1,3}(?:[-/.]|\snăm\s)\s?(?P<year>20[0-4]\d)(?![\d/-])(?P<next>\s(?:này|tới)(?!\w))?",
        re.I,
    ),
    ("quý", "tháng"),
)
_AHEAD = re.compile(r"(?<!\w)sẽ\s[^.;\n]{0,80}$")
_BY_LETTERS = re.compile(r"(?<![Ll]uật\s)(?<!\w)[A-Z]{3,}\s$")
"""Before the year of an occasion that is known by its letters: "APEC 2017"; of a law it is another."""

_DAY = re.compile(r"\d\d?[-/.](?P<month>\d\d?)(?!\d|[-/.]\d)")
_BEFORE_DAY = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|nay|qua|\()[\s,(]{0,3}(?:ngày\s)?$", re.I)
_MONTH_OF = re.compile(
    r"(?P<told>\d\s?[-/.]\s?|(?<!hồi )(?<!\w)(?:đầu|giữa|cuối|hết|trong)\stháng\s)?"
    r"(?P<month>\d(?<!\d\d)\d?)(?:\s?[-/.]\s?|\snăm\s)$",
    re.I,
)
"""Before a year, a month with its day or the part of it that is meant."""

_WHOLE_PHRASE = 100
_DIRECT_YEAR = re.compile(r"\s+(?P<whole>(?:hết|cuối)\s+)?(?:năm\s+)?(?P<year>20\d\d)(?!\d)")
_WAS_DONE = re.compile(r"(?<!\w)(?:đã|vừa)\s(?:\w+\s){0,4}$", re.I)
_HAPPENED = re.compile(r"(?<!\w)(?:đã|vừa)\s(?:có|tổ chức|diễn ra|chủ trì|tham dự|dự)(?!\w)")
_LIST = re.compile(r"(?<!\w)(?:như|gồm|gồm có|sau|sau đây|là)\s?:\s")
"""Opens a list, for whose members holds what was said before: "sẽ có các hoạt động như: hội thi X; lễ hội Y"."""

_STOP = re.compile(rf"[.!?…]\s+[{UPPER}]")
_CLAUSE = re.compile(r"[;:]|,\s+(?:và|nhưng|còn|đồng thời)\s")


def planned_sentences(context: Context) -> dict[Span, Span]:
    """The sentences in a stretch of plans, each with the sentence that opens its stretch.

    A sentence with both a horizon ("trong những tháng cuối năm") and "sẽ" opens one; it runs to the next
    subheading, or to the first sentence that tells what was done.
    """
    found: dict[Span, Span] = {}
    if not _pattern("horizon").search(context.plain):
        return found
    limits = [block.start for block in context.article.parts("subheading")]
    horizons = [match.start() for match in _pattern("horizon").finditer(context.plain)]
    opener: Span | None = None
    last = -1
    for sentence in stretches(context):
        part = bisect_right(limits, sentence.start)
        if part != last:
            opener, last = None, part
        ahead = bisect_left(horizons, sentence.start) < bisect_left(horizons, sentence.end)
        if ahead and _pattern("will").search(context.plain, sentence.start, sentence.end):
            opener = sentence
        elif opener and _pattern("done").search(context.plain, sentence.start, sentence.end):
            opener = None
        if opener:
            found[sentence] = opener
    return found


def planner(context: Context, horizon: Span | None) -> str | None:
    """Whose plans a stretch tells: the bodies or unit before "sẽ" in the sentence that opens it."""
    ahead = _pattern("will").search(context.plain, horizon.start, horizon.end) if horizon else None
    return joined(listed_before(context, horizon.start, ahead.start())) if horizon and ahead else None


def horizon_year(context: Context, horizon: Span | None) -> str | None:
    """The year written directly behind the horizon's words: "những tháng cuối năm 2022"; not "từ nay đến năm 2030"."""
    words = _pattern("horizon").search(context.plain, horizon.start, horizon.end) if horizon else None
    year = _DIRECT_YEAR.match(context.plain, words.end()) if words else None
    if words is None or year is None or (words[0].lower().endswith(("đến", "tới")) and not year["whole"]):
        return None
    return year["year"]


def plain_year(context: Context) -> int | None:
    """The year that an undated article is plainly about, else None: the latest that it names, spans aside.

    A year that is named may be the one under review: it must stand with the season ("Xuân Đinh Dậu 2017", "Xuân Đinh
    Dậu" alone) or a part of it ("6 tháng đầu năm 2017"), with an occasion or task ("Hội thi ... năm 2017", "APEC
    2017"), with what is to come ("sẽ xong trong tháng 9/2017"), or in a date next to the month of the article's first
    day without a year. Of 528 articles of 2017 that were given a year so, 90% were given 2017.
    """
    text = context.plain
    if context.date or "20" not in text:
        return None
    named = [
        int(match["year"])
        for match in _YEAR.finditer(text)
        if not any(behind(bar, text, 0, match.start()) for bar in (_PART_OF_SPAN, _IN_FORCE))
    ]
    latest = _latest(sorted(set(named)))
    if latest is None:
        return None
    told = max((year for year in cycle_years(text) if year - latest <= 1), default=0)
    if told >= latest:
        return told
    meant = (match["year"] for form in (_SEASON, _PART_OF_YEAR) for match in form.finditer(text))
    rules = (_of_something, _is_ahead, _of_letters, _near_month)
    return latest if str(latest) in meant or any(rule(text, latest) for rule in rules) else None


def _latest(years: list[int]) -> int | None:
    """The latest of these years, None where it is a round one that plans run to: 2030 where the next is 2017."""
    if len(years) > 1 and years[-1] % 5 == 0 and years[-1] - years[-2] > 1:
        return None
    return years[-1] if years else None


def _of_something(text: str, year: int) -> bool:
    """Whether an occasion or task stands before the year in the same phrase: "hội thi năm 2017", "Lễ hội X 2017"."""
    for match in re.finditer(rf"{year}(?![\d/%-]|[.,]\d|\s?[-–]\s?\d)", text):
        end = match.start()
        first = max(0, end - _WHOLE_PHRASE)
        start = max(text.rfind(mark, first, end) for mark in ".,;:\n") + 1
        part = "of-year" if text.endswith(" năm ", start or first, end) else "of-bare-year"
        if text.endswith("% năm ", first, end):
            continue
        if text.endswith((" ", "-", "–"), first, end) and _pattern(part).search(text, start or first, end):
            return True
    return False


def _is_ahead(text: str, year: int) -> bool:
    """Whether a month or quarter of this year is to come: "tháng 9/2017 tới", "sẽ xong trong quý III/2017"."""
    return any(
        match["year"] == str(year)
        and (match["next"] or _AHEAD.search(text, max(0, match.start() - _WHOLE_PHRASE), match.start()))
        for match in _MONTH_OF_YEAR.finditer(text)
    )


def _of_letters(text: str, year: int) -> bool:
    """Whether an occasion of this year is known by its letters; an index or a law is none."""
    named = (match.start() for match in re.finditer(rf"{year}(?![\d/-]|\s[-–]\s?\d)", text))
    known = (_BY_LETTERS.search(text, max(0, start - _WHOLE_PHRASE), start) for start in named)
    return any(letters is not None and letters[0].strip() not in _no_occasions() for letters in known)


def said_after(context: Context, stretch: Span, position: int) -> bool:
    """Whether the words of the stretch that look ahead stand in a later sentence of it: "khen hội nghị. Sắp tới sẽ"."""
    ahead = _pattern("horizon").search(context.plain, stretch.start, stretch.end)
    return ahead is not None and _STOP.search(context.plain, position, ahead.start() + 1) is not None


def _near_month(text: str, year: int) -> bool:
    """Whether a date of this year lies next to the month of the first day that is given without its year.

    A month alone ("hồi tháng 5/2016") is often of another year than the news, unless the year before is named, too; a
    part of it ("cuối tháng 5/2017") seldom is.
    """
    first = next((day for day in _DAY.finditer(text) if behind(_BEFORE_DAY, text, 0, day.start())), None)
    if first is None:
        return False
    before = str(year - 1) in text
    named = (match.start() for match in re.finditer(rf"(?<!\d){year}(?![\d/-])", text))
    months = (month for start in named if (month := behind(_MONTH_OF, text, 0, start)))
    return any(
        abs(int(month["month"]) - int(first["month"])) <= 1 and (before or month["told"] is not None)
        for month in months
    )


def will(context: Context, sentence: Span, position: int) -> bool:
    """Whether the clause before `position` says that something is to come: "sẽ tổ chức ..."."""
    text = context.plain
    if was_done(context, sentence, position):
        return False
    opened = _LIST.search(text, sentence.start, position)
    if opened and _looks_ahead(text, sentence.start, opened.start()):
        return True
    return _looks_ahead(text, opened.end() if opened else sentence.start, position)


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the last clause there does."""
    apart = (match.end() for clause in (_CLAUSE, _HAPPENED) for match in clause.finditer(text, start, end))
    return _pattern("will").search(text, max(apart, default=start), end) is not None


def was_done(context: Context, sentence: Span, position: int) -> bool:
    """Whether the verb before `position` tells what was done: "đã tổ chức ..."."""
    return behind(_WAS_DONE, context.plain, sentence.start, position) is not None


@cache
def _no_occasions() -> frozenset[str]:
    return frozenset(row["word"] for row in table("event-plan-words") if row["part"] == "letters")


@cache
def _pattern(part: str) -> TextFinder:
    words = tuple(row["word"] for row in table("event-plan-words") if row["part"] == part)
    return TextFinder(re.compile(alone(words)), words)
