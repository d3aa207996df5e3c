"""What the clause before a number tells, and where it begins."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("Quận thống kê; hồ cá rộng thêm, độ mặn tăng; độ đục vượt 3,5 lần.", "độ đục", 3.5),
        (
            "Bà Trần Thị Sen, Giám đốc Sở X, cho biết, phường vừa xử phạt 6 cơ sở ăn uống.",
            "cơ sở ăn uống phường vừa xử phạt",
            6,
        ),
        ("Ông Lê Bá Vinh đề nghị huyện sửa chữa tuyến đường dài 7,5 km.", "huyện sửa chữa tuyến đường dài", 7.5),
        ("Quận chi trả tiền giải phóng mặt bằng 20 tỷ đồng.", "tiền giải phóng mặt bằng", 20),
        ("Dự án của quận có vốn 514 tỷ đồng, gồm cầu chính dài 200 m.", "cầu chính dài", 200),
        ("Kế hoạch quận: tạo việc làm cho 300 lao động, giảm 2% hộ nghèo.", "hộ nghèo", 2),
        (
            "Quận nâng tổng số trường đạt chuẩn lên 58/72 trường (tỷ lệ 80,6%).",
            "tỷ lệ trường đạt chuẩn",
            80.6,
        ),
        ("Phường có 4 trường học, 2 chợ và 15 doanh nghiệp.", "doanh nghiệp Phường", 15),
    ],
)
def test_the_clause_says_what_is_measured_and_no_more(found, text: str, indicator: str, value: float) -> None:
    assert (indicator, value) in [(figure.indicator, figure.value) for figure in found(text)]


def test_an_abbreviation_is_told_with_what_it_stands_for(found) -> None:
    *_, last = found("Nước thải của quận có độ màu vượt 3 lần; TSS (tổng chất rắn lơ lửng) vượt 2,5 lần.")
    assert last.indicator == "TSS (tổng chất rắn lơ lửng)"


def test_money_is_not_what_an_area_measures(found) -> None:
    *_, paid = found("UBND phường cho thuê đất công 23 trường hợp, diện tích 45.120 m2, thu tiền 1,8 tỷ đồng.")
    assert (paid.indicator, paid.unit) == ("tiền thu", "tỷ đồng")


def test_those_who_came_with_somebody_are_not_of_his_office(found) -> None:
    assert all(
        "Tâm" not in figure.indicator
        for figure in found("Dự có Chủ tịch UBND quận Long Biên Nguyễn Minh Tâm cùng 250 đại biểu.")
    )
