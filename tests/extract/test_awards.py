"""Honours and who receives them."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.awards import awards
from hbtgraph.model import Award


def found(read, *paragraphs: str, **parts: str) -> list[Award]:
    return list(awards(read(*paragraphs, **parts)))


def test_a_body_gives_an_honour_to_a_person(read) -> None:
    (award,) = found(read, "UBND quận Long Biên đã tặng Giấy khen cho bà Trần Thị Hồng Vân.")
    assert (award.honour, award.recipient, award.conferrer) == ("Giấy khen", "Trần Thị Hồng Vân", "UBND quận Long Biên")
    assert (award.count, award.status, award.presenter) == (None, "conferred", None)


def test_who_hands_an_honour_over_gives_for_a_body(read) -> None:
    (award,) = found(read, "Chủ tịch UBND quận Long Biên Phạm Hữu Tài trao Bằng khen cho các gia đình hiến đất.")
    assert (award.presenter, award.conferrer, award.recipient) == (
        "Phạm Hữu Tài",
        "UBND quận Long Biên",
        "gia đình hiến đất",
    )


def test_each_group_has_its_number(read) -> None:
    one, other = found(read, "Quận Long Biên trao Giấy khen cho 7 tập thể và 31 cá nhân có thành tích xuất sắc.")
    assert (one.recipient, one.count) == ("tập thể", 7)
    assert (other.recipient, other.count) == ("cá nhân có thành tích xuất sắc", 31)


def test_each_pair_of_honour_and_recipient_is_a_record(read) -> None:
    pairs = {
        (award.honour, award.recipient)
        for award in found(read, "Sở Y tế tặng Kỷ niệm chương và Bằng khen cho ông Lê Văn Sáu và bà Đỗ Thị Bảy.")
    }
    assert pairs == {
        (honour, person) for honour in ("Kỷ niệm chương", "Bằng khen") for person in ("Lê Văn Sáu", "Đỗ Thị Bảy")
    }


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        ("Ông Lê Văn Sáu được Nhà nước tặng Huân chương Lao động hạng Nhì.", "Huân chương Lao động hạng Nhì"),
        ("Ông Lê Văn Sáu vinh dự nhận Huy hiệu 50 năm tuổi Đảng.", "Huy hiệu 50 năm tuổi Đảng"),
        ("Em Lê Văn Sáu đạt giải nhất hội thi tin học.", "giải nhất"),
        ("Ông Lê Văn Sáu được trao danh hiệu “Công dân gương mẫu”.", "Công dân gương mẫu"),
        ("Ông Lê Văn Sáu được quận khen thưởng.", "khen thưởng"),
    ],
)
def test_the_honoured_may_stand_before_the_verb(read, text: str, honour: str) -> None:
    (award,) = found(read, text)
    assert (award.honour, award.recipient) == (honour, "Lê Văn Sáu")


def test_honours_in_one_sentence_share_the_recipient_named_last(read) -> None:
    awards_ = found(
        read, "Sở Y tế tặng Bằng khen, UBND xã tặng Giấy khen và tuyên dương em Đỗ Thị Bảy trước toàn trường."
    )
    assert {award.honour for award in awards_} == {"Bằng khen", "Giấy khen", "tuyên dương"}
    assert {award.recipient for award in awards_} == {"Đỗ Thị Bảy"}


def test_what_is_to_come_and_what_is_proposed_are_told_apart(read) -> None:
    (planned,) = found(read, "Quận sẽ trao Giấy khen cho 12 hộ gia đình.")
    (proposed,) = found(read, "Quận đề nghị UBND thành phố tặng Bằng khen cho 12 hộ gia đình.")
    assert (planned.status, proposed.status) == ("planned", "proposed")


def test_praise_alone_needs_a_person_a_body_or_a_number(read) -> None:
    assert found(read, "Các tập thể tiêu biểu được biểu dương kịp thời.") == []
    (award,) = found(read, "Phường tuyên dương 18 gương người tốt.")
    assert (award.honour, award.count) == ("tuyên dương", 18)


def test_the_day_is_the_sentences(read) -> None:
    (award,) = found(read, "Sáng 15/11, UBND quận Long Biên tặng Giấy khen cho bà Đỗ Thị Bảy.")
    assert award.date == "2023-11-15"


@pytest.mark.parametrize(
    "text",
    [
        "Bằng khen treo trên tường nhà bà.",
        "Quận bình xét các danh hiệu thi đua.",
        "Mưa đạt đỉnh, giải pháp là bơm.",
    ],
)
def test_what_is_given_to_nobody_is_left_out(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    "piece", ["1", "A", "tặng Bằng khen ", "cho ", "Bằng khen, ", "được ", "khen thưởng, ", "1 em và"]
)
def test_a_hundred_thousand_characters_of_anything_take_no_time(read, piece: str) -> None:
    context = read(piece * (100_000 // len(piece)))
    started = time.perf_counter()
    list(awards(context))
    assert time.perf_counter() - started < 10


def test_who_is_asked_for_an_honour_would_confer_it(read) -> None:
    (award,) = found(read, "Quận đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho bà Đỗ Thị Bảy.")
    assert (award.conferrer, award.status) == ("Chủ tịch nước", "proposed")


def test_honours_taken_back_and_ceremonies_named_for_them_honour_nobody(read) -> None:
    assert found(read, "Ông Lê Văn Sáu nhận quyết định hủy bỏ Bằng khen.") == []
    assert found(read, "Ông Lê Văn Sáu phát biểu tại lễ đón nhận Huân chương Lao động hạng Nhì.") == []


def test_a_praise_that_goes_on_a_gift_has_the_same_giver(read) -> None:
    awards_ = found(read, "UBND quận Long Biên đã tặng Giấy khen và tuyên dương em Đỗ Thị Bảy.")
    assert {award.conferrer for award in awards_} == {"UBND quận Long Biên"}


def test_what_is_given_at_the_conference_is_given_on_its_day(read) -> None:
    (award,) = found(
        read,
        "Sáng 15/11, quận Long Biên tổ chức hội nghị biểu dương gương tốt.",
        "Tại hội nghị, UBND quận Long Biên tặng Giấy khen cho bà Đỗ Thị Bảy.",
    )
    assert award.date == "2023-11-15"


def test_a_name_that_ends_a_word_is_no_praise(read) -> None:
    assert found(read, "Theo đại biểu Dương Văn Tám, quận cần thêm chợ.") == []


def test_what_the_honour_acknowledges_is_not_of_the_recipients_name(read) -> None:
    (award,) = awards(read("Quận trao Bằng khen cho Công an quận Long Biên, ghi nhận thành tích ba năm liền."))
    assert award.recipient == "Công an quận Long Biên"


def test_how_many_honours_there_were_is_no_recipient(read) -> None:
    assert found(read, "Có 95 tác phẩm đạt giải, trong đó có 7 giải A của hội thi.") == []


_WORDS = [
    "UBND",
    "quận",
    "Long",
    "Biên",
    "tặng",
    "trao",
    "Giấy khen",
    "Bằng khen",
    "danh hiệu",
    "“",
    "”",
    "cho",
    "các",
    "7",
    "tập thể",
    "và",
    "31",
    "cá nhân",
    "em",
    "Đỗ Thị Bảy",
    "ông",
    "Lê Văn Sáu",
    "được",
    "đạt",
    "giải",
    "nhất",
    "khen thưởng",
    ",",
    ".",
    "sẽ",
    "đề nghị",
    "Danh sách",
    "Công ty A",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_evidence_lies_in_the_text_whatever_the_words(read, words: list[str]) -> None:
    context = read(" ".join(words) or "không có gì")
    for fact in awards(context):
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(context.text)
        assert fact.honour == fact.honour.strip() != ""


def test_who_is_on_the_list_of_a_group_is_honoured_with_it(read) -> None:
    text = (
        "Chiều 15/11, UBND quận Long Biên tổ chức gặp mặt đầu năm và tôn vinh 3 doanh nghiệp tiêu biểu. "
        "Cả 3 doanh nghiệp được tặng danh hiệu “Doanh nghiệp vì cộng đồng”.",
        "Danh sách 3 doanh nghiệp được tôn vinh “Doanh nghiệp vì cộng đồng” Công ty Hoa Sen Công ty Sông Xanh "
        "Công ty Núi Đỏ",
    )
    listed = [award for award in awards(read(*text)) if award.rule == "award-list"]
    assert len(listed) == 3
    assert {(award.conferrer, award.date) for award in listed} == {("UBND quận Long Biên", "2023-11-15")}


def test_who_is_named_behind_the_clause_that_tells_of_the_honour_has_it(read) -> None:
    (award,) = found(read, "Được quận Long Biên tặng Giấy khen năm 2019, bà Đỗ Thị Bảy vẫn cần mẫn.")
    assert (award.recipient, award.conferrer) == ("Đỗ Thị Bảy", "quận Long Biên")


def test_groups_each_with_their_own_verb_are_told_apart(read) -> None:
    pairs = {(award.honour, award.count) for award in found(read, "Có 3 em đạt giải nhất, 5 em đạt giải nhì.")}
    assert pairs == {("giải nhất", 3), ("giải nhì", 5)}


def test_each_verb_has_its_own_subject(read) -> None:
    pairs = {
        (award.honour, award.recipient)
        for award in found(read, "Đội Sông Lô đạt giải nhì, đội Núi Đôi đạt giải ba hội thi.")
    }
    assert pairs == {("giải nhì", "Đội Sông Lô"), ("giải ba", "đội Núi Đôi")}


def test_a_title_sums_up_who_is_named_in_the_text(read) -> None:
    (award,) = found(read, "Quận tặng bà Đỗ Thị Bảy Giấy khen.", title="Tặng Giấy khen cho các gia đình")
    assert award.recipient == "Đỗ Thị Bảy"


def test_works_one_after_another_are_told_apart(read) -> None:
    text = "Ban tổ chức trao giải ba cho tác phẩm “Sông xanh” của Báo Sen và tác phẩm “Núi đỏ” của Đài Hoa."
    assert [award.recipient for award in found(read, text)] == [
        "tác phẩm Sông xanh của Báo Sen",
        "tác phẩm Núi đỏ của Đài Hoa",
    ]


def test_who_was_honoured_first_is_honoured_further(read) -> None:
    text = "Bà Đỗ Thị Bảy được Sở Y tế tặng Giấy khen; được quận Long Biên trao Kỷ niệm chương."
    assert {(award.honour, award.recipient) for award in found(read, text)} == {
        ("Giấy khen", "Đỗ Thị Bảy"),
        ("Kỷ niệm chương", "Đỗ Thị Bảy"),
    }


def test_who_hands_over_by_authority_gives_for_who_authorised_it(read) -> None:
    (award,) = found(
        read,
        "Thừa ủy quyền của Chủ tịch nước, Chủ tịch UBND quận Long Biên Phạm Hữu Tài trao Huân chương Lao động hạng Ba "
        "cho bà Đỗ Thị Bảy.",
    )
    assert (award.conferrer, award.presenter) == ("Chủ tịch nước", "Phạm Hữu Tài")


def test_who_holds_the_ceremony_receives_the_honour_but_a_government_holds_it_for_others(read) -> None:
    (award,) = found(read, "Trường Tiểu học Sông Lô tổ chức lễ kỷ niệm và đón nhận Huân chương Lao động hạng Ba.")
    assert (award.honour, award.recipient) == ("Huân chương Lao động hạng Ba", "Trường Tiểu học Sông Lô")
    assert found(read, "UBND quận Long Biên tổ chức lễ đón nhận Huân chương Lao động hạng Ba.") == []


def test_a_name_told_longer_another_time_is_the_same_recipient(read) -> None:
    (award,) = found(
        read,
        "Sở Y tế trao Cờ thi đua cho Trung tâm Y tế quận Long Biên.",
        "Trung tâm Y tế nhận Cờ thi đua.",
    )
    assert award.recipient == "Trung tâm Y tế quận Long Biên"


def test_a_body_is_named_with_the_one_that_it_belongs_to(read) -> None:
    (award,) = found(read, "Thành phố tặng Giấy khen cho tập thể cán bộ Trạm Y tế thuộc Trung tâm Y tế quận Long Biên.")
    assert award.recipient == "Trạm Y tế thuộc Trung tâm Y tế quận Long Biên"


def test_a_flag_has_the_drive_in_which_it_is_won(read) -> None:
    text = "UBND tỉnh Lào Cai trao Cờ đơn vị xuất sắc trong phong trào thi đua năm 2022 cho Công ty Sông Hồng."
    (award,) = found(read, text)
    assert award.honour == "Cờ đơn vị xuất sắc trong phong trào thi đua năm 2022"


def test_a_recipient_in_short_and_in_full_is_one(read) -> None:
    text = "UBND tỉnh Lào Cai tặng Bằng khen cho Công ty CP Sông Hồng."
    (award,) = found(read, text, "Bộ Y tế trao Bằng khen cho Công ty cổ phần Sông Hồng.")
    assert award.recipient == "Công ty cổ phần Sông Hồng"


def test_what_is_handed_over_is_so_on_the_day_of_the_occasion(read) -> None:
    held = "Sáng 15/11, quận Long Biên tổ chức lễ kỷ niệm ngày truyền thống (3/7/1957 - 3/7/2023)."
    handed = "Chủ tịch UBND quận Long Biên Phạm Hữu Tài trao Giấy khen cho bà Đỗ Thị Bảy."
    told = "UBND quận Long Biên tặng Giấy khen cho bà Đỗ Thị Bảy."
    assert [award.date for award in found(read, held, handed)] == ["2023-11-15"]
    assert [award.date for award in found(read, held, told)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Quận tặng Giấy khen cho các đơn vị: Công an phường Phú Mỹ, Trạm Y tế phường Phú Mỹ và ông Lê Văn Sáu.",
        "Các đơn vị được tặng Giấy khen gồm: Công an phường Phú Mỹ, Trạm Y tế phường Phú Mỹ và ông Lê Văn Sáu.",
        "Các đơn vị được khen thưởng gồm Công an phường Phú Mỹ, Trạm Y tế phường Phú Mỹ và ông Lê Văn Sáu.",
    ],
)
def test_the_members_of_a_group_are_honoured_each_where_they_are_listed(read, text: str) -> None:
    names = ["Công an phường Phú Mỹ", "Trạm Y tế phường Phú Mỹ", "Lê Văn Sáu"]
    assert [award.recipient for award in found(read, text)] == names


def test_a_row_of_names_goes_on_behind_their_posts(read) -> None:
    text = "Phường trao Giấy khen cho bà Đỗ Thị Bảy - Trưởng thôn Đông, ông Lê Văn Sáu (Trưởng thôn Đoài)."
    assert [award.recipient for award in found(read, text)] == ["Đỗ Thị Bảy", "Lê Văn Sáu"]


def test_a_body_may_be_called_by_its_kind(read) -> None:
    text = "Trường Tiểu học Hoa Sen ở xã Phú Mỹ. Năm 2019, nhà trường được tặng Bằng khen."
    (award,) = found(read, text)
    assert award.recipient == "Trường Tiểu học Hoa Sen"
    assert found(read, "Xã Phú Mỹ họp. Năm 2019, nhà trường được tặng Bằng khen.") == []


def test_an_honour_may_be_called_after_the_head_of_a_body(read) -> None:
    (award,) = found(read, "Ông Lê Văn Sáu được tặng Bằng khen của Chủ tịch UBND tỉnh Lào Cai.")
    assert award.conferrer == "UBND tỉnh Lào Cai"
