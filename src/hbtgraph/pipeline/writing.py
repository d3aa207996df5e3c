"""Writing the drafts under the IRIs that identity gave: a portion at a time, while the next one is made ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from importlib.metadata import version

from pyoxigraph import NamedNode

from hbtgraph.iris import article_iri
from hbtgraph.pipeline.batches import portions
from hbtgraph.pipeline.commit import Ready, commit, ready
from hbtgraph.pipeline.drafts import Draft
from hbtgraph.pipeline.identities import Resolution
from hbtgraph.rdf.articles import provenance_graph
from hbtgraph.rdf.provenance import provenance
from hbtgraph.store import Store

_TOGETHER = 100
"""Articles written in one transaction."""


def write(
    store: Store,
    drafts: Iterable[Draft],
    resolution: Resolution,
    notes: Mapping[str, Sequence[str]],
    moment: datetime,
    progress: Callable[[str], None],
) -> None:
    """Writes the drafts: those of which the store has nothing together, so many at a time; each of the others alone.

    `notes` are the gate's warnings by article id; `progress` is told of each article when it is in the store. Raises
    StoreError: what was written until then stays, and nothing after it is begun.
    """
    software = version("hbtgraph")  # read from the installation's files, for all articles at once
    with ThreadPoolExecutor(max_workers=1) as writer:
        written: Future[None] | None = None
        before: list[Draft] = []
        for some in portions(drafts, _TOGETHER):
            writes = [*_writes(store, some, resolution, notes, moment, software)]
            _await(written, before, progress)
            written, before = writer.submit(_carry_out, store, writes), some
        _await(written, before, progress)


def _writes(
    store: Store,
    drafts: Iterable[Draft],
    resolution: Resolution,
    notes: Mapping[str, Sequence[str]],
    moment: datetime,
    software: str,
) -> Iterator[list[Ready]]:
    """What is to be written in one transaction each."""
    new = []
    for one in drafts:
        iri = NamedNode(article_iri(one.article.id))
        before = list(store.quads([provenance_graph(iri).value]))
        record = provenance(one.article, iri, moment, software, notes[one.article.id], before)
        article = ready(one, resolution.given, record)
        if before:
            yield [article]
        else:
            new.append(article)
    yield new


def _carry_out(store: Store, writes: Iterable[Iterable[Ready]]) -> None:
    for articles in writes:
        commit(store, articles)


def _await(written: Future[None] | None, drafts: Iterable[Draft], progress: Callable[[str], None]) -> None:
    """Waits for a portion to be in the store, and tells of it. Raises what its writing raised."""
    if written:
        written.result()
        for one in drafts:
            progress(one.article.id)
