"""Prizes told by lists of results, and honours told one after another."""

from hbtgraph.extract.awards import awards


def pairs(read, *paragraphs: str) -> list[tuple[str, str, int | None]]:
    return [(award.honour, award.recipient, award.count) for award in awards(read(*paragraphs))]


def test_a_colon_or_la_gives_a_prize(read) -> None:
    text = (
        "Kết quả: Giải nhất: Trường THCS Bản Lầu; giải nhì: Trường THCS Mường Hum và Trường THCS Sa Pả;"
        " giải ba là em Lê Thu Vinh."
    )
    assert pairs(read, text) == [
        ("Giải nhất", "Trường THCS Bản Lầu", None),
        ("giải nhì", "Trường THCS Mường Hum", None),
        ("giải nhì", "Trường THCS Sa Pả", None),
        ("giải ba", "Lê Thu Vinh", None),
    ]


def test_what_a_prize_is_worth_is_no_winner(read) -> None:
    assert pairs(read, "Cơ cấu giải thưởng gồm một giải nhất: 10 triệu đồng; hai giải nhì: 5 triệu đồng.") == []


def test_the_number_of_the_next_prize_is_no_part_of_a_name(read) -> None:
    text = "Ban tổ chức trao 01 giải nhất cho đội Hoa Ban, 02 giải nhì cho đội Hoa Mơ và đội Hoa Gạo."
    assert next(who for _, who, _ in pairs(read, text)) == "đội Hoa Ban"


def test_who_shares_a_prize_did_not_win_the_one_before(read) -> None:
    text = "Đội Hoa Ban giành giải nhất, đội Hoa Mơ và đội Hoa Gạo đồng giải ba."
    assert ("giải ba", "Đội Hoa Ban", None) not in pairs(read, text)


def test_a_second_giver_honours_the_same_person(read) -> None:
    text = "Ông Lê Bá Vinh được Chủ tịch nước tặng Huân chương Lao động hạng Nhì; Thủ tướng Chính phủ tặng Bằng khen."
    assert pairs(read, text) == [
        ("Huân chương Lao động hạng Nhì", "Lê Bá Vinh", None), ("Bằng khen", "Lê Bá Vinh", None),
    ]  # fmt: skip


def test_the_number_of_a_street_or_a_year_counts_nobody(read) -> None:
    text = "Bà Lê Thị Vinh, tổ 5 phường Kim Tân, được UBND tỉnh tặng danh hiệu “Người tốt việc tốt”."
    assert pairs(read, text) == [("Người tốt việc tốt", "Lê Thị Vinh", None)]


def test_years_in_a_row_are_no_part_of_a_name(read) -> None:
    text = "Trường THCS Bản Lầu 5 năm liền được tặng Cờ thi đua."
    assert pairs(read, text) == [("Cờ thi đua", "Trường THCS Bản Lầu", None)]


def test_a_caption_tells_of_a_group_that_has_its_number_elsewhere(read) -> None:
    counted = "UBND huyện trao Giấy khen cho 15 tập thể và 20 cá nhân có thành tích xuất sắc."
    caption = "Lãnh đạo huyện trao Giấy khen cho các tập thể, cá nhân tiêu biểu."
    told = [("Giấy khen", "tập thể", 15), ("Giấy khen", "cá nhân có thành tích xuất sắc", 20)]
    assert pairs(read, counted, caption) == told
    assert len(pairs(read, counted, "Lãnh đạo huyện trao Giấy khen cho các hộ gia đình tiêu biểu.")) == 3


def test_the_team_that_solves_a_case_is_rewarded(read) -> None:
    assert pairs(read, "Chủ tịch UBND tỉnh đã thưởng nóng ban chuyên án 30 triệu đồng.") == [
        ("thưởng nóng", "ban chuyên án", None)
    ]
    text = "Chủ tịch UBND tỉnh thưởng nóng 20 triệu đồng cho lực lượng phá án Công an huyện Bắc Hà."
    assert pairs(read, text) == [("thưởng nóng", "lực lượng phá án Công an huyện Bắc Hà", None)]


def test_a_team_that_has_a_name_elsewhere_is_rewarded_once(read) -> None:
    named = "Chủ tịch UBND tỉnh thưởng nóng 20 triệu đồng cho Công an huyện Bắc Hà."
    assert pairs(read, named, "Lãnh đạo tỉnh thưởng nóng lực lượng phá án.") == [
        ("thưởng nóng", "Công an huyện Bắc Hà", None)
    ]


def test_a_body_gives_what_its_head_hands_over_for_it(read) -> None:
    [award] = awards(read("Thay mặt Huyện ủy Bắc Hà, ông Lê Bá Vinh trao Giấy khen cho 5 tập thể."))
    assert (award.conferrer, award.presenter) == ("Huyện ủy Bắc Hà", "Lê Bá Vinh")
    [award] = awards(read("UBND huyện Bắc Hà đã công bố quyết định và trao Giấy khen cho 5 tập thể."))
    assert award.conferrer == "UBND huyện Bắc Hà"


def test_the_prize_of_a_contest_goes_to_who_won_it(read) -> None:
    assert pairs(read, "Giải nhất hội thi thuộc về Trường THCS Bản Lầu.") == [
        ("Giải nhất", "Trường THCS Bản Lầu", None)
    ]
