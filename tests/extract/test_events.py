"""Occasions in a text: what names one, and where its name ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.events import events
from hbtgraph.model import Event


def found(read, *paragraphs: str, **parts: str) -> list[Event]:
    return list(events(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phát biểu tại kỳ họp thứ 8 HĐND quận Long Biên, ông nói ngắn.", "kỳ họp thứ 8 HĐND quận Long Biên"),
        ("Trường tổ chức gặp mặt cựu học sinh nhân dịp cuối năm.", "gặp mặt cựu học sinh"),
        ("Quận mở hội thảo “Giữ hồn phố cổ” vào ngày 2/3.", "hội thảo Giữ hồn phố cổ"),
        ("Ông dự buổi làm việc với Sở Y tế về vắc xin.", "buổi làm việc với Sở Y tế về vắc xin"),
        ("Các đội dự Hội thi Tiếng hát công nhân được khen.", "Hội thi Tiếng hát công nhân"),
        ("Quận vừa tổ chức Hội thi tạc tượng gỗ dân gian.", "Hội thi tạc tượng gỗ dân gian"),
        ("Phường tổ chức cuộc họp thống nhất các nội dung sửa chợ.", "cuộc họp thống nhất các nội dung sửa chợ"),
        ("Tại Đại hội đồng cổ đông bất thường, họ bầu lại.", "Đại hội đồng cổ đông bất thường"),
        ("Nhà thi đấu đón giải bóng chuyền trẻ năm 2016.", "giải bóng chuyền trẻ năm 2016"),
        (
            "Quận tổ chức Hội nghị phối hợp lãnh đạo, chỉ đạo công tác quân sự.",
            "Hội nghị phối hợp lãnh đạo, chỉ đạo công tác quân sự",
        ),
    ],
)
def test_the_name_is_the_whole_noun_phrase(read, text: str, name: str) -> None:
    (event,) = found(read, text)
    assert event.name == name


def test_abbreviations_in_two_names_of_one_occasion_are_the_same_words(read) -> None:
    (event,) = found(
        read,
        "Sáng 15/11, khai mạc kỳ họp thứ 4 HĐND quận Long Biên.",
        "Kỳ họp thứ 4 Hội đồng nhân dân quận Long Biên bàn việc chợ.",
    )
    assert event.name.startswith(("kỳ họp thứ 4", "Kỳ họp thứ 4"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Tại giao ban Chủ tịch, Phó Chủ tịch UBND quận Long Biên với các phường, Chủ tịch quận yêu cầu rà soát.",
            None,
        ),
        (
            "Tại cuộc họp giao ban Chủ tịch, Phó Chủ tịch UBND quận Long Biên với các phường, ông Tám yêu cầu rà soát.",
            "cuộc họp giao ban Chủ tịch, Phó Chủ tịch UBND quận Long Biên với các phường",
        ),
        ("Quận có buổi đối thoại với 70 phụ huynh có con đang học ở đây.", "buổi đối thoại với 70 phụ huynh"),
        ("Tại buổi hội đàm giữa Sở Y tế và Sở Nội vụ, hai bên đã trao đổi.", "buổi hội đàm giữa Sở Y tế và Sở Nội vụ"),
        ("Quận dự lễ hội Chùa Bối, lễ hội nào cũng đông.", "lễ hội Chùa Bối"),
        ("Sau lễ khởi công cầu Đuống, hàng chục cây xanh được trồng.", "lễ khởi công cầu Đuống"),
    ],
)
def test_a_name_ends_before_who_acts_next(read, text: str, name: str | None) -> None:
    assert [event.name for event in found(read, text)] == ([name] if name else [])


def test_an_occasion_is_one_record_under_its_fullest_name(read) -> None:
    (event,) = found(
        read,
        "Lễ phát động trồng cây.",
        "Ngày 15/11/2023, quận Long Biên tổ chức Lễ phát động trồng cây ven sông.",
    )
    assert (event.name, event.date) == ("Lễ phát động trồng cây ven sông", "2023-11-15")


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị này diễn ra ba ngày.",
        "Các hội nghị công bố quy hoạch đều vắng.",
        "Bà mua đồ lễ vật cho ngày rằm.",
        "Theo nghị quyết Đại hội Đảng bộ quận, phường phải đổi mới.",
        "Buổi lễ đã khép lại.",
        "Ban tổ chức Hội thi nghiêm cấm cá cược.",
        "Cuộc họp thống nhất 5 nội dung.",
    ],
)
def test_what_has_no_name_is_no_occasion(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    "piece", ["1", "A", "lễ trao ", "hội nghị ", "tổ chức ", "tại Nhà ", "Cùng ngày ", "lễ trao “"]
)
def test_a_hundred_thousand_characters_of_anything_take_no_time(read, piece: str) -> None:
    context = read(piece * (100_000 // len(piece)))
    started = time.perf_counter()
    list(events(context))
    assert time.perf_counter() - started < 10


_WORDS = [
    "lễ",
    "hội nghị",
    "kỳ họp",
    "thứ",
    "8",
    "tổ chức",
    "tại",
    "Nhà",
    "quận",
    "Long",
    "Biên",
    "sáng",
    "15/11",
    "ngày",
    "3-8-2023",
    "trao",
    "“",
    "”",
    "(",
    ")",
    ",",
    ".",
    "sẽ",
    "do",
    "UBND",
    "gặp mặt",
    "kỷ niệm",
    "Cùng ngày",
    "thời gian tới",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_evidence_lies_in_the_text_whatever_the_words(read, words: list[str]) -> None:
    context = read(" ".join(words) or "không có gì")
    for fact in events(context):
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(context.text)
        assert fact.name == fact.name.strip() != ""


def test_a_part_of_a_ceremony_is_no_occasion_of_its_own(read) -> None:
    assert found(read, "Phát biểu tại lễ khai mạc, bà Hoa cảm ơn bà con.") == []


def test_a_committee_that_is_named_holds_nothing(read) -> None:
    assert found(read, "Ban tổ chức kỷ niệm các ngày lễ lớn của quận Hà Đông nhắc nhở các phường.") == []


def test_two_occasions_joined_by_and_are_two(read) -> None:
    names = [event.name for event in found(read, "Quận dự Lễ hội Cà phê và Liên hoan Cồng chiêng.")]
    assert names == ["Lễ hội Cà phê", "Liên hoan Cồng chiêng"]


@pytest.mark.parametrize(
    "text",
    [
        "Phát biểu tại hội nghị Theo ông Lê Văn Tám, mọi việc ổn.",
        "Có 11 cuộc kiểm tra với các đơn vị.",
        "Dân làng đi lễ hội của cộng đồng.",
        "Công an có buổi làm việc với anh Lê Văn Tám.",
        "Chùa mở cửa ngày lễ Vu lan.",
        "Kỳ họp khai mạc sáng nay.",
        "Bà Hoa phát biểu tại hội nghị Ông Lê Văn Tám vỗ tay.",
        "Ông dự lễ theo giấy mời của Bộ Y tế.",
        "Quận tạm dừng lễ hội, kiểm tra trâu của phường Gia Thụy.",
        "Định kỳ hằng tháng lãnh đạo quận đều tổ chức gặp gỡ doanh nghiệp địa phương.",
        "Quận chưa tổ chức cuộc họp với Sở Y tế.",
        "Quận phải thường xuyên có cuộc họp với Sở Y tế.",
        "Năm nay quận tổ chức lễ hội đặc biệt quan tâm tới rác.",
        "Đoàn đến cùng chương trình biểu diễn đặc sắc của Nhà hát Tuổi trẻ.",
    ],
)
def test_unnamed_doings_and_holidays_are_no_occasions(read, text: str) -> None:
    assert found(read, text) == []


def test_a_plenum_is_known_by_its_number(read) -> None:
    (event,) = found(read, "Ông nói rằng Hội nghị Trung ương 5 thẳng thắn nhìn vào hạn chế của ngành.")
    assert event.name == "Hội nghị Trung ương 5"


def test_a_name_in_brackets_is_another_of_the_same_occasion(read) -> None:
    names = [event.name for event in found(read, "Tại kỳ họp thứ 4 HĐND quận Long Biên (kỳ họp bất thường), ông nói.")]
    assert names == ["kỳ họp thứ 4 HĐND quận Long Biên"]


def test_a_part_and_its_whole_are_two_occasions(read) -> None:
    text = ("Lễ khai mạc Festival Sông Nhuệ.", "Festival Sông Nhuệ được mong đợi.")
    names = [event.name for event in found(read, *text)]
    assert names == ["Lễ khai mạc Festival Sông Nhuệ", "Festival Sông Nhuệ"]


def test_a_meeting_after_a_session_is_another_occasion(read) -> None:
    text = (
        "Quận họp báo về kỳ họp thứ 3 HĐND quận Long Biên.",
        "Sau kỳ họp thứ 3 HĐND quận Long Biên, ngày 15/11, ông dự buổi tiếp xúc cử tri sau kỳ họp thứ 3 HĐND quận.",
    )
    dates = {event.name: event.date for event in found(read, *text)}
    assert dates["kỳ họp thứ 3 HĐND quận Long Biên"] is None
    assert "buổi tiếp xúc cử tri sau kỳ họp thứ 3 HĐND quận" in dates


def test_what_reporters_do_is_no_occasion(read) -> None:
    assert found(read, "Phóng viên đã có buổi làm việc với UBND xã Yên Sở.") == []


def test_the_name_of_a_village_is_no_ceremony(read) -> None:
    assert found(read, "Dân thôn Lễ Pháp thuộc xã Yên Sở cùng góp công.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bà con tổ chức lễ mở cửa rừng vào mùng 4 Tết.", "lễ mở cửa rừng"),
        ("Ông nói tại phiên thảo luận về chợ cóc Ông Lê Văn Tám vỗ tay.", "phiên thảo luận về chợ cóc"),
        (
            "Ông dự phiên chất vấn Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch.",
            "phiên chất vấn Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        ),
        ("Quận lo kỳ thi tuyển sinh lớp 10 năm 2023, các trường chờ.", "kỳ thi tuyển sinh lớp 10 năm 2023"),
        ("Họ trượt kỳ thi tuyển viên chức do Sở Y tế tổ chức.", "kỳ thi tuyển viên chức"),
        ("Quận sẽ tổ chức một kỳ thi chung vào lớp 10.", "một kỳ thi chung vào lớp 10"),
        (
            "Ông khen chuyến thăm và làm việc tại quận Long Biên của Bí thư Quận ủy Hà Đông.",
            "chuyến thăm và làm việc tại quận Long Biên của Bí thư Quận ủy Hà Đông",
        ),
        ("Ông nói trong phiên thảo luận ở hội trường về chợ.", "phiên thảo luận ở hội trường về chợ"),
        ("Ông dự cuộc họp khẩn do UBND quận Long Biên tổ chức.", "cuộc họp khẩn"),
        ("Ông dự phiên chất vấn và trả lời chất vấn kỳ họp thứ 4.", "phiên chất vấn và trả lời chất vấn kỳ họp thứ 4"),
        (
            "Ông dự đại hội nhiệm kỳ thứ hai của Hội Nhà văn Sông Nhuệ.",
            "đại hội nhiệm kỳ thứ hai của Hội Nhà văn Sông Nhuệ",
        ),
    ],
)
def test_rites_sittings_and_what_others_hold_are_named(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ông dự cuộc họp khẩn.",
        "Cùng dự buổi lễ trang trọng này có ông Tám.",
        "Họ có lễ khâm liệm.",
        "Họ mong có một kỳ thi an toàn.",
        "Phí ở các chương trình ca nhạc, lễ kỷ niệm ở khu vực Gia Thụy tăng.",
    ],
)
def test_rites_and_meetings_that_nothing_tells_apart_are_none(read, text: str) -> None:
    assert found(read, text) == []


def test_a_long_name_is_one_where_somebody_holds_it(read) -> None:
    long = "hội nghị tổng kết " + " ".join(["công tác thu gom rác thải của các tổ dân phố"] * 5)
    assert [event.name for event in found(read, f"UBND quận Long Biên tổ chức {long}.")] == [long]
    assert found(read, f"Nói như {long}.") == []


def test_a_press_conference_about_a_session_is_another_occasion(read) -> None:
    text = ("Quận Long Biên họp báo về kỳ họp thứ 3 HĐND quận.", "Kỳ họp thứ 3 HĐND quận Long Biên khai mạc ngày mai.")
    assert {event.organizer for event in found(read, *text)} == {"quận Long Biên", "HĐND quận Long Biên"}


def test_meetings_with_others_are_two_though_about_the_same(read) -> None:
    about = "về tình hình năm 2022, phương hướng năm 2023"
    names = [
        event.name
        for event in found(
            read,
            f"Ngày 15/11, ông có buổi làm việc với Quận đoàn Hà Đông {about}.",
            f"Ngày 15/11, ông có buổi làm việc với Liên đoàn Lao động Hà Đông {about}.",
            "Tại buổi làm việc với Quận đoàn Hà Đông, ông cười.",
        )
    ]
    assert len(names) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Quận lo Lễ hội Cà phê Sông Nhuệ lần thứ 6. Ảnh: Lễ hội Cà phê Sông Nhuệ lần 5 năm 2021.",
            {"Lễ hội Cà phê Sông Nhuệ lần thứ 6", "Lễ hội Cà phê Sông Nhuệ lần 5 năm 2021"},
        ),
        (
            "Lễ hội Cà phê Sông Nhuệ lần thứ nhất đã xong. Lễ hội Cà phê Sông Nhuệ lần thứ I đã vui.",
            {"Lễ hội Cà phê Sông Nhuệ lần thứ nhất"},
        ),
        (
            "Kỳ họp thứ tư HĐND quận Long Biên khai mạc. Ông dự kỳ họp thứ tư chuyên đề về công tác thu gom rác thải.",
            {"Kỳ họp thứ tư HĐND quận Long Biên"},
        ),
        ("Quận mở Festival hoa và Festival dù lượn Sông Nhuệ.", {"Festival dù lượn Sông Nhuệ"}),
    ],
)
def test_numbers_tell_the_occasions_of_a_series_apart(read, text: str, names: set[str]) -> None:
    assert {event.name for event in found(read, text)} == names
