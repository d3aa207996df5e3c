"""Numbers in Vietnamese text."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.model import Span
from hbtgraph.vietnamese.numbers import NumberMention, find_numbers, parse_number, to_dong


def numbers(text: str) -> list[NumberMention]:
    return list(find_numbers(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("8.602,658", "8602.658"),
        ("1.500", "1500"),
        ("1,500", "1.5"),
        ("2.5", "2.5"),
        ("0.125", "0.125"),
        ("12.345.678", "12345678"),
        ("1,234,567.8", "1234567.8"),
        ("79", "79"),
        ("1038,5", "1038.5"),
    ],
)
def test_points_group_and_a_comma_begins_the_decimals(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "một", "1.2.3", "1,2,3", "1.", "-5", "5 %"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(written)


@given(st.integers(0, 10**15), st.integers(0, 999))
def test_a_number_written_the_vietnamese_way_is_read_back(whole: int, thousandths: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{thousandths:03}"
    assert parse_number(written) == Decimal(f"{whole}.{thousandths:03}")


@pytest.mark.parametrize(
    ("value", "unit", "dong"),
    [
        ("8602.658", "tỷ đồng", 8_602_658_000_000),
        ("5", "nghìn tỷ đồng", 5_000_000_000_000),
        ("33.8", "triệu đồng/người/năm", 33_800_000),
        ("25", "triệu đồng mỗi m2", 25_000_000),
        ("15000", "đồng", 15_000),
        ("70", "tỷ", 70_000_000_000),
        ("1.1", "triệu người", None),
        ("2", "tỷ USD", None),
        ("10", "triệu", None),
        ("3", "cây", None),
    ],
)
def test_only_dong_become_an_amount(value: str, unit: str, dong: int | None) -> None:
    assert to_dong(Decimal(value), unit) == dong


def test_qualifiers_are_told_and_belong_to_the_mention() -> None:
    text = "Thu gần 20 tỷ, trồng hơn 1.300 cây, không quá 4 lượt, ít nhất 12 buổi, đúng 7 lần"
    found = numbers(text)
    assert [n.qualifier for n in found] == ["about", "more-than", "up-to", "at-least", "exact"]
    assert found[1].whole.of(text) == "hơn 1.300"
    assert found[1].span.of(text) == "1.300"


def test_ranges_fractions_and_percentages_are_one_mention() -> None:
    span, share, part = numbers("dành 700 - 800 tỷ, tăng 30-40%, đạt 81/96 tiêu chí")
    assert (span.value, span.high, span.of) == (700, 800, None)
    assert (share.value, share.high, share.percent) == (30, 40, True)
    assert (part.value, part.high, part.of) == (81, None, 96)


def test_small_numbers_before_a_unit_are_a_range_and_no_day_of_a_month() -> None:
    assert [(n.value, n.high) for n in numbers("thu nhập 6 - 7 triệu đồng, rộng 2,5-2,7 m2, từ 10-11 m2")] == [
        (6, 7),
        (Decimal("2.5"), Decimal("2.7")),
        (10, 11),
    ]
    assert not numbers("họp từ 6-7 đến chiều")


def test_two_magnitudes_are_one_amount() -> None:
    (number,) = numbers("nộp 61 tỷ 807 triệu đồng vào ngân sách")
    assert (number.value, number.whole) == (61807, Span(4, 13))
    assert [n.value for n in numbers("5 tỷ đồng và 3 tỷ đồng")] == [5, 3]


def test_number_words_count_only_before_a_noun_that_can_be_counted() -> None:
    assert [n.value for n in numbers("ban hành hai văn bản sau năm kỳ họp")] == [2, 5]
    assert not numbers("Hai bên thống nhất; năm nay, ba anh em chị Tư ở phố Bà Triệu")


@pytest.mark.parametrize(
    "text",
    [
        "29/KH-UBND",
        "29-NQ/TW",
        "lớp 11A3",
        "ngày 24-1-2022",
        "ngày 4/7",
        "năm học 2016-2017",
        "dịch Covid-19",
        "24.1.2022",
    ],
)
def test_dates_and_codes_are_no_numbers(text: str) -> None:
    assert not numbers(text)


@given(st.text(alphabet="0123456789.,-–/ %đếnhơ\n", max_size=200))
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    found = numbers(text)
    assert all(0 <= n.whole.start <= n.span.start < n.span.end <= n.whole.end <= len(text) for n in found)
    assert all(a.whole.end <= b.whole.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["1", " ", "A", "1.", "1/", "1-", "1 ", "hơn ", "1.000.", "hai "])
def test_a_hundred_thousand_characters_of_anything_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    numbers(piece * (100_000 // len(piece)))
    assert time.perf_counter() - started < 3
