"""One page that shows a network, says the same as a list, and gives each fact its words; it asks nothing from outside.

The page's script and style are built from `web/` into `assets/`; here they are joined with the data.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from string import Template
from typing import Any

import networkx as nx

from hbtgraph.export.columns import EDGE_COLUMNS, KINDS, NODE_COLUMNS, Column
from hbtgraph.export.layout import LINE, LONGEST_LABEL, WRAP, Sign, layout
from hbtgraph.export.names import asset, last_segment, words
from hbtgraph.export.network import fact_values, kinds_of, label_of, post_holders
from hbtgraph.export.plain import clean
from hbtgraph.export.reading import ArticleLine, Reading, Words
from hbtgraph.rdf.terms import DCT, HBT, SKOS, C

_OWN_PLACE = frozenset(
    {"iri", "label", "label_en", "node_type", "eid", "predicate", "fact_iris", "article_iris", "words"}
)
"""Columns that the page's data give a key of their own or leave out."""


def html(reading: Reading, network: nx.MultiDiGraph, view: str) -> bytes:
    """The page, UTF-8; the same network gives the same bytes."""
    script, style, sheet = asset("page.js"), asset("page.css"), asset("cytoscape.css")
    page = Template(asset("page.html")).substitute(
        policy=_policy([script], [style, sheet]),
        robots='<meta name="robots" content="noindex">' if _names_mere_recipients(reading, network) else "",
        style=style,
        sheet=sheet,
        data=_embedded(page_data(reading, network, view)),
        script=script,
    )
    return page.encode()


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A content security policy that lets only the page's own script and styles in, and nothing out."""

    def digests(texts: Iterable[str]) -> str:
        return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)

    return (
        f"default-src 'none'; script-src {digests(scripts)}; style-src {digests(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _embedded(data: Mapping[str, Any]) -> str:
    """JSON that no text in it can end early: "<" never stands in it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _names_mere_recipients(reading: Reading, network: nx.MultiDiGraph) -> bool:
    """Whether someone is here only for an award or in passing: such people stay out of search engines."""
    holders = set(post_holders(reading))
    people = (data["iri"] for _, data in network.nodes(data=True) if data["node_type"] == "person")
    return any(iri not in holders for iri in people)


def page_data(reading: Reading, network: nx.MultiDiGraph, view: str) -> dict[str, Any]:
    """What the page knows: articles, passages, nodes, edges, further facts, and what things are called.

    Passages are [article's number, start, end, words, words before, words after]; everything else
    names passages by number.
    """
    book = _Passages(reading)
    signs = layout(network)
    nodes = [_node(reading, book, name, data, signs[name]) for name, data in network.nodes(data=True)]
    edges = [_edge(book, tail, head, data) for tail, head, data in network.edges(data=True)]
    facts = _further_facts(reading, book, network)
    return {
        "view": view,
        "label": {"longest": LONGEST_LABEL, "wrap": WRAP, "line": LINE},
        "words": words(),
        "concepts": _concepts(reading, [row["fields"] for row in (*nodes, *edges, *facts)]),
        "nodes": nodes,
        "edges": edges,
        "facts": facts,
        "articles": [_article(line) for line in book.articles],
        "passages": book.passages,
    }


class _Passages:
    """Numbers passages and their articles as they are first used."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers: dict[Words, int] = {}
        self.articles = sorted(reading.articles.values(), key=lambda line: (line.date, line.iri))
        self._article_numbers = {line.iri: number for number, line in enumerate(self.articles)}
        self.passages: list[list[int | str]] = []

    def of(self, facts: Iterable[str], articles: Iterable[str] | None = None) -> list[int]:
        """The numbers of the passages of some facts, in certain articles or all."""
        wanted = None if articles is None else set(articles)
        found = {w for fact in facts for w in self._reading.words(fact) if wanted is None or w.article in wanted}
        known = (w for w in found if w.article in self._article_numbers)
        return [self._number(w) for w in sorted(known, key=lambda w: (self._article_numbers[w.article], w))]

    def _number(self, passage: Words) -> int:
        if passage not in self._numbers:
            self._numbers[passage] = len(self.passages)
            article = self._article_numbers[passage.article]
            texts = (clean(text) for text in (passage.exact, passage.prefix, passage.suffix))
            self.passages.append([article, passage.start, passage.end, *texts])
        return self._numbers[passage]


def _fields(data: Mapping[str, Any], columns: Iterable[Column]) -> dict[str, Any]:
    shown = (column.name for column in columns if column.name not in _OWN_PLACE)
    return {name: data[name] for name in shown if name in data}


def _node(reading: Reading, book: _Passages, name: str, data: Mapping[str, Any], sign: Sign) -> dict[str, Any]:
    return {
        "id": name,
        "iri": data["iri"],
        "kind": data["node_type"],
        "label": clean(data["label"]),
        "labelEn": data.get("label_en", ""),
        "x": sign.x,
        "y": sign.y,
        "size": sign.size,
        "typeSize": sign.type_size,
        "fields": _fields(data, NODE_COLUMNS),
        "passages": book.of([data["iri"]]),
        "sources": sorted({*reading.texts(data["iri"], DCT.source)}),
    }


def _edge(book: _Passages, tail: str, head: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": data["eid"],
        "tail": tail,
        "head": head,
        "relation": data["predicate"],
        "label": clean(data["label"]),
        "labelEn": data["label_en"],
        "fields": _fields(data, EDGE_COLUMNS),
        "passages": book.of(data.get("fact_iris", ()), data.get("article_iris", ())),
    }


def _further_facts(reading: Reading, book: _Passages, network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """Facts that are neither a node nor behind an edge: figures, words spoken, posts without a body ..."""
    shown = {data["iri"]: name for name, data in network.nodes(data=True)}
    behind = {fact for *_, facts in network.edges(data="fact_iris", default=()) for fact in facts}
    found = []
    for fact, kind in kinds_of(reading, KINDS).items():
        if fact not in shown and fact not in behind and (passages := book.of([fact])):
            about = {shown[value] for _, value in reading.all_links(fact) if value in shown}
            fields = {k: v for k, v in fact_values(reading, fact).items() if k not in _OWN_PLACE}
            row = {"id": last_segment(fact), "kind": kind, "label": _title(reading, fact, kind)}
            found.append(row | {"about": sorted(about), "fields": fields, "passages": passages})

    def reading_order(row: Mapping[str, Any]) -> tuple[Any, ...]:
        return list(KINDS).index(row["kind"]), book.passages[row["passages"][0]][:2], row["id"]

    return sorted(found, key=reading_order)


def _title(reading: Reading, fact: str, kind: str) -> str:
    if kind == "figure" and (indicator := reading.text(fact, HBT.indicator)):
        return clean(f"{indicator}: {reading.text(fact, HBT.asWritten) or ''}")
    return clean(label_of(reading, fact))


def _concepts(reading: Reading, fields: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """What the concepts that occur are called: "level-district" → cấp huyện, district level."""
    used = {part for row in fields for value in row.values() if isinstance(value, str) for part in value.split(" | ")}
    found = {}
    for iri in reading.of_class(SKOS.Concept):
        short = last_segment(iri)
        if short in used and iri == C.base + short and (vi := reading.label(iri)):
            found[short] = {"vi": vi, "en": reading.label(iri, "en") or vi}
    return found


def _article(line: ArticleLine) -> dict[str, str]:
    return {
        "id": line.identifier,
        "iri": line.iri,
        "headline": clean(line.headline),
        "publisher": clean(line.publisher),
        "author": clean(line.author),
        "date": line.date,
        "source": line.source,
    }
