"""Who holds an occasion."""

from __future__ import annotations

import pytest

from hbtgraph.extract.events import events
from hbtgraph.model import Event


def found(read, *paragraphs: str, **parts: str) -> list[Event]:
    return list(events(read(*paragraphs, **parts)))


def test_the_organizer_and_day_may_follow_the_name(read) -> None:
    (event,) = found(read, "Hội nghị sơ kết công tác hè do UBND quận Long Biên tổ chức ngày 3-8-2023 tại trụ sở quận.")
    assert (event.name, event.organizer) == ("Hội nghị sơ kết công tác hè", "UBND quận Long Biên")


def test_a_session_is_held_by_the_body_whose_it_is(read) -> None:
    (event,) = found(read, "Ông phát biểu tại kỳ họp thứ 8 của HĐND quận Long Biên.")
    assert event.organizer == "HĐND quận Long Biên"


def test_the_post_of_a_person_is_no_organizer(read) -> None:
    (event,) = found(read, "Bà Lê Thị Hoa, Chủ tịch UBND quận Long Biên đã có buổi làm việc với Sở Y tế.")
    assert event.organizer is None


def test_the_place_is_not_who_holds_it(read) -> None:
    told = "Tối 15/11, tại sân đình, xã Yên Sở, huyện Hoài Đức, Sở Văn hóa Hà Nội tổ chức Lễ hội đua thuyền Sông Nhuệ."
    (event,) = found(read, told)
    assert (event.place, event.organizer) == ("sân đình, xã Yên Sở, huyện Hoài Đức", "Sở Văn hóa Hà Nội")


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        (
            "Ông dự hội nghị liên tịch của Sở Y tế Lào Cai và UBND quận Long Biên.",
            "Sở Y tế Lào Cai, UBND quận Long Biên",
        ),
        ("Ông dự cuộc họp giữa UBND quận Hà Đông và các hộ dân.", "UBND quận Hà Đông"),
        ("UBND quận Hà Đông tổ chức hội nghị Sở Y tế Lào Cai góp ý kiến.", "UBND quận Hà Đông"),
        ("Ông dự lễ công bố quyết định của UBND quận Hà Đông.", None),
    ],
)
def test_who_holds_an_occasion_by_its_verb_or_by_whose_it_is(read, text: str, organizer: str | None) -> None:
    (event,) = found(read, text)
    assert event.organizer == organizer


def test_bodies_hold_what_their_unit_was_said_to_hold(read) -> None:
    (event,) = found(
        read,
        "Hà Đông tổ chức Lễ hội Sông Nhuệ 2023.",
        "UBND quận Hà Đông, huyện Hoài Đức tổ chức Lễ hội Sông Nhuệ 2023.",
    )
    assert event.organizer == "UBND quận Hà Đông, huyện Hoài Đức"


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        (
            "Ngày 15/11, đoàn công tác của Sở Y tế do ông Lê Văn Tám làm trưởng đoàn đã làm việc với quận Hà Đông.",
            "đoàn công tác của Sở Y tế",
        ),
        (
            "Ngày 15/11, bà Hoa, Phó Giám đốc Sở Y tế dẫn đầu đoàn kiểm tra liên ngành đến làm việc với quận Hà Đông.",
            "đoàn kiểm tra liên ngành",
        ),
        (
            "Ngày 15/11, bà Hoa, Phó Giám đốc Sở Y tế dẫn đầu đoàn công tác đến làm việc với quận Hà Đông.",
            None,
        ),
        ("Ngày 15/11, UBND quận Hà Đông cùng các ban, ngành tổ chức lễ khánh thành cầu mới.", "UBND quận Hà Đông"),
        ("Ngày 15/11, UBND quận Hà Đông và Gia Thụy Group đã tổ chức lễ khánh thành cầu mới.", "UBND quận Hà Đông"),
        ("Ngày 15/11, theo UBND quận Hà Đông, các đơn vị tổ chức lễ khánh thành cầu mới.", None),
        ("UBND quận Hà Đông tổ chức trọng thể lễ khánh thành cầu mới.", "UBND quận Hà Đông"),
        ("Ngày 15/11, UBND quận Hà Đông làm việc với Sở Y tế.", "UBND quận Hà Đông"),
        ("Ngày 15/11, tại Gia Thụy, UBND quận Hà Đông, đã tổ chức lễ khánh thành cầu mới.", "UBND quận Hà Đông"),
        (
            "Sáng 15/11, tại cuộc họp giao ban với các phòng, Chủ tịch UBND quận Hà Đông Lê Văn Tám nói về chợ.",
            "UBND quận Hà Đông",
        ),
        ("Ông hỏi tại phiên chất vấn kỳ họp thứ 8 HĐND quận Hà Đông.", "HĐND quận Hà Đông"),
        ("Phó Chủ tịch UBND quận Hà Đông Lê Văn Tám chủ trì hội nghị tổng kết phong trào.", "UBND quận Hà Đông"),
        ("Phó Giám đốc Sở Y tế - bà Lê Thị Hoa - đã chủ trì hội nghị tổng kết phong trào.", "Sở Y tế"),
        ("Bí thư Huyện ủy, Chủ tịch UBND huyện Hoài Đức Lê Văn Tám chủ trì hội nghị tổng kết phong trào.", None),
        ("Chủ tịch UBND quận Hà Đông phân công ông Lê Văn Tám chủ trì hội nghị tổng kết phong trào.", None),
    ],
)
def test_a_party_or_bodies_with_others_hold_an_occasion(read, text: str, organizer: str | None) -> None:
    (event,) = found(read, text)
    assert event.organizer == organizer


def test_the_unit_of_a_post_before_it_holds_no_occasion(read) -> None:
    (event,) = found(
        read, "Ông Lê Văn Tám, Phó chủ tịch UBND quận Hà Đông, thành phố Hà Nội đã có buổi làm việc với Sở Y tế."
    )
    assert event.organizer is None


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        ("Mức phí mới được HĐND quận Long Biên thông qua tại kỳ họp thứ 4.", "HĐND quận Long Biên"),
        ("Việc này sẽ được trình tại kỳ họp thứ 3 (Quốc hội khóa XIV) tuần sau.", "Quốc hội"),
        ("Mức phí mới được UBND quận Long Biên trình tại kỳ họp thứ 4.", None),
        ("Tại kỳ họp bất thường vào ngày 11/6 của HĐND quận Long Biên, ông nói ngắn.", "HĐND quận Long Biên"),
    ],
)
def test_a_session_known_by_its_number_is_of_the_council_named_before_it(read, text: str, organizer: str) -> None:
    (event,) = found(read, text)
    assert event.organizer == organizer


def test_the_term_of_a_council_stands_between_it_and_what_it_held(read) -> None:
    (event,) = found(read, "Ngày 15/7, HĐND quận Long Biên khóa XX, nhiệm kỳ 2021 - 2026 tổ chức hội nghị bàn về chợ.")
    assert event.organizer == "HĐND quận Long Biên"
