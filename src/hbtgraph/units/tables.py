"""The rows of data/reference/units, which scripts/build_units.py writes."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.errors import ConfigError

Level = Literal["province", "district", "commune"]
Share = Literal["whole", "part"]

_FIRST_STATE = "2021-01-01"  # what is not in the state of 2020-2024 began later


class Unit(Struct, frozen=True, gc=False):
    """A unit while its type word, name, code and the unit above it stand; a change of one of them makes another unit.

    `valid_from` and `valid_until` (YYYY-MM-DD, both included) are None where they are open or not known: a unit
    without `valid_from` was there when the tables begin. Where a bound is not exact, a state of the country is all
    that tells it: the unit began at some time up to `valid_from`, or was last seen before the state that begins after
    `valid_until`. `parent` is the id of the unit above; the official `code` is used again for other units and tells a
    unit on one day only.
    """

    id: str
    level: Level
    word: str
    name: str
    code: str | None
    parent: str | None
    valid_from: str | None
    valid_until: str | None
    from_exact: bool = True
    until_exact: bool = True

    @property
    def label(self) -> str:
        """The name with its type word: "phường Thanh Lương"."""
        return f"{self.word} {self.name}"

    def stood(self, day: str | None) -> bool:
        """Whether it stood on this day; without a day, any unit did."""
        return day is None or (self.valid_from or "") <= day <= (self.valid_until or "9999")

    def may_have_stood(self, day: str) -> bool:
        """Whether it stood on this day, or began at a time not known that may be before it."""
        return self.stood(day) or (not self.from_exact and _FIRST_STATE <= day <= (self.valid_until or "9999"))


class Row(NamedTuple):
    """A unit, the letters and digits of its name without marks, and other spellings of it."""

    unit: Unit
    search: str
    aliases: tuple[str, ...]


class Successor(NamedTuple):
    """From the day `date` on, all of the unit `old`, or some of it, belongs to `new` (ids)."""

    old: str
    new: str
    share: Share
    date: str
    source: str


def read_units() -> Iterator[Row]:
    """All units, provinces first, in the order of their codes."""
    columns = ("id", "level", "word", "name", "code", "parent", "valid_from", "valid_until", "about")
    for values in _rows("units.csv", (*columns, "search", "aliases")):
        id_, level, word, name, code, parent, since, until, about, search, aliases = values
        place, bounds = (code or None, parent or None), (since or None, until or None)
        exact = ("from" not in about, "until" not in about)
        unit = Unit(id_, level, word, name, *place, *bounds, *exact)  # type: ignore[arg-type]
        yield Row(unit, search, tuple(aliases.split("|")) if aliases else ())


def read_successors() -> Iterator[Successor]:
    """What became of each unit that is gone, sorted by its id."""
    for old, new, share, date, source in _rows("successors.csv", ("old", "new", "share", "date", "source")):
        yield Successor(old, new, share, date, source)  # type: ignore[arg-type]


class Resolution(NamedTuple):
    """The resolution by which the units of a level changed on a day, in a province or ("*") everywhere."""

    date: str
    level: Level
    province: str
    number: str
    source: str


def read_resolutions() -> Iterator[Resolution]:
    """The resolutions that are known of whole reforms."""
    for values in _rows("resolutions.csv", Resolution._fields):
        yield Resolution(*values)  # type: ignore[arg-type]


def _rows(file: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    path = resources.folder("data") / "reference" / "units" / file
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(line for line in lines if not line.startswith("#"))
            if tuple(next(reader, ()))[: len(columns)] != columns:
                raise _broken(path)
            for row in reader:
                yield row[: len(columns)]
    except FileNotFoundError as error:
        raise _broken(path) from error


def _broken(path: Path) -> ConfigError:
    return ConfigError(
        f"bản cài đặt thiếu hoặc hỏng bảng đơn vị hành chính {path.name}; hãy cài lại hbtgraph",
        f"this installation lacks the table of units {path.name}, or it is broken; install hbtgraph again",
    )
