"""The steps in their order: read → extract → map → gate → identify → commit → follow up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hbtgraph.errors import SourceError
from hbtgraph.identity import UNDECIDED, Decided, Registry
from hbtgraph.model import Article, Fact, kind_of
from hbtgraph.pipeline.commit import rewrite, state_of
from hbtgraph.pipeline.contesting import contesting
from hbtgraph.pipeline.drafts import Draft, all_sketches, draft
from hbtgraph.pipeline.identities import resolve
from hbtgraph.pipeline.known import known_things
from hbtgraph.pipeline.promises import expect, follow_up
from hbtgraph.pipeline.tenures import renewed
from hbtgraph.pipeline.upkeep import neighbours, prepare, reference
from hbtgraph.pipeline.writing import write
from hbtgraph.sources import read_articles
from hbtgraph.store import Store
from hbtgraph.validate import Report, validate

Progress = Callable[[str], None]
"""Told the id of each article when it is read and checked, and again when it is in the store."""

NOTHING = Report((), 0)


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
    decided: Decided = UNDECIDED,
) -> Summary:
    """Reads the files and puts each article into the store; the same files again change nothing.

    All files are read before anything is written, and taken in the order of their ids, so that their
    order on the command line does not matter. Raises SourceError, with nothing written, where a file
    cannot be read, and StoreError.
    """
    articles = read_articles(paths, allow_private=allow_private)
    return add_articles(store, articles, progress=progress, started=started, decided=decided)


def add_articles(
    store: Store,
    articles: Iterable[Article],
    *,
    progress: Progress | None = None,
    started: datetime | None = None,
    decided: Decided = UNDECIDED,
) -> Summary:
    """What `add` does, for articles that were read already.

    Identity is decided once, over all of them and what the store knows, before the first is written.
    """
    ordered = _distinct(articles)
    prepare(store)
    registry = Registry(known_things(store))
    drafts, outcomes = _drafted(store, ordered, registry, progress or _silent)
    going = [one.article.id for one in drafts if outcomes[one.article.id].state == "replaced"]
    resolution = resolve(store, all_sketches(drafts), going, decided)
    touched = {*resolution.stale, *(one.article.id for one in drafts)}
    expect(store, touched)
    moment = started or datetime.now(UTC)
    with renewed(store, touched), contesting(store, touched):
        rewrite(store, resolution, registry)
        notes = {name: [warning.line() for warning in one.report.warnings] for name, one in outcomes.items()}
        write(store, drafts, resolution, notes, moment, progress or _silent)
    follow_up(store)
    return Summary(tuple(outcomes[article.id] for article in ordered))


def _silent(_: str) -> None:
    pass


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


def _drafted(
    store: Store, articles: Iterable[Article], registry: Registry, progress: Progress
) -> tuple[list[Draft], dict[str, Outcome]]:
    """The drafts that are new and pass the gate, and what becomes of every article."""
    context = reference(store)
    drafts, outcomes = [], {}
    for article in articles:
        one, quads = draft(article, registry)
        state, report = state_of(store, one), NOTHING
        if state != "unchanged":
            report = validate(quads, neighbours(quads, context))
            if report.conforms:
                drafts.append(one)
            else:
                state = "refused"
        outcomes[article.id] = Outcome(article, state, one.facts, report)
        progress(article.id)
        if state in ("unchanged", "refused"):
            progress(article.id)
    return drafts, outcomes
