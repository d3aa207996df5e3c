"""Percentages and the amounts beside them, in sentences of our own."""

from __future__ import annotations

import pytest

from hbtgraph.contradictions.bases import Bases
from hbtgraph.contradictions.claims import Sheet
from hbtgraph.contradictions.ratios import RatioCheck, ratio_checks
from hbtgraph.sources.text import article_of


def checks(*sentences: str) -> list[RatioCheck]:
    text = "---\ntitle: Tin ngày thường\n---\n" + "\n\n".join(sentences) + "\n"
    article = article_of(text, name="a", where="a")
    return list(ratio_checks(article, Bases(article, Sheet(()))))


def only(sentence: str) -> RatioCheck:
    (check,) = checks(sentence)
    return check


@pytest.mark.parametrize(
    ("sentence", "computed"),
    [
        ("Có 81/96 hộ ký cam kết, đạt tỷ lệ 84,4%.", "84,375%"),
        ("Quận thu 8.602,658 tỷ đồng, đạt 79% dự toán (10.889,4 tỷ đồng).", "79%"),
        ("Trong tổng số 28 chỉ tiêu có 18 chỉ tiêu vượt, đạt 64,3%.", "64,286%"),
        ("Cả năm có 322 vụ, tăng 180 vụ (tăng 126,8% so với cùng kỳ).", "126,761%"),
        ("Diện tích rừng giảm 7,9%, từ 194.723 ha năm 2011 còn 179.384 ha năm 2016.", "7,877%"),
        ("Phường thu 103 tỷ đồng, tăng 3% so với năm trước (100 tỷ đồng).", "3%"),
    ],
)
def test_a_ratio_that_its_amounts_give_is_right(sentence: str, computed: str) -> None:
    check = only(sentence)
    assert (check.verdict, check.computed, check.difference) == ("right", computed, "")


@pytest.mark.parametrize(
    ("sentence", "computed", "difference"),
    [
        ("Có 81/96 hộ ký cam kết, đạt tỷ lệ 85,4%.", "84,375%", "1,025"),
        ("Quận thu 8.602,658 tỷ đồng, đạt 79% dự toán (10.000,5 tỷ đồng).", "86,02%", "7,02"),
        ("Cả năm có 149 vụ, giảm 18 vụ (giảm 13,7% so với cùng kỳ).", "10,778%", "2,922"),
    ],
)
def test_a_ratio_off_by_more_than_its_last_digit_is_wrong(sentence: str, computed: str, difference: str) -> None:
    check = only(sentence)
    assert (check.verdict, check.computed, check.difference) == ("wrong", computed, difference)


def test_where_the_base_is_not_stated_it_is_what_the_numbers_imply() -> None:
    plan = only("Quận thu 8.602,658 tỷ đồng, đạt 79% dự toán.")
    assert (plan.verdict, plan.base_words, plan.implied) == ("base-not-stated", "dự toán", "10.889,441 tỷ đồng")
    before = only("Quận thu 507 tỷ đồng, tăng 1,4% so với cùng kỳ.")
    assert (before.base_words, before.implied) == ("cùng kỳ", "500 tỷ đồng")


def test_a_change_is_no_part_of_the_plan() -> None:
    assert checks("Số hộ nghèo giảm 157 hộ, đạt 6,5% kế hoạch.") == []


def test_amounts_of_two_kinds_are_not_compared() -> None:
    assert checks("Trong tổng số 28 phường có 18 nhà văn hóa, đạt 40%.") == []


def test_words_that_limit_a_number_leave_room() -> None:
    assert only("Có hơn 12.000 khách, tăng 8,4% so với hôm trước (khoảng 11.000 khách).").verdict == "right"


def test_the_words_of_a_check_hold_all_its_numbers() -> None:
    check = only("Năm nay quận thu 8.602,658 tỷ đồng, đạt 79% dự toán (10.889,4 tỷ đồng).")
    assert check.words == "8.602,658 tỷ đồng, đạt 79% dự toán (10.889,4 tỷ đồng"
