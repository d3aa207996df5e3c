"""Dates and periods in Vietnamese text."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.model import Span
from hbtgraph.vietnamese.dates import bounds, cycle_years, find_dates, find_periods, period_bounds

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


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9 tháng năm 2022", "2022-01-01", "2022-09-30"),
        ("9 tháng đầu năm", "2022-01-01", "2022-09-30"),
        ("6 tháng đầu năm 2017", "2017-01-01", "2017-06-30"),
        ("mười tháng năm 2023", "2023-01-01", "2023-10-31"),
        ("6 tháng cuối năm 2017", "2017-07-01", "2017-12-31"),
        ("quý I/2017", "2017-01-01", "2017-03-31"),
        ("quý 4 năm 2021", "2021-10-01", "2021-12-31"),
        ("quý III", "2022-07-01", "2022-09-30"),
        ("năm 2022", "2022-01-01", "2022-12-31"),
        ("tháng 2/2020", "2020-02-01", "2020-02-29"),
        ("giai đoạn 1992 - 2022", "1992-01-01", "2022-12-31"),
        ("nhiệm kỳ 2020-2025", "2020-01-01", "2025-12-31"),
        ("năm học 2016-2017", "2016-01-01", "2017-12-31"),
        ("từ năm 2010 đến 2015", "2010-01-01", "2015-12-31"),
        ("từ ngày 16/1 đến ngày 14/4", "2022-01-16", "2022-04-14"),
        ("từ tháng 9-2021 đến nay", "2021-09-01", "2022-10-23"),
        ("từ đầu năm đến nay", "2022-01-01", "2022-10-23"),
        ("những tháng cuối năm 2022", None, "2022-12-31"),
        ("những tháng đầu năm 2022", "2022-01-01", None),
    ],
)
def test_a_period_has_the_bounds_that_are_stated(text: str, start: str | None, end: str | None) -> None:
    first, last = period_bounds(text, ANCHOR) or (None, None)
    assert (first.isoformat() if first else None, last.isoformat() if last else None) == (start, end)


@pytest.mark.parametrize(
    "text", ["9 tháng", "giai đoạn đầu", "giai đoạn 2025-2020", "tháng 13/2022", "quận Hai Bà Trưng", ""]
)
def test_what_is_no_period_has_no_bounds(text: str) -> None:
    assert period_bounds(text, ANCHOR) is None


def test_periods_are_found_in_a_sentence_without_the_pieces_of_longer_ones() -> None:
    text = "Trong 9 tháng năm 2022, quận thu 5 tỷ; giai đoạn 2016-2020, thu 30 tỷ"
    found = [m.span.of(text) for m in find_periods(text, Span(0, len(text)), ANCHOR)]
    assert found == ["9 tháng năm 2022", "giai đoạn 2016-2020"]


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


@pytest.mark.parametrize("words", ["từ năm 2012 – 2016", "các năm 2012-2016"])
def test_years_from_one_to_another_are_a_period(words: str) -> None:
    text = f"Về tài chính, {words}, ban đã chi sai."
    (period,) = find_periods(text, Span(0, len(text)), None)
    assert period.span.of(text) == words


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


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("đến thời điểm hiện tại", None, "2017-05-20"),
        ("tới nay", None, "2017-05-20"),
        ("Hiện", "2017-05-20", "2017-05-20"),
        ("năm học này", "2016-01-01", "2017-12-31"),
        ("đến hết 2018", None, "2018-12-31"),
        ("5 năm 2016 – 2020", "2016-01-01", "2020-12-31"),
        ("tháng 5 và tháng 7-2016", "2016-05-01", "2016-07-31"),
        ("đến ngày 31/3/2017", None, "2017-03-31"),
        ("Đến chiều 3.5", None, "2017-05-03"),
        ("từ ngày 2/1/2017 tới ngày 4/2/2017", "2017-01-02", "2017-02-04"),
    ],
)
def test_a_state_or_an_end_is_a_period_that_is_read_back(text: str, start: str | None, end: str | None) -> None:
    day = date(2017, 5, 20)
    (period,) = find_periods(f"{text} có 9 xã về đích", Span(0, len(text) + 18), day)
    assert period.span == Span(0, len(text))
    limits = (start and date.fromisoformat(start), end and date.fromisoformat(end))
    assert (period.start, period.end) == limits == period_bounds(text, day)


@pytest.mark.parametrize("text", ["Xã thực hiện có hiệu quả", "Quận phát hiện còn sai sót", "xuất hiện đã lâu"])
def test_the_end_of_a_verb_is_no_state(text: str) -> None:
    assert list(find_periods(text, Span(0, len(text)), date(2017, 5, 20))) == []


@pytest.mark.parametrize("text", ["tháng 9 và tháng 5-2016", "tháng 11 và tháng 13-2016"])
def test_months_out_of_order_are_no_period(text: str) -> None:
    assert period_bounds(text, date(2017, 5, 20)) is None


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Từ nay đến cuối năm, quận", "Từ nay đến cuối năm", ANCHOR, date(2022, 12, 31)),
        ("từ nay đến năm 2030. Theo", "từ nay đến năm 2030", ANCHOR, date(2030, 12, 31)),
        ("đến hết tháng 11, phường", "đến hết tháng 11", None, date(2022, 11, 30)),
        ("đến cuối tháng 4-2022, xã", "đến cuối tháng 4-2022", None, date(2022, 4, 30)),
        ("từ nay đến hết tháng 1/2023.", "từ nay đến hết tháng 1/2023", ANCHOR, date(2023, 1, 31)),
    ],
)
def test_a_period_up_to_the_end_of_a_year_or_month(text: str, words: str, start: date | None, end: date | None) -> None:
    (period,) = find_periods(text, Span(0, len(text)), ANCHOR)
    assert (period.span.of(text), period.start, period.end) == (words, start, end)


def test_up_to_a_school_year_is_no_calendar_year() -> None:
    text = "từ nay đến năm học mới"
    assert list(find_periods(text, Span(0, len(text)), ANCHOR)) == []
