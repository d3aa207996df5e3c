"""How well promises are followed up: which later reports are linked to them. `make bench`.

data/promises/pairs.csv lists promises and reports by their articles and places: pairs where the report keeps the
promise, and pairs that only look like it. All their articles go into one store, in one run; every link that is made
there and is not listed as right counts as wrong. The real articles are looked for in ../shared, the invented ones are
in tests/fixtures.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hbtgraph import pipeline, queries
from hbtgraph.model import Article, Span
from hbtgraph.sources import read, read_article
from hbtgraph.store import MEMORY, Rows, Store, open_store

HERE = Path(__file__).resolve().parents[1]
LIST = HERE / "data" / "promises" / "pairs.csv"
OWN = HERE / "tests" / "fixtures" / "promises"
CORPUS = HERE.parent / "shared" / "articles" / "corpus-2017.jsonl.gz"


class Place(NamedTuple):
    """Words in an article."""

    article: str
    span: Span


class Pair(NamedTuple):
    """A promise and a report, by reading: whether the one keeps the other."""

    promise: Place
    report: Place
    kind: str
    right: bool

    def is_link(self, link: Pair) -> bool:
        """Whether a link is between these words."""
        return _meet(self.promise, link.promise) and _meet(self.report, link.report)


class Score(NamedTuple):
    """Links that are right, all links, and pairs that there are."""

    right: int
    found: int
    told: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.told / self.there if self.there else 0.0


def _meet(one: Place, other: Place) -> bool:
    return one.article == other.article and one.span.meets(other.span)


def pairs() -> list[Pair]:
    """The list."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        return [
            Pair(
                Place(row["promise"], Span(int(row["promise_start"]), int(row["promise_end"]))),
                Place(row["report"], Span(int(row["report_start"]), int(row["report_end"]))),
                row["kind"],
                row["verdict"] == "kept",
            )
            for row in csv.DictReader(lines)
        ]


def gathered(listed: Iterable[Pair]) -> list[Article]:
    """The articles of the list that are at hand."""
    names = {place.article for pair in listed for place in (pair.promise, pair.report)}
    own = [read_article(path) for path in sorted(OWN.glob("*.txt"))]
    real = read(CORPUS) if CORPUS.is_file() else ()
    return [*own, *(article for article in real if article.id in names)]


def links(store: Store, ids: dict[str, str]) -> Iterator[Pair]:
    """The links in the store."""
    rows = store.query(queries.bind(queries.load("promises"), {}))
    assert isinstance(rows, Rows)
    for row in rows.records():
        if row["reportFactIri"]:
            places = [
                Place(ids[row[article] or ""], Span(int(row[start] or 0), int(row[end] or 0)))
                for article, start, end in (
                    ("articleIri", "start", "end"),
                    ("reportArticleIri", "reportStart", "reportEnd"),
                )
            ]
            yield Pair(*places, (row["kindIri"] or "").rpartition("-")[2], right=True)


def score(found: list[Pair], listed: list[Pair], part: Callable[[Pair], bool]) -> Score:
    """How the links and pairs of a part fare, each compared with all of the other side.

    A link is right where a pair that is right has its words; its kind may be another, as a festival held is a deed too.
    """
    there = [pair for pair in listed if pair.right]
    ours, theirs = [link for link in found if part(link)], [pair for pair in there if part(pair)]
    right = sum(any(pair.is_link(link) for pair in there) for link in ours)
    told = sum(any(pair.is_link(link) for link in found) for pair in theirs)
    return Score(right, len(ours), told, len(theirs))


def show(title: str, found: list[Pair], listed: list[Pair], part: Callable[[Pair], bool] = lambda _: True) -> None:
    """Prints the figures of one part."""
    of = score(found, listed, part)
    near = sum(not pair.right and part(pair) for pair in listed)
    print(
        f"  {title:<22} precision {of.precision:.3f} ({of.right} of {of.found} links)"
        f"  recall {of.recall:.3f} ({of.told} of {of.there} pairs)  {near} near misses"
    )


def main() -> None:
    """Measures all, and each part."""
    listed = pairs()
    articles = gathered(listed)
    here = {article.id for article in articles}
    listed = [pair for pair in listed if {pair.promise.article, pair.report.article} <= here]
    with open_store(MEMORY) as store:
        pipeline.add_articles(store, articles)
        ids = {held.iri: held.id for held in pipeline.articles(store)}
        found = list(links(store, ids))
    print(f"Promises and reports in {len(articles)} articles")
    show("all", found, listed)
    show("articles of the corpus", found, listed, lambda pair: pair.promise.article.isdigit())
    show("invented articles", found, listed, lambda pair: not pair.promise.article.isdigit())
    for kind in ("event", "target", "document", "activity"):
        show(kind, found, listed, lambda pair, kind=kind: pair.kind == kind)  # type: ignore[misc]
    there = [pair for pair in listed if pair.right]
    for link in found:
        if not any(pair.is_link(link) for pair in there):
            print("  wrong:", *link.promise, *link.report)
    for pair in there:
        if not any(pair.is_link(link) for link in found):
            print("  not found:", *pair.promise, *pair.report)


if __name__ == "__main__":
    main()
