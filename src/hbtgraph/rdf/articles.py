"""The article itself: who published it and when, its parts, what its headline is about, and its text."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.model import Article, Campaign, Fact
from hbtgraph.rdf.naming import names_graph
from hbtgraph.rdf.terms import DCT, HBT, ID, PROV, SCHEMA, XSD, date, plain, vi
from hbtgraph.rdf.writer import Writer, names_in


def text_graph(article: NamedNode) -> NamedNode:
    """The graph that holds an article's text alone, so that exports can leave it out."""
    return ID(article.value.rpartition("/")[2].replace("article-", "graph-text-", 1))


def graphs_of(article: NamedNode) -> tuple[NamedNode, NamedNode, NamedNode, NamedNode]:
    """The named graphs that belong to an article: what it says, its text, how it was read, and whom it names."""
    return article, text_graph(article), provenance_graph(article), names_graph(article)


def provenance_graph(article: NamedNode) -> NamedNode:
    """The graph of the run that read an article; the only one with a clock's time in it."""
    return ID(article.value.rpartition("/")[2].replace("article-", "graph-provenance-", 1))


def text_quads(article: Article, iri: NamedNode) -> list[Quad]:
    """The one quad of an article's text."""
    return [Quad(iri, HBT.text, vi(article.text), text_graph(iri))]


def describe(writer: Writer, facts: tuple[Fact, ...]) -> None:
    """Writes what is known of the article as a publication."""
    article, sheet, node = writer.article, writer.sheet, writer.iri
    sheet.node(node, (SCHEMA.NewsArticle, HBT.Article, PROV.Entity))
    sheet.add(node, DCT.identifier, plain(article.id))
    sheet.add(node, SCHEMA.headline, vi(article.title))
    sheet.add(node, DCT.language, plain("vi"))
    sheet.add(node, HBT.textDigest, plain(article.digest))
    sheet.add(node, SCHEMA.articleSection, vi(article.section) if article.section else None)
    sheet.add(node, DCT.source, plain(article.source) if article.source else None)
    if article.date:
        sheet.add(node, DCT.issued, date(article.date))
    if article.published and "T" in article.published:
        sheet.add(node, SCHEMA.datePublished, Literal(article.published, datatype=XSD.dateTime))
    if article.publisher:
        sheet.add(node, DCT.publisher, writer.body(article.publisher))
    if article.author:
        names = writer.names
        author = names.person(article.author) if names.is_person(article.author) else names.body(article.author)
        sheet.add(node, SCHEMA.author, writer.entity(author))
    for span in article.parts("subheading"):
        sheet.add(node, HBT.subheading, vi(span.of(article.text)))
    for span in article.parts("caption"):
        sheet.add(node, HBT.caption, vi(span.of(article.text)))
    _subjects(writer, facts)


def _subjects(writer: Writer, facts: tuple[Fact, ...]) -> None:
    """The units and campaigns that the headline names are what the article is about."""
    headline = next(writer.article.parts("title"), None)
    if headline is None:
        return
    stands = names_in(writer.article.title)
    for fact in facts:
        if isinstance(fact, Campaign) and stands(fact.name):
            writer.claim(writer.iri, DCT.subject, writer.entity(writer.names.campaign(fact)), headline)
    for unit in writer.names.units_named(writer.article.title):
        writer.claim(writer.iri, DCT.subject, writer.entity(unit), headline)
