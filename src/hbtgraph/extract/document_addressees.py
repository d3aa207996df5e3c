"""To whom a document goes and who signed it: what may stand between its name and what it is about."""

from __future__ import annotations

import re

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import listed_at
from hbtgraph.model import Span

_SIGNED = re.compile(r"[\s,(]{1,3}do\s[^.;:“”\"\n]{5,90}?\ský(?!\w)")
_SENT = re.compile(
    r"[\s,)]{1,3}(?:(?:hỏa tốc|khẩn)\s+)?(?:gửi|gởi|trình|báo cáo|trả lời|phúc đáp|điện)(?:\s+(?:lên|tới|đến|cho))?\s+"
)
_TO_ITS_SUBJECT = re.compile(r"[^.;:“”\"\n]{3,240}?(?=,?\s(?:về việc|v/v)\s)")
"""Addressees of whatever sort, to the words that say what is asked of them: "gửi các sở, quận, huyện | về việc"."""


def past_addressees(context: Context, sentence: Span, position: int) -> tuple[int, ...]:
    """Where what a document is about may begin, behind its signer and the bodies it goes to; the likelier first."""
    text = context.plain
    signed = _SIGNED.match(text, position, sentence.end)
    position = signed.end() if signed else position
    sent = _SENT.match(text, position, sentence.end)
    if not sent:
        return (position,) if signed else ()
    bodies = listed_at(context, sent.end(), sentence.end)
    further = _TO_ITS_SUBJECT.match(text, sent.end(), sentence.end)
    return (*((bodies[-1].span.end,) if bodies else ()), *((further.end(),) if further else ()))
