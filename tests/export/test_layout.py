from __future__ import annotations

import time

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from hbtgraph.export import build_network
from hbtgraph.export.layout import layout
from hbtgraph.store import Store

names = st.integers(0, 12).map(lambda number: f"n{number}")


def test_every_thing_has_a_place_of_its_own(small: Store) -> None:
    network = build_network(small, "full")
    places = layout(network)
    assert set(places) == set(network)
    assert len(set(places.values())) == len(places)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(names, names), max_size=20), st.randoms())
def test_the_order_of_the_edges_makes_no_difference(edges: list[tuple[str, str]], chance: object) -> None:
    one, other = nx.MultiDiGraph(edges), nx.MultiDiGraph(sorted(edges, reverse=True))
    assert layout(one) == layout(other)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(names, names), min_size=1, max_size=20))
def test_no_two_labels_lie_on_one_another(edges: list[tuple[str, str]]) -> None:
    points = sorted(layout(nx.MultiDiGraph(edges)).values())
    for place, (x, y) in enumerate(points):
        assert not [1 for ox, oy in points[place + 1 :] if abs(ox - x) < 120 and abs(oy - y) < 56]


def test_neighbours_stand_nearer_than_strangers() -> None:
    path = nx.MultiDiGraph((f"n{i}", f"n{i + 1}") for i in range(9))
    places = layout(path)

    def apart(one: str, other: str) -> float:
        (ax, ay), (bx, by) = places[one], places[other]
        return float(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5)

    assert apart("n0", "n1") < apart("n0", "n4") < apart("n0", "n9")


def test_many_small_parts_make_a_picture_about_as_wide_as_high() -> None:
    pairs = nx.MultiDiGraph((f"a{i}", f"b{i}") for i in range(60))
    points = layout(pairs).values()
    wide, high = (max(p[side] for p in points) - min(p[side] for p in points) for side in (0, 1))
    assert 0.6 < wide / high < 1.7


def test_a_thousand_things_are_placed_in_seconds() -> None:
    tree = nx.MultiDiGraph((f"n{i // 5}", f"n{i}") for i in range(1, 1000))
    start = time.monotonic()
    assert len(layout(tree)) == 1000
    assert time.monotonic() - start < 20


def test_an_empty_network_has_no_places() -> None:
    assert layout(nx.MultiDiGraph()) == {}
