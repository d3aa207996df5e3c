"""Occasions in a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from hbtgraph.extract.context import context as make_context
from hbtgraph.extract.events import events
from hbtgraph.model import Block, Event, Span


def found(read, *paragraphs: str, **parts: str) -> list[Event]:
    return list(events(read(*paragraphs, **parts)))


def test_an_occasion_has_its_day_place_and_organizer(read) -> None:
    (event,) = found(
        read, "Sáng 15/11, tại Nhà văn hóa phường Gia Thụy, UBND quận Long Biên đã tổ chức lễ trao nhà tình nghĩa."
    )
    assert event.name == "lễ trao nhà tình nghĩa"
    assert (event.date, event.place, event.organizer, event.status) == (
        "2023-11-15",
        "Nhà văn hóa phường Gia Thụy",
        "UBND quận Long Biên",
        "held",
    )


def test_the_organizer_and_day_may_follow_the_name(read) -> None:
    (event,) = found(read, "Hội nghị sơ kết công tác hè do UBND quận Long Biên tổ chức ngày 3-8-2023 tại trụ sở quận.")
    assert (event.name, event.organizer) == ("Hội nghị sơ kết công tác hè", "UBND quận Long Biên")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phát biểu tại kỳ họp thứ 8 HĐND quận Long Biên, ông nói ngắn.", "kỳ họp thứ 8 HĐND quận Long Biên"),
        ("Trường tổ chức gặp mặt cựu học sinh nhân dịp cuối năm.", "gặp mặt cựu học sinh"),
        ("Quận mở hội thảo “Giữ hồn phố cổ” vào ngày 2/3.", "hội thảo Giữ hồn phố cổ"),
        ("Ông dự buổi làm việc với Sở Y tế về vắc xin.", "buổi làm việc với Sở Y tế về vắc xin"),
        ("Các đội dự Hội thi Tiếng hát công nhân được khen.", "Hội thi Tiếng hát công nhân"),
    ],
)
def test_the_name_is_the_whole_noun_phrase(read, text: str, name: str) -> None:
    (event,) = found(read, text)
    assert event.name == name


def test_the_same_day_is_the_day_before_it_in_the_text(read) -> None:
    one, other = found(
        read,
        "Sáng 15/11, quận Long Biên tổ chức lễ khai giảng lớp nghề.",
        "Cùng ngày, quận Hà Đông tổ chức hội nghị công bố quy hoạch.",
    )
    assert (one.date, other.date) == ("2023-11-15", "2023-11-15")


def test_an_occasion_is_one_record_under_its_fullest_name(read) -> None:
    (event,) = found(
        read,
        "Lễ phát động trồng cây.",
        "Ngày 15/11/2023, quận Long Biên tổ chức Lễ phát động trồng cây ven sông.",
    )
    assert (event.name, event.date) == ("Lễ phát động trồng cây ven sông", "2023-11-15")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Quận sẽ tổ chức lễ khánh thành cầu mới.", "planned"),
        ("Ngày 28/12/2023, quận tổ chức lễ khánh thành cầu mới.", "planned"),
        ("Ngày 1/11/2023, quận tổ chức lễ khánh thành cầu mới.", "held"),
    ],
)
def test_what_is_to_come_is_planned(read, text: str, status: str) -> None:
    (event,) = found(read, text)
    assert event.status == status


def test_a_stretch_of_plans_runs_until_something_was_done(read) -> None:
    statuses = [
        event.status
        for event in found(
            read,
            "Trong thời gian tới, quận sẽ lo việc chợ. Tổ chức Hội nghị tổng kết phong trào. "
            "Quận đã tổ chức Hội nghị công bố quy hoạch.",
        )
    ]
    assert statuses == ["planned", "held"]


def test_a_stretch_of_plans_ends_at_a_subheading(article) -> None:
    made = article("Năm tới, quận sẽ lo việc chợ.", "Chuyện cũ", "Quận tổ chức Hội nghị công bố quy hoạch.")
    at = made.text.index("Chuyện cũ")
    blocks = tuple(
        Block(kind="subheading", span=block.span) if block.span == Span(at, at + 9) else block for block in made.blocks
    )
    (event,) = events(make_context(structs.replace(made, blocks=blocks)))
    assert event.status == "held"


def test_plans_take_the_year_of_their_horizon(read) -> None:
    (event,) = found(
        read, "Trong những tháng cuối năm 2023, quận sẽ lo việc chợ. Tổ chức Hội nghị tổng kết phong trào."
    )
    assert (event.date, event.status) == ("2023", "planned")


@pytest.mark.parametrize(("horizon", "date"), [("đến năm 2030", None), ("đến cuối năm 2023", "2023")])
def test_a_far_horizon_tells_no_year(read, horizon: str, date: str | None) -> None:
    (event,) = found(read, f"Từ nay {horizon}, quận sẽ lo việc chợ. Tổ chức Hội nghị tổng kết phong trào.")
    assert (event.date, event.status) == (date, "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị này diễn ra ba ngày.",
        "Các hội nghị công bố quy hoạch đều vắng.",
        "Bà mua đồ lễ vật cho ngày rằm.",
        "Theo nghị quyết Đại hội Đảng bộ quận, phường phải đổi mới.",
        "Buổi lễ đã khép lại.",
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


def test_a_unit_by_its_level_alone_is_the_one_that_the_article_means(read) -> None:
    (event,) = found(read, "Quận Long Biên họp bàn. Quận cũng sẽ tổ chức lễ khánh thành cầu mới.")
    assert event.organizer == "quận Long Biên"


def test_plans_are_held_by_whoever_opens_the_stretch(read) -> None:
    (event,) = found(
        read, "Trong thời gian tới, quận Long Biên sẽ lo việc chợ. Cùng với đó là tổ chức Hội nghị tổng kết phong trào."
    )
    assert (event.organizer, event.status) == ("quận Long Biên", "planned")


def test_a_session_is_held_by_the_body_whose_it_is(read) -> None:
    (event,) = found(read, "Ông phát biểu tại kỳ họp thứ 8 của HĐND quận Long Biên.")
    assert event.organizer == "HĐND quận Long Biên"


def test_the_day_remembered_is_not_the_day_of_the_ceremony(read) -> None:
    (event,) = found(read, "Quận tổ chức lễ kỷ niệm 40 năm lập chợ (14/6/1983 - 14/6/2023).")
    assert event.date is None


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


def test_the_day_may_part_an_occasion_from_its_holder(read) -> None:
    (event,) = found(read, "Tại buổi họp báo thường kỳ chiều 15/11 của Sở Nội vụ Lào Cai, báo chí hỏi nhiều.")
    assert event.name == "buổi họp báo thường kỳ của Sở Nội vụ Lào Cai"
    assert (event.date, event.organizer) == ("2023-11-15", "Sở Nội vụ Lào Cai")


def test_a_day_told_by_who_speaks_is_not_the_occasions(read) -> None:
    (event,) = found(read, "Tại hội nghị tổng kết công tác dân vận, bà Hoa nói: Ngày 2/3/1999 làng có điện.")
    assert event.date is None


def test_the_same_day_is_the_first_of_the_last_sentence_with_one(read) -> None:
    text = "Sáng 15/11, mưa to. Gió mạnh dần. Cùng ngày, UBND quận Long Biên tổ chức lễ trao nhà tình nghĩa."
    (event,) = found(read, text)
    assert event.date == "2023-11-15"


def test_the_day_of_what_a_committee_says_is_not_its_occasions(read) -> None:
    said = "Ngày 7/7/2023, ông Lê Văn Tám, Phó ban tổ chức Lễ hội đua thuyền Sông Nhuệ cho biết mọi việc đã xong."
    (event,) = found(read, said)
    assert (event.name, event.date) == ("Lễ hội đua thuyền Sông Nhuệ", None)


def test_a_committee_that_is_named_holds_nothing(read) -> None:
    assert found(read, "Ban tổ chức kỷ niệm các ngày lễ lớn của quận Hà Đông nhắc nhở các phường.") == []


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
    ],
)
def test_unnamed_doings_and_holidays_are_no_occasions(read, text: str) -> None:
    assert found(read, text) == []


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
    ],
)
def test_a_verb_names_an_occasion_where_officials_did_so_on_a_day(read, text: str, name: str) -> None:
    assert [event.name for event in found(read, text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "UBND quận Long Biên đã khảo sát công tác tiêm chủng.",
        "Ngày 15/11, Sở Y tế cho biết quận Long Biên đã kiểm tra việc tiêm chủng.",
        "Ngày 15/11, Công an quận Long Biên đã kiểm tra chiếc xe màu đỏ.",
        "Ngày 15/11, chị gái đã đến làm việc với Công an quận Long Biên.",
        "UBND quận Long Biên sẽ tổ chức trao quà.",
    ],
)
def test_what_is_done_on_no_day_or_by_nobody_in_office_is_no_occasion(read, text: str) -> None:
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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Theo kế hoạch của phường, sáng 15/11, UBND quận Long Biên tổ chức lễ trao quà cho trẻ.", "2023-11-15"),
        ("Ngày 15/11, ông Lê Văn Tám cho biết quận đã tổ chức lễ trao quà cho trẻ.", None),
        ("Ngày 15/11, phát biểu tại lễ trao quà cho trẻ, ông cảm ơn.", "2023-11-15"),
    ],
)
def test_the_day_of_the_clause_is_the_occasions(read, text: str, date: str | None) -> None:
    (event,) = found(read, text)
    assert event.date == date


def test_what_is_told_beside_has_not_the_sentences_day_and_place(read) -> None:
    (event,) = found(read, "Ngày 15/11, tại phường Gia Thụy, cử tri gặp ông trước kỳ họp thứ 8 HĐND quận Long Biên.")
    assert (event.date, event.place) == (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lễ khai giảng lớp nghề diễn ra tại xã Yên Sở (huyện Hoài Đức).", "xã Yên Sở (huyện Hoài Đức)"),
        ("Hội nghị sơ kết hè do UBND quận Long Biên tổ chức ngày 3/8, tại hội trường quận.", "hội trường quận"),
        ("Dự lễ khai giảng lớp nghề, ông kể chuyện đời mình khi ở xã Yên Sở.", None),
        ("Ông nhắc buổi tiếp của bộ trưởng với Đại sứ Phần Lan tại Việt Nam.", None),
    ],
)
def test_a_place_is_told_of_the_occasion_itself(read, text: str, place: str | None) -> None:
    (event,) = found(read, text)
    assert event.place == place


def test_what_will_take_place_is_planned(read) -> None:
    (event,) = found(read, "Lễ hội đua thuyền Sông Nhuệ sẽ diễn ra vào mùa xuân.")
    assert event.status == "planned"


def test_who_was_at_an_occasion_plans_none(read) -> None:
    plans = "Thời gian tới, quận sẽ lo việc chợ. Bộ trưởng nhắc điều ấy tại Hội nghị tổng kết phong trào đọc sách."
    (event,) = found(read, plans)
    assert event.status == "held"


def test_the_post_of_a_person_is_no_organizer(read) -> None:
    (event,) = found(read, "Bà Lê Thị Hoa, Chủ tịch UBND quận Long Biên đã có buổi làm việc với Sở Y tế.")
    assert event.organizer is None


def test_the_month_directly_behind_the_name_is_its_date(read) -> None:
    (event,) = found(read, "Ông dự lễ khánh thành cầu Sông Nhuệ vào tháng 9/2022.")
    assert event.date == "2022-09"


def test_the_place_is_not_who_holds_it(read) -> None:
    told = "Tối 15/11, tại sân đình, xã Yên Sở, huyện Hoài Đức, Sở Văn hóa Hà Nội tổ chức Lễ hội đua thuyền Sông Nhuệ."
    (event,) = found(read, told)
    assert (event.place, event.organizer) == ("sân đình, xã Yên Sở, huyện Hoài Đức", "Sở Văn hóa Hà Nội")


def test_what_reporters_do_is_no_occasion(read) -> None:
    assert found(read, "Phóng viên đã có buổi làm việc với UBND xã Yên Sở.") == []


def test_the_name_of_a_village_is_no_ceremony(read) -> None:
    assert found(read, "Dân thôn Lễ Pháp thuộc xã Yên Sở cùng góp công.") == []


def test_the_day_behind_a_documents_number_is_the_documents(read) -> None:
    (event,) = found(read, "Bà dự hội nghị triển khai Kế hoạch số 29/KH-UBND ngày 2/3/2021 của UBND quận Long Biên.")
    assert (event.date, event.organizer) == (None, None)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("Ngày hội Đọc sách năm 2022", "2022-11-15"),
        ("hội nghị tổng kết công tác năm 2022", "2022"),
        ("hội nghị triển khai quy hoạch đến năm 2030", None),
    ],
)
def test_a_day_without_its_year_is_of_the_year_that_the_name_gives(read, name: str, date: str | None) -> None:
    told = (f"Sáng 15/11, quận Long Biên tổ chức {name}.", "Việc của năm 2024 còn dài.")
    (event,) = found(read, *told, date=None)
    assert event.date == date


def test_what_a_press_conference_is_about_has_not_its_day(read) -> None:
    told = "Ngày 15/11, tại Hà Đông, quận Long Biên tổ chức họp báo về Lễ hội Cà phê và Liên hoan Cồng chiêng."
    events = found(read, told)
    assert [(event.name, event.date, event.place) for event in events] == [
        ("họp báo về Lễ hội Cà phê", "2023-11-15", "Hà Đông"),
        ("Liên hoan Cồng chiêng", None, None),
    ]


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
