"""The parts behind `extract.activities`: the reading of a sentence into clauses, and its joining words."""

from hbtgraph.extract.activity.joined import joined
from hbtgraph.extract.activity.reading import Clause, Discourse, Reading, Saying

__all__ = ["Clause", "Discourse", "Reading", "Saying", "joined"]
