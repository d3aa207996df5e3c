"""One behaviour, three stores: in memory, on disk, and behind a SPARQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.errors import QueryError, StoreError
from hbtgraph.store import META_GRAPH, STORE_VERSION, Rows, Store, open_store
from hbtgraph.store.remote import RemoteStore

G1, G2 = "https://example.org/g1", "https://example.org/g2"


def quad(subject: str, value: str, graph: str = G1) -> ox.Quad:
    return ox.Quad(
        ox.NamedNode(f"https://example.org/{subject}"),
        ox.NamedNode("https://example.org/says"),
        ox.Literal(value, language="vi"),
        ox.NamedNode(graph),
    )


@pytest.fixture(params=["memory", "disk", "remote"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "memory":
        return "memory:"
    if request.param == "disk":
        return str(tmp_path / "store")
    location = f"sparql+http://{request.getfixturevalue('sparql_server')}"
    with RemoteStore(location) as store:
        store.drop(store.graph_names())
    return location


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    with open_store(location) as opened:
        yield opened


def content(store: Store, *graphs: str) -> set[ox.Quad]:
    return set(store.quads(graphs or None))


def test_what_is_written_is_read_back_graph_by_graph(store: Store) -> None:
    store.replace([], [quad("a", "xin chào"), quad("b", 'hoa 🌸\n“ngõ” \\ "nhà"', G2)])
    assert content(store, G1) == {quad("a", "xin chào")}
    assert content(store, G2) == {quad("b", 'hoa 🌸\n“ngõ” \\ "nhà"', G2)}
    assert store.graph_names() == [G1, G2, META_GRAPH]
    assert content(store, G1, G2) < content(store)


def test_replacing_a_graph_leaves_nothing_of_the_old_one_and_all_of_the_others(store: Store) -> None:
    store.replace([], [quad("old", "cũ"), quad("other", "khác", G2)])
    store.replace([G1], [quad("new", "mới")])
    assert content(store, G1, G2) == {quad("new", "mới"), quad("other", "khác", G2)}


def test_quads_for_a_graph_that_is_not_replaced_are_added_to_it(store: Store) -> None:
    store.replace([], [quad("a", "một", G2)])
    store.replace([G1], [quad("b", "hai"), quad("c", "ba", G2)])
    assert content(store, G2) == {quad("a", "một", G2), quad("c", "ba", G2)}


def test_a_failed_write_changes_nothing(store: Store) -> None:
    store.replace([], [quad("a", "một")])

    def breaks() -> Iterator[ox.Quad]:
        yield quad("b", "hai")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.replace([G1], breaks())
    with pytest.raises(StoreError):
        store.update(f"DROP GRAPH <{G1}> ; INSERT DATA {{ this is no data }}")
    assert content(store, G1) == {quad("a", "một")}


def test_dropping_takes_the_named_graphs_alone_and_minds_no_missing_one(store: Store) -> None:
    store.replace([], [quad("a", "một"), quad("b", "hai", G2)])
    store.drop([G1, "https://example.org/never"])
    assert content(store, G1, G2) == {quad("b", "hai", G2)}


def test_a_query_sees_all_graphs_as_one(store: Store) -> None:
    store.replace([], [quad("a", "một"), quad("a", "hai", G2)])
    rows = store.query(
        "#+ title: thử\nSELECT ?v ?none { <https://example.org/a> ?p ?v OPTIONAL { ?v ?p ?none } } ORDER BY ?v"
    )
    assert isinstance(rows, Rows)
    assert rows.columns == ("v", "none")
    assert list(rows.records()) == [{"v": "hai", "none": None}, {"v": "một", "none": None}]


def test_ask_and_construct_answer_in_kind(store: Store) -> None:
    store.replace([], [quad("a", "một")])
    assert store.query("ASK { ?s ?p 'một'@vi }") is True
    assert store.query("ASK { ?s ?p 'hai'@vi }") is False
    assert store.query("CONSTRUCT { ?s ?p ?v } WHERE { ?s ?p ?v FILTER(LANG(?v) = 'vi') }") == [quad("a", "một").triple]


@pytest.mark.parametrize("text", ["SELECT * {", "", "chào", "DELETE WHERE { ?s ?p ?o }"])
def test_what_is_no_query_is_said_to_be_none(store: Store, text: str) -> None:
    with pytest.raises(QueryError):
        store.query(text)


def test_a_store_says_its_version_and_one_of_the_future_is_refused(location: str, store: Store) -> None:
    version = "SELECT ?v { <https://w3id.org/hbtgraph/id/store> <https://w3id.org/hbtgraph/ns#storeVersion> ?v }"
    rows = store.query(version)
    assert isinstance(rows, Rows)
    assert [record["v"] for record in rows.records()] == [str(STORE_VERSION)]
    if location == "memory:":
        return
    store.update(
        f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} INSERT {{ GRAPH ?g {{ ?s ?p {STORE_VERSION + 1} }} }} "
        f"WHERE {{ GRAPH ?g {{ ?s ?p ?o FILTER(?g = <{META_GRAPH}>) }} }}"
    )
    store.close()
    with pytest.raises(StoreError, match="newer hbtgraph"):
        open_store(location)


def test_a_store_opened_for_reading_is_read_and_never_written(location: str, store: Store) -> None:
    store.replace([], [quad("a", "một")])
    store.close()
    with open_store(location, read_only=True) as reader:
        assert location == "memory:" or content(reader, G1) == {quad("a", "một")}
        with pytest.raises(StoreError, match="reading only"):
            reader.replace([], [quad("b", "hai")])


def union(store: Store) -> set[ox.Triple]:
    answer = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(answer, list)
    assert len(answer) == len(set(answer))
    return set(answer)


def test_what_two_graphs_say_alike_is_counted_once_and_stays_while_one_says_it(store: Store) -> None:
    store.replace([], [quad("a", "một"), quad("a", "một", G2), quad("b", "hai")])
    count = store.query("SELECT (COUNT(?v) AS ?n) { ?s <https://example.org/says> ?v }")
    assert isinstance(count, Rows)
    assert [record["n"] for record in count.records()] == ["2"]
    store.drop([G1])
    assert quad("a", "một").triple in union(store)
    assert quad("b", "hai").triple not in union(store)
    store.update(f"DELETE DATA {{ GRAPH <{G2}> {{ {quad('a', 'một').triple} }} }}")
    assert quad("a", "một").triple not in union(store)


some_quads = st.builds(quad, st.sampled_from("ab"), st.sampled_from("xy"), st.sampled_from([G1, G2]))


@given(writes=st.lists(st.tuples(st.sets(st.sampled_from([G1, G2])), st.sets(some_quads)), max_size=5))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_writes_the_union_is_that_of_the_named_graphs(
    store: Store, writes: list[tuple[set[str], set[ox.Quad]]]
) -> None:
    store.drop([G1, G2])
    expected: set[ox.Quad] = set()
    for graphs, quads in writes:
        store.replace(graphs, quads)
        expected = {old for old in expected if str(old.graph_name)[1:-1] not in graphs} | quads
    assert content(store, G1, G2) == expected
    assert union(store) == {member.triple for member in store.quads()}


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(values=st.lists(texts, max_size=4))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was(store: Store, values: list[str]) -> None:
    quads = {quad(f"s{number}", value) for number, value in enumerate(values)}
    store.replace([G1], quads)
    assert content(store, G1) == quads
