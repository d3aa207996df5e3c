"""SHACL Core's constraints on values, as Python functions.

Each entry of `TESTS` is given what a shape says for one parameter and returns a test: are the value nodes
of a focus node within the constraint, for certain? Where a value is of a kind that takes more knowledge
(`values.py`), the answer is False, and pySHACL decides.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Set
from typing import Any, TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH

from hbtgraph.errors import ConfigError
from hbtgraph.validate.index import Index, Term
from hbtgraph.validate.terms import Node, oxigraph
from hbtgraph.validate.values import is_known, read

Test: TypeAlias = Callable[[Index, Term, Set[Term]], bool]
Maker: TypeAlias = Callable[[rdflib.Graph, Node], Test]

_KINDS: dict[Node, type] = {SH.IRI: ox.NamedNode, SH.BlankNode: ox.BlankNode, SH.Literal: ox.Literal}


def unsupported(what: Node) -> ConfigError:
    """What is said where the shapes use more of SHACL than is built here."""
    return ConfigError(
        "ràng buộc dùng một phần của SHACL mà bản này chưa kiểm tra được; hãy viết cách khác",
        "the shapes use a part of SHACL that this version cannot check; write it another way",
        where=str(what),
    )


def _min_count(_: rdflib.Graph, least: Node) -> Test:
    number = int(str(least))
    return lambda index, focus, values: len(values) >= number


def _max_count(_: rdflib.Graph, most: Node) -> Test:
    number = int(str(most))
    return lambda index, focus, values: len(values) <= number


def _class(_: rdflib.Graph, wanted: Node) -> Test:
    node = oxigraph(wanted)
    return lambda index, focus, values: all(node in index.types(value) for value in values)


def _datatype(_: rdflib.Graph, wanted: Node) -> Test:
    if not is_known(str(wanted)):
        raise unsupported(wanted)
    datatype = ox.NamedNode(str(wanted))
    return _each(lambda value: isinstance(value, ox.Literal) and value.datatype == datatype and read(value) is not None)


def _node_kind(_: rdflib.Graph, wanted: Node) -> Test:
    if wanted not in _KINDS:
        raise unsupported(wanted)
    kind = _KINDS[wanted]
    return _each(lambda value: isinstance(value, kind))


def _in(graph: rdflib.Graph, choice: Node) -> Test:
    allowed = frozenset(map(oxigraph, Collection(graph, choice)))
    return lambda index, focus, values: values <= allowed


def _has_value(_: rdflib.Graph, wanted: Node) -> Test:
    node = oxigraph(wanted)
    return lambda index, focus, values: node in values


def _pattern(_: rdflib.Graph, pattern: Node) -> Test:
    found = re.compile(str(pattern)).search
    return _each(lambda value: not isinstance(value, ox.BlankNode) and found(_text(value)) is not None)


def _min_length(_: rdflib.Graph, least: Node) -> Test:
    number = int(str(least))
    return _each(lambda value: not isinstance(value, ox.BlankNode) and len(_text(value)) >= number)


def _max_length(_: rdflib.Graph, most: Node) -> Test:
    number = int(str(most))
    return _each(lambda value: not isinstance(value, ox.BlankNode) and len(_text(value)) <= number)


def _language_in(graph: rdflib.Graph, choice: Node) -> Test:
    allowed = frozenset(str(tag).lower() for tag in Collection(graph, choice))
    if "*" in allowed:
        raise unsupported(SH.languageIn)
    return _each(lambda value: not allowed.isdisjoint({_tag(value), _tag(value).partition("-")[0]}))


def _unique_lang(_: rdflib.Graph, wanted: Node) -> Test:
    if str(wanted) != "true":
        raise unsupported(wanted)

    def test(index: Index, focus: Term, values: Set[Term]) -> bool:
        tags = [tag for value in values if (tag := _tag(value))]
        return len(tags) == len(set(tags))

    return test


def _pair(holds: Callable[[Any, Any], bool]) -> Maker:
    """Each value stands in this order to each value of another property."""

    def maker(_: rdflib.Graph, other: Node) -> Test:
        path = ox.NamedNode(str(other))
        return lambda index, focus, values: all(
            _ordered(holds, value, than) for than in index.values(focus, path) for value in values
        )

    return maker


def _range(holds: Callable[[Any, Any], bool]) -> Maker:
    """Each value stands in this order to a constant."""

    def maker(_: rdflib.Graph, bound: Node) -> Test:
        than = oxigraph(bound)
        return _each(lambda value: _ordered(holds, value, than))

    return maker


def _ordered(holds: Callable[[Any, Any], bool], one: Term, other: Term) -> bool:
    left, right = read(one), read(other)
    try:
        return left is not None and right is not None and holds(left, right)
    except TypeError:  # a word and a number, one time with its zone and the other without
        return False


def _each(keeps: Callable[[Term], bool]) -> Test:
    return lambda index, focus, values: all(map(keeps, values))


def _text(value: Term) -> str:
    return value.value if isinstance(value, ox.NamedNode | ox.Literal) else str(value)


def _tag(value: Term) -> str:
    return (value.language or "").lower() if isinstance(value, ox.Literal) else ""


TESTS: dict[Node, Maker] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH["class"]: _class,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH["in"]: _in,
    SH.hasValue: _has_value,
    SH.pattern: _pattern,
    SH.minLength: _min_length,
    SH.maxLength: _max_length,
    SH.languageIn: _language_in,
    SH.uniqueLang: _unique_lang,
    SH.lessThan: _pair(operator.lt),
    SH.lessThanOrEquals: _pair(operator.le),
    SH.minInclusive: _range(operator.ge),
}

DOUBTFUL = frozenset({SH.datatype, SH.lessThan, SH.lessThanOrEquals, SH.minInclusive})
"""Those that may answer False out of doubt; so they must not stand where False is a good answer."""
