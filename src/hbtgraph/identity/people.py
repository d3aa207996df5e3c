"""What tells that two people are one: the post, the body, the place, and how few bear the name.

How many bear a name (`commonness`) decides what it takes: a name that one in a million bears tells its bearer in the
whole country, one in a hundred thousand needs the province or a like post, the rest need the body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from hbtgraph.identity.names import FEW, LIKELY, ONE_KNOWN, RARE, UNIQUE, commonness, person_key
from hbtgraph.identity.posts import alone_in_the_country, alone_somewhere
from hbtgraph.identity.rules import Feature, Link, between
from hbtgraph.identity.sketches import PersonSketch, Post
from hbtgraph.vietnamese.text import fold, key


def blocks(sketch: PersonSketch) -> tuple[str, ...]:
    """The name without its marks; and, for misprints, each body with the surname and the given name."""
    folded = fold(sketch.label)
    words = folded.split()
    if len(words) < 2 or commonness(person_key(sketch.label)) > LIKELY:
        return (f"person {folded}",)
    bodies = sorted({post.body for post in sketch.posts if post.body})
    return (f"person {folded}", *(f"person {words[0]} {words[-1]} {body}" for body in bodies))


def anchored(sketch: PersonSketch) -> bool:
    """Whether a post at a body tells the person from others of the name."""
    return any(post.body for post in sketch.posts)


def features(sketch: PersonSketch) -> Iterator[Feature]:
    """What others may share with a person, and under which rule."""
    name, folded = person_key(sketch.label), fold(sketch.label)
    share = commonness(name)
    for post in sketch.posts:
        role = key(post.role)
        if post.body:
            yield Feature("same-body", (name, post.body))
            yield Feature("body-beside", (name, post.body))
            yield Feature("tone-marks", (folded, role, post.body))
            yield Feature("tone-beside", (folded, post.body))
            if role in alone_somewhere() or share < RARE:
                yield Feature("misprint", (folded, role, post.body))
            if share < RARE:
                yield Feature("like-post", (name, role, post.head))
            yield from _near(name, post)
        if role in alone_in_the_country():
            yield Feature("sole-post", (name, role))
    if share == 1:  # a given name is somebody inside its article alone
        return
    yield from _rare(sketch, name, folded, share)
    if not anchored(sketch):
        yield from (Feature("body-beside", (name, body)) for body in sketch.beside)
    if share < FEW:
        yield from (Feature("same-affair", (name, other)) for other in sketch.others)
    for home in homes(sketch):
        yield _in_province(name, home)
        if share < LIKELY:
            yield Feature("only-there", (name, home))
    if sketch.place and not any(post.units for post in sketch.posts):
        yield _in_province(name, sketch.place)
    for unit in sketch.near:
        yield Feature("same-district", (name, unit))


def _rare(sketch: PersonSketch, name: str, folded: str, share: float) -> Iterator[Feature]:
    """What a name that few bear tells by itself. Two syllables may be a pen name, which tells nobody."""
    if share < RARE:
        yield Feature("tone-beside", (folded, sketch.article))
        if not anchored(sketch):
            yield from (Feature("tone-beside", (folded, body)) for body in sketch.beside)
    if len(name.split()) > 2:
        if share < ONE_KNOWN:
            yield Feature("one-known", (name,))
            for body in {*sketch.beside, *(post.body for post in sketch.posts if post.body)}:
                yield Feature("post-beside", (name, body))
        if share < UNIQUE:
            yield Feature("unique-name", (name,))


def homes(sketch: PersonSketch) -> frozenset[str]:
    """The provinces to which a person belongs, by name."""
    return frozenset(filter(None, (sketch.home, *(post.home for post in sketch.posts))))


def _near(name: str, post: Post) -> Iterator[Feature]:
    """A unit below the province has few officials of one name, and so have the bodies that lead a province."""
    if len(post.units) > 1 or (post.units and post.leads):
        yield Feature("same-unit", (name, post.units[0]))
    for unit in post.units[:-1] if commonness(name) < 1 else ():
        yield Feature("same-district", (name, unit))


def _in_province(name: str, province: str) -> Feature:
    return Feature("rare-name" if commonness(name) < RARE else "same-province", (name, province))


def mistyped(people: Iterable[PersonSketch]) -> Iterator[Link]:
    """People in one post at one body whose names differ in a letter of a middle syllable, or in such a syllable.

    One of the two names must be rare, and none may be a common one.
    """
    by_post: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for sketch in people:
        name, words = person_key(sketch.label), fold(sketch.label).split()
        if len(words) > 1 and commonness(name) < LIKELY:
            for post in sketch.posts:
                if post.body:
                    by_post[key(post.role), post.body, words[0], words[-1]].setdefault(name, sketch.birth)
    for where in sorted(at for at, names in by_post.items() if len(names) > 1):
        for (one, birth), (other, its) in combinations(by_post[where].items(), 2):
            if min(commonness(one), commonness(other)) < RARE and _nearly(fold(one), fold(other)):
                yield between(birth, its, "mistyped")


def _nearly(one: str, other: str) -> bool:
    """Whether names that begin and end alike differ in one letter between, or in one syllable too few."""
    short, long = sorted((one.split()[1:-1], other.split()[1:-1]), key=len)
    if len(short) < len(long):
        return len(short) + 1 == len(long) and any(short == long[:at] + long[at + 1 :] for at in range(len(long)))
    differ = [pair for pair in zip(short, long, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and _one_letter(*differ[0])


def _one_letter(one: str, other: str) -> bool:
    """Whether two syllables differ in one letter, too few, too many or another."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
