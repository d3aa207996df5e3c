"""Two tables, for Excel, Gephi, pandas and R: UTF-8 with a byte order mark, without which Excel garbles Vietnamese."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from hbtgraph.export.columns import Column
from hbtgraph.export.plain import Plain, Value, as_text

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def node_table(network: Plain) -> bytes:
    """The nodes: Id, Label, then the columns."""
    columns = [column for column in network.node_columns if column.name != "label"]
    rows = ([node.name, *_cells(node.values, ["label"]), *_cells(node.values, columns)] for node in network.nodes)
    return _table(["Id", "Label", *(column.name for column in columns)], rows)


def edge_table(network: Plain) -> bytes:
    """The edges: Source, Target, Type (always Directed), Id, Label, then the columns."""
    columns = [column for column in network.edge_columns if column.name != "label"]
    rows = (
        [edge.tail, edge.head, "Directed", edge.name, *_cells(edge.values, ["label"]), *_cells(edge.values, columns)]
        for edge in network.edges
    )
    return _table(["Source", "Target", "Type", "Id", "Label", *(column.name for column in columns)], rows)


def _cells(values: Mapping[str, Value], columns: Iterable[Column | str]) -> list[str]:
    names = (column if isinstance(column, str) else column.name for column in columns)
    return [_cell(values[name]) if name in values else "" for name in names]


def _cell(value: Value) -> str:
    """A value as text; text that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = as_text(value)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text


def _table(header: list[str], rows: Iterable[list[str]]) -> bytes:
    page = StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(header)
    writer.writerows(rows)
    return page.getvalue().encode("utf-8-sig")
