from collections.abc import Callable

import pytest

from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Changes = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("UBND tỉnh bổ nhiệm ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.", "appointed"),
        ("Ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.", "appointed"),
        ("Ông Lê Bá Vinh được điều động, bổ nhiệm giữ chức vụ Giám đốc Sở Y tế Lào Cai.", "appointed"),
        ("Hội đồng bầu ông Lê Bá Vinh làm Giám đốc Sở Y tế Lào Cai.", "elected"),
        ("Ông Lê Bá Vinh được giới thiệu để bầu vào chức vụ Giám đốc Sở Y tế Lào Cai.", "nominated"),
        ("UBND tỉnh điều động ông Lê Bá Vinh đến giữ chức Giám đốc Sở Y tế Lào Cai.", "transferred"),
        ("Bổ nhiệm lại ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.", "reappointed"),
        ("HĐND tỉnh miễn nhiệm chức vụ Giám đốc Sở Y tế Lào Cai đối với ông Lê Bá Vinh.", "dismissed"),
        ("HĐND tỉnh miễn nhiệm ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.", "dismissed"),
        ("Ông Lê Bá Vinh thôi giữ chức Giám đốc Sở Y tế Lào Cai.", "dismissed"),
        ("Ông Lê Bá Vinh xin thôi giữ chức Giám đốc Sở Y tế Lào Cai.", "resigned"),
        ("Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, bị kỷ luật khiển trách.", "disciplined"),
        ("Khiển trách ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.", "disciplined"),
    ],
)
def test_each_action_is_told_by_its_words(read: Read, changes: Changes, text: str, action: str) -> None:
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", action)]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND tỉnh Lê Bá Vinh bổ nhiệm Giám đốc Sở Y tế Lào Cai.",
        "Ông Lê Bá Vinh nói việc bổ nhiệm Giám đốc Sở Y tế Lào Cai là đúng.",
        "Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, nói về việc kỷ luật cấp dưới.",
        "Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, đến dự.",
    ],
)
def test_who_appoints_or_speaks_of_it_is_not_appointed(read: Read, changes: Changes, text: str) -> None:
    assert changes(read(text)) == []


def test_the_post_that_is_left_is_not_the_one_taken_up(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh, Bí thư Huyện ủy Bắc Hà, được bổ nhiệm giữ chức Giám đốc Sở Y tế Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed")]


def test_a_seat_in_a_committee_is_a_post(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh được chỉ định tham gia Ban Chấp hành, Ban Thường vụ Huyện ủy Bắc Hà."
    assert changes(read(text)) == [
        ("Lê Bá Vinh", "Ủy viên", "Ban Chấp hành Huyện ủy Bắc Hà", "appointed"),
        ("Lê Bá Vinh", "Ủy viên", "Ban Thường vụ Huyện ủy Bắc Hà", "appointed"),
    ]


def test_the_post_from_which_somebody_comes_is_not_taken_up(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh được điều động từ chức vụ Bí thư Huyện ủy Bắc Hà về làm Giám đốc Sở Y tế Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "transferred")]


def test_a_change_told_twice_in_other_words_is_told_once(read: Read, changes: Changes) -> None:
    text = (
        "Ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Lào Cai. "
        "Quyết định bổ nhiệm ông Lê Bá Vinh giữ chức GĐ Sở Y tế Lào Cai có hiệu lực."
    )
    assert len(changes(read(text))) == 1


@pytest.mark.parametrize("into", ["kiêm nhiệm", "kiêm giữ chức", "kiêm nhiệm chức vụ"])
def test_a_post_held_beside_another_is_taken_up_too(read: Read, changes: Changes, into: str) -> None:
    context = read(f"Ông Lê Bá Vinh được phân công {into} Trưởng Ban Dân vận Huyện ủy Bắc Hà.")
    assert changes(context) == [("Lê Bá Vinh", "Trưởng Ban", "Ban Dân vận Huyện ủy Bắc Hà", "appointed")]


def test_who_is_named_before_the_giver_of_a_post_takes_it_up(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh được Sở Nông nghiệp và PTNT Lào Cai bổ nhiệm làm Hạt trưởng Hạt Kiểm lâm Bắc Hà."
    assert changes(read(text)) == [("Lê Bá Vinh", "Hạt trưởng", "Hạt Kiểm lâm Bắc Hà", "appointed")]


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh tạm dừng việc bổ nhiệm lại ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.",
        "HĐND bầu 2 Phó Chủ tịch HĐND tỉnh Lào Cai, miễn nhiệm nhiều người, nghe báo cáo đối với ông Lê Bá Vinh.",
    ],
)
def test_what_is_called_off_or_told_of_others_is_no_change(read: Read, changes: Changes, text: str) -> None:
    assert changes(read(text)) == []


def test_new_duties_are_a_post_taken_up(read: Read, changes: Changes) -> None:
    found = changes(
        read("Ông Lê Bá Vinh thôi giữ chức Bí thư Huyện ủy Hoài Đức và nhận nhiệm vụ mới là Giám đốc Sở Y tế Lào Cai.")
    )
    assert found == [
        ("Lê Bá Vinh", "Bí thư", "Huyện ủy Hoài Đức", "dismissed"),
        ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
    ]


def test_the_post_held_before_a_change_is_not_taken_up_by_it(read: Read, changes: Changes) -> None:
    text = (
        "Trước khi được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai, ông Lê Bá Vinh đã có nhiều năm làm "
        "Phó Giám đốc Bệnh viện Đa khoa Bắc Hà."
    )
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed")]


def test_the_post_of_the_next_name_is_not_given_with_the_row_before_it(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh được cử làm Bí thư Huyện ủy Bắc Hà, Phó Chủ tịch UBND tỉnh Lào Cai Ngô Văn Tám chủ trì."
    assert [(person, role) for person, role, _, _ in changes(read(text))] == [("Lê Bá Vinh", "Bí thư")]


def test_a_pronoun_behind_the_verb_stands_for_who_was_named_before(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh sinh năm 1970. Năm 2012, UBND tỉnh bổ nhiệm ông làm Giám đốc Sở Y tế Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed")]


def test_an_election_that_is_prepared_is_a_nomination(read: Read, changes: Changes) -> None:
    text = "Tỉnh ủy giới thiệu ông Lê Bá Vinh để HĐND tỉnh bầu giữ chức vụ Chủ tịch UBND tỉnh Lào Cai."
    assert changes(read(text)) == [("Lê Bá Vinh", "Chủ tịch", "UBND tỉnh Lào Cai", "nominated")]


def test_who_calls_for_a_loss_does_not_suffer_it(read: Read, changes: Changes) -> None:
    text = "Chủ tịch UBND tỉnh Lào Cai Lê Bá Vinh yêu cầu làm rõ; đồng thời cách chức Hiệu trưởng Trường THPT Sao Mai."
    assert changes(read(text)) == []


def test_a_post_without_body_is_at_that_of_the_same_person(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh, Chi cục trưởng Chi cục Thủy lợi Lào Cai, nói. Ông được bổ nhiệm Chi cục trưởng từ 2015."
    assert changes(read(text)) == [("Lê Bá Vinh", "Chi cục trưởng", "Chi cục Thủy lợi Lào Cai", "appointed")]


def test_kin_of_a_holder_resigns_no_post(read: Read, changes: Changes) -> None:
    text = "Ông Trần Văn Tư, anh trai Chủ tịch UBND xã An Khánh Lê Bá Vinh, xin từ chức."
    assert [change for change in changes(read(text)) if change[0] == "Lê Bá Vinh"] == []


def test_who_tells_of_an_appointment_is_not_appointed(read: Read, changes: Changes) -> None:
    text = "Về việc ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai, Bí thư Tỉnh ủy Lào Cai cho biết đã rõ."
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed")]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Tháng 5/2019, ông Lê Bá Vinh được bầu vào Bộ Chính trị.", ("Ủy viên", "Bộ Chính trị", "elected")),
        (
            "Lãnh đạo tỉnh trao quyết định cho ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.",
            ("Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        (
            "UBND tỉnh trao quyết định nghỉ hưu cho ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai.",
            ("Giám đốc", "Sở Y tế Lào Cai", "retired"),
        ),
        (
            "UBND tỉnh cử ông Lê Bá Vinh làm Giám đốc Sở Y tế Lào Cai.",
            ("Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        (
            "Sở đã kỷ luật mức cách chức đối với ông Lê Bá Vinh (Giám đốc Trung tâm Y tế huyện Sa Pa).",
            ("Giám đốc", "Trung tâm Y tế huyện Sa Pa", "dismissed"),
        ),
        (
            "Ông Lê Bá Vinh được chỉ định giữ chức Bí thư Đảng đoàn Hội Nông dân tỉnh Lào Cai.",
            ("Bí thư", "Đảng đoàn Hội Nông dân tỉnh Lào Cai", "appointed"),
        ),
    ],
)
def test_seats_decisions_and_measures_are_changes_too(
    read: Read, changes: Changes, text: str, change: tuple[str, str, str]
) -> None:
    assert changes(read(text)) == [("Lê Bá Vinh", *change)]


@pytest.mark.parametrize(
    "text",
    [
        "Phó Chủ tịch UBND tỉnh Lào Cai Lê Bá Vinh trao quyết định nghỉ hưu cho lãnh đạo các sở.",
        "Cử tri đề xuất bầu bổ sung ông Lê Bá Vinh vào Bộ Chính trị.",
        "Xã đã cử ông Lê Bá Vinh, Phó Chủ tịch UBND xã Bản Lầu xuống hiện trường.",
    ],
)
def test_who_hands_over_is_sent_or_is_only_asked_for_takes_no_post(read: Read, changes: Changes, text: str) -> None:
    assert changes(read(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # the giver behind "được", the post of the subject in apposition, somebody else who makes room
            "Đồng chí Lê Bá Vinh, Bí thư Huyện ủy Bắc Hà được Ban Thường vụ Tỉnh ủy luân chuyển, phân công giữ chức"
            " Giám đốc Sở Y tế Lào Cai thay đồng chí Trần Văn Cường chuyển công tác khác.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "transferred"),
        ),
        (
            "Khi được Tỉnh ủy phân công làm Giám đốc Sở Y tế Lào Cai, ngay những ngày đầu, ông Lê Bá Vinh đi cơ sở.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        (
            "Ông Lê Bá Vinh được giao quyền Giám đốc Sở Y tế Lào Cai.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        ("Ông Lê Bá Vinh thôi Giám đốc Sở Y tế Lào Cai.", ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "dismissed")),
        (
            "UBND tỉnh trao quyết định nghỉ hưởng chế độ hưu trí cho ông Lê Bá Vinh - Giám đốc Sở Y tế Lào Cai.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "retired"),
        ),
        (
            "Ông Lê Bá Vinh kế nhiệm ông Trần Văn Cường làm Giám đốc Sở Y tế Lào Cai.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        (
            "Tỉnh ủy điều động ông Lê Bá Vinh thay ông Trần Văn Cường làm Giám đốc Sở Y tế Lào Cai.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "transferred"),
        ),
    ],
)
def test_who_makes_room_or_gives_the_post_does_not_get_it(
    read: Read, changes: Changes, text: str, told: tuple[str, str, str, str]
) -> None:
    assert changes(read(text)) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, được bổ nhiệm khi chưa đủ điều kiện.",
        "Thanh tra xem lại việc bổ nhiệm Giám đốc Sở Y tế Lào Cai Lê Bá Vinh.",
        "Thanh tra xem lại việc bổ nhiệm ông Lê Bá Vinh (Giám đốc Sở Y tế Lào Cai) từ năm 2012.",
    ],
)
def test_who_has_the_post_is_told_to_have_been_given_it(read: Read, changes: Changes, text: str) -> None:
    assert changes(read(text)) == [("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed")]


def test_the_post_that_somebody_has_is_not_the_one_that_follows(read: Read, changes: Changes) -> None:
    assert changes(read("UBND tỉnh bổ nhiệm ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, vào vị trí cao hơn.")) == []


def test_a_post_may_be_taken_from_a_pronoun(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh là Phó trưởng khoa Luật Trường Đại học Lào Cai. Trường đã cách chức Phó trưởng khoa của ông."
    assert [(person, action) for person, _, _, action in changes(read(text))] == [("Lê Bá Vinh", "dismissed")]


def test_the_particle_is_no_verb(read: Read, changes: Changes) -> None:
    assert changes(read("Ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai, nói đó mới chỉ là ý kiến thôi.")) == []


def test_a_seat_is_given_by_the_verb_before_it_in_the_committee_behind_it(read: Read, changes: Changes) -> None:
    text = (
        "Ban Thường vụ Huyện ủy Bắc Hà luân chuyển đồng chí Lê Bá Vinh, Phó Chánh Văn phòng Huyện ủy đến công tác tại"
        " xã Tả Phìn, chỉ định tham gia Ban Chấp hành, giữ chức Bí thư Đảng ủy xã Tả Phìn."
    )
    assert changes(read(text)) == [
        ("Lê Bá Vinh", "Bí thư", "Đảng ủy xã Tả Phìn", "appointed"),
        ("Lê Bá Vinh", "Ủy viên", "Ban Chấp hành Đảng ủy xã Tả Phìn", "appointed"),
    ]


def test_a_seat_may_be_left(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh thôi tham gia Ban Thường vụ Huyện ủy Bắc Hà."
    assert changes(read(text)) == [("Lê Bá Vinh", "Ủy viên", "Ban Thường vụ Huyện ủy Bắc Hà", "dismissed")]


def test_what_is_asked_for_has_not_come_about(read: Read, changes: Changes) -> None:
    assert changes(read("Sở Nội vụ đề nghị bổ nhiệm ông Lê Bá Vinh làm Giám đốc Sở Y tế Lào Cai.")) == []


def test_a_loose_verb_does_not_make_another_change(read: Read, changes: Changes) -> None:
    text = "Hội nghị hiệp thương nhất trí cử ông Lê Bá Vinh làm Chủ tịch Ủy ban MTTQ tỉnh Lào Cai."
    again = "Nghị quyết cử ông Lê Bá Vinh làm Chủ tịch Ủy ban MTTQ tỉnh Lào Cai được thông qua."
    assert [action for *_, action in changes(read(text, again))] == ["elected"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Việc điều động ông Lê Bá Vinh từ Sở Nội vụ về làm Giám đốc Sở Y tế Lào Cai là đúng.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "transferred"),
        ),
        (
            "UBND tỉnh tiếp nhận ông Lê Bá Vinh, Vụ trưởng Vụ Pháp chế và bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        (
            "Ông Lê Bá Vinh, 45 tuổi, được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai thay cho ông Trần Văn Cường.",
            ("Lê Bá Vinh", "Giám đốc", "Sở Y tế Lào Cai", "appointed"),
        ),
        (
            "Hội nghị giới thiệu ông Lê Bá Vinh ứng cử đại biểu HĐND tỉnh Lào Cai.",
            ("Lê Bá Vinh", "đại biểu", "HĐND tỉnh Lào Cai", "nominated"),
        ),
        (
            "Ông Lê Bá Vinh nhận nhiệm vụ Trưởng ban Dân vận Tỉnh ủy Lào Cai.",
            ("Lê Bá Vinh", "Trưởng ban", "Ban Dân vận Tỉnh ủy Lào Cai", "appointed"),
        ),
    ],
)
def test_the_first_verb_tells_how_the_person_between_where_to(
    read: Read, changes: Changes, text: str, told: tuple[str, str, str, str]
) -> None:
    assert changes(read(text)) == [told]


def test_a_post_may_begin_like_the_end_of_chuc_vu(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh được bổ nhiệm giữ chức Vụ trưởng Vụ Pháp chế."
    assert changes(read(text)) == [("Lê Bá Vinh", "Vụ trưởng", "Vụ Pháp chế", "appointed")]


def test_brothers_are_nobody_named_before(read: Read, changes: Changes) -> None:
    text = "Ông Lê Bá Vinh nói. Anh em từ công nhân lên làm Giám đốc Công ty Sông Đà cũng có."
    assert changes(read(text)) == []


def test_a_party_committee_without_a_place_is_that_of_the_post_behind_it(read: Read, changes: Changes) -> None:
    text = (
        "Bộ Chính trị chỉ định ông Vi Văn Páo, Phó Bí thư Tỉnh ủy Hà Giang tham gia Ban Chấp hành, Ban Thường vụ"
        " Tỉnh ủy và giữ chức Bí thư Tỉnh ủy Lạng Sơn."
    )
    assert {body for _, role, body, _ in changes(read(text)) if role == "Ủy viên"} == {
        "Ban Chấp hành Tỉnh ủy Lạng Sơn",
        "Ban Thường vụ Tỉnh ủy Lạng Sơn",
    }


@pytest.mark.parametrize(("of", "action"), [("hết các chức vụ trong Đảng", "disciplined"), ("chức", "dismissed")])
def test_losing_ones_seats_in_the_party_costs_no_other_post(read: Read, of: str, action: str) -> None:
    text = f"Tỉnh ủy Lào Cai quyết định cách {of} đối với ông Lê Bá Vinh, Giám đốc Sở Y tế Lào Cai."
    assert [change.action for change in appointments(read(text))] == [action]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sở Y tế đề nghị UBND quận cho ông Đỗ Văn Tám được phân công làm Giám đốc Bệnh viện Đông Đô.", False),
        ("Ông Đỗ Văn Tám xin lãnh đạo Sở Y tế cho được bổ nhiệm làm Giám đốc Bệnh viện Đông Đô.", False),
        ("Theo đề nghị của Sở Y tế, ông Đỗ Văn Tám được bổ nhiệm làm Giám đốc Bệnh viện Đông Đô.", True),
        ("Trước khi được bổ nhiệm, ông Đỗ Văn Tám là Giám đốc Bệnh viện Đông Đô.", False),
        ("Trước khi được bổ nhiệm làm Giám đốc Bệnh viện Đông Đô, ông Đỗ Văn Tám đã nghỉ.", True),
    ],
)
def test_what_is_only_asked_for_or_comes_later_is_no_change(read, changes, text: str, told: bool) -> None:
    assert bool(changes(read(text))) is told


@pytest.mark.parametrize(
    ("why", "action"),
    [
        ("theo đơn của ông", "resigned"),
        ("và xin thôi việc", "resigned"),
        ("theo quyết định của quận", "dismissed"),
    ],
)
def test_who_asked_to_leave_his_post_resigns(read, changes, why: str, action: str) -> None:
    text = f"Ông Đỗ Văn Tám thôi giữ chức Giám đốc Bệnh viện Đông Đô {why}."
    assert [change[3] for change in changes(read(text))] == [action]


def test_a_council_keeps_the_row_of_its_work(read, changes) -> None:
    text = "Ông Đỗ Văn Tám được phân công làm Phó Chủ tịch Hội đồng Bồi thường, hỗ trợ và tái định cư quận Tây Hồ."
    assert [change[2] for change in changes(read(text))] == ["Hội đồng Bồi thường, hỗ trợ và tái định cư quận Tây Hồ"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Các ông Đỗ Văn Tám, Lê Văn Sáu được bổ nhiệm làm Phó Giám đốc Sở Y tế Hà Nội.", ["Đỗ Văn Tám", "Lê Văn Sáu"]),
        ("Ông Đỗ Văn Tám nói, Lê Văn Sáu được bổ nhiệm làm Phó Giám đốc Sở Y tế Hà Nội.", ["Lê Văn Sáu"]),
        ("Ông Đỗ Văn Tám không trúng cử Chủ tịch UBND phường Kim Liên.", []),
        ("Quận ủy đang xem xét bổ nhiệm ông Đỗ Văn Tám làm Giám đốc Bệnh viện Đông Đô.", []),
        ("Sở Y tế đề nghị Quận ủy xem xét, thi hành kỷ luật ông Đỗ Văn Tám, Giám đốc Bệnh viện Đông Đô.", []),
        ("Quận ủy thi hành kỷ luật ông Đỗ Văn Tám, Giám đốc Bệnh viện Đông Đô.", ["Đỗ Văn Tám"]),
        (
            "HĐND phường Kim Liên bầu ông Đỗ Văn Tám làm Chủ tịch và bà Lê Thị Bảy làm Phó Chủ tịch UBND phường.",
            ["Đỗ Văn Tám", "Lê Thị Bảy"],
        ),
        ("Ông Đỗ Văn Tám được Thành ủy cho thôi tham gia Ban Thường vụ Quận ủy Tây Hồ.", ["Đỗ Văn Tám"]),
    ],
)
def test_rows_and_what_does_not_come_about(read, changes, text: str, people: list[str]) -> None:
    assert [change[0] for change in changes(read(text))] == people
