"""Units by name: in the reference graph, else in the tables of the whole country, else as the article names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from hbtgraph import units
from hbtgraph.config import BASE
from hbtgraph.identity.names import expand, full_unit, is_shared, name_key, proper_unit, unit_name
from hbtgraph.identity.registry import Registry
from hbtgraph.iris import mint
from hbtgraph.model import Article, Entity
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import place_tones

TABLES = "data/reference/units"
"""Where what is known of units beyond the reference graph comes from."""


class Places:
    """Finds or makes the units that one article names, in the version of its day.

    `parents` maps the key of a unit's name to the name of the unit that the article says it lies in.
    """

    def __init__(self, article: Article, parents: Mapping[str, str], registry: Registry) -> None:
        self._article, self._parents, self._registry = article, parents, registry
        self._here = next(named_units(article.title), None)
        self._found: dict[str, Entity] = {}

    def unit(self, name: str) -> Entity:
        """The unit of this name: known to the reference graph, to the tables, or new."""
        if name not in self._found:
            self._found[name] = self._unit(name)
        return self._found[name]

    def _unit(self, name: str) -> Entity:
        name = full_unit(name)
        parent = self._parent(name)
        known = [
            unit
            for unit in self._registry.find("unit", name, self._article.date)
            if parent is None or unit.part_of in (None, parent.iri)
        ]
        if len(known) == 1:
            return Entity(iri=known[0].iri, kind="unit", label=known[0].names[0], reference=True)
        listed = self._listed(name)
        return self._from_tables(listed) if listed else self._new(name, parent)

    def is_known(self, name: str) -> bool:
        """Whether the reference graph has a unit of this name on the article's day."""
        return bool(self._registry.find("unit", full_unit(name), self._article.date))

    def province(self) -> units.Unit | None:
        """The province of the unit that the headline names first."""
        here = self._listed(self._here) if self._here else None
        if here is None:
            return None
        above = (here, *units.load().ancestors(here))
        return next((unit for unit in above if unit.level == "province"), None)

    def _parent(self, name: str) -> Entity | None:
        whole = self._parents.get(name_key(name))
        # "Hà Nội lies in Hà Nội" would never end
        return self.unit(whole) if whole and name_key(whole) != name_key(name) else None

    def _listed(self, name: str) -> units.Unit | None:
        if not proper_unit(name):
            return None
        near = [self._parents[name_key(name)]] if name_key(name) in self._parents else []
        place = self._here if self._here and name_key(self._here) != name_key(name) else None
        return units.load().resolve(expand(name), on=self._article.date, near=near, place=place, former=True)

    def _from_tables(self, unit: units.Unit) -> Entity:
        known = self._registry.find("unit", unit.label, unit.valid_from or self._article.date)
        if len(known) == 1:
            return Entity(iri=known[0].iri, kind="unit", label=known[0].names[0], reference=True)
        above = units.load().ancestors(unit)
        parts = unit_name(unit.label)
        return Entity(
            iri=f"{BASE}id/unit-{unit.id}",
            kind="unit",
            label=unit.label,
            label_en=parts.english if parts else None,
            kind_code=f"level-{unit.level}",
            part_of=self._from_tables(above[0]) if above else None,
            code=unit.code or None,
            exists_from=unit.valid_from if unit.from_exact else None,
            exists_until=unit.valid_until if unit.until_exact else None,
            source=TABLES,
        )

    def _new(self, name: str, parent: Entity | None) -> Entity:
        parts = unit_name(name)
        written = name[:1].lower() + expand(name)[1:] if parts else expand(name)
        level = "level-province" if self._holds_districts(name) else parts.level if parts else None
        local = parts is None or level not in ("level-province", "level-district")
        # nothing above the commune needs telling apart, except where provinces share a name
        apart = (parent.iri if parent else self._article.id) if local or is_shared(name) else None
        iri = mint("unit", written, name_key(name), apart)
        return Entity(
            iri=iri,
            kind="unit",
            label=place_tones(written),
            label_en=parts.english if parts else None,
            kind_code=level,
            part_of=parent,
        )

    def _holds_districts(self, name: str) -> bool:
        """Whether the article puts a district into this unit: then it is a province, or a city of that rank."""
        parts = (unit_name(part) for part, whole in self._parents.items() if name_key(whole) == name_key(name))
        return any(part and part.level == "level-district" for part in parts)


@cache
def _unit_word() -> re.Pattern[str]:
    """A level word and what follows it up to the next mark."""
    words = "|".join(sorted((row["word"] for row in table("unit-levels")), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?i:{words})(?: [^\W_]+){{1,5}}")


def named_units(text: str) -> Iterator[str]:
    """The units in a text: a level word with the capitalised syllables, or the number, after it."""
    for found in _unit_word().finditer(text):
        words = found[0].split(" ")
        while not proper_unit(" ".join(words)) and len(words) > 1:
            words.pop()
        if len(words) > 1:
            yield " ".join(words)
