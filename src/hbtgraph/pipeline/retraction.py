"""Taking an article out of the store."""

from __future__ import annotations

from pyoxigraph import NamedNode

from hbtgraph.identity import UNDECIDED, Decided, Registry
from hbtgraph.pipeline.commit import rewrite
from hbtgraph.pipeline.identities import resolve
from hbtgraph.pipeline.known import known_things
from hbtgraph.pipeline.upkeep import Held, held
from hbtgraph.rdf import graphs_of
from hbtgraph.store import Store


def retract(store: Store, name: str, *, decided: Decided = UNDECIDED) -> Held:
    """Takes an article out of the store: what only it supports goes with it, and what it joined parts again.

    `name` is its id or IRI. Raises LookupFailed where the store has no such article, StoreError.
    """
    article = held(store, name)
    resolution = resolve(store, (), [article.id], decided)
    rewrite(store, resolution, Registry(known_things(store)))
    store.drop(graph.value for graph in graphs_of(NamedNode(article.iri)))
    return article
