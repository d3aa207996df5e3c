from __future__ import annotations

import networkx as nx
import pyoxigraph as ox
import pytest

from hbtgraph.errors import ExportError
from hbtgraph.export import VIEWS, build_network
from hbtgraph.export.columns import EDGE_COLUMNS, KINDS, NODE_COLUMNS, RESERVED
from hbtgraph.store import MEMORY, Store, open_store

ID = "https://w3id.org/hbtgraph/id/"


def between(network: nx.MultiDiGraph, tail: str, head: str, predicate: str) -> list[dict[str, object]]:
    edges = network.get_edge_data(tail, head) or {}
    return [data for data in edges.values() if data["predicate"] == predicate]


def only(edges: list[dict[str, object]]) -> dict[str, object]:
    assert len(edges) == 1
    return edges[0]


def test_people_view_joins_people_to_bodies_by_their_posts_alone(small: Store) -> None:
    network = build_network(small, "people")
    assert {kind for _, kind in network.nodes(data="node_type")} == {"person", "body"}
    assert {predicate for *_, predicate in network.edges(data="predicate")} == {"hbt:Tenure", "hbt:Appointment"}
    assert "body-ubnd-thanh-pho-ha-noi" not in network  # gives an award, but nobody's post is there


def test_posts_of_several_articles_are_one_edge_with_the_narrowest_bounds(small: Store) -> None:
    network = build_network(small, "people")
    tenure = only(between(network, "person-nguyen-quang-minh-11aa", "body-ubnd-quan-hai-ba-trung", "hbt:Tenure"))
    assert tenure["label"] == "Chủ tịch"
    assert tenure["label_en"] == "Chair"
    assert (tenure["latest_start"], tenure["earliest_end"]) == ("2022-10-23", "2022-10-23")
    assert tenure["latest_end"] == "2023-05-10"
    assert tenure["evidence_count"] == 2
    assert tenure["words"] == [
        "Nguyễn Quang Minh, Chủ tịch UBND quận Hai Bà Trưng",
        "Nguyễn Quang Minh, nguyên Chủ tịch UBND quận Hai Bà Trưng",
    ]
    assert (tenure["first_date"], tenure["last_date"]) == ("2022-10-23", "2023-05-10")
    assert len(tenure["article_iris"]) == 2  # type: ignore[arg-type]


def test_an_acting_or_former_post_says_so_in_its_label(small: Store) -> None:
    network = build_network(small, "people")
    acting = only(between(network, "person-le-van-son-77aa", "body-ubnd-quan-hai-ba-trung", "hbt:Tenure"))
    former = only(between(network, "person-pham-thi-ha-33cc", "body-quan-uy-hai-ba-trung", "hbt:Tenure"))
    assert (acting["label"], acting["label_en"]) == ("quyền Chủ tịch", "acting Chair")
    assert (former["label"], former["label_en"]) == ("nguyên Bí thư", "former Secretary")
    assert network.nodes["person-pham-thi-ha-33cc"]["posts"] == ["nguyên Bí thư Quận ủy Hai Bà Trưng"]


def test_an_acting_post_and_the_post_in_full_stay_two_edges(own_small: Store) -> None:
    full = "tenure-b2b2b2-9"
    graph = f"{ID}article-vuon-hoa-cong-lang-b2b2b2"
    own_small.update(f"""PREFIX hbt: <https://w3id.org/hbtgraph/ns#> PREFIX org: <http://www.w3.org/ns/org#>
      PREFIX c: <https://w3id.org/hbtgraph/scheme/>
      INSERT DATA {{ GRAPH <{graph}> {{ <{ID}{full}> a hbt:Tenure ; org:member <{ID}person-le-van-son-77aa> ;
        org:organization <{ID}body-ubnd-quan-hai-ba-trung> ; org:role c:role-chu-tich ; hbt:roleText "Chủ tịch"@vi ;
        hbt:tenureStatus c:tenure-current ; hbt:evidence <{ID}ev-b2b2b2-67-116> }} }}""")
    network = build_network(own_small, "people")
    tenures = between(network, "person-le-van-son-77aa", "body-ubnd-quan-hai-ba-trung", "hbt:Tenure")
    assert sorted(str(tenure["label"]) for tenure in tenures) == ["Chủ tịch", "quyền Chủ tịch"]


def test_people_of_one_name_but_for_a_tone_stay_two(small: Store) -> None:
    labels = [label for _, label in build_network(small, "people").nodes(data="label")]
    assert labels.count("Phạm Thị Hà") == 1
    assert labels.count("Phạm Thị Hạ") == 1


def test_actors_view_leaves_out_what_no_article_speaks_of(small: Store) -> None:
    network = build_network(small, "actors")
    assert "unit-quan-hai-ba-trung" in network
    assert "unit-phuong-hai-ba-trung-2025" not in network
    assert {"tenure", "figure", "quotation", "article"}.isdisjoint(k for _, k in network.nodes(data="node_type"))


def test_actors_view_turns_an_activity_into_an_edge_with_its_relation(small: Store) -> None:
    network = build_network(small, "actors")
    edge = only(between(network, "body-ubnd-quan-hai-ba-trung", "campaign-ngo-sach-nha-xanh-44dd", "hbt:Activity"))
    assert (edge["label"], edge["label_en"]) == ("phát động", "launches")
    assert edge["fact_iris"] == [f"{ID}activity-a1a1a1-1"]


def test_a_bare_triple_is_backed_by_its_claim_and_a_reference_triple_by_nothing(small: Store) -> None:
    network = build_network(small, "actors")
    said = only(between(network, "unit-phuong-bach-mai", "unit-quan-hai-ba-trung", "hbt:partOfUnit"))
    known = only(between(network, "body-ubnd-quan-hai-ba-trung", "unit-quan-hai-ba-trung", "hbt:jurisdiction"))
    assert said["fact_iris"] == [f"{ID}claim-a1a1a1-1"]
    assert known["evidence_count"] == 0
    assert "fact_iris" not in known


def test_full_view_holds_every_fact_and_no_evidence(small: Store) -> None:
    network = build_network(small, "full")
    kinds = {kind for _, kind in network.nodes(data="node_type")}
    assert kinds == set(KINDS)
    assert not [name for name in network if name.startswith("ev-")]
    figure = next(data for _, data in network.nodes(data=True) if data["node_type"] == "figure")
    assert (figure["value"], figure["amount_vnd"]) == (1234.5, 1_234_500_000_000)


@pytest.mark.parametrize("view", VIEWS)
def test_every_attribute_has_a_column_and_no_value_is_none(small: Store, view: str) -> None:
    network = build_network(small, view)  # type: ignore[arg-type]
    nodes = {column.name for column in NODE_COLUMNS}
    edges = {column.name for column in EDGE_COLUMNS}
    for _, data in network.nodes(data=True):
        assert data.keys() <= nodes
        assert None not in data.values()
    for *_, key, data in network.edges(keys=True, data=True):
        assert data.keys() <= edges
        assert data["eid"] == key


def test_column_names_are_unreserved_and_differ_by_more_than_case() -> None:
    for columns in (NODE_COLUMNS, EDGE_COLUMNS):
        names = [column.name.casefold() for column in columns]
        assert len(names) == len(set(names))
        assert RESERVED.isdisjoint(names)


@pytest.mark.parametrize("view", VIEWS)
def test_the_order_of_the_quads_makes_no_difference(small_quads: tuple[ox.Quad, ...], view: str) -> None:
    with open_store(MEMORY) as one, open_store(MEMORY) as other:
        one.replace([], small_quads)
        for quad in reversed(small_quads):
            other.replace([], [quad])
        networks = [build_network(store, view) for store in (one, other)]  # type: ignore[arg-type]
    first, second = ([list(n.nodes(data=True)), list(n.edges(keys=True, data=True))] for n in networks)
    assert first == second


def test_two_iris_that_end_alike_are_two_nodes(own_small: Store) -> None:
    own_small.update(
        f"""INSERT DATA {{ GRAPH <{ID}graph-reference> {{ <https://example.org/unit-phuong-bach-mai>
        a <https://w3id.org/hbtgraph/ns#AdministrativeUnit> }} }}"""
    )
    network = build_network(own_small, "full")
    alike = [name for name in network if name.startswith("unit-phuong-bach-mai-") and "2025" not in name]
    assert len(alike) == 2
    assert len({network.nodes[name]["iri"] for name in alike}) == 2


def test_an_unknown_view_is_refused_with_the_known_ones(small: Store) -> None:
    with pytest.raises(ExportError, match="people, actors, full"):
        build_network(small, "everything")  # type: ignore[arg-type]


def test_an_empty_store_makes_an_empty_network() -> None:
    with open_store(MEMORY) as store:
        assert len(build_network(store, "full")) == 0
