"""Lookups from Python: open a graph, put articles in, and ask who, what and when."""

from __future__ import annotations

from hbtgraph.lookup.graph import KnowledgeGraph, open
from hbtgraph.lookup.results import (
    Activity,
    Appointment,
    Award,
    Campaign,
    Document,
    Event,
    Evidence,
    Figure,
    Person,
    Post,
    Promise,
    PromiseReport,
    Statement,
    Unit,
    UnitChange,
)

__all__ = [
    "Activity",
    "Appointment",
    "Award",
    "Campaign",
    "Document",
    "Event",
    "Evidence",
    "Figure",
    "KnowledgeGraph",
    "Person",
    "Post",
    "Promise",
    "PromiseReport",
    "Statement",
    "Unit",
    "UnitChange",
    "open",
]
