"""Which words tell what a number measures: a small linear model, learned from labelled numbers.

The rules of the other figure modules say what they think was measured. Each word around the number gets a chance of being
one that a careful reader would write down (logistic regression over `figure_words`); of all runs of words those are taken
whose expected token F1 with the reader's is the highest, less a little for every run (Jansche, "A Maximum Expected
Utility Framework for Binary Sequence Labeling", ACL 2007). `scripts/learn_figure_words.py` builds the weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hbtgraph.extract.figure_words import Key, Place, Wording
from hbtgraph.extract.phrases import plain
from hbtgraph.model import Span
from hbtgraph.resources import weights

TABLE = "figure-words"
"""The weights, in `data/learned`."""

_PER_RUN = 0.12
"""What a further run of words costs, in expected words: a phrase in pieces reads badly."""

_ROUNDS = 4
_JOINING = frozenset(",/-–&\"“”'‘’")
"""Marks that do not part a run."""


class Worded(NamedTuple):
    """What is measured in the words of the text, where they stand in the sentence, and their expected token F1."""

    text: str
    span: Span
    expected: float


def worded(wording: Wording, place: Place, told: str) -> Worded | None:
    """What is measured, as a careful reader would most likely put it.

    `told` is what the rules say, "" where they say nothing. None where no word is likely.
    """
    window = wording.window(place)
    taken = wording.taken(told, window)
    chances = {i: chance(keys) for i, keys in wording.views(place, window, taken)}
    expected, chosen = choose(wording, chances)
    if not chosen:
        return None
    pieces = sorted(_pieces(wording, chosen), key=lambda piece: _first_told(wording, piece, told))
    texts = (wording.text[wording.starts[piece[0]] : wording.ends[piece[-1]]] for piece in pieces)
    inside = [i for i in chosen if wording.sentence.start <= wording.starts[i] < wording.sentence.end]
    span = Span(wording.starts[inside[0]], wording.ends[inside[-1]]) if inside else place.unit
    return Worded(plain(" ".join(texts)), span, expected)


def chance(keys: Sequence[Key]) -> float:
    """How likely a word of which this is seen tells what was measured."""
    learned = weights(TABLE)
    total = learned[("bias",)]
    for key in keys:
        total += learned.get(key, 0.0)
    return 1 / (1 + math.exp(-total))


def choose(wording: Wording, chances: Mapping[int, float]) -> tuple[float, list[int]]:
    """The words, in order, that promise most, and their expected token F1.

    The share of two sums is highest where the sum of `2 * chance - share` is (Dinkelbach 1967): a few rounds find it.
    """
    order = sorted(chances)
    lengths = {i: wording.words[i].count(" ") + 1 for i in order}
    total = sum(chances[i] * lengths[i] for i in order)
    share, chosen = 0.5, []
    for _ in range(_ROUNDS):
        gains = [lengths[i] * (2 * chances[i] - share) for i in order]
        chosen = _best_runs(wording, order, gains)
        held = sum(chances[i] * lengths[i] for i in chosen)
        found = 2 * held / (sum(lengths[i] for i in chosen) + total) if chosen else 0.0
        if abs(found - share) < 1e-4:
            break
        share = found
    return share, chosen


def _best_runs(wording: Wording, order: Sequence[int], gains: Sequence[float]) -> list[int]:
    """The words of the runs whose gains, less a cost for each run, add up to most."""
    outside, inside = 0.0, -math.inf
    came: list[tuple[bool, bool]] = []  # whether the best way to stand outside, or inside, of a run here came from inside
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
    place = told.lower().find(wording.text[wording.starts[piece[0]] : wording.ends[piece[0]]].lower()) if told else -1
    return place if place >= 0 else len(told)
