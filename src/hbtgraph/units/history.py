"""Versions of a unit by its name: from when to when, in what it lay, what it was made of, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from hbtgraph.units.resolver import Units, load
from hbtgraph.units.tables import Resolution, Share, Successor, Unit, read_resolutions

State = Literal["stood", "gone", "not-yet", "perhaps"]
"""On a day: it stood, had ended, had not begun; or only states of the country bound it, and it may have stood."""

_NUMBER = re.compile(r"\d+(?:/\d{4})?/(?:NQ-UBTVQH|QH)\d+")
_FIRST_STATE = "2021-01-01"


class Link(Struct, frozen=True, kw_only=True):
    """One step from a unit to another: all of it or some passed on, on a day, by resolutions where they are known.

    `exact` is false where only states of the country bound the day. `via` is the unit that passed it on, where that
    is not the one asked for. "part" also stands where it is not known whether all of it passed on.
    """

    unit: Unit
    share: Share
    date: str
    exact: bool
    resolution: str | None
    source: str
    via: Unit | None = None


class Version(Struct, frozen=True, kw_only=True):
    """A unit while its name, type, code and the unit above stand; `above` are the units that it lies in, nearest first.

    `before` is what it was made of, `after` all that became of it, step by step to the end of the tables or the day
    asked for. `state` is None where no day was asked for.
    """

    unit: Unit
    above: tuple[Unit, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    state: State | None = None


def versions(name: str, on: str | None = None) -> tuple[Version, ...]:
    """All units that bear or bore this name, by their names above and their time.

    Units that it lies in may follow after commas, as in `Units.find`. With a day (YYYY-MM-DD) each has its state on
    it, and nothing is told of later changes. Empty where no unit has the name.
    """
    units = load()
    found = (_version(units, unit, on) for unit in units.find(name))
    order = sorted(found, key=lambda one: ([unit.label for unit in reversed(one.above)], one.unit.valid_from or ""))
    return tuple(order)


def _version(units: Units, unit: Unit, on: str | None) -> Version:
    return Version(
        unit=unit,
        above=units.ancestors(unit),
        before=tuple(
            _link(units, row, units[row.old]) for row in units.changes_to(unit) if on is None or row.date <= on
        ),
        after=tuple(_onwards(units, unit, on)),
        state=state_on(unit, on) if on else None,
    )


def state_on(unit: Unit, day: str) -> State:
    """What is known of a unit on a day."""
    if unit.stood(day):
        return "stood" if unit.until_exact or day < _FIRST_STATE else "perhaps"
    if unit.may_have_stood(day):
        return "perhaps"
    return "gone" if unit.valid_until and unit.valid_until < day else "not-yet"


def _onwards(units: Units, unit: Unit, on: str | None) -> Iterator[Link]:
    """What became of a unit and of its heirs, each step once, those of one remove after those of the one before."""
    steps, seen = [unit], {unit.id}
    while steps:
        further = []
        for one in steps:
            for row in units.changes_from(one):
                if on is None or row.date <= on:
                    heir = units[row.new]
                    yield _link(units, row, heir, via=None if one is unit else one)
                    further += [] if heir.id in seen else [heir]
                    seen.add(heir.id)
        steps = further


def _link(units: Units, row: Successor, other: Unit, via: Unit | None = None) -> Link:
    old, new = units[row.old], units[row.new]
    exact = old.until_exact if old.valid_until else new.from_exact
    return Link(
        unit=other, share=row.share, date=row.date, exact=exact, resolution=_resolution(units, row), source=row.source,
        via=via,
    )  # fmt: skip


def _resolution(units: Units, row: Successor) -> str | None:
    """The resolutions of a change: that of this very change, else those of the reform of its level there and then.

    A district that ended with its level has that of its level's end, and that which tells its communes' heirs.
    """
    if found := _NUMBER.search(row.source):
        return found[0]
    old, new = units[row.old], units[row.new]
    province = (new, *units.ancestors(new))[-1].name
    asked = ((row.date, level, place) for level in (new.level, old.level) for place in (province, "*"))
    numbers = dict.fromkeys(known.number for key in asked if (known := _reforms().get(key)))
    return "; ".join(numbers) or None


@cache
def _reforms() -> Mapping[tuple[str, str, str], Resolution]:
    return {(row.date, row.level, row.province): row for row in read_resolutions()}
