"""Drafts: an article mapped under its own births, before identity says who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

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
    lines: bytes
    """The quads as N-Quads: many drafts wait for each other, and text is small and asks for no garbage collection."""
    sketches: tuple[AnySketch, ...]
    digest: str
    """Changes whenever anything of the draft does."""

    @property
    def quads(self) -> list[Quad]:
        """The quads under births, made anew each time."""
        return [quad for quad in parse(self.lines, format=RdfFormat.N_QUADS) if isinstance(quad, Quad)]

    @property
    def graphs(self) -> list[str]:
        """The graphs that are written anew with it: what the article says, its text, its names."""
        says, text, _, names = graphs_of(NamedNode(article_iri(self.article.id)))
        return [says.value, text.value, names.value]


def draft(article: Article, registry: Registry) -> tuple[Draft, list[Quad]]:
    """Extracts and maps an article: its draft, and the draft's quads while they are at hand."""
    return _mapped(Reading(article, extract(article)), registry)


def draft_of(reading: Reading, registry: Registry) -> Draft:
    """Maps an article whose facts are known."""
    return _mapped(reading, registry)[0]


def _mapped(reading: Reading, registry: Registry) -> tuple[Draft, list[Quad]]:
    article, facts = reading.article, reading.facts
    names = Identifier(article, facts, registry)
    quads = list(map_article(article, facts, names))
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    one = Draft(
        article=article,
        facts=facts,
        lines=lines,
        sketches=sketches(article, facts, names),
        digest=sha256(lines).hexdigest(),
    )
    return one, quads


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
