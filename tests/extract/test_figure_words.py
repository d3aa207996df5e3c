"""The words around a number, as the model that chooses among them sees them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.extract.figure_words import Place, View, Wording, keys_of, words_in
from hbtgraph.model import Span


def viewed(text: str, told: str = "") -> dict[str, View]:
    """What is seen of each word around the sentence's only number."""
    number = re.search(r"\d[\d.]*", text)
    assert number
    place = Place(Span(*number.span()), Span(number.end() + 1, number.end() + 3), "noun", "count" if told else "none")
    wording = Wording(text, Span(0, len(text)), place.number)
    window = wording.window(place)
    return {wording.words[i]: view for i, view in wording.views(place, window, wording.taken(told, window))}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cán bộ an ninh", ["cán bộ", "an ninh"]),
        ("xã Tân Hòa Đông, 3 hộ", ["xã Tân Hòa Đông", ",", "3", "hộ"]),
        ("UBND Hà Nội", ["UBND", "Hà Nội"]),
        ("Đắk R'Lấp và xã Đông", ["Đắk R'Lấp", "và", "xã Đông"]),
    ],
)
def test_a_word_is_a_syllable_a_pair_or_a_name(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in words_in(text, 0, len(text))] == words


@given(st.text(alphabet="aàbcđ AĐ,.\n19ộ", max_size=60))
def test_words_stand_in_order_and_leave_out_only_spaces(text: str) -> None:
    spans = list(words_in(text, 0, len(text)))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == re.sub(r"[^\S\n]", "", text)


def test_what_rules_told_is_marked_where_it_stands_nearest() -> None:
    wording = Wording("Hộ nghèo còn ít. Xã có 12 hộ nghèo.", Span(17, 35), Span(23, 25))
    window = wording.window(Place(Span(23, 25), Span(26, 28), "noun", "count"))
    taken = wording.taken("hộ nghèo", window)
    assert [wording.starts[i] for i, is_taken in enumerate(taken, window.low) if is_taken] == [26, 29]


def test_which_name_or_number_stands_there_is_not_seen() -> None:
    one = viewed("Huyện Gia Lâm đã hỗ trợ 45 hộ nghèo của xã Kim Sơn trong 3 năm")
    other = viewed("Huyện Đông Anh đã hỗ trợ 72 hộ nghèo của xã Xuân Nộn trong 8 năm")
    assert keys_of(one["nghèo"]) == keys_of(other["nghèo"])
    assert keys_of(one["hỗ trợ"]) == keys_of(other["hỗ trợ"])


def test_what_lies_between_a_word_and_the_number_is_seen() -> None:
    views = viewed("Năm nay, phường đã xây 5 căn nhà tặng cho hộ nghèo")
    assert ("nearest", "0none", "a", "cho") in keys_of(views["nghèo"])
    assert ("marks", "0none", "bi", "1", "0") in keys_of(views["nay"])
