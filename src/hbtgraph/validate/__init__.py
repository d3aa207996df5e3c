"""The gate: quads against the SHACL shapes of `ontology/shapes/`.

Two engines read the one set of shapes. pySHACL checks everything that SHACL Core says. The few
SPARQL constraints are run by Oxigraph, each once over all the data instead of once for every node:
their queries bind `$this` themselves, so both ways give the same answers (a test holds them to it).

Each named graph is judged by itself, as the article wrote it. Two articles may say different things of
one event or document; both stay, and neither breaks "at most one date". Of other graphs a graph sees
the types of the things that it points to, and what the reference data say of a node where the article
is silent.

Data and shapes become rdflib graphs through the same function (`terms.graph_of`): terms that come from two
kinds of store differ in "x" and "x"^^xsd:string, and then `sh:in` reports what is not wrong.

Messages are taken from the shapes and not from pySHACL's report, which drops their languages on
SPARQL constraints.
"""

from hbtgraph.validate.files import read_file
from hbtgraph.validate.gate import validate, validate_files, validate_store
from hbtgraph.validate.report import Report, Result, short
from hbtgraph.validate.shapes import shapes

__all__ = ["Report", "Result", "read_file", "shapes", "short", "validate", "validate_files", "validate_store"]
