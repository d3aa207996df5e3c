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
        "Tỉnh ủy chỉ định các đồng chí Lê Bá Vinh, Trần Văn Đào giữ chức Phó Bí thư Đảng ủy xã Bắc Hà, tỉnh Lào Cai.",
    ],
)
def test_all_of_a_row_take_up_the_post(read: Read, changes: Changes, text: str) -> None:
    assert [person for person, _, _, _ in changes(read(text))] == ["Lê Bá Vinh", "Trần Văn Đào"]


def test_a_further_post_is_of_the_body_of_the_last_such_post(read: Read, changes: Changes) -> None:
    text = (
        "Ông Ngô Văn Tám được bầu giữ chức Bí thư Đảng ủy xã Bắc Hà; "
        "các ông Lê Bá Vinh và Trần Văn Đào được bầu giữ chức Phó Bí thư."
    )
    assert [(person, role, body) for person, role, body, _ in changes(read(text))] == [
        ("Ngô Văn Tám", "Bí thư", "Đảng ủy xã Bắc Hà"),
        ("Lê Bá Vinh", "Phó Bí thư", "Đảng ủy xã Bắc Hà"),
        ("Trần Văn Đào", "Phó Bí thư", "Đảng ủy xã Bắc Hà"),
    ]


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


def test_results_behind_a_colon_are_each_of_who_is_told_behind_them(read: Read) -> None:
    text = (
        "Thường vụ phê chuẩn kết quả bầu: Chủ tịch HĐND tỉnh Lạng Sơn đối với ông Vi Văn Páo kể từ ngày 15/6/2021;"
        " Chủ tịch HĐND tỉnh Hà Giang đối với bà Lò Thị Sen kể từ ngày 23/6/2021."
    )
    assert [(fact.person, fact.organization, fact.date) for fact in appointments(read(text))] == [
        ("Vi Văn Páo", "HĐND tỉnh Lạng Sơn", "2021-06-15"),
        ("Lò Thị Sen", "HĐND tỉnh Hà Giang", "2021-06-23"),
    ]


def test_why_a_post_is_left_may_stand_before_who_leaves_it(read: Read, changes: Changes) -> None:
    text = "HĐND miễn nhiệm chức danh Ủy viên UBND tỉnh Lạng Sơn để nhận nhiệm vụ mới đối với ông Vi Văn Páo."
    assert changes(read(text)) == [("Vi Văn Páo", "Ủy viên", "UBND tỉnh Lạng Sơn", "dismissed")]


def test_two_posts_are_taken_from_one_but_one_given_is_not(read: Read, changes: Changes) -> None:
    both = "HĐND miễn nhiệm Chủ tịch UBND xã Bản Lầu, cho thôi làm đại biểu HĐND xã Bản Lầu đối với ông Vi Văn Páo."
    assert [role for _, role, _, _ in changes(read(both))] == ["Chủ tịch", "đại biểu"]
    one = "HĐND bầu 3 Ủy viên UBND xã Bản Lầu, cho thôi làm đại biểu HĐND xã Bản Lầu đối với ông Vi Văn Páo."
    assert [role for _, role, _, _ in changes(read(one))] == ["đại biểu"]


def test_a_second_one_may_come_to_a_post_by_the_same_verb(read: Read, changes: Changes) -> None:
    text = (
        "Bộ điều động ông Vi Văn Páo giữ chức Giám đốc Công an tỉnh Lạng Sơn; bà Lò Thị Sen đến nhận chức vụ"
        " Giám đốc Công an tỉnh Hà Giang."
    )
    assert [(person, body) for person, _, body, _ in changes(read(text))] == [
        ("Vi Văn Páo", "Công an tỉnh Lạng Sơn"),
        ("Lò Thị Sen", "Công an tỉnh Hà Giang"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Theo Quyết định của tỉnh, bà Lò Thị Sen, Chánh Thanh tra tỉnh giữ chức Giám đốc Sở Xây dựng Lạng Sơn.",
            [("Lò Thị Sen", "Giám đốc", "Sở Xây dựng Lạng Sơn", "appointed")],
        ),
        ("Theo Quyết định này, bà Lò Thị Sen đang giữ chức Giám đốc Sở Xây dựng Lạng Sơn.", []),
        ("Theo lời kể, bà Lò Thị Sen giữ chức Giám đốc Sở Xây dựng Lạng Sơn.", []),
    ],
)
def test_a_decision_opens_a_sentence_that_tells_a_post_taken_up(
    read: Read, changes: Changes, text: str, wanted: list
) -> None:
    assert changes(read(text)) == wanted
