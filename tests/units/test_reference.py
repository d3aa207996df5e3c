"""The reference graph, written by hand, and the tables tell the same of the units that both have."""

from __future__ import annotations

import pyoxigraph as ox

from hbtgraph import units
from hbtgraph.resources import folder

UNITS = units.load()
CODED = """
PREFIX hbt: <https://w3id.org/hbtgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?label ?code ?from ?until WHERE {
  ?unit hbt:officialCode ?code ; skos:prefLabel ?label .
  OPTIONAL { ?unit hbt:existsFrom ?from } OPTIONAL { ?unit hbt:existsUntil ?until }
  FILTER (lang(?label) = "vi")
}"""


def test_a_code_names_the_same_unit_in_both() -> None:
    graph = ox.Store()
    graph.load(path=str(folder("data") / "reference" / "hanoi-units.ttl"), format=ox.RdfFormat.TURTLE)
    checked = 0
    for row in graph.query(CODED):  # type: ignore[union-attr]
        label, code, since, until = (
            row[name].value if row[name] else None for name in ("label", "code", "from", "until")
        )
        days = [day for day in (since, until or "2025-07-01") if day and day >= "2017"]
        for day in days:
            unit = UNITS.by_code(code, day)
            assert unit is not None, (label, code, day)
            assert unit.label == label, (code, day)
            checked += 1
    assert checked > 30
