"""The names graph of an article: what it names, who that is, and what is needed to decide it again.

Not published: exports leave it out, as they do the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.iris import article_iri, tail
from hbtgraph.rdf.terms import HBT, ID, RDF, SKOS, plain, vi
from hbtgraph.vietnamese.text import fold


class Naming(Struct, frozen=True, kw_only=True):
    """One thing that an article names: its birth, the entity that it is, its sketch (JSON) and its blocks."""

    birth: str
    entity: str
    sketch: str
    blocks: tuple[str, ...] = ()


def names_graph(article: NamedNode) -> NamedNode:
    """The graph of an article's names."""
    return ID(article.value.rpartition("/")[2].replace("article-", "graph-names-", 1))


def naming_quads(article: str, namings: Iterable[Naming], reading: str, digest: str) -> list[Quad]:
    """The names graph of the article of this id.

    `reading` is the article and its facts, as JSON; `digest` tells whether a new draft of it differs.
    """
    iri = NamedNode(article_iri(article))
    graph = names_graph(iri)
    quads = [Quad(iri, HBT.reading, plain(reading), graph), Quad(iri, HBT.draftDigest, plain(digest), graph)]
    for naming in namings:
        node = ID(f"naming-{tail('article', article)}-{tail(naming.birth)}")
        quads += [
            Quad(node, RDF.type, HBT.Naming, graph),
            Quad(node, HBT.birth, NamedNode(naming.birth), graph),
            Quad(node, HBT.namedEntity, NamedNode(naming.entity), graph),
            Quad(node, HBT.sketch, plain(naming.sketch), graph),
            *(Quad(node, HBT.block, plain(block), graph) for block in naming.blocks),
        ]
    return quads


def settled(quads: Iterable[Quad], given: Mapping[str, tuple[str, str]]) -> list[Quad]:
    """An article's quads with the IRI and label that identity gives each birth, in no particular order.

    The article's own way of writing a name stays as an alternative label.
    """
    return [new for quad in quads for new in _settled(quad, given)]


def _settled(quad: Quad, given: Mapping[str, tuple[str, str]]) -> list[Quad]:
    subject, predicate, value, graph = quad
    found = given.get(subject.value) if isinstance(subject, NamedNode) else None
    meant = given.get(value.value) if isinstance(value, NamedNode) else None
    if found is None and meant is None:
        return [quad]  # most of them
    if meant:
        value = NamedNode(meant[0])
    if found is None:
        return [Quad(subject, predicate, value, graph)]
    node, label = NamedNode(found[0]), found[1]
    if predicate == SKOS.prefLabel and isinstance(value, Literal) and value.language == "vi" and value.value != label:
        return [
            Quad(node, SKOS.prefLabel, vi(label), graph),
            Quad(node, SKOS.altLabel, value, graph),
            Quad(node, HBT.searchKey, plain(fold(label)), graph),
        ]
    return [Quad(node, predicate, value, graph)]
