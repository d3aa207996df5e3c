from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.vietnamese.order import sort_key


def in_order(*words: str) -> bool:
    backwards = list(reversed(words))
    return sorted(backwards, key=sort_key) == list(words)


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert in_order("an", "ăn", "ân", "ba", "dương", "đông", "em", "êm", "oi", "ôi", "ơi", "um", "ưm", "vui")


def test_tones_follow_letters_in_their_order() -> None:
    assert in_order("ma", "mà", "mả", "mã", "má", "mạ", "man")


def test_a_space_stands_before_digits_and_digits_before_letters() -> None:
    assert in_order("Lê", "Lệ", "Lê An", "Lê2", "Lên")


def test_small_letters_come_first_where_all_else_is_equal() -> None:
    assert in_order("lan", "Lan", "làn")


def test_a_district_list_is_sorted_as_a_reader_expects() -> None:
    names = ["Ba Đình", "Bắc Từ Liêm", "Cầu Giấy", "Đống Đa", "Hà Đông", "Hai Bà Trưng", "Hoàn Kiếm", "Long Biên"]
    assert in_order(*names)


@given(st.lists(st.text(max_size=12), unique=True))
def test_different_texts_have_different_keys(texts: list[str]) -> None:
    assert len({sort_key(text) for text in texts}) == len(texts)
