"""Whose post it is, where several could hold it."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.tenures import tenures

Read = Callable[..., Context]
Posts = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


def test_a_post_before_a_list_is_that_of_everyone_in_it(read: Read, posts: Posts) -> None:
    text = "Ba Phó Giám đốc Sở Y tế Lào Cai gồm các ông, bà: Lê Bá Vinh, Trần Thị Sen và Vũ Quốc Toản."
    assert [person for person, *_ in posts(read(text))] == ["Lê Bá Vinh", "Trần Thị Sen", "Vũ Quốc Toản"]


def test_a_short_name_and_a_pronoun_hold_posts_too(read: Read, posts: Posts) -> None:
    context = read(
        "Ông Lê Bá Vinh về quê.",
        "Ông Vinh hiện là Giám đốc Sở Y tế Lào Cai.",
        "Ông từng giữ chức Bí thư Huyện ủy Bắc Hà.",
    )
    assert posts(context) == [
        ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "current"),
        ("Lê Bá Vinh", "Bí thư", "Huyện ủy Bắc Hà", "former"),
    ]


def test_a_post_followed_by_another_person_with_the_same_post_is_not_given_to_that_person(
    read: Read, posts: Posts
) -> None:
    text = "Dự có Lê Bá Vinh, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Nội vụ và Ủy viên Bộ Chính trị Trần Thị Sen."
    held = {(person, role) for person, role, _, _ in posts(read(text))}
    assert held == {("Lê Bá Vinh", "Ủy viên"), ("Lê Bá Vinh", "Bộ trưởng"), ("Trần Thị Sen", "Ủy viên")}


def test_the_post_to_which_somebody_is_appointed_is_not_that_of_who_speaks(read: Read, posts: Posts) -> None:
    text = "Về việc bổ nhiệm ông Lê Bá Vinh làm Giám đốc Sở Y tế Lào Cai, ông Vũ Quốc Toản nói sẽ xem lại."
    assert posts(read(text)) == []


def test_the_evidence_of_a_pronouns_post_begins_with_the_pronoun(read: Read) -> None:
    context = read("Ông Lê Bá Vinh về quê. Ông từng giữ chức Bí thư Huyện ủy Bắc Hà.")
    (fact,) = tenures(context)
    assert fact.evidence.of(context.text) == "Ông từng giữ chức Bí thư Huyện ủy Bắc Hà"


def test_who_is_spoken_of_does_not_hold_the_speakers_post(read: Read, posts: Posts) -> None:
    assert posts(read("Xã An Khánh họp. Theo Chủ tịch UBND xã, ông Lê Bá Vinh làm việc ở xã từ lâu.")) == []


def test_a_row_of_names_with_posts_of_their_own_shares_the_first(read: Read, posts: Posts) -> None:
    text = (
        "Trưởng ban Dân vận Tỉnh ủy Lào Cai là ông Lê Bá Vinh. Hai phó ban khác gồm các ông Vũ Quốc Toản, "
        "Phó Bí thư Đảng ủy; Đỗ Mạnh Hà, nguyên Giám đốc Sở Y tế Lào Cai."
    )
    shared = [(person, role) for person, role, body, _ in posts(read(text)) if body == "Ban Dân vận Tỉnh ủy Lào Cai"]
    assert shared == [("Lê Bá Vinh", "Trưởng ban"), ("Vũ Quốc Toản", "phó ban"), ("Đỗ Mạnh Hà", "phó ban")]


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc Sở Y tế Lào Cai Trần Văn Đào nói. Giám đốc Lê Bá Vinh hỏi lại.",
        "Đại biểu Quốc hội đến dự. Trả lời đại biểu, ông Lê Bá Vinh nói về đường.",
        "Theo quyết định của Giám đốc Sở Y tế Lào Cai, ông Lê Bá Vinh - Phó Giám đốc, được đi học.",
        "Ông Ngô Văn Tám được cử làm Bí thư Huyện ủy Bắc Hà, Phó Chủ tịch Lê Bá Vinh nghỉ.",
        "Theo ông Lê Bá Vinh, Bí thư Huyện ủy Bắc Hà phải làm rõ.",
        "Ông Ngô Văn Tám, Bí thư Huyện ủy Bắc Hà; Chủ tịch UBND tỉnh Lào Cai Lê Bá Vinh đến dự.",
        "Tỉnh chất vấn Giám đốc Sở Y tế Lào Cai, đại biểu Lê Bá Vinh nói.",
    ],
)
def test_the_post_of_another_is_not_taken_over(read: Read, text: str, posts: Posts) -> None:
    assert ("Lê Bá Vinh", "Giám đốc") not in [(person, role) for person, role, _, _ in posts(read(text))]
    assert ("Lê Bá Vinh", "Bí thư") not in [(person, role) for person, role, _, _ in posts(read(text))]
    assert not [role for person, role, _, _ in posts(read(text)) if role == "đại biểu"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Bá Vinh đến dự. Trong thời gian giữ các chức vụ Giám đốc Sở Y tế Lào Cai, Bí thư Huyện ủy Bắc Hà, ông "
        "có khuyết điểm.",
        "Tỉnh nêu khuyết điểm của ông Lê Bá Vinh trong thời kỳ là Giám đốc Sở Y tế Lào Cai, Bí thư Huyện ủy Bắc Hà.",
    ],
)
def test_a_post_at_a_time_is_of_whom_the_sentence_tells(read: Read, text: str, posts: Posts) -> None:
    assert posts(read(text)) == [
        ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "former"),
        ("Lê Bá Vinh", "Bí thư", "Huyện ủy Bắc Hà", "former"),
    ]


def test_who_is_only_spoken_for_holds_another_post(read: Read, posts: Posts) -> None:
    text = "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy Lào Cai Lê Bá Vinh trao huân chương."
    assert posts(read(text)) == [("Lê Bá Vinh", "Bí thư", "Tỉnh ủy Lào Cai", "current")]


def test_a_row_may_stand_behind_a_colon_and_a_word_of_address(read: Read, posts: Posts) -> None:
    text = "Có 2 Phó Giám đốc Sở Y tế Lào Cai, gồm: ông Lê Bá Vinh, Trần Văn Tư."
    assert [person for person, *_ in posts(read(text))] == ["Lê Bá Vinh", "Trần Văn Tư"]


def test_a_visitor_is_not_who_receives_him(read: Read, posts: Posts) -> None:
    text = "Phát biểu nhân chuyến thăm của Chủ tịch Quốc hội Lào, ông Lê Bá Vinh nhấn mạnh tình hữu nghị."
    assert posts(read(text)) == []


def test_a_name_that_begins_a_sentence_whose_stop_is_lost_holds_no_post_before_it(read: Read, posts: Posts) -> None:
    lost = "Ông Trần Văn Tám ra mắt Bí thư Huyện ủy Bắc Hà Ông Lê Bá Vinh sau đó đọc quyết định."
    assert [person for person, *_ in posts(read(lost))] == []
    address = "Bí thư Huyện ủy Bắc Hà ông Lê Bá Vinh đọc quyết định."
    assert [person for person, *_ in posts(read(address))] == ["Lê Bá Vinh"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Về việc xử lý ông Lê Bá Vinh, Tổng Bí thư nhấn mạnh phải làm nghiêm.", []),
        ("Vui mừng gặp lại Bí thư Tỉnh ủy Lào Cai Lê Bá Vinh, Thủ tướng nhấn mạnh tình hữu nghị.", ["Bí thư"]),
        ("Đoàn do ông Lê Bá Vinh, Phó Thủ tướng, dẫn đầu đã đến Lào Cai.", ["Phó Thủ tướng"]),
        ("Bà Lê Thị Vinh, Phó Chủ tịch nước đánh giá cao lễ hội.", ["Phó Chủ tịch nước"]),
        ("Lê Thị Vinh, Phó Chủ tịch nước đánh giá cao lễ hội.", ["Phó Chủ tịch nước"]),
    ],
)
def test_a_post_without_a_body_may_begin_the_next_clause(
    read: Read, posts: Posts, text: str, holders: list[str]
) -> None:
    assert [role for _, role, *_ in posts(read(text))] == holders
