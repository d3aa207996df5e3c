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
