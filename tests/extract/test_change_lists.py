"""Changes of post told in lists, rows and the lines behind an announcement."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Changes = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


def test_each_of_a_list_takes_up_the_post_told_with_the_name(read: Read, changes: Changes) -> None:
    text = (
        "UBND tỉnh bổ nhiệm ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai; "
        "ông Trần Văn Đào giữ chức Phó Giám đốc Sở Xây dựng Lào Cai; cho ông Ngô Văn Tám chỉ giữ chức "
        "Trưởng phòng Tài chính Sở Y tế Lào Cai."
    )
    assert [(person, role) for person, role, _, _ in changes(read(text))] == [
        ("Lê Bá Vinh", "Giám đốc"), ("Trần Văn Đào", "Phó Giám đốc"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh bầu ông Lê Bá Vinh và ông Trần Văn Đào giữ chức Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Ông Lê Bá Vinh và ông Trần Văn Đào được bầu làm Phó Chủ tịch UBND tỉnh Lào Cai.",
    ],
)
def test_all_of_a_row_take_up_the_post(read: Read, changes: Changes, text: str) -> None:
    assert [person for person, _, _, _ in changes(read(text))] == ["Lê Bá Vinh", "Trần Văn Đào"]


def test_lines_behind_an_announcement_go_on_with_its_change(read: Read, changes: Changes) -> None:
    context = read(
        "Ngày 6/3/2023, UBND tỉnh công bố các quyết định về công tác cán bộ:",
        "- Ông Lê Bá Vinh, Phó Giám đốc Sở Y tế, giữ chức vụ Giám đốc Sở Y tế Lào Cai;",
        "- Bà Đỗ Thị Sáu giữ chức Chánh Văn phòng UBND tỉnh Lào Cai.",
    )
    assert changes(context) == [
        ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ("Đỗ Thị Sáu", "Chánh Văn phòng", "UBND tỉnh Lào Cai", "appointed"),
    ]
    assert {fact.date for fact in appointments(context)} == {"2023-03-06"}


def test_without_an_announcement_a_post_that_is_held_is_no_change(read: Read, changes: Changes) -> None:
    assert changes(read("Đoàn họp bàn.", "Ông Lê Bá Vinh giữ chức vụ Giám đốc Sở Y tế Lào Cai.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đại hội bầu ông Lê Bá Vinh làm Bí thư, bà Đỗ Thị Sáu làm Phó Bí thư Đảng ủy phường Phú Mỹ.",
            [
                ("Lê Bá Vinh", "Bí thư", "Đảng ủy phường Phú Mỹ", "elected"),
                ("Đỗ Thị Sáu", "Phó Bí thư", "Đảng ủy phường Phú Mỹ", "elected"),
            ],
        ),
        (
            "HĐND huyện bầu 2 Phó Chủ tịch UBND huyện Sa Pa gồm: ông Lê Bá Vinh và bà Đỗ Thị Sáu.",
            [
                ("Lê Bá Vinh", "Phó Chủ tịch", "UBND huyện Sa Pa", "elected"),
                ("Đỗ Thị Sáu", "Phó Chủ tịch", "UBND huyện Sa Pa", "elected"),
            ],
        ),
        (
            "Tỉnh ủy cách chức các chức vụ: Bí thư Đảng ủy, Chủ tịch UBND xã Phú Mỹ đối với ông Lê Bá Vinh.",
            [
                ("Lê Bá Vinh", "Bí thư", "Đảng ủy xã Phú Mỹ", "dismissed"),
                ("Lê Bá Vinh", "Chủ tịch", "UBND xã Phú Mỹ", "dismissed"),
            ],
        ),
    ],
)
def test_posts_and_people_may_be_listed(
    read: Read, changes: Changes, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert changes(read(text)) == expected


def test_what_follows_an_announcement_is_of_its_day(read: Read) -> None:
    told = "Sáng 5/6/2022, UBND tỉnh Lào Cai công bố quyết định về công tác cán bộ."
    text = "Điều động ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai."
    assert [fact.date for fact in appointments(read(told, text))] == ["2022-06-05"]


def test_those_who_retire_may_be_listed(read: Read, changes: Changes) -> None:
    text = "Được nghỉ hưu đợt này gồm: ông Lê Bá Vinh, nguyên Giám đốc Sở Y tế Lào Cai; bà Trần Thị Hoa, Phó Giám đốc."
    assert ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "retired") in changes(read(text))


def test_a_row_behind_a_plural_needs_no_and(read: Read, changes: Changes) -> None:
    text = "HĐND huyện bầu bổ sung Ủy viên UBND huyện Bắc Hà đối với các ông, bà: Lê Bá Vinh, Trần Thị Hoa."
    assert [person for person, *_ in changes(read(text))] == ["Lê Bá Vinh", "Trần Thị Hoa"]
