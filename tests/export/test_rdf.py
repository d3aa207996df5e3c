from __future__ import annotations

import json
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib

from hbtgraph.export import rdf
from hbtgraph.store import Store

ARTICLES, POSTS = 2, 3
PROMISING = 1  # one of them makes a promise


def published(store: Store) -> list[ox.Quad]:
    return rdf.published(store.quads())


def parsed(data: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(data, format=form))


def test_full_texts_provenance_and_vocabulary_stay_out(small: Store) -> None:
    graphs = {str(quad.graph_name) for quad in published(small)}
    assert len(graphs) == ARTICLES + PROMISING + POSTS + 1
    assert not [graph for graph in graphs if "graph-text" in graph or "ontology" in graph or "provenance" in graph]
    assert not [quad for quad in published(small) if quad.predicate.value.endswith("#text")]
    asked = rdf.published(small.quads(), reference=False, provenance=True)
    records = {str(quad.graph_name) for quad in asked if "graph-provenance-" in str(quad.graph_name)}
    assert len(records) == 2, "one of an article that stands, one of an article that was retracted"
    assert len({quad.graph_name for quad in asked}) == ARTICLES + PROMISING + POSTS + 2
    assert "graph-reference" not in "".join(str(quad.graph_name) for quad in asked)


@pytest.mark.parametrize(
    ("write", "form"),
    [(rdf.nquads, ox.RdfFormat.N_QUADS), (rdf.trig, ox.RdfFormat.TRIG), (rdf.jsonld, ox.RdfFormat.JSON_LD)],
)
def test_read_back_by_oxigraph_nothing_is_lost(
    small: Store, write: Callable[[list[ox.Quad]], bytes], form: ox.RdfFormat
) -> None:
    assert parsed(write(published(small)), form) == set(published(small))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of its own code
@pytest.mark.parametrize(("write", "form"), [(rdf.nquads, "nquads"), (rdf.trig, "trig"), (rdf.jsonld, "json-ld")])
def test_read_back_by_rdflib_nothing_is_lost(small: Store, write: Callable[[list[ox.Quad]], bytes], form: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=write(published(small)), format=form)
    read = {(s.n3(), p.n3(), o.toPython(), str(g)) for s, p, o, g in dataset.quads()}
    assert len(read) == len(published(small))
    assert not [s for s, *_ in read if s.startswith("_:")]


def test_turtle_holds_the_triples_of_all_graphs_once(small: Store) -> None:
    triples = {quad.triple for quad in ox.parse(rdf.turtle(published(small)), format=ox.RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in published(small)}


def test_nquads_are_sorted_lines(small: Store) -> None:
    lines = rdf.nquads(published(small)).decode().splitlines()
    assert lines == sorted(lines)
    assert all(line.endswith(" .") for line in lines)


def test_each_graph_and_each_thing_is_written_once(small: Store) -> None:
    trig = rdf.trig(published(small)).decode()
    assert trig.count("id:graph-reference {") == 1
    whole = json.loads(rdf.jsonld(published(small)))
    names = [graph["@id"] for graph in whole["@graph"]]
    assert len(names) == len(set(names)) == ARTICLES + PROMISING + POSTS + 1
    for graph in whole["@graph"]:
        things = [thing["@id"] for thing in graph["@graph"]]
        assert len(things) == len(set(things))


def test_texts_that_look_like_syntax_survive(own_small: Store) -> None:
    text = 'a"b\\c\n<d> {e} \u2028 ộ'
    literal = ox.Literal(text, language="vi")
    graph = ox.NamedNode("https://w3id.org/hbtgraph/id/graph-reference")
    quad = ox.Quad(ox.NamedNode("https://example.org/a:b/c#d"), ox.NamedNode("https://example.org/p"), literal, graph)
    own_small.replace([], [quad])
    for write, form in ((rdf.nquads, ox.RdfFormat.N_QUADS), (rdf.trig, ox.RdfFormat.TRIG)):
        assert quad in parsed(write(published(own_small)), form)
    assert quad in parsed(rdf.jsonld(published(own_small)), ox.RdfFormat.JSON_LD)
