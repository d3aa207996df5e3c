"""What was promised, and whether a later report keeps it: rules over what articles tell of deeds to come and done."""

from hbtgraph.promises.rules import Link, Outcome, kept
from hbtgraph.promises.telling import PromiseKind, Telling
from hbtgraph.promises.wording import deed_of, document_named, is_ahead, is_aim, is_done, less_is_better, time_named

__all__ = [
    "Link",
    "Outcome",
    "PromiseKind",
    "Telling",
    "deed_of",
    "document_named",
    "is_ahead",
    "is_aim",
    "is_done",
    "kept",
    "less_is_better",
    "time_named",
]
