"""GraphML 1.0, for Gephi, Gephi Lite, yEd, Cytoscape and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from hbtgraph.export.columns import Column
from hbtgraph.export.plain import Plain, Value, as_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"text": "string", "list": "string", "integer": "long", "decimal": "double"}


def graphml(network: Plain) -> bytes:
    """The file: unique edge ids, one key a column, lists joined by " | "."""
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    node_keys = _declare(root, "node", network.node_columns)
    edge_keys = _declare(root, "edge", network.edge_columns)
    graph = ET.SubElement(root, "graph", id="hbtgraph", edgedefault="directed")
    for node in network.nodes:
        _data(ET.SubElement(graph, "node", id=node.name), node.values, node_keys)
    for edge in network.edges:
        element = ET.SubElement(graph, "edge", id=edge.name, source=edge.tail, target=edge.head)
        _data(element, edge.values, edge_keys)
    return xml_file(root)


def xml_file(root: ET.Element) -> bytes:
    """An indented UTF-8 file with a declaration and a last line end."""
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _declare(root: ET.Element, part: str, columns: Iterable[Column]) -> dict[str, str]:
    keys = {column.name: f"{part[0]}{number}" for number, column in enumerate(columns)}
    for column in columns:
        names = {"attr.name": column.name, "attr.type": _TYPES[column.type]}
        ET.SubElement(root, "key", {"id": keys[column.name], "for": part, **names})
    return keys


def _data(element: ET.Element, values: Mapping[str, Value], keys: Mapping[str, str]) -> None:
    for name, key in keys.items():
        if name in values:
            ET.SubElement(element, "data", key=key).text = as_text(values[name])
