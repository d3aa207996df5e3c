"""Works that win prizes."""

from __future__ import annotations

import pytest

from hbtgraph.extract.awards import awards


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (
            'Giải nhất thuộc về loạt bài “Hồi sinh từ "vùng đất chết"” của bà Đỗ Thị Bảy.',
            "loạt bài Hồi sinh từ vùng đất chết của bà Đỗ Thị Bảy",
        ),
        (
            'Giải nhất thuộc về loạt bài “Hồi sinh từ "vùng đất chết" (Báo Sông Trà).',
            "loạt bài Hồi sinh từ vùng đất chết (Báo Sông Trà)",
        ),
        ("Giải nhất thuộc về bài hát “Sóng” của bà Đỗ Thị Bảy.", "bài hát Sóng của bà Đỗ Thị Bảy"),
        (
            "Sáng kiến của cô Đỗ Thị Bảy, giáo viên Trường Mầm non Hoa Hồng, đạt giải B.",
            "Sáng kiến của cô Đỗ Thị Bảy",
        ),
    ],
)
def test_a_work_is_named_whole(read, text: str, work: str) -> None:
    assert [award.recipient for award in awards(read(text))] == [work]


def test_a_person_with_a_work_wins_himself(read) -> None:
    (award,) = awards(read("Với sáng kiến của mình, cô Đỗ Thị Bảy đạt giải B."))
    assert award.recipient == "Đỗ Thị Bảy"


def test_a_work_before_the_verb_wins_and_not_who_made_it(read) -> None:
    (award,) = awards(read("Dự án “Mái ấm” của anh Đỗ Văn Tám đạt giải nhì."))
    assert award.recipient == "Dự án Mái ấm của anh Đỗ Văn Tám"


def test_how_often_somebody_was_honoured_stands_before_the_verb(read) -> None:
    (award,) = awards(read("Trường Đại học Y Hà Nội ba lần được tặng Bằng khen."))
    assert award.recipient == "Trường Đại học Y Hà Nội"
