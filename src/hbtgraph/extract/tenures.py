"""Who holds, held or acts in which post."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from hbtgraph import resources
from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import holders
from hbtgraph.extract.posts import Status, bare_body_key, body_key, role_key
from hbtgraph.model import Span, Tenure
from hbtgraph.vietnamese.text import key


def tenures(context: Context) -> Iterator[Tenure]:
    """The posts of named people, each once; a post without a body only where it needs none.

    A fact quotes the first place that names the body in full; the headline only where no other place says as much.
    """
    title = next(context.article.parts("title"), Span(0, 0))
    found: list[tuple[tuple[bool, bool], Tenure]] = []
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
        worth = (not fact.evidence.meets(title), body_key(held.post.organization) == body_key(held.organization))
        alike = next((at for at, (_, known) in enumerate(found) if _says_as_much(known, fact)), None)
        if alike is None:
            found = [known for known in found if not _says_as_much(fact, known[1])]
            found.append((worth, fact))
        elif worth > found[alike][0] and _is_same(fact, found[alike][1]):
            found[alike] = (worth, replace(found[alike][1], evidence=fact.evidence, rule=fact.rule))
    yield from (fact for _, fact in found)


def _is_same(one: Tenure, other: Tenure) -> bool:
    return one.status == other.status and body_key(one.organization) == body_key(other.organization)


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
