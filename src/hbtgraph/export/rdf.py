"""The graph itself, in the serialisations of RDF 1.1, sorted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from hbtgraph.export.names import PREFIXES, curie
from hbtgraph.export.reading import ARTICLE_GRAPH
from hbtgraph.rdf.derived import DERIVED_GRAPH
from hbtgraph.rdf.promises import PROMISES
from hbtgraph.rdf.terms import HBT, ID, RDF, REFERENCE_GRAPH, TOMBSTONE_GRAPH, XSD

PROMISES_GRAPH = ID(PROMISES).value
PROVENANCE_GRAPHS = ID("graph-provenance-").value


def published(quads: Iterable[Quad], *, reference: bool = True, provenance: bool = False) -> list[Quad]:
    """What an export holds, sorted by graph, subject, predicate and object.

    The graphs of the articles with their promises, the tenures merged from them, the tombstones of IRIs that lead to
    others, and the reference data unless told otherwise; the record of the runs only when asked for, since it holds
    times. Never the articles' full texts, which belong to their newspapers, nor the vocabulary, which has files of its
    own.
    """
    wanted = {TOMBSTONE_GRAPH, REFERENCE_GRAPH} if reference else {TOMBSTONE_GRAPH}
    chosen = {
        q for q in quads if q.graph_name in wanted or _is_article(q) or _is_derived(q) or (provenance and _is_record(q))
    }
    return sorted(chosen, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))


def _is_article(quad: Quad) -> bool:
    """Whether an article says it, or promises it; what only judges later articles stays in the store."""
    graph = quad.graph_name
    return (
        isinstance(graph, NamedNode)
        and graph.value.startswith((ARTICLE_GRAPH, PROMISES_GRAPH))
        and quad.predicate != HBT.telling
    )


def _is_record(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(PROVENANCE_GRAPHS)


def _is_derived(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(DERIVED_GRAPH)


def nquads(quads: Iterable[Quad]) -> bytes:
    """N-Quads, the lines sorted as text."""
    return "".join(sorted(f"{quad} .\n" for quad in quads)).encode()


def trig(quads: Iterable[Quad]) -> bytes:
    """TriG: one block a graph."""
    return _written(quads, RdfFormat.TRIG)


def turtle(quads: Iterable[Quad]) -> bytes:
    """Turtle: the union of the graphs."""
    triples = sorted({quad.triple for quad in quads}, key=str)
    return _written(triples, RdfFormat.TURTLE)


def _written(statements: Iterable[Any], form: RdfFormat) -> bytes:
    written = serialize(statements, format=form, prefixes=dict(PREFIXES))
    assert written is not None
    return written


def jsonld(quads: Iterable[Quad]) -> bytes:
    """JSON-LD 1.1: a context of prefixes alone, and one object a graph with its things in `@graph`."""
    graphs = []
    for graph, of_graph in groupby(quads, key=lambda quad: str(quad.graph_name)):
        things = [_thing(subject, list(rows)) for subject, rows in groupby(of_graph, key=lambda q: str(q.subject))]
        graphs.append({"@id": curie(graph[1:-1]), "@graph": things})
    whole = {"@context": dict(PREFIXES), "@graph": graphs}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _thing(subject: str, quads: list[Quad]) -> dict[str, Any]:
    thing: dict[str, Any] = {"@id": curie(subject[1:-1])}
    for predicate, rows in groupby(quads, key=lambda quad: quad.predicate):
        if predicate == RDF.type:
            thing["@type"] = [curie(row.object.value) for row in rows if isinstance(row.object, NamedNode)]
        else:
            thing[curie(predicate.value)] = [*_objects(rows)]
    return thing


def _objects(quads: Iterable[Quad]) -> Iterator[dict[str, str]]:
    for quad in quads:
        value = quad.object
        if isinstance(value, NamedNode):
            yield {"@id": curie(value.value)}
        elif isinstance(value, Literal):
            yield _literal(value)


def _literal(value: Literal) -> dict[str, str]:
    if value.language:
        return {"@value": value.value, "@language": value.language}
    kind = {} if value.datatype == XSD.string else {"@type": curie(value.datatype.value)}
    return {"@value": value.value, **kind}
