"""What a graph and its surroundings say, by subject and property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TypeAlias

import pyoxigraph as ox

from hbtgraph.validate.terms import Subject, triple_term

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
_SILENT: dict[ox.NamedNode, set[Term]] = {}
_NONE: Set[Term] = frozenset()


class Index:
    """Subject → property → values; graph names are dropped, and what is said twice is there once.

    Raises SourceError where a value is a triple term (RDF 1.2).
    """

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._said: dict[Term, dict[ox.NamedNode, set[Term]]] = {}
        for node, path, value, _ in quads:
            if isinstance(value, ox.Triple):
                raise triple_term(value)
            self._said.setdefault(node, {}).setdefault(path, set()).add(value)
        self._subclasses = [node for node, said in self._said.items() if _SUBCLASS in said]

    def properties(self, node: Term) -> Set[ox.NamedNode]:
        """The properties that a node has."""
        return self._said.get(node, _SILENT).keys()

    def values(self, node: Term, path: ox.NamedNode) -> Set[Term]:
        """The values of a property of a node, each once."""
        return self._said.get(node, _SILENT).get(path, _NONE)

    def types(self, node: Term) -> Set[Term]:
        """The classes that a node is an instance of: its types, and what the graph says stands above them."""
        types = self.values(node, TYPE)
        if not self._subclasses:
            return types
        found, new = set(types), set(types)
        while new := {above for below in new for above in self.values(below, _SUBCLASS)} - found:
            found |= new
        return found

    def around(self, nodes: Set[Subject]) -> Iterator[ox.Triple]:
        """What is said of these nodes, the types of what they point to, and which class stands below which."""
        pointed: set[Term] = set()
        for node in nodes:
            for path, values in self._said.get(node, _SILENT).items():
                yield from (ox.Triple(node, path, value) for value in values)
                pointed |= values
        more = [*((node, TYPE) for node in pointed - nodes), *((node, _SUBCLASS) for node in self._subclasses)]
        for at, path in more:
            if not isinstance(at, ox.Literal):
                yield from (ox.Triple(at, path, value) for value in self.values(at, path))
