"""Who is meant by a post, or by a phrase in its place, that stands without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import Held, organization_of
from hbtgraph.extract.phrases import Begun, beginnings
from hbtgraph.extract.posts import OF_MANY, Group, Post, bare_body_key, role_key
from hbtgraph.extract.speech_words import words
from hbtgraph.extract.words import UPPER, TextFinder, any_of
from hbtgraph.model import Span

_STANDING = re.compile(r" (?:thường trực|chuyên trách)$")
"""What a post is told without, too: a "Phó Chủ tịch Thường trực" is called "Phó Chủ tịch"."""


@cache
def _head() -> TextFinder:
    return TextFinder(re.compile(rf"(?<!\w)(?:{any_of(words('head'))}) $", re.IGNORECASE), words("head"))


@cache
def _head_of_place() -> TextFinder:
    place = rf"(?P<place>(?i:TP|thành phố|tỉnh|quận|huyện|thị xã|phường|xã))(?!\w)(?![. ]*[{UPPER}\d])"
    return TextFinder(re.compile(rf"(?<!\w)(?i:{any_of(words('head'))}) {place}"), words("head"))


@cache
def _heads_begun() -> Begun:
    return beginnings(words("head"))


class Incumbents:
    """Who holds which post, as far as the article tells."""

    def __init__(self, context: Context, held: Iterable[Held]) -> None:
        self._context = context
        self._plain = context.plain
        known = tuple(held)
        self._holders = _by_role(known)
        self._standing = _by_role(known, _STANDING)
        self._told: dict[str, list[Held]] = {}
        for one in sorted(known, key=lambda one: one.mention.span):
            self._told.setdefault(role_key(one.role), []).append(one)
        self._holder_of: dict[tuple[str, str | None], str | None] = {}

    def of(self, group: Group) -> str | None:
        """Who holds, as told elsewhere, one of the posts that stand here without a name."""
        for index, post in enumerate(group.posts):
            organization = organization_of(self._context, group, index)
            of_many = role_key(post.role) in OF_MANY or (organization is None and not post.alone)
            last = self._last_before(post) if of_many else None
            if person := last or self._holder_at(post.role, organization):
                return person
        return None

    def _last_before(self, post: Post) -> str | None:
        """Who was told last to hold a post of that name, which several hold: "đại biểu" behind "đại biểu A"."""
        told = self._told.get(role_key(post.role), [])
        at = bisect_left(told, post.span.start, key=lambda held: held.mention.span.start)
        return told[at - 1].person if at else None

    def _holder_at(self, role: str, organization: str | None) -> str | None:
        """Who holds the post of that name at the body, or at one whose name begins so; bodiless, who alone holds it."""
        told = (role_key(role), None if organization is None else bare_body_key(organization))
        if told not in self._holder_of:
            self._holder_of[told] = self._among(self._holders.get(told[0], ()), told[1])
            if self._holder_of[told] is None:
                self._holder_of[told] = self._among(self._standing.get(told[0], ()), told[1])
        return self._holder_of[told]

    def _among(self, pairs: Sequence[tuple[str | None, str]], body: str | None) -> str | None:
        """Who of those that hold posts of one name holds that at the body."""
        bearers = {person for _, person in pairs}
        if body is None and len(bearers) == 1:
            return bearers.pop()
        at = next((person for held, person in pairs if _one_body(held, body)), None)
        if at is not None or body is None:
            return at
        alike = {person for held, person in pairs if held is not None and _is_told_less(body, held)}
        return alike.pop() if len(alike) == 1 else None

    def heads(self) -> Iterator[tuple[Span, str]]:
        """Those whom a phrase tells in place of their post: "người đứng đầu chính quyền tỉnh A" is its chairman."""
        if not _heads_begun().starts(self._plain):
            return
        yield from self._heads_of_places()
        for unit in self._context.units:
            start = self._head_before(unit.span)
            if start is not None and (person := self._holder_at("Chủ tịch", f"UBND {unit.text}")):
                yield Span(start, unit.span.end), person
        for body in self._context.bodies:
            start = self._head_before(body.span)
            held = (self._holder_at(role, body.full) for role in words("chief")) if start is not None else iter(())
            if start is not None and (person := next(filter(None, held), None)):
                yield Span(start, body.span.end), person

    def _heads_of_places(self) -> Iterator[tuple[Span, str]]:
        """The same of a unit whose name is not repeated: "người đứng đầu TP"."""
        for phrase in _head_of_place().finditer(self._plain):
            body = self._context.complete(f"UBND {phrase['place']}", phrase.start())
            if person := self._holder_at("Chủ tịch", body):
                yield Span(*phrase.span()), person

    def _head_before(self, span: Span) -> int | None:
        phrase = _head().search(self._plain, max(0, span.start - 40), span.start)
        return phrase.start() if phrase else None


_Holders = dict[str, list[tuple[str | None, str]]]


def _by_role(all_held: Iterable[Held], left_out: re.Pattern[str] | None = None) -> _Holders:
    """For the key of each post the bodies' keys and the holders, each pair once, in the order of the text.

    With `left_out` only the posts that such words end, told without them.
    """
    found: dict[str, dict[tuple[str | None, str], None]] = {}
    for held in all_held:
        role = role_key(held.role)
        short = left_out.sub("", role) if left_out else role
        if left_out and short == role:
            continue
        body = None if held.organization is None else bare_body_key(held.organization)
        found.setdefault(short, {})[body, held.person] = None
    return {role: list(pairs) for role, pairs in found.items()}


def _one_body(held: str | None, told: str | None) -> bool:
    """Whether the key of the body told begins that of the body held, or neither is known."""
    if held is None or told is None:
        return held is told
    return held.startswith(told)


def _is_told_less(told: str, held: str) -> bool:
    """Whether all words of the body told are in that of the body held: "Sở Tài nguyên môi trường Đà Nẵng"."""
    return set(told.split()) - {"và"} <= set(held.split())
