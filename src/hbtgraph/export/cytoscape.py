"""The JSON of Cytoscape.js, which Cytoscape desktop reads too."""

from __future__ import annotations

import json

from hbtgraph.export.plain import Plain


def cytoscape(network: Plain) -> bytes:
    """The file: `elements.nodes` and `elements.edges`, each with its `data`; lists stay lists."""
    nodes = [{"data": {"id": node.name, **node.values}} for node in network.nodes]
    edges = [
        {"data": {"id": edge.name, "source": edge.tail, "target": edge.head, **edge.values}} for edge in network.edges
    ]
    whole = {"data": {"name": "hbtgraph"}, "elements": {"nodes": nodes, "edges": edges}}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
