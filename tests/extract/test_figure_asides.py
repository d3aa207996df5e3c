"""Asides in the clause before a number: brackets and where something lies."""

from __future__ import annotations


def test_where_a_unit_lies_is_left_out_of_the_clause(found) -> None:
    (figure,) = found("Tuyến mương qua xã Yên Viên, huyện Gia Lâm, Hà Nội dài 4 km.")
    assert figure.indicator == "Tuyến mương qua xã Yên Viên dài"


def test_where_a_place_of_another_name_lies_is_left_out_too(found) -> None:
    (figure,) = found("Tại bãi Đồng Quan, xã Yên Viên, huyện Gia Lâm đã xuất hiện vết nứt dài 60 m.")
    assert figure.indicator == "bãi Đồng Quan đã xuất hiện vết nứt dài"


def test_a_unit_behind_who_says_something_begins_a_clause(found) -> None:
    (figure,) = found("Theo ông Trần Văn Nam, xã Yên Viên, huyện Gia Lâm đã cứng hóa 60 km kênh.")
    assert "Trần Văn Nam" not in figure.indicator
