"""What the reference data in a store know by name, as the registry of identities wants it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hbtgraph.identity import Known
from hbtgraph.rdf.terms import HBT, REFERENCE_GRAPH, SKOS
from hbtgraph.store import Rows, Store

_NAMED = f"""
SELECT DISTINCT ?thing ?type ?name ?preferred ?from ?until ?part WHERE {{
  GRAPH {REFERENCE_GRAPH} {{
    VALUES ?type {{ {HBT.AdministrativeUnit} {HBT.Body} }}
    ?thing a ?type ; {SKOS.prefLabel}|{SKOS.altLabel} ?name .
    OPTIONAL {{ ?thing {HBT.existsFrom} ?from }}
    OPTIONAL {{ ?thing {HBT.existsUntil} ?until }}
    OPTIONAL {{ ?thing {HBT.partOfUnit}|{HBT.jurisdiction} ?part }}
  }}
  FILTER(lang(?name) = "vi")
  BIND(EXISTS {{ ?thing {SKOS.prefLabel} ?name }} AS ?preferred)
}} ORDER BY ?thing DESC(?preferred) ?name ?part
"""

_KINDS = {HBT.AdministrativeUnit.value: "unit", HBT.Body.value: "body"}


def known_things(store: Store) -> Iterator[Known]:
    """The units and bodies of the reference data, sorted by IRI. Raises StoreError."""
    names: dict[str, list[str]] = defaultdict(list)
    first: dict[str, dict[str, str | None]] = {}
    answer = store.query(_NAMED)
    assert isinstance(answer, Rows)
    for row in answer.records():
        iri = row["thing"] or ""
        first.setdefault(iri, dict(row))
        names[iri].append(row["name"] or "")
    for iri, row in sorted(first.items()):
        yield Known(
            iri=iri,
            kind=_KINDS[row["type"] or ""],  # type: ignore[arg-type]
            names=tuple(dict.fromkeys(names[iri])),
            exists_from=row["from"],
            exists_until=row["until"],
            part_of=row["part"],
        )
