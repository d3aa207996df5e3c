"""Noun phrases: where a name, a title or a description ends, and how it is written as a field.

Shared by the rules that read such phrases. Each kind of fact has its own table of words that end one
(`KIND-stops.csv`: `any` wherever they stand, `comma` only after a comma).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from operator import attrgetter

from hbtgraph.extract.context import Context
from hbtgraph.extract.words import TextFinder, any_of
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_QUOTE = r"“[^”\n]{0,300}+”|\"[^\"\n]{0,300}+\"|‘[^’\n]{0,300}+’"
_QUOTE_MARKS = re.compile(r"[“”\"‘’«»]|(?<!\w)'|'(?!\w)")
_QUOTED = re.compile(
    r"\s*(?:“(?P<a>[^“”\n]{2,300}+)”?|\"(?P<b>[^\"\n]{2,300}+)\"|‘(?P<c>[^‘’\n]{2,300}+)’|'(?P<d>[^'\n]{2,300}+)')"
)
_LONGEST_SENTENCE, _LONGEST_PHRASE, _BACK = 2000, 400, 60
"""How far rules look, in code points: longer than what people write, short enough to bound the time."""

_SYLLABLE = re.compile(r"\w+")
_start = attrgetter("start")
_LOOSE = (" và", " cùng", " hoặc", " với", " ngày", " đã", " sẽ", " cũng")
_EDGES = " \t,.;:–-…"


@cache
def stops(name: str, *others: str, passed: str = "(?!)") -> re.Pattern[str]:
    """Where phrases of this kind end, by its table and in these other ways, all of which begin behind a word.

    Quotations, and what `passed` matches, are matched whole, as `skip`, and so passed over.
    """
    rows = table(name)
    anywhere = either(row["word"] for row in rows if row["place"] == "any")
    opening = either(row["word"] for row in table("sentence-openers"))
    comma = either(row["word"] for row in rows if row["place"] == "comma")
    ways = (
        rf"(?P<skip>{_QUOTE}|{passed})|[;:?!…\n]|\.{{2}}|\s(?:{opening})\s(?=[a-zà-ỹ])",
        rf"(?<!không),?\s+(?:{anywhere})(?!\w)|,\s+(?:{comma})(?!\w)",
        *others,
    )
    return re.compile(rf"(?=\W)(?:{'|'.join(ways)})")  # inside words it looks no further


def stretches(context: Context) -> tuple[Span, ...]:
    """The article's sentences; one longer than any real one is cut between words, so that no rule looks too far."""
    return context.once(_stretches)


def _stretches(context: Context) -> tuple[Span, ...]:
    found: list[Span] = []
    for sentence in context.sentences:
        start = sentence.start
        while sentence.end - start > _LONGEST_SENTENCE:
            cut = context.plain.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = cut if cut > start else start + _LONGEST_SENTENCE
            found.append(Span(start, cut))
            start = cut
        found.append(Span(start, sentence.end))
    return tuple(found)


def stretches_at(context: Context, places: Iterable[int]) -> tuple[Span, ...]:
    """Those of the stretches that hold one of these places, in order: most rules need but a few."""
    found = sorted(places)
    return tuple(part for part in stretches(context) if bisect_left(found, part.start) < bisect_left(found, part.end))


Begun = TextFinder
"""Where some words may begin: their first two syllables, or the only one."""


def beginnings(words: Iterable[str]) -> Begun:
    """How these words begin, for `may_hold`."""
    begun = tuple(" ".join(_SYLLABLE.findall(word)[:2]) for word in words)
    pattern = any_of(word.lower() for word in begun).replace(r"\ ", r"\W+")
    return TextFinder(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), begun)


def may_hold(context: Context, stretch: Span, begun: Begun) -> bool:
    """Whether any of the words that begin so can stand in this stretch: most stretches need no closer look."""
    starts = begun.starts(context.plain)
    at = bisect_left(starts, stretch.start)
    return at < len(starts) and starts[at] < stretch.end


def behind(pattern: re.Pattern[str] | TextFinder, text: str, start: int, end: int) -> re.Match[str] | None:
    """What ends at `end` and begins not before `start`, for a pattern that ends in `$`: a short way back, no more."""
    return pattern.search(text, max(start, end - _BACK), end)


def phrase(text: str, start: int, limit: int, ends: re.Pattern[str]) -> Span:
    """The phrase that begins at `start`: to the first end, at most to `limit`, without marks at its edges."""
    end = limit = min(limit, start + _LONGEST_PHRASE)
    for match in ends.finditer(text, start, limit):
        if match.group("skip") is None:
            end = match.start()
            break
    return trimmed(text, Span(start, end))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space, stops, dashes and loose conjunctions at its edges; may be empty."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while True:
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        if not text.endswith(_LOOSE, start, end):
            return Span(start, end)
        end -= next(len(word) for word in _LOOSE if text.endswith(word, start, end))


def quoted(text: str, start: int, limit: int) -> Span | None:
    """The words inside the quotation marks that open at `start`, white space before them aside."""
    match = _QUOTED.match(text, start, limit)
    if match is None:
        return None
    span = trimmed(text, next(Span(*match.span(name)) for name in "abcd" if match[name] is not None))
    return span if span.start < span.end else None


def plain(text: str) -> str:
    """A phrase as a field has it: no quotation marks, single spaces, no marks at the edges."""
    return " ".join(_QUOTE_MARKS.sub("", text).split()).strip(_EDGES)
