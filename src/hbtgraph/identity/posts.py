"""Posts, and which of them one person alone holds at a time."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key


class Post(Struct, frozen=True, order=True):
    """A post: a role (IRI of its concept, else its name) at a body (IRI; "" where it needs none)."""

    body: str
    role: str


class Alone(NamedTuple):
    """That one person alone holds a post, and how the posts of those begin who stand in."""

    deputies: tuple[str, ...]

    def is_deputy(self, role: str) -> bool:
        """Whether this is a post of one who stands in for the holder."""
        return f"{key(role)} ".startswith(tuple(f"{deputy} " for deputy in self.deputies))


def held_alone(role: str, body: str) -> Alone | None:
    """What is known of a post that one person alone holds, by its name and the name of its body; None of any other."""
    name = key(body) if body else "-"
    for bodies, deputies in _table().get(key(role), ()):
        if any(kind == "*" or name == kind or name.startswith(f"{kind} ") for kind in bodies):
            return Alone(deputies)
    return None


@cache
def alone_somewhere() -> frozenset[str]:
    """Keys of the posts that one person alone holds in some kind of body."""
    return frozenset(_table())


@cache
def alone_in_the_country() -> frozenset[str]:
    """Keys of the posts that the country has once, and that need no body to be told."""
    return frozenset(post for post, rows in _table().items() if any("-" in bodies for bodies, _ in rows))


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for row in table("posts-held-alone"):
        kinds, deputies = (tuple(map(key, filter(None, row[name].split("|")))) for name in ("bodies", "deputies"))
        found.setdefault(key(row["post"]), []).append((kinds, deputies))
    return found
