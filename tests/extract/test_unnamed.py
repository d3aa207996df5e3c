"""Whom a pronoun means behind somebody whom the text does not name."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Said = Callable[[Context], list[tuple[str, str]]]
SAID = "lúa năm nay được mùa hơn mọi năm"
NAMED = "Ông Lê Bá Vinh, Giám đốc Sở Y tế, cho biết con đê đã đắp xong trước mùa mưa."


@pytest.mark.parametrize(
    "somebody", ["Một cán bộ thủy lợi của huyện cho biết", "Theo đó, đại diện trạm bơm khẳng định"]
)
@pytest.mark.parametrize("second", [f"Theo ông, {SAID}.", f"“{SAID}”, vị này nói."])
def test_a_pronoun_behind_somebody_without_a_name_means_nobody_named(
    read: Read, somebody: str, second: str, said: Said
) -> None:
    told = said(read(NAMED, f"{somebody} kênh đang được đào sâu thêm. {second}"))
    assert [text for _, text in told] == ["con đê đã đắp xong trước mùa mưa"]


@pytest.mark.parametrize(
    "between", ["Một con kênh đang được đào sâu thêm.", "Đó là nơi đại diện các làng mà ông cho biết sẽ gặp."]
)
def test_a_pronoun_means_who_was_named_where_nobody_else_speaks(read: Read, between: str, said: Said) -> None:
    assert ("Lê Bá Vinh", SAID) in said(read(NAMED, f"{between} Theo ông, {SAID}."))
