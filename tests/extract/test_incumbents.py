"""Who is meant by a post that stands without a name."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.statements import statements

Read = Callable[..., Context]
SAID = "lúa năm nay được mùa hơn mọi năm"


def heard(context: Context) -> list[str]:
    return [fact.speaker for fact in statements(context)]


def test_who_deputises_as_a_rule_is_called_by_the_post_without_that_word(read: Read) -> None:
    first = "Phó Chủ tịch Thường trực UBND tỉnh Bắc Hà Lê Bá Vinh ra đồng."
    assert heard(read(first, f"Phó Chủ tịch UBND tỉnh cho biết {SAID}.")) == ["Lê Bá Vinh"]
    other = "Phó Chủ tịch UBND tỉnh Bắc Hà Trần Văn Tám ra đồng."
    assert heard(read(first, other, f"Phó Chủ tịch UBND tỉnh cho biết {SAID}.")) == ["Trần Văn Tám"]


@pytest.mark.parametrize(("body", "who"), [("Sở TNMT TP Đà Nẵng", ["Lê Bá Vinh"]), ("Sở TNMT TP Hải Phòng", [])])
def test_a_body_may_be_written_otherwise(read: Read, body: str, who: list[str]) -> None:
    first = "Giám đốc Sở Tài nguyên môi trường TP Đà Nẵng Lê Bá Vinh ra đồng."
    assert heard(read(first, f"Giám đốc {body} cho biết {SAID}.")) == who


def test_of_a_post_that_many_hold_who_was_named_last_is_meant(read: Read) -> None:
    first = "Đại biểu Lê Bá Vinh nêu ý kiến về ruộng. Đại biểu Trần Văn Tám nêu ý kiến về thóc."
    assert heard(read(first, f"Đại biểu này cho rằng {SAID}.")) == ["Trần Văn Tám"]
    assert heard(read(first, f"Một số vị đại biểu cho rằng {SAID}.")) == []


def test_of_two_secretaries_who_was_named_last_is_meant(read: Read) -> None:
    first = "Bí thư Huyện ủy Ba Sao Trần Văn Tám và Bí thư Tỉnh ủy Bắc Hà Lê Bá Vinh ra đồng."
    assert heard(read(first, f"Song, Bí thư cũng lưu ý {SAID}.")) == ["Lê Bá Vinh"]
