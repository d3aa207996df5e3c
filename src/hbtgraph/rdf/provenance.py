"""How an article was read, and its versions: graphs of their own, since a clock's times are in them.

A version is one text of an article: `prov:specializationOf` the article, from `prov:generatedAtTime`, when it
was read, to `prov:invalidatedAtTime`, when another took its place or it was retracted (PROV-O).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.iris import mint
from hbtgraph.model import Article
from hbtgraph.rdf.articles import provenance_graph
from hbtgraph.rdf.sheet import Sheet
from hbtgraph.rdf.terms import DCT, HBT, PROV, RDF, SCHEMA, XSD, plain, vi


def provenance(
    article: Article,
    iri: NamedNode,
    started: datetime,
    version: str,
    notes: Iterable[str],
    before: Iterable[Quad] = (),
) -> list[Quad]:
    """The quads of an article's provenance graph: the run, the program, the gate's warnings (`notes`), the versions.

    `before` are the quads of that graph until now, whose versions are kept.
    """
    moment = _moment(started)
    sheet = Sheet(provenance_graph(iri))
    program = sheet.node(NamedNode(mint("program", f"hbtgraph {version}", version)), (PROV.SoftwareAgent,))
    sheet.add(program, SCHEMA.softwareVersion, plain(version))
    run = sheet.node(NamedNode(mint("run", moment.value, moment.value, version)), (PROV.Activity,))
    sheet.add(run, PROV.startedAtTime, moment)
    sheet.add(run, PROV.wasAssociatedWith, program)
    sheet.add(iri, PROV.wasGeneratedBy, run)
    sheet.add(iri, PROV.generatedAtTime, moment)
    sheet.add(iri, PROV.value, plain(article.digest))
    for note in notes:
        sheet.add(iri, HBT.gateNote, vi(note))
    earlier = versions(before)
    same = _open(earlier)
    if same and Quad(same, PROV.value, plain(article.digest), sheet.graph) in earlier:  # read anew, not rewritten
        return [*sheet.quads(), *earlier]
    _version(sheet, article, iri, moment)
    return [*sheet.quads(), *closed(earlier, started)]


def _version(sheet: Sheet, article: Article, iri: NamedNode, moment: Literal) -> None:
    node = NamedNode(mint("version", article.id, article.id, article.digest, moment.value))
    sheet.node(node, (HBT.ArticleVersion, PROV.Entity))
    sheet.add(node, PROV.specializationOf, iri)
    sheet.add(node, DCT.identifier, plain(article.id))
    sheet.add(node, DCT.title, vi(article.title))
    sheet.add(node, PROV.value, plain(article.digest))
    sheet.add(node, PROV.generatedAtTime, moment)


def versions(quads: Iterable[Quad]) -> list[Quad]:
    """What a provenance graph says of the versions of its article."""
    quads = list(quads)
    nodes = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == HBT.ArticleVersion}
    return [quad for quad in quads if quad.subject in nodes]


def closed(earlier: Iterable[Quad], ended: datetime) -> list[Quad]:
    """The versions, the one that stood until now having ended at this moment."""
    earlier = list(earlier)
    last = _open(earlier)
    graph = earlier[0].graph_name if earlier else None
    return [*earlier, Quad(last, PROV.invalidatedAtTime, _moment(ended), graph)] if last else earlier


def _open(earlier: Iterable[Quad]) -> NamedNode | None:
    earlier = list(earlier)
    ended = {quad.subject for quad in earlier if quad.predicate == PROV.invalidatedAtTime}
    return next((q.subject for q in earlier if q.predicate == RDF.type and q.subject not in ended), None)  # type: ignore[return-value]


def _moment(when: datetime) -> Literal:
    return Literal(when.isoformat(timespec="seconds"), datatype=XSD.dateTime)
