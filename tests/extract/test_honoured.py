"""Who is honoured, named before the verb."""

from __future__ import annotations

import pytest

from hbtgraph.extract.honoured import described, subjects


def names(read, clause: str, *before: str) -> list[str]:
    context = read(*before, f"{clause} được tặng Bằng khen.")
    start = context.plain.index(clause)
    return [one.text for one in subjects(context, start, start + len(clause), 140)]


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("Bà Đỗ Thị Bảy đã vinh dự", ["Đỗ Thị Bảy"]),
        ("Em Lê Văn Sáu và em Đỗ Thị Bảy", ["Lê Văn Sáu", "Đỗ Thị Bảy"]),
        ("Năm 2019, 7 tập thể và 31 cá nhân", ["tập thể", "cá nhân"]),
        ("Với thành tích trên, quận Long Biên", ["quận Long Biên"]),
        ("Tại hội nghị, Công an quận Long Biên", ["Công an quận Long Biên"]),
        ("Bức tranh “Mùa gặt” của họa sĩ xóm Đông", ["Bức tranh Mùa gặt của họa sĩ xóm Đông"]),
    ],
)
def test_whoever_stands_before_the_verb_is_its_subject(read, clause: str, subject: list[str]) -> None:
    assert names(read, clause) == subject


def test_a_pronoun_or_a_given_name_is_who_was_named_last(read) -> None:
    before = "Bà Đỗ Thị Bảy làm thuốc nam."
    assert names(read, "Nhiều năm qua, bà liên tục", before) == ["Đỗ Thị Bảy"]
    assert names(read, "Năm 2019, Bảy", before) == ["Đỗ Thị Bảy"]


@pytest.mark.parametrize(
    "clause",
    [
        "Bà Đỗ Thị Bảy cho biết các hộ",
        "Bà Đỗ Thị Bảy là tổ trưởng ở nơi người dân",
        "Những tác phẩm về Hà Nội",
        "Tác phẩm",
    ],
)
def test_who_is_named_for_something_else_or_nobody_is_no_subject(read, clause: str) -> None:
    assert names(read, clause) == []


def test_a_school_named_for_a_person_is_not_that_person(read) -> None:
    clause = "Em Lê Văn Sáu, học sinh trường chuyên Nguyễn Văn Tám"
    assert names(read, clause) == ["Lê Văn Sáu"]


def test_a_group_of_unknown_number_counts_once_it_is_honoured(read) -> None:
    for clause, group in (
        ("Các cá nhân có thành tích xuất sắc đã", ["cá nhân có thành tích xuất sắc"]),
        ("Các cá nhân có thành tích xuất sắc sẽ", []),
        ("Các buổi chiều đã", []),
    ):
        context = read(f"{clause} được tặng Bằng khen.")
        start = context.plain.index(clause)
        assert [one.text for one in described(context, start, start + len(clause) + 1)] == group
