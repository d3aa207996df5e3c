"""Who holds, held or acts in which post."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hbtgraph import resources
from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import holders
from hbtgraph.extract.posts import Status, bare_body_key, body_key, role_key
from hbtgraph.model import Tenure
from hbtgraph.vietnamese.text import key


def tenures(context: Context) -> Iterator[Tenure]:
    """The posts of named people, each once, at its first place; a post without a body only where it needs none."""
    found: list[Tenure] = []
    for held in holders(context):
        status = held.status
        if held.organization is None and not held.post.alone:
            known_status = _without_body().get((key(held.person), key(held.role)))
            if known_status is None:
                continue
            status = known_status
        fact = Tenure(
            person=held.person, role=held.role, organization=held.organization, status=status,
            evidence=held.evidence, rule=held.rule,
        )  # fmt: skip
        if not any(_says_as_much(known, fact) for known in found):
            found = [known for known in found if not _says_as_much(fact, known)]
            found.append(fact)
    yield from found


@cache
def _without_body() -> dict[tuple[str, str], Status]:
    """People whose post is told without its body, and how they hold it: "Chủ tịch Hồ Chí Minh" is of the past."""
    rows = resources.table("epithets")
    return {(key(row["name"]), key(row["role"])): _status(row["status"]) for row in rows if row["role"]}


def _status(word: str) -> Status:
    return "former" if word == "former" else "current"


def _says_as_much(more: Tenure, less: Tenure) -> bool:
    """Whether `more` is the same post of the same person, its body named at least as fully."""
    if key(more.person) != key(less.person) or role_key(more.role) != role_key(less.role):
        return False
    if len(more.role or "") < len(less.role or ""):
        return False  # "TGĐ" gives way to "Tổng Giám đốc"
    long, short = body_key(more.organization), body_key(less.organization)
    return long.startswith(short) or bare_body_key(more.organization) == short
