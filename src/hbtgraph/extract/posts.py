"""Posts as the text names them: "Bí thư Quận ủy, Chủ tịch HĐND quận", with or without the name of who holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.bodies import Reader
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.post_tails import PostBodies, roles
from hbtgraph.extract.words import TextFinder, any_of, column
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import fold, key

Status = Literal["current", "former", "acting", "deputising"]

_STATUS: dict[str, Status] = {
    "nguyên": "former", "cựu": "former", "cố": "former", "từng là": "former", "từng": "former",
    "quyền": "acting", "q.": "acting",
    "hiện là": "current", "nay là": "current", "hiện nay là": "current", "tân": "current", "đương kim": "current",
}  # fmt: skip
_PREFIX = r"(?:(?P<status>nguyên|cựu|cố|quyền|q\.|tân|đương kim|từng là|từng|hiện là|hiện nay là|nay là)(?: là)? *)"
_SUFFIX = re.compile(r" (?:thường trực|chuyên trách|phụ trách|dự khuyết)(?!\w)", re.IGNORECASE)
TERM = re.compile(r",? (?:nhiệm kỳ|khóa) (?:[IVXLC]+|\d+)(?: ?[-–] ?\d{2,4})?(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r" \([^()]{1,60}\)")
_JOINT = (
    r"(?:,? +(?:kiêm|kiêm nhiệm|đồng thời là|và là|rồi(?: làm)?) +|, +|; | và | ?[-–] ?"
    r"| (?=(?:hiện |hiện nay |nay )là ))"
)
_NO_POST = r"(?:bí thư|giám đốc|tổng giám đốc|chủ nhiệm)(?!\w)"
"""Posts that, behind "Ban", are the name of those who hold them together: "Ban Bí thư"."""

_JOINING = re.compile(r"(?<!\w)(?:[Tt]ỉnh|TP|[Tt]hành phố|và|của|thuộc)(?!\w)")
"""Words of a body's name that it is told without, too."""

OF_MANY = frozenset(("đại biểu", "ủy viên", "chi ủy viên", "giáo viên", "chuyên viên", "công an viên"))
"""Posts that many hold at one body."""


class Post(Struct, frozen=True, kw_only=True):
    """One post: `span` runs from its first word to the last of its body; `organization` is as written, or None."""

    span: Span
    role: str
    organization: str | None
    status: Status = "current"
    marked: bool = False
    """Whether a word before the post tells its status: "nguyên", "hiện là"."""
    noun: str = ""
    """The word that the post has swallowed, and that begins its body: "Ban" of "Trưởng ban"."""
    alone: bool = False
    """Whether the post needs no body: "Chủ tịch nước"."""


class Group(Struct, frozen=True):
    """Posts that stand in a row and belong to one holder."""

    span: Span
    posts: tuple[Post, ...]


@cache
def _patterns() -> tuple[TextFinder, re.Pattern[str]]:
    """A post's first words anywhere, and behind another post."""
    role = rf"(?P<role>{any_of(word.lower() for word in column('roles', 'role'))})(?!\w)"
    no_post = rf"(?<=chức )(?-i:v)ụ |(?<=nhiệm )vụ |(?<=ban ){_NO_POST}|(?<=đoàn )chủ tịch(?!\w)"
    first = re.compile(rf"(?<!\w){_PREFIX}?(?!{no_post}){role}", re.IGNORECASE)
    words = (*_STATUS, *column("roles", "role"))
    return TextFinder(first, words), re.compile(rf"{_JOINT}{_PREFIX}?{role}", re.IGNORECASE)


def find(reader: Reader, units: tuple[Mention, ...], within: tuple[Span, ...]) -> tuple[Group, ...]:
    """All groups of posts in these parts of the reader's text, in order."""
    posts = _PostReader(reader, {unit.span.start: unit for unit in units})
    return tuple(group for span in within for group in posts.groups(span))


class _PostReader:
    def __init__(self, reader: Reader, units: dict[int, Mention]) -> None:
        self._bodies = PostBodies(reader, units)
        self._text = reader.text
        self._written = reader.written

    def groups(self, span: Span) -> Iterator[Group]:
        first, following = _patterns()
        at = span.start
        while match := first.search(self._text, at, span.end):
            posts = self._posts(match, following, span.end)
            at = max(match.end(), posts[-1].span.end if posts else 0)
            if posts:
                yield Group(Span(posts[0].span.start, posts[-1].span.end), tuple(posts))

    def _posts(self, match: re.Match[str] | None, following: re.Pattern[str], limit: int) -> list[Post]:
        posts: list[Post] = []
        status: Status = "current"
        while match:
            if status == "acting":
                status = "current"  # of one post alone, as "nguyên" is not
            if match["status"]:
                status = _STATUS[match["status"].casefold()]
            post = self._post(match, status, limit)
            if post is None or any(
                (post.role, post.organization) == (known.role, known.organization) for known in posts
            ):
                break  # the same post again is that of the next person
            if post.organization is None and role_stem(post.role) in {role_stem(known.role) for known in posts}:
                break  # "Hiệu trưởng Trường X và Phó Hiệu trưởng A": two people's
            if posts and match["status"] is None and roles()[key(match["role"])].body and self._acts(post, limit):
                break
            if post.organization is None and role_key(post.role) in OF_MANY:
                return posts or [post]  # "chất vấn Bộ trưởng, đại biểu A ...": others than those beside them
            posts.append(post)
            at = post.span.end
            for skipped in (_ASIDE, TERM):
                if aside := skipped.match(self._text, at, limit):
                    at = aside.end()
            match = following.match(self._text, at, limit)
        return posts

    def _acts(self, post: Post, limit: int) -> bool:
        """Whether a post goes on as a subject: "ông A, Phó Thống đốc X, Thủ tướng | giao ..."."""
        following = self._text[post.span.end : min(post.span.end + 2, limit)]
        return following[:1] == " " and following[1:].islower()

    def _post(self, match: re.Match[str], status: Status, limit: int) -> Post | None:
        start, end = match.span("role")
        role = roles()[key(match["role"])]
        suffix = _SUFFIX.match(self._text, end, limit)
        if suffix and key(suffix[0]) != "phụ trách":
            end = suffix.end()
        words = self._written[start:end]
        at = suffix.end() if suffix else end
        if suffix and key(suffix[0]) == "phụ trách":
            status = "deputising"
        body_end, body = self._bodies.behind(key(words), role, at, limit)
        if key(words) in ("phó", "trưởng", "chánh", "phó trưởng") and body is None:
            return None
        first = match.start("status") if match["status"] else start
        alone = role.body == "-"
        span = Span(first, body_end or end)
        return Post(
            span=span, role=words, organization=body, status=status, marked=bool(match["status"]), noun=role.noun,
            alone=alone,
        )  # fmt: skip


def role_key(role: str | None) -> str:
    """What a post in full and in short share: "GĐ" and "Giám đốc"."""
    short = key(role or "")
    return _long_roles().get(short, short)


@cache
def _long_roles() -> dict[str, str]:
    return {key(row["role"]): key(row["long"]) for row in resources.table("roles") if row["long"]}


@lru_cache(maxsize=1 << 12)
def body_key(name: str | None) -> str:
    """The name with its abbreviations written out: "UBND TP" and "Ủy ban nhân dân thành phố" are one."""
    plain = re.sub(r"\btp ?\.? ?hcm\b", "thành phố hồ chí minh", key(name or ""))
    spaced = re.sub(r"\.(?=\w)", ". ", plain)
    return " ".join(_long_forms().get(word, word) for word in spaced.split())


@lru_cache(maxsize=1 << 12)
def bare_body_key(name: str | None) -> str:
    """The same without the type of a province or city, and the Front's committee for the Front: "UBND Hà Nội"."""
    return re.sub(r"\b(?:thành phố|tỉnh) |^ủy ban (?:trung ương )?(?=mặt trận)", "", body_key(name))


def role_stem(role: str | None) -> str:
    """The post without the word for who deputises or acts in it: "Phó Giám đốc" -> "giám đốc"."""
    return re.sub(r"^(?:quyền |phó )+| (?:thường trực|chuyên trách)$", "", role_key(role))


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one body, the one told more fully: all words of the shorter are in the longer."""
    short, long = sorted((set(bare_body_key(one).split()), set(bare_body_key(other).split())), key=len)
    return short <= long


@lru_cache(maxsize=1 << 12)
def letters(name: str | None) -> str:
    """The first letter of each word, every one of an abbreviation: "Bộ VHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"."""
    words = re.findall(r"[^\W_]+", _JOINING.sub(" ", name or ""))
    return fold("".join(word if word.isupper() else word[0] for word in words))


@cache
def _long_forms() -> dict[str, str]:
    return {key(row["short"]): key(row["long"]) for row in resources.table("name-abbreviations")}
