"""Names of the vocabularies: one place where an IRI is spelled out.

Own terms are `HBT.Tenure`, `ID("person-...")`, `C("role-chu-tich")`; borrowed ones `ORG.member` and so on.
Sources: W3C ORG, PROV-O, SKOS, Web Annotation (oa), ELI, schema.org, DCMI Terms, FOAF.
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from hbtgraph.config import BASE


class Namespace:
    """A vocabulary: `ORG.member`, or `ID("unit-...")` where the name is not a Python word."""

    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):  # copying and pickling ask for these
            raise AttributeError(name)
        node = NamedNode(self.base + name)
        vars(self)[name] = node  # the next time it is there, and this method is not asked
        return node

    def __call__(self, name: str) -> NamedNode:
        """The term of this name."""
        return NamedNode(self.base + name)


HBT = Namespace(f"{BASE}ns#")
ID = Namespace(f"{BASE}id/")
C = Namespace(f"{BASE}scheme/")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
SCHEMA = Namespace("https://schema.org/")
DCT = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

VND = NamedNode("http://publications.europa.eu/resource/authority/currency/VND")
"""The đồng, in the EU's authority table of currencies (ISO 4217 code VND)."""

REFERENCE_GRAPH = ID("graph-reference")
ONTOLOGY_GRAPH = ID("graph-ontology")
META_GRAPH = ID("graph-meta")
TOMBSTONE_GRAPH = ID("graph-tombstones")
"""IRIs that no entity bears any longer, with the one that took them in; published with the articles."""
PENDING_GRAPH = ID("graph-pending")
"""Articles whose promises are still to be followed up; empty between two additions."""


def vi(text: str) -> Literal:
    """A Vietnamese text."""
    return Literal(text, language="vi")


def en(text: str) -> Literal:
    """An English text."""
    return Literal(text, language="en")


def plain(text: str) -> Literal:
    """A text of no language: a code, a digest, a number as written."""
    return Literal(text)


def date(iso: str) -> Literal:
    """A day, YYYY-MM-DD, as xsd:date."""
    return Literal(iso, datatype=XSD.date)


def integer(value: int) -> Literal:
    """A whole number as xsd:integer."""
    return Literal(str(value), datatype=XSD.integer)


def decimal(value: str) -> Literal:
    """A number as xsd:decimal, written plainly (no exponent)."""
    return Literal(value, datatype=XSD.decimal)
