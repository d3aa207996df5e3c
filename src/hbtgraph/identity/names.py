"""Taking the names of units and bodies apart: "UBND quận X" is a people's committee that governs quận X."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct

from hbtgraph.resources import table
from hbtgraph.vietnamese.names import has_surname
from hbtgraph.vietnamese.text import key


class UnitName(Struct, frozen=True):
    """A unit's name in parts. `level` is a concept of the scheme of levels; `english` is composed."""

    word: str
    bare: str
    level: str
    english: str


class BodyName(Struct, frozen=True):
    """A body's name in parts. `unit` is the name of the unit it governs, `kind` a concept of body kinds."""

    kind: str
    unit: str | None
    english: str | None


@cache
def _abbreviations() -> tuple[re.Pattern[str], Mapping[str, str]]:
    long_forms = {row["short"]: row["long"] for row in table("name-abbreviations")}
    shorts = sorted(long_forms, key=lambda short: (-len(short), short))
    # case counts: "Sở Tư pháp" is not "Sở Trung ương pháp"
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, shorts))})(?!\w)"), long_forms


@lru_cache(maxsize=1 << 14)
def expand(name: str) -> str:
    """The name with its usual abbreviations written out: "UBND TP Hà Nội" → "Ủy ban nhân dân thành phố Hà Nội"."""
    pattern, long_forms = _abbreviations()
    name = re.sub(r"(?<=[A-ZĐ]) ?& ?(?=[A-ZĐ])", "&", name)
    name = re.sub(r"(?<!\w)(TP|Tp|TX|TT|Q|H|P)\.(?=[^\W\d_a-z]|\d)", r"\1. ", name)
    return " ".join(pattern.sub(lambda found: f" {long_forms[found[0]]} ", name).split())


def name_key(name: str) -> str:
    """What all spellings of one name share: abbreviations, dashes, tone placement and case aside."""
    return key(re.sub(r"\s*[-–]\s*", " - ", expand(name)))


_LINKS = re.compile(r"(?<!\w)(?:và|-|,)(?!\w)|[,–-]")
_FRONT = re.compile(r"^(?:ủy ban )?(?:trung ương )?(mặt trận tổ quốc)(?: việt nam)?(?!\w)")
_FINAL_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])y([\u0300\u0301\u0303\u0309\u0323]?)(?=\s|$)")


def head_key(name: str) -> str:
    """What all spellings share of a body's name without its unit: joining words, dashes and case aside.

    "Sở GD-ĐT" and "Sở Giáo dục và Đào tạo" are one, and so are "MTTQ" and "Ủy ban MTTQ Việt Nam".
    """
    return _FRONT.sub(r"\1", " ".join(_LINKS.sub(" ", key(expand(name))).split()))


def person_key(name: str) -> str:
    """What all spellings of a person's name share: case, tone placement, and y for i ("Sỹ", "Sĩ"). Tone marks count."""
    plain = unicodedata.normalize("NFD", key(name))
    return unicodedata.normalize("NFC", _FINAL_Y.sub(r"i\1", plain))


def name_parts(name: str) -> tuple[str, str, str]:
    """Surname, middle name and given name: "nguyễn", "quang", "trung"; a part that is not there is empty."""
    words = person_key(name).split()
    return words[0], " ".join(words[1:-1]), words[-1] if len(words) > 1 else ""


RARE = 1e-5
"""Share of people below which two bearers of a name in one province are likelier one than two."""

UNIQUE = 1e-6
"""Share of people below which a name tells its bearer in the whole country."""

ONE_KNOWN = 3e-6
"""Share of people below which a name without a post is that of its only known bearer."""

FEW = 5e-5
"""Share of people below which two bearers in one affair are likelier one than two."""

LIKELY = 1e-4
"""Share of people above which a province may well have two officials of a name."""


@cache
def _part_counts() -> Mapping[tuple[str, str], int]:
    return {(row["part"], row["word"]): int(row["count"]) for row in table("name-parts")}


def commonness(name: str) -> float:
    """The share of people who bear this name, as its parts make likely (parts taken for independent).

    1 where it is no full name: a given name alone, or one without a surname, tells nobody from others.
    """
    words = name.split()
    if len(words) < 2 or not has_surname(words[0]):
        return 1.0
    counts = _part_counts()
    share = 1.0
    for part, word in zip(("surname", "middle", "given"), name_parts(name), strict=True):
        share *= counts.get((part, word), 2) / counts["all", ""]
    return share


@cache
def _levels() -> tuple[tuple[str, str, str], ...]:
    rows = [(row["word"], row["level"], row["english"]) for row in table("unit-levels")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def unit_name(name: str) -> UnitName | None:
    """The parts of a unit's name, or None where it does not begin with a level word ("Hà Nội")."""
    full = expand(name)
    for word, level, english in _levels():
        if key(full).startswith(word + " "):
            bare = full[len(word) :].strip()
            if word == "thành phố" and key(bare) not in _provinces():  # a city of a province
                level = "level-district"
            return UnitName(word, bare, level, f"{english} {bare}" if bare.isdigit() else f"{bare} {english}")
    return None


@cache
def _provinces() -> Mapping[str, str]:
    """Bare names of provinces and cities under the centre → their full names."""
    return {key(row["name"]): f"{row['type']} {row['name']}" for row in table("unit-names") if row["rank"] == "1"}


_PERSON_TOO = key("Hồ Chí Minh")
"""The one province whose bare name is first of all a person's."""


def province_name(name: str) -> str:
    """The name of a province in full, whichever way it is written; empty where the name is no province's.

    "thành phố Hòa Bình" is a city of the province of that name.
    """
    parts = unit_name(name)
    full = _provinces().get(key(parts.bare) if parts else name_key(name), "")
    return name_key(full) if not parts or name_key(full) == name_key(name) else ""


@cache
def _shared_names() -> frozenset[str]:
    count = Counter(key(f"{row['type']} {row['name']}") for row in table("unit-names") if row["rank"] == "2")
    return frozenset(name for name, times in count.items() if times > 1)


def is_shared(name: str) -> bool:
    """Whether several provinces have a district of this name, so that it does not say which."""
    return name_key(name) in _shared_names()


def full_unit(name: str) -> str:
    """The name with its level word, where a bare name is a province's: "Hà Nội" → "thành phố Hà Nội"."""
    bare = name_key(name)
    return name if bare == _PERSON_TOO else _provinces().get(bare, name)


def proper_unit(name: str) -> bool:
    """Whether this is a level word and a proper name or number ("quận 1"), not "quận ta" or "xã khó khăn"."""
    parts = unit_name(name)
    words = re.split(r"[ –-]+", parts.bare) if parts else []
    return bool(words) and all(word[:1].isupper() or word.isdigit() for word in words)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    rows = []
    level_words = "|".join(word for word, _, _ in _levels())
    for row in table("body-names"):
        escaped = re.escape(row["pattern"]).replace(r"\ ", " ")
        # after a field of work only a level word tells where the unit begins
        unit = rf"(?:{level_words}) .+" if "{field}" in row["pattern"] else ".+"
        for slot, letters in (("unit", unit), ("name", r"\w.*"), ("field", ".+?")):
            escaped = escaped.replace(rf"\{{{slot}\}}", f"(?P<{slot}>{letters})")
        rows.append((re.compile(escaped, re.IGNORECASE), row))
    return tuple(rows)


@cache
def _fields() -> Mapping[str, str]:
    return {key(row["field"]): row["english"] for row in table("fields-english")}


def body_name(name: str) -> BodyName | None:
    """The parts of a body's name, or None where no pattern of body-names.csv fits.

    The English label is there only where every part of it is known: a wrong one would be worse than none.
    """
    full = expand(name)
    for pattern, row in _patterns():
        if not (found := pattern.fullmatch(full)):
            continue
        parts = found.groupdict()
        unit = _once(row["unit"].format(**parts)) if row["unit"] else None
        if row["unit"] == "{unit}" and unit and not proper_unit(unit):
            unit = _bare_city(unit)
            if unit is None:
                continue
        if "field" in parts:
            field, place = _split_field(parts["field"])
            return BodyName(row["kind"], unit or place, _field_english(row["english"], field, unit or place))
        return BodyName(row["kind"], unit, row["english"].format(unit=_unit_english(unit or "")))
    return None


def _once(unit: str) -> str:
    """ "tỉnh tỉnh X" → "tỉnh X": a party committee's name tells the level of its unit, and some say it again."""
    word = next((word for word, _, _ in _levels() if key(unit).startswith(f"{word} {word} ")), "")
    return unit[len(word) :].lstrip() if word else unit


def last_unit(name: str) -> str | None:
    """The unit at the end of a body's name: with its level word, or a province by its bare name. None without."""
    words = expand(name).split()
    for start in range(1, len(words)):
        rest = " ".join(words[start:])
        if proper_unit(rest) or (key(rest) in _provinces() and rest[:1].isupper()):
            return rest
    return None


def without_unit(name: str, unit: str) -> str:
    """A body's name without its unit at the end, whichever way that is written: "UBND", "Quận ủy"."""
    words, parts = expand(name).split(), unit_name(unit)
    tails = {name_key(unit), name_key(parts.bare) if parts else ""}
    start = next((at for at in range(1, len(words)) if name_key(" ".join(words[at:])) in tails), len(words))
    head = " ".join(words[:start])
    word = next((word for word, _, _ in _levels() if key(head).endswith(f" {word}")), None)
    return head[: -len(word)].rstrip() if word else head


def governed_unit(name: str) -> str | None:
    """The unit whose body this is a part of: "Ban Tổ chức Quận ủy X" belongs to quận X. None where none is named."""
    words = name.split()
    for start in range(1, len(words) - 1):
        parts = body_name(" ".join(words[start:]))
        if parts and parts.unit and proper_unit(parts.unit):
            return parts.unit
    return None


def _bare_city(text: str) -> str | None:
    """A unit given by its bare name ("UBND Hà Nội"), or None where the words are no proper name."""
    return text if text[:1].isupper() else None


def _split_field(text: str) -> tuple[str, str | None]:
    """ "Nội vụ Hà Nội" → ("Nội vụ", "Hà Nội"): the longest known field, and the rest as a place."""
    words = text.split()
    for length in range(len(words), 0, -1):
        if key(" ".join(words[:length])) in _fields():
            return " ".join(words[:length]), " ".join(words[length:]) or None
    return text, None


def _unit_english(name: str) -> str:
    parts = unit_name(name)
    return parts.english if parts else name


def _field_english(pattern: str, field: str, unit: str | None) -> str | None:
    english = _fields().get(key(field))
    if english is None:
        return None
    head = pattern.partition(" {field}")[0]
    return f"{head} of {english}" + (f" of {_unit_english(unit)}" if unit else "")
