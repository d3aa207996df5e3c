"""GEXF 1.3, for Gephi, Gephi Lite and Retina."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from hbtgraph.export.columns import Column
from hbtgraph.export.graphml import xml_file
from hbtgraph.export.plain import Plain, Value, as_text

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {"text": "string", "list": "string", "integer": "long", "decimal": "double"}


def gexf(network: Plain) -> bytes:
    """The file: edges carry their predicate as `kind`, so that Gephi keeps parallel ones apart.

    Lists are text joined by " | ": of the readers, only some know GEXF's `liststring`.
    """
    root = ET.Element("gexf", xmlns=_NAMESPACE, version="1.3")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    node_names = _declare(graph, "node", network.node_columns)
    edge_names = _declare(graph, "edge", network.edge_columns)
    nodes = ET.SubElement(graph, "nodes", count=str(len(network.nodes)))
    for node in network.nodes:
        label = as_text(node.values["label"])
        _values(ET.SubElement(nodes, "node", id=node.name, label=label), node.values, node_names)
    edges = ET.SubElement(graph, "edges", count=str(len(network.edges)))
    for edge in network.edges:
        names = {"id": edge.name, "source": edge.tail, "target": edge.head}
        names |= {"kind": as_text(edge.values["predicate"])} if "predicate" in edge.values else {}
        names |= {"label": as_text(edge.values["label"])} if "label" in edge.values else {}
        _values(ET.SubElement(edges, "edge", names), edge.values, edge_names)
    return xml_file(root)


def _declare(graph: ET.Element, part: str, columns: Iterable[Column]) -> tuple[str, ...]:
    """Every column but the label, which GEXF has a place of its own for.

    The identifier is the name itself: Gephi Lite shows the one, Gephi the other.
    """
    names = tuple(column.name for column in columns if column.name != "label")
    block = ET.SubElement(graph, "attributes", {"class": part, "mode": "static"})
    for column in columns:
        if column.name in names:
            ET.SubElement(block, "attribute", id=column.name, title=column.name, type=_TYPES[column.type])
    return names


def _values(element: ET.Element, values: Mapping[str, Value], names: Iterable[str]) -> None:
    present = [(name, values[name]) for name in names if name in values]
    if present:
        block = ET.SubElement(element, "attvalues")
        for name, value in present:
            ET.SubElement(block, "attvalue", {"for": name, "value": as_text(value)})
