"""The words of promises: what is ahead or done, which deed, which document, and when two phrases mean one thing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from msgspec import Struct

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import bounds, find_dates
from hbtgraph.vietnamese.numbers import alone
from hbtgraph.vietnamese.periods import find_periods
from hbtgraph.vietnamese.text import key

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_ORDINAL = re.compile(r"(?<!\w)(?P<head>thứ|khóa|lần)\s(?P<word>\w+)")
_ROMAN = re.compile(r"[ivx]+")
_ORDINAL_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ALMOST_ALL, _MOST = 0.9, 0.6
"""Share of the shorter phrase's words that the longer has; token F1 of the two."""


def is_ahead(before: str) -> bool:
    """Whether the words before a verb, in its sentence, say that the deed is still to come or only asked for."""
    ahead = [match.end() for match in _pattern("ahead").finditer(before)]
    behind = [match.end() for match in _pattern("behind").finditer(before)]
    return bool(ahead) and (not behind or behind[-1] < ahead[-1])


def is_aim(sentence: str) -> bool:
    """Whether a sentence speaks of a figure that is aimed at."""
    return _pattern("aim").search(sentence) is not None


def is_done(sentence: str) -> bool:
    """Whether a sentence says of a figure that it was attained."""
    return _pattern("attained").search(sentence) is not None


def less_is_better(indicator: str, words: str) -> bool:
    """Whether an aim is reached by what stays below it: "hộ nghèo còn dưới 1%"."""
    return bool(_pattern("falling").search(indicator) or _pattern("ceiling").search(words))


def deed_of(action: str) -> str:
    """The deed that an action is, or nothing where it can never be seen to be done ("đẩy mạnh")."""
    return _deeds().get(key(action), "")


def document_named(words: str) -> tuple[str, str] | None:
    """The type of document that a phrase begins with, and what it is about."""
    match = _document().match(words)
    if match is None:
        return None
    return key(match["type"]), words[match.end() :].strip()


def time_named(text: str, day: str) -> tuple[str, str]:
    """The first and last day of the time that a phrase names, if it is one time alone."""
    anchor = date.fromisoformat(day) if day else None
    whole = Span(0, len(text))
    exact = [bounds(mention.iso) for mention in find_dates(text, whole, anchor)]
    spans = [(one.start, one.end) for one in find_periods(text, whole, anchor) if one.end]
    found = {(first, last) for first, last in exact} | {(first or last, last) for first, last in spans if last}
    narrow = [one for one in found if not any(other != one and _within(other, one) for other in found)]
    if len(narrow) != 1:
        return "", ""
    return narrow[0][0].isoformat(), narrow[0][1].isoformat()


def _within(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


class Content(Struct, frozen=True):
    """What a phrase is about: its telling words, the names and the numbers among them."""

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    head: str


def content(text: str, named: tuple[str, ...] = (), *, years: bool = False, indicator: bool = False) -> Content:
    """The content of a phrase, without times, small words, and the names of who acts there (`named`).

    `years` are kept where they tell occasions apart, and their opening is not told from the whole; `indicator` leaves
    out the words of aiming too.
    """
    bare = _counted(_without_times(text))
    for name in sorted(named, key=len, reverse=True):
        bare = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", bare, flags=re.IGNORECASE)
    if years:
        bare = _pattern("opening").sub(" ", bare)
    low = _pattern("small").sub(" ", key(bare))
    if indicator:
        low = _pattern("about").sub(" ", low)
    tokens = _WORD.findall(low)
    numbers = {token for token in tokens if token[0].isdigit()}
    if years:
        numbers |= set(_YEAR.findall(text))
    capital = {key(word) for word in _WORD.findall(bare)[1:] if word[0].isupper()}
    words = frozenset(token for token in tokens if not token[0].isdigit())
    head = next((token for token in tokens if token in words), "")
    return Content(words, frozenset(capital) & words, frozenset(numbers), head)


def about_one_thing(one: Content, other: Content) -> bool:
    """Whether two phrases mean one deed or occasion: nearly all words of the shorter, its names and its numbers."""
    shared = len(one.words & other.words)
    shorter, both = min(len(one.words), len(other.words)), len(one.words) + len(other.words)
    numbers_agree = _agree(one.numbers, other.numbers)
    enough = shared > 2 or (shared == 2 and bool(one.numbers & other.numbers))
    if not (enough and numbers_agree and _names_agree(one, other)):
        return False
    return shared >= _ALMOST_ALL * shorter and 2 * shared >= _MOST * both


def one_indicator(one: Content, other: Content) -> bool:
    """Whether two phrases are the same indicator: the same words in any order; "hộ cận nghèo" is not "hộ nghèo"."""
    return len(one.words) > 1 and one.words == other.words and one.numbers == other.numbers


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one <= other or other <= one


def _names_agree(one: Content, other: Content) -> bool:
    """Names on one side alone make it another thing, or at least one that nobody can tell."""
    return bool(one.names) == bool(other.names) and _agree(one.names, other.names)


def _without_times(text: str) -> str:
    whole = Span(0, len(text))
    spans = [mention.span for mention in find_dates(text, whole, None, year=2000)]
    spans += [mention.span for mention in find_periods(text, whole, None)]
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)


def _counted(text: str) -> str:
    """Ordinals as figures: "thứ tư", "khóa IX"."""

    def figure(match: re.Match[str]) -> str:
        word = match["word"]
        if word in _ORDINAL_WORDS:
            return f"{match['head']} {_ORDINAL_WORDS.index(word) + 1}"
        if _ROMAN.fullmatch(word.lower()) and word.isupper():
            return f"{match['head']} {_roman(word)}"
        return match[0]

    return _ORDINAL.sub(figure, text)


def _roman(word: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in word.upper()]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


@cache
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile(alone(row["word"] for row in table("promise-words") if row["part"] == part), re.IGNORECASE)


@cache
def _deeds() -> dict[str, str]:
    return {key(row["action"]): row["deed"] for row in table("promise-deeds")}


@cache
def _document() -> re.Pattern[str]:
    types = alone(row["type"] for row in table("document-types") if row["known_by"] != "number")
    return re.compile(rf"(?:các |một |những )?(?P<type>{types})(?!\w)", re.IGNORECASE)
