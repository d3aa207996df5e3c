from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.tenures import tenures

Read = Callable[..., Context]
Posts = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND quận Long Biên Lê Bá Vinh đến dự.",
        "Chủ tịch UBND quận Long Biên, ông Lê Bá Vinh, đến dự.",
        "Ông Lê Bá Vinh, Chủ tịch UBND quận Long Biên, đến dự.",
        "Lê Bá Vinh - Chủ tịch UBND quận Long Biên - đến dự.",
        "Ông Lê Bá Vinh (Chủ tịch UBND quận Long Biên) đến dự.",
        "Ông Lê Bá Vinh, sinh năm 1970, Chủ tịch UBND quận Long Biên, đến dự.",
        "Ông Lê Bá Vinh hiện là Chủ tịch UBND quận Long Biên.",
        "Chủ tịch UBND quận Long Biên là ông Lê Bá Vinh.",
        "Chủ tịch quận Long Biên Lê Bá Vinh đến dự.",
        "Ông Lê Bá Vinh hiện giữ chức Chủ tịch UBND quận Long Biên.",
    ],
)
def test_a_post_is_read_before_behind_and_through_a_verb(read: Read, text: str, posts: Posts) -> None:
    assert posts(read(text)) == [("Lê Bá Vinh", "Chủ tịch", "UBND quận Long Biên", "current")]


def test_posts_in_a_row_are_one_tenure_each_with_their_own_bodies(read: Read, posts: Posts) -> None:
    text = "Ông Lê Bá Vinh, Bí thư Huyện ủy, Chủ tịch HĐND huyện Hoài Đức kiêm Trưởng ban Tổ chức Huyện ủy, dự."
    assert posts(read(text)) == [
        ("Lê Bá Vinh", "Bí thư", "Huyện ủy Hoài Đức", "current"),
        ("Lê Bá Vinh", "Chủ tịch", "HĐND huyện Hoài Đức", "current"),
        ("Lê Bá Vinh", "Trưởng ban", "Ban Tổ chức Huyện ủy Hoài Đức", "current"),
    ]


def test_posts_share_the_company_named_at_the_end(read: Read, posts: Posts) -> None:
    text = "Bà Trần Thị Sen, Chủ tịch HĐQT kiêm Tổng Giám đốc Công ty Dệt may Sao Mai, nói."
    assert posts(read(text)) == [
        ("Trần Thị Sen", "Chủ tịch", "HĐQT Công ty Dệt may Sao Mai", "current"),
        ("Trần Thị Sen", "Tổng Giám đốc", "Công ty Dệt may Sao Mai", "current"),
    ]


def test_nobody_chairs_the_office_that_another_leads(read: Read, posts: Posts) -> None:
    text = "Huyện Bắc Hà họp. Dự có ông Ngô Văn Tám, Phó Chủ tịch; Trưởng phòng Nội vụ Lê Bá Vinh."
    assert posts(read(text)) == [("Lê Bá Vinh", "Trưởng phòng", "Phòng Nội vụ", "current")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nguyên Giám đốc Sở Y tế Lào Cai Lê Bá Vinh đến.", "former"),
        ("Ông Lê Bá Vinh, cựu Giám đốc Sở Y tế Lào Cai, đến.", "former"),
        ("Ông Lê Bá Vinh - khi đó là Giám đốc Sở Y tế Lào Cai - ký.", "former"),
        ("Ông Lê Bá Vinh từng là Giám đốc Sở Y tế Lào Cai.", "former"),
        ("Quyền Giám đốc Sở Y tế Lào Cai Lê Bá Vinh đến.", "acting"),
        ("Tân Giám đốc Sở Y tế Lào Cai Lê Bá Vinh đến.", "current"),
    ],
)
def test_words_before_a_post_tell_its_status(read: Read, text: str, status: str, posts: Posts) -> None:
    ((person, role, organization, found),) = posts(read(text))
    assert (person, role, organization, found) == ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", status)


def test_a_former_post_makes_the_present_one_no_former_one(read: Read, posts: Posts) -> None:
    text = "Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, nguyên Bí thư Huyện ủy Bắc Hà, đến."
    assert [(role, status) for _, role, _, status in posts(read(text))] == [
        ("Giám đốc", "current"),
        ("Bí thư", "former"),
    ]


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Thủ tướng Lê Bá Vinh dự.", "Thủ tướng", "Chính phủ"),
        ("Chủ tịch nước Lê Bá Vinh dự.", "Chủ tịch nước", None),
        ("Chủ tịch Quốc hội Lê Bá Vinh dự.", "Chủ tịch", "Quốc hội"),
        ("Bộ trưởng Bộ Nội vụ Lê Bá Vinh dự.", "Bộ trưởng", "Bộ Nội vụ"),
        ("Bộ trưởng Nội vụ Lê Bá Vinh dự.", "Bộ trưởng", "Bộ Nội vụ"),
        ("Trưởng ban Tuyên giáo Thành ủy Hải Phòng Lê Bá Vinh dự.", "Trưởng ban", "Ban Tuyên giáo Thành ủy Hải Phòng"),
        ("Trưởng Công an quận Long Biên Lê Bá Vinh dự.", "Trưởng", "Công an quận Long Biên"),
        ("Trưởng phòng Nội vụ quận Long Biên Lê Bá Vinh dự.", "Trưởng phòng", "Phòng Nội vụ quận Long Biên"),
        ("Bí thư quận Long Biên Lê Bá Vinh dự.", "Bí thư", "Quận ủy Long Biên"),
        ("Ủy viên Trung ương Đảng Lê Bá Vinh dự.", "Ủy viên", "Trung ương Đảng"),
        ("Chánh Văn phòng UBND huyện Bắc Hà Lê Bá Vinh dự.", "Chánh Văn phòng", "UBND huyện Bắc Hà"),
    ],
)
def test_role_and_body_come_apart_as_the_guide_wants(
    read: Read, text: str, role: str, organization: str | None, posts: Posts
) -> None:
    assert posts(read(text)) == [("Lê Bá Vinh", role, organization, "current")]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND huyện Bắc Hà đã ký.",
        "Giám đốc Lê Bá Vinh đến.",
        "Đại tá Lê Bá Vinh đến.",
        "Ông Lê Bá Vinh gặp Chủ tịch UBND huyện Bắc Hà.",
        "Ông Lê Bá Vinh được bổ nhiệm làm Chủ tịch UBND huyện Bắc Hà.",
        "Ông Lê Bá Vinh, người dân xã An Khánh, đến.",
    ],
)
def test_no_holder_no_body_or_no_post_is_no_tenure(read: Read, text: str, posts: Posts) -> None:
    assert posts(read(text)) == []


def test_a_body_without_its_units_name_is_not_given_the_persons(read: Read, posts: Posts) -> None:
    context = read("Huyện Bắc Hà họp. Chủ tịch UBND huyện Đinh Bá Lộc chủ trì.")
    assert posts(context) == [("Đinh Bá Lộc", "Chủ tịch", "UBND huyện Bắc Hà", "current")]


def test_a_post_is_told_once_and_with_its_fullest_body(read: Read, posts: Posts) -> None:
    context = read(
        "Chủ tịch UBND Lê Bá Vinh đến.", "Chủ tịch UBND huyện Bắc Hà Lê Bá Vinh đến.", "Ông Vinh - Chủ tịch UBND huyện."
    )
    assert posts(context) == [("Lê Bá Vinh", "Chủ tịch", "UBND huyện Bắc Hà", "current")]


def test_the_evidence_runs_from_post_to_name(read: Read) -> None:
    context = read("Sáng nay, Chủ tịch UBND huyện Bắc Hà Lê Bá Vinh đến dự.")
    (fact,) = tenures(context)
    assert fact.evidence.of(context.text) == "Chủ tịch UBND huyện Bắc Hà Lê Bá Vinh"
    assert fact.rule == "post-before-name"


def test_a_president_of_old_is_named_without_body_and_is_of_the_past(read: Read, posts: Posts) -> None:
    assert posts(read("Làng đón Chủ tịch Hồ Chí Minh về thăm.")) == [("Hồ Chí Minh", "Chủ tịch", None, "former")]


def test_a_post_in_short_gives_way_to_the_same_in_full(read: Read, posts: Posts) -> None:
    text = "Ông Lê Bá Vinh, GĐ Công ty Sao Mai, đến. Ông Lê Bá Vinh, Giám đốc Công ty Sao Mai, nói."
    assert posts(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Công ty Sao Mai", "current")]


def test_a_meeting_report_names_everyone_with_their_posts(read: Read, posts: Posts) -> None:
    text = (
        "Quận Long Biên họp. Dự có các đồng chí: Lê Bá Vinh – UVBTV Thành ủy, Bí thư Quận ủy; Trần Thị Sen - Phó Chủ "
        "tịch Thường trực HĐND quận; Vũ Quốc Toản, Chánh Văn phòng HĐND và UBND quận; Đỗ Thị Mơ, Chánh Thanh tra quận."
    )
    assert posts(read(text)) == [
        ("Lê Bá Vinh", "UVBTV", "Ban Thường vụ Thành ủy", "current"),
        ("Lê Bá Vinh", "Bí thư", "Quận ủy Long Biên", "current"),
        ("Trần Thị Sen", "Phó Chủ tịch Thường trực", "HĐND quận Long Biên", "current"),
        ("Vũ Quốc Toản", "Chánh Văn phòng", "HĐND và UBND quận Long Biên", "current"),
        ("Đỗ Thị Mơ", "Chánh Thanh tra", "Thanh tra quận Long Biên", "current"),
    ]


def test_a_post_without_body_takes_the_only_one_that_can_be_meant(read: Read, posts: Posts) -> None:
    one = "Bộ Xây dựng họp. Thứ trưởng Lê Bá Vinh chủ trì."
    assert posts(read(one)) == [("Lê Bá Vinh", "Thứ trưởng", "Bộ Xây dựng", "current")]
    between = "Đường dài và hẹp. " * 20
    assert posts(read(f"Bộ Y tế và Bộ Xây dựng họp. {between}Thứ trưởng Lê Bá Vinh chủ trì.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trước đó, ông Lê Bá Vinh là Giám đốc Sở Y tế Lào Cai.",
        "Khi đó, Giám đốc Sở Y tế Lào Cai là ông Lê Bá Vinh.",
    ],
)
def test_a_post_of_another_time_is_a_former_one(read: Read, text: str, posts: Posts) -> None:
    assert posts(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "former")]


def test_a_post_without_body_in_a_row_of_posts_gets_none(read: Read, posts: Posts) -> None:
    assert posts(read("Bộ Xây dựng họp. Thứ trưởng, đại biểu Lê Bá Vinh hỏi.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Bá Vinh khi còn là Giám đốc Sở Y tế Lào Cai đã ký.",
        "Trong thời gian giữ chức Giám đốc Sở Y tế Lào Cai, ông Lê Bá Vinh đã ký.",
        "Năm 1998, ông Lê Bá Vinh làm Giám đốc Sở Y tế Lào Cai.",
    ],
)
def test_a_post_told_of_a_time_that_is_over_is_a_former_one(read: Read, text: str, posts: Posts) -> None:
    assert posts(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "former")]


def test_a_post_that_somebody_went_on_to_hold_is_no_former_one(read: Read, posts: Posts) -> None:
    text = "Trước khi làm Giám đốc Sở Y tế Lào Cai, ông Lê Bá Vinh dạy học."
    assert posts(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "current")]
    text = "Giám đốc Sở Y tế Lào Cai lúc đó là ông Lê Bá Vinh."
    assert posts(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "former")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chủ tịch UBND quận Long Biên - Lê Bá Vinh cho rằng việc này là cần.",
            [("Lê Bá Vinh", "Chủ tịch", "UBND quận Long Biên", "current")],
        ),
        (
            "Trong thời gian làm Giám đốc Sở Y tế Lào Cai, từ năm 2015, ông đã ký văn bản, sau này ông Lê Bá Vinh nói.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "former")],
        ),
        (
            "Ông Lê Bá Vinh, Ủy viên Ban cán sự Đảng, Phó Tổng cục trưởng Tổng cục Hậu cần - Kỹ thuật, dự.",
            [
                ("Lê Bá Vinh", "Ủy viên", "Ban cán sự Đảng Tổng cục Hậu cần - Kỹ thuật", "current"),
                ("Lê Bá Vinh", "Phó Tổng cục trưởng", "Tổng cục Hậu cần - Kỹ thuật", "current"),
            ],
        ),
        (
            "Ông Lê Bá Vinh, Giám đốc Sở Kế hoạch Đầu tư tỉnh Lào Cai, nói.",
            [("Lê Bá Vinh", "Giám đốc", "Sở Kế hoạch Đầu tư tỉnh Lào Cai", "current")],
        ),
        (
            "Bà Trần Thị Sen, Hiệu trưởng Trường THPT Sao Mai số 2, nói.",
            [("Trần Thị Sen", "Hiệu trưởng", "Trường THPT Sao Mai số 2", "current")],
        ),
        (
            "Trung tướng Lê Bá Vinh - Bí thư Đảng ủy, Chính ủy Quân khu 4, dự.",
            [
                ("Lê Bá Vinh", "Bí thư", "Đảng ủy Quân khu 4", "current"),
                ("Lê Bá Vinh", "Chính ủy", "Quân khu 4", "current"),
            ],
        ),
        (
            "Theo quyết định của Ban Bí thư, Thứ trưởng Bộ Xây dựng Lê Bá Vinh nói.",
            [("Lê Bá Vinh", "Thứ trưởng", "Bộ Xây dựng", "current")],
        ),
    ],
)
def test_bodies_and_rows_are_read_to_their_end(
    read: Read, text: str, found: list[tuple[str, str | None, str | None, str]], posts: Posts
) -> None:
    assert posts(read(text)) == found


def test_a_post_quotes_the_place_that_names_its_body_in_full(read: Read) -> None:
    context = read(
        "Bí thư Huyện ủy Lê Bá Vinh đến dự.", "Bí thư Huyện ủy Hoài Đức Lê Bá Vinh phát biểu ở huyện Hoài Đức."
    )
    (fact,) = tenures(context)
    assert fact.organization == "Huyện ủy Hoài Đức"
    assert fact.evidence.of(context.text) == "Bí thư Huyện ủy Hoài Đức Lê Bá Vinh"


def test_a_post_of_another_country_is_not_given_the_body_of_this_one(read: Read, posts: Posts) -> None:
    told = posts(read("Thủ tướng Ấn Độ Rajan Kumar Singh đến thăm."))
    assert told == [("Rajan Kumar Singh", "Thủ tướng", "Ấn Độ", "current")]
    assert posts(read("Thống đốc tỉnh Jakarta Rajan Kumar Singh đến thăm.")) == []


def test_a_row_of_posts_may_be_introduced_by_their_common_name(read: Read) -> None:
    context = read("Ông Lê Bá Vinh (SN 1970), chức vụ Bí thư Huyện ủy Hoài Đức, Giám đốc Sở Y tế Lào Cai đến dự.")
    assert {(fact.role, fact.organization) for fact in tenures(context)} == {
        ("Bí thư", "Huyện ủy Hoài Đức"), ("Giám đốc", "Sở Y tế Lào Cai"),
    }  # fmt: skip


def test_a_secretary_beside_a_chairman_is_of_the_party_committee_of_that_unit(read: Read) -> None:
    context = read("Ông Lê Bá Vinh (Phó Bí thư, Chủ tịch UBND huyện Hoài Đức) đến dự.")
    assert {(fact.role, fact.organization) for fact in tenures(context)} == {
        ("Phó Bí thư", "Huyện ủy Hoài Đức"), ("Chủ tịch", "UBND huyện Hoài Đức"),
    }  # fmt: skip


def test_the_school_is_the_one_that_was_told_before(read: Read) -> None:
    context = read("Trường Tiểu học An Khánh vừa xây xong.", "Thầy Lê Bá Vinh, Hiệu trưởng nhà trường, mừng lắm.")
    (fact,) = tenures(context)
    assert (fact.role, fact.organization) == ("Hiệu trưởng", "trường Tiểu học An Khánh")


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Bá Vinh -- Giám đốc Sở Y tế Lào Cai đến dự.",
        "Ông Lê Bá Vinh-Giám đốc Sở Y tế Lào Cai đến dự.",
        "Ông Lê Bá Vinh, đảng viên Chi bộ Sao Mai (sinh hoạt từ đầu năm), Giám đốc Sở Y tế Lào Cai, đến dự.",
        "Với vai trò là Giám đốc Sở Y tế Lào Cai, ông Lê Bá Vinh đến dự.",
        "“Đường đã xong” – Giám đốc Sở Y tế Lào Cai, Lê Bá Vinh nói.",
    ],
)
def test_a_post_is_read_in_looser_apposition(read: Read, text: str, posts: Posts) -> None:
    assert posts(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "current")]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND xã Bản Phố, huyện Bắc Hà, ông Lê Bá Vinh, nói.",
        "Chủ tịch UBND xã Bản Phố huyện Bắc Hà Lê Bá Vinh nói.",
    ],
)
def test_the_place_of_a_body_may_stand_between_a_post_and_its_holder(read: Read, text: str, posts: Posts) -> None:
    ((person, role, organization, _),) = posts(read(text))
    assert (person, role) == ("Lê Bá Vinh", "Chủ tịch")
    assert (organization or "").startswith("UBND xã Bản Phố")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ông Lê Bá Vinh, Giám đốc và bà Lê Thị Sen, Phó Giám đốc Sở Y tế Lào Cai, đến dự.",
            [("Lê Bá Vinh", "Sở Y tế Lào Cai"), ("Lê Thị Sen", "Sở Y tế Lào Cai")],
        ),
        (
            "Ông Lê Bá Vinh (Giám đốc) và bà Lê Thị Sen (Phó Giám đốc) Sở Y tế Lào Cai đến dự.",
            [("Lê Bá Vinh", "Sở Y tế Lào Cai"), ("Lê Thị Sen", "Sở Y tế Lào Cai")],
        ),
        (
            "Giám đốc Sở Y tế Lào Cai là ông Lê Bá Vinh; 2 Phó Giám đốc gồm các ông bà: Trần Văn Đào, Lê Thị Sen.",
            [("Lê Bá Vinh", "Sở Y tế Lào Cai"), ("Trần Văn Đào", "Sở Y tế Lào Cai"), ("Lê Thị Sen", "Sở Y tế Lào Cai")],
        ),
        (
            "Ông Lê Bá Vinh, Bí thư chi bộ, Giám đốc Sở Y tế Lào Cai, đến dự.",
            [("Lê Bá Vinh", "chi bộ Sở Y tế Lào Cai"), ("Lê Bá Vinh", "Sở Y tế Lào Cai")],
        ),
        (
            "Ông Lê Bá Vinh, Bí thư Đảng ủy, Tổng Giám đốc Công ty Sông Hồng, đến dự.",
            [("Lê Bá Vinh", "Đảng ủy Công ty Sông Hồng"), ("Lê Bá Vinh", "Công ty Sông Hồng")],
        ),
        (
            "Nhiều đại biểu Quốc hội hỏi về trường học. Đại biểu Lê Bá Vinh nói về đường.",
            [("Lê Bá Vinh", "Quốc hội")],
        ),
    ],
)
def test_a_body_is_shared_or_told_before(read: Read, text: str, found: list[tuple[str, str]], posts: Posts) -> None:
    assert [(person, organization) for person, _, organization, _ in posts(read(text))] == found


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Ông Lê Bá Vinh, Trưởng công an xã Bản Phố, nói.", "Trưởng", "công an xã Bản Phố"),
        (
            "Phó giám đốc bệnh viện đa khoa huyện Bắc Hà Lê Bá Vinh nói.",
            "Phó giám đốc",
            "bệnh viện đa khoa huyện Bắc Hà",
        ),
        ("Trưởng thôn Sao Mai Lê Bá Vinh nói.", "Trưởng thôn", "thôn Sao Mai"),
        ("Bí thư Lào Cai Lê Bá Vinh nói.", "Bí thư", "Tỉnh ủy Lào Cai"),
    ],
)
def test_bodies_written_small_or_by_their_place_alone(
    read: Read, text: str, role: str, organization: str, posts: Posts
) -> None:
    assert posts(read(text)) == [("Lê Bá Vinh", role, organization, "current")]


def test_a_colon_before_a_running_clause_opens_what_the_holder_says(read: Read, posts: Posts) -> None:
    assert posts(read("Tổng Bí thư: Ông Lê Bá Vinh thời trẻ rất năng nổ.")) == []


def test_the_police_have_their_director_and_not_their_investigators(read: Read, posts: Posts) -> None:
    text = "Đại tá Lê Bá Vinh, Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh Lào Cai, đến."
    assert posts(read(text)) == [
        ("Lê Bá Vinh", "Phó Giám đốc", "Công an tỉnh Lào Cai", "current"),
        ("Lê Bá Vinh", "Thủ trưởng", "Cơ quan Cảnh sát điều tra Công an tỉnh Lào Cai", "current"),
    ]


@pytest.mark.parametrize("role", ["Thủ trưởng", "Viện phó", "Trung đoàn trưởng", "Xã đội trưởng", "Tổng chỉ huy"])
def test_posts_of_agencies_and_forces_are_read(read: Read, role: str, posts: Posts) -> None:
    assert posts(read(f"Ông Lê Bá Vinh, {role} Công an tỉnh Lào Cai, đến."))[0][1] == role


def test_a_press_agency_has_its_own_party_committee(read: Read, posts: Posts) -> None:
    found = posts(read("Ông Lê Bá Vinh, Bí thư Đảng ủy, Tổng Giám đốc Thông tấn xã Việt Nam, đến."))
    assert found[0] == ("Lê Bá Vinh", "Bí thư", "Đảng ủy Thông tấn xã Việt Nam", "current")
