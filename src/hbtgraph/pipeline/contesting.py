"""Contradictions, found again for just what an addition, a retraction or a decision touches.

Claims are compared only with those that share a key with one that comes or goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.contradictions import (
    CONTESTED_GRAPH,
    Claim,
    checked_quads,
    contested_quads,
    contradictions,
    key_term,
    owner,
    read_check,
    read_claim,
)
from hbtgraph.iris import article_iri
from hbtgraph.pipeline.batches import batches
from hbtgraph.pipeline.memory import select
from hbtgraph.rdf.naming import names_graph
from hbtgraph.rdf.terms import HBT, XSD
from hbtgraph.store import Store
from hbtgraph.store.base import plain

_KEYS = (HBT.comparedThing, HBT.comparedUnder)
_TRUE = Literal("true", datatype=XSD.boolean)


@contextmanager
def contesting(store: Store, articles: Iterable[str]) -> Iterator[None]:
    """Around what writes, changes or takes out the articles of these ids. Raises StoreError."""
    names = frozenset(articles)
    before = _keys(store, names)
    yield
    _derive(store, names, before | _keys(store, names))


def _derive(store: Store, names: frozenset[str], keys: frozenset[str]) -> None:
    found = {quad for one in contradictions(_claims(store, keys)) for quad in contested_quads(one)}
    for name, packed in _checks(store, names):
        found.update(checked_quads(name, read_check(packed)))
    gone = keys | {article_iri(name) for name in names}
    if not found and not _is_held(store, gone):
        return  # as with most articles
    old = set(store.quads([CONTESTED_GRAPH.value]))
    new = _without(old, gone) | found
    new |= _marks(new)
    if not old <= new:
        store.replace([CONTESTED_GRAPH.value], new)
    elif new != old:
        store.replace([], new - old)


def _is_held(store: Store, keys: Iterable[str]) -> bool:
    """Whether something stands under one of these keys."""
    return any(
        store.query(f"ASK {{ VALUES ?key {{ {' '.join(some)} }} GRAPH {CONTESTED_GRAPH} {{ ?it {predicate} ?key }} }}")
        for predicate, terms in _by_property(keys).items()
        for some in batches(terms)
    )


def _by_property(keys: Iterable[str]) -> dict[NamedNode, list[str]]:
    """Keys as terms of SPARQL, by the property that keeps them."""
    found: dict[NamedNode, list[str]] = defaultdict(list)
    for key in keys:
        predicate, term = key_term(key)
        found[predicate].append(str(term))
    return found


def _without(quads: Iterable[Quad], keys: frozenset[str]) -> set[Quad]:
    """What holds without these keys: whatever stands under no other goes with them, and so do all marks."""
    wholes: dict[str, set[Quad]] = defaultdict(set)
    for quad in quads:
        if quad.predicate != HBT.contested:
            wholes[owner(plain(quad.subject))].add(quad)
    left: set[Quad] = set()
    for whole in wholes.values():
        under = {quad for quad in whole if quad.predicate in _KEYS}
        lost = {quad for quad in under if plain(quad.object) in keys}
        if lost != under:
            left |= whole - lost
    return left


def _marks(quads: Iterable[Quad]) -> set[Quad]:
    """That the facts of both sides are contested; a check is no fact, and alone contests nothing."""
    sides = {quad.subject for quad in quads if quad.object == HBT.ContestedSide}
    checks = {quad.subject for quad in quads if quad.object == HBT.RatioCheck}
    return {
        Quad(quad.object, HBT.contested, _TRUE, CONTESTED_GRAPH)
        for quad in quads
        if quad.predicate in (HBT.claimedFact, HBT.alsoClaimed)
        and quad.subject in sides
        and isinstance(quad.object, NamedNode)
        and quad.object not in checks
    }


def _keys(store: Store, names: Iterable[str]) -> frozenset[str]:
    """The keys under which these articles' claims are compared."""
    found: set[str] = set()
    for some in batches(names):
        graphs = " ".join(str(names_graph(NamedNode(article_iri(name)))) for name in some)
        rows = select(
            store,
            f"SELECT DISTINCT ?key {{ VALUES ?graph {{ {graphs} }} GRAPH ?graph {{ ?claim a {HBT.Compared} ; "
            f"{HBT.comparedThing}|{HBT.comparedUnder} ?key }} }}",
        )
        found.update(row["key"] or "" for row in rows.records())
    return frozenset(found)


def _claims(store: Store, keys: Iterable[str]) -> list[Claim]:
    """All claims of the store under these keys, each with those of the keys that are its own."""
    under: dict[tuple[str, str], set[str]] = defaultdict(set)
    packed: dict[tuple[str, str], str] = {}
    for predicate, terms in _by_property(keys).items():
        for some in batches(terms):
            rows = select(
                store,
                f"SELECT ?claim ?key ?fact ?claimed {{ VALUES ?key {{ {' '.join(some)} }} ?claim {predicate} ?key . "
                f"?claim {HBT.claimed} ?claimed . ?claim {HBT.claimedFact} ?fact }}",
            )
            for row in rows.records():
                at = row["claim"] or "", row["fact"] or ""
                under[at].add(row["key"] or "")
                packed[at] = row["claimed"] or ""
    return [read_claim(packed[at], at[1], sorted(under[at])) for at in sorted(packed)]


def _checks(store: Store, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The ratios checked in these articles, as they are kept."""
    for some in batches(names):
        by_iri = {article_iri(name): name for name in some}
        articles = " ".join(str(NamedNode(iri)) for iri in by_iri)
        rows = select(
            store, f"SELECT ?article ?check {{ VALUES ?article {{ {articles} }} ?article {HBT.ratioCheck} ?check }}"
        )
        for row in rows.records():
            yield by_iri[row["article"] or ""], row["check"] or ""
