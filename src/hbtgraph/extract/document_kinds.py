"""Kinds of documents: where a text names one, and what may tell which document of the kind it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hbtgraph.extract.phrases import Begun, beginnings
from hbtgraph.extract.words import TextFinder
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_JOINED = r"\w/-"


@cache
def kind_key(kind: str) -> str:
    """The comparison key of a kind, kept: few kinds are named again and again."""
    return key(kind)


@cache
def kind_row(kind: str) -> Mapping[str, str]:
    """What the table says of this kind, as it is written in an article."""
    return _rows()[key(kind)]


@cache
def is_kind(words: str) -> bool:
    """Whether the words name a kind, not a compound that holds its name ("pháp luật", "kế hoạch hóa")."""
    return key(words) in _rows()


def is_law(kind: str) -> bool:
    """Whether documents of this kind are known by their title even where they have a number."""
    return kind_row(kind)["known_by"] == "law"


def kind_of(abbreviation: str) -> str | None:
    """The kind that an abbreviation in a number stands for, the plainest that has it."""
    return _abbreviations().get(abbreviation.lower())


def words_for(use: str) -> str:
    """A pattern of the words that the table has for this use."""
    return either(row["word"] for row in table("document-words") if row["use"] == use)


@cache
def kinds() -> TextFinder:
    """Every kind, and every compound that holds one, as `type`; `is_kind` tells them apart."""
    words = [row["type"] for row in table("document-types")] + [row["word"] for row in table("document-compounds")]
    return TextFinder(re.compile(f"(?P<type>{alone(words, before=_JOINED)})"), words)


@cache
def kinds_begun() -> Begun:
    """How kinds begin."""
    return beginnings(row["type"] for row in table("document-types"))


@cache
def _rows() -> dict[str, Mapping[str, str]]:
    return {key(row["type"]): row for row in table("document-types")}


@cache
def _abbreviations() -> dict[str, str]:
    rows = sorted(table("document-types"), key=lambda row: -len(row["type"]))
    return {row["abbreviation"].lower(): row["type"] for row in rows if row["abbreviation"]}
