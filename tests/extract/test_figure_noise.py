"""Numbers that are no figures."""

from __future__ import annotations

import pytest


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
def test_what_reports_on_nothing_is_left_out(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dự án ở huyện Ba Vì có vốn từ 50 tỷ đồng trở lên được giảm thuế.",
        "Nông dân huyện Ba Vì bán dưa với giá 9.000 đồng.",
        "Ngư dân huyện Vân Đồn bắt được con cá dài 2,1 m.",
        "Nhiều hộ ở quận Long Biên sống cách công trường 150 m cũng lo lắng.",
        "Giám đốc Sở Xây dựng tỉnh Hòa Bình vay ngân hàng 12 tỷ đồng.",
        "UBND huyện Ba Vì nhắc nhở hai cơ sở đóng tàu nói trên.",
        "Ở huyện Ba Vì, bình quân 1 người dân có nước sạch.",
        "Đại hội của quận Long Biên bầu 11 đồng chí.",
    ],
)
def test_what_reports_on_nothing_is_no_figure(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ở huyện Ba Vì, cả hai xã đều chậm tiến độ.",
        "Nhiều năm qua ở huyện Ba Vì, hai xã không có đường.",
        "Sai phạm của hai cán bộ huyện Ba Vì kéo dài nhiều năm.",
        "Học sinh quận Long Biên được học 2 buổi/ngày.",
        "Mái đê của huyện Ba Vì thấm nước từ cao trình +12m đến +13m.",
        "Bà Phùng Thị Lụa ở tổ 4, phường Phú La có 300 m2 đất vườn.",
    ],
)
def test_people_met_before_norms_heights_and_gardens_are_no_figures(found, text: str) -> None:
    assert found(text) == []


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
def test_incidents_seats_floors_and_those_met_before_are_no_report(found, text: str) -> None:
    assert not found(text)


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
def test_what_a_story_or_a_law_counts_is_no_figure(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Phường yêu cầu hai cơ sở khắc phục ngay.",
        "Nhà ông Phùng Văn Sửu ở xã Tân Lĩnh thu lãi 90 triệu đồng.",
    ],
)
def test_what_is_asked_of_those_met_before_and_what_a_family_owns_is_no_figure(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quận chọn 300 chứ không phải 1.200 phòng.",
        "Nhà dân của phường trong bán kính 500 m được đi xe buýt.",
        "Hộ dân của phường dùng từ 10 đến 20 m3 giá 9.000 đồng.",
        "Quận họp sáng nay. Ngoài ra, còn 408 hộ.",
    ],
)
def test_what_is_denied_a_reach_a_price_list_and_a_bare_noun_are_no_figures(found, text: str) -> None:
    assert [f for f in found(text) if f.unit != "đồng"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn xe khách du lịch hợp đồng cỡ lớn 45 chỗ đi vào phố của quận.",
    ],
)
def test_seats_of_a_long_name_are_no_figures(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quỹ của quận: số tài khoản 114000987654 ngân hàng Đông Hải.",
        "Xã mua máy bơm mới 100% cho hợp tác xã.",
        "Ở phường, đổ rác bừa bãi bị phạt 5 - 7 triệu đồng.",
        "Quận chỉ định thầu không quá 500 triệu đồng đối với gói thầu tư vấn.",
        "Với 3 sự kiện lớn này, quận mong đón nhiều khách.",
    ],
)
def test_accounts_and_norms_are_no_figures(found, text: str) -> None:
    assert found(text) == []


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
def test_all_of_those_told_of_and_sizes_are_no_figures(found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trong ba năm, xã cải tạo, nâng cấp 39 trạm y tế thôn.", 39),
        ("Công ty của quận cung cấp 3.200 suất ăn cho công nhân.", 3200),
        ("Bến xe của quận đón mỗi ngày khoảng 20.000 hành khách đi lại.", 20000),
    ],
)
def test_a_verb_or_a_span_that_ends_like_a_name_makes_the_number_no_name(found, text: str, value: int) -> None:
    assert [figure.value for figure in found(text)] == [value]


def test_how_often_in_a_week_is_no_figure(found) -> None:
    assert found("Trẻ của phường được học bơi 3 buổi/tuần.") == []


def test_the_number_of_a_troop_is_its_name(found) -> None:
    assert found("Ở quận, Lữ đoàn 204 tổ chức chữa cháy.") == []


def test_times_of_a_comparison_count_nothing(found) -> None:
    (figure,) = found("Số hồ sơ của quận cao gấp 3 lần so với năm 2020.")
    assert figure.indicator == "Số hồ sơ của quận"


def test_a_rate_is_reported_where_the_price_of_one_thing_is_not(found) -> None:
    (figure,) = found("Giá thu mua chè búp ở huyện Ba Vì hiện là 32.000 đồng/kg.")
    assert (figure.indicator, figure.unit) == ("Giá thu mua chè búp ở huyện Ba Vì hiện", "đồng/kg")
    assert found("Cửa hàng ở huyện Ba Vì bán bộ ấm với giá 320.000 đồng.") == []


def test_what_we_did_is_reported_and_what_i_own_is_not(found) -> None:
    assert [
        f.value for f in found("“Chúng tôi đã huy động 350 lao động nạo vét kênh”, UBND xã Tân Lĩnh cho biết.")
    ] == [350]
    assert found("“Tôi đã mua 350 cây giống”, bà Lụa ở xã Tân Lĩnh nói.") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Theo ông Nam, hiện có 8 mẫu thép không đạt chuẩn.", [8]),
        ("Chủ tịch UBND huyện Trần Văn Nam trao 30 suất quà cho người nghèo.", [30]),
        ("Ông Nam hiện có 8 mẫu ruộng ở xã Tân Lĩnh.", []),
        ("Bắt nhóm của Trần Văn Nam, thu giữ 5.200 viên thuốc lắc.", [5200]),
    ],
)
def test_who_only_says_it_and_what_was_seized_are_no_private_affairs(found, text: str, values: list[int]) -> None:
    assert [f.value for f in found(text, title="Tin huyện Ba Vì")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vụ sạt lở ở xã Hải Vân làm hỏng 12 cột điện, 9 ngôi nhà và 1 cầu treo.", [12, 9, 1]),
        ("Mưa lũ ở xã Hải Vân làm 6 người chết, 1 người mất tích.", [6, 1]),
        ("UBND xã Hải Vân đã sửa 1 cầu treo.", []),
        ("UBND xã Hải Vân lắp 12 cột điện và một cầu treo.", [12]),
    ],
)
def test_one_is_told_as_a_member_of_a_list(found, text: str, values: list[int]) -> None:
    assert [f.value for f in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sai phạm của 3 cán bộ huyện Ba Vì kéo dài nhiều năm.", []),
        ("Nhiều năm qua ở huyện Ba Vì, ba xã không có đường.", [3]),
        ("Quận mở rộng đường Bờ Đê dài 2,4 km.", [2.4]),
        ("Quận kỷ luật khiển trách 1 tập thể; nhắc nhở 5 tập thể.", [1, 5]),
        ("Quận cấp nước với giá 9.000 đồng mỗi khối.", [9000]),
        ("Xe của quận đã đi được 1 km.", []),
        ("Quận sẽ lắp 4 máy còn lại.", []),
        ("Quận sẽ di dời 27 hộ còn lại.", [27]),
        ("Theo thống kê của tiến sĩ Lò Văn Sạ, xã Tà Nung có 52 loài lan.", [52]),
        ("Sóng ở xã Tam Hải cuốn 7 em học sinh, 5 em được cứu.", [7, 5]),
        ("Quận họp. Hôm qua ông Lò Văn Sạ bị xử phạt 15 triệu đồng.", [15]),
        ("Quận họp. Hôm qua ông Lò Văn Sạ tiêu 15 triệu đồng.", []),
        ("Quận họp. Cầu vượt hướng Kha Thị Đào dài 367 m.", [367]),
        ("Tàu cá BĐ 99245 TS của quận bị hỏng máy.", []),
        ("Quận họp. Anh Lò Văn Sạ có vườn rộng 367 m.", []),
    ],
)
def test_what_is_told_of_few_and_of_a_person_is_weighed(found, text: str, values: list[float]) -> None:
    assert [figure.value for figure in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vụ việc do mâu thuẫn giữa 3 lớp học ở quận Tây Hồ.", []),
        ("Huyện Ba Vì yêu cầu 4 doanh nghiệp khắc phục.", []),
        ("Ngư dân huyện Vân Đồn sống nhờ biển tại 4 tỉnh miền Trung.", []),
        ("Ở quận Tây Hồ hôm ấy ba học sinh đứng xem.", []),
        ("Huyện Ba Vì kiểm tra tại 4 doanh nghiệp khai thác cát.", [4]),
        ("Đường của huyện Ba Vì có quy mô bốn làn xe.", [4]),
    ],
)
def test_few_that_are_named_or_persons_of_a_story_are_no_figures(found, text: str, values: list[int]) -> None:
    assert [figure.value for figure in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ở huyện Ba Vì nông dân trồng 2 vụ lúa xen 1 vụ cá.", []),
        ("Huyện Ba Vì giải quyết 12 vụ khiếu nại về đất đai.", [12]),
        ("PV gọi 3 lần nhưng Chủ tịch phường Phú La không nghe.", []),
        ("Huyện Ba Vì đã 3 lần kiến nghị với Bộ.", [3]),
        ("Quận Tây Hồ cấm các phương tiện 45 chỗ vào phố cổ.", []),
        ("Bãi đỗ mới của quận Tây Hồ gồm 450 chỗ đỗ xe.", [450]),
    ],
)
def test_crops_what_reporters_did_and_sorts_of_vehicles_are_no_figures(found, text: str, values: list[int]) -> None:
    assert [figure.value for figure in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Huyện Ba Vì cho hay vợ chồng anh Sạ bán 40 con bò.", []),
        ("Huyện Ba Vì trao cho gia đình anh Sạ 40 triệu đồng.", [40]),
    ],
)
def test_what_a_family_has_is_no_figure_and_what_it_is_given_is_one(found, text: str, values: list[int]) -> None:
    assert [figure.value for figure in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sáng ấy ở huyện Ba Vì, người ta thấy 2 thanh niên lạ hỏi đường.", []),
        ("Huyện Ba Vì đình chỉ công tác với 2 giáo viên mầm non.", [2]),
        ("Huyện Ba Vì có 40 người về quê, 3 người chuyển việc.", [40, 3]),
    ],
)
def test_few_persons_are_a_figure_where_an_office_deals_with_them(found, text: str, values: list[int]) -> None:
    assert [figure.value for figure in found(text)] == values
