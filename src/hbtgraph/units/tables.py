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


class Unit(Struct, frozen=True, gc=False):
    """A unit while its type word, name, code and the unit above it stand; a change of one of them makes another unit.

    `valid_from` and `valid_until` (YYYY-MM-DD, both included) are None where they are open or not known: a unit
    without `valid_from` was there when the tables begin. `parent` is the id of the unit above; the official `code` is
    used again for other units and tells a unit on one day only.
    """

    id: str
    level: Level
    word: str
    name: str
    code: str | None
    parent: str | None
    valid_from: str | None
    valid_until: str | None

    @property
    def label(self) -> str:
        """The name with its type word: "phường Thanh Lương"."""
        return f"{self.word} {self.name}"

    def stood(self, day: str | None) -> bool:
        """Whether it stood on this day; without a day, any unit did."""
        return day is None or (self.valid_from or "") <= day <= (self.valid_until or "9999")


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


def read_units() -> Iterator[Row]:
    """All units, provinces first, in the order of their codes."""
    columns = ("id", "level", "word", "name", "code", "parent", "valid_from", "valid_until", "search", "aliases")
    for values in _rows("units.csv", columns):
        id_, level, word, name, code, parent, since, until, search, aliases = values
        unit = Unit(id_, level, word, name, code or None, parent or None, since or None, until or None)  # type: ignore[arg-type]
        yield Row(unit, search, tuple(aliases.split("|")) if aliases else ())


def read_successors() -> Iterator[Successor]:
    """What became of each unit that is gone, sorted by its id."""
    for old, new, share, date in _rows("successors.csv", ("old", "new", "share", "date")):
        yield Successor(old, new, share, date)  # type: ignore[arg-type]


def _rows(file: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    path = resources.folder("data") / "reference" / "units" / file
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
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
