"""Honours that one verb, or a list, gives to one after another, and whose they are."""

from __future__ import annotations

import pytest

from hbtgraph.extract.awards import awards


def pairs(read, *paragraphs: str) -> list[tuple[str, str, int | None]]:
    return [(award.honour, award.recipient, award.count) for award in awards(read(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Huyện trao giải nhất cho em Lê Bá Vinh (xã Mường Hum); giải nhì cho em Vũ Thị Sen (xã Bản Lầu).",
            [("giải nhất", "Lê Bá Vinh", None), ("giải nhì", "Vũ Thị Sen", None)],
        ),
        (
            "Huyện trao giải nhất cho đội Hoa Ban, xã Mường Hum; hai giải nhì cho đội Hoa Mơ và đội Hoa Gạo.",
            [
                ("giải nhất", "đội Hoa Ban, xã Mường Hum", None),
                ("giải nhì", "đội Hoa Mơ", None),
                ("giải nhì", "đội Hoa Gạo", None),
            ],
        ),
        (
            "Tỉnh tặng Cờ thi đua cho 9 đơn vị; Bằng khen cho 4 tập thể và Giấy khen cho 3 cá nhân.",
            [("Cờ thi đua", "đơn vị", 9), ("Bằng khen", "tập thể", 4), ("Giấy khen", "cá nhân", 3)],
        ),
        (
            "Ban tổ chức đã trao: Giải nhất cho đội Hoa Ban, giải nhì cho đội Hoa Mơ.",
            [("Giải nhất", "đội Hoa Ban", None), ("giải nhì", "đội Hoa Mơ", None)],
        ),
        (
            "Huyện trao Giấy khen cho em Lê Bá Vinh (xã Mường Hum); thăm đội Hoa Mơ.",
            [("Giấy khen", "Lê Bá Vinh", None)],
        ),
    ],
)
def test_one_verb_gives_to_one_after_another(read, text: str, wanted: list) -> None:
    assert pairs(read, text) == wanted


def test_who_follows_a_plural_and_a_colon_is_no_the_plural(read) -> None:
    text = "Huyện trao giải nhất cho em Lê Bá Vinh; 3 giải ba cho các TS: Vũ Thị Sen, Đỗ Thị Mơ."
    assert not any(who.startswith("các") for _, who, _ in pairs(read, text))


def test_a_list_may_tell_how_many_got_other_honours(read) -> None:
    text = "Năm nay còn có Cờ thi đua của UBND tỉnh: 34 tập thể; danh hiệu Lao động tiên tiến: 120 cá nhân."
    assert pairs(read, text) == [("Cờ thi đua", "tập thể", 34), ("Lao động tiên tiến", "cá nhân", 120)]
    assert pairs(read, "Hồ sơ gồm có: Bằng khen: bản sao của Trường THCS Sa Pả.") == []


def test_another_clause_is_no_further_group(read) -> None:
    text = "Huyện tặng Giấy khen cho 35 tập thể; 61 tập thể được công nhận danh hiệu Lao động tiên tiến."
    assert pairs(read, text) == [("Giấy khen", "tập thể", 35), ("Lao động tiên tiến", "tập thể", 61)]


def test_those_who_got_the_next_honour_are_counted_by_their_own_number(read) -> None:
    text = "Trong 29 đảng viên được tặng Huy hiệu Đảng có 3 đảng viên nhận Huy hiệu 60 năm tuổi Đảng."
    assert pairs(read, text) == [("Huy hiệu Đảng", "đảng viên", 29), ("Huy hiệu 60 năm tuổi Đảng", "đảng viên", 3)]


def test_a_post_is_nobodys_name(read) -> None:
    text = "Cô Vũ Thị Sen, Bí thư Chi bộ và cô Đỗ Thị Mơ, Phó Bí thư Chi bộ Trường Mầm non Sao Mai đã đạt giải nhất."
    assert "Phó Bí" not in [who for _, who, _ in pairs(read, text)]


def test_a_place_that_holds_the_ceremony_gets_the_order_but_no_badge_of_its_people(read) -> None:
    assert pairs(
        read, "Xã Mường Hum tổ chức lễ kỷ niệm 50 năm thành lập và đón nhận Huân chương Lao động hạng Ba."
    ) == [("Huân chương Lao động hạng Ba", "Xã Mường Hum", None)]
    assert pairs(read, "Xã Mường Hum tổ chức lễ đón nhận danh hiệu Bà mẹ Việt Nam anh hùng.") == []


def test_the_people_of_a_place_told_by_its_level_are_named_with_it(read) -> None:
    text = "Đảng bộ và nhân dân thị xã được tặng Huân chương Lao động hạng Ba. Thị xã Sơn Bình vui mừng."
    assert pairs(read, text) == [("Huân chương Lao động hạng Ba", "Đảng bộ và nhân dân thị xã Sơn Bình", None)]


def test_an_honour_may_be_asked_for_without_another_verb(read) -> None:
    (award,) = awards(read("Hội đồng thống nhất đề nghị Bằng khen của Bộ Y tế cho 2 tập thể."))
    assert (award.honour, award.recipient, award.count, award.status) == ("Bằng khen", "tập thể", 2, "proposed")
    assert pairs(read, "Xã đề nghị đội Hoa Ban giữ gìn Bằng khen.") == []


@pytest.mark.parametrize(
    ("text", "conferrer"),
    [
        ("Hội đồng đề nghị tặng Cờ thi đua của Sở Y tế cho 9 đơn vị; Cờ thi đua của Chính phủ cho 3 xã.", "Chính phủ"),
        ("Có 6 đơn vị được UBND tỉnh Hòa Bình tuyên dương và tặng Cờ thi đua.", "UBND tỉnh Hòa Bình"),
    ],
)
def test_who_confers_is_who_the_honour_is_called_after_and_no_verb(read, text: str, conferrer: str) -> None:
    assert list(awards(read(text)))[-1].conferrer == conferrer


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        ("Đảng ủy phường tặng Huy hiệu Đảng 30 năm cho 1 đảng viên.", "Huy hiệu Đảng 30 năm"),
        (
            "Tỉnh tặng Kỷ niệm chương Chiến sĩ cách mạng bị địch bắt, tù đày cho 11 cá nhân.",
            "Kỷ niệm chương Chiến sĩ cách mạng bị địch bắt, tù đày",
        ),
        ("Tỉnh tặng danh hiệu Lao động giỏi của ngành cho 11 cá nhân.", "Lao động giỏi"),
    ],
)
def test_honours_have_their_names_whole(read, text: str, honour: str) -> None:
    assert [award.honour for award in awards(read(text))] == [honour]


def test_a_description_ends_where_another_recognition_begins(read) -> None:
    assert pairs(read, "Tỉnh tặng Cờ thi đua cho 14 đơn vị, công nhận 194 tập thể lao động xuất sắc.") == [
        ("Cờ thi đua", "đơn vị", 14)
    ]


def test_what_somebody_is_honours_no_body_but_a_row_does(read) -> None:
    text = "Huyện tặng Bằng khen cho bà Vũ Thị Sen, cán bộ Sở Y tế Lạng Sơn."
    assert pairs(read, text) == [("Bằng khen", "Vũ Thị Sen", None)]
    row = "Huyện tặng Bằng khen cho bà Vũ Thị Sen và cán bộ Sở Y tế Lạng Sơn."
    assert [who for _, who, _ in pairs(read, row)] == ["Vũ Thị Sen", "Sở Y tế Lạng Sơn"]


def test_a_title_behind_its_own_number_is_of_others(read) -> None:
    text = "Có 8 đơn vị được tặng cờ thi đua xuất sắc, 47 tập thể lao động tiên tiến."
    assert pairs(read, text) == [("cờ thi đua xuất sắc", "đơn vị", 8)]
    assert len(pairs(read, "Có 8 đơn vị được tặng cờ thi đua xuất sắc, 2 bằng khen.")) == 2


def test_two_verbs_may_give_to_the_one_named_last(read) -> None:
    text = "Bí thư Huyện đoàn trao tặng Kỷ niệm chương và trao tặng Bằng khen cho em Lê Bá Vinh."
    assert pairs(read, text) == [("Kỷ niệm chương", "Lê Bá Vinh", None), ("Bằng khen", "Lê Bá Vinh", None)]
    text = "Huyện trao Kỷ niệm chương cho em Vũ Thị Sen và trao Bằng khen cho em Lê Bá Vinh."
    assert pairs(read, text) == [("Kỷ niệm chương", "Vũ Thị Sen", None), ("Bằng khen", "Lê Bá Vinh", None)]


def test_kin_receive_for_those_who_are_counted_and_words_that_open_are_no_name(read) -> None:
    text = "Huyện trao danh hiệu Bà mẹ Việt Nam anh hùng cho thân nhân của 7 mẹ và truy tặng Bằng khen."
    assert pairs(read, text) == [("Bà mẹ Việt Nam anh hùng", "mẹ", 7)]
    text = "Điển hình là xã Mường Hum được UBND tỉnh tặng cờ thi đua xuất sắc."
    assert pairs(read, text) == [("cờ thi đua xuất sắc", "xã Mường Hum", None)]


def test_a_prize_goes_to_who_is_told_behind_what_it_is_for(read) -> None:
    text = "Chức vô địch giải trẻ mùa này đã thuộc về đội Hoa Ban."
    assert pairs(read, text) == [("Chức vô địch", "đội Hoa Ban", None)]


def test_a_prize_that_goes_to_others_is_not_of_the_subject_before_it(read) -> None:
    text = "Kết quả đội Hoa Ban đoạt giải nhất, giải nhì thuộc về đội Hoa Mơ."
    assert pairs(read, text) == [("giải nhất", "đội Hoa Ban", None), ("giải nhì", "đội Hoa Mơ", None)]


def test_a_number_may_name_who_wins(read) -> None:
    assert pairs(read, "Khu dân cư số 7 giành giải nhất.") == [("giải nhất", "Khu dân cư số 7", None)]


def test_where_somebody_is_honours_no_body_of_its_own(read) -> None:
    text = "Các đồng chí nhận Bằng khen gồm: ông Vi Văn Páo, Đảng bộ xã Mường Hum; bà Lò Thị Sen, Đảng bộ xã Bản Lầu."
    assert pairs(read, text) == [("Bằng khen", "Vi Văn Páo", None), ("Bằng khen", "Lò Thị Sen", None)]
    bodies = "Tỉnh tặng Bằng khen cho Đảng bộ xã Mường Hum, Đảng bộ xã Bản Lầu."
    assert [who for _, who, _ in pairs(read, bodies)] == ["Đảng bộ xã Mường Hum", "Đảng bộ xã Bản Lầu"]


def test_a_group_ends_before_the_next_title_in_quotation_marks(read) -> None:
    text = "Huyện trao danh hiệu “Người tốt” cho 12 cá nhân và “Thôn đẹp” cho 3 thôn."
    assert pairs(read, text)[0] == ("Người tốt", "cá nhân", 12)


def test_one_of_those_honoured_is_the_one_named(read) -> None:
    text = "Bà Lò Thị Sen, Trưởng bản Hum, là một trong 10 cá nhân được tặng Bằng khen."
    assert pairs(read, text) == [("Bằng khen", "Lò Thị Sen", None)]
    assert pairs(read, "Bà Lò Thị Sen cho biết có 10 cá nhân được tặng Bằng khen.") == [("Bằng khen", "cá nhân", 10)]


def test_in_a_list_with_semicolons_a_body_goes_on_up_to_the_next_one(read) -> None:
    text = (
        "Các tập thể được khen thưởng gồm: Đội Điều tra, Phòng Hậu cần, Công an tỉnh Lạng Sơn; Công an huyện Lộc Bình."
    )
    assert [who for _, who, _ in pairs(read, text)] == [
        "Đội Điều tra, Phòng Hậu cần, Công an tỉnh Lạng Sơn",
        "Công an huyện Lộc Bình",
    ]


def test_where_a_body_lies_is_no_recipient(read) -> None:
    text = "Tỉnh tặng Bằng khen cho ông Vi Văn Páo - Trưởng Công an phường 12, quận 10 và bà Lò Thị Sen."
    assert "quận 10" not in [who for _, who, _ in pairs(read, text)]


def test_a_counted_group_may_stand_right_behind_the_honour(read) -> None:
    assert pairs(read, "Tỉnh tặng Bằng khen 5 tập thể, 7 cá nhân.") == [
        ("Bằng khen", "tập thể", 5),
        ("Bằng khen", "cá nhân", 7),
    ]
    assert pairs(read, "Tỉnh tặng Bằng khen 5 lần.") == []


def test_money_that_comes_with_a_letter_is_not_its_giver(read) -> None:
    text = (
        "Bí thư Thành ủy Lạng Sơn Vi Văn Páo trao thư khen của Thành ủy kèm 3 triệu đồng cho Công an phường Tam Thanh."
    )
    (award,) = awards(read(text))
    assert award.conferrer == "Thành ủy Lạng Sơn"
