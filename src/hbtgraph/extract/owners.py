"""Whose the posts of a group are: of the name before, behind or in a row with them, or of whom a pronoun means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from hbtgraph.extract.callings import kin_of
from hbtgraph.extract.context import Context
from hbtgraph.extract.holding import patterns
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.posts import TERM, Group
from hbtgraph.extract.words import any_of, column
from hbtgraph.model import Span

_ASIDE = re.compile(r"\([^()]{1,80}\)")
_ABOUT = re.compile(
    r",? ?(?:SN|sinh năm|sinh ngày|sinh) ?[\d/.-]{4,10}(?= ?[,(–-])|,? ?(?<!\d)\d{2} tuổi|, quê [^,]{2,40}(?=,)",
    re.IGNORECASE,
)
_ASIDE_PHRASE = re.compile(r"(?:,| [-–—]) [^,;:.()“”\"]{3,45}, ")
_BESIDE = re.compile(r" \([^().;:]{2,60}, ")
"""Opens a bracket in which a post comes second: "(Đoàn Luật sư Hà Nội, Giám đốc ...)"."""

_OF_CLAUSE = ("post-at-a-time", "pronoun-is-post", "name-is-post")
"""Rules by which a whole clause tells who holds a post, and so the posts that follow in it."""

_IN_PLACE_OF = re.compile(r"(?:[Tt]hay mặt|[Ủủ]y quyền)(?: của)? $")
"""Before the post of somebody else: "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy A trao tặng ..."."""

_HEADS = re.compile(r"\s(?:Ông|Bà|Anh|Chị) $")
"""Begins a sentence with a name, the stop before it lost: "... làm Bí thư Huyện ủy X Ông B sau đó ..."."""

_DASHES = re.compile(r"[-–—\xad]{1,2}")
_SPEAKS_FIRST = re.compile(r"(?:^|[“”\"\n] ?[-–—]? ?| [-–—] )$")
_NEAR = 120
_LONGEST_POST = 200
_CENTURY = 2000
_CLOSED = re.compile(r"\([^()]{1,100}\) ?[,–-]? ?$")
"""What stands in brackets right before a post."""

_EQUAL = (" - ", " – ", "- ", "-", " là ")
_APPOSED = (", ", " - ", " – ")
_ROW_GAP = re.compile(r",? (?:và |cùng )?|[^.;:]{0,80}; (?:và )?")


class Owner(Struct, frozen=True):
    """Who holds the posts of a group, and the rule that says so."""

    mention: Mention
    rule: str
    former: bool = False
    start: int | None = None
    """Where the words that stand for the holder begin, if not at the name: a pronoun."""
    until: int | None = None
    """How many of the group's posts are the holder's, if not all."""


@cache
def _titles() -> re.Pattern[str]:
    words = any_of(word.lower() for word in column("honorifics", "word"))
    return re.compile(rf"(?:(?<!\w)(?:{words})(?!\w)[.,]? ?)+$", re.IGNORECASE)


def first_of_name(context: Context, group: Group) -> int:
    """The first post of a row that is of the name behind it, not of who was named before.

    "ông A, Bí thư X; Bí thư Y B đến dự", "ông A được cử làm Bí thư X, Phó Chủ tịch B nghỉ hưu".
    """
    before = context.plain[max(0, group.span.start - _NEAR // 4) : group.span.start]
    if _IN_PLACE_OF.search(before):
        return 1
    if patterns().copula.search(before) and not before.endswith("là "):
        return len(group.posts) - 1
    gaps = (
        context.plain[one.span.end : other.span.start] for one, other in zip(group.posts, group.posts[1:], strict=False)
    )
    semicolon = max((at + 1 for at, gap in enumerate(gaps) if ";" in gap), default=0)
    return semicolon or (len(group.posts) - 1 if _apposed_to(context, group) else 0)


def _apposed_to(context: Context, group: Group) -> Mention | None:
    """The name right before several posts, the last of which has a name of its own: "ông A, Bí thư X, Chủ tịch Y B"."""
    name = _preceding(context, group.span) if len(group.posts) > 1 else None
    if name is None or context.plain[name.span.end : group.span.start] not in _APPOSED:
        return None
    at = bisect_left(context.posts, group.span.start, key=lambda other: other.span.start)
    before = context.posts[at - 1] if at else None
    has_own = before is not None and _adjoins(context.plain[before.span.end : name.span.start])
    return None if has_own else name  # in a list "Bí thư X A, Bí thư Y, Chủ tịch Z B" posts stand before their names


def owners(context: Context, group: Group, *, chained: bool = True) -> Iterator[Owner]:
    """Who holds the posts of a group; a `chained` one may go on with the row of the group before it."""
    following = _following(context, group.span)
    if following and inside(context.posts, Span(group.span.end, following.span.start)):
        following = None  # "chất vấn Bộ trưởng, đại biểu A ...": the name is that of the next post
    preceding = _preceding(context, group.span)
    after = _gap_without_place(context, group, following) if following else ""
    direct = following is not None and _adjoins(after)
    if _in_row(context, group, after):
        yield from (Owner(mention, "post-before-row") for mention in _row(context, group.span.end))
    elif direct and following:
        yield Owner(following, "post-before-name")
        if apposed := _apposed_to(context, group):
            yield Owner(apposed, "name-before-post", until=first_of_name(context, group))
    elif owner := _before(context, group, preceding):
        yield owner
    elif following and _introduces(context, following, after):
        yield from _behind(context, group, following, after)
    elif following and _equals(context, group, following, after):
        yield Owner(following, "post-then-name")
    elif owner := _of_the_time(context, group):
        yield owner
    elif chained and (before := _group_before(context, group)):
        yield from (owner for owner in owners(context, before, chained=False) if owner.rule in _OF_CLAUSE)


def _group_before(context: Context, group: Group) -> Group | None:
    """The group whose row this one goes on, as where a post comes twice: "Bí thư Đảng ủy, Giám đốc X, Bí thư ..."."""
    at = bisect_left(context.posts, group.span.start, key=lambda other: other.span.start)
    before = context.posts[at - 1] if at else None
    return before if before and context.plain[before.span.end : group.span.start] in (", ", "; ", " và ") else None


def _gap_without_place(context: Context, group: Group, name: Mention) -> str:
    """The words between a post and a name, without where the body lies: "Chủ tịch UBND xã X, huyện Y, ông A"."""
    at = group.span.end
    for unit in inside(context.units, Span(at, name.span.start)):
        if context.plain[at : unit.span.start] not in (" ", ", "):
            break
        at = unit.span.end
    return context.plain[at : name.span.start]


def _of_the_time(context: Context, group: Group) -> Owner | None:
    """Whose time a post tells: "Trong thời gian làm Chủ tịch X, ông ...", "sai phạm của ông A khi làm Chủ tịch X"."""
    sentence = context.sentence_of(group.span.start)
    if sentence is None:
        return None
    start = max(sentence.start, group.span.start - 2 * _NEAR - _LONGEST_POST)
    if not patterns().while_.search(context.plain, max(start, group.span.start - _NEAR), group.span.start):
        return None
    named = inside(context.names, Span(start, min(sentence.end, group.span.end + 2 * _NEAR)))
    earlier = [name for name in named if name.span.end <= group.span.start]
    if earlier and group.span.start - earlier[-1].span.end < 2 * _NEAR:
        return Owner(earlier[-1], "post-at-a-time", True)
    if earlier or group.span.start - sentence.start > _NEAR:
        return None
    if spoken := patterns().pronoun_next.match(context.plain, group.span.end, sentence.end):
        last = _last_named(context, sentence.start)
        return Owner(last, "post-at-a-time", True, spoken.start("who")) if last else None
    return Owner(named[0], "post-at-a-time", True) if len({name.full for name in named}) == 1 else None


def _following(context: Context, span: Span) -> Mention | None:
    at = bisect_left(context.names, span.end, key=lambda name: name.span.start)
    found = context.names[at] if at < len(context.names) else None
    return found if found and found.span.start - span.end < _NEAR else None


def _preceding(context: Context, span: Span) -> Mention | None:
    at = bisect_left(context.names, span.start, key=lambda name: name.span.start)
    sentence = context.sentence_of(span.start)
    found = context.names[at - 1] if at else None
    if found and (bracket := _CLOSED.search(context.plain, max(0, span.start - _NEAR), span.start)):
        while at and context.names[at - 1].span.start > bracket.start():
            at -= 1  # "ông A (em trai bà B, Bí thư X), Giám đốc Y": who is named in brackets holds nothing outside
        found = context.names[at - 1] if at else None
    return found if found and sentence and found.span.start >= sentence.start else None


def _adjoins(gap: str) -> bool:
    """Whether only a parenthesis or a word of address stands between a post and a name, and no sentence ends there."""
    if not gap or _HEADS.search(gap):
        return False
    return not _titles().sub("", _ASIDE.sub("", gap)).strip()


def _introduces(context: Context, name: Mention, gap: str) -> bool:
    """Whether a post is explained by the name behind it: "Bí thư Huyện ủy, ông A", "Bí thư là ông A"."""
    gap = TERM.sub("", gap)
    title = _titles().search(gap)
    if not title:
        return False
    told = gap[: title.start()].strip()
    if told == ":":  # not "Chủ tịch tỉnh: Ông A đã nhận lỗi", which is what the chairman says
        return not context.plain[name.span.end + 1 : name.span.end + 2].islower()
    return told in (
        ",",
        "-",
        "–",
        "là",
        "lúc đó là",
        "khi đó là",
        "khi ấy là",
        "bấy giờ là",
        "hiện là",
        "hiện nay là",
        "mới là",
    )


def _equals(context: Context, group: Group, name: Mention, after: str) -> bool:
    """Whether a post at the head of a clause is that of the name behind a dash or "là", which has no other there."""
    start = max(0, group.span.start - 4)
    first = after == ", " and (
        _SPEAKS_FIRST.search(context.plain[start : group.span.start] if start else "")
        or _heads_and_acts(context, group, name)
    )
    if (TERM.sub("", after) not in _EQUAL and not first) or any(
        name.span.end <= other.span.start <= name.span.end + len(" - (") for other in context.posts
    ):
        return False
    sentence = context.sentence_of(group.span.start) or group.span
    before = context.plain[max(sentence.start, group.span.start - _NEAR) : group.span.start]
    return not patterns().copula.search(before) and not patterns().change.search(before)


def _heads_and_acts(context: Context, group: Group, name: Mention) -> bool:
    """Whether the post heads the sentence and the name behind the comma is a subject: "Chủ tịch X, Lê Văn A nói"."""
    sentence = context.sentence_of(group.span.start)
    heads = sentence is not None and sentence.start == group.span.start
    acts = context.plain[name.span.end + 1 : name.span.end + 2].islower() and context.plain[name.span.end] == " "
    return heads and acts and name.text == name.full and not context.plain.startswith((" và ", " cùng "), name.span.end)


def _behind(context: Context, group: Group, name: Mention, after: str) -> Iterator[Owner]:
    """A name that explains the posts before it, unless said of somebody else: "bổ nhiệm ông A làm ..., ông B"."""
    sentence = context.sentence_of(group.span.start)
    if sentence is None:
        return
    before = context.plain[max(sentence.start, group.span.start - _NEAR) : group.span.start]
    next_mark = context.plain[name.span.end : name.span.end + 1]
    dash = context.plain[name.span.end : name.span.end + len(" - (")]
    if dash.lstrip(" ")[:1] in ("-", "–", "(") and any(
        name.span.end < other.span.start <= name.span.end + len(" - (") for other in context.posts
    ):
        return  # "theo quyết định của Giám đốc X, ông A - Phó Giám đốc Y": the name has a post of its own
    if before.endswith(("Theo ", "theo ", "của ")) and after.startswith(",") and next_mark != ",":
        return  # "Theo Chủ tịch xã, ông A ...": what the chairman says of somebody; "chuyến thăm của ..., ông A nói"
    if patterns().part.search(before) and not inside(context.names, Span(sentence.start, group.span.start)):
        yield Owner(name, "post-then-name")
    elif "là" in after:
        yield Owner(name, "post-then-name", bool(patterns().then.search(before + after)))
    elif patterns().while_.search(before):
        yield Owner(name, "post-then-name", True)
    elif "," in after and " " not in name.text:
        return  # "báo cáo với Thủ tướng, ông A nói": who was named in full before
    elif not patterns().copula.search(before) or patterns().around.search(before):
        yield Owner(name, "post-then-name")


def _long_ago(context: Context, told: Span) -> bool:
    """Whether the text dates what it tells to a year well before its own, or, not knowing that, to another century."""
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", told.of(context.plain))]
    limit = context.year - 1 if context.year else _CENTURY
    return bool(years) and max(years) < limit


def _in_row(context: Context, group: Group, after: str) -> bool:
    if not patterns().row_head.match(after):
        return False
    return patterns().several.search(context.plain[max(0, group.span.start - 24) : group.span.start]) is not None


def _row(context: Context, at: int) -> Iterator[Mention]:
    """The names that follow one another, each perhaps with posts of its own."""
    first = bisect_left(context.names, at, key=lambda name: name.span.start)
    for index, name in enumerate(context.names[first:]):
        if index:
            gap = context.plain[at : name.span.start]
            if not _ROW_GAP.fullmatch(_titles().sub("", gap)):
                return
        yield name
        at = name.span.end
        own = next((group for group in context.posts if at <= group.span.start <= at + 3), None)
        at = own.span.end if own and context.plain[at : own.span.start] in (*_APPOSED, " (") else at


def _before(context: Context, group: Group, name: Mention | None) -> Owner | None:
    """The name before the posts that they belong to: in apposition, or as the subject of "là", "giữ chức" ..."""
    sentence = context.sentence_of(group.span.start)
    if sentence is None:
        return None
    gap = context.plain[name.span.end : group.span.start] if name else ""
    if name and name.text[-2:-1] == " ":
        gap = gap.removeprefix(".")  # "ông Lê Xuân N., Giám đốc ..."
    if name and len(gap) <= _NEAR:
        bare_gap = _ABOUT.sub("", _ASIDE.sub("", gap))
        plain_gap = _DASHES.sub("-", bare_gap).strip(" ,")
        if (
            plain_gap in ("", "-", "(", ":", "chức vụ", "chức danh")
            or _BESIDE.fullmatch(gap)
            or (
                _ASIDE_PHRASE.fullmatch(bare_gap)
                and not patterns().linking.search(bare_gap)
                and _group_before(context, group) is None
            )
        ):
            apart = _is_source(context, name, group) or _heads_a_clause(context, name, group)
            return None if apart else Owner(name, "name-before-post", False)
        given = patterns().given.search(context.plain, max(sentence.start, name.span.start - _NEAR), name.span.start)
        if patterns().at_a_time.fullmatch(plain_gap) and not given:
            former = patterns().former.search(plain_gap) or patterns().then.search(
                context.plain, sentence.start, name.span.start
            )
            return Owner(name, "name-before-post", bool(former))
    return _subject(context, group, name, sentence)


def _is_source(context: Context, name: Mention, group: Group) -> bool:
    """Whether the name only tells who says it, and the post is the subject: "Theo ông A, Chủ tịch X phải ..."."""
    before = _titles().sub("", context.plain[max(0, name.span.start - _NEAR // 4) : name.span.start])
    apposed = context.plain[name.span.end : group.span.start] == ", "
    acts = patterns().acts.match(context.plain, group.span.end)
    return apposed and before.endswith(("Theo ", "theo ")) and acts is not None


def _opens_sentence(context: Context, name: Mention) -> bool:
    sentence = context.sentence_of(name.span.start)
    return sentence is not None and sentence.start == name.span.start


def _heads_a_clause(context: Context, name: Mention, group: Group) -> bool:
    """Whether a post that needs no body is the next subject: "việc xử lý ông A, Tổng Bí thư nhấn mạnh"."""
    text, post, end = context.plain, group.posts[-1], group.span.end
    bare = post.span == group.span and len(post.role) == end - group.span.start
    if not bare or not (post.alone or post.organization) or text[name.span.end : group.span.start] != ", ":
        return False
    is_subject = text.endswith(("Ông ", "Bà "), 0, name.span.start) or _opens_sentence(context, name)
    return not is_subject and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def _subject(context: Context, group: Group, name: Mention | None, sentence: Span) -> Owner | None:
    if name and kin_of(context.plain, name.span.start) and context.plain.startswith(_APPOSED, name.span.end):
        name = _preceding(context, name.span)  # "ông A, chồng bà B, làm giám đốc"
    start = name.span.end if name else sentence.start
    if group.span.start - start > 2 * _NEAR + _LONGEST_POST:
        return None
    gap = _without_apposed(context, Span(start, group.span.start)) if name else context.plain[start : group.span.start]
    copula = patterns().copula.search(gap)
    if not copula or len(gap) > 2 * _NEAR or patterns().change.search(gap):
        return None
    if name and patterns().given.search(context.plain, max(sentence.start, name.span.start - _NEAR), name.span.start):
        return None
    head = gap[: copula.start()]
    told = f"{context.plain[sentence.start : sentence.start + _NEAR // 4]} {gap}" if name else gap
    over = patterns().former.search(told) or patterns().while_.search(gap)
    former = bool(over) or _long_ago(context, Span(sentence.start, group.span.start))
    pronoun = patterns().pronoun_last.search(patterns().former.sub("", head))
    if pronoun or (name is None and patterns().pronoun_last.match(head)):
        last = _last_named(context, group.span.start)
        spoken = patterns().pronoun.search(context.plain, start, group.span.start)
        return Owner(last, "pronoun-is-post", former, spoken.start() if spoken else None) if last else None
    if (
        name
        and len(head) < 60
        and ("," not in _ABOUT.sub("", _ASIDE.sub("", head)) or _ASIDE_PHRASE.fullmatch(f"{head.rstrip()} "))
        and not patterns().linking.search(head)
    ):
        return Owner(name, "name-is-post", former)
    return None


def _without_apposed(context: Context, gap: Span) -> str:
    """The words between a name and a post, without the posts that stand right behind the name: "A, Bí thư ..., làm"."""
    at = bisect_left(context.posts, gap.start, key=lambda group: group.span.start)
    apposed = context.posts[at].span if at < len(context.posts) else gap
    if apposed.end < gap.end and context.plain[gap.start : apposed.start] in _APPOSED:
        return context.plain[apposed.end : gap.end].removeprefix(",")
    return gap.of(context.plain)


def _last_named(context: Context, at: int) -> Mention | None:
    index = bisect_left(context.names, at, key=lambda name: name.span.start)
    return context.names[index - 1] if index else None
