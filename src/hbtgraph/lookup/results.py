"""What lookups answer with: frozen records, each fact with the words that prove it.

Common to all: `iri` names the node in the graph. Dates that an article gives to the month or year stay
so, as ISO 8601 text ("2022-04", "2022"); days that bound something are `datetime.date`. Text is as the
article writes it, in Vietnamese. A value that no article gives is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact, and where they stand.

    `start` and `end` count Unicode code points of the article's text (NFC), `end` exclusive: the W3C Web
    Annotation model's text position, so that `text[start:end] == quote`.
    """

    quote: str
    article: str
    """IRI of the article."""
    headline: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Post:
    """One tenure of a named person in a post of a body, merged from all articles (docs/tenures.md).

    An article proves one day. From the latest start to the earliest end the post is certain; outside it is possible,
    from the earliest start to the latest end. None is a bound that nothing tells; "still in office" is never inferred.
    """

    iri: str
    person: str
    person_iri: str
    role: str | None
    """As written: "Phó Chủ tịch"; None where the article names a body and no post."""
    role_iri: str | None
    body: str | None
    """None for posts of the whole state, such as Chủ tịch nước."""
    body_iri: str | None
    status: str
    """"current", "former", "acting" or "deputising", as the article that the words are of says."""
    certainty: str | None
    """"certain" or "possible" on the day asked for; None where no day was."""
    basis: str | None
    """That day is "on" one that an article proves, "between" two by the merging rule, "before" or "after" them;
    "undated" where no article proves a day."""
    first_attested: date | None
    last_attested: date | None
    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None
    start_bound: str | None
    """Why it did not begin before the earliest start, in Vietnamese."""
    end_bound: str | None
    """Why it did not end after the latest end, in Vietnamese."""
    articles: int
    """How many articles speak of it."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, with the posts that articles give them (none for a witness or a pupil)."""

    iri: str
    name: str
    posts: tuple[Post, ...]
    evidence: tuple[Evidence, ...]
    """All words about the person, in posts or otherwise."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A change of post: `action` is "appointed", "elected", "transferred", "dismissed" ..."""

    iri: str
    person: str
    person_iri: str
    action: str
    role: str | None
    body: str | None
    body_iri: str | None
    date: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An official document: its number and symbol are those of Decree 30/2020/NĐ-CP ("29/KH-UBND")."""

    iri: str
    name: str
    type: str
    number: str | None
    date: str | None
    issuer: str | None
    issuer_iri: str | None
    title: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A movement, emulation drive or campaign, with its first and last year or day where stated."""

    iri: str
    name: str
    organizers: tuple[str, ...]
    since: str | None
    until: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Award:
    """An honour for one recipient: a named person or body, or a group of which only the number is told."""

    iri: str
    honour: str
    honour_iri: str | None
    """The award in the scheme of the Law on Emulation and Commendation, where it is one."""
    recipient: str
    recipient_iri: str
    count: int | None
    """Members of a group that is not named; None for a named recipient."""
    qualifier: str | None
    """How the number is meant, in Vietnamese: "đúng", "khoảng", "hơn" ..."""
    givers: tuple[str, ...]
    date: str | None
    status: str
    """"conferred", "proposed" or "planned"."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An occasion; `status` is "held", "planned", "postponed", "cancelled" or "unknown".

    A planned day that has passed does not make an event held: only an article that reports it does.
    """

    iri: str
    name: str
    status: str
    date: str | None
    place: str | None
    organizers: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `value` in `unit` as written, and for money also `amount` in whole đồng."""

    iri: str
    indicator: str
    value: Decimal
    unit: str
    amount: int | None
    area: str | None
    period: str | None
    comparison: str | None
    kind: str
    """"actual", "estimated-actual", "estimate", "target" or "comparison"."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of a named speaker: `kind` is "direct" (quoted) or "reported"."""

    iri: str
    speaker: str
    speaker_iri: str
    text: str
    kind: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """What a body does, or what is said of a campaign or document, in the article's words.

    `relation` is the name of a concept in ontology/schemes/relations.ttl ("launches", "has-goal");
    `status` is "done" or "planned".
    """

    iri: str
    agent: str
    agent_iri: str | None
    relation: str
    action: str
    object: str
    status: str
    manner: tuple[str, ...]
    purpose: tuple[str, ...]
    scope: tuple[str, ...]
    period: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PromiseReport:
    """A later article that keeps a promise: under which rule, and how sure that is."""

    iri: str
    """The fact that tells it."""
    day: date | None
    """When the article came out; None where that is unknown."""
    rule: str
    score: Decimal
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Promise:
    """What an article said was to come: `kind` is "event", "target", "document" or "activity".

    `state` is "kept", "missed" (a target that a later figure does not reach), "open", "overdue" (its day has
    passed and no report is found), "postponed" or "cancelled", as of the day asked for.
    """

    iri: str
    kind: str
    state: str
    what: str
    who: tuple[str, ...]
    """Who promised; of a target, its area."""
    due: date | None
    day: date | None
    """When the promising article came out; None where that is unknown."""
    fact: str
    evidence: Evidence
    reports: tuple[PromiseReport, ...]


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One link of a unit to another through a territorial change."""

    iri: str
    kind: str
    """What happened, in Vietnamese: "giải thể", "nhập", "chuyển một phần" ..."""
    date: date | None
    """The first day of the new state."""
    side: str
    """Whether the other unit came "before" or "after" this one."""
    other: str
    other_iri: str
    share: str | None
    """How much passed on, where known."""
    basis: str | None
    """The resolution or decree."""
    source: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """One version of an administrative unit, in being from `exists_from` to `exists_until`, both included.

    None on either side means that no bound is known. Versions, changes and their sources are those of
    data/reference, where each is cited.
    """

    iri: str
    name: str
    level: str | None
    part_of: tuple[str, ...]
    exists_from: date | None
    exists_until: date | None
    changes: tuple[UnitChange, ...]
