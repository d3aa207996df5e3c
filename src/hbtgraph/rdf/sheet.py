"""A named graph in the making."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.rdf.terms import RDF


class Sheet:
    """Collects the triples of one named graph; the same triple twice is one."""

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self._quads: list[Quad] = []

    def add(self, subject: NamedNode, predicate: NamedNode, *values: NamedNode | Literal | None) -> None:
        """Adds a triple for each value; None adds nothing, so that what is not stated stays unsaid."""
        for value in values:
            if value is not None:
                self._quads.append(Quad(subject, predicate, value, self.graph))

    def put(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal | None) -> None:
        """Says this alone of what was said before."""
        self._quads = [quad for quad in self._quads if (quad.subject, quad.predicate) != (subject, predicate)]
        self.add(subject, predicate, value)

    def node(self, subject: NamedNode, types: Iterable[NamedNode]) -> NamedNode:
        """Gives a node its types, and returns it."""
        self.add(subject, RDF.type, *types)
        return subject

    def __iter__(self) -> Iterator[Quad]:
        """All that was added, the same quad perhaps twice."""
        return iter(self._quads)

    def quads(self) -> list[Quad]:
        """All quads, each once, in the order of their N-Quads lines."""
        return ordered(self)


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, in the order of their N-Quads lines; lines are compared faster than quads."""
    lines = {str(quad): quad for quad in quads}
    return [lines[line] for line in sorted(lines)]
