"""Where honours are named, and where their names end."""

from __future__ import annotations

import pytest

from hbtgraph.extract.honours import honours_in
from hbtgraph.model import Span


def groups(text: str) -> list[list[str]]:
    return [[honour.name for honour in group] for group in honours_in(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("trao Huân chương Lao động hạng Ba cho", "Huân chương Lao động hạng Ba"),
        ("nhận huy chương Kháng chiến chống Mỹ hạng nhì", "huy chương Kháng chiến chống Mỹ hạng nhì"),
        ("trao Huân chương Rồng Xanh cho", "Huân chương Rồng Xanh"),
        ("nhận Huy hiệu 50, 40 năm tuổi Đảng", "Huy hiệu 50, 40 năm tuổi Đảng"),
        ("đạt danh hiệu giáo viên dạy giỏi cấp huyện năm 2014", "giáo viên dạy giỏi cấp huyện"),
        ("đạt danh hiệu “Làng vui”", "Làng vui"),
        ("trao Giải thưởng Sen Vàng cho", "Giải thưởng Sen Vàng"),
        ("tặng kỷ niệm chương: “Vì người cao tuổi”", "kỷ niệm chương Vì người cao tuổi"),
        ("tặng Kỷ niệm chương cho", "Kỷ niệm chương"),
        ("đạt chuẩn quốc gia mức độ 2 năm 2016", "đạt chuẩn quốc gia mức độ 2"),
        ("đạt chuẩn quốc gia năm 2016", "đạt chuẩn quốc gia"),
        ("đạt chuẩn nông thôn mới nâng cao", "đạt chuẩn nông thôn mới nâng cao"),
    ],
)
def test_an_honour_has_what_belongs_to_its_name(text: str, name: str) -> None:
    assert groups(text) == [[name]]


def test_a_title_known_by_name_needs_no_head() -> None:
    assert groups("công nhận danh hiệu Chiến sỹ thi đua cấp cơ sở") == [["Chiến sỹ thi đua cấp cơ sở"]]


def test_honours_listed_together_are_one_group() -> None:
    assert groups("tặng Bằng khen, Giấy khen; thưởng tiền và Cờ thi đua") == [
        ["Bằng khen", "Giấy khen"],
        ["Cờ thi đua"],
    ]


@pytest.mark.parametrize(
    "text", ["xét các danh hiệu này", "giữ vững danh hiệu của mình", "bàn giải pháp", "huân chương"]
)
def test_a_bare_head_is_no_honour(text: str) -> None:
    assert groups(text) == []


def test_a_short_form_in_brackets_is_the_same_honour() -> None:
    assert groups("giành huy chương vàng (HCV)") == [["huy chương vàng"]]


def test_a_title_in_usual_words_names_a_group_elsewhere() -> None:
    assert groups("được công nhận là gia đình văn hóa tiêu biểu năm 2016") == [["gia đình văn hóa tiêu biểu"]]
    assert groups("tặng quà cho 20 gia đình văn hóa") == []
