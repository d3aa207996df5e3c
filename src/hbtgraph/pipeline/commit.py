"""Writing articles: a new one whole, and those again whose things turn out to be others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.identity import Given, Registry
from hbtgraph.iris import article_iri
from hbtgraph.pipeline import memory
from hbtgraph.pipeline.drafts import Draft, draft_of, final
from hbtgraph.pipeline.identities import Resolution
from hbtgraph.rdf import graphs_of
from hbtgraph.rdf.terms import DCT, HBT, OWL, TOMBSTONE_GRAPH, XSD, plain
from hbtgraph.store import Store

TRUE = Literal("true", datatype=XSD.boolean)


def state_of(store: Store, one: Draft) -> str:
    """Whether the store has this very article ("unchanged"), another version ("replaced"), or none ("added")."""
    iri = NamedNode(article_iri(one.article.id))
    if not store.query(f"ASK {{ {iri} {HBT.draftDigest} ?any }}"):
        return "added"
    same = store.query(f"ASK {{ {iri} {HBT.draftDigest} {plain(one.digest)} }}")
    return "unchanged" if same else "replaced"


class Ready(NamedTuple):
    """An article ready to be written: the graphs to be emptied, and its quads with the record of its run."""

    graphs: list[str]
    quads: list[Quad]


def ready(one: Draft, given: Mapping[str, Given], record: Iterable[Quad]) -> Ready:
    """A draft under the IRIs that identity gives."""
    run = graphs_of(NamedNode(article_iri(one.article.id)))[2]
    return Ready([*one.graphs, run.value], [*final(one, given), *record])


def commit(store: Store, articles: Iterable[Ready]) -> None:
    """Writes some articles, all or none of them, in one transaction. Raises StoreError."""
    articles = list(articles)
    store.replace([name for one in articles for name in one.graphs], [quad for one in articles for quad in one.quads])


def rewrite(store: Store, resolution: Resolution, registry: Registry) -> None:
    """Maps the articles again whose things have another IRI or label now, and keeps the tombstones.

    Each is one transaction, and done again by whatever is added next where it is cut short. Raises StoreError.
    """
    for name in sorted(resolution.stale):
        if reading := memory.reading(store, name):
            one = draft_of(reading, registry)
            store.replace(one.graphs, final(one, {**_as_stored(store, name), **resolution.given}))
    _bury(store, resolution)


def _as_stored(store: Store, name: str) -> dict[str, Given]:
    there = memory.of_article(store, name)
    labels = memory.labels(store, (one.iri for one in there))
    return {one.sketch.birth: Given(one.iri, labels.get(one.iri, one.sketch.label)) for one in there}


def _bury(store: Store, resolution: Resolution) -> None:
    """Tombstones of the IRIs that are borne no longer; one that is borne again is taken away."""
    before = memory.replaced(store)
    after = {old: resolution.replaced.get(new, new) for old, new in {**before, **resolution.replaced}.items()}
    after = {old: new for old, new in after.items() if old not in resolution.revived and old != new}
    if after == before:
        return
    quads = []
    for old, new in sorted(after.items()):
        quads.append(Quad(NamedNode(old), DCT.isReplacedBy, NamedNode(new), TOMBSTONE_GRAPH))
        quads.append(Quad(NamedNode(old), OWL.deprecated, TRUE, TOMBSTONE_GRAPH))
    store.replace([TOMBSTONE_GRAPH.value], quads)
