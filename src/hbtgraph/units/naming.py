"""Names of units as people write them: type words and their abbreviations, marks or none, spellings of one name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from hbtgraph import resources
from hbtgraph.vietnamese.text import fold, key

_END_Y = re.compile(r"(?<![^\W\d_])(qu|[hklmst])([yỳýỷỹỵ])(?!\w)")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_JOINED = re.compile(r"(?P<short>[^\W\d_]+)(?:\. *|(?=\d))(?P<rest>\w.*)", re.DOTALL)


class Wanted(NamedTuple):
    """A unit's name taken apart: its type word, written out, and the rest; `plain` where nothing in it has marks."""

    word: str | None
    search: str
    spelling: str
    plain: bool


@cache
def _words() -> Mapping[str, str]:
    return {key(row["short"]): row["word"] for row in resources.table("unit-short-words")}


@cache
def _plain_words() -> Mapping[str, str]:
    return {fold(short): word for short, word in _words().items()}


def _word(written: str) -> str | None:
    """The type word that this stands for; without marks "quan" is "quận"."""
    short = key(written)
    return _words().get(short) or (_plain_words().get(short) if short == fold(written) else None)


def searched(name: str) -> str:
    """The letters and digits of a name without marks, i for y: what the tables are searched for."""
    return re.sub(r"[^a-z0-9]", "", fold(_ZEROS.sub("", name))).replace("y", "i")


@lru_cache(maxsize=1 << 13)
def spelled(name: str) -> str:
    """What spellings of one name share, marks counted: i for y at a syllable's end, letters and digits alone."""
    syllables = _END_Y.sub(lambda found: found[1] + found[2].translate(_TO_I), key(_ZEROS.sub("", name)))
    same = _variants()
    return "".join(same.get(syllable, syllable) for syllable in re.findall(r"\w+", syllables))


@cache
def _variants() -> Mapping[str, str]:
    return {key(row["variant"]): key(row["standard"]) for row in resources.table("unit-spellings")}


def take_apart(name: str) -> list[Wanted]:
    """The ways to read a name, the likelier one first: "P. 12", "phường 12"; "Phường Đúc" is a name by itself too."""
    whole = " ".join(name.replace("’", "'").split())
    plain = key(whole) == fold(whole)
    readings = [(word, rest) for written, rest in _cuts(whole) if (word := _word(written))]
    return [Wanted(word, searched(rest), spelled(rest), plain) for word, rest in (*readings, (None, whole))]


def _cuts(name: str) -> list[tuple[str, str]]:
    """Where a type word may end: after two words, after one, at its full stop, before a number, "TPHCM"."""
    words = name.split(" ")
    cuts = [(" ".join(words[:count]), " ".join(words[count:])) for count in (2, 1) if len(words) > count]
    if joined := _JOINED.fullmatch(name):
        cuts.append((joined["short"], joined["rest"]))
    if key(name) == "tphcm":
        cuts.append((name[:2], name[2:]))
    return [(written.rstrip("."), rest) for written, rest in cuts]
