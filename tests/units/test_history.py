"""A unit is asked for by name and day, whether an article names it or not."""

from __future__ import annotations

import csv
import io
import json

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
    found = one("phường Quỳnh Lôi, quận Hai Bà Trưng", "2024-11-01")
    assert found.state == "perhaps"
    told = one("phường Quỳnh Lôi, quận Hai Bà Trưng")
    assert not told.unit.until_exact
    assert not next(link for link in told.after if link.date == "2025-01-01").exact


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
    rows = list(csv.DictReader(io.StringIO(run("phuong quynh loi", "--format", "csv"))))
    assert rows[0]["until"] == "≤ 2024-12-31"


def test_a_wrong_day_is_told_the_form() -> None:
    done = CliRunner().invoke(cli, ["units", WARD, "--on", "1-3-2020"])
    assert "YYYY-MM-DD" in str(done.exception)
