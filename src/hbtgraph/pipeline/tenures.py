"""Merged tenures, made anew for just the people and posts that a change of the store touches.

What articles say of one person in one post is put together by the rule of `identity.tenures`, bounded by
`identity.bounds`, and kept beside the articles in one graph for each post, so that no question need do it again. A
post's tenures depend on what is said of it, and of its holders in other posts of its body or in the same articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256

from pyoxigraph import Quad

from hbtgraph.identity.bounds import bounds_of
from hbtgraph.identity.posts import Post
from hbtgraph.identity.tenures import Episode, Mark, episodes
from hbtgraph.iris import article_iri
from hbtgraph.pipeline.attestations import Touched, all_marks, holders, marks_of, touched
from hbtgraph.pipeline.batches import portions
from hbtgraph.rdf.derived import DERIVED_GRAPH, MergedTenure, post_graph, tenure_quads
from hbtgraph.rdf.terms import HBT, ID, META_GRAPH, plain
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
    posts = before.posts | after.posts
    bodies = {post.body for post in posts}
    posts |= {mark.post for mark in marks_of(store, before.people | after.people) if mark.post.body in bodies}
    people = holders(store, posts)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks_of(store, (person for some in people.values() for person in some)):
        marks[mark.person].append(mark)
    _write(store, posts, people, marks)


def _write(
    store: Store, posts: Iterable[Post], people: Mapping[Post, set[str]], marks: Mapping[str, list[Mark]]
) -> None:
    for some in portions(sorted(posts), _TOGETHER):
        quads = []
        for post in some:
            of_holders = [mark for person in people.get(post, ()) for mark in marks.get(person, ())]
            quads += [quad for one in _merged(post, of_holders) for quad in tenure_quads(one)]
        store.replace([post_graph(post.body, post.role).value for post in some], quads)


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
