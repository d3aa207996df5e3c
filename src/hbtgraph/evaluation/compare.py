"""When two records are the same fact: the definitions of the guide to facts, "How records are compared"."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from hbtgraph.resources import table

Record = Mapping[str, Any]
"""A fact in the guide's JSON form."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_ON_SECOND = re.compile(rf"(oa|oe|uy)([{_TONES}])(?!\w)")
_TONE_IN_QU = re.compile(rf"qu([{_TONES}])y")


def fold(text: object) -> str:
    """Small letters, one tone-mark placement, abbreviations written out, no punctuation but % and /."""
    if not text:
        return ""
    letters = unicodedata.normalize("NFD", str(text).lower())
    letters = _TONE_ON_SECOND.sub(lambda pair: pair[1][0] + pair[2] + pair[1][1], letters)
    letters = _TONE_IN_QU.sub(r"quy\1", letters)  # in "quý" the u belongs to qu
    folded = unicodedata.normalize("NFC", letters)
    for pattern, long in _expansions():
        folded = pattern.sub(f" {long} ", folded)
    return " ".join(re.sub(r"[^\w%/]+", " ", folded).split())


def person(text: object) -> str:
    """A person's name, folded, without honorifics before it."""
    return fold(_honorifics().sub("", unicodedata.normalize("NFC", str(text or "").lower()).strip()))


def token_f1(one: object, other: object) -> float:
    """Twice the words in common over all words of both; 1 where both are empty."""
    left, right = Counter(fold(one).split()), Counter(fold(other).split())
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def overlap(one: object, other: object) -> float:
    """The share of the shorter text's words that stand in the longer."""
    left, right = Counter(fold(one).split()), Counter(fold(other).split())
    return (left & right).total() / max(1, min(left.total(), right.total()))


def similarity(kind: str, gold: Record, guess: Record) -> float:
    """How well two records of a kind match; 0 where they do not."""
    return _SIMILARITIES[kind](gold, guess)


def _post(gold: Record, guess: Record) -> float:
    if person(gold.get("person")) != person(guess.get("person")):
        return 0.0
    role = token_f1(gold.get("role"), guess.get("role"))
    body = token_f1(gold.get("organization"), guess.get("organization"))
    # a deputy is not the chief, however alike the words
    deputies = {"phó" in fold(record.get("role")).split() for record in (gold, guess)}
    return 1 + role + body if role >= 0.8 and body >= 0.6 and len(deputies) == 1 else 0.0


def _appointment(gold: Record, guess: Record) -> float:
    return _post(gold, guess) if gold.get("action") == guess.get("action") else 0.0


def _document(gold: Record, guess: Record) -> float:
    if fold(gold.get("type")) != fold(guess.get("type")):
        return 0.0
    if gold.get("number"):
        numbers = {fold(record.get("number")).replace(" ", "") for record in (gold, guess)}
        return 2.0 if len(numbers) == 1 else 0.0
    return _at_least(0.6, token_f1(gold.get("subject"), guess.get("subject")), 1)


def _award(gold: Record, guess: Record) -> float:
    honour = token_f1(gold.get("honour"), guess.get("honour"))
    same = person(gold.get("recipient")) == person(guess.get("recipient"))
    recipient = max(token_f1(gold.get("recipient"), guess.get("recipient")), float(same))
    return honour + recipient if honour >= 0.75 and recipient >= 0.5 else 0.0


def _figure(gold: Record, guess: Record) -> float:
    if not _same_number(guess.get("value"), gold.get("value")) or fold(gold.get("unit")) != fold(guess.get("unit")):
        return 0.0
    return _at_least(0.4, token_f1(gold.get("indicator"), guess.get("indicator")), 1)


def _statement(gold: Record, guess: Record) -> float:
    if person(gold.get("speaker")) != person(guess.get("speaker")):
        return 0.0
    return _at_least(0.6, overlap(gold.get("text"), guess.get("text")))


def _containment(gold: Record, guess: Record) -> float:
    return float(all(fold(gold.get(field)) == fold(guess.get(field)) for field in ("part", "whole")))


def _at_least(bar: float, value: float, more: float = 0) -> float:
    return more + value if value >= bar else 0.0


def _same_number(one: object, other: object) -> bool:
    try:
        left, right = float(str(one)), float(str(other))
    except ValueError:
        return False
    return abs(left - right) < 1e-6 * max(1.0, abs(right))


_SIMILARITIES: Mapping[str, Callable[[Record, Record], float]] = {
    "tenure": _post,
    "appointment": _appointment,
    "document": _document,
    "campaign": lambda gold, guess: _at_least(0.75, token_f1(gold.get("name"), guess.get("name"))),
    "award": _award,
    "event": lambda gold, guess: _at_least(0.6, token_f1(gold.get("name"), guess.get("name"))),
    "figure": _figure,
    "statement": _statement,
    "containment": _containment,
}
KINDS = tuple(_SIMILARITIES)
"""The kinds of the guide, in its order."""

FURTHER: Mapping[str, tuple[str, ...]] = {
    "tenure": ("status",),
    "appointment": ("date",),
    "document": ("issuer", "date", "subject"),
    "campaign": ("organizer", "start", "end"),
    "award": ("count", "conferrer", "date", "status"),
    "event": ("date", "place", "organizer", "status"),
    "figure": ("period", "area", "comparison"),
}
"""The further fields of each kind, which matched records are asked for."""

_DEFAULTS = {("tenure", "status"): "current", ("award", "status"): "conferred", ("event", "status"): "held"}
_EXACT = ("date", "start", "end", "status", "count")


def field_right(kind: str, field: str, gold: Record, guess: Record) -> bool | None:
    """Whether a further field is right; None where the hand-made record does not speak of it."""
    default = _DEFAULTS.get((kind, field))
    want, got = gold.get(field, default), guess.get(field, default)
    if want is None:
        return None
    return str(want) == str(got) if field in _EXACT else token_f1(want, got) >= 0.6


@cache
def _expansions() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("compare-expansions")
    return tuple((re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)"), row["long"]) for row in rows)


@cache
def _honorifics() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in table("compare-honorifics"))
    return re.compile(rf"^(?:(?:{words})[.\s]+)+")
