"""What the graph knows already: units, bodies and people by name, with their dates and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hbtgraph.identity.names import name_key
from hbtgraph.vietnamese.text import key


class Known(Struct, frozen=True, kw_only=True):
    """A named thing of the graph.

    `exists_from` and `exists_until` (YYYY-MM-DD, both ends included) bound a version of a unit or a
    body; `places` are the IRIs of the bodies where a person was seen in a post; `names` begins with
    the preferred one; `reference` marks what the reference data describe.
    """

    iri: str
    kind: Literal["unit", "body", "person"]
    names: tuple[str, ...]
    exists_from: str | None = None
    exists_until: str | None = None
    part_of: str | None = None
    places: frozenset[str] = frozenset()
    reference: bool = False

    def existed(self, day: str | None) -> bool:
        """Whether it may have existed on this day; without a day, and without bounds, it may."""
        if day is None:
            return True
        return (self.exists_from or "") <= day <= (self.exists_until or "9999-12-31")


class Registry:
    """Finds known things by exact name: tone marks count, abbreviations and case do not."""

    def __init__(self, known: Iterable[Known] = (), labels: Mapping[str, str] | None = None) -> None:
        self._by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._labels: dict[str, str] = {}
        self.learn(known, labels or {})

    def learn(self, known: Iterable[Known], labels: Mapping[str, str]) -> None:
        """Takes in what the graph has come to know: things by name, and the label of each IRI.

        The same IRI again adds names and places; its label stays the first one.
        """
        for iri, label in labels.items():
            self._labels.setdefault(iri, label)
        for thing in known:
            for name in sorted(set(thing.names)):
                self._by_name[thing.kind, _key(thing.kind, name)].append(thing)

    def label(self, iri: str, written: str) -> str:
        """The label that the graph gives an IRI already, or else as written: two spellings make no two labels."""
        return self._labels.get(iri, written)

    def find(self, kind: Literal["unit", "body", "person"], name: str, on: str | None = None) -> list[Known]:
        """All things of a kind that bear the name on a day, sorted by IRI."""
        found: dict[str, Known] = {}
        for thing in self._by_name.get((kind, _key(kind, name)), ()):
            if thing.existed(on):
                before = found.get(thing.iri)
                found[thing.iri] = _together(before, thing) if before else thing
        return [found[iri] for iri in sorted(found)]


def _together(first: Known, second: Known) -> Known:
    """One thing met twice: what was known first stands, and the places add up."""
    return replace(first, places=first.places | second.places)


def _key(kind: str, name: str) -> str:
    return key(name) if kind == "person" else name_key(name)
