"""Which report keeps which promise. Each pair is judged by itself, so that the order in which articles come is nothing.

A report is of another article, not older than the promise, and of something that did not happen before it. Where an
article has no day, its order is unknown; what it reports counts, and the days show that it is undated.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Literal

from msgspec import Struct

from hbtgraph.promises.telling import Telling
from hbtgraph.promises.wording import about_one_thing, content, one_indicator
from hbtgraph.resources import table

Outcome = Literal["done", "reached", "missed"]

_LATEST = timedelta(days=400)
"""How long after the promise, or after the time that it names, a report is still of it and not of the next one."""
_GRACE = timedelta(days=45)
"""How long after the planned day an occasion of the same name is the one that was moved."""
_YEAR_END = 6
"""A value is that of a period from its last sixth on: the year's conference is held in December."""


class Link(Struct, frozen=True):
    """That a report keeps a promise, under a rule."""

    rule: str
    score: str
    outcome: Outcome = "done"


def kept(promise: Telling, report: Telling) -> Link | None:
    """How the report keeps the promise, or None."""
    if not promise.ahead or report.ahead or promise.kind != report.kind or promise.article == report.article:
        return None
    if _is_older(promise, report):
        return None
    match promise.kind:
        case "event":
            rule = _event(promise, report)
        case "target":
            return _target(promise, report)
        case "document":
            rule = _document(promise, report)
        case _:
            rule = _activity(promise, report)
    return _link(rule) if rule else None


def _link(rule: str, outcome: Outcome = "done") -> Link:
    return Link(rule, _scores()[rule], outcome)


@cache
def _scores() -> dict[str, str]:
    return {row["rule"]: row["score"] for row in table("promise-rules")}


def _is_older(promise: Telling, report: Telling) -> bool:
    told = bool(promise.day and report.day and report.day < promise.day)
    happened = bool(promise.day and report.last and report.last < promise.day)
    return told or happened


def _happened(report: Telling) -> tuple[str, str]:
    """Between which days: as stated, or by the day of the article."""
    return (report.first, report.last) if report.last else ("", report.day)


def _event(promise: Telling, report: Telling) -> str | None:
    if promise.fact == report.fact:
        return "same-event"
    one, other = (content(side.text, (*promise.named, *report.named), years=True) for side in (promise, report))
    if not (promise.is_of(report) and one.head == other.head and about_one_thing(one, other)):
        return None
    return "next-event" if _in_time(promise, report, known=bool(one.numbers & other.numbers)) else None


def _in_time(promise: Telling, report: Telling, *, known: bool) -> bool:
    """Whether the occasion took place when it was to; `known` says that its number tells it from all others."""
    first, last = _happened(report)
    if not last:
        return known
    if promise.last:
        late = _after(promise.last, _GRACE)
        return (last >= promise.first) and ((first or last) <= late)
    return (first or last) <= _after(promise.day, _LATEST) if promise.day else known


def _target(promise: Telling, report: Telling) -> Link | None:
    if promise.value is None or report.value is None or not promise.is_of(report) or promise.sort != report.sort:
        return None
    if not promise.last or (promise.first, promise.last) != (report.first, report.last):
        return None
    if not (report.settled if not report.day else report.estimate or report.day >= _last_sixth(report)):
        return None
    one, other = (content(side.text, (*promise.named, *report.named), indicator=True) for side in (promise, report))
    if not one_indicator(one, other):
        return None
    reached = report.value <= promise.value if promise.less else report.value >= promise.value
    return _link("same-figure", "reached" if reached else "missed")


def _last_sixth(report: Telling) -> str:
    first, last = date.fromisoformat(report.first), date.fromisoformat(report.last)
    return (last - (last - first) / _YEAR_END).isoformat()


def _document(promise: Telling, report: Telling) -> str | None:
    if not report.settled or promise.sort != report.sort:
        return None
    if promise.fact == report.fact:
        return "same-document"
    one, other = (content(side.text, (*promise.named, *report.named)) for side in (promise, report))
    near = promise.is_of(report) and about_one_thing(one, other) and _soon(promise, report)
    return "issued-document" if near else None


def _activity(promise: Telling, report: Telling) -> str | None:
    if promise.sort != report.sort or not promise.is_of(report) or not _soon(promise, report):
        return None
    one, other = (content(side.text, (*promise.named, *report.named)) for side in (promise, report))
    return "done-activity" if about_one_thing(one, other) else None


def _soon(promise: Telling, report: Telling) -> bool:
    """Whether the report is of this promise and not of another like it in later years."""
    first, last = _happened(report)
    limit = promise.last or promise.day
    return not limit or not last or (first or last) <= _after(limit, _LATEST)


def _after(day: str, time: timedelta) -> str:
    return (date.fromisoformat(day) + time).isoformat()
