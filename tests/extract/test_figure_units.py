"""What a figure is counted or measured in."""

from __future__ import annotations

import pytest


def test_a_range_with_its_magnitude_at_the_far_end_keeps_that_end(found) -> None:
    assert [f.value for f in found("Dự án của quận thu phí mức giá khoảng 500.000 – 1 triệu đồng.")] == [1]


def test_figures_take_the_period_and_unit_of_the_lines_before(found) -> None:
    text = "Năm 2021, xã Hòa Sơn gặp nhiều khó khăn. Tổng thu ngân sách đạt 14 tỷ đồng."
    (figure,) = found(text, "Huyện Lương Sơn họp. Huyện Lương Sơn bàn.", title="Huyện Lương Sơn")
    assert (figure.period, figure.area) == ("Năm 2021", "xã Hòa Sơn")


def test_a_unit_is_not_taken_for_the_one_that_it_lies_in(found) -> None:
    text = "HĐND huyện Mỏ Cày Nam, tỉnh Bến Tre đã tiếp nhận 45 kiến nghị của cử tri."
    (figure,) = found(text, title="Tỉnh Bến Tre")
    assert figure.area == "huyện Mỏ Cày Nam"


def test_a_share_in_brackets_is_of_what_was_counted_before(found) -> None:
    text = "Số vụ cháy trên địa bàn quận Long Biên giảm 36 vụ (6,2%)."
    assert len({figure.indicator for figure in found(text) if figure.unit == "%"}) == 1
    assert all("(" not in figure.indicator for figure in found(text))


def test_rates_of_what_is_counted_are_measured(found) -> None:
    (figure,) = found("Bình quân chung số tiêu chí của huyện Ba Vì là 12,5 tiêu chí/xã.")
    assert (figure.value, figure.unit) == (12.5, "tiêu chí/xã")


def test_a_comma_in_what_is_counted_does_not_end_it(found) -> None:
    first, second = found("Quận Hà Đông cắm mốc cho 14 tuyến kênh, rạch với 60 cột mốc.")
    assert (first.indicator, second.unit) == ("tuyến kênh, rạch", "cột mốc")


def test_a_speed_is_measured_by_the_hour(found) -> None:
    (figure,) = found("Vận tốc thiết kế của đường vành đai quận Hà Đông là 60 km/h.")
    assert (figure.value, figure.unit) == (60, "km/h")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Nhà máy của quận xử lý được 450 tấn rác/ngày.", "tấn rác/ngày"),
        ("Mức hỗ trợ của quận là 3 triệu đồng/dự án.", "triệu đồng/dự án"),
        ("Diện tích cây xanh của quận đạt 7 m vuông/ người.", "m vuông/ người"),
    ],
)
def test_a_rate_is_the_unit_with_what_it_is_by(found, text: str, unit: str) -> None:
    (figure,) = found(text)
    assert figure.unit == unit


def test_a_unit_right_behind_a_figure_is_its_area(found) -> None:
    (figure,) = found("Mưa đá ở huyện Mường Khương làm hỏng 37 nhà tại xã Nấm Lư.")
    assert figure.area == "xã Nấm Lư"


def test_units_in_brackets_are_no_area_where_another_is_named(found) -> None:
    (figure,) = found("Ở thành phố Hải Dương có 412 ca bệnh (trừ xã An Thượng), 19 phường có ca bệnh.")[-1:]
    assert figure.area == "thành phố Hải Dương"


def test_an_amount_in_the_title_is_the_same_in_other_magnitudes(found) -> None:
    (figure,) = found("Trong tháng, huyện đã trồng 600.000 cây keo trên đồi.", title="Huyện trồng 600 nghìn cây")
    assert figure.value == 600_000


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Năm 2022, lượng khách đến phố đi bộ của quận trung bình đạt 12.000 lượt khách/ngày.", "lượt khách/ngày"),
        ("Bến xe của quận đón bình quân khoảng 600 hành khách/ ngày.", "hành khách/ ngày"),
        ("Phí giữ xe trên địa bàn quận là 5.000 đồng/xe máy trong ngày lễ.", "đồng/xe máy"),
        ("Mức hỗ trợ tiền ăn của quận là 20.000 đồng/trẻ em.", "đồng/trẻ em"),
    ],
)
def test_a_rate_is_a_unit_as_a_whole(found, text: str, unit: str) -> None:
    assert [figure.unit for figure in found(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Trường của quận đào tạo 33 ngành trình độ đại học.", "ngành"),
        ("Thanh tra huyện tiến hành 75 cuộc thanh tra hành chính.", "cuộc thanh tra"),
        ("Quận hỗ trợ 310 chủ tàu bị thiệt hại do bão.", "chủ tàu"),
        ("Trong huyện, 475 thôn, làng đã xây dựng nhà văn hóa.", "thôn, làng"),
    ],
)
def test_branches_inspections_owners_and_pairs_of_units_are_counted(found, text: str, unit: str) -> None:
    assert [figure.unit for figure in found(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Dân số gần 300.000 người của quận tăng nhanh.", ["người"]),
        ("Trụ sở quận ở số 7 phường Hoa Mai.", []),
        ("Phí thuê vỉa hè của quận là 50.000 đồng/m 2 /tháng.", ["đồng/m 2 /tháng"]),
    ],
)
def test_words_that_end_in_a_names_word_and_rates_by_squares(found, text: str, units: list[str]) -> None:
    assert [figure.unit for figure in found(text)] == units


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Quận Long Biên có 36 bãi đỗ xe phục vụ người dân.", "bãi đỗ xe"),
        ("Huyện Đông Anh đã xây mới 12 trạm y tế xã.", "trạm y tế"),
        ("Quận Long Biên lập 36 bãi trông giữ tang vật vi phạm.", "bãi"),
        ("Mưa lớn làm ngập 36 nhà dân ở xã Hải Vân.", "nhà dân"),
        ("Huyện Đông Anh có 6 trường đại học mới mở.", "trường đại học"),
        ("Huyện Đông Anh có 6 trường chuẩn quốc gia.", "trường"),
    ],
)
def test_a_compound_noun_is_the_unit_as_a_whole(found, text: str, unit: str) -> None:
    (figure,) = found(text)
    assert figure.unit == unit


def test_what_lacks_equipment_is_no_second_counted_noun(found) -> None:
    (figure,) = found("Trường tiểu học xã Văn Đức có 215 học sinh, cơ sở vật chất còn thiếu.")
    assert figure.unit == "học sinh"


def test_what_a_number_rises_or_falls_to_gives_its_unit(found) -> None:
    values = [(f.value, f.unit) for f in found("Số chỗ đỗ xe của quận Long Biên tăng từ 1.250 lên 1.900 chỗ.")]
    assert values == [(1250, "chỗ"), (1900, "chỗ")]
    assert [f.value for f in found("Quận Long Biên có 1.250 và 1.900 chỗ đỗ xe.")] == [1900]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Xã Tân Hải có 25 công nhân Việt Nam làm ở đảo.", [(25, "công nhân")]),
        ("Cá chết ở tổ 13, 14 phường Hương Giang.", []),
        ("Hộ nghèo của quận vay vốn với lãi suất 0,65%/tháng.", [(0.65, "%/tháng")]),
        ("Theo Luật Cư trú 2012 quy định, quận cấp sổ.", []),
        ("UBND quận thưởng nóng đội bóng 50 triệu, phường thưởng 20 triệu đồng.", [(50, "triệu"), (20, "triệu đồng")]),
        ("Năm nay tàu của quận chở 43-45 triệu khách.", [(43, "triệu khách"), (45, "triệu khách")]),
    ],
)
def test_names_years_and_bare_magnitudes_behind_numbers(found, text: str, figures: list[tuple[int, str]]) -> None:
    assert [(f.value, f.unit) for f in found(text)] == figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Quận chi 200 triệu trong đợt này.", 200, "triệu"),
        ("Tổng vốn của tỉnh khoảng 12 nghìn tỷ trong năm nay.", 12, "nghìn tỷ"),
        ("Tổng công suất tàu cá của tỉnh là 980.838 CV.", 980838, "CV"),
        ("Quận vay vốn 30 triệu đồng/1 nhà mới.", 30, "triệu đồng/1 nhà"),
        ("Quận đã giải quyết dứt điểm 68 trường hợp xây dựng trái phép.", 68, "trường hợp"),
        ("Quận đã 3 lần kiến nghị với thành phố.", 3, "lần"),
        ("Quận thu của mỗi quầy 550.000đ/tháng.", 550000, "đ/tháng"),
        ("Quận bố trí vốn cho 14 DA hoàn thành.", 14, "DA"),
        ("Tỉnh trang bị 8 xe buýt 29 chỗ cho phường.", 8, "xe buýt"),
    ],
)
def test_sums_without_their_currency_and_what_was_done_so_often_are_read(
    found, text: str, value: float, unit: str
) -> None:
    assert [(figure.value, figure.unit) for figure in found(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Nước thải của quận cao gấp 3 lần mức cho phép, độ màu 5 lần.",
        "Quận bỏ chiếc áo vào ba lô rồi khóa lại.",
        "Quận dự kiến đón từ 43 triệu đến nay.",
    ],
)
def test_times_as_much_a_rucksack_and_half_a_range_are_counted_by_nothing(found, text: str) -> None:
    assert [f for f in found(text) if f.comparison is None] == []


def test_a_price_by_measure_has_the_measure_in_its_unit(found) -> None:
    first, second = found("Giá đất ở quận Long Biên là 25 triệu đồng mỗi m2, giá thuê kho là 3 triệu đồng mỗi tháng.")
    assert (first.indicator, first.unit) == ("Giá đất ở quận Long Biên", "triệu đồng mỗi m2")
    assert second.unit == "triệu đồng"
