"""Which changes are one, and how a post is left."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Changes = Callable[[Context], list[tuple[str, str | None, str | None, str]]]

_LEFT = ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("UBND tỉnh cho ông Lê Bá Vinh thôi giữ chức Giám đốc Sở Y tế Lào Cai theo nguyện vọng cá nhân.", "resigned"),
        (
            "UBND tỉnh cho ông Lê Bá Vinh thôi giữ chức Giám đốc Sở Y tế Lào Cai sau khi ông có đơn xin từ chức.",
            "resigned",
        ),
        ("UBND tỉnh cho ông Lê Bá Vinh thôi giữ chức Giám đốc Sở Y tế Lào Cai để nghỉ hưu.", "dismissed"),
        ("UBND tỉnh cách chức Giám đốc Sở Y tế Lào Cai đối với ông Lê Bá Vinh, người có đơn xin nghỉ.", "dismissed"),
    ],
)
def test_a_post_is_resigned_where_its_holder_asked_to_leave(
    read: Read, changes: Changes, text: str, action: str
) -> None:
    assert changes(read(text)) == [(*_LEFT, action)]


def test_a_body_that_lets_somebody_go_tells_no_second_change(read: Read, changes: Changes) -> None:
    asked = "Ông Lê Bá Vinh xin thôi giữ chức Giám đốc Sở Y tế Lào Cai."
    let_go = "Hôm nay, UBND tỉnh cho ông Lê Bá Vinh thôi giữ chức Giám đốc Sở Y tế Lào Cai."
    struck = "Hôm nay, UBND tỉnh cách chức Giám đốc Sở Y tế Lào Cai của ông Lê Bá Vinh."
    assert changes(read(asked, let_go)) == [(*_LEFT, "resigned")]
    assert changes(read(asked, struck)) == [(*_LEFT, "resigned"), (*_LEFT, "dismissed")]


def test_the_party_committee_in_a_government_is_not_that_of_the_province(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh bị cách chức Bí thư Ban cán sự đảng UBND tỉnh Lào Cai, Bí thư Tỉnh ủy Lào Cai."
    assert [body for _, _, body, _ in changes(read(text))] == [
        "Ban cán sự đảng UBND tỉnh Lào Cai", "Tỉnh ủy Lào Cai",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Tỉnh ủy điều động, phân công ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.", "transferred"),
        ("Tỉnh ủy điều động và bổ nhiệm ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.", "appointed"),
        ("Tỉnh ủy phân công ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.", "appointed"),
    ],
)
def test_who_is_moved_and_then_charged_is_moved(read: Read, changes: Changes, text: str, action: str) -> None:
    assert changes(read(text)) == [(*_LEFT, action)]


def test_a_post_left_and_one_taken_up_are_told_in_one_breath(read: Read, changes: Changes) -> None:
    text = "Tỉnh ủy cho ông Lê Bá Vinh thôi giữ chức Bí thư Huyện ủy Bắc Hà, phân công làm Giám đốc Sở Y tế Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Bí thư", "Huyện ủy Bắc Hà", "dismissed"), (*_LEFT, "appointed")]


def test_a_decision_is_handed_to_who_takes_up_the_post(read: Read, changes: Changes) -> None:
    given = "Chủ tịch UBND tỉnh trao quyết định bổ nhiệm cho ông Lê Bá Vinh, tân Giám đốc Sở Y tế Lào Cai."
    assert changes(read(given)) == [(*_LEFT, "appointed")]
    assert changes(read("Chủ tịch UBND tỉnh trao quà cho ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.")) == []


def test_who_is_trusted_is_elected(read: Read, changes: Changes) -> None:
    assert changes(read("Ông Lê Bá Vinh được tín nhiệm bầu làm Giám đốc Sở Y tế Lào Cai.")) == [(*_LEFT, "elected")]


def test_a_measure_that_is_put_forward_is_taken_one_that_is_thought_of_is_not(read: Read, changes: Changes) -> None:
    behind = "hình thức kỷ luật đối với ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai."
    assert changes(read(f"UBND tỉnh đã đưa ra {behind}")) == [(*_LEFT, "disciplined")]
    assert changes(read(f"UBND tỉnh xem xét {behind}")) == []
