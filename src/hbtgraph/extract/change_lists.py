"""Lists of changes of posts: sentences behind an announcement that only tell who takes up which post."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from hbtgraph.extract.changes import Verb, dates_in, sentences_of_change, titles, verbs_in, without_posts
from hbtgraph.extract.context import Context, inside
from hbtgraph.model import AppointmentAction, Span

_MARK = re.compile(r"\s*(?:[-–+*•]|\d{1,2}[.)])?\s*")
_TAKES_UP = re.compile(
    r"(?<!tiếp tục )(?<!đang )(?<!hiện )(?:giữ|nhận|đảm nhiệm) (?:các )?(?:chức(?: vụ| danh)?|cương vị|nhiệm vụ)(?!\w)"
)
_TAKEN_UP = ("giữ chức", "giữ cương", "đảm nhiệm chức", "đảm nhiệm cương", "nhận chức", "nhận nhiệm vụ")
_STAFF = ("công tác cán bộ", "công tác nhân sự", "công tác tổ chức cán bộ")
_ANNOUNCED = re.compile(r"(?:công bố|trao)(?: [\w,]+){0,3} quyết định(?: (?:về|của|liên quan|đến))* $")
_BY_DECISION = re.compile(r"(?<![^\s“\"])Theo (?:các )?[Qq]uyết định(?: [^\s,;.]+){0,20}, ")
"""What opens a sentence of its own: "Theo quyết định của Chủ tịch UBND tỉnh, | ông A giữ chức Giám đốc X"."""

_BEFORE_STAFF = 60
_LONGEST_TITLE = 30
"""How far behind the mark of a line its name may stand, in code points."""


class Listed(Struct, frozen=True):
    """A sentence of a list: its change, told by the announcement, and the day that the announcement gives."""

    sentence: Span
    verb: Verb
    date: str | None


def listed(context: Context) -> Iterator[Listed]:
    """The sentences that go on with what an announcement told: "bổ nhiệm: - Ông A giữ chức X. - Bà B giữ chức Y"."""
    if not any(words in context.plain for words in _TAKEN_UP):
        return
    yield from _decided(context)
    sentences = context.sentences
    announced = set(filter(None, map(context.sentence_of, _announcements(context.plain))))
    headings = {*sentences_of_change(context), *announced}
    action: AppointmentAction | None = None
    date: str | None = None
    following = -1
    for heading in sorted(headings):
        at = bisect_left(sentences, heading)
        if at != following:
            action = date = None  # no announcement goes on over other sentences
        action = _announced(verbs_in(context, heading), action, told=heading in announced)
        date = _day(context, heading) or date
        following = at + 1
        while action and following < len(sentences) and sentences[following] not in headings:
            start = _name_at(context, sentences[following])
            if start is None:
                break
            yield Listed(sentences[following], Verb(Span(start, start), action, "to"), date)
            following += 1


def _decided(context: Context) -> Iterator[Listed]:
    """The sentences that tell by whose decision somebody takes up a post, without another verb."""
    for opener in _BY_DECISION.finditer(context.plain):
        sentence = context.sentence_of(opener.end())
        name = next(iter(inside(context.names, Span(opener.end(), sentence.end))), None) if sentence else None
        if sentence is None or name is None or without_posts(context, Span(opener.end(), name.span.start)).strip():
            continue
        takes_up = _TAKES_UP.search(context.plain, name.span.end, sentence.end)
        if takes_up and not verbs_in(context, Span(opener.end(), takes_up.end())):
            verb = Verb(Span(opener.end(), opener.end()), "appointed", "to")
            yield Listed(sentence, verb, _day(context, sentence))


def _announcements(text: str) -> Iterator[int]:
    """Where decisions on the staff are spoken of, without a word of what they change."""
    for staff in _STAFF:
        at = text.find(staff)
        while at >= 0:
            if _ANNOUNCED.search(text, max(0, at - _BEFORE_STAFF), at):
                yield at
            at = text.find(staff, at + 1)


def _announced(verbs: Sequence[Verb], before: AppointmentAction | None, *, told: bool) -> AppointmentAction | None:
    taken_up = [verb.action for verb in verbs if verb.side == "to"]
    if taken_up or verbs or not told:
        return taken_up[-1] if taken_up else None
    return before or "appointed"


def _day(context: Context, sentence: Span) -> str | None:
    days = [date.iso for date in dates_in(context, sentence) if len(date.iso) == len("2022-01-24")]
    return days[-1] if days else None


def _name_at(context: Context, sentence: Span) -> int | None:
    """Where the name is that a line begins with, titles aside, if the line says that its bearer takes up a post."""
    mark = _MARK.match(context.plain, sentence.start, sentence.end)
    start = mark.end() if mark else sentence.start
    name = next(iter(inside(context.names, Span(start, sentence.end))), None)
    if name is None or name.span.start > start + _LONGEST_TITLE:
        return None
    if titles().sub("", context.plain[start : name.span.start]).strip():
        return None
    return start if _TAKES_UP.search(context.plain, name.span.end, sentence.end) else None
