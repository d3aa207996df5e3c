"""The shapes of `ontology/shapes/`, parsed once, as each engine wants them."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import NamedTuple

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from hbtgraph.errors import ConfigError
from hbtgraph.resources import folder
from hbtgraph.validate.files import read_file
from hbtgraph.validate.terms import Node, graph_of

_TARGETS = (SH.targetClass, SH.targetSubjectsOf)


@cache
def shapes() -> rdflib.Graph:
    """All shapes of `ontology/shapes/`, parsed once.

    Raises ConfigError where the installation has none.
    """
    graph = graph_of(chain.from_iterable(map(read_file, sorted((folder("ontology") / "shapes").glob("*.ttl")))))
    if not len(graph):
        raise ConfigError(
            "bản cài đặt thiếu các ràng buộc ontology/shapes/*.ttl; hãy cài lại hbtgraph",
            "this installation lacks the shapes ontology/shapes/*.ttl; install hbtgraph again",
        )
    return graph


@cache
def classes() -> frozenset[ox.NamedNode]:
    """The classes that have shapes."""
    return frozenset(ox.NamedNode(str(target)) for target in shapes().objects(None, SH.targetClass))


@cache
def core_shapes() -> rdflib.Graph:
    """The shapes without their SPARQL constraints, laid out as pySHACL is fast.

    It walks from each node to each property shape of its node shape. A property shape that has the
    targets itself means the same and is walked once for all nodes: twice as fast.
    """
    core = rdflib.Graph()
    sparql = set(shapes().objects(None, SH.sparql))
    for subject, predicate, value in shapes():
        targets = (
            [(to, at) for to in _TARGETS for at in shapes().objects(subject, to)] if predicate == SH.property else []
        )
        for to, at in targets:
            core.add((value, to, at))
        if not targets and predicate != SH.sparql and subject not in sparql:
            core.add((subject, predicate, value))
    return core


class Select(NamedTuple):
    """A SPARQL constraint: its shape, its whole query, and the classes of its focus nodes (none: any node)."""

    shape: Node
    query: str
    classes: frozenset[ox.NamedNode]


@cache
def selects() -> tuple[Select, ...]:
    """The SPARQL constraints."""
    graph = shapes()
    prefixes = "".join(
        f"PREFIX {graph.value(declared, SH.prefix)}: <{graph.value(declared, SH.namespace)}>\n"
        for declared in graph.objects(None, SH.declare)
    )
    constraints = sorted(graph.subject_objects(SH.sparql), key=str)
    return tuple(
        Select(shape, f"{prefixes}{graph.value(constraint, SH.select)}", _focus_classes(shape))
        for shape, constraint in constraints
    )


def _focus_classes(shape: Node) -> frozenset[ox.NamedNode]:
    if (shape, SH.targetSubjectsOf, None) in shapes():
        return frozenset()
    return frozenset(ox.NamedNode(str(target)) for target in shapes().objects(shape, SH.targetClass))
