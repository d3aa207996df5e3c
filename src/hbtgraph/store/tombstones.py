"""Following IRIs that no entity bears any longer to the one that took them in."""

from __future__ import annotations

import pyoxigraph as ox

from hbtgraph.config import BASE
from hbtgraph.store.base import Rows, Store

_REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"


def alive(store: Store, iri: str) -> str:
    """The IRI that the thing of this IRI bears now: the same, or where a tombstone leads. Raises StoreError."""
    if not iri.startswith(f"{BASE}id/"):
        return iri
    answer = store.query(f"SELECT ?now {{ {ox.NamedNode(iri)} {_REPLACED} ?now }}")
    assert isinstance(answer, Rows)
    return next((row["now"] or iri for row in answer.records()), iri)
