"""IRIs are given once and kept; what becomes one leaves a tombstone, what parts gets its own."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.identity import best_label, given_iris, tombstones


def test_a_new_group_has_the_iri_of_its_founder() -> None:
    assert given_iris([("a", "b"), ("c",)], {}) == {"a": "a", "b": "a", "c": "c"}


def test_an_iri_once_given_stays_when_an_earlier_article_comes() -> None:
    assert given_iris([("a", "b")], {"b": "b"}) == {"a": "b", "b": "b"}


def test_an_iri_stays_when_its_founder_is_taken_out() -> None:
    assert given_iris([("b", "c")], {"b": "a", "c": "a"}) == {"b": "a", "c": "a"}


def test_of_two_that_become_one_the_lesser_iri_stays_and_the_other_is_a_tombstone() -> None:
    before = {"b": "b", "c": "c"}
    after = given_iris([("b", "c")], before)
    assert after == {"b": "b", "c": "b"}
    assert tombstones(before, after) == {"c": "b"}


def test_of_two_that_part_the_founder_keeps_the_iri() -> None:
    before = {"a": "a", "b": "a"}
    after = given_iris([("a",), ("b",)], before)
    assert after == {"a": "a", "b": "b"}
    assert tombstones(before, after) == {}


def test_a_founder_that_comes_back_alone_does_not_take_the_iri_from_those_who_kept_it() -> None:
    assert given_iris([("b", "c")], {"b": "a", "c": "a"})["b"] == "a"


BIRTHS = "abcdefgh"


@given(
    st.permutations(BIRTHS),
    st.lists(st.integers(1, 7), max_size=3),
    st.dictionaries(st.sampled_from(BIRTHS), st.sampled_from(BIRTHS)),
)
def test_no_two_groups_share_an_iri(births: list[str], cuts: list[int], before: dict[str, str]) -> None:
    edges = [0, *sorted(set(cuts)), len(births)]
    groups = [tuple(sorted(births[start:end])) for start, end in pairwise(edges)]
    after = given_iris(groups, before)
    iris = [{after[birth] for birth in group} for group in groups]
    assert all(len(iri) == 1 for iri in iris)
    assert len(set.union(*iris)) == len(groups)


def test_the_label_does_not_depend_on_the_order_of_articles() -> None:
    ways = ["TRẦN VĂN SEN", "Trần Văn Sen", "Trần văn Sen"]
    assert {best_label("person", order) for order in (ways, ways[::-1])} == {"Trần Văn Sen"}
    assert best_label("person", ["Trần Văn Sen", best_label("person", ways)]) == "Trần Văn Sen"
    assert best_label("body", ["Ban Chấp Hành Sen", "Ban Chấp hành Sen"]) == "Ban Chấp hành Sen"
    assert best_label("event", ["Lễ hội", "Lễ hội Hoa Sen năm 2022"]) == "Lễ hội Hoa Sen năm 2022"
