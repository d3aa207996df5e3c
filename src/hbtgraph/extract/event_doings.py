"""Occasions told by a verb: "Ngày 7/2, Sở Y tế đã làm việc với UBND quận X" is a meeting, though no noun names it."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, doers
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_DONE = re.compile(r"(?<!\w)(?:đã|vừa|có)\s$", re.I)
_WITH = re.compile(r"\s+(?:trực tiếp\s+)?(?:với|cử tri)\s")
_THERE = re.compile(r"(?<!\w)(?:đã|vừa)\s(?:(?:đến|tới|đi|về|tiếp tục|cùng|trực tiếp)\s){0,2}$", re.I)
"""Before a verb that tells what somebody who came did."""

_ORGANIZED = re.compile(r"(?<!\w)(?<!ban )tổ chức\s$", re.I)
_PARTNER = re.compile(r"\s+(?:trực tiếp\s+)?(?:với\s+(?:(?:các\s+)?(?:lãnh đạo|đại diện|tập thể)\s+)?|(?=cử tri\s))")
_VOTERS = re.compile(r"cử tri\s")
_DAY = re.compile(
    r"(?<!\w)(?:Sáng|Trưa|Chiều|Tối|Đêm|Ngày|Hôm|Cùng)(?:\s+(?:sớm|tối|ngày|nay|qua))*[\s(]+(?:\d|nay|qua|ngày)"
)
"""At the head of a sentence, in the words of the press: "Chiều 13/5", "Sáng nay", "Cùng ngày"."""

_LONGEST = 300
"""How far behind its day the verb may stand, in code points."""


def is_called(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether a verb is an occasion's: "quận đã làm việc với Sở Y tế", where "tại buổi làm việc" follows."""
    text = context.plain
    done = behind(_DONE, text, sentence.start, verb.start()) and _WITH.match(text, verb.end(), sentence.end)
    return bool(done) and context.once(_called).get(key(verb[0]), 0) > verb.end()


def meets(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether officials met a body or voters on a day: "Chiều 13/5, đoàn đại biểu X đã tiếp xúc với cử tri quận Y"."""
    text = context.plain
    partner = _PARTNER.match(text, verb.end(), sentence.end)
    if not partner or not behind(_THERE, text, sentence.start, verb.start()):
        return False
    there = _VOTERS.match(text, partner.end()) or doer_at(context, partner.end(), sentence.end)
    return there is not None and _on_a_day(context, sentence, verb.start())


def inspects(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether officials went to see something on a day: "Ngày 7/2, Ban X đã khảo sát công tác quản lý lễ hội"."""
    text = context.plain
    if not _inspected().match(text, verb.end(), sentence.end):
        return False
    return bool(behind(_THERE, text, sentence.start, verb.start())) and _on_a_day(context, sentence, verb.start())


def is_organized(context: Context, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether a body held on a day what the verb tells: "Sáng 8/2, Sở X tổ chức khởi công cầu vượt"."""
    organized = behind(_ORGANIZED, context.plain, sentence.start, verb.start())
    return bool(organized) and _on_a_day(context, sentence, verb.start())


def _on_a_day(context: Context, sentence: Span, position: int) -> bool:
    """Whether a day, then who acts by office, stand before this place, and nobody who only tells of it."""
    text = context.plain
    days = list(_DAY.finditer(text, max(sentence.start, position - _LONGEST), position))
    if not days:
        return False
    between = Span(days[-1].end(), position)
    if _tells().search(text, between.start, between.end):
        return False
    return bool(doers(context, between) or inside(context.posts, between))


def _called(context: Context) -> dict[str, int]:
    """Of each verb that the article makes an occasion, where it last does so."""
    return {key(match["head"]): match.start() for match in _calls().finditer(context.plain)}


@cache
def _calls() -> re.Pattern[str]:
    verbs = either(row["head"] for row in table("event-heads") if row["when"] in ("held", "told"))
    return re.compile(rf"[bBcC](?<!\w.)(?:uổi|uộc)\s+(?P<head>{verbs})(?!\w)")


@cache
def _inspected() -> re.Pattern[str]:
    """What is inspected: "công tác ...", "tình hình ..."; a car or a bag is police work."""
    words = either(row["word"] for row in table("event-words") if row["part"] == "inspected")
    return re.compile(rf"\s+(?:{words})\s", re.I)


@cache
def _tells() -> re.Pattern[str]:
    """Words of who tells what others did, whose the day is, or an end of the clause."""
    words = either(row["word"] for row in table("speech-verbs") if row["kind"] == "say" and " " in row["word"])
    return re.compile(rf"[;:]|(?<!\w)(?:{words})(?!\w)")
