"""Who issued a document and on what day, as the clause around it tells."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_kinds import words_for
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.plans import plain_year
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import find_dates
from hbtgraph.vietnamese.numbers import either

OF = re.compile(r"[\s,)]{1,3}của\s+")
_LONGEST_NAME = 200
_COUNT = r"(?:\s+(?:các|một|nhiều|hai|ba|bốn))?"
_CLAUSE = r"(?:[^,;:.]|(?<=TP)\.|\.(?=\w))"
_DOES = re.compile(rf",?\s{_CLAUSE}{{5,90}}(?:,\s{_CLAUSE}{{5,60}})?")
"""From a day at the head of a clause to what is done on it, by one body or two."""
_SINCE = re.compile(r"(?<!\w)(?:từ|đến|tới|trước|sau)\s(?:ngày\s|tháng\s|năm\s)?$")
"""Before a day of something else, where no comma closes a clause's head: "tăng phí từ ngày 1/8 UBND tỉnh ..."."""
_HEAD = re.compile(r"(?:[,;:“(]|(?<!\w)(?:đây|nay|qua|đó|này|và|do))\s*$")
"""Before a unit that acts, not one that ends the name of a body."""
_IN_IT = re.compile(r"\s(?:đã\s)?(?:nêu\s|ghi\s)?tại\s|\s\((?:theo\s)?")
_IN = re.compile(r"(?:(?:[,;:]|(?<!\w)đó)\s(?:tại|trong)|(?<!\w)(?:Tại|Trong))\s(?:nội dung\s)?$")
_SO_SAYS = re.compile(r"(?:\)|\sgửi\s[^,;:.()]{3,60})?,\s")
_ACTS = re.compile(r"\s(?!và\s|cùng\s|thì\s|được\s)[a-zà-ỹ]")


def body_at(context: Context, sentence: Span, position: int) -> tuple[str, int] | None:
    """The body named at this place, a post before it kept ("Chủ tịch UBND quận X"), and where the name ends."""
    if body := doer_at(context, position, sentence.end):
        return body.full, body.span.end
    post = _posts().match(context.plain, position, sentence.end)
    if post and (body := doer_at(context, post.end(), sentence.end)):
        return post[0] + body.full, body.span.end
    alone = _own_posts().match(context.plain, position, sentence.end)
    return (alone[0], alone.end()) if alone else None


def issuer_before(context: Context, sentence: Span, start: int) -> str | None:
    """The body that issues what stands at `start`: "UBND quận X đã ban hành ..."."""
    for body in reversed(inside(context.bodies, Span(sentence.start, start))):
        between = context.plain[body.span.end : start]
        if between.startswith(")"):
            continue  # "Cục Thuế (Bộ Tài chính) đã ban hành": where the issuer belongs
        if _issues().fullmatch(between):
            return _with_post(context, sentence, body)
    for unit in reversed(inside(context.units, Span(sentence.start, start))):
        near = _issues_directly().fullmatch(context.plain, unit.span.end, start)
        at_head = unit.span.start == sentence.start or behind(_HEAD, context.plain, sentence.start, unit.span.start)
        if near and at_head:
            return unit.text
    alone = (one for one in _own_posts().finditer(context.plain, sentence.start, start))
    issued = next((one[0] for one in alone if _issues().fullmatch(context.plain, one.end(), start)), None)
    return issued or _whose_word(context, sentence, start)


def issuer_behind(context: Context, sentence: Span, named: Span, end: int) -> str | None:
    """Who says what stands in it: "tại Công văn số 12 ngày 9/3, UBND quận X yêu cầu ..."."""
    if not behind(_IN, context.plain, sentence.start, named.start):
        return None
    if not (says := _SO_SAYS.match(context.plain, end, sentence.end)):
        return None
    body = body_at(context, sentence, says.end())
    return body[0] if body and _ACTS.match(context.plain, body[1], sentence.end) else None


def _whose_word(context: Context, sentence: Span, start: int) -> str | None:
    """Who directs or approves by it: "theo chỉ đạo của UBND quận X tại | công văn ..."."""
    near = max(sentence.start, start - _LONGEST_NAME)
    for word in _word_of().finditer(context.plain, near, start):
        body = body_at(context, sentence, word.end())
        if body and _IN_IT.fullmatch(context.plain, body[1], start):
            return body[0]
    for organ in reversed(inside(context.bodies, Span(near, start))):
        if _approved_in().fullmatch(context.plain, organ.span.end, start):
            return _with_post(context, sentence, organ)
    return None


def _with_post(context: Context, sentence: Span, body: Mention) -> str:
    """The body with the post before it: "Chủ tịch UBND quận X"."""
    post = _posts_before().search(context.plain, sentence.start, body.span.start)
    return (f"{post[1]} " if post else "") + body.full


def day_before(context: Context, sentence: Span, start: int) -> str | None:
    """The day on which a body that stands before it issues a document: "Ngày 10-8-2004, UBND tỉnh ban hành ..."."""
    days = list(find_dates(context.plain, Span(sentence.start, start), context.date, context.once(plain_year)))
    if not days or not _DOES.fullmatch(context.plain, days[-1].span.end, start):
        return None
    head = context.plain.startswith(",", days[-1].span.end)
    since = behind(_SINCE, context.plain, sentence.start, days[-1].span.start)
    return days[-1].iso if head or not since else None


@cache
def _issues() -> re.Pattern[str]:
    """From behind the issuer to the document: "UBND quận X đã ban hành ..."."""
    verbs = either(row["word"] for row in table("document-issue-verbs"))
    return re.compile(rf"[^,;:.]{{0,60}}?\s(?:{verbs}){_COUNT}\s*(?:“\s*)?")


@cache
def _issues_directly() -> re.Pattern[str]:
    """The same behind a unit alone, whose name stands for its government: "Hà Nội vừa ban hành ..."."""
    verbs = either(row["word"] for row in table("document-issue-verbs"))
    return re.compile(rf"(?:\s(?:đã|vừa|mới|cũng|sẽ|từng))*\s(?:{verbs}){_COUNT}\s*(?:“\s*)?")


@cache
def issued() -> re.Pattern[str]:
    """From behind the issuer to the end of the verb: "do UBND quận X ban hành"."""
    verbs = either(row["word"] for row in table("document-issue-verbs"))
    return re.compile(rf"\s+(?:đã\s+|vừa\s+)?(?:{verbs}|cấp)(?!\w)")


@cache
def _post_words() -> str:
    return either(row["post"] for name in ("agent-posts", "document-posts") for row in table(name))


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(rf"(?:{_post_words()})\s+", re.I)


@cache
def _own_posts() -> re.Pattern[str]:
    """Posts that issue by themselves: "Thủ tướng"."""
    own = either(row["post"] for row in table("document-posts") if row["body"] == "own")
    return re.compile(rf"(?<!\w)(?:{own})(?!\w)")


@cache
def _posts_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_post_words()})\s+$", re.I)


@cache
def _word_of() -> re.Pattern[str]:
    """From what somebody says to who: "theo chỉ đạo về việc ấy của | UBND quận X"."""
    return re.compile(rf"(?<!\w)(?:{words_for('says')})(?:\s\w+){{0,7}}?\scủa\s", re.I)


@cache
def _approved_in() -> re.Pattern[str]:
    """From who approves something to the document that says so: "được UBND quận X phê duyệt tại | quyết định ..."."""
    return re.compile(
        rf"\s(?:đã\s|vừa\s)?(?:{words_for('approves')})"
        r"(?:(?:\s[^\s,;:.()]+){0,4}?\stheo\s|(?:\s[^\s,;:.()]+){0,12}?\s(?:(?:tại|bằng)\s|\((?:theo\s)?))"
    )
