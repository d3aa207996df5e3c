"""The promises of an article and the reports that keep them: a named graph beside the article's own.

It is derived: written anew whenever the article, or one that reports on it, comes, changes or goes.
"""

from __future__ import annotations

from msgspec import Struct
from pyoxigraph import NamedNode, Quad

from hbtgraph.iris import mint
from hbtgraph.rdf.sheet import Sheet
from hbtgraph.rdf.terms import HBT, ID, C, date, decimal, plain

PROMISES = "graph-promises-"
"""How the names of these graphs begin."""


class Promise(Struct, frozen=True, kw_only=True):
    """A promise of an article: the fact and its words, who makes it, and the time in which it is to be kept."""

    article: str
    fact: str
    kind: str
    evidence: str
    place: tuple[int, int]
    text: str
    promisor: str = ""
    concerns: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    telling: str = ""
    """What is needed to judge later reports, as JSON."""

    @property
    def node(self) -> NamedNode:
        """Its IRI: decided by the article, the kind, the place of the words and what they promise."""
        start, end = map(str, self.place)
        return NamedNode(mint("promise", self.text, self.article, self.kind, start, end, self.text))


class Kept(Struct, frozen=True, kw_only=True):
    """That a report keeps a promise: the fact and its words there, the rule, and what came of it."""

    report: str
    article: str
    evidence: str
    rule: str
    score: str
    outcome: str
    on: str = ""
    """The last day on which it may have happened, where that is stated."""


def promises_graph(article: str) -> NamedNode:
    """The graph of the promises of the article of this IRI."""
    return ID(article.rpartition("/")[2].replace("article-", PROMISES, 1))


def promise_quads(promise: Promise) -> list[Quad]:
    """A promise, in its article's graph."""
    sheet = Sheet(promises_graph(promise.article))
    node = sheet.node(promise.node, (HBT.Promise,))
    sheet.add(node, HBT.promised, NamedNode(promise.fact))
    sheet.add(node, HBT.promiseKind, C(f"promise-{promise.kind}"))
    sheet.add(node, HBT.promisor, NamedNode(promise.promisor) if promise.promisor else None)
    sheet.add(node, HBT.concerns, *map(NamedNode, promise.concerns))
    sheet.add(node, HBT.dueFrom, date(promise.first) if promise.first else None)
    sheet.add(node, HBT.dueBy, date(promise.last) if promise.last else None)
    sheet.add(node, HBT.evidence, NamedNode(promise.evidence))
    sheet.add(node, HBT.telling, plain(promise.telling))
    return sheet.quads()


def kept_quads(promise: Promise, kept: Kept) -> list[Quad]:
    """The link from a promise to a report that keeps it, in the graph of the promise."""
    sheet = Sheet(promises_graph(promise.article))
    node = NamedNode(mint("fulfilment", "", promise.node.value, kept.article, kept.evidence, kept.rule))
    sheet.node(node, (HBT.Fulfilment,))
    sheet.add(promise.node, HBT.keptBy, node)
    sheet.add(node, HBT.report, NamedNode(kept.report))
    sheet.add(node, HBT.reportedIn, NamedNode(kept.article))
    sheet.add(node, HBT.evidence, NamedNode(kept.evidence))
    sheet.add(node, HBT.fulfilmentRule, plain(kept.rule))
    sheet.add(node, HBT.score, decimal(kept.score))
    sheet.add(node, HBT.outcome, C(f"outcome-{kept.outcome}"))
    sheet.add(node, HBT.doneBy, date(kept.on) if kept.on else None)
    return sheet.quads()
