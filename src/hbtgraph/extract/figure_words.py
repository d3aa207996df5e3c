"""The words around a number, as the model of `figure_choice` sees them.

A word is a syllable or two that are mostly one word. What is seen of it: the word, its neighbours, where it stands to the
number and to its unit, what lies between, and whether the rules took it for what was measured.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hbtgraph.extract.words import pairs_of_syllables
from hbtgraph.model import Span

BEFORE, BEHIND = 28, 18
"""How many words and marks before a number and behind its unit are looked at."""

Key = tuple[str, ...]
"""What is seen of a word: the name of the view, then its values."""

_REACH = 220
_TOKEN = re.compile(r"\w+|[^\w\s]|\n")
_DISTANCES = ("0", "1", "2", "3", "4", "5", "6", "7", "7", "8", "8", "8", "9", "9", "9", "9", *("10",) * 7)
_FARTHEST = "11"
_MANY, _TWO = "3", "2"
_UP_TO_THREE = ("0", "1", "2")
_STOPS = frozenset(".;!?…")
_NUMBER, _MARK, _CAPITAL, _SMALL = "9", ".", "A", "a"
_BEFORE, _BEHIND = "b", "a"
_JOINTS = frozenset(
    "của cho với tại ở do để là đã được trong từ vào và theo thuộc có trên nhằm đến trước khi mà bị ngày năm".split()
)
"""Between a word and the number: what parts a phrase from what is said of it."""


class Place(NamedTuple):
    """A number to be told of: where it and its unit stand, the kind of its unit, and which rule told what it measures.

    `measure` is "%", "money", "measure" or "noun", `rule` "count", "measure", "total" or "none".
    """

    number: Span
    unit: Span
    measure: str
    rule: str


class Window(NamedTuple):
    """The words looked at: from `low` up to `first`, the number's first, and from `behind` it up to `high`."""

    low: int
    first: int
    behind: int
    high: int


class Wording:
    """The words of a sentence and of a little before and behind it."""

    def __init__(self, text: str, sentence: Span) -> None:
        self.text, self.sentence = text, sentence
        tokens = list(words_in(text, max(0, sentence.start - _REACH), min(len(text), sentence.end + _REACH)))
        self.starts = [start for start, _ in tokens]
        self.ends = [end for _, end in tokens]
        written = [text[start:end] for start, end in tokens]
        self.words = [word.lower() for word in written]
        self.shapes = [_shape(word) for word in written]
        self._of_words: dict[tuple[int, str], list[Key]] = {}

    def window(self, place: Place) -> Window:
        """The words that are looked at for a number."""
        first = bisect_right(self.ends, place.number.start)
        behind = max(first, bisect_left(self.starts, place.number.end))
        return Window(max(0, first - BEFORE), first, behind, min(len(self.words), behind + BEHIND))

    def taken(self, told: str, window: Window) -> list[bool]:
        """Which words, from the window's first on, stand in what the rules told: the longest runs, the nearest first."""
        low, first, behind, high = window
        wanted = [told[start:end].lower() for start, end in words_in(told, 0, len(told))]
        where: dict[str, list[int]] = defaultdict(list)
        for i in (*range(low, first), *range(behind, high)):
            if self.shapes[i] != _MARK:
                where[self.words[i]].append(i)
        taken = [False] * (high - low)
        at = 0
        while at < len(wanted):
            runs = ((self._run(wanted, at, i, taken, window), -abs(i - first), i) for i in where.get(wanted[at], ()))
            length, _, i = max(runs, default=(0, 0, 0))
            taken[i - low : i - low + length] = [True] * length
            at += max(1, length)
        return taken

    def _run(self, wanted: Sequence[str], at: int, i: int, taken: Sequence[bool], window: Window) -> int:
        """How many words from `i` on are the wanted ones, and free."""
        most = min(len(wanted) - at, window.high - i)
        for length in range(most):
            if taken[i + length - window.low] or self.words[i + length] != wanted[at + length]:
                return length
        return most

    def views(self, place: Place, window: Window, taken: Sequence[bool]) -> Iterator[tuple[int, list[Key]]]:
        """Each word that may tell what was measured, with all that is seen of it."""
        yield from self._side(_BEFORE, range(window.first - 1, window.low - 1, -1), place, window, taken)
        yield from self._side(_BEHIND, range(window.behind, window.high), place, window, taken)

    def _side(
        self, side: str, places: range, place: Place, window: Window, taken: Sequence[bool]
    ) -> Iterator[tuple[int, list[Key]]]:
        """The words on one side of the number, from the number outwards."""
        joints: list[str] = []
        between: Counter[str] = Counter()
        for steps, i in enumerate(places, 1):
            word, shape = self.words[i], self.shapes[i]
            if shape == _MARK:
                between[_MARK if word in _STOPS else word] += 1
                continue
            at = side + self._where(i, place)
            told = "1" if taken[i - window.low] else "0"
            rule = told + place.rule
            far = _DISTANCES[steps] if steps < len(_DISTANCES) else _FARTHEST
            before = i > window.low and taken[i - window.low - 1]
            after = i + 1 < window.high and taken[i - window.low + 1]
            keys = [
                ("told", rule, "1" if before else "0", "1" if after else "0"),
                ("far", rule, at, far),
                ("far-measure", told, at, far, place.measure),
                ("marks", rule, at, _up_to_three(between[","]), _up_to_three(between[_MARK])),
                ("numbers", rule, at, _up_to_three(between[_NUMBER])),
                ("word-side", word, side, place.rule),
            ]
            if joints:
                keys += (("nearest", rule, side, joints[-1]), ("farthest", rule, side, joints[0]))
                if side == _BEHIND:
                    keys += [("between", rule, joint) for joint in dict.fromkeys(joints)]
            yield i, keys + self._of_word(i, told)
            if word in _JOINTS:
                joints.append(word)
            between[_NUMBER] += shape == _NUMBER

    def _where(self, i: int, place: Place) -> str:
        """In the unit, in the sentence or out of it."""
        if place.unit.start <= self.starts[i] < place.unit.end:
            return "u"
        return "i" if self.sentence.start <= self.starts[i] < self.sentence.end else "o"

    def _of_word(self, i: int, told: str) -> list[Key]:
        """What is seen of a word whichever number is asked about."""
        if (keys := self._of_words.get((i, told))) is None:
            word = self.words[i]
            before, shape = (self.words[i - 1], self.shapes[i - 1]) if i else ("", "")
            after = self.words[i + 1] if i + 1 < len(self.words) else ""
            keys = self._of_words[i, told] = [
                ("word", word),
                ("word-told", told, word),
                ("before", told, before),
                ("after", told, after),
                ("before-word", before, word),
                ("word-after", word, after),
                ("shape", told, self.shapes[i], shape),
            ]
        return keys


def words_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where words and marks stand; two syllables that are mostly one word are one."""
    pairs = pairs_of_syllables()
    held: tuple[int, int, str] | None = None
    for token in _TOKEN.finditer(text, start, end):
        syllable = token[0].lower()
        if held and held[1] + 1 == token.start() and f"{held[2]} {syllable}" in pairs:
            yield held[0], token.end()
            held = None
            continue
        if held:
            yield held[:2]
        held = token.start(), token.end(), syllable
    if held:
        yield held[:2]


def _shape(word: str) -> str:
    first = word[0]
    return _NUMBER if first.isdigit() else _CAPITAL if first.isupper() else _SMALL if first.isalpha() else _MARK


def _up_to_three(count: int) -> str:
    return _UP_TO_THREE[count] if count < len(_UP_TO_THREE) else _MANY
