"""Vietnamese dictionary order: letters a ă â b c d đ e ê …, then tones, then small before capital letters.

The order of the alphabet and of the tones (level, huyền, hỏi, ngã, sắc, nặng) is that of the Unicode CLDR
collation for Vietnamese; a space sorts before digits and digits before letters, so "Lê An" stands before "Lên".
"""

from __future__ import annotations

import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]
"""Letters, then tones, then case, then the text itself: compare as a whole."""


def sort_key(text: str) -> SortKey:
    """The key under which `sorted` puts Vietnamese texts into dictionary order."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for character in unicodedata.normalize("NFC", text):
        letter, tone = _split(character)
        letters.append(_place(letter.lower()))
        tones.append(tone)
        capitals.append(letter.isupper())
    return tuple(letters), tuple(tones), tuple(capitals), text


def _split(character: str) -> tuple[str, int]:
    """A letter without its tone mark, and the rank of that mark."""
    parts = unicodedata.normalize("NFD", character)
    tone = next((_TONE[mark] for mark in parts[1:] if mark in _TONE), 0)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONE))
    return bare or character, tone


def _place(letter: str) -> tuple[int, int]:
    if letter in _RANK:
        return 3, _RANK[letter]
    group = 0 if letter.isspace() else 2 if letter.isdigit() else 4 if letter.isalpha() else 1
    return group, ord(letter[0])
