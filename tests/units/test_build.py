"""How the states of the units become versions; on small invented states."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.fixture(scope="module")
def build() -> Iterator[dict[str, ModuleType]]:
    """The modules of the script, which lies in no package."""
    names = ("unit_layers", "unit_versions", "unit_changes")
    sys.path.insert(0, str(SCRIPTS))
    yield {name: importlib.import_module(name) for name in names}
    sys.path.remove(str(SCRIPTS))
    for name in names:
        del sys.modules[name]


def state(build: dict[str, ModuleType], *rows: tuple[str, str, str, str, str]) -> dict[tuple[str, str], object]:
    """A state from level, type word, name, code and code of the unit above."""
    return {(row[0], row[3]): build["unit_layers"].Raw(*row) for row in rows}


PROVINCE = ("province", "tỉnh", "Sông Xanh", "90", "")
RURAL = ("district", "huyện", "Núi Đỏ", "901", "90")
TOWN = ("district", "thị xã", "Núi Đỏ", "901", "90")
OLD_COMMUNE = ("commune", "xã", "Suối Bạc", "90001", "901")
NEW_WARD = ("commune", "phường", "Suối Bạc", "90001", "901")


def test_what_is_the_same_in_two_states_is_one_version(build: dict[str, ModuleType]) -> None:
    same = (PROVINCE, RURAL, OLD_COMMUNE)
    joined = build["unit_versions"].join(state(build, *same), state(build, *same), {}, set())
    assert [(unit.label, unit.valid_from, unit.valid_until) for unit in joined.versions()] == [
        ("tỉnh Sông Xanh", "", "2025-06-30"),
        ("huyện Núi Đỏ", "", "2025-06-30"),
        ("xã Suối Bạc", "", "2025-06-30"),
    ]


def test_another_spelling_is_no_other_unit_and_stays_as_an_alias(build: dict[str, ModuleType]) -> None:
    spelled = ("commune", "xã", "Xuối Bạc", "90001", "901")
    old, new = state(build, PROVINCE, RURAL, spelled), state(build, PROVINCE, RURAL, OLD_COMMUNE)
    (commune,) = (
        unit for unit in build["unit_versions"].join(old, new, {}, set()).versions() if unit.level == "commune"
    )
    assert (commune.name, commune.aliases) == ("Suối Bạc", {"Xuối Bạc"})


def test_another_name_is_another_unit(build: dict[str, ModuleType]) -> None:
    renamed = ("commune", "xã", "Đồi Vàng", "90001", "901")
    joined = build["unit_versions"].join(
        state(build, PROVINCE, RURAL, OLD_COMMUNE), state(build, PROVINCE, RURAL, renamed), {}, set()
    )
    communes = [unit for unit in joined.versions() if unit.level == "commune"]
    assert [(unit.name, unit.valid_from, unit.valid_until, unit.about) for unit in communes] == [
        ("Suối Bạc", "", "2024-12-31", {"until"}),
        ("Đồi Vàng", "2025-01-01", "2025-06-30", {"from"}),
    ]


def test_a_day_written_by_hand_dates_the_district_and_its_communes(build: dict[str, ModuleType]) -> None:
    joined = build["unit_versions"].join(
        state(build, PROVINCE, RURAL, OLD_COMMUNE), state(build, PROVINCE, TOWN, NEW_WARD), {}, set()
    )
    row = {"level": "district", "word": "huyện", "name": "Núi Đỏ", "parent": "Sông Xanh", "valid_until": "2024-02-29"}
    more = {
        "successor": "thị xã Núi Đỏ",
        "successor_from": "2024-03-01",
        "share": "whole",
        "about": "",
        "source": "1/NQ",
    }
    build["unit_changes"].apply_by_hand(joined, [row | more])
    build["unit_changes"].date_communes(joined)
    build["unit_changes"].succeed_in_2025(joined)
    dates = {unit.label: (unit.valid_from, unit.valid_until, unit.about) for unit in joined.versions()[1:]}
    assert dates == {
        "huyện Núi Đỏ": ("", "2024-02-29", set()),
        "thị xã Núi Đỏ": ("2024-03-01", "2025-06-30", set()),
        "xã Suối Bạc": ("", "2024-02-29", set()),
        "phường Suối Bạc": ("2024-03-01", "2025-06-30", set()),
    }
    steps = [
        (s.old.label, s.new.label, s.share, s.date) for heirs in joined.successions.values() for s in heirs.values()
    ]
    assert sorted(steps) == [
        ("huyện Núi Đỏ", "thị xã Núi Đỏ", "whole", "2024-03-01"),
        ("xã Suối Bạc", "phường Suối Bạc", "whole", "2024-03-01"),
    ]


def test_the_resolution_of_a_provinces_communes_dates_what_changed_between_two_states(
    build: dict[str, ModuleType],
) -> None:
    far = (("province", "tỉnh", "Sông Đen", "91", ""), ("district", "huyện", "Núi Xa", "911", "91"))
    gone = ("commune", "xã", "Đồi Vàng", "91001", "911")
    old = state(build, PROVINCE, RURAL, OLD_COMMUNE, *far, gone)
    joined = build["unit_versions"].join(old, state(build, PROVINCE, RURAL, NEW_WARD, *far), {}, set())
    reform = {"date": "2025-01-01", "level": "commune", "province": "Sông Xanh", "number": "2/NQ"}
    other_day = reform | {"date": "2024-06-01", "province": "Sông Đen"}
    build["unit_changes"].date_reforms(joined, [reform, other_day])
    about = {unit.label: (unit.about, "2/NQ" in unit.sources) for unit in joined.versions() if unit.level == "commune"}
    assert about == {
        "xã Suối Bạc": (set(), True), "phường Suối Bạc": (set(), True), "xã Đồi Vàng": ({"until"}, False),
    }  # fmt: skip


def test_a_unit_written_by_hand_has_its_code(build: dict[str, ModuleType]) -> None:
    same = (PROVINCE, RURAL, OLD_COMMUNE)
    joined = build["unit_versions"].join(state(build, *same), state(build, *same), {}, set())
    row = {"level": "commune", "word": "xã", "name": "Khe Cũ", "code": "90002", "parent": "huyện Núi Đỏ, Sông Xanh"}
    more = {"valid_until": "2019-05-31", "successor": "xã Suối Bạc", "successor_from": "2019-06-01"}
    build["unit_changes"].apply_by_hand(joined, [row | more | {"share": "whole", "about": "", "source": "3/NQ"}])
    communes = [unit for unit in joined.versions() if unit.level == "commune"]
    assert [(unit.name, unit.code, unit.valid_from, unit.valid_until) for unit in communes] == [
        ("Suối Bạc", "90001", "2019-06-01", "2025-06-30"),
        ("Khe Cũ", "90002", "", "2019-05-31"),
    ]


def test_a_province_that_took_in_another_is_another_version(build: dict[str, ModuleType]) -> None:
    states = [state(build, PROVINCE) for _ in range(3)]
    stays = build["unit_versions"].join(*states, set())
    grows = build["unit_versions"].join(*states, {"90"})
    assert [(unit.valid_from, unit.valid_until) for unit in stays.versions()] == [("", "")]
    assert [(unit.valid_from, unit.valid_until) for unit in grows.versions()] == [
        ("", "2025-06-30"),
        ("2025-07-01", ""),
    ]


def test_ids_are_readable_and_a_later_namesake_gets_its_year(build: dict[str, ModuleType]) -> None:
    joined = build["unit_versions"].join(*(state(build, PROVINCE) for _ in range(3)), {"90"})
    build["unit_versions"].name_ids(joined)
    assert [unit.id for unit in joined.versions()] == ["tinh-song-xanh", "tinh-song-xanh-2025"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Hoà  Bình", "Hòa Bình"),
        ("01", "1"),
        ("N.T Phong Hải", "Nông trường Phong Hải"),
        ("NT Mộc Châu", "Nông trường Mộc Châu"),
        ("Ia H' Drai", "Ia H'Drai"),
        ("Nà ớt", "Nà ớt"),
        ("phú Mỹ", "Phú Mỹ"),
    ],
)
def test_names_are_brought_to_one_form(build: dict[str, ModuleType], written: str, name: str) -> None:
    assert build["unit_layers"].clean(written) == name
