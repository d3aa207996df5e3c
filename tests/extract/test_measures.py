"""Measures of discipline: whom they strike, and in which post."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Changes = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


def test_a_measure_and_the_loss_of_a_post_befall_the_same_person(read: Read, changes: Changes) -> None:
    text = "UBND tỉnh kỷ luật ông Lê Bá Vinh bằng hình thức cảnh cáo và cho thôi giữ chức Giám đốc Sở Y tế Lào Cai."
    assert ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "dismissed") in changes(read(text))


def test_a_measure_strikes_all_of_the_row_behind_it(read: Read, changes: Changes) -> None:
    found = changes(
        read(
            "Huyện ủy kỷ luật cảnh cáo về mặt Đảng đối với ông Lê Bá Vinh (Bí thư Đảng ủy xã An Khánh) "
            "và ông Trần Văn Đào (Chủ tịch UBND xã An Khánh)."
        )
    )
    assert [(person, action) for person, _, _, action in found] == [
        ("Lê Bá Vinh", "disciplined"), ("Trần Văn Đào", "disciplined"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "UBND tỉnh kỷ luật bằng hình thức cảnh cáo đối với ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")],
        ),
        (
            "Tỉnh ủy kỷ luật cảnh cáo Giám đốc Sở Y tế Lào Cai Lê Bá Vinh.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")],
        ),
        (
            "Sở kỷ luật khiển trách đối với 2 người khác, gồm: ông Lê Bá Vinh – Trưởng phòng Tài chính "
            "Sở Y tế Lào Cai, ông Trần Văn Đào – Phó phòng Tổ chức Sở Y tế Lào Cai.",
            [
                ("Lê Bá Vinh", "Trưởng phòng", "Phòng Tài chính Sở Y tế Lào Cai", "disciplined"),
                ("Trần Văn Đào", "Phó phòng", "Phòng Tổ chức Sở Y tế Lào Cai", "disciplined"),
            ],
        ),
        (
            "Kỷ luật hình thức cảnh cáo đối với các ông: Lê Bá Vinh (Giám đốc Sở Y tế Lào Cai), Trần Văn Đào "
            "(Bí thư Huyện ủy Bắc Hà).",
            [
                ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined"),
                ("Trần Văn Đào", "Bí thư", "Huyện ủy Bắc Hà", "disciplined"),
            ],
        ),
        (
            "Cách hết các chức vụ trong Đảng đối với ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")],
        ),
        (
            "Cán bộ nhận quyết định nghỉ hưu gồm: Giám đốc Sở Y tế Lào Cai Lê Bá Vinh; Bí thư Huyện ủy Bắc Hà Ngô Tám.",
            [
                ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "retired"),
                ("Ngô Tám", "Bí thư", "Huyện ủy Bắc Hà", "retired"),
            ],
        ),
        (
            "Khai trừ ra khỏi Đảng đối với ông Lê Bá Vinh, nguyên Giám đốc Sở Y tế Lào Cai.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")],
        ),
        (
            "Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, đã có đơn gửi Sở Nội vụ xin từ chức.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "resigned")],
        ),
        (
            "Ông Lê Bá Vinh là Giám đốc Sở Y tế Lào Cai. Hôm qua UBND tỉnh quyết định cách chức ông Vinh.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "dismissed")],
        ),
        (
            "Bà Lê Thị Sen là Giám đốc Sở Y tế Lào Cai. UBND tỉnh đã kỷ luật bà bằng hình thức cảnh cáo.",
            [("Lê Thị Sen", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")],
        ),
    ],
)
def test_a_measure_strikes_who_is_told_behind_it_or_before(
    read: Read, changes: Changes, text: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert changes(read(text)) == found


def test_a_measure_by_which_a_post_is_lost_is_the_loss_alone(read: Read, changes: Changes) -> None:
    text = "UBND tỉnh kỷ luật ông Lê Bá Vinh với hình thức cách chức Giám đốc Sở Y tế Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "dismissed")]


def test_a_measure_beside_a_loss_concerns_the_post_lost(read: Read, changes: Changes) -> None:
    text = (
        "Ông Lê Bá Vinh là Bí thư Huyện ủy Bắc Hà. Tỉnh ủy kỷ luật ông Lê Bá Vinh bằng hình thức cảnh cáo "
        "và cho thôi giữ chức Ủy viên Ban Thường vụ Tỉnh ủy Lào Cai."
    )
    assert {(role, action) for _, role, _, action in changes(read(text))} == {
        ("Ủy viên", "disciplined"), ("Ủy viên", "dismissed"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Xem xét thi hành kỷ luật ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.",
        "Sở chờ hình thức kỷ luật đối với ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.",
        "Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, cho biết những người liên quan đã bị kỷ luật.",
    ],
)
def test_a_measure_that_is_only_thought_of_or_strikes_others_is_none(read: Read, changes: Changes, text: str) -> None:
    assert changes(read(text)) == []


def test_a_measure_may_strike_a_body_and_a_person(read: Read, changes: Changes) -> None:
    text = "Huyện ủy khiển trách Đảng ủy xã Phú Mỹ và ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")]
    assert changes(read("Huyện ủy khiển trách Đảng ủy xã Phú Mỹ do ông Lê Bá Vinh đứng đầu.")) == []


def test_a_seat_told_elsewhere_is_not_struck_but_a_post_is(read: Read, changes: Changes) -> None:
    told = "Ông Lê Bá Vinh, {}, dự họp. Ông Vinh đã bị kỷ luật."
    assert changes(read(told.format("đại biểu Quốc hội"))) == []
    assert changes(read(told.format("Giám đốc Sở Y tế Lào Cai"))) == [
        ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "disciplined")
    ]
