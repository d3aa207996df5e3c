"""Word lists of the tables as patterns and sets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from hbtgraph import resources
from hbtgraph.vietnamese.patterns import trie
from hbtgraph.vietnamese.text import key, place_tones

UPPER = "".join(letter for letter in map(chr, range(0x1F00)) if letter.isupper())
"""Every capital letter that Vietnamese, or a foreign name in Latin letters, may begin with."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, shaped as a trie: its time does not grow with their number."""
    return trie(map(place_tones, words))


_TELLING = 4
"""Letters of a word by which a Finder knows where it may begin."""


class Finder:
    """Searches a short text for a pattern where one of a few words may begin, and so looks at few places.

    A match must begin with one of the words, whatever its case; their first letters tell where to look.
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self._pattern = pattern
        rests: dict[str, set[str]] = defaultdict(set)
        for word in words:
            rests[word[0].lower()].add(place_tones(word)[1:_TELLING].lower())
        letters = "".join(letter + letter.upper() for letter in sorted(rests))
        branches = "|".join(rf"(?<=[{x}{x.upper()}])(?i:{any_of(rest)})" for x, rest in sorted(rests.items()))
        self._starts = re.compile(rf"[{letters}](?<!\w.)(?:{branches})", re.DOTALL)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match from `start` on that ends before `end`."""
        limit = len(text) if end is None else end
        for place in self._starts.finditer(text, start, limit):
            if found := self._pattern.match(text, place.start(), limit):
                return found
        return None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches, none inside another."""
        while found := self.search(text, start, end):
            yield found
            start = max(found.end(), found.start() + 1)


_BETWEEN_WORDS = re.compile(r"(\W+)")


class Concordance(NamedTuple):
    """The words of a text in small letters, where each begins, and, by the word, which of them it is."""

    words: list[str]
    starts: list[int]
    places: Mapping[str, list[int]]
    vocabulary: frozenset[str]


@lru_cache(maxsize=2)
def concordance(text: str) -> Concordance:
    """Where each word of a text stands; kept for the text at hand."""
    # of all letters "İ" alone has a small form of another length
    parts = _BETWEEN_WORDS.split(text.replace("İ", "I").lower())
    words = parts[::2]
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)
    words.append("")  # behind the last one, where a second is asked for
    return Concordance(words, list(accumulate(map(len, parts), initial=0))[::2], places, frozenset(places))


class TextFinder:
    """Searches a whole text, part by part, for a pattern whose matches begin with one of a few words, in any case.

    It looks only where the concordance of the text has one of these words, or the first two of several.
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self.pattern = pattern
        seconds: dict[str, set[str]] = defaultdict(set)
        for word in words:
            first, _, second = (*_BETWEEN_WORDS.split(place_tones(word).lower(), maxsplit=2), "", "")[:3]
            seconds[first].add(second)
        self._seconds = {first: frozenset() if "" in second else second for first, second in seconds.items()}
        self._first = frozenset(seconds)
        self.places = lru_cache(maxsize=2)(self._places)
        self.starts = lru_cache(maxsize=2)(self._starts)

    def _places(self, text: str) -> list[int]:
        """Where one of the words may stand."""
        words, starts, places, vocabulary = concordance(text)
        found: list[int] = []
        for first in self._first & vocabulary:
            seconds = self._seconds[first]
            found += [at for at in places[first] if words[at + 1] in seconds] if seconds else places[first]
        found.sort()
        return [starts[at] for at in found]

    def _starts(self, text: str) -> list[int]:
        """Where matches begin, in the text as a whole."""
        return [place for place in self.places(text) if self.pattern.match(text, place)]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches that lie between `start` and `end`, none inside another."""
        limit = len(text) if end is None else end
        places = self.places(text)
        first = bisect_left(places, start)
        nothing = first == len(places) or places[first] >= limit  # as in most sentences
        return iter(()) if nothing else self._matches(text, places[first : bisect_left(places, limit)], limit)

    def _matches(self, text: str, places: list[int], limit: int) -> Iterator[re.Match[str]]:
        end = 0
        for place in places:
            if place >= end and (found := self.pattern.match(text, place, limit)):
                yield found
                end = found.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first of them."""
        return next(self.finditer(text, start, end), None)


@cache
def column(table: str, name: str) -> tuple[str, ...]:
    """A table's column from top to bottom, tone marks placed as in all patterns."""
    return tuple(place_tones(row[name]) for row in resources.table(table))


@cache
def keys(table: str, name: str) -> frozenset[str]:
    """A column's comparison keys."""
    return frozenset(map(key, column(table, name)))
