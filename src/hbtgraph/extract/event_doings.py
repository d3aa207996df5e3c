"""Occasions told by a verb: "Ngày 7/2, Sở Y tế đã làm việc với UBND quận X" is a meeting, though no noun names it."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, doers
from hbtgraph.extract.event_places import occasion
from hbtgraph.extract.event_words import event_words
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import UPPER, column
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_DONE = re.compile(r"(?<!\w)(?:đã|vừa|có)\s$", re.I)
_WITH = re.compile(r"\s+(?:trực tiếp\s+)?(?:với|cử tri)\s")
_THERE = re.compile(
    r"(?<!\w)(?:(?:đã|vừa)\s(?:(?:đến|tới|đi|về|lên|xuống|vào|tiếp tục|cùng|trực tiếp|tiến hành)\s){0,2}"
    r"|(?<!để )(?:đến|tới|xuống|đi|tiến hành|(?<!ban )tổ chức)\s)$",
    re.I,
)
"""Before a verb that tells what somebody who came did."""

_PARTY = re.compile(
    r"(?<!\w)(?:trưởng đoàn|dẫn đầu đoàn|đoàn (?:công tác|kiểm tra|giám sát|khảo sát|đại biểu))(?:\s[\w.]+){0,6},?\s$",
    re.I,
)
"""Before what a party did that somebody led: "dẫn đầu đoàn công tác của quận | làm việc với ..."."""

_OTHERS = r"(?<!\w)(?:mời|triệu tập|(?<!bầu )(?<!ứng )cử(?! tri)|giao(?! thông)|yêu cầu|đề nghị|đưa|phân công)(?!\w)"
"""Before what others are to do than who is named."""

_TO_COME = r"(?<!\w)(?:sẽ|đang|để|(?<!làm )việc)(?!\w)"

_ORGANIZED = re.compile(r"(?<!\w)(?<!ban )(?:tổ chức|dự|chủ trì|phát lệnh|bấm nút)\s$", re.I)
_WORK = re.compile(r"khởi công|khánh thành|động thổ|thông xe|khai trương", re.I)
_BEGUN = re.compile(rf"{_ORGANIZED.pattern}|(?<!\w)(?:đã|vừa|chính thức)\s$", re.I)
"""Before what a body did by a rite that begins or ends a work, though it is not said that it held one."""

_CONVENED = re.compile(r"(?<!\w)(?<!ban )(?:tổ chức|tiến hành|chủ trì)\s$", re.I)
_PARTNER = re.compile(r"\s+(?:trực tiếp\s+)?(?:với\s+(?:(?:các\s+)?(?:lãnh đạo|đại diện|tập thể)\s+)?|(?=cử tri\s))")
_VISITED = re.compile(r",?\s+(?P<more>(?:và\s+)?(?:làm việc|tặng quà|trao quà|chúc mừng|chúc Tết|động viên)\s)?")
_OBJECT = re.compile(r",?\s+(?!cam kết)\w")
_VOTERS = re.compile(r"cử tri\s")
_DAY = re.compile(
    r"(?:(?<!\w)(?:Sáng|Trưa|Chiều|Tối|Đêm|Ngày|Hôm|Cùng)|(?<=,\s)(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|cùng))"
    r"(?:\s+(?:sớm|tối|cùng|ngày|nay|qua))*[\s(]+(?:\d|nay|qua|ngày)|(?<!\w)(?:Trong(?:\s\w+)?|Từ)\sngày\s\d"
)
"""At the head of a sentence or clause, in the words of the press: "Chiều 13/5", "Sáng nay", "Cùng ngày"."""

_NO_MATTER = "xong|lại|đầy|rất|thường|hằng|hàng|liên tục|nhiều|tiếp|riêng|dưới|nên|thì"
"""Words behind "họp" that tell how or when, and not over what."""

_COMRADE = re.compile(rf"(?<!\w)[đĐ]ồng chí\s[{UPPER}]")
"""Somebody in office, though no post is told."""

_DAY_THEN = re.compile(rf"(?:{_DAY.pattern})[\d/.-]*\)?,\s$")
_OUTSIDE = r"(?:với\s)?(?:cảnh sát|công an|cơ quan (?:điều tra|công an)|luật sư|PV|phóng viên|báo)\s"
"""Whom suspects and those who talk to the press meet."""

_THEN_WHO = re.compile(
    rf"\s(?!{_OUTSIDE})[^.;:“”\n]{{3,140}}?,\s(?=(?P<person>(?:ông|bà|đồng chí)\s[{UPPER}])|[{UPPER}])"
)
"""Behind a verb, what was done and who did so: "... với quận X, | Bí thư Y"."""

_LONGEST = 300
"""How far behind its day the verb may stand, in code points."""

_LONGEST_NAME = 100
"""How far before a verb the name of who acts may begin, in code points."""


def is_called(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether a verb is an occasion's: "quận đã làm việc với Sở Y tế", where "tại buổi làm việc" follows."""
    text = context.plain
    done = behind(_DONE, text, sentence.start, verb.start()) and _WITH.match(text, verb.end(), sentence.end)
    return bool(done) and context.once(_called).get(key(verb[0]), 0) > verb.end()


def meets(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether officials met a body or voters on a day: "Chiều 13/5, đoàn đại biểu X đã tiếp xúc với cử tri quận Y"."""
    text = context.plain
    partner = _PARTNER.match(text, verb.end(), sentence.end)
    if partner is None:
        return False
    there = _VOTERS.match(text, partner.end()) or doer_at(context, partner.end(), sentence.end)
    return there is not None and gathers(context, sentence, verb)


def gathers(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether who acts by office did so on a day: "Ngày 7/2, Tỉnh ủy X gặp mặt các cơ quan báo chí"."""
    text, position = context.plain, verb.start()
    if not _OBJECT.match(text, verb.end(), sentence.end):
        return False
    before = behind(_THERE, text, sentence.start, position) or behind(_PARTY, text, sentence.start, position)
    return bool(before or _ends_in_somebody(context, position)) and _on_a_day(context, sentence, position, _not_done())


def convenes(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether a body met over something: "tổ chức họp khẩn bàn phương án", "Ngày 7/2, UBND quận X họp về chợ"."""
    text = context.plain
    if _session_next().match(text, verb.end(), sentence.end):
        return False
    if behind(_CONVENED, text, sentence.start, verb.start()):
        return _on_a_day(context, sentence, verb.start(), _of_others())
    return bool(_met_over().match(text, verb.end(), sentence.end)) and gathers(context, sentence, verb)


def visits(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether officials went on a day to see a body or unit: "Ngày 7/2, Bí thư X đã đến thăm Sở Y tế"."""
    seen = _VISITED.match(context.plain, verb.end(), sentence.end)
    there = seen and (seen["more"] or doer_at(context, seen.end(), sentence.end))
    return bool(there) and gathers(context, sentence, verb)


def inspects(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether officials went to see something on a day: "Ngày 7/2, Ban X đã khảo sát công tác quản lý lễ hội"."""
    return bool(_inspected().match(context.plain, verb.end(), sentence.end)) and gathers(context, sentence, verb)


def is_organized(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether a body held on a day what the verb tells: "Sáng 8/2, Sở X tổ chức khởi công cầu vượt", "đã khởi công"."""
    before = _BEGUN if _WORK.fullmatch(verb[0]) else _ORGANIZED
    organized = behind(before, context.plain, sentence.start, verb.start())
    if not organized or _opening().match(context.plain, verb.start(), sentence.end):
        return False
    return _on_a_day(context, sentence, verb.start(), _of_others())


def leads(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether what officials did is told before them: "Làm việc với quận X, Bí thư Y ..", "Ngày 8/2, họp ..., bà Z"."""
    text, position = context.plain, verb.start()
    if not (verb[0][0].isupper() or behind(_DAY_THEN, text, sentence.start, position)):
        return False
    acts = _THEN_WHO.match(text, verb.end(), sentence.end)
    if acts is None:
        return False
    posts = inside(context.posts, Span(acts.end(), min(sentence.end, acts.end() + _LONGEST_NAME)))
    return acts["person"] is not None or any(post.span.start == acts.end() for post in posts)


def _ends_in_somebody(context: Context, position: int) -> bool:
    """Whether a person, body or unit is named directly before this place."""
    near = Span(max(0, position - _LONGEST_NAME), position)
    last = [inside(group, near)[-1:] for group in (context.names, context.bodies, context.units)]
    end = max((mention.span.end for mentions in last for mention in mentions), default=near.start)
    return end > near.start and not context.plain[end:position].strip(" ,)")


def _on_a_day(context: Context, sentence: Span, position: int, other: re.Pattern[str]) -> bool:
    """Whether a day, then who acts by office, stand before this place, and no words of another's doings."""
    text = context.plain
    days = list(_DAY.finditer(text, max(sentence.start, position - _LONGEST), position))
    if not days:
        return False
    between = Span(days[-1].end(), position)
    if other.search(text, between.start, between.end):
        return False
    return bool(
        doers(context, between) or inside(context.posts, between) or _COMRADE.search(text, between.start, between.end)
    )


def _called(context: Context) -> dict[str, int]:
    """Of each verb that the article makes an occasion, where it last does so."""
    return {key(match["head"]): match.start() for match in _calls().finditer(context.plain)}


@cache
def _calls() -> re.Pattern[str]:
    verbs = either(row["head"] for row in table("event-heads") if row["when"] in ("held", "told", "met", "convened"))
    return re.compile(rf"[bBcC](?<!\w.)(?:uổi|uộc)\s+(?P<head>{verbs})(?!\w)")


@cache
def _inspected() -> re.Pattern[str]:
    """What is inspected: "công tác ...", "tình hình ..."; a car or a bag is police work."""
    words = event_words("inspected")
    more = either(row["head"] for row in table("event-heads") if row["when"] == "inspected")
    return re.compile(rf"(?:(?:,|\s+và)\s+(?:{more}|rà soát|đôn đốc|chỉ đạo))?\s+(?:{words})[\s,]", re.I)


@cache
def _met_over() -> re.Pattern[str]:
    """What a meeting is about or who is met there; "họp, thống nhất" and "họp để xem xét" tell of what came of it."""
    return re.compile(rf"\s+(?!(?:{either(column('event-not-names', 'word'))}|{_NO_MATTER})(?!\w))[a-zà-ỹ]", re.I)


@cache
def _session_next() -> re.Pattern[str]:
    """That a noun says what sort of meeting it is: "họp trực tuyến phiên họp thường kỳ"."""
    return re.compile(r"(?:\s\w+){0,2}?\s(?:phiên (?!thứ)|kỳ họp|hội nghị|hội thảo|cuộc|buổi|lễ)", re.I)


@cache
def _tells() -> re.Pattern[str]:
    """Words of who tells what others did, whose the day is, or an end of the clause."""
    words = either(row["word"] for row in table("speech-verbs") if row["kind"] == "say" and " " in row["word"])
    return re.compile(rf"[;:]|(?<!\w)(?:{words})(?!\w)")


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(rf"{_tells().pattern}|{_OTHERS}")


@cache
def _not_done() -> re.Pattern[str]:
    return re.compile(rf"{_of_others().pattern}|{_TO_COME}")


@cache
def _opening() -> re.Pattern[str]:
    """That what is opened has a name of its own: "tổ chức khai mạc | Liên hoan ..."."""
    return re.compile(rf"(?:khai mạc|bế mạc|công bố)\s{occasion().pattern}", re.I)
