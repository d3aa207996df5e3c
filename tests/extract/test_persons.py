from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context

Read = Callable[..., Context]


def names(context: Context) -> list[str]:
    return [name.full for name in context.names]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Bá Vinh đến thăm.",
        "Chị Vinh gặp Lê Bá Vinh ở chợ.",
        "Chủ tịch UBND huyện Lê Bá Vinh đến thăm.",
        "Chủ tịch UBND quận Long Biên Lê Bá Vinh đến thăm.",
        "Theo Lê Bá Vinh, việc đã xong.",
        "Thiếu tướng Lê Bá Vinh đến thăm.",
    ],
)
def test_a_full_name_is_found_with_or_without_address_and_post(read: Read, text: str) -> None:
    assert set(names(read(text))) == {"Lê Bá Vinh"}


def test_a_short_name_means_the_last_bearer_named_before(read: Read) -> None:
    context = read("Ông Lê Bá Vinh gặp bà Trần Thị Sen.", "Ông Vinh nói với bà Thị Sen.")
    assert [(name.text, name.full) for name in context.names[2:]] == [
        ("Vinh", "Lê Bá Vinh"),
        ("Thị Sen", "Trần Thị Sen"),
    ]


def test_a_short_name_without_a_bearer_is_nobody(read: Read) -> None:
    assert names(read("Ông Vinh ra đồng.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cháy ở đường Lê Văn Lương hôm qua.",
        "Các phố Lê Thái Tổ, Trần Hưng Đạo và Lý Thường Kiệt cấm xe.",
        "Trường THPT Nguyễn Gia Thiều mở cửa.",
        "Công ty Hoàng Gia Phát nộp thuế.",
        "Nhà số 43 Trần Duy Thành bị ngập.",
        "Giải thưởng Tạ Quang Bửu năm nay.",
        "Du khách thăm Hoàng Thành Thăng Long.",
        "Cấm xe trên các tuyến đường như Hàng Vải, Lê Văn Lương.",
        "Kẹt xe ở cầu Sông Trong, Trần Hưng Đạo và Lý Thường Kiệt.",
    ],
)
def test_streets_schools_companies_and_prizes_are_not_people(read: Read, text: str) -> None:
    assert names(read(text)) == []


def test_who_does_something_at_a_street_is_a_person(read: Read) -> None:
    assert names(read("Đến phố Hàng Vải, Lê Văn Lương dừng xe.")) == ["Lê Văn Lương"]
    assert names(read("Các Phó Chủ tịch UBND tỉnh: Lê Bá Vinh, Trần Thị Sen, Đỗ Văn Cầu.")) == [
        "Lê Bá Vinh",
        "Trần Thị Sen",
        "Đỗ Văn Cầu",
    ]


def test_two_syllables_need_an_address_a_post_or_an_age(read: Read) -> None:
    assert names(read("Sách nói về Lê Sen nhiều.")) == []
    assert names(read("Bà Lê Sen bán rau.")) == ["Lê Sen"]
    assert names(read("Lê Sen (35 tuổi) bán rau.")) == ["Lê Sen"]


def test_a_post_or_an_address_behind_a_name_is_no_part_of_it(read: Read) -> None:
    assert names(read("Lê Bá Vinh Chủ tịch UBND xã An Khánh đến.")) == ["Lê Bá Vinh"]
    assert names(read("Trong ảnh là Lê Bá Vinh Ông Trần Văn Sáu đứng bên.")) == ["Lê Bá Vinh", "Trần Văn Sáu"]


def test_names_that_differ_in_tone_marks_stay_apart(read: Read) -> None:
    assert set(names(read("Ông Lê Bá Vinh và ông Lê Bá Vĩnh cùng đến."))) == {"Lê Bá Vinh", "Lê Bá Vĩnh"}


def test_a_syllable_that_begins_bodies_elsewhere_may_be_part_of_a_name(read: Read) -> None:
    assert names(read("Ông Phan Trường Hân và bà Trần Đoàn Viên đến.")) == ["Phan Trường Hân", "Trần Đoàn Viên"]


def test_a_given_name_behind_a_post_means_who_bears_it(read: Read) -> None:
    context = read("Bí thư Huyện ủy Bắc Hà Lê Bá Vinh đến. Bí thư Vinh nói chuyện.")
    assert names(context) == ["Lê Bá Vinh", "Lê Bá Vinh"]


def test_two_syllables_named_often_are_somebody(read: Read) -> None:
    assert set(names(read("Lê Sen đi chợ. Hôm sau Lê Sen về. Ai cũng quý Lê Sen."))) == {"Lê Sen"}


def test_a_country_before_a_foreigners_name_is_no_part_of_it(read: Read) -> None:
    assert names(read("Thủ tướng Ấn Độ Rajan Kumar Singh đến thăm.")) == ["Rajan Kumar Singh"]


def test_an_abbreviation_of_a_body_is_none_in_a_name(read: Read) -> None:
    assert names(read("Ông Huỳnh Quốc Ca, Phó Giám đốc Sở Xây dựng Lào Cai, đến thăm.")) == ["Huỳnh Quốc Ca"]


@pytest.mark.parametrize(
    "text",
    [
        "Bà TRẦN THỊ SEN đến thăm.",
        "Chủ tịch UBND quận Long Biên TRẦN THỊ SEN đến thăm.",
        "Kỹ sư TRẦN THỊ SEN, 40 tuổi, đến thăm.",
    ],
)
def test_a_name_in_capitals_is_one_behind_a_word_of_address_or_a_post(read: Read, text: str) -> None:
    assert names(read(text)) == ["TRẦN THỊ SEN"]


def test_capitals_alone_make_no_name(read: Read) -> None:
    assert names(read("Hôm nay HỘI CHỢ HOA XUÂN mở cửa, ảnh của TRẦN SEN.")) == []


def test_a_name_in_capitals_is_written_as_it_is_elsewhere(read: Read) -> None:
    context = read("Bà Trần Thị Sen đến thăm.", "Bà TRẦN THỊ SEN nói lời cảm ơn.")
    assert names(context) == ["Trần Thị Sen", "Trần Thị Sen"]


def test_a_name_ends_before_a_phrase_that_begins_a_sentence(read: Read) -> None:
    assert names(read("Xe do ông Lê Bá Vinh Trước đó, xe đã hỏng.")) == ["Lê Bá Vinh"]


def test_a_word_of_address_in_a_run_of_names_begins_the_next(read: Read) -> None:
    assert names(read("Bên cạnh em Lê Bá Vinh Em Trần Thị Sen khóc.")) == ["Lê Bá Vinh", "Trần Thị Sen"]


def test_a_rare_surname_before_a_middle_name_is_no_part_of_the_unit(read: Read) -> None:
    context = read("Chủ tịch UBND xã An Khánh Phú Văn Hải đến thăm.")
    assert names(context) == ["Phú Văn Hải"]
    assert [unit.text for unit in context.units] == ["xã An Khánh"]


def test_a_small_last_syllable_is_read_as_the_name_is_written_elsewhere(read: Read) -> None:
    context = read("Ông Lê Bá Vinh đến thăm.", "Bổ nhiệm ông Lê Bá vinh làm Giám đốc Sở Y tế.")
    assert {name.casefold() for name in names(context)} == {"lê bá vinh"}
    assert names(read("Ông Lê Bá đến thăm.")) == ["Lê Bá"]


def test_the_next_caption_is_no_part_of_a_name(read: Read) -> None:
    captions = read("Chủ tịch UBND xã An Khánh Lê Bá Vinh Quang cảnh hội trường", "Ông Lê Vinh Quang cảm ơn.")
    assert [name.full for name in captions.names] == ["Lê Bá Vinh", "Lê Vinh Quang"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đại sứ Jan Kowalek đến thăm.", ["Jan Kowalek"]),
        ("Thủ tướng Nhật Bản Kenzo Tarube đến thăm.", ["Kenzo Tarube"]),
        ("Hạt trưởng Hạt Kiểm lâm Chư Pơng đến thăm.", []),
        ("Phó bí thư Huyện ủy Đắk R’tíh đến thăm.", []),
        ("Hôm ấy Jan Kowalek đến thăm.", []),
    ],
)
def test_a_foreigner_of_two_names_is_found_behind_a_post_alone(read: Read, text: str, found: list[str]) -> None:
    assert names(read(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Triệu tập Giám đốc Sở Y tế Yên Bái Nguồn tin của báo cho biết thêm.", []),
        ("Giám đốc Sở Y tế Yên Bái Lê Bá Vinh đến thăm.", ["Lê Bá Vinh"]),
    ],
)
def test_a_province_and_the_word_behind_it_are_nobody(read: Read, text: str, found: list[str]) -> None:
    assert names(read(text)) == found


def test_a_space_too_many_may_part_a_post_from_the_name(read: Read) -> None:
    context = read("Phó Thủ tướng giao Bộ trưởng Tài nguyên và Môi trường  Lê Bá Vinh  xem xét.")
    assert names(context) == ["Lê Bá Vinh"]


@pytest.mark.parametrize(
    "text", ["Bộ trưởng Bộ Nông nghiệp và Phát triển Nông thôn Lê Bá Vinh nói.", "Trưởng thôn Lê Bá Vinh nói."]
)
def test_a_name_is_that_of_no_thon(read: Read, text: str) -> None:
    assert names(read(text)) == ["Lê Bá Vinh"]
