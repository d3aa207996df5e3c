"""From an article's facts and the births they name to its sketches."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from hbtgraph.identity.names import (
    FEW,
    ONE_KNOWN,
    RARE,
    commonness,
    name_key,
    person_key,
    province_name,
)
from hbtgraph.identity.naming_places import naming_places
from hbtgraph.identity.resolve import Identifier
from hbtgraph.identity.sketches import (
    AnySketch,
    CampaignSketch,
    DocumentSketch,
    EventSketch,
    NameSketch,
    PersonSketch,
    Post,
)
from hbtgraph.model import Appointment, Article, Campaign, Document, Entity, Event, Fact, Span, Tenure
from hbtgraph.resources import table

_FEW_UNITS = 8
_MOST_OTHERS = 6
_HEAD = 2
"""Words of a body's name that tell what kind of body it is, or which ministry."""

_BRACKETS = re.compile(r",? ?\(([^()]{2,40})\)")


def sketches(article: Article, facts: Iterable[Fact], names: Identifier) -> tuple[AnySketch, ...]:
    """One sketch of each thing that `names` was asked for, sorted by birth.

    Ask after the facts were mapped: what no fact uses needs no identity.
    """
    facts = tuple(facts)
    posts = _posts(article, facts, names)
    works = _works(article, facts, names)
    places = naming_places(article, facts, names)
    asked = names.asked
    beside = tuple(entity.iri for entity in asked if entity.kind == "body")
    place, near = _place(asked, names), _near(asked, names)
    others = _telling(entity for entity in asked if entity.kind == "person" and not _is_national(posts[entity.iri]))
    found: list[AnySketch] = []
    for entity in asked:
        if entity.kind == "person":
            held = tuple(sorted(set(posts[entity.iri])))
            share = commonness(person_key(entity.label))
            found.append(
                PersonSketch(
                    birth=entity.iri,
                    article=article.id,
                    day=article.date or "",
                    label=entity.label,
                    at=places.get(entity.iri, ()),
                    posts=held,
                    beside=beside if _needs_bodies(held, share) else (),
                    others=tuple(name for name in others if name != person_key(entity.label)) if share < FEW else (),
                    home=_home_behind(article.text, places.get(entity.iri, ())),
                    place=place,
                    near=() if any(post.units for post in held) else near,
                )
            )
        elif entity.kind in ("unit", "body"):
            at = places.get(entity.iri, ())
            found.append(NameSketch(birth=entity.iri, article=article.id, label=entity.label, of=entity.kind, at=at))
        elif entity.iri in works:
            found.append(replace(works[entity.iri], at=places.get(entity.iri, ())))
    return tuple(found)


def _needs_bodies(held: Iterable[Post], share: float) -> bool:
    bodies = [post for post in held if post.body]
    return not bodies or (share < ONE_KNOWN and not any(post.home for post in bodies))


def _is_national(held: Iterable[Post]) -> bool:
    """Whether all posts of a person are of the whole country: then many articles name them, on many affairs."""
    posts = list(held)
    return bool(posts) and not any(post.home for post in posts)


def _telling(people: Iterable[Entity]) -> tuple[str, ...]:
    """The rarest full names of these people."""
    names = {name: commonness(name) for name in (person_key(one.label) for one in people) if len(name.split()) > 2}
    rare = sorted((share, name) for name, share in names.items() if share < RARE)
    return tuple(name for _, name in rare[:_MOST_OTHERS])


def _home_behind(text: str, at: Iterable[Span]) -> str:
    """The province in brackets behind a name: whom a deputy stands for, where one comes from."""
    for place in at:
        if found := _BRACKETS.match(text, place.end):
            words = found[1].split()
            named = (province_name(" ".join(words[start:])) for start in range(len(words)))
            if home := next(filter(None, named), ""):
                return home
    return ""


def _place(asked: Iterable[Entity], names: Identifier) -> str:
    """The province in which most of the units and bodies lie that the article names, if one is most."""
    tops = Counter(home for entity in asked if (home := names.home(entity)))
    (first, times), (_, next_times) = (*tops.most_common(2), ("", 0), ("", 0))[:2]
    return first if times > next_times else ""


def _near(asked: Iterable[Entity], names: Identifier) -> tuple[str, ...]:
    """The units below the province that the article names; none where they are many, for then they tell little."""
    local = {unit for entity in asked for unit in names.above(entity)[:-1]}
    return tuple(sorted(local)) if len(local) <= _FEW_UNITS else ()


def _head(body: Entity | None) -> str:
    return " ".join(name_key(body.label).split()[:_HEAD]) if body else ""


@cache
def _leading() -> frozenset[str]:
    return frozenset(row["kind"] for row in table("leading-bodies"))


def _posts(article: Article, facts: tuple[Fact, ...], names: Identifier) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Tenure | Appointment):
            body = names.body(fact.organization) if fact.organization else None
            tenure = isinstance(fact, Tenure)
            found[names.person(fact.person).iri].append(
                Post(
                    role=fact.role or "",
                    body=body.iri if body else "",
                    units=names.above(body),
                    status=fact.status if isinstance(fact, Tenure) else fact.action,
                    home=names.home(body),
                    head=_head(body),
                    leads=body is not None and body.kind_code in _leading(),
                    day=(None if tenure else fact.date) or article.date or "",  # type: ignore[union-attr]
                )
            )
    return found


def _works(article: Article, facts: tuple[Fact, ...], names: Identifier) -> dict[str, AnySketch]:
    """Documents, campaigns and events; of several facts on one thing the fullest speaks for it."""
    found: dict[str, list[AnySketch]] = defaultdict(list)
    for fact in facts:
        match fact:
            case Document():
                sketch = _document(article, fact, names)
            case Campaign():
                sketch = _campaign(article, fact, names)
            case Event():
                sketch = _event(article, fact, names)
            case _:
                continue
        found[sketch.birth].append(sketch)
    return {birth: max(same, key=_fullness) for birth, same in found.items()}


def _fullness(sketch: AnySketch) -> tuple[int, str]:
    told = sum(bool(getattr(sketch, name)) for name in sketch.__struct_fields__)
    return told, repr(sketch)


def _document(article: Article, fact: Document, names: Identifier) -> AnySketch:
    entity, issuer = names.document(fact), names.issuer(fact)
    agent = (names.agent(issuer) or names.body(issuer)) if issuer else None
    return DocumentSketch(
        birth=entity.iri,
        article=article.id,
        day=article.date or "",
        label=entity.label,
        type=fact.type,
        number=fact.number or "",
        issuer=agent.iri if agent else "",
        year=(names.year(fact) or "")[:4],
        subject=fact.subject or "",
    )


def _campaign(article: Article, fact: Campaign, names: Identifier) -> AnySketch:
    entity = names.campaign(fact)
    organizer = names.agent(fact.organizer) if fact.organizer else None
    return CampaignSketch(
        birth=entity.iri,
        article=article.id,
        day=article.date or "",
        label=entity.label,
        organizer=organizer.iri if organizer else "",
        units=names.above(organizer),
        start=fact.start or "",
        end=fact.end or "",
    )


def _event(article: Article, fact: Event, names: Identifier) -> AnySketch:
    entity = names.event(fact)
    organizer = names.agent(fact.organizer) if fact.organizer else None
    place = names.agent(fact.place) if fact.place else None
    return EventSketch(
        birth=entity.iri,
        article=article.id,
        day=article.date or "",
        label=entity.label,
        date=fact.date or "",
        organizer=organizer.iri if organizer else "",
        units=_distinct(names.above(place), names.above(organizer)),
        status=fact.status,
    )


def _distinct(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for group in groups for unit in group))
