from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.statements import statements

Read = Callable[..., Context]
Said = Callable[[Context], list[tuple[str, str]]]
SAID = "lúa năm nay được mùa hơn mọi năm"


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Bá Vinh cho biết, {SAID}.",
        f"Ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh, cũng khẳng định {SAID}.",
        f"Chủ tịch UBND xã An Khánh Lê Bá Vinh nhấn mạnh rằng {SAID}.",
        f"Ông Lê Bá Vinh (56 tuổi) nói: “{SAID}”.",
        f"Theo ông Lê Bá Vinh, {SAID}.",
        f"Theo Chủ tịch UBND xã An Khánh Lê Bá Vinh, {SAID}.",
        f"“{SAID}”, ông Lê Bá Vinh chia sẻ.",
        f"“{SAID}” - ông Lê Bá Vinh nói.",
        f"Ông Lê Bá Vinh phát biểu tại hội nghị: “{SAID}”.",
        f"Trao đổi với phóng viên, ông Lê Bá Vinh cho hay {SAID}.",
    ],
)
def test_words_are_heard_direct_reported_and_according_to_somebody(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "second",
    [
        f"Ông Vinh cho biết {SAID}.",
        f"Ông cho biết {SAID}.",
        f"Theo ông Vinh, {SAID}.",
        f"Theo ông, {SAID}.",
        f"Chủ tịch UBND xã cho biết {SAID}.",
        f"Cũng theo ông Vinh, {SAID}.",
    ],
)
def test_short_names_pronouns_and_posts_mean_the_person_named_before(read: Read, second: str, said: Said) -> None:
    context = read("Ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh, ra đồng.", second)
    assert said(context) == [("Lê Bá Vinh", SAID)]


def test_of_a_long_quotation_the_first_sentence_is_kept(read: Read, said: Said) -> None:
    context = read("Ông Lê Bá Vinh nói: “Lúa năm nay được mùa. Bà con rất vui. Giá cũng cao”.")
    assert said(context) == [("Lê Bá Vinh", "Lúa năm nay được mùa.")]


def test_a_quotation_that_stands_alone_goes_on_with_who_spoke_before(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh cho biết {SAID}. “Bà con ai cũng mừng vì giá thóc cao”.")
    assert said(context)[1] == ("Lê Bá Vinh", "Bà con ai cũng mừng vì giá thóc cao")


def test_a_quotation_that_others_are_then_said_to_speak_is_theirs(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh cho biết {SAID}.", "“Bà con ai cũng mừng vì giá thóc cao” - bà Trần Thị Sen nói.")
    assert [speaker for speaker, _ in said(context)] == ["Lê Bá Vinh", "Trần Thị Sen"]


def test_a_person_in_a_phrase_of_another_does_not_speak(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh – con trai của ông Lê Bá Lộc – cho biết {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


def test_sayings_of_the_past_are_heard(read: Read, said: Said) -> None:
    context = read("Nhớ lời dạy của cụ Lê Bá Vinh: “Học đi đôi với hành suốt cả đời”, trò chăm học.")
    assert said(context) == [("Lê Bá Vinh", "Học đi đôi với hành suốt cả đời")]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Bá Vinh phát biểu tại hội nghị.",
        "Ông Lê Bá Vinh gặp bà con và dân làng cho biết đã gặt xong hết lúa.",
        "UBND xã An Khánh cho biết lúa năm nay được mùa hơn mọi năm.",
        "Ông Lê Bá Vinh dự lễ “Mùa vàng”.",
    ],
)
def test_without_words_or_without_a_named_speaker_nothing_is_said(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == []


def test_the_headline_is_not_heard(read: Read, said: Said) -> None:
    assert said(read("Trời đẹp.", title=f"Ông Lê Bá Vinh cho biết {SAID}")) == []


def test_the_evidence_runs_from_the_speaker_to_the_words(read: Read) -> None:
    context = read(f"Sáng nay, ông Lê Bá Vinh cho biết {SAID}.")
    (fact,) = statements(context)
    assert fact.evidence.of(context.text) == f"Lê Bá Vinh cho biết {SAID}"


def test_what_a_speaker_did_may_stand_before_the_verb_of_a_quotation(read: Read, said: Said) -> None:
    context = read(f"Bà Trần Thị Sen (ở thôn Đoài) đến gặp cán bộ hôm qua cho biết: “{SAID}”.")
    assert said(context) == [("Trần Thị Sen", SAID)]


def test_a_quotation_that_stands_alone_is_not_of_whom_the_sentence_before_names_as_an_object(
    read: Read, said: Said
) -> None:
    quotation = "“Bà con ai cũng mừng vì giá thóc cao”."
    assert said(read(f"Ông Lê Bá Vinh ra đồng. {quotation}")) == [("Lê Bá Vinh", quotation[1:-2])]
    assert said(read(f"Chị Hoa nhờ ông Lê Bá Vinh ký giấy. {quotation}")) == []


def test_a_quotation_framed_by_two_verbs_is_told_once(read: Read) -> None:
    text = "Ông Lê Bá Vinh cho rằng: “Đường ven sông sẽ xong trước mùa mưa. Dân đồng lòng”, ông Vinh nói."
    assert len(list(statements(read(text)))) == 1


@pytest.mark.parametrize("words", ["Đường ven sông sẽ xong trước mùa mưa", "“Đường ven sông sẽ xong trước mùa mưa”"])
def test_words_according_to_somebody_may_stand_behind_a_colon(read: Read, words: str) -> None:
    (fact,) = statements(read(f"Theo ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh: {words}."))
    assert (fact.speaker, fact.text) == ("Lê Bá Vinh", "Đường ven sông sẽ xong trước mùa mưa")


def test_answers_of_an_interview_are_of_whom_the_questions_are_put_to(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh: Con đê mới sẽ xong trước mùa lũ.",
        "- Bao giờ thì đào xong kênh, thưa ông?",
        "Kênh còn phải chờ vốn của huyện rót về. Dân đã hiến đất rồi.",
    )
    assert said(context) == [
        ("Lê Bá Vinh", "Con đê mới sẽ xong trước mùa lũ"),
        ("Lê Bá Vinh", "Kênh còn phải chờ vốn của huyện rót về"),
    ]


@pytest.mark.parametrize("who", ["Chủ tịch Hà Nội", "Người đứng đầu chính quyền thành phố Hà Nội"])
def test_who_heads_a_place_is_the_chairman_whom_the_article_names(read: Read, who: str, said: Said) -> None:
    context = read("Chủ tịch UBND TP Hà Nội Lê Bá Vinh đi thăm chợ.", f"{who} cũng cho biết, {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


def test_a_quotation_counts_though_the_full_stop_behind_the_verb_is_lost(read: Read, said: Said) -> None:
    context = read(
        "“Lúa năm nay được mùa hơn mọi năm”, ông Lê Bá Vinh, Chủ tịch UBND xã An Khánh, cho biết Máy gặt chạy."
    )
    assert said(context) == [("Lê Bá Vinh", "Lúa năm nay được mùa hơn mọi năm")]


def test_a_post_without_body_may_stand_before_the_verb(read: Read, said: Said) -> None:
    assert said(read(f"Thầy Lê Bá Vinh, Hiệu trưởng nhà trường cho hay {SAID}.")) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID}”, ông Lê Bá Vinh so sánh.",
        f"“{SAID}”, ông Lê Bá Vinh - Chủ tịch UBND xã An Khánh.",
        f"“{SAID}”, lão nông Lê Bá Vinh nói.",
        f"“{SAID}”, ông Lê Bá Vinh nói về vụ mùa vừa gặt.",
        f"Ông Lê Bá Vinh phản ứng: “{SAID}”.",
        f"Ông Lê Bá Vinh, trưởng thôn, lập tức quay lại: “{SAID}”.",
        f'Ông Lê Bá Vinh:"{SAID}".',
        f"“{SAID}”. Ông Lê Bá Vinh nhấn mạnh như trên tại buổi gặp bà con.",
    ],
)
def test_a_saying_beside_its_speaker_needs_no_verb_of_the_list(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Bá Vinh – cán bộ phụ trách thủy lợi xã cho biết thêm, {SAID}.",
        f"Ông Lê Bá Vinh, Phó chánh thanh tra, Bộ Nội vụ cho biết, {SAID}.",
        f"Báo cáo của ông Lê Bá Vinh nêu rõ: {SAID}.",
        f"Tin từ ông Lê Bá Vinh cho biết, {SAID}.",
        f"Theo ông Lê Bá Vinh - Chủ tịch UBND xã An Khánh - {SAID}.",
        f"Theo ông Lê Bá Vinh thì {SAID}.",
        f"Bà con gặt từ sớm. Ông Lê Bá Vinh cho rằng {SAID}.",
    ],
)
def test_what_a_speaker_is_may_stand_between_name_and_verb(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_what_a_body_does_according_to_somebody_is_not_what_the_person_orders(read: Read, said: Said) -> None:
    context = read("Theo ông Lê Bá Vinh, UBND xã An Khánh yêu cầu các thôn gặt lúa trước mùa bão.")
    assert said(context) == [("Lê Bá Vinh", "UBND xã An Khánh yêu cầu các thôn gặt lúa trước mùa bão")]


def test_behind_a_quotation_the_speaker_may_add_words(read: Read, said: Said) -> None:
    context = read(f"“{SAID}”, ông Lê Bá Vinh nói và đề nghị bà con phơi thóc cho thật khô.")
    assert said(context) == [("Lê Bá Vinh", SAID), ("Lê Bá Vinh", "bà con phơi thóc cho thật khô")]


def test_that_is_what_somebody_said_points_to_the_sentence_before(read: Read, said: Said) -> None:
    context = read("Lúa năm nay được mùa hơn mọi năm. Đó là khẳng định của ông Lê Bá Vinh tại hội làng.")
    assert said(context) == [("Lê Bá Vinh", SAID.capitalize())]


def test_a_pronoun_means_nobody_of_the_other_sex(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh ra đồng.",
        "Bà Trần Thị Sen cho biết thóc đã phơi khô từ hôm kia.",
        f"Ông nhấn mạnh {SAID}.",
    )
    assert said(context)[-1] == ("Lê Bá Vinh", SAID)


def test_who_heads_a_committee_is_its_secretary(read: Read, said: Said) -> None:
    context = read("Bí thư Huyện ủy An Khánh Lê Bá Vinh ra đồng.", f"Người đứng đầu Huyện ủy cho rằng {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


def test_a_lost_full_stop_before_a_credit_parts_two_speakers(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh cho biết thóc đã phơi khô từ hôm kia Ảnh: Hải Yến "
        "Bà Trần Thị Sen cho rằng giá thóc năm nay còn tăng."
    )
    assert said(context) == [
        ("Lê Bá Vinh", "thóc đã phơi khô từ hôm kia"),
        ("Trần Thị Sen", "giá thóc năm nay còn tăng"),
    ]


def test_each_answer_of_an_interview_is_of_the_guest(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh trả lời phóng viên về vụ lúa.",
        "- Có người như bà Trần Thị Sen lo mất mùa. Ông thấy thế nào?",
        "- Tôi thấy lúa còn tốt hơn mọi năm. Dân yên tâm.",
        "- Còn giá thóc?",
        "- Giá thóc do thương lái trả từng ngày.",
    )
    assert said(context) == [
        ("Lê Bá Vinh", "Tôi thấy lúa còn tốt hơn mọi năm"),
        ("Lê Bá Vinh", "Giá thóc do thương lái trả từng ngày"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        f"“{SAID}” - Vinh nói.",
        f"Vinh cho biết {SAID}.",
        f"Vị chủ tịch xã cho biết {SAID}.",
        f"Trời sáng dần. “{SAID}”.",
    ],
)
def test_a_given_name_alone_or_a_title_means_who_was_named_before(read: Read, second: str, said: Said) -> None:
    assert said(read(f"Ông Lê Bá Vinh ra đồng. {second}")) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize("verb", ["yêu cầu", "chất vấn", "quay sang"])
def test_who_is_asked_or_told_is_not_who_speaks(read: Read, verb: str, said: Said) -> None:
    assert said(read(f"Một cử tri {verb} ông Lê Bá Vinh cho biết bao giờ thì đào xong con kênh mới.")) == []


def test_where_a_speakers_post_is_belongs_to_the_naming(read: Read, said: Said) -> None:
    context = read(f"Theo ông Lê Bá Vinh – Phó Chủ tịch UBND phường Thảo Điền, quận 2, {SAID}.")
    assert said(context) == [("Lê Bá Vinh", SAID)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{SAID}”, anh Thành (thôn Đoài) chia sẻ.", "Thành"),
        (f"Ông Ba Sơn kể {SAID}.", "Ba Sơn"),
        (f"Bà Trần Thị Sen Hà ra đồng. Bà Sen cho biết {SAID}.", "Trần Thị Sen Hà"),
        (f"Bà Trần Thị Thủy ra đồng. Bà Thùy cho biết {SAID}.", "Trần Thị Thủy"),
    ],
)
def test_whom_the_article_calls_by_a_given_name_may_speak(read: Read, text: str, speaker: str, said: Said) -> None:
    assert said(read(text)) == [(speaker, SAID)]


@pytest.mark.parametrize(
    "text",
    [
        f"Bà Trần Thị Sen, người đầu tiên gặt xong ở thôn, cho biết: “{SAID}”.",
        f"Bà Trần Thị Sen (56 tuổi), chủ ruộng, nói: “{SAID}”.",
        f"Bà Trần Thị Sen - Giám đốc HTX Thu mua, chế biến nông sản Đồng Xanh cho biết: “{SAID}”.",
        f"Bà Trần Thị Sen đi một vòng quanh ruộng và nói: “{SAID}”.",
        f"Bà Trần Thị Sen nói thẳng thừng luôn: “{SAID}”.",
        f"“{SAID}” - Báo Làng dẫn lời bà Trần Thị Sen.",
        f"“{SAID}”. Đó cũng là ý kiến của bà Trần Thị Sen.",
    ],
)
def test_before_a_quotation_much_may_stand_between_name_and_verb(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Trần Thị Sen", SAID)]


def test_of_a_quotation_that_opens_with_a_cry_more_than_the_cry_is_kept(read: Read, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh nói: “Đấy! Lúa tốt thế kia. Giá cao”.")) == [
        ("Lê Bá Vinh", "Đấy! Lúa tốt thế kia.")
    ]


def test_the_comma_behind_whom_something_is_told_according_to_may_be_missing(read: Read, said: Said) -> None:
    assert said(read(f"Cũng theo ông Lê Bá Vinh {SAID}.")) == [("Lê Bá Vinh", SAID)]
    assert said(read("Đi theo ông Lê Bá Vinh vào làng có cả mấy chục đứa trẻ con.")) == []


def test_a_body_whose_name_holds_a_verb_of_speech_does_not_part_speaker_and_verb(read: Read, said: Said) -> None:
    context = read(f"Ông Lê Bá Vinh, Trưởng Ban chỉ đạo Tây Nguyên nhấn mạnh: {SAID.capitalize()}.")
    assert said(context) == [("Lê Bá Vinh", SAID.capitalize())]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID}”, đại biểu Quốc hội Trần Thị Sen cho biết.",
        f"“{SAID}” - GS-TSKH Trần Thị Sen nói.",
        f"Em Trần Thị Sen, trường THCS Đồng Xanh, quận Hai Bà Trưng, vỡ òa: “{SAID}”.",
        f"Ảnh cắt từ phim Bà Trần Thị Sen cho biết: “{SAID}”.",
        f"“{SAID}”, bà Trần Thị Sen vui hẳn lên khi trò chuyện với PV.",
    ],
)
def test_whatever_stands_between_a_saying_and_its_speaker(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Trần Thị Sen", SAID)]


@pytest.mark.parametrize("many", ["Nhiều", "Các", "Một"])
def test_one_of_many_holders_of_a_post_is_not_who_alone_was_named(read: Read, many: str, said: Said) -> None:
    context = read("Đại biểu Lê Bá Vinh ra đồng.", f"{many} đại biểu cho rằng {SAID}.")
    assert said(context) == []


def test_kin_of_who_is_named_is_nobody_named(read: Read, said: Said) -> None:
    assert said(read(f"Vợ ông Lê Bá Vinh nói rằng {SAID}.")) == []
    assert said(read(f"Chị Trần Thị Sen, vợ anh Lê Bá Vinh, cho biết {SAID}.")) == [("Trần Thị Sen", SAID)]


def test_neighbours_are_no_lady(read: Read, said: Said) -> None:
    assert said(read("Bà Trần Thị Sen đến dự.", f"Theo bà con trong thôn, {SAID}.")) == []


@pytest.mark.parametrize("opening", ["Chiều 5/7, ", "Theo đó, ", "Trao đổi với phóng viên, "])
def test_a_caption_without_its_stop_is_no_part_of_the_sentence_behind(read: Read, opening: str, said: Said) -> None:
    text = f"Ông Trần Văn Tư yêu cầu giữ hàng cây trên đường {opening}ông Lê Bá Vinh nhấn mạnh {SAID}."
    assert said(read(text)) == [("Trần Văn Tư", "giữ hàng cây trên đường"), ("Lê Bá Vinh", SAID)]


def test_what_somebody_spoke_about_is_not_what_was_said(read: Read, said: Said) -> None:
    assert said(read("Ông Lê Bá Vinh nêu ý kiến về vấn đề nhân sự của xã An Khánh.")) == []
    assert said(read("Ông Lê Bá Vinh cho rằng về mặt này, xã An Khánh làm rất tốt.")) != []


def test_a_name_in_capitals_signs_the_words_before_it(read: Read, said: Said) -> None:
    found = said(read("Lúa năm nay được mùa hơn mọi năm. Bà TRẦN THỊ SEN, Chủ tịch UBND xã An Khánh"))
    assert found == [("TRẦN THỊ SEN", "Lúa năm nay được mùa hơn mọi năm")]


def test_a_pronoun_may_be_told_how_it_speaks_before_a_quotation(read: Read, said: Said) -> None:
    context = read("Bà Trần Thị Sen đến dự.", f"Bà không cầm được nước mắt khi nhắc lại: “{SAID}”.")
    assert said(context) == [("Trần Thị Sen", SAID)]


def test_a_committee_of_chairmen_is_no_chairman(read: Read, said: Said) -> None:
    context = read(
        "Ông Lê Bá Vinh, Chủ tịch MTTQ tỉnh Lào Cai, dự.", f"Đoàn Chủ tịch MTTQ tỉnh Lào Cai đề nghị {SAID}."
    )
    assert said(context) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Sáng cùng ngày bà Lê Bá Vinh cho biết {SAID}.",
        f"Chuyên gia giao thông Lê Bá Vinh nhận định {SAID}.",
        f"Cán bộ xã gửi thư cho PV. Ông Lê Bá Vinh nói: “{SAID}”.",
        f"Ông Lê Bá Vinh, Phó Trưởng ban Quản lý chợ và các kho hàng, cho biết {SAID}.",
    ],
)
def test_words_before_a_name_make_it_no_object_unless_they_take_one(read: Read, text: str, said: Said) -> None:
    assert said(read(text)) == [("Lê Bá Vinh", SAID)]


def test_who_heads_the_clause_speaks_and_none_named_before(read: Read, said: Said) -> None:
    text = f"Sau phát biểu của ông Trần Văn Đá, đại biểu Lê Bá Vinh không vui, cho rằng {SAID}."
    assert ("Trần Văn Đá", SAID) not in said(read(text))
