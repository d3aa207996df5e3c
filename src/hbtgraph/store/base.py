"""What every store can do, whatever keeps the quads: the terms are pyoxigraph's.

A store is written whole named graphs at a time, and each write is one transaction: all of it or
nothing. It is asked over the union of its named graphs, so a query needs no GRAPH clause. The union
is kept, as the default graph: engines that make it up while they answer count a triple of two graphs
twice, and so would every COUNT and SUM.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from hbtgraph.config import BASE
from hbtgraph.errors import StoreError

STORE_VERSION = 1
"""How the quads of a store are laid out; raised when an older program could no longer read them."""

META_GRAPH = f"{BASE}id/graph-meta"
_STORE = ox.NamedNode(f"{BASE}id/store")
_VERSION = ox.NamedNode(f"{BASE}ns#storeVersion")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True)
class Rows:
    """The answer to a SELECT: names of the columns, and the rows as RDF terms (None where unbound)."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> Iterator[Mapping[str, str | None]]:
        """Each row as column name -> plain text: the text of a literal, the address of an IRI."""
        for row in self.rows:
            yield {name: None if term is None else plain(term) for name, term in zip(self.columns, row, strict=True)}


Answer = Rows | bool | list[ox.Triple]


def plain(term: Term) -> str:
    """A term as people read it: the text of a literal, the address of an IRI."""
    return str(term) if isinstance(term, ox.Triple) else term.value


class Store(ABC):
    """A place for quads. Close it when done, or use it in a `with` statement."""

    location: str
    read_only: bool

    @abstractmethod
    def _update(self, text: str) -> None:
        """Carries out a SPARQL 1.1 update, all of it or nothing. Raises StoreError."""

    @abstractmethod
    def query(self, text: str) -> Answer:
        """Answers a SPARQL 1.1 query over the union of the graphs.

        SELECT gives Rows, ASK a bool, CONSTRUCT and DESCRIBE a list of triples. The text is run as it
        is: what users write goes through `queries.check_read_only` first. Raises QueryError where the
        text is no query, StoreError where the store cannot answer.
        """

    @abstractmethod
    def quads(self, graphs: Iterable[str] | None = None) -> Iterator[ox.Quad]:
        """The quads of these named graphs (IRIs), or of all; in no particular order."""

    @abstractmethod
    def graph_names(self) -> list[str]:
        """IRIs of the named graphs that hold something, sorted."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of files, locks and connections; a closed store is not used again."""

    def replace(self, graphs: Iterable[str], quads: Iterable[ox.Quad]) -> None:
        """Empties the named graphs and writes the quads, in one transaction: all of it or nothing.

        Quads may also go to graphs not emptied, and are added there. Raises StoreError; whatever goes
        wrong, also in `quads` itself, leaves the store as it was.
        """
        if text := _update_text(graphs, quads):
            self._update(text)

    def update(self, text: str) -> None:
        """Carries out a SPARQL 1.1 update of named graphs, and makes the union anew, in one transaction.

        For repairs: it takes time with the size of the store. Never for a text of the user's, which could
        name other machines. Raises StoreError, with the store as it was.
        """
        self._update(f"{text} ;\n{_REMAKE_UNION}")

    def drop(self, graphs: Iterable[str]) -> None:
        """Removes these named graphs, in one transaction; one that is not there is no error."""
        self.replace(graphs, ())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _update_text(graphs: Iterable[str], quads: Iterable[ox.Quad]) -> str:
    """One update, sorted so that the same write is the same request; empty where there is nothing to do."""
    old = [str(ox.NamedNode(name)) for name in sorted(set(graphs))]
    steps = [_LEAVE_UNION.format(old=" ".join(old), others=", ".join(old))] if old else []
    steps += [f"DROP SILENT GRAPH {name}" for name in old]
    lines = sorted((str(quad.graph_name), str(quad.triple)) for quad in set(quads))
    for graph, members in groupby(lines, key=lambda line: line[0]):
        triples = " .\n".join(triple for _, triple in members)
        steps.append(f"INSERT DATA {{\n{triples} .\nGRAPH {graph} {{\n{triples} .\n}} }}")
    return " ;\n".join(steps)


_LEAVE_UNION = """DELETE {{ ?s ?p ?o }} WHERE {{
  VALUES ?old {{ {old} }} GRAPH ?old {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other NOT IN ({others})) }}
}}"""
"""Takes out of the union what no graph that stays says too."""

_REMAKE_UNION = "CLEAR DEFAULT ;\nINSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


def check_version(store: Store) -> None:
    """Refuses a store that a newer program made, and marks a new one with this program's version.

    Raises StoreError.
    """
    answer = store.query(f"SELECT ?version {{ {_STORE} {_VERSION} ?version }}")
    assert isinstance(answer, Rows)
    for (version,) in answer:
        if not isinstance(version, ox.Literal) or not version.value.isdecimal() or int(version.value) > STORE_VERSION:
            raise StoreError(
                f"kho này do một phiên bản hbtgraph mới hơn tạo ra (kho: {version and plain(version)}, chương trình: "
                f"{STORE_VERSION}); hãy nâng cấp hbtgraph hoặc dùng kho khác",
                f"this store was made by a newer hbtgraph (store: {version and plain(version)}, program: "
                f"{STORE_VERSION}); upgrade hbtgraph or use another store",
                where=store.location,
            )
    if not len(answer) and not store.read_only:
        store.replace([], [ox.Quad(_STORE, _VERSION, ox.Literal(STORE_VERSION), ox.NamedNode(META_GRAPH))])
