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
