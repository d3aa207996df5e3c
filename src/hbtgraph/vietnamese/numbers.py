"""Numbers in running Vietnamese: points group thousands, a comma begins the decimals.

"8.602,658 tỷ đồng" is 8602.658 milliard đồng. The words that limit a number, the words that are
numbers and the nouns that they count are tables (`number-*.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

from msgspec import Struct

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.patterns import trie

Qualifier = Literal["exact", "about", "more-than", "at-least", "up-to"]

MAGNITUDES = {"trăm": 10**2, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
"""How much the words mean that stand between a number and its unit."""

_MAGNITUDE_BETWEEN = re.compile(r"\s(tỷ|tỉ|triệu)\s(?:đồng\s)?(?:và\s)?")
_MAGNITUDE_BEHIND = re.compile(r"\s(triệu|nghìn|ngàn)(?!\w)")
_DONG = re.compile(r"(?:đồng|đ|vnđ|vnd)(?![\w])(?:\s?/.*|\s(?:mỗi|một)\s.*)?", re.I)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_NUMERAL = r"\d++(?:[.,]\d++)*+"
_FIGURES = re.compile(
    r"(?P<number>\d(?<![\w.,-]\d)(?<!\d/\d)(?<!\dm [23])(?<!\d m [23])\d*+(?:[.,]\d++)*+)"
    rf"(?:(?P<joint>\s?[-–/]\s?|\s+đến\s+)(?P<second>{_NUMERAL}))?"
    r"(?![-–/.]?[a-zđ\d]{0,9}[A-ZĐ])(?![-–/]\d)(?P<percent>\s?%)?"
)
_YEARS = re.compile(
    r"(?:\d|(?<!\w)(?:nhiều|các|những|mỗi|hằng|hàng|vài|mấy|một|hai|ba|bốn|cả|qua|cuối|đầu|giữa|mười|trong))\s$", re.I
)
"""Before "năm" where it is a year and no five."""

_QUALIFIER_REACH = 20
"""Longer than any qualifier with the space behind it, in code points."""


class NumberMention(Struct, frozen=True, kw_only=True):
    """A number as the text has it.

    `span` covers the figures alone, `whole` also the qualifier before and the % after them. `high` is
    the far end of a range ("700 - 800"), `of` what a fraction is out of ("404/495").
    """

    span: Span
    whole: Span
    value: Decimal
    qualifier: Qualifier = "exact"
    high: Decimal | None = None
    of: Decimal | None = None
    percent: bool = False


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first, whatever the white space inside them."""
    return trie(words, r"\s+")


def alone(words: Iterable[str], before: str = r"\w") -> str:
    """A pattern for any of the words standing alone, whatever their case, nothing of the class `before` in front.

    It begins with one of a known few letters, by which `re` skips through a text; the checks come behind it.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0].lower(), []).append(word[1:])
    branches = (
        rf"{letter}(?<![{before}].)(?i:{either(rest)})"
        for first, rest in sorted(rests.items())
        for letter in sorted({first, first.upper()})
    )
    return rf"(?:{'|'.join(branches)})(?!\w)"


def parse_number(text: str) -> Decimal:
    """The value of a number written in figures.

    Points before groups of three digits are thousands ("1.500" is 1500), a comma begins the decimals
    ("1,500" is 1.5). "2.5", whose point is followed by another count of digits, cannot be grouped and is
    read as two and a half, as are "0.125" and English "1,234,567.8". Raises ValueError for anything else.
    """
    text = text.strip()
    if text.isdecimal():
        return Decimal(text)
    if _GROUPED.fullmatch(text) and not text.startswith("0."):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _GROUPED_ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise ValueError(f"not a number: {text!r}")


def to_dong(value: Decimal, unit_text: str) -> int | None:
    """The amount in đồng, to the nearest đồng: (8602.658, "tỷ đồng") is 8602658000000.

    A bare "tỷ" or "tỉ" after a number is money too; a rate ("triệu đồng/người/năm") gives the amount
    that it names. None where the unit is not đồng.
    """
    factor, rest = 1, unit_text.strip().lower()
    while (word := rest.partition(" "))[0] in MAGNITUDES:
        factor, rest = factor * MAGNITUDES[word[0]], word[2].strip()
    bare = not rest and factor % 10**9 == 0
    if not bare and not _DONG.fullmatch(rest):
        return None
    return int((Decimal(value) * factor).to_integral_value())


def find_numbers(text: str, within: Span) -> Iterator[NumberMention]:
    """Every number in this stretch of the text, in order.

    Words up to ten are numbers only before a noun of `number-counted.csv` ("hai văn bản"). Dates, years
    in pairs, and numbers that are part of a code ("29/KH-UBND", "11A3") are none.
    """
    found = [
        mention
        for match in _FIGURES.finditer(text, within.start, within.end)
        if (mention := _in_figures(match, within))
    ]
    for match in _word_pattern().finditer(text, within.start, within.end):
        if match[0] == "năm" and _YEARS.search(
            text, max(within.start, match.start() - _QUALIFIER_REACH), match.start()
        ):
            continue  # "nhiều năm cây bị đổ"
        qualifier = _qualifier_before(match, within)
        whole = Span(qualifier.start("word") if qualifier else match.start(), match.end())
        value = _words()[match[0].lower()]
        found.append(NumberMention(span=Span(*match.span()), whole=whole, value=value, qualifier=_qualifier(qualifier)))
    yield from _compounded(text, sorted(found, key=lambda mention: mention.span))


def _compounded(text: str, found: list[NumberMention]) -> Iterator[NumberMention]:
    """The numbers, "61 tỷ 807" before "triệu đồng" as the one that it is: 61807."""
    before: NumberMention | None = None
    for number in found:
        both = _compound(text, before, number) if before else None
        if before and not both:
            yield before
        before = both or number
    if before:
        yield before


def _compound(text: str, first: NumberMention, second: NumberMention) -> NumberMention | None:
    larger = _MAGNITUDE_BETWEEN.fullmatch(text, first.span.end, second.whole.start)
    smaller = _MAGNITUDE_BEHIND.match(text, second.span.end) if larger else None
    if larger is None or smaller is None or first.high or second.high or second.percent:
        return None
    ratio = MAGNITUDES[larger[1]] // MAGNITUDES[smaller[1]]
    if ratio <= 1 or second.value >= ratio:
        return None
    return NumberMention(
        span=Span(first.span.start, second.span.end),
        whole=Span(first.whole.start, second.whole.end),
        value=first.value * ratio + second.value,
        qualifier=first.qualifier,
    )


def _in_figures(match: re.Match[str], within: Span) -> NumberMention | None:
    try:
        value = parse_number(match["number"])
        second = parse_number(match["second"]) if match["second"] else None
    except ValueError:
        return None
    if second is not None and _is_date(match, value, second):
        return None
    slash = match["joint"] is not None and "/" in match["joint"]
    qualifier = _qualifier_before(match, within)
    return NumberMention(
        span=Span(match.start(), match.end("second") if match["second"] else match.end("number")),
        whole=Span(qualifier.start("word") if qualifier else match.start(), match.end()),
        value=value,
        qualifier=_qualifier(qualifier),
        high=None if slash else second,
        of=second if slash else None,
        percent=match["percent"] is not None,
    )


def _is_date(match: re.Match[str], first: Decimal, second: Decimal) -> bool:
    """Whether a pair is no range or fraction but a day and month, two years, or a month and year."""
    if match["percent"]:
        return False
    if 1900 <= second <= 2100 and (first <= 12 or first >= 1900):
        return True
    if "/" in match["joint"] and first > second:
        return True
    if "đến" in match["joint"] or first != int(first) or second != int(second):
        return False
    return first <= 31 and second <= 12 and not _counted_at().match(match.string, match.end())


def _qualifier_before(match: re.Match[str], within: Span) -> re.Match[str] | None:
    start = max(within.start, match.start() - _QUALIFIER_REACH)
    return _qualifier_pattern().search(match.string, start, match.start())


def _qualifier(match: re.Match[str] | None) -> Qualifier:
    return _qualifiers()[" ".join(match["word"].lower().split())] if match else "exact"


@cache
def _words() -> dict[str, Decimal]:
    return {row["word"]: Decimal(row["value"]) for row in table("number-words")}


@cache
def _qualifiers() -> dict[str, Qualifier]:
    return {row["word"]: row["qualifier"] for row in table("number-qualifiers")}  # type: ignore[misc]


@cache
def _counted_at() -> re.Pattern[str]:
    nouns = either(row["noun"] for row in table("number-counted"))
    units = either(row["unit"] for row in table("figure-units"))
    return re.compile(rf"\s?(?:{nouns}|{units})(?!\w)", re.I)


@cache
def _word_pattern() -> re.Pattern[str]:
    nouns = either(row["noun"] for row in table("number-counted"))
    words = "|".join(rf"{word}(?<!\w{word})" for word in _words())
    return re.compile(rf"(?:{words})(?=\s+(?i:{nouns})(?!\w))")


@cache
def _qualifier_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{either(_qualifiers())})\s+$", re.I)
