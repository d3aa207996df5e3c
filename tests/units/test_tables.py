"""What the tables of units hold to, whoever builds them."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from hbtgraph import resources, units
from hbtgraph.errors import ConfigError
from hbtgraph.units import Unit
from hbtgraph.units.naming import searched
from hbtgraph.units.tables import read_successors, read_units
from hbtgraph.vietnamese.text import place_tones

FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference" / "units"
UNITS = units.load()
ABOVE = {"province": None, "district": "province", "commune": "district"}
WORDS = {
    "province": {"tỉnh", "thành phố"},
    "district": {"quận", "huyện", "thị xã", "thành phố"},
    "commune": {"phường", "xã", "thị trấn", "đặc khu"},
}


def standing(on: str) -> Counter[str]:
    return Counter(unit.level for unit in UNITS if unit.stood(on))


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2025-06-30", {"province": 63, "district": 696, "commune": 10_035}),
        ("2025-07-01", {"province": 34, "commune": 3_321}),
    ],
)
def test_each_state_is_whole(day: str, counts: dict[str, int]) -> None:
    assert standing(day) == counts


def test_the_state_of_2023_has_63_provinces_and_705_districts() -> None:
    counts = standing("2023-12-31")
    assert (counts["province"], counts["district"]) == (63, 705)
    assert 10_500 < counts["commune"] < 10_620


def test_one_code_is_one_unit_on_one_day() -> None:
    for day in ("2019-06-01", "2023-12-31", "2025-03-15", "2025-07-01"):
        codes = Counter(unit.code for unit in UNITS if unit.code and unit.stood(day))
        assert max(codes.values()) == 1, day


def test_every_unit_lies_in_a_unit_of_the_level_above_that_lasts_as_long() -> None:
    for unit in UNITS:
        assert unit.word in WORDS[unit.level], unit
        if unit.parent is None:
            assert unit.level == "province"
            continue
        above = UNITS[unit.parent]
        after_districts = unit.level == "commune" and (unit.valid_from or "") >= "2025-07-01"
        assert above.level == ("province" if after_districts else ABOVE[unit.level]), unit
        assert (above.valid_from or "") <= (unit.valid_from or ""), unit
        assert (unit.valid_until or "9999") <= (above.valid_until or "9999"), unit


def test_versions_end_after_they_begin_and_names_are_in_one_form() -> None:
    day = re.compile(r"\d{4}-\d\d-\d\d")
    for unit, search, aliases in read_units():
        assert all(day.fullmatch(bound) for bound in (unit.valid_from, unit.valid_until) if bound)
        assert (unit.valid_from or "") <= (unit.valid_until or "9999"), unit
        assert unit.name == place_tones(" ".join(unit.name.split())), unit
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", unit.id)
        assert search == searched(unit.name)
        assert unit.name not in aliases


def test_no_two_units_of_one_place_and_name_stand_on_one_day_except_where_a_code_tells_them_apart() -> None:
    by_place: dict[tuple[str | None, str], list[Unit]] = defaultdict(list)
    for unit in UNITS:
        by_place[unit.parent, unit.label].append(unit)
    for same in by_place.values():
        for first, second in itertools.pairwise(same):
            apart = (first.valid_until or "9999") < (second.valid_from or "")
            apart |= (second.valid_until or "9999") < (first.valid_from or "")
            assert apart, (first, second)


def test_successors_begin_when_the_old_unit_has_ended() -> None:
    for row in read_successors():
        old, new = UNITS[row.old], UNITS[row.new]
        assert old.valid_until is not None
        assert old.valid_until < row.date
        assert new.stood(row.date), row
        assert row.share in ("whole", "part")


def test_nothing_of_june_2025_is_lost_in_july() -> None:
    heirs = {row.old for row in read_successors() if row.date == "2025-07-01"}
    gone = {unit.id for unit in UNITS if unit.valid_until == "2025-06-30"}
    assert gone <= heirs


def test_rows_are_sourced_and_written_by_hand_only_with_a_resolution() -> None:
    for name in ("units.csv", "successors.csv"):
        with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
            assert all(row["source"] for row in csv.DictReader(lines))
    for name in ("before-2020.csv", "dated-changes.csv"):
        with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        assert all(re.match(r"\d+/NQ-UBTVQH1[45]", row["source"]) for row in rows)


def test_a_broken_installation_is_told_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path)
    with pytest.raises(ConfigError, match=r"hãy cài lại.*\| this installation lacks"):
        next(read_units())
