"""The IRIs of entities: given once, kept, and left behind as tombstones where two become one.

An entity has the IRI of one of its births. A group of births that has none yet gets that of its founder;
one that has keeps it, also when its founder is taken out; of two that become one the lesser IRI stays and
the other becomes a tombstone; of two that part, the one with the founder keeps the IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct

from hbtgraph.identity.sketches import AnySketch


class Given(Struct, frozen=True):
    """What an entity is called: its IRI and its label."""

    iri: str
    label: str


def given_iris(groups: Sequence[Sequence[str]], before: Mapping[str, str]) -> dict[str, str]:
    """Birth → IRI. Each group has its founder first; `before` says which IRI each birth had until now."""
    claims: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for iri in {before[birth] for birth in group if birth in before}:
            claims[iri].append(at)
    won: dict[int, list[str]] = defaultdict(list)
    for iri, claimants in claims.items():
        won[_winner(iri, [groups[at] for at in claimants], claimants)].append(iri)
    given: dict[str, str] = {}
    for at, group in enumerate(groups):
        iri = min(won[at]) if at in won else next(iri for iri in _own(group) if iri not in claims)
        given.update(dict.fromkeys(group, iri))
    return given


def _own(group: Sequence[str]) -> Iterator[str]:
    """The IRIs that a group may take: its births, or, where others bear all of those, the founder's with a number."""
    yield from group
    yield from (f"{group[0]}-{number}" for number in count(2))


def _winner(iri: str, groups: Sequence[Sequence[str]], places: Sequence[int]) -> int:
    with_founder = [at for group, at in zip(groups, places, strict=True) if iri in group]
    if with_founder:
        return with_founder[0]
    return max(zip(groups, places, strict=True), key=lambda one: (len(one[0]), -one[1]))[1]


def tombstones(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """IRIs that no entity bears any longer → the IRI of the entity that took them in."""
    alive = set(after.values())
    return {
        old: after[birth] for birth, old in sorted(before.items()) if birth in after and old not in alive
    }  # fmt: skip


def label_of(sketches: Iterable[AnySketch]) -> str:
    """The label of an entity from the ways in which articles write its name, whatever their order.

    The longest name of an event or document, which says most; of others the one with the fewest odd letters
    (capitals inside a word, words of a person's name in small letters).
    """
    told = list(sketches)
    return best_label(told[0].kind, (sketch.label for sketch in told))


def best_label(kind: str, labels: Iterable[str]) -> str:
    """The one of these ways of writing that `label_of` prefers. It may be asked again with its own answer."""
    if kind in ("event", "document", "campaign"):
        return min(labels, key=lambda label: (-len(label), label))
    if kind == "person":
        return min(labels, key=lambda label: (sum(not _is_capitalised(word) for word in label.split()), label))
    return min(labels, key=lambda label: (sum(letter.isupper() for letter in label), label))


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and not word[1:].isupper()
