"""Whether a word opens the naming of an occasion: a head that names one, and no more than any of its sort."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.event_doings import convenes, gathers, inspects, is_called, is_organized, leads, meets, visits
from hbtgraph.extract.event_names import AT_IT, DATED, FRONTED, NEXT_WORD, named, next_sentence
from hbtgraph.extract.event_places import held_before
from hbtgraph.extract.event_words import event_words
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import UPPER, column
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_CAPITAL = re.compile(rf"\s+[{UPPER}]")
_SITS = re.compile(r"(?<!\w)họp\s$", re.I)
"""Before a session that is met for: "Quốc hội họp phiên toàn thể"."""

_RITE = re.compile(r"(?:buổi |đại )?lễ", re.I)
_SMALL_WORDS = re.compile(r"(?:\s(?!khai|được|do|của|cho)[a-zà-ỹ]+){2}")
_CARRIED_OUT = re.compile(r"(?<!\w)(?<!ban )(?:tổ chức|thực hiện|tiến hành)\s$", re.I)
_HELD_BY = re.compile(r"(?:\s[^\W\d]+){1,9}?\sdo\s")
_BEGINS = re.compile(r"\s(?:khai mạc|bế mạc)(?!\w)")
_LOOSE = re.compile(r"\s+(?:của|với)", re.I)
_NEAR_PROPER = re.compile(rf"(?:\s+\w+){{1,5}}?\s+(?:[{UPPER}]|20\d\d)")
"""A name of its own a few words behind the head."""

_LISTED = re.compile(r"(?:[;,]|(?<!\w)(?:như|(?<!ban )(?<!Ban )(?:tổ chức|khai mạc|diễn ra)))\s$")
_NOT_WRITTEN = re.compile(r"(?:[:.…?!]\s?|(?<!\w)(?:Trung tâm|Cung|Nhà|Ảnh|Khu)\s)$")
"""Before a capital letter that marks no name: at the head of what is said, or inside the name of a building."""

_IN_LIST = re.compile(r"(?:\s[a-zà-ỹ]+){2}")
_REPORTER = re.compile(r"(?<!\w)(?:PV|phóng viên|chúng tôi)(?!\w)[^.,;:]{0,40}$", re.I)
"""Before what reporters do: no occasion of the article's."""

_VISIT_AND = re.compile(r"\svà\s(?:làm việc|tặng quà|trao quà|chúc mừng|chúc Tết|động viên)\s(?!cán bộ)")
"""Behind "thăm", what else was done on the visit; a row of those who were greeted is no name."""

_FOR = re.compile(r"\sđể\s")
"""Before what a meeting is for, which may be its name: "cuộc họp để nghe báo cáo thẩm định"."""

_HABIT = re.compile(
    r"(?<!\w)(?:chưa|thường xuyên|định kỳ|(?:hằng|hàng) (?:tuần|tháng|quý|năm))(?:,?\s\w+){0,7}\s(?:tổ chức|mở|có)\s$",
    re.I,
)
"""Before what is held again and again, or was not yet: no single occasion."""

_VERBS = {
    "told": (is_called, meets, leads),
    "convened": (is_called, convenes, leads),
    "visited": (visits, leads),
    "received": (gathers,),
    "inspected": (inspects,),
    "organized": (is_organized,),
}
"""By the table's word for when a verb is an occasion, the rules that say so."""

_NOUNS_TOO = {"held": (is_called,), "met": (is_called, gathers)}
"""The same for verbs that are nouns behind a verb of holding."""


def opens_a_name(context: Context, sentence: Span, head: re.Match[str]) -> bool:
    """Whether an occasion's name begins with this head."""
    when = when_of(head[0])
    if when == "sitting":
        return any(behind(before, context.plain, sentence.start, head.start()) for before in (held_before(), _SITS))
    if when in _VERBS:
        told = any(rule(context, sentence, head) for rule in _VERBS[when])
        return told and not _is_barred(context, sentence, head)
    return not _is_barred(context, sentence, head) and _names_one(context, sentence, head, when)


def _is_barred(context: Context, sentence: Span, head: re.Match[str]) -> bool:
    """Whether the words around the head tell that it names none, or any of its sort."""
    text, start = context.plain, sentence.start
    visit = when_of(head[0]) == "visited" and _VISIT_AND.match(text, head.end(), sentence.end)
    goes_on = visit or (_FOR.match(text, head.end()) and _openers().match(text, head.end(), sentence.end))
    if any(bar().match(text, head.end(), sentence.end) for bar in (_not_names, next_sentence, _person)) and not goes_on:
        return True
    if any(behind(bar, text, start, head.start()) for bar in (_no_name_before(), _REPORTER, _HABIT)):
        return True
    return _in_a_place(context, head.start())


def _names_one(context: Context, sentence: Span, head: re.Match[str], when: str) -> bool:
    """Whether the words around the head name a single occasion, as the table's word for this head asks."""
    text = context.plain
    if when in ("held", "named", "met") and behind(_holding(), text, sentence.start, head.start()):
        return True
    if when in _NOUNS_TOO:
        return any(rule(context, sentence, head) for rule in _NOUNS_TOO[when])
    if when == "staged":
        return behind(_CARRIED_OUT, text, sentence.start, head.start()) is not None
    if when == "dated":
        held = _HELD_BY.match(text, head.end(), sentence.end)
        by = doer_at(context, held.end(), sentence.end) if held else None
        return by is not None or DATED.match(text, head.end(), sentence.end) is not None
    if when == "session" and _BEGINS.match(text, head.end(), sentence.end):
        return False
    if opener := _openers().match(text, head.end(), sentence.end):
        return when != "any" or not _LOOSE.fullmatch(opener[0]) or _is_named(context, opener.end(), sentence.end)
    if when == "object":
        return NEXT_WORD.match(text, head.end(), sentence.end) is not None
    if when == "any":
        proper = _CAPITAL.match(text, head.end(), sentence.end) or _is_proper(context, sentence, head)
        return bool(proper) or (_RITE.fullmatch(head[0]) is not None and _is_attended(context, sentence, head))
    return doer_at(context, head.end() + 1, sentence.end) is not None


def _is_attended(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """Whether somebody holds or is at it, and words follow that tell what it is: "tổ chức lễ mở cửa rừng"."""
    text, start = context.plain, sentence.start
    there = any(behind(before, text, start, match.start()) for before in (_CARRIED_OUT, FRONTED, AT_IT))
    return there and _SMALL_WORDS.match(text, match.end(), sentence.end) is not None


def _is_proper(context: Context, sentence: Span, head: re.Match[str]) -> bool:
    """Whether it has a name of its own further on, where somebody is at it: "tham dự Lễ hội hoa hồng Bulgaria".

    Within a sentence a capital letter marks a name, too: "như: Lễ hội đua voi; Hội thi nhà nông đua tài".
    """
    text, start = context.plain, head.start()
    written = head[0][0].isupper() and start > sentence.start and not behind(_NOT_WRITTEN, text, sentence.start, start)
    if written and _IN_LIST.match(text, head.end(), sentence.end) and behind(_LISTED, text, sentence.start, start):
        return True
    there = written or any(behind(before, text, sentence.start, start) for before in (_holding(), FRONTED))
    near = _NEAR_PROPER.match(text, head.end(), sentence.end) if there else None
    return near is not None and near.end() <= named(context, sentence, head).end


def _in_a_place(context: Context, position: int) -> bool:
    """Whether this is inside the name of a unit: "thôn Lễ Pháp"."""
    at = bisect_left(context.units, position, key=lambda unit: unit.span.start) - 1
    return at >= 0 and position < context.units[at].span.end


def _is_named(context: Context, position: int, limit: int) -> bool:
    """Whether a name stands behind this place: "lễ hội của cộng đồng" is any, "lễ hội của UBND quận X" is one."""
    return bool(_CAPITAL.match(context.plain, position, limit)) or doer_at(context, position + 1, limit) is not None


def when_of(head: str) -> str:
    """The table's word for when this head opens a name."""
    return _whens()[key(head)]


def is_verb(head: re.Match[str] | None) -> bool:
    """Whether this head is a verb, before which stands who holds the occasion."""
    return head is not None and (when_of(head[0]) in (*_VERBS, "met") or key(head[0]) == "họp báo")


@cache
def _whens() -> dict[str, str]:
    return {key(row["head"]): row["when"] for row in table("event-heads")}


@cache
def _not_names() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(column('event-not-names', 'word'))})(?!\w)", re.I)


@cache
def _openers() -> re.Pattern[str]:
    """A word that opens a name, or a number or quotation mark."""
    return re.compile(rf"\s+(?:[\d“\"‘']|(?i:{either(column('event-openers', 'word'))})(?!\w))")


@cache
def _holding() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!ban )(?:{either(column('event-verbs', 'verb'))})\s+$", re.I)


@cache
def _person() -> re.Pattern[str]:
    """Somebody with whom the next sentence opens: "phát biểu tại hội nghị Ông Lê Văn Tám cho biết"."""
    titles = either(word[0].upper() + word[1:] for word in column("honorifics", "word"))
    return re.compile(rf"\s+(?:{titles})\s+[{UPPER}]")


@cache
def _no_name_before() -> re.Pattern[str]:
    """A number or a word before a head that names nothing: "11 cuộc kiểm tra", "các hội nghị", "hành lễ"."""
    words = event_words("no-name")
    return re.compile(rf"(?:(?<![\w/.,-])(?<!giải\s)\d{{1,3}}|(?<!\w)(?:{words}|(?<!tiến\s)hành))\s$", re.I)
