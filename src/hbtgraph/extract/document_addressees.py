"""To whom a document goes and who signed it: what may stand between its name and what it is about."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_issuers import body_at
from hbtgraph.extract.document_kinds import words_for
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span

_SIGNED = re.compile(r"[\s,(]{1,3}do\s[^.;:“”\"\n]{5,90}?\ský(?![\w,])")
_TO_ITS_SUBJECT = re.compile(r"[^.;:“”\"\n]{3,240}?(?=,?\s(?:về việc|v/v)\s)")
"""Addressees of whatever sort, to the words that say what is asked of them: "gửi các sở, quận, huyện | về việc"."""

_WHOSE = re.compile(r"\s\([^()\n]{2,40}\)")
_AT_A_MEETING = re.compile(
    rf"(?:(?:\s[{UPPER}][\w.]*){{2,4}})?\stại\s(?:cuộc họp|buổi làm việc|buổi họp|hội nghị)(?=\s(?:về|v/v)\s)"
    rf"|(?:\s[{UPPER}][\w.]*){{2,4}}(?=\s(?:về|v/v)\s)"
)
"""Who spoke and where, behind the body of a conclusion: "kết luận của Chủ tịch UBND tỉnh A B tại cuộc họp | về ..."."""

_AND = re.compile(r",\s|\svà\s")


def past_addressees(context: Context, sentence: Span, position: int) -> tuple[int, ...]:
    """Where what a document is about may begin, behind its signer and the bodies it goes to; the likelier first."""
    text = context.plain
    if not _may_follow().match(text, position, sentence.end):
        return ()
    if said := _AT_A_MEETING.match(text, position, sentence.end):
        return (said.end(),)
    signed = _SIGNED.match(text, position, sentence.end)
    position = signed.end() if signed else position
    sent = _sent().match(text, position, sentence.end)
    if not sent:
        return (position,) if signed else ()
    bodies = _behind_bodies(context, sentence, sent.end())
    further = _TO_ITS_SUBJECT.match(text, sent.end(), sentence.end)
    return (*((bodies,) if bodies else ()), *((further.end(),) if further else ()))


def _behind_bodies(context: Context, sentence: Span, position: int) -> int | None:
    """Where a list of bodies that begins here ends, what each belongs to in brackets passed over."""
    end = None
    while body := body_at(context, sentence, position):
        whose = _WHOSE.match(context.plain, body[1], sentence.end)
        end = whose.end() if whose else body[1]
        if not (more := _AND.match(context.plain, end, sentence.end)):
            break
        position = more.end()
    return end


@cache
def _sent() -> re.Pattern[str]:
    """How a document goes to somebody: "hỏa tốc gửi tới ...", "lên ..."."""
    return re.compile(
        rf"[\s,)]{{1,3}}(?:(?:hỏa tốc|khẩn)\s+)?(?:(?:báo cáo|{words_for('sends')})(?:\s+(?:lên|tới|đến|cho))?|lên)\s+"
    )


@cache
def _may_follow() -> re.Pattern[str]:
    """How what may follow a document begins, asked first: it does behind few."""
    return re.compile(rf"[\s,()]{{1,3}}(?:do|hỏa tốc|khẩn|báo cáo|{words_for('sends')}|lên|tại|[{UPPER}])")
