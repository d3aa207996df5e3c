"""Prizes named one after another, and whose each is."""

from __future__ import annotations

import pytest

from hbtgraph.extract.awards import awards


def pairs(read, text: str) -> set[tuple[str, str]]:
    return {(award.honour, award.recipient) for award in awards(read(text))}


def test_several_prizes_behind_one_are_those_of_others(read) -> None:
    text = "Trong đó, phóng sự “Bến đợi” (Báo Sông Trà) đoạt giải ba và 24 giải khuyến khích."
    assert pairs(read, text) == {("giải ba", "phóng sự Bến đợi (Báo Sông Trà)")}


def test_one_prize_behind_another_is_of_the_same_winner(read) -> None:
    text = "Bà Đỗ Thị Bảy đoạt giải ba và giải khuyến khích."
    assert pairs(read, text) == {("giải ba", "Đỗ Thị Bảy"), ("giải khuyến khích", "Đỗ Thị Bảy")}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ban tổ chức trao 1 giải nhất, 2 giải nhì cho các đội thi.", set()),
        ("Ban tổ chức trao giải nhất cho đội thi phường Đông.", {("giải nhất", "đội thi phường Đông")}),
        ("Ban tổ chức trao giải nhất cho 2 đội thi.", {("giải nhất", "đội thi")}),
    ],
)
def test_prizes_for_any_group_are_no_records(read, text: str, named: set[tuple[str, str]]) -> None:
    assert pairs(read, text) == named


def test_who_owns_a_prize_is_told_by_a_list_too(read) -> None:
    assert pairs(read, "Chủ nhân của giải nhất là bà Đỗ Thị Bảy.") == {("giải nhất", "Đỗ Thị Bảy")}
