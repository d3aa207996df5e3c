"""One page."""

from __future__ import annotations

import networkx as nx

from hbtgraph.export.reading import Reading


def html(reading: Reading, network: nx.MultiDiGraph, view: str) -> bytes:
    """The page."""
    raise NotImplementedError
