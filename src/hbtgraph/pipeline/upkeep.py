"""Looking after a store: what it must hold before the first article, what it holds, taking out, checking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Quad, parse

from hbtgraph.errors import LookupFailed
from hbtgraph.rdf import graphs_of
from hbtgraph.rdf.derived import DERIVED_GRAPH
from hbtgraph.rdf.terms import DCT, HBT, ID, META_GRAPH, ONTOLOGY_GRAPH, ORG, RDF, REFERENCE_GRAPH, SCHEMA, plain
from hbtgraph.resources import folder
from hbtgraph.store import Rows, Store
from hbtgraph.validate import Report, validate


def prepare(store: Store) -> None:
    """Puts the ontology and the reference data of this version into the store, where they are not there yet.

    Raises StoreError.
    """
    files = _vocabulary_files()
    digest = sha256(b"".join(path.read_bytes() for paths in files.values() for path in paths)).hexdigest()
    mark = Quad(ID("store"), HBT.vocabularyDigest, plain(digest), META_GRAPH)
    meta = list(store.quads([META_GRAPH.value]))
    if mark in meta:
        return
    quads = [quad for graph in files for quad in _parsed(graph)]
    quads += [mark, *(quad for quad in meta if quad.predicate != mark.predicate)]
    store.replace([graph.value for graph in (*files, META_GRAPH)], quads)


def reference_quads() -> list[Quad]:
    """The reference data that travel with the program, in their named graph."""
    return _parsed(REFERENCE_GRAPH)


def _vocabulary_files() -> dict[NamedNode, list[Path]]:
    vocabulary, reference = folder("ontology"), folder("data") / "reference"
    return {
        ONTOLOGY_GRAPH: [*sorted(vocabulary.glob("*.ttl")), *sorted((vocabulary / "schemes").glob("*.ttl"))],
        REFERENCE_GRAPH: sorted(reference.glob("*.ttl")),
    }


def _parsed(graph: NamedNode) -> list[Quad]:
    triples = (triple for path in _vocabulary_files()[graph] for triple in parse(path=str(path)))
    return [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]


Context = Mapping[object, list[Quad]]
"""The reference data by subject."""


def reference(store: Store) -> Context:
    """The reference data that a store holds. Raises StoreError."""
    found: dict[object, list[Quad]] = defaultdict(list)
    for quad in store.quads([REFERENCE_GRAPH.value]):
        found[quad.subject].append(quad)
    return found


def neighbours(quads: Iterable[Quad], context: Context) -> list[Quad]:
    """What the shapes need to know of the things an article points to: the reference data on them.

    Of a body also what unit it governs: who may confer an honour depends on that unit's level.
    """
    named = {term for quad in quads for term in (quad.subject, quad.object)}
    known = [quad for term in named & context.keys() for quad in context[term]]
    governed = {quad.object for quad in known if quad.predicate == HBT.jurisdiction} - named
    return [*known, *(quad for term in governed & context.keys() for quad in context[term])]


@dataclass(frozen=True)
class Held:
    """An article in the store."""

    iri: str
    id: str
    title: str
    date: str | None


def articles(store: Store) -> list[Held]:
    """The articles in the store, by id."""
    rows = store.query(
        f"SELECT ?article ?id ?title ?date WHERE {{ ?article a {HBT.Article} ; {DCT.identifier} ?id ; "
        f"{SCHEMA.headline} ?title . OPTIONAL {{ ?article {DCT.issued} ?date }} }} ORDER BY ?id"
    )
    assert isinstance(rows, Rows)
    return [Held(row["article"] or "", row["id"] or "", row["title"] or "", row["date"]) for row in rows.records()]


_CLASSES = {
    "tenure": HBT.Tenure,
    "appointment": HBT.Appointment,
    "document": HBT.OfficialDocument,
    "campaign": HBT.Campaign,
    "award": HBT.AwardConferral,
    "event": HBT.Event,
    "figure": HBT.Observation,
    "statement": HBT.Quotation,
    "containment": HBT.Claim,
    "activity": HBT.Activity,
}


def fact_counts(store: Store) -> dict[str, int]:
    """How many things of each kind of fact the articles speak of; kinds with none are left out."""
    found = {}
    for kind, node in _CLASSES.items():
        only = f"?fact {RDF.predicate} {HBT.partOfUnit} ." if kind == "containment" else ""
        rows = store.query(
            f"SELECT (COUNT(DISTINCT ?fact) AS ?n) {{ ?fact a {node} ; {HBT.evidence} ?words . {only} }}"
        )
        assert isinstance(rows, Rows)
        if number := int(next(rows.records())["n"] or 0):
            found[kind] = number
    return found


def held(store: Store, name: str) -> Held:
    """The article of this id or IRI. Raises LookupFailed, which lists some of those that are there."""
    known = articles(store)
    for article in known:
        if name in (article.id, article.iri):
            return article
    near = ", ".join(get_close_matches(name, [article.id for article in known], cutoff=0.4) or _first_ids(known))
    raise LookupFailed(
        f"kho không có bài này; có: {near} (xem `hbtgraph status`)",
        f"the store holds no such article; it holds: {near} (see `hbtgraph status`)",
        where=name,
    )


def _first_ids(known: list[Held]) -> list[str]:
    return [article.id for article in known[:5]] or ["–"]


def check(store: Store, *, progress: Callable[[str], None] | None = None) -> Report:
    """The gate again over the whole store: every article with its text, and the reference data."""
    context = reference(store)
    reports = [validate([quad for known in context.values() for quad in known])] if context else []
    for article in articles(store):
        says, text, *_ = graphs_of(NamedNode(article.iri))
        quads = list(store.quads([says.value, text.value]))
        reports.append(validate(quads, neighbours(quads, context)))
        if progress:
            progress(article.id)
    reports.append(_check_derived(store))
    results = tuple(result for report in reports for result in report.results)
    return Report(results, sum(report.checked for report in reports))


def _check_derived(store: Store) -> Report:
    """The merged tenures, with what the articles say of the people, bodies and facts that they name."""
    names = [name for name in store.graph_names() if name.startswith(DERIVED_GRAPH)]
    quads = list(store.quads(names))
    if not quads:
        return Report((), 0)
    of = f"?held a {HBT.MergedTenure} ; {ORG.member}|{ORG.organization} ?thing . ?thing a ?class"
    rows = store.query(f"SELECT DISTINCT ?thing ?class WHERE {{ {of} }}")
    assert isinstance(rows, Rows)
    graph = quads[0].graph_name
    return validate(quads, [Quad(thing, RDF.type, kind, graph) for thing, kind in rows])  # type: ignore[arg-type]
