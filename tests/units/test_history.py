"""A unit is asked for by name and day, whether an article names it or not."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import pytest
from click.testing import CliRunner

from hbtgraph.cli import cli
from hbtgraph.errors import LookupFailed
from hbtgraph.lookup.units import unit_versions
from hbtgraph.units import Version, load

WARD = "phường Bùi Thị Xuân, quận Hai Bà Trưng"
DISTRICT = "quận Hai Bà Trưng"


def one(name: str, on: str | None = None) -> Version:
    (found,) = unit_versions(name, on)
    return found


def heirs(version: Version) -> dict[str, tuple[str, str, str | None]]:
    return {link.unit.label: (link.share, link.date, link.resolution) for link in version.after}


def test_a_ward_stands_on_its_last_day_and_is_gone_on_the_next_with_its_heir() -> None:
    before, after = one(WARD, "2019-12-31"), one(WARD, "2020-03-01")
    assert (before.state, before.after) == ("stood", ())
    assert after.state == "gone"
    assert heirs(after) == {"phường Nguyễn Du": ("whole", "2020-03-01", "895/NQ-UBTVQH14")}


def test_an_old_name_asked_today_leads_to_all_that_became_of_it() -> None:
    told = one(WARD)
    assert told.state is None
    last = {link.unit.label: link.via and link.via.label for link in told.after if link.date == "2025-07-01"}
    assert last == {
        "phường Cửa Nam": "phường Nguyễn Du",
        "phường Hai Bà Trưng": "phường Nguyễn Du",
        "phường Văn Miếu - Quốc Tử Giám": "phường Nguyễn Du",
    }


def test_a_district_ends_with_its_level_and_the_ward_of_its_name_begins() -> None:
    assert one(DISTRICT, "2025-06-30").state == "stood"
    gone = one(DISTRICT, "2025-07-01")
    assert gone.state == "gone"
    assert len(gone.after) > 5
    assert {link.resolution for link in gone.after} == {"1656/NQ-UBTVQH15; 203/2025/QH15"}
    ward = "phường Hai Bà Trưng, thành phố Hà Nội"
    assert one(ward, "2025-06-30").state == "not-yet"
    begun = one(ward, "2025-07-01")
    assert begun.state == "stood"
    assert {"phường Đồng Nhân", "phường Phố Huế"} <= {link.unit.label for link in begun.before}


def test_a_ward_that_was_split_has_several_heirs_each_of_a_part() -> None:
    found = one("phường Thanh Lương, quận Hai Bà Trưng", "2025-07-01")
    assert {heir: told[0] for heir, told in heirs(found).items()} == {
        "phường Hồng Hà": "part", "phường Lĩnh Nam": "part", "phường Vĩnh Tuy": "part",
    }  # fmt: skip


def test_a_day_that_only_states_of_the_country_bound_is_said_to_be_so() -> None:
    found = one("phường 11, thành phố Cao Lãnh", "2024-11-01")
    assert found.state == "perhaps"
    told = one("phường 11, thành phố Cao Lãnh")
    assert not told.unit.until_exact
    assert not next(link for link in told.after if link.date == "2025-01-01").exact


def test_a_ward_of_the_city_ended_by_the_resolution_of_its_reform_on_the_day_it_took_effect() -> None:
    assert one("phường Quỳnh Lôi, quận Hai Bà Trưng", "2024-12-31").state == "stood"
    gone = one("phường Quỳnh Lôi, quận Hai Bà Trưng", "2025-01-01")
    assert gone.state == "gone"
    assert heirs(gone) == {"phường Bạch Mai": ("whole", "2025-01-01", "1286/NQ-UBTVQH15")}
    commune = one("xã Đồng Tiến, huyện Ứng Hòa", "2025-01-01")
    assert [(link.exact, link.resolution) for link in commune.after] == [(True, "1286/NQ-UBTVQH15")]


@pytest.mark.parametrize(
    ("ward", "parts"),
    [
        ("phường Cầu Dền, quận Hai Bà Trưng", {"phường Bách Khoa", "phường Thanh Nhàn"}),
        ("phường Ngã Tư Sở, quận Đống Đa", {"phường Khương Thượng", "phường Thịnh Quang"}),
        ("phường Trung Tự, quận Đống Đa", {"phường Kim Liên", "phường Phương Liên Trung Tự"}),
        ("phường Sài Đồng, quận Long Biên", {"phường Phúc Đồng", "phường Phúc Lợi"}),
    ],
)
def test_a_ward_that_was_split_in_2025_has_both_heirs(ward: str, parts: set[str]) -> None:
    told = heirs(one(ward, "2025-01-01"))
    assert set(told) == parts
    assert {share for share, *_ in told.values()} == {"part"}


@pytest.mark.parametrize(
    ("made", "of"),
    [
        ("xã Sen Phương, huyện Phúc Thọ", {"Sen Chiểu": "09733", "Phương Độ": "09730"}),
        ("xã Xuân Đình, huyện Phúc Thọ", {"Xuân Phú": "09727", "Cẩm Đình": "09736"}),
        ("xã Nam Tiến, huyện Phú Xuyên", {"Văn Nhân": "10282", "Thụy Phú": "10285"}),
    ],
)
def test_a_commune_made_of_two_in_2020_was_not_there_before_and_they_not_after(made: str, of: dict[str, str]) -> None:
    assert one(made, "2020-02-29").state == "not-yet"
    begun = one(made, "2020-03-01")
    assert begun.state == "stood"
    assert {link.unit.name: link.unit.code for link in begun.before} == of
    assert {(link.share, link.resolution) for link in begun.before} == {("whole", "895/NQ-UBTVQH14")}
    place = made.partition(", ")[2]
    for name in of:
        assert one(f"xã {name}, {place}", "2020-02-29").state == "stood"
        assert one(f"xã {name}, {place}", "2020-03-01").state == "gone"


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2017-06-01", {"phường": 177, "xã": 386, "thị trấn": 21}),
        ("2020-02-25", {"phường": 177, "xã": 386, "thị trấn": 21}),
        ("2020-03-01", {"phường": 175, "xã": 383, "thị trấn": 21}),
        ("2024-12-31", {"phường": 175, "xã": 383, "thị trấn": 21}),
        ("2025-01-01", {"phường": 160, "xã": 345, "thị trấn": 21}),
        ("2025-07-01", {"phường": 51, "xã": 75}),
    ],
)
def test_communes_of_the_city_stand_in_the_numbers_that_were_published(day: str, counts: dict[str, int]) -> None:
    """584, 579, 526 and 126, and how many of each kind."""
    country = load()
    communes = [unit for unit in country if unit.level == "commune" and unit.stood(day)]
    inside = [unit for unit in communes if country.ancestors(unit)[-1].label == "thành phố Hà Nội"]
    assert Counter(unit.word for unit in inside) == counts


def test_wards_and_districts_of_the_city_stand_in_the_numbers_of_their_time() -> None:
    """20, 18 and 15 wards of the district by the sources of domain research; 30 districts; 126 communes and wards."""
    country = load()
    district = next(unit for unit in country.find(DISTRICT))
    counts = {day: len(country.parts(district, on=day)) for day in ("2019-12-31", "2020-03-01", "2025-01-01")}
    assert counts == {"2019-12-31": 20, "2020-03-01": 18, "2025-01-01": 15}
    city = next(unit for unit in country.find("thành phố Hà Nội"))
    assert len(country.parts(city, on="2017-01-01")) == 30
    assert len(country.parts(city, on="2025-07-01")) == 126


def test_every_unit_that_ended_with_the_reform_has_heirs_and_a_resolution() -> None:
    country = load()
    ended = [unit for unit in country if unit.valid_until == "2025-06-30" and unit.level == "commune"]
    assert len(ended) > 9000
    for unit in ended[::97]:
        (version,) = (found for found in unit_versions(unit.label) if found.unit.id == unit.id)
        assert version.after, unit.id
        assert all(link.resolution for link in version.after), unit.id


def test_an_unknown_name_is_told_near_ones() -> None:
    with pytest.raises(LookupFailed, match="phường Thanh Lương"):
        unit_versions("phường Thanh Lươngg")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(cli, ["units", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_the_command_needs_no_store() -> None:
    (row,) = json.loads(run(WARD, "--on", "2020-03-01", "--format", "json"))
    assert (row["unit"], row["state"], row["other"]) == (
        "phường Bùi Thị Xuân", "gone", "phường Nguyễn Du, quận Hai Bà Trưng",
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(run("phuong 11, thanh pho cao lanh", "--format", "csv"))))
    assert rows[0]["until"] == "≤ 2024-12-31"


def test_a_wrong_day_is_told_the_form() -> None:
    done = CliRunner().invoke(cli, ["units", WARD, "--on", "1-3-2020"])
    assert "YYYY-MM-DD" in str(done.exception)
