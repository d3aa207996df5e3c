"""Says what became of each unit: by hand, by names and codes that stay, by former names, by the mapping of 2025."""

from __future__ import annotations

from collections import defaultdict

from unit_layers import ByHand, ascii_key
from unit_versions import FIRST_JULY, LAST_JUNE, NEW, OLD, Id, Joined, Version, alike, day_after

Mapping = dict[str, set[str]]
Keys = dict[str, Id]


def apply_by_hand(joined: Joined, rows: ByHand) -> None:
    """Adds the units that no state holds, and the days and successors of those that one does.

    Where `about` is "yes" the day is the last one that it can be.
    """
    for row in rows:
        day = day_after(row["valid_until"])
        named = _named(joined, f"{row['word']} {row['name']}", row["parent"])
        unit = next((v for v in named if v.valid_from < day), None) or _added(joined, row)
        unit.end(row["valid_until"])
        unit.sources.append(row["source"])
        label, _, parents = row["successor"].partition(", ")
        heirs = [v for v in _named(joined, label, parents or row["parent"]) if (v.valid_until or day) >= day]
        if not heirs:
            raise SystemExit(f"{row['successor']} ({row['parent']}) is in no state")
        heir = min(heirs, key=lambda v: v.valid_from > day)
        if row["successor_from"]:
            heir.begin(row["successor_from"])
            heir.sources.append(row["source"])
        if row["about"] == "yes":
            unit.about.add("until")
            heir.about |= {"from"} if row["successor_from"] else set()
        joined.succeed(unit, heir, row["share"], day, row["source"])


def _named(joined: Joined, label: str, parents: str) -> list[Version]:
    """The versions of this label that lie in units of these names ("quận Hai Bà Trưng, Hà Nội"), older ones first."""
    wanted = set(parents.split(", "))
    named = [v for v in joined.each() if v.label == label and v.level != "province" and wanted <= _names_above(v)]
    return sorted(named, key=lambda v: (v.valid_from, v.code))


def _names_above(unit: Version) -> set[str]:
    above = unit.parent
    return {above.name, above.label} | _names_above(above) if above else set()


def _added(joined: Joined, row: dict[str, str]) -> Version:
    first, _, rest = row["parent"].partition(", ")
    districts = _named(joined, first, rest)
    provinces = [v for v in joined.old.values() if v.level == "province" and v.name == first]
    parent = districts[0] if rest else provinces[0]
    unit = Version(row["level"], row["word"], row["name"], row.get("code") or "", parent)
    joined.extra.append(unit)
    return unit


def date_communes(joined: Joined) -> None:
    """A commune that changed with its district changed on the same day."""
    rurals: dict[Version | None, Version] = {}
    for key in sorted(key for key in joined.old if key[0] == "commune" and key in joined.new):
        old, new = joined.old[key], joined.new[key]
        if old is new or old.parent is None or new.parent is None:
            continue
        if "until" in old.parent.about:
            continue
        if old.parent is not new.parent and old.parent.valid_until < LAST_JUNE:
            old.end(old.parent.valid_until)
            new.begin(day_after(old.parent.valid_until))
        elif old.parent is new.parent and new.word == "phường" and (rural := _rural(joined, new.parent)):
            # the older state has the town already, but its communes as they were in the rural district
            rurals[new.parent] = old.parent = rural
            old.end(rural.valid_until)
            new.begin(new.parent.valid_from)
    for old in [unit for unit in joined.old.values() if unit.parent in rurals]:
        _date_unchanged(joined, old, rurals[old.parent])


def _date_unchanged(joined: Joined, commune: Version, rural: Version) -> None:
    """A commune that the town took over as it was lay in the rural district before."""
    before = Version("commune", commune.word, commune.name, commune.code, rural, sources=[OLD])
    before.end(rural.valid_until)
    joined.extra.append(before)
    joined.succeed(before, commune, "whole", day_after(rural.valid_until), OLD)


def _rural(joined: Joined, town: Version) -> Version | None:
    """The huyện that became this town as a whole after 2022."""
    before = [old for old, heirs in joined.successions.items() if town in heirs and old.word == "huyện"]
    return before[0] if len(before) == 1 and town.valid_from > "2023" else None


def date_reforms(joined: Joined, resolutions: ByHand) -> None:
    """What changed in a province between two states did so by the resolution on its communes, where one is known."""
    reforms = {(row["date"], row["province"]): row["number"] for row in resolutions if row["level"] == "commune"}
    for unit in joined.each():
        bounds = {"from": unit.valid_from, "until": day_after(unit.valid_until)}
        for bound in sorted(unit.about) if unit.level == "commune" else ():
            if number := reforms.get((bounds[bound], _province(unit).name)):
                unit.about.discard(bound)
                unit.sources.append(number)


def _province(unit: Version) -> Version:
    return _province(unit.parent) if unit.parent else unit


def succeed_in_2025(joined: Joined) -> None:
    """What became of the units of 2020-2024 by January 2025, where the two states tell."""
    communes = defaultdict[Version, list[Version]](list)
    for key, unit in joined.new.items():
        if key[0] == "commune" and unit.parent:
            communes[unit.parent].append(unit)
    for key, old in joined.old.items():
        new = joined.new.get(key)
        if old is new or old in joined.successions:
            continue
        if new and (old.level == "province" or alike(old.name, new.name, True)):
            joined.succeed(old, new, "whole", day_after(old.valid_until), f"{OLD}; {NEW}")
        elif old.level == "commune" and old.parent:
            district = joined.new.get(("district", old.parent.code))
            places = [*([district] if district else ()), *joined.successions.get(old.parent, ())]
            _succeed_by_name(joined, old, [unit for place in places for unit in communes[place]])


def _succeed_by_name(joined: Joined, old: Version, near: list[Version]) -> None:
    """The communes that keep the name of one that is gone, or that have it as a former name, at least in part."""
    names, day = {ascii_key(old.label), ascii_key(old.name)}, day_after(old.valid_until)
    same = [unit for unit in near if unit.name == old.name]
    for heir in same or [unit for unit in near if names & unit.former]:
        joined.succeed(old, heir, "whole" if len(same) == 1 else "part", day, f"{NEW}, by name")


def succeed_in_july(joined: Joined, mappings: tuple[Mapping, Mapping], old_keys: Keys, new_keys: Keys) -> None:
    """What became of the units of January 2025 on 1 July 2025; a district ends in the communes of its communes."""
    for mapping in mappings:
        for key, heirs in sorted(mapping.items()):
            old = joined.new[old_keys[key]]
            share = "whole" if len(heirs) == 1 else "part"
            for heir in sorted(heirs):
                joined.succeed(old, joined.july[new_keys[heir]], share, FIRST_JULY, NEW)
    _succeed_districts(joined)


def _succeed_districts(joined: Joined) -> None:
    heirs = defaultdict[Version, dict[Version, bool]](dict)
    for key, unit in sorted(joined.new.items()):
        if key[0] == "commune" and unit.parent:
            heirs[unit.parent].update(dict.fromkeys(joined.successions[unit], True))
    for district, communes in heirs.items():
        share = "whole" if len(communes) == 1 else "part"
        for commune in communes:
            joined.succeed(district, commune, share, FIRST_JULY, f"{NEW}, by its communes")
