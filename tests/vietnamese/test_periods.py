"""Periods in Vietnamese text."""

from __future__ import annotations

from datetime import date

import pytest

from hbtgraph.model import Span
from hbtgraph.vietnamese.periods import find_periods, period_bounds

ANCHOR = date(2022, 10, 23)


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


@pytest.mark.parametrize("words", ["từ năm 2012 – 2016", "các năm 2012-2016"])
def test_years_from_one_to_another_are_a_period(words: str) -> None:
    text = f"Về tài chính, {words}, ban đã chi sai."
    (period,) = find_periods(text, Span(0, len(text)), None)
    assert period.span.of(text) == words


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
        ("trong quý III năm nay, xã", "quý III năm nay", date(2022, 7, 1), date(2022, 9, 30)),
        ("Từ nay đến cuối năm, quận", "Từ nay đến cuối năm", ANCHOR, date(2022, 12, 31)),
        ("từ nay đến năm 2030. Theo", "từ nay đến năm 2030", ANCHOR, date(2030, 12, 31)),
        ("đến cuối năm 2023 xong", "đến cuối năm 2023", None, date(2023, 12, 31)),
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


def test_a_day_behind_from_begins_an_open_period_where_a_comma_ends_it() -> None:
    text = "Từ 1-6, phí là 5.000 đồng; từ 1/6 dân số là trẻ em"
    (period,) = find_periods(text, Span(0, len(text)), ANCHOR)
    assert (period.span.of(text), period.start, period.end) == ("Từ 1-6", date(2022, 6, 1), None)
