"""Words that stand before the naming of whose they are, and verbs that but point back or name a topic."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.statements import statements

Read = Callable[..., Context]
SAID = "phải gặt lúa xong trước ngày mưa bão"


def said(context: Context) -> list[tuple[str, str]]:
    return [(fact.speaker, fact.text) for fact in statements(context)]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID}” là chỉ đạo của ông Lê Bá Vinh.",
        f"“{SAID}” - đây là những chia sẻ của Giám đốc Sở Y tế Lê Bá Vinh.",
        f"{SAID} là ý kiến nhất quán của ông Lê Bá Vinh trong buổi họp.",
    ],
)
def test_words_that_the_sentence_says_to_be_somebodys(read: Read, text: str) -> None:
    assert said(read("Trời sắp mưa.", text)) == [("Lê Bá Vinh", SAID)]


def test_what_something_amounts_to_is_not_said(read: Read) -> None:
    assert said(read("Gặt lúa trước khi mưa nghĩa là thừa nhận lỗi của ông Lê Bá Vinh.")) == []


def test_that_may_be_what_the_words_are_about(read: Read) -> None:
    told = f"Xã đã cho gặt lúa trước mùa mưa. Ông Lê Bá Vinh cho rằng {{}} {SAID}."
    assert said(read(told.format("điều này"))) == [("Lê Bá Vinh", f"điều này {SAID}")]
    pointed = "Xã đã cho gặt lúa trước mùa mưa. Ông Lê Bá Vinh khẳng định điều này tại cuộc họp."
    assert said(read(pointed)) == [("Lê Bá Vinh", "Xã đã cho gặt lúa trước mùa mưa")]


@pytest.mark.parametrize("deed", ["chia sẻ thông tin", "nói chuyện", "bức xúc vì thóc rẻ"])
def test_a_topic_tells_no_words(read: Read, deed: str) -> None:
    assert said(read(f"Ông Lê Bá Vinh {deed} với bà con xã viên ở xóm Đông.")) == []


@pytest.mark.parametrize("when", ["trong thời gian tới", "trước mắt", "trong 6 tháng đầu năm"])
def test_words_may_begin_with_a_time(read: Read, when: str) -> None:
    assert said(read(f"Ông Lê Bá Vinh thông tin {when}, {SAID}.")) == [("Lê Bá Vinh", f"{when}, {SAID}")]


def test_a_verb_that_another_deed_follows_tells_no_words(read: Read) -> None:
    assert said(read("Ông Lê Bá Vinh giải trình, làm rõ một số ý kiến của bà con xã viên.")) == []


@pytest.mark.parametrize("told", ["nói với Báo Lúa Vàng:", "thông tin trên tờ Lúa Vàng,"])
def test_words_may_be_told_in_a_paper(read: Read, told: str) -> None:
    assert said(read(f"Ông Lê Bá Vinh {told} {SAID}.")) == [("Lê Bá Vinh", SAID)]


def test_brackets_may_hold_brackets(read: Read) -> None:
    who = "Ông Lê Bá Vinh (đại diện Viện Lúa (Pháp), chủ nhiệm dự án)"
    assert said(read(f"{who} chia sẻ, {SAID}.")) == [("Lê Bá Vinh", SAID)]
