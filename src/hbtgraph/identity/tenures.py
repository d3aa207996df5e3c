"""Which attestations are one tenure: the merging rule.

What articles say of one person, one post (role and body) and one manner (in full, acting, deputising) is *one
tenure* from the first to the last day on which they prove it, unless between two of these days
- another holder of the post is proved, where one person alone holds it at a time (posts-held-alone.csv), or
- the same person is proved in a post that excludes this one: the holder's and a deputy's of one body, or
- an article says that the tenure is over: former, dismissed, resigned, retired, moved away.
Then there are two tenures, one on either side.

A day is proved by an article that calls the person holder on it (its own day), by an appointment that took place on
it, and by a dismissal of it. Between two proved days of one tenure the person is *certain* to be in office by this
rule alone; before the first and after the last it is *possible* unless a bound (`identity.bounds`) excludes it.
"Still in office" is never inferred. In one article, what it says of a change comes before what it calls the person.
The rule knows no order: the same marks give the same tenures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from hbtgraph.identity.posts import Post, held_alone

Says = Literal["holds", "over", "begins", "ends", "moves"]
"""What a mark tells: in post; over by its last day; begun, or ended, within its days; ended by a move elsewhere."""

_OVER = ("over", "ends", "moves")

Manner = Literal["current", "acting", "deputising"]


class Mark(Struct, frozen=True, order=True, kw_only=True):
    """What one fact tells of a tenure.

    `first` and `last` are the days between which it happened (None where that is not known), `proves` is the day on
    which the person is in post by it, `term` the first and last day of the term that the text states.
    """

    fact: str
    article: str
    person: str
    post: Post
    manner: Manner
    says: Says
    role: str = ""
    body: str = ""
    unit: str = ""
    action: str = ""
    first: str | None = None
    last: str | None = None
    proves: str | None = None
    term: tuple[str, str] | None = None


class Beside(NamedTuple):
    """The days between which something else is proved to have come about that cannot be at the same time.

    Mostly one day; `fact` is what proves it.
    """

    last: str
    first: str
    fact: str
    why: Literal["other-holder", "other-post", "ended"]


class Episode(Struct, frozen=True, kw_only=True):
    """One tenure: its marks, the days that they prove, and what is proved beside it."""

    marks: tuple[Mark, ...]
    days: tuple[str, ...]
    beside: tuple[Beside, ...]


def episodes(post: Post, marks: Iterable[Mark]) -> list[Episode]:
    """The tenures of all holders of a post; `marks` are all of these people, in this post and in others."""
    by_person: dict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(marks):
        by_person[mark.person].append(mark)
    sound = {person: _sound(own) for person, own in sorted(by_person.items())}
    found = []
    for person, own in sound.items():
        by_manner: dict[Manner, list[Mark]] = defaultdict(list)
        for mark in own:
            if mark.post == post:
                by_manner[mark.manner].append(mark)
        for manner, held in sorted(by_manner.items()):
            beside = () if manner == "deputising" else tuple(sorted(_beside(post, person, held, sound)))
            found += _parted(held, beside)
    return found


def _sound(own: Sequence[Mark]) -> list[Mark]:
    """The marks of a person; in one article its changes come first, and a move ends the post that is left."""
    ended = {(mark.article, mark.post): mark.last for mark in own if mark.says == "ends"}
    begun = {(mark.article, mark.post): mark.first for mark in own if mark.says == "begins"}
    moves = {mark.article: mark for mark in own if mark.action == "transferred" and mark.proves}
    found = []
    for mark in own:
        move = moves.get(mark.article)
        if move and mark.says == "holds" and _leaves(mark, move):
            day = move.proves
            found.append(replace(mark, proves=min(mark.proves or day or "", day or "")))
            found.append(replace(mark, fact=move.fact, says="moves", first=day, last=day, proves=None, term=None))
            continue
        if mark.says == "holds" and mark.proves:
            end, start = ended.get((mark.article, mark.post)), begun.get((mark.article, mark.post))
            mark = replace(mark, proves=None if start and start > mark.proves else min(mark.proves, end or mark.proves))
        found.append(mark)
    return found


def _leaves(held: Mark, move: Mark) -> bool:
    """Whether a person who moves to another post leaves this one: a head does not lead two bodies of two units."""
    elsewhere = held.post.body != move.post.body and not (held.unit and held.unit == move.unit)
    return elsewhere and held_alone(held.role, held.body) is not None


def _beside(post: Post, person: str, held: Sequence[Mark], sound: Mapping[str, Sequence[Mark]]) -> set[Beside]:
    """What is proved of others in this post, and of the person in a post of this body that excludes it."""
    alone = next((known for mark in held if (known := held_alone(mark.role, mark.body))), None)
    found = set()
    for other, marks in sound.items():
        for mark in marks:
            days = _shown(mark)
            if days is None or mark.manner == "deputising":
                continue
            if other != person and mark.post == post and alone:
                found.add(Beside(*days, mark.fact, "other-holder"))
            elif other == person and mark.post.body == post.body and _exclude(held[0], mark):
                found.add(Beside(*days, mark.fact, "other-post"))
    return found


def _shown(mark: Mark) -> tuple[str, str] | None:
    """The last and the first day on which a mark may show its holder in the post: the day that it proves, mostly."""
    if mark.proves:
        return mark.proves, mark.proves
    return (mark.last, mark.first) if mark.says == "begins" and mark.first and mark.last else None


def _exclude(one: Mark, other: Mark) -> bool:
    """Whether of two posts of one body one is the deputy's of the other."""
    return one.post != other.post and (_is_deputy(one, other) or _is_deputy(other, one))


def _is_deputy(deputy: Mark, head: Mark) -> bool:
    alone = held_alone(head.role, head.body)
    return alone is not None and alone.is_deputy(deputy.role)


_BEFORE = -1
"""The place of a tenure that is over before the first day that is proved."""


def _parted(held: Sequence[Mark], beside: tuple[Beside, ...]) -> list[Episode]:
    """The marks of one person, post and manner in as many tenures as the rule tells."""
    over = [mark for mark in held if mark.says in _OVER and mark.last]
    groups = _proved(held, over, beside)
    parts: dict[int, list[Mark]] = defaultdict(list)
    loose = []
    for mark in held:
        at = _place(mark, groups, [mark.last or "" for mark in over])
        if at is None:
            loose.append(mark)
        else:
            parts[at].append(mark)
    if loose:  # of no day: of the only tenure, or of one that cannot be told
        parts[next(iter(parts)) if len(parts) == 1 else len(groups) + 1] += loose
    ended = (Beside(last, mark.first or last, mark.fact, "ended") for mark in over if (last := mark.last))
    around = tuple(sorted((*beside, *ended)))
    return [
        Episode(marks=tuple(parts[at]), days=tuple(groups[at]) if 0 <= at < len(groups) else (), beside=around)
        for at in sorted(parts)
    ]


def _proved(held: Sequence[Mark], over: Sequence[Mark], beside: Iterable[Beside]) -> list[list[str]]:
    """The days that the marks prove, in one list for each tenure."""
    days = sorted({mark.proves for mark in held if mark.proves})
    again = {mark.proves for mark in held if mark.proves and mark.says not in _OVER}
    ends = [mark.last or "" for mark in over]
    groups: list[list[str]] = []
    for day in days:
        before = groups[-1][-1] if groups else day
        other = any(before < one.last < day for one in beside)
        if groups and not other and not (day in again and any(before <= end < day for end in ends)):
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def _place(mark: Mark, groups: Sequence[Sequence[str]], ends: Sequence[str]) -> int | None:
    """Which of the tenures a mark is of: one of the groups, one before or after them all, or None: not told."""
    if mark.proves:
        return next(at for at, days in enumerate(groups) if mark.proves in days)
    day = mark.last or mark.first
    if day is None:
        return None
    if mark.says in _OVER:
        return max((at for at, days in enumerate(groups) if days[0] <= day), default=_BEFORE)
    for at, days in enumerate(groups):
        if day <= days[-1]:
            return _BEFORE if at == 0 and any(day <= end < days[0] for end in ends) else at
    last = groups[-1][-1] if groups else ""
    if not groups:
        return len(groups) if ends and min(ends) < day else _BEFORE
    return len(groups) if any(last <= end <= day for end in ends) else len(groups) - 1
