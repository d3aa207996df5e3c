import pytest

from hbtgraph.extract import posts, units
from hbtgraph.extract.bodies import Reader
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import place_tones


def groups(text: str) -> list[list[tuple[str, str | None, str]]]:
    plain = place_tones(text)
    whole = (Span(0, len(plain)),)
    found = units.find(plain, whole)
    read = posts.find(Reader(plain, found, text), found, whole)
    return [[(post.role, post.organization, post.status) for post in group.posts] for group in read]


def test_posts_that_stand_together_are_one_group() -> None:
    text = "Bí thư Quận ủy, Chủ tịch HĐND quận kiêm Trưởng ban Dân vận Quận ủy và nguyên Giám đốc Sở Y tế nói"
    assert groups(text) == [
        [
            ("Bí thư", "Quận ủy", "current"),
            ("Chủ tịch", "HĐND quận", "current"),
            ("Trưởng ban", "Ban Dân vận Quận ủy", "current"),
            ("Giám đốc", "Sở Y tế", "former"),
        ]
    ]


def test_words_between_part_two_groups() -> None:
    assert groups("Bí thư Quận ủy gặp Chủ tịch HĐND quận") == [
        [("Bí thư", "Quận ủy", "current")],
        [("Chủ tịch", "HĐND quận", "current")],
    ]


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Chủ tịch quận Long Biên", "Chủ tịch", "UBND quận Long Biên"),
        ("Bí thư huyện Đông Anh", "Bí thư", "Huyện ủy Đông Anh"),
        ("Bí thư phường Đồng Xuân", "Bí thư", "Đảng ủy phường Đồng Xuân"),
        ("Tổng Giám đốc Vietnam Airlines", "Tổng Giám đốc", "Vietnam Airlines"),
        ("Thành ủy viên", "Thành ủy viên", "Thành ủy"),
        ("Vụ trưởng Vụ Tổ chức cán bộ", "Vụ trưởng", "Vụ Tổ chức cán bộ"),
        ("Tổ trưởng tổ dân phố số 3 phường Đồng Xuân", "Tổ trưởng", "tổ dân phố số 3 phường Đồng Xuân"),
        ("Phó Giám đốc phụ trách Sở Y tế", "Phó Giám đốc", "Sở Y tế"),
        ("Chủ tịch Uỷ ban nhân dân xã Hoà Lạc", "Chủ tịch", "Uỷ ban nhân dân xã Hoà Lạc"),
    ],
)
def test_role_and_body_are_read_as_written(text: str, role: str, body: str) -> None:
    (((found_role, found_body, _),),) = groups(text)
    assert (found_role, found_body) == (role, body)


def test_who_is_in_charge_without_being_head_deputises() -> None:
    assert groups("Phó Giám đốc phụ trách Sở Y tế") == [[("Phó Giám đốc", "Sở Y tế", "deputising")]]


@pytest.mark.parametrize("text", ["trưởng thành", "phó mặc", "Chánh trực", "chức vụ cao"])
def test_words_that_begin_like_posts_are_none(text: str) -> None:
    assert groups(text) == []


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Giám đốc Trung tâm đăng kiểm tàu thuyền, nói", "Giám đốc", "Trung tâm đăng kiểm tàu thuyền"),
        ("Trưởng khoa hồi sức cấp cứu Bệnh viện Hoa Sen", "Trưởng khoa", "Khoa hồi sức cấp cứu Bệnh viện Hoa Sen"),
        ("Phó Chủ tịch ủy ban nhân dân xã Hòa Lạc", "Phó Chủ tịch", "ủy ban nhân dân xã Hòa Lạc"),
        ("Chủ nhiệm UB Kiểm tra Huyện ủy Đông Anh", "Chủ nhiệm", "UB Kiểm tra Huyện ủy Đông Anh"),
        ("Phó trưởng CAP Hòa Lạc Đông biết", "Phó trưởng", "CAP Hòa Lạc Đông"),
        ("Trưởng Văn phòng Luật sư Sao Mai", "Trưởng Văn phòng", "Văn phòng Luật sư Sao Mai"),
        ("công an viên xã Hòa Lạc", "công an viên", "Công an xã Hòa Lạc"),
        ("cán bộ địa chính xã Hòa Lạc", "cán bộ địa chính", "xã Hòa Lạc"),
        ("Tổng lãnh sự Nhật Bản tại Việt Nam", "Tổng lãnh sự", "Nhật Bản tại Việt Nam"),
        ("Chủ tịch Hội Nhà Văn Hà Nội", "Chủ tịch", "Hội Nhà Văn Hà Nội"),
    ],
)
def test_what_follows_a_post_tells_its_body(text: str, role: str, body: str) -> None:
    assert [(told[0][0], told[0][1]) for told in groups(text)] == [(role, body)]


@pytest.mark.parametrize("text", ["Trưởng đoàn đã làm việc với Bệnh viện Hoa Sen", "Trưởng phòng cho biết Sở Y tế"])
def test_words_of_a_clause_are_no_field(text: str) -> None:
    assert groups(text)[0][0][1] is None


def test_a_given_name_behind_a_post_is_no_field() -> None:
    text = "Thứ trưởng Bộ Y tế Lê Thị Sen đến. Thứ trưởng Sen nói"
    assert [told[0][:2] for told in groups(text)] == [("Thứ trưởng", "Bộ Y tế"), ("Thứ trưởng", None)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Trưởng Ban Quản lý dự án Đường sắt Hoa Sen nói", "Ban Quản lý dự án Đường sắt Hoa Sen"),
        ("Phó ban tổ chức Lễ hội Sao Mai 2017 nói", "Ban tổ chức Lễ hội Sao Mai 2017"),
        ("Chủ tịch Quốc hội Cộng hòa Cuba", "Quốc hội Cộng hòa Cuba"),
        ("Đại sứ Việt Nam tại Nhật Bản", "Việt Nam tại Nhật Bản"),
    ],
)
def test_a_body_goes_on_behind_the_word_that_the_post_has_swallowed(text: str, body: str) -> None:
    assert groups(text)[0][0][1] == body


def test_a_post_of_today_may_follow_without_a_mark() -> None:
    text = "Chủ tịch UBND xã Hòa Lạc nay là Bí thư Huyện ủy Đông Anh"
    assert [told[1] for told in groups(text)[0]] == ["UBND xã Hòa Lạc", "Huyện ủy Đông Anh"]


def test_an_abbreviation_inside_a_name_does_not_end_it() -> None:
    assert groups("Giám đốc Ban quản lý Vườn quốc gia (VQG) Sao Mai")[0][0][1] == "Ban quản lý Vườn quốc gia Sao Mai"


def test_a_verb_ends_a_body_in_small_letters() -> None:
    assert groups("Giám đốc Trung tâm đăng kiểm cho biết")[0][0][1] == "Trung tâm đăng kiểm"
    assert groups("Giám đốc Trung tâm dịch vụ việc làm Hà Nội")[0][0][1] == "Trung tâm dịch vụ việc làm Hà Nội"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Giám đốc Công ty TNHH TM XNK Hoàng Gia Sen", "Công ty TNHH TM XNK Hoàng Gia Sen"),
        ("Giám đốc Công ty TNHH Hoa Sen Lê Văn Tám", "Công ty TNHH Hoa Sen"),
        ("Chủ tịch Thành phố Lê Văn Tám", "UBND Thành phố"),
    ],
)
def test_a_name_like_a_persons_is_a_companys_that_has_no_other(text: str, body: str) -> None:
    assert groups(text)[0][0][1] == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "ông A, Trưởng phòng Tổ chức cán bộ, Sở Y tế tỉnh Nghệ An, cho biết",
            "Phòng Tổ chức cán bộ, Sở Y tế tỉnh Nghệ An",
        ),
        ("ông A, Vụ trưởng Vụ Pháp chế, Tổng cục Thuế, Bộ Tài chính", "Vụ Pháp chế, Tổng cục Thuế"),
        ("ông A, Phó Cục trưởng Cục Đường bộ, Bộ Giao thông vận tải", "Cục Đường bộ"),
    ],
)
def test_a_higher_body_behind_a_comma_is_what_the_posts_body_is_part_of(text: str, body: str) -> None:
    assert groups(text)[0][0][1] == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("ông A, Trưởng phòng Tài chính quận Ba Đình, Công an quận và bà con", "Phòng Tài chính quận Ba Đình"),
        ("Giám đốc Sở Y tế, Công an tỉnh Nghệ An", "Sở Y tế"),
    ],
)
def test_a_body_of_its_own_place_or_of_the_same_level_stands_beside_it(text: str, body: str) -> None:
    assert groups(text)[0][0][1] == body
