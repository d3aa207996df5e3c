"""What the mappings of all kinds share: the article's sheet, its evidence, and its entities."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Protocol

from pyoxigraph import NamedNode

from hbtgraph.iris import article_iri, mint, tail
from hbtgraph.model import Article, Campaign, Document, Entity, EntityKind, Event, Span
from hbtgraph.rdf.sheet import Sheet
from hbtgraph.rdf.terms import DCT, ELI, FOAF, HBT, ID, OA, ORG, RDF, SCHEMA, SKOS, C, date, en, integer, plain, vi
from hbtgraph.vietnamese.dates import bounds
from hbtgraph.vietnamese.text import fold, key

_WORD = re.compile(r"\w+")

_CONTEXT = 32
"""Code points of context kept on either side of quoted words (oa:prefix, oa:suffix)."""

_TYPES: dict[str, tuple[NamedNode, ...]] = {
    "person": (FOAF.Person,),
    "body": (HBT.Body, ORG.FormalOrganization),
    "unit": (HBT.AdministrativeUnit, DCT.Location),
    "document": (HBT.OfficialDocument, ELI.LegalResource),
    "campaign": (HBT.Campaign, SCHEMA.EventSeries),
    "event": (HBT.Event, SCHEMA.Event),
}


class Names(Protocol):
    """Who a name is. `identity.Identifier` answers; the mapping only asks."""

    def person(self, name: str) -> Entity:
        """The person of this name."""
        ...

    def is_person(self, name: str) -> bool:
        """Whether the name is a person's."""
        ...

    def unit(self, name: str) -> Entity:
        """The unit of this name."""
        ...

    def body(self, name: str) -> Entity:
        """The body of this name."""
        ...

    def agent(self, name: str) -> Entity | None:
        """The unit, body or person that acts under this name, or None."""
        ...

    def units_named(self, text: str) -> list[Entity]:
        """The units that a text names with their level word."""
        ...

    def document(self, fact: Document) -> Entity:
        """The document of a fact."""
        ...

    def issuer(self, fact: Document) -> str | None:
        """Who issued a document, as stated or as its number says."""
        ...

    def year(self, fact: Document) -> str | None:
        """The date of a document, as stated, or the year in its number."""
        ...

    def campaign(self, fact: Campaign) -> Entity:
        """The campaign of a fact."""
        ...

    def event(self, fact: Event) -> Entity:
        """The event of a fact."""
        ...


def names_in(text: str) -> Callable[[str], bool]:
    """A test whether a name stands in this text word for word, quotation marks and punctuation aside."""
    here = _words(text)
    return lambda name: bool(name) and _words(name) in here


def _words(text: str) -> str:
    return " " + " ".join(_WORD.findall(key(text))) + " "


class Writer:
    """Writes one article's named graph."""

    def __init__(self, article: Article, names: Names) -> None:
        self.article, self.names = article, names
        self.iri = NamedNode(article_iri(article.id))
        self.day = datetime.date.fromisoformat(article.date) if article.date else None
        self.sheet = Sheet(self.iri)
        self._described: set[str] = set()
        self._days: dict[NamedNode, str] = {}

    def fact(self, kind: str, label: str, evidence: Span, *types: NamedNode, of: str = "") -> NamedNode:
        """A fact node of this article.

        Its IRI is decided by the article, the kind, the label, the words' place, and `of`: who it is of,
        where one label may be true of two.
        """
        node = NamedNode(mint(kind, label, self.article.id, label, of, str(evidence.start), str(evidence.end)))
        self.sheet.node(node, types)
        self.sheet.add(node, SKOS.prefLabel, vi(label))
        self.sheet.add(node, HBT.searchKey, plain(fold(label)))
        self.sheet.add(node, HBT.evidence, self.evidence(evidence))
        return node

    def evidence(self, span: Span) -> NamedNode:
        """The evidence node of a place in the text, with a quote and a position selector (Web Annotation)."""
        name = f"ev-{tail('article', self.article.id)}-{span.start}-{span.end}"
        node, quote, position = ID(name), ID(f"{name}-quote"), ID(f"{name}-position")
        if node.value in self._described:
            return node
        self._described.add(node.value)
        text, sheet = self.article.text, self.sheet
        sheet.node(node, (HBT.Evidence, OA.SpecificResource))
        sheet.add(node, OA.hasSource, self.iri)
        sheet.add(node, HBT.textDigest, plain(self.article.digest))
        sheet.add(node, OA.hasSelector, quote, position)
        sheet.node(quote, (OA.TextQuoteSelector,))
        sheet.add(quote, OA.exact, vi(span.of(text)))
        before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
        sheet.add(quote, OA.prefix, vi(before) if before else None)
        sheet.add(quote, OA.suffix, vi(after) if after else None)
        sheet.node(position, (OA.TextPositionSelector,))
        sheet.add(position, OA.start, integer(span.start))
        sheet.add(position, OA.end, integer(span.end))
        return node

    def entity(self, entity: Entity, evidence: Span | None = None) -> NamedNode:
        """The entity's IRI; what the reference data do not describe is described here, once."""
        node = NamedNode(entity.iri)
        if evidence is not None:
            self.sheet.add(node, HBT.evidence, self.evidence(evidence))
        if entity.reference or entity.iri in self._described:
            return node
        self._described.add(entity.iri)
        sheet = self.sheet
        sheet.node(node, _TYPES[entity.kind])
        sheet.add(node, SKOS.prefLabel, vi(entity.label), en(entity.label_en) if entity.label_en else None)
        sheet.add(node, HBT.searchKey, *(plain(fold(name)) for name in (entity.label, *entity.other_labels)))
        sheet.add(node, SKOS.altLabel, *map(vi, entity.other_labels))
        if entity.label_en:
            sheet.add(node, HBT.labelSource, C("label-project"))
        if entity.kind_code:
            sheet.add(node, HBT.unitLevel if entity.kind == "unit" else ORG.classification, C(entity.kind_code))
        if entity.unit:
            sheet.add(node, HBT.jurisdiction, self.entity(entity.unit))
        if entity.source:
            self._known_beforehand(node, entity)
        return node

    def _known_beforehand(self, node: NamedNode, entity: Entity) -> None:
        """What the tables know of a unit, with the tables as its source: no article is asked to prove it."""
        self.sheet.add(node, DCT.source, plain(entity.source or ""))
        self.sheet.add(node, HBT.officialCode, plain(entity.code) if entity.code else None)
        self.sheet.add(node, HBT.existsFrom, date(entity.exists_from) if entity.exists_from else None)
        self.sheet.add(node, HBT.existsUntil, date(entity.exists_until) if entity.exists_until else None)
        if entity.part_of:
            self.sheet.add(node, HBT.partOfUnit, self.entity(entity.part_of))

    def agent(self, name: str | None, *kinds: EntityKind) -> NamedNode | None:
        """The node of who acts under a name, or None where nobody of these kinds is named.

        A unit that does what only a body can do ("tỉnh X khen thưởng ...") stands for its authorities: a body of
        the same name.
        """
        entity = self.names.agent(name) if name else None
        if name and entity and kinds and entity.kind not in kinds:
            entity = self.names.body(name) if entity.kind == "unit" and "body" in kinds else None
        return self.entity(entity) if entity else None

    def body(self, name: str | None) -> NamedNode | None:
        """The node of a body, or None for no name."""
        return self.entity(self.names.body(name)) if name else None

    def dated(self, node: NamedNode, iso: str | None) -> None:
        """What is known of a day: hbt:dateText as stated, and hbt:date where the very day is known."""
        if iso:
            self.sheet.add(node, HBT.dateText, plain(iso))
            self.sheet.add(node, HBT.date, date(iso) if len(iso) == 10 else None)

    def exact_day(self, node: NamedNode, iso: str | None) -> str | None:
        """The day of a thing that several facts date: the first one stated, or a more exact form of it."""
        before = self._days.get(node)
        if iso and (before is None or iso.startswith(before)):
            self._days[node] = iso
        return self._days.get(node)

    def between(self, node: NamedNode, start: str | None, end: str | None, first: NamedNode, last: NamedNode) -> None:
        """The first and last possible day of ISO dates of any precision."""
        self.sheet.add(node, first, date(bounds(start)[0].isoformat()) if start else None)
        self.sheet.add(node, last, date(bounds(end)[1].isoformat()) if end else None)

    def claim(self, subject: NamedNode, predicate: NamedNode, value: NamedNode, evidence: Span) -> NamedNode:
        """A bare binary fact: asserted for simple queries, and reified for its evidence."""
        self.sheet.add(subject, predicate, value)
        names = [term.value.rpartition("/")[2] for term in (subject, value)]
        node = NamedNode(mint("claim", "-".join(names), self.article.id, predicate.value, *names))
        self.sheet.node(node, (HBT.Claim, RDF.Statement))
        self.sheet.add(node, RDF.subject, subject)
        self.sheet.add(node, RDF.predicate, predicate)
        self.sheet.add(node, RDF.object, value)
        self.sheet.add(node, HBT.evidence, self.evidence(evidence))
        return node
