"""The graph for programs that speak rdflib."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Identifier


def to_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """An rdflib Dataset of these quads, in memory, asked over the union of its graphs as a store is.

    Later changes in the one do not show in the other.
    """
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    for quad in quads:
        name = None if isinstance(quad.graph_name, ox.DefaultGraph) else _term(quad.graph_name)
        graph = dataset.default_graph if name is None else dataset.graph(name)
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return dataset


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Triple):
        raise TypeError("rdflib knows no triple terms")  # never stored: RDF 1.2 is an export only
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    kind = term.datatype.value
    # in RDF 1.1 a plain literal is a string; rdflib still tells the two apart
    return rdflib.Literal(term.value, datatype=None if kind == str(rdflib.XSD.string) else rdflib.URIRef(kind))
