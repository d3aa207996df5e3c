"""The features of each kind of sketch, the blocks in which sketches are compared, and what is anchored.

Two sketches without a block in common are never compared. A sketch is anchored where it says enough to
be told from others of its name: a person with a body, a complete document, a campaign with its organiser,
an event with its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hbtgraph.identity.names import name_key
from hbtgraph.identity.rules import Feature
from hbtgraph.identity.sketches import (
    AnySketch,
    CampaignSketch,
    DocumentSketch,
    EventSketch,
    PersonSketch,
    Post,
)
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import fold, key


def blocks(sketch: AnySketch) -> tuple[str, ...]:
    """Keys of the groups in which a sketch is compared; none for units and bodies, whom their names decide."""
    match sketch:
        case PersonSketch():
            return (f"person {fold(sketch.label)}",)
        case DocumentSketch():
            return (f"document {_number(sketch.number) or name_key(sketch.subject)}",)
        case CampaignSketch():
            return (f"campaign {key(sketch.label)}",)
        case EventSketch():
            day = (f"event {sketch.date}",) if len(sketch.date) == 10 else ()
            return (*day, f"event {key(sketch.label)}")
        case _:
            return ()


def features(sketch: AnySketch) -> Iterator[Feature]:
    """What others may share with this sketch, and under which rule."""
    match sketch:
        case PersonSketch():
            yield from _person(sketch)
        case DocumentSketch():
            yield from _document(sketch)
        case CampaignSketch():
            yield from _campaign(sketch)
        case EventSketch():
            yield from _event(sketch)


def anchored(sketch: AnySketch) -> bool:
    """Whether the sketch says enough to be told from others of its name."""
    match sketch:
        case PersonSketch():
            return any(post.body for post in sketch.posts)
        case DocumentSketch():
            return bool(sketch.number and sketch.issuer and sketch.year)
        case CampaignSketch():
            return bool(sketch.organizer)
        case EventSketch():
            return len(sketch.date) == 10
        case _:
            return True


def _person(sketch: PersonSketch) -> Iterator[Feature]:
    name = key(sketch.label)
    for post in sketch.posts:
        if post.body:
            yield Feature("same-body", (name, post.body))
            yield Feature("tone-marks", (fold(sketch.label), post.body))
            yield Feature("body-beside", (name, post.body))
            yield from _near(name, post)
        if key(post.role) in _sole_posts():
            yield Feature("sole-post", (name, key(post.role)))
    for body in sketch.beside:
        yield Feature("body-beside", (name, body))


def _near(name: str, post: Post) -> Iterator[Feature]:
    """A unit below the province has few officials of one name; a province has them only where the name is rare."""
    if len(post.units) > 1:
        yield Feature("same-unit", (name, post.units[0]))
    if post.units:
        yield Feature("rare-name" if _is_rare(name) else "same-province", (name, post.units[-1]))


def _is_rare(name: str) -> bool:
    return len(name.split()) > 3


@cache
def _sole_posts() -> frozenset[str]:
    return frozenset(key(row["post"]) for row in table("sole-posts"))


def _document(sketch: DocumentSketch) -> Iterator[Feature]:
    type_, number = key(sketch.type), _number(sketch.number)
    if not number:
        yield Feature("same-title", (type_, name_key(sketch.subject)))
        return
    whole = bool(sketch.issuer and sketch.year)
    for issuer in {sketch.issuer, ""} if whole else {sketch.issuer}:
        for year in {sketch.year, ""} if whole else {sketch.year}:
            yield Feature("same-number", (type_, number, issuer, year))


def _number(number: str) -> str:
    return re.sub(r"\s+", "", number).casefold()


def _campaign(sketch: CampaignSketch) -> Iterator[Feature]:
    name = key(sketch.label)
    for place in dict.fromkeys((sketch.organizer, *sketch.units)):
        if place:
            yield Feature("same-line", (name, place))
    yield Feature("name-alone", (name,))


def _event(sketch: EventSketch) -> Iterator[Feature]:
    name, places = key(sketch.label), dict.fromkeys((sketch.organizer, *sketch.units[:1]))
    day = sketch.date if len(sketch.date) == 10 else ""
    for place in filter(None, places):
        if day:
            yield Feature("same-day", (name, day, place))
        yield Feature("name-and-place", (name, place))
