"""Where an article's text names the things of its facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hbtgraph.identity.resolve import Identifier
from hbtgraph.model import Article, Campaign, Document, Event, Fact, Span
from hbtgraph.vietnamese.text import place_tones

_NEAR = 120
"""Code points beside a fact's words in which the name of who said them may stand."""


def naming_places(article: Article, facts: Iterable[Fact], names: Identifier) -> Mapping[str, tuple[Span, ...]]:
    """Birth → the places at which facts name it. Where a fact has a name from elsewhere, its own words stand for it."""
    text = place_tones(article.text).lower()
    if len(text) != len(article.text):  # a letter that has no small form of one code point
        text = place_tones(article.text)
    found: dict[str, set[Span]] = defaultdict(set)
    for fact in facts:
        if (work := names.work(fact)) is not None:
            found[work].add(_place(text, _title(fact), fact.evidence))
        for name in _texts(fact):
            for birth in names.called(name):
                found[birth].add(_place(text, name, fact.evidence))
    return {birth: tuple(sorted(places)) for birth, places in found.items()}


def _title(fact: Fact) -> str:
    match fact:
        case Document():
            return fact.number or fact.subject or ""
        case Campaign() | Event():
            return fact.name
        case _:
            return ""


def _texts(fact: Fact) -> Iterator[str]:
    for field in fact.__struct_fields__:
        value = getattr(fact, field)
        if isinstance(value, str) and field != "rule":
            yield value


def _place(text: str, name: str, within: Span) -> Span:
    """Where the name stands: whole or, failing that, its longest beginning or end, in the fact's words or near them.

    A speaker stands beside the words, "ông Trung" for Nguyễn Quang Trung; a name from elsewhere has all of `within`.
    """
    words = place_tones(name).lower().split()
    near = Span(max(0, within.start - _NEAR), within.end + _NEAR)
    whole = " ".join(words)
    for where in (within, near):
        if (at := _whole_word(text, whole, where)) >= 0:
            return Span(at, at + len(whole))
    for where in (within, near):
        for count in range(len(words) - 1, 0, -1):
            for piece in (" ".join(words[:count]), " ".join(words[-count:])):
                at = _whole_word(text, piece, where)
                if at >= 0 and (where is within or piece == words[-1]):
                    return Span(at, at + len(piece))
    return within


def _whole_word(text: str, piece: str, within: Span) -> int:
    at = text.find(piece, within.start, within.end)
    while at >= 0 and not _stands_alone(text, at, at + len(piece)):
        at = text.find(piece, at + 1, within.end)
    return at


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum())
