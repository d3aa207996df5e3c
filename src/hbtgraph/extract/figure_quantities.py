"""The names of quantities: "tổng mức đầu tư", "tỷ lệ"."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.figure_scenes import FEW, clause_words
from hbtgraph.resources import table

_NEXT = 16
"""Within so many code points the word beside a name stands."""


def names_quantity(indicator: str) -> bool:
    """Whether a phrase begins with the name of a quantity and says whose it is."""
    return quantities().match(indicator) is not None and len(indicator.split()) >= FEW


def says_what(indicator: str) -> bool:
    """Whether a clause names the quantity that it gives."""
    return quantities().search(indicator) is not None


def quantity_of(indicator: str) -> str | None:
    """The name of the quantity that an indicator begins with."""
    named = quantities().match(indicator)
    return named[0] if named else None


def is_part_of_word(text: str, name: re.Match[str]) -> bool:
    """Whether the name of a quantity is only a syllable of a word: "con số", "mặt tiền", "tổng cục"."""
    before = text[max(0, name.start() - _NEXT) : name.start()].split()[-1:]
    after = text[name.end() : name.end() + _NEXT].split()[:1]
    words = (" ".join([*before, name[0]]), " ".join([name[0], *after]))
    return any(word.lower() in _no_quantities() for word in words)


@cache
def quantities() -> re.Pattern[str]:
    """What names a quantity: "tổng mức đầu tư", "tỷ lệ"."""
    name = clause_words("quantity").pattern
    return re.compile(rf"{name}(?:\s{name})*(?!\s\d)")


@cache
def _no_quantities() -> frozenset[str]:
    """Two syllables, one of which is elsewhere the name of a quantity."""
    return frozenset(row["word"] for row in table("figure-clause-words") if row["part"] == "no-quantity")
