"""Turns of phrase by which somebody is honoured, or is not."""

from __future__ import annotations

import pytest

from hbtgraph.extract.awards import awards
from hbtgraph.model import Award


def found(read, *paragraphs: str, **parts: str) -> list[Award]:
    return list(awards(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Giải nhất thuộc về em Đỗ Thị Bảy.", ("Giải nhất", "Đỗ Thị Bảy")),
        ("Chủ tịch nước gắn Huân chương Lao động lên lá cờ truyền thống của quận Long Biên.", None),
        ("Ban giám khảo trao giải nhì cho phim “Mùa gặt” của hãng Sen.", ("giải nhì", "phim Mùa gặt của hãng Sen")),
        ("Bộ Y tế tặng Bằng khen và thưởng 5 triệu đồng cho bà Đỗ Thị Bảy.", ("Bằng khen", "Đỗ Thị Bảy")),
        ("Thành phố tặng bà Đỗ Thị Bảy Giấy khen.", ("Giấy khen", "Đỗ Thị Bảy")),
        (
            "Bộ Y tế trao Cờ thi đua tặng Trung tâm Y tế quận Long Biên.",
            ("Cờ thi đua", "Trung tâm Y tế quận Long Biên"),
        ),
        ("Thành phố thưởng nóng 20 triệu đồng cho Công an quận Long Biên.", ("thưởng nóng", "Công an quận Long Biên")),
        ("Bà Đỗ Thị Bảy được Sở Y tế, UBND quận Long Biên tặng Giấy khen.", ("Giấy khen", "Đỗ Thị Bảy")),
    ],
)
def test_the_honoured_are_found_whatever_the_turn(read, text: str, pair: tuple[str, str] | None) -> None:
    (award,) = found(read, text)
    assert (award.honour, award.recipient) == (pair or ("Huân chương Lao động", "quận Long Biên"))


@pytest.mark.parametrize(
    "text",
    [
        "Theo ông Lê Văn Sáu, cần khen thưởng bà Đỗ Thị Bảy.",
        "Bà Đỗ Thị Bảy chưa được tặng Bằng khen.",
        "Hội đồng Thi đua - Khen thưởng quận Long Biên họp.",
        "Bà Đỗ Thị Bảy nhận phần thưởng cuối năm.",
        "Các thí sinh đạt giải nhất sẽ dự vòng sau tại Hà Nội.",
    ],
)
def test_wishes_denials_and_names_honour_nobody(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "conferrer"),
    [
        ("Chủ tịch nước Phạm Hữu Tài trao Huân chương Lao động hạng Ba cho bà Đỗ Thị Bảy.", "Chủ tịch nước"),
        ("Ban tổ chức đã trao giải nhất cho bà Đỗ Thị Bảy.", "Ban tổ chức"),
        ("Bà Đỗ Thị Bảy nhận Bằng khen của Bộ Y tế.", "Bộ Y tế"),
    ],
)
def test_an_honour_may_be_given_by_office_or_called_after_its_giver(read, text: str, conferrer: str) -> None:
    assert [award.conferrer for award in found(read, text)] == [conferrer]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Trường Mầm non Hoa Sen đón nhận Bằng công nhận trường đạt chuẩn quốc gia mức độ 2.",
            ("Bằng công nhận trường đạt chuẩn quốc gia mức độ 2", "Trường Mầm non Hoa Sen"),
        ),
        (
            "UBND tỉnh Lào Cai công nhận xã Phú Mỹ đạt chuẩn nông thôn mới nâng cao.",
            ("đạt chuẩn nông thôn mới nâng cao", "xã Phú Mỹ"),
        ),
        (
            "Năm 2015, Trường Mầm non Hoa Sen đạt chuẩn quốc gia.",
            ("đạt chuẩn quốc gia", "Trường Mầm non Hoa Sen"),
        ),
        ("UBND tỉnh Lào Cai khen thưởng Ban chuyên án.", ("khen thưởng", "Ban chuyên án")),
        (
            "UBND tỉnh khen thưởng đột xuất thành tích phá án cho Công an huyện Sa Pa.",
            ("khen thưởng đột xuất", "Công an huyện Sa Pa"),
        ),
    ],
)
def test_standards_that_are_recognised_and_teams_that_are_praised(read, text: str, pair: tuple[str, str]) -> None:
    assert [(award.honour, award.recipient) for award in found(read, text)] == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Huyện Sa Pa có 12 xã đạt chuẩn nông thôn mới.",
        "Xã Phú Mỹ chưa đạt chuẩn nông thôn mới.",
        "Ông Lê Văn Sáu ký bộ tiêu chí xã đạt chuẩn nông thôn mới.",
        "Chủ tịch biểu dương Ban quản lý và các nhà thầu.",
        "Ông Lê Văn Sáu biểu dương UBND quận Long Biên đã hoàn thành nhiệm vụ.",
    ],
)
def test_a_standard_that_is_met_and_a_board_are_no_such_honour(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        (
            "Đảng ủy xã Phú Mỹ trao Huy hiệu 60 năm, 55 năm tuổi Đảng cho ông Lê Văn Sáu.",
            "Huy hiệu 60 năm, 55 năm tuổi Đảng",
        ),
        ("UBND tỉnh trao Cờ “Đơn vị dẫn đầu” cho ông Lê Văn Sáu.", "Cờ Đơn vị dẫn đầu"),
        ("Ban Tổ chức trao cúp vô địch cho ông Lê Văn Sáu.", "cúp vô địch"),
    ],
)
def test_badges_of_several_years_flags_and_cups_have_their_names_whole(read, text: str, honour: str) -> None:
    assert [award.honour for award in found(read, text)] == [honour]


def test_a_flag_that_is_only_hung_is_no_honour(read) -> None:
    assert found(read, "Phường treo cờ “Tổ quốc” tặng nhà ông Lê Văn Sáu.") == []
