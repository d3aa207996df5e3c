"""What an article says that another may say otherwise, taken from its quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal as OneOf

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.contradictions.numbers import Reach
from hbtgraph.model import Span
from hbtgraph.rdf.terms import ELI, HBT, OA, ORG, RDF, SKOS

Kind = OneOf["figure", "date", "title", "post", "count"]


class Sentence(Struct, frozen=True, kw_only=True):
    """What stands around a figure: by it the same sentence is known in another article."""

    start: int
    words: frozenset[str]
    own: Reach
    """The figure's own number, in the unit that it is written in."""
    others: tuple[Decimal, ...]
    dated: bool
    """Whether it names the period of the figure, and no other year."""


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article's word on one point.

    Claims of one kind `under` one key may be on the same point: the key is an entity's IRI, or a text. `side`
    is what is compared, `value` what is shown of it. `fact` and `under` may change with identity, so that
    the store keeps them beside the rest.
    """

    kind: Kind
    article: str
    """The article's id."""
    label: str
    value: str
    side: str
    start: int
    end: int
    day: str | None = None
    """The article's day."""
    point: str = ""
    """What a key leaves open: which of a person's posts, which of a document's dates."""
    reach: Reach | None = None
    number: Decimal | None = None
    unit: str = ""
    lasting: bool = False
    """True whatever day it is said on: a figure of a stated period."""
    told: Sentence | None = None
    giver: str = ""
    """Of a count: who gave."""
    given: str = ""
    """Of a count: when it was given; of a figure: its period."""
    about: tuple[str, ...] = ()
    """IRIs of units and bodies that it is about."""
    fact: str = ""
    under: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """The order of claims: by day, article and place in the text."""
        return self.day or "", self.article, self.start, self.end, self.side


_TYPE = RDF.type
_READ = frozenset(
    (
        *(HBT.evidence, HBT.indicator, HBT.value, HBT.unitText, HBT.areaText, HBT.refArea, HBT.comparison),
        *(HBT.valueKind, HBT.periodText, HBT.periodStart, HBT.periodEnd, HBT.dateText),
        *(HBT.status, HBT.roleText, HBT.tenureStatus, HBT.person, HBT.recipient, HBT.honourText, HBT.award),
        *(HBT.conferredBy, HBT.conferralStatus, HBT.memberCount, HBT.countQualifier),
        *(ORG.member, ORG.organization, ORG.role, ELI.id_local, ELI.title, ELI.passed_by, HBT.typeText),
        *(OA.hasSelector, OA.start, OA.end, SKOS.prefLabel),
    )
)
"""The properties that claims are made of."""

Values = Mapping[NamedNode, list[NamedNode | Literal]]


class Sheet:
    """The quads of one article by subject."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._things: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = {}
        self._by_type: dict[object, list[NamedNode]] = {}
        for node, predicate, value, _ in quads:
            if predicate == _TYPE:
                self._by_type.setdefault(value, []).append(node)
            elif predicate in _READ:
                self._things.setdefault(node, {}).setdefault(predicate, []).append(value)

    def of_type(self, kind: NamedNode) -> Iterator[tuple[NamedNode, Values]]:
        """The things of a class, by IRI."""
        for node in sorted(self._by_type.get(kind, ()), key=str):
            yield node, self._things.get(node, {})

    def of(self, node: NamedNode | Literal | None) -> Values:
        """What is said of a thing."""
        return self._things.get(node, {}) if isinstance(node, NamedNode) else {}

    def span(self, values: Values) -> Span | None:
        """The first place in the text that states a thing."""
        spans = []
        for proof in values.get(HBT.evidence, ()):
            for selector in self.of(proof).get(OA.hasSelector, ()):
                at = self.of(selector)
                if OA.start in at:
                    spans.append(Span(int(text(at, OA.start)), int(text(at, OA.end))))
        return min(spans, default=None)

    def label(self, node: NamedNode | Literal | None) -> str:
        """A thing's Vietnamese label, or nothing."""
        named = self.of(node).get(SKOS.prefLabel, ())
        return min((one.value for one in named if isinstance(one, Literal) and one.language == "vi"), default="")


def text(values: Values, predicate: NamedNode) -> str:
    """The one text or IRI that a property has, or nothing; of several the first."""
    return min((value.value for value in values.get(predicate, ())), default="")


def texts(values: Values, predicate: NamedNode) -> list[str]:
    """All texts of a property, sorted."""
    return sorted(value.value for value in values.get(predicate, ()))
