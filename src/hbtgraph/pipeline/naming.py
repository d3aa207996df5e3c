"""Every naming that a fact uses, with the rule that says who it is; and the pairs that are in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from hbtgraph.identity import UNDECIDED, AnySketch, Clusters, Decided, NameSketch, blocks, cluster, rules
from hbtgraph.model import Span
from hbtgraph.pipeline import memory
from hbtgraph.pipeline.memory import Remembered
from hbtgraph.store import Store

_AROUND = 70
"""Code points of words shown before and after a name."""


class NamedAt(Struct, frozen=True, kw_only=True):
    """One naming: where, in which words, of what kind, which entity it is, and by which rule and how surely."""

    article: str
    start: int
    end: int
    text: str
    kind: str
    entity: str
    rule: str
    score: float


class Side(Struct, frozen=True, kw_only=True):
    """One side of a doubt: the entity, what it is called, and the words of an article about it."""

    birth: str
    entity: str
    label: str
    article: str
    title: str
    day: str
    words: str


class Doubt(Struct, frozen=True, kw_only=True):
    """A pair that rules neither join nor keep apart."""

    a: Side
    b: Side
    rule: str
    score: float
    reason_vi: str
    reason_en: str


def mentions(store: Store, articles: Sequence[str] = (), decided: Decided = UNDECIDED) -> list[NamedAt]:
    """The namings of these articles (ids), or of all, sorted by article and place. Raises StoreError."""
    wanted = [one for name in articles for one in memory.of_article(store, name)] if articles else None
    there = memory.everything(store) if wanted is None else _around(store, wanted)
    best = _best_rules(cluster(_compared(there, decided), same=decided.same, apart=decided.apart))
    texts = memory.texts(store, {one.sketch.article for one in wanted or there})
    found = []
    for one in wanted or there:
        rule = rules()[best.get(one.sketch.birth, _own_rule(one.sketch))]
        found += [
            NamedAt(
                article=one.sketch.article,
                start=place.start,
                end=place.end,
                text=place.of(texts[one.sketch.article]),
                kind=one.sketch.kind,
                entity=one.iri,
                rule=rule.name,
                score=rule.score,
            )
            for place in one.sketch.at
        ]
    return sorted(found, key=lambda one: (one.article, one.start, one.end, one.entity))


def _around(store: Store, wanted: Iterable[Remembered]) -> list[Remembered]:
    """These sketches, and all that they are compared with."""
    wanted = list(wanted)
    found = {(one.sketch.article, one.sketch.birth): one for one in wanted}
    keys = [key for one in wanted for key in blocks(one.sketch)]
    found.update({(one.sketch.article, one.sketch.birth): one for one in memory.in_blocks(store, keys)})
    return [found[at] for at in sorted(found)]


def _compared(there: Iterable[Remembered], decided: Decided) -> list[AnySketch]:
    named = decided.births
    sketches = (one.sketch for one in there)
    return [sketch for sketch in sketches if not isinstance(sketch, NameSketch) or sketch.birth in named]


def _own_rule(sketch: AnySketch) -> str:
    return "same-name" if isinstance(sketch, NameSketch) else "named"


def _best_rules(clusters: Clusters) -> dict[str, str]:
    """Birth → the surest rule that joined it with another."""
    best: dict[str, str] = {}
    for link in clusters.links:
        for birth in (link.a, link.b):
            before = best.get(birth)
            if before is None or rules()[link.rule].score > rules()[before].score:
                best[birth] = link.rule
    return best


def doubts(store: Store, decided: Decided = UNDECIDED) -> list[Doubt]:
    """The pairs in doubt, the likeliest first, each with words of both sides. Raises StoreError."""
    there = memory.everything(store)
    clusters = cluster(_compared(there, decided), same=decided.same, apart=decided.apart)
    first: dict[str, Remembered] = {}
    for one in there:
        first.setdefault(one.sketch.birth, one)
    named = {first[birth].sketch.article for link in clusters.doubts for birth in (link.a, link.b)}
    texts, titles = memory.texts(store, named), memory.titles(store, named)

    def side(birth: str) -> Side:
        one = first[birth]
        article = one.sketch.article
        return Side(
            birth=birth,
            entity=one.iri,
            label=one.sketch.label,
            article=article,
            title=titles.get(article, ""),
            day=one.sketch.day,
            words=_words(texts[article], one.sketch.at),
        )

    found = []
    for link in clusters.doubts:
        rule = rules()[link.rule]
        found.append(
            Doubt(
                a=side(link.a), b=side(link.b), rule=rule.name, score=rule.score, reason_vi=rule.vi, reason_en=rule.en
            )
        )
    return sorted(found, key=lambda doubt: (-doubt.score, doubt.a.label, doubt.a.birth, doubt.b.birth))


def _words(text: str, at: Sequence[Span]) -> str:
    if not at:
        return ""
    start, end = max(0, at[0].start - _AROUND), min(len(text), at[0].end + _AROUND)
    before = text[start : at[0].start].partition(" ")[2] if start else text[: at[0].start]
    after = text[at[0].end : end].rpartition(" ")[0] if end < len(text) else text[at[0].end :]
    return " ".join(f"{'…' if start else ''}{before}{at[0].of(text)}{after}{'…' if end < len(text) else ''}".split())
