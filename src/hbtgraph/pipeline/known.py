"""What a store knows by name, as the registry of identities wants it.

Units and bodies that only articles name need no looking up: their names decide their IRIs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hbtgraph.identity import Known
from hbtgraph.rdf.terms import FOAF, HBT, ORG, REFERENCE_GRAPH, SKOS
from hbtgraph.store import Rows, Store

_NAMED = f"""
SELECT DISTINCT ?thing ?type ?name ?preferred ?from ?until ?part ?reference WHERE {{
  {{ GRAPH {REFERENCE_GRAPH} {{
    VALUES ?type {{ {HBT.AdministrativeUnit} {HBT.Body} }}
    ?thing a ?type ; {SKOS.prefLabel}|{SKOS.altLabel} ?name .
    OPTIONAL {{ ?thing {HBT.existsFrom} ?from }}
    OPTIONAL {{ ?thing {HBT.existsUntil} ?until }}
    OPTIONAL {{ ?thing {HBT.partOfUnit} ?part }}
    BIND(true AS ?reference)
  }} }} UNION {{
    VALUES ?type {{ {FOAF.Person} }}
    ?thing a ?type ; {SKOS.prefLabel} ?name .
  }}
  FILTER(lang(?name) = "vi")
  BIND(EXISTS {{ ?thing {SKOS.prefLabel} ?name }} AS ?preferred)
}} ORDER BY ?thing DESC(?preferred) ?name ?part
"""

_PLACES = f"""
SELECT DISTINCT ?person ?body WHERE {{
  ?post {ORG.member}|{HBT.person} ?person ; {ORG.organization} ?body .
}}
"""

_KINDS = {HBT.AdministrativeUnit.value: "unit", HBT.Body.value: "body", FOAF.Person.value: "person"}


def known_things(store: Store) -> Iterator[Known]:
    """The units and bodies of the reference data, and the people of all articles, sorted by IRI.

    Raises StoreError.
    """
    places: dict[str, set[str]] = defaultdict(set)
    for row in _records(store, _PLACES):
        places[row["person"] or ""].add(row["body"] or "")
    names: dict[str, list[str]] = defaultdict(list)
    first: dict[str, dict[str, str | None]] = {}
    for row in _records(store, _NAMED):
        iri = row["thing"] or ""
        first.setdefault(iri, row)
        names[iri].append(row["name"] or "")
    for iri, row in sorted(first.items()):
        yield Known(
            iri=iri,
            kind=_KINDS[row["type"] or ""],  # type: ignore[arg-type]
            names=tuple(dict.fromkeys(names[iri])),
            exists_from=row["from"],
            exists_until=row["until"],
            part_of=row["part"],
            places=frozenset(places[iri]),
            reference=row["reference"] == "true",
        )


_LABELS = f"""
SELECT ?thing (MIN(STR(?name)) AS ?label) WHERE {{
  VALUES ?type {{ {HBT.AdministrativeUnit} {HBT.Body} {FOAF.Person} {HBT.OfficialDocument} {HBT.Campaign} {HBT.Event} }}
  ?thing a ?type ; {SKOS.prefLabel} ?name .
  FILTER(lang(?name) = "vi")
}} GROUP BY ?thing
"""


def known_labels(store: Store) -> dict[str, str]:
    """IRI → Vietnamese label of everything that articles may name again. Raises StoreError."""
    return {row["thing"] or "": row["label"] or "" for row in _records(store, _LABELS)}


def _records(store: Store, query: str) -> Iterator[dict[str, str | None]]:
    answer = store.query(query)
    assert isinstance(answer, Rows)
    return (dict(row) for row in answer.records())
