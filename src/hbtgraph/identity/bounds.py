"""Bounds of a tenure: the first and last day on which it can have begun and ended, and what tells so.

- It begins no earlier than the day of an appointment that opens it, than the day after another holder of a post that
  one person alone holds was last proved before it, than the day after the same person was proved in a post that
  excludes it or had left it, than the term that a text states.
- It has begun by the first day proved, or by that of the appointment.
- It ends no earlier than the last day proved.
- It is over by the day on which an article says so, by the day before another holder is proved ("until replaced"), by
  the day before the same person is proved in a post that excludes it, and with the term.
A bound that a proved day contradicts is none. The end of a body and of its unit bounds its posts where they are asked
for (queries/officials.rq).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct

from hbtgraph.identity.tenures import Episode, Mark


class Bound(NamedTuple):
    """A day, the kind of reason for it (a concept of the scheme of bounds), and the fact that tells."""

    day: str
    why: str
    fact: str


class Bounds(Struct, frozen=True, kw_only=True):
    """The four bounds; None where nothing is known."""

    start: Bound | None = None
    """The earliest start."""
    latest_start: str | None = None
    earliest_end: str | None = None
    end: Bound | None = None
    """The latest end."""


def bounds_of(episode: Episode) -> Bounds:
    """The bounds of a tenure."""
    first, last = (episode.days[0], episode.days[-1]) if episode.days else (None, None)
    starts = [one for one in _starts(episode, first) if first is None or one.day <= first]
    ends = [one for one in _ends(episode, last) if last is None or one.day >= last]
    start = max(starts, key=lambda one: (one.day, one.why, one.fact), default=None)
    end = min(ends, default=None)
    if start and end and start.day > end.day:  # only where no day is proved: neither can be told
        start = None
    begun = [mark.last for mark in episode.marks if mark.says == "begins" and mark.last]
    over = [mark.first for mark in episode.marks if mark.says == "ends" and mark.first]
    return Bounds(
        start=start,
        latest_start=next(iter(_fitting((first, *begun), start, end)), None),
        earliest_end=next(reversed(_fitting((last, *over), start, end)), None),
        end=end,
    )


def _fitting(days: Iterable[str | None], start: Bound | None, end: Bound | None) -> list[str]:
    """The days that are known and lie within the outer bounds, sorted."""
    low, high = start.day if start else "", end.day if end else "9999"
    return sorted(day for day in days if day and low <= day <= high)


def _starts(episode: Episode, first: str | None) -> Iterable[Bound]:
    for mark in episode.marks:
        if mark.says == "begins" and mark.first:
            yield Bound(mark.first, "appointed", mark.fact)
    for one in episode.beside:
        if first and one.last < first:
            yield Bound(_shifted(one.first, 1), one.why, one.fact)
    if terms := _terms(episode):
        yield Bound(min(mark.term[0] for mark in terms if mark.term), "term", terms[0].fact)


def _ends(episode: Episode, last: str | None) -> Iterable[Bound]:
    for mark in episode.marks:
        if mark.says in ("over", "ends", "moves") and mark.last:
            yield Bound(mark.last, _why_over(mark), mark.fact)
    for one in episode.beside:
        if last and one.first > last and one.why != "ended":
            yield Bound(_shifted(one.last, -1), one.why, one.fact)
    if terms := _terms(episode):
        yield Bound(max(mark.term[1] for mark in terms if mark.term), "term", terms[0].fact)


def _why_over(mark: Mark) -> str:
    if mark.says == "moves":
        return "moved"
    return "dismissed" if mark.action else "former"


def _terms(episode: Episode) -> list[Mark]:
    return [mark for mark in episode.marks if mark.term]


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
