"""How well and how fast persons are named, against underthesea's recogniser. `make bench`.

Both read the articles of ../shared/articles that persons.csv lists the persons of, in turn, in one process. hbtgraph's
time is that of reading the file and extracting facts of every kind; underthesea's that of its sentences and its names.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from hbtgraph.extract import context, extract
from hbtgraph.sources import read, read_article
from hbtgraph.vietnamese.text import key

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "shared" / "articles"
CORPUS = ARTICLES / "corpus-2017.jsonl.gz"
GOLD = ARTICLES.parent / "eval" / "gold"

SPEED_AIM = 60
"""How many times as fast as underthesea hbtgraph should be."""
WARMING = 20
"""Articles of the corpus that both read before they are timed: word lists, models and patterns are made ready once."""

PERSON, BYLINE, ASIDE = "read by hand", "read by hand: byline", "read by hand: left aside"

Names = frozenset[tuple[str, str]]
"""Distinct (article, name) pairs, each name as `key` has it: NFC, one tone placement, no case."""
Token = tuple[str, str, str, str]
"""What underthesea says of a word: the word, its part of speech, its chunk, its entity (B-PER, I-PER, O, ...)."""
Recogniser = Callable[[str], list[str]]
"""The persons that a text names."""


class Score(NamedTuple):
    """How the names that were found compare with those that stand in the articles."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


def listed(path: Path, *sources: str) -> Names:
    """The pairs of persons.csv from any of these sources."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["source"] in sources]
    return frozenset((row["article"], key(row["name"])) for row in rows)


def score(found: Names, there: Names, aside: Names) -> Score:
    """Finding what is set aside is neither right nor wrong."""
    counted = found - aside
    return Score(right=len(counted & there), found=len(counted), there=len(there))


def in_full(article: str, names: Iterable[str]) -> Names:
    """The names of two or more syllables, for short forms ("ông Sang") are not in question."""
    return frozenset((article, key(name)) for name in names if len(name.split()) > 1)


def joined(tokens: Iterable[Token]) -> Iterator[str]:
    """The persons of a sentence: a word that begins a person (B-PER) with those that go on with it (I-PER)."""
    words: list[str] = []
    for word, _, _, entity in tokens:
        if entity != "I-PER" and words:
            yield " ".join(words)
            words = []
        if entity in ("B-PER", "I-PER"):
            words.append(word)
    if words:
        yield " ".join(words)


def underthesea() -> Recogniser:
    """Its recogniser, applied as its documentation does: a text is cut into sentences, names are read in each."""
    try:
        tool = import_module("underthesea")
    except ModuleNotFoundError:
        sys.exit("bench: underthesea is not here: `make bench` installs it, or pip install -r bench/requirements.txt")
    return lambda text: [name for sentence in tool.sent_tokenize(text) for name in joined(tool.ner(sentence))]


def warm(recognise: Recogniser) -> None:
    """Has both read a few other articles."""
    for article in islice(read(CORPUS), WARMING):
        extract(article)
        recognise(article.text)


def measured(articles: list[str], recognise: Recogniser) -> tuple[tuple[Names, float], tuple[Names, float]]:
    """The pairs that hbtgraph and underthesea find, and the CPU seconds that each took for all articles."""
    ours: Names = frozenset()
    theirs: Names = frozenset()
    our_seconds = their_seconds = 0.0
    for name in articles:
        began = time.process_time()
        article = read_article(ARTICLES / f"{name}.txt")
        extract(article)
        between = time.process_time()
        persons = recognise(article.text)
        ended = time.process_time()
        our_seconds += between - began
        their_seconds += ended - between
        ours |= in_full(name, (mention.full for mention in context(article).names))
        theirs |= in_full(name, persons)
    return (ours, our_seconds), (theirs, their_seconds)


def show(title: str, there: Names, aside: Names, sides: dict[str, Names]) -> None:
    print(f"\n{title}: {len(there)} names of persons")
    for side, found in sides.items():
        of = score(found, there, aside)
        print(
            f"  {side:<12} precision {of.precision:.3f}  recall {of.recall:.3f}  F1 {of.f1:.3f}"
            f"  ({of.right} right of {of.found} found)"
        )


def main() -> None:
    if not GOLD.is_dir():
        print("bench: the articles are not here (../shared is absent): persons are not measured")
        return
    articles = sorted(path.name.removesuffix(".gold.json") for path in GOLD.glob("*.gold.json"))
    recognise = underthesea()
    warm(recognise)
    (ours, our_seconds), (theirs, their_seconds) = measured(articles, recognise)
    persons, bylines, aside = (listed(HERE / "persons.csv", source) for source in (PERSON, BYLINE, ASIDE))
    sides = {"hbtgraph": ours, "underthesea": theirs}
    print(f"Persons with their full names, {len(articles)} articles")
    show("Whom the text speaks of", persons, aside | bylines, sides)
    show("With bylines and picture credits", persons | bylines, aside, sides)
    print()
    for side, seconds in (("hbtgraph", our_seconds), ("underthesea", their_seconds)):
        print(f"  {side:<12} {seconds:7.2f} s of CPU  {len(articles) / seconds:7.1f} articles a second")
    times = their_seconds / our_seconds
    print(f"  hbtgraph, extracting all facts, is {times:.1f} times as fast (aim: {SPEED_AIM})")


if __name__ == "__main__":
    main()
