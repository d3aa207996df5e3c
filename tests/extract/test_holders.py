"""Whose a post is among several names."""

from collections.abc import Callable

from hbtgraph.extract.context import Context
from hbtgraph.extract.tenures import tenures

Read = Callable[..., Context]


def held(context: Context) -> set[tuple[str, str | None, str | None]]:
    return {(fact.person, fact.role, fact.organization) for fact in tenures(context)}


def test_of_several_posts_between_two_names_the_last_is_of_the_second(read: Read) -> None:
    context = read(
        "Dự lễ có ông Lê Bá Vinh - Giám đốc Công ty Hoa Sen, Chủ tịch UBND xã An Khánh Trần Văn Tám và bà con."
    )
    assert held(context) == {
        ("Lê Bá Vinh", "Giám đốc", "Công ty Hoa Sen"),
        ("Trần Văn Tám", "Chủ tịch", "UBND xã An Khánh"),
    }


def test_in_a_list_each_name_stands_behind_its_posts(read: Read) -> None:
    context = read(
        "Dự lễ có Bí thư Huyện ủy Đông Anh Lê Bá Vinh, Ủy viên Trung ương Đảng, Giám đốc Sở Y tế Trần Văn Tám."
    )
    assert ("Trần Văn Tám", "Ủy viên", "Trung ương Đảng") in held(context)


def test_a_company_that_somebody_runs_is_named_before(read: Read) -> None:
    context = read("Bà con bán thóc cho Công ty Hoa Sen (do ông Lê Bá Vinh, chồng bà Trần Thị Sen, làm giám đốc).")
    assert held(context) == {("Lê Bá Vinh", "giám đốc", "Công ty Hoa Sen")}


def test_who_leads_a_mission_is_of_the_mission(read: Read) -> None:
    context = read("Đoàn công tác của Công ty Hoa Sen do ông Lê Bá Vinh làm trưởng đoàn đến xã.")
    assert held(context) == {("Lê Bá Vinh", "trưởng đoàn", "Đoàn công tác của Công ty Hoa Sen")}


def test_the_age_may_open_the_parenthesis_of_a_post(read: Read) -> None:
    context = read("Ông Lê Bá Vinh (51 tuổi, Giám đốc Công ty Hoa Sen) đến dự.")
    assert held(context) == {("Lê Bá Vinh", "Giám đốc", "Công ty Hoa Sen")}


def test_a_post_told_with_and_without_its_standing_is_one(read: Read) -> None:
    context = read(
        "Phó Chủ tịch Thường trực UBND xã An Khánh Lê Bá Vinh đến.", "Phó Chủ tịch UBND xã An Khánh Vinh nói."
    )
    assert held(context) == {("Lê Bá Vinh", "Phó Chủ tịch Thường trực", "UBND xã An Khánh")}


def test_of_the_past_they_are_two(read: Read) -> None:
    context = read("Ông Lê Bá Vinh từng là Phó Chủ tịch UBND xã An Khánh, Phó Chủ tịch Thường trực UBND xã An Khánh.")
    assert {role for _, role, _ in held(context)} == {"Phó Chủ tịch", "Phó Chủ tịch Thường trực"}


def test_who_acts_in_one_post_holds_the_next(read: Read) -> None:
    context = read("Ông Lê Bá Vinh, quyền Giám đốc Sở Y tế, Phó Chủ tịch Hội Nông dân xã An Khánh, đến dự.")
    assert [fact.status for fact in tenures(context)] == ["acting", "current"]


def test_a_given_name_may_look_like_a_body(read: Read) -> None:
    context = read("Ông Trần Quốc Hội - Phó Chủ tịch UBND xã An Khánh - đến dự.")
    assert held(context) == {("Trần Quốc Hội", "Phó Chủ tịch", "UBND xã An Khánh")}


def test_a_post_may_come_second_in_a_bracket(read: Read) -> None:
    context = read("Luật sư Lê Bá Vinh (Đoàn Luật sư Hà Nội, Giám đốc Công ty Hoa Sen) đến dự.")
    assert held(context) == {("Lê Bá Vinh", "Giám đốc", "Công ty Hoa Sen")}


def test_a_comma_may_stand_within_the_name_of_a_body(read: Read) -> None:
    context = read("Cục trưởng Cục Quản lý chất lượng nông, lâm, thủy sản Lê Bá Vinh đến dự.")
    assert held(context) == {("Lê Bá Vinh", "Cục trưởng", "Cục Quản lý chất lượng nông, lâm, thủy sản")}


def test_a_standing_member_is_of_the_party_committee_not_of_its_board(read: Read) -> None:
    told = "Bà Hà Thị Sen, Ủy viên Thường vụ, Trưởng Ban Dân vận Tỉnh ủy Nghệ An, và ông Lê Bá Vinh"
    own = "Phó Trưởng ban, Chánh Văn phòng Ban Dân vận Tỉnh ủy Nghệ An, đến dự."
    found = held(read(f"{told}, {own}"))
    assert ("Hà Thị Sen", "Ủy viên Thường vụ", "Tỉnh ủy Nghệ An") in found
    assert ("Hà Thị Sen", "Trưởng Ban", "Ban Dân vận Tỉnh ủy Nghệ An") in found
    assert not [role for name, role, body in found if name == "Lê Bá Vinh" and body == "Tỉnh ủy Nghệ An"]


def test_the_only_body_of_a_text_need_not_be_that_of_a_post_long_over(read: Read) -> None:
    lead = "Bộ Y tế họp tại Hà Nội."
    assert ("Lê Bá Vinh", "Bộ trưởng", "Bộ Y tế") in held(read(lead, "Bộ trưởng Lê Bá Vinh dự họp."))
    assert ("Lê Bá Vinh", "Bộ trưởng", "Bộ Y tế") not in held(read(lead, "Nguyên Bộ trưởng Lê Bá Vinh kể chuyện."))


def test_who_leads_a_team_holds_a_post_in_it(read: Read) -> None:
    context = read(
        "Sáng 5/7, đoàn kiểm tra công vụ huyện (5 người) do Phó Giám đốc Sở A Lê Bá Vinh làm trưởng đoàn đến."
    )
    assert ("Lê Bá Vinh", "trưởng đoàn", "đoàn kiểm tra công vụ huyện") in held(context)


def test_who_tells_of_a_team_and_leads_another_does_not_lead_it(read: Read) -> None:
    context = read("Đoàn kiểm tra công vụ huyện làm việc với ông Lê Bá Vinh, người từng làm trưởng đoàn.")
    assert not any(role == "trưởng đoàn" for _, role, _ in held(context))


def test_a_post_told_again_in_short_is_the_same(read: Read) -> None:
    context = read(
        "Ông Lê Bá Vinh, Giám đốc Sở Tài nguyên và Môi trường Hà Nam, đến dự.",
        "Giám đốc Sở TN-MT Hà Nam Lê Bá Vinh trao quà.",
    )
    assert held(context) == {("Lê Bá Vinh", "Giám đốc", "Sở Tài nguyên và Môi trường Hà Nam")}


def test_a_post_at_another_body_that_begins_alike_is_another(read: Read) -> None:
    context = read(
        "Ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh, đến dự.",
        "Ông Lê Bá Vinh cũng là Chủ tịch Hội Nông dân xã An Khánh.",
    )
    assert len(held(context)) == 2


def test_the_front_and_its_committee_are_one(read: Read) -> None:
    context = read("Chủ tịch Ủy ban Trung ương MTTQ Việt Nam Lê Bá Vinh đến dự.", "Chủ tịch MTTQ Lê Bá Vinh trao quà.")
    assert held(context) == {("Lê Bá Vinh", "Chủ tịch", "Ủy ban Trung ương MTTQ Việt Nam")}


def test_one_post_after_another_is_read_behind_then(read: Read) -> None:
    context = read("Ông Lê Bá Vinh từng làm Bí thư Huyện ủy Đông Anh rồi Phó Bí thư Thành ủy Hà Nội.")
    assert held(context) == {
        ("Lê Bá Vinh", "Bí thư", "Huyện ủy Đông Anh"),
        ("Lê Bá Vinh", "Phó Bí thư", "Thành ủy Hà Nội"),
    }


def test_a_minister_beside_the_head_of_an_office_is_no_minister_of_the_office(read: Read) -> None:
    context = read("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Bá Vinh đến dự.")
    assert held(context) == {("Lê Bá Vinh", "Chủ nhiệm", "Văn phòng Chính phủ")}
    context = read("Phó Giám đốc, Chủ nhiệm Văn phòng Chính phủ Lê Bá Vinh đến dự.")
    assert ("Lê Bá Vinh", "Phó Giám đốc", "Văn phòng Chính phủ") in held(context)


def test_a_secretary_beside_the_chairman_of_a_province_is_of_its_party_committee(read: Read) -> None:
    context = read("Ông Lê Bá Vinh, nguyên Bí thư, nguyên Chủ tịch UBND tỉnh Hà Nam, đến dự.")
    assert ("Lê Bá Vinh", "Bí thư", "Tỉnh ủy Hà Nam") in held(context)
