"""Names in an article → births (`resolve`), what it says of them (`sketching`), and who is who (`clusters`)."""

from hbtgraph.identity.clusters import Clusters, cluster
from hbtgraph.identity.features import blocks
from hbtgraph.identity.giving import Given, best_label, given_iris, label_of, tombstones
from hbtgraph.identity.registry import Known, Registry
from hbtgraph.identity.resolve import Identifier
from hbtgraph.identity.sketches import AnySketch, NameSketch
from hbtgraph.identity.sketching import sketches

__all__ = [
    "AnySketch",
    "Clusters",
    "Given",
    "Identifier",
    "Known",
    "NameSketch",
    "Registry",
    "best_label",
    "blocks",
    "cluster",
    "given_iris",
    "label_of",
    "sketches",
    "tombstones",
]
