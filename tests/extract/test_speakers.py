"""Who is meant to speak, whatever stands between the name and the verb."""

from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context

Read = Callable[..., Context]
Said = Callable[[Context], list[tuple[str, str]]]
SAID = "lúa năm nay được mùa hơn mọi năm"


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Bá Vinh chiều qua cho biết {SAID}.",
        f"Ông Lê Bá Vinh sáng 5-7 cho biết {SAID}.",
        f"Ông Lê Bá Vinh ở xóm Đông cho biết {SAID}.",
        f"Ông Lê Bá Vinh, quản lý của một kho thóc, cho biết {SAID}.",
        f"Ông Lê Bá Vinh, Giám đốc Công ty Hoa Sen, xã An Khánh, huyện Ba Sao, cho biết {SAID}.",
    ],
)
def test_when_where_and_what_somebody_is_may_stand_before_the_verb(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_a_post_named_by_its_body_is_passed_over_whole(read: Read, said: Said) -> None:
    text = f"Đồng chí Lê Bá Vinh - Thành ủy viên, Bí thư Đảng ủy xã Hoa Lư cho biết {SAID}."
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_a_short_quotation_is_told_without_its_marks(read: Read, said: Said) -> None:
    assert said(read('Ông Lê Bá Vinh nói: "Đường đã hỏng".')) == [("Lê Bá Vinh", "Đường đã hỏng")]


def test_what_somebody_does_between_commas_is_not_what_somebody_is(read: Read, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh, được nhiều người mời, cơ quan này cho biết {SAID}.")) == []


@pytest.mark.parametrize("source", ["lời kể của", "trình bày của", "tính toán của", "giải trình của"])
def test_what_is_told_according_to_somebodys_account(read: Read, source: str, said: Said) -> None:
    assert said(read(f"Theo {source} ông Lê Bá Vinh, {SAID}.")) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Bá Vinh phủ nhận việc này và khẳng định {SAID}.",
        f"Ông Lê Bá Vinh cảm ơn bà Trần Thị Sen, đồng thời khẳng định {SAID}.",
    ],
)
def test_what_somebody_does_first_may_be_joined_to_a_verb_that_only_tells(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_a_verb_that_may_be_a_deed_tells_nothing_behind_another_deed(read: Read, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh đến thăm và động viên các gia đình có người ốm nằm viện.")) == []


def test_a_pronoun_may_be_told_its_manner_before_a_colon(read: Read, said: Said) -> None:
    context = read("Ông Lê Bá Vinh ra đồng.", f"Nghe vậy, ông tỏ ra không vui: “{SAID}”.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


def test_before_a_quotation_somebody_else_may_be_the_object(read: Read, said: Said) -> None:
    text = f"Ông Lê Bá Vinh khi trả lời chất vấn của bà Trần Thị Sen đã đưa ra ý kiến: “{SAID}”."
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_who_is_accused_does_not_speak(read: Read, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh, người đã tố cáo bà Trần Thị Sen, cho biết: “{SAID}”.")) == [("Lê Bá Vinh", SAID)]


def test_a_quotation_goes_on_behind_its_speaker(read: Read, said: Said) -> None:
    context = read(f"“{SAID}” - ông Lê Bá Vinh nói - “bà con ai cũng mừng vì giá thóc cao”.")
    assert said(context) == [("Lê Bá Vinh", SAID), ("Lê Bá Vinh", "bà con ai cũng mừng vì giá thóc cao")]


def test_the_next_sentences_quotation_is_of_its_own_speaker(read: Read, said: Said) -> None:
    context = read(f"“{SAID}”, ông Lê Bá Vinh nói. “Bà con ai cũng mừng vì giá thóc cao”, bà Trần Thị Sen kể.")
    assert said(context) == [("Lê Bá Vinh", SAID), ("Trần Thị Sen", "Bà con ai cũng mừng vì giá thóc cao")]


def test_two_speakers_whose_sentences_ran_together(read: Read, said: Said) -> None:
    context = read(f"“{SAID}”- ông Lê Bá Vinh nói Người bên cạnh, bà Trần Thị Sen kể: “Ai cũng mừng vì giá thóc cao”.")
    assert said(context) == [("Lê Bá Vinh", SAID), ("Trần Thị Sen", "Ai cũng mừng vì giá thóc cao")]


def test_a_minister_by_his_given_name(read: Read, said: Said) -> None:
    context = read("Thứ trưởng Bộ Y tế Lê Bá Vinh đến thăm.", f"Theo Thứ trưởng Vinh, {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "verb",
    ["trao đổi với Báo Lúa Vàng, {}", "thông tin với phóng viên: {}", "báo cáo, {}", "nhớ lại, {}"],
)
def test_behind_a_comma_words_are_told_to_a_paper_or_by_a_report(read: Read, verb: str, said: Said) -> None:
    words = SAID.capitalize() if ":" in verb else SAID
    assert said(read(f"Ông Lê Bá Vinh {verb.format(words)}.")) == [("Lê Bá Vinh", words)]


@pytest.mark.parametrize("deed", ["báo cáo, cung cấp thêm nhiều thông tin", "đồng tình với các Bộ, ngành ở trung ương"])
def test_a_row_of_deeds_tells_no_words(read: Read, deed: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh {deed}.")) == []


@pytest.mark.parametrize(("text", "heard"), [("mình làm đúng luật", 1), ("điều đó", 0), ("sự thật là", 0)])
def test_short_words_count_behind_a_verb_that_only_tells(read: Read, text: str, heard: int, said: Said) -> None:
    assert len(said(read(f"Ông Lê Bá Vinh khẳng định {text}."))) == heard
    assert said(read(f"Ông Lê Bá Vinh chỉ đạo {text}.")) == []


def test_a_pronoun_means_whom_the_sentence_before_was_about(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh kể chuyện nhà nông hai mươi năm. Ông Trần Văn Tám đồng tình. Ông cho biết {SAID}.")
    assert said(context)[-1] == ("Trần Văn Tám", SAID)


def test_a_pronoun_does_not_mean_who_was_but_an_object(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh khẳng định việc này đã xong. Mọi người gặp ông Trần Văn Tám. Ông cho biết {SAID}.")
    assert said(context)[-1] == ("Lê Bá Vinh", SAID)


def test_a_name_may_end_in_an_initial_with_its_stop(read: Read, said: Said) -> None:
    assert said(read(f"Riêng chị Lê Thị L. phản ánh, {SAID}.")) == [("Lê Thị L", SAID)]


def test_what_somebody_does_may_stand_between_a_quotation_and_the_name(read: Read, said: Said) -> None:
    assert said(read(f"“{SAID}”, chỉ tay vào mấy bao thóc ông Lê Bá Vinh kể.")) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "second",
    [
        f"Tuy nhiên ông khẳng định {SAID}.",
        f"Còn Vinh cho biết: “{SAID}”.",
        f"Ông Vinh tiếp chúng tôi, cho biết: “{SAID}”.",
        f"Theo ông Vinh : “{SAID}”.",
    ],
)
def test_a_contrast_or_a_deed_may_come_before_the_words(read: Read, second: str, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh ra đồng.", second)) == [("Lê Bá Vinh", SAID)]


def test_words_between_verb_and_colon_are_not_said(read: Read, said: Said) -> None:
    told = SAID.capitalize()
    assert said(read(f"Ông Lê Bá Vinh kết luận như sau: {told}.")) == [("Lê Bá Vinh", told)]


def test_whoever_is_told_by_a_post_behind_a_word_of_address_is_not_who_spoke_last(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh ra đồng. Sau đó, ông Giám đốc Sở Y tế tuyên bố: “{SAID}”.")
    assert said(context) == []


def test_kin_of_who_holds_a_post_speak_for_themselves(read: Read, said: Said) -> None:
    assert said(read(f"Người thân Giám đốc Sở Y tế Lê Bá Vinh cho hay, {SAID}.")) == []


def test_who_heads_the_city_is_its_chairman(read: Read, said: Said) -> None:
    context = read("Chủ tịch UBND TP Hà Nội Lê Bá Vinh ra đồng.", f"Người đứng đầu TP cũng cho biết thêm, {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


def test_what_somebody_does_may_be_told_in_passing(read: Read, said: Said) -> None:
    assert said(read(f"Bà Trần Thị Sen trông giữ xe ở đây cho biết, {SAID}.")) == [("Trần Thị Sen", SAID)]
    assert said(read("Bà Trần Thị Sen đã gửi đơn kiến nghị đến các cấp chính quyền ở địa phương.")) == []


def test_where_somebody_lives_may_be_told_in_full_and_the_verb_twice(read: Read, said: Said) -> None:
    text = f"Ông Lê Bá Vinh ở thôn Đông, phường Thới An, quận Ô Môn lo lắng cho biết, {SAID}."
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_a_body_not_read_to_its_end_still_belongs_to_the_post(read: Read, said: Said) -> None:
    context = read(
        "Hiệu trưởng trường mầm non Hoa Sen Lê Thị Lan ra đồng.", f"Hiệu trưởng mầm non Hoa Sen cho hay, {SAID}."
    )
    assert said(context) == [("Lê Thị Lan", SAID)]


def test_where_somebody_lives_may_follow_theo(read: Read, said: Said) -> None:
    assert said(read(f"Theo ông Lê Bá Vinh ở Hà Tĩnh, {SAID}.")) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "untold",
    [
        f"Một lãnh đạo Sở Y tế đến thăm đồng. Vị lãnh đạo này cho biết {SAID}.",
        f"Một chuyên gia giấu tên đến thăm đồng. Theo vị chuyên gia này, {SAID}.",
        f"Đại diện Sở Y tế đến thăm đồng. “{SAID}”, vị này nói.",
    ],
)
def test_a_title_that_the_text_gives_nobody_by_name_means_nobody_named_before(
    read: Read, untold: str, said: Said
) -> None:
    assert said(read("Ông Lê Bá Vinh ra đồng.", untold)) == []


@pytest.mark.parametrize(
    "told",
    [
        f"Ông Lê Bá Vinh, lãnh đạo Sở Y tế, ra đồng. Vị lãnh đạo này cho biết {SAID}.",
        f"Một lãnh đạo Sở Y tế ra đồng. Ông Lê Bá Vinh cũng ra đồng. Vị lãnh đạo này cho biết {SAID}.",
        f"Đại diện Sở Y tế là ông Lê Bá Vinh ra đồng. Vị đại diện cho biết {SAID}.",
    ],
)
def test_a_title_means_who_is_named_with_it_or_behind_it(read: Read, told: str, said: Said) -> None:
    assert said(read(told)) == [("Lê Bá Vinh", SAID)]


def test_a_title_means_who_spoke_last_not_whom_the_words_are_about(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh cho biết {SAID}. Ruộng của bà Hà Thị Sen và xóm Đông đã gặt xong, vị này nói.")
    assert [speaker for speaker, _ in said(context)] == ["Lê Bá Vinh", "Lê Bá Vinh"]


def test_whom_a_question_is_about_does_not_answer_it(read: Read, said: Said) -> None:
    told = "Trước câu hỏi về việc ông Trần Văn Tám cho rằng thóc quá rẻ, ông Lê Bá Vinh khẳng định"
    assert said(read(f"{told} {SAID}.")) == [("Lê Bá Vinh", SAID)]
    assert said(read(f"Trả lời câu hỏi về việc gặt lúa, ông Lê Bá Vinh khẳng định {SAID}.")) == [("Lê Bá Vinh", SAID)]


def test_a_noun_of_speech_is_no_verb(read: Read, said: Said) -> None:
    listed = "Xét đơn của ông Lê Bá Vinh, đề nghị của Đảng ủy xã An Khánh, huyện đã cho lùi ngày gặt lúa."
    assert said(read(listed)) == []
    assert said(read(f"Ông Lê Bá Vinh đề nghị {SAID}.")) == [("Lê Bá Vinh", SAID)]


def test_the_name_of_a_ministry_holds_no_verb(read: Read, said: Said) -> None:
    listed = "Lê Bá Vinh - Thứ trưởng Bộ Ngoại giao, Trần Văn Tám - Giám đốc Sở Y tế và nhiều đại biểu khác đến dự."
    assert said(read(listed)) == []
    assert len(said(read("Ông Lê Bá Vinh giao các xã gặt xong lúa trong tháng này."))) == 1


@pytest.mark.parametrize(
    "led", ["Sau khi ông Trần Văn Tám yêu cầu gặt lúa", "Về việc ông Trần Văn Tám nói thóc quá rẻ"]
)
def test_the_words_are_those_of_the_main_clause(read: Read, led: str, said: Said) -> None:
    assert said(read(f"{led}, ông Lê Bá Vinh cho biết {SAID}.")) == [("Lê Bá Vinh", SAID)]


def test_words_told_of_another_are_of_who_tells_them(read: Read, said: Said) -> None:
    words = "hôm qua, ông Trần Văn Tám yêu cầu xóm Đông gặt lúa"
    assert said(read(f"Ông Lê Bá Vinh cho biết {words}.")) == [("Lê Bá Vinh", words)]


@pytest.mark.parametrize(
    "second",
    [
        f"Bởi theo ông Vinh, {SAID}.",
        f"Trời mưa nhiều nhưng theo ông, {SAID}.",
        f"Theo nhận định của ông, {SAID}.",
        f"Cũng theo vị Giám đốc Sở Y tế, {SAID}.",
        f"Theo vị giám đốc này thì {SAID}.",
        f"Theo Giám đốc Sở Y tế Lê Bá Vinh, Ban Chỉ đạo mùa vụ, {SAID}.",
    ],
)
def test_words_told_according_to_somebody(read: Read, second: str, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh, Giám đốc Sở Y tế, ra đồng.", second)) == [("Lê Bá Vinh", SAID)]


def test_a_quotation_may_follow_whom_it_is_told_according_to(read: Read, said: Said) -> None:
    assert said(read(f"Theo ông Lê Bá Vinh “{SAID}”.")) == [("Lê Bá Vinh", SAID)]
    assert said(read("Theo báo cáo của cô hiệu trưởng, lúa được mùa.", "Bà Trần Thị Sen ra đồng.")) == []


def test_a_post_behind_the_comma_may_be_what_the_words_are_about(read: Read, said: Said) -> None:
    about = "Giám đốc Sở Y tế là người phải trả lời bà con nông dân"
    assert said(read(f"Theo ông Lê Bá Vinh, {about}.")) == [("Lê Bá Vinh", about)]


@pytest.mark.parametrize("theo", ["Theo lời khai của Vinh", "Ngoài ra theo ông Vinh"])
def test_a_given_name_alone_may_follow_theo(read: Read, theo: str, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh ra đồng.", f"{theo}, {SAID}.")) == [("Lê Bá Vinh", SAID)]
    assert said(read("Ông Lê Bá Vinh ra đồng.", f"Theo Sen, {SAID}.")) == []


def test_who_gets_a_report_or_a_letter_does_not_speak(read: Read, said: Said) -> None:
    first = "Thủ tướng Chính phủ Lê Bá Vinh ra đồng."
    assert said(read(first, f"Trong bản báo cáo Thủ tướng Chính phủ, UBND xã An Khánh cho biết, {SAID}.")) == []
    asked = "Bà Trần Thị Sen có đơn gửi Thủ tướng Lê Bá Vinh kiến nghị các cơ quan xem xét giá thóc năm nay."
    assert said(read(first, asked)) == []


def test_what_is_asked_in_a_clause_is_but_a_deed(read: Read, said: Said) -> None:
    assert said(read("Khi ông Lê Bá Vinh yêu cầu gặt lúa sớm hơn thì xã viên trong xóm không đồng ý.")) == []


@pytest.mark.parametrize("noun", ["bác đề xuất", "ký thông báo", "quan tâm trước thông tin"])
def test_what_is_refused_or_signed_is_no_saying(read: Read, noun: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh đã {noun} gặt lúa sớm hơn mọi năm ở xóm Đông.")) == []


def test_a_post_not_read_to_its_end_ends_at_the_comma(read: Read, said: Said) -> None:
    context = read(f"Theo ông Lê Bá Vinh – Chủ nhiệm Đề án trồng lúa nếp thơm trên các cánh đồng, {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "second",
    [
        f"Đồng thời ông cho biết {SAID}.",
        f"Ông Vinh thậm chí khẳng định {SAID}.",
        f"Một việc nữa, theo ông Vinh là {SAID}.",
        f"Lúa là của cả TP. Ông Vinh cho rằng {SAID}.",
    ],
)
def test_who_was_named_speaks_on(read: Read, second: str, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh ra đồng.", second)) == [("Lê Bá Vinh", SAID)]


def test_words_without_marks_may_stand_before_a_dash_and_the_speaker(read: Read, said: Said) -> None:
    assert said(read(f"{SAID} - ông Lê Bá Vinh nói với bà con.")) == [("Lê Bá Vinh", SAID)]
    assert said(read("Sáng nay ở xóm Đông có hội thảo, Chủ nhiệm - Lê Bá Vinh trình bày báo cáo về lúa.")) == []


@pytest.mark.parametrize("theo", ["Theo ông trong năm nay", "Theo ông ở xóm Đông"])
def test_words_behind_theo_may_begin_with_where_or_when(read: Read, theo: str, said: Said) -> None:
    told = f"{theo.removeprefix('Theo ông ')} {SAID}"
    assert said(read("Ông Lê Bá Vinh ra đồng.", f"{theo} {SAID}.")) == [("Lê Bá Vinh", told)]
    assert said(read("Ông Lê Bá Vinh ra đồng.", "Theo ông về làng có cả đàn trâu bò và mấy người thợ gặt.")) == []


def test_a_post_may_stand_between_theo_and_the_name(read: Read, said: Said) -> None:
    assert said(read(f"Theo Giám đốc Sở Y tế Bắc Hà, ông Lê Bá Vinh, {SAID}.")) == [("Lê Bá Vinh", SAID)]


def test_a_syllable_of_a_name_is_no_pronoun(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh cho biết lúa năm nay được mùa hơn mọi năm.",
        f"Bà con mong sự quan tâm của Chủ tịch UBND xã An Khánh Trần Xuân Anh đánh giá {SAID}.",
    )
    assert ("Lê Bá Vinh", SAID) not in said(context)[1:]


def test_who_is_interrupted_does_not_speak(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh và ông Trần Văn Tám ra đồng.",
        "“Lúa ở đâu ra mà nhiều đến thế” - ông Vinh ngắt lời ông Tám và nói.",
    )
    assert [speaker for speaker, _ in said(context)] == ["Lê Bá Vinh"]


@pytest.mark.parametrize("somebody", ["có đại biểu", "hội nghị cử đại biểu"])
def test_a_post_of_nobody_named_does_not_speak(read: Read, somebody: str, said: Said) -> None:
    context = read("Đại biểu Lê Bá Vinh ra đồng.", f"Hôm qua {somebody} đề nghị xã sớm đào con kênh mới cho bà con.")
    assert said(context) == []
