"""What the reference data describe: units and bodies by name, with their dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from hbtgraph.identity.names import name_key


class Known(Struct, frozen=True, kw_only=True):
    """A unit or body of the reference data.

    `exists_from` and `exists_until` (YYYY-MM-DD, both ends included) bound a version of it; `names`
    begins with the preferred one; `part_of` is the IRI of the unit above.
    """

    iri: str
    kind: Literal["unit", "body"]
    names: tuple[str, ...]
    exists_from: str | None = None
    exists_until: str | None = None
    part_of: str | None = None

    def existed(self, day: str | None) -> bool:
        """Whether it may have existed on this day; without a day, and without bounds, it may."""
        if day is None:
            return True
        return (self.exists_from or "") <= day <= (self.exists_until or "9999-12-31")


class Registry:
    """Finds known things by exact name: tone marks count, abbreviations and case do not."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._by_name: dict[tuple[str, str], dict[str, Known]] = defaultdict(dict)
        self._by_iri: dict[str, Known] = {}
        for thing in known:
            self._by_iri[thing.iri] = thing
            for name in thing.names:
                self._by_name[thing.kind, name_key(name)][thing.iri] = thing

    def find(self, kind: Literal["unit", "body"], name: str, on: str | None = None) -> list[Known]:
        """All things of a kind that bear the name on a day, sorted by IRI."""
        found = self._by_name.get((kind, name_key(name)), {})
        return [found[iri] for iri in sorted(found) if found[iri].existed(on)]

    def label(self, iri: str) -> str:
        """The preferred name of a known thing; empty for any other."""
        known = self._by_iri.get(iri)
        return known.names[0] if known else ""

    def above(self, iri: str) -> str | None:
        """The IRI of the unit in which a unit lies, or that a body governs; the whole country is not told."""
        known = self._by_iri.get(iri)
        whole = self._by_iri.get(known.part_of) if known and known.part_of else None
        return whole.iri if whole and whole.part_of else None
