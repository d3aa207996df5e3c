"""What tells that somebody speaks, and where the words begin."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.statements import statements

Read = Callable[..., Context]
Said = Callable[[Context], list[tuple[str, str]]]
SAID = "lúa năm nay được mùa hơn mọi năm"


@pytest.mark.parametrize("verb", ["khai hoang", "triển khai", "đáp ứng"])
def test_words_that_hold_a_verb_of_speech_are_none(read: Read, verb: str) -> None:
    assert list(statements(read(f"Ông Lê Bá Vinh {verb} khu đất rộng hai mươi mẫu ở ven sông từ lâu."))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"Ông Vinh thẳng thắn: {SAID[0].upper()}{SAID[1:]}.",
        f"Ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh: {SAID[0].upper()}{SAID[1:]}.",
        f"- GS.TSKH Lê Bá Vinh: {SAID[0].upper()}{SAID[1:]}.",
        f"Biên bản chép lời của ông Lê Bá Vinh với tư cách người đứng đầu xã: “{SAID[0].upper()}{SAID[1:]}”.",
    ],
)
def test_a_colon_opens_words_where_no_verb_does(read: Read, sentence: str) -> None:
    (fact,) = statements(read("Ông Lê Bá Vinh ra đồng.", sentence))
    assert (fact.speaker, fact.text.lower()) == ("Lê Bá Vinh", SAID)


def test_a_colon_before_a_list_of_people_opens_no_words(read: Read, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh: Nguyễn Thị Mận, Trần Văn Đào, Phạm Thị Lựu cùng đi với đoàn.")) == []


@pytest.mark.parametrize("addressee", ["báo chí", "phóng viên"])
def test_the_addressee_may_part_the_verb(read: Read, addressee: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh cho {addressee} biết {SAID}.")) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "verb", ["trao đổi với PV bên lề kỳ họp", "nhớ lại", "hoài nghi về cách làm của xã mình lâu nay"]
)
def test_next_to_anything_may_tell_how_a_quotation_before_was_said(read: Read, verb: str, said: Said) -> None:
    assert said(read(f"“{SAID}”, ông Lê Bá Vinh {verb}.")) == [("Lê Bá Vinh", SAID)]


def test_a_quotation_that_ends_in_a_question_is_of_whom_a_dash_names(read: Read, said: Said) -> None:
    quoted = "Vì sao lúa năm nay được mùa hơn mọi năm?"
    assert said(read(f"“{quoted}” - ông Lê Bá Vinh chất vấn các chủ tịch xã.")) == [("Lê Bá Vinh", quoted)]


def test_a_heading_in_quotation_marks_is_not_what_is_said_behind_it(read: Read, said: Said) -> None:
    text = f"“Cứ được mùa là lại mất giá” Ông Lê Bá Vinh cho biết: “{SAID}”."
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(("told", "words"), [(f"bảo: “{SAID}”", [SAID]), (f"báo cáo rằng {SAID}", [SAID])])
def test_verbs_of_talk_tell_words_behind_a_colon_or_rang(read: Read, told: str, words: list[str], said: Said) -> None:
    assert [text for _, text in said(read(f"Ông Lê Bá Vinh {told}."))] == words


@pytest.mark.parametrize(
    "deed", ["báo cáo tình hình gieo cấy của xã An Khánh", "bảo vệ đàn trâu của cả làng trong mùa rét"]
)
def test_verbs_of_talk_alone_tell_no_words(read: Read, deed: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh {deed}.")) == []


@pytest.mark.parametrize(
    "deed",
    [
        "viết đơn gửi ban thủy lợi của huyện về con kênh",
        "kể lại câu chuyện đắp đê của làng nhiều năm về trước",
        "phát biểu kết luận buổi làm việc với ban thủy lợi",
    ],
)
def test_what_was_told_or_written_is_not_yet_its_words(read: Read, deed: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh {deed}.")) == []
    assert said(read(f"Ông Lê Bá Vinh {deed}: “{SAID}”.")) == [("Lê Bá Vinh", SAID)]


def test_a_pointing_word_that_words_follow_does_not_point_back(read: Read, said: Said) -> None:
    assert said(read(f"Mạ đã lên xanh khắp cả cánh đồng. Ông Lê Bá Vinh cho biết điều này khiến {SAID}.")) == [
        ("Lê Bá Vinh", f"điều này khiến {SAID}")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Lê Bá Vinh trả lời chất vấn của các đại biểu về vụ lúa đông xuân năm nay.",
        "Ông Lê Bá Vinh trả lời phỏng vấn báo Đồng Quê vào chiều hôm qua ở trụ sở.",
        "Ông Lê Bá Vinh chất vấn lãnh đạo huyện về vụ lúa đông xuân năm nay.",
        "Ông Lê Bá Vinh thông tin chính thức về vụ lúa đông xuân năm nay.",
        "Ông Lê Bá Vinh nhấn mạnh tại buổi làm việc với các xã ven sông, chiều 5/7.",
        "Ông Lê Bá Vinh phủ nhận ý kiến cho rằng lúa năm nay mất mùa hơn mọi năm.",
    ],
)
def test_a_talk_and_a_denial_tell_no_words_of_the_speaker(read: Read, sentence: str) -> None:
    assert list(statements(read(sentence))) == []


def test_what_is_denied_behind_a_quotation_is_not_told(read: Read) -> None:
    text = f"“{SAID[0].upper()}{SAID[1:]}”, ông Lê Bá Vinh cho biết và phủ nhận ý kiến cho rằng lúa năm nay mất mùa."
    assert [fact.text.lower() for fact in statements(read(text))] == [SAID]


@pytest.mark.parametrize(
    "told",
    [f"xác nhận với PV Đồng Quê, {SAID}", f"khẳng định với báo chí rằng {SAID}", f"nêu lên {SAID}"],
)
def test_words_begin_behind_the_press_to_whom_they_were_told(read: Read, told: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh {told}.")) == [("Lê Bá Vinh", SAID)]


def test_a_comparison_with_no_press_is_part_of_the_words(read: Read, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh cho biết, với Đồng Quê, {SAID}.")) == [("Lê Bá Vinh", f"với Đồng Quê, {SAID}")]


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Bá Vinh cho biết {SAID} (Ảnh: Sen Hồng) Đồng lúa Hôm sau trời mưa.",
        f"Ông Lê Bá Vinh cho biết {SAID} - Ảnh minh họa: Sen Hồng.",
    ],
)
def test_whose_a_picture_is_belongs_to_no_words(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_a_short_quotation_that_heads_a_sentence_is_nobodys(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh cho biết {SAID}. “Được mùa lúa, mất mùa cau” Chợ huyện hôm nay đông người.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "wish",
    [
        "chúc mừng cán bộ, đảng viên xã An Khánh nhân ngày hội làng",
        "gửi lời chúc mừng tốt đẹp nhất tới bà con xã An Khánh",
    ],
)
def test_whom_somebody_wishes_well_is_no_words(read: Read, wish: str) -> None:
    assert list(statements(read(f"Ông Lê Bá Vinh {wish}."))) == []


def test_for_what_somebody_wishes_well_is_words(read: Read, said: Said) -> None:
    told = "bà con xã An Khánh đã được mùa lúa hơn mọi năm"
    assert said(read(f"Ông Lê Bá Vinh chúc mừng {told}.")) == [("Lê Bá Vinh", told)]
