"""Totals whose unit is the noun before the number."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        (
            "Tổng số hồ sơ đã tiếp nhận là 1.240.",
            ("Tổng số hồ sơ đã tiếp nhận", 1240, "hồ sơ"),
        ),
        (
            "Quận đã rà soát, số hộ dân thuộc diện giải tỏa đạt 315 (năm trước chưa rà soát).",
            ("số hộ dân thuộc diện giải tỏa", 315, "hộ dân"),
        ),
        (
            "Số học sinh tốt nghiệp: 2.450, trong đó có nhiều em đạt loại giỏi.",
            ("Số học sinh tốt nghiệp", 2450, "học sinh"),
        ),
        (
            "Số người kê khai tài sản năm 2016 là 871.",
            ("Số người kê khai tài sản năm 2016", 871, "người"),
        ),
    ],
)
def test_a_bare_number_counts_the_noun_that_is_told_before_it(
    found, sentence: str, figure: tuple[str, float, str]
) -> None:
    assert figure in [(f.indicator, f.value, f.unit) for f in found(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Số hồ sơ tăng trong giai đoạn đến 2030.",
        "Số học sinh tăng nhiều ở các quận: 12, Gò Sen, Bình Lâm.",
        "Số phương tiện trên địa bàn là rất lớn.",
    ],
)
def test_a_year_a_name_or_no_number_counts_nothing(found, sentence: str) -> None:
    assert not found(sentence)


def test_a_number_between_belongs_to_the_noun_itself(found) -> None:
    told = [
        (f.indicator, f.value, f.unit)
        for f in found("Tổng số cán bộ coi thi là 1.178 trong đó giảng viên của trường là 367.")
    ]
    assert ("Tổng số cán bộ coi thi", 1178, "cán bộ") in told
    assert all(value != 367 for _, value, _ in told)
