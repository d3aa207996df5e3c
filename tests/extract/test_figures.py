"""Quantities that report on an area or on a body's work."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.figures import figures


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
    found, text: str, indicator: str, value: float, unit: str
) -> None:
    (figure,) = found(text)
    assert (figure.indicator, figure.value, figure.unit) == (indicator, value, unit)


def test_both_ends_of_a_range_are_given(found) -> None:
    assert [f.value for f in found("Thành phố dự kiến chi cho dự án cầu vượt 300 - 350 tỷ đồng.")] == [300, 350]


def test_a_whole_number_stays_whole(found) -> None:
    (figure,) = found("Quận trồng 4.000 cây ven hồ.")
    assert isinstance(figure.value, int)


def test_a_repeated_figure_is_one_record(found) -> None:
    (figure,) = found("Quận trồng 4.000 cây.", "Như vậy quận trồng được tất cả 4.000 cây ven hồ trong năm 2023.")
    assert figure.period == "năm 2023"


@pytest.mark.parametrize(
    ("first", "second", "many"),
    [
        ("Huyện mời 34 trường vùng cao về họp.", "Cô giáo của 34 trường đã đến dự.", 1),
        ("Huyện chi 25 tỷ.", "Tổng kinh phí huyện chi cho kè là 25 tỷ đồng.", 1),
        ("Huyện tặng quà 30 hộ nghèo.", "Xã di dời 30 hộ ven sông.", 2),
        ("Huyện tặng quà 4 hộ nghèo.", "Xã di dời 4 hộ ven sông.", 2),
    ],
)
def test_an_odd_count_is_one_record_wherever_it_is_told(found, first: str, second: str, many: int) -> None:
    between = "Buổi sáng trời mưa nhẹ và đường lên bản trơn, nên nhiều người phải đi bộ lên hội trường. " * 2
    assert len(found(first, between, second)) == many


@pytest.mark.parametrize("piece", ["1", "1 ", "A", "1% ", "1 hộ ", "tăng 1 tỷ đồng, ", "1 cây và ", "đạt "])
def test_a_hundred_thousand_characters_of_anything_take_no_time(read, piece: str) -> None:
    context = read(piece * (100_000 // len(piece)))
    started = time.perf_counter()
    list(figures(context))
    assert time.perf_counter() - started < 10


def test_a_period_holds_on_in_the_sentences_that_follow_but_is_never_the_compared_one(found) -> None:
    text = "Năm 2022, quận thu thuế đất đạt 90 tỷ đồng. Thu phí của quận đạt 7 tỷ đồng, tăng 4% so với năm 2021."
    assert [f.period for f in found(text)] == ["Năm 2022", "Năm 2022", "Năm 2022"]


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


def test_the_number_of_those_honoured_is_the_awards_wherever_it_is_repeated(found) -> None:
    text = "UBND quận Long Biên tặng Giấy khen cho 16 tập thể có thành tích. Cả 16 tập thể đều ở các phường ven sông."
    assert found(text) == []


def test_the_school_year_of_the_report_is_the_period_of_its_figures(found) -> None:
    (figure,) = found("Quận có 52 giáo viên đạt giải.", title="Quận Long Biên tổng kết năm học 2021-2022")
    assert figure.period == "năm học 2021-2022"


def test_a_count_with_an_english_comma_is_in_thousands(found) -> None:
    (figure,) = found("Huyện Ba Vì tiếp nhận 1,831 hồ sơ qua mạng.")
    assert figure.value == 1831


def test_a_thing_and_the_way_it_is_measured_need_no_more_words(found) -> None:
    (figure,) = found("Khi kiểm tra, hồ điều hòa của quận Hà Đông rộng khoảng 900m2.")
    assert figure.indicator == "hồ điều hòa của quận Hà Đông rộng"


def test_the_number_of_honours_is_looked_up_in_linear_time(found) -> None:
    honours = [f"UBND quận Long Biên tặng Giấy khen cho {n} tập thể tổ {n}." for n in range(3, 203)]
    start = time.perf_counter()
    assert not [figure for figure in found(*honours) if figure.unit == "tập thể"]
    assert time.perf_counter() - start < 5


def test_the_title_only_announces_what_the_text_tells(found) -> None:
    (figure,) = found("Xã Cổ Bi đã trồng được 12 cây đa trong vườn trường.", title="Xã Cổ Bi trồng 12 cây")
    assert figure.indicator.startswith("cây đa")


def test_a_verb_right_before_an_amount_goes_with_what_is_behind_it(found) -> None:
    (figure,) = found("UBND quận Tây Hồ họp bàn về dự án ven hồ, thu hồi 3.500 m2 đất.")
    assert (figure.indicator, figure.value, figure.unit) == ("thu hồi đất", 3500, "m2")


def test_a_name_is_no_verb(found) -> None:
    (figure,) = found("Thu ngân sách trên địa bàn huyện Chợ Mới đạt 90 tỷ đồng.")
    assert figure.indicator == "Thu ngân sách trên địa bàn huyện Chợ Mới"


def test_the_whole_country_is_an_area(found) -> None:
    whole, part = found("Hà Nội góp sức: cả nước có 234 trường; Hà Nội có 60 trường.")
    assert (whole.area, part.area) == ("cả nước", "Hà Nội")


def test_the_few_who_came_to_harm_are_reported(found) -> None:
    (figure,) = found("Vụ sạt lở ở xã Bản Lang khiến 3 người mất tích.")
    assert (figure.value, figure.unit, figure.indicator) == (3, "người", "người mất tích")


def test_what_a_family_is_given_is_a_figure(found) -> None:
    (figure,) = found("UBND xã Tân Lĩnh hỗ trợ gia đình ông Phùng Văn Sửu 15 triệu đồng.")
    assert figure.value == 15


def test_persons_are_no_list_with_what_they_do(found) -> None:
    (figure, *_) = found("Quận phải đình chỉ trợ cấp của 2.745 người, kiến nghị thu hồi 150 tỷ đồng.")
    assert figure.unit == "người"


def test_all_of_several_things_are_several_figures(found) -> None:
    figures = found("Ở huyện, 100% số xã có nhà văn hóa. Ở đó, 100% số hộ dùng điện lưới.")
    assert [figure.indicator for figure in figures] == ["số xã có nhà văn hóa", "số hộ dùng điện lưới"]


def test_a_share_of_a_total_is_no_share_named_for_the_total(found) -> None:
    figures = found("Số vụ án về tín dụng trên địa bàn quận là 319 vụ, chiếm 8% về tổng số vụ.")
    assert [figure.indicator for figure in figures] == ["Số vụ án về tín dụng trên địa bàn quận"] * 2


def test_a_comparison_before_its_verb_is_of_what_was_measured_last(found) -> None:
    _, growth = found("Thu thuế của quận đạt 640 tỷ đồng, so với cùng kỳ năm 2020 tăng 12 tỷ đồng.")
    assert growth.indicator == "Thu thuế của quận"
    assert growth.comparison == "tăng so với cùng kỳ năm 2020"


def test_two_amounts_of_one_quantity_are_no_list_of_things(found) -> None:
    *_, dollars, dong = found("Huyện Đông Anh thu hút 12 dự án với tổng vốn đăng ký 40 triệu USD và 320 tỷ đồng.")
    assert dong.indicator == dollars.indicator == "tổng vốn đăng ký dự án Huyện Đông Anh thu hút"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Xã có 23 tàu vỏ thép, 23 tàu vỏ gỗ.", [23, 23]),
        ("Xã có 23 tàu vỏ thép. Năm nay 23 tàu vỏ thép ra khơi.", [23]),
        ("Phí đỗ xe ở chợ quận là 9.000 đồng/lượt. Giá gửi xe đạp ở bến phà là 9.000 đồng/lượt.", [9000, 9000]),
        ("Quận chi 900 tỷ đồng sửa đường. Số tiền 900 tỷ đồng do thành phố cấp.", [900]),
    ],
)
def test_what_looks_alike_is_one_unless_it_stands_beside_or_is_a_rate(found, text: str, values: list[int]) -> None:
    assert [f.value for f in found(text)] == values


def test_what_a_value_exceeds_tells_the_direction_and_squares_are_no_numbers(found) -> None:
    (times,) = found("Độ màu của nước thải ở xã Hải Vân vượt 12,5 lần.")
    assert (times.value, times.unit, times.comparison) == (12.5, "lần", "vượt")
    flow = found("Lưu lượng xả thải ở xã Hải Vân từ 1.200 m 3 đến 2.400 m 3 /ngày.")
    assert [(f.value, f.unit) for f in flow] == [(1200, "m 3"), (2400, "m 3 /ngày")]


def test_of_two_that_say_the_same_enough_the_first_is_kept(found) -> None:
    lead = "Cháy chợ ở xã Hải Vân, thiệt hại 900 triệu đồng."
    text = "Ban đầu ước thiệt hại của các hộ dân trong chợ xã là 900 triệu đồng."
    (figure,) = found(lead, text)
    assert figure.indicator == "Cháy chợ ở xã Hải Vân, thiệt hại"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ở xã Vân Hà, 4 cháu nhỏ bị đuối nước. Hôm sau xã cho biết 4 học sinh đã tử vong.", 1),
        ("Ở xã Vân Hà, 4 cháu nhỏ bị đuối nước. Hôm sau xã cho biết 4 hộ dân đã được hỗ trợ.", 2),
    ],
)
def test_few_children_are_told_once_whatever_they_are_called(found, text: str, count: int) -> None:
    assert len(found(text)) == count


def test_words_that_lead_on_are_no_part_of_an_indicator(found) -> None:
    (figure,) = found("Thu nhập bình quân của xã Vân Hà cho đến chỉ 26 triệu đồng.")
    assert figure.indicator == "Thu nhập bình quân của xã Vân Hà"
