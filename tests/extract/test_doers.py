"""Who acts together: a row of bodies before the verb is read whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.events import events

Read = Callable[..., Context]


@pytest.mark.parametrize(
    ("before", "organizer"),
    [
        (
            "Ngày 4/7, UBND quận Hồng Bàng (Hải Phòng) và Sở Y tế Hải Phòng đã",
            "UBND quận Hồng Bàng, Sở Y tế Hải Phòng",
        ),
        ("Hôm nay, Hội Nông dân Việt Nam (HND) và Bộ Y tế phối hợp", "Hội Nông dân Việt Nam, Bộ Y tế"),
        ("Sáng nay, ngày 6.2 UBND quận Hồng Bàng cùng Bộ Y tế", "UBND quận Hồng Bàng, Bộ Y tế"),
        ("Sáng nay tại UBND quận Hồng Bàng, Bộ Y tế", "Bộ Y tế"),
    ],
)
def test_brackets_and_a_day_end_no_row_of_bodies(read: Read, before: str, organizer: str) -> None:
    context = read(f"{before} tổ chức hội nghị sơ kết công tác tiêm chủng.")
    assert [event.organizer for event in events(context)] == [organizer]
