"""Where an occasion takes place, by the sentence that names it."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, with_wholes
from hbtgraph.extract.event_names import next_speaker
from hbtgraph.extract.phrases import behind, trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone, either

_FAR = 240
"""How far before its name an occasion's place may begin, in code points."""

_TO_PLACE = re.compile(r"(?:[,;:)–•\d-]\s*|(?<!\w)(?:nay|qua|ngày|cũng|lễ)\s+)$", re.I)
"""What stands before the "tại" of a sentence's own place: its head, a comma, a day."""

_ELSEWHERE = re.compile(
    r"(?:đại sứ|lãnh sự|đại sứ quán|tổng lãnh sự)\s[^,]{0,40}$"
    r"|\s(?:hy sinh|hi sinh|sinh sống|cư trú|công tác|theo học|học tập)$",
    re.I,
)
"""Before "tại" and the country where somebody is an envoy, or the place where those named died or live."""

_PRESENTED = re.compile(r"họp báo\s(?:giới thiệu|về|công bố|thông tin)\s[^.;:]*$")
"""Before the occasions that a press conference is about."""

_TOLD_BEFORE = (" này", " đó", " trên", " ấy")
"""How a place ends that was named before."""


_WORK_AT = re.compile(r"[^,]{0,30}(?:làm việc|công tác|,\slàm việc)\s(?:tại|ở)\s", re.I)
"""Up to the place of a visit that is named by it: "thăm và làm việc tại | tỉnh X"."""

_AT = re.compile(r"[tT](?<!\w.)ại(?!\w)")


def place_of(context: Context, sentence: Span, name: Span) -> Span | None:
    """Where: the "tại ..." behind the name, or the one at the head of the sentence; of what is held that one first."""
    places = (_place_before, _place_behind)
    held = behind(held_before(), context.plain, sentence.start, name.start)
    for find in places if held else reversed(places):
        if match := find(context, sentence, name):
            return _whole_place(context, sentence, match)
    there = _WORK_AT.match(context.plain, name.start, name.end)
    worked = doer_at(context, there.end(), sentence.end) if there else None
    return worked.span if worked else None


def _place_behind(context: Context, sentence: Span, name: Span) -> re.Match[str] | None:
    if _ELSEWHERE.search(context.plain, name.start, name.end):
        return None
    gap = _to_place_behind().match(context.plain, name.end, sentence.end)
    return _place_at(context, gap.end(), sentence.end) if gap else None


def _place_before(context: Context, sentence: Span, name: Span) -> re.Match[str] | None:
    start = max(sentence.start, name.start - _FAR)
    if is_aside(context, sentence, name):
        return None
    for at in _AT.finditer(context.plain, start, name.start):
        if heads_clause(context, sentence, at.start(), _TO_PLACE):
            return _place_at(context, at.start(), name.start)
    return None


def _place_at(context: Context, start: int, end: int) -> re.Match[str] | None:
    match = _place_pattern().match(context.plain, start, end)
    return None if match and occasion().match(context.plain, match.start("place"), end) else match


def _whole_place(context: Context, sentence: Span, match: re.Match[str]) -> Span | None:
    """The place as written, with the units behind it that it lies in: "xã X, huyện Y", "xã X (huyện Y)"."""
    text = context.plain
    stop = _place_end().search(text, match.start("place"), match.end())
    written = Span(match.start("place"), stop.start() if stop else match.end())
    span = trimmed(text, Span(written.start, next_speaker(context, sentence, written)))
    if span.start >= span.end or text.endswith(_TOLD_BEFORE, span.start, span.end):
        return None
    return with_wholes(context, span, sentence.end)


def is_aside(context: Context, sentence: Span, name: Span) -> bool:
    """Whether the sentence tells of something else, and of this occasion beside it: "trước kỳ họp thứ 4"."""
    text = context.plain
    presented = _PRESENTED.search(text, sentence.start, name.start)
    return presented is not None or behind(_asides(), text, sentence.start, name.start) is not None


def heads_clause(context: Context, sentence: Span, position: int, before: re.Pattern[str]) -> bool:
    """Whether this place is the head of the sentence, or stands behind what may come before it."""
    return position == sentence.start or behind(before, context.plain, sentence.start, position) is not None


@cache
def held_before() -> re.Pattern[str]:
    """A verb of holding directly before a name."""
    words = either(row["verb"] for row in table("event-verbs") if row["sense"] == "hold")
    manner = r"(?:các|thành công|trọng thể|long trọng|trang trọng)"
    return re.compile(rf"(?<!\w)(?<!ban )(?:{words})\s+(?:{manner}\s+)?[“\"]?$", re.I)


@cache
def _asides() -> re.Pattern[str]:
    words = alone(row["word"] for row in table("event-words") if row["part"] == "before")
    return re.compile(rf"{words}\s+$")


@cache
def _place_pattern() -> re.Pattern[str]:
    """ "tại" with what begins like a place: a capital letter, or a word such as "hội trường"."""
    words = either(row["word"] for row in table("event-places") if row["part"] == "begins")
    place = rf"(?:[{UPPER}]|(?:{words})\s)(?<!xã\s(?=hội))(?:[^,;.:()\n]|\.(?=\w)){{1,90}}"
    return re.compile(rf"(?:[tT]ại|ở)\s+(?P<place>{place})")


@cache
def _place_end() -> re.Pattern[str]:
    words = either(row["word"] for row in table("event-places") if row["part"] == "ends")
    return re.compile(rf"\s(?:{words})\s|\svà\s(?={occasion().pattern})")


@cache
def _to_place_behind() -> re.Pattern[str]:
    """What may stand between a name and the "tại" of its place: days, verbs of taking place, who holds it."""
    words = either(row["word"] for row in table("event-places") if row["part"] == "between")
    day = r"\d[\d/.-]*+"
    holder = r"(?:do|được)\s[^,.;:\n]{1,120}?\s(?:tổ chức|chủ trì)"
    aside = r"\s*+\((?![^()\n]{0,40}(?:tại|ở)\s)[^()\n]{1,60}\)"
    told = rf"(?:{aside})?+(?:,?\s*+\(?(?:{holder}|(?:{words})(?!\w)|{day}))*+"
    return re.compile(rf"{told}\s*,?\s*(?=(?:tại|ở)\s)")


@cache
def occasion() -> re.Pattern[str]:
    """A word that opens the naming of an occasion."""
    return re.compile(alone((row["head"] for row in table("event-heads")), before=r"\w-"))
