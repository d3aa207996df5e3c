"""Posts as the text names them: "Bí thư Quận ủy, Chủ tịch HĐND quận", with or without the name of who holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.bodies import Reader, without_short_form
from hbtgraph.extract.body_heads import heads
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.units import SYLLABLE, is_city, rank_of, run_at, type_word
from hbtgraph.extract.words import UPPER, TextFinder, any_of, column, keys
from hbtgraph.model import Span
from hbtgraph.vietnamese.names import has_surname, split_off
from hbtgraph.vietnamese.text import key, place_tones

Status = Literal["current", "former", "acting", "deputising"]

_STATUS: dict[str, Status] = {
    "nguyên": "former", "cựu": "former", "cố": "former", "từng là": "former", "quyền": "acting", "q.": "acting",
    "hiện là": "current", "nay là": "current", "hiện nay là": "current", "tân": "current", "đương kim": "current",
}  # fmt: skip
_PREFIX = r"(?:(?P<status>nguyên|cựu|cố|quyền|q\.|tân|đương kim|từng là|hiện là|hiện nay là|nay là)(?: là)? *)"
_SUFFIX = re.compile(r" (?:thường trực|chuyên trách|phụ trách|dự khuyết)(?!\w)", re.IGNORECASE)
TERM = re.compile(r",? (?:nhiệm kỳ|khóa) (?:[IVXLC]+|\d+)(?: ?[-–] ?\d{2,4})?(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r" \([^()]{1,60}\)")
_JOINT = r"(?:,? +(?:kiêm|kiêm nhiệm|đồng thời là|và là) +|, +|; | và | ?[-–] ?)"
_BARE_HEAD = re.compile(
    r"(?:nhà trường|Sở|sở|Bộ|Cục|Vụ|Chi cục|Công ty|Cty|Tập đoàn|Trường|trường|Viện|Bệnh viện|Ban|Trung tâm|Ngân hàng)"
    r"(?: này)?(?!\w)"
)
_COMMITTEE = re.compile(r"(?:[Cc]hi bộ(?: (?:số )?\d{1,3})?|[Đđ]ảng bộ|Đảng đoàn|[Bb]an cán sự(?: [Đđ]ảng)?)(?!\w)")
"""Bodies of the Party that may stand without the body they are in: "Bí thư chi bộ, Cục trưởng ..."."""

_NO_POST = r"(?:bí thư|giám đốc|tổng giám đốc|chủ nhiệm)(?!\w)"
"""Posts that, behind "Ban", are the name of those who hold them together: "Ban Bí thư"."""

_CENTRE = re.compile(r"Trung ương(?!\w)|T\.?Ư(?!\w)|TW(?!\w)")
_INITIALS = re.compile(rf"[{UPPER}]{{1,2}}(?!\w)")
_OFFICE_OF_TWO = re.compile(r"(?:HĐND|Hội đồng nhân dân)(?: và | & | - |, )(?=UBND|Ủy ban)")
_NOUN_TAILS = {"Thanh tra": "place", "Thôn": "place", "Ban Thường vụ": "nested", "Ban Chấp hành": "nested"}
"""What follows a noun that a post has swallowed, where it is no field of work."""

_OPEN_NOUNS = ("Ban", "Đoàn", "Đội", "Tổ", "Phòng")
"""Bodies that go by any words: "Ban Quản lý dự án ..."."""

_PLACE_WORDS = frozenset(("quận", "huyện", "thị xã", "thành phố", "TP", "tỉnh", "phường", "xã", "thị trấn"))
_LONGEST_COUNTRY = 24
_NEIGHBOURHOODS = ("Thôn", "Ấp", "Bản", "Xóm")
_LONGEST_VILLAGE = 3
_LONGEST_HEAD = 30
_UNIT_ROLE = re.compile(r"(?:quyền )?(?:phó )?(?P<of>chủ tịch|bí thư)(?: thường trực)?$")
_PARTY = {"quận": "Quận ủy", "huyện": "Huyện ủy", "tỉnh": "Tỉnh ủy", "thị xã": "Thị ủy", "xã": "Đảng ủy xã"}
_COMPANY_ROLE = re.compile(r"giám đốc|gđ|tổng biên tập|kế toán trưởng|chủ tịch$")


OF_MANY = frozenset(("đại biểu", "ủy viên", "chi ủy viên", "giáo viên", "chuyên viên"))
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


class _Role(Struct, frozen=True):
    noun: str
    body: str


@cache
def _roles() -> dict[str, _Role]:
    return {key(row["role"]): _Role(row["noun"], place_tones(row["body"])) for row in resources.table("roles")}


@cache
def _patterns() -> tuple[TextFinder, re.Pattern[str]]:
    """A post's first words anywhere, and behind another post."""
    role = rf"(?P<role>{any_of(word.lower() for word in column('roles', 'role'))})(?!\w)"
    no_post = rf"(?<=chức )vụ |(?<=ban ){_NO_POST}|(?<=đoàn )chủ tịch(?!\w)"
    first = re.compile(rf"(?<!\w){_PREFIX}?(?!{no_post}){role}", re.IGNORECASE)
    words = (*_STATUS, *column("roles", "role"))
    return TextFinder(first, words), re.compile(rf"{_JOINT}{_PREFIX}?{role}", re.IGNORECASE)


def find(reader: Reader, units: tuple[Mention, ...], within: tuple[Span, ...]) -> tuple[Group, ...]:
    """All groups of posts in these parts of the reader's text, in order."""
    starts = {unit.span.start: unit for unit in units}
    return tuple(group for span in within for group in _PostReader(reader, starts).groups(span))


class _PostReader:
    def __init__(self, reader: Reader, units: dict[int, Mention]) -> None:
        self._bodies = reader
        self._text = reader.text
        self._written = reader.written
        self._units = units

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
            if match["status"]:
                status = _STATUS[match["status"].casefold()]
            post = self._post(match, status, limit)
            if post is None or any(
                (post.role, post.organization) == (known.role, known.organization) for known in posts
            ):
                break  # the same post again is that of the next person
            if post.organization is None and role_stem(post.role) in {role_stem(known.role) for known in posts}:
                break  # "Hiệu trưởng Trường X và Phó Hiệu trưởng A": two people's
            if posts and match["status"] is None and _roles()[key(match["role"])].body and self._acts(post, limit):
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
        role = _roles()[key(match["role"])]
        suffix = _SUFFIX.match(self._text, end, limit)
        if suffix and key(suffix[0]) != "phụ trách":
            end = suffix.end()
        words = self._written[start:end]
        at = suffix.end() if suffix else end
        if suffix and key(suffix[0]) == "phụ trách":
            status = "deputising"
        body_end, body = self._body(key(words), role, at, limit)
        if key(words) in ("phó", "trưởng", "chánh", "phó trưởng") and body is None:
            return None
        first = match.start("status") if match["status"] else start
        alone = role.body == "-"
        span = Span(first, body_end or end)
        return Post(
            span=span, role=words, organization=body, status=status, marked=bool(match["status"]), noun=role.noun,
            alone=alone,
        )  # fmt: skip

    def _body(self, role_key: str, role: _Role, at: int, limit: int) -> tuple[int | None, str | None]:
        """Where the body named behind a post ends, and its name."""
        start = at + 1 if self._text[at : at + 1] == " " else at
        if start > at and self._text.startswith("của ", start):
            start += 4
        if role.noun and (found := self._of_noun(role.noun, at, limit)):
            return found
        if "văn phòng" in role_key and (two := _OFFICE_OF_TWO.match(self._text, start, limit)):
            both = self._bodies.end_of(two.end(), limit) or two.end()
            return both, self._written[start:both]
        if start > at and (end := self._bodies.end_of(start, limit)):
            return end, without_short_form(self._written[start:end])
        if role_key.startswith(("ủy viên", "uv")) and (centre := _CENTRE.match(self._text, start, limit)):
            return centre.end(), self._written[start : centre.end()]
        if role.body:
            return None, None if role.body == "-" or self._is_elsewhere(start, limit) else role.body
        if start == at:
            return None, self._behind_bracket(at, limit)
        if role.noun in _NEIGHBOURHOODS and (named := self._neighbourhood(role.noun, start, limit)):
            return named
        if role.noun in ("Tổ", "Thôn") and (unit := self._units.get(start)) and unit.rank == 4:
            group_end = self._bodies.end_with_outer(unit, limit)
            return group_end, self._written[start:group_end]
        if _UNIT_ROLE.match(role_key) and (found := self._of_unit(role_key, start)):
            return found
        if not role_key.endswith(("đại biểu", "ủy viên")) and (small := self._small_body(start, limit)):
            return small
        if committee := _COMMITTEE.match(self._text, start, limit):
            end = self._bodies.end_of(committee.end() + 1, limit) or committee.end()
            return end, self._written[start:end]
        if bare := _BARE_HEAD.match(self._text, start, limit):
            return bare.end(), self._written[start : bare.end()]
        if _COMPANY_ROLE.search(role_key):
            return self._company(start, limit)
        return None, None

    def _behind_bracket(self, at: int, limit: int) -> str | None:
        """The body behind the bracket that a post fills: "ông A (Chủ tịch) UBND xã X"."""
        start = at + len(") ")
        end = self._bodies.end_of(start, limit) if self._text.startswith(") ", at) else None
        return self._written[start:end] if end else None

    def _is_elsewhere(self, start: int, limit: int) -> bool:
        """Whether a post is that of another country: "Thống đốc tỉnh X", "Thủ tướng Ấn Độ"."""
        words = self._text[start : min(limit, start + _LONGEST_COUNTRY)].split()
        named = any(key(" ".join(words[:count])) in keys("countries", "name") for count in (1, 2, 3))
        return named or (bool(words) and words[0] in _PLACE_WORDS)

    def _neighbourhood(self, noun: str, start: int, limit: int) -> tuple[int, str] | None:
        """A village named without its type word, who heads it perhaps behind it: "Trưởng thôn Sao Mai Lê Văn A"."""
        run = run_at(self._text, start, limit)
        kept = split_off(run, least=3) or len(run) if run else 0
        if not run or start in self._units or (has_surname(run[0]) and len(run) > 2) or kept > _LONGEST_VILLAGE:
            return None
        end = start + len(" ".join(run[:kept]))
        return end, f"{noun.lower()} {self._written[start:end]}"

    def _small_body(self, start: int, limit: int) -> tuple[int, str] | None:
        """A body written small, as it may be behind a post: "Trưởng công an xã", "Giám đốc bệnh viện đa khoa huyện"."""
        if not self._text[start : start + 1].islower():
            return None
        words = self._text[start : min(start + _LONGEST_HEAD, limit)].split(" ")
        for count in (3, 2, 1):
            name = " ".join(words[:count])
            head = heads().get(key(name))
            end = self._bodies.tail_end(head.tail, start + len(name), limit) if head else None
            last = self._text[start + len(name) : end].rpartition(" ")[2] if end else ""
            if end and (last[:1].isupper() or last[:1].isdigit() or last in _PLACE_WORDS):
                return end, self._written[start:end]
        return None

    def _of_noun(self, noun: str, at: int, limit: int) -> tuple[int, str] | None:
        """The body whose first word the post has swallowed: "Trưởng ban | Tuyên giáo Thành ủy"."""
        if self._text.startswith(" của ", at):
            return None
        if self._text[at : at + len(noun) + 2].lower() == f" {noun.lower()} ":
            if self._bodies.end_of(at + 1, limit):
                return None
            start = at + 1 + len(noun)
            end = self._bodies.tail_end("field", start, limit)
            if not end and noun in _OPEN_NOUNS and self._text[at + 1].isupper():
                end = self._bodies.tail_end("open", start, limit)
            return (end, self._written[at + 1 : end]) if end and end > at + 1 + len(noun) else None
        tail_kind = _NOUN_TAILS.get(noun, "field")
        if tail_kind != "nested" and self._bodies.end_of(at + 1, limit) and not self._bodies.starts_field(at, limit):
            return None
        end = self._bodies.tail_end(tail_kind, at, limit)
        if (not end or end == at) and noun in _OPEN_NOUNS:
            end = self._bodies.tail_end("open", at, limit)
        if not end or end == at:
            return None
        tail = self._text[at:end]
        run = run_at(self._text, at + 1, limit)
        named = re.search(rf"[{UPPER}\d]", tail) or tail.strip() in _PLACE_WORDS or self._bodies.starts_field(at, limit)
        if not named or (len(run) > 1 and has_surname(run[0]) and tail[1:].startswith(" ".join(run[:2]))):
            return None
        if len(run) == 1 and not self._bodies.starts_field(at, limit) and self._is_given(run[0], noun, at):
            return None
        return end, noun + self._written[at:end]

    def _is_given(self, word: str, noun: str, before: int) -> bool:
        """Whether a name that stood before ends in this word: "Thứ trưởng Sen" behind "Lê Thị Sen"."""
        names = re.finditer(
            rf"(?<!\w){SYLLABLE}(?= (?:{SYLLABLE} ){{1,2}}(?<!{noun} ){word}(?!\w))", self._text[:before]
        )
        return any(has_surname(name[0]) for name in names)

    def _of_unit(self, role_key: str, start: int) -> tuple[int, str] | None:
        """The body of a unit for whose name the unit stands: "Chủ tịch quận 1" is of its UBND."""
        unit = self._units.get(start)
        word = re.compile(r"(?:quận|huyện|thị xã|thành phố|TP|tỉnh|phường|xã|thị trấn)(?!\w)", re.IGNORECASE)
        found = word.match(self._text, start)
        if unit is None and (found is None or (found[0][0].isupper() and not found[0].isupper())):
            return None
        name = unit.span.of(self._written) if unit else found[0] if found else ""
        end = unit.span.end if unit else start + len(name)
        if "chủ tịch" in role_key:
            return end, f"UBND {name}"
        return end, party_body(name)

    def _company(self, start: int, limit: int) -> tuple[int | None, str | None]:
        """A company named without any head word: "Tổng Giám đốc Vietnam Airlines"."""
        run = run_at(self._text, start, limit)
        if not self._text[start : start + 1].isupper() or (run and has_surname(run[0])) or start in self._units:
            return None, None
        if not run and _INITIALS.match(self._text, start):
            return None, None
        end = self._bodies.tail_end("open", start - 1, limit)
        return (end, self._written[start:end]) if end else (None, None)


def party_body(unit: str) -> str:
    """The Party committee of a unit: "quận Ba Đình" -> "Quận ủy Ba Đình", "phường 5" -> "Đảng ủy phường 5"."""
    word = type_word(unit) or unit
    name = unit[len(word) :].strip() if word != unit else ""
    if key(word) in _PARTY and key(word) != "xã":
        return f"{_PARTY[key(word)]} {name}".strip()
    if rank_of(unit) == 3 or key(word) in ("phường", "xã", "thị trấn"):
        return f"Đảng ủy {unit}"
    if word == unit and not is_city(unit) and rank_of(unit) == 1:
        return f"Tỉnh ủy {unit}"
    return f"Thành ủy {unit}"


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
    """The same without the type of a province or city: "UBND TP Hà Nội" and "UBND Hà Nội"."""
    return re.sub(r"\b(?:thành phố|tỉnh) ", "", body_key(name))


def role_stem(role: str | None) -> str:
    """The post without the word for who deputises or acts in it: "Phó Giám đốc" -> "giám đốc"."""
    return re.sub(r"^(?:quyền |phó )+| (?:thường trực|chuyên trách)$", "", role_key(role))


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one body, the one told more fully: all words of the shorter are in the longer."""
    short, long = sorted((set(bare_body_key(one).split()), set(bare_body_key(other).split())), key=len)
    return short <= long


@cache
def _long_forms() -> dict[str, str]:
    return {key(row["short"]): key(row["long"]) for row in resources.table("name-abbreviations")}
