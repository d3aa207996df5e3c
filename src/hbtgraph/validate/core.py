"""SHACL Core on one graph: our functions say where to look, pySHACL looks and reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import pyshacl
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH

from hbtgraph.validate.compiled import suspects
from hbtgraph.validate.index import Index
from hbtgraph.validate.results import Row
from hbtgraph.validate.shapes import core_shapes, shapes
from hbtgraph.validate.terms import Node, Subject, graph_of, term
from hbtgraph.validate.verdicts import verdict


def judge(index: Index, nodes: Iterable[Subject]) -> Iterator[Row]:
    """What SHACL Core has against these nodes.

    A value that is missing is reported at once. For all else pySHACL is given the doubtful nodes and the shapes that
    doubt them, and no more: its time is in the nodes that are in order.
    """
    pairs = {}
    for node, shape in suspects(index, nodes):
        if only := verdict(shape):
            yield only.of(term(node), shape)
        else:
            pairs[term(node), shape] = node
    if pairs:
        data = graph_of(index.around(set(pairs.values())))
        for row in reported(data, _only(frozenset(shape for _, shape in pairs))):
            if (row.focus, row.shape) in pairs:
                yield row


def reported(data: rdflib.Graph, of: rdflib.Graph) -> Iterator[Row]:
    """What pySHACL reports on the data by these shapes."""
    _, graph, _ = pyshacl.validate(data, shacl_graph=of, inference="none", inplace=True)
    for found in graph.objects(None, SH.result):
        row = dict(graph.predicate_objects(found))
        focus, shape, value = row[SH.focusNode], row[SH.sourceShape], row.get(SH.value)
        component = str(row[SH.sourceConstraintComponent]).removeprefix(str(SH))
        path = _path(data, focus, shape, value)
        yield Row(focus, shape, component, path, None if value is None else str(value))


@lru_cache(maxsize=128)
def _only(wanted: frozenset[Node]) -> rdflib.Graph:
    """These shapes, with all that they say."""
    graph = rdflib.Graph(bind_namespaces="none")
    for shape in wanted:
        for triple in _described(shape):
            graph.add(triple)
    return graph


@cache
def _described(shape: Node) -> tuple[tuple[Node, Node, Node], ...]:
    """All that is said of a shape and of what it is made of."""
    found, new = set(), {shape}
    while new:
        triples = {triple for node in new for triple in core_shapes().triples((node, None, None))}
        found |= triples
        new = {value for _, _, value in triples} - {node for node, _, _ in found}
    return tuple(found)


def _path(data: rdflib.Graph, focus: Node, shape: Node, value: Node | None) -> str | None:
    """The property at fault: the shape's path, or the step of a longer path that leads to the value."""
    graph = shapes()
    path = graph.value(shape, SH.path)
    if path is None:
        return None
    if isinstance(path, rdflib.URIRef):
        return str(path)
    steps = list(Collection(graph, graph.value(path, SH.alternativePath) or path))
    return str(next((step for step in steps if (focus, step, value) in data), steps[0]))
