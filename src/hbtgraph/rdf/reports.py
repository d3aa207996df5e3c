"""Figures, and what bodies did or will do."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pyoxigraph import NamedNode

from hbtgraph.model import Activity, Campaign, Document, Fact, Figure
from hbtgraph.rdf.terms import HBT, VND, C, date, decimal, integer, vi
from hbtgraph.rdf.writer import Writer, names_in
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import to_dong
from hbtgraph.vietnamese.periods import period_bounds
from hbtgraph.vietnamese.text import key


def figure(writer: Writer, fact: Figure) -> None:
    """A quantity as stated, with whole đồng beside it where it is money; derived values are never stored."""
    value = Decimal(str(fact.value))
    words = fact.evidence.of(writer.article.text)
    written = f"{fact.indicator}: {_spoken(value)} {fact.unit}" + (f" ({fact.comparison})" if fact.comparison else "")
    node = writer.fact("observation", written, fact.evidence, HBT.Observation)
    sheet = writer.sheet
    sheet.add(node, HBT.indicator, vi(fact.indicator))
    sheet.add(node, HBT.value, decimal(format(value, "f")))
    sheet.add(node, HBT.unitText, vi(fact.unit))
    sheet.add(node, HBT.asWritten, vi(words))
    if (amount := to_dong(value, fact.unit)) is not None:
        sheet.add(node, HBT.amount, integer(amount))
        sheet.add(node, HBT.currency, VND)
    if fact.area:
        sheet.add(node, HBT.areaText, vi(fact.area))
        sheet.add(node, HBT.refArea, writer.agent(fact.area, "unit", "body"))
    if fact.comparison:
        sheet.add(node, HBT.comparison, vi(fact.comparison))
        direction = _first_word("direction", fact.comparison)
        sheet.add(node, HBT.direction, C(direction) if direction else None)
    kind = "value-comparison" if fact.comparison else _first_word("value", words) or "value-actual"
    sheet.add(node, HBT.valueKind, C(kind))
    _period(writer, node, fact.period)


def _period(writer: Writer, node: NamedNode, period: str | None) -> None:
    if not period:
        return
    writer.sheet.add(node, HBT.periodText, vi(period))
    start, end = period_bounds(period, writer.day) or (None, None)
    writer.sheet.add(node, HBT.periodStart, date(start.isoformat()) if start else None)
    writer.sheet.add(node, HBT.periodEnd, date(end.isoformat()) if end else None)


def activity(writer: Writer, fact: Activity, facts: tuple[Fact, ...]) -> None:
    """What somebody did or will do, or what is said of a campaign; linked to the things that its words name."""
    label = f"{fact.agent} {fact.action} {fact.object}"
    node = writer.fact("activity", label, fact.evidence, HBT.Activity)
    sheet = writer.sheet
    sheet.add(node, HBT.agentText, vi(fact.agent))
    sheet.add(node, HBT.agent, writer.agent(fact.agent))
    sheet.add(node, HBT.relation, C(f"relation-{fact.relation}"))
    sheet.add(node, HBT.actionText, vi(fact.action))
    sheet.add(node, HBT.objectText, vi(fact.object))
    sheet.add(node, HBT.object, *_named_works(writer, fact.object, facts))
    sheet.add(node, HBT.about, *_named_works(writer, fact.agent, facts))
    sheet.add(node, HBT.activityStatus, C(f"activity-{fact.status}"))
    sheet.add(node, HBT.mannerText, vi(fact.manner) if fact.manner else None)
    sheet.add(node, HBT.purposeText, vi(fact.purpose) if fact.purpose else None)
    sheet.add(node, HBT.scopeText, vi(fact.scope) if fact.scope else None)
    _period(writer, node, fact.period)


def _named_works(writer: Writer, words: str, facts: tuple[Fact, ...]) -> list[NamedNode]:
    """The campaigns and numbered documents of this article whose name or number stands in these words."""
    stands = names_in(words)
    found = []
    for fact in facts:
        if isinstance(fact, Campaign) and stands(fact.name):
            found.append(writer.entity(writer.names.campaign(fact)))
        elif isinstance(fact, Document) and fact.number and stands(fact.number):
            found.append(writer.entity(writer.names.document(fact)))
    return found


@cache
def _word_kinds(scheme: str) -> tuple[tuple[str, str], ...]:
    rows = [(key(row["word"]), row["concept"]) for row in table("figure-words") if row["concept"].startswith(scheme)]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _first_word(scheme: str, text: str) -> str | None:
    here = f" {key(text)} "
    return next((concept for word, concept in _word_kinds(scheme) if f" {word} " in here), None)


def _spoken(value: Decimal) -> str:
    """A number as Vietnamese writes it: points between thousands, a decimal comma."""
    whole, _, part = f"{value:,f}".partition(".")
    return whole.replace(",", ".") + (f",{part}" if part.strip("0") else "")
