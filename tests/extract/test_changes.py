"""On which day a change of post took place."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Changes = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 3/5/2021, ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.", "2021-05-03"),
        ("Ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai từ ngày 1/6/2021.", "2021-06-01"),
        ("Ông Lê Bá Vinh, sinh ngày 4/5/1970, được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.", None),
        ("Ông Lê Bá Vinh (Sinh năm 1970) được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.", None),
        ("Tại Quảng Ninh ngày 3/5/2021, ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.", "2021-05-03"),
    ],
)
def test_the_date_is_that_of_the_change(read: Read, text: str, date: str | None) -> None:
    (fact,) = appointments(read(text))
    assert fact.date == date


def test_a_day_without_year_stays_undated_where_nothing_tells_the_year(read: Read) -> None:
    text = "Ngày 3/5, ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai."
    assert [fact.date for fact in appointments(read(text))] == ["2023-05-03"]
    assert [fact.date for fact in appointments(read(text, date=None))] == [None]
    plain = ("Năm 2019 có nhiều việc. Quý I/2019 đã qua.", "Năm 2019 còn dài.", text)
    assert [fact.date for fact in appointments(read(*plain, date=None))] == [None]  # another year's, often enough


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/5/2021, tỉnh họp. Theo đó, ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.",
        "Ngày 3/5/2021, tỉnh họp. Chiều cùng ngày, ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.",
        "Ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai vào ngày 3/5/2021.",
    ],
)
def test_the_date_may_stand_behind_or_in_the_sentence_before(read: Read, text: str) -> None:
    assert [fact.date for fact in appointments(read(text))] == ["2021-05-03"]


def test_a_documents_day_is_not_that_of_what_an_occasion_did(read: Read) -> None:
    decided = "Quận ủy Hoa Lư ban hành Quyết định số 56-QĐ/QU ngày 8-8-2025 về công tác cán bộ."
    at_session = f"{decided} Tại kỳ họp thứ ba, HĐND quận bầu bà Vũ Thị Minh giữ chức Phó Chủ tịch UBND quận Hoa Lư."
    by_decision = f"{decided} Theo đó, ông Lê Bá Vinh được điều động giữ chức Phó Chánh Văn phòng Quận ủy Hoa Lư."
    assert [fact.date for fact in appointments(read(at_session))] == [None]
    assert [fact.date for fact in appointments(read(by_decision))] == ["2025-08-08"]


def test_the_date_of_an_unconnected_sentence_is_not_that_of_the_change(read: Read) -> None:
    text = "Ngày 3/5/2021, tỉnh họp. Ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai."
    assert [fact.date for fact in appointments(read(text))] == [None]


def test_a_change_quotes_the_place_that_tells_its_day(read: Read) -> None:
    context = read(
        "UBND tỉnh bổ nhiệm ông Lê Bá Vinh giữ chức Giám đốc Sở Y tế Lào Cai.",
        "Ngày 5/3/2022, ông Lê Bá Vinh được bổ nhiệm làm Giám đốc Sở Y tế Lào Cai.",
    )
    (fact,) = appointments(context)
    assert fact.date == "2022-03-05"
    assert fact.evidence.of(context.text).startswith("Lê Bá Vinh được bổ nhiệm")
