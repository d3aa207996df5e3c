"""Sketches: what one article says of each thing it names, as far as it tells things apart.

A sketch has the thing's *birth*, the IRI that the article's own words would give it. Who is who across
articles is decided from sketches alone, so that a decision can be made again, and undone, without
reading an article again.
"""

from __future__ import annotations

from msgspec import Struct

from hbtgraph.model import EntityKind, Span


class Post(Struct, frozen=True, order=True):
    """A post that an article gives a person.

    `body` is a birth; `units` are the births of the unit that the body governs and of those above it.
    `day` is the day of the article, or of the change of post. `leads` says that the body is one of the few that
    lead their unit (committee, council, Party committee, front). `home` names the province that the body governs or
    lies in, `head` is how the body's full name begins ("bộ y", "ủy ban").
    """

    role: str = ""
    body: str = ""
    units: tuple[str, ...] = ()
    status: str = "current"
    day: str = ""
    leads: bool = False
    home: str = ""
    head: str = ""


class Sketch(Struct, frozen=True, kw_only=True, tag_field="is", omit_defaults=True):
    """What every kind has: the birth, the article and its day, the name as the article writes it, and where.

    `at` are the places (code points of the article's text) at which facts name it, in order.
    """

    birth: str
    article: str
    label: str
    day: str = ""
    at: tuple[Span, ...] = ()

    @property
    def kind(self) -> EntityKind:
        """The kind of thing."""
        raise NotImplementedError


class NameSketch(Sketch, frozen=True, kw_only=True, tag="name", omit_defaults=True):
    """A unit or a body: its name and what it governs decide who it is."""

    of: EntityKind = "body"

    @property
    def kind(self) -> EntityKind:
        """Unit or body."""
        return self.of


class PersonSketch(Sketch, frozen=True, kw_only=True, tag="person", omit_defaults=True):
    """A person: the posts that the article gives, the bodies that it names besides, and the people named with them.

    `beside` is told where it can tell something: of who has no post at a body, and of a rare name without a home.
    `others` are the keys of the rarest names of people whom the article does not know from a post of the whole country.
    `home` names the province that stands in brackets behind the name ("đại biểu X (Bình Định)"), `place` the one that
    the article is about; `near` are the births of the districts and communes that it names, where it gives no post
    and names few.
    """

    posts: tuple[Post, ...] = ()
    beside: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    home: str = ""
    place: str = ""
    near: tuple[str, ...] = ()

    @property
    def kind(self) -> EntityKind:
        """A person."""
        return "person"


class DocumentSketch(Sketch, frozen=True, kw_only=True, tag="document", omit_defaults=True):
    """A document: what completes its number. `issuer` is a birth, `year` four figures."""

    type: str
    number: str = ""
    issuer: str = ""
    year: str = ""
    subject: str = ""

    @property
    def kind(self) -> EntityKind:
        """A document."""
        return "document"


class CampaignSketch(Sketch, frozen=True, kw_only=True, tag="campaign", omit_defaults=True):
    """A campaign: who runs it, in which units, and from when to when."""

    organizer: str = ""
    units: tuple[str, ...] = ()
    start: str = ""
    end: str = ""

    @property
    def kind(self) -> EntityKind:
        """A campaign."""
        return "campaign"


class EventSketch(Sketch, frozen=True, kw_only=True, tag="event", omit_defaults=True):
    """An event: its day as far as it is stated, its organiser and the units where it takes place."""

    date: str = ""
    organizer: str = ""
    units: tuple[str, ...] = ()
    status: str = "held"

    @property
    def kind(self) -> EntityKind:
        """An event."""
        return "event"


AnySketch = NameSketch | PersonSketch | DocumentSketch | CampaignSketch | EventSketch
