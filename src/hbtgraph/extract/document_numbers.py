"""Numbers of documents: every form of law, Party and press, and numbers in a row behind one kind.

Forms of Nghị định 30/2020/NĐ-CP (N/KIND-ISSUER, N/YEAR/KIND-ISSUER), of laws (N/YEAR/QHterm), of the Party
(N-KIND/ISSUER), of older decrees (N-HĐBT), and of the press, which often writes the bare number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hbtgraph.extract.document_kinds import kind_row, kinds, words_for
from hbtgraph.model import Span

YEAR = r"(?:19|20)\d\d"
_GROUP = r"[A-ZĐƯ](?:tr|Tr|[A-ZĐƯ&]|g|y|h(?=\d)|\.(?=\w))*+\d{0,2}"
_TIGHT_GROUP = r"[A-ZĐƯ](?:[A-ZĐƯ&]|[a-zđư]{1,2}(?![a-zà-ỹđư])|\.(?=\w))*+\d{0,2}"
"""Without white space before it a group may hold small letters: "QLĐTh", "QLĐTư", "Ttg"."""

_FURTHER = rf"(?:[-–,]{_TIGHT_GROUP}|\s?[-–]\s?{_GROUP})*"
_OFFICE = r"(?:\s?\(P[A-Z]{0,2}\d{1,2}\))?"
"""The office of the police that wrote it: "51/C46 (P12)"."""

SYMBOL = (
    rf"\d{{1,5}}[A-Za-zĐđ]?\s?[-–]\s?{_GROUP}/{_GROUP}{_FURTHER}"  # Party: 29-NQ/TW
    rf"|\d{{1,5}}[A-Za-zĐđ]?(?:\s?[/-]\s?{YEAR})?\s?/\s?{_GROUP}{_FURTHER}{_OFFICE}"  # state: 29/KH-UBND
    r"|\d{1,5}/[a-zđ]{2,5}-[a-zđư]{2,6}"  # the same, in the press's small letters
)
_OLD_SYMBOL = r"\d{1,4}\s?[-–]\s?(?:HĐBT|HĐCP|CP|TTg|CT)(?![\w/])"
_IN_BRACKETS = r"(?:\s\([^\W\d_]{2,5}\))?"
"""The abbreviation that an article gives a kind: "Quyết định (QĐ) 33/2014"."""

_AFTER_KIND = re.compile(
    rf"(?:\s+(?:[\w&]+|-)){{0,8}}?{_IN_BRACKETS}[\s(]{{1,3}}(?:[Ss]ố\s?:?\s+)*(?P<number>{SYMBOL}|{_OLD_SYMBOL})(?!\w)"
)
_ANY_SYMBOL = re.compile(rf"(?<![\w/.,-])(?:{SYMBOL})(?!\w)")
_KIND_IN = re.compile(rf"\d+[A-Za-zĐđ]?(?:[/-]{YEAR})?\s?[/–-]\s?(?P<kind>[^\W\d_]+)")
_YEAR_IN = re.compile(rf"[/.-](?P<year>{YEAR})(?!\d)")
_LICENCE = r"\d{6,13}"
_PLAIN = rf"\d{{1,5}}[a-z]?(?:[/.]{YEAR})?"
_NO_AMOUNT = (
    r"(?![\d%/]|[.,-]\d|\s?[-–]\s?\d)"
    rf"(?!\s+(?:năm(?!\s{YEAR})|ngày(?!\s\d\d?[-/.]\d)|tháng|tuần|điểm|trăm|nghìn|ngàn|triệu|tỷ|tỉ|đồng(?!\s(?:loạt|thời|ý|tình|bộ)))(?!\w))"
)
_NUMBERED = re.compile(
    rf"{_IN_BRACKETS}(?:\s+(?:hỏa tốc|thượng khẩn|khẩn|mật))?\s+số\s?:?\s+"
    rf"(?P<number>{_PLAIN}|{_LICENCE})(?![\d%/]|[.,-]\d)"
)
_BARE = re.compile(rf"{_IN_BRACKETS}\s+(?P<number>{_PLAIN}){_NO_AMOUNT}")
_NOT_COUNTED = re.compile(r"\s*(?:$|[^\w\s]|(?:của|ngày|về|và|do|được|năm|tại|quy định)(?!\w))")
"""What may follow a number where a noun would make it an amount: "văn bản 4 cấp"."""

_NEXT = re.compile(rf"(?:,\s|\s+và\s+)(?:số\s+)?(?P<number>{_PLAIN}){_NO_AMOUNT}")
_LONGEST_ROW = 12
_DIGIT = re.compile(r"\d")


def numbers_after(text: str, kind: re.Match[str], end: int) -> list[Span]:
    """The numbers that follow this naming of a kind, before `end`: one, or a row of bare ones ("Chỉ thị 03, 05")."""
    first = _number_after(text, kind, end) if _DIGIT.search(text, kind.end(), end) else None
    if first is None:
        return []
    row = [first]
    while first.of(text).isdigit() and len(row) < _LONGEST_ROW:
        further = _NEXT.match(text, row[-1].end, end)
        if not further or not _NOT_COUNTED.match(text, further.end(), end):
            break
        row.append(Span(*further.span("number")))
    return row


def _number_after(text: str, kind: re.Match[str], end: int) -> Span | None:
    found = _AFTER_KIND.match(text, kind.end(), end)
    if not found and kind_row(kind["type"])["bare"] != "no":
        found = _dated().match(text, kind.end(), end)
    if found and kinds().search(text, kind.end(), found.start("number")):
        found = None
    found = found or _NUMBERED.match(text, kind.end(), end) or _bare(text, kind, end)
    return Span(*found.span("number")) if found else None


def _bare(text: str, kind: re.Match[str], end: int) -> re.Match[str] | None:
    """A number without "số"; behind a kind of many uses ("apart") in small letters it must not count what follows."""
    use = kind_row(kind["type"])["bare"]
    found = _BARE.match(text, kind.end(), end) if use != "no" else None
    if found and use == "apart" and kind["type"][0].islower() and not _NOT_COUNTED.match(text, found.end(), end):
        return None
    return found


def symbols(text: str, start: int, end: int) -> Iterator[Span]:
    """Numbers with their symbol, wherever they stand."""
    for match in _ANY_SYMBOL.finditer(text, start, end):
        yield Span(*match.span())


def year_in(number: str) -> str | None:
    """The year in a number: "41/2015"."""
    match = _YEAR_IN.search(number)
    return match["year"] if match else None


def abbreviation_in(symbol: str) -> str:
    """The abbreviated kind in a symbol: "KH" of "29/KH-UBND"."""
    match = _KIND_IN.match(symbol)
    return match["kind"] if match else ""


@cache
def _dated() -> re.Pattern[str]:
    """Behind what the document does, a bare number that a day or the issuer follows: "thu hồi đất số 333 ngày 9/3"."""
    return re.compile(
        rf"(?:\s+\w+){{0,5}}?\s+(?!(?:{words_for('place')})\s)\w+\s+số\s?:?\s+"
        rf"(?P<number>{_PLAIN}(?=\s\(?ngày\s\d)|\d{{3,5}}(?=\s(?:của|và)\s|[,.;)]\s))"
    )
