"""Where an indicator begins and ends: no words adrift that lead on to what is not told, no scrambled order."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # a clause that leads on to what is counted stands in front of it
        ("Quận đã đáp ứng nhu cầu về nước sạch cho 3.000 hộ dân.", "nhu cầu về nước sạch cho hộ dân"),
        ("Quận hoàn thành 30 căn hộ.", "căn hộ quận hoàn thành"),
        # a phrase cut off behind a word that leads on is cut before it
        ("Quận trả lời 30 kiến nghị của ông Nguyễn Văn Tám.", "kiến nghị quận trả lời"),
        ("Quận trả lời 30 kiến nghị của cử tri.", "kiến nghị của cử tri"),
        # "đến" before a number only says that it is many
        ("Quận có đến 30 tuyến phố ngập nặng.", "tuyến phố ngập nặng"),
        # what is given or supposed is no part of it
        ("Nếu quận làm được điều này thì giá thuê đất chừng 40 triệu đồng.", "giá thuê đất"),
        ("Giá thuê đất chừng 40 triệu đồng.", "Giá thuê đất"),
        # a phrase ends at "thì", and at a deed behind a comma
        ("Quận có 30 tuyến phố ngập nặng thì phường A chiếm quá nửa.", "tuyến phố ngập nặng"),
        ("Quận có 30 tuyến phố ngập nặng, tính cả ngõ.", "tuyến phố ngập nặng"),
        # an aside that closes before the number names no quantity
        ("Độ cứng (tổng hàm lượng canxi) của hồ vượt 2,5 lần so với năm 2016.", "Độ cứng của hồ"),
        # the index is no number of things
        ("Chỉ số hài lòng của người dân quận đạt 82%.", "Chỉ số hài lòng của người dân quận"),
        ("Số người dân quận hài lòng đạt 82%.", "Số người dân quận hài lòng"),
    ],
)
def test_an_indicator_says_what_is_told_and_no_more(found, text: str, indicator: str) -> None:
    assert found(text)[0].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # whose a quantity is, with the whole of its name
        (
            "Kênh tiêu nước chính Sông Nhuệ chảy qua địa bàn quận có chiều dài 12 km.",
            "chiều dài Kênh tiêu nước chính Sông Nhuệ chảy qua địa bàn quận",
        ),
        ("Vườn hoa của quận nằm trên diện tích 12 ha.", "diện tích Vườn hoa của quận nằm"),
        # a day is nobody's quantity
        ("Quận ký hợp đồng. Ngày 31/10/2016, đơn giá 52.000 đồng/m3.", "đơn giá"),
    ],
)
def test_whose_a_quantity_is(found, text: str, indicator: str) -> None:
    assert [figure.indicator for figure in found(text)][:1] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # the same quantity of another thing, and money that is paid
        (
            "Diện tích rừng tự nhiên của xã là 20 ha, rừng trồng 30 ha.",
            ["Diện tích rừng tự nhiên của xã", "Diện tích rừng trồng"],
        ),
        (
            "Diện tích đấu giá của huyện là 20 ha, thu về 30 tỷ đồng.",
            ["Diện tích đấu giá của huyện", "số tiền thu về"],
        ),
        # the same at another rate
        ("Thu phí của huyện là 20 tỷ đồng, bình quân 2 tỷ đồng/tháng.", ["Thu phí của huyện", "Thu phí của huyện"]),
        # what something is worth
        ("Xã tịch thu lô hàng giả trị giá 31 triệu đồng.", ["trị giá Xã tịch thu lô hàng giả"]),
    ],
)
def test_a_further_amount_is_of_what_its_own_words_say(found, text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in found(text)] == indicators


@pytest.mark.parametrize(
    ("clauses", "name"),
    [
        ("Quận làm quyết liệt thì trồng được 900 cây xanh.", "Quận trồng được 900 cây xanh."),
    ],
)
def test_clauses_that_run_on_name_nothing(found, clauses: str, name: str) -> None:
    assert not found(clauses)
    assert found(name)


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # what was done with the first of a list was done with the others
        (
            "Công an quận đã thu giữ 16 gói bánh quy, 23 gói kẹo lạc.",
            ["gói bánh quy thu giữ", "gói kẹo lạc thu giữ"],
        ),
        ("Quận đã có 16 gói bánh quy, 23 gói kẹo lạc.", ["gói bánh quy", "gói kẹo lạc"]),
        # what things lack belongs to them
        (
            "Quận có 900 hộ gia đình cán bộ công chức nhà nước chưa có nhà ở.",
            ["hộ gia đình cán bộ công chức nhà nước chưa có nhà ở"],
        ),
        # the hour of the news does not
        ("Quận thẩm định 18 tàu vỏ thép của ngư dân chiều nay.", ["tàu vỏ thép của ngư dân"]),
    ],
)
def test_what_is_told_of_counted_things(found, text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in found(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Quận có 16 bác sĩ nhưng cần 22 bác sĩ.", ["bác sĩ quận", "bác sĩ cần"]),
        ("Quận có 16 bác sĩ giỏi nghề.", ["bác sĩ giỏi nghề"]),
        # a verb before a share of a whole
        (
            "Quận giao 500 tỷ đồng cho phường, đáp ứng được 39% tổng nhu cầu vốn.",
            ["Quận giao cho phường", "đáp ứng tổng nhu cầu vốn"],
        ),
    ],
)
def test_the_first_words_of_a_phrase_pass_over_no_new_clause(found, text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in found(text)] == indicators


def test_a_long_clause_is_not_cut_between_two_syllables_of_one_word(found) -> None:
    rest = "của quận về tuyến phố ven sông Hồng khiến người dân phải trả"
    assert found(f"Mấy tuần nay chủ trương {rest} 40 triệu đồng.")[0].indicator == f"chủ trương {rest}"
    assert found(f"Mấy tuần nay bờ kè {rest} 40 triệu đồng.")[0].indicator == f"kè {rest}"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # of a long clause before a bare noun only the act is told
        ("Lực lượng chức năng của thành phố Hải Phòng đã phát hiện 40 vụ.", "vụ phát hiện"),
        ("Công an quận đã phát hiện 40 vụ.", "vụ Công an quận đã phát hiện"),
    ],
)
def test_the_act_of_a_long_clause(found, text: str, indicator: str) -> None:
    assert found(text)[0].indicator == indicator
