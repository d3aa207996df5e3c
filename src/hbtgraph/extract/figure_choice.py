"""Which words tell what a number measures: a small linear model, learned from labelled numbers.

The rules of the other figure modules say what they think was measured. Each word around the number gets a chance of
being one that a careful reader would write down (logistic regression over `figure_words`); of all runs of words those
are taken whose expected token F1 with the reader's is the highest, less a little for every run (Jansche, "A Maximum
Expected Utility Framework for Binary Sequence Labeling", ACL 2007). `scripts/learn_figure_words.py` builds the weights.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from hbtgraph.extract.figure_words import Joints, Key, Place, View, Word, Wording, joint_keys, stand_keys
from hbtgraph.extract.phrases import plain
from hbtgraph.model import Span
from hbtgraph.resources import weights
from hbtgraph.vietnamese.text import place_tones

TABLE = "figure-words"
"""The weights, in `data/learned`."""

_PER_RUN = 0.12
"""What a further run of words costs, in expected words: a phrase in pieces reads badly."""

_TRUSTED = 0.03
"""The rules' words are kept where they promise hardly less: they are phrases, and read well."""

_KEPT = 1 << 13
_OF_WORDS = frozenset(("word", "word-told", "word-side", "word-before", "word-after", "before", "after"))
_FIRST_SHARE, _ROUNDS, _CLOSE = 0.6, 5, 0.001
_JOINING = frozenset(",/-–&\"“”'‘’")
"""Marks that do not part a run."""


class Worded(NamedTuple):
    """What is measured, in words of the text: where and which these are, and their expected token F1."""

    text: str
    span: Span
    words: tuple[int, ...]
    expected: float


def probability(log_odds: float) -> float:
    """The logistic function; no odds are too long for it."""
    return (1 + math.tanh(log_odds / 2)) / 2


class Model:
    """The weights of what is seen of a word.

    Sums that come again are kept; those of words are laid out so that one look-up tells that a word is not known.
    """

    def __init__(self, weights: Mapping[Key, float]) -> None:
        self._weights = dict(weights)
        self._bias = self._weights[("bias",)]
        self._of_stand = lru_cache(maxsize=_KEPT)(lambda stand: self._sum(stand_keys(stand)))
        self._of_joints = lru_cache(maxsize=_KEPT)(lambda joints: self._sum(joint_keys(joints)))
        self._of_words: dict[str, dict[Key, float]] = defaultdict(dict)
        for (name, *values), weight in self._weights.items():
            if name in _OF_WORDS:
                self._of_words[values[0]][name, *values[1:]] = weight

    def _sum(self, keys: Sequence[Key]) -> float:
        of = self._weights.get
        return sum([of(key, 0.0) for key in keys])

    def chance(self, view: View) -> float:
        """How likely a word of which this is seen tells what was measured."""
        stand, joints, word = view
        total = self._bias + self._of_stand(stand) + self._of_joints(joints) + self._of_word(word, joints)
        return probability(total)

    def _of_word(self, word: Word, joints: Joints) -> float:
        """The sum over `word_keys`."""
        told, before, middle, after, shapes = word
        words = self._of_words
        total = self._weights.get(("shapes", shapes, told), 0.0)
        if middle in words:
            of = words[middle].get
            total += of(("word",), 0.0) + of(("word-told", told), 0.0) + of(("word-side", joints[2], joints[1]), 0.0)
            total += of(("word-before", before), 0.0) + of(("word-after", after), 0.0)
        if before in words:
            total += words[before].get(("before", told), 0.0)
        if after in words:
            total += words[after].get(("after", told), 0.0)
        return total


@cache
def learned() -> Model:
    """The model of `data/learned`."""
    return Model(weights(TABLE))


def worded(wording: Wording, place: Place, told: str, model: Model | None = None) -> Worded | None:
    """What is measured, as a careful reader would most likely put it.

    `told` is what the rules say, "" where they say nothing. None where no word is likely.
    """
    window = wording.window(place)
    taken = wording.taken(told, window)
    chance = (model or learned()).chance
    chances = {i: chance(view) for i, view in wording.views(place, window, taken)}
    expected, chosen = choose(wording, chances)
    of_rules = [i for i, is_taken in enumerate(taken, window.low) if is_taken and i in chances]
    if of_rules and _promise(wording, chances, of_rules, told) >= expected - _TRUSTED:
        chosen, text = of_rules, told
    else:
        text = _text(wording, chosen, told)
    if not chosen:
        return None
    inside = [i for i in chosen if wording.sentence.start <= wording.starts[i] < wording.sentence.end]
    span = Span(wording.starts[inside[0]], wording.ends[inside[-1]]) if inside else place.unit
    return Worded(text, span, tuple(chosen), expected)


def _promise(wording: Wording, chances: Mapping[int, float], of_rules: Sequence[int], told: str) -> float:
    """The expected token F1 of the rules' words."""
    total = sum(chance * wording.syllables(i) for i, chance in chances.items())
    held = sum(chances[i] * wording.syllables(i) for i in of_rules)
    return 2 * held / (len(told.split()) + total)


def _text(wording: Wording, chosen: Sequence[int], told: str) -> str:
    """The chosen words as the text has them, what was measured first."""
    pieces = sorted(_pieces(wording, chosen), key=lambda piece: _first_told(wording, piece, told))
    texts = (wording.written[wording.starts[piece[0]] : wording.ends[piece[-1]]] for piece in pieces)
    return plain(" ".join(texts))


def choose(wording: Wording, chances: Mapping[int, float]) -> tuple[float, list[int]]:
    """The words, in order, that promise most, and their expected token F1.

    The share of two sums is highest where the sum of `2 * chance - share` is (Dinkelbach 1967): a few rounds find it.
    """
    order = sorted(chances)
    lengths = {i: wording.syllables(i) for i in order}
    total = sum(chances[i] * lengths[i] for i in order)
    share = _FIRST_SHARE
    chosen: list[int] = []
    for _ in range(_ROUNDS):
        gains = [lengths[i] * (2 * chances[i] - share) for i in order]
        better = _best_runs(wording, order, gains)
        if chosen and not better:
            break  # none is worth the cost of a run any more
        chosen = better
        held = sum(chances[i] * lengths[i] for i in chosen)
        found = 2 * held / (sum(lengths[i] for i in chosen) + total) if chosen else 0.0
        close = abs(found - share) < _CLOSE
        share = found
        if close:
            break
    return share, chosen


def _best_runs(wording: Wording, order: Sequence[int], gains: Sequence[float]) -> list[int]:
    """The words of the runs whose gains, less a cost for each run, add up to most."""
    promising = [k for k, gain in enumerate(gains) if gain > 0]
    if not promising:
        return []
    order, gains = order[promising[0] : promising[-1] + 1], gains[promising[0] : promising[-1] + 1]
    outside, inside = 0.0, -math.inf
    # whether the best way to stand outside of a run here, or inside, came from inside
    came: list[tuple[bool, bool]] = []
    last = -1
    for i, gain in zip(order, gains, strict=True):
        ended = not _joined(wording, last, i)
        start = max(outside, inside) - _PER_RUN if ended else outside - _PER_RUN
        goes_on = not ended and inside > start
        came.append((inside > outside, goes_on or (ended and inside > outside)))
        outside, inside = max(outside, inside), (inside if goes_on else start) + gain
        last = i
    chosen = []
    within = inside > outside
    for i, (left, stayed) in zip(reversed(order), reversed(came), strict=True):
        if within:
            chosen.append(i)
        within = stayed if within else left
    return chosen[::-1]


def _joined(wording: Wording, one: int, other: int) -> bool:
    """Whether two words stand side by side, or with a mark between that parts no phrase."""
    if one < 0:
        return False
    return other == one + 1 or (other == one + 2 and wording.words[one + 1] in _JOINING)


def _pieces(wording: Wording, chosen: Sequence[int]) -> list[list[int]]:
    pieces: list[list[int]] = []
    for i in chosen:
        if pieces and _joined(wording, pieces[-1][-1], i):
            pieces[-1].append(i)
        else:
            pieces.append([i])
    return pieces


def _first_told(wording: Wording, piece: Sequence[int], told: str) -> int:
    """Where the piece begins in what the rules told: the thing that was measured or counted comes first."""
    opening = wording.text[wording.starts[piece[0]] : wording.ends[piece[0]]].lower()
    place = place_tones(told).lower().find(opening)
    return place if place >= 0 else len(told)
