"""Who is honoured: named people and bodies, counted groups, groups described."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at, doers
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import behind, phrase, plain, stops
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.names import has_surname
from hbtgraph.vietnamese.numbers import NumberMention, either, find_numbers

_PLURAL = re.compile(r"\s*(?:các|những|toàn thể|mỗi|cho)\s+", re.I)
_JOINT = re.compile(r"(?:\s+\([^()]{1,60}\))?\s*(?:,|;|và|cùng)\s+(?:và\s+)?")
_PRONOUN = re.compile(r"\s*(?P<who>em|cháu|ông|bà)(?=\s*(?:[.,;:)]|$|vì\s|về\s|và\s))", re.I)
_SUBJECT = re.compile(r"(?P<who>ông|bà|em|anh|chị|cháu)\s+(?=(?:\w+\s+){0,2}(?:được|đạt|giành|đoạt|nhận))", re.I)
_ALSO = re.compile(r"(?P<and>\s(?:và|cùng)\s+)(?:ông|bà|đồng chí|em|anh|chị)\s", re.I)
_NEXT_GROUP = re.compile(r"\s*(?:,|;|và|cùng)\s+(?=\d)")
_RUN = re.compile(rf"(?<!\w)[{UPPER}]\w+(?: [{UPPER}]\w+){{1,3}}(?!\w)")
_WHOSE = re.compile(
    r"(?P<unit>(?:tỉnh|thành phố|TP|quận|huyện|xã|phường)\.?\s[^,.;:]{2,30}?)"
    r"\s+(?:hiện\s+|đã\s+)*có(?:\s+tới|\s+thêm)?\s*$"
)
_BEFORE_NAME = 60
"""How far a name may stand behind the words of its bearer's post, in code points."""
_LONGEST = 30
"""The most words of a group's description."""


class Recipient(Struct, frozen=True):
    """A recipient as the record has it, and where it stands."""

    text: str
    span: Span
    count: int | None = None
    named: bool = False


def recipients_at(context: Context, start: int, limit: int) -> list[Recipient]:
    """The recipients whose naming begins at `start`, one after another; empty where none does."""
    if plural := _PLURAL.match(context.plain, start, limit):
        start = plural.end()
    counted = list(_counted(context, start, limit))
    return counted or _listed(context, start, limit) or _pronoun(context, start, limit) or _group(context, start, limit)


def recipient_before(context: Context, start: int, end: int, reach: int) -> Recipient | None:
    """The person named, or group counted, last before `end`, at most `reach` away: the subject of "được tặng", "đạt".

    A pronoun at the head of the sentence is the person named last before it.
    """
    text = context.plain
    near = Span(max(start, end - reach), end)
    people = [_of(name) for name in _people(context, Span(start, end)) if name.span.end > near.start]
    groups = [group for number in find_numbers(text, near) if (group := _one_group(context, number, end))]
    found = max((*people, *groups), key=lambda one: one.span.start, default=None)
    if found:
        unnamed = _plural_group().search(text, found.span.end, end)
        return None if unnamed else found
    pronoun = _SUBJECT.match(text, start)
    return _meant(context, pronoun) if pronoun and not _people(context, Span(start, end)) else None


def _meant(context: Context, pronoun: re.Match[str]) -> Recipient | None:
    """Whom "em" or "ông" stands for: the last one before who was called so, else the last one named."""
    before = [name for name in context.names if name.span.end <= pronoun.start()]
    called = [
        name
        for name in before
        if context.plain[max(0, name.span.start - 8) : name.span.start]
        .lower()
        .rstrip()
        .endswith(pronoun["who"].lower())
    ]
    chosen = (called or before)[-1:]
    return Recipient(text=chosen[0].full, span=Span(*pronoun.span("who")), named=True) if chosen else None


def _of(mention: Mention) -> Recipient:
    return Recipient(text=mention.full or mention.text, span=mention.span, named=True)


def _counted(context: Context, start: int, limit: int) -> Iterator[Recipient]:
    """ "5 tập thể và 12 cá nhân có thành tích ...": each group with its number."""
    text, position = context.plain, start
    while position < limit:
        number = next(find_numbers(text, Span(position, limit)), None)
        if number is None or text[position : number.whole.start].strip() or number.percent:
            return
        group = _one_group(context, number, limit)
        if group is None:
            return
        yield group
        following = _NEXT_GROUP.match(text, group.span.end, limit)
        position = following.end() if following else limit


def _one_group(context: Context, number: NumberMention, limit: int) -> Recipient | None:
    text = context.plain
    if number.value != int(number.value) or not _group_noun().match(text, number.span.end, limit):
        return None
    end = next((match.start() for match in _NEXT_GROUP.finditer(text, number.span.end, limit)), limit)
    described = phrase(text, number.span.end, end, stops("award-stops"))
    words = plain(described.of(context.text))
    if (whose := _WHOSE.search(text, max(0, number.whole.start - 60), number.whole.start)) and len(words.split()) < 3:
        words = f"{words} {whose['unit']}"
    return (
        Recipient(text=words, span=Span(number.span.start, described.end), count=int(number.value)) if words else None
    )


def _listed(context: Context, start: int, limit: int) -> list[Recipient]:
    """ "ông A, bà B và Công ty C": people after their titles and posts, bodies where they begin."""
    found: list[Recipient] = []
    position = start
    while mention := _named_at(context, position, limit):
        found.append(_of(mention))
        joint = _JOINT.match(context.plain, mention.span.end, limit)
        if not joint:
            break
        position = joint.end()
    return found + (_after_posts(context, found[-1].span.end, limit) if found else [])


def _is_namesake(context: Context, start: int) -> bool:
    return behind(_named_after(), context.plain, 0, start) is not None


def _after_posts(context: Context, position: int, limit: int) -> list[Recipient]:
    """ "ông A, nguyên Vụ trưởng ... và ông B": whoever else is named after "và" with a title."""
    if context.plain[position : position + 1] != ",":
        return []
    for also in _ALSO.finditer(context.plain, position, limit):
        if mention := _named_at(context, also.end("and"), limit):
            return [_of(mention)]
    return []


def _named_at(context: Context, position: int, limit: int) -> Mention | None:
    """The person or body named here, with nothing but titles and posts in front."""
    for mention in _people(context, Span(position, min(limit, position + _BEFORE_NAME))):
        if _titles().fullmatch(context.plain, position, mention.span.start):
            return mention
    return doer_at(context, position, limit)


def _people(context: Context, span: Span) -> list[Mention]:
    """The people named, also by two syllables, which only the place before or behind a verb of honouring tells."""
    known = [name for name in inside(context.names, span) if not _is_namesake(context, name.span.start)]
    for match in _RUN.finditer(context.plain, span.start, span.end):
        at = Span(*match.span())
        taken = any(at.meets(other.span) for other in (*known, *doers(context, span)))
        if not taken and has_surname(match[0]) and not _is_namesake(context, at.start):
            known.append(Mention(span=at, text=at.of(context.text), full=at.of(context.text)))
    return sorted(known, key=lambda mention: mention.span)


def _pronoun(context: Context, start: int, limit: int) -> list[Recipient]:
    pronoun = _PRONOUN.match(context.plain, start, limit)
    meant = _meant(context, pronoun) if pronoun else None
    return [meant] if meant else []


def _group(context: Context, start: int, limit: int) -> list[Recipient]:
    text = context.plain
    if not _group_noun().match(text, start, limit):
        return []
    described = phrase(text, start, limit, stops("award-stops"))
    words = plain(described.of(context.text))
    return [Recipient(text=words, span=described)] if 2 <= len(words.split()) <= _LONGEST else []


@cache
def _named_after() -> re.Pattern[str]:
    """Words before the name of a person that is the name of something else, or of whom one follows."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "namesake")
    return re.compile(rf"(?:{words})\s$", re.I)


@cache
def _group_noun() -> re.Pattern[str]:
    people = {row["word"] for row in table("group-kinds")} | {row["noun"] for row in table("award-recipients")}
    return re.compile(rf"\s*(?:{either(people)})(?!\w|\s(?:lễ|hội nghị|cuộc|buổi)\s)", re.I)


@cache
def _plural_group() -> re.Pattern[str]:
    """ "các tập thể": a group of unknown number that stands nearer to the verb than whoever is named."""
    return re.compile(rf"(?<!\w)(?:các|những|nhiều){_group_noun().pattern}", re.I)


@cache
def _titles() -> re.Pattern[str]:
    """Titles, posts and small-letter words before a name; no verb, no stop."""
    titles = either(row["word"] for row in table("honorifics"))
    others = either(row["word"] for row in table("award-titles"))
    return re.compile(rf"\s*(?:(?:{titles})[.\s]+|(?:{others})(?:\s+ông)?[,\s]+)*", re.I)
