"""Names in one article → births: the entities as that article alone tells them apart.

A birth is an IRI that the article's own words decide, so that the same article gives the same births in
every history. Whether two births are one entity is decided across articles (`clusters`).

- a unit or body is known by its full name, abbreviations aside, on the article's day: units by the
  reference graph, then by the tables of the whole country; what neither knows is decided by its name
  and, for communes and for names that several provinces share, by the unit it lies in ("xã Tân Lập" of
  two districts are two);
- in one article a name is one person;
- a document is known by type, number, issuer and year (the number may say the last two); where one is missing it
  stays a candidate of its article;
- a campaign is known by its name and organiser, an event by its name, day and organiser; an event
  without a day is one of its article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hbtgraph.identity.names import (
    body_name,
    expand,
    full_unit,
    governed_unit,
    head_key,
    last_unit,
    name_key,
    proper_unit,
    province_name,
    without_unit,
)
from hbtgraph.identity.places import Places, named_units
from hbtgraph.identity.registry import Registry
from hbtgraph.iris import mint
from hbtgraph.model import (
    Appointment,
    Article,
    Campaign,
    Containment,
    Document,
    Entity,
    Event,
    Fact,
    Tenure,
)
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key, place_tones

_YEAR_IN_NUMBER = re.compile(r"/(\d{4})/")


class Identifier:
    """Finds or makes the entities that one article names; asking twice gives the same answer."""

    def __init__(self, article: Article, facts: Iterable[Fact], registry: Registry) -> None:
        self._article, self._registry, self._day = article, registry, article.date
        self._asked: dict[str, Entity] = {}
        self._called: dict[str, dict[str, None]] = {}
        self._works: dict[Fact, str] = {}
        self._bodies: dict[str, Entity] = {}
        self._seats: dict[str, Entity] = {}
        self._agents: dict[str, Entity | None] = {}
        facts = list(facts)
        parents = {name_key(fact.part): fact.whole for fact in facts if isinstance(fact, Containment)}
        self._places = Places(article, parents, registry)
        self._holders = {key(fact.person) for fact in facts if isinstance(fact, Tenure | Appointment)}

    @property
    def asked(self) -> tuple[Entity, ...]:
        """Everything that was asked for, and the units that bodies govern, sorted by IRI."""
        found: dict[str, Entity] = {}
        for entity in self._asked.values():
            while entity and entity.iri not in found:
                found[entity.iri] = entity
                entity = entity.unit or entity.part_of  # type: ignore[assignment]
        return tuple(found[iri] for iri in sorted(found))

    def called(self, name: str) -> tuple[str, ...]:
        """The births of the people, bodies and units that were asked for by this name, as the facts have it."""
        return tuple(self._called.get(name, ()))

    def work(self, fact: Fact) -> str | None:
        """The birth of the document, campaign or event of a fact, if it was asked for."""
        return self._works.get(fact)

    def _known(self, entity: Entity, name: str) -> Entity:
        self._called.setdefault(name, {}).setdefault(entity.iri)
        return self._asked.setdefault(entity.iri, entity)

    def _made(self, entity: Entity, fact: Fact) -> Entity:
        self._works[fact] = entity.iri
        return self._asked.setdefault(entity.iri, entity)

    # --- people -----------------------------------------------------------------------------------

    def person(self, name: str) -> Entity:
        """The person of this name; in one article a name is one person."""
        iri = mint("person", name, self._article.id, key(name))
        return self._known(Entity(iri=iri, kind="person", label=place_tones(name)), name)

    def is_person(self, name: str) -> bool:
        """Whether the article gives this name a post, or it looks like the name of a person."""
        if key(name) in self._holders:
            return True
        words = name.split()
        capital = all(word[0].isupper() and word[1:].islower() for word in words if word)
        return 2 <= len(words) <= 5 and capital and not self._names_body(name) and not proper_unit(name)

    # --- units and bodies -------------------------------------------------------------------------

    def unit(self, name: str) -> Entity:
        """The unit of this name, in the version that was in force on the article's day."""
        return self._known(self._places.unit(name), name)

    def units_named(self, text: str) -> list[Entity]:
        """The units that a text names with their level word: "Quận X: ..." names quận X."""
        found = {unit.iri: unit for unit in map(self.unit, named_units(text))}
        return [found[iri] for iri in sorted(found)]

    def body(self, name: str) -> Entity:
        """The body of this name; the unit that it governs comes with it."""
        if name not in self._bodies:
            self._bodies[name] = self._known(self._body(self._with_province(name)), name)
        return self._bodies[name]

    def _body(self, name: str) -> Entity:
        parts = body_name(name)
        governed = parts.unit if parts else governed_unit(name)
        unit = self.unit(governed) if governed and _is_place(governed) else None
        # a school or company lies in the unit that ends its name, and does not govern it
        place = unit or self._last_unit(name)
        head = without_unit(name, place.label) if place else name
        for said in (name, f"{head} {place.label}" if place else name):
            if len(found := self._registry.find("body", said, self._day)) == 1:
                return Entity(iri=found[0].iri, kind="body", label=found[0].names[0], reference=True)
        plain, written = head_key(head), _upper_first(_short(name))
        iri = mint(
            "body", _short(f"{plain} {place.label if place else ''}".strip()), plain, place.iri if place else None
        )
        if place:
            self._seats[iri] = place
        label, long = place_tones(written), _upper_first(place_tones(expand(name)))
        return Entity(
            iri=iri,
            kind="body",
            label=label,
            other_labels=(long,) if key(long) != key(label) else (),
            label_en=parts.english if parts else None,
            kind_code=parts.kind if parts else "body-other",
            unit=unit,
        )

    def _last_unit(self, name: str) -> Entity | None:
        found = last_unit(name)
        return self.unit(found) if found else None

    def above(self, entity: Entity | None) -> tuple[str, ...]:
        """The births of the unit that a body governs or lies in, or of the unit itself, and of the units above it."""
        unit = self._unit_of(entity)
        found: list[str] = []
        while unit and unit.iri not in found:
            found.append(unit.iri)
            unit = unit.part_of
        iri = self._registry.above(found[-1]) if found else self._registry.above(entity.iri) if entity else None
        while iri and iri not in found:
            found.append(iri)
            iri = self._registry.above(iri)
        return tuple(found)

    def _unit_of(self, entity: Entity | None) -> Entity | None:
        if entity and entity.kind == "body":
            return entity.unit or self._seats.get(entity.iri)
        return entity if entity and entity.kind == "unit" else None

    def home(self, entity: Entity | None) -> str:
        """The name of the province in which a unit or body lies, or that a body governs; empty where none is known."""
        unit = self._unit_of(entity)
        while unit and unit.part_of:
            unit = unit.part_of
        above = self.above(entity)
        known = self._registry.label(above[-1]) if above else ""
        return province_name(known or (unit.label if unit else ""))

    def agent(self, name: str) -> Entity | None:
        """Who acts under this name: a unit, a person, or a body ("Chủ tịch UBND quận X" acts for UBND quận X).

        None where the words name nobody in particular ("các đơn vị", "nhân dân").
        """
        if name not in self._agents:
            self._agents[name] = self._agent(name)
        return self._agents[name]

    def _agent(self, name: str) -> Entity | None:
        office = full_unit(_without_post(name))
        if proper_unit(office) or self._places.is_known(office):
            return self._known(self.unit(office), name)
        if self._names_body(office):
            return self._known(self.body(office), name)
        return self.person(name) if self.is_person(name) else None

    def _with_province(self, name: str) -> str:
        """ "UBND thành phố" in an article on a district of Hà Nội is "UBND thành phố Hà Nội"."""
        word = next((word for word in ("thành phố", "tỉnh") if key(expand(name)).endswith(f" {word}")), None)
        word = word or {"thành ủy": "thành phố", "tỉnh ủy": "tỉnh"}.get(key(name))
        province = self._places.province() if word else None
        return f"{name} {province.name}" if province and province.word == word else name

    def _names_body(self, name: str) -> bool:
        name = self._with_province(name)
        parts = body_name(name)
        named = parts is not None and (parts.unit is not None or _has_proper_end(name))
        return bool(named or self._registry.find("body", name, self._day))

    # --- documents, campaigns, events -------------------------------------------------------------

    def document(self, fact: Document) -> Entity:
        """The document: complete where number, issuer and year are known, else of this article alone."""
        number = re.sub(r"\s+", "", fact.number or "").casefold()
        issuer, year = self.issuer(fact), self.year(fact)
        complete = bool(number and issuer and year)
        identity = (key(fact.type), number or key(fact.subject or ""), name_key(issuer or ""), (year or "")[:4])
        name = fact.number or fact.subject or ""
        title = name if key(name).startswith(key(fact.type)) else f"{fact.type} {name}".strip()
        iri = mint("document", title, *identity, "" if complete else self._article.id)
        return self._made(Entity(iri=iri, kind="document", label=place_tones(title), complete=complete), fact)

    def issuer(self, fact: Document) -> str | None:
        """Who issued a document: as stated, or as the end of its number says."""
        number = re.sub(r"\s+", "", fact.number or "")
        said = next((issuer for ending, issuer in _endings() if ending.search(number)), None)
        return fact.issuer or said

    def year(self, fact: Document) -> str | None:
        """The date of a document as stated, or the year that its number holds ("98/2023/NĐ-CP")."""
        in_number = _YEAR_IN_NUMBER.search(fact.number or "")
        return fact.date or (in_number[1] if in_number else None)

    def campaign(self, fact: Campaign) -> Entity:
        """The campaign, known by its name and organiser."""
        organizer = self.agent(fact.organizer) if fact.organizer else None
        identity = (key(fact.name), organizer.iri if organizer else self._article.id)
        iri = mint("campaign", fact.name, *identity)
        return self._made(Entity(iri=iri, kind="campaign", label=place_tones(fact.name)), fact)

    def event(self, fact: Event) -> Entity:
        """The event, known by its name, day and organiser."""
        organizer = self.agent(fact.organizer) if fact.organizer else None
        local = "" if fact.date and len(fact.date) == 10 else self._article.id
        identity = (key(fact.name), fact.date, organizer.iri if organizer else "", local)
        iri = mint("event", fact.name, *identity)
        return self._made(Entity(iri=iri, kind="event", label=place_tones(fact.name)), fact)


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"{row['ending']}$", re.IGNORECASE), row["issuer"]) for row in table("number-endings"))


@cache
def _posts() -> tuple[str, ...]:
    """Posts whose holder acts for a body, longest first."""
    return tuple(sorted((row["post"] for row in table("agent-posts")), key=lambda post: (-len(post), post)))


@cache
def _short_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The short forms that every reader knows."""
    rows = [row for row in table("name-abbreviations") if row["short"] in ("UBND", "HĐND", "MTTQ")]
    return tuple((re.compile(re.escape(row["long"]), re.IGNORECASE), row["short"]) for row in rows)


def _is_place(name: str) -> bool:
    return proper_unit(name) or name[:1].isupper()


def _has_proper_end(name: str) -> bool:
    """Whether a name goes on after its head word with a capital: "Sở Nội vụ", not "sở ngành"."""
    words = name.split()
    return len(words) > 1 and any(word[0].isupper() for word in words[1:])


def _upper_first(name: str) -> str:
    return name[:1].upper() + name[1:]


def _short(name: str) -> str:
    """Written out, then with the short forms that every reader knows: UBND, HĐND, MTTQ."""
    full = expand(name)
    for long, short in _short_forms():
        full = long.sub(short, full)
    return full


def _without_post(name: str) -> str:
    """ "Chủ tịch UBND quận X" → "UBND quận X": the words of a post before a body are left out."""
    for post in _posts():
        if key(name).startswith(key(post) + " "):
            return name.split(maxsplit=len(post.split()))[-1]
    return name
