"""Prizes told by a list of results: "Giải nhất: Trường X; giải nhì: Trường Y và Trường Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hbtgraph.extract.context import Context
from hbtgraph.extract.honours import Honour
from hbtgraph.extract.recipients import Recipient, named_phrase, recipients_at
from hbtgraph.model import Span

_PRIZE = re.compile(r"(?:giải|huy chương|HC[VBĐ])(?!\w)", re.I)
_OPENS = re.compile(
    r"(?:[.;:,–\-+•\n]|(?<!\w)(?:có|trong đó|[Cc]hủ nhân(?: của)?)\s)\s*(?:và\s+)?(?:các\s+|đồng\s+|\d{1,2}\s+)?"
    r"(?:danh hiệu\s+)?$"
)
_GIVES = re.compile(
    r"(?:\s+(?:toàn đoàn|tập thể|cá nhân|cuộc thi|hội thi|của\s[^,;:.]{2,60}))?\s*(?::|là|gồm|gồm có)\s+(?:các\s+)?"
)
_TAIL = re.compile(r"[\s,;.]*(?:(?:và|các|đồng|hai|ba|bốn|năm|\d{1,3})(?:\s+|$))*$")
"""What stands before the next prize of a list and is no part of a winner's name: "đội X, | 02"."""


def before_next(text: str, start: int, end: int) -> int:
    """Where the words before the next honour end, its number and what joins it to the last left out."""
    tail = _TAIL.search(text, start, end)
    return tail.start() if tail else end


def listed_prizes(
    context: Context, sentence: Span, groups: list[list[Honour]]
) -> Iterator[tuple[Honour, Recipient, Span]]:
    """The honours that stand before a colon, or before "là", with those who got them."""
    text = context.plain
    for place, honours in enumerate(groups):
        prize = honours[-1]
        opens = prize.span.start == sentence.start or _OPENS.search(text, sentence.start, prize.span.start)
        gives = _GIVES.match(text, prize.span.end, sentence.end)
        if len(honours) > 1 or not opens or not gives:
            continue
        following = groups[place + 1][0].span.start if place + 1 < len(groups) else sentence.end
        end = before_next(text, gives.end(), following)
        winners = recipients_at(context, gives.end(), end)
        if _PRIZE.match(prize.name):
            winners = winners or named_phrase(context, gives.end(), end)
        else:  # "Cờ thi đua: 34 tập thể"; of other honours a list tells only how many
            winners = [one for one in winners if one.count]
        for winner in winners:
            yield prize, winner, Span(prize.span.start, winner.span.end)
