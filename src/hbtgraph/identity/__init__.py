"""Names in an article → the entities of the graph, by stated rules (`resolve.py`)."""

from hbtgraph.identity.registry import Known, Registry
from hbtgraph.identity.resolve import Identifier

__all__ = ["Identifier", "Known", "Registry"]
