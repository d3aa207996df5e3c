"""Which births are one: from what sketches share, and from what people decided.

The answer is a function of the set of sketches and decisions alone: in which order they came does not
matter. First the features of rules that join; then each group that says too little is given to the only
one that it fits, and left alone, in doubt, where it fits several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from hbtgraph.identity.features import alike, anchored, features, homes
from hbtgraph.identity.rules import Feature, Link, between, rules, score
from hbtgraph.identity.sketches import AnySketch

MOST_DOUBTS = 6
"""Sides of one doubt that are shown as pairs; of a crowd of namesakes only the first ones are."""


class Clusters(Struct, frozen=True, kw_only=True):
    """The births that are one, the links that joined them, and the pairs in doubt."""

    groups: tuple[tuple[str, ...], ...]
    """Sorted; each group sorted by the articles that name the births, so that the first is its founder."""
    links: tuple[Link, ...]
    doubts: tuple[Link, ...]


class Union:
    """Groups in the making. Two that hold a pair kept apart are never joined."""

    def __init__(self, births: Iterable[str], apart: Iterable[tuple[str, str]]) -> None:
        self._group: dict[str, set[str]] = {birth: {birth} for birth in births}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def of(self, birth: str) -> set[str]:
        """The births joined with this one so far."""
        return self._group[birth]

    def join(self, a: str, b: str) -> bool:
        """Joins the groups of two births; False where they are to be kept apart."""
        one, other = self._group[a], self._group[b]
        if one is other:
            return True
        if self._apart and self.parted(a, b):
            return False
        for birth in other:
            self._group[birth] = one
        one |= other
        return True

    def parted(self, a: str, b: str) -> bool:
        """Whether people decided that the groups of the two are not one."""
        return any(not self._group[b].isdisjoint(self._apart.get(birth, ())) for birth in self._group[a])

    def groups(self) -> list[set[str]]:
        """All groups."""
        return list({id(group): group for group in self._group.values()}.values())


def cluster(
    sketches: Iterable[AnySketch],
    *,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Clusters:
    """Joins births by rules and decisions; `same` and `apart` are pairs of births that people decided on.

    Pairs with a birth that no sketch has are left out of account.
    """
    told = sorted(sketches, key=lambda sketch: (sketch.article, sketch.birth))
    founders = {sketch.birth: at for at, sketch in reversed(list(enumerate(told)))}
    union = Union(founders, _present(apart, founders))
    links = [between(*pair, "decided") for pair in sorted(_present(same, founders)) if union.join(*pair)]
    sharing = _sharing(told)
    for feature in sorted(sharing, key=_order):
        if rules()[feature.rule].way == "joins":
            links += _joined(union, feature, sorted(sharing[feature], key=founders.__getitem__))
    links += [link for link in alike(told) if union.join(link.a, link.b)]
    agreed, doubts = _agreed(union, sharing, {sketch.birth: homes(sketch) for sketch in told})
    links += agreed
    firm = {sketch.birth for sketch in told if anchored(sketch)}
    fitted, unfitted = _fitted(union, sharing, firm)
    links += fitted
    doubts += unfitted
    doubts += _doubted(union, sharing)
    doubts = [doubt for doubt in doubts if union.of(doubt.a) is not union.of(doubt.b)]
    groups = sorted(tuple(sorted(group, key=founders.__getitem__)) for group in union.groups())
    return Clusters(groups=tuple(groups), links=tuple(sorted(set(links))), doubts=tuple(sorted(set(doubts))))


def _present(pairs: Iterable[tuple[str, str]], births: Mapping[str, int]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in pairs if a in births and b in births]


def _sharing(sketches: Iterable[AnySketch]) -> dict[Feature, list[str]]:
    found: dict[Feature, dict[str, None]] = defaultdict(dict)
    for sketch in sketches:
        for feature in features(sketch):
            found[feature].setdefault(sketch.birth)
    return {feature: list(births) for feature, births in found.items() if len(births) > 1}


def _order(feature: Feature) -> tuple[float, Feature]:
    return -score(feature.rule), feature


def _joined(union: Union, feature: Feature, births: list[str]) -> Iterator[Link]:
    first, *others = births
    for other in others:
        if union.join(first, other):
            yield between(first, other, feature.rule)


def _agreed(
    union: Union, sharing: Mapping[Feature, list[str]], homes: Mapping[str, frozenset[str]]
) -> tuple[list[Link], list[Link]]:
    """Joins the groups that share a feature, where no two of them belong to different provinces."""
    links: list[Link] = []
    doubts: list[Link] = []
    for feature in sorted(sharing, key=_order):
        if rules()[feature.rule].way == "agree":
            groups = {frozenset(union.of(birth)): birth for birth in sorted(sharing[feature], reverse=True)}
            placed = [frozenset[str]().union(*(homes[birth] for birth in group)) for group in groups]
            if all(one & other for one, other in combinations(filter(None, placed), 2)):
                links += _joined(union, feature, sorted(groups.values()))
            else:
                some = sorted(groups.values())[:MOST_DOUBTS]
                doubts += [between(a, b, feature.rule) for a, b in combinations(some, 2)]
    return links, [link for link in doubts if not union.parted(link.a, link.b)]


def _fitted(union: Union, sharing: Mapping[Feature, list[str]], firm: set[str]) -> tuple[list[Link], list[Link]]:
    """Gives each group without an anchor to the only anchored one that it fits by its best rule."""
    offers: dict[frozenset[str], dict[str, dict[frozenset[str], Link]]] = defaultdict(lambda: defaultdict(dict))
    for feature in sorted(sharing, key=_order):
        if rules()[feature.rule].way != "fits":
            continue
        groups = {frozenset(union.of(birth)): birth for birth in sharing[feature]}
        loose = [group for group in groups if group.isdisjoint(firm)]
        for group in loose:
            for other in groups.keys() - set(loose):
                link = between(groups[group], groups[other], feature.rule)
                offers[group][feature.rule].setdefault(other, link)
    links, doubts = [], []
    for by_rule in offers.values():
        best = by_rule[max(by_rule, key=score)]
        pairs = sorted(link for link in best.values() if not union.parted(link.a, link.b))
        if len(pairs) == 1 and union.join(pairs[0].a, pairs[0].b):
            links += pairs
        else:
            doubts += pairs[:MOST_DOUBTS]
    return links, doubts


def _doubted(union: Union, sharing: Mapping[Feature, list[str]]) -> Iterator[Link]:
    for feature in sorted(sharing, key=_order):
        if rules()[feature.rule].way == "doubt":
            groups = {id(union.of(birth)): birth for birth in sorted(sharing[feature], reverse=True)}
            for a, b in combinations(sorted(groups.values())[:MOST_DOUBTS], 2):
                if not union.parted(a, b):
                    yield Link(a, b, feature.rule)
