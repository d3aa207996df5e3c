"""Who holds, held or acts in which post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import Held, epithets, holders
from hbtgraph.extract.posts import OF_MANY, bare_body_key, body_key, letters, role_key, same_body
from hbtgraph.model import Span, Tenure
from hbtgraph.vietnamese.text import key

_STANDING = re.compile(r" (?:thường trực|chuyên trách)$")
"""What a post is told without, too: "Phó Thủ tướng Thường trực" is called "Phó Thủ tướng"."""


class _Told(NamedTuple):
    order: int
    """Its place among all that the article tells."""
    worth: tuple[bool, bool]
    fact: Tenure


def tenures(context: Context) -> Iterator[Tenure]:
    """The posts of named people, each once; a post without a body only where it needs none.

    A fact quotes the first place that names the body in full; the headline only where no other place says as much.
    """
    title = next(context.article.parts("title"), Span(0, 0))
    found: dict[tuple[str, str], list[_Told]] = {}
    for order, held in enumerate(holders(context)):
        status = held.status
        if _is_of_another(held):
            continue
        if held.organization is None and not held.post.alone:
            known_status = epithets().get((key(held.person), key(held.role)))
            if known_status is None:
                continue
            status = known_status
        fact = Tenure(
            person=held.person, role=held.role, organization=held.organization, status=status,
            evidence=held.evidence, rule=held.rule,
        )  # fmt: skip
        worth = (not fact.evidence.meets(title), body_key(held.post.organization) == body_key(held.organization))
        role = role_key(fact.role)
        own = found.setdefault((key(fact.person), _STANDING.sub("", role) if status == "current" else role), [])
        alike = next((at for at, known in enumerate(own) if _says_as_much(known.fact, fact)), None)
        if alike is None:
            own[:] = [known for known in own if not _says_as_much(fact, known.fact)]
            own.append(_Told(order, worth, fact))
        elif worth > own[alike].worth and _is_same(fact, own[alike].fact):
            better = replace(own[alike].fact, evidence=fact.evidence, rule=fact.rule)
            own[alike] = _Told(own[alike].order, worth, better)
    yield from (told.fact for told in sorted(chain.from_iterable(found.values()), key=lambda told: told.order))


def _is_of_another(held: Held) -> bool:
    """Whether a post takes the body of the post beside it, which is of another kind: "Bộ trưởng, Chủ nhiệm VPCP"."""
    if held.post.organization or not (held.post.noun and held.organization):
        return False
    return not key(held.organization).startswith(key(held.post.noun))


def _is_same(one: Tenure, other: Tenure) -> bool:
    return one.status == other.status and body_key(one.organization) == body_key(other.organization)


def _says_as_much(more: Tenure, less: Tenure) -> bool:
    """Whether `more`, a post that the same person holds, names its body at least as fully."""
    if len(more.role or "") < len(less.role or ""):
        return False  # "TGĐ" gives way to "Tổng Giám đốc"
    long, short = body_key(more.organization), body_key(less.organization)
    if long.startswith(short) or bare_body_key(more.organization) == short:
        return True
    if len(more.organization or "") < len(less.organization or ""):
        return False
    if letters(more.organization) == letters(less.organization) != "":
        return True  # "Sở Tài nguyên và Môi trường" and "Sở TN-MT"
    heads = {bare_body_key(one.organization).partition(" ")[0] for one in (more, less)}
    alike = len(heads) == 1 and role_key(more.role) not in OF_MANY
    return alike and more.status == "current" and same_body(long, short)
