"""The verbs that lead from an indicator to its number: what is so much, a share of a whole, or went up or down."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

TAKES, _IN = "chiếm", "trong"


@cache
def verbs_before() -> re.Pattern[str]:
    """The verbs that lead from an indicator to its number, and the qualifiers among them; no part of a name."""
    words = _words("link share up down")
    return re.compile(rf"(?:(?<!\w)(?<!phát )(?<!thực )(?<!xuất )(?<!mặt )(?:{words}|(?<!\w\s)(?i:{words}))\s+)+$")


def share_in(verbs: str) -> str | None:
    """The word for what part something is of a whole, where one of the verbs tells that: "chiếm 40% diện tích"."""
    found = _shares().search(verbs)
    return found and (TAKES if found[0].startswith(TAKES) else _IN)


@cache
def _shares() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('share')})(?!\w)", re.I)


@cache
def directions() -> re.Pattern[str]:
    """Those of the verbs that tell which way something goes."""
    return re.compile(rf"(?<!\w)(?:{_words('up down')})(?!\w)", re.I)


@cache
def _words(sense: str) -> str:
    return either(row["word"] for row in table("figure-verbs") if row["sense"] in sense.split())
