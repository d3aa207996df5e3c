"""Claims, contradictions and checked ratios as quads.

An article's claims lie in its names graph, which comes and goes with it. What follows from them, over all
articles, lies in a graph of its own: it says nothing that a source says, and is made anew where they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.config import BASE
from hbtgraph.contradictions.bases import Bases
from hbtgraph.contradictions.claims import Claim, Sheet
from hbtgraph.contradictions.compare import Contradiction
from hbtgraph.contradictions.figures import figure_claims
from hbtgraph.contradictions.ratios import RatioCheck, ratio_checks
from hbtgraph.contradictions.things import thing_claims
from hbtgraph.iris import article_iri, tail
from hbtgraph.model import Article, Span
from hbtgraph.rdf.naming import names_graph
from hbtgraph.rdf.terms import HBT, ID, OA, RDF, SKOS, integer, plain, vi

CONTESTED_GRAPH = ID("graph-contested")
_JOINT = "--"
"""Between a node's name and that of its parts; no other IRI has it."""

_claim = msgspec.json.Decoder(Claim)
_check = msgspec.json.Decoder(RatioCheck)


def compared_quads(article: Article, quads: Iterable[Quad]) -> list[Quad]:
    """What is kept of an article to be compared with others, and the ratios checked in it; for its names graph.

    `quads` are the article's own, under the IRIs that identity gives.
    """
    iri = NamedNode(article_iri(article.id))
    graph, sheet = names_graph(iri), Sheet(quads)
    claims = sorted(
        (*figure_claims(article, sheet), *thing_claims(article, sheet)),
        key=lambda one: (one.start, one.end, one.kind, one.side, one.label, one.fact),
    )
    found = []
    for number, claim in enumerate(claims):
        node = ID(f"compared-{tail('article', article.id)}-{number}")
        found += [
            Quad(node, RDF.type, HBT.Compared, graph),
            Quad(node, HBT.claimedFact, NamedNode(claim.fact), graph),
            Quad(node, HBT.claimed, plain(_packed(replace(claim, fact="", under=()))), graph),
            *(Quad(node, *key_term(key), graph) for key in claim.under),
        ]
    spans = [(span, node.value) for node, values in sheet.of_type(HBT.Observation) if (span := sheet.span(values))]
    for check in ratio_checks(article, Bases(article, sheet)):
        facts = tuple(fact for span, fact in spans if span.meets(Span(check.start, check.end)))
        found.append(Quad(iri, HBT.ratioCheck, plain(_packed(replace(check, facts=facts))), graph))
    return found


def key_term(key: str) -> tuple[NamedNode, NamedNode | Literal]:
    """The property and value that keep a key: a thing, or a text."""
    return (HBT.comparedThing, NamedNode(key)) if key.startswith(BASE) else (HBT.comparedUnder, plain(key))


def read_claim(packed: str, fact: str, under: Iterable[str]) -> Claim:
    """A claim as it was kept."""
    return replace(_claim.decode(packed), fact=fact, under=tuple(under))


def read_check(packed: str) -> RatioCheck:
    """A checked ratio as it was kept."""
    return _check.decode(packed)


def _packed(kept: Claim | RatioCheck) -> str:
    return msgspec.json.encode(kept, order="sorted").decode()


def contested_quads(one: Contradiction) -> Iterator[Quad]:
    """A contradiction with its two sides; its IRI is decided by the places of their words."""
    first, second = one.first, one.second
    kind = f"{first.kind}-twins" if one.twins else first.kind
    node = ID(f"contradiction-{kind}-{_place(first)}{_place(second)}")
    yield from _contradiction(node, first.kind, first.label, one.difference)
    yield Quad(node, *key_term(one.under), CONTESTED_GRAPH)
    for thing in {*first.about, *second.about}:
        yield Quad(node, HBT.contestedAbout, NamedNode(thing), CONTESTED_GRAPH)
    for name, at, claim, all_of in (
        ("a", HBT.firstSide, first, one.with_first),
        ("b", HBT.secondSide, second, one.with_second),
    ):
        side = _part(node, name)
        evidence = ID(f"ev-{tail('article', claim.article)}-{claim.start}-{claim.end}")
        yield Quad(node, at, side, CONTESTED_GRAPH)
        yield from _side(side, claim.value, evidence, claim.fact, (other.fact for other in all_of))


def _part(node: NamedNode, name: str) -> NamedNode:
    return NamedNode(f"{node.value}{_JOINT}{name}")


def owner(node: str) -> str:
    """The contradiction or checked ratio that a node of the contested graph is part of, or is."""
    return node.partition(_JOINT)[0]


def _place(claim: Claim) -> str:
    return tail(claim.article, str(claim.start), str(claim.end), claim.kind, claim.side)


def _contradiction(node: NamedNode, kind: str, label: str, difference: str) -> Iterator[Quad]:
    yield Quad(node, RDF.type, HBT.Contradiction, CONTESTED_GRAPH)
    yield Quad(node, SKOS.prefLabel, vi(label), CONTESTED_GRAPH)
    yield Quad(node, HBT.differsIn, plain(kind), CONTESTED_GRAPH)
    if difference:
        yield Quad(node, HBT.difference, plain(difference), CONTESTED_GRAPH)


def _side(side: NamedNode, value: str, evidence: NamedNode, fact: str, others: Iterable[str]) -> Iterator[Quad]:
    yield Quad(side, RDF.type, HBT.ContestedSide, CONTESTED_GRAPH)
    yield Quad(side, HBT.statedValue, vi(value), CONTESTED_GRAPH)
    yield Quad(side, HBT.inWords, evidence, CONTESTED_GRAPH)
    yield Quad(side, HBT.claimedFact, NamedNode(fact), CONTESTED_GRAPH)
    for other in {*others} - {fact}:
        yield Quad(side, HBT.alsoClaimed, NamedNode(other), CONTESTED_GRAPH)


def checked_quads(article_id: str, check: RatioCheck) -> Iterator[Quad]:
    """A checked ratio, with its words; a wrong one is a contradiction of an article with itself."""
    name = f"{tail('article', article_id)}-{check.start}-{check.end}"
    node = ID(f"ratio-{name}")
    words = _part(node, "words")
    graph = CONTESTED_GRAPH
    yield Quad(node, RDF.type, HBT.RatioCheck, graph)
    yield Quad(node, HBT.comparedThing, NamedNode(article_iri(article_id)), graph)
    yield Quad(node, HBT.verdict, plain(check.verdict), graph)
    yield Quad(node, HBT.inWords, words, graph)
    for predicate, value in (
        (HBT.statedRatio, check.stated),
        (HBT.computedRatio, check.computed),
        (HBT.difference, check.difference),
        (HBT.partText, check.part),
        (HBT.baseText, check.base),
        (HBT.baseWords, check.base_words),
        (HBT.impliedBase, check.implied),
    ):
        if value:
            yield Quad(node, predicate, plain(value), graph)
    for fact in check.facts:
        yield Quad(node, HBT.claimedFact, NamedNode(fact), graph)
    yield from _words(words, article_id, check)
    if check.verdict == "wrong":
        wrong = ID(f"contradiction-ratio-{name}")
        yield from _contradiction(wrong, "ratio", check.words, f"{check.difference} điểm %")
        yield Quad(wrong, HBT.comparedThing, NamedNode(article_iri(article_id)), graph)
        computed = f"{check.part} / {check.base} → {check.computed}"
        for letter, at, value in (("a", HBT.firstSide, check.stated), ("b", HBT.secondSide, computed)):
            side = _part(wrong, letter)
            yield Quad(wrong, at, side, graph)
            yield from _side(side, value, words, node.value, check.facts)


def _words(node: NamedNode, article_id: str, check: RatioCheck) -> Iterator[Quad]:
    quote, position = _part(node, "quote"), _part(node, "position")
    for subject, predicate, value in (
        (node, RDF.type, HBT.Evidence),
        (node, RDF.type, OA.SpecificResource),
        (node, OA.hasSource, NamedNode(article_iri(article_id))),
        (node, OA.hasSelector, quote),
        (node, OA.hasSelector, position),
        (quote, RDF.type, OA.TextQuoteSelector),
        (quote, OA.exact, vi(check.words)),
        (position, RDF.type, OA.TextPositionSelector),
        (position, OA.start, integer(check.start)),
        (position, OA.end, integer(check.end)),
    ):
        yield Quad(subject, predicate, value, CONTESTED_GRAPH)
