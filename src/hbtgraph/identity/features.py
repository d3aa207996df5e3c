"""The features of each kind of sketch, the blocks in which sketches are compared, and what is anchored.

Two sketches without a block in common are never compared. A sketch is anchored where it says enough to
be told from others of its name: a person with a body, a complete document, a campaign with its organiser,
an event with its day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from hbtgraph.identity import people
from hbtgraph.identity.names import name_key
from hbtgraph.identity.rules import Feature, Link, between
from hbtgraph.identity.sketches import (
    AnySketch,
    CampaignSketch,
    DocumentSketch,
    EventSketch,
    PersonSketch,
)
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key

_NATION = "nation"
_TELLING = 6
"""Words from which on a title is one document's, whoever issued it."""

_NEAR = 0.6
"""Token F1 of two names of one occasion (the guide's own bound for an event found)."""


def blocks(sketch: AnySketch) -> tuple[str, ...]:
    """Keys of the groups in which a sketch is compared; none for units and bodies, whom their names decide."""
    match sketch:
        case PersonSketch():
            return people.blocks(sketch)
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
            yield from people.features(sketch)
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
            return people.anchored(sketch)
        case DocumentSketch():
            return bool(_issuer(sketch) and sketch.year)
        case CampaignSketch():
            return bool(sketch.organizer)
        case EventSketch():
            return len(sketch.date) == 10
        case _:
            return True


def _document(sketch: DocumentSketch) -> Iterator[Feature]:
    """A number is complete with issuer and year; a title too, save that a law has one issuer only."""
    type_, number = _type(sketch.type), _number(sketch.number)
    title = number or name_key(sketch.subject)
    issuer = _issuer(sketch)
    whole = bool(issuer and sketch.year)
    for some_issuer in {issuer, ""} if whole else {issuer}:
        for year in {sketch.year, ""} if whole else {sketch.year}:
            yield Feature("same-number" if number else "title-part", (type_, title, some_issuer, year))
    if number and whole:
        yield Feature("whole-number", (type_, number, issuer, sketch.year))
    if not number and (issuer or len(title.split()) >= _TELLING):
        yield Feature("same-title", (type_, title, issuer, sketch.year))


def _issuer(sketch: DocumentSketch) -> str:
    return _NATION if not sketch.number and key(sketch.type) in _national() else sketch.issuer


def _type(written: str) -> str:
    """The type in full: "NĐ" is "Nghị định"."""
    return _full_types().get(key(written), key(written))


@cache
def _full_types() -> Mapping[str, str]:
    return {key(row["abbreviation"]): key(row["type"]) for row in table("document-types") if row["abbreviation"]}


@cache
def _national() -> frozenset[str]:
    return frozenset(key(row["type"]) for row in table("national-documents"))


def _number(number: str) -> str:
    return re.sub(r"\s+", "", number).casefold()


def _campaign(sketch: CampaignSketch) -> Iterator[Feature]:
    name = key(sketch.label)
    for place in dict.fromkeys((sketch.organizer, *sketch.units)):
        if place:
            yield Feature("same-line", (name, place))
    yield Feature("name-alone", (name,))


def _event(sketch: EventSketch) -> Iterator[Feature]:
    for place in _places(sketch):
        yield Feature("name-and-place", (key(sketch.label), place))


def _places(sketch: EventSketch) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (sketch.organizer, *sketch.units[:1]))))


def alike(sketches: Iterable[AnySketch]) -> Iterator[Link]:
    """Pairs that no common key shows: events and people whose names are nearly the same."""
    told = list(sketches)
    yield from _occasions(told)
    yield from people.mistyped(sketch for sketch in told if isinstance(sketch, PersonSketch))


def _occasions(sketches: Iterable[AnySketch]) -> Iterator[Link]:
    """Events of one day at one place whose names are nearly the same: reports of one occasion.

    Numbers in two names may not differ: the fourth session is not the fifth.
    """
    by_day: dict[tuple[str, str], list[EventSketch]] = defaultdict(list)
    for sketch in sketches:
        if isinstance(sketch, EventSketch) and len(sketch.date) == 10:
            for place in _places(sketch):
                by_day[sketch.date, place].append(sketch)
    for day in sorted(by_day):
        for one, other in combinations(by_day[day], 2):
            if one.birth != other.birth and _near_names(key(one.label), key(other.label)):
                yield between(one.birth, other.birth, "same-day")


def homes(sketch: AnySketch) -> frozenset[str]:
    """The provinces to which a person belongs, by name; none of anything else."""
    return people.homes(sketch) if isinstance(sketch, PersonSketch) else frozenset()


def _near_names(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    shared = len(words & others)
    numbers, other_numbers = ({word for word in some if word.isdigit()} for some in (words, others))
    if numbers and other_numbers and numbers != other_numbers:
        return False
    return 2 * shared >= _NEAR * (len(words) + len(others))
