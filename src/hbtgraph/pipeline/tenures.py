"""Merged tenures, made anew for just the people and posts that a change of the store touches.

What articles say of one person in one post is put together by the rule of `identity.tenures`, bounded by
`identity.bounds`, and kept beside the articles in one graph for each post, so that no question need do it again. A
post's tenures depend on what is said of it, and of its holders in other posts of its body or in the same articles; one
holder's on another's only where one person alone holds the post at a time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache
from hashlib import sha256

from pyoxigraph import NamedNode, Quad

from hbtgraph.identity.bounds import bounds_of
from hbtgraph.identity.posts import Post, alone_somewhere
from hbtgraph.identity.tenures import Episode, Mark, episodes
from hbtgraph.iris import article_iri
from hbtgraph.pipeline.attestations import Touched, all_marks, holders, marks_of, touched
from hbtgraph.pipeline.batches import portions
from hbtgraph.rdf.concepts import concept
from hbtgraph.rdf.derived import DERIVED_GRAPH, MergedTenure, post_graph, tenure_quads
from hbtgraph.rdf.terms import HBT, ID, META_GRAPH, ORG, plain
from hbtgraph.resources import folder
from hbtgraph.store import Store

_RULES = 1
"""Raised when the rules change, so that the merged tenures of older stores are made anew."""

_TOGETHER = 100
"""Posts written at once."""


@contextmanager
def renewed(store: Store, articles: Iterable[str]) -> Iterator[None]:
    """Around whatever writes or takes out the articles of these ids: makes the merged tenures that it touches anew.

    Where it is cut short, the next one makes all of them anew. Raises StoreError.
    """
    iris = sorted({article_iri(name) for name in articles})
    sound = _is_sound(store)
    before = touched(store, iris)
    if sound and iris:
        _mark(store, sound=False)
    yield
    if not sound:
        renew_all(store)
    elif iris:
        _renew(store, before, touched(store, iris))
        _mark(store, sound=True)


def renew_all(store: Store) -> None:
    """Makes all merged tenures anew. Raises StoreError."""
    for names in portions((name for name in store.graph_names() if name.startswith(DERIVED_GRAPH)), _TOGETHER):
        store.drop(names)
    people: dict[Post, set[str]] = defaultdict(set)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark in all_marks(store):
        people[mark.post].add(mark.person)
        marks[mark.person].append(mark)
    _write(store, people, people, marks)
    _mark(store, sound=True)


def _renew(store: Store, before: Touched, after: Touched) -> None:
    """The touched posts anew: of one that a single person holds at a time all holders, of others the touched people.

    Of a post that many hold, one holder's tenures tell nothing of another's.
    """
    people = before.people | after.people
    posts = before.posts | after.posts
    bodies = {post.body for post in posts}
    own = marks_of(store, people)
    posts |= {mark.post for mark in own if mark.post.body in bodies}
    succeeded = {post for post in posts if post.role in _held_alone()}
    holding = holders(store, succeeded)
    others = {person for some in holding.values() for person in some} - people
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark in (*own, *marks_of(store, others)):
        marks[mark.person].append(mark)
    _write(store, posts, {post: holding.get(post, set()) if post in succeeded else people for post in posts}, marks)


@cache
def _held_alone() -> frozenset[str]:
    """The roles of posts that one person alone holds in some kind of body, as posts name them."""
    texts = alone_somewhere()
    concepts = (concept("role", text) for text in texts)
    return texts | {found.value for found in concepts if found}


def _write(
    store: Store, posts: Iterable[Post], people: Mapping[Post, Set[str]], marks: Mapping[str, list[Mark]]
) -> None:
    """The graphs of these posts; what they have of people who are not given stays, but where all holders are."""
    for some in portions(sorted(posts), _TOGETHER):
        quads = []
        for post in some:
            of = people.get(post, frozenset())
            if post.role not in _held_alone():
                quads += _of_others(store.quads([post_graph(post.body, post.role).value]), of)
            of_holders = [mark for person in of for mark in marks.get(person, ())]
            quads += [quad for one in _merged(post, of_holders) for quad in tenure_quads(one)]
        store.replace([post_graph(post.body, post.role).value for post in some], quads)


def _of_others(quads: Iterable[Quad], people: Set[str]) -> list[Quad]:
    """A post's tenures without those of these people."""
    quads = list(quads)
    nodes = {NamedNode(person) for person in people}
    theirs = {quad.subject for quad in quads if quad.predicate == ORG.member and quad.object in nodes}
    return [quad for quad in quads if quad.subject not in theirs]


def _merged(post: Post, marks: Iterable[Mark]) -> Iterator[MergedTenure]:
    number: Counter[tuple[str, str]] = Counter()
    for episode in episodes(post, marks):
        whose = episode.marks[0].person, episode.marks[0].manner
        number[whose] += 1
        yield _one(post, episode, number[whose])


def _one(post: Post, episode: Episode, number: int) -> MergedTenure:
    own = [mark for mark in episode.marks if mark.says != "moves"]
    texts = Counter(mark.role for mark in own)
    limits = bounds_of(episode)
    return MergedTenure(
        graph=post_graph(post.body, post.role),
        number=number,
        person=own[0].person,
        body=post.body,
        role=post.role,
        role_text=min(texts, key=lambda text: (-texts[text], text)),
        status=own[0].manner,
        days=episode.days,
        sources=tuple(sorted({mark.fact for mark in own})),
        start=limits.start,
        latest_start=limits.latest_start,
        earliest_end=limits.earliest_end,
        end=limits.end,
    )


# --- whether the merged tenures are those of the articles


def _is_sound(store: Store) -> bool:
    return _seal() in list(store.quads([META_GRAPH.value]))


def _mark(store: Store, *, sound: bool) -> None:
    kept = [quad for quad in store.quads([META_GRAPH.value]) if quad.predicate != HBT.derivedDigest]
    store.replace([META_GRAPH.value], [*kept, _seal()] if sound else kept)


@cache
def _seal() -> Quad:
    """Says in the store that its merged tenures are sound, by these rules and this table of posts."""
    rows = (folder("data") / "gazetteers" / "posts-held-alone.csv").read_bytes()
    return Quad(ID("store"), HBT.derivedDigest, plain(sha256(rows + bytes([_RULES])).hexdigest()), META_GRAPH)
