"""Where the name of an occasion ends, once its head is found."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.event_words import event_words
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, phrase, quoted, stops, trimmed
from hbtgraph.extract.words import UPPER, column
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_SUBJECT = 3
"""The fewest words behind a comma that can be who acts, and no further member of a list."""

NEXT_WORD = re.compile(
    r"(?:,\s(?:đối thoại|trao đổi|giao lưu|tiếp xúc|gặp mặt|tặng quà|động viên|chúc mừng)|\s\w+)(?!\w)"
)
DATED = re.compile(r"(?:\s(?:[^\W\d]+|\d{1,2})){1,9}?(?<!đến năm)\s20\d\d(?:\s?[-–]\s?20\d\d)?(?!\d)")
"""What follows the head of a name that ends in its year: "kỳ thi | THPT quốc gia năm 2017"."""

_DATED_NAME = re.compile(rf"kỳ thi{DATED.pattern}", re.I)
_NUMBERED = re.compile(r"(?<!\w)thứ\s+\S+$", re.I)
_BETWEEN = re.compile(r"\sgiữa\s", re.I)
_NUMBER_ALONE = re.compile(r"(?i:(?:kỳ|phiên) họp\s+(?:lần\s+)?thứ)\s+[^\s,]+(?=,\s(?!khóa|nhiệm kỳ)[a-zà-ỹ])")
"""A session known by its number is no list: what follows behind a comma is another clause."""

_PLENUM = re.compile(
    r"hội nghị\s+(?:(?:BCH|ban chấp hành)\s+)?(?:trung ương|T\.?[ƯW])(?:\s+Đảng)?"
    r"\s+(?:lần thứ\s+\w+|\d{1,2}|[IVX]+)(?!\w)"
    r"(?:,?\s+\(?khóa\s+[IVXL\d]+(?!\w)\)?+)?(?!,?\s+(?:khóa|của|về|Ban|BCH)\s)",
    re.I,
)
"""A plenum of the Party, known by its number: "hội nghị Trung ương 5 | đánh giá thẳng những hạn chế"."""

_COMMA = re.compile(r",\s+")
_MEMBER = re.compile(r"(?:đại diện|lãnh đạo|thủ trưởng|cán bộ|UBND các|các\s\w+)\s", re.I)
"""Behind a comma, further people whom a meeting was with, though no body is named there."""

_TOLD_BEFORE = re.compile(
    r"\s+về\s+(?:vấn đề|việc|vụ việc|vụ|sự việc|sự kiện|nội dung|chuyện)\s+(?:này|trên|đó|nói trên|ấy)(?!\w)"
    r"|,?\s+về\s+(?:vấn đề|việc|vụ việc|vụ|sự việc)$"
    r"|(?:\s+(?:này|đó|trên|ấy|nữa|tới|để|của|về|cho|trong|với|theo|có|tổ chức|nói|tiếp tục|từ|sau|cùng))+$",
    re.I,
)
"""Where a name says no more than that the matter was told of before."""

_THEME = re.compile(r"\s+với chủ đề\s+(?=[“\"‘'])")
PROPER = re.compile(rf"[{UPPER}\d]")
"""An occasion without a name of its own is known by its theme."""

FRONTED = re.compile(r"(?<!\w)(?:tại|trong|sau|ở|qua|từ|trước|diễn ra|(?:sau|trước) khi dự)\s$", re.I)
_PREDICATE = re.compile(r"\s+(?:đã|sẽ|đều|cũng|cho biết|cho rằng|yêu cầu|khẳng định|đang|vẫn|là)\s")
AT_IT = re.compile(r"(?<!\w)dự\s(?:buổi\s)?$", re.I)
_HAVING = re.compile(r"\s+(?:còn\s+)?có\s")


_HEADS = (
    r"(?<=Chủ tịch),\s[pP]hó [cC]hủ tịch\s|(?<=lãnh đạo),\schỉ đạo\s(?=công tác|việc|thực hiện)"
    r"|(?<=Văn hóa),\s(?=Thể|Nghệ|Du|Văn)|(?<=Thể thao),\s(?=Du)"
)
"""What is one, though a comma stands between: "giao ban Chủ tịch, Phó Chủ tịch UBND quận X với ..."."""

_IN_BRACKETS = (
    rf"\((?:[{UPPER}][\w&.-]{{1,12}}(?:\s[{UPPER}]\w{{1,8}})?\)"
    rf"(?=\s(?:(?:năm(?=\s\d)|lần|khóa|đầu|của|và)(?!\w)|[{UPPER}\d]))|[^()\d]{{1,40}}\)(?=\s(?:về|với|đối với)\s))"
)
"""Brackets inside a name: "với Hiệp hội Doanh nghiệp (DN) TP X", "với Công ty Y (Hàn Quốc) về cấp nước"."""

_OF_PLACES = re.compile(r"\s(?:với|giữa)\s|(?<!\w)(?:thăm|khảo sát|kiểm tra|thị sát|giám sát|cử tri|công bố)\s", re.I)
"""Before a row of those who were met, or the place of what was seen, with the units it lies in."""

_ABOUT = re.compile(r"\s(?:về|để|nhằm)\s")
_TAKES_PLACE = re.compile(r"\s(?:vừa\s|đã\s)?diễn ra\s")
_DAY_BETWEEN = re.compile(
    r"\s(?:(?:vào|sáng|trưa|chiều|tối|ngày|nay|qua)\s){1,3}\(?\d[\d/.-]*\)?\s(?P<joint>(?:giữa|với|về)\s)", re.I
)


def named(context: Context, sentence: Span, match: re.Match[str]) -> Span:
    """The phrase that names the occasion with this head; it ends at a comma before a capital letter too."""
    text = context.plain
    first = NEXT_WORD.match(text, match.end(), sentence.end)
    settled = first.end() if first else match.end()
    end = _whole(context, sentence, phrase(text, settled, sentence.end, _ends()).end)
    if _OF_PLACES.search(text, match.start(), end):
        end = _with_row(context, sentence, Span(match.start(), end))
    if _NUMBERED.search(text, match.end(), end) or _BETWEEN.search(text, match.start(), end):
        end = _with_bodies(context, sentence, end)
    theme = _THEME.match(text, end, sentence.end)
    if theme and not PROPER.search(text, match.end(), end) and (title := quoted(text, theme.end(), sentence.end)):
        end = title.end
    return _without_predicate(context, sentence, Span(match.start(), end))


def rest_behind_day(context: Context, sentence: Span, name: Span) -> Span | None:
    """What of a name stands behind the day that parts it: "cuộc họp sáng 6/2 | giữa UBND quận X và phường Y"."""
    day = _DAY_BETWEEN.match(context.plain, name.end, sentence.end)
    rest = phrase(context.plain, day.end("joint"), sentence.end, _ends()) if day else None
    return Span(day.start("joint"), rest.end) if day and rest and rest.end > rest.start else None


def next_speaker(context: Context, sentence: Span, words: Span) -> int:
    """The end of these words, before who speaks in a next sentence that no full stop parts from them.

    That is a post with a capital letter, a person and a verb of speech: "dự hội nghị | Bí thư Lê Văn Tám yêu cầu".
    """
    text = context.plain
    for group in inside(context.posts, words):
        start, end = group.span.start, group.span.end + 1
        at = bisect_left(context.names, end, key=lambda person: person.span.start)
        if start == words.start or not text[start].isupper() or at == len(context.names):
            continue
        person = context.names[at].span
        if person.start == end and _speaks().match(text, person.end, sentence.end):
            return start
    return words.end


def _whole(context: Context, sentence: Span, end: int) -> int:
    """The end of a name that stops inside the name of a body: "phiên chất vấn Bộ trưởng Bộ Văn hóa, Thể thao"."""
    at = bisect_left(context.bodies, end, key=lambda body: body.span.start) - 1
    if at < 0 or end >= context.bodies[at].span.end:
        return end
    return phrase(context.plain, context.bodies[at].span.end, sentence.end, _ends()).end


def _with_row(context: Context, sentence: Span, name: Span) -> int:
    """The end of a name that tells whom it was with, behind the whole row of them: "làm việc với Công an X, Sở Y".

    At the head of a clause what stands behind the comma may be who acts, unless the name goes on behind it.
    """
    text, end = context.plain, _with_bodies(context, sentence, name.end, _MEMBER)
    acts = behind(FRONTED, text, sentence.start, name.start) or _PREDICATE.match(text, end, sentence.end)
    goes_on = _ABOUT.search(text, name.end, end) or _TAKES_PLACE.match(text, end, sentence.end)
    return end if goes_on or not acts else name.end


def _with_bodies(context: Context, sentence: Span, end: int, member: re.Pattern[str] | None = None) -> int:
    """The end of a name that goes on behind a comma: "kỳ họp thứ 4, HĐND quận X", "cuộc họp giữa X, Y và Z"."""
    text = context.plain
    while comma := _COMMA.match(text, end, sentence.end):
        body = doer_at(context, comma.end(), sentence.end)
        more = member.match(text, comma.end(), sentence.end) if member and not body else None
        if not body and not more:
            break
        end = phrase(text, body.span.end if body else more.end() if more else end, sentence.end, _ends()).end
    return end


def _without_predicate(context: Context, sentence: Span, name: Span) -> Span:
    """The name without what the clause goes on to say: "tại hội nghị tổng kết, lãnh đạo quận | đã ..."."""
    text, end = context.plain, next_speaker(context, sentence, name)
    if dated := _DATED_NAME.match(text, name.start, end):
        end = dated.end()
    if told := _TOLD_BEFORE.search(text, name.start, end):
        end = told.start()
    if behind(AT_IT, text, sentence.start, name.start) and (having := _HAVING.search(text, name.start, end)):
        end = having.start()
    if alone := _NUMBER_ALONE.match(text, name.start, end) or _PLENUM.match(text, name.start, end):
        end = alone.end()
    comma = text.rfind(", ", name.start, end)
    if comma > 0 and not _NUMBERED.search(text, name.start, comma) and _PREDICATE.match(text, end, sentence.end):
        subject = len(text[comma + 1 : end].split()) >= _SUBJECT
        if subject and behind(FRONTED, text, sentence.start, name.start):
            end = comma
    return trimmed(text, Span(name.start, end))


@cache
def _speaks() -> re.Pattern[str]:
    words = either(row["word"] for row in table("speech-verbs") if row["kind"] in ("say", "order"))
    return re.compile(rf"\s+(?:đã\s+|cũng\s+)?(?:{words})(?!\w)")


@cache
def _ends() -> re.Pattern[str]:
    """Where names end; a list of units goes on ("24 quận, huyện"), a unit that is named is another clause."""
    day = r"\s+(?:(?:vào|hôm|[nN]gày)\s+|(?:sáng|trưa|chiều|tối|đêm)\s+(?:ngày\s+|hôm\s+)?)\d"
    lasting = r"\s+trong\s+(?=\d+\s+ngày(?!\w))"
    another = rf",\s+(?=(?:(?:gần|hơn|trên|khoảng)\s)?\d)|,\s+(?=[{UPPER}])(?!(?:BCH|Ban Chấp hành)\s)"
    unit = rf",\s+(?:{either(column('unit-levels', 'word'))})\s+(?=[{UPPER}\d])"
    someone = rf",\s+(?i:{either(column('honorifics', 'word'))})\s+(?=[{UPPER}])"
    beginner = rf"\s+(?:Ông|Bà|Đồng chí)\s+(?!Chúa\s)(?=[{UPPER}]\w+\s[{UPPER}])"
    guests = event_words("guest")
    having = rf"\s+(?:còn\s+)?có\s+(?=[{UPPER}\d]|(?:{guests})\s)"
    more = rf"{either(column('event-openers', 'word'))}|phương hướng|nhiệm vụ|kế hoạch|định hướng|dự toán"
    year = rf"(?<=\s20\d\d)\s+(?=[{UPPER}]|về\s+việc\s|và\s+(?!{more}))"
    other = (
        rf",\s+(?={_noun()}\s)|\s+và\s+(?={_noun()}\s+[{UPPER}])"
        rf"|\s+và\s+(?=[{UPPER}])(?={_noun()}\s)|\s+(?:đến|bằng)\s+(?={_noun()}(?!\w))"
    )
    again = rf"(?:(?<=thứ\s\d)|(?<=thứ\s\d\d))\s+(?=[{UPPER}])(?={_noun()}(?!\w))"
    marks = rf"[()\[\]”\ufeff\u200b]|\./|(?<=\d)\.(?=[{UPPER}])"
    own = (marks, day, lasting, another, unit, someone, beginner, having, year, again, other)
    return stops("event-stops", next_sentence().pattern, *own, passed=f"{_HEADS}|{_IN_BRACKETS}")


@cache
def next_sentence() -> re.Pattern[str]:
    """A word with a capital letter that opens a sentence, where no full stop parts it from a caption before it."""
    words = [row["word"] for row in table("event-stops") if row["place"] == "opens"]
    longer = either(word for word in words if " " in word)
    return re.compile(rf"\s+(?:(?:{either(words)})\s+(?=[a-zà-ỹ\d])|(?:{longer})\s+(?=[{UPPER}]))")


def _noun() -> str:
    """A head that begins another name: nouns alone, since verbs are parts of one name."""
    verbs = ("held", "told", "met", "convened", "visited", "received", "inspected", "organized")
    return rf"(?i:{either(row['head'] for row in table('event-heads') if row['when'] not in verbs)})"
