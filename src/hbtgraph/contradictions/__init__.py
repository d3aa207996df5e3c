"""Where sources contradict each other, or an article its own numbers.

What each article says on a point is a claim (`claims`, `figures`, `things`), kept beside its names; `compare`
says which claims cannot both be true; `ratios` checks percentages against amounts; `graph` writes both down.
"""

from hbtgraph.contradictions.claims import Claim
from hbtgraph.contradictions.compare import Contradiction, contradictions
from hbtgraph.contradictions.graph import (
    CONTESTED_GRAPH,
    checked_quads,
    compared_quads,
    contested_quads,
    key_term,
    owner,
    read_check,
    read_claim,
)
from hbtgraph.contradictions.ratios import RatioCheck, ratio_checks

__all__ = [
    "CONTESTED_GRAPH",
    "Claim",
    "Contradiction",
    "RatioCheck",
    "checked_quads",
    "compared_quads",
    "contested_quads",
    "contradictions",
    "key_term",
    "owner",
    "ratio_checks",
    "read_check",
    "read_claim",
]
