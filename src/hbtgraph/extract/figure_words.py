"""The words around a number, as the model of `figure_choice` sees them.

A word is a syllable, two that are mostly one word, or a name. What is seen of it: the word, its neighbours, where it
stands to the number and to its unit, what lies between, and whether the rules took it for what was measured.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hbtgraph.extract.words import UPPER, pairs_of_syllables
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import place_tones

BEFORE, BEHIND = 28, 18
"""How many words and marks before a number and behind its unit are looked at."""

LEAST, LEAST_BEHIND = 12, 4
"""So many are looked at, even where the sentence has fewer."""

Key = tuple[str, ...]
"""What is seen of a word: the name of the view, then its values."""

_REACH_BEFORE, _REACH_BEHIND = 220, 150
"""Room for so many words, in code points."""

_NAME = rf"[{UPPER}](?:[^\W\d_]|['’](?=[^\W\d_]))*[^\W\d_{UPPER}]"
_DISTANCES = ("0", "1", "2", "3", "4", "5", "6", "7", "7", "8", "8", "8", "9", "9", "9", "9", *("10",) * 14)
_UP_TO_THREE = ("0", "1", "2", "3")
_STOPS = frozenset(".;!?…")
_NUMBER, _MARK, _CAPITAL, _SMALL = "9", ".", "A", "a"
_ANY_NAME, _ANY_NUMBER = "<name>", "<number>"
_BEFORE, _BEHIND = "b", "a"


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


Stand = tuple[str, str, str, str, str, str, str, str, str]
"""Where a word stands: whether the rules took it, the rule, whether they took those beside it, side and sentence, how
far from the number, the kind of unit, and how many commas, ends of sentences and numbers lie between."""

Joints = tuple[str, str, str, tuple[str, ...]]
"""Whether the rules took a word, the rule, the side, and the joints between the word and the number, outwards."""

Word = tuple[str, str, str, str, str]
"""Whether the rules took a word, the word before it, it, the word behind it, how it and the one before are written."""

View = tuple[Stand, Joints, Word]
"""All that is seen of a word around a number."""


def keys_of(view: View) -> list[Key]:
    """A view as the model knows it."""
    stand, joints, word = view
    return [*stand_keys(stand), *joint_keys(joints), *word_keys(word, joints)]


def stand_keys(stand: Stand) -> list[Key]:
    """What is seen of where a word stands."""
    told, rule, beside, at, far, measure, commas, stops, numbers = stand
    rule = told + rule
    return [
        ("told", rule, beside),
        ("far", rule, at, far),
        ("far-measure", told, at, far, measure),
        ("marks", rule, at, commas, stops),
        ("numbers", rule, at, numbers),
    ]


def joint_keys(joints: Joints) -> list[Key]:
    """What is seen of the joints."""
    told, rule, side, words = joints
    rule = told + rule
    keys: list[Key] = [("nearest", rule, side, words[-1])] if words else []
    if side == _BEHIND:
        keys += [("between", rule, word) for word in dict.fromkeys(words)]
    return keys


def word_keys(word: Word, joints: Joints) -> list[Key]:
    """What is seen of a word itself and of its neighbours; the second value is the word that it is told of."""
    told, before, middle, after, shapes = word
    _, rule, side, _ = joints
    return [
        ("word", middle),
        ("word-told", middle, told),
        ("word-side", middle, side, rule),
        ("word-before", middle, before),
        ("word-after", middle, after),
        ("before", before, told),
        ("after", after, told),
        ("shapes", shapes, told),
    ]


class Wording:
    """The words around a sentence's numbers, which stand in `numbers`; `written` is the text as its author spells."""

    def __init__(self, text: str, sentence: Span, numbers: Span, written: str | None = None) -> None:
        self.text, self.sentence, self.written = text, sentence, written or text
        start, end = max(0, numbers.start - _REACH_BEFORE), min(len(text), numbers.end + _REACH_BEHIND)
        tokens = list(words_in(text, start, end))
        self.starts = [start for start, _ in tokens]
        self.ends = [end for _, end in tokens]
        as_written = [text[start:end] for start, end in tokens]
        self.words = [word.lower() for word in as_written]
        self.shapes = [_shape(word) for word in as_written]
        self.seen = _without_names(as_written, self.words, self.shapes)

    def syllables(self, i: int) -> int:
        """How many syllables a word has, as token F1 counts them."""
        return self.words[i].count(" ") + 1

    def window(self, place: Place) -> Window:
        """The words that are looked at for a number."""
        first = bisect_right(self.ends, place.number.start)
        behind = max(first, bisect_left(self.starts, place.number.end))
        opens = bisect_left(self.starts, self.sentence.start)
        closes = bisect_left(self.starts, self.sentence.end)
        low = max(0, first - BEFORE, min(opens, first - LEAST))
        high = min(len(self.words), behind + BEHIND, max(closes, behind + LEAST_BEHIND))
        return Window(low, first, behind, high)

    def taken(self, told: str, window: Window) -> list[bool]:
        """Which words, from the window's first on, stand in what was told: the longest runs, the nearest first."""
        low, first, behind, high = window
        told = place_tones(told)
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

    def views(self, place: Place, window: Window, taken: Sequence[bool]) -> Iterator[tuple[int, View]]:
        """Each word that may tell what was measured, with all that is seen of it."""
        yield from self._side(_BEFORE, range(window.first - 1, window.low - 1, -1), place, window, taken)
        yield from self._side(_BEHIND, range(window.behind, window.high), place, window, taken)

    def _side(
        self, side: str, places: range, place: Place, window: Window, taken: Sequence[bool]
    ) -> Iterator[tuple[int, View]]:
        """The words on one side of the number, from the number outwards."""
        low, high = window.low, window.high
        words, shapes, rule, measure = self.seen, self.shapes, place.rule, place.measure
        joints: tuple[str, ...] = ()
        parting = _joints()
        commas = stops = numbers = 0
        for steps, i in enumerate(places, 1):
            word, shape = words[i], shapes[i]
            if shape == _MARK:
                if word == ",":
                    commas = min(commas + 1, 3)
                elif word in _STOPS:
                    stops = min(stops + 1, 3)
                continue
            told = "1" if taken[i - low] else "0"
            before = "1" if i > low and taken[i - low - 1] else "0"
            after = "1" if i + 1 < high and taken[i + 1 - low] else "0"
            between = _UP_TO_THREE[commas], _UP_TO_THREE[stops], _UP_TO_THREE[numbers]
            stand = (told, rule, before + after, side + self._where(i, place), _DISTANCES[steps], measure, *between)
            yield i, (stand, (told, rule, side, joints), self._word(i, told))
            if word in parting:
                joints = (*joints, word)
            if shape == _NUMBER:
                numbers = min(numbers + 1, 3)

    def _word(self, i: int, told: str) -> Word:
        words, shapes = self.seen, self.shapes
        before, shape = (words[i - 1], shapes[i - 1]) if i else ("", "")
        after = words[i + 1] if i + 1 < len(words) else ""
        return told, before, words[i], after, shapes[i] + shape

    def _where(self, i: int, place: Place) -> str:
        """In the unit, in the sentence or out of it."""
        if place.unit.start <= self.starts[i] < place.unit.end:
            return "u"
        return "i" if self.sentence.start <= self.starts[i] < self.sentence.end else "o"


def words_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where words and marks stand; two syllables that are mostly one word are one."""
    pairs = pairs_of_syllables()
    held: tuple[int, int, str] | None = None
    for token in _tokens().finditer(text, start, end):
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


def _without_names(written: Sequence[str], words: Sequence[str], shapes: Sequence[str]) -> list[str]:
    """The words in small letters, but one word for all names and one for all numbers: which it is shall not matter."""
    seen = list(words)
    for i, shape in enumerate(shapes):
        if shape == _NUMBER:
            seen[i] = _ANY_NUMBER
        elif " " in words[i] and written[i].rpartition(" ")[2][0].isupper():
            seen[i] = _ANY_NAME
        elif shape == _CAPITAL and not written[i].isupper():
            opens = i == 0 or words[i - 1] in _STOPS or words[i - 1] == "\n"
            if not opens or (i + 1 < len(words) and shapes[i + 1] == _CAPITAL):
                seen[i] = _ANY_NAME
    return seen


@cache
def _tokens() -> re.Pattern[str]:
    """A name of several syllables or of a unit with its level, a syllable, a mark, the end of a line."""
    levels = either(row["word"] for row in table("unit-levels"))
    one = rf"(?:{_NAME}|[{UPPER}])(?!\w)"
    name = rf"(?:(?i:{levels})|{_NAME}) {one}(?: {one})*"
    return re.compile(rf"(?<!\w){name}|\w+(?:['’](?=[^\W\d_])\w+)*|[^\w\s]|\n")


@cache
def _joints() -> frozenset[str]:
    """Between a word and a number: what parts a phrase from what is said of it."""
    return frozenset(row["word"] for row in table("figure-clause-words") if row["part"] == "joint")


def _shape(word: str) -> str:
    first = word[0]
    return _NUMBER if first.isdigit() else _CAPITAL if first.isupper() else _SMALL if first.isalpha() else _MARK
