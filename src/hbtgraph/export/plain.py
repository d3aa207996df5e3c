"""Makes any network fit for a file: one type a column, clean text, unique names, nothing left to guess.

networkx's own writers fail, or write what other programs misread, on None, lists, dictionaries,
dates, decimals, mixed numbers, control characters, repeated edge ids and reserved names
(explorer.md of the design, §2); whatever passes here is safe to write in every format.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import networkx as nx

from hbtgraph.errors import ExportError
from hbtgraph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, RESERVED, Column

Value = str | int | float | list[str]

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for: control characters, lone surrogates, U+FFFE and U+FFFF."""


@dataclass(frozen=True)
class PlainNode:
    """A node: its name, and the values of some of the columns."""

    name: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class PlainEdge:
    """An edge: a name that no other edge has, its two ends, and the values of some of the columns."""

    name: str
    tail: str
    head: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Plain:
    """A network as sorted rows; `node_columns` and `edge_columns` are those that some row fills."""

    nodes: tuple[PlainNode, ...]
    edges: tuple[PlainEdge, ...]
    node_columns: tuple[Column, ...]
    edge_columns: tuple[Column, ...]


def plain(network: nx.MultiDiGraph) -> Plain:
    """The rows of a network.

    Attributes outside the schema become text columns; names that a format reserves, or that differ
    from another only by case, get an underscore. Raises ExportError, naming the node or edge and the
    column, where a number column holds something else.
    """
    node_columns = _columns(NODE_COLUMNS, (data for _, data in network.nodes(data=True)))
    edge_columns = _columns(EDGE_COLUMNS, (data for _, _, data in network.edges(data=True)))
    nodes = _nodes(network, node_columns)
    edges = _edges(network, edge_columns)
    return Plain(nodes, edges, _filled(node_columns.values(), nodes), _filled(edge_columns.values(), edges))


def clean(text: str) -> str:
    """NFC, without what XML cannot hold."""
    return _UNWRITABLE.sub("", unicodedata.normalize("NFC", text))


def as_text(value: object) -> str:
    """Any value as text: dates ISO 8601, sets sorted, lists joined by " | ", dictionaries as JSON."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return " | ".join(sorted(as_text(part) for part in value))
    if isinstance(value, list | tuple):
        return " | ".join(as_text(part) for part in value)
    if isinstance(value, Mapping):
        return clean(json.dumps(value, ensure_ascii=False, sort_keys=True, default=as_text))
    return clean(str(value))


def _columns(schema: Iterable[Column], rows: Iterable[Mapping[str, Any]]) -> dict[str, Column]:
    """Attribute → its column: those of the schema first, then what else occurs, by name, as text."""
    found = {column.name: column for column in schema}
    taken = {name.casefold() for name in found} | RESERVED
    for name in sorted({str(name) for row in rows for name in row} - found.keys()):
        free = clean(name)
        while free.casefold() in taken:
            free += "_"
        taken.add(free.casefold())
        found[name] = Column(free)
    return found


def _filled(columns: Iterable[Column], rows: Iterable[PlainNode | PlainEdge]) -> tuple[Column, ...]:
    used = {name for row in rows for name in row.values}
    return tuple(column for column in columns if column.name in used)


def _nodes(network: nx.MultiDiGraph, columns: Mapping[str, Column]) -> tuple[PlainNode, ...]:
    found: dict[str, dict[str, Value]] = {}
    for raw, data in sorted(network.nodes(data=True), key=lambda row: str(row[0])):
        name = _name(raw)
        # the same name in two Unicode forms is one node
        values = _values(data, columns, name) | found.get(name, {})
        found[name] = values
    return tuple(PlainNode(name, {"label": name, **values}) for name, values in sorted(found.items()))


def _edges(network: nx.MultiDiGraph, columns: Mapping[str, Column]) -> tuple[PlainEdge, ...]:
    rows = sorted(_edge_rows(network, columns), key=lambda row: row[:3])
    taken: set[str] = set()
    return tuple(PlainEdge(_unique(wanted, taken), tail, head, values) for tail, head, wanted, values in rows)


def _edge_rows(
    network: nx.MultiDiGraph, columns: Mapping[str, Column]
) -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    for raw_tail, raw_head, key, data in network.edges(keys=True, data=True):
        tail, head = _name(raw_tail), _name(raw_head)
        values = _values(data, columns, f"{tail} → {head}")
        wanted = str(values.pop("eid", "")) or clean(f"{tail}-{head}-{key}")
        yield tail, head, wanted, values


def _unique(wanted: str, taken: set[str]) -> str:
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


def _name(raw: Hashable) -> str:
    if name := clean(str(raw)).strip():
        return name
    raise ExportError("có nút không có tên", "a node has no name", where=repr(raw))


def _values(data: Mapping[str, Any], columns: Mapping[str, Column], where: str) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in data.items():
        column = columns[str(name)]
        typed = None if value is None else _typed(value, column, where)
        if typed not in (None, "", []):
            found[column.name] = typed
    return found


def _typed(value: object, column: Column, where: str) -> Value:
    if column.type == "list":
        if isinstance(value, set | frozenset):
            value = sorted(value, key=as_text)
        return [as_text(part) for part in (value if isinstance(value, list | tuple) else [value])]
    if column.type == "text":
        return as_text(value)
    number = _number(value)
    if number is None or (column.type == "integer" and number != int(number)):
        raise ExportError(
            f"cột {column.name} cần một số, nhưng có “{as_text(value)}”",
            f"column {column.name} takes a number, not “{as_text(value)}”",
            where=where,
        )
    return int(number) if column.type == "integer" else float(number)


def _number(value: object) -> int | float | Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return value if math.isfinite(value) else None
