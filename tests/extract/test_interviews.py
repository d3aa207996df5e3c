from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.interviews import Interview
from hbtgraph.vietnamese.text import sentences


def answers(text: str) -> list[str]:
    interview = Interview(text)
    found = (interview.answer_in(sentence) for sentence in sentences(text))
    return [answer.of(text) for answer in found if answer]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Bao giờ đào kênh? - Sang năm mới có tiền đào kênh.", ["Sang năm mới có tiền đào kênh."]),
        ("PV: Kênh hẹp quá. Bao giờ mở? Sang năm mới có tiền đào. Dân chờ.", ["Sang năm mới có tiền đào."]),
        ("Thưa ông, bao giờ đào? Đúng. Sang năm mới có tiền đào.", ["Sang năm mới có tiền đào."]),
        ("- Kênh ra sao? - Đang đào đoạn qua làng. - Còn đê? - Con đê đã đắp xong rồi.",
         ["Đang đào đoạn qua làng.", "Con đê đã đắp xong rồi."]),
        ("Kênh còn hẹp, theo ông cần làm gì? Phải mở rộng kênh ngay.", ["Phải mở rộng kênh ngay."]),
        ("Đê yếu quá, ông nghĩ sao? Con đê đã đắp xong rồi.", ["Con đê đã đắp xong rồi."]),
    ],
)  # fmt: skip
def test_what_follows_a_question_is_its_answer(text: str, expected: list[str]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vì sao lúa mất mùa? Năm nay mưa nhiều hơn mọi năm.",
        "Phải chăng lúa của ông Tám mất mùa? Năm nay mưa nhiều hơn mọi năm.",
        "- Bao giờ đào kênh? - Còn con đê thì bao giờ mới đắp?",
        "PV: Kênh hẹp quá. Dân làng đã chờ nhiều năm rồi.",
    ],
)
def test_without_a_question_put_to_somebody_there_is_no_answer(text: str) -> None:
    assert answers(text) == []


def test_a_sentence_behind_a_question_in_which_another_speaks_is_no_answer(
    read: Callable[..., Context], said: Callable[[Context], list[tuple[str, str]]]
) -> None:
    words = "con đê đã đắp xong trước mùa mưa"
    context = read(
        "Trả lời phỏng vấn, ông Lê Bá Vinh nói về con đê. - Theo ông, bao giờ đê mới đắp xong?",
        f"Cũng tại xã, bà Trần Thị Sen cho biết {words}.",
    )
    assert said(context) == [("Trần Thị Sen", words)]


def test_a_question_put_to_somebody_is_not_what_is_said(
    read: Callable[..., Context], said: Callable[[Context], list[tuple[str, str]]]
) -> None:
    talk = "Trả lời phỏng vấn, ông Lê Bá Vinh nói về con đê."
    answer = "con đê đã đắp xong trước mùa mưa"
    asked = read(talk, "Theo ông, cần làm gì để đê khỏi vỡ?", f"- Phải nói rằng {answer}.")
    assert said(asked) == [("Lê Bá Vinh", f"Phải nói rằng {answer}")]
    assert said(read(talk, f"Theo ông, {answer}.")) == [("Lê Bá Vinh", answer)]
