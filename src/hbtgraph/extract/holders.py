"""Who holds the posts that the text names, the bodies' names completed as far as the article tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from hbtgraph import resources
from hbtgraph.extract.context import Context
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.owners import Owner, first_of_name, owners
from hbtgraph.extract.post_bodies import led_by, run_by, told_before
from hbtgraph.extract.post_bodies import organization_of as organization_of
from hbtgraph.extract.posts import OF_MANY, Group, Post, Status, bare_body_key, role_key, role_stem
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import key

_TEAMS = ("Đoàn", "Tổ")
"""Bodies that last as long as their work, often without a name of their own."""


class Held(Struct, frozen=True, kw_only=True):
    """A post with who holds it, the body's name completed as far as the article tells."""

    person: str
    mention: Mention
    post: Post
    role: str
    organization: str | None
    status: Status
    evidence: Span
    rule: str


@cache
def epithets() -> dict[tuple[str, str], Status]:
    """People whose post is told without its body, and how they hold it: "Chủ tịch Hồ Chí Minh" is of the past."""
    rows = resources.table("epithets")
    return {
        (key(row["name"]), key(row["role"])): "former" if row["status"] == "former" else "current"
        for row in rows
        if row["role"]
    }


def holders(context: Context) -> tuple[Held, ...]:
    """Every post whose holder the text names, in the order of the text."""
    return context.once(_all)


def held_by(context: Context, person: str) -> list[Held]:
    """The posts with a body that the text gives a person, in its order."""
    return context.once(_by_person).get(key(person), [])


def _by_person(context: Context) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for held in holders(context):
        if held.organization:
            found.setdefault(key(held.person), []).append(held)
    return found


def _all(context: Context) -> tuple[Held, ...]:
    pairs = ((group, owner) for group in context.posts for owner in owners(context, group))
    found = [held for group, owner in pairs for held in _held(context, group, owner)]
    full = {(key(held.person), role_stem(held.role)) for held in found if held.organization}
    sole = {
        (role_key(held.role), bare_body_key(held.organization)): key(held.person)
        for held in found
        if held.status == "current" and not role_key(held.role).startswith(("phó ", "thứ "))
    }
    return tuple(
        held
        if held.organization or (key(held.person), role_stem(held.role)) in full
        else _completed(context, held, sole)
        for held in found
    )


def _completed(context: Context, held: Held, sole: dict[tuple[str, str], str]) -> Held:
    """A post that nowhere has a body takes the one at which the text told the same post before.

    Not that of another who is known to hold it: `sole` holders of a post at a body.
    """
    if held.post.alone or (key(held.person), key(held.role)) in epithets():
        return held
    if role_stem(held.role) in OF_MANY and held.rule != "post-before-name":
        return held  # "trả lời đại biểu, ông A ...": no word of address
    organization = told_before(context, held.post)
    holder = sole.get((role_key(held.role), bare_body_key(organization)), key(held.person))
    if role_stem(held.role) not in OF_MANY and holder != key(held.person):
        return held
    return replace(held, organization=organization)


def _held(context: Context, group: Group, owner: Owner) -> Iterator[Held]:
    former = owner.former
    first = first_of_name(context, group) if owner.rule == "post-before-name" else 0
    for index, post in enumerate(group.posts[: owner.until]):
        if index < first:
            continue
        former = former and not (post.marked and post.status == "current")
        leads = owner.rule == "name-is-post" and post.noun in _TEAMS and post.organization is None
        team = led_by(context, owner.mention) if leads else None
        organization = team or organization_of(context, group, index)
        if organization is None and owner.rule == "name-is-post" and not post.noun:
            organization = run_by(context, owner.mention)
        over = former and post.status == "current" and team is None
        name = owner.mention.span if owner.start is None else Span(owner.start, owner.start)
        evidence = Span(min(post.span.start, name.start), max(post.span.end, name.end))
        yield Held(
            person=owner.mention.full, mention=owner.mention, post=post, role=post.role,
            organization=organization, status="former" if over else post.status, evidence=evidence, rule=owner.rule,
        )  # fmt: skip
