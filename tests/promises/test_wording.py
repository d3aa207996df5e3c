"""What words say of promises: what is ahead, when it is due, and whether two phrases mean one thing."""

from __future__ import annotations

import pytest

from hbtgraph.promises import deed_of, document_named, is_ahead, is_aim, less_is_better, time_named
from hbtgraph.promises.wording import about_one_thing, content, one_indicator


@pytest.mark.parametrize(
    ("before", "ahead"),
    [
        ("UBND quận sẽ ", True),
        ("UBND quận dự kiến ", True),
        ("UBND quận giao Phòng Nội vụ tham mưu ", True),
        ("UBND quận chưa ", True),
        ("UBND quận ", False),
        ("UBND quận đã ", False),
        ("Dự kiến xong trong năm, UBND quận đã ", False),
        ("Đã họp hai lần, UBND quận sẽ ", True),
    ],
)
def test_the_last_word_of_time_before_a_verb_tells(before: str, ahead: bool) -> None:
    assert is_ahead(before) is ahead


def test_aims_and_whether_less_is_better() -> None:
    assert is_aim("Quận phấn đấu thu")
    assert not is_aim("Quận thu được")
    assert less_is_better("tỷ lệ hộ nghèo", "0,5%")
    assert less_is_better("tỷ lệ mắc bệnh", "dưới 2%")
    assert not less_is_better("thu ngân sách", "đạt 5 tỷ đồng")


def test_only_what_can_be_seen_to_be_done_is_a_deed() -> None:
    assert deed_of("Tổ chức") == deed_of("phối hợp tổ chức") == "hold"
    assert deed_of("đẩy mạnh") == deed_of("quan tâm đến") == ""


def test_a_document_is_its_type_and_what_it_is_about() -> None:
    assert document_named("Kế hoạch hành động về cây xanh") == ("kế hoạch hành động", "về cây xanh")
    assert document_named("vườn hoa theo Kế hoạch") is None


@pytest.mark.parametrize(
    ("words", "day", "time"),
    [
        ("trong quý III/2023", "", ("2023-07-01", "2023-09-30")),
        ("vào tháng 7/2023", "", ("2023-07-01", "2023-07-31")),
        ("ngày 21-4-2023", "", ("2023-04-21", "2023-04-21")),
        ("ngày 21-4-2023, nhân dịp kỷ niệm năm 2023", "", ("2023-04-21", "2023-04-21")),
        ("từ tháng 3/2023, và tháng 5/2024", "", ("", "")),
        ("trong thời gian tới", "2023-01-01", ("", "")),
    ],
)
def test_a_phrase_names_one_time_or_none(words: str, day: str, time: tuple[str, str]) -> None:
    assert time_named(words, day) == time


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kỳ họp thứ tư khóa IX", "Kỳ họp thứ 4", True),
        ("kỳ họp thứ 4", "kỳ họp thứ 5", False),
        ("cải tạo chợ Gốc Đa trong tháng 5/2023", "cải tạo chợ Gốc Đa", True),
        ("cải tạo chợ Gốc Đa", "cải tạo chợ Bờ Kè", False),
        ("cải tạo chợ Gốc Đa", "cải tạo chợ", False),
        ("3 vườn hoa trên đường Bờ Kè", "3 vườn hoa trên đường Bờ Kè với kinh phí 2 tỷ đồng", True),
        ("phát triển kinh tế ban đêm", "phát triển kinh tế ban trưa", False),
        ("hội nghị", "hội nghị", False),
    ],
)
def test_two_phrases_of_one_thing(one: str, other: str, same: bool) -> None:
    assert about_one_thing(content(one), content(other)) is same
    assert about_one_thing(content(other), content(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mục tiêu thu ngân sách nhà nước năm 2023", "thu ngân sách trên địa bàn", True),
        ("thu ngân sách", "chi ngân sách", False),
        ("học sinh vào lớp 1", "học sinh vào lớp 6", False),
        ("tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo", False),
        ("cây xanh trồng mới", "trồng mới cây xanh", True),
    ],
)
def test_two_indicators_are_one_where_no_telling_word_differs(one: str, other: str, same: bool) -> None:
    assert one_indicator(content(one, indicator=True), content(other, indicator=True)) is same


def test_an_occasion_is_told_apart_by_its_year_and_opens_as_a_whole() -> None:
    def same(one: str, other: str) -> bool:
        return about_one_thing(content(one, years=True), content(other, years=True))

    assert same("phiên khai mạc Lễ hội cốm Làng Vòng năm 2023", "Lễ hội cốm Làng Vòng 2023")
    assert not same("Lễ hội cốm Làng Vòng năm 2022", "Lễ hội cốm Làng Vòng năm 2023")
