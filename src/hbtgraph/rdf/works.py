"""Documents, campaigns and events: things with an identity of their own, so the facts lie on their nodes."""

from __future__ import annotations

from pyoxigraph import NamedNode

from hbtgraph.model import Campaign, Containment, Document, Event
from hbtgraph.rdf.concepts import concept
from hbtgraph.rdf.terms import ELI, HBT, SCHEMA, C, date, plain, vi
from hbtgraph.rdf.writer import Writer
from hbtgraph.vietnamese.dates import bounds


def document(writer: Writer, fact: Document) -> None:
    """An official document at the level of the work (ELI): news name no expression or format."""
    entity = writer.names.document(fact)
    node = writer.entity(entity, fact.evidence)
    sheet = writer.sheet
    sheet.add(node, ELI.type_document, concept("doc", fact.type))
    sheet.add(node, HBT.typeText, vi(fact.type))
    sheet.add(node, ELI.id_local, plain(fact.number) if fact.number else None)
    issuer = _issuing_body(writer, fact)
    sheet.add(node, ELI.passed_by, issuer)
    sheet.add(node, ELI.title, vi(fact.subject) if fact.subject else None)
    sheet.add(node, HBT.identityStatus, C("identity-complete" if entity.complete and issuer else "identity-candidate"))
    if day := writer.exact_day(node, writer.names.year(fact)):
        sheet.put(node, HBT.dateText, plain(day))
        sheet.put(node, ELI.date_document, date(day) if len(day) == 10 else None)


def _issuing_body(writer: Writer, fact: Document) -> NamedNode | None:
    """The body that issued a document; a person's letter has none."""
    name = writer.names.issuer(fact)
    issuer = (writer.names.agent(name) or writer.names.body(name)) if name else None
    return writer.entity(issuer) if issuer and issuer.kind == "body" else None


def campaign(writer: Writer, fact: Campaign) -> None:
    """A movement or drive, with the first and last day that its stated years allow."""
    node = writer.entity(writer.names.campaign(fact), fact.evidence)
    writer.sheet.add(node, HBT.organizer, writer.agent(fact.organizer, "body", "unit"))
    writer.sheet.add(node, HBT.startText, plain(fact.start) if fact.start else None)
    writer.sheet.add(node, HBT.endText, plain(fact.end) if fact.end else None)
    writer.between(node, fact.start, fact.end, HBT.periodStart, HBT.periodEnd)


def event(writer: Writer, fact: Event) -> None:
    """An occasion; what was planned and what took place are different dates (ontology of the design, §3.3)."""
    node = writer.entity(writer.names.event(fact), fact.evidence)
    sheet = writer.sheet
    sheet.add(node, HBT.status, C(f"status-{fact.status}"))
    sheet.add(node, HBT.statusAsOf, date(writer.article.date) if writer.article.date else None)
    sheet.add(node, HBT.organizer, writer.agent(fact.organizer, "body", "unit"))
    if fact.date:
        sheet.add(node, HBT.dateText, plain(fact.date))
        first, last = bounds(fact.date)
        planned = fact.status == "planned"
        sheet.add(node, HBT.plannedStart if planned else HBT.actualStart, date(first.isoformat()))
        sheet.add(node, HBT.plannedEnd if planned else HBT.actualEnd, date(last.isoformat()))
    if fact.place:
        sheet.add(node, HBT.placeText, vi(fact.place))
        place = writer.names.agent(fact.place)
        sheet.add(node, SCHEMA.location, writer.entity(place) if place and place.kind == "unit" else None)


def containment(writer: Writer, fact: Containment) -> None:
    """One unit lies in another."""
    part, whole = writer.names.unit(fact.part), writer.names.unit(fact.whole)
    if part.iri != whole.iri:
        writer.claim(writer.entity(part), HBT.partOfUnit, writer.entity(whole), fact.evidence)
