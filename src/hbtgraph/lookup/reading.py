"""From the rows of a stored query to typed records: rows of one fact become one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hbtgraph.config import BASE
from hbtgraph.lookup.results import (
    Activity,
    Appointment,
    Award,
    Campaign,
    Document,
    Event,
    Evidence,
    Figure,
    Post,
    Promise,
    PromiseReport,
    Statement,
    Unit,
    UnitChange,
)
from hbtgraph.store import Rows

Row = dict[str, str | None]
Record = TypeVar("Record")

_SCHEME = f"{BASE}scheme/"


def groups(rows: Rows, *key: str) -> Iterator[list[Row]]:
    """The rows that agree in these columns, group by group in the order of their first row."""
    found: dict[tuple[str | None, ...], list[Row]] = {}
    for row in rows.records():
        found.setdefault(tuple(row[column] for column in key), []).append(dict(row))
    return iter(found.values())


def read(rows: Rows, make: Callable[[list[Row]], Record], *key: str) -> tuple[Record, ...]:
    """One record for each group of rows."""
    return tuple(make(group) for group in groups(rows, *(key or ("fact",))))


def need(row: Row, column: str) -> str:
    """A value that the query always binds."""
    value = row[column]
    if value is None:
        raise AssertionError(f"the stored query leaves ?{column} unbound")
    return value


def code(row: Row, column: str) -> str:
    """The name of a concept without its kind: scheme/tenure-current -> "current"."""
    return need(row, column).removeprefix(_SCHEME).partition("-")[2]


def several(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    """The distinct values of a column, in the order of the rows."""
    return tuple(dict.fromkeys(value for row in rows if (value := row[column]) is not None))


def day(row: Row, column: str) -> date | None:
    """A day, where the column is bound."""
    return date.fromisoformat(value) if (value := row[column]) else None


def whole(row: Row, column: str) -> int | None:
    """A whole number, where the column is bound."""
    return int(value) if (value := row[column]) is not None else None


def proofs(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    """The evidence in the rows, each passage once, in their order."""
    return tuple(dict.fromkeys(_proof(row) for row in rows if row["words"] is not None))


def _proof(row: Row) -> Evidence:
    return Evidence(
        quote=need(row, "words"),
        article=need(row, "articleIri"),
        headline=need(row, "article"),
        start=int(need(row, "start")),
        end=int(need(row, "end")),
    )


def post(row: Row, evidence: tuple[Evidence, ...]) -> Post:
    """A row of officials.rq, with the evidence of all that it is merged from."""
    return Post(
        iri=need(row, "tenureIri"),
        person=need(row, "person"),
        person_iri=need(row, "personIri"),
        role=row["role"],
        role_iri=row["roleIri"],
        body=row["body"],
        body_iri=row["bodyIri"],
        status=code(row, "statusIri"),
        certainty=row["certainty"],
        basis=row["basis"],
        first_attested=day(row, "firstAttested"),
        last_attested=day(row, "lastAttested"),
        earliest_start=day(row, "earliestStart"),
        latest_start=day(row, "latestStart"),
        earliest_end=day(row, "earliestEnd"),
        latest_end=day(row, "latestEnd"),
        start_bound=row["startBound"] or None,
        end_bound=row["endBound"] or None,
        articles=int(need(row, "articles")),
        evidence=evidence,
    )


def appointment(rows: list[Row]) -> Appointment:
    """The rows of one appointment."""
    row = rows[0]
    return Appointment(
        iri=need(row, "fact"),
        person=need(row, "person"),
        person_iri=need(row, "personIri"),
        action=code(row, "actionIri"),
        role=row["role"],
        body=row["body"],
        body_iri=row["bodyIri"],
        date=row["date"],
        evidence=proofs(rows),
    )


def document(rows: list[Row]) -> Document:
    """The rows of one document."""
    row = rows[0]
    return Document(
        iri=need(row, "fact"),
        name=need(row, "document"),
        type=need(row, "type"),
        number=row["number"],
        date=row["date"],
        issuer=row["issuer"],
        issuer_iri=row["issuerIri"],
        title=row["title"],
        evidence=proofs(rows),
    )


def campaign(rows: list[Row]) -> Campaign:
    """The rows of one campaign."""
    row = rows[0]
    return Campaign(
        iri=need(row, "fact"),
        name=need(row, "campaign"),
        organizers=several(rows, "organizer"),
        since=row["since"],
        until=row["until"],
        evidence=proofs(rows),
    )


def award(rows: list[Row]) -> Award:
    """The rows of one recipient of one conferral."""
    row = rows[0]
    return Award(
        iri=need(row, "fact"),
        honour=need(row, "honour"),
        honour_iri=row["honourIri"],
        recipient=need(row, "recipient"),
        recipient_iri=need(row, "recipientIri"),
        count=whole(row, "count"),
        qualifier=row["qualifier"],
        givers=several(rows, "giver"),
        date=row["date"],
        status=code(row, "statusIri"),
        evidence=proofs(rows),
    )


def event(rows: list[Row]) -> Event:
    """The rows of one event."""
    row = rows[0]
    return Event(
        iri=need(row, "fact"),
        name=need(row, "event"),
        status=code(row, "statusIri"),
        date=row["date"],
        place=row["place"],
        organizers=several(rows, "organizer"),
        evidence=proofs(rows),
    )


def figure(rows: list[Row]) -> Figure:
    """The rows of one figure."""
    row = rows[0]
    return Figure(
        iri=need(row, "fact"),
        indicator=need(row, "indicator"),
        value=Decimal(need(row, "value")),
        unit=need(row, "unit"),
        amount=whole(row, "amount"),
        area=row["area"],
        period=row["period"],
        comparison=row["comparison"],
        kind=code(row, "kindIri"),
        evidence=proofs(rows),
    )


def statement(rows: list[Row]) -> Statement:
    """The rows of one statement."""
    row = rows[0]
    return Statement(
        iri=need(row, "fact"),
        speaker=need(row, "speaker"),
        speaker_iri=need(row, "speakerIri"),
        text=need(row, "text"),
        kind=code(row, "kindIri"),
        evidence=proofs(rows),
    )


def activity(rows: list[Row]) -> Activity:
    """The rows of one activity."""
    row = rows[0]
    return Activity(
        iri=need(row, "fact"),
        agent=need(row, "agent"),
        agent_iri=row["agentIri"],
        relation=code(row, "relationIri"),
        action=need(row, "action"),
        object=need(row, "object"),
        status=code(row, "statusIri"),
        manner=several(rows, "manner"),
        purpose=several(rows, "purpose"),
        scope=several(rows, "scope"),
        period=several(rows, "period"),
        evidence=proofs(rows),
    )


def promise(rows: list[Row]) -> Promise:
    """The rows of one promise, one for each report; where one of them keeps it, it is kept."""
    row = min(rows, key=lambda one: need(one, "state") != "kept")
    return Promise(
        iri=need(row, "promise"),
        kind=code(row, "kindIri"),
        state=need(row, "state"),
        what=need(row, "what"),
        who=several(rows, "who"),
        due=day(row, "due"),
        day=day(row, "told"),
        fact=need(row, "fact"),
        evidence=_proof(row),
        reports=tuple(dict.fromkeys(_report(one) for one in rows if one["report"])),
    )


def _report(row: Row) -> PromiseReport:
    return PromiseReport(
        iri=need(row, "report"),
        day=day(row, "reported"),
        rule=need(row, "rule"),
        score=Decimal(need(row, "score")),
        evidence=Evidence(
            quote=need(row, "reportWords"),
            article=need(row, "reportIri"),
            headline=need(row, "reportArticle"),
            start=int(need(row, "reportStart")),
            end=int(need(row, "reportEnd")),
        ),
    )


def unit(rows: list[Row]) -> Unit:
    """The rows of one version of a unit."""
    row = rows[0]
    return Unit(
        iri=need(row, "unitIri"),
        name=need(row, "unit"),
        level=row["level"],
        part_of=several(rows, "partOf"),
        exists_from=day(row, "from"),
        exists_until=day(row, "until"),
        changes=tuple(dict.fromkeys(_change(row) for row in rows if row["changeIri"])),
    )


def _change(row: Row) -> UnitChange:
    return UnitChange(
        iri=need(row, "changeIri"),
        kind=need(row, "change"),
        date=day(row, "date"),
        side=need(row, "side"),
        other=need(row, "other"),
        other_iri=need(row, "otherIri"),
        share=row["share"],
        basis=row["basis"],
        source=row["source"],
    )
