import pytest

from hbtgraph.extract import units
from hbtgraph.extract.bodies import Reader, without_short_form
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import place_tones


def bodies(text: str) -> list[str]:
    plain = place_tones(text)
    whole = (Span(0, len(plain)),)
    return [body.text for body in Reader(plain, units.find(plain, whole)).find(whole)]


@pytest.mark.parametrize(
    "name",
    [
        "UBND quận Long Biên",
        "HĐND thành phố",
        "Quận ủy Long Biên",
        "Ban Thường vụ Thành ủy Hải Phòng",
        "Ban Tổ chức Tỉnh ủy",
        "Sở Kế hoạch và Đầu tư Hà Nội",
        "Phòng Tài chính - Kế hoạch quận Long Biên",
        "Bộ Giáo dục và Đào tạo",
        "Vụ Tổ chức cán bộ Bộ Nội vụ",
        "Hội Liên hiệp Phụ nữ huyện Đông Anh",
        "Ủy ban MTTQ Việt Nam tỉnh Lào Cai",
        "Công an phường Đồng Xuân",
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Đồng Xuân",
        "Ban Xây dựng Đảng Đảng ủy phường Đồng Xuân",
        "TAND khu vực 1 - Hà Nội",
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông Hải Phòng",
        "VKSND khu vực 12",
        "Trường Tiểu học Hoa Sen",
        "Công đoàn Công ty Dệt may Sao Mai",
        "Ban quản lý dự án đường sắt đô thị Hà Nội",
        "Quốc hội",
        "Chính phủ Nhật Bản",
    ],
)
def test_the_whole_name_of_a_body_is_read(name: str) -> None:
    assert bodies(f"Đại diện {name} cho biết đã họp.") == [name]


@pytest.mark.parametrize(
    "tail", [" cho biết sẽ sửa", " kết luận vụ việc", " nghiêm cấm hát", ", ông Lê Bá Vinh", " Trần Thị Sen", " đã ký"]
)
def test_a_free_name_ends_before_verbs_and_people(tail: str) -> None:
    assert bodies(f"Công ty Dệt may Sao Mai{tail}") == ["Công ty Dệt may Sao Mai"]


@pytest.mark.parametrize(
    "text",
    [
        "giá trên thị trường Việt Nam tăng",
        "hàng Đài Loan là hàng tốt",
        "trụ sở Hà Nội mới xây",
        "Hội nghị tổng kết năm",
        "Tổ chức nhiều hoạt động",
        "nhiệm vụ chính trị",
        "anh Đoàn Bá Khương",
        "giữ chức vụ Trưởng thôn",
    ],
)
def test_words_that_only_look_like_bodies_are_none(text: str) -> None:
    assert bodies(text) == []


def test_an_abbreviation_told_in_the_middle_belongs_to_the_name_and_can_be_left_out() -> None:
    name = "Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam"
    assert bodies(f"Đại diện {name} đến dự") == [name]
    assert without_short_form(name) == "Ủy ban Mặt trận Tổ quốc Việt Nam"


@pytest.mark.parametrize(
    "text",
    [
        "Công ty hẹn sẽ trả lời",
        "vụ PCCC hôm qua",
        "ban HĐND đã họp",
        "Trung tâm mới mở cửa",
        "Bệnh viện Theo bà Sen",
    ],
)
def test_a_kind_of_body_without_a_name_is_none(text: str) -> None:
    assert bodies(text) in ([], ["HĐND"])


@pytest.mark.parametrize(
    "text",
    [
        "Việc này do UBND các huyện làm.",
        "Chủ tịch UBND cấp tỉnh quyết định.",
        "UBND quận, huyện, thị xã thu phí.",
        "Các UBND phường và xã thu phí.",
        "Tổ chức phi Chính phủ tặng sách.",
    ],
)
def test_all_bodies_of_one_sort_are_no_body(text: str) -> None:
    assert bodies(text) == []


def test_bodies_of_units_one_above_another_are_bodies() -> None:
    assert bodies("Công an xã, huyện đã đến nơi.") == ["Công an xã"]


def test_a_particle_is_no_half_of_a_name() -> None:
    assert bodies("Hội Sen là hội của làng.") == ["Hội Sen"]
    assert bodies("Ban Thực hiện đã họp.") == ["Ban Thực hiện"]
    assert bodies("Sư đoàn Phòng không đã họp.") == ["Sư đoàn Phòng không"]


@pytest.mark.parametrize(
    "name",
    [
        "UB Trung ương MTTQ Việt Nam",
        "Xứ ủy Bắc Kỳ",
        "Đảng ủy cơ quan Liên đoàn Lao động thành phố Hải Phòng",
        "Văn phòng đăng ký đất đai huyện Đông Anh",
        "Tòa án nhân dân cấp cao tại Đà Nẵng",
        "Công an nhân dân vũ trang Hải Phòng",
        "Ủy ban Kiểm tra Tỉnh ủy Lào Cai",
        "Đoàn kiểm tra của Bộ Chính trị",
        "Phòng Quản lý chất lượng thuộc Ban Quản lý an toàn thực phẩm TP.HCM",
        "Cục Kinh tế và Phát triển quỹ đất",
        "Công ty Cổ phần Chế biến và Xuất khẩu Hoa Sen",
        "Chi cục Hải quan Sân bay Nội Bài",
        "Ban Chỉ đạo phòng, chống tội phạm TP.HCM",
        "Công ty Giống cây trồng Thái Bình",
    ],
)
def test_a_name_is_not_cut_before_its_end(name: str) -> None:
    assert bodies(f"Cán bộ {name}, đến dự") == [name]


@pytest.mark.parametrize(
    "text", ["Sở Tài chính và Phó Chủ tịch huyện", "Sở Tài chính và Sở Nội vụ", "Sở Tài chính và Bà Sen"]
)
def test_what_and_joins_to_a_body_may_be_another(text: str) -> None:
    assert bodies(f"Các ông ở {text} đến")[0] == "Sở Tài chính"


def test_a_chain_of_bodies_without_end_is_read_in_bounds() -> None:
    assert bodies("Đội A thuộc " * 2000)


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Kế hoạch - Kinh doanh Công ty Sen Hồng",
        "Vụ Tài chính Kế toán",
        "Phòng Hành chính, Quản trị",
        "Phòng Kinh tế đối ngoại",
    ],
)
def test_a_field_of_several_words_is_read_to_its_end(name: str) -> None:
    assert bodies(f"Cán bộ {name}, đến dự") == [name]


def test_a_word_behind_a_field_may_begin_another_body() -> None:
    assert bodies("Cán bộ Phòng Kế hoạch - Sở Y tế đến dự")[0] == "Phòng Kế hoạch"
