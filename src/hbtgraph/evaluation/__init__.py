"""How well facts were read: the guide's definitions of a match, for those who label their own articles."""

from hbtgraph.evaluation.compare import KINDS, Record
from hbtgraph.evaluation.score import Scores, Tally, score

__all__ = ["KINDS", "Record", "Scores", "Tally", "score"]
