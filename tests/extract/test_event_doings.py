"""Occasions told by a verb."""

from __future__ import annotations

import pytest

from hbtgraph.extract.events import events
from hbtgraph.model import Event


def found(read, *paragraphs: str, **parts: str) -> list[Event]:
    return list(events(read(*paragraphs, **parts)))


def test_a_verb_names_an_occasion_where_the_article_calls_it_one(read) -> None:
    met = "UBND quận Long Biên đã làm việc với Sở Y tế."
    (event,) = found(read, met, "Tại buổi làm việc, hai bên bàn về vắc xin.")
    assert (event.name, event.organizer) == ("làm việc với Sở Y tế", "UBND quận Long Biên")
    assert found(read, met) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ngày 15/11, UBND quận Long Biên đã làm việc với Sở Y tế.", "làm việc với Sở Y tế"),
        (
            "Chiều 15/11, Bí thư Quận ủy Long Biên đã tiếp tục tiếp xúc với cử tri phường Gia Thụy.",
            "tiếp xúc với cử tri phường Gia Thụy",
        ),
        ("Ngày 15/11, Sở Y tế đã đến khảo sát công tác tiêm chủng tại quận.", "khảo sát công tác tiêm chủng"),
        ("Sáng nay, UBND quận Long Biên tổ chức khởi công cầu vượt Gia Thụy.", "khởi công cầu vượt Gia Thụy"),
        ("Ngày 15/11, Ban Pháp chế HĐND quận tổ chức giám sát công tác tiếp dân.", "giám sát công tác tiếp dân"),
        ("Ngày 15/11, Chủ tịch UBND quận đi kiểm tra tiến độ dự án chợ.", "kiểm tra tiến độ dự án chợ"),
        ("Làm việc với quận Long Biên sáng nay, Bí thư Quận ủy khen ngợi.", "Làm việc với quận Long Biên"),
        ("Ngày 15/11, họp về việc sửa chợ, ông Lê Văn Tám khen ngợi.", "họp về việc sửa chợ"),
        ("Sáng nay, UBND quận Long Biên đã khởi công cầu vượt Gia Thụy.", "khởi công cầu vượt Gia Thụy"),
        ("Sáng 15/11, Bí thư Quận ủy Long Biên dự khánh thành cầu Gia Thụy.", "khánh thành cầu Gia Thụy"),
        ("Ngày 15/11, Bí thư Quận ủy Long Biên đã tiếp ông Lê Văn Tám.", "tiếp ông Lê Văn Tám"),
        ("Ngày 15/11, Bí thư Quận ủy Long Biên đến và chủ trì họp bàn việc sửa chợ.", "họp bàn việc sửa chợ"),
    ],
)
def test_a_verb_names_an_occasion_where_officials_did_so_on_a_day(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Cầu vượt Gia Thụy đã khởi công từ lâu.",
        "Làm việc với công an sáng nay, ông Lê Văn Tám nhận lỗi.",
        "Làm việc với bà con là niềm vui, nhất là ở chợ.",
        "Ngày 15/11, cụ Hoa chạm mặt người quen và trực tiếp ông Tám nói lại.",
        "UBND quận Long Biên đã khảo sát công tác tiêm chủng.",
        "Ngày 15/11, Sở Y tế cho biết quận Long Biên đã kiểm tra việc tiêm chủng.",
        "Ngày 15/11, Công an quận Long Biên đã kiểm tra chiếc xe màu đỏ.",
        "Ngày 15/11, chị gái đã đến làm việc với Công an quận Long Biên.",
        "UBND quận Long Biên sẽ tổ chức trao quà.",
    ],
)
def test_what_is_done_on_no_day_or_by_nobody_in_office_is_no_occasion(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ngày 15/11, Bí thư Quận ủy Long Biên Lê Văn Tám làm việc với Sở Y tế.", "làm việc với Sở Y tế"),
        (
            "Chiều 15/11, ông Lê Văn Tám, Chủ tịch UBND quận Long Biên dẫn đầu đoàn công tác làm việc với Sở Y tế.",
            "làm việc với Sở Y tế",
        ),
        ("Chiều cùng ngày, đồng chí Lê Văn Tám làm việc với Sở Y tế.", "làm việc với Sở Y tế"),
        (
            "Trong hai ngày 14 và 15/11, đoàn công tác của Sở Y tế thăm, làm việc tại quận Long Biên.",
            "thăm, làm việc tại quận Long Biên",
        ),
        ("Từ ngày 14 đến 15/11, HĐND quận Long Biên đã họp kỳ thứ 5.", "họp kỳ thứ 5"),
        (
            "Ngày 15/11, Bí thư Quận ủy Long Biên có buổi làm việc tại phường Gia Thụy.",
            "buổi làm việc tại phường Gia Thụy",
        ),
        ("Ngày 15/11, Quận ủy Long Biên gặp mặt các cơ quan báo chí.", "gặp mặt các cơ quan báo chí"),
        ("Sáng 15/11, đại biểu HĐND quận Long Biên đã tiếp xúc cử tri hai phường.", "tiếp xúc cử tri hai phường"),
        (
            "Sáng 15/11, Bí thư Quận ủy Long Biên đã tới thăm và tặng quà một số gia đình chính sách.",
            "thăm và tặng quà một số gia đình chính sách",
        ),
        ("Sáng 15/11, Bí thư Quận ủy Long Biên đã đến thăm Bệnh viện Đức Giang.", "thăm Bệnh viện Đức Giang"),
        (
            "Sáng 15/11, Bí thư Quận ủy Long Biên đã đến thăm, tặng quà một số gia đình chính sách.",
            "thăm, tặng quà một số gia đình chính sách",
        ),
        ("Ngày 15/11, UBND quận Long Biên họp cung cấp thông tin về chợ.", "họp cung cấp thông tin về chợ"),
        ("Ngày 15/11, UBND quận Long Biên họp về chợ cóc.", "họp về chợ cóc"),
        (
            "Liên quan vụ cháy, ngày 15/11, UBND quận Long Biên tổ chức họp khẩn bàn cách xử lý.",
            "họp khẩn bàn cách xử lý",
        ),
        (
            "Ngày 15/11, Sở Y tế đã kiểm tra, rà soát công tác tiêm chủng.",
            "kiểm tra, rà soát công tác tiêm chủng",
        ),
    ],
)
def test_officials_met_gathered_visited_or_inspected_on_a_day(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


def test_the_place_of_a_visit_that_its_name_tells_is_its_place(read) -> None:
    (event,) = found(read, "Ngày 15/11, đoàn công tác của Sở Y tế đã thăm và làm việc tại quận Long Biên.")
    assert (event.place, event.organizer) == ("quận Long Biên", "đoàn công tác của Sở Y tế")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 15/11, UBND quận Long Biên yêu cầu Sở Y tế làm việc với Công ty Gia Thụy.",
        "Ngày 15/11, UBND quận Long Biên sẽ đến làm việc với Sở Y tế.",
        "Ngày 15/11, Bí thư Quận ủy Long Biên đã đến thăm hỏi nạn nhân.",
        "Bí thư Quận ủy Long Biên đã đến thăm Sở Y tế.",
        "Ngày 15/11, Bí thư tiếp ông Smith đang dẫn đầu đoàn đại biểu Sở Y tế thăm và làm việc tại quận Long Biên.",
        "Trường tổ chức họp phụ huynh để bàn việc học.",
        "Ngày 15/11, UBND quận Long Biên đã họp, thống nhất bỏ việc treo biển.",
    ],
)
def test_what_others_are_to_do_or_nobody_is_named_for_is_no_occasion(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ngày 15/11, HĐND quận Long Biên họp phiên toàn thể tại hội trường.", "phiên toàn thể tại hội trường"),
        ("Ngày 15/11, HĐND quận Long Biên họp trực tuyến phiên họp thứ 8.", "phiên họp thứ 8"),
        (
            "Ngày 15/11, quận Long Biên tổ chức khai mạc Liên hoan Tiếng hát trẻ.",
            "Liên hoan Tiếng hát trẻ",
        ),
        ("Ngày 15/11, quận Long Biên tổ chức khai mạc Chương trình dạy bơi.", "khai mạc Chương trình dạy bơi"),
        (
            "Ngày 15/11, TAND quận Long Biên mở phiên tòa lưu động xét xử vụ án cướp.",
            "phiên tòa lưu động xét xử vụ án cướp",
        ),
    ],
)
def test_a_noun_that_follows_names_the_occasion(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


@pytest.mark.parametrize("text", ["Bị cáo khóc tại phiên tòa xét xử.", "Anh nói tại phiên toàn thể."])
def test_a_sitting_without_a_name_is_no_occasion(read, text: str) -> None:
    assert found(read, text) == []
