"""What joining words say of the thing, or of the whole deed, before them: "gắn với", "nhằm", "thuộc" …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from hbtgraph.extract.activity import clauses, lists, wording
from hbtgraph.extract.activity.clauses import Link
from hbtgraph.extract.activity.reading import FREE, WITHIN_NAMES, Clause, Reading, Saying
from hbtgraph.model import Activity, Span

_OF_THE_DEED = frozenset({"has-purpose", "applies-to", "via", "follows", "has-principle"})
"""Links that say something of a whole deed, not of the thing before them."""


class Anchor(NamedTuple):
    """What a link speaks of, and where it stands."""

    name: str
    span: Span


def joined(reading: Reading) -> Iterator[Activity]:
    """The records of the links of a sentence."""
    previous: Anchor | None = None
    found = clauses.links(reading.masked, Span(0, len(reading.masked)))
    for link, following in zip_longest(found, found[1:]):
        if anchor := _anchor(reading, link, previous):
            previous = anchor
            for thing in lists.items(reading.masked, Span(link.span.end, _end(reading, link, following))):
                whole = clauses.named_whole(reading.masked, thing) if link.relation == "part-of" else thing
                if whole is None:
                    break
                yield from reading.records(_saying(reading, link, anchor, whole), "link")


def _end(reading: Reading, link: Link, following: Link | None) -> int:
    """Where the things of a link end at the latest."""
    ends = [following.span.start if following else len(reading.masked)]
    ends += [verb.start for verb in reading.verbs if verb.start > link.span.start]
    ends += [actor.span.end for actor in reading.actors if link.span.meets(actor.span)]
    semicolon = reading.masked.find(";", link.span.end)
    return min([*ends, semicolon] if semicolon >= 0 else ends)


def _saying(reading: Reading, link: Link, anchor: Anchor, thing: Span) -> Saying:
    """A passive link ("được cụ thể trong") has its doer behind it."""
    evidence = Span(anchor.span.start, thing.end)
    if re.match("được ", reading.masked[link.span.start :]):
        return Saying(reading.naming.words(thing), link.relation, link.span, anchor.span, evidence)
    return Saying(anchor.name, link.relation, link.span, thing, evidence)


def _anchor(reading: Reading, link: Link, previous: Anchor | None) -> Anchor | None:
    """What a link speaks of: what stands before it; after a comma, what the link before spoke of."""
    masked, start = reading.masked, link.span.start
    if link.relation == "affected-by":
        place = reading.discourse.place
        return Anchor(place, link.span) if place else None
    clause = next((one for one in reversed(reading.clauses) if one.verb.span.end <= start), None)
    goes_on = previous is not None and not (clause and clause.verb.start > previous.span.end)
    before = masked[:start].rstrip()
    if before.endswith((",", ";")) or not before:
        return previous if goes_on else _after_comma(reading, link, clause)
    left = max(masked.rfind(mark, 0, start) for mark in ",;:") + 1
    if wording.only_small_words(masked[left:start]):
        return previous or _theme(reading)
    if goes_on and link.relation == "has-purpose":
        return previous
    if clause and clause.region.start >= start - 1 and link.relation not in _OF_THE_DEED:
        return _topic(reading, link)
    return _named(reading, _before(reading, link, clause, left))


def _after_comma(reading: Reading, link: Link, clause: Clause | None) -> Anchor | None:
    """What a link after a comma speaks of, where no link comes before: the last deed, or the campaign spoken of."""
    if link.relation in _OF_THE_DEED or link.relation in FREE:
        return _named(reading, _before(reading, link, clause, 0)) if clause else None
    return _topic(reading, link)


def _topic(reading: Reading, link: Link) -> Anchor | None:
    return Anchor(reading.discourse.topic, link.span) if reading.discourse.topic else None


def _theme(reading: Reading) -> Anchor | None:
    work = clauses.theme(reading.masked)
    return Anchor(reading.naming.words(work), work) if work else None


def _named(reading: Reading, span: Span) -> Anchor | None:
    span = lists.stripped(reading.masked, span)
    if span.start >= span.end or ";" in span.of(reading.masked):
        return None
    return Anchor(reading.naming.words(span), span)


def _before(reading: Reading, link: Link, clause: Clause | None, left: int) -> Span:
    """The deed, or the thing, that stands before a link; other links and their things are no part of it."""
    masked = reading.masked
    if link.relation == "part-of":
        return lists.part_before(masked, link.span.start)
    if clause and clause.region.start <= link.span.start:
        inner = clauses.links(masked, Span(clause.region.start, link.span.start))
        end = min([link.span.start, *(one.span.start for one in inner if one.relation not in WITHIN_NAMES)])
        deed = link.relation in _OF_THE_DEED
        start = reading.chain(clause)[0].verb.span.start if deed else clause.region.start
        return Span(max(start, masked.rfind(";", start, end) + 1), end)
    for actor in reading.actors:
        if link.relation in _OF_THE_DEED or not left <= actor.span.start < link.span.start:
            continue
        if actor.kind == "campaign":
            return Span(actor.span.start, min(reading.campaign(actor).end, link.span.start))
        if link.relation == "commemorates" and actor.span.end + 1 == link.span.start:
            return actor.span
    return Span(left, left)
