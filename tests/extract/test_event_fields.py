"""What is told of an occasion: its day, its place, who holds it, whether it is still to come."""

from __future__ import annotations

import pytest
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


def test_the_same_day_is_the_day_before_it_in_the_text(read) -> None:
    one, other = found(
        read,
        "Sáng 15/11, quận Long Biên tổ chức lễ khai giảng lớp nghề.",
        "Cùng ngày, quận Hà Đông tổ chức hội nghị công bố quy hoạch.",
    )
    assert (one.date, other.date) == ("2023-11-15", "2023-11-15")


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


def test_a_unit_by_its_level_alone_is_the_one_that_the_article_means(read) -> None:
    (event,) = found(read, "Quận Long Biên họp bàn. Quận cũng sẽ tổ chức lễ khánh thành cầu mới.")
    assert event.organizer == "quận Long Biên"


def test_plans_are_held_by_whoever_opens_the_stretch(read) -> None:
    (event,) = found(
        read, "Trong thời gian tới, quận Long Biên sẽ lo việc chợ. Cùng với đó là tổ chức Hội nghị tổng kết phong trào."
    )
    assert (event.organizer, event.status) == ("quận Long Biên", "planned")


def test_the_day_remembered_is_not_the_day_of_the_ceremony(read) -> None:
    (event,) = found(read, "Quận tổ chức lễ kỷ niệm 40 năm lập chợ (14/6/1983 - 14/6/2023).")
    assert event.date is None


def test_the_day_an_anniversary_is_of_is_not_the_day_it_is_kept_on(read) -> None:
    told = "Kỷ niệm 100 năm ngày sinh Lê Bá Vinh (7/7/1917 - 7/7/2017), sáng 7/7, quận Long Biên tổ chức lễ dâng hương."
    (event,) = found(read, told, date="2017-07-08")
    assert event.date == "2017-07-07"


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
        ("Lễ hội Sông Nhuệ 2023 (tổ chức tại sân đình Gia Thụy) đã xong.", "sân đình Gia Thụy"),
        ("Họ dự Lễ hội Sông Nhuệ 2023, sẽ tổ chức vào tháng 9, dự kiến diễn ra tại Hà Đông.", "Hà Đông"),
        ("UBND quận Long Biên tổ chức lễ tri ân liệt sĩ hy sinh tại Lào.", None),
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


def test_the_month_directly_behind_the_name_is_its_date(read) -> None:
    (event,) = found(read, "Ông dự lễ khánh thành cầu Sông Nhuệ vào tháng 9/2022.")
    assert event.date == "2022-09"


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


def test_a_day_with_a_capital_word_opens_a_sentence_that_no_full_stop_parts_from_a_caption(read) -> None:
    caption = "Ông Lê Văn Tám, Chủ tịch UBND quận Long Biên phát biểu trước các hộ dân của phường Gia Thụy"
    (event,) = found(read, f"{caption} Ngày 15/11, quận Long Biên tổ chức hội nghị công bố quy hoạch.")
    assert event.date == "2023-11-15"


def test_occasions_in_a_row_share_the_day_and_place_of_the_last(read) -> None:
    told = "Lễ hội Cà phê, Liên hoan Cồng chiêng và Hội chợ Sông Nhuệ sẽ diễn ra ngày 20/12/2023 tại Hà Đông."
    assert {(event.date, event.place, event.status) for event in found(read, told)} == {
        ("2023-12-20", "Hà Đông", "planned")
    }


def test_the_number_of_a_decree_is_no_year_of_an_occasion(read) -> None:
    (event,) = found(read, "Ông dự hội nghị về tàu cá theo nghị định 67/2014.", date=None)
    assert event.date is None


def test_the_day_of_the_next_sentence_is_not_the_occasions(read) -> None:
    told = "Chưa bỏ lễ hội đua thuyền Sông Nhuệ Sáng 15/11, quận Long Biên cho biết như vậy."
    (event,) = found(read, told)
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“Quận sẽ lo việc ấy”, ông nói tại buổi làm việc với Sở Y tế.", "held"),
        ("Tờ trình sẽ được thông qua tại kỳ họp thứ 4 của HĐND quận Hà Đông.", "planned"),
        ("Ông sẽ tham dự hội nghị công bố quy hoạch quận.", "planned"),
    ],
)
def test_what_is_said_at_an_occasion_may_be_to_come(read, text: str, status: str) -> None:
    (event,) = found(read, text)
    assert event.status == status


def test_a_place_that_was_named_before_is_none(read) -> None:
    (event,) = found(read, "Lễ hội Sông Nhuệ 2023 diễn ra tại phường này.")
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Quận tổ chức hội nghị sơ kết 5 năm thực hiện Luật Hợp tác xã năm 2012.", None),
        ("Quận tổ chức hội nghị về phân bổ dự toán ngân sách quận năm 2015.", None),
        ("Quận tổ chức hội nghị công bố chỉ số cải cách hành chính năm 2015.", None),
        ("Quận tổ chức hội nghị công tác dân vận năm 2015.", "2015"),
    ],
)
def test_the_year_of_a_law_or_budget_in_its_name_is_not_its_own(read, text: str, date: str | None) -> None:
    (event,) = found(read, text)
    assert event.date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tối 7/7, quận diễn ra lễ bế mạc Ngày hội văn hóa Sông Nhuệ lần thứ 2.", None),
        ("Tại vòng loại Ngày hội văn hóa Sông Nhuệ lần thứ 2 ngày 7/7, quận khen người thắng.", None),
        ("Tối 7/7, quận tổ chức Ngày hội văn hóa Sông Nhuệ lần thứ 2.", "2023-07-07"),
    ],
)
def test_the_day_of_a_part_of_it_is_not_its_own(read, text: str, date: str | None) -> None:
    event = next(event for event in found(read, text) if event.name.startswith("Ngày hội"))
    assert event.date == date


def test_a_sentence_that_no_full_stop_parts_has_its_own_day(read) -> None:
    (event,) = found(read, "Quận dừng Lễ hội Sông Nhuệ lần thứ 2 Ngay trong ngày 1.7, UBND quận có văn bản.")
    assert event.date is None


@pytest.mark.parametrize(
    "text",
    [
        "Quận dự lễ khánh thành cầu mới tại Phúc La Bí thư Quận ủy Lê Văn Tám ghi nhận sự cố gắng.",
        "Quận dự lễ khánh thành cầu mới tại Phúc La.",
    ],
)
def test_a_place_ends_before_who_speaks_next(read, text: str) -> None:
    (event,) = found(read, text)
    assert event.place == "Phúc La"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lễ hội Sông Nhuệ lần thứ 2 diễn ra từ ngày 10 đến 13/6.", "2023-06-10"),
        ("Trong các ngày 16 và ngày 17-5, quận Hà Đông tổ chức lễ hội Sông Nhuệ lần thứ 2.", "2023-05-16"),
        ("Lễ hội Sông Nhuệ lần thứ 2 diễn ra từ 9/6 đến 14/6.", "2023-06-09"),
        ("Lễ hội Sông Nhuệ lần thứ 2 diễn ra đến hết ngày 13/6.", None),
        ("Cụ Hoa dự Lễ hội Sông Nhuệ lần thứ 2 đã mất vào chiều 13/6.", None),
    ],
)
def test_of_several_days_the_first_is_its_day(read, text: str, day: str | None) -> None:
    (event,) = found(read, text)
    assert event.date == day


def test_the_day_behind_a_number_with_a_gap_is_the_document_s(read) -> None:
    text = "Ngày 16/9, quận tổ chức hội nghị triển khai Kết luận số 209 -KL/TU ngày 22/6/2022 của Thành ủy."
    assert [event.date for event in found(read, text)] == ["2023-09-16"]
