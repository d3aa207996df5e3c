"""What rules of identity are made of: features that sketches share, and what sharing one means.

The rules and their scores are data (`data/gazetteers/identity-rules.csv`); the features that they look
at are code, one module a kind. Work grows with the number of sketches, not of pairs: sketches that share
a feature are found by its key.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from hbtgraph.resources import table

Way = Literal["alone", "joins", "agree", "fits", "doubt"]


class Rule(Struct, frozen=True, kw_only=True):
    """A rule by name, with its score from 0 to 1 and its reason in two languages.

    `joins`: who shares the feature is one. `agree`: so they are where no two of them belong to different provinces.
    `fits`: who says too little to be told apart (is not *anchored*) is one with the only one that shares it. `doubt`: a
    pair for people to decide.
    """

    name: str
    score: float
    way: Way
    vi: str
    en: str


class Feature(Struct, frozen=True, order=True):
    """What two sketches may share, under a rule."""

    rule: str
    key: tuple[str, ...]


class Link(Struct, frozen=True, order=True):
    """Two births, `a` before `b`, that a rule joins or holds for doubtful."""

    a: str
    b: str
    rule: str


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by name."""
    return {
        row["rule"]: Rule(
            name=row["rule"],
            score=float(row["score"]),
            way=row["way"],  # type: ignore[arg-type]
            vi=row["vi"],
            en=row["en"],
        )
        for row in table("identity-rules")
    }


def between(one: str, other: str, rule: str) -> Link:
    """The link of two births, whichever comes first."""
    return Link(min(one, other), max(one, other), rule)


def score(rule: str) -> float:
    """How sure the rule is, from 0 to 1."""
    return rules()[rule].score
