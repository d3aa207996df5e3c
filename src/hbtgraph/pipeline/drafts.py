"""Drafts: an article mapped under its own births, before identity says who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct
from pyoxigraph import NamedNode, Quad

from hbtgraph.contradictions import compared_quads
from hbtgraph.extract import extract
from hbtgraph.identity import AnySketch, Given, Identifier, Registry, blocks, sketches
from hbtgraph.iris import article_iri
from hbtgraph.model import AnyFact, Article
from hbtgraph.pipeline.memory import Reading, packed
from hbtgraph.rdf import graphs_of, map_article
from hbtgraph.rdf.naming import Naming, naming_quads, settled


class Draft(Struct, frozen=True, kw_only=True):
    """An article, its facts, its quads under births, and its sketches."""

    article: Article
    facts: tuple[AnyFact, ...]
    quads: tuple[Quad, ...]
    sketches: tuple[AnySketch, ...]
    digest: str
    """Changes whenever anything of the draft does."""

    @property
    def graphs(self) -> list[str]:
        """The graphs that are written anew with it: what the article says, its text, its names."""
        says, text, _, names = graphs_of(NamedNode(article_iri(self.article.id)))
        return [says.value, text.value, names.value]


def draft(article: Article, registry: Registry) -> Draft:
    """Extracts and maps an article."""
    return draft_of(Reading(article, extract(article)), registry)


def draft_of(reading: Reading, registry: Registry) -> Draft:
    """Maps an article whose facts are known."""
    article, facts = reading.article, reading.facts
    names = Identifier(article, facts, registry)
    quads = tuple(map_article(article, facts, names))
    return Draft(
        article=article,
        facts=facts,
        quads=quads,
        sketches=sketches(article, facts, names),
        digest=sha256("\n".join(map(str, quads)).encode()).hexdigest(),
    )


def final(one: Draft, given: Mapping[str, Given]) -> list[Quad]:
    """All quads of the article under the IRIs that identity gives; what it does not name keeps its birth."""
    chosen = {sketch.birth: given[sketch.birth] for sketch in one.sketches if sketch.birth in given}
    namings = (
        Naming(
            birth=sketch.birth,
            entity=chosen[sketch.birth].iri if sketch.birth in chosen else sketch.birth,
            sketch=msgspec.json.encode(sketch).decode(),
            blocks=blocks(sketch),
        )
        for sketch in one.sketches
    )
    names = naming_quads(one.article.id, namings, packed(one.article, one.facts), one.digest)
    says = settled(one.quads, {birth: (is_.iri, is_.label) for birth, is_ in chosen.items()})
    return [*says, *names, *compared_quads(one.article, says)]


def all_sketches(drafts: Iterable[Draft]) -> list[AnySketch]:
    """The sketches of all drafts."""
    return [sketch for one in drafts for sketch in one.sketches]
