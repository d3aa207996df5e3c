"""Word lists of the tables as patterns and sets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

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
        branches = (
            rf"{re.escape(letter)}(?<!\w.)(?i:{any_of(rest)})"
            for first, rest in sorted(rests.items())
            for letter in sorted({first, first.upper()})
        )
        self._starts = re.compile("|".join(branches), re.DOTALL)

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
_OPENINGS: dict[str, dict[str, list[TextFinder]]] = {}
"""First word -> second word -> the finders that these two begin; under "" those that any second word will do for."""


@lru_cache(maxsize=2)
def places_of_all(text: str) -> Mapping[TextFinder, list[int]]:
    """Where, in order, the words of each finder stand: one way through the text, kept for the text at hand."""
    # of all letters "İ" alone has a small form of another length
    parts = _BETWEEN_WORDS.split(text.replace("İ", "I").lower())
    words, starts = parts[::2], list(accumulate(map(len, parts), initial=0))[::2]
    places: dict[TextFinder, list[int]] = defaultdict(list)
    for word, following, start in zip(words, [*words[1:], ""], starts, strict=False):
        if seconds := _OPENINGS.get(word):
            for finder in seconds.get(following) or seconds[""]:
                places[finder].append(start)
    return places


class TextFinder:
    """Searches a whole text, part by part, for a pattern whose matches begin with one of a few words, in any case.

    It looks only where one of these words, or the first two of several, stand in the text.
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self.pattern = pattern
        self.starts = lru_cache(maxsize=2)(self._starts)
        for word in words:
            first, _, second = (*_BETWEEN_WORDS.split(place_tones(word).lower(), maxsplit=2), "", "")[:3]
            self._begins_with(first, second)
        places_of_all.cache_clear()

    def _begins_with(self, first: str, second: str) -> None:
        seconds = _OPENINGS.setdefault(first, {"": []})
        for finders in (seconds.setdefault(second, [*seconds[""]]),) if second else seconds.values():
            if self not in finders:
                finders.append(self)

    def places(self, text: str) -> Sequence[int]:
        """Where one of the words may stand."""
        return places_of_all(text).get(self, ())

    def _starts(self, text: str) -> list[int]:
        """Where matches begin, in the text as a whole."""
        return [place for place in self.places(text) if self.pattern.match(text, place)]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches that lie between `start` and `end`, none inside another."""
        limit = len(text) if end is None else end
        places = places_of_all(text).get(self, ())
        first = bisect_left(places, start)
        nothing = first == len(places) or places[first] >= limit  # as in most sentences
        return iter(()) if nothing else self._matches(text, places[first : bisect_left(places, limit)], limit)

    def _matches(self, text: str, places: Sequence[int], limit: int) -> Iterator[re.Match[str]]:
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


@cache
def pairs_of_syllables() -> frozenset[str]:
    """Two syllables that are mostly one word: no phrase is cut between them."""
    return frozenset(column("syllable-pairs", "pair"))
