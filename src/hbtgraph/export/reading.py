"""What a store says, in memory and by subject, with the words behind each fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.export.names import last_segment
from hbtgraph.rdf.terms import DCT, HBT, ID, OA, ONTOLOGY_GRAPH, RDF, REFERENCE_GRAPH, SCHEMA, SKOS
from hbtgraph.store.base import Store

ARTICLE_GRAPH = ID.base + "article-"
"""How the IRI of every article, and so of its named graph, begins."""


@dataclass(frozen=True, order=True)
class Words:
    """The words that state a fact, and their place in the article's text: code points, `end` exclusive."""

    article: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class ArticleLine:
    """What tells a reader which article it is; `url` is empty where it was not read from the web."""

    iri: str
    identifier: str
    headline: str
    publisher: str
    author: str
    date: str
    source: str


Triple = tuple[str, str, str]


class Reading:
    """An index of quads: subject → predicate → values, IRIs as text.

    The order of the quads makes no difference: every answer is sorted.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._links: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._texts: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
        self._articles_of: dict[Triple, set[str]] = defaultdict(set)
        for quad in quads:
            self._take(quad)

    @classmethod
    def of(cls, store: Store) -> Reading:
        """Reads the articles' graphs, the reference data and the vocabulary of a store; never full texts."""
        wanted = {REFERENCE_GRAPH.value, ONTOLOGY_GRAPH.value}
        names = [name for name in store.graph_names() if name in wanted or name.startswith(ARTICLE_GRAPH)]
        return cls(store.quads(names))

    def _take(self, quad: Quad) -> None:
        if not isinstance(quad.subject, NamedNode):
            return
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object
        if isinstance(value, Literal):
            self._texts[subject][predicate].add((value.value, value.language or ""))
        elif isinstance(value, NamedNode):
            self._links[subject][predicate].add(value.value)
            graph = quad.graph_name
            if isinstance(graph, NamedNode) and graph.value.startswith(ARTICLE_GRAPH):
                self._articles_of[subject, predicate, value.value].add(graph.value)

    def of_class(self, cls: NamedNode) -> list[str]:
        """The IRIs of all things of exactly this class."""
        return sorted(iri for iri, links in self._links.items() if cls.value in links.get(RDF.type.value, ()))

    def links(self, subject: str, predicate: NamedNode) -> list[str]:
        """The IRIs that a thing is linked to."""
        return sorted(self._links.get(subject, {}).get(predicate.value, ()))

    def link(self, subject: str, predicate: NamedNode) -> str | None:
        """The first of `links`, or None."""
        return next(iter(self.links(subject, predicate)), None)

    def all_links(self, subject: str) -> Iterator[tuple[str, str]]:
        """Every (predicate, IRI) of a thing but its classes."""
        for predicate, objects in sorted(self._links.get(subject, {}).items()):
            if predicate != RDF.type.value:
                yield from ((predicate, value) for value in sorted(objects))

    def texts(self, subject: str, predicate: NamedNode, language: str | None = None) -> list[str]:
        """The literals of a thing, all of them or those of one language ("" for none)."""
        found = self._texts.get(subject, {}).get(predicate.value, ())
        return sorted({text for text, tag in found if language in (None, tag)})

    def text(self, subject: str, predicate: NamedNode, language: str | None = None) -> str | None:
        """The first of `texts`, or None."""
        return next(iter(self.texts(subject, predicate, language)), None)

    def label(self, subject: str, language: str = "vi") -> str | None:
        """The preferred label in a language."""
        return self.text(subject, SKOS.prefLabel, language)

    def articles_saying(self, triple: Triple) -> list[str]:
        """The articles whose own graph asserts a triple; none where only the reference data does."""
        return sorted(self._articles_of.get(triple, ()))

    def words(self, fact: str) -> list[Words]:
        """The words of a fact, by article and place."""
        return sorted(self._passages[node] for node in self.links(fact, HBT.evidence) if node in self._passages)

    @cached_property
    def _passages(self) -> dict[str, Words]:
        return {node: self._passage(node) for node in self.of_class(HBT.Evidence)}

    def _passage(self, node: str) -> Words:
        selectors = self.links(node, OA.hasSelector)

        def first(predicate: NamedNode) -> str:
            return next((text for part in selectors for text in self.texts(part, predicate)), "")

        return Words(
            article=self.link(node, OA.hasSource) or "",
            start=int(first(OA.start) or 0),
            end=int(first(OA.end) or 0),
            exact=first(OA.exact),
            prefix=first(OA.prefix),
            suffix=first(OA.suffix),
        )

    @cached_property
    def facts(self) -> list[str]:
        """Every thing that has words of its own."""
        return sorted(iri for iri, links in self._links.items() if HBT.evidence.value in links)

    @cached_property
    def facts_about(self) -> dict[str, list[str]]:
        """Thing → the facts that point to it."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            for predicate, value in self.all_links(fact):
                if predicate != HBT.evidence.value:
                    found[value].add(fact)
        return {thing: sorted(facts) for thing, facts in found.items()}

    @cached_property
    def claims(self) -> dict[Triple, list[str]]:
        """Bare triple → the claims that carry its words."""
        found: dict[Triple, list[str]] = defaultdict(list)
        for claim in self.of_class(HBT.Claim):
            ends = [self.link(claim, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
            if all(ends):
                found[ends[0] or "", ends[1] or "", ends[2] or ""].append(claim)
        return dict(found)

    @cached_property
    def articles(self) -> dict[str, ArticleLine]:
        """The articles by IRI."""
        return {iri: self._article(iri) for iri in self.of_class(HBT.Article)}

    def _article(self, iri: str) -> ArticleLine:
        def name(predicate: NamedNode) -> str:
            thing = self.link(iri, predicate)
            return (self.label(thing) or "") if thing else ""

        identifier = self.text(iri, DCT.identifier) or last_segment(iri)
        published = self.text(iri, DCT.issued) or self.text(iri, SCHEMA.datePublished) or ""
        return ArticleLine(
            iri=iri,
            identifier=identifier,
            headline=self.text(iri, SCHEMA.headline) or identifier,
            publisher=name(DCT.publisher),
            author=name(SCHEMA.author),
            date=published[:10],
            source=self.link(iri, DCT.source) or self.text(iri, DCT.source) or "",
        )
