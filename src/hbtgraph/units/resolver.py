"""Finds units by name, day and place, and follows what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import TypeVar

from hbtgraph.units.naming import Wanted, searched, spelled, take_apart
from hbtgraph.units.tables import Level, Row, Share, Successor, Unit, read_successors, read_units

T = TypeVar("T")

_FAR = (0, 0)


@cache
def load() -> Units:
    """The units of the whole country; read once."""
    return Units(read_units())


class Units:
    """All units by name, code and place.

    Days are YYYY-MM-DD; without a day all versions of a unit count. Names come with or without a type word or its
    abbreviation ("phường 12", "P.12"); marks count where the name has any, and one without finds all. Units that it
    lies in may follow after commas: "phường Thanh Lương, quận Hai Bà Trưng".
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._units: dict[str, Unit] = {}
        self._other: dict[str, tuple[str, ...]] = {}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit, search, aliases in rows:
            self._units[unit.id] = unit
            self._by_name[search].append(unit)
            if aliases:
                self._other[unit.id] = aliases
                for alias in {searched(alias) for alias in aliases} - {search}:
                    self._by_name[alias].append(unit)
        # a text says the same names again and again, and the texts of one place name the same units
        self._search = lru_cache(maxsize=1 << 12)(self._search_tables)
        self._way_up = lru_cache(maxsize=1 << 12)(self._ids_upwards)

    def __len__(self) -> int:
        return len(self._units)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    def __getitem__(self, id_: str) -> Unit:
        return self._units[id_]

    # --- by name ----------------------------------------------------------------------------------

    def find(
        self, name: str, *, on: str | None = None, level: Level | None = None, within: str | None = None
    ) -> tuple[Unit, ...]:
        """All units of this name that stood on this day, of this level, in a unit of the name `within`; by id."""
        found = self._search(f"{name}, {within}" if within else name, on)
        return found if level is None else tuple(unit for unit in found if unit.level == level)

    def _search_tables(self, names: str, on: str | None) -> tuple[Unit, ...]:
        name, *above = _parts(names)
        places = [self._ids(place, on) for place in above]
        for wanted in take_apart(name):
            found = {unit.id: unit for unit in self._by_name.get(wanted.search, ()) if self._bears(unit, wanted)}
            found = {id_: unit for id_, unit in found.items() if unit.stood(on) and self._lies_in_all(unit, places)}
            if found:
                return tuple(found[id_] for id_ in sorted(found))
        return ()

    def _ids(self, name: str, on: str | None) -> frozenset[str]:
        return frozenset(unit.id for unit in self.find(name, on=on))

    def _lies_in_all(self, unit: Unit, places: Sequence[frozenset[str]]) -> bool:
        above = self._way_up(unit.id) - {unit.id}
        return not any(above.isdisjoint(place) for place in places)

    def _ids_upwards(self, id_: str) -> frozenset[str]:
        """The unit's own id and those of the units that it lies in."""
        return frozenset((id_, *(above.id for above in self.ancestors(self[id_]))))

    def _bears(self, unit: Unit, wanted: Wanted) -> bool:
        if wanted.word not in (None, unit.word):
            return False
        return wanted.plain or self._spelled_so(unit, wanted)

    def _spelled_so(self, unit: Unit, wanted: Wanted) -> bool:
        return any(wanted.spelling == spelled(name) for name in (unit.name, *self._other.get(unit.id, ())))

    def resolve(
        self,
        name: str,
        *,
        on: str | None = None,
        near: Sequence[str] = (),
        place: str | None = None,
        former: bool = False,
    ) -> Unit | None:
        """The one unit that a text means by this name, or None where none fits or several do.

        `near` are names of units that stand near it in the text, `place` is the place that the text is about. A bare
        name is a province's before it is another unit's, and a district's before it is that of a commune in it. A
        commune is none of those that lie elsewhere than in the districts and provinces that the text names; by its
        bare name it is found in these alone. With `former`, a name that no unit has on the day is that of one that is
        gone: a text of 2026 may tell of quận Hai Bà Trưng.
        """
        likely = self._likely(name, on)
        if likely or not former or on is None:
            return self._told(likely, name, on, near, place)
        return self._told(self._gone(name, on), name, None, near, place)

    def _told(
        self, likely: list[Unit], name: str, on: str | None, near: Sequence[str], place: str | None
    ) -> Unit | None:
        """The one of these that is closest to the units nearby and to the place."""
        closeness = self._closeness(near, place, on)
        close = [(closeness(unit), unit) for unit in likely]
        if _is_bare(name) or self._placed(near, place, on):
            close = [(measure, unit) for measure, unit in close if measure != _FAR or unit.level != "commune"]
        best = max((measure for measure, _ in close), default=_FAR)
        found = self._outermost([unit for measure, unit in close if measure == best])
        return found[0] if len(found) == 1 else None

    def _gone(self, name: str, on: str) -> list[Unit]:
        """The last version of each unit of this name that had ended before this day."""
        last: dict[tuple[str, ...], Unit] = {}
        for unit in sorted(self.find(name), key=lambda unit: unit.valid_until or "9999"):
            if (unit.valid_until or "9999") < on:
                last[unit.label, *(above.name for above in self.ancestors(unit))] = unit
        return list(last.values())

    def _outermost(self, found: list[Unit]) -> list[Unit]:
        """The unit that all the others lie in, where there is one."""
        return [unit for unit in found if all(unit.id in self._way_up(other.id) for other in found)] or found

    def _likely(self, name: str, on: str | None) -> list[Unit]:
        """Those that stood before those that may have, those spelled just so first; of a bare name provinces."""
        found = list(self.find(name, on=on))
        if on and not found:
            found = [unit for unit in self.find(name) if unit.may_have_stood(on)]
        readings = take_apart(_parts(name)[0])
        found = [unit for unit in found if any(self._spelled_so(unit, wanted) for wanted in readings)] or found
        if not _is_bare(name):  # "thành phố Huế" was of two levels in turn, and what stands nearby tells which
            return found
        return [unit for unit in found if unit.level == "province"] or found

    def _closeness(self, near: Sequence[str], place: str | None, on: str | None) -> Callable[[Unit], tuple[int, int]]:
        """How many names nearby are of units above a unit, and how much of its way up is that of the place."""
        named = [self._ids(name, on) for name in dict.fromkeys(near)]
        about = [self._way_up(unit.id) for unit in self._likely(place, on)] if place else []

        def measure(unit: Unit) -> tuple[int, int]:
            way = self._way_up(unit.id)
            units_near = sum(not (way - {unit.id}).isdisjoint(ids) for ids in named)
            return units_near, max((len(way & other) for other in about), default=0)

        return measure

    def _placed(self, near: Sequence[str], place: str | None, on: str | None) -> bool:
        """Whether the text names a district or a province."""
        names = [*near, *((place,) if place else ())]
        return any(unit.level != "commune" for name in names for unit in self.find(name, on=on))

    # --- by code and place ------------------------------------------------------------------------

    def by_code(self, code: str, on: str) -> Unit | None:
        """The unit that had this official code on this day: two digits a province, three a district, five a commune."""
        return next((unit for unit in self._by_code.get(code, ()) if unit.stood(on)), None)

    @cached_property
    def _by_code(self) -> Mapping[str, list[Unit]]:
        return _grouped((unit.code, unit) for unit in self if unit.code)

    def ancestors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that it lies in, the nearest first."""
        above = self._units[unit.parent] if unit.parent else None
        return (above, *self.ancestors(above)) if above else ()

    def parts(self, unit: Unit, *, on: str | None = None) -> tuple[Unit, ...]:
        """The units one level below that lay in it on this day."""
        return tuple(part for part in self._by_parent.get(unit.id, ()) if part.stood(on))

    @cached_property
    def _by_parent(self) -> Mapping[str, list[Unit]]:
        return _grouped((unit.parent, unit) for unit in self if unit.parent)

    # --- what became of them ----------------------------------------------------------------------

    def changes_from(self, unit: Unit) -> tuple[Successor, ...]:
        """The rows of what became of a unit, by day and heir."""
        return tuple(sorted(self._by_old.get(unit.id, ()), key=lambda row: (row.date, row.new)))

    def changes_to(self, unit: Unit) -> tuple[Successor, ...]:
        """The rows of what a unit was made of, by day and forebear."""
        return tuple(sorted(self._by_new.get(unit.id, ()), key=lambda row: (row.date, row.old)))

    def successors(self, unit: Unit, *, on: str | None = None) -> tuple[tuple[Unit, Share], ...]:
        """The units that took it over, each with all of it ("whole") or some ("part"); on a day, those that stood then.

        "part" also stands where the tables do not say whether an heir took all.
        """
        if on is None:
            return tuple((self[row.new], row.share) for row in self._by_old.get(unit.id, ()))
        shares: dict[str, Share] = {}
        for heir, share in self._standing(unit, "whole", on):
            shares[heir.id] = "whole" if "whole" in (share, shares.get(heir.id)) else "part"
        return tuple((self[id_], shares[id_]) for id_ in sorted(shares))

    def _standing(self, unit: Unit, share: Share, on: str) -> Iterator[tuple[Unit, Share]]:
        if unit.stood(on):
            yield unit, share
            return
        for row in self._by_old.get(unit.id, ()):
            if row.date <= on:
                yield from self._standing(self[row.new], share if row.share == "whole" else "part", on)

    @cached_property
    def _by_old(self) -> Mapping[str, list[Successor]]:
        return _grouped((row.old, row) for row in read_successors())

    @cached_property
    def _by_new(self) -> Mapping[str, list[Successor]]:
        return _grouped((row.new, row) for row in read_successors())


def _parts(names: str) -> list[str]:
    """ "phường X, quận Y, " -> its names; an empty one where there are none."""
    return [name.strip() for name in names.split(",") if name.strip()] or [""]


def _is_bare(name: str) -> bool:
    """Whether the name has no type word."""
    return take_apart(_parts(name)[0])[0].word is None


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
