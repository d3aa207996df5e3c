"""Taking an article out of the store."""

from __future__ import annotations

from datetime import UTC, datetime

from pyoxigraph import NamedNode

from hbtgraph.identity import UNDECIDED, Decided, Registry
from hbtgraph.pipeline.commit import rewrite
from hbtgraph.pipeline.contesting import contesting
from hbtgraph.pipeline.identities import resolve
from hbtgraph.pipeline.known import known_things
from hbtgraph.pipeline.promises import expect, follow_up
from hbtgraph.pipeline.tenures import renewed
from hbtgraph.pipeline.upkeep import Held, held
from hbtgraph.rdf import graphs_of
from hbtgraph.rdf.articles import provenance_graph
from hbtgraph.rdf.provenance import closed, versions
from hbtgraph.store import Store


def retract(store: Store, name: str, *, decided: Decided = UNDECIDED, when: datetime | None = None) -> Held:
    """Takes an article out of the store: what only it supports goes with it, and what it joined parts again.

    That there was such an article, and from when to when, is kept. `name` is its id or IRI.

    Raises LookupFailed where the store has no such article, StoreError.
    """
    article = held(store, name)
    resolution = resolve(store, (), [article.id], decided)
    touched = {article.id, *resolution.stale}
    expect(store, touched)
    with renewed(store, touched), contesting(store, touched):
        rewrite(store, resolution, Registry(known_things(store)))
        iri = NamedNode(article.iri)
        kept = closed(versions(store.quads([provenance_graph(iri).value])), when or datetime.now(UTC))
        store.replace((graph.value for graph in graphs_of(iri)), kept)
    follow_up(store)
    return article
