"""Dates and periods in Vietnamese text."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.model import Span
from hbtgraph.vietnamese.dates import bounds, cycle_years, find_dates
from hbtgraph.vietnamese.periods import find_periods

ANCHOR = date(2022, 10, 23)


def dates(text: str, anchor: date | None = ANCHOR) -> list[str]:
    return [mention.iso for mention in find_dates(text, Span(0, len(text)), anchor)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Kế hoạch ngày 24-1-2022", "2022-01-24"),
        ("ký 24/1/2022", "2022-01-24"),
        ("ký 24.1.2022.", "2022-01-24"),
        ("ngày 24 tháng 1 năm 2022", "2022-01-24"),
        ("từ tháng 3/2017", "2017-03"),
        ("hồi tháng 3 năm 2017", "2017-03"),
        ("kỳ họp 11/2015", "2015-11"),
        ("năm 2021", "2021"),
    ],
)
def test_a_date_with_its_year_keeps_its_precision(text: str, iso: str) -> None:
    assert dates(text) == [iso]
    assert dates(text, None) == [iso]


@pytest.mark.parametrize("text", ["Sáng 30-5", "ngày 30/5", "chiều ngày 30.5", "buổi lễ (30/5)", "ngày 30 tháng 5"])
def test_a_date_without_a_year_takes_the_anchors(text: str) -> None:
    assert dates(text) == ["2022-05-30"]
    assert dates(text, None) == []


@pytest.mark.parametrize(
    ("text", "iso"), [("sáng nay", "2022-10-23"), ("chiều hôm qua", "2022-10-22"), ("ngày mai", "2022-10-24")]
)
def test_relative_days_count_from_the_anchor(text: str, iso: str) -> None:
    assert dates(text) == [iso]
    assert dates(text, None) == []


@pytest.mark.parametrize("text", ["Sáng nay (22/10), quận họp", "Sáng nay, 22-10, quận họp", "Sáng nay ngày 22/10"])
def test_a_relative_day_and_the_date_that_repeats_it_are_one(text: str) -> None:
    (mention,) = find_dates(text, Span(0, len(text)), ANCHOR)
    assert mention.iso == "2022-10-22"
    assert mention.span.of(text).startswith("Sáng nay")


@pytest.mark.parametrize(
    "text", ["ngày 31/2/2022", "ngày 45-13", "đạt 81/96 tiêu chí", "29/KH-UBND", "tỷ số 3-2", "2016-2017"]
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert dates(text) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from("-/."))
def test_every_day_is_read_back(day: date, mark: str) -> None:
    assert dates(f"họp ngày {day.day}{mark}{day.month}{mark}{day.year}") == [day.isoformat()]
    assert bounds(day.isoformat()) == (day, day)


def test_bounds_of_each_precision() -> None:
    assert bounds("2022") == (date(2022, 1, 1), date(2022, 12, 31))
    assert bounds("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    with pytest.raises(ValueError, match="not an ISO date"):
        bounds("24-1-2022")


@given(st.text(alphabet="0123456789./- (),ngàyđếtừănámsáqu\n", max_size=200))
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    for found in (
        list(find_dates(text, Span(0, len(text)), ANCHOR)),
        list(find_periods(text, Span(0, len(text)), ANCHOR)),
    ):
        assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["1", " ", "A", "1.", "1/", "1 ", "từ ", "năm ", "ngày 1-1 ", "từ ngày 1/1 (", "sáng nay, "]
)
def test_a_hundred_thousand_characters_of_anything_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.perf_counter()
    assert len(list(find_dates(text, Span(0, len(text)), ANCHOR))) < 20_000
    assert len(list(find_periods(text, Span(0, len(text)), ANCHOR))) < 20_000
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Chợ hoa xuân Quý Mão đông khách.", [2023]),
        ("Từ Tết Nguyên đán Ất Tị đến nay", [2025]),
        ("Tết Mậu Thân 1968", []),
        ("Tết Giáp Sửu", []),
        ("ông Đinh Mão về quê", []),
    ],
)
def test_a_year_of_the_cycle_is_one_of_this_century(text: str, years: list[int]) -> None:
    assert list(cycle_years(text)) == years
