"""Names of Vietnamese people: surnames, words of address, full and short forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hbtgraph import resources
from hbtgraph.vietnamese.text import key, place_tones

LONGEST = 5
"""Syllables of the longest full name that is read as one: Công Tằng Tôn Nữ lines aside, five."""

NATIVE = re.compile(
    r"(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[^\W\dbcdđghklmnpqrstvxfjwz]{1,3}(?:c|ch|k|m|n|ng|nh|p|t)?",
    re.IGNORECASE,
)
"""A syllable of the language, by its letters."""


@cache
def surnames() -> frozenset[str]:
    """Keys of the surnames that tell a name by themselves."""
    return frozenset(key(row["surname"]) for row in resources.table("surnames") if row["use"] == "any")


@cache
def titles() -> frozenset[str]:
    """Keys of the words of address, ranks and degrees before a name."""
    return frozenset(key(row["word"]) for row in resources.table("honorifics"))


@cache
def _title_pattern() -> re.Pattern[str]:
    words = sorted((place_tones(row["word"]) for row in resources.table("honorifics")), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, words))})(?:[.,]? +|(?<=\.)))+(?=\S)", re.IGNORECASE)


def bare(name: str) -> str:
    """The name without words of address, ranks and degrees before it: "PGS.TS Lê Bá Vinh" -> "Lê Bá Vinh".

    A name that would be left empty, or with a small first letter, stays as it is.
    """
    stripped = name.strip()
    title = _title_pattern().match(place_tones(stripped))
    rest = stripped[title.end() :] if title else stripped
    return rest if rest and rest[0].isupper() else stripped


@lru_cache(maxsize=1 << 12)
def has_surname(name: str) -> bool:
    """Whether the first word is a surname that tells a name by itself."""
    return key(name).partition(" ")[0] in surnames()


def is_short_of(short: str, full: str) -> bool:
    """Whether `short` is how the text names `full` again: its last syllables, at least one fewer than all."""
    whole, last = key(full), key(short)
    return whole.endswith(last) and whole != last and whole[-len(last) - 1] == " "


def split_off(words: list[str], *, least: int = 2) -> int | None:
    """Where in a run of capitalised words, after the first, the name of a person begins; None where none does.

    "Hai Bà Trưng Lê Văn Tám" -> 3. Names of places and bodies have two or three words more often than one,
    so these are tried first; `least` is the fewest syllables that are taken for a person.
    """
    for at in (2, 3, 1, 4, 5, 6):
        if least <= len(words) - at <= LONGEST - 1 and key(words[at]) in surnames():
            return at
    return None
