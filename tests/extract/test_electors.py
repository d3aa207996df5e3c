"""Posts without a body at the body that elects its own head."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Changes = Callable[[Context], list[tuple[str, str | None, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hội Nông dân huyện Bắc Hà đã nhất trí bầu bà Lê Thị Vinh làm Chủ tịch.", "Hội Nông dân huyện Bắc Hà"),
        ("Bà Lê Thị Vinh được Hội Nông dân huyện Bắc Hà tín nhiệm bầu làm Chủ tịch.", "Hội Nông dân huyện Bắc Hà"),
        ("Đại hội Hội Nông dân huyện Bắc Hà khóa XI đã bầu bà Lê Thị Vinh làm Chủ tịch.", "Hội Nông dân huyện Bắc Hà"),
    ],
)
def test_who_elects_a_head_without_a_body_elects_its_own(read: Read, changes: Changes, text: str, body: str) -> None:
    assert changes(read(text)) == [("Lê Thị Vinh", "Chủ tịch", body, "elected")]


@pytest.mark.parametrize(
    "text",
    [
        "HĐND huyện Bắc Hà đã bầu bà Lê Thị Vinh làm Chủ tịch.",
        "Theo Hội Nông dân huyện Bắc Hà, xã viên vừa họp và bầu bà Lê Thị Vinh làm Chủ tịch.",
    ],
)
def test_councils_and_those_who_only_tell_of_it_do_not(read: Read, changes: Changes, text: str) -> None:
    assert changes(read(text)) == []
