"""Any administrative unit of the country by name, from the tables: no store is needed, no article need name it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from pyoxigraph import Literal

from hbtgraph import units
from hbtgraph.errors import LookupFailed
from hbtgraph.store import Rows
from hbtgraph.units import Link, Version
from hbtgraph.vietnamese.text import fold

_NEAR = 5
_COLUMNS = (
    "unit", "state", "partOf", "code", "from", "until", "side", "other", "share", "date", "via", "resolution", "source",
)  # fmt: skip


def unit_versions(name: str, on: str | None = None) -> tuple[Version, ...]:
    """All units that bear or bore this name since 2017, with what they were made of and what became of them.

    Units that it lies in may follow after commas; `on` is a day, YYYY-MM-DD. Raises LookupFailed, which lists near
    names, where no unit has the name.
    """
    if found := units.versions(name, on):
        return found
    by_key = {fold(unit.label): unit.label for unit in units.load()}
    near = difflib.get_close_matches(fold(name.partition(",")[0]), by_key, n=_NEAR)
    told = ", ".join(by_key[one] for one in near) or "–"
    raise LookupFailed(
        f"các bảng không có đơn vị này từ năm 2017; gần giống: {told}",
        f"the tables since 2017 hold no such unit; near: {told}",
        where=name,
    )


def version_rows(found: tuple[Version, ...]) -> Rows:
    """Versions as rows: one for each unit that came before or after, or one alone."""
    rows = [
        tuple(Literal(cell) if cell else None for cell in (*_own(one), *link)) for one in found for link in _links(one)
    ]
    return Rows(_COLUMNS, tuple(rows))


def _own(one: Version) -> tuple[str | None, ...]:
    unit = one.unit
    since = unit.valid_from and (unit.valid_from if unit.from_exact else f"≤ {unit.valid_from}")
    until = unit.valid_until and (unit.valid_until if unit.until_exact else f"≤ {unit.valid_until}")
    return unit.label, one.state, ", ".join(above.label for above in one.above), unit.code, since, until


def _links(one: Version) -> Iterator[tuple[str | None, ...]]:
    told = [("before", link) for link in one.before] + [("after", link) for link in one.after]
    if not told:
        yield (None,) * 7
    for side, link in told:
        via = link.via.label if link.via else None
        yield side, _named(link), link.share, _day(link), via, link.resolution, link.source


def _named(link: Link) -> str:
    above = units.load().ancestors(link.unit)
    return ", ".join(unit.label for unit in (link.unit, *above[:1]))


def _day(link: Link) -> str:
    return link.date if link.exact else f"≤ {link.date}"
