"""Follow-through: which promises the articles make, and which later reports keep them.

Each pair of promise and report is judged by itself (`hbtgraph.promises`), so that after an addition only the pairs of
the articles that came or went are judged anew, and the order in which they came leaves no trace. What is to be
looked at is written down before the first article is, so that work cut short is done by whatever is added next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from pyoxigraph import NamedNode, Quad

from hbtgraph.iris import article_iri
from hbtgraph.model import Span
from hbtgraph.pipeline.batches import batches
from hbtgraph.pipeline.memory import select
from hbtgraph.pipeline.tellings import of_articles, reports_beside
from hbtgraph.promises import Link, Telling, kept
from hbtgraph.rdf.promises import Kept, Promise, kept_quads, promise_quads, promises_graph
from hbtgraph.rdf.terms import HBT, ID, OA, PENDING_GRAPH
from hbtgraph.store import Store

_decode = msgspec.json.Decoder(Telling).decode
_PENDING = ID("store")


def expect(store: Store, articles: Iterable[str]) -> None:
    """Writes down that the articles of these ids are about to come, change or go. Raises StoreError."""
    quads = [Quad(_PENDING, HBT.followsUp, NamedNode(article_iri(name)), PENDING_GRAPH) for name in articles]
    store.replace([], quads)


def follow_up(store: Store) -> None:
    """Brings the promises and what keeps them up to date with the articles written down. Raises StoreError."""
    waiting = store.quads([PENDING_GRAPH.value])
    touched = frozenset(quad.object.value for quad in waiting if isinstance(quad.object, NamedNode))
    if not touched:
        return
    tellings = of_articles(store, touched)
    new = _promises(tellings)
    reports = [one for one in tellings if not one.ahead]
    others = _promises_for(store, reports, touched)
    links = _links(new, [*reports, *_distinct(reports_beside(store, new), touched)])
    links += _links(others, reports)
    _write(store, touched, new, links)


def _promises(tellings: Iterable[Telling]) -> list[Telling]:
    """The promises among them, each told once: a figure in a deed that is promised is no target besides."""
    ahead = [one for one in tellings if one.ahead]
    works = [one for one in ahead if one.kind != "target"]
    return [one for one in ahead if not any(_told_by(other, one) for other in works)]


def _told_by(work: Telling, other: Telling) -> bool:
    """Whether a promise tells the other one too: "sẽ xây dựng 3 vườn hoa" is no target of three besides."""
    if work is other or work.article != other.article or not work.span.meets(other.span):
        return False
    if work.kind == other.kind == "document":
        return _rank(other) > _rank(work)
    return other.kind == "target" or (work.kind == "event" and other.kind == "activity")


def _rank(promise: Telling) -> tuple[bool, int, str]:
    """Of two promises of one document, that of the known issuer comes first, then the longer words."""
    return not promise.who, promise.span.start - promise.span.end, promise.fact


def _links(promises: Iterable[Telling], reports: Iterable[Telling]) -> list[tuple[Telling, Telling, Link]]:
    """Which reports keep which promises: of each article the report that does so most surely, in the fewest words."""
    by_actor: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for report in reports:
        for at in {report.fact, *report.who}:
            by_actor[report.kind, at].append(report)
    found = []
    for promise in promises:
        near = [one for at in {promise.fact, *promise.who} for one in by_actor[promise.kind, at]]
        links = [(one, link) for one in near if (link := kept(promise, one))]
        best: dict[str, tuple[Telling, Link]] = {}
        for one, link in sorted(links, key=_sureness):
            best.setdefault(one.article, (one, link))
        found += [(promise, *best[article]) for article in sorted(best)]
    return found


def _sureness(pair: tuple[Telling, Link]) -> tuple[float, int, Span, str]:
    report, link = pair
    return -float(link.score), report.span.end - report.span.start, report.span, report.fact


def _distinct(reports: Iterable[Telling], touched: frozenset[str]) -> list[Telling]:
    return [one for one in reports if one.article not in touched]


def _promises_for(store: Store, reports: Iterable[Telling], touched: frozenset[str]) -> list[Telling]:
    """The promises of other articles on which these reports may bear."""
    reports = list(reports)
    ways = (
        (f"{HBT.concerns}|({HBT.concerns}/{HBT.jurisdiction})", {who for one in reports for who in one.who}),
        (f"{HBT.promised}", {one.fact for one in reports if one.kind in ("event", "document")}),
    )
    found: dict[str, list[Mapping[str, str | None]]] = defaultdict(list)
    for way, things in ways:
        for some in batches(things):
            values = " ".join(str(NamedNode(thing)) for thing in some)
            near = f"{{ SELECT DISTINCT ?promise {{ VALUES ?it {{ {values} }} ?promise {way} ?it }} }}"
            for row in select(store, f"{_SAID} {{ {near} {_OF_PROMISE} }}").records():
                found[row["promise"] or ""].append(row)
    told = [_remembered(found[iri]) for iri in sorted(found)]
    return [promise for promise in told if promise.article not in touched]


_SAID = "SELECT DISTINCT ?promise ?telling ?fact ?by ?acting ?unit"
_OF_PROMISE = f"""?promise {HBT.telling} ?telling ; {HBT.promised} ?fact .
  OPTIONAL {{ ?promise {HBT.promisor} ?by }}
  OPTIONAL {{ ?promise {HBT.concerns} ?acting OPTIONAL {{ ?acting {HBT.jurisdiction} ?unit }} }}"""


def _remembered(found: list[Mapping[str, str | None]]) -> Telling:
    """A promise as it was told; the things that it names are those that identity says now."""
    return msgspec.structs.replace(
        _decode(found[0]["telling"] or ""),
        fact=found[0]["fact"] or "",
        by=found[0]["by"] or "",
        acting=frozenset(row["acting"] for row in found if row["acting"]),
        units=frozenset(row["unit"] for row in found if row["unit"]),
    )


def _write(
    store: Store, touched: frozenset[str], promises: Iterable[Telling], links: Iterable[tuple[Telling, Telling, Link]]
) -> None:
    """The graphs of the touched articles anew, and of others what their reports have to do with, at once."""
    links = list(links)
    quads = [quad for promise in promises for quad in promise_quads(_promise(promise))]
    quads += [quad for promise, report, link in links for quad in kept_quads(_promise(promise), _kept(report, link))]
    others = {promise.article for promise, _, _ in links} | _kept_by(store, touched)
    for article in sorted(others - touched):
        quads += _without(store.quads([promises_graph(article).value]), touched)
    graphs = [promises_graph(article).value for article in sorted(others | touched)]
    store.replace([*graphs, PENDING_GRAPH.value], quads)


def _kept_by(store: Store, reports: Iterable[str]) -> set[str]:
    """The articles whose promises are kept by reports of these articles."""
    found = set()
    for some in batches(reports):
        values = " ".join(str(NamedNode(article)) for article in some)
        of = f"?fulfilment {HBT.reportedIn} ?report . ?promise {HBT.keptBy} ?fulfilment ; {HBT.evidence} ?words"
        query = f"SELECT DISTINCT ?article {{ VALUES ?report {{ {values} }} {of} . ?words {OA.hasSource} ?article }}"
        found |= {row["article"] or "" for row in select(store, query).records()}
    return found


def _without(quads: Iterable[Quad], reports: frozenset[str]) -> list[Quad]:
    """A promises graph without the links to these articles."""
    quads = list(quads)
    gone = {quad.subject for quad in quads if quad.predicate == HBT.reportedIn and _iri(quad) in reports}
    return [quad for quad in quads if quad.subject not in gone and quad.object not in gone]


def _iri(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode) else ""


def _promise(told: Telling) -> Promise:
    return Promise(
        article=told.article,
        fact=told.fact,
        kind=told.kind,
        evidence=told.evidence,
        place=(told.span.start, told.span.end),
        text=told.text,
        promisor=told.by,
        concerns=tuple(sorted(told.acting)),
        first=told.first,
        last=told.last,
        telling=_encode(told),
    )


def _encode(told: Telling) -> str:
    """The telling without the things that it names, whose IRIs may differ between two histories."""
    bare = msgspec.structs.replace(told, fact="", by="", acting=frozenset(), units=frozenset())
    return msgspec.json.encode(bare).decode()


def _kept(report: Telling, link: Link) -> Kept:
    return Kept(
        report=report.fact,
        article=report.article,
        evidence=report.evidence,
        rule=link.rule,
        score=link.score,
        outcome=link.outcome,
        on=report.last,
    )
