"""Where the graph is kept: a folder, memory, or a SPARQL 1.1 server, all behind one interface."""

from __future__ import annotations

from hbtgraph.store.base import META_GRAPH, STORE_VERSION, Answer, Row, Rows, Store, Term, check_version, plain
from hbtgraph.store.embedded import MEMORY, EmbeddedStore
from hbtgraph.store.tombstones import alive

__all__ = [
    "MEMORY",
    "META_GRAPH",
    "STORE_VERSION",
    "Answer",
    "Row",
    "Rows",
    "Store",
    "Term",
    "alive",
    "open_store",
    "plain",
]


def open_store(location: str, *, read_only: bool = False, create: bool = True) -> Store:
    """Opens the store at a location: a folder, "memory:", or "sparql+http://host:port/...".

    A folder that does not exist is made, unless `create` is false or the store is opened to be read
    only. Raises StoreError where it cannot be opened, is in use, or was made by a newer version.
    """
    store: Store
    if "://" in location:
        from hbtgraph.store.remote import RemoteStore  # the HTTP client is slow to import

        store = RemoteStore(location, read_only=read_only)
    else:
        store = EmbeddedStore(location, read_only=read_only, create=create)
    try:
        check_version(store)
    except BaseException:
        store.close()
        raise
    return store
