"""What the facts of a store tell of who holds which post, as marks for `identity.tenures`, by person and post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import NamedNode

from hbtgraph.identity.posts import Post, held_alone
from hbtgraph.identity.tenures import Manner, Mark
from hbtgraph.rdf.terms import DCT, HBT, OA, ORG, SKOS, C
from hbtgraph.store import Rows, Store
from hbtgraph.vietnamese.dates import bounds
from hbtgraph.vietnamese.text import key

Row = Mapping[str, str | None]

_BATCH = 200
"""IRIs asked for at once."""

_HOLDS = f"""{{ ?fact {ORG.member} ?person . ?fact a {HBT.Tenure} ; {HBT.tenureStatus} ?status }}
  UNION {{ ?fact {HBT.person} ?person . ?fact a {HBT.Appointment} ; {HBT.action} ?action }}"""

_ROLE = f"OPTIONAL {{ ?fact {ORG.role} ?role }} OPTIONAL {{ ?fact {HBT.roleText} ?text }}"
_POST = f"OPTIONAL {{ ?fact {ORG.organization} ?body }} {_ROLE}"

_MARKS = f"""SELECT DISTINCT * WHERE {{
  %s
  {_HOLDS}
  ?fact {HBT.evidence}/{OA.hasSource} ?article .
  {_ROLE}
  OPTIONAL {{ ?fact {ORG.organization} ?body . ?body {SKOS.prefLabel} ?name FILTER(LANG(?name) = "vi") }}
  OPTIONAL {{ ?fact {ORG.organization}/{HBT.jurisdiction} ?unit }}
  OPTIONAL {{ ?fact {HBT.attestedOn} ?attested }}
  OPTIONAL {{ ?fact {HBT.earliestStart} ?from }}
  OPTIONAL {{ ?fact {HBT.latestEnd} ?until }}
  OPTIONAL {{ ?fact {HBT.dateText} ?date }}
  OPTIONAL {{ ?article {DCT.issued} ?day }}
}}"""

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
        pattern = f"VALUES ?article {{ {some} }} GRAPH ?article {{ {_HOLDS} {_POST} }}"
        for row in _rows(store, f"SELECT DISTINCT ?person ?body ?role ?text WHERE {{ {pattern} }}"):
            people.add(row["person"] or "")
            posts.add(_post(row))
    return Touched(frozenset(people), frozenset(posts))


def holders(store: Store, posts: Iterable[Post]) -> dict[Post, set[str]]:
    """Who is told to hold or change each of these posts. Raises StoreError."""
    posts = set(posts)
    patterns = [f"VALUES ?body {{ {some} }}" for some in _batches(post.body for post in posts if post.body)]
    if any(not post.body for post in posts):
        patterns.append(f"FILTER NOT EXISTS {{ ?fact {ORG.organization} ?any }}")
    found: dict[Post, set[str]] = defaultdict(set)
    for pattern in patterns:
        only = f"?fact {ORG.organization} ?body ." if "VALUES" in pattern else ""
        query = f"SELECT DISTINCT ?person ?body ?role ?text WHERE {{ {pattern} {only} {_HOLDS} {_POST} }}"
        for row in _rows(store, query):
            if (post := _post(row)) in posts:
                found[post].add(row["person"] or "")
    return dict(found)


def marks_of(store: Store, people: Iterable[str]) -> list[Mark]:
    """What the facts about these people tell, sorted. Raises StoreError."""
    values = (f"VALUES ?person {{ {some} }}" for some in _batches(people))
    return sorted(mark for only in values for mark in _marks(store, only))


def all_marks(store: Store) -> list[Mark]:
    """What all facts tell, sorted. Raises StoreError."""
    return sorted(_marks(store, ""))


def _marks(store: Store, only: str) -> Iterable[Mark]:
    """One mark for each fact and day that it proves; facts that tell nothing of a tenure are left out."""
    found: dict[tuple[str, str], Mark] = {}
    for row in _rows(store, _MARKS % only):
        if mark := (_of_change if row["action"] else _of_holding)(row):
            found.setdefault((mark.fact, mark.proves or ""), mark)
    return found.values()


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
        post=_post(row),
        manner=manner,
        says="holds",
        role=row["text"] or "",
        body=row["name"] or "",
        unit=row["unit"] or "",
    )


def _post(row: Row) -> Post:
    return Post(row["body"] or "", row["role"] or key(row["text"] or ""))


def _manner(role: str) -> Manner:
    """How a post that an appointment names is held: "Quyền Chủ tịch" is acting."""
    first = key(role).partition(" ")[0]
    return "acting" if first == "quyền" else "current"


def _days(iso: str) -> tuple[str, str]:
    first, last = bounds(iso)
    return first.isoformat(), last.isoformat()


def _code(concept: str | None) -> str:
    return (concept or "").removeprefix(C.base).partition("-")[2]


def _rows(store: Store, query: str) -> Iterator[Row]:
    answer = store.query(query)
    assert isinstance(answer, Rows)
    return answer.records()


def _batches(iris: Iterable[str]) -> Iterator[str]:
    """The IRIs as terms of SPARQL, so many at a time."""
    ordered = iter(sorted(set(iris)))
    while some := tuple(islice(ordered, _BATCH)):
        yield " ".join(str(NamedNode(iri)) for iri in some)
