"""The shapes of SHACL Core compiled, once, to Python functions that say quickly which nodes are in order.

What the compiler does not know it refuses, so that no constraint is passed over in silence. A shape looks
at a focus node, its values and their types, and no further: a graph sees no more of the others.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from hbtgraph.validate.constraints import DOUBTFUL, TESTS, Test, unsupported
from hbtgraph.validate.index import Index, Term
from hbtgraph.validate.shapes import core_shapes
from hbtgraph.validate.terms import Node, Subject, oxigraph

Keeps: TypeAlias = Callable[[Index, Term], bool]
"""Whether a node is in order by one shape, for certain."""

_SAYS_NOTHING = frozenset({
    RDF.type, SH.path, SH.message, SH.severity, SH.targetClass, SH.targetSubjectsOf,
    SH.qualifiedValueShape,  # says what sh:qualifiedMinCount and sh:qualifiedMaxCount count
})  # fmt: skip
_OF_PREFIXES = frozenset({SH.declare, SH.prefix, SH.namespace})

_NO_GRAPH, _NO_NODE = Index(()), ox.NamedNode("urn:none")


class _Place(NamedTuple):
    """Where a shape stands: is it asked of a value, and may it answer "no" out of doubt."""

    of_value: bool = False
    doubt: bool = True


class _Tables(NamedTuple):
    """Shape → its function, and what each kind of target sends to which shapes."""

    keeps: dict[Node, Keeps]
    by_class: dict[Term, list[Node]]
    by_property: dict[Term, list[Node]]


def suspects(index: Index, nodes: Iterable[Subject]) -> Iterator[tuple[Subject, Node]]:
    """The nodes that are not in order for certain, each with the shape that says so."""
    keeps, by_class, by_property = _tables()
    for node in nodes:
        types, properties = index.types(node) & by_class.keys(), index.properties(node) & by_property.keys()
        for shape in _shapes_of(frozenset(types), frozenset(properties)):
            if not keeps[shape](index, node):
                yield node, shape


@cache
def _shapes_of(types: frozenset[Term], properties: frozenset[ox.NamedNode]) -> tuple[Node, ...]:
    """The shapes whose focus node is a node of these classes with these properties, each once."""
    _, by_class, by_property = _tables()
    found = [shape for kind in types for shape in by_class[kind]]
    return tuple(dict.fromkeys([*found, *(shape for path in properties for shape in by_property[path])]))


@cache
def _tables() -> _Tables:
    return compiled(core_shapes())


def compiled(graph: rdflib.Graph) -> _Tables:
    """All shapes of the graph. Raises ConfigError where one uses what the compiler does not know."""
    known = {*TESTS, *_OF_SHAPES, *_SAYS_NOTHING, *_OF_PREFIXES, SH.alternativePath}
    for predicate in set(graph.predicates()) - known:
        if str(predicate).startswith(str(SH)):
            raise unsupported(predicate)
    tables = _Tables({}, {}, {})
    for to, table in ((SH.targetClass, tables.by_class), (SH.targetSubjectsOf, tables.by_property)):
        for shape, target in graph.subject_objects(to):
            if set(graph.predicates(shape)) <= _SAYS_NOTHING:
                continue  # it only gathers property shapes
            if shape not in tables.keeps:
                tables.keeps[shape] = _shape(graph, shape, _Place())
            table.setdefault(oxigraph(target), []).append(shape)
    return tables


def _shape(graph: rdflib.Graph, shape: Node, place: _Place) -> Keeps:
    """One shape, and those inside it."""
    if set(graph.objects(shape, RDF.type)) - {SH.NodeShape, SH.PropertyShape}:
        raise unsupported(shape)  # a class that is a shape has its instances for targets
    path = graph.value(shape, SH.path)
    if path is not None and place.of_value:
        raise unsupported(path)
    reading = _reading(() if path is None else _steps(graph, path))
    inside = place if path is None else place._replace(of_value=True)
    said = [pair for pair in graph.predicate_objects(shape) if pair[0] not in _SAYS_NOTHING]
    tests = [_test(graph, shape, parameter, value, inside) for parameter, value in said]
    empty = all(test(_NO_GRAPH, _NO_NODE, frozenset()) for test in tests)  # is the same for every node

    def keeps(index: Index, focus: Term) -> bool:
        values = reading(index, focus)
        if not values:
            return empty
        for test in tests:  # noqa: SIM110 - the loop that everything waits for
            if not test(index, focus, values):
                return False
        return True

    return keeps


def _steps(graph: rdflib.Graph, path: Node) -> tuple[ox.NamedNode, ...]:
    """The properties that a path offers: one, or the alternatives."""
    choice = graph.value(path, SH.alternativePath)
    steps = [path] if choice is None else list(Collection(graph, choice))
    if not steps or not all(isinstance(step, rdflib.URIRef) for step in steps):
        raise unsupported(path)
    return tuple(ox.NamedNode(str(step)) for step in steps)


def _reading(steps: tuple[ox.NamedNode, ...]) -> Callable[[Index, Term], Set[Term]]:
    """How a shape comes from its focus node to the values: by one property, by several, or not at all."""
    if not steps:
        return lambda index, focus: {focus}
    if len(steps) == 1:
        step = steps[0]
        return lambda index, focus: index.values(focus, step)
    return lambda index, focus: {value for step in steps for value in index.values(focus, step)}


def _test(graph: rdflib.Graph, shape: Node, parameter: Node, value: Node, place: _Place) -> Test:
    """What a shape says by one parameter."""
    if parameter in _OF_SHAPES:
        return _OF_SHAPES[parameter](graph, shape, value, place)
    if parameter not in TESTS or (parameter in DOUBTFUL and not place.doubt):
        raise unsupported(parameter)
    return TESTS[parameter](graph, value)


def _property(graph: rdflib.Graph, _: Node, value: Node, place: _Place) -> Test:
    keeps = _shape(graph, value, place)
    return lambda index, focus, values: all(keeps(index, node) for node in values)


def _or(graph: rdflib.Graph, _: Node, value: Node, place: _Place) -> Test:
    choices = [_shape(graph, choice, place) for choice in Collection(graph, value)]
    return lambda index, focus, values: all(any(keeps(index, node) for keeps in choices) for node in values)


def _not(graph: rdflib.Graph, _: Node, value: Node, place: _Place) -> Test:
    keeps = _shape(graph, value, place._replace(doubt=False))
    return lambda index, focus, values: not any(keeps(index, node) for node in values)


def _qualified(within: Callable[[int, int], bool]) -> Callable[[rdflib.Graph, Node, Node, _Place], Test]:
    """So many of the values are of a shape."""

    def maker(graph: rdflib.Graph, shape: Node, number: Node, place: _Place) -> Test:
        counted = graph.value(shape, SH.qualifiedValueShape)
        if counted is None:
            raise unsupported(shape)
        keeps, bound = _shape(graph, counted, place._replace(doubt=False)), int(str(number))
        return lambda index, focus, values: within(sum(keeps(index, node) for node in values), bound)

    return maker


_OF_SHAPES: dict[Node, Callable[[rdflib.Graph, Node, Node, _Place], Test]] = {
    SH.property: _property,
    SH["or"]: _or,
    SH["not"]: _not,
    SH.qualifiedMinCount: _qualified(operator.ge),
    SH.qualifiedMaxCount: _qualified(operator.le),
}
"""The constraints that are made of other shapes."""
