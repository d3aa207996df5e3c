"""Which body stands behind a post."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.tenures import tenures

Read = Callable[..., Context]


def held(context: Context) -> list[tuple[str, str, str | None]]:
    return [(fact.person, fact.role, fact.organization) for fact in tenures(context)]


@pytest.mark.parametrize(
    ("told", "role", "body"),
    [
        ("Trưởng phòng Tham mưu - Công an tỉnh Bắc Hà", "Trưởng phòng", "Phòng Tham mưu - Công an tỉnh Bắc Hà"),
        ("Trưởng phòng Tham mưu, CA tỉnh Bắc Hà", "Trưởng phòng", "Phòng Tham mưu, CA tỉnh Bắc Hà"),
        ("Trưởng ban Đô thị, HĐND tỉnh Bắc Hà", "Trưởng ban", "Ban Đô thị, HĐND tỉnh Bắc Hà"),
        ("Trưởng khoa Ngoại (Bệnh viện Hoa Sen)", "Trưởng khoa", "Khoa Ngoại (Bệnh viện Hoa Sen)"),
        ("Chánh Thanh tra, Sở Y tế Bắc Hà", "Chánh Thanh tra", "Sở Y tế Bắc Hà"),
        ("cán bộ địa chính - môi trường xã An Khánh", "cán bộ địa chính", "xã An Khánh"),
        ("đội trưởng đội sản xuất thôn Bồn Trì", "đội trưởng", "đội sản xuất thôn Bồn Trì"),
    ],
)
def test_the_higher_body_may_stand_behind_a_mark(read: Read, told: str, role: str, body: str) -> None:
    assert held(read(f"Ông Lê Bá Vinh, {told}, cho biết lúa năm nay được mùa.")) == [("Lê Bá Vinh", role, body)]


def test_what_stands_behind_a_mark_may_be_another_body(read: Read) -> None:
    context = read("Ông Lê Bá Vinh, Cục trưởng Cục Trồng trọt (Bộ Lúa), và Sở Y tế Bắc Hà đến dự.")
    assert held(context) == [("Lê Bá Vinh", "Cục trưởng", "Cục Trồng trọt")]


def test_a_company_told_before_may_be_named_by_its_kind(read: Read) -> None:
    context = read("Công ty Hoa Sen gặt lúa.", "Ông Lê Bá Vinh, Giám đốc công ty, cho biết lúa được mùa.")
    assert [(person, role) for person, role, _ in held(context)] == [("Lê Bá Vinh", "Giám đốc")]
    assert held(read("Ông Lê Bá Vinh, Giám đốc công ty, cho biết lúa năm nay được mùa.")) == []


def test_who_is_named_in_brackets_holds_nothing_outside(read: Read) -> None:
    context = read("Ông Lê Bá Vinh (em trai bà Trần Thị Sen, Bí thư Tỉnh ủy Bắc Hà), Giám đốc Sở Y tế Bắc Hà, đến dự.")
    assert ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Bắc Hà") in held(context)


def test_a_name_may_follow_the_post_that_heads_the_sentence(read: Read) -> None:
    post = "Chủ tịch UBND huyện Ba Sao"
    expected = [("Lê Bá Vinh", "Chủ tịch", "UBND huyện Ba Sao")]
    assert held(read(f"Trời mưa. {post}, Lê Bá Vinh cho biết lúa được mùa.")) == expected
    assert held(read(f"Trời mưa. {post}, Lê Bá Vinh và bà con đến dự.")) == []


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("Trưởng Ban", "Ban Quản lý Khu Di tích và thắng cảnh Núi Voi"),
        ("Trưởng phòng", "Phòng Cảnh sát trật tự Đà Nẵng"),
        ("Giám đốc", "Sở Nông nghiệp Phát triển nông thôn Hà Nội"),
    ],
)
def test_a_body_may_go_on_in_small_letters_up_to_a_place(read: Read, role: str, body: str) -> None:
    context = read(f"Ông Lê Bá Vinh, {role} {body.removeprefix('Ban ').removeprefix('Phòng ')}, cho biết lúa được mùa.")
    assert held(context) == [("Lê Bá Vinh", role, body)]


@pytest.mark.parametrize("aside", ["– chủ đầu tư bến xe Miền Đông", "và kế toán của Công ty Lúa Vàng"])
def test_what_else_is_told_is_no_rest_of_a_body(read: Read, aside: str) -> None:
    context = read(f"Ông Lê Bá Vinh, Giám đốc Công ty Hoa Sen {aside}, cho biết lúa được mùa.")
    assert held(context)[0] == ("Lê Bá Vinh", "Giám đốc", "Công ty Hoa Sen")


def test_a_name_may_be_glued_to_its_post_with_a_dash(read: Read) -> None:
    expected = [("Lê Bá Vinh", "Chủ tịch", "UBND tỉnh Bến Tre")]
    assert held(read("Hôm nay, Chủ tịch UBND tỉnh Bến Tre- Lê Bá Vinh ra đồng gặt lúa.")) == expected


def test_who_held_a_post_then(read: Read) -> None:
    context = read("Chủ tịch UBND tỉnh Bến Tre khi đó là bà Trần Thị Sen đã không đồng ý gặt lúa sớm.")
    assert [(fact.person, fact.status) for fact in tenures(context)] == [("Trần Thị Sen", "former")]


def test_a_number_tells_one_body_of_several(read: Read) -> None:
    text = "Ông Lê Bá Vinh, Đội trưởng Đội Quản lý thị trường số 6{}, cho biết lúa năm nay được mùa."
    assert held(read(text.format(""))) == [("Lê Bá Vinh", "Đội trưởng", "Đội Quản lý thị trường số 6")]
    assert held(read(text.format("/2017"))) == [("Lê Bá Vinh", "Đội trưởng", "Đội Quản lý thị trường")]
