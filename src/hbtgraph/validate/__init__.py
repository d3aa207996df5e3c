"""The gate: quads against the SHACL shapes of `ontology/shapes/`.

pySHACL is the judge: what it reports by SHACL Core is what is shown. But it takes some 30 ms for an article,
nearly all of them on nodes that are in order. So the shapes are also compiled, once, to Python functions
(`compiled.py`, `constraints.py`) that go through the nodes of an article in 1 ms and hand pySHACL only those
that are not in order for certain, with the shapes that doubt them: where none is, it is not called at all.

What holds the two together:
- the functions answer yes only where they are certain; where they are in doubt pySHACL decides, so they
  cannot report what is not wrong;
- a part of SHACL that the compiler does not know is refused when the shapes are read, never passed over;
- tests ask both of every example in `ontology/examples/` (each constraint is broken by one of them), and
  of valid graphs spoilt at random: neither finds what the other does not.

The few SPARQL constraints are run by Oxigraph (`sparql.py`), each once over all the data instead of once for
every node: their queries bind `$this` themselves, so both ways give the same answers (a test holds them to it).
Where there are conferrals they see the rules of `ontology/schemes/conferral-rules.ttl` as well, and what else a
query selects fills the {?name} of its message: the article of the law that a conferral is against.

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
