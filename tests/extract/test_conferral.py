"""Who gives an honour, in which order it is told, and what is taken back."""

from __future__ import annotations

import pytest

from hbtgraph.extract.awards import awards
from hbtgraph.model import Award


def found(read, *paragraphs: str) -> list[Award]:
    return list(awards(read(*paragraphs)))


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND quận Long Biên đã ký quyết định tặng Giấy khen cho bà Đỗ Thị Bảy.",
        "UBND quận Long Biên vừa ra quyết định số 12/QĐ-UBND về việc tặng Giấy khen cho bà Đỗ Thị Bảy.",
        "Ông Phạm Hữu Tài - Chủ tịch UBND quận Long Biên - trao Giấy khen cho bà Đỗ Thị Bảy.",
        "Ông Phạm Hữu Tài, Chủ tịch UBND quận Long Biên đã đến thăm, tặng hoa và thưởng nóng bà Đỗ Thị Bảy.",
    ],
)
def test_a_decision_a_post_or_a_visit_may_stand_before_the_verb(read, text: str) -> None:
    (award,) = found(read, text)
    assert (award.recipient, award.conferrer) == ("Đỗ Thị Bảy", "UBND quận Long Biên")


def test_the_giver_of_a_second_honour_is_not_the_clause_before_it(read) -> None:
    text = "Bà Đỗ Thị Bảy được Chủ tịch nước tặng Huân chương Lao động hạng Ba, Thủ tướng Chính phủ tặng Bằng khen."
    assert [(award.honour, award.conferrer) for award in found(read, text)] == [
        ("Huân chương Lao động hạng Ba", "Chủ tịch nước"),
        ("Bằng khen", "Thủ tướng Chính phủ"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sở Y tế đang hoàn thiện hồ sơ trình Chủ tịch nước tặng Huân chương Lao động cho bà Đỗ Thị Bảy.", "proposed"),
        ("Sở Y tế đang xét tặng Bằng khen cho bà Đỗ Thị Bảy.", "proposed"),
        ("Kết thúc chương trình Chủ tịch nước tặng Huân chương Lao động cho bà Đỗ Thị Bảy.", "conferred"),
    ],
)
def test_what_is_laid_before_somebody_is_proposed(read, text: str, status: str) -> None:
    assert [award.status for award in found(read, text)] == [status]


def test_prizes_told_one_after_another_have_one_verb(read) -> None:
    text = "Ban tổ chức trao giải Nhất cho đội phường Đông; giải Nhì cho 3 đội; giải Ba cho bà Đỗ Thị Bảy."
    assert [(award.honour, award.recipient, award.conferrer) for award in found(read, text)] == [
        ("giải Nhất", "đội phường Đông", "Ban tổ chức"),
        ("giải Nhì", "đội", "Ban tổ chức"),
        ("giải Ba", "Đỗ Thị Bảy", "Ban tổ chức"),
    ]
    assert len(found(read, "Ban tổ chức trao giải Nhất cho đội phường Đông; bà Bảy bàn về giải Ba cho thiếu nhi.")) == 1


def test_a_prize_may_be_its_own_subject(read) -> None:
    (award,) = found(read, "Giải thưởng Hoa Sen năm 2016 được trao cho bà Đỗ Thị Bảy.")
    assert (award.honour, award.recipient) == ("Giải thưởng Hoa Sen", "Đỗ Thị Bảy")


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng đã hủy bỏ quyết định tặng Bằng khen đối với ông Lê Văn Sáu.",
        "Chủ tịch nước tước Bằng khen của ông Lê Văn Sáu.",
        "UBND tỉnh thu hồi Bằng khen đã trao cho ông Lê Văn Sáu.",
    ],
)
def test_what_is_taken_back_is_not_counted_among_what_is_given(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Thủ tướng Chính phủ gửi Thư khen cho bà Đỗ Thị Bảy.", ("Thư khen", "Đỗ Thị Bảy")),
        ("Phường Đông đón Cờ thi đua.", ("Cờ thi đua", "Phường Đông")),
    ],
)
def test_verbs_of_many_meanings_honour_where_the_honour_is_their_object(read, text: str, pair: tuple) -> None:
    assert [(award.honour, award.recipient) for award in found(read, text)] == [pair]
    assert found(read, "Bà Đỗ Thị Bảy đón khách tại nhà văn hóa để bàn về Cờ thi đua.") == []


def test_a_group_is_described_by_the_honour_it_has(read) -> None:
    (award,) = found(read, "Quận ủy trao Giấy khen cho 20 chi bộ đạt danh hiệu trong sạch vững mạnh năm 2016.")
    assert (award.honour, award.count) == ("Giấy khen", 20)
    assert award.recipient.startswith("chi bộ đạt danh hiệu trong sạch vững mạnh")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Bà Đỗ Thị Bảy được tôn vinh là “Nông dân giỏi”.", ("Nông dân giỏi", "Đỗ Thị Bảy")),
        (
            "Gia đình bà Đỗ Thị Bảy được công nhận là gia đình văn hóa tiêu biểu.",
            ("gia đình văn hóa tiêu biểu", "Đỗ Thị Bảy"),
        ),
        ("Đội bóng phường Đông giành chức vô địch.", ("chức vô địch", "Đội bóng phường Đông")),
    ],
)
def test_a_title_stands_behind_the_verb_that_gives_it(read, text: str, pair: tuple) -> None:
    assert [(award.honour, award.recipient) for award in found(read, text)] == [pair]


def test_two_who_were_named_together_are_meant_by_two(read) -> None:
    before = "Hai ông Lê Văn Sáu và Phạm Hữu Tài tố cáo sai phạm của bà Đỗ Thị Bảy."
    told = found(read, before, "UBND quận Long Biên tặng Bằng khen cho hai ông.")
    assert [award.recipient for award in told] == ["Lê Văn Sáu", "Phạm Hữu Tài"]
    assert found(read, "Bà Đỗ Thị Bảy đến.", "UBND quận Long Biên tặng Bằng khen cho hai ông.") == []


def test_the_only_one_is_named_and_no_other(read) -> None:
    (award,) = found(read, "Em Lê Văn Sáu là học sinh duy nhất của quận đoạt giải nhất.")
    assert award.recipient == "Lê Văn Sáu"
    assert found(read, "Em Lê Văn Sáu là bạn của những người đoạt giải nhất.") == []


def test_a_description_ends_before_a_bracket_that_it_does_not_close(read) -> None:
    (award,) = found(read, "Phường Đông trao Giấy khen cho các hộ gia đình hiến đất (Ảnh: Văn Bảy).")
    assert award.recipient == "hộ gia đình hiến đất"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Năm 2014, bà Đỗ Thị Bảy được tặng Giấy khen; năm 2015 được tặng Bằng khen.", ["2014", "2015"]),
        ("Bà Đỗ Thị Bảy được tặng Bằng khen năm 2016.", ["2016"]),
        ("Từ năm 2010 đến năm 2016, bà Đỗ Thị Bảy được tặng Bằng khen.", [None]),
        ("Phường tổng kết năm 2016 và trao Bằng khen cho bà Đỗ Thị Bảy.", [None]),
    ],
)
def test_the_year_that_opens_the_clause_is_that_of_the_honour(read, text: str, years: list) -> None:
    assert [award.date for award in found(read, text)] == years


def test_a_school_may_be_named_before_a_dash(read) -> None:
    (award,) = found(read, "Trường Mầm non Hoa Sen đã vươn lên - năm 2016, trường đạt chuẩn quốc gia mức độ 2.")
    assert (award.recipient, award.date) == ("Trường Mầm non Hoa Sen", "2016")


def test_a_body_in_small_letters_is_named_by_its_place(read) -> None:
    (award,) = found(read, "Chủ tịch UBND quận Long Biên đã thưởng nóng cho công an phường Đông 10 triệu đồng.")
    assert (award.recipient, award.conferrer) == ("công an phường Đông", "UBND quận Long Biên")
    assert found(read, "Chủ tịch UBND quận Long Biên đã thưởng nóng cho công an 10 triệu đồng.") == []


def test_what_is_only_weighed_is_no_honour(read) -> None:
    assert found(read, "Nhà nước nên cân nhắc việc phong tặng danh hiệu Anh hùng Lao động cho bà Đỗ Thị Bảy.") == []
