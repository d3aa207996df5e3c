"""Runs both engines over the data and gathers what they find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from hbtgraph.config import BASE
from hbtgraph.validate.core import judge
from hbtgraph.validate.files import read_file
from hbtgraph.validate.index import TYPE, Index
from hbtgraph.validate.report import Report, Result
from hbtgraph.validate.results import NAMES, result
from hbtgraph.validate.shapes import classes
from hbtgraph.validate.sparql import violations
from hbtgraph.validate.terms import Subject, subject

_ARTICLE = f"{BASE}id/article-"


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


def _check(graphs: Sequence[Sequence[ox.Quad]], context: Sequence[ox.Quad]) -> Report:
    """Both kinds of constraint over the graphs; only nodes that are subjects in one of them are judged."""
    everything = [*chain.from_iterable(graphs), *context]
    about = _about(everything if len(graphs) > 1 else context)
    own = [{quad.subject for quad in graph} for graph in graphs]
    judged = set[Subject]().union(*own)
    rows = [row for row in violations(everything) if subject(row.focus) in judged]
    whole = Index(everything if rows else ())
    results = {result(whole, row) for row in rows}
    for graph, nodes in zip(graphs, own, strict=True):
        if any(quad.predicate in NAMES or quad.object in classes() for quad in graph):
            seen = Index([*graph, *_beside(graph, nodes, about)])
            results.update(result(seen, row) for row in judge(seen, nodes))
    typed = {quad.subject for quad in everything if quad.predicate == TYPE and quad.object in classes()}
    return Report(tuple(sorted(results, key=Result._order)), len(judged & typed))


def _about(quads: Iterable[ox.Quad]) -> dict[object, list[ox.Quad]]:
    """The quads by their subjects."""
    about: dict[object, list[ox.Quad]] = {}
    for quad in quads:
        about.setdefault(quad.subject, []).append(quad)
    return about


def _beside(graph: Sequence[ox.Quad], own: Set[Subject], about: Mapping[object, Sequence[ox.Quad]]) -> list[ox.Quad]:
    """What one graph sees of the others: what no article says of its things, and the types of what they point to.

    `own` are its subjects; `about` has the quads of the others, and may have its own among them.
    """
    shared = own & about.keys()
    stated = {(quad.subject, quad.predicate) for quad in graph if quad.subject in shared}
    known = [quad for node in shared for quad in about[node] if quad.predicate == TYPE or _is_given(quad, stated)]
    pointed = {quad.object for quad in chain(graph, known)} & about.keys() - own
    return [*known, *(quad for node in pointed for quad in about[node] if quad.predicate == TYPE)]


def _is_given(quad: ox.Quad, stated: Set[tuple[Subject, ox.NamedNode]]) -> bool:
    """Whether it is reference data on what the article does not state."""
    return (quad.subject, quad.predicate) not in stated and not str(quad.graph_name).startswith(f"<{_ARTICLE}")
