"""Articles, spans and facts: what passes from reading to mapping.

The kinds and their fields are those of the guide to facts (tenure, appointment, document, campaign,
award, event, figure, statement, containment); `Activity` is this project's own tenth kind: what a
body does, and what is said of a campaign. No span, no fact: every fact has `evidence`.

All records are frozen. `facts_to_json` writes the nine kinds in the guide's form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A piece of an article's text: code points, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


BlockKind = Literal["front", "title", "meta", "paragraph", "subheading", "caption", "byline"]


class Block(Struct, frozen=True):
    """A stretch of an article's text with one part to play; `span` excludes line ends."""

    kind: BlockKind
    span: Span


class Article(Struct, frozen=True, kw_only=True):
    """One report, as it was read.

    `text` is the whole file in NFC, front matter included, so that offsets count in the file as the
    user has it. `published` is ISO 8601: a date, or a date and time with +07:00, which the papers do
    not print but which holds in all of Việt Nam.
    """

    id: str
    text: str
    digest: str
    """"sha256:" and the hex digest of `text` in UTF-8."""
    title: str
    blocks: tuple[Block, ...]
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    section: str | None = None
    source: str | None = None
    """Where the article was published (an address), or what an own article was written from."""

    def parts(self, *kinds: BlockKind) -> Iterator[Span]:
        """Spans of the blocks of these kinds, in the order of the text."""
        return (block.span for block in self.blocks if block.kind in kinds)

    @property
    def date(self) -> str | None:
        """The day of publication, YYYY-MM-DD."""
        return self.published[:10] if self.published else None


class Fact(Struct, frozen=True, kw_only=True, tag_field="kind", tag=str.lower):
    """What every kind has: the words that state it, and the name of the rule that read them."""

    evidence: Span
    rule: str = ""


class Tenure(Fact, frozen=True, kw_only=True):
    """A named person holds, held or acts in a post at a body."""

    person: str
    role: str | None = None
    organization: str | None = None
    status: Literal["current", "former", "acting", "deputising"] = "current"


AppointmentAction = Literal[
    "appointed", "elected", "nominated", "transferred", "reappointed", "dismissed", "resigned", "retired", "disciplined"
]


class Appointment(Fact, frozen=True, kw_only=True):
    """A change of post."""

    person: str
    role: str | None = None
    organization: str | None = None
    action: AppointmentAction
    date: str | None = None


class Document(Fact, frozen=True, kw_only=True):
    """An official document with a number, or with a title of its own (then in `subject`)."""

    type: str
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    subject: str | None = None


class Campaign(Fact, frozen=True, kw_only=True):
    """A named movement, emulation drive or programme of activities that people take part in."""

    name: str
    organizer: str | None = None
    start: str | None = None
    end: str | None = None


class Award(Fact, frozen=True, kw_only=True):
    """An honour given, proposed or to be given to a recipient."""

    honour: str
    recipient: str
    count: int | None = None
    conferrer: str | None = None
    date: str | None = None
    status: Literal["conferred", "proposed", "planned"] = "conferred"
    presenter: str | None = None
    """Who handed it over, where the text says so; not part of the guide's form."""


class Event(Fact, frozen=True, kw_only=True):
    """A single occasion at a time."""

    name: str
    date: str | None = None
    place: str | None = None
    organizer: str | None = None
    status: Literal["held", "planned"] = "held"


class Figure(Fact, frozen=True, kw_only=True):
    """A quantity that reports on the area or on the body's work."""

    indicator: str
    value: int | float
    unit: str
    period: str | None = None
    area: str | None = None
    comparison: str | None = None


class Statement(Fact, frozen=True, kw_only=True):
    """Words attributed to a named speaker."""

    speaker: str
    text: str


class Containment(Fact, frozen=True, kw_only=True):
    """One administrative unit lies in another."""

    part: str
    whole: str


class Activity(Fact, frozen=True, kw_only=True):
    """What a body does, did or will do; or what is said of a campaign, document or programme.

    `relation` is a concept of the scheme of relations (ontology/schemes/relations.ttl, without its
    prefix): "launches", "directs", "has-goal" ...; `action` is the verb as the article writes it.
    """

    agent: str
    relation: str
    action: str
    object: str
    status: Literal["done", "planned"] = "done"
    manner: str | None = None
    purpose: str | None = None
    scope: str | None = None
    period: str | None = None


AnyFact = Tenure | Appointment | Document | Campaign | Award | Event | Figure | Statement | Containment | Activity

GUIDE_KINDS: tuple[type[Fact], ...] = (
    Tenure, Appointment, Document, Campaign, Award, Event, Figure, Statement, Containment,
)  # fmt: skip
"""The kinds of the guide to facts, in its order."""

_OWN_FIELDS = ("rule", "presenter")


def kind_of(fact: Fact) -> str:
    """The kind's name as the JSON form has it: "tenure", "document" ..."""
    return type(fact).__name__.lower()


def facts_to_json(article_id: str, facts: Iterable[Fact], *, indent: bool = False) -> bytes:
    """The guide's JSON form of an article's facts, one object; fields outside the guide are left out."""
    rows = []
    for fact in facts:
        if isinstance(fact, GUIDE_KINDS):
            row = msgspec.to_builtins(fact)
            row["evidence"] = row.pop("evidence")  # last, as in the guide
            rows.append({key: value for key, value in row.items() if key not in _OWN_FIELDS})
    packed = msgspec.json.encode({"article": article_id, "facts": rows})
    return msgspec.json.format(packed, indent=1) if indent else packed


class FactFile(Struct, frozen=True):
    """The guide's JSON file: the article's name and its facts."""

    article: str
    facts: tuple[AnyFact, ...]


def facts_from_json(data: bytes) -> FactFile:
    """Reads what `facts_to_json` wrote; hand-made files with further fields are read too.

    Raises msgspec.ValidationError where a field is missing or of the wrong type.
    """
    return msgspec.json.decode(data, type=FactFile)


EntityKind = Literal["person", "body", "unit", "document", "campaign", "event"]


class Entity(Struct, frozen=True, kw_only=True):
    """Something that facts are about, under the IRI that the graph gives it for good.

    `kind_code` is a concept of the schemes of unit levels or body kinds ("level-district",
    "body-ubnd"), `unit` a body's territory, `part_of` the unit in which a unit lies. `reference`
    says that the reference data describe it, so that an article need not.
    """

    iri: str
    kind: EntityKind
    label: str
    label_en: str | None = None
    other_labels: tuple[str, ...] = ()
    kind_code: str | None = None
    unit: Entity | None = None
    part_of: Entity | None = None
    code: str | None = None
    exists_from: str | None = None
    exists_until: str | None = None
    source: str | None = None
    """Where code, bounds and `part_of` are from, if not from the article."""
    complete: bool = True
    """Whether the identity is settled; a document without issuer or year stays a candidate."""
    reference: bool = False
