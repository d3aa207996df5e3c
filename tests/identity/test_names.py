"""Names of units and bodies, taken apart."""

import pytest

from hbtgraph.identity.names import (
    body_name,
    expand,
    full_unit,
    governed_unit,
    is_shared,
    name_key,
    proper_unit,
    unit_name,
)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UBND TP Minh Hải", "Ủy ban nhân dân thành phố Minh Hải"),
        ("UBND TP.Minh Hải", "Ủy ban nhân dân thành phố Minh Hải"),
        ("Phòng GD & ĐT quận Hồ Sen", "Phòng Giáo dục và Đào tạo quận Hồ Sen"),
        ("BCH Trung ương", "Ban Chấp hành Trung ương"),
        ("Trung ương Đảng", "Trung ương Đảng"),
        ("Sở Tư pháp", "Sở Tư pháp"),
        ("Ca trưởng", "Ca trưởng"),
        ("UBND Q.Tân Sen", "Ủy ban nhân dân quận Tân Sen"),
    ],
)
def test_usual_abbreviations_are_written_out(short: str, long: str) -> None:
    assert expand(short) == long


def test_two_spellings_of_one_body_have_one_key() -> None:
    assert (
        name_key("UBND TP Hà Nội")
        == name_key("Ủy ban nhân dân thành phố Hà Nội")
        == name_key("Uỷ ban nhân dân TP. Hà Nội")
    )


def test_committee_and_council_of_one_unit_have_two_keys() -> None:
    assert name_key("UBND quận Hồ Sen") != name_key("HĐND quận Hồ Sen")


@pytest.mark.parametrize(
    ("name", "kind", "unit", "english"),
    [
        ("UBND quận Hồ Sen", "body-ubnd", "quận Hồ Sen", "People's Committee of Hồ Sen District"),
        ("Quận ủy Hồ Sen", "body-quan-uy", "quận Hồ Sen", "Party Committee of Hồ Sen District"),
        ("Sở Nội vụ Hà Nội", "body-so", "Hà Nội", "Department of Home Affairs of Hà Nội"),
        (
            "Phòng GD&ĐT quận Hồ Sen",
            "body-phong",
            "quận Hồ Sen",
            "Division of Education and Training of Hồ Sen District",
        ),
        ("Công an quận 3", "body-cong-an", "quận 3", "Police of District 3"),
        ("Bộ Công an", "body-bo", None, "Ministry of Public Security"),
    ],
)
def test_a_body_is_known_by_its_head_word_and_its_unit(name: str, kind: str, unit: str | None, english: str) -> None:
    parts = body_name(name)
    assert parts is not None
    assert (parts.kind, parts.unit, parts.english) == (kind, unit, english)


@pytest.mark.parametrize("name", ["UBND quận", "UBND thành phố", "nhân dân", "các đơn vị", "Hồ Sen"])
def test_words_that_name_no_body_in_particular_are_none(name: str) -> None:
    assert body_name(name) is None


def test_a_field_without_known_english_gets_no_english_label() -> None:
    parts = body_name("Sở Gốm sứ Hà Nội")
    assert parts is not None
    assert parts.english is None


def test_a_city_under_the_centre_and_a_city_of_a_province_are_of_two_levels() -> None:
    central, provincial = unit_name("thành phố Hà Nội"), unit_name("thành phố Vinh")
    assert central is not None
    assert provincial is not None
    assert (central.level, provincial.level) == ("level-province", "level-district")


def test_a_bare_province_gets_its_level_word_and_a_bare_district_stays() -> None:
    assert full_unit("Hà Nội") == "thành phố Hà Nội"
    assert full_unit("Hồ Sen") == "Hồ Sen"
    assert full_unit("Hồ Chí Minh") == "Hồ Chí Minh", "a person before a city"


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("quận 1", True),
        ("quận Hồ Sen", True),
        ("quận ta", False),
        ("xã", False),
        ("thành phố Hà Nội đối", False),
        ("tỉnh Bà Rịa - Vũng Tàu", True),
    ],
)
def test_a_proper_unit_has_a_name_or_a_number(name: str, proper: bool) -> None:
    assert proper_unit(name) is proper


def test_names_that_several_provinces_share_are_known() -> None:
    assert is_shared("huyện Châu Thành")
    assert not is_shared("quận Hai Bà Trưng")


def test_a_part_of_a_body_belongs_to_the_same_unit() -> None:
    assert governed_unit("Ban Tổ chức Quận ủy Hồ Sen") == "quận Hồ Sen"
    assert governed_unit("Công ty Hoa Sen") is None
