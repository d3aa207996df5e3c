"""Whether the words around the name of an occasion tell that it is yet to be held."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.event_words import event_words
from hbtgraph.extract.phrases import behind
from hbtgraph.model import Span

_ANNOUNCED = re.compile(
    r"(?<!\w)họp báo\s"
    r"(?:giới thiệu|(?:(?:thông tin|công bố)\s)?(?:về\s)?(?:việc|kế hoạch|công tác)\s(?:chuẩn bị\s)?tổ chức)\s",
    re.I,
)
"""A press conference before an occasion, which tells of what is to come."""

_NOT_OF_IT = re.compile(r"[.:;!?“”\"\n]|(?<!\w)(?:tại|trong|sau|đã|vừa|kết quả|tổng kết|ông|bà)(?!\w)")
"""Between a press conference and an occasion that it is not about."""

_BEFORE_SESSION = re.compile(r"(?<!\w)tiếp xúc cử tri(?:\s[^.;:\n]{1,36})?\strước\s(?:thềm\s)?$", re.I)
"""Before the session that voters are met ahead of."""

_PROPOSED = re.compile(
    r"(?<!\w)(?:[Đđ]ề nghị|[Đđ]ề xuất|[Kk]iến nghị|[Yy]êu cầu|[Mm]ong muốn|cần|nên|phải|kế hoạch)(?!\w)"
    r"(?:\s(?!(?:đã|vừa|công tác|tạm|dừng|việc|bỏ|không|hủy)\s)[^\s.;:“”]+){0,12}?"
    r"\s(?:tổ chức|mở)\s$"
)
"""Before an occasion that somebody is asked to hold: "đề nghị Sở X sớm tổ chức | hội thảo ..."."""

_INVITED = re.compile(r"(?<!được )(?<!đã )(?<!\w)mời\s[^.;:“”\"]{3,50}?\s(?:dự|tham dự|tham gia)\s$")
"""Before an occasion that somebody is asked to: "mời Bí thư X sang dự | Hội chợ Y"."""

_REACH = 240
"""How far behind the name of an occasion the next sentence may tell of it, in code points."""


def is_announced(context: Context, sentence: Span, name: Span) -> bool:
    """Whether the words around the name, or the next sentence, tell that it is to come."""
    return _is_due(context, sentence, name) or _is_prepared(context, sentence, name)


def _is_due(context: Context, sentence: Span, name: Span) -> bool:
    """Whether it is said behind the name, or with the next sentence: "Hai sự kiện sẽ diễn ra từ ngày 8/3"."""
    text = context.plain
    if _due_behind().match(text, name.end, sentence.end):
        return True
    return _due_next().match(text, name.end, name.end + _REACH) is not None


def _is_prepared(context: Context, sentence: Span, name: Span) -> bool:
    """Whether it is said before the name: "họp báo về việc tổ chức | Lễ hội ...", "kế hoạch tổ chức | Lễ hội ..."."""
    text, start = context.plain, sentence.start
    if any(behind(ahead, text, start, name.start) for ahead in (_to_come(), _BEFORE_SESSION, _PROPOSED, _INVITED)):
        return True
    told = _ANNOUNCED.search(text, start, name.start)
    return told is not None and _NOT_OF_IT.search(text, told.end(), name.start) is None


@cache
def _due_behind() -> re.Pattern[str]:
    return re.compile(rf"[”\"]?\s+(?:\([^()\n]{{1,60}}\)\s+)?(?:{event_words('due')})\s")


@cache
def _due_next() -> re.Pattern[str]:
    """A next sentence that says that what was named will be held, by a word for its sort and no other name."""
    sort = "sự kiện|hoạt động|lễ hội|hội nghị|hội thảo|hội thi|cuộc thi|chương trình|liên hoan|ngày hội|kỳ họp|đại hội"
    which = r"(?:\s(?:này|trên|nói trên|lần này|năm nay))?"
    several = rf"(?:(?:Hai|Ba|Các|Những)\s)?(?i:{sort}){which}"
    told = rf"(?:{several}|Một\s(?:{sort})\s[^.;:\n]{{1,80}})\s(?:sẽ|dự kiến)\s(?:diễn ra|được tổ chức|khai mạc)(?!\w)"
    return re.compile(rf"[^.;:!?…\n]{{0,60}}+[.\"”]{{0,2}}\s+(?:\(\w+\)\s*[-–]\s*)?(?:{told}|Đây sẽ là\s)")


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{event_words('to-come')})\s$", re.I)
