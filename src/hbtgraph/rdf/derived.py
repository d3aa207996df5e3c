"""Merged tenures → quads: one graph for each post, which holds nothing that an article says by itself."""

from __future__ import annotations

from msgspec import Struct
from pyoxigraph import NamedNode, Quad

from hbtgraph.iris import tail
from hbtgraph.rdf.sheet import Sheet
from hbtgraph.rdf.terms import HBT, ID, ORG, C, date, vi
from hbtgraph.vietnamese.text import slug

DERIVED_GRAPH = ID.base + "graph-derived-"
"""How the IRI of every graph of merged tenures begins."""


class MergedTenure(Struct, frozen=True, kw_only=True):
    """One person's tenure of a post over all articles, as the graph says it. Days are YYYY-MM-DD.

    `number` tells a person's tenures of one post and status apart, in the order of time. `start` and `end` are the
    earliest start and the latest end: the day, the reason (a concept of the scheme of bounds, without its prefix) and
    the fact that tells.
    """

    graph: NamedNode
    number: int
    person: str
    body: str
    role: str
    role_text: str
    status: str
    days: tuple[str, ...]
    sources: tuple[str, ...]
    start: tuple[str, str, str] | None
    latest_start: str | None
    earliest_end: str | None
    end: tuple[str, str, str] | None


def post_graph(body: str, role: str) -> NamedNode:
    """The graph of the tenures of a post: of this role (an IRI, or a name) at this body (an IRI, or "")."""
    of = _last(body) if body else "nation"
    return NamedNode(f"{DERIVED_GRAPH}{of}-{_last(role) if role.startswith(C.base) else _slugged(role)}")


def tenure_quads(tenure: MergedTenure) -> list[Quad]:
    """The quads of a merged tenure, sorted. Its IRI is made of those of the person and the post."""
    sheet = Sheet(tenure.graph)
    post = tenure.graph.value.removeprefix(DERIVED_GRAPH)
    node = ID(f"held-{_last(tenure.person)}-of-{post}-{tenure.status}-{tenure.number}")
    sheet.node(node, (HBT.MergedTenure, ORG.Membership))
    sheet.add(node, ORG.member, NamedNode(tenure.person))
    sheet.add(node, ORG.organization, NamedNode(tenure.body) if tenure.body else None)
    sheet.add(node, ORG.role, NamedNode(tenure.role) if tenure.role.startswith(C.base) else None)
    sheet.add(node, HBT.roleText, vi(tenure.role_text) if tenure.role_text else None)
    sheet.add(node, HBT.tenureStatus, C(f"tenure-{tenure.status}"))
    sheet.add(node, HBT.mergedFrom, *map(NamedNode, tenure.sources))
    sheet.add(node, HBT.attestedOn, *map(date, tenure.days))
    sheet.add(node, HBT.latestStart, date(tenure.latest_start) if tenure.latest_start else None)
    sheet.add(node, HBT.earliestEnd, date(tenure.earliest_end) if tenure.earliest_end else None)
    if tenure.start:
        day, why, fact = tenure.start
        sheet.add(node, HBT.earliestStart, date(day))
        sheet.add(node, HBT.startBound, C(f"bound-{why}"))
        sheet.add(node, HBT.startBoundBy, NamedNode(fact))
    if tenure.end:
        day, why, fact = tenure.end
        sheet.add(node, HBT.latestEnd, date(day))
        sheet.add(node, HBT.endBound, C(f"bound-{why}"))
        sheet.add(node, HBT.endBoundBy, NamedNode(fact))
    return sheet.quads()


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _slugged(role: str) -> str:
    return f"{slug(role, 40)}-{tail(role)}" if role else "role-unnamed"
