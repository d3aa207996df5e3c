"""Facts → RDF: terms, evidence nodes, and one mapping for each kind of fact."""

from hbtgraph.rdf.articles import graphs_of
from hbtgraph.rdf.mapping import map_article

__all__ = ["graphs_of", "map_article"]
