"""From the facts in the store to tellings: what articles say of events, aims, documents and deeds, planned or done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct
from pyoxigraph import NamedNode

from hbtgraph.identity.names import expand
from hbtgraph.model import Span
from hbtgraph.pipeline.batches import batches
from hbtgraph.pipeline.memory import select
from hbtgraph.promises import Telling, deed_of, document_named, is_ahead, is_aim, is_done, less_is_better, time_named
from hbtgraph.rdf.terms import DCT, ELI, HBT, OA, RDF, SCHEMA, SKOS, XSD, C
from hbtgraph.store import Store
from hbtgraph.vietnamese.text import key, sentences

_TELLING = (
    f"?fact a {HBT.Event}",
    f"?fact a {HBT.Observation} ; {HBT.refArea} ?area ; {HBT.periodEnd} ?last",
    f"?fact a {HBT.OfficialDocument} ; {ELI.title} ?title",
    f"?fact a {HBT.Activity} ; {HBT.agent} ?agent",
)
"""Facts that say enough to be compared."""
_NUMBERED = re.compile(r"\bsố\s\S+")


class Told(Struct, frozen=True, kw_only=True):
    """A fact of one article: its properties there, and the sentence that states it."""

    article: str
    day: str
    fact: str
    said: dict[str, tuple[str, ...]]
    evidence: str
    span: Span
    sentence: str
    at: int
    """Where the fact's words begin in the sentence."""

    def all(self, *terms: NamedNode) -> tuple[str, ...]:
        """The values of these properties."""
        return tuple(value for term in terms for value in self.said.get(term.value, ()))

    def one(self, term: NamedNode) -> str:
        """The first value of a property, or nothing."""
        return next(iter(self.all(term)), "")

    @property
    def words(self) -> str:
        """The fact's own words."""
        return self.sentence[self.at : self.at + self.span.end - self.span.start]

    @property
    def before(self) -> str:
        """What stands before them in their sentence."""
        return self.sentence[: self.at]


class Actor(Struct, frozen=True):
    """Who acts: the unit that a body governs, and its names."""

    units: frozenset[str]
    names: tuple[str, ...]


def of_articles(store: Store, articles: Iterable[str]) -> list[Telling]:
    """The tellings of the articles of these IRIs. Raises StoreError."""
    # a UNION of classes: with VALUES the engine walks all facts of a class for each article
    telling = " UNION ".join(f"{{ {one} }}" for one in _TELLING)
    return _tellings(store, (_facts("?article", _nodes(some), telling) for some in batches(articles)))


def reports_beside(store: Store, promises: Iterable[Telling]) -> list[Telling]:
    """The tellings that may report on these promises: of one thing, or of the same actor, kind and time."""
    return [one for one in _tellings(store, _beside(promises)) if not one.ahead]


def _beside(promises: Iterable[Telling]) -> Iterator[str]:
    things: set[str] = set()
    actors: dict[str, set[str]] = defaultdict(set)
    for promise in promises:
        if promise.kind in ("event", "document"):
            things.add(promise.fact)
        if promise.kind == "target":
            actors["target"] |= {f'({NamedNode(who)} "{promise.last}"^^{XSD.date})' for who in promise.who}
        else:
            actors[promise.kind] |= promise.who
    for some in batches(things):
        yield _facts("?fact", _nodes(some), f"?fact {HBT.evidence} ?any")
    for some in batches(actors["event"]):
        for place in (HBT.organizer, SCHEMA.location):
            yield _facts("?who", _nodes(some), f"?fact {place} ?who ; {HBT.status} {C('status-held')}")
    for some in batches(actors["target"]):
        yield _facts("(?who ?end)", " ".join(some), f"?fact {HBT.refArea} ?who ; {HBT.periodEnd} ?end")
    for some in batches(actors["document"]):
        yield _facts("?who", _nodes(some), f"?fact {ELI.passed_by} ?who")
    for some in batches(actors["document"] | actors["activity"]):
        yield _facts("?who", _nodes(some), f"?fact {HBT.agent} ?who ; {HBT.activityStatus} {C('activity-done')}")


def _facts(names: str, values: str, pattern: str) -> str:
    """All that the articles say of the facts of this pattern."""
    inside = f"GRAPH ?article {{ {pattern} . ?fact ?p ?v }}"
    return f"SELECT DISTINCT ?article ?fact ?p ?v {{ VALUES {names} {{ {values} }} {inside} }}"


def _tellings(store: Store, queries: Iterable[str]) -> list[Telling]:
    told = _told(store, queries)
    terms = (HBT.organizer, SCHEMA.location, HBT.refArea, ELI.passed_by, HBT.agent)
    actors = _actors(store, {who for one in told for who in one.all(*terms)})
    return [telling for one in told if (telling := _telling(one, actors))]


def _told(store: Store, queries: Iterable[str]) -> list[Told]:
    said: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for query in queries:
        for row in select(store, query).records():
            said[row["article"] or "", row["fact"] or ""][row["p"] or ""].add(row["v"] or "")
    places = _places(store, {one for facts in said.values() for one in facts[HBT.evidence.value]})
    texts, days = _texts(store, {article for article, _ in said})
    told = []
    for (article, fact), facts in sorted(said.items()):
        where = min(((places[one], one) for one in facts[HBT.evidence.value] if one in places), default=None)
        if where and article in texts:
            span, evidence = where
            around = _sentence(texts[article], span)
            told.append(
                Told(
                    article=article,
                    day=days.get(article, ""),
                    fact=fact,
                    said={term: tuple(sorted(values)) for term, values in facts.items()},
                    evidence=evidence,
                    span=span,
                    sentence=around.of(texts[article]),
                    at=span.start - around.start,
                )
            )
    return told


def _sentence(text: str, span: Span) -> Span:
    """The sentence in which a span begins, or the span itself where it is longer."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    within = Span(start, len(text) if end < 0 else end)
    around = next((one for one in sentences(text, within) if one.start <= span.start < one.end), span)
    return Span(around.start, max(around.end, span.end))


def _places(store: Store, evidence: Iterable[str]) -> dict[str, Span]:
    found = {}
    for some in batches(evidence):
        of = f"?e {OA.hasSelector} ?selector . ?selector {OA.start} ?start ; {OA.end} ?end"
        for row in select(store, f"SELECT ?e ?start ?end {{ VALUES ?e {{ {_nodes(some)} }} {of} }}").records():
            found[row["e"] or ""] = Span(int(row["start"] or 0), int(row["end"] or 0))
    return found


def _texts(store: Store, articles: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    texts, days = {}, {}
    for some in batches(articles):
        of = f"?article {HBT.text} ?text OPTIONAL {{ ?article {DCT.issued} ?day }}"
        for row in select(
            store, f"SELECT ?article ?text ?day {{ VALUES ?article {{ {_nodes(some)} }} {of} }}"
        ).records():
            texts[row["article"] or ""] = row["text"] or ""
            days[row["article"] or ""] = row["day"] or ""
    return texts, days


def _actors(store: Store, iris: Iterable[str]) -> dict[str, Actor]:
    units: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for some in batches(iris):
        values = f"VALUES ?who {{ {_nodes(some)} }}"
        of = f'OPTIONAL {{ ?who {HBT.jurisdiction} ?unit . ?unit {SKOS.prefLabel} ?of FILTER(LANG(?of) = "vi") }}'
        label = f'?who {SKOS.prefLabel} ?name FILTER(LANG(?name) = "vi")'
        for row in select(store, f"SELECT ?who ?name ?unit ?of {{ {values} {label} {of} }}").records():
            who = row["who"] or ""
            names[who] |= {name for name in (row["name"], row["of"]) if name}
            units[who] |= {row["unit"]} if row["unit"] else set()
    return {who: Actor(frozenset(units[who]), tuple(sorted(names[who]))) for who in names}


def _nodes(iris: Iterable[str]) -> str:
    return " ".join(str(NamedNode(iri)) for iri in iris)


# --- one fact → what it tells


def _telling(told: Told, actors: dict[str, Actor]) -> Telling | None:
    classes = told.all(RDF.type)
    if HBT.Event.value in classes:
        return _event(told, actors)
    if HBT.Observation.value in classes:
        return _figure(told, actors)
    if HBT.OfficialDocument.value in classes:
        return _document(told, actors)
    return _activity(told, actors) if HBT.Activity.value in classes else None


def _made(told: Told, actors: dict[str, Actor], who: tuple[str, ...], text: str, **rest: object) -> Telling:
    """A telling by these actors, its text and their names without abbreviations."""
    known = [actors.get(one, Actor(frozenset(), ())) for one in who]
    return Telling(
        article=told.article,
        day=told.day,
        fact=told.fact,
        by=next(iter(who), ""),
        acting=frozenset(who),
        units=frozenset[str]().union(*(one.units for one in known)),
        named=tuple(sorted({expand(name) for one in known for name in one.names})),
        text=expand(text),
        evidence=told.evidence,
        span=told.span,
        **rest,  # type: ignore[arg-type]
    )


def _event(told: Told, actors: dict[str, Actor]) -> Telling | None:
    states = {status.rpartition("/")[2] for status in told.all(HBT.status)}
    if not states & {"status-planned", "status-held"}:
        return None
    ahead = "status-held" not in states
    start, end = (HBT.plannedStart, HBT.plannedEnd) if ahead else (HBT.actualStart, HBT.actualEnd)
    days = sorted(told.all(start, end))
    return _made(
        told,
        actors,
        told.all(HBT.organizer, SCHEMA.location),
        kind="event",
        ahead=ahead,
        text=told.one(SKOS.prefLabel),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def _figure(told: Told, actors: dict[str, Actor]) -> Telling | None:
    kind = told.one(HBT.valueKind).rpartition("/")[2]
    unit, area = key(told.one(HBT.unitText)), told.one(HBT.refArea)
    start, end = told.one(HBT.periodStart), told.one(HBT.periodEnd)
    if kind == "value-comparison" or not (area and end) or is_aim(unit):
        return None
    return _made(
        told,
        actors,
        (area,),
        kind="target",
        ahead=kind in ("value-target", "value-estimate") or is_aim(told.before),
        text=told.one(HBT.indicator).replace(told.one(HBT.areaText), " ") or told.one(HBT.indicator),
        first=start,
        last=end,
        sort=unit,
        value=Decimal(told.one(HBT.value)),
        less=less_is_better(told.one(HBT.indicator), told.words),
        estimate=kind == "value-estimated-actual",
        settled=is_done(told.sentence) and not is_aim(told.sentence),
    )


def _document(told: Told, actors: dict[str, Actor]) -> Telling | None:
    settled = bool(told.one(ELI.id_local) or told.one(ELI.date_document))
    to_come = not settled and is_ahead(told.before) and bool(deed_of(" ".join(told.before.split()[-2:])) == "issue")
    title = told.one(ELI.title)
    if not title or not (settled or to_come):
        return None
    first, last = time_named(told.sentence, told.day) if to_come else (told.one(ELI.date_document),) * 2
    return _made(
        told,
        actors,
        told.all(ELI.passed_by),
        kind="document",
        ahead=to_come,
        text=title,
        first=first,
        last=last,
        sort=key(told.one(HBT.typeText)),
        settled=settled,
    )


def _activity(told: Told, actors: dict[str, Actor]) -> Telling | None:
    deed, agent, words = deed_of(told.one(HBT.actionText)), told.one(HBT.agent), told.one(HBT.objectText)
    if not deed or not agent:
        return None
    verb = max(told.sentence.find(told.one(HBT.actionText), told.at), told.at)
    ahead = told.one(HBT.activityStatus).endswith("planned") or is_ahead(told.sentence[:verb])
    first, last = time_named(told.words, told.day)
    if not last:
        first, last = time_named(told.sentence, told.day)
    document = document_named(words) if deed == "issue" else None
    return _made(
        told,
        actors,
        (agent,),
        kind="document" if document else "activity",
        ahead=ahead,
        text=_NUMBERED.sub(" ", document[1]) if document else words,
        first=first,
        last=last,
        sort=document[0] if document else deed,
    )
