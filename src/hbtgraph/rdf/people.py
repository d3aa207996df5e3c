"""Facts about people: posts held and changed, honours given, words said."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pyoxigraph import NamedNode

from hbtgraph.iris import mint
from hbtgraph.model import Appointment, Award, Campaign, Fact, Statement, Tenure
from hbtgraph.rdf.concepts import concept
from hbtgraph.rdf.terms import HBT, ORG, SCHEMA, SKOS, C, date, integer, plain, vi
from hbtgraph.rdf.writer import Writer, names_in
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import find_numbers
from hbtgraph.vietnamese.terms import term_of
from hbtgraph.vietnamese.text import fold, key, sentences


def tenure(writer: Writer, fact: Tenure) -> None:
    """A post held: seen on the article's day, which bounds its start and its end (ontology of the design, §3.1)."""
    person = writer.names.person(fact.person)
    body = writer.body(fact.organization)
    label = f"{person.label} – {_post(fact.role, fact.organization)}"
    node = writer.fact("tenure", label, fact.evidence, HBT.Tenure, ORG.Membership)
    writer.sheet.add(node, ORG.member, writer.entity(person))
    writer.sheet.add(node, ORG.organization, body)
    _role(writer, node, fact.role)
    writer.sheet.add(node, HBT.tenureStatus, C(f"tenure-{fact.status}"))
    day, over = writer.article.date, fact.status == "former"
    first, last = _term(writer, fact, None if over else day)
    writer.sheet.add(node, HBT.earliestStart, date(first) if first else None)
    if end := min(filter(None, (last, day if over else None)), default=None):
        writer.sheet.add(node, HBT.latestEnd, date(end))
    if day and not over:
        for bound in (HBT.attestedOn, HBT.latestStart, HBT.earliestEnd):
            writer.sheet.add(node, bound, date(day))


def _term(writer: Writer, fact: Tenure, day: str | None) -> tuple[str, str] | tuple[None, None]:
    """The first and the last day of the term that the text states: a bound, never a proof.

    One that the article's own day contradicts is none.
    """
    body = writer.names.body(fact.organization).label if fact.organization else ""
    term = term_of(writer.article.text, fact.evidence, fact.role or "", body)
    if term is None:
        return None, None
    first, last = f"{term.first}-01-01", f"{term.last}-12-31"
    return (first, last) if day is None or first <= day <= last else (None, None)


def appointment(writer: Writer, fact: Appointment) -> None:
    """A change of post."""
    person = writer.names.person(fact.person)
    label = f"{person.label} – {_post(fact.role, fact.organization)}"
    node = writer.fact("appointment", f"{label} ({fact.action})", fact.evidence, HBT.Appointment)
    writer.sheet.add(node, HBT.person, writer.entity(person))
    writer.sheet.add(node, ORG.organization, writer.body(fact.organization))
    _role(writer, node, fact.role)
    writer.sheet.add(node, HBT.action, C(f"action-{fact.action}"))
    writer.dated(node, fact.date)


def statement(writer: Writer, fact: Statement) -> None:
    """Words attributed to a speaker; direct where quotation marks stand around them."""
    start, end = fact.evidence.start, fact.evidence.end
    around = writer.article.text[max(0, start - 2) : end + 1]
    direct = any(mark in around for mark in '“”"«»')
    types = (HBT.Quotation, SCHEMA.Quotation)
    node = writer.fact("quotation", _shortened(fact.text), fact.evidence, *types, of=fact.speaker)
    speaker = writer.agent(fact.speaker, "body", "person") or writer.entity(writer.names.person(fact.speaker))
    writer.sheet.add(node, SCHEMA.spokenByCharacter, speaker)
    writer.sheet.add(node, SCHEMA.text, vi(fact.text))
    writer.sheet.add(node, HBT.speechKind, C("speech-direct" if direct else "speech-reported"))


def award(writer: Writer, fact: Award, facts: tuple[Fact, ...]) -> None:
    """An honour given or to be given; an unnamed group is one node with its count, never that many people."""
    node = writer.fact("award", f"{fact.honour} – {fact.recipient}", fact.evidence, HBT.AwardConferral)
    writer.sheet.add(node, HBT.award, concept("award", fact.honour))
    writer.sheet.add(node, HBT.honourText, vi(fact.honour))
    named = writer.agent(fact.recipient) if fact.count is None else None
    writer.sheet.add(node, HBT.recipient, named or _group(writer, fact))
    writer.sheet.add(node, HBT.conferredBy, writer.agent(fact.conferrer, "body", "person"))
    if fact.presenter:
        writer.sheet.add(node, HBT.presentedBy, writer.entity(writer.names.person(fact.presenter)))
    writer.sheet.add(node, HBT.conferralStatus, C(f"conferral-{fact.status}"))
    writer.sheet.add(node, HBT.campaign, _campaign(writer, fact, [one for one in facts if isinstance(one, Campaign)]))
    writer.dated(node, fact.date)


def _campaign(writer: Writer, fact: Award, campaigns: list[Campaign]) -> NamedNode | None:
    """The one campaign of the article that the award's sentence names; of several nobody knows whose award it is."""
    if not campaigns:
        return None
    text = writer.article.text
    sentence = next((one for one in sentences(text) if one.start <= fact.evidence.start < one.end), fact.evidence)
    named = names_in(sentence.of(text))
    found = {writer.names.campaign(one).iri: one for one in campaigns if named(one.name)}
    return writer.entity(writer.names.campaign(*found.values())) if len(found) == 1 else None


def _group(writer: Writer, fact: Award) -> NamedNode:
    label = fact.recipient if fact.count is None else f"{fact.count} {fact.recipient}"
    place = f"{fact.evidence.start}-{fact.evidence.end}"
    node = NamedNode(mint("group", label, writer.article.id, label, place))
    writer.sheet.node(node, (HBT.UnnamedGroup,))
    writer.sheet.add(node, SKOS.prefLabel, vi(label))
    writer.sheet.add(node, HBT.searchKey, plain(fold(label)))
    if fact.count is not None:
        writer.sheet.add(node, HBT.memberCount, integer(fact.count))
        writer.sheet.add(node, HBT.countQualifier, C(f"count-{_qualifier(writer, fact)}"))
    kind = next((kind for word, kind in _member_kinds() if f" {key(fact.recipient)} ".startswith(f" {word} ")), None)
    writer.sheet.add(node, HBT.memberKind, C(f"kind-{kind}") if kind else None)
    return node


def _qualifier(writer: Writer, fact: Award) -> str:
    for number in find_numbers(writer.article.text, fact.evidence):
        if number.value == Decimal(fact.count or 0):
            return number.qualifier
    return "exact"


@cache
def _member_kinds() -> tuple[tuple[str, str], ...]:
    rows = sorted(table("group-kinds"), key=lambda row: -len(row["word"]))
    return tuple((key(row["word"]), row["kind"]) for row in rows)


def _role(writer: Writer, node: NamedNode, role: str | None) -> None:
    if role:
        writer.sheet.add(node, ORG.role, concept("role", role))
        writer.sheet.add(node, HBT.roleText, vi(role))


def _post(role: str | None, organization: str | None) -> str:
    return " ".join(part for part in (role, organization) if part) or "chức vụ không nêu"


def _shortened(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + "…"
