import pytest

from hbtgraph.vietnamese.names import bare, has_surname, is_short_of, split_off


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ông Lê Bá Vinh", "Lê Bá Vinh"),
        ("Đồng chí Trần Thị Sen", "Trần Thị Sen"),
        ("PGS.TS Phạm Văn Đoan", "Phạm Văn Đoan"),
        ("Thiếu tướng, GS. Vũ Quốc Toản", "Vũ Quốc Toản"),
        ("Lê Bá Vinh", "Lê Bá Vinh"),
        ("Anh", "Anh"),
        ("Bà", "Bà"),
    ],
)
def test_words_of_address_ranks_and_degrees_are_no_part_of_a_name(written: str, name: str) -> None:
    assert bare(written) == name


def test_a_surname_tells_a_name_whatever_its_case_and_tone_placement() -> None:
    assert has_surname("Nguyễn Thị Lành")
    assert has_surname("NGUYỄN THỊ LÀNH")
    assert not has_surname("Trường Sơn")


def test_a_short_name_is_the_end_of_a_full_one() -> None:
    assert is_short_of("Vinh", "Lê Bá Vinh")
    assert is_short_of("Bá Vinh", "Lê Bá Vinh")
    assert not is_short_of("Bá", "Lê Bá Vinh")
    assert not is_short_of("Lê Bá Vinh", "Lê Bá Vinh")
    assert not is_short_of("Vĩnh", "Lê Bá Vinh")


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Hai Bà Trưng Lê Bá Vinh", 3),
        ("Kim Liên Trần Thị Sen", 2),
        ("Sơn Vũ Quốc Toản", 1),
        ("Kim Liên", None),
        ("Bách Khoa Đông", None),
    ],
)
def test_a_persons_name_is_told_from_the_place_before_it(words: str, at: int | None) -> None:
    assert split_off(words.split()) == at
