"""The graph as files for other programs, as a network for networkx, and as a page to read."""

from __future__ import annotations

from hbtgraph.export.network import VIEWS, View, build_network
from hbtgraph.export.write import FORMATS, export

__all__ = ["FORMATS", "VIEWS", "View", "build_network", "export"]
