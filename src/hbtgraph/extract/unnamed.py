"""Somebody whom the text does not name: who speaks so, and the title that stands for it ("vị lãnh đạo này")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from hbtgraph.extract import speech
from hbtgraph.extract.speech_words import words
from hbtgraph.extract.words import TextFinder, any_of
from hbtgraph.model import Span

BACK = 800
"""How far before a pronoun its title may have been told."""

_PRONOUN = re.compile(r"[Vv]ị (?P<noun>.*?) ?(?:này|đó|ấy|(?:nói |kể )?trên)?", re.DOTALL)
_ONE = re.compile(r"[Mm]ột (?:vị )?$")
_APPOSED = re.compile(r" ?[,–(-] ?(?:[Mm]ột )?")
_MARK = re.compile(r"[,.;:“”\"\n]")
_OF_SOMEBODY = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|này)(?!\w)")
"""Words that mean somebody told before."""

_FAR = 120
"""Code points of the longest naming of somebody without a name."""


@cache
def _heads() -> TextFinder:
    """The words with which the naming of somebody without a name begins."""
    begun = ("một", "vị", *words("official"))
    return TextFinder(re.compile(rf"(?<!\w)(?:{any_of(begun)}) ", re.IGNORECASE), begun)


@cache
def _somebody() -> re.Pattern[str]:
    """Somebody without a name, right before a verb: "một chuyên gia về dược ", "lãnh đạo phòng A một huyện "."""
    return re.compile(rf"{_heads().pattern.pattern}[^,.;:“”\"]{{2,{_FAR - 20}}} $", re.IGNORECASE)


def speaking_in(plain: str, sentence: Span) -> Iterator[Span]:
    """Where somebody without a name is named, right before a verb that does nothing but tell."""
    if not _heads().search(plain, sentence.start, sentence.end):
        return
    for verb in speech.verbs().finditer(plain, sentence.start, sentence.end):
        start = max(sentence.start, verb.start() - _FAR)
        found = _somebody().search(plain, start, verb.start()) if verb[0] in words("only tells") else None
        if found and not _OF_SOMEBODY.search(found[0]):
            yield Span(*found.span())


@lru_cache(maxsize=1 << 8)
def _title(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<![Vv]ị )(?i:{any_of((noun,) if noun else words('official'))})(?!\w)")


def title_alone(plain: str, pronoun: Span, named: Sequence[Span]) -> int | None:
    """Where the title that a pronoun repeats was told last, if of nobody `named` (spans of names, in order)."""
    said = _PRONOUN.fullmatch(plain, pronoun.start, pronoun.end)
    found = list(_title(said["noun"]).finditer(plain, max(0, pronoun.start - BACK), pronoun.start)) if said else []
    if not found:
        return None
    title = Span(*found[-1].span())
    one = _ONE.search(plain, max(0, title.start - 8), title.start)
    if one is None and title.of(plain).lower() not in words("official"):
        return None
    own = (_names(plain, title, name) for name in named)
    return None if any(own) else title.start


def _names(plain: str, title: Span, name: Span) -> bool:
    """Whether the name is that of the bearer: right before the title, or behind it and before any mark or verb."""
    if name.end <= title.start:
        return bool(_APPOSED.fullmatch(plain, name.end, title.start))
    between = Span(title.end, name.start)
    if between.start > between.end:
        return True
    return not _MARK.search(plain, *_ends(between)) and not speech.verbs().search(plain, *_ends(between))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
