"""The steps in their order: read → extract → identify → map → gate → commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from hbtgraph.errors import SourceError
from hbtgraph.extract import extract
from hbtgraph.identity import Identifier, Registry
from hbtgraph.iris import article_iri
from hbtgraph.model import Article, Fact, kind_of
from hbtgraph.pipeline.known import known_labels, known_things
from hbtgraph.pipeline.upkeep import neighbours, prepare
from hbtgraph.rdf import graphs_of, map_article
from hbtgraph.rdf.provenance import provenance
from hbtgraph.rdf.terms import REFERENCE_GRAPH
from hbtgraph.sources import read_articles
from hbtgraph.store import Store
from hbtgraph.validate import Report, validate

Progress = Callable[[str], None]
"""Told the id of each article when it is done."""


@dataclass(frozen=True)
class Outcome:
    """What became of one article: "added", "replaced", "unchanged" or "refused" (by the gate)."""

    article: Article
    state: str
    facts: tuple[Fact, ...]
    report: Report


@dataclass(frozen=True)
class Summary:
    """What an `add` did, in the order of article ids."""

    outcomes: tuple[Outcome, ...] = field(default=())

    def count(self, state: str) -> int:
        """How many articles ended in this state."""
        return sum(outcome.state == state for outcome in self.outcomes)

    @property
    def facts(self) -> Counter[str]:
        """Facts by kind in all articles that are in the store now."""
        return Counter(
            kind_of(fact) for outcome in self.outcomes if outcome.state != "refused" for fact in outcome.facts
        )

    @property
    def refused(self) -> tuple[Outcome, ...]:
        """The articles that the gate kept out."""
        return tuple(outcome for outcome in self.outcomes if outcome.state == "refused")


def add(
    store: Store,
    paths: Iterable[Path | str],
    *,
    progress: Progress | None = None,
    started: datetime | None = None,
    allow_private: bool = False,
) -> Summary:
    """Reads the files and puts each article into the store; the same files again change nothing.

    All files are read before anything is written, and taken in the order of their ids, so that their
    order on the command line does not matter. Raises SourceError, with nothing written, where a file
    cannot be read, and StoreError.
    """
    articles = read_articles(paths, allow_private=allow_private)
    return add_articles(store, articles, progress=progress, started=started)


def add_articles(
    store: Store,
    articles: Iterable[Article],
    *,
    progress: Progress | None = None,
    started: datetime | None = None,
) -> Summary:
    """What `add` does, for articles that were read already."""
    ordered = _distinct(articles)
    prepare(store)
    registry = Registry(known_things(store), known_labels(store))
    context = list(store.quads([REFERENCE_GRAPH.value]))
    moment = started or datetime.now(UTC)
    outcomes = []
    for article in ordered:
        outcomes.append(_add_one(store, article, registry, context, moment))
        if progress:
            progress(article.id)
    return Summary(tuple(outcomes))


def _distinct(articles: Iterable[Article]) -> list[Article]:
    found: dict[str, Article] = {}
    for article in articles:
        other = found.setdefault(article.id, article)
        if other.text != article.text:
            raise SourceError(
                "hai bài khác nhau mang cùng một tên; hãy ghi «id:» khác nhau ở đầu mỗi tệp",
                "two different articles bear this name; give each its own «id:» in its front matter",
                where=article.id,
            )
    return [found[name] for name in sorted(found)]


def _add_one(store: Store, article: Article, registry: Registry, context: Sequence[Quad], moment: datetime) -> Outcome:
    facts = extract(article)
    names = Identifier(article, facts, registry)
    quads = map_article(article, facts, names)
    iri = NamedNode(article_iri(article.id))
    says, text, run = (graph.value for graph in graphs_of(iri))
    before = sorted(map(str, store.quads([says, text])))
    if before == [str(quad) for quad in quads]:
        names.teach(registry)
        return Outcome(article, "unchanged", facts, Report((), 0))
    report = validate(quads, neighbours(quads, context))
    if not report.conforms:
        return Outcome(article, "refused", facts, report)
    notes = [warning.line() for warning in report.warnings]
    record = provenance(article, iri, moment, version("hbtgraph"), notes)
    store.replace([says, text, run], [*quads, *record])
    names.teach(registry)
    return Outcome(article, "replaced" if before else "added", facts, report)
