"""Dates and periods in running Vietnamese, at the precision that the text states.

A date without its year takes the year of the anchor, the day on which the text was published; so do
"sáng nay", "hôm qua" and the like. Without an anchor such a date has no ISO form and is left out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Protocol, TypeVar

from msgspec import Struct

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone

Bounds = tuple[date | None, date | None]
"""The first and the last day of a period, None where it is open."""

_UNKNOWN: Bounds = (None, None)
_SCHOOL_BEGINS = 8
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = r"(?:19|20)\d\d"
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[\s,]{0,3}(?:\(|ngày\s)?")


class DateMention(Struct, frozen=True, order=True):
    """A date as the text has it; `iso` is YYYY, YYYY-MM or YYYY-MM-DD."""

    span: Span
    iso: str


class PeriodMention(Struct, frozen=True):
    """A stretch of time as the text has it, with its first and last day, None where the text leaves it open.

    Both are None where the year is left out and nothing tells it: "6 tháng đầu năm nay" in an undated text.
    """

    span: Span
    start: date | None
    end: date | None


def bounds(iso: str) -> tuple[date, date]:
    """The first and the last day of an ISO date of any precision: "2022" is 2022-01-01 to 2022-12-31.

    Raises ValueError where the text is no such date.
    """
    if not (match := _ISO.fullmatch(iso)):
        raise ValueError(f"not an ISO date: {iso!r}")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), _last_day(year, month)
    return date(year, 1, 1), date(year, 12, 31)


def find_dates(text: str, within: Span, anchor: date | None, year: int | None = None) -> Iterator[DateMention]:
    """Every date in this stretch of the text, in order; `year` stands in for the anchor's where there is no anchor.

    Read are 24-1-2022, 24/1/2022, 24.1.2022, "ngày 24 tháng 1 năm 2022", "tháng 3/2017", "năm 2022";
    24/1 or 24-1 after a word such as "ngày" or "sáng" or alone in brackets; "sáng nay", "hôm qua". A
    relative word and the date that repeats it ("sáng nay (30/5)") are one mention. Impossible dates are none.
    """
    low = within.of(text).lower()
    meant = anchor.year if anchor else year
    found = [
        DateMention(Span(*match.span("at")), iso)
        for needs, pattern in (_date_patterns() if _DIGIT.search(low) else ())
        if _holds(low, needs)
        for match in pattern.finditer(text, within.start, within.end)
        if (iso := _iso(match, meant))
    ]
    yield from _joined(text, list(apart(found)), _relative(text, within, anchor))


def find_periods(text: str, within: Span, anchor: date | None) -> Iterator[PeriodMention]:
    """Every period in this stretch of the text, in order; "9 tháng năm 2022", "từ ngày 16/1 đến ngày 14/4"."""
    low = within.of(text).lower()
    if not low.strip():
        return
    found = [
        PeriodMention(Span(*match.span()), *limits)
        for needs, pattern, limits_of in _period_patterns()
        if _holds(low, needs)
        for match in pattern.finditer(text, within.start, within.end)
        if (limits := limits_of(match, anchor))
    ]
    yield from apart(found)


def cycle_years(text: str) -> Iterator[int]:
    """The years from 2000 to 2059 that the text names by the sixty-year cycle: "xuân Đinh Dậu" is 2017."""
    numbers = {(row["part"], row["word"]): int(row["number"]) for row in table("date-cycle")}
    for match in _cycle_pattern().finditer(text):
        stem, branch = numbers["stem", match["stem"]], numbers["branch", match["branch"]]
        yield from (year for year in range(2000, 2060) if (year - 4) % 10 == stem and (year - 4) % 12 == branch)


def _holds(low: str, needs: Iterable[str]) -> bool:
    for word in needs:  # noqa: SIM110 - any() over a generator takes twice the time, for every stretch and pattern
        if word in low:
            return True
    return False


_Reading = Callable[[re.Match[str], date | None], Bounds | None]


class _HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


Mention = TypeVar("Mention", bound=_HasSpan)


def apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions in order, without those that overlap an earlier one; of two that begin together the longer."""
    end = -1
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.span.start >= end:
            end = mention.span.end
            yield mention


def period_bounds(text: str, anchor: date | None) -> Bounds | None:
    """The first and last day of a period that fills this text, or None where it is no period.

    "9 tháng năm 2022" is 2022-01-01 to 2022-09-30. A school year, term or stage is known by its years
    alone: "năm học 2016-2017" is 2016-01-01 to 2017-12-31. "những tháng cuối năm 2022" has no stated start.
    """
    text = text.strip()
    for _, pattern, limits_of in _period_patterns():
        if match := pattern.fullmatch(text):
            return limits_of(match, anchor)
    return None


def _iso(match: re.Match[str], meant: int | None) -> str | None:
    part = match.groupdict()
    year = int(part["year"]) if part.get("year") else meant
    if year is None:
        return None
    month, day = part.get("month"), part.get("day")
    try:
        if month and day:
            return date(year, int(month), int(day)).isoformat()
        return date(year, int(month), 1).isoformat()[:7] if month else f"{year}"
    except ValueError:
        return None


def _relative(text: str, within: Span, anchor: date | None) -> list[DateMention]:
    if anchor is None:
        return []
    days = _relative_days()
    return [
        DateMention(Span(*match.span()), (anchor + timedelta(days=days[_plain(match[0])])).isoformat())
        for match in _relative_pattern().finditer(text, within.start, within.end)
    ]


def _joined(text: str, dates: list[DateMention], relative: list[DateMention]) -> Iterator[DateMention]:
    """Both lists in order; a relative word directly before a date is one mention with it, the date's own."""
    waiting: DateMention | None = None
    for mention, spelled in sorted([*((m, True) for m in dates), *((m, False) for m in relative)]):
        if waiting and spelled and _APART.fullmatch(text, waiting.span.end, mention.span.start):
            mention, waiting = DateMention(Span(waiting.span.start, mention.span.end), mention.iso), None
        if waiting:
            yield waiting
        if spelled:
            yield mention
        waiting = None if spelled else mention
    if waiting:
        yield waiting


def _years(match: re.Match[str], _: date | None) -> Bounds | None:
    first, last = int(match["first"]), int(match["last"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _part_of_year(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"]) if match["year"] else anchor.year if anchor else None
    count = int(match["count"]) if match["count"].isdigit() else _month_words()[_plain(match["count"])]
    if not 1 <= count <= 12:
        return None
    if year is None:
        return _UNKNOWN
    if (match["side"] or "").lower() == "cuối":
        return date(year, 13 - count, 1), date(year, 12, 31)
    return date(year, 1, 1), _last_day(year, count)


def _quarter(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"]) if match["year"] else anchor.year if anchor else None
    quarter = _ROMAN.get(match["quarter"].lower()) or int(match["quarter"])
    return (date(year, 3 * quarter - 2, 1), _last_day(year, 3 * quarter)) if year else _UNKNOWN


def _side_of_year(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"]) if match["year"] else anchor.year if anchor else None
    if year is None:
        return _UNKNOWN
    return (None, date(year, 12, 31)) if match["side"].lower() == "cuối" else (date(year, 1, 1), None)


def _between(match: re.Match[str], anchor: date | None) -> Bounds | None:
    dates = list(find_dates(match.string, Span(*match.span()), anchor))
    if len(dates) == 2:
        return bounds(dates[0].iso)[0], bounds(dates[1].iso)[1]
    if len(dates) == 1 and match["now"]:
        return bounds(dates[0].iso)[0], anchor
    return _UNKNOWN if anchor is None else None


def _since(match: re.Match[str], anchor: date | None) -> Bounds | None:
    dates = list(find_dates(match.string, Span(*match.span()), anchor))
    if dates:
        return bounds(dates[0].iso)[0], None
    return _UNKNOWN if anchor is None else None


def _so_far(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"]) if match["year"] else anchor.year if anchor else None
    return (date(year, 1, 1), anchor) if year else _UNKNOWN


def _until_now(_: re.Match[str], anchor: date | None) -> Bounds:
    return None, anchor


def _now(_: re.Match[str], anchor: date | None) -> Bounds:
    return anchor, anchor


def _this_year(_: re.Match[str], anchor: date | None) -> Bounds | None:
    return (date(anchor.year, 1, 1), date(anchor.year, 12, 31)) if anchor else _UNKNOWN


def _until(match: re.Match[str], anchor: date | None) -> Bounds | None:
    dates = list(find_dates(match.string, Span(*match.span()), anchor))
    if dates:
        return None, bounds(dates[0].iso)[1]
    return _UNKNOWN if anchor is None else None


def _until_year(match: re.Match[str], _: date | None) -> Bounds:
    return None, date(int(match["year"]), 12, 31)


def _until_month(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year, month = int(match["year"] or (anchor.year if anchor else 0)), int(match["month"])
    if not year or not 1 <= month <= 12:
        return _UNKNOWN
    return anchor if match["from"] else None, _last_day(year, month)


def _until_years_end(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"] or (anchor.year if anchor else 0))
    return (anchor, date(year, 12, 31)) if year else _UNKNOWN


def _two_months(match: re.Match[str], _: date | None) -> Bounds | None:
    year, first, last = (int(match[part]) for part in ("year", "first", "last"))
    return (date(year, first, 1), _last_day(year, last)) if 1 <= first <= last <= 12 else None


def _this_school_year(_: re.Match[str], anchor: date | None) -> Bounds:
    """By its years alone, as others are; a school year begins in August."""
    if anchor is None:
        return _UNKNOWN
    first = anchor.year if anchor.month >= _SCHOOL_BEGINS else anchor.year - 1
    return date(first, 1, 1), date(first + 1, 12, 31)


def _stated(match: re.Match[str], anchor: date | None) -> Bounds | None:
    iso = _iso(match, anchor.year if anchor else None)
    return bounds(iso) if iso else None


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _cycle_pattern() -> re.Pattern[str]:
    """A year of the cycle behind its season, its Gregorian year not beside it."""
    stems, branches = ("|".join(r["word"] for r in table("date-cycle") if r["part"] == p) for p in ("stem", "branch"))
    season = alone(["xuân", "tết", "nguyên đán", "năm"])
    return re.compile(rf"{season}\s+(?P<stem>{stems})\s+(?P<branch>{branches})(?!\w|\s+(?:năm\s+)?\(?\d{{4}})")


@cache
def _month_words() -> dict[str, int]:
    """Words for numbers of months, up to eleven."""
    return {row["word"]: int(row["value"]) for row in table("number-words")} | {"mười một": 11}


@cache
def _relative_days() -> dict[str, int]:
    return {row["word"]: int(row["days"]) for row in table("date-relative")}


@cache
def _relative_pattern() -> re.Pattern[str]:
    return re.compile(alone(_relative_days()))


# Every form begins with a digit, a bracket or a first letter of a known few, by which `re` skips through the text;
# what must not stand before comes behind it, as a look back over both.
_DAY = r"(?P<day>\d(?<![\w/.,-]\d)\d?)"
_OF_YEAR = rf"(?:\s+(?i:năm)\s+|\s?[-/.]\s?)(?P<year>{_YEAR})"
_MONTH_YEAR = rf"(?P<at>[tT](?<!\w.)(?<!\d\s.)(?i:háng)\s+(?P<month>\d\d?){_OF_YEAR})(?!\d)"
_YEAR_ALONE = (
    rf"(?P<at>[nN](?<!\w.)(?<!tháng\s\d\s.)(?<!tháng\s\d\d\s.)(?i:ăm)\s+(?P<year>{_YEAR}))(?![\d%]|\s?[-–]\s?\d|,\d)"
)


@cache
def _date_patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The forms of a date, each with what a text without which it need not be looked for holds, in small letters.

    Where two overlap, the one that begins first or is longer counts.
    """
    cue = alone(row["word"] for row in table("date-cue"))
    day_month = r"(?P<at>(?P<day>\d\d?)[-/.](?P<month>\d\d?))(?!\d|[-/.,]\d|[-/]\w|\s?%)"
    forms = (
        (
            ("19", "20"),
            rf"(?P<at>{_DAY}\s?(?P<by>[-/.])\s?(?P<month>\d\d?)\s?(?P=by)\s?(?P<year>{_YEAR}))(?!\d|[-/]\w)",
        ),
        (("tháng",), rf"(?P<at>{_DAY}\s+(?i:tháng)\s+(?P<month>\d\d?){_OF_YEAR})(?!\d)"),
        (("tháng",), _MONTH_YEAR),
        (("/19", "/20"), rf"(?P<at>(?P<month>\d(?<![\w/.,-]\d)\d?)/(?P<year>{_YEAR}))(?![\d/]|-\w)"),
        (("tháng",), r"[nN](?<!\w.)(?i:gày)\s+(?P<at>(?P<day>\d\d?)\s+(?i:tháng)\s+(?P<month>\d\d?))(?!\d)"),
        (("/", "-", "."), rf"{cue}[\s,(]{{1,3}}{day_month}"),
        (("(",), rf"\({day_month}(?=\s?[),;])"),
        (("năm",), _YEAR_ALONE),
    )
    return tuple((needs, re.compile(form)) for needs, form in forms)


_NO_VERB = "".join(rf"(?<!{word} hiện)" for word in ["thực", "phát", "xuất", "thể", "biểu", "tái", "hiển"])
_STATE = "có|còn|đã|đang|là|chỉ|mới|vẫn|chưa|được|mỗi|toàn|trên|cả|ở|đạt|cũng|số|tổng"


@cache
def _period_patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str], _Reading], ...]:
    """The longer forms first, each with what a text must hold for it, as for dates, and the reading of its match."""
    of_year = rf"(?i:(?:năm\s+|/)(?P<year>{_YEAR})|năm(?:\s+nay)?(?!\s+(?:học|\d)))(?!\w)"
    years = rf"\(?(?P<first>{_YEAR})\s?[-–]\s?(?P<last>{_YEAR})\)?"
    a_day = rf"\d\d?[-/.]\d\d?(?:[-/.]{_YEAR})?"
    count = rf"(?P<count>\d(?<![\w.,]\d)\d?|{alone(_month_words())})"
    a_date = rf"(?:ngày\s+)?\d\d?[-/.]\d\d?(?:[-/.]{_YEAR})?|(?:tháng\s+)?\d\d?[-/.]{_YEAR}|(?:năm\s+)?{_YEAR}"
    from_to = rf"(?:{a_date})(?:\s+\([^()]{{1,40}}\))?\s+(?:đến|tới)\s+(?:(?P<now>nay)|(?:hết\s+)?(?:{a_date}))(?!\w)"
    parts = "ngày|sáng|trưa|chiều|tối|đêm"
    quarter = r"[qQ](?<!\w.)uý\s+(?P<quarter>[1-4]|III|II|IV|I)"
    spans = ("giai đoạn", "nhiệm kỳ", "nhiệm kì", "năm học", "niên khóa", "thời kỳ", "thời kì")
    forms: tuple[tuple[tuple[str, ...], str, _Reading], ...] = (
        (("giai", "nhiệm", "học", "niên", "thời"), rf"{alone(spans)}\s+{years}", _years),
        (("năm",), rf"{alone(['từ năm', 'trong các năm', 'các năm'])}\s+{years}(?![\d/])", _years),
        (("đến",), rf"{alone(['từ năm'])}\s+(?P<first>{_YEAR})\s+đến\s+(?:năm\s+)?(?P<last>{_YEAR})(?!\w)", _years),
        (("đến", "tới"), rf"{alone(['từ'])}\s+(?i:{from_to})", _between),
        (("đến", "tới"), rf"{alone(['đến', 'tới'])}\s+(?:hết\s+)?(?:{parts})\s+{a_day}(?![\w/%]|-\d|,\d)", _until),
        (
            ("từ nay",),
            rf"{alone(['từ nay'])}\s+(?:đến|tới)\s+(?:(?:hết|cuối)\s+)?năm"
            rf"(?:\s+(?P<year>{_YEAR}))?(?!\w|\s+(?:học|\d))",
            _until_years_end,
        ),
        (
            ("hết tháng", "cuối tháng"),
            rf"(?P<from>{alone(['từ nay'])}\s+)?{alone(['đến', 'tới'])}\s+(?:hết|cuối)\s+tháng\s+(?P<month>\d\d?)"
            rf"(?:{_OF_YEAR})?(?![\d/])",
            _until_month,
        ),
        ((" hết ",), rf"{alone(['đến hết', 'tới hết'])}\s+(?:năm\s+)?(?P<year>{_YEAR})(?!\w|[-/.]\d)", _until_year),
        (
            ("và tháng",),
            rf"{alone(['tháng'])}\s+(?P<first>\d\d?)\s+và\s+tháng\s+(?P<last>\d\d?){_OF_YEAR}(?!\d)",
            _two_months,
        ),
        (("5 năm", "năm năm"), rf"{alone(['5 năm', 'năm năm'])}\s+{years}(?![\d/])", _years),
        (("học này",), alone(["năm học này"]), _this_school_year),
        (("từ",), rf"{alone(['từ'])}\s+ngày\s+{a_day}(?![\w/]|-\d|(?:\s+\([^()]{{1,40}}\))?\s+đến)", _since),
        (("nay",), rf"{alone(['từ đầu nhiệm kỳ', 'từ đầu năm học', 'từ đầu khóa'])}\s+đến\s+nay(?!\w)", _until_now),
        (("nay",), rf"{alone(['từ đầu năm', 'đầu năm'])}(?:\s+(?P<year>{_YEAR}))?\s+đến\s+nay(?!\w)", _so_far),
        (
            ("tháng",),
            rf"{count}\s+(?i:tháng)\s+(?i:(?P<side>đầu|cuối)\s+)?(?i:của\s+)?{of_year}",
            _part_of_year,
        ),
        (("quý",), rf"{quarter}(?:\s?[-/]\s?|\s+năm\s+)(?P<year>{_YEAR})(?!\w)", _quarter),
        (("quý",), rf"{quarter}(?P<year>)(?!\w)", _quarter),
        (("tháng",), rf"{alone(['những tháng', 'các tháng'])}\s+(?P<side>đầu|cuối)\s+{of_year}", _side_of_year),
        (("tháng",), _MONTH_YEAR, _stated),
        (("năm",), _YEAR_ALONE, _stated),
        (("nay",), alone(["năm nay"]), _this_year),
        (
            ("nay", "thời điểm"),
            alone(["đến nay", "tới nay", "đến thời điểm hiện tại", "đến thời điểm này"]),
            _until_now,
        ),
        (("hiện",), alone(["hiện nay", "hiện tại"]), _now),
        (("hiện",), rf"{alone(['hiện'])}{_NO_VERB}(?=,?\s(?:{_STATE})(?!\w)|$)", _now),
    )
    return tuple((needs, re.compile(form), limits_of) for needs, form, limits_of in forms)
