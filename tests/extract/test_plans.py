"""The year that an undated article is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hbtgraph.extract.plans import plain_year, will


@pytest.mark.parametrize(
    "text",
    [
        "Trong 6 tháng đầu năm 2023, quận thu đủ. Ngày 4/7, quận họp.",
        "Quận tổ chức hội thi nấu ăn ngon năm 2023.",
        "Ngày 4/7, quận họp bàn việc sẽ làm từ ngày 1/8/2023.",
        "Chợ hoa xuân Quý Mão 2023 mở ở quận.",
        "Quận lo Tết Quý Mão. Ngày 4/2, quận họp về việc của năm 2023.",
        "Quận lo Tết Quý Mão. Ngày 4/2, quận họp về việc của năm 2022.",
        "Ngày 4/2, quận họp. Cầu sẽ xong trong tháng 9/2023.",
        "Ngày 4/2, quận họp. Quận đón khách dự APEC 2023.",
        "Ngày 4/2, quận họp về Lễ hội Sông Nhuệ 2023.",
        "Ngày 4/2, quận họp. Ao đã cạn từ đầu tháng 1/2023.",
        "Ngày 4/2, quận họp. Cầu hỏng năm 2022, rồi đổ vào tháng 1/2023.",
        "Ngày 4/2, quận họp về Festival Sông Nhuệ lần thứ VI - 2023.",
    ],
)
def test_the_year_of_an_undated_article_is_the_latest_that_a_sign_speaks_for(
    read: Callable[..., Any], text: str
) -> None:
    assert plain_year(read(text, date=None)) == 2023


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 4/2, quận họp. Kết quả thu của năm 2022 cao.",
        "Quận phấn đấu đến năm 2030 không còn nhà dột nát.",
        "Nhiệm kỳ 2020-2025 còn dài.",
        "Quận có kế hoạch năm 2030. Ngày 4/7, quận họp về việc của năm 2023.",
        "Tết Mậu Thân năm ấy làng cháy. Ngày 4/2, quận họp về số thu của năm 2022.",
        "Ngày 4/7, quận họp. Cầu xong từ đầu năm 2021.",
        "Ngày 4/7, quận họp. Ao đã cạn, như tháng 6/2022 đã tin.",
        "Ngày 4/7, quận họp. Phiên trước mở hồi đầu tháng 6/2022.",
        "Ngày 4/7, quận họp về Luật BHXH 2014.",
        "Ngày 4/7, quận họp về bảng xếp hạng PCI 2014.",
        "Ngày 4/7, quận họp. Số nơi tuyển thêm người tăng từ 5% năm 2013 lên 9% năm 2014.",
        "Ngày 4/7, quận họp về luật mới, có hiệu lực thi hành từ ngày 1/7/2024.",
        "Ngày 4/7, quận họp về Lễ hội Sông Nhuệ. Luật 2014 còn hiệu lực.",
    ],
)
def test_a_year_under_review_or_ahead_is_not_taken_for_it(read: Callable[..., Any], text: str) -> None:
    assert plain_year(read(text, date=None)) is None


def test_a_dated_article_needs_no_guess(read: Callable[..., Any]) -> None:
    assert plain_year(read("Quận tổ chức hội thi nấu ăn ngon năm 2022.")) is None


def test_what_was_done_is_not_to_come(read: Callable[..., Any]) -> None:
    context = read("Sau khi chuẩn bị cho chợ, quận đã phối hợp tổ chức hội thi.")
    (sentence,) = context.sentences[1:]
    assert not will(context, sentence, context.plain.index("hội thi"))
    assert will(context, sentence, context.plain.index("quận đã"))
