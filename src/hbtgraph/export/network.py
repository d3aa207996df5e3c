"""The network of a view: which things are its nodes, and what joins them.

Three projections rather than one dump (explorer.md of the design, §2): `people`, who holds which post
where; `actors`, people, bodies and units with what they issue, run, attend and award; `full`, every
fact as a node. Evidence is never a node: it is counted on nodes and edges, which name their facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, get_args

import networkx as nx
from pyoxigraph import NamedNode

from hbtgraph.errors import ExportError
from hbtgraph.export.columns import EDGE_COLUMNS, FACT_COLUMNS, KINDS, Column
from hbtgraph.export.names import curie, last_segment, relation_words, status_words
from hbtgraph.export.reading import Reading, Triple, Words
from hbtgraph.rdf.terms import HBT, ORG, RDFS, SCHEMA, SKOS
from hbtgraph.store.base import Store
from hbtgraph.vietnamese.text import fold

View = Literal["people", "actors", "full"]
VIEWS: tuple[View, ...] = get_args(View)

Attributes = dict[str, Any]


@dataclass(frozen=True)
class _Fold:
    """A kind of fact that becomes an edge: from whom, to what, and what keeps two of them apart."""

    kind: str
    tail: NamedNode
    head: NamedNode
    apart: tuple[str, ...]


_TENURE = _Fold("tenure", ORG.member, ORG.organization, ("role", "acting"))
_APPOINTMENT = _Fold("appointment", HBT.person, ORG.organization, ("role", "action", "date_text"))
_ACTIVITY = _Fold("activity", HBT.agent, HBT.object, ("relation", "activity_status"))


@dataclass(frozen=True)
class _Projection:
    kinds: tuple[str, ...]
    folds: tuple[_Fold, ...]
    triples: bool
    """Whether triples between two nodes are edges."""


_ACTORS = ("person", "body", "unit", "group", "document", "campaign", "event", "award")
_PROJECTIONS: Mapping[str, _Projection] = {
    "people": _Projection(("person", "body"), (_TENURE, _APPOINTMENT), triples=False),
    "actors": _Projection(_ACTORS, (_TENURE, _APPOINTMENT, _ACTIVITY), triples=True),
    "full": _Projection(tuple(KINDS), (), triples=True),
}


def build_network(store: Store, view: View = "actors") -> nx.MultiDiGraph:
    """The network of a view, sorted: the same store gives the same network.

    Node names are the last parts of the IRIs; attributes are the columns of `columns.NODE_COLUMNS` and
    `EDGE_COLUMNS`, absent where nothing is known; lists are Python lists, dates ISO text, money integer
    đồng (`amount_vnd`). Edge keys are stable identifiers, also in `eid`. For files use `export`:
    networkx's own writers stumble over lists. Raises ExportError for an unknown view.
    """
    return network_of(Reading.of(store), view)


def network_of(reading: Reading, view: str) -> nx.MultiDiGraph:
    """As `build_network`, from what was read already."""
    projection = _PROJECTIONS.get(view)
    if projection is None:
        known = ", ".join(VIEWS)
        raise ExportError(f"không có góc nhìn này; hãy chọn {known}", f"no such view; choose {known}", where=view)
    edges = sorted(_edges(reading, projection), key=lambda edge: edge[:3])
    kinds = _chosen(reading, projection, view, edges)
    names = _node_names(kinds)
    network = nx.MultiDiGraph()
    for iri in sorted(kinds, key=names.__getitem__):
        network.add_node(names[iri], **_node(reading, iri, kinds[iri]))
    for tail, head, eid, attributes in edges:
        if tail in names and head in names:
            network.add_edge(names[tail], names[head], key=eid, **attributes)
    return network


_Edge = tuple[str, str, str, Attributes]


def _edges(reading: Reading, projection: _Projection) -> Iterator[_Edge]:
    for how in projection.folds:
        yield from _folded(reading, how)
    if projection.triples:
        things = kinds_of(reading, projection.kinds)
        for thing in things:
            for predicate, value in reading.all_links(thing):
                if value in things:
                    yield _plain((thing, predicate, value), reading)


def kinds_of(reading: Reading, wanted: Iterable[str]) -> dict[str, str]:
    """Every thing of these kinds → its kind; a thing of two classes is of the kind that comes first."""
    found: dict[str, str] = {}
    for kind in KINDS:
        if kind in wanted:
            for iri in reading.of_class(KINDS[kind]):
                found.setdefault(iri, kind)
    return found


def _chosen(reading: Reading, projection: _Projection, view: str, edges: list[_Edge]) -> dict[str, str]:
    kinds = kinds_of(reading, projection.kinds)
    if view == "full":
        return kinds
    if view == "people":
        ends = {end for edge in edges for end in edge[:2]} | set(post_holders(reading))
        return {iri: kind for iri, kind in kinds.items() if iri in ends}
    # the reference data knows more units and bodies than any article speaks of
    return {iri: kind for iri, kind in kinds.items() if iri in reading.facts_about or reading.words(iri)}


def post_holders(reading: Reading) -> list[str]:
    """Everyone who is said to hold, have held or come into a post, with a body or without."""
    folds = (_TENURE, _APPOINTMENT)
    return sorted({p for f in folds for fact in reading.of_class(KINDS[f.kind]) for p in reading.links(fact, f.tail)})


def _node_names(kinds: Iterable[str]) -> dict[str, str]:
    """IRI → last part; two IRIs that end alike also get a tail of their own."""
    alike: dict[str, list[str]] = defaultdict(list)
    for iri in kinds:
        alike[last_segment(iri)].append(iri)
    return {
        iri: short if len(iris) == 1 else f"{short}-{_digest(iri)}" for short, iris in alike.items() for iri in iris
    }


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _node(reading: Reading, iri: str, kind: str) -> Attributes:
    values = fact_values(reading, iri)
    found: Attributes = {"iri": iri, "label": label_of(reading, iri), "node_type": kind}
    if english := reading.label(iri, "en"):
        found["label_en"] = english
    if kind == "person" and (posts := posts_of(reading, iri)):
        values["posts"] = posts
    own = reading.words(iri)
    return found | values | _support(reading, own or _words_about(reading, iri)) | _quoted(own)


_LABELS = (SCHEMA.headline, HBT.honourText, HBT.indicator, SCHEMA.text)


def label_of(reading: Reading, iri: str) -> str:
    """What a thing is called: its Vietnamese label, or the words that come nearest to one."""
    found = reading.label(iri) or next((text for p in _LABELS if (text := reading.text(iri, p, "vi"))), None)
    found = found or _post(reading, iri) or _deed(reading, iri)
    return found or reading.text(iri, SKOS.prefLabel) or last_segment(iri)


def _post(reading: Reading, fact: str) -> str:
    """A post with what tells how it is held: "nguyên Bí thư"."""
    status, _ = status_words(last_segment(reading.link(fact, HBT.tenureStatus) or ""))
    role = reading.text(fact, HBT.roleText)
    return f"{status} {role}".strip() if role else ""


def _deed(reading: Reading, fact: str) -> str:
    """An activity as a sentence: who, does, what."""
    parts = (reading.text(fact, p, "vi") for p in (HBT.agentText, HBT.actionText, HBT.objectText))
    return " ".join(part for part in parts if part)


def posts_of(reading: Reading, person: str) -> list[str]:
    """Every post that a person is said to hold or have held, in words: post and body."""
    found = set()
    for fact in reading.facts_about.get(person, ()):
        post = _post(reading, fact)
        if post and person in reading.links(fact, ORG.member):
            body = reading.link(fact, ORG.organization)
            found.add(f"{post} {label_of(reading, body)}" if body else post)
    return sorted(found)


def _words_about(reading: Reading, iri: str) -> list[Words]:
    return [words for fact in reading.facts_about.get(iri, ()) for words in reading.words(fact)]


def fact_values(reading: Reading, iri: str, columns: Iterable[Column] = FACT_COLUMNS) -> Attributes:
    """What a thing says of itself, by column."""
    found: Attributes = {}
    for column in columns:
        if column.predicate is None:
            continue
        links = [last_segment(link) for link in reading.links(iri, column.predicate)]
        if values := links + reading.texts(iri, column.predicate):
            found[column.name] = _as_type(column, values)
    return found


def _as_type(column: Column, values: list[str]) -> Any:
    if column.type == "list":
        return values
    if column.type == "integer":
        return int(values[0])
    return float(values[0]) if column.type == "decimal" else " | ".join(values)


def _support(reading: Reading, words: Iterable[Words], articles: Iterable[str] = ()) -> Attributes:
    passages = {(w.article, w.start, w.end) for w in words}
    iris = sorted({article for article, _, _ in passages} | set(articles))
    days = sorted(line.date for iri in iris if (line := reading.articles.get(iri)) and line.date)
    found: Attributes = {"evidence_count": len(passages)}
    if days:
        found |= {"first_date": days[0], "last_date": days[-1]}
    return found | ({"article_iris": iris} if iris else {})


def _quoted(words: Iterable[Words]) -> Attributes:
    """The words themselves, in the order of articles and places."""
    quotes = list(dict.fromkeys(passage.exact for passage in sorted(words)))
    return {"words": quotes} if quotes else {}


def _plain(triple: Triple, reading: Reading) -> _Edge:
    """An edge for a triple, with what stands behind it: a claim, else the fact it belongs to."""
    tail, predicate, head = triple
    articles = reading.articles_saying(triple)
    facts = reading.claims.get(triple) or ([tail] if reading.words(tail) else _first_mention(reading, tail, articles))
    words = [w for fact in facts for w in reading.words(fact) if w.article in articles]
    vi, en = _predicate_words(reading, predicate)
    attributes: Attributes = {"predicate": curie(predicate), "label": vi, "label_en": en}
    if words:
        attributes["fact_iris"] = facts
    attributes["eid"] = f"e-{_digest(tail, predicate, head)}"
    return tail, head, attributes["eid"], attributes | _support(reading, words, articles) | _quoted(words)


def _predicate_words(reading: Reading, predicate: str) -> tuple[str, str]:
    """Our own words for a relation; for one that has none here, the vocabulary's."""
    vi, en = relation_words(curie(predicate))
    if vi != en:
        return vi, en
    return reading.text(predicate, RDFS.label, "vi") or vi, reading.text(predicate, RDFS.label, "en") or en


def _first_mention(reading: Reading, thing: str, articles: list[str]) -> list[str]:
    """The first fact of these articles that names a thing which has no words of its own."""
    facts = (f for f in reading.facts_about.get(thing, ()) if any(w.article in articles for w in reading.words(f)))
    return list(facts)[:1]


def _folded(reading: Reading, how: _Fold) -> Iterator[_Edge]:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for fact in reading.of_class(KINDS[how.kind]):
        values = fact_values(reading, fact)
        values["acting"] = status if (status := values.get("tenure_status")) in _SHORT_OF_FULL else ""
        apart = [str(values.get(name, "")) for name in how.apart]
        if "role" in how.apart and not values.get("role"):
            apart.append(fold(values.get("role_text", "")))
        for tail in reading.links(fact, how.tail):
            for head in reading.links(fact, how.head):
                groups[tail, head, *apart].append(fact)
    for (tail, head, *apart), facts in sorted(groups.items()):
        eid = f"e-{_digest(how.kind, tail, head, *apart)}"
        yield tail, head, eid, {"eid": eid} | _merged(reading, how, facts)


_SHORT_OF_FULL = ("tenure-acting", "tenure-deputising")
"""Holding a post like this is not holding it in full: never one edge with it."""

_NARROWEST = {"earliest_start": max, "latest_start": min, "earliest_end": max, "latest_end": min}
"""How bounds of one post from several articles make one: each article can only narrow them."""


def _merged(reading: Reading, how: _Fold, facts: list[str]) -> Attributes:
    rows = [fact_values(reading, fact, EDGE_COLUMNS) for fact in facts]
    found: Attributes = {"predicate": curie(KINDS[how.kind].value)}
    for column in EDGE_COLUMNS:
        values = [row[column.name] for row in rows if column.name in row]
        if values and column.name in _NARROWEST:
            found[column.name] = _NARROWEST[column.name](values)
        elif values and column.type == "list":
            found[column.name] = sorted({value for several in values for value in several})
        elif values:
            found[column.name] = " | ".join(sorted(set(values)))
    found["label"], found["label_en"] = _fold_words(reading, how, facts, found)
    words = [w for fact in facts for w in reading.words(fact)]
    return found | {"fact_iris": facts} | _support(reading, words) | _quoted(words)


def _fold_words(reading: Reading, how: _Fold, facts: list[str], found: Attributes) -> tuple[str, str]:
    """What a folded edge is called: the post, the change and the post, or the relation."""
    vi, en = relation_words(found["predicate"])
    concepts = [c for p in (HBT.action, ORG.role, HBT.relation) if (c := reading.link(facts[0], p))]
    in_vi = [text for c in concepts if (text := reading.label(c))]
    in_en = [text for c in concepts if (text := reading.label(c, "en"))]
    written = found.get("role_text", [])
    if len(written) == 1:  # closer than the concept: "Phó Chủ tịch Thường trực"
        in_vi = [text for c in concepts if c == reading.link(facts[0], HBT.action) and (text := reading.label(c))]
        in_vi += written
    before_vi, before_en = status_words(found.get("tenure_status", ""))
    vi = " ".join(in_vi) or " | ".join(written) or found.get("action_text", vi)
    return f"{before_vi} {vi}".strip(), f"{before_en} {' '.join(in_en) or en}".strip()
