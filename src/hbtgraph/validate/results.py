"""What an engine found, told with its messages, the node's name and its words."""

from __future__ import annotations

from typing import NamedTuple

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from hbtgraph.config import BASE
from hbtgraph.validate.index import Index, Term
from hbtgraph.validate.report import Result
from hbtgraph.validate.shapes import shapes
from hbtgraph.validate.terms import Node, subject

_EVIDENCE = ox.NamedNode(f"{BASE}ns#evidence")
_SELECTOR = ox.NamedNode("http://www.w3.org/ns/oa#hasSelector")
_EXACT = ox.NamedNode("http://www.w3.org/ns/oa#exact")
NAMES = (
    ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
    ox.NamedNode("https://schema.org/headline"),
)


class Row(NamedTuple):
    """What an engine found."""

    focus: Node
    shape: Node
    component: str
    path: str | None
    value: str | None
    bindings: tuple[tuple[str, str], ...] = ()
    """What a SPARQL constraint found besides: name and text of each variable, for the message."""


def result(index: Index, row: Row) -> Result:
    """The row as the report shows it; `index` knows the node's name and its evidence."""
    graph, node = shapes(), subject(row.focus)
    texts = graph.objects(row.shape, SH.message)
    messages = {text.language: _filled(text, row) for text in texts if isinstance(text, rdflib.Literal)}
    return Result(
        focus=str(row.focus),
        path=row.path,
        value=row.value,
        severity="warning" if graph.value(row.shape, SH.severity) == SH.Warning else "violation",
        shape=str(row.shape),
        component=row.component,
        message_vi=messages["vi"],
        message_en=messages["en"],
        label=_label(index, node),
        words=_words(index, node),
    )


def _filled(message: str, row: Row) -> str:
    """The message with what the constraint found in place of {?name} (SHACL, 5.3.2)."""
    for name, text in row.bindings:
        message = message.replace(f"{{?{name}}}", text)
    return str(message)


def _values(index: Index, node: Term, predicate: ox.NamedNode) -> list[Term]:
    return sorted(index.values(node, predicate), key=str)


def _label(index: Index, node: Term) -> str | None:
    """The node's name in Vietnamese, or its headline."""
    names = (name for predicate in NAMES for name in _values(index, node, predicate))
    return next((name.value for name in names if isinstance(name, ox.Literal) and name.language == "vi"), None)


def _words(index: Index, node: Term) -> str | None:
    """The words of the node's evidence, or of the node where it is evidence itself."""
    for place in (node, *_values(index, node, _EVIDENCE)):
        for selector in _values(index, place, _SELECTOR):
            for quote in _values(index, selector, _EXACT):
                if isinstance(quote, ox.Literal):
                    return quote.value
    return None
