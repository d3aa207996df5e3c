"""Figures in the words of official reports: points of a percentage, papers granted by the score."""

from __future__ import annotations

import pytest


def test_points_of_a_percentage_are_a_unit_with_their_comparison(found) -> None:
    (figure,) = found("Tỷ lệ hộ nghèo của xã giảm 0,8 điểm % so với cuối năm 2023.")
    assert (figure.indicator, figure.value, figure.unit) == ("Tỷ lệ hộ nghèo của xã", 0.8, "điểm %")
    assert figure.comparison == "giảm so với cuối năm 2023"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Quận đã cấp 45 giấy phép trong quý.", 45, "giấy phép"),
        ("UBND huyện cấp mới 1.240 sổ đỏ trong năm.", 1240, "sổ đỏ"),
        ("Phường tháo dỡ 35 mái che lấn chiếm vỉa hè.", 35, "mái che"),
    ],
)
def test_what_an_office_grants_or_removes_is_counted(found, text: str, value: int, unit: str) -> None:
    assert (value, unit) in [(figure.value, figure.unit) for figure in found(text)]


@pytest.mark.parametrize(
    "text", ["Xã có gió cấp 12 vùng ven biển.", "Huyện báo tin ông A thế chấp 3 sổ đỏ cho người khác vay."]
)
def test_levels_and_what_somebody_pawns_are_no_report(found, text: str) -> None:
    assert not found(text)


def test_the_southern_form_of_a_comparison_is_one_too(found) -> None:
    *_, rise = found("Quận thu ngân sách 320 tỷ đồng, tăng 15% so cùng kỳ năm 2023.")
    assert (rise.indicator, rise.comparison) == ("thu ngân sách", "tăng so cùng kỳ năm 2023")


def test_an_index_says_by_its_name_what_was_measured(found) -> None:
    (growth,) = found("Phó Chủ tịch UBND quận thông tin: GRDP tăng 7,12%.")
    assert (growth.indicator, growth.value, growth.comparison) == ("GRDP", 7.12, "tăng")


def test_what_an_inspection_led_by_somebody_did_is_no_affair_of_his(found) -> None:
    (checked,) = found("Tổ công tác do ông Lê Bá Vinh dẫn đầu, tổ công tác đã rà soát 52 cơ sở trên địa bàn quận.")
    assert (checked.value, checked.unit) == (52, "cơ sở")


def test_a_day_from_which_something_holds_is_the_period(found) -> None:
    (fee,) = found("Từ 1-6, mức phí trông xe của phường là 5.000 đồng/lượt.")
    assert fee.period == "Từ 1-6"
