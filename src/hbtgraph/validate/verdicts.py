"""Shapes that can fail in one way only, of which the compiled function tells as much as pySHACL would.

Most articles have something that is not known: no day, no issuer. To say that it is missing takes no second engine.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from hbtgraph.validate.results import Row
from hbtgraph.validate.shapes import core_shapes
from hbtgraph.validate.terms import Node

_ASIDE = frozenset({RDF.type, SH.path, SH.message, SH.severity, SH.targetClass, SH.targetSubjectsOf})


class Verdict(NamedTuple):
    """What a failed shape reports of each focus node (SHACL, 3.6.2)."""

    component: str
    path: str | None
    of_focus: bool
    """Whether the focus node is itself the value at fault."""

    def of(self, focus: Node, shape: Node) -> Row:
        """The row of one focus node."""
        return Row(focus, shape, self.component, self.path, str(focus) if self.of_focus else None)


@cache
def verdict(shape: Node) -> Verdict | None:
    """The only thing that can be wrong by this shape, or None where pySHACL must say."""
    graph = core_shapes()
    path, said = graph.value(shape, SH.path), set(graph.predicates(shape)) - _ASIDE
    if said == {SH.minCount} and isinstance(path, rdflib.URIRef):
        return Verdict("MinCountConstraintComponent", str(path), of_focus=False)
    if said == {SH.qualifiedMinCount, SH.qualifiedValueShape} and isinstance(path, rdflib.URIRef):
        return Verdict("QualifiedMinCountConstraintComponent", str(path), of_focus=False)
    if said == {SH["or"]} and path is None and all(map(_asks_for_a_value, _choices(graph, shape))):
        return Verdict("OrConstraintComponent", None, of_focus=True)
    return None


def _choices(graph: rdflib.Graph, shape: Node) -> list[Node]:
    return [choice for head in graph.objects(shape, SH["or"]) for choice in Collection(graph, head)]


def _asks_for_a_value(shape: Node) -> bool:
    found = verdict(shape)
    return found is not None and not found.of_focus
