"""The columns of nodes and edges: one name, one type, decided here and never from the first value met.

Names are plain snake case, differ by more than case, and avoid what graph formats keep for
themselves (id, type, kind, weight, start, end, source, target, name).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pyoxigraph import NamedNode

from hbtgraph.rdf.terms import DCT, ELI, FOAF, HBT, ORG, SCHEMA, SKOS

ColumnType = Literal["text", "list", "integer", "decimal"]
"""text: Unicode, dates as ISO 8601; list: texts; integer: 64 bits; decimal: a double."""

RESERVED = frozenset({"id", "type", "kind", "weight", "start", "end", "source", "target", "name"})
"""Names that GEXF, GraphML, Gephi, Cytoscape or networkx read as something of their own."""

KINDS: dict[str, NamedNode] = {
    "person": FOAF.Person,
    "body": HBT.Body,
    "unit": HBT.AdministrativeUnit,
    "group": HBT.UnnamedGroup,
    "document": HBT.OfficialDocument,
    "campaign": HBT.Campaign,
    "event": HBT.Event,
    "award": HBT.AwardConferral,
    "tenure": HBT.Tenure,
    "appointment": HBT.Appointment,
    "activity": HBT.Activity,
    "figure": HBT.Observation,
    "quotation": HBT.Quotation,
    "change": HBT.TerritorialChange,
    "article": HBT.Article,
}
"""The kinds of node, in the order in which they are shown; a thing of two classes is of the first."""


@dataclass(frozen=True)
class Column:
    """A column and the property it is filled from; None where the network itself tells."""

    name: str
    type: ColumnType = "text"
    predicate: NamedNode | None = None


def _texts(**predicates: NamedNode) -> tuple[Column, ...]:
    return tuple(Column(name, "text", predicate) for name, predicate in predicates.items())


FACT_COLUMNS: tuple[Column, ...] = (
    Column("alt_labels", "list", SKOS.altLabel),
    *_texts(
        level=HBT.unitLevel,
        official_code=HBT.officialCode,
        classification=ORG.classification,
        exists_from=HBT.existsFrom,
        exists_until=HBT.existsUntil,
        document_type=HBT.typeText,
        document_number=ELI.id_local,
        document_date=ELI.date_document,
        title=ELI.title,
        identity_status=HBT.identityStatus,
        honour=HBT.honourText,
        award=HBT.award,
        conferral_status=HBT.conferralStatus,
        date=HBT.date,
        date_text=HBT.dateText,
        event_status=HBT.status,
        status_as_of=HBT.statusAsOf,
        planned_start=HBT.plannedStart,
        planned_end=HBT.plannedEnd,
        actual_start=HBT.actualStart,
        actual_end=HBT.actualEnd,
        place=HBT.placeText,
        period_start=HBT.periodStart,
        period_end=HBT.periodEnd,
        start_text=HBT.startText,
        end_text=HBT.endText,
    ),
    Column("member_count", "integer", HBT.memberCount),
    *_texts(
        count_qualifier=HBT.countQualifier,
        member_kind=HBT.memberKind,
        role=ORG.role,
        role_text=HBT.roleText,
        tenure_status=HBT.tenureStatus,
    ),
    Column("attested_on", "list", HBT.attestedOn),
    *_texts(
        earliest_start=HBT.earliestStart,
        latest_start=HBT.latestStart,
        earliest_end=HBT.earliestEnd,
        latest_end=HBT.latestEnd,
        action=HBT.action,
        indicator=HBT.indicator,
    ),
    Column("value", "decimal", HBT.value),
    *_texts(unit_text=HBT.unitText),
    Column("amount_vnd", "integer", HBT.amount),
    *_texts(
        area_text=HBT.areaText,
        period_text=HBT.periodText,
        comparison=HBT.comparison,
        direction=HBT.direction,
        value_kind=HBT.valueKind,
        as_written=HBT.asWritten,
        words_spoken=SCHEMA.text,
        speech_kind=HBT.speechKind,
        agent_text=HBT.agentText,
        relation=HBT.relation,
        action_text=HBT.actionText,
        object_text=HBT.objectText,
        activity_status=HBT.activityStatus,
        manner=HBT.mannerText,
        purpose=HBT.purposeText,
        scope=HBT.scopeText,
        change_kind=HBT.changeKind,
        share=HBT.share,
        headline=SCHEMA.headline,
        published=DCT.issued,
    ),
)
"""What a thing itself says; concepts are given by the last part of their IRI ("level-district")."""

_SUPPORT: tuple[Column, ...] = (
    Column("evidence_count", "integer"),
    Column("first_date"),
    Column("last_date"),
    Column("article_iris", "list"),
    Column("words", "list"),
)
"""What stands behind a node or an edge: number of passages, first and last day of publication, articles, and
the passages' words (of a person, body or unit none: theirs stand with the facts about them)."""

NODE_COLUMNS: tuple[Column, ...] = (
    Column("iri"),
    Column("label"),
    Column("label_en"),
    Column("node_type"),
    *FACT_COLUMNS,
    Column("posts", "list"),
    *_SUPPORT,
)
"""All columns of a node, in the order in which they are written."""

_EDGE_FACTS = frozenset({
    "role", "tenure_status", "attested_on", "earliest_start", "latest_start", "earliest_end", "latest_end",
    "action", "date", "date_text", "relation", "action_text", "object_text", "activity_status",
})  # fmt: skip

EDGE_COLUMNS: tuple[Column, ...] = (
    Column("eid"),
    Column("predicate"),
    Column("label"),
    Column("label_en"),
    *(Column(c.name, "list", c.predicate) for c in FACT_COLUMNS if c.name == "role_text"),
    *(c for c in FACT_COLUMNS if c.name in _EDGE_FACTS),
    Column("fact_iris", "list"),
    *_SUPPORT,
)
"""All columns of an edge; those of a fact are filled where the edge stands for facts (posts, changes, activities)."""
