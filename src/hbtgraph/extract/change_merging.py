"""Which changes told in an article are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hbtgraph.extract.posts import bare_body_key, role_key, same_body
from hbtgraph.model import Appointment
from hbtgraph.vietnamese.text import key

ELSEWHERE = "verb-and-holder-elsewhere"
"""The rule of a measure that strikes somebody in a post which another place of the article gives."""

LOOSE_VERB = "loose-verb-and-post"
"""The rule of a verb that does not say whether the post is given by appointment, election or transfer."""


LET_GO = "let-go-of-post"
"""The rule of a verb that says that somebody leaves a post, be it by a decision or at his own wish."""


def merged(told: Iterable[Appointment]) -> Iterator[Appointment]:
    """Each change once, from the first place that tells the day, else the first."""
    found: list[Appointment] = []
    known: dict[tuple[str, str, str], list[int]] = {}
    for fact in told:
        own = known.setdefault((key(fact.person), role_key(fact.role), fact.action), [])
        at = next((at for at in own if _same(found[at].organization, fact.organization)), None)
        if at is None:
            own.append(len(found))
            found.append(fact)
        elif found[at].date is None and fact.date:
            found[at] = replace(fact, organization=_fuller(found[at], fact))
    yield from _without_echoes(found)


def _same(one: str | None, other: str | None) -> bool:
    """Whether two names are of one body: "Tỉnh ủy X" is not the "Ban cán sự đảng UBND tỉnh X", for all its words."""
    keys = bare_body_key(one), bare_body_key(other)
    short, long = sorted(keys, key=len)
    return same_body(one, other) and (short.split()[:1] == long.split()[:1] or short in long)


def _fuller(one: Appointment, other: Appointment) -> str | None:
    return max(one.organization, other.organization, key=lambda name: len(name or ""))


def _without_echoes(found: list[Appointment]) -> Iterator[Appointment]:
    """Changes without those that another place tells better: a measure with its post, a post with its very verb."""
    sure = {(key(fact.person), fact.action) for fact in found if fact.rule != ELSEWHERE}
    told = {(key(fact.person), role_key(fact.role)) for fact in found if fact.action in ("elected", "transferred")}
    resigned = [fact for fact in found if fact.action == "resigned"]
    for fact in found:
        again = fact.rule == ELSEWHERE and (key(fact.person), fact.action) in sure
        loose = fact.rule == LOOSE_VERB and (key(fact.person), role_key(fact.role)) in told
        if not again and not loose and not any(_lets_go(fact, one) for one in resigned):
            yield fact


def _lets_go(fact: Appointment, resigned: Appointment) -> bool:
    """Whether a body only lets somebody go who resigned, as the article says elsewhere."""
    return (
        fact.rule == LET_GO
        and key(fact.person) == key(resigned.person)
        and role_key(fact.role) == role_key(resigned.role)
        and fact.action == "dismissed"
        and _same(fact.organization, resigned.organization)
    )
