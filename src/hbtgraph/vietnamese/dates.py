"""Dates in running Vietnamese, at the precision that the text states.

A date without its year takes the year of the anchor, the day on which the text was published; so do
"sáng nay", "hôm qua" and the like. Without an anchor such a date has no ISO form and is left out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Protocol, TypeVar

from msgspec import Struct

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
YEAR = r"(?:19|20)\d\d"
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[\s,]{0,3}(?:\(|ngày\s)?")


class DateMention(Struct, frozen=True, order=True):
    """A date as the text has it; `iso` is YYYY, YYYY-MM or YYYY-MM-DD."""

    span: Span
    iso: str


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
        return date(year, month, 1), last_day(year, month)
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
        if (iso := iso_of(match, meant))
    ]
    yield from _joined(text, list(apart(found)), _relative(text, within, anchor))


def cycle_years(text: str) -> Iterator[int]:
    """The years from 2000 to 2059 that the text names by the sixty-year cycle: "xuân Đinh Dậu" is 2017."""
    numbers = {(row["part"], row["word"]): int(row["number"]) for row in table("date-cycle")}
    for match in _cycle_pattern().finditer(text):
        stem, branch = numbers["stem", match["stem"]], numbers["branch", match["branch"]]
        yield from (year for year in range(2000, 2060) if (year - 4) % 10 == stem and (year - 4) % 12 == branch)


def _holds(low: str, needs: Iterable[str]) -> bool:
    """Whether the text, in small letters, has any of the words without which a form need not be looked for."""
    for word in needs:  # noqa: SIM110 - any() over a generator takes twice the time, for every stretch and pattern
        if word in low:
            return True
    return False


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


def iso_of(match: re.Match[str], meant: int | None) -> str | None:
    """The date in a match with the groups day, month and year, as far as it has them; `meant` is the year left out."""
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
        DateMention(
            Span(*match.span()), (anchor + timedelta(days=days[" ".join(match[0].lower().split())])).isoformat()
        )
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


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


@cache
def _cycle_pattern() -> re.Pattern[str]:
    """A year of the cycle behind its season, its Gregorian year not beside it."""
    stems, branches = ("|".join(r["word"] for r in table("date-cycle") if r["part"] == p) for p in ("stem", "branch"))
    season = alone(["xuân", "tết", "nguyên đán", "năm"])
    return re.compile(rf"{season}\s+(?P<stem>{stems})\s+(?P<branch>{branches})(?!\w|\s+(?:năm\s+)?\(?\d{{4}})")


@cache
def _relative_days() -> dict[str, int]:
    return {row["word"]: int(row["days"]) for row in table("date-relative")}


@cache
def _relative_pattern() -> re.Pattern[str]:
    return re.compile(alone(_relative_days()))


# Every form begins with a digit, a bracket or a first letter of a known few, by which `re` skips through the text;
# what must not stand before comes behind it, as a look back over both.
_DAY = r"(?P<day>\d(?<![\w/.,-]\d)\d?)"
OF_YEAR = rf"(?:\s+(?i:năm)\s+|\s?[-/.]\s?)(?P<year>{YEAR})"
MONTH_YEAR = rf"(?P<at>[tT](?<!\w.)(?<!\d\s.)(?i:háng)\s+(?P<month>\d\d?){OF_YEAR})(?!\d)"
YEAR_ALONE = (
    rf"(?P<at>[nN](?<!\w.)(?<!tháng\s\d\s.)(?<!tháng\s\d\d\s.)(?i:ăm)\s+(?P<year>{YEAR}))(?![\d%]|\s?[-–]\s?\d|,\d)"
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
            rf"(?P<at>{_DAY}\s?(?P<by>[-/.])\s?(?P<month>\d\d?)\s?(?P=by)\s?(?P<year>{YEAR}))(?!\d|[-/]\w)",
        ),
        (("tháng",), rf"(?P<at>{_DAY}\s+(?i:tháng)\s+(?P<month>\d\d?){OF_YEAR})(?!\d)"),
        (("tháng",), MONTH_YEAR),
        (("/19", "/20"), rf"(?P<at>(?P<month>\d(?<![\w/.,-]\d)\d?)/(?P<year>{YEAR}))(?![\d/]|-\w)"),
        (("tháng",), r"[nN](?<!\w.)(?i:gày)\s+(?P<at>(?P<day>\d\d?)\s+(?i:tháng)\s+(?P<month>\d\d?))(?!\d)"),
        (("/", "-", "."), rf"{cue}[\s,(]{{1,3}}{day_month}"),
        (("(",), rf"\({day_month}(?=\s?[),;])"),
        (("năm",), YEAR_ALONE),
    )
    return tuple((needs, re.compile(form)) for needs, form in forms)
