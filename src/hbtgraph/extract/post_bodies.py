"""Which body a post is at: named with it, completed, shared with the posts beside it, or told before."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from hbtgraph.extract.context import Context
from hbtgraph.extract.holding import kinds
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.post_tails import party_body
from hbtgraph.extract.posts import Group, Post, bare_body_key, role_key, role_stem
from hbtgraph.extract.speech import title_before
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import key, place_tones

_NEAR = 120
_SHARED = re.compile(r"\)?[ ,;]*(?:và |cùng )[^,;:.()]{0,40}\.?(?:, | \()")
"""Between two people whose posts are at one body: "ông A, Giám đốc | và ông B, | Phó Giám đốc X"."""

_RUN_BY = re.compile(r"(?:,? | \()do (?:[^\W\d_]+ ){0,2}$")
"""Between a body and the name of who runs it."""

_TEAM = re.compile(r"(?<!\w)(?:[Đđ]oàn|[Tt]ổ) (?!trưởng|viên|phó|chức|gồm|đại biểu|ĐBQH|dân phố)(?=\w)")
_TEAM_NAME = re.compile(r"(?P<name>[^.,;:()“”\n]{6,100}?)(?: \([^()]+\))?(?: gồm [^.;:()]{2,40})?[, (]*")
"""A team, and who it is made of, before who leads it."""

_PARTY_BODY = re.compile(r"(?:Thành|Tỉnh|Quận|Huyện|Thị|Đảng) ủy.*")
_OF_STANDING = re.compile(r"ủy viên thường vụ$", re.IGNORECASE)
_PARTY_OF_BOARD = re.compile(r"Ban [^,]*?((?:Thành|Tỉnh|Quận|Huyện|Thị) (?:ủy|uỷ).*)")
"""A board of a Party committee has no standing members, the latter has: "Ủy viên Thường vụ, Trưởng Ban A Tỉnh ủy"."""

_STANDS_FOR = {"nhà trường": "trường"}
"""Words for the body that was told before, and how its name begins."""

_GOVERNED = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)"
    r" ((?:(?:quận|huyện|thị xã|phường|xã|thị trấn|tỉnh|thành phố|TP)(?!\w)|[PQH]\.).*)"
)
"""Their unit has a Party committee of its own, whose secretary no body of government is."""

_UNIT_PART = re.compile(r"(?:UBND|HĐND|Đảng ủy|Công an|Ủy ban nhân dân|Hội đồng nhân dân) (.+)")

_OF_OTHERS = re.compile(
    r"^(?:Đảng ủy|HĐQT|Hội đồng quản trị|cơ quan (?:cảnh sát điều tra|CSĐT|an ninh điều tra|ANĐT|điều tra)) (?=\w)",
    re.I,
)
"""A part of a body whose posts are not those of the body: "Phó Giám đốc, Thủ trưởng Cơ quan CSĐT Công an tỉnh X"."""

_BOARD = re.compile(r"^(?:HĐQT|HĐTV|Hội đồng (?:quản trị|thành viên|trường)) (?=\w)", re.IGNORECASE)
_WITH_PARTY = re.compile(
    r"(?:Tổng )?[Cc]ông ty|Cty|Tập đoàn|Công an|Trường|Đại học|ĐH|Học viện|Bệnh viện|BV|Viện|Trung tâm|Cục|Chi cục"
    r"|Ngân hàng|Nhà máy|Sở|Đài|Báo|Thông tấn xã|Tổng cục|Tòa án|TAND|VKSND|Kho bạc|KBNN|Bảo hiểm xã hội|BHXH"
)
"""Bodies that have a Party committee of their own: "Bí thư Đảng ủy, Tổng Giám đốc Công ty X"."""

_CHAIRS = re.compile(r"(?:phó )?(?:chủ tịch|ct)")
_DIVISION = re.compile(
    r"(?:Phòng|Sở|Vụ|Cục|Chi cục|Công an|CA|Văn phòng|VP|Ban (?:Tổ chức|Dân vận|Tuyên giáo|Nội chính)) "
)
"""Parts of an administration, which nobody chairs: "Phó Chủ tịch, | Trưởng phòng Nội vụ"."""

_OF_BODY = frozenset(("chi bộ", "đảng bộ", "đảng đoàn", "ban cán sự", "ban cán sự đảng", "chi ủy"))
"""What is always that of another body, which the posts beside it tell."""


def organization_of(context: Context, group: Group, index: int) -> str | None:
    """The body of one post of the group: its own, completed, or shared with the posts behind it."""
    own = group.posts[index].organization
    beside = (post.organization for post in (*group.posts[index + 1 :], *group.posts[:index]))
    others = [name for name in beside if name and key(name) not in _OF_BODY]
    if _CHAIRS.fullmatch(key(group.posts[index].role)):
        others = [name for name in others if not _DIVISION.match(name)]
    if own is None:
        if group.posts[index].noun and len(group.posts) == 1:
            if group.posts[index].status == "former":
                return None  # the body that an article is about need not be that of long ago
            return _only_body(context, group.posts[index].noun, group.span.start, near=False)
        if group.posts[index].alone:
            return None
        if not others or index == len(group.posts) - 1:
            return _of_next(context, group)
        if "bí thư" in key(group.posts[index].role) and (unit := _GOVERNED.match(place_tones(others[0]))):
            return context.complete(party_body(unit[1]), group.span.end)
        if _OF_STANDING.match(place_tones(group.posts[index].role)) and (party := _PARTY_OF_BOARD.match(others[0])):
            return context.complete(party[1], group.span.end)
        part = _OF_OTHERS.match(place_tones(others[0]))
        return context.complete(others[0][part.end() :] if part else others[0], group.span.end)
    own = own.removesuffix(" này")
    if head := _STANDS_FOR.get(key(own)):
        return _only_body(context, head, group.span.start)
    if key(own) in _OF_BODY:
        return f"{own} {context.complete(_BOARD.sub('', others[0]), group.span.end)}" if others else None
    if own in kinds("unit") or own in kinds("kind"):
        own = _filled(context, own, others, group.span.end)
    return None if own in kinds("kind") else context.complete(own, group.span.end)


def _of_next(context: Context, group: Group) -> str | None:
    """The body of the next group, whose holder stands in a row with this one's and has the same post or its deputy."""
    at = bisect_left(context.posts, group.span.end, key=lambda other: other.span.start)
    following = context.posts[at] if at < len(context.posts) else None
    if following is None or not _SHARED.fullmatch(context.plain, group.span.end, following.span.start):
        return None
    told = following.posts[0].organization is not None
    alike = told and role_stem(following.posts[0].role) == role_stem(group.posts[-1].role)
    named = inside(context.names, Span(group.span.end, following.span.start))
    return organization_of(context, following, 0) if alike and len(named) == 1 else None


def run_by(context: Context, name: Mention) -> str | None:
    """The body that somebody is said to run: "Công ty X do ông A làm giám đốc"."""
    run = _RUN_BY.search(context.plain, max(0, name.span.start - _NEAR // 4), name.span.start)
    if run is None:
        return None
    at = bisect_left(context.bodies, run.start(), key=lambda body: body.span.start)
    body = context.bodies[at - 1] if at else None
    return body.full if body and body.span.end == run.start() else None


def led_by(context: Context, name: Mention) -> str | None:
    """The team that somebody is said to lead: "đoàn kiểm tra của quận do Phó Chủ tịch A làm trưởng đoàn"."""
    start = max(0, name.span.start - 2 * _NEAR)
    before = context.plain[start : name.span.start]
    at = max(before.rfind(" do "), before.rfind("(do "))
    told = start + at + len(" do ")
    for group in inside(context.posts, Span(told, name.span.start)):
        if title_before().sub("", context.plain[told : group.span.start]).strip():
            return None
        told = group.span.end
    if at < 0 or title_before().sub("", context.plain[told : name.span.start]).strip():
        return None
    heads = list(_TEAM.finditer(before, 0, at))
    team = _TEAM_NAME.fullmatch(before, heads[-1].start(), at) if heads else None
    return team["name"] if team else None


def told_before(context: Context, post: Post) -> str | None:
    """The one body at which the text told the same post before, or just before that of which it is the deputy.

    Without such a body, or with several, the one that begins with the word that the post has swallowed: the only one
    of the text, unless the post is over, or one of the same sentence.
    """
    told = context.once(_told_posts).get(role_stem(post.role), [])
    earlier = [
        one
        for one in told[: bisect_left(told, post.span.start, key=lambda one: one.group.span.start)]
        if one.role == role_key(post.role) or post.span.start - one.group.span.end < 2 * _NEAR
    ]
    if len({one.body for one in earlier}) == 1:
        return organization_of(context, earlier[-1].group, earlier[-1].at)
    sentence = context.sentence_of(post.span.start)
    if not post.noun or sentence is None:
        return None
    alone = None if earlier or post.status == "former" else _only_body(context, post.noun, post.span.start, near=False)
    return alone or _only_body(context, post.noun, post.span.start, sentence.start)


class _Told(NamedTuple):
    role: str
    body: str
    group: Group
    at: int


def _told_posts(context: Context) -> dict[str, list[_Told]]:
    """The posts that the text names with their bodies, in its order, by what they share with their deputies."""
    found: dict[str, list[_Told]] = {}
    for group in context.posts:
        for index, post in enumerate(group.posts):
            if post.organization:
                told = _Told(role_key(post.role), bare_body_key(post.organization), group, index)
                found.setdefault(role_stem(post.role), []).append(told)
    return found


def _filled(context: Context, own: str, others: list[str], at: int) -> str:
    """A body named by its kind alone takes its unit or company from the posts beside it, or from its last naming."""
    for other in others:
        bare = _BOARD.sub("", other)
        if own in ("Ban Thường vụ", "Ban Chấp hành"):
            if party := _PARTY_BODY.search(place_tones(other)):
                return f"{own} {party[0]}"
        elif own in ("HĐQT", "Hội đồng quản trị"):
            return f"{own} {_only_body(context, bare, at) or bare if bare in kinds('kind') else bare}"
        elif own == "Đảng ủy" and (bare != other or _WITH_PARTY.match(bare)):
            return f"{own} {context.complete(bare, at)}"
        elif unit := _UNIT_PART.match(place_tones(other)):
            return f"{own} {unit[1]}"
        elif own == "Đảng ủy" and place_tones(other).startswith(tuple(kinds("armed"))):
            return f"{own} {context.complete(other, at)}"
    return _only_body(context, own, at) or own


def _only_body(context: Context, head: str, before: int, after: int = 0, *, near: bool = True) -> str | None:
    """The body whose name begins so: the only one named there, or `near` the last one; no committees."""
    start = f"{head.casefold()} "
    named = [
        body
        for body in context.bodies
        if after <= body.span.start < before
        and body.full.casefold().startswith(start)
        and not key(body.full).startswith(tuple(kinds("committee")))
    ]
    if not named:
        return None
    alone = len({bare_body_key(body.full) for body in named}) == 1
    close = near and before - named[-1].span.end < 2 * _NEAR
    return f"{head}{named[-1].full[len(head) :]}" if alone or close else None
