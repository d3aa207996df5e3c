"""Graphs of whole articles: the gate says of them what pySHACL says when it looks at every node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from hbtgraph import pipeline
from hbtgraph.iris import article_iri
from hbtgraph.rdf import graphs_of
from hbtgraph.sources import read
from hbtgraph.store import open_store
from hbtgraph.validate import Report, core, gate, read_file, validate, validate_store
from hbtgraph.validate.index import Index
from hbtgraph.validate.results import Row
from hbtgraph.validate.terms import Subject, graph_of, subject

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "articles" / "corpus-2017.jsonl.gz"
REFERENCE = [
    ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode("urn:reference"))
    for path in sorted((ROOT / "data" / "reference").glob("*.ttl"))
    for triple in read_file(path)
]


def by_pyshacl_alone(index: Index, nodes: set[Subject]) -> Iterator[Row]:
    rows = core.reported(graph_of(index.around(nodes)), core.core_shapes())
    return (row for row in rows if subject(row.focus) in nodes)


def both(monkeypatch: pytest.MonkeyPatch, quads: list[ox.Quad]) -> tuple[Report, Report]:
    """The gate's report on the graphs, and that of pySHACL alone, the reference data being there."""
    ours = validate_store(quads, REFERENCE)
    with monkeypatch.context() as patch:
        patch.setattr(gate, "judge", by_pyshacl_alone)
        return ours, validate_store(quads, REFERENCE)


def test_a_mapped_article_is_judged_as_pyshacl_judges_it(monkeypatch: pytest.MonkeyPatch) -> None:
    quads = read_file(ROOT / "tests" / "fixtures" / "small.trig")
    ours, theirs = both(monkeypatch, quads)
    assert ours == theirs
    assert ours.results


def test_reference_data_are_in_order() -> None:
    assert validate(REFERENCE).results == ()


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus (../shared/articles) is absent")
def test_articles_of_the_corpus_are_judged_as_pyshacl_judges_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample; `bench/gate.py` takes as many as it is told."""
    articles = list(read(CORPUS))[::80]
    with open_store("memory:") as store:
        pipeline.add_articles(store, articles)
        names = [name.value for one in articles for name in graphs_of(ox.NamedNode(article_iri(one.id)))[:2]]
        quads = list(store.quads(names))
    ours, theirs = both(monkeypatch, quads)
    assert ours == theirs
    assert ours.checked > 1000
