"""Which period and which area a figure is told of, and where none is better than a wrong one."""

from __future__ import annotations

import pytest


def _periods(found, *lines: str) -> list[str | None]:
    return [figure.period for figure in found(*lines)]


def test_a_year_goes_on_in_the_sentences_behind_it_and_a_day_or_a_month_does_not(found) -> None:
    behind = "Quận đã trồng 900 cây xanh."
    assert _periods(found, f"Năm 2019, quận mở rộng công viên. {behind}") == ["Năm 2019"]
    assert _periods(found, f"Tháng 5/2019, quận mở rộng công viên. {behind}") == [None]


def test_a_span_goes_on_in_the_next_sentence_only(found) -> None:
    first, further = "Đến nay, quận đã mở rộng công viên.", "Quận trồng 900 cây xanh."
    assert _periods(found, f"{first} {further}") == ["Đến nay"]
    assert _periods(found, f"{first} Người dân rất phấn khởi. {further}") == [None]


def test_a_size_is_of_no_period_that_another_sentence_tells(found) -> None:
    sized, spent = "Vườn hoa của quận rộng 8 ha.", "Quận chi 8 tỷ đồng cho vườn hoa."
    assert _periods(found, f"Năm 2019, quận mở rộng công viên. {sized}") == [None]
    assert _periods(found, f"Năm 2019, quận mở rộng công viên. {spent}") == ["Năm 2019"]


@pytest.mark.parametrize("words", ["Công an quận phát hiện tại chợ", "Công an quận bắt kẻ sinh năm 1979 và thu giữ"])
def test_words_that_only_look_like_a_period_are_none(found, words: str) -> None:
    assert set(_periods(found, f"{words} 300 thùng hàng giả.")) == {None}


def _areas(found, *lines: str) -> list[str | None]:
    return [figure.area for figure in found(*lines)]


def test_what_is_told_of_the_country_is_not_told_of_the_unit_of_the_article(found) -> None:
    opening = "Ngày qua, quận Hồng Bàng tổ chức hội nghị."
    assert _areas(found, opening, "Nhà nước đã hỗ trợ 40 doanh nghiệp khó khăn.") == [None]
    assert _areas(found, opening, "Ủy ban đã hỗ trợ 40 doanh nghiệp khó khăn.") == ["quận Hồng Bàng"]


def test_units_of_one_level_in_a_list_are_the_area_together(found) -> None:
    assert _areas(found, "Tại quận Hồng Bàng và quận Lê Chân có 40 hộ nghèo.") == ["quận Hồng Bàng và quận Lê Chân"]
    assert _areas(found, "Tại quận Hồng Bàng, thành phố Hải Phòng có 40 hộ nghèo.") == ["quận Hồng Bàng"]


def test_a_part_of_a_longer_name_is_no_area(found) -> None:
    opening = "Sáng nay, tỉnh Quảng Nam khởi công dự án. Lãnh đạo tỉnh Quảng Nam dự lễ."
    assert _areas(found, opening, "Khu nghỉ dưỡng Nam Hội An có 40 công trình ven biển.") == ["tỉnh Quảng Nam"]
    assert _areas(found, opening, "Phố cổ ở Hội An có 40 công trình ven biển.") == ["Hội An"]


def test_where_somebody_lives_is_no_area(found) -> None:
    words = "Cơ quan điều tra làm việc với nhóm người trú tại xã Yên Sở."
    opening = "Sáng nay, quận Hồng Bàng họp báo. Lãnh đạo quận Hồng Bàng dự họp."
    assert _areas(found, opening, f"{words} Lực lượng thu giữ 40 thùng hàng.") == ["quận Hồng Bàng"]


def test_what_a_body_has_is_told_of_the_body(found) -> None:
    opening = "Sáng nay, thành phố Hải Phòng họp báo."
    assert _areas(found, opening, "Sở Nội vụ Hải Phòng hiện có 8 phó giám đốc.") == ["Sở Nội vụ Hải Phòng"]
    assert _areas(found, opening, "Theo Sở Nội vụ Hải Phòng, có 80 cán bộ nghỉ hưu.") == ["thành phố Hải Phòng"]


def test_the_offices_of_the_state_are_those_of_the_unit_too(found) -> None:
    opening = "Sáng nay, quận Hồng Bàng tổng kết."
    assert _areas(found, opening, "Cơ quan hành chính nhà nước tiếp nhận 800 hồ sơ đất đai.") == ["quận Hồng Bàng"]


def test_a_share_of_what_the_country_has_is_told_of_the_unit(found) -> None:
    opening = "Sáng nay, tỉnh Cà Mau họp báo."
    assert _areas(found, opening, "Kim ngạch tôm chiếm 33% kim ngạch của cả nước.") == ["tỉnh Cà Mau"]
    assert _areas(found, opening, "Trên cả nước kim ngạch tôm tăng 33%.") == ["cả nước"]


def test_where_a_delegate_was_elected_is_no_area(found) -> None:
    assert _areas(found, "ĐB Lò Văn Sạ (Hòa Bình) nói vốn đường cao tốc Bắc - Nam là 40 tỷ đồng.") == [None]
    assert _areas(found, "Đường tránh (Hòa Bình) có vốn đầu tư xây dựng là 40 tỷ đồng.") == ["Hòa Bình"]


def test_the_name_of_a_street_or_a_newspaper_is_no_area(found) -> None:
    opening = "Sáng nay, tỉnh Quảng Nam họp báo. Lãnh đạo tỉnh Quảng Nam dự họp."
    assert _areas(found, opening, "Trả lời Pháp Luật TP.HCM, Sở cho biết có 40 hộ nghèo.") == ["tỉnh Quảng Nam"]
    assert _areas(found, opening, "Dọc đường Hòa Bình có 40 hộ nghèo.") == ["tỉnh Quảng Nam"]
