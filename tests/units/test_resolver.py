"""Names, days and places lead to one unit, to several, or to none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbtgraph import units
from hbtgraph.units import Unit
from hbtgraph.vietnamese.text import fold

UNITS = units.load()
EVERY = list(UNITS)


def ids(found: tuple[Unit, ...]) -> list[str]:
    return [unit.id for unit in found]


def one(name: str, **where: str) -> Unit:
    (found,) = UNITS.find(name, **where)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("day", "wards"),
    [("2019-12-31", 20), ("2022-10-23", 18), ("2024-12-31", 18), ("2025-01-01", 15), ("2025-06-30", 15)],
)
def test_the_district_has_the_wards_of_the_day(day: str, wards: int) -> None:
    assert len(UNITS.parts(one("quận Hai Bà Trưng", on=day), on=day)) == wards


def test_the_district_is_gone_when_the_district_level_is() -> None:
    assert ids(UNITS.find("quận Hai Bà Trưng", on="2025-06-30")) == ["quan-hai-ba-trung-ha-noi"]
    assert UNITS.find("quận Hai Bà Trưng", on="2025-07-01") == ()
    assert ids(UNITS.find("Hai Bà Trưng", on="2025-07-01")) == ["phuong-hai-ba-trung-ha-noi"]


def test_all_heirs_of_a_split_ward_are_kept() -> None:
    heirs = UNITS.successors(one("phường Thanh Lương", on="2025-06-30"), on="2025-07-01")
    assert [(unit.label, share) for unit, share in heirs] == [
        ("phường Hồng Hà", "part"),
        ("phường Lĩnh Nam", "part"),
        ("phường Vĩnh Tuy", "part"),
    ]


def test_heirs_are_followed_over_several_changes() -> None:
    town = one("huyện Tân Thành, Bà Rịa - Vũng Tàu")
    steps = {
        day: [unit.label for unit, _ in UNITS.successors(town, on=day)]
        for day in ("2018-01-01", "2020-01-01", "2025-03-01")
    }
    assert steps == {
        "2018-01-01": ["huyện Tân Thành"],
        "2020-01-01": ["thị xã Phú Mỹ"],
        "2025-03-01": ["thành phố Phú Mỹ"],
    }
    wards = UNITS.successors(town, on="2025-07-01")
    assert {unit.level for unit, _ in wards} == {"commune"}
    assert {share for _, share in wards} == {"part"}


def test_the_direct_heirs_need_no_day() -> None:
    assert [unit.label for unit, _ in UNITS.successors(one("quận 9"))] == ["thành phố Thủ Đức"]
    assert UNITS.successors(one("tỉnh Cao Bằng")) == ()


def test_a_code_names_another_ward_after_july_2025() -> None:
    before, after = UNITS.by_code("00256", "2025-06-30"), UNITS.by_code("00256", "2025-07-01")
    assert before is not None
    assert after is not None
    assert (before.label, after.label) == ("phường Lê Đại Hành", "phường Hai Bà Trưng")
    assert UNITS.by_code("99999", "2025-07-01") is None


def test_a_ward_that_was_merged_away_in_2020_stood_till_then() -> None:
    asked = {"place": "quận Hai Bà Trưng"}
    before = UNITS.resolve("phường Bùi Thị Xuân", on="2019-12-31", **asked)  # type: ignore[arg-type]
    assert before is not None
    assert before.code == "00250"
    assert UNITS.by_code("00250", "2020-03-01") is None
    assert UNITS.resolve("phường Bùi Thị Xuân", on="2020-03-01", **asked) is None  # type: ignore[arg-type]
    heirs = UNITS.successors(before, on="2022-10-23")
    assert [unit.label for unit, _ in heirs] == ["phường Nguyễn Du"]


def test_a_district_abolished_before_the_packages_is_known_on_its_days_only() -> None:
    assert ids(UNITS.find("huyện Tĩnh Gia", on="2020-05-31")) == ["huyen-tinh-gia-thanh-hoa"]
    assert UNITS.find("huyện Tĩnh Gia", on="2020-06-01") == ()
    assert ids(UNITS.find("thị xã Nghi Sơn", on="2020-06-01")) == ["thi-xa-nghi-son-thanh-hoa"]
    assert UNITS.find("thị xã Nghi Sơn", on="2020-05-31") == ()


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("TP.HCM", "thành phố Hồ Chí Minh"),
        ("TP. HCM", "thành phố Hồ Chí Minh"),
        ("TPHCM", "thành phố Hồ Chí Minh"),
        ("Tp Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("Thủ đô Hà Nội", "thành phố Hà Nội"),
        ("thanh pho ha noi", "thành phố Hà Nội"),
        ("Q.1", "quận 1"),
        ("Q1", "quận 1"),
        ("quận 01", "quận 1"),
        ("Q. Hai Bà Trưng", "quận Hai Bà Trưng"),
        ("QUẬN HAI BÀ TRƯNG", "quận Hai Bà Trưng"),
        ("quan hai ba trung", "quận Hai Bà Trưng"),
        ("H. Đông Anh", "huyện Đông Anh"),
        ("TX Sơn Tây", "thị xã Sơn Tây"),
        ("TT. Chúc Sơn", "thị trấn Chúc Sơn"),
        ("P. Thanh Lương", "phường Thanh Lương"),
        ("huyện Ứng Hoà", "huyện Ứng Hòa"),
        ("huyện Krông Pắk", "huyện Krông Pắc"),
        ("huyện Ia H’Drai", "huyện Ia H'Drai"),
        ("huyện Đăk Glei", "huyện Đắk Glei"),
        ("tỉnh Kontum", "tỉnh Kon Tum"),
        ("huyện Phú Quý", "huyện Phú Quí"),
        ("Phan Rang-Tháp Chàm", "thành phố Phan Rang - Tháp Chàm"),
        ("Bà Rịa-Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu"),
        ("Phường Đúc", "phường Phường Đúc"),
        ("tỉnh TT-Huế", "tỉnh Thừa Thiên Huế"),
        ("BR-VT", "tỉnh Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_name_is_found_however_it_is_written(written: str, label: str) -> None:
    assert one(written, on="2022-10-23").label == label


def test_marks_count_where_a_name_has_any() -> None:
    assert {unit.name for unit in UNITS.find("xã Tân Thành", on="2022-10-23")} == {"Tân Thành"}
    assert {unit.name for unit in UNITS.find("xa tan thanh", on="2022-10-23")} == {
        "Tân Thành",
        "Tân Thanh",
        "Tân Thạnh",
    }
    assert UNITS.find("quận Hái Bà Trưng") == ()


def test_a_type_word_counts() -> None:
    assert UNITS.find("huyện Hai Bà Trưng") == ()
    assert one("thành phố Cao Lãnh", on="2022-10-23") != one("huyện Cao Lãnh", on="2022-10-23")


def test_level_and_place_narrow_a_search() -> None:
    day = "2022-10-23"
    assert {unit.level for unit in UNITS.find("Hai Bà Trưng", on=day)} == {"district", "commune"}
    assert ids(UNITS.find("Hai Bà Trưng", on=day, level="district")) == ["quan-hai-ba-trung-ha-noi"]
    assert ids(UNITS.find("Hai Bà Trưng", on=day, within="tỉnh Hà Nam")) == ["phuong-hai-ba-trung-phu-ly-ha-nam"]
    assert ids(UNITS.find("phường 12, Q.10, TP.HCM", on=day)) == ["phuong-12-10-ho-chi-minh"]


def test_no_name_finds_nothing() -> None:
    assert UNITS.find("") == UNITS.find(" , ") == UNITS.find("quận") == UNITS.find("xyz") == ()
    assert UNITS.resolve("") is None


def test_a_shared_name_is_told_by_the_units_near_it_and_by_the_place() -> None:
    day, name = "2022-10-23", "huyện Châu Thành"
    assert len(UNITS.find(name, on=day)) > 5
    assert UNITS.resolve(name, on=day) is None
    near = UNITS.resolve(name, on=day, near=["TP. Mỹ Tho", "tỉnh Long An"])
    about = UNITS.resolve(name, on=day, place="Đồng Tháp")
    assert near is not None
    assert about is not None
    assert (near.parent, about.parent) == ("tinh-long-an", "tinh-dong-thap")


def test_units_near_a_name_count_before_the_place_of_the_article() -> None:
    found = UNITS.resolve("phường Minh Khai", on="2022-10-23", near=["thành phố Phủ Lý"], place="quận Hai Bà Trưng")
    assert found is not None
    assert found.id == "phuong-minh-khai-phu-ly-ha-nam"


def test_what_fits_several_is_unknown() -> None:
    assert UNITS.resolve("phường Minh Khai", on="2022-10-23", place="Hà Nội") is None  # two districts have one
    assert UNITS.resolve("xã Tân Lập", on="2022-10-23") is None
    assert UNITS.resolve("tỉnh Lâm Đồng") is None  # smaller before July 2025 than after
    assert UNITS.resolve("quận Không Có") is None


def test_a_commune_of_another_place_is_not_taken_for_one_that_the_tables_lack() -> None:
    assert UNITS.resolve("phường Thanh Lương", on="2022-10-23") is not None
    assert UNITS.resolve("phường Thanh Lương", on="2022-10-23", place="tỉnh Sơn La") is None
    assert UNITS.resolve("phường Thanh Lương", on="2022-10-23", near=["huyện Mộc Châu"]) is None
    assert UNITS.resolve("quận Hai Bà Trưng", on="2022-10-23", place="tỉnh Sơn La") is not None


def test_a_bare_name_is_a_province_before_it_is_another_unit() -> None:
    found = UNITS.resolve("Thái Bình", on="2022-10-23")
    assert found is not None
    assert found.label == "tỉnh Thái Bình"


def test_a_unit_that_is_gone_is_meant_where_the_text_may_tell_of_former_units() -> None:
    day = "2026-01-15"
    assert UNITS.resolve("quận Hai Bà Trưng", on=day) is None
    district = UNITS.resolve("quận Hai Bà Trưng", on=day, former=True)
    assert district is not None
    assert district.valid_until == "2025-06-30"
    ward = UNITS.resolve("phường Bạch Mai", on="2025-03-01", near=["quận Hai Bà Trưng"])
    assert UNITS.resolve("phường Bạch Mai, quận Hai Bà Trưng", on=day, former=True) == ward  # not the ward of 2024
    assert UNITS.resolve("huyện Châu Thành", on=day, former=True) is None
    assert UNITS.resolve("huyện Châu Thành", on=day, former=True, near=["tỉnh Long An"]) is not None


def test_no_text_means_a_unit_that_is_still_to_come() -> None:
    assert UNITS.resolve("thành phố Thủ Đức", on="2017-06-01", former=True) is None


def test_a_bare_name_is_a_districts_before_it_is_that_of_a_commune_in_it() -> None:
    assert {unit.label for unit in UNITS.find("Thạch Hà", on="2022-10-23")} == {"huyện Thạch Hà", "thị trấn Thạch Hà"}
    district = UNITS.resolve("Thạch Hà", on="2022-10-23")
    town = UNITS.resolve("Thạch Hà", on="2022-10-23", near=["huyện Thạch Hà"])
    assert district is not None
    assert town is not None
    assert (district.label, town.label) == ("huyện Thạch Hà", "thị trấn Thạch Hà")
    assert len(UNITS.find("Ba Vì", on="2022-10-23")) > 2  # one of the communes lies in another province
    elsewhere = UNITS.resolve("Ba Vì", on="2022-10-23")
    assert elsewhere is not None
    assert elsewhere.label == "huyện Ba Vì"


def test_a_bare_name_is_no_commune_of_the_whole_country() -> None:
    assert [unit.label for unit in UNITS.find("Hà Tây", on="2022-10-23")] == ["xã Hà Tây"]
    assert UNITS.resolve("Hà Tây", on="2022-10-23") is None
    assert UNITS.resolve("Hà Tây", on="2022-10-23", near=["huyện Chư Păh"]) is not None
    assert UNITS.resolve("xã Hà Tây", on="2022-10-23") is not None


def test_a_unit_that_began_at_a_time_not_known_is_found_where_no_other_fits() -> None:
    name = "thị trấn Kim Long, huyện Tam Dương"
    assert UNITS.find(name, on="2024-06-01") == ()
    found = UNITS.resolve(name, on="2024-06-01")
    assert found is not None
    assert (found.valid_from, found.from_exact) == ("2025-01-01", False)
    assert UNITS.resolve(name, on="2019-06-01") is None
    before = UNITS.resolve("xã Kim Long, huyện Tam Dương", on="2024-06-01")
    assert before is not None
    assert (before.valid_until, before.until_exact) == ("2024-12-31", False)


def test_communes_become_wards_on_the_day_their_district_becomes_a_town() -> None:
    old, new = one("thị trấn Phố Mới, huyện Quế Võ"), one("phường Phố Mới, thị xã Quế Võ")
    assert (old.valid_until, new.valid_from) == ("2023-04-09", "2023-04-10")
    assert (old.until_exact, new.from_exact) == (True, True)
    assert UNITS.successors(old) == ((new, "whole"),)
    rural = UNITS.resolve("xã Nghĩa Đạo", on="2017-06-01", near=["huyện Thuận Thành"])
    assert rural is not None
    assert [unit.parent for unit, _ in UNITS.successors(rural)] == ["thi-xa-thuan-thanh-bac-ninh"]


def test_ancestors_come_nearest_first() -> None:
    ward = one("phường Thanh Lương", on="2022-10-23")
    assert [unit.label for unit in UNITS.ancestors(ward)] == ["quận Hai Bà Trưng", "thành phố Hà Nội"]
    now = one("phường Hai Bà Trưng", on="2025-07-01")
    assert [unit.label for unit in UNITS.ancestors(now)] == ["thành phố Hà Nội"]


@given(st.sampled_from(EVERY))
@settings(max_examples=200, deadline=None)
def test_every_unit_is_found_by_its_names_and_told_by_the_units_above_it(unit: Unit) -> None:
    day = unit.valid_from or unit.valid_until or "2022-10-23"
    above = [parent.label for parent in UNITS.ancestors(unit)]
    assert unit in UNITS.find(unit.label, on=day)
    assert unit in UNITS.find(unit.name, on=day)
    assert unit in UNITS.find(fold(unit.label).upper(), on=day)
    assert UNITS.find(", ".join((unit.label, *above)), on=day) == (unit,)
    assert UNITS.resolve(unit.label, on=day, near=above) == unit


@given(st.sampled_from(EVERY), st.dates().map(str))
@settings(max_examples=200, deadline=None)
def test_heirs_on_a_day_stood_on_that_day_and_a_standing_unit_is_its_own(unit: Unit, day: str) -> None:
    heirs = UNITS.successors(unit, on=day)
    assert all(heir.stood(day) for heir, _ in heirs)
    if unit.stood(day):
        assert heirs == ((unit, "whole"),)


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(name: str) -> None:
    UNITS.find(name)
    UNITS.resolve(name, near=[name], place=name)


def test_a_name_of_two_levels_in_turn_is_told_by_what_it_lies_in_where_no_day_tells() -> None:
    inside = units.load().resolve("thành phố Huế", near=["tỉnh Thừa Thiên Huế"])
    assert inside is not None
    assert inside.level == "district"
    assert units.load().resolve("thành phố Huế") is None
