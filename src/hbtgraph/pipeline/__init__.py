"""The only part that knows the order of the steps: read → extract → map → gate → identify → commit.

An article goes in whole, in one transaction, or not at all.
"""

from hbtgraph.pipeline.retraction import retract
from hbtgraph.pipeline.steps import Outcome, Summary, add, add_articles
from hbtgraph.pipeline.upkeep import Held, articles, check, fact_counts, held, prepare, reference_quads

__all__ = [
    "Held",
    "Outcome",
    "Summary",
    "add",
    "add_articles",
    "articles",
    "check",
    "fact_counts",
    "held",
    "prepare",
    "reference_quads",
    "retract",
]
