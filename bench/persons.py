"""How well and how fast persons are named, against underthesea's recogniser. `make bench`.

persons.csv lists the persons of articles under ../shared/articles: those with hand-made facts, which the rules were
written with, and some drawn at random from the corpus. Both sides read every article in one run, one after the other.
hbtgraph's time is that of extracting the nine kinds of facts of the guide, and, in a pass of its own, of these and the
activities; underthesea's that of its sentences and its names.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from hbtgraph.extract import context, extract
from hbtgraph.model import Article
from hbtgraph.sources import read, read_article
from hbtgraph.vietnamese.text import key

LIST = Path(__file__).with_name("persons.csv")
ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "articles"
CORPUS = ARTICLES / "corpus-2017.jsonl.gz"

SPEED_AIM = 60
"""How many times as fast as underthesea hbtgraph should be."""
WARMING = 100
"""Articles of the corpus that both read before they are timed: word lists, models and patterns are made ready once."""

PERSON, BYLINE, ASIDE = "read by hand", "read by hand: byline", "read by hand: left aside"

Names = frozenset[tuple[str, str]]
"""Distinct (article, name) pairs, each name as `key` has it: NFC, one tone placement, no case."""
Token = tuple[str, str, str, str]
"""What underthesea says of a word: the word, its part of speech, its chunk, its entity (B-PER, I-PER, O, ...)."""
Found = TypeVar("Found")
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


class Side(NamedTuple):
    """What one of the two found, and the CPU seconds that it took for all articles."""

    names: Names
    seconds: float


class Measured(NamedTuple):
    """Both sides, and the seconds of hbtgraph with the activities."""

    ours: Side
    theirs: Side
    with_activities: float


def rows() -> list[dict[str, str]]:
    """The list: article, name (none where an article names nobody), source."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def listed(articles: Iterable[str], *sources: str) -> Names:
    """The pairs of these articles that are listed from any of these sources."""
    wanted = frozenset(articles)
    return frozenset(
        (row["article"], key(row["name"]))
        for row in rows()
        if row["name"] and row["source"] in sources and row["article"] in wanted
    )


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


def gathered() -> tuple[list[Article], list[Article]]:
    """The listed articles: those with hand-made facts, which have files of their own, and those of the corpus."""
    names = sorted({row["article"] for row in rows()})
    files = [ARTICLES / f"{name}.txt" for name in names]
    return (
        [read_article(file) for file in files if file.is_file()],
        [article for article in read(CORPUS) if article.id in names and not (ARTICLES / f"{article.id}.txt").is_file()],
    )


def timed(read_one: Callable[[Article], Found], articles: list[Article]) -> tuple[list[Found], float]:
    """What comes of each article, and the CPU seconds of them all."""
    began = time.process_time()
    found = [read_one(article) for article in articles]
    return found, time.process_time() - began


def measured(articles: list[Article], recognise: Recogniser) -> Measured:
    """Each way of reading has a pass of its own: in turn, one would drive the other's data from cache.

    The pass with the activities comes second and so has met these articles' names; that saves it about 3 %.
    """
    _, seconds = timed(lambda article: extract(article, activities=False), articles)
    _, with_activities = timed(extract, articles)
    theirs, their_seconds = timed(lambda article: in_full(article.id, recognise(article.text)), articles)
    ours = (in_full(article.id, (mention.full for mention in context(article).names)) for article in articles)
    return Measured(
        Side(frozenset[tuple[str, str]]().union(*ours), seconds),
        Side(frozenset[tuple[str, str]]().union(*theirs), their_seconds),
        with_activities,
    )


def show(title: str, articles: list[Article], ours: Side, theirs: Side) -> None:
    """Prints both sides' figures on these articles, without and with bylines."""
    ids = [article.id for article in articles]
    persons, bylines, aside = (listed(ids, source) for source in (PERSON, BYLINE, ASIDE))
    print(f"\n{title}: {len(articles)} articles")
    for whom, there, out in (
        ("persons that the text speaks of", persons, aside | bylines),
        ("persons, bylines and credits", persons | bylines, aside),
    ):
        print(f"  {len(there)} {whom}")
        for name, side in (("hbtgraph", ours), ("underthesea", theirs)):
            of = score(frozenset(pair for pair in side.names if pair[0] in ids), there, out)
            print(
                f"    {name:<12} precision {of.precision:.3f}  recall {of.recall:.3f}  F1 {of.f1:.3f}"
                f"  ({of.right} right of {of.found} found)"
            )


def main() -> None:
    if not CORPUS.is_file():
        print("bench: the articles are not here (../shared is absent): persons are not measured")
        return
    recognise = underthesea()
    with_facts, drawn = gathered()
    listed_ids = {article.id for article in (*with_facts, *drawn)}
    others = (article for article in read(CORPUS) if article.id not in listed_ids)
    measured(list(islice(others, WARMING)), recognise)
    ours, theirs, with_activities = measured([*with_facts, *drawn], recognise)
    print("Persons by their full names")
    show("Articles that the rules were written with", with_facts, ours, theirs)
    show("Articles drawn at random from the corpus", drawn, ours, theirs)
    count = len(with_facts) + len(drawn)
    print(f"\nAll {count} articles, after {WARMING} others that both read to warm up")
    for name, seconds in (
        ("underthesea, sentences and names", theirs.seconds),
        ("hbtgraph, the nine kinds of facts", ours.seconds),
        ("hbtgraph, these and the activities", with_activities),
    ):
        times = f"{theirs.seconds / seconds:5.1f} times as fast" if seconds is not theirs.seconds else ""
        print(f"    {name:<36}{seconds:6.2f} s of CPU  {count / seconds:6.1f} articles a second  {times}".rstrip())
    print(f"    aim: the nine kinds {SPEED_AIM} times as fast as underthesea")


if __name__ == "__main__":
    main()
