"""hbtgraph: a knowledge graph of local-government activities, read from Vietnamese news.

    import hbtgraph

    with hbtgraph.open("graph") as kg:
        kg.add("article.txt")
        for post in kg.officials(of="quận Hai Bà Trưng", on="2022-10-23"):
            print(post.person, post.role, post.certainty, post.evidence[0].quote)

Every fact has the words that prove it, with their article and place. All errors are HbtGraphError.
"""

from __future__ import annotations

from importlib.metadata import version

from hbtgraph.errors import (
    ConfigError,
    DecisionError,
    ExportError,
    HbtGraphError,
    LookupFailed,
    QueryError,
    SourceError,
    StoreError,
)
from hbtgraph.lookup import (
    Activity,
    Appointment,
    Award,
    Campaign,
    Document,
    Event,
    Evidence,
    Figure,
    KnowledgeGraph,
    Person,
    Post,
    Promise,
    PromiseReport,
    Statement,
    Unit,
    UnitChange,
    open,
)
from hbtgraph.store import Rows

__version__ = version("hbtgraph")

__all__ = [
    "Activity",
    "Appointment",
    "Award",
    "Campaign",
    "ConfigError",
    "DecisionError",
    "Document",
    "Event",
    "Evidence",
    "ExportError",
    "Figure",
    "HbtGraphError",
    "KnowledgeGraph",
    "LookupFailed",
    "Person",
    "Post",
    "Promise",
    "PromiseReport",
    "QueryError",
    "Rows",
    "SourceError",
    "Statement",
    "StoreError",
    "Unit",
    "UnitChange",
    "__version__",
    "open",
]
