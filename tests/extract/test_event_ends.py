"""Where the names of occasions end before another sentence, clause or capital."""

from __future__ import annotations

import pytest

from hbtgraph.extract.events import events
from hbtgraph.model import Event


def found(read, *paragraphs: str, **parts: str) -> list[Event]:
    return list(events(read(*paragraphs, **parts)))


def test_the_name_ends_where_a_sentence_begins_without_a_full_stop(read) -> None:
    (event,) = found(read, "Quận dự Lễ hội đua thuyền Sông Nhuệ 2023 Theo ông Lê Văn Tám, có nhiều đội.")
    assert event.name == "Lễ hội đua thuyền Sông Nhuệ 2023"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bà Hoa nói tại kỳ họp thứ 6, HĐND quận Long Biên khóa XX.", "kỳ họp thứ 6, HĐND quận Long Biên khóa XX"),
        (
            "Ông dự cuộc họp giữa UBND quận Hà Đông, Sở Y tế và các hộ dân.",
            "cuộc họp giữa UBND quận Hà Đông, Sở Y tế và các hộ dân",
        ),
        ("Ông nói tại buổi làm việc với 12 quận, huyện về cây xanh.", "buổi làm việc với 12 quận, huyện về cây xanh"),
        ("Quận có buổi tiếp xúc cử tri phường Gia Thụy trước kỳ họp cuối năm.", "buổi tiếp xúc cử tri phường Gia Thụy"),
        ("Ông tham dự lễ hội hoa hồng Sông Nhuệ.", "lễ hội hoa hồng Sông Nhuệ"),
        ("Ông nói tại buổi sơ kết chống buôn lậu.", "buổi sơ kết chống buôn lậu"),
        ("Ông nói tại buổi gặp mặt các nhà đầu tư.", "buổi gặp mặt các nhà đầu tư"),
        ("Ông dự hội nghị lấy ý kiến về chợ.", "hội nghị lấy ý kiến về chợ"),
        ("Đội dự đêm nhạc đặc biệt với chủ đề “Sông quê”.", "đêm nhạc đặc biệt với chủ đề Sông quê"),
    ],
)
def test_a_name_goes_on_where_the_same_noun_phrase_does(read, text: str, name: str) -> None:
    assert name in [event.name for event in found(read, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông nói tại lễ khánh thành cầu Sông Nhuệ Sau 2 năm, cầu đã xong.", "lễ khánh thành cầu Sông Nhuệ"),
        ("Dự lễ khởi công trường học có Chủ tịch quận Lê Văn Tám.", "lễ khởi công trường học"),
        ("Tại hội nghị tổng kết công tác hè, các trường trên địa bàn đã nêu ý kiến.", "hội nghị tổng kết công tác hè"),
        ("Tại cuộc họp của Bộ Y tế, trung tướng Lê Văn Tám đã có mặt.", "cuộc họp của Bộ Y tế"),
        ("Lễ hội đua thuyền Sông Nhuệ phải đặt an toàn lên đầu.", "Lễ hội đua thuyền Sông Nhuệ"),
        ("Ông dự buổi làm việc với Sở Y tế về vấn đề này.", "buổi làm việc với Sở Y tế"),
        ("“Mời bà con dự lễ rước đèn Sông Nhuệ” - ông Lê Văn Tám nhấn mạnh.", "lễ rước đèn Sông Nhuệ"),
        ("Quận dự Ngày hội Đọc sách năm 2023.Tại đó, ông tặng quà.", "Ngày hội Đọc sách năm 2023"),
        ("Quận dự Ngày hội Đọc sách 2023 Chủ tịch quận tặng quà.", "Ngày hội Đọc sách 2023"),
    ],
)
def test_a_name_ends_where_the_clause_goes_on(read, text: str, name: str) -> None:
    (event,) = found(read, text)
    assert event.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Có nhiều việc vui như Lễ hội đua voi; Hội thi nhà nông đua tài.",
            ["Lễ hội đua voi", "Hội thi nhà nông đua tài"],
        ),
        ("Sáng nay, Festival dù lượn Sông Nhuệ mở màn.", ["Festival dù lượn Sông Nhuệ mở màn"]),
        ("Ông họp ở Trung tâm Hội nghị tỉnh Lào Cai.", []),
        ("Ông họp ở Trung tâm Hội nghị Quốc gia.", []),
        ("Ông dự hội thảo quốc gia “Giữ bờ biển”.", ["hội thảo quốc gia Giữ bờ biển"]),
        ("Ông nhấn mạnh: Lễ hội hướng tới quảng bá Sông Nhuệ.", []),
        ("Ông có buổi gặp gỡ, đối thoại với người dân.", ["buổi gặp gỡ, đối thoại với người dân"]),
    ],
)
def test_a_capital_letter_within_a_sentence_marks_a_name(read, text: str, names: list[str]) -> None:
    assert [event.name for event in found(read, text)] == names


def test_a_sentence_that_begins_without_a_full_stop_is_no_part_of_a_name(read) -> None:
    assert [event.name for event in found(read, "Ông khai mạc hội nghị tổng kết Tham dự có nhiều người.")] == [
        "hội nghị tổng kết"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Tại cuộc họp giao ban sáng 15/11 giữa UBND quận Long Biên với các phường, ông nói.",
            "cuộc họp giao ban giữa UBND quận Long Biên với các phường",
        ),
        (
            "Ông chủ trì cuộc làm việc với lãnh đạo phường, UBND quận Long Biên về công tác thoát nước.",
            "cuộc làm việc với lãnh đạo phường, UBND quận Long Biên về công tác thoát nước",
        ),
    ],
)
def test_a_day_or_a_list_parts_no_name(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Quận tổ chức họp báo về Lễ hội Sông Nhuệ lần thứ 2 Lễ hội Sông Nhuệ lần thứ 2, vui.",
            "họp báo về Lễ hội Sông Nhuệ lần thứ 2",
        ),
        ("Quận tổ chức hội nghị sơ kết 2 Hội thi nấu ăn ngon.", "hội nghị sơ kết 2 Hội thi nấu ăn ngon"),
        ("Tại cuộc họp thường kỳ tháng 4, về vấn đề tại thôn Hoành, ông Tám trả lời.", "cuộc họp thường kỳ tháng 4"),
        (
            "Tại cuộc họp thường kỳ tháng 4, về vấn đề đất đai, ông Tám trả lời.",
            "cuộc họp thường kỳ tháng 4, về vấn đề đất đai",
        ),
        ("Dự hội nghị tổng kết năm Bí thư Quận ủy Lê Văn Tám đề nghị giữ phố sạch.", "hội nghị tổng kết năm"),
        (
            "Quận dự lễ trao huân chương tặng Bí thư Quận ủy Lê Văn Tám.",
            "lễ trao huân chương tặng Bí thư Quận ủy Lê Văn Tám",
        ),
    ],
)
def test_a_name_ends_where_another_sentence_begins(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Kết thúc hội nghị Bí thư Quận ủy Lê Văn Tám đề nghị giữ phố sạch.",
        "Đội vào đêm chung kết Mỗi đêm có một màn diễn.",
        "Chấn chỉnh công tác lễ hội Đánh giá về công tác năm 2023, ông Tám khen.",
    ],
)
def test_a_head_before_another_sentence_names_nothing(read, text: str) -> None:
    assert found(read, text) == []
