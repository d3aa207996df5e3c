"""The SPARQL constraints, run by Oxigraph over all the data at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from hbtgraph.validate.results import Row
from hbtgraph.validate.shapes import selects
from hbtgraph.validate.terms import term


def violations(quads: Sequence[ox.Quad]) -> Iterator[Row]:
    """What the SPARQL constraints find in the quads, taken as one graph."""
    store = ox.Store()
    store.extend(quads)
    named = {quad.object for quad in quads}
    for select in selects():
        if select.classes and select.classes.isdisjoint(named):
            continue  # there is no node to ask of
        rows = store.query(select.query, use_default_graph_as_union=True)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            yield Row(term(row["this"]), select.shape, "SPARQLConstraintComponent", None, str(term(row["value"])))
