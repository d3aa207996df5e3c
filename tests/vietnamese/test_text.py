import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.model import Span
from hbtgraph.vietnamese.text import fold, key, matches, nfc, place_tones, sentences, slug

vietnamese = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹòóỏõọùúủũụỳýỷỹỵ AĂĐQUYO. ", max_size=40)


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"), ("Uỷ ban", "Ủy ban"), ("HOÀ", "HÒA"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("toạ", "tọa"),
        ("quý", "quý"), ("Quỳ", "Quỳ"), ("quỹ", "quỹ"), ("Hoàng", "Hoàng"), ("hoạt", "hoạt"),
        ("khuỷu", "khuỷu"), ("Huế", "Huế"),
    ],
)  # fmt: skip
def test_the_tone_mark_moves_to_the_first_vowel_only_at_the_end_of_a_syllable(old: str, new: str) -> None:
    assert place_tones(old) == new
    assert place_tones(unicodedata.normalize("NFD", old)) == new


@given(vietnamese)
def test_placing_tones_twice_changes_nothing_and_keeps_the_length(text: str) -> None:
    placed = place_tones(text)
    assert place_tones(placed) == placed
    assert len(placed) == len(nfc(text))
    assert fold(placed) == fold(text)


@given(st.text(max_size=40))
def test_keys_and_folds_are_their_own_keys_and_folds(text: str) -> None:
    assert key(key(text)) == key(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_composed_and_decomposed_text_have_one_key_and_one_fold(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert key(apart) == key(text)
    assert fold(apart) == fold(text)


def test_a_key_counts_tone_marks_and_a_fold_does_not() -> None:
    assert key("UỶ  BAN Hoà") == key("Ủy ban hòa")
    assert key("Hòa") != key("Hóa")
    assert fold("Đường Nguyễn Huệ") == "duong nguyen hue"


def test_a_query_without_tone_marks_finds_bearers() -> None:
    assert matches("tran thi bich", "Trần Thị Bích")
    assert matches("bich", "Trần Thị Bích")
    assert not matches("bi", "Trần Thị Bích")
    assert not matches("", "Trần Thị Bích")


def test_a_query_with_tone_marks_finds_no_other() -> None:
    assert matches("TRẦN THỊ BÍCH", "Trần Thị Bích")
    assert matches("Hoà", "Lê Hòa")
    assert not matches("Trần Thị Bịch", "Trần Thị Bích")


def test_a_slug_is_short_plain_and_cut_between_words() -> None:
    assert slug("Quận Đống Đa: “Sạch & đẹp”!") == "quan-dong-da-sach-dep"
    assert slug("mot hai ba bon", limit=10) == "mot-hai-ba"
    assert slug("mot hai ba bon", limit=9) == "mot-hai"
    assert slug("x" * 80) == "x" * 60


@given(st.text(max_size=80), st.integers(1, 20))
def test_a_slug_has_only_letters_digits_and_inner_hyphens(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert len(made) <= limit
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made == made.strip("-")


@pytest.mark.parametrize(
    "whole",
    [
        "Lãnh đạo TP. Cần Thơ và T.Ư đã dự.",
        "Thu ngân sách đạt 3.512,4 tỷ đồng, ngày 24.1.2022.",
        "1. Nội dung họp",
        "PGS. TS. Lê Bá Vinh đến dự",
        "Bà N.T.H. kể lại chuyện cũ",
        "Ông Lê Văn B. là người nhận",
        "Xem trang baochi.vn để rõ hơn",
        "Họ đợi mãi... rồi về",
        "Vì sao vậy? hỏi mãi",
    ],
)
def test_a_stop_that_ends_no_sentence_is_left_alone(whole: str) -> None:
    assert split(whole) == [whole]


def test_sentences_end_at_stops_quotes_and_lines() -> None:
    assert split("Họp xong. Về.") == ["Họp xong.", "Về."]
    assert split("Ông nói: “Tốt lắm. Làm đi!”. Rồi về") == ["Ông nói: “Tốt lắm.", "Làm đi!”.", "Rồi về"]
    assert split("Dòng một\nDòng hai") == ["Dòng một", "Dòng hai"]
    assert split("Nạn nhân là Lê Văn C. Theo công an, xe hỏng.") == ["Nạn nhân là Lê Văn C.", "Theo công an, xe hỏng."]
    assert split("Đó là năm 2022. Quận vui.") == ["Đó là năm 2022.", "Quận vui."]


@pytest.mark.parametrize("second", ["Chủ tịch xã đến dự.", "Ông Vinh đến dự.", "Dự kiến mai họp."])
def test_a_sentence_begins_behind_an_abbreviation_with_words_that_are_no_name(second: str) -> None:
    text = f"Đây là việc chung của TP. {second}"
    assert [span.of(text) for span in sentences(text)] == ["Đây là việc chung của TP.", second]


@pytest.mark.parametrize("name", ["Phó Bảng", "Tôi Anh", "Huế"])
def test_a_name_behind_an_abbreviation_is_part_of_the_sentence(name: str) -> None:
    text = f"Đoàn đến TP. {name} dự lễ."
    assert [span.of(text) for span in sentences(text)] == [text]


def test_sentences_stay_within_the_span() -> None:
    text = "Một. Hai. Ba. Bốn."
    assert [span.of(text) for span in sentences(text, Span(5, 13))] == ["Hai.", "Ba."]


@given(vietnamese)
def test_sentences_cover_all_but_spaces_in_order(text: str) -> None:
    spans = list(sentences(text))
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("unit", ["a", " ", "A", "A.", ".", "oà ", "\n"])
def test_long_runs_take_no_long_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.perf_counter()
    list(sentences(text)), fold(text), key(text), slug(text)
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize("whole", ["Ông N.V.Q. (xóm Đông) ra đồng.", "Gặp ông N.V.Quý. Ông ra đồng."])
def test_initials_end_no_sentence_where_none_begins(whole: str) -> None:
    assert len(list(sentences(whole))) == 1 + ("Quý" in whole)
