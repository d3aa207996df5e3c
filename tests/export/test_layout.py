from __future__ import annotations

import time

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from hbtgraph.export import build_network
from hbtgraph.export.layout import LINE, WRAP, Sign, layout
from hbtgraph.store import Store

names = st.integers(0, 12).map(lambda number: f"n{number}")


def test_every_thing_has_a_place_of_its_own(small: Store) -> None:
    network = build_network(small, "full")
    places = layout(network)
    assert set(places) == set(network)
    assert len({(sign.x, sign.y) for sign in places.values()}) == len(places)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(names, names), max_size=20), st.randoms())
def test_the_order_of_the_edges_makes_no_difference(edges: list[tuple[str, str]], chance: object) -> None:
    one, other = nx.MultiDiGraph(edges), nx.MultiDiGraph(sorted(edges, reverse=True))
    assert layout(one) == layout(other)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(names, names), min_size=1, max_size=20))
def test_no_two_labels_lie_on_one_another(edges: list[tuple[str, str]]) -> None:
    network = nx.MultiDiGraph(edges)
    nx.set_node_attributes(network, "Một tên dài vừa phải", "label")
    frames = [frame(sign, len("Một tên dài vừa phải")) for sign in layout(network).values()]
    for place, (left, top, right, bottom) in enumerate(frames):
        for other in frames[place + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def frame(sign: Sign, letters: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a sign with its label, a little less than it takes up."""
    wide = max(sign.size, min(0.5 * letters, WRAP) * sign.type_size)
    lines = -(-0.5 * letters // WRAP)
    top = sign.y - sign.size / 2
    return sign.x - wide / 2, top, sign.x + wide / 2, top + sign.size + lines * LINE * sign.type_size


def test_what_has_more_relations_is_drawn_larger() -> None:
    signs = layout(nx.MultiDiGraph(("hub", f"n{i}") for i in range(9)))
    assert signs["hub"].size > signs["n0"].size
    assert signs["hub"].type_size > signs["n0"].type_size


def test_neighbours_stand_nearer_than_strangers() -> None:
    path = nx.MultiDiGraph((f"n{i}", f"n{i + 1}") for i in range(9))
    places = layout(path)

    def apart(one: str, other: str) -> float:
        return float(((places[one].x - places[other].x) ** 2 + (places[one].y - places[other].y) ** 2) ** 0.5)

    assert apart("n0", "n1") < apart("n0", "n4") < apart("n0", "n9")


def test_many_small_parts_make_a_picture_about_as_wide_as_high() -> None:
    pairs = nx.MultiDiGraph((f"a{i}", f"b{i}") for i in range(60))
    points = layout(pairs).values()
    wide = max(sign.x for sign in points) - min(sign.x for sign in points)
    high = max(sign.y for sign in points) - min(sign.y for sign in points)
    assert 0.6 < wide / high < 1.7


def test_a_thousand_things_are_placed_in_seconds() -> None:
    tree = nx.MultiDiGraph((f"n{i // 5}", f"n{i}") for i in range(1, 1000))
    start = time.monotonic()
    assert len(layout(tree)) == 1000
    assert time.monotonic() - start < 20


def test_an_empty_network_has_no_places() -> None:
    assert layout(nx.MultiDiGraph()) == {}
