"""Which claims on one point cannot both be true: stated rules, on the careful side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

from msgspec import Struct

from hbtgraph.contradictions.claims import Claim, Sentence
from hbtgraph.contradictions.figures import TWIN
from hbtgraph.contradictions.numbers import reach, spoken
from hbtgraph.contradictions.things import CHANGED
from hbtgraph.contradictions.words import content, words_in

_UNLIKE = 0.2
"""Titles that share less than a fifth of the shorter one's words are of two documents."""
_SMALL = 10
_SPECIFIC = 6
"""A group described in so many words is one group, whoever honours it."""


class Contradiction(Struct, frozen=True, kw_only=True):
    """Two claims that cannot both be true, and all that hold with one or the other."""

    under: str
    """The key under which they met; of the same two sentences there may be several."""
    twins: bool = False
    """Whether they are known to be on one point by their sentences, not by their own words."""
    first: Claim
    second: Claim
    with_first: tuple[Claim, ...]
    with_second: tuple[Claim, ...]

    @property
    def difference(self) -> str:
        """How far apart they are, where that can be told."""
        a, b = self.first, self.second
        if a.kind == "date":
            return f"{abs((date.fromisoformat(a.side) - date.fromisoformat(b.side)).days)} ngày"
        if a.number is None or b.number is None:
            return ""
        if a.unit == b.unit:
            return f"{spoken(abs(a.number - b.number))} {a.unit}".strip()
        scale = [claim.reach.low + claim.reach.high for claim in (a, b) if claim.reach]
        return f"{spoken(abs(scale[0] - scale[1]) / 2)} đồng"


def contradictions(claims: Iterable[Claim]) -> list[Contradiction]:
    """The contradictions among these claims, in the order of their sides; the claims' order does not matter."""
    points: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.place, claim.fact)):
        for under in claim.under:
            points[under, claim.kind, claim.point].append(claim)
    found = [one for under, kind, point in sorted(points) for one in _on_one_point(under, points[under, kind, point])]
    return sorted(
        found, key=lambda one: (one.first.place, one.second.place, one.first.fact, one.second.fact, one.under)
    )


def _on_one_point(under: str, claims: list[Claim]) -> Iterator[Contradiction]:
    twins = under.startswith(TWIN)
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims if twins else _trusted(claims):
        sides[claim.side].append(claim)
    for some, others in combinations(sides.values(), 2):
        pair = next((pair for pair in product(some, others) if _contradict(*pair, twins=twins)), None)
        if pair:
            first, second = sorted(pair, key=lambda claim: claim.place)
            with_first, with_second = (
                ([first], [second]) if twins else (some, others) if first in some else (others, some)
            )
            yield Contradiction(
                under=under, first=first, second=second, with_first=tuple(with_first), with_second=tuple(with_second)
            )


def _trusted(claims: list[Claim]) -> list[Claim]:
    """Without the articles that say both: they tell of two things, or of a change.

    A lasting figure may be told twice, and wrong once; a third value shows that the words name no one thing.
    """
    sides: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        sides[claim.article].add(claim.side)
    if any(claim.side == CHANGED for claim in claims):
        claims = [claim for claim in claims if claim.day and claim.side != CHANGED]
    both = {article for article, said in sides.items() if len(said) > 1}
    if not both or not claims:
        return claims
    if claims[0].kind != "figure":
        return [claim for claim in claims if claim.article not in both]
    twice = [claim for claim in claims if claim.article in both]
    return claims if len({claim.side for claim in twice}) == 2 and all(map(_stands_alone, twice)) else []


def _stands_alone(claim: Claim) -> bool:
    return claim.lasting and claim.told is not None and claim.told.dated


def _contradict(a: Claim, b: Claim, *, twins: bool) -> bool:
    if a.reach and b.reach and not a.reach.apart(b.reach):
        return False
    match a.kind:
        case "figure":
            return _are_twins(a, b) if twins else _on_one_time(a, b)
        case "post":
            return a.day == b.day
        case "title":
            return _unlike(a.side, b.side)
        case "count":
            return _one_conferral(a, b)
        case _:
            return True


def _on_one_time(a: Claim, b: Claim) -> bool:
    if a.article == b.article and a.told and b.told and a.told.start == b.told.start:
        return False
    return a.lasting or a.day == b.day


def _are_twins(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell the same, but for this one number: neither has the other's among its own."""
    if a.told is None or b.told is None or a.article == b.article or a.unit != b.unit:
        return False
    if any(under in b.under for under in a.under if not under.startswith(TWIN)):
        return False  # compared by their own words
    if (a.given and b.given and a.given != b.given) or (a.about and b.about and a.about != b.about):
        return False
    if _holds(a.told, b) or _holds(b.told, a):
        return False
    return _alike(a.told.words, b.told.words) and _alike(words_in(a.label), words_in(b.label))


def _holds(told: Sentence, claim: Claim) -> bool:
    """Whether a sentence has the number of a claim among its others; a small one only as it is."""
    if claim.told is None or claim.number is None:
        return False
    own = claim.told.own
    return any(other == claim.number or (other >= _SMALL and not reach(other).apart(own)) for other in told.others)


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    return 2 * len(words & others) >= len(words | others)


def _unlike(one: str, other: str) -> bool:
    words, others = content(one), content(other)
    least = min(len(words), len(others))
    return least > 0 and len(words & others) < least * _UNLIKE


def _one_conferral(a: Claim, b: Claim) -> bool:
    """One honour to one kind of group: given on one day, or told on one day, or to a group described alike."""
    if (a.giver and b.giver and a.giver != b.giver) or (a.given and b.given and a.given != b.given):
        return False
    if (a.given and b.given) or (a.day and a.day == b.day):
        return True
    return a.day == b.day and len(words_in(a.under[0].rpartition("|")[2])) >= _SPECIFIC
