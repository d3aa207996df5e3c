"""What a figure is told of: its indicator."""

from __future__ import annotations

import pytest


def test_an_amount_has_indicator_unit_period_and_area(found) -> None:
    (figure,) = found("Quý II/2023, tổng thu thuế trên địa bàn quận Long Biên đạt 1.204,75 tỷ đồng.")
    assert figure.indicator == "tổng thu thuế trên địa bàn quận Long Biên"
    assert (figure.value, figure.unit, figure.period, figure.area) == (
        1204.75,
        "tỷ đồng",
        "Quý II/2023",
        "quận Long Biên",
    )


def test_comparisons_are_records_of_the_same_indicator(found) -> None:
    amount, share, growth = found(
        "Tổng thu thuế của quận là 640 tỷ đồng, đạt 81,5% so với dự toán, tăng 3% so với cùng kỳ năm 2022."
    )
    assert {f.indicator for f in (amount, share, growth)} == {"Tổng thu thuế của quận"}
    assert (amount.comparison, share.comparison) == (None, "so với dự toán")
    assert (growth.value, growth.unit, growth.comparison) == (3, "%", "tăng so với cùng kỳ năm 2022")


def test_a_bare_count_takes_its_indicator_from_the_clause_before(found) -> None:
    (figure,) = found("Trong tuần, bộ phận một cửa của quận tiếp nhận 58 hồ sơ.")
    assert figure.value == 58
    assert "hồ sơ" in figure.indicator
    assert "tiếp nhận" in figure.indicator


def test_a_count_without_more_takes_its_predicate(found) -> None:
    (figure,) = found("Hơn 300 đại biểu đã về dự.")
    assert figure.indicator == "đại biểu đã về dự"


def test_the_area_is_the_unit_that_the_clause_means(found) -> None:
    rice = "Quận Long Biên lo thủy lợi. Tổng diện tích lúa trên địa bàn xã Yên Viên là 812 ha."
    taxes = "Thu ngân sách của quận là 5 tỷ đồng."
    assert [f.area for f in found(rice, taxes)] == ["xã Yên Viên", "quận Long Biên"]


def test_a_period_of_another_clause_is_not_taken(found) -> None:
    (first, _) = found("Xưa kia quận có 30 doanh nghiệp nhưng hiện nay đã có 700 doanh nghiệp.")
    assert first.period is None


def test_a_small_count_told_again_in_like_words_is_one_figure(found) -> None:
    text = "UBND quận Long Biên mở 6 lớp học nghề cho phụ nữ. Trong 6 lớp học nghề cho phụ nữ ấy có người khuyết tật."
    assert [figure.value for figure in found(text)] == [6]


def test_a_period_without_its_year_is_told_in_an_undated_text(found) -> None:
    (figure,) = found("Sáu tháng đầu năm nay, huyện Ba Vì ghi nhận hơn 330 trường hợp mắc cúm nhẹ.", date=None)
    assert figure.period == "Sáu tháng đầu năm nay"


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit"),
    [
        ("UBND huyện Ba Vì đã thu hồi 4.200m2 đất.", "thu hồi đất", 4200, "m2"),
        (
            "Thanh tra tỉnh Hòa Bình còn phát hiện 3,5 tỷ đồng quỹ bảo trì sử dụng sai mục đích.",
            "phát hiện quỹ bảo trì sử dụng sai mục đích",
            3.5,
            "tỷ đồng",
        ),
        ("Huyện Ba Vì sẽ trồng 30 nghìn cây bóng mát.", "cây bóng mát trồng", 30, "nghìn cây"),
    ],
)
def test_an_amount_is_of_what_stands_behind_it_where_the_clause_names_no_quantity(
    found, text: str, indicator: str, value: float, unit: str
) -> None:
    (figure,) = found(text)
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, unit)


def test_what_is_told_of_those_counted_says_who_they_are(found) -> None:
    (figure,) = found("Huyện Ba Vì có 240 người cho rằng loa phường còn cần thiết.")
    assert figure.indicator == "người cho rằng loa phường còn cần thiết"


def test_what_is_told_of_a_part_stands_behind_what_the_whole_is_of(found) -> None:
    whole, part = found("Tại huyện Ba Vì, 700m2 được trồng hoa, trong đó 250m2 chưa được tưới.")
    assert (whole.indicator, part.indicator) == ("được trồng hoa", "được trồng hoa chưa được tưới")


def test_a_clause_that_ends_in_a_quantity_says_whose_it_is(found) -> None:
    (figure,) = found("Đường Sông Nhuệ đi qua địa phận xã Cổ Bi và quận Hà Đông của thành phố có chiều dài 7,4 km.")
    assert figure.indicator.startswith("chiều dài Đường Sông Nhuệ")


def test_levels_named_in_pairs_are_one_clause(found) -> None:
    (figure,) = found("UBND huyện Ba Vì giao cho các sở, ngành và quận, huyện 86 nhiệm vụ.")
    assert figure.indicator.endswith("giao cho các sở, ngành và quận, huyện")


def test_a_phrase_ends_before_a_sentence_whose_full_stop_is_lost(found) -> None:
    (figure,) = found("Huyện Ba Vì đã cấp nước cho 520 hộ dân nghèo Theo kế hoạch thì mọi việc sẽ xong.")
    assert figure.indicator.endswith("hộ dân nghèo")
    assert "Theo" not in figure.indicator


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit"),
    [
        (
            "Phường Sông Đà đánh giá cao sự đóng góp của bà con với mức thu phí vệ sinh hơn 30 triệu đồng.",
            "mức thu phí vệ sinh",
            30,
            "triệu đồng",
        ),
        ("Phường Sông Đà có 18 tuyến phố cho phép đỗ xe.", "tuyến phố cho phép đỗ xe", 18, "tuyến phố"),
        ("Phường Sông Đà có thu nhập từ 6 - 7 triệu đồng/tháng.", "thu nhập Phường Sông Đà", 6, "triệu đồng/tháng"),
        ("Ông Vàng cho biết, phường Sông Đà còn 12 hồ và 3 ao.", "hồ phường Sông Đà", 12, "hồ"),
    ],
)
def test_an_indicator_begins_with_the_noun_that_is_measured(
    found, text: str, indicator: str, value: float, unit: str
) -> None:
    figure = found(text)[0]
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, unit)


def test_members_of_a_list_have_their_own_phrases_behind_them(found) -> None:
    figures = found("Phường thu 90 tỷ đồng, gồm 60 tỷ đồng tiền sử dụng đất, 20 tỷ đồng tiền phạt và 10 tỷ đồng phí.")
    assert [f.indicator for f in figures[1:3]] == ["tiền sử dụng đất", "tiền phạt"]


def test_a_list_over_units_keeps_what_is_told_of_each(found) -> None:
    first, second = found("Mức phí đỗ xe ở quận Ba Đình là 20.000 đồng, quận Tây Hồ là 15.000 đồng.")
    assert second.indicator == "Mức phí đỗ xe quận Tây Hồ"
    assert (first.area, second.area) == ("quận Ba Đình", "quận Tây Hồ")


def test_a_predicate_behind_a_count_is_read_to_the_end_of_its_clause(found) -> None:
    (figure,) = found("Quận Tây Hồ còn 24 hộ chưa nhận tiền tại thôn Vàng, nhà nước sẽ vận động thêm.")
    assert figure.indicator == "hộ chưa nhận tiền tại thôn Vàng"


def test_a_member_behind_and_is_what_stands_behind_its_unit(found) -> None:
    (share,) = found("Mức phí ở quận Tây Hồ được niêm yết tại điểm thu và 100% số tiền thu sẽ nộp ngân sách.")
    assert share.indicator == "số tiền thu sẽ nộp ngân sách"
    (figure,) = found("Thành phố Vàng trồng cây và 2,658 triệu người dân sẽ hưởng bóng mát.")
    assert (figure.value, figure.unit) == (2.658, "triệu người dân")
    assert figure.indicator == "người dân sẽ hưởng bóng mát"


def test_what_is_told_of_a_count_may_stand_behind_its_share_in_brackets(found) -> None:
    text = "Toàn huyện Ba Vì có 75 xã (chiếm 77,3% tổng số xã) đạt tiêu chí văn hóa."
    assert [f.indicator for f in found(text)] == ["xã đạt tiêu chí văn hóa"] * 2


def test_brackets_part_no_clause_and_stand_in_no_indicator(found) -> None:
    (figure,) = found("Lượng khách đến hai bến của quận (Bến Đông, Bến Tây) chiếm 35%.")
    assert figure.indicator == "Lượng khách đến hai bến của quận"


def test_a_number_without_unit_in_a_list_is_no_part_of_the_next_indicator(found) -> None:
    figures = found("Quận có số học sinh là 31.500 và 1.830 giáo viên.")
    assert [(figure.value, figure.unit) for figure in figures] == [(31500, "học sinh"), (1830, "giáo viên")]
    assert not any(character.isdigit() for figure in figures for character in figure.indicator)


def test_periods_told_behind_their_numbers_stay_with_them(found) -> None:
    first, second = found("Sẽ có 30 phường thực hiện vào tháng 8/2017, 15 phường thực hiện vào tháng 10/2017.")
    assert (first.period, second.period) == ("tháng 8/2017", "tháng 10/2017")


def test_a_clause_does_not_begin_inside_brackets_that_close_before_it(found) -> None:
    *_, last = found("Quận giao 979 nhiệm vụ (398 nhiệm vụ trễ hạn) và thành phố giao 501 nhiệm vụ.")
    assert (last.value, last.indicator) == (501, "nhiệm vụ thành phố giao")


def test_what_is_told_of_a_school_has_the_school_as_its_area(found) -> None:
    (figure,) = found("Ở quận Ba Đình, Trường THCS Hoàng Hoa Thám có 38 phòng học.")
    assert figure.area == "Trường THCS Hoàng Hoa Thám"


def test_what_joins_clauses_is_no_part_of_an_indicator(found) -> None:
    *_, last = found("Quận thu 90 tỷ đồng, trong khi tổng chi của quận lên tới 120 tỷ đồng.")
    assert last.indicator == "tổng chi của quận"


def test_a_bracket_right_behind_a_unit_is_no_part_of_the_next_indicator(found) -> None:
    *_, last = found("Quận xây cầu dài 1.465 m (gồm cả đường dẫn) với 6 làn xe.")
    assert (last.value, "(" in last.indicator or ")" in last.indicator) == (6, False)


def test_what_further_ones_do_is_told_of_them(found) -> None:
    (figure,) = found("Ngoài ra, 7 dự án khác cũng được quận cấp giấy phép.")
    assert figure.indicator == "dự án khác cũng được quận cấp giấy phép"


def test_a_total_behind_what_was_counted_is_that_of_those_counted(found) -> None:
    figures = found("Huyện có 24 khu vực bị xói lở, tổng chiều dài khoảng 147 km.")
    assert figures[-1].indicator.startswith("tổng chiều dài khu vực")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Quận đã khởi công 6 tuyến đường ven hồ.", "tuyến đường ven hồ khởi công"),
        ("Quận hiện có 6 tuyến đường ven hồ.", "tuyến đường ven hồ"),
    ],
)
def test_what_was_done_with_those_counted_is_told_of_them(found, text: str, indicator: str) -> None:
    assert [figure.indicator for figure in found(text)] == [indicator]


def test_a_share_behind_a_verb_is_of_what_follows_it(found) -> None:
    figures = found("Sản lượng gạo của huyện là 300 tấn, đáp ứng 40% nhu cầu của người dân.")
    assert [figure.indicator for figure in figures] == ["Sản lượng gạo của huyện", "đáp ứng nhu cầu của người dân"]


def test_a_share_of_some_says_what_they_do(found) -> None:
    (figure,) = found("Tại quận, 95% cơ sở chưa được kiểm định.")
    assert figure.indicator == "cơ sở chưa được kiểm định"


def test_a_pair_that_goes_together_parts_no_clauses(found) -> None:
    first, second = found("Mức phí vỉa hè, lòng đường ở quận 2 là 2 triệu đồng/tháng; quận 7 là 1 triệu đồng/tháng.")
    assert first.indicator == "Mức phí vỉa hè, lòng đường ở quận 2"
    assert second.indicator == "Mức phí vỉa hè, lòng đường quận 7"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Quận Long Biên có 9 quán nằm tại khu vực chợ cũ.", "quán nằm tại khu vực chợ cũ"),
        ("Huyện Đông Anh có 8 người hiện đang làm việc ở trạm y tế.", "người hiện đang làm việc ở trạm y tế"),
        ("Quận Long Biên tiếp nhận 640 hồ sơ đất đai trong tháng này.", "hồ sơ đất đai"),
    ],
)
def test_few_words_about_what_is_counted_are_told_with_their_place(found, text: str, indicator: str) -> None:
    (figure,) = found(text)
    assert figure.indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Huyện Đông Anh có 460 hộ chưa có nhà ở kiên cố.", "hộ chưa có nhà ở kiên cố"),
        ("Huyện Đông Anh có 72 doanh nghiệp trong nước.", "doanh nghiệp trong nước"),
        ("Huyện Đông Anh lập 12 nhóm phụ trách xã gồm cán bộ các phòng.", "nhóm phụ trách xã"),
        ("Huyện Đông Anh sửa 31 cống thoát nước thải cũ nát trong tháng 6.", "cống thoát nước thải cũ nát"),
    ],
)
def test_compounds_end_no_phrase_but_what_it_consists_of_does(found, text: str, indicator: str) -> None:
    (figure,) = found(text)
    assert figure.indicator == indicator


def test_a_member_of_a_list_has_the_clause_of_the_list(found) -> None:
    first, second, money = found("Công an huyện Đông Anh thu giữ 14 xe máy, 9 máy nổ và 120 triệu đồng.")
    assert "thu giữ" in first.indicator
    assert second.indicator == "máy nổ Công an huyện Đông Anh thu giữ"
    assert (money.unit, second.unit) == ("triệu đồng", "máy")
    assert money.indicator == "tiền Công an huyện Đông Anh thu giữ"


def test_a_whole_of_which_some_are_told_is_counted_itself(found) -> None:
    indicators = [f.indicator for f in found("Huyện Đông Anh đã kiểm tra 6 trong số 12 tàu cá đóng mới.")]
    assert indicators[-1] == "tàu cá đóng mới"
    assert not found("Long Biên là quận đầu tiên trong số 30 quận huyện lập tổ hòa giải.")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Quỹ khuyến học huyện Đông Anh đã trao học bổng cho 62 học sinh thuộc các hộ nghèo.",
            "trao học bổng cho học sinh thuộc các hộ nghèo",
        ),
        ("Bộ phận một cửa tiếp nhận 36 hồ sơ trong 4 ngày làm việc.", "hồ sơ bộ phận một cửa tiếp nhận"),
        ("Bộ phận một cửa tiếp nhận 36 hồ sơ trong một ngày.", "hồ sơ bộ phận một cửa tiếp nhận"),
    ],
)
def test_of_what_they_are_a_part_says_more_than_the_clause_before(found, text: str, indicator: str) -> None:
    (figure,) = found("Xã Văn Đức.", text)
    assert figure.indicator == indicator


def test_further_rates_of_a_list_of_fees_are_told_by_zone_and_hour(found) -> None:
    text = (
        "Theo UBND quận, giá trông giữ xe máy là 4.000 đồng/lượt, ban đêm 7.000 đồng/lượt. Khu vực chợ 5.000 đồng/lượt."
    )
    assert [f.indicator for f in found(text)] == [
        "giá trông giữ xe máy",
        "giá trông giữ xe máy ban đêm",
        "giá trông giữ xe máy Khu vực chợ",
    ]
    text = "Phí gửi xe ở quận như sau. Đối với xe tải, nội thành 30.000 đồng/lượt; ngoại thành 20.000 đồng/lượt."
    assert [f.indicator for f in found(text.replace(" như sau", " là 9.000 đồng/lượt"))] == [
        "Phí gửi xe ở quận",
        "Phí xe tải nội thành",
        "Phí xe tải ngoại thành",
    ]
    _, other = found("Quận thu phí đỗ xe 4.000 đồng/lượt. Đường mới qua quận tốn 9 tỷ đồng/km.")
    assert "phí đỗ xe" not in other.indicator


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Phí thuê sạp của chợ phường hạng 1: 90.000 đồng/tháng.", ["Phí thuê sạp của chợ phường hạng 1"]),
        ("Quận báo cáo: 70% hộ dùng nước sạch.", ["hộ dùng nước sạch"]),
        (
            "Diện tích sàn của chợ quận thay đổi nhiều, từ 190 m2 lên 250 m2.",
            ["Diện tích sàn của chợ quận thay đổi nhiều"] * 2,
        ),
        ("Mức thu của các bãi xe trong quận bằng 1,5 lần so với mức cũ.", ["Mức thu của các bãi xe trong quận"]),
        ("Tỷ lệ hộ nghèo của quận là 3%, dự kiến cuối năm 2024 còn 1%.", ["Tỷ lệ hộ nghèo của quận"] * 2),
        (
            "Vốn đầu tư vào quận của Nhật Bản chiếm 14%, Malaysia chiếm 12%.",
            ["Vốn đầu tư vào quận của Nhật Bản", "Vốn đầu tư vào quận Malaysia"],
        ),
        ("Cầu của quận dài 90 m, rộng 12 m.", ["Cầu của quận dài", "rộng Cầu của quận"]),
        ("Đàn vịt của xã có 400 con bị chết, con nào cũng sưng mắt.", ["con bị chết"]),
        (
            "Quận chi 30 tỷ đồng trong tổng số 45 tỷ đồng vốn vay cho 9 phường.",
            ["Quận chi", "số tiền vốn vay", "vốn vay cho phường"],
        ),
        ("Tàu của xã Tân Hải bị nạn và đang chở 60 tấn than cám.", ["chở than cám"]),
        (
            "Đến nay các phường của quận đã giải ngân 30 tỷ đồng (trong số 45 tỷ đồng được thành phố hỗ trợ).",
            ["các phường của quận đã giải ngân", "số tiền được thành phố hỗ trợ"],
        ),
        (
            "Có 230 công ty của Hà Lan đã đầu tư tại quận.",
            ["công ty của Hà Lan đã đầu tư tại quận"],
        ),
        ("Quận đã lập 4 tổ kiểm tra do phòng kinh tế phụ trách.", ["tổ kiểm tra lập"]),
        (
            "Thành phố gửi 21 văn bản tới các quận, huyện ven sông, 40 văn bản tới phường.",
            ["văn bản tới các quận, huyện ven sông", "văn bản tới phường"],
        ),
    ],
)
def test_rows_aims_wholes_and_predicates_say_what_is_measured(found, text: str, indicators: list[str]) -> None:
    assert [f.indicator for f in found(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Quận Long Biên bồi thường cho dân và dọn bãi rác với tổng số tiền 70 tỷ đồng.",
            "tổng số tiền Quận Long Biên bồi thường cho dân và dọn bãi rác",
        ),
        (
            "Quận thay bờ đất bằng tường chắn bê tông, tổng chiều dài 900 m.",
            "tổng chiều dài Quận thay bờ đất bằng tường chắn bê tông",
        ),
        (
            "Đường Nguyễn Khoái của quận với tổng mức đầu tư 31 tỷ đồng.",
            "tổng mức đầu tư Đường Nguyễn Khoái của quận",
        ),
        ("Ở đây tổng chi ngân sách quận là 31 tỷ đồng.", "tổng chi ngân sách quận"),
    ],
)
def test_a_quantity_that_names_no_owner_takes_what_is_told_before_it(found, text: str, indicator: str) -> None:
    *_, figure = found(text)
    assert figure.indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Trường của quận đã tự ý bán gạo lấy tiền (số tiền 4 triệu đồng).",
            "số tiền Trường của quận đã tự ý bán gạo lấy tiền",
        ),
        ("Quận giao khu mỏ Núi Đen (diện tích gần 90 ha) cho công ty.", "diện tích Quận giao khu mỏ Núi Đen"),
        ("Quận tổ chức hội nghị (không kể số lượng khách mời trên 900 người).", "số lượng khách mời"),
        ("Quận phạt các hộ nuôi cá (chiếm 12% số hộ).", "Quận phạt các hộ nuôi cá chiếm số hộ"),
        ("Cầu của quận được thiết kế có bề rộng 12 m.", "bề rộng Cầu của quận được thiết kế"),
    ],
)
def test_what_an_open_bracket_says_is_a_clause_of_its_own(found, text: str, indicator: str) -> None:
    *_, figure = found(text)
    assert figure.indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tổng Công ty cấp nước của quận đã chi 37 tỷ đồng.", "Tổng Công ty cấp nước của quận đã chi"),
        ("Quận được giao hạn mức 12 tỷ đồng.", "hạn mức Quận được giao"),
        ("Quận được giao tổng số tiền 12 tỷ đồng.", "tổng số tiền Quận được giao"),
    ],
)
def test_a_syllable_of_a_word_names_no_quantity(found, text: str, indicator: str) -> None:
    (figure,) = found(text)
    assert figure.indicator == indicator
