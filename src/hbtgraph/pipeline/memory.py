"""What a store remembers of the names in its articles, and how it is asked for just what an addition touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hbtgraph.identity import AnySketch
from hbtgraph.iris import article_iri
from hbtgraph.model import AnyFact, Article
from hbtgraph.pipeline.batches import batches
from hbtgraph.rdf.naming import names_graph
from hbtgraph.rdf.terms import DCT, HBT, OWL, SCHEMA, SKOS, TOMBSTONE_GRAPH
from hbtgraph.store import Rows, Store


class Reading(Struct, frozen=True):
    """An article as it was read, and its facts: what is needed to map it again."""

    article: Article
    facts: tuple[AnyFact, ...]


class Remembered(Struct, frozen=True):
    """A sketch, and the IRI that its birth has."""

    sketch: AnySketch
    iri: str


_decode_sketch = msgspec.json.Decoder(AnySketch).decode
_decode_reading = msgspec.json.Decoder(Reading).decode


def in_blocks(store: Store, blocks: Iterable[str]) -> list[Remembered]:
    """All sketches of these blocks, and of the blocks that those stand in, and so on. Raises StoreError."""
    seen: set[str] = set()
    found: dict[tuple[str, str], Remembered] = {}
    waiting = set(blocks)
    while waiting:
        seen |= waiting
        fresh: set[str] = set()
        values = (f"VALUES ?key {{ {_literals(keys)} }} ?naming {HBT.block} ?key" for keys in batches(waiting))
        for one, others in _namings(store, values):
            found[one.sketch.article, one.sketch.birth] = one
            fresh |= others
        waiting = fresh - seen
    return [found[at] for at in sorted(found)]


def of_births(store: Store, births: Iterable[str]) -> list[Remembered]:
    """All sketches with these births. Raises StoreError."""
    values = (f"VALUES ?birth {{ {_nodes(some)} }} ?naming {HBT.birth} ?birth" for some in batches(births))
    return [one for one, _ in _namings(store, values)]


def of_article(store: Store, article_id: str) -> list[Remembered]:
    """The sketches of an article. Raises StoreError."""
    graph = names_graph(NamedNode(article_iri(article_id)))
    return [one for one, _ in _namings(store, [f"GRAPH {graph} {{ ?naming a {HBT.Naming} }}"])]


def everything(store: Store) -> list[Remembered]:
    """All sketches of the store. Raises StoreError."""
    return [one for one, _ in _namings(store, [f"?naming a {HBT.Naming}"])]


def _namings(store: Store, patterns: Iterable[str]) -> Iterator[tuple[Remembered, set[str]]]:
    for pattern in patterns:
        rows = select(
            store,
            f"""SELECT ?naming ?sketch ?iri (GROUP_CONCAT(DISTINCT ?block; SEPARATOR="\\n") AS ?blocks) WHERE {{
  {pattern} . ?naming {HBT.sketch} ?sketch ; {HBT.namedEntity} ?iri . OPTIONAL {{ ?naming {HBT.block} ?block }}
}} GROUP BY ?naming ?sketch ?iri ORDER BY ?naming""",
        )
        for row in rows.records():
            sketch = _decode_sketch(row["sketch"] or "")
            yield Remembered(sketch, row["iri"] or ""), set((row["blocks"] or "").split("\n")) - {""}


def labels(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """IRI → the Vietnamese label that it has in the store; those without one are left out. Raises StoreError."""
    found: dict[str, str] = {}
    for some in batches(iris):
        rows = select(
            store,
            f"SELECT ?thing ?label {{ VALUES ?thing {{ {_nodes(some)} }} ?thing {SKOS.prefLabel} ?label "
            f'FILTER(LANG(?label) = "vi") }} ORDER BY ?thing ?label',
        )
        for row in rows.records():
            found.setdefault(row["thing"] or "", row["label"] or "")
    return found


def naming_articles(store: Store, births: Iterable[str]) -> list[str]:
    """Ids of the articles that name one of these births. Raises StoreError."""
    found = {one.sketch.article for one in of_births(store, births)}
    return sorted(found)


def reading(store: Store, article_id: str) -> Reading | None:
    """The article and its facts as they were read, or None where the store has no such article. Raises StoreError."""
    node = NamedNode(article_iri(article_id))
    rows = select(store, f"SELECT ?reading ?text {{ {node} {HBT.reading} ?reading ; {HBT.text} ?text }}")
    for row in rows.records():
        kept = _decode_reading(row["reading"] or "")
        return msgspec.structs.replace(kept, article=msgspec.structs.replace(kept.article, text=row["text"] or ""))
    return None


def packed(article: Article, facts: Iterable[AnyFact]) -> str:
    """The article without its text, which has a graph of its own, and its facts, as JSON."""
    bare = msgspec.structs.replace(article, text="")
    return msgspec.json.encode(Reading(bare, tuple(facts))).decode()


def births_of(store: Store, iri: str) -> list[str]:
    """The births of an entity, sorted. Raises StoreError."""
    rows = select(
        store,
        f"SELECT DISTINCT ?birth {{ ?naming {HBT.namedEntity} {NamedNode(iri)} ; {HBT.birth} ?birth }} ORDER BY ?birth",
    )
    return [row["birth"] or "" for row in rows.records()]


def texts(store: Store, articles: Iterable[str]) -> dict[str, str]:
    """Id → text of these articles. Raises StoreError."""
    return _of_articles(store, articles, HBT.text)


def titles(store: Store, articles: Iterable[str]) -> dict[str, str]:
    """Id → headline of these articles. Raises StoreError."""
    return _of_articles(store, articles, SCHEMA.headline)


def _of_articles(store: Store, articles: Iterable[str], what: NamedNode) -> dict[str, str]:
    found = {}
    for some in batches(articles):
        by_iri = {article_iri(name): name for name in some}
        rows = select(store, f"SELECT ?article ?it {{ VALUES ?article {{ {_nodes(by_iri)} }} ?article {what} ?it }}")
        found.update({by_iri[row["article"] or ""]: row["it"] or "" for row in rows.records()})
    return found


def replaced(store: Store) -> dict[str, str]:
    """Tombstones: IRIs that are borne no longer → the IRI that took them in. Raises StoreError."""
    rows = select(
        store,
        f"SELECT ?old ?new {{ GRAPH {TOMBSTONE_GRAPH} {{ ?old {OWL.deprecated} true ; {DCT.isReplacedBy} ?new }} }}",
    )
    return {row["old"] or "": row["new"] or "" for row in rows.records()}


def select(store: Store, query: str) -> Rows:
    """The answer to a SELECT. Raises StoreError."""
    answer = store.query(query)
    assert isinstance(answer, Rows)
    return answer


def _literals(texts: Iterable[str]) -> str:
    return " ".join(str(Literal(text)) for text in texts)


def _nodes(iris: Iterable[str]) -> str:
    return " ".join(str(NamedNode(iri)) for iri in iris)
