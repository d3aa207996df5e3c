"""Terms and graphs carried over from Oxigraph to rdflib, always by the same way."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.namespace import XSD

from hbtgraph.errors import SourceError

Node: TypeAlias = rdflib.term.Node
Subject: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Triple


def graph_of(triples: Iterable[ox.Quad | ox.Triple]) -> rdflib.Graph:
    """An rdflib graph; graph names are dropped, since what is asked is asked of the union."""
    graph = rdflib.Graph(bind_namespaces="none")
    with _quiet():
        for triple in triples:
            graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return graph


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps rdflib from logging a traceback for "2022-02-30"^^xsd:date: the shapes say it better."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = before


def subject(node: Node) -> Subject:
    """The same node for Oxigraph."""
    return ox.BlankNode(str(node)) if isinstance(node, rdflib.BNode) else ox.NamedNode(str(node))


def term(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """The same term for rdflib; lexical forms are kept as they are."""
    if isinstance(value, ox.NamedNode):
        return rdflib.URIRef(value.value)
    if isinstance(value, ox.BlankNode):
        return rdflib.BNode(value.value)
    if isinstance(value, ox.Triple):
        raise triple_term(value)
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    datatype = rdflib.URIRef(value.datatype.value)
    return rdflib.Literal(value.value, datatype=None if datatype == XSD.string else datatype, normalize=False)


def oxigraph(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The same term for Oxigraph."""
    if not isinstance(node, rdflib.Literal):
        return ox.BlankNode(str(node)) if isinstance(node, rdflib.BNode) else ox.NamedNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype) if node.datatype else None)


def triple_term(value: ox.Triple) -> SourceError:
    """What is said of RDF 1.2 in the data."""
    return SourceError(
        "dữ liệu dùng RDF 1.2 (bộ ba lồng nhau), chưa kiểm tra được; hãy dùng bản xuất RDF 1.1",
        "the data use RDF 1.2 triple terms, which cannot be checked; use the RDF 1.1 export",
        where=str(value),
    )
