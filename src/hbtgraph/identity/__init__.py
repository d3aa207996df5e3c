"""Names in an article → births (`resolve`), what it says of them (`sketching`), and who is who (`clusters`)."""

from hbtgraph.identity.clusters import Clusters, cluster
from hbtgraph.identity.decisions import (
    UNDECIDED,
    Decided,
    Decision,
    Verdict,
    decided,
    read_decisions,
    standing,
    write_decisions,
)
from hbtgraph.identity.features import blocks
from hbtgraph.identity.giving import Given, best_label, given_iris, label_of, tombstones
from hbtgraph.identity.registry import Known, Registry
from hbtgraph.identity.resolve import Identifier
from hbtgraph.identity.rules import Rule, rules
from hbtgraph.identity.sketches import AnySketch, NameSketch
from hbtgraph.identity.sketching import sketches

__all__ = [
    "UNDECIDED",
    "AnySketch",
    "Clusters",
    "Decided",
    "Decision",
    "Given",
    "Identifier",
    "Known",
    "NameSketch",
    "Registry",
    "Rule",
    "Verdict",
    "best_label",
    "blocks",
    "cluster",
    "decided",
    "given_iris",
    "label_of",
    "read_decisions",
    "rules",
    "sketches",
    "standing",
    "tombstones",
    "write_decisions",
]
