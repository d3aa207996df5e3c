"""Where the names of occasions end: behind a row of bodies, behind brackets, before what else was done."""

from __future__ import annotations

import pytest

from hbtgraph.extract.events import events


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Quận đã có buổi làm việc với Sở Y tế, Sở Nội vụ, UBND phường Bồ Đề.",
            "buổi làm việc với Sở Y tế, Sở Nội vụ, UBND phường Bồ Đề",
        ),
        ("Tại buổi làm việc với Sở Y tế, UBND quận Long Biên yêu cầu rà soát.", "buổi làm việc với Sở Y tế"),
        (
            "Ông dự buổi làm việc với Hiệp hội Doanh nghiệp (DN) vào sáng nay.",
            "buổi làm việc với Hiệp hội Doanh nghiệp",
        ),
        (
            "Ông dự buổi làm việc với Hiệp hội Làng nghề (LN) TP Huế.",
            "buổi làm việc với Hiệp hội Làng nghề (LN) TP Huế",
        ),
        (
            "Bà dự cuộc họp với Công ty Sao Mai (Hàn Quốc) về cấp nước.",
            "cuộc họp với Công ty Sao Mai (Hàn Quốc) về cấp nước",
        ),
        ("Bà dự Lễ hội Chùa Bối (Hà Nội) cùng bà con.", "Lễ hội Chùa Bối"),
        ("Ông kết thúc chuyến thăm chính thức Nhật Bản và tham dự một hội nghị.", "chuyến thăm chính thức Nhật Bản"),
        (
            "Quận khai mạc Ngày hội Văn hóa, Thể thao và Du lịch quận Hà Đông.",
            "Ngày hội Văn hóa, Thể thao và Du lịch quận Hà Đông",
        ),
        ("Quận khai mạc Ngày hội Văn hóa, Chủ tịch quận dự.", "Ngày hội Văn hóa"),
        ("Ông có chuyến thăm chính thức Nhật Bản theo lời mời của nước bạn.", "chuyến thăm chính thức Nhật Bản"),
        (
            "Quận đã tổ chức cuộc họp với đại diện họ Lê, đại diện Công ty Sao Mai vào sáng nay.",
            "cuộc họp với đại diện họ Lê, đại diện Công ty Sao Mai",
        ),
        (
            "Tại cuộc họp với các phòng, Thủ trưởng các trường diễn ra sáng nay, ông nói.",
            "cuộc họp với các phòng, Thủ trưởng các trường",
        ),
        ("Tại cuộc họp với các chủ chợ, lãnh đạo quận yêu cầu dọn rác.", "cuộc họp với các chủ chợ"),
        ("Quận tổ chức Lễ hội Chùa Bối theo đúng kế hoạch.", "Lễ hội Chùa Bối"),
        ("Quận bế mạc Lễ hội Chùa Bối đặc sắc, đa dạng.", "Lễ hội Chùa Bối"),
        ("Quận tổ chức Lễ hội Chùa Bối quy mô lớn nhất từ trước tới nay.", "Lễ hội Chùa Bối"),
        ("Ông bế mạc hội nghị tổng kết mùa hè Phát biểu Tổng kết có bà Bình.", "hội nghị tổng kết mùa hè"),
    ],
)
def test_a_name_has_all_who_were_met(read, text: str, name: str) -> None:
    assert [event.name for event in events(read(text))] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các đại biểu làm lễ chào cờ.", []),
        ("Sau lễ dâng hương, ông Tám về quận.", []),
        ("Tại lễ ký kết, ông Tám khen ngợi.", ["lễ ký kết"]),
        ("Ngày 12/11/2023, quận tổ chức lễ ra quân.", ["lễ ra quân"]),
    ],
)
def test_a_rite_without_a_name_is_no_occasion_where_nothing_is_told_of_it(read, text: str, names: list[str]) -> None:
    assert [event.name for event in events(read(text))] == names


def test_a_meeting_is_no_part_of_the_same_without_the_word_for_a_meeting(read) -> None:
    text = "Quận tổ chức tọa đàm “Giữ hồn phố cổ”. Ngày 12/11/2023, cuộc tọa đàm “Giữ hồn phố cổ” đã diễn ra."
    (event,) = events(read(text))
    assert event.date == "2023-11-12"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quận đã tổ chức cuộc họp để nghe báo cáo về chợ.", ["cuộc họp để nghe báo cáo về chợ"]),
        ("Quận đã tổ chức cuộc họp để có thêm thời gian.", []),
    ],
)
def test_what_a_meeting_is_for_may_be_its_name(read, text: str, names: list[str]) -> None:
    assert [event.name for event in events(read(text))] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Quận tổ chức lễ khánh thành cầu Sông Nhuệ. Bà con dự lễ khánh thành cây cầu mới của quận Hà Đông.", 1),
        ("Quận tổ chức lễ hội Chùa Bối quận Hà Đông. Bà con dự lễ hội Đền Và của quận Hà Đông.", 2),
        ("Quận tổ chức lễ khánh thành cầu Sông Nhuệ. Bà con dự lễ khánh thành nhà văn hóa phường Bồ Đề.", 2),
    ],
)
def test_two_rites_of_a_sort_are_one_where_more_than_half_their_words_are_the_same(read, text: str, count: int) -> None:
    assert len(list(events(read(text)))) == count


def test_a_preliminary_round_is_no_whole_festival(read) -> None:
    text = "Ngày 1/7/2023, quận mở vòng loại Lễ hội đua thuyền Hà Đông 2023. Ông khen Lễ hội đua thuyền Hà Đông 2023."
    assert [(event.name, event.date) for event in events(read(text))] == [
        ("vòng loại Lễ hội đua thuyền Hà Đông 2023", "2023-07-01"),
        ("Lễ hội đua thuyền Hà Đông 2023", "2023"),
    ]


def test_a_session_of_one_council_written_in_two_ways_is_one(read) -> None:
    text = (
        "Kỳ họp thứ tư HĐND quận Long Biên vui.",
        "Hội đồng nhân dân (HĐND) quận Long Biên tổ chức kỳ họp thứ tư chuyên đề về chợ.",
    )
    assert len(list(events(read(*text)))) == 1


def test_what_an_occasion_does_or_uses_is_no_name_of_it(read) -> None:
    for deed in ("nhất trí với tờ trình", "thông qua Nghị quyết"):
        assert not list(events(read("Quận Hoa Lư họp.", f"Đại hội {deed} của Đảng bộ quận.")))
    (talk,) = events(read("Quận Hoa Lư tổ chức cuộc đối thoại với nhân dân thông qua Mặt trận các cấp."))
    assert talk.name == "cuộc đối thoại với nhân dân"
