"""Who is who, decided again for just what an addition or a retraction touches.

Only sketches that share a block with one that comes or goes are looked at, so that the work does not
grow with the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from hbtgraph.identity import (
    UNDECIDED,
    AnySketch,
    Decided,
    Given,
    NameSketch,
    best_label,
    blocks,
    cluster,
    given_iris,
    label_of,
    tombstones,
)
from hbtgraph.pipeline import memory
from hbtgraph.store import Store


class Resolution(Struct, frozen=True, kw_only=True):
    """What identity gives: birth → IRI and label, the articles to write again, and IRIs that are borne no longer."""

    given: dict[str, Given]
    stale: frozenset[str]
    replaced: dict[str, str]
    revived: frozenset[str]


def resolve(
    store: Store,
    coming: Iterable[AnySketch],
    going: Iterable[str] = (),
    decided: Decided = UNDECIDED,
    touched: Iterable[str] = (),
) -> Resolution:
    """Decides who is who once these sketches are in and the articles of these ids are out.

    `touched` are births to look at besides, where a decision of people is new. An article that is to be read
    anew both goes (as it was) and comes. Raises StoreError.
    """
    coming, going = list(coming), frozenset(going)
    leaving = [one for name in sorted(going) for one in memory.of_article(store, name)]
    named = decided.births | frozenset(touched)
    beside = memory.of_births(store, named) if named else []
    around = memory.in_blocks(
        store, (key for sketch in (*coming, *_sketches((*leaving, *beside))) for key in blocks(sketch))
    )
    known = {(one.sketch.article, one.sketch.birth): one for one in (*around, *beside)}
    staying = [known[at] for at in sorted(known) if at[0] not in going]
    compared = [sketch for sketch in coming if _is_compared(sketch, named)]
    told = [*_sketches(staying), *compared]
    groups = cluster(told, same=decided.same, apart=decided.apart).groups
    before = {one.sketch.birth: one.iri for one in (*leaving, *known.values())}
    iris = given_iris(groups, before)
    given = _labelled(told, groups, iris)
    given |= _by_name(store, coming, leaving, going, named)
    old = memory.labels(store, {before.get(birth, birth) for birth in given} | {is_.iri for is_ in given.values()})
    after = {birth: is_.iri for birth, is_ in given.items()}
    return Resolution(
        given=given,
        stale=_stale(store, staying, given, old) - {sketch.article for sketch in coming},
        replaced=tombstones(before, after),
        revived=frozenset(after.values()),
    )


def _sketches(remembered: Iterable[memory.Remembered]) -> list[AnySketch]:
    return [one.sketch for one in remembered]


def _is_compared(sketch: AnySketch, named: frozenset[str]) -> bool:
    """Whether others may turn out to be the same: a unit or body only where people decided on it."""
    return not isinstance(sketch, NameSketch) or sketch.birth in named


def _labelled(
    sketches: Iterable[AnySketch], groups: Iterable[tuple[str, ...]], iris: Mapping[str, str]
) -> dict[str, Given]:
    by_birth: dict[str, list[AnySketch]] = defaultdict(list)
    for sketch in sketches:
        by_birth[sketch.birth].append(sketch)
    given = {}
    for group in groups:
        label = label_of(sketch for birth in group for sketch in by_birth[birth])
        given.update({birth: Given(iris[birth], label) for birth in group})
    return given


def _by_name(
    store: Store,
    coming: Iterable[AnySketch],
    leaving: Iterable[memory.Remembered],
    going: frozenset[str],
    named: frozenset[str],
) -> dict[str, Given]:
    """Units and bodies, whom their names decide: only the way of writing them may change."""
    written: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for sketch in (*coming, *_sketches(leaving)):
        if isinstance(sketch, NameSketch) and sketch.birth not in named:
            kinds[sketch.birth] = sketch.kind
    for sketch in coming:
        if sketch.birth in kinds:
            written[sketch.birth].add(sketch.label)
    lost = {one.sketch.birth for one in leaving if one.sketch.birth in kinds}
    for one in memory.of_births(store, lost):
        if one.sketch.article not in going:
            written[one.sketch.birth].add(one.sketch.label)
    for birth, label in memory.labels(store, kinds.keys() - lost).items():
        written[birth].add(label)
    return {birth: Given(birth, best_label(kinds[birth], labels)) for birth, labels in written.items()}


def _stale(
    store: Store, staying: Iterable[memory.Remembered], given: Mapping[str, Given], old: Mapping[str, str]
) -> frozenset[str]:
    """The articles in the store whose graph has another IRI or label than identity gives now."""
    found = set()
    compared = set()
    for one in staying:
        birth = one.sketch.birth
        compared.add(birth)
        if (is_ := given[birth]) and (is_.iri != one.iri or old.get(one.iri, is_.label) != is_.label):
            found.add(one.sketch.article)
    renamed = [
        birth for birth, is_ in given.items() if birth not in compared and old.get(is_.iri, is_.label) != is_.label
    ]
    if renamed:
        found.update(memory.naming_articles(store, renamed))
    return frozenset(found)
