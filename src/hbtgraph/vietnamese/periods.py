"""Periods in running Vietnamese: parts of years, school years, terms, from one day to another, up to now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain

from msgspec import Struct

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import (
    MONTH_YEAR,
    OF_YEAR,
    YEAR,
    YEAR_ALONE,
    apart,
    bounds,
    find_dates,
    iso_of,
    last_day,
)
from hbtgraph.vietnamese.numbers import alone

Bounds = tuple[date | None, date | None]
"""The first and the last day of a period, None where it is open."""

_UNKNOWN: Bounds = (None, None)
_SCHOOL_BEGINS = 8
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class PeriodMention(Struct, frozen=True):
    """A stretch of time as the text has it, with its first and last day, None where the text leaves it open.

    Both are None where the year is left out and nothing tells it: "6 tháng đầu năm nay" in an undated text.
    """

    span: Span
    start: date | None
    end: date | None


def find_periods(text: str, within: Span, anchor: date | None) -> Iterator[PeriodMention]:
    """Every period in this stretch of the text, in order; "9 tháng năm 2022", "từ ngày 16/1 đến ngày 14/4"."""
    low = within.of(text).lower()
    forms = _period_patterns()
    told = sorted({at for word, those in _forms_with().items() if word in low for at in those})
    found = [
        PeriodMention(Span(*match.span()), *limits)
        for _, pattern, limits_of in map(forms.__getitem__, told)
        for match in pattern.finditer(text, within.start, within.end)
        if (limits := limits_of(match, anchor))
    ]
    yield from apart(found)


_Reading = Callable[[re.Match[str], date | None], Bounds | None]


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
    return date(year, 1, 1), last_day(year, count)


def _quarter(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"]) if match["year"] else anchor.year if anchor else None
    quarter = _ROMAN.get(match["quarter"].lower()) or int(match["quarter"])
    return (date(year, 3 * quarter - 2, 1), last_day(year, 3 * quarter)) if year else _UNKNOWN


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


def _since_day(match: re.Match[str], anchor: date | None) -> Bounds | None:
    iso = iso_of(match, anchor.year if anchor else None)
    return (bounds(iso)[0], None) if iso else _UNKNOWN if anchor is None else None


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
    return anchor if match["from"] else None, last_day(year, month)


def _until_years_end(match: re.Match[str], anchor: date | None) -> Bounds | None:
    year = int(match["year"] or (anchor.year if anchor else 0))
    return (anchor, date(year, 12, 31)) if year else _UNKNOWN


def _two_months(match: re.Match[str], _: date | None) -> Bounds | None:
    year, first, last = (int(match[part]) for part in ("year", "first", "last"))
    return (date(year, first, 1), last_day(year, last)) if 1 <= first <= last <= 12 else None


def _this_school_year(_: re.Match[str], anchor: date | None) -> Bounds:
    """By its years alone, as others are; a school year begins in August."""
    if anchor is None:
        return _UNKNOWN
    first = anchor.year if anchor.month >= _SCHOOL_BEGINS else anchor.year - 1
    return date(first, 1, 1), date(first + 1, 12, 31)


def _stated(match: re.Match[str], anchor: date | None) -> Bounds | None:
    iso = iso_of(match, anchor.year if anchor else None)
    return bounds(iso) if iso else None


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _month_words() -> dict[str, int]:
    """Words for numbers of months, up to eleven."""
    return {row["word"]: int(row["value"]) for row in table("number-words")} | {"mười một": 11}


_NO_VERB = "".join(rf"(?<!{word} hiện)" for word in ["thực", "phát", "xuất", "thể", "biểu", "tái", "hiển"])
_STATE = "có|còn|đã|đang|là|chỉ|mới|vẫn|chưa|được|mỗi|toàn|trên|cả|ở|đạt|cũng|số|tổng"


@cache
def _forms_with() -> Mapping[str, tuple[int, ...]]:
    """A word -> the places in their row of the forms that need it, or another."""
    forms = [needs for needs, _, _ in _period_patterns()]
    return {word: tuple(at for at, needs in enumerate(forms) if word in needs) for word in {*chain(*forms)}}


_Form = tuple[tuple[str, ...], str, _Reading]
"""Words one of which a text must hold, a pattern, and the reading of its match."""

_A_DAY = rf"\d\d?[-/.]\d\d?(?:[-/.]{YEAR})?"
_YEARS = rf"\(?(?P<first>{YEAR})\s?[-–]\s?(?P<last>{YEAR})\)?"


def _stretches() -> tuple[_Form, ...]:
    """From one year or day to another."""
    a_date = rf"(?:ngày\s+)?\d\d?[-/.]\d\d?(?:[-/.]{YEAR})?|(?:tháng\s+)?\d\d?[-/.]{YEAR}|(?:năm\s+)?{YEAR}"
    from_to = rf"(?:{a_date})(?:\s+\([^()]{{1,40}}\))?\s+(?:đến|tới)\s+(?:(?P<now>nay)|(?:hết\s+)?(?:{a_date}))(?!\w)"
    parts = "ngày|sáng|trưa|chiều|tối|đêm"
    spans = ("giai đoạn", "nhiệm kỳ", "nhiệm kì", "năm học", "niên khóa", "thời kỳ", "thời kì")
    return (
        (("giai", "nhiệm", "học", "niên", "thời"), rf"{alone(spans)}\s+{_YEARS}", _years),
        (("năm",), rf"{alone(['từ năm', 'trong các năm', 'các năm'])}\s+{_YEARS}(?![\d/])", _years),
        (("đến",), rf"{alone(['từ năm'])}\s+(?P<first>{YEAR})\s+đến\s+(?:năm\s+)?(?P<last>{YEAR})(?!\w)", _years),
        (("đến", "tới"), rf"{alone(['từ'])}\s+(?i:{from_to})", _between),
        (("đến", "tới"), rf"{alone(['đến', 'tới'])}\s+(?:hết\s+)?(?:{parts})\s+{_A_DAY}(?![\w/%]|-\d|,\d)", _until),
    )


def _limits() -> tuple[_Form, ...]:
    """Up to a day, month or year, or from one on."""
    return (
        (
            ("từ nay",),
            rf"{alone(['từ nay'])}\s+(?:đến|tới)\s+(?:(?:hết|cuối)\s+)?năm"
            rf"(?:\s+(?P<year>{YEAR}))?(?!\w|\s+(?:học|\d))",
            _until_years_end,
        ),
        (
            ("hết tháng", "cuối tháng"),
            rf"(?P<from>{alone(['từ nay'])}\s+)?{alone(['đến', 'tới'])}\s+(?:hết|cuối)\s+tháng\s+(?P<month>\d\d?)"
            rf"(?:{OF_YEAR})?(?![\d/])",
            _until_month,
        ),
        (
            (" hết ", " cuối "),
            rf"{alone(['đến hết', 'tới hết', 'đến cuối', 'tới cuối'])}\s+(?:năm\s+)?(?P<year>{YEAR})(?!\w|[-/.]\d)",
            _until_year,
        ),
        (
            ("và tháng",),
            rf"{alone(['tháng'])}\s+(?P<first>\d\d?)\s+và\s+tháng\s+(?P<last>\d\d?){OF_YEAR}(?!\d)",
            _two_months,
        ),
        (("5 năm", "năm năm"), rf"{alone(['5 năm', 'năm năm'])}\s+{_YEARS}(?![\d/])", _years),
        (("học này",), alone(["năm học này"]), _this_school_year),
        (("từ",), rf"{alone(['từ'])}\s+ngày\s+{_A_DAY}(?![\w/]|-\d|(?:\s+\([^()]{{1,40}}\))?\s+đến)", _since),
        (
            ("từ",),
            rf"{alone(['từ'])}\s+(?P<day>\d\d?)[-/.](?P<month>\d\d?)(?:[-/.](?P<year>{YEAR}))?(?=,)",
            _since_day,
        ),
    )


def _in_a_year() -> tuple[_Form, ...]:
    """Parts of a year, and what holds now."""
    of_year = rf"(?i:(?:năm\s+|/)(?P<year>{YEAR})|năm(?:\s+nay)?(?!\s+(?:học|\d)))(?!\w)"
    count = rf"(?P<count>\d(?<![\w.,]\d)\d?|{alone(_month_words())})"
    quarter = r"[qQ](?<!\w.)uý\s+(?P<quarter>[1-4]|III|II|IV|I)"
    return (
        (("nay",), rf"{alone(['từ đầu nhiệm kỳ', 'từ đầu năm học', 'từ đầu khóa'])}\s+đến\s+nay(?!\w)", _until_now),
        (("nay",), rf"{alone(['từ đầu năm', 'đầu năm'])}(?:\s+(?P<year>{YEAR}))?\s+đến\s+nay(?!\w)", _so_far),
        (
            ("tháng",),
            rf"{count}\s+(?i:tháng)\s+(?i:(?P<side>đầu|cuối)\s+)?(?i:của\s+)?{of_year}",
            _part_of_year,
        ),
        (("quý",), rf"{quarter}(?:\s?[-/]\s?|\s+năm\s+)(?P<year>{YEAR})(?!\w)", _quarter),
        (("quý",), rf"{quarter}(?:\s+năm\s+nay)?(?P<year>)(?!\w)", _quarter),
        (("tháng",), rf"{alone(['những tháng', 'các tháng'])}\s+(?P<side>đầu|cuối)\s+{of_year}", _side_of_year),
        (("tháng",), MONTH_YEAR, _stated),
        (("năm",), YEAR_ALONE, _stated),
        (("nay",), alone(["năm nay"]), _this_year),
        (
            ("nay", "thời điểm"),
            alone(["đến nay", "tới nay", "đến thời điểm hiện tại", "đến thời điểm này"]),
            _until_now,
        ),
        (("hiện",), alone(["hiện nay", "hiện tại"]), _now),
        (("hiện",), rf"{alone(['hiện'])}{_NO_VERB}(?=,?\s(?:{_STATE})(?!\w)|$)", _now),
    )


@cache
def _period_patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str], _Reading], ...]:
    """The longer forms first, each with what a text must hold for it, as for dates, and the reading of its match."""
    forms = (*_stretches(), *_limits(), *_in_a_year())
    return tuple((needs, re.compile(form), limits_of) for needs, form, limits_of in forms)
