"""The SPARQL constraints, run by Oxigraph over all the data at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pyoxigraph as ox

from hbtgraph.config import BASE
from hbtgraph.resources import folder
from hbtgraph.validate.results import Row
from hbtgraph.validate.shapes import selects
from hbtgraph.validate.terms import term

_CONFERRAL = ox.NamedNode(f"{BASE}ns#AwardConferral")
_BROADER = ox.NamedNode("http://www.w3.org/2004/02/skos/core#broader")
_FOUND = frozenset({"this", "value"})


def violations(quads: Sequence[ox.Quad]) -> Iterator[Row]:
    """What the SPARQL constraints find in the quads, taken as one graph."""
    store = ox.Store()
    store.extend(quads)
    named = {quad.object for quad in quads}
    if _CONFERRAL in named:
        store.extend(conferral_rules())
    for select in selects():
        if select.classes and select.classes.isdisjoint(named):
            continue  # there is no node to ask of
        rows = store.query(select.query, use_default_graph_as_union=True)
        assert isinstance(rows, ox.QuerySolutions)
        told = [name for variable in rows.variables if (name := variable.value) not in _FOUND]
        for row in rows:
            bindings = tuple((name, str(term(row[name]))) for name in told)
            value = str(term(row["value"]))
            yield Row(term(row["this"]), select.shape, "SPARQLConstraintComponent", None, value, bindings)


@cache
def conferral_rules() -> tuple[ox.Quad, ...]:
    """What the law says of who confers what, and which award is a kind of which: no article tells that."""
    schemes = folder("ontology") / "schemes"
    rules = ox.parse(path=schemes / "conferral-rules.ttl")
    awards = [triple for path in sorted(schemes.glob("awards*.ttl")) for triple in ox.parse(path=path)]
    return tuple(
        ox.Quad(triple.subject, triple.predicate, triple.object)
        for triple in (*rules, *(triple for triple in awards if triple.predicate == _BROADER))
    )
