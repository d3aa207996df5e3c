"""Vietnamese text of the days before Unicode: TCVN3 (ABC fonts), VNI and Windows-1258.

Old offices' files hold it as bytes, and copying from an old font into a new program leaves it as letters
that mean nothing ("Uû ban nhaân daân"). Either is converted only where the outcome proves itself: at least
fifteen words with marks, nine in ten of which are spelled as Vietnamese syllables are, while no other
reading comes near. TCVN3 has no capitals with tone marks (its fonts draw them), so such letters come out
small. The tables are `legacy-letters.csv`, the spelling is `syllable-parts.csv` in data/gazetteers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from hbtgraph.resources import table

Mender = Callable[[str], str]
"""Gives letters their right form; what is right already, and what is unknown, stays."""

_FONTS = {".vn": "TCVN3", "vni-": "VNI"}  # how the names of these encodings' fonts begin
_FEWEST_WORDS = 15
_WELL_SPELLED = 0.9
_NO_RIVAL = 0.7
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_BEYOND_LATIN_1 = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")  # letters that no mangled text has


def decode_legacy(data: bytes) -> str | None:
    """The text of bytes that are not UTF-8, in NFC; None where it is not certain what they are."""
    readings = {"Windows-1258": _decoded(data, "cp1258")}
    if letters := _decoded(data, "cp1252"):
        readings |= {name: convert(letters) for name, convert in _menders().items()}
    best = _certain({name: text for name, text in readings.items() if text})
    return readings[best] if best else None


def mender(text: str) -> Mender | None:
    """How to mend text that was TCVN3 or VNI before a program took its bytes for Latin letters.

    None where nothing is wrong with it, or not certainly.
    """
    if _BEYOND_LATIN_1.search(text) or text.isascii():
        return None
    best = _certain({"": text} | {name: convert(text) for name, convert in _menders().items()})
    return _menders()[best] if best else None


def mend_as_in(font: str, text: str) -> str:
    """The text that letters show in this font; unchanged where it is no old Vietnamese font or the text is right.

    TCVN3 fonts whose names end in H (".VnTimeH") show small letters as capitals.
    """
    name = font.casefold()
    encoding = next((_FONTS[opening] for opening in _FONTS if name.startswith(opening)), None)
    if encoding is None or _BEYOND_LATIN_1.search(text):
        return text
    mended = _menders()[encoding](text)
    return mended.upper() if encoding == "TCVN3" and name.endswith("h") else mended


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return unicodedata.normalize("NFC", data.decode(codec))
    except UnicodeDecodeError:
        return None


@cache
def _menders() -> dict[str, Mender]:
    codes: dict[str, dict[str, str]] = {}
    for row in table("legacy-letters"):
        codes.setdefault(row["encoding"], {})[bytes.fromhex(row["code"]).decode("latin-1")] = row["letter"]
    return {name: _replacer(letters) for name, letters in codes.items()}


def _replacer(letters: dict[str, str]) -> Mender:
    longest_first = sorted(letters, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return lambda text: pattern.sub(lambda found: letters[found[0]], text)


def _certain(readings: dict[str, str]) -> str | None:
    """The name of the one reading that is Vietnamese; None where none is, or more than one may be."""
    quality = {name: _quality(text) for name, text in readings.items()}
    first, *others = sorted(quality, key=lambda name: quality[name], reverse=True) or [""]
    alone = all(quality[name] < _NO_RIVAL for name in others if readings[name] != readings[first])
    return first if quality.get(first, 0) >= _WELL_SPELLED and alone else None


def _quality(text: str) -> float:
    """The share of well-spelled syllables among the words with marks; 0 where these are few."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


@lru_cache(maxsize=1 << 13)
def is_syllable(word: str) -> bool:
    """Whether the word (NFC) is spelled as a syllable of Vietnamese: a known beginning, a known rime, one tone.

    Syllables that end in c, ch, p or t bear only the tones sắc and nặng, or none is written by mistake.
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(apart)
    shape = _shape().fullmatch(unicodedata.normalize("NFC", _TONES.sub("", apart)))
    if shape is None or len(tones) > 1:
        return False
    return not tones or tones[0] in "\u0301\u0323" or not shape["rime"].endswith(("c", "ch", "p", "t"))


@cache
def _shape() -> re.Pattern[str]:
    parts = {
        part: [row["letters"] for row in table("syllable-parts") if row["part"] == part] for part in ("onset", "rime")
    }
    return re.compile(f"(?:{'|'.join(parts['onset'])})?(?P<rime>{'|'.join(parts['rime'])})")
