"""Whether a number is worth telling: a small linear model, learned from articles whose figures are all labelled.

Readers leave out what the rules take (trivial counts, crime details, what no words near by tell) and take what they
pass over. From the words around a number, its unit, its value, what the rules say of it and how surely its words are
told comes a chance that a careful reader would write it down, in these words. `scripts/learn_figure_telling.py` builds
the weights.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from hbtgraph.extract.figure_choice import Worded, probability
from hbtgraph.extract.figure_words import Key, Place, Wording
from hbtgraph.resources import weights

TABLE = "figure-telling"
"""The weights, in `data/learned`."""

ENOUGH = 0.55
"""Below this chance a number is not told: a wrong figure costs its reader more than a missing one."""

_BEFORE, _BEHIND = 20, 12
_STEPS = 20
_SMALL, _DIGITS = 5, 5


def worth_telling(
    wording: Wording, place: Place, worded: Worded, value: Decimal, *, private: bool, compared: bool
) -> bool:
    """Whether a number is told; `private` says that it is of a person's affairs, `compared` that it is a comparison."""
    return chance(seen_of(wording, place, worded, value, private=private, compared=compared)) >= ENOUGH


def chance(keys: list[Key]) -> float:
    """How likely a number of which this is seen would be written down, in the words that were chosen."""
    learned = weights(TABLE)
    return probability(learned[("bias",)] + sum(learned.get(key, 0.0) for key in keys))


def seen_of(
    wording: Wording, place: Place, worded: Worded, value: Decimal, *, private: bool, compared: bool
) -> list[Key]:
    """What is seen of a number."""
    window = wording.window(place)
    first, behind = window.first, max(window.behind, bisect_left(wording.starts, place.unit.end))
    unit = wording.text[place.unit.start : place.unit.end].lower()
    size = _size(value)
    return [
        ("rule", place.rule, place.measure),
        ("unit", unit),
        ("noun", unit.split()[-1]),
        ("expected", place.rule, str(int(worded.expected * _STEPS))),
        ("value-measure", size, place.measure),
        ("value-rule", size, place.rule),
        ("private", str(private)),
        ("compared", str(compared)),
        *(("just-before", word) for word in wording.seen[max(0, first - 1) : first]),
        *(("just-behind", word) for word in wording.seen[behind : behind + 1]),
        *(("before", word) for word in dict.fromkeys(wording.seen[max(0, first - _BEFORE) : first])),
        *(("behind", word) for word in dict.fromkeys(wording.seen[behind : behind + _BEHIND])),
        *(("chosen", word) for word in dict.fromkeys(wording.seen[i] for i in worded.words)),
    ]


def _size(value: Decimal) -> str:
    """A small whole number itself, how many digits a larger one has, or that it is none."""
    if value != value.to_integral_value():
        return "broken"
    return str(int(value)) if value <= _SMALL else f"{min(_DIGITS, len(str(int(value))))} digits"
