"""What a text says of a document beside its number or title: who issued it, when, and what it is about."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_addressees import past_addressees
from hbtgraph.extract.document_issuers import OF, body_at, issued
from hbtgraph.extract.document_kinds import is_kind, is_law, kinds
from hbtgraph.extract.document_numbers import YEAR, numbers_after
from hbtgraph.extract.doers import with_wholes
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, phrase, plain, quoted, stops, trimmed
from hbtgraph.extract.plans import plain_year
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import find_dates
from hbtgraph.vietnamese.numbers import either

_DATED = re.compile(
    r"[\s,(]{1,3}(?:(?:(?:được\s+)?(?:ký|ban hành)\s+)?(?:vào\s+)?(?:ngày|năm|tháng)\s"
    r"|ban hành\s(?=\d\d?[-/.]\d))"
)
_DATE_REACH = 45
_DAY_AND_MONTH = re.compile(r"\d\d?[-/.]\d\d?(?![-/.\d])")


_BY = re.compile(r"[\s,)]{1,3}do\s+")
_DIRECTLY = re.compile(r"\s+")

_SIGNER = re.compile(r"(?:ông|bà|đồng chí)(?:\s+[A-ZĐÂĂÊÔƠƯÀ-Ỹ]\w*){2,5}(?:,|\s?[-–])\s+")
"""Who signs, before the post held: "do ông Lê Văn An, Phó Chủ tịch UBND tỉnh ký"."""

_NAMED_HOLDER = re.compile(r"(?:\s+[A-ZĐÂĂÊÔƠƯÀ-Ỹ]\w*){2,5}")

_TERM = re.compile(r"[\s,]{1,2}\(?(?:khóa|nhiệm k[ỳì])\s+[\dIVXLC–-]+\)?", re.I)
"""The term of the body that issues: "của Bộ Chính trị (khóa X)"."""

_TIME_OF_DAY = r"\s+(?:vào\s+)?(?:sáng|trưa|chiều|tối|đêm)\s+(?=\d|nay|qua|mai|ngày|cùng)"
_TO_WHOM = (
    rf"\sgửi\s+(?=(?:tới\s+)?(?:[{UPPER}]|các\s|chủ tịch\s|hiệu trưởng\s))"
    rf"|\s(?<!đáp ứng\s)(?<!theo\s)yêu cầu\s+(?=[{UPPER}])"
)
"""Behind a title, to whom the document goes or of whom its writer asks something."""

_ON_A_DAY = (
    r"\s(?<=[a-zà-ỹ]{2}\s)(?<!từ\s)(?<!đến\s)(?<!tới\s)(?<!trước\s)(?<!sau\s)(?<!niệm\s)(?<!nhân\s)(?<!dịp\s)"
    r"(?<!thống\s)ngày\s\d\d?[-/.]\d"
)
"""The day of what is told of the title, not of another document or of a span of time inside it."""

_BRACKET = re.compile(r"\([^()\n]{1,45}\)")
HORIZON = re.compile(rf"(?<!\w)(?:giai đoạn|đến năm|tới năm|năm|thời kỳ)\s+{YEAR}(?!\d)")
"""The years that a plan is for; what it is to reach them with belongs to its title."""

_FOR_YEARS = re.compile(
    rf"\s(?:giai đoạn|đến năm|tới năm|thời kỳ)\s{YEAR}(?:\s?[-–]\s?{YEAR})?"
    rf"(?:,\s(?:định hướng|tầm nhìn)\s(?:đến\s|tới\s)?(?:năm\s)?{YEAR})?(?!\d)"
)
_BEHIND_AIM = re.compile(
    rf"(?<={YEAR}),\s(?!(?:tầm nhìn|định hướng|hướng tới|có xét|có tính|giai đoạn|và|năm)(?!\w)|{YEAR})"
)
"""Where a clause goes on behind the years of a plan: "đến năm 2025, tỉnh đầu tư ..."."""

_PURPOSE = re.compile(r",?\s+nhằm\s+")
_UP_TO_NUMBER = re.compile(r"[\s(]*(?:số\s?:?\s*)*$")
_COLON = re.compile(r"\s*:?\s*(?=[“\"])")
_LEADING_ABOUT = re.compile(r"(?:về việc|v/v|về)\s+", re.I)
_POINTS_BACK = re.compile(r"^(?:\S+\s+){0,3}(?:này|đó|trên)$|(?<!\w)này$|(?<!\w)(?:nêu|nói|kể) trên(?!\w)")
_JOINED_DOCUMENT = re.compile(
    r"(?:,|\s(?:và|cùng với|gắn với|theo|tại|(?:ban hành\s+)?kèm theo))"
    r"(?:\s+việc)?(?:\s+(?:thực hiện|triển khai|thi hành))?\s+$"
)
"""Before a numbered document that stands beside a title, not in it: "về cấp nước và Chỉ thị số 5 ..."."""

_JOINED_DRAFT = re.compile(r"(?:,|\svà)\s+(?:dự án|dự thảo)\s+$")
"""Before a further draft: "Nghị quyết về ... và dự án Luật ..."."""

_AND = re.compile(r"\s(?:và(?: một phần)?|cùng)\s+$")
_CARRIES_OUT = re.compile(
    r"\s*(?:(?:tổ chức|triển khai|hướng dẫn|sơ kết|tổng kết)\s+)*(?:thực hiện|thi hành|triển khai|quán triệt)"
)
_SHORTEST_SUBJECT, _QUOTED_WORDS, _LONGEST_NAME = 4, 3, 200


def tail(context: Context, sentence: Span, position: int) -> tuple[str | None, str | None, str | None, int]:
    """Issuer, date and subject that follow `position` in whichever order, and where they end."""
    issuer = date = None
    for _ in range(2):
        if date is None:
            date, position = _date(context, sentence, position)
        if issuer is None:
            issuer, position = _issuer(context, sentence, position)
        if term := _TERM.match(context.plain, position, sentence.end):
            position = term.end()
    about, end = subject(context, sentence, position)
    return issuer, date, about, end or position


def _date(context: Context, sentence: Span, position: int) -> tuple[str | None, int]:
    after = _DATED.match(context.plain, position, sentence.end)
    if after is None:
        return None, position
    reach = Span(after.start(), min(sentence.end, after.end() + _DATE_REACH))
    mention = next(find_dates(context.plain, reach, context.date, context.once(plain_year)), None)
    if mention and mention.span.start <= after.end() + 1:
        return mention.iso, mention.span.end
    undated = _DAY_AND_MONTH.match(context.plain, after.end(), sentence.end)
    return None, undated.end() if undated else position  # a day of an unknown year says no date


def _issuer(context: Context, sentence: Span, position: int) -> tuple[str | None, int]:
    """The body after "của", after "do" where it issues, or directly behind the number."""
    text = context.plain
    if of := OF.match(text, position, sentence.end):
        body = body_at(context, sentence, of.end())
    elif by := _BY.match(text, position, sentence.end):
        signer = _SIGNER.match(text, by.end(), sentence.end)
        body = body_at(context, sentence, signer.end() if signer else by.end())
        holder = _NAMED_HOLDER.match(text, body[1], sentence.end) if body else None
        verb_at = holder.end() if holder else body[1] if body else position
        issues = issued().match(text, verb_at, sentence.end) if body else None
        return (body[0], issues.end()) if body and issues else (None, position)
    elif directly := _DIRECTLY.match(text, position, sentence.end):
        reach = Span(directly.end(), min(sentence.end, directly.end() + _LONGEST_NAME))
        first = next((one for one in inside(context.bodies, reach) if one.span.start == reach.start), None)
        body = (first.full, first.span.end) if first else None
    else:
        return None, position
    if body is None:
        return None, position
    named = _NAMED_HOLDER.match(text, body[1], sentence.end)
    return body[0], named.end() if named else body[1]


def subject(context: Context, sentence: Span, position: int) -> tuple[str | None, int | None]:
    """What a document is about, here or behind whom it goes to, and where that ends."""
    about, end = _subject_at(context, sentence, position)
    for place in past_addressees(context, sentence, position) if about is None else ():
        about, end = _subject_at(context, sentence, place)
        if about:
            break
    return about, end


def _subject_at(context: Context, sentence: Span, position: int) -> tuple[str | None, int | None]:
    """What stands in quotation marks or behind a word that says what a document is about."""
    text = context.plain
    if (colon := _COLON.match(text, position, sentence.end)) and (inner := quoted(text, colon.end(), sentence.end)):
        words = inner.of(context.text)
        about = _LEADING_ABOUT.match(words)
        if about or (words[:1].isupper() and len(words.split()) >= _QUOTED_WORDS):
            return plain(words[about.end() if about else 0 :]), min(inner.end + 1, sentence.end)
    opening = _subject_words().match(text, position, sentence.end)
    if not opening:
        return None, None
    if inner := quoted(text, opening.end(), sentence.end):
        return plain(inner.of(context.text)), min(inner.end + 1, sentence.end)
    start = opening.start("word") if opening["keep"] else opening.end()
    span = title_phrase(context, start, sentence.end)
    if span.end - span.start < _SHORTEST_SUBJECT or points_back(span.of(text)):
        return None, None
    return plain(span.of(context.text)), span.end


def act_before(context: Context, start: int, end: int) -> str | None:
    """What a document does, told between its kind and its number: "quyết định xử phạt hành chính số 5/QĐ-XPHC"."""
    words = _UP_TO_NUMBER.sub("", context.text[start:end])
    opening = _subject_words().match(words)
    return plain(words) if opening and opening["keep"] else None


def title_phrase(context: Context, start: int, limit: int) -> Span:
    """A title or subject without quotation marks: to the first word that ends one, no bracket left open."""
    text = context.plain
    span = phrase(text, start, limit, _ends())
    if purpose := _PURPOSE.match(text, span.end, limit):
        further = phrase(text, purpose.end(), limit, _ends())
        span = Span(span.start, further.end) if HORIZON.search(further.of(text)) else span
    if aimed := _BEHIND_AIM.search(text, span.start, span.end):
        span = Span(span.start, aimed.start())
    for kind in kinds().finditer(text, span.start, span.end):
        if is_kind(kind["type"]) and (join := _joined_document(text, span.start, kind, limit)):
            span = trimmed(text, Span(span.start, join.start()))
            break
    closed = text.find(")", span.start, span.end)
    opened = text.find("(", span.start, span.end)
    if closed >= 0 and (opened < 0 or closed < opened):
        return trimmed(text, Span(span.start, closed))
    opened = text.rfind("(", span.start, span.end)
    if opened > span.start and text.find(")", opened, span.end) < 0:
        if bracket := _BRACKET.match(text, opened, limit):
            return Span(span.start, max(bracket.end(), phrase(text, bracket.end(), limit, _ends()).end))
        return trimmed(text, Span(span.start, opened))
    return _with_units(context, span, limit)


def _with_units(context: Context, title: Span, limit: int) -> Span:
    """A title that ends in a unit, with the wider ones behind it and the years that it is for."""
    if not any(unit.span.end == title.end for unit in inside(context.units, title)):
        return title
    whole = with_wholes(context, title, limit)
    years = _FOR_YEARS.match(context.plain, whole.end, limit) if whole.end > title.end else None
    return Span(whole.start, years.end()) if years else whole


def _joined_document(text: str, start: int, kind: re.Match[str], limit: int) -> re.Match[str] | None:
    """What joins a numbered document, a draft, or another title of this kind to the title before it."""
    if draft := behind(_JOINED_DRAFT, text, start, kind.start()):
        return draft
    titled = kind["type"][0].isupper() and not is_law(kind["type"]) and not _CARRIES_OUT.match(text, start)
    if titled and (other := behind(_AND, text, start, kind.start())):
        return other  # "Quy tắc ứng xử của cán bộ và Quy tắc ứng xử nơi công cộng": two titles
    join = behind(_JOINED_DOCUMENT, text, start, kind.start())
    return join if join and numbers_after(text, kind, limit) else None


def points_back(words: str) -> bool:
    """Whether the words mean what was told before: "vấn đề này"."""
    return _POINTS_BACK.search(words) is not None


@cache
def _subject_words() -> re.Pattern[str]:
    rows = table("document-subject-words")
    kept = either(row["word"] for row in rows if row["keep"] == "yes")
    left = either(row["word"] for row in rows if row["keep"] == "no")
    return re.compile(rf"[\s,:()]{{1,3}}(?P<word>(?P<keep>{kept})|(?:{left}))\s+", re.I)


@cache
def _ends() -> re.Pattern[str]:
    """Where a title or subject ends: before a capital letter behind a comma, a named person or who did it too."""
    titles = either(row["word"] for row in table("honorifics"))
    levels = [row["word"] for row in table("unit-levels")]
    no_row = "".join(rf"(?<!\s{level})" for level in levels)  # "các xã, phường tổ chức"
    deeds = either(row["words"] for row in table("activity-relations") if row["place"] == "clause")
    does = rf"(?:đã|sẽ|vừa|đang|cũng|có|tăng|giảm|{deeds})\s"
    names = (
        rf",\s+(?=[{UPPER}]|{titles}\s+[{UPPER}]|{either(levels)}\s+[{UPPER}])"
        rf"|{no_row},\s+(?={either(levels)}\s+{does})|\s+do\s+(?=[{UPPER}])"
    )
    return stops("document-stops", names, _TIME_OF_DAY, _TO_WHOM, _ON_A_DAY)
