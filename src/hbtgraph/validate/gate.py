"""Runs both engines over the data and gathers what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from hbtgraph.config import BASE
from hbtgraph.validate.files import read_file
from hbtgraph.validate.report import Report, Result
from hbtgraph.validate.shapes import classes, core_shapes, selects, shapes
from hbtgraph.validate.terms import Node, Subject, graph_of, subject, term

_ARTICLE = f"{BASE}id/article-"
_TYPE = ox.NamedNode(str(RDF.type))
_EVIDENCE = ox.NamedNode(f"{BASE}ns#evidence")
_SELECTOR = ox.NamedNode("http://www.w3.org/ns/oa#hasSelector")
_EXACT = ox.NamedNode("http://www.w3.org/ns/oa#exact")
_NAMES = (
    ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
    ox.NamedNode("https://schema.org/headline"),
)


def validate(quads: Iterable[ox.Quad], context: Iterable[ox.Quad] = ()) -> Report:
    """Checks one article: `quads` is its graph with its text, `context` what other graphs know.

    Only nodes that are subjects in `quads` are judged; `context` is there so that they find their
    people, bodies and units, and may be empty, or hold more than is needed.
    """
    return _check([tuple(quads)], tuple(context))


def validate_store(quads: Iterable[ox.Quad], context: Iterable[ox.Quad] = ()) -> Report:
    """Checks many named graphs, each by itself with all the others (and `context`) for its context."""
    graphs: dict[object, list[ox.Quad]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad)
    return _check(list(graphs.values()), tuple(context))


def validate_files(paths: Iterable[Path], context: Iterable[ox.Quad] = ()) -> Report:
    """Checks RDF files together: Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML by their endings.

    Nothing is fetched: a JSON-LD file with a remote context cannot be read. Raises SourceError where a
    file is missing, unreadable or ill-formed.
    """
    return validate_store(chain.from_iterable(map(read_file, paths)), context)


class _Row(NamedTuple):
    """What an engine found."""

    focus: Node
    shape: Node
    component: str
    path: str | None
    value: str | None


def _check(graphs: Sequence[Sequence[ox.Quad]], context: Sequence[ox.Quad]) -> Report:
    """Both engines over the graphs; only nodes that are subjects in one of them are judged."""
    everything = [*chain.from_iterable(graphs), *context]
    about: dict[object, list[ox.Quad]] = {}
    for quad in everything:
        about.setdefault(quad.subject, []).append(quad)
    judged = {quad.subject for graph in graphs for quad in graph}
    store = _store(everything)
    results = {_result(store, row) for row in _queries(store) if subject(row.focus) in judged}
    for graph in graphs:
        if any(quad.predicate in _NAMES or quad.object in classes() for quad in graph):
            results.update(_core(graph, [*graph, *_beside(graph, about)]))
    typed = {quad.subject for quad in everything if quad.predicate == _TYPE and quad.object in classes()}
    return Report(tuple(sorted(results, key=Result._order)), len(judged & typed))


def _core(graph: Sequence[ox.Quad], seen: Sequence[ox.Quad]) -> Iterator[Result]:
    """What pySHACL reports on the subjects of one graph, which sees more than it says itself."""
    data, subjects = graph_of(seen), {term(quad.subject) for quad in graph}
    _, report, _ = pyshacl.validate(data, shacl_graph=core_shapes(), inference="none", inplace=True)
    rows = (dict(report.predicate_objects(found)) for found in report.objects(None, SH.result))
    wrong = [row for row in rows if row[SH.focusNode] in subjects]
    store = _store(seen if wrong else ())
    for row in wrong:
        focus, shape, value = row[SH.focusNode], row[SH.sourceShape], row.get(SH.value)
        component = str(row[SH.sourceConstraintComponent]).removeprefix(str(SH))
        path = _path(data, focus, shape, value)
        yield _result(store, _Row(focus, shape, component, path, None if value is None else str(value)))


def _store(quads: Iterable[ox.Quad]) -> ox.Store:
    """The quads as one graph."""
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store


def _beside(graph: Sequence[ox.Quad], about: Mapping[object, Sequence[ox.Quad]]) -> list[ox.Quad]:
    """What one graph sees of the others: what no article says of its things, and the types of what they point to."""
    stated = {(quad.subject, quad.predicate) for quad in graph}
    own = {quad.subject for quad in graph}
    known = [quad for node in own for quad in about[node] if quad.predicate == _TYPE or _is_given(quad, stated)]
    pointed = {quad.object for quad in chain(graph, known)} - own
    return [*known, *(quad for node in pointed for quad in about.get(node, ()) if quad.predicate == _TYPE)]


def _is_given(quad: ox.Quad, stated: set[tuple[Subject, ox.NamedNode]]) -> bool:
    """Whether it is reference data on what the article does not state."""
    return (quad.subject, quad.predicate) not in stated and not str(quad.graph_name).startswith(f"<{_ARTICLE}")


def _queries(store: ox.Store) -> Iterator[_Row]:
    """What the SPARQL constraints find."""
    for shape, select in selects():
        rows = store.query(select)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            yield _Row(term(row["this"]), shape, "SPARQLConstraintComponent", None, str(term(row["value"])))


def _result(store: ox.Store, row: _Row) -> Result:
    graph, node = shapes(), subject(row.focus)
    texts = graph.objects(row.shape, SH.message)
    messages = {text.language: str(text) for text in texts if isinstance(text, rdflib.Literal)}
    return Result(
        focus=str(row.focus),
        path=row.path,
        value=row.value,
        severity="warning" if graph.value(row.shape, SH.severity) == SH.Warning else "violation",
        shape=str(row.shape),
        component=row.component,
        message_vi=messages["vi"],
        message_en=messages["en"],
        label=_label(store, node),
        words=_words(store, node),
    )


def _path(data: rdflib.Graph, focus: Node, shape: Node, value: Node | None) -> str | None:
    """The property at fault: the shape's path, or the step of a longer path that leads to the value."""
    graph = shapes()
    path = graph.value(shape, SH.path)
    if path is None:
        return None
    if isinstance(path, rdflib.URIRef):
        return str(path)
    steps = list(Collection(graph, graph.value(path, SH.alternativePath) or path))
    return str(next((step for step in steps if (focus, step, value) in data), steps[0]))


def _values(store: ox.Store, node: Subject, predicate: ox.NamedNode) -> list[Subject | ox.Literal]:
    return sorted((quad.object for quad in store.quads_for_pattern(node, predicate, None, None)), key=str)


def _label(store: ox.Store, node: Subject) -> str | None:
    """The node's name in Vietnamese, or its headline."""
    names = (name for predicate in _NAMES for name in _values(store, node, predicate))
    return next((name.value for name in names if isinstance(name, ox.Literal) and name.language == "vi"), None)


def _words(store: ox.Store, node: Subject) -> str | None:
    """The words of the node's evidence, or of the node where it is evidence itself."""
    for place in (node, *_values(store, node, _EVIDENCE)):
        for selector in [] if isinstance(place, ox.Literal) else _values(store, place, _SELECTOR):
            for quote in [] if isinstance(selector, ox.Literal) else _values(store, selector, _EXACT):
                if isinstance(quote, ox.Literal):
                    return quote.value
    return None
