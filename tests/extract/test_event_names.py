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
        ("Ông có chuyến thăm chính thức Nhật Bản theo lời mời của nước bạn.", "chuyến thăm chính thức Nhật Bản"),
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
