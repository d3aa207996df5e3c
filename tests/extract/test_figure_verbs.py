"""Figures told by the verb before them: shares of a whole, and what rose or fell from and to."""

from __future__ import annotations


def test_what_a_number_rose_from_and_to_is_one_quantity(found) -> None:
    old, new = found("Bề rộng mặt đường liên xã của huyện Ba Vì tăng từ 5 m năm 2015 lên 9 m năm 2016.")
    assert old.indicator == new.indicator == "Bề rộng mặt đường liên xã của huyện Ba Vì"
    assert (old.value, old.comparison, new.value, new.comparison) == (5, None, 9, None)


def test_what_something_fell_by_stays_its_comparison(found) -> None:
    share, _ = found("Nợ thuế của quận Long Biên giảm 6,6% còn 36 tỷ đồng.")
    assert share.comparison == "giảm"


def test_what_stands_behind_the_second_of_two_may_tell_its_own(found) -> None:
    roads = "tăng từ 41% lên 45% đối với dự án giao thông"
    figures = found(f"Tỷ lệ vốn đã giải ngân của tỉnh {roads} và từ 42% lên 48% đối với dự án y tế.")
    assert figures[-1].indicator == "đối với dự án y tế"


def test_a_bare_count_behind_an_amount_is_of_what_was_measured(found) -> None:
    figure = found("Huyện Ba Vì đã chi trả tiền hỗ trợ 76 tỷ đồng cho 3.421 hộ.")[-1]
    assert figure.indicator == "tiền hỗ trợ cho hộ"


def test_a_count_behind_a_verb_of_its_own_is_of_no_amount(found) -> None:
    figure = found("Huyện Ba Vì thu 76 tỷ đồng và xây nhà cho 21 hộ.")[-1]
    assert figure.indicator == "xây nhà cho hộ"


def test_a_share_of_a_whole_tells_whose_share_it_is(found) -> None:
    share = found("Diện tích lúa của huyện Ba Vì là 950 ha, chiếm 24% diện tích gieo trồng.")[-1]
    assert share.indicator == "diện tích lúa của huyện Ba Vì chiếm diện tích gieo trồng".replace("d", "D", 1)
    equal = found("Số nợ thuế của huyện Ba Vì là 95 tỷ đồng, bằng 4% số phải thu.")[-1]
    assert equal.indicator == "Số nợ thuế của huyện Ba Vì trong số phải thu"


def test_a_share_that_is_reached_names_no_part(found) -> None:
    (share,) = found("Nhà máy nước của huyện Ba Vì đáp ứng 44% nhu cầu dùng nước.")
    assert share.indicator.endswith("đáp ứng nhu cầu dùng nước")


def test_shares_of_one_whole_tell_what_they_are(found) -> None:
    first, second = found("Trong số cây xanh của quận Long Biên có 88% là cây sấu, 12% là cây phượng.")
    assert first.indicator == "số cây xanh của quận Long Biên là cây sấu"
    assert second.indicator == "số cây xanh của quận Long Biên là cây phượng"


def test_what_a_share_of_people_says_is_told(found) -> None:
    (share,) = found("Tại quận Long Biên, 73% ý kiến cho rằng loa phường là cần thiết.")
    assert share.indicator == "ý kiến cho rằng loa phường là cần thiết"


def test_things_only_placed_take_the_clause_that_leads_to_them(found) -> None:
    (figure,) = found("Quận Long Biên đang quan trắc nước mặt tại 26 điểm trên hệ thống sông.")
    assert figure.indicator == "quan trắc nước mặt tại điểm trên hệ thống sông"


def test_things_of_which_more_is_told_take_no_clause(found) -> None:
    (figure,) = found("Quận Long Biên đang đo nước mặt và nước ngầm hằng tháng tại 26 điểm xả thải của làng nghề.")
    assert figure.indicator == "điểm xả thải của làng nghề"


def test_when_an_amount_was_measured_is_not_what_was_measured(found) -> None:
    *_, figure = found("Diện tích rừng của huyện Ba Vì giảm gần 10%, chỉ còn 179 ha năm 2016.")
    assert figure.indicator == "Diện tích rừng của huyện Ba Vì"


def test_two_quantities_of_one_amount_are_both_told(found) -> None:
    (figure,) = found("Tổng mức bán lẻ và doanh thu dịch vụ của quận Long Biên đạt 640 tỷ đồng.")
    assert figure.indicator == "Tổng mức bán lẻ và doanh thu dịch vụ của quận Long Biên"


def test_words_that_lead_to_a_number_are_no_part_of_what_is_measured(found) -> None:
    waste, fees = found("Nhà máy của quận Long Biên chôn lấp mỗi ngày 500 tấn.", "Học phí ở quận đều đạt 2 triệu đồng.")
    assert (waste.indicator, fees.indicator) == ("Nhà máy của quận Long Biên chôn lấp", "Học phí ở quận")


def test_places_with_how_many_of_the_whole_say_of_what(found) -> None:
    *_, first, second = found(
        "Tổng đàn lợn của huyện Gia Lâm đạt 9.000 con, trong đó: xã Yên Viên (400 con), Phù Đổng (300 con)."
    )
    assert first.indicator == "Tổng đàn lợn xã Yên Viên"
    assert second.indicator == "Tổng đàn lợn Phù Đổng"


def test_a_place_told_of_by_itself_counts_its_own(found) -> None:
    (figure,) = found("Xã Yên Viên có 400 giếng.")
    assert figure.indicator == "giếng Xã Yên Viên"


def test_of_what_belongs_to_counted_things_these_are_told_to_have_it(found) -> None:
    cells, teams = found("Quận Long Biên đã thanh tra 32 gói thầu thuộc 22 dự án.")
    assert (cells.value, teams.value, teams.indicator) == (32, 22, "dự án có gói thầu")


def test_what_counted_things_became_is_not_what_they_have(found) -> None:
    *_, parts = found("Quận Long Biên đã chia 32 gói thầu thành 3 nhóm.")
    assert "có" not in parts.indicator.split()
