"""Which words are chosen for what a number measures."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.extract.figure_choice import Model, choose, learned, worded
from hbtgraph.extract.figure_words import Place, Wording
from hbtgraph.model import Span

TEXT = "một hai ba bốn năm sáu bảy 8"
FIRST_TOLD = {("bias",): -4.0, ("word", "diện tích"): 8.0, ("word", "rừng"): 8.0, ("word", "trồng"): 8.0}


def wording(text: str = TEXT) -> Wording:
    """The words of a text that is one sentence."""
    return Wording(text, Span(0, len(text)), Span(0, len(text)))


def test_words_that_are_likely_are_taken_and_a_hole_among_them_is_filled() -> None:
    chances = dict(enumerate([0.02, 0.9, 0.8, 0.42, 0.9, 0.05, 0.02]))
    share, chosen = choose(wording(), chances)
    assert chosen == [1, 2, 3, 4]
    assert 0.5 < share < 1


def test_nothing_is_taken_where_nothing_is_likely() -> None:
    assert choose(wording(), dict.fromkeys(range(7), 0.0)) == (0.0, [])


@given(st.lists(st.sampled_from([0.05, 0.2, 0.45, 0.7, 0.95]), min_size=7, max_size=7))
def test_no_other_words_promise_much_more(numbers: list[float]) -> None:
    chances = dict(enumerate(numbers))
    share, _ = choose(wording(), chances)
    sets = chain.from_iterable(combinations(range(7), size) for size in range(1, 8))
    best = max(2 * sum(numbers[i] for i in some) / (len(some) + sum(numbers)) for some in sets)
    assert best - 0.15 <= share <= best + 1e-9  # pieces cost a little


def test_what_was_measured_comes_before_what_it_is_of() -> None:
    text = "Rừng trồng của xã có diện tích 120 ha"
    place = Place(Span(31, 34), Span(35, 37), "measure", "measure")
    found = worded(wording(text), place, "diện tích rừng trồng theo quy hoạch được duyệt", Model(FIRST_TOLD))
    assert found is not None
    assert found.text == "diện tích Rừng trồng"
    assert text[found.span.start : found.span.end] == "Rừng trồng của xã có diện tích"


def test_the_rules_words_are_kept_where_they_promise_as_much() -> None:
    text = "Rừng trồng của xã có diện tích 120 ha"
    place = Place(Span(31, 34), Span(35, 37), "measure", "measure")
    found = worded(wording(text), place, "diện tích rừng trồng", Model(FIRST_TOLD))
    assert found is not None
    assert found.text == "diện tích rừng trồng"


def test_a_number_of_which_nothing_is_told_has_no_words() -> None:
    place = Place(Span(27, 28), Span(27, 28), "measure", "none")
    assert worded(wording(), place, "", Model({("bias",): -800.0})) is None


@pytest.mark.parametrize("rule", ["count", "measure", "total"])
def test_the_model_that_travels_with_the_program_trusts_the_rules(rule: str) -> None:
    views = {told: (told, rule, told * 2, "bi", "3", "noun", "0", "0", "0") for told in "01"}
    chances = {
        told: learned().chance((stand, (told, rule, "b", ()), (told, "", "", "", "aa")))
        for told, stand in views.items()
    }
    assert chances["1"] > chances["0"] + 0.2
