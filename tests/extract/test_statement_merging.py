"""Statements told twice."""

from collections.abc import Callable

from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Said = Callable[[Context], list[tuple[str, str]]]


def test_what_a_lead_and_the_text_tell_is_one_statement_the_fuller_one(read: Read, said: Said) -> None:
    short, full = "lúa năm nay được mùa hơn mọi năm", "lúa năm nay được mùa hơn mọi năm nhờ con kênh mới đào"
    context = read(f"Ông Lê Bá Vinh cho biết {short}.", f"Ông Lê Bá Vinh khẳng định {full}.")
    assert said(context) == [("Lê Bá Vinh", full)]


def test_others_words_and_other_words_are_statements_of_their_own(read: Read, said: Said) -> None:
    words = "lúa năm nay được mùa hơn mọi năm"
    context = read(f"Ông Lê Bá Vinh cho biết {words}. Bà Trần Thị Sen cũng cho biết {words}.")
    assert len(said(context)) == 2
    assert (
        len(said(read(f"Ông Lê Bá Vinh cho biết {words}.", "Ông Vinh cho biết con kênh mới đào đã thông nước."))) == 2
    )


def test_what_is_said_and_what_is_denied_are_two(read: Read, said: Said) -> None:
    told = "lúa năm nay ở các xã ven sông {}được mùa hơn mọi năm"
    context = read(f"Ông Lê Bá Vinh cho biết {told.format('')}.", f"Ông Lê Bá Vinh khẳng định {told.format('không ')}.")
    assert len(said(context)) == 2
