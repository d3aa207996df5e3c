"""What the facts of a store tell of who holds which post, as marks for `identity.tenures`, by person and post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import NamedNode

from hbtgraph.identity.posts import Post, held_alone
from hbtgraph.identity.tenures import Manner, Mark
from hbtgraph.pipeline.batches import batches
from hbtgraph.rdf.terms import DCT, HBT, OA, ORG, RDF, SKOS, C
from hbtgraph.store import Rows, Store
from hbtgraph.vietnamese.dates import bounds
from hbtgraph.vietnamese.text import key

Row = Mapping[str, str | None]
Thing = Mapping[str, list[str]]
"""What is said of a thing: property → values."""
Things = dict[str, Thing]

_CLASSES = (HBT.Tenure, HBT.Appointment)
_HOLDER = (ORG.member, HBT.person)
"""How the two kinds of fact name who it is about."""

_BEGINS = ("appointed", "elected", "transferred")
_ENDS = ("dismissed", "resigned", "retired")


class Touched(Struct, frozen=True):
    """People and posts that some articles speak of."""

    people: frozenset[str] = frozenset()
    posts: frozenset[Post] = frozenset()


def touched(store: Store, articles: Iterable[str]) -> Touched:
    """The people and posts of which these articles (IRIs) tell who holds what. Raises StoreError."""
    people, posts = set(), set()
    for some in _batches(articles):
        for kind in _CLASSES:
            pattern = f"VALUES ?graph {{ {some} }} GRAPH ?graph {{ ?thing a {kind} . ?thing ?p ?o }}"
            for fact in _described(store, pattern).values():
                people.add(_person(fact))
                posts.add(_post(fact))
    return Touched(frozenset(people), frozenset(posts))


def holders(store: Store, posts: Iterable[Post]) -> dict[Post, set[str]]:
    """Who is told to hold or change each of these posts. Raises StoreError."""
    posts = set(posts)
    found: dict[Post, set[str]] = defaultdict(set)
    for pattern in _patterns(posts):
        for fact in _described(store, f"{pattern} . ?thing ?p ?o").values():
            if _is_fact(fact) and (post := _post(fact)) in posts:
                found[post].add(_person(fact))
    return dict(found)


def _patterns(posts: Iterable[Post]) -> Iterator[str]:
    """What finds the facts of these posts, by body, else by role; a role of no concept only by looking at all."""
    bare = [post.role for post in posts if not post.body]
    for some in _batches(post.body for post in posts if post.body):
        yield f"VALUES ?body {{ {some} }} ?thing {ORG.organization} ?body"
    for some in _batches(role for role in bare if role.startswith(C.base)):
        yield f"VALUES ?role {{ {some} }} ?thing {ORG.role} ?role"
    if any(not role.startswith(C.base) for role in bare):
        yield from (f"?thing {who} ?person FILTER NOT EXISTS {{ ?thing {ORG.organization} ?any }}" for who in _HOLDER)


def marks_of(store: Store, people: Iterable[str]) -> list[Mark]:
    """What the facts about these people tell, sorted. Raises StoreError."""
    values = [f"VALUES ?person {{ {some} }}" for some in _batches(people)]
    return sorted(mark for only in values for mark in _marks(store, only))


def all_marks(store: Store) -> list[Mark]:
    """What all facts tell, sorted. Raises StoreError."""
    return sorted(_marks(store, ""))


def _marks(store: Store, only: str) -> Iterator[Mark]:
    """One mark for each fact and day that it proves; facts that tell nothing of a tenure are left out.

    Things are described one kind after another: an engine that joins them in one question looks at all it holds.
    """
    facts: Things = {}
    for who in _HOLDER:
        described = _described(store, f"{only} ?thing {who} ?person . ?thing ?p ?o")
        facts.update({iri: fact for iri, fact in described.items() if _is_fact(fact)})
    named = {body for fact in facts.values() for body in fact.get(ORG.organization.value, ())}
    bodies = _things(store, named, SKOS.prefLabel, HBT.jurisdiction)
    proofs = {one for fact in facts.values() for one in fact.get(HBT.evidence.value, ())}
    passages = _things(store, proofs, OA.hasSource)
    sources = {one for passage in passages.values() for one in passage.get(OA.hasSource.value, ())}
    articles = _things(store, sources, DCT.issued)
    for iri, fact in sorted(facts.items()):
        evidence = min(fact[HBT.evidence.value])
        article = _first(passages[evidence], OA.hasSource) or ""
        body = bodies.get(_first(fact, ORG.organization) or "", {})
        row = _row(iri, fact, body, article, _first(articles.get(article, {}), DCT.issued))
        for day in sorted(fact.get(HBT.attestedOn.value, [None])):  # type: ignore[type-var]
            if mark := (_of_change if row["action"] else _of_holding)({**row, "attested": day}):
                yield mark


def _row(iri: str, fact: Thing, body: Thing, article: str, day: str | None) -> Row:
    return {
        "fact": iri,
        "person": _person(fact),
        "body": _first(fact, ORG.organization),
        "name": _first(body, SKOS.prefLabel),
        "unit": _first(body, HBT.jurisdiction),
        "role": _first(fact, ORG.role),
        "text": _first(fact, HBT.roleText),
        "status": _first(fact, HBT.tenureStatus),
        "action": _first(fact, HBT.action),
        "from": _first(fact, HBT.earliestStart),
        "until": _first(fact, HBT.latestEnd),
        "date": _first(fact, HBT.dateText),
        "article": article,
        "day": day,
    }


def _person(fact: Thing) -> str:
    return _first(fact, ORG.member) or _first(fact, HBT.person) or ""


def _is_fact(fact: Thing) -> bool:
    return any(kind.value in fact.get(RDF.type.value, ()) for kind in _CLASSES)


def _of_holding(row: Row) -> Mark:
    status, day, until = _code(row["status"]), row["attested"], row["until"]
    manner: Manner = status if status in ("acting", "deputising") else "current"  # type: ignore[assignment]
    mark = _mark(row, manner)
    if (since := row["from"]) and until:
        mark = replace(mark, term=(since, until))
    if status == "former":
        return replace(mark, says="over", last=until)
    return replace(mark, says="holds", proves=day)


def _of_change(row: Row) -> Mark | None:
    """The mark of a change of post: one to come proves nothing yet, one of no day came by the article's day."""
    action, told = _code(row["action"]), row["date"]
    if not row["body"] and not held_alone(row["text"] or "", ""):
        return None  # "được bổ nhiệm làm Giám đốc": of what, nobody says
    mark = replace(_mark(row, _manner(row["text"] or "")), action=action)
    first, last = _days(told) if told else (None, row["day"])
    exact = first if first == last and (row["day"] is None or (first or "") <= row["day"]) else None
    if action in _BEGINS:
        to_come = bool(first and row["day"] and first > row["day"])
        return replace(mark, says="begins", first=first, last=None if to_come else last, proves=exact)
    if action in _ENDS:
        return replace(mark, says="ends" if told else "over", first=first, last=last, proves=exact)
    if action == "reappointed":
        return replace(mark, says="holds", proves=exact)
    return None


def _mark(row: Row, manner: Manner) -> Mark:
    return Mark(
        fact=row["fact"] or "",
        article=row["article"] or "",
        person=row["person"] or "",
        post=_post_of(row["body"], row["role"], row["text"]),
        manner=manner,
        says="holds",
        role=row["text"] or "",
        body=row["name"] or "",
        unit=row["unit"] or "",
    )


def _post(fact: Thing) -> Post:
    return _post_of(*(_first(fact, what) for what in (ORG.organization, ORG.role, HBT.roleText)))


def _post_of(body: str | None, role: str | None, text: str | None) -> Post:
    return Post(body or "", role or key(text or ""))


def _manner(role: str) -> Manner:
    """How a post that an appointment names is held: "Quyền Chủ tịch" is acting."""
    first = key(role).partition(" ")[0]
    return "acting" if first == "quyền" else "current"


def _days(iso: str) -> tuple[str, str]:
    first, last = bounds(iso)
    return first.isoformat(), last.isoformat()


def _code(concept: str | None) -> str:
    return (concept or "").removeprefix(C.base).partition("-")[2]


def _things(store: Store, iris: Iterable[str], *properties: NamedNode) -> Things:
    """What these properties of the things say."""
    found: Things = {}
    wanted = ", ".join(map(str, properties))
    for some in _batches(iris):
        found |= _described(store, f"VALUES ?thing {{ {some} }} ?thing ?p ?o FILTER(?p IN ({wanted}))")
    return found


def _described(store: Store, pattern: str) -> Things:
    """Each thing that the pattern finds, with its values; texts in Vietnamese or in no language."""
    answer = store.query(
        f'SELECT DISTINCT ?thing ?p ?o WHERE {{ {pattern} FILTER(!ISLITERAL(?o) || LANG(?o) IN ("vi", "")) }}'
    )
    assert isinstance(answer, Rows)
    found: Things = defaultdict(lambda: defaultdict(list))
    for row in answer.records():
        found[row["thing"] or ""][row["p"] or ""].append(row["o"] or "")
    return found


def _first(thing: Thing, what: NamedNode) -> str | None:
    return min(thing.get(what.value, ()), default=None)


def _batches(iris: Iterable[str]) -> Iterator[str]:
    """The IRIs as terms of SPARQL, so many at a time."""
    return (" ".join(str(NamedNode(iri)) for iri in some) for some in batches(iris))
