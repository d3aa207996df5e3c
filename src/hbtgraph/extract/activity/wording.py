"""The small words around the verbs of reports, and the patterns made of them."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.words import Finder, any_of
from hbtgraph.model import Span
from hbtgraph.resources import table

NEAR = 40
"""Code points that are looked at before a word; the longest small words have fewer."""

BODY, UNIT, HIDDEN = "βυξ"
"""Letters that stand for each code point of a body's name, a unit's name, and a quotation or bracket."""


@cache
def words(part: str) -> str:
    """A pattern for the words of one part of the table of small words, in small or capital letters."""
    return f"(?i:{any_of(row['word'] for row in table('activity-words') if row['part'] == part)})"


@cache
def actor_words(kind: str) -> str:
    """Actors of a kind; those in capitals stay so, the others may open a sentence."""
    return f"(?i:{any_of(row['words'] for row in table('activity-agents') if row['kind'] == kind)})"


@cache
def unit() -> str:
    """A unit: its name, or the level word alone."""
    return rf"(?:{UNIT}+|(?<!cấp )(?<!\w){actor_words('unit')}(?!\w| ủy| hội))"


def manner_after(sentence: str, verb: Span) -> int:
    """Where the verb's adverbs end ("hiệu quả", "sát sao"); after some verbs they are objects ("nâng cao hiệu quả")."""
    if re.fullmatch(words("takes-quality"), verb.of(sentence)):
        return verb.end
    match = _adverbs().match(sentence, verb.end)
    return match.end() if match else verb.end


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?:{words('after-verb')})(?!\w))*", re.IGNORECASE)


@cache
def _part(part: str) -> Finder:
    first = {row["word"] for row in table("activity-words") if row["part"] == part}
    return Finder(re.compile(rf"(?<!\w)(?:{words(part)})(?!\w)", re.IGNORECASE), first)


def has(part: str, text: str) -> bool:
    """Whether the text holds a word of this part."""
    return _part(part).search(text) is not None


def only_small_words(text: str) -> bool:
    """Whether the words between a separator and a link say nothing by themselves."""
    return _small_words().fullmatch(text) is not None


@cache
def _small_words() -> re.Pattern[str]:
    small = "|".join(words(part) for part in ("connective", "effect", "period", "before-verb"))
    return re.compile(rf"\s*(?:(?:{small}|và)(?!\w)[\s,]*)*")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(actor_words("unit"))


def is_level(words: str) -> bool:
    """Whether the words are a level of units alone: "TP", "huyện"."""
    return _level().fullmatch(words) is not None


def opens_badly(text: str) -> bool:
    """Whether a phrase opens with a word that opens no object."""
    return _no_object().match(text) is not None


@cache
def _no_object() -> re.Pattern[str]:
    return re.compile(rf"{words('no-object')}(?!\w)")
