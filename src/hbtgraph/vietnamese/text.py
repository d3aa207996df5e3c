"""Vietnamese text as strings: one normal form, comparison keys, search, slugs and sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from hbtgraph import resources
from hbtgraph.model import Span

# Patterns that search a whole text consume a letter or mark of a known few first, by which `re` skips through it.
_PAIR = re.compile(r"[oOuU](?:(?<=[oO])[àáãảạèéẽẻẹÀÁÃẢẠÈÉẼẺẸ]|(?<=[uU])(?<![qQ].)[ỳýỹỷỵỲÝỸỶỴ])(?!\w)")
_STOP = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[”’\"»)\]]*(?=\s|$)"
    r"|(?<=[^\W\d_A-ZĐ]{2}\.)(?=[A-ZĐÀ-Ỹ][^\W\d_]+ ))"
)
_LAST_WORD = re.compile(r"[^\s“”\"'‘’()\[\]]{1,12}$")
_INITIALS = re.compile(r"(?:(?:[^\W\d_]\.){2,4})?[^\W\d_]")
"""What is left of a name, or of its last syllable: "Nguyễn Văn | A.", "N.V.A."."""

_LIST_MARK = re.compile(r"(?:\d{1,3}|[a-zđA-ZĐ]|[IVXivx]{1,5})")
_OPENING = "“‘\"'«([-–—+•*"


def nfc(text: str) -> str:
    """The canonical composed form (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def place_tones(text: str) -> str:
    """NFC with one placement of the tone mark in oa, oe, uy: on the first vowel ("hoà" -> "hòa", "Uỷ" -> "Ủy").

    Only where the pair ends its syllable ("Hoàng" stays), and never after q, whose u is no vowel ("quý" stays).
    """
    return _PAIR.sub(_moved, nfc(text))


def _moved(pair: re.Match[str]) -> str:
    second = unicodedata.normalize("NFD", pair[0][1])
    return nfc(pair[0][0] + second[1:]) + second[0]


@lru_cache(maxsize=1 << 14)  # names come again and again, and are compared more often than anything else
def key(text: str) -> str:
    """What two spellings of one name share: tone placement, case and spaces aside, tone marks counted."""
    return " ".join(place_tones(nfc(text).casefold()).split())


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The search form: no case, no tone or vowel marks, đ as d, single spaces.

    NFC, casefold, NFD, drop combining marks (general category Mn), đ to d. The explorer's JavaScript mirrors it.
    """
    letters = unicodedata.normalize("NFD", nfc(text).casefold())
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return " ".join(bare.replace("đ", "d").split())


def matches(query: str, name: str) -> bool:
    """Whether the words of `query` stand in `name`, one after another.

    A query without tone marks finds every bearer ("nguyen quang trung"); one with marks finds no other's name.
    """
    wanted = key(query)
    if not wanted:
        return False
    found = fold(name) if wanted == fold(query) else key(name)
    return f" {wanted} " in f" {found} "


@lru_cache(maxsize=1 << 14)
def slug(text: str, limit: int = 60) -> str:
    """The text as a–z, 0–9 and hyphens, at most `limit` long, cut between words where it has several."""
    whole = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(whole) <= limit:
        return whole
    cut = whole[:limit] if whole[limit] == "-" else whole[:limit].rpartition("-")[0]
    return (cut or whole[:limit]).strip("-")


def sentences(text: str, within: Span | None = None) -> Iterator[Span]:
    """Spans of the sentences of `text`, or of the part `within`, without the spaces around them.

    A full stop ends no sentence in an abbreviation (TP. HCM, PGS. TS), after a list mark, or before a small letter;
    a stop inside quotation marks ends one, so that a long quotation has a first sentence.
    """
    limit = within or Span(0, len(text))
    start = limit.start
    for stop in _STOP.finditer(text, limit.start, limit.end):
        if text[stop.start()] == "\n" or _ends_sentence(text, start, stop, limit.end):
            if sentence := _trimmed(text, start, stop.end()):
                yield sentence
            start = stop.end()
    if sentence := _trimmed(text, start, limit.end):
        yield sentence


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end].lstrip()
    left = end - len(words)
    return Span(left, left + len(words.rstrip())) if words else None


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : min(end, stop.end() + 40)].lstrip()
    if following and not (following[0].isupper() or following[0].isdigit() or following[0] in _OPENING):
        return False
    if stop[0] != ".":
        return True
    # long enough to hold any abbreviation: a longer run of letters is a word
    before = text[max(start, stop.start() - 13) : stop.start()]
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    if _LIST_MARK.fullmatch(word[0]) and not text[start : stop.start() - len(word[0])].strip():
        return False
    if word[0].isupper() and _INITIALS.fullmatch(word[0]):
        return not following or following.split()[0].casefold().strip(",") in _openers()
    return word[0].rpartition(".")[2].casefold() not in _abbreviations() or _opens(following)


def _opens(following: str) -> bool:
    """Whether this begins as a sentence does and no name: "Cũng trong ngày", not "Hai Bà Trưng"."""
    words = following.split()
    begins = len(words) > 1 and words[0].casefold() in _first_words()
    return begins and (words[1].islower() or words[0] == "Ông")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"] for row in resources.table("sentence-words") if row["place"] == "before-stop")


@cache
def _first_words() -> frozenset[str]:
    """Words that open a sentence, those too that do so only behind an abbreviation: "... của TP. Chủ tịch"."""
    words = (row["word"] for row in resources.table("sentence-words") if row["place"] == "after-abbreviation")
    return _openers() | frozenset(words)


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence and no name, so that a stop after an initial ("Nguyễn Văn A.") is a real one."""
    return frozenset(row["word"] for row in resources.table("sentence-words") if row["place"] == "opener")
