import pytest

from hbtgraph.extract.units import bare_name, find, rank_of, type_word
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import place_tones


def units(text: str) -> list[str]:
    plain = place_tones(text)
    return [unit.text for unit in find(plain, (Span(0, len(plain)),))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lễ hội của quận Long Biên và huyện Đông Anh", ["quận Long Biên", "huyện Đông Anh"]),
        ("ở phường 12, quận 5, TPHCM", ["phường 12", "quận 5", "TPHCM"]),
        ("tại Q.Tân Bình, TP.HCM", ["Q.Tân Bình", "TP.HCM"]),
        ("ở thành phố Thái Nguyên, tỉnh Thái Nguyên", ["thành phố Thái Nguyên", "tỉnh Thái Nguyên"]),
        ("tỉnh Bà Rịa - Vũng Tàu họp", ["tỉnh Bà Rịa - Vũng Tàu"]),
        ("từ Hà Nội đi Hải Phòng", ["Hà Nội", "Hải Phòng"]),
        ("UBND huyện KBang họp", ["huyện KBang"]),
        ("ở ấp Cây Sao 2, xã Lâm Thượng", ["ấp Cây Sao 2", "xã Lâm Thượng"]),
        ("tỉnh Thừa Thiên-Huế họp", ["tỉnh Thừa Thiên-Huế"]),
        ("tỉnh Thừa Thiên – Huế họp", ["tỉnh Thừa Thiên – Huế"]),
        ("ở H. Phong Điền (TT-Huế), tỉnh TT-Huế", ["H. Phong Điền", "TT-Huế", "tỉnh TT-Huế"]),
        ("Trưởng thôn Nội Trung họp với trưởng thôn Lê Bá Vinh", ["thôn Nội Trung"]),
        ("từ tỉnh Nghệ An – Hà Tĩnh họp", ["tỉnh Nghệ An", "Hà Tĩnh"]),
        ("về Yên Bái Sáng nay", ["Yên Bái"]),
        ("họp ở Yên Bái Quang cảnh hội trường", ["Yên Bái"]),
    ],
)
def test_units_are_found_with_type_word_number_or_well_known_name(text: str, found: list[str]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chủ tịch UBND quận Long Biên Trần Thị Sen", ["quận Long Biên"]),
        ("Chủ tịch UBND phường Đồng Xuân Vũ Quốc Toản", ["phường Đồng Xuân"]),
        ("Bí thư Thành ủy Hải Phòng Lê Bá Vinh", ["Hải Phòng"]),
    ],
)
def test_the_name_of_a_person_behind_a_unit_is_no_part_of_it(text: str, found: list[str]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chủ tịch UBND quận Hồ Sen Trần Văn Sen", ["quận Hồ Sen"]),
        ("Chủ tịch UBND huyện Bến Trúc Vũ Hạnh Dung", ["huyện Bến Trúc"]),
        ("Chủ tịch UBND thị xã Đông Nguyễn Văn Tám", ["thị xã Đông"]),
        ("Chủ tịch UBND phường Hồ Sen Trần Thị Thu Cúc", ["phường Hồ Sen"]),
        ("Chủ tịch UBND xã Lâm Thượng Hạ Đỗ Quốc Bảo", ["xã Lâm Thượng Hạ"]),
        ("Bí thư Quận ủy Bến Trúc Vũ Hạnh Dung", ["Bến Trúc"]),
        ("Bí thư Quận ủy Vũ Hạnh Dung đến dự", []),
        ("Ở quận Bến Trúc, Bí thư Quận ủy Bến Trúc đến dự", ["quận Bến Trúc", "Bến Trúc"]),
    ],
)
def test_a_unit_that_no_table_knows_is_cut_from_the_person_behind_it(text: str, found: list[str]) -> None:
    assert units(text) == found


def test_an_unknown_city_with_a_quan_in_it_stands_under_the_centre() -> None:
    text = "Quận Bến Trúc (thành phố Sao Mai) và TP Sao Mai; huyện Lâm Thượng, thành phố Trăng Non"
    ranks = {unit.text: unit.rank for unit in find(text, (Span(0, len(text)),))}
    assert ranks["thành phố Sao Mai"] == ranks["TP Sao Mai"] == 1
    assert ranks["thành phố Trăng Non"] == 2


def test_a_person_behind_a_body_without_its_units_name_is_no_unit() -> None:
    assert units("Chủ tịch UBND huyện Đinh Bá Lộc đến dự") == []
    assert units("Chủ tịch UBND TP Lê Bá Vinh đến dự") == []


@pytest.mark.parametrize(
    "body",
    ["Bí thư Đảng ủy", "Trưởng Công an", "Chủ tịch Ủy ban MTTQ Việt Nam", "Giám đốc Trung tâm Phục vụ hành chính công"],
)
def test_a_person_behind_any_body_of_a_commune_that_is_not_named_is_no_commune(body: str) -> None:
    assert units(f"{body} phường Trần Văn Khang đến dự") == []


@pytest.mark.parametrize("text", ["tại phường Trần Văn Khang", "Công an phường Trần Văn Khang, quận Long Biên"])
def test_a_commune_named_after_somebody_is_one_where_a_place_is_told(text: str) -> None:
    assert "phường Trần Văn Khang" in units(text)
    assert units("Chủ tịch UBND xã Trần Thị Sen đến dự") == []


def test_a_province_inside_the_name_of_a_person_is_none() -> None:
    assert units("anh Nguyễn Thái Bình và chị Trần Hải Dương") == []


def test_streets_and_schools_are_no_units() -> None:
    assert units("trên đường Hà Giang, gần chợ Hòa Bình") == []


def test_a_stop_that_ends_a_sentence_makes_no_unit() -> None:
    assert units("họp tại TP. Cũng trong ngày") == []


def test_a_unit_comes_apart_into_type_and_name() -> None:
    assert (type_word("quận Long Biên"), bare_name("quận Long Biên")) == ("quận", "Long Biên")
    assert (type_word("TP.HCM"), bare_name("TP.HCM")) == ("TP.", "HCM")
    assert (type_word("Hà Nội"), bare_name("Hà Nội")) == ("", "Hà Nội")


@pytest.mark.parametrize(
    ("unit", "rank"),
    [
        ("tỉnh Lào Cai", 1),
        ("TP Hải Phòng", 1),
        ("TP Vinh", 2),
        ("thị xã Sa Pa", 2),
        ("xã An Khánh", 3),
        ("thôn Đoài", 4),
        ("Lào Cai", 1),
    ],
)
def test_a_units_rank_is_told_by_its_type_word_or_the_table(unit: str, rank: int) -> None:
    assert rank_of(unit) == rank


def test_a_district_inside_the_name_of_a_person_behind_an_address_is_none() -> None:
    assert units("Ông Cao Thanh Bình và bà Trần Phú Vang") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ở khối 5, phường Lê Lợi", ["khối 5", "phường Lê Lợi"]),
        ("ở khối Xuân Bắc, phường Lê Lợi", ["khối Xuân Bắc", "phường Lê Lợi"]),
        ("học sinh khối 11, khối A và khối Đảng", []),
        ("ở X.Phong Chương, H.Phong Điền", ["X.Phong Chương", "H.Phong Điền"]),
        ("Bí thư Huyện ủy Phù Yên Tiếp đó đoàn đi", ["Phù Yên"]),
        ("ở phố Đê La Thành, Đống Đa, Hà Nội Một chiếc xe", ["Đống Đa", "Hà Nội"]),
    ],
)
def test_units_with_words_that_mean_other_things_too(text: str, found: list[str]) -> None:
    assert units(text) == found
