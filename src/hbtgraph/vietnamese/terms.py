"""Terms of councils and committees that a text gives with a post: "nhiệm kỳ 2016 – 2021", "khóa XIV"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key

_NUMBER = r"(?:[Kk]h(?:óa|oá)|[Ll]ần thứ) (?P<number>[IVXL]+|\d{1,2})"
_YEARS = r"[Nn]hi[eệ]m kỳ (?P<first>(?:19|20)\d\d) ?[-–—] ?(?P<last>(?:19|20)\d\d)"
_TERM = re.compile(rf",? ?\(?(?:{_NUMBER}(?!\w))?(?:[,( ]{{0,3}}{_YEARS})?")
_WORD = re.compile(rf"{_YEARS}|{_NUMBER}(?!\w)")
_LONGEST = 6
"""Years of the longest term; two years further apart are no term."""


class Term(NamedTuple):
    """The first and the last year of a term."""

    first: int
    last: int


def term_of(text: str, span: Span, role: str, body: str) -> Term | None:
    """The term that the words of a post are of, stated behind them or in them behind the post; None where none is.

    Years that the text states come first; a number alone tells them only of the bodies in council-terms.csv.
    """
    behind = _TERM.match(text, span.end)
    if behind and (term := _years(behind, body)):
        return term
    words = span.of(text)
    at = words.find(role)
    if at < 0 or (inside := _WORD.search(words, at + len(role))) is None:
        return None
    own = "," not in words[at + len(role) : inside.start()].rstrip(" ,")
    return _years(_TERM.match(words, inside.start()), body) if own else None


def _years(found: re.Match[str] | None, body: str) -> Term | None:
    if found is None:
        return None
    if found["first"]:
        term = Term(int(found["first"]), int(found["last"]))
        return term if 0 < term.last - term.first <= _LONGEST else None
    return _numbered(key(body), found["number"].upper()) if found["number"] else None


def _numbered(body: str, number: str) -> Term | None:
    for name, terms in _table().items():
        if body == name or body.startswith(f"{name} "):
            return terms.get(number)
    return None


@cache
def _table() -> dict[str, dict[str, Term]]:
    found: dict[str, dict[str, Term]] = {}
    for row in table("council-terms"):
        found.setdefault(key(row["body"]), {})[row["number"]] = Term(int(row["first"]), int(row["last"]))
    return found
