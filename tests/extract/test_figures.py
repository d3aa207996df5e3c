"""Quantities that report on an area or on a body's work."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.figures import figures
from hbtgraph.model import Figure


def found(read, *paragraphs: str, **parts: str) -> list[Figure]:
    return list(figures(read(*paragraphs, **parts)))


def test_an_amount_has_indicator_unit_period_and_area(read) -> None:
    (figure,) = found(read, "Quý II/2023, tổng thu thuế trên địa bàn quận Long Biên đạt 1.204,75 tỷ đồng.")
    assert figure.indicator == "tổng thu thuế trên địa bàn quận Long Biên"
    assert (figure.value, figure.unit, figure.period, figure.area) == (
        1204.75,
        "tỷ đồng",
        "Quý II/2023",
        "quận Long Biên",
    )


def test_comparisons_are_records_of_the_same_indicator(read) -> None:
    amount, share, growth = found(
        read, "Tổng thu thuế của quận là 640 tỷ đồng, đạt 81,5% so với dự toán, tăng 3% so với cùng kỳ năm 2022."
    )
    assert {f.indicator for f in (amount, share, growth)} == {"Tổng thu thuế của quận"}
    assert (amount.comparison, share.comparison) == (None, "so với dự toán")
    assert (growth.value, growth.unit, growth.comparison) == (3, "%", "tăng so với cùng kỳ năm 2022")


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit"),
    [
        ("Quận có 412 hộ thoát nghèo bền vững.", "hộ thoát nghèo bền vững", 412, "hộ"),
        ("Phường đã lập hai tổ tự quản ven sông.", "tổ tự quản ven sông lập", 2, "tổ"),
        ("Tỷ lệ trẻ được tiêm chủng đạt 98,2%.", "Tỷ lệ trẻ được tiêm chủng", 98.2, "%"),
        ("Có 64% dân số xã dùng nước sạch.", "dân số xã dùng nước sạch", 64, "%"),
        ("Diện tích vườn hoa của phường là 3.250m2.", "Diện tích vườn hoa của phường", 3250, "m2"),
        ("Dân số quận khoảng 1,2 triệu người.", "Dân số quận", 1.2, "triệu người"),
        ("Xã đạt 15/19 tiêu chí nông thôn mới.", "tiêu chí nông thôn mới", 15, "tiêu chí"),
    ],
)
def test_counts_shares_and_measures_say_what_they_count(
    read, text: str, indicator: str, value: float, unit: str
) -> None:
    (figure,) = found(read, text)
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, unit)


def test_a_bare_count_takes_its_indicator_from_the_clause_before(read) -> None:
    (figure,) = found(read, "Trong tuần, bộ phận một cửa của quận tiếp nhận 58 hồ sơ.")
    assert figure.value == 58
    assert "hồ sơ" in figure.indicator
    assert "tiếp nhận" in figure.indicator


def test_both_ends_of_a_range_are_given(read) -> None:
    assert [f.value for f in found(read, "Thành phố dự kiến chi cho dự án cầu vượt 300 - 350 tỷ đồng.")] == [300, 350]


def test_a_whole_number_stays_whole(read) -> None:
    (figure,) = found(read, "Quận trồng 4.000 cây ven hồ.")
    assert isinstance(figure.value, int)


def test_a_repeated_figure_is_one_record(read) -> None:
    (figure,) = found(read, "Quận trồng 4.000 cây.", "Như vậy quận trồng được tất cả 4.000 cây ven hồ trong năm 2023.")
    assert figure.period == "năm 2023"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/5, quận họp lúc 8 giờ.",
        "Bà Hoa 62 tuổi ở phường 12, quận 5.",
        "Quận ban hành Kế hoạch số 40/KH-UBND.",
        "Ông ở số 7 phường Gia Thụy, tổ 15.",
        "Hội nghị lần thứ 9 họp hai ngày.",
        "Quận trao Giấy khen cho 7 tập thể xuất sắc.",
        "Anh Nam nhặt được túi có 40 triệu đồng.",
    ],
)
def test_what_reports_on_nothing_is_left_out(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize("piece", ["1", "1 ", "A", "1% ", "1 hộ ", "tăng 1 tỷ đồng, ", "1 cây và ", "đạt "])
def test_a_hundred_thousand_characters_of_anything_take_no_time(read, piece: str) -> None:
    context = read(piece * (100_000 // len(piece)))
    started = time.perf_counter()
    list(figures(context))
    assert time.perf_counter() - started < 10


def test_a_count_without_more_takes_its_predicate(read) -> None:
    (figure,) = found(read, "Hơn 300 đại biểu đã về dự.")
    assert figure.indicator == "đại biểu đã về dự"


def test_a_range_with_its_magnitude_at_the_far_end_keeps_that_end(read) -> None:
    assert [f.value for f in found(read, "Dự án của quận thu phí mức giá khoảng 500.000 – 1 triệu đồng.")] == [1]


def test_the_area_is_the_unit_that_the_clause_means(read) -> None:
    rice = "Quận Long Biên lo thủy lợi. Tổng diện tích lúa trên địa bàn xã Yên Viên là 812 ha."
    taxes = "Thu ngân sách của quận là 5 tỷ đồng."
    assert [f.area for f in found(read, rice, taxes)] == ["xã Yên Viên", "quận Long Biên"]


def test_a_period_holds_on_in_the_sentences_that_follow_but_is_never_the_compared_one(read) -> None:
    text = "Năm 2022, quận thu thuế đất đạt 90 tỷ đồng. Thu phí của quận đạt 7 tỷ đồng, tăng 4% so với năm 2021."
    assert [f.period for f in found(read, text)] == ["Năm 2022", "Năm 2022", "Năm 2022"]


def test_a_period_of_another_clause_is_not_taken(read) -> None:
    (first, _) = found(read, "Xưa kia quận có 30 doanh nghiệp nhưng hiện nay đã có 700 doanh nghiệp.")
    assert first.period is None


_WORDS = [
    "thu",
    "ngân sách",
    "của",
    "quận",
    "Long",
    "Biên",
    "đạt",
    "tăng",
    "so với",
    "cùng kỳ",
    "năm 2022",
    "12,5%",
    "1.204",
    "tỷ đồng",
    "hộ",
    "dân",
    "3",
    "-",
    "5",
    "cây",
    "(",
    ")",
    "“",
    "”",
    ",",
    ".",
    "và",
    "ông",
    "người",
    "m2",
    "cao hơn",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_evidence_lies_in_the_text_whatever_the_words(read, words: list[str]) -> None:
    context = read(" ".join(words) or "không có gì")
    for fact in figures(context):
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(context.text)
        assert fact.indicator == fact.indicator.strip() != ""


@pytest.mark.parametrize(
    "text",
    [
        "Dự án ở huyện Ba Vì có vốn từ 50 tỷ đồng trở lên được giảm thuế.",
        "Tại huyện Ba Vì, gạo nếp được bán 32.000 đồng/kg.",
        "Nông dân huyện Ba Vì bán dưa với giá 9.000 đồng.",
        "Ngư dân huyện Vân Đồn bắt được con cá dài 2,1 m.",
        "Nhiều hộ ở quận Long Biên sống cách công trường 150 m cũng lo lắng.",
        "Giám đốc Sở Xây dựng tỉnh Hòa Bình vay ngân hàng 12 tỷ đồng.",
        "UBND huyện Ba Vì nhắc nhở hai cơ sở đóng tàu nói trên.",
        "Ở huyện Ba Vì, bình quân 1 người dân có nước sạch.",
        "Đại hội của quận Long Biên bầu 11 đồng chí.",
    ],
)
def test_what_reports_on_nothing_is_no_figure(read, text: str) -> None:
    assert found(read, text) == []


def test_the_number_of_those_honoured_is_the_awards_wherever_it_is_repeated(read) -> None:
    text = "UBND quận Long Biên tặng Giấy khen cho 16 tập thể có thành tích. Cả 16 tập thể đều ở các phường ven sông."
    assert found(read, text) == []


def test_a_small_count_told_again_in_like_words_is_one_figure(read) -> None:
    text = "UBND quận Long Biên mở 6 lớp học nghề cho phụ nữ. Trong 6 lớp học nghề cho phụ nữ ấy có người khuyết tật."
    assert [figure.value for figure in found(read, text)] == [6]


def test_figures_take_the_period_and_unit_of_the_lines_before(read) -> None:
    text = "Năm 2021, xã Hòa Sơn gặp nhiều khó khăn. Tổng thu ngân sách đạt 14 tỷ đồng."
    (figure,) = found(read, text, "Huyện Lương Sơn họp. Huyện Lương Sơn bàn.", title="Huyện Lương Sơn")
    assert (figure.period, figure.area) == ("Năm 2021", "xã Hòa Sơn")


def test_the_school_year_of_the_report_is_the_period_of_its_figures(read) -> None:
    (figure,) = found(read, "Quận có 52 giáo viên đạt giải.", title="Quận Long Biên tổng kết năm học 2021-2022")
    assert figure.period == "năm học 2021-2022"


def test_a_period_without_its_year_is_told_in_an_undated_text(read) -> None:
    (figure,) = found(read, "Sáu tháng đầu năm nay, huyện Ba Vì ghi nhận hơn 330 trường hợp mắc cúm nhẹ.", date=None)
    assert figure.period == "Sáu tháng đầu năm nay"


def test_a_unit_is_not_taken_for_the_one_that_it_lies_in(read) -> None:
    text = "HĐND huyện Mỏ Cày Nam, tỉnh Bến Tre đã tiếp nhận 45 kiến nghị của cử tri."
    (figure,) = found(read, text, title="Tỉnh Bến Tre")
    assert figure.area == "huyện Mỏ Cày Nam"


def test_a_share_in_brackets_is_of_what_was_counted_before(read) -> None:
    text = "Số vụ cháy trên địa bàn quận Long Biên giảm 36 vụ (6,2%)."
    assert len({figure.indicator for figure in found(read, text) if figure.unit == "%"}) == 1
    assert all("(" not in figure.indicator for figure in found(read, text))


def test_rates_of_what_is_counted_are_measured(read) -> None:
    (figure,) = found(read, "Bình quân chung số tiêu chí của huyện Ba Vì là 12,5 tiêu chí/xã.")
    assert (figure.value, figure.unit) == (12.5, "tiêu chí/xã")


def test_a_count_with_an_english_comma_is_in_thousands(read) -> None:
    (figure,) = found(read, "Huyện Ba Vì tiếp nhận 1,831 hồ sơ qua mạng.")
    assert figure.value == 1831


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
    read, text: str, indicator: str, value: float, unit: str
) -> None:
    (figure,) = found(read, text)
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, unit)


def test_what_is_told_of_those_counted_says_who_they_are(read) -> None:
    (figure,) = found(read, "Huyện Ba Vì có 240 người cho rằng loa phường còn cần thiết.")
    assert figure.indicator == "người cho rằng loa phường còn cần thiết"


def test_what_is_told_of_a_part_stands_behind_what_the_whole_is_of(read) -> None:
    whole, part = found(read, "Tại huyện Ba Vì, 700m2 được trồng hoa, trong đó 250m2 chưa được tưới.")
    assert (whole.indicator, part.indicator) == ("được trồng hoa", "được trồng hoa chưa được tưới")


def test_a_clause_that_ends_in_a_quantity_says_whose_it_is(read) -> None:
    (figure,) = found(
        read, "Đường Sông Nhuệ đi qua địa phận xã Cổ Bi và quận Hà Đông của thành phố có chiều dài 7,4 km."
    )
    assert figure.indicator.startswith("chiều dài Đường Sông Nhuệ")


def test_a_thing_and_the_way_it_is_measured_need_no_more_words(read) -> None:
    (figure,) = found(read, "Khi kiểm tra, hồ điều hòa của quận Hà Đông rộng khoảng 900m2.")
    assert figure.indicator == "hồ điều hòa của quận Hà Đông rộng"


def test_levels_named_in_pairs_are_one_clause(read) -> None:
    (figure,) = found(read, "UBND huyện Ba Vì giao cho các sở, ngành và quận, huyện 86 nhiệm vụ.")
    assert figure.indicator.endswith("giao cho các sở, ngành và quận, huyện")


def test_a_comma_in_what_is_counted_does_not_end_it(read) -> None:
    first, second = found(read, "Quận Hà Đông cắm mốc cho 14 tuyến kênh, rạch với 60 cột mốc.")
    assert (first.indicator, second.unit) == ("tuyến kênh, rạch", "cột mốc")


@pytest.mark.parametrize(
    "text",
    [
        "Ở huyện Ba Vì, cả hai xã đều chậm tiến độ.",
        "Nhiều năm qua ở huyện Ba Vì, ba xã không có đường.",
        "Sai phạm của 3 cán bộ huyện Ba Vì kéo dài nhiều năm.",
        "Học sinh quận Long Biên được học 2 buổi/ngày.",
        "Mái đê của huyện Ba Vì thấm nước từ cao trình +12m đến +13m.",
        "Bà Phùng Thị Lụa ở tổ 4, phường Phú La có 300 m2 đất vườn.",
    ],
)
def test_people_met_before_norms_heights_and_gardens_are_no_figures(read, text: str) -> None:
    assert found(read, text) == []


def test_a_speed_is_measured_by_the_hour(read) -> None:
    (figure,) = found(read, "Vận tốc thiết kế của đường vành đai quận Hà Đông là 60 km/h.")
    assert (figure.value, figure.unit) == (60, "km/h")


def test_a_phrase_ends_before_a_sentence_whose_full_stop_is_lost(read) -> None:
    (figure,) = found(read, "Huyện Ba Vì đã cấp nước cho 520 hộ dân nghèo Theo kế hoạch thì mọi việc sẽ xong.")
    assert figure.indicator.startswith("hộ dân nghèo")
    assert "Theo" not in figure.indicator


def test_the_number_of_honours_is_looked_up_in_linear_time(read) -> None:
    honours = [f"UBND quận Long Biên tặng Giấy khen cho {n} tập thể tổ {n}." for n in range(3, 203)]
    start = time.perf_counter()
    assert not [figure for figure in found(read, *honours) if figure.unit == "tập thể"]
    assert time.perf_counter() - start < 5


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
    read, text: str, indicator: str, value: float, unit: str
) -> None:
    figure = found(read, text)[0]
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, unit)


def test_members_of_a_list_have_their_own_phrases_behind_them(read) -> None:
    figures = found(
        read, "Phường thu 90 tỷ đồng, gồm 60 tỷ đồng tiền sử dụng đất, 20 tỷ đồng tiền phạt và 10 tỷ đồng phí."
    )
    assert [f.indicator for f in figures[1:3]] == ["tiền sử dụng đất", "tiền phạt"]


def test_a_list_over_units_keeps_what_is_told_of_each(read) -> None:
    first, second = found(read, "Mức phí đỗ xe ở quận Ba Đình là 20.000 đồng, quận Tây Hồ là 15.000 đồng.")
    assert second.indicator == f"{first.indicator} quận Tây Hồ"
    assert (first.area, second.area) == ("quận Ba Đình", "quận Tây Hồ")


def test_the_title_only_announces_what_the_text_tells(read) -> None:
    (figure,) = found(read, "Xã Cổ Bi đã trồng được 12 cây đa trong vườn trường.", title="Xã Cổ Bi trồng 12 cây")
    assert figure.indicator.startswith("cây đa")


def test_a_verb_right_before_an_amount_goes_with_what_is_behind_it(read) -> None:
    (figure,) = found(read, "UBND quận Tây Hồ họp bàn về dự án ven hồ, thu hồi 3.500 m2 đất.")
    assert (figure.indicator, figure.value, figure.unit) == ("thu hồi đất", 3500, "m2")


def test_a_predicate_behind_a_count_is_read_to_the_end_of_its_clause(read) -> None:
    (figure,) = found(read, "Quận Tây Hồ còn 24 hộ chưa nhận tiền tại thôn Vàng, nhà nước sẽ vận động thêm.")
    assert figure.indicator == "hộ chưa nhận tiền tại thôn Vàng"


@pytest.mark.parametrize(
    "text",
    [
        "Vụ tai nạn ở quận Tây Hồ làm 2 xe bẹp đầu.",
        "Quận Tây Hồ dừng một xe khách 45 chỗ.",
        "Tòa nhà ở quận Tây Hồ có 25 tầng.",
        "Dự án giúp hai phường thoát úng.",
        "Chị Mây ở quận Tây Hồ có 2 con nhỏ.",
    ],
)
def test_incidents_seats_floors_and_those_met_before_are_no_report(read, text: str) -> None:
    assert not found(read, text)


def test_a_name_is_no_verb(read) -> None:
    (figure,) = found(read, "Thu ngân sách trên địa bàn huyện Chợ Mới đạt 90 tỷ đồng.")
    assert figure.indicator == "Thu ngân sách trên địa bàn huyện Chợ Mới"


def test_the_whole_country_is_an_area(read) -> None:
    whole, part = found(read, "Hà Nội góp sức: cả nước có 234 trường; Hà Nội có 60 trường.")
    assert (whole.area, part.area) == ("cả nước", "Hà Nội")


def test_a_member_behind_and_is_what_stands_behind_its_unit(read) -> None:
    (share,) = found(read, "Mức phí ở quận Tây Hồ được niêm yết tại điểm thu và 100% số tiền thu sẽ nộp ngân sách.")
    assert share.indicator == "số tiền thu sẽ nộp ngân sách"
    (figure,) = found(read, "Thành phố Vàng trồng cây và 2,658 triệu người dân sẽ hưởng bóng mát.")
    assert (figure.value, figure.unit) == (2.658, "triệu người dân")
    assert figure.indicator == "người dân sẽ hưởng bóng mát"


def test_what_is_told_of_a_count_may_stand_behind_its_share_in_brackets(read) -> None:
    text = "Toàn huyện Ba Vì có 75 xã (chiếm 77,3% tổng số xã) đạt tiêu chí văn hóa."
    assert [f.indicator for f in found(read, text)] == ["xã đạt tiêu chí văn hóa"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Trong clip của phường, khoảng 7 người quây đánh một thiếu niên.",
        "Tối qua, 12 thanh niên lạ mặt bất ngờ ném gạch vào trụ sở xã.",
        "Theo quận, hành vi đổ rác ra đường bị phạt tiền từ 5 triệu đồng đến 7 triệu đồng.",
        "Chợ phường bán lọ mật ong với giá chỉ 90 nghìn đồng.",
        "Công ty Sông Lam 9 tổ chức lễ tri ân khách hàng của quận.",
        "Đến năm 2020 tỷ lệ hộ nghèo của xã phải giảm mạnh.",
        "Hai người đàn ông lạ đến trụ sở xã, 2 người đàn bà đứng ngoài.",
    ],
)
def test_what_a_story_or_a_law_counts_is_no_figure(read, text: str) -> None:
    assert found(read, text) == []


def test_the_few_who_came_to_harm_are_reported(read) -> None:
    (figure,) = found(read, "Vụ sạt lở ở xã Bản Lang khiến 3 người mất tích.")
    assert (figure.value, figure.unit, figure.indicator) == (3, "người", "người mất tích")


def test_brackets_part_no_clause_and_stand_in_no_indicator(read) -> None:
    (figure,) = found(read, "Lượng khách đến ba bến của quận (Bến Đông, Bến Tây, Bến Nam) chiếm 35%.")
    assert figure.indicator == "Lượng khách đến ba bến của quận"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Nhà máy của quận xử lý được 450 tấn rác/ngày.", "tấn rác/ngày"),
        ("Mức hỗ trợ của quận là 3 triệu đồng/dự án.", "triệu đồng/dự án"),
        ("Diện tích cây xanh của quận đạt 7 m vuông/ người.", "m vuông/ người"),
    ],
)
def test_a_rate_is_the_unit_with_what_it_is_by(read, text: str, unit: str) -> None:
    (figure,) = found(read, text)
    assert figure.unit == unit


def test_a_number_without_unit_in_a_list_is_no_part_of_the_next_indicator(read) -> None:
    (figure,) = found(read, "Quận có số học sinh là 31.500 và 1.830 giáo viên.")
    assert not any(character.isdigit() for character in figure.indicator)


def test_periods_told_behind_their_numbers_stay_with_them(read) -> None:
    first, second = found(read, "Sẽ có 30 phường thực hiện vào tháng 8/2017, 15 phường thực hiện vào tháng 10/2017.")
    assert (first.period, second.period) == ("tháng 8/2017", "tháng 10/2017")


def test_a_unit_right_behind_a_figure_is_its_area(read) -> None:
    (figure,) = found(read, "Mưa đá ở huyện Mường Khương làm hỏng 37 nhà tại xã Nấm Lư.")
    assert figure.area == "xã Nấm Lư"


def test_units_in_brackets_are_no_area_where_another_is_named(read) -> None:
    (figure,) = found(read, "Ở thành phố Hải Dương có 412 ca bệnh (trừ xã An Thượng), 19 phường có ca bệnh.")[-1:]
    assert figure.area == "thành phố Hải Dương"


@pytest.mark.parametrize(
    "text",
    [
        "Vì sao quận phải chi 45 tỷ đồng cho bãi xe?",
        "Phường yêu cầu hai cơ sở khắc phục ngay.",
        "Gia đình ông Phùng Văn Sửu ở xã Tân Lĩnh thu lãi 90 triệu đồng.",
    ],
)
def test_what_is_asked_about_and_what_a_family_owns_is_no_figure(read, text: str) -> None:
    assert found(read, text) == []


def test_what_a_family_is_given_is_a_figure(read) -> None:
    (figure,) = found(read, "UBND xã Tân Lĩnh hỗ trợ gia đình ông Phùng Văn Sửu 15 triệu đồng.")
    assert figure.value == 15


def test_an_amount_in_the_title_is_the_same_in_other_magnitudes(read) -> None:
    (figure,) = found(read, "Trong tháng, huyện đã trồng 600.000 cây keo trên đồi.", title="Huyện trồng 600 nghìn cây")
    assert figure.value == 600_000


@pytest.mark.parametrize(
    "text",
    [
        "Quận chọn 300 chứ không phải 1.200 phòng.",
        "Nhà dân của phường trong bán kính 500 m được đi xe buýt.",
        "Hộ dân của phường dùng từ 10 đến 20 m3 giá 9.000 đồng.",
        "Quận họp sáng nay. Ngoài ra, còn 408 hộ.",
    ],
)
def test_what_is_denied_a_reach_a_price_list_and_a_bare_noun_are_no_figures(read, text: str) -> None:
    assert [f for f in found(read, text) if f.unit != "đồng"] == []


def test_a_clause_does_not_begin_inside_brackets_that_close_before_it(read) -> None:
    *_, last = found(read, "Quận giao 979 nhiệm vụ (398 nhiệm vụ trễ hạn) và thành phố giao 501 nhiệm vụ.")
    assert (last.value, last.indicator) == (501, "nhiệm vụ thành phố giao")


def test_what_is_told_of_a_school_has_the_school_as_its_area(read) -> None:
    (figure,) = found(read, "Ở quận Ba Đình, Trường THCS Hoàng Hoa Thám có 38 phòng học.")
    assert figure.area == "Trường THCS Hoàng Hoa Thám"


def test_what_joins_clauses_is_no_part_of_an_indicator(read) -> None:
    *_, last = found(read, "Quận thu 90 tỷ đồng, trong khi tổng chi của quận lên tới 120 tỷ đồng.")
    assert last.indicator == "tổng chi của quận"


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn xe khách du lịch hợp đồng cỡ lớn 45 chỗ đi vào phố của quận.",
        "Nhà ở phường một nách 3 con, sống nhờ họ hàng.",
    ],
)
def test_seats_of_a_long_name_and_children_are_no_figures(read, text: str) -> None:
    assert found(read, text) == []


def test_a_bracket_right_behind_a_unit_is_no_part_of_the_next_indicator(read) -> None:
    *_, last = found(read, "Quận xây cầu dài 1.465 m (gồm cả đường dẫn) với 6 làn xe.")
    assert (last.value, "(" in last.indicator or ")" in last.indicator) == (6, False)


@pytest.mark.parametrize(
    "text",
    [
        "Quỹ của quận: số tài khoản 114000987654 ngân hàng Đông Hải.",
        "Xã mua máy bơm mới 100% cho hợp tác xã.",
        "Ở phường, đổ rác bừa bãi bị phạt 5 - 7 triệu đồng.",
        "Quận chỉ định thầu không quá 500 triệu đồng đối với gói thầu tư vấn.",
        "Với 3 sự kiện lớn này, quận mong đón nhiều khách.",
        "Cá chết ở xã nặng từ 6 đến 8 kg.",
    ],
)
def test_accounts_norms_and_the_weight_of_a_fish_are_no_figures(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cả sáu bị cáo đều ở xã Hòa Tân.",
        "Người vứt rác ở phường có thể bị xử phạt từ 5 đến 7 triệu đồng.",
        "Đất ở đô thị của quận có chiều rộng không nhỏ hơn 4 m.",
        "Quận bán căn hộ 30 m2.",
        "Mùa này ở xã, 1 m3 nước chỉ đủ dùng năm ngày.",
        "Cơ chế của 10 đập phía sau do tỉnh vận hành.",
    ],
)
def test_all_of_those_told_of_and_sizes_are_no_figures(read, text: str) -> None:
    assert found(read, text) == []


def test_persons_are_no_list_with_what_they_do(read) -> None:
    (figure, *_) = found(read, "Quận phải đình chỉ trợ cấp của 2.745 người, kiến nghị thu hồi 150 tỷ đồng.")
    assert figure.unit == "người"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trong ba năm, xã cải tạo, nâng cấp 39 trạm y tế thôn.", 39),
        ("Công ty của quận cung cấp 3.200 suất ăn cho công nhân.", 3200),
        ("Bến xe của quận đón mỗi ngày khoảng 20.000 hành khách đi lại.", 20000),
    ],
)
def test_a_verb_or_a_span_that_ends_like_a_name_makes_the_number_no_name(read, text: str, value: int) -> None:
    assert [figure.value for figure in found(read, text)] == [value]


def test_all_of_several_things_are_several_figures(read) -> None:
    figures = found(read, "Ở huyện, 100% số xã có nhà văn hóa. Ở đó, 100% số hộ dùng điện lưới.")
    assert [figure.indicator for figure in figures] == ["số xã có nhà văn hóa", "số hộ dùng điện lưới"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Năm 2022, lượng khách đến phố đi bộ của quận trung bình đạt 12.000 lượt khách/ngày.", "lượt khách/ngày"),
        ("Bến xe của quận đón bình quân khoảng 600 hành khách/ ngày.", "hành khách/ ngày"),
        ("Phí giữ xe trên địa bàn quận là 5.000 đồng/xe máy trong ngày lễ.", "đồng/xe máy"),
        ("Mức hỗ trợ tiền ăn của quận là 20.000 đồng/trẻ em.", "đồng/trẻ em"),
    ],
)
def test_a_rate_is_a_unit_as_a_whole(read, text: str, unit: str) -> None:
    assert [figure.unit for figure in found(read, text)] == [unit]


def test_how_often_in_a_week_is_no_figure(read) -> None:
    assert found(read, "Trẻ của phường được học bơi 3 buổi/tuần.") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Trường của quận đào tạo 33 ngành trình độ đại học.", "ngành"),
        ("Thanh tra huyện tiến hành 75 cuộc thanh tra hành chính.", "cuộc thanh tra"),
        ("Quận hỗ trợ 310 chủ tàu bị thiệt hại do bão.", "chủ tàu"),
        ("Trong huyện, 475 thôn, làng đã xây dựng nhà văn hóa.", "thôn, làng"),
    ],
)
def test_branches_inspections_owners_and_pairs_of_units_are_counted(read, text: str, unit: str) -> None:
    assert [figure.unit for figure in found(read, text)] == [unit]


def test_what_further_ones_do_is_told_of_them(read) -> None:
    (figure,) = found(read, "Ngoài ra, 7 dự án khác cũng được quận cấp giấy phép.")
    assert figure.indicator == "dự án khác cũng được quận cấp giấy phép"


def test_a_share_of_a_total_is_no_share_named_for_the_total(read) -> None:
    figures = found(read, "Số vụ án về tín dụng trên địa bàn quận là 319 vụ, chiếm 8% về tổng số vụ.")
    assert [figure.indicator for figure in figures] == ["Số vụ án về tín dụng trên địa bàn quận"] * 2


def test_a_total_behind_what_was_counted_is_that_of_those_counted(read) -> None:
    figures = found(read, "Huyện có 24 khu vực bị xói lở, tổng chiều dài khoảng 147 km.")
    assert figures[-1].indicator.startswith("tổng chiều dài khu vực")


def test_the_number_of_a_troop_is_its_name(read) -> None:
    assert found(read, "Ở quận, Lữ đoàn 204 tổ chức chữa cháy.") == []


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Quận đã khởi công 6 tuyến đường ven hồ.", "tuyến đường ven hồ khởi công"),
        ("Quận hiện có 6 tuyến đường ven hồ.", "tuyến đường ven hồ"),
    ],
)
def test_what_was_done_with_those_counted_is_told_of_them(read, text: str, indicator: str) -> None:
    assert [figure.indicator for figure in found(read, text)] == [indicator]


def test_a_comparison_before_its_verb_is_of_what_was_measured_last(read) -> None:
    _, growth = found(read, "Thu thuế của quận đạt 640 tỷ đồng, so với cùng kỳ năm 2020 tăng 12 tỷ đồng.")
    assert growth.indicator == "Thu thuế của quận"
    assert growth.comparison == "tăng so với cùng kỳ năm 2020"


def test_a_share_behind_a_verb_is_of_what_follows_it(read) -> None:
    figures = found(read, "Sản lượng gạo của huyện là 300 tấn, đáp ứng 40% nhu cầu của người dân.")
    assert [figure.indicator for figure in figures] == ["Sản lượng gạo của huyện", "đáp ứng nhu cầu của người dân"]


def test_a_share_of_some_says_what_they_do(read) -> None:
    (figure,) = found(read, "Tại quận, 95% cơ sở chưa được kiểm định.")
    assert figure.indicator == "cơ sở chưa được kiểm định"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Dân số gần 300.000 người của quận tăng nhanh.", ["người"]),
        ("Trụ sở quận ở số 7 phường Hoa Mai.", []),
        ("Phí thuê vỉa hè của quận là 50.000 đồng/m 2 /tháng.", ["đồng/m 2 /tháng"]),
    ],
)
def test_words_that_end_in_a_names_word_and_rates_by_squares(read, text: str, units: list[str]) -> None:
    assert [figure.unit for figure in found(read, text)] == units


def test_times_of_a_comparison_count_nothing(read) -> None:
    (figure,) = found(read, "Số hồ sơ của quận cao gấp 3 lần so với năm 2020.")
    assert figure.indicator == "Số hồ sơ của quận"
