"""Bodies and units that act: whose name begins here, and who stands before a verb or after "do" and "được"."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_LONGEST_NAME, _LONGEST_LIST = 200, 500
_AND = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:,|-|–|và|cùng|phối hợp với|phối hợp cùng)\s*(?:với\s+)?")
_HEAD = re.compile(r"(?:[,;:(–-]|\d|(?<!\w)(?:và|cùng|với|lãnh đạo|các|do|được))\s$|^", re.I)
"""What may stand before a further member of a list: "tại Nhà văn hóa phường X, UBND quận Y" is no list."""

_NARROWEST = 9
"""Above every rank of a unit: of a place that ends in none."""

_ACTS = re.compile(
    r"\s+(?:đã\s+|sẽ\s+|vừa\s+)?(?:long trọng\s+|trọng thể\s+|trang trọng\s+)?"
    r"(?:tổ chức|phối hợp|có|ban hành|yêu cầu|đề nghị|chỉ đạo|giao|đầu tư)(?!\w)"
)
_MORE_PLACE = re.compile(r",\s+|\s+\(")
_AT = re.compile(r"(?<!\w)(?:tại|ở|của|từ)\s$", re.I)


@cache
def auxiliaries() -> re.Pattern[str]:
    """What may stand between who acts and the verb: brackets, then words of time and manner, "tổ chức lễ"."""
    words = either(row["word"] for row in table("event-auxiliaries"))
    return re.compile(rf"\s*(?:\([^()]{{1,60}}\)\s*)?(?:(?:{words})\s+)*")


@cache
def _to_verb() -> re.Pattern[str]:
    """What may stand between who acts and the verb, others with them among it: "UBND quận X và các đoàn thể đã"."""
    others = rf"(?:các|một số)\s[a-zà-ỹ][a-zà-ỹ, ]{{2,60}}|[{UPPER}][\w&.-]*(?:\s[{UPPER}][\w&.-]*){{0,5}}"
    joint = r"(?:và|cùng|cùng với|phối hợp|phối hợp với|phối hợp cùng)"
    term = r"(?:,?\s(?:khóa|nhiệm kỳ)\s[IVXL\d]+(?:\s?[–-]\s?\d+)?)*"
    return re.compile(
        rf"{term}(?:\s*(?:\([^()]{{1,60}}\)\s*)?{joint}\s+(?:{others})(?=\s))?(?:,(?=\s(?:đã|vừa)\s))?{auxiliaries().pattern}"
    )


def doers(context: Context, span: Span) -> tuple[Mention, ...]:
    """Bodies and units that can act, in order; a unit inside the name of a body is none."""
    organs = inside(context.bodies, span)
    alone = (unit for unit in inside(context.units, span) if not any(unit.span.meets(organ.span) for organ in organs))
    return tuple(sorted((*organs, *alone), key=lambda mention: mention.span))


def doer_at(context: Context, position: int, limit: int) -> Mention | None:
    """The body or unit whose name begins at this place."""
    if position not in context.once(_starts):
        return None
    near = doers(context, Span(position, min(limit, position + _LONGEST_NAME)))
    return next((mention for mention in near if mention.span.start == position), None)


def _starts(context: Context) -> frozenset[int]:
    """Where names of bodies and units begin: hardly a word that is asked about."""
    return frozenset(mention.span.start for mention in (*context.bodies, *context.units))


def listed_before(context: Context, start: int, end: int) -> list[Mention]:
    """The list of bodies and units directly before a verb that begins at `end`: "Quận ủy, UBND quận X đã ..."."""
    text = context.plain
    listed: list[Mention] = []
    for mention in reversed(doers(context, Span(max(start, end - _LONGEST_LIST), end))):
        if (_AND if listed else _to_verb()).fullmatch(text, mention.span.end, end):
            if behind(_AT, text, start, mention.span.start):
                break
            if listed and not (mention.span.start == start or behind(_HEAD, text, start, mention.span.start)):
                break
            listed.insert(0, mention)
            end = mention.span.start
        elif listed and text[mention.span.start - 1] != "(":  # "UBND quận X (thành phố Y) và Sở Z"
            break
    return listed or _generic_before(context, start, end)


def _generic_before(context: Context, start: int, end: int) -> list[Mention]:
    """ "Quận cũng sẽ ...": a unit by its level alone, at the head of its clause, is the one that the article means."""
    found = behind(_generic(), context.plain, start, end)
    if found is None:
        return []
    span = Span(*found.span("unit"))
    words = span.of(context.text)
    full = context.complete(words[0].lower() + words[1:], span.start)
    return [Mention(span=span, text=words, full=full)] if " " in full else []


def listed_at(context: Context, position: int, limit: int) -> list[Mention]:
    """The list of bodies and units that begins here: "do UBND thành phố phối hợp với Sở Y tế tổ chức"."""
    first = doer_at(context, position, limit)
    listed = [first] if first else []
    for mention in doers(context, Span(first.span.end, limit)) if first else ():
        if not _AND.fullmatch(context.plain, listed[-1].span.end, mention.span.start):
            break
        listed.append(mention)
    return listed


def with_wholes(context: Context, place: Span, limit: int) -> Span:
    """The place with the units behind it, each wider than the one before: "xã X, huyện Y", "xã X (huyện Y)".

    A unit before a verb is who acts.
    """
    text, end, opened = context.plain, place.end, False
    parts = inside(context.units, place)
    rank = parts[-1].rank if parts and parts[-1].span.end == end else _NARROWEST
    while more := _MORE_PLACE.match(text, end, limit):
        near = inside(context.units, Span(more.end(), min(limit, more.end() + _LONGEST_NAME)))
        if not near or near[0].span.start != more.end() or (opened and "(" in more[0]):
            break
        if near[0].rank >= rank or _ACTS.match(text, near[0].span.end, limit):
            break
        end, rank, opened = near[0].span.end, near[0].rank, opened or "(" in more[0]
    if opened:
        end = end + 1 if text.startswith(")", end) else place.end
    return Span(place.start, end)


@cache
def _generic() -> re.Pattern[str]:
    levels = either(row["word"] for row in table("unit-levels"))
    return re.compile(rf"(?:^|(?<=[,;:.]\s)|(?<=[“\"\n]))(?P<unit>{levels}){auxiliaries().pattern}$", re.I)


def joined(mentions: list[Mention]) -> str | None:
    """The names of a list as a field has them, None for an empty one."""
    return ", ".join(mention.full for mention in mentions) or None


def wider(one: str | None, other: str | None) -> str | None:
    """Of who acts by two mentions the first, but bodies before the bare name of their unit.

    "UBND TP Đà Nẵng" says more than "Đà Nẵng".
    """
    return other if other and (not one or other.endswith(f" {one}")) else one
