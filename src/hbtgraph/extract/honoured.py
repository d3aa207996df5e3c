"""Who is honoured where the honoured stands before the verb: "X được tặng ...", "X đạt ..."."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from hbtgraph.extract.award_people import people
from hbtgraph.extract.conferral import verbs
from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doers
from hbtgraph.extract.phrases import plain, trimmed
from hbtgraph.extract.recipients import (
    Recipient,
    bearer,
    group_at,
    group_noun,
    listed,
    meant,
    of_mention,
    plural_group,
    titles,
)
from hbtgraph.extract.words import UPPER
from hbtgraph.extract.works import work_noun, works_at
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either, find_numbers

_MASKED = re.compile(r"“[^”\n]{0,300}+”|\"[^\"\n]{0,300}+\"|‘[^’\n]{0,300}+’|\([^()\n]{0,200}+\)")
_BREAK = re.compile(
    r"[;:…]|(?<!\w)(?:rằng|trong đó|cho biết,|cho hay,|Kết quả)(?!\w)"
    r"|(?<!\w)(?:[đĐ]iển hình|[tT]iêu biểu|[nN]ổi bật) (?:là|như)(?!\w)|(?<!\w)giúp\s"
    r"|(?:[đĐ]ây|[đĐ]ó) (?:cũng )?là (?:lần|năm) (?:đầu tiên|thứ \w+)(?: liên tiếp| liên tục| liền)*\s"
    r"|\.\s|\s[-–]\s(?=(?:vào |trong )?năm\s)"
)
_YEAR = re.compile(r"\s*(?:(?:vào|trong|đến|từ)\s+)?năm\s+\d{4}\s+", re.I)
_COMMA = re.compile(r",\s+")
_PRONOUN = re.compile(r"(?P<who>ông|bà|anh|chị|em|cô|thầy|cháu|đồng chí)", re.I)
_JOINT = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:,|và|cùng|với)\s+(?:và\s+)?")
_BRACKETS = re.compile(r"\s*\([^()]{1,120}\)")
_TELLING = re.compile(rf"(?<=\s)[{UPPER}]|[“\"‘]|(?<=\ssố\s)\d")
"""What makes a noun phrase the name of one thing: a capital letter inside, quotation marks, or a number."""

_ONE_OF = re.compile(
    r",?\slà\smột\s(?:trong|trong số)\s(?:những\s|các\s|\d)"
    r"|\s*(?:\([^()]{1,80}\)\s*)?,?\s(?:cũng\s)?là\s[^,;:.]{0,60}?"
    r"(?:duy nhất|đầu tiên|trẻ nhất|nhỏ tuổi nhất|cao tuổi nhất)(?:\s[^,;:.]{0,40})?\s*$"
)
"""Behind who is named, what he is among the honoured: "là một trong 10 cá nhân", "là học sinh duy nhất của huyện"."""

_WINS = re.compile(r"\s(?:(?:đã|lần lượt|xuất sắc)\s)*(?:vượt qua|vượt lên|đánh bại|chiến thắng|lọt)\s")
"""Behind who is named, what he did besides: "đội A | vượt qua 29 đội | giành giải nhất"."""

_DOES_TOO = re.compile(
    rf"{_WINS.pattern}|\s(?:(?:đã|luôn|nhiều năm|liên tục|liền)\s)*"
    r"(?:hoàn thành|dẫn đầu|đứng|được xếp|xếp|đạt|thực hiện)\s"
)
"""The same, where a comma stands before the verb: "Sở A | hoàn thành nhiệm vụ |, được tặng ..."."""

_DONE = re.compile(r"(?<!\w)(?:đã|vừa|vinh dự)\s")
_NEAR = 100
"""How long a clause about the honoured is that comes before the verb, in code points."""

_UNITS = re.compile(r"(?:các|những)\s(?:(?:đơn vị|đội|cơ quan|địa phương|nhà trường)\s)?", re.I)
"""Before several bodies named: "các đơn vị | phường A, phường B"."""

_LONGEST = 24
"""How many words the name of a work, team or thing that is honoured has."""


def subjects(context: Context, start: int, end: int, reach: int) -> list[Recipient]:
    """Who stands before a verb that begins at `end`: people, counted groups, bodies, units, or whatever is named.

    A pronoun is the person named last before it.
    """
    region = _region(context.plain, start, end)
    if (alone := _meant(context, region) or _work(context, region)) is not None:
        return [alone]
    if first := _ONE_OF.search(context.plain, region.start, region.end) or _does_too(context, region, end):
        region = trimmed(context.plain, Span(region.start, first.start()))
    near = (region.end if first else end) - reach
    found = _people_and_groups(context, region)
    if found and found[-1].span.end > near and (near_it := _last_listed(found, context.plain)):
        acts = not first and _another_acts(context.plain, Span(near_it[-1].span.end, region.end), end)
        return [] if acts else near_it
    if several := _bodies(context, region):
        return several
    if _plural().match(context.plain, region.start, region.end):
        return []
    return _doing(context, region) or _thing(context, region)


def described(context: Context, start: int, end: int) -> list[Recipient]:
    """ "Các cá nhân có thành tích xuất sắc | đã vinh dự được tặng ...": a group of unknown number."""
    region = _region(context.plain, start, end)
    group = _described().match(context.plain, region.start, region.end)
    done = _DONE.search(context.plain, region.end, end) if group else None
    if not group or not done:
        return []
    span = trimmed(context.plain, Span(group.start("who"), done.start()))
    words = plain(span.of(context.text))
    return [] if len(words.split()) > _LONGEST or _finite().search(words) else [Recipient(text=words, span=span)]


def _region(text: str, start: int, end: int) -> Span:
    """The subject's place: the last clause before the verb, without what opens it and without words of manner."""
    masked = _MASKED.sub(lambda match: "_" * len(match[0]), text[start:end])
    if manner := _manner().search(masked):
        masked = masked[: manner.start()]
    first = max((stop.end() for stop in _BREAK.finditer(masked)), default=0)
    while _opens(masked, first) and (comma := _COMMA.search(masked, first)):
        first = comma.end()
    if year := _YEAR.match(masked, first):
        first = year.end()
    return trimmed(text, Span(start + first, start + len(masked)))


def _opens(text: str, position: int) -> bool:
    """Whether the words here open a sentence, and name no work: "Sáng 5-6, ..." but not "Sáng kiến của ..."."""
    return bool(_adverbial().match(text, position)) and not _work_at_first().match(text, position)


def _meant(context: Context, region: Span) -> Recipient | None:
    """Whom a pronoun, or a given name alone, stands for."""
    text = context.plain
    last = max((comma.end() for comma in _COMMA.finditer(text, region.start, region.end)), default=region.start)
    if pronoun := _PRONOUN.fullmatch(text, last, region.end):
        return meant(context, pronoun)
    found = bearer(context, region.start, region.end)
    return found[0] if found and found[0].span == region else None


def _does_too(context: Context, region: Span, verb: int) -> re.Match[str] | None:
    """What else is told of who is named first, up to the verb: nobody else is named in it."""
    comma = context.plain[region.end : verb].lstrip().startswith(",")
    found = (_DOES_TOO if comma else _WINS).search(context.plain, region.start, region.end)
    apart = found is None or region.end - found.end() > _NEAR or people(context, Span(found.end(), region.end))
    return None if apart else found


def _work(context: Context, region: Span) -> Recipient | None:
    """ "Sáng kiến của cô A | , giáo viên trường B, ...", "Dự án “X” của anh A": a work, not who made it."""
    if (called := works_at(context.plain, region.start, region.end)) and called[-1].end == region.end:
        return Recipient(text=plain(called[-1].of(context.text)), span=called[-1], named=True, thing=True)
    work = _work_at_first().match(context.plain, region.start, region.end)
    if work is None or not _TELLING.search(work[0]) or _clause().search(work[0]) or verbs().search(work[0]):
        return None
    span = Span(*work.span())
    return Recipient(text=plain(span.of(context.text)), span=span, named=True, thing=True)


def _another_acts(text: str, between: Span, verb: int) -> bool:
    """Whether between the one named and the verb somebody else comes in: a plural group, or a new clause."""
    if plural_group().search(text, between.start, between.end):
        return True
    goes_on = text[between.end : verb].lstrip().startswith((",", ";", "và"))
    return not goes_on and _finite().search(_MASKED.sub("", between.of(text))) is not None


def _people_and_groups(context: Context, region: Span) -> list[Recipient]:
    named = [of_mention(name) for name in people(context, region)]
    numbers = find_numbers(context.plain, region)
    counted = [group for number in numbers if (group := group_at(context, number, region.end))]
    return sorted((*named, *counted), key=lambda one: one.span.start)


def _last_listed(found: list[Recipient], text: str) -> list[Recipient]:
    """The last of those found, with those that are listed before it: "7 tập thể và 31 cá nhân", "em A và em B"."""
    row = found[-1:]
    for one in reversed(found[:-1]):
        joint = _JOINT.match(text, one.span.end, row[0].span.start)
        if not joint or verbs().search(one.text) or not titles().fullmatch(text, joint.end(), row[0].span.start):
            break
        row.insert(0, one)
    return row


def _bodies(context: Context, region: Span) -> list[Recipient]:
    """ "Sở A, phường B và Công ty C": several bodies that are all of the region."""
    plural = _UNITS.match(context.plain, region.start, region.end)
    found = listed(context, plural.end() if plural else region.start, region.end)
    if len(found) < 2 or found[-1].span.end != region.end:
        return []
    units = {unit.span.start for unit in context.units}
    levels = {one.text.split()[0].lower() for one in found if one.span.start in units}
    return found if len(levels) < 2 else []  # "xã A, huyện B" is one


def _doing(context: Context, region: Span) -> list[Recipient]:
    """The body that the region ends in, where a part of it begins; a unit only where the region begins."""
    if unit := _level().fullmatch(context.plain, region.start, region.end):
        words = unit["level"]
        full = context.complete(words[0].lower() + words[1:], region.start)
        return [Recipient(text=(unit["of"] or "") + full, span=region, named=True)] if full != words else []
    if same := _named_before(context, region):
        return [same]
    starts = {region.start, *(comma.end() for comma in _COMMA.finditer(context.plain, region.start, region.end))}
    units = {unit.span.start for unit in context.units}
    for mention in doers(context, region):
        brackets = _BRACKETS.match(context.plain, mention.span.end, region.end)
        ends = mention.span.end == region.end or (brackets and brackets.end() == region.end)
        if ends and mention.span.start in (starts if mention.span.start not in units else {region.start}):
            return [of_mention(mention)]
    return []


def _named_before(context: Context, region: Span) -> Recipient | None:
    """ "Trường được tặng ...": by its kind alone, the body of that kind that was named last."""
    kind = _kind().fullmatch(context.plain, region.start, region.end)
    if kind is None:
        return None
    word = kind["kind"].lower()
    before = (
        one
        for kind in (context.bodies, context.units)
        for one in reversed(kind[: bisect_left(kind, region.start, key=lambda one: one.span.start)])
    )
    found = next((one for one in before if one.full.lower().startswith(f"{word} ")), None)
    return Recipient(text=found.full, span=region, named=True) if found else None


def _thing(context: Context, region: Span) -> list[Recipient]:
    """ "Bình gốm “Sen”", "đội Hoa Phượng", "phim “Mùa gặt” của đạo diễn ...": a noun phrase that names one thing."""
    words = region.of(context.plain)
    bare = _MASKED.sub("", words)
    if (
        not 2 <= len(words.split()) <= _LONGEST
        or not _TELLING.search(words)
        or _clause().search(bare)
        or verbs().search(bare)
    ):
        return []
    return [Recipient(text=plain(region.of(context.text)), span=region, named=True, thing=True)]


@cache
def _clause_words(part: str) -> str:
    return either(row["word"] for row in table("award-clause-words") if row["part"] == part)


@cache
def _work_at_first() -> re.Pattern[str]:
    return re.compile(rf"(?i:{work_noun()})(?=\s)[^,;:.()“”\"‘’]{{3,90}}+(?=,|$)")


@cache
def _level() -> re.Pattern[str]:
    """A unit by its level alone: "Quận đã được tặng ...", "Đảng bộ và nhân dân huyện ..."."""
    levels = either(row["word"] for row in table("unit-levels"))
    return re.compile(
        rf"(?P<of>(?:(?:Đảng bộ|chính quyền|nhân dân|cán bộ|quân)(?:,|\svà)?\s)+)?(?P<level>{levels})", re.I
    )


@cache
def _kind() -> re.Pattern[str]:
    """A body by its kind alone."""
    return re.compile(rf"(?:nhà\s|tập thể\s)?(?P<kind>{_clause_words('kind')})(?:\s(?:này|ta|chúng tôi))?", re.I)


@cache
def _manner() -> re.Pattern[str]:
    """Words of time and manner before the verb: "đã liên tục"."""
    in_a_row = r"(?:\d{1,2}|hai|ba|bốn|năm|nhiều)\s+năm\s+(?:liền|liên tục|liên tiếp)(?:\s*,)?|(?:hai|ba|[23])\s+lần"
    return re.compile(rf"(?:(?:^|,?\s)(?:{_clause_words('manner')}|{in_a_row}))+\s*$", re.I)


@cache
def _adverbial() -> re.Pattern[str]:
    """What opens a sentence and is set off by a comma: "Năm 2015, ...", "Với thành tích trên, ..."."""
    return re.compile(rf"[\s“\"]*(?:{_clause_words('opener')})(?!\w)", re.I)


@cache
def _plural() -> re.Pattern[str]:
    """What names nobody in particular."""
    return re.compile(rf"(?:{_clause_words('plural')})(?!\w)", re.I)


@cache
def _described() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:các|những|nhiều|một số)\s+)?(?P<who>{group_noun().pattern}.*)", re.I)


@cache
def _finite() -> re.Pattern[str]:
    """Verbs, and words before verbs, by which a clause of its own is known."""
    return re.compile(rf"(?<!\w)(?:{_clause_words('finite')})(?!\w|\s(?:người|một)(?!\w))", re.I)


@cache
def _clause() -> re.Pattern[str]:
    """Verbs and conjunctions, which a noun phrase does not have."""
    return re.compile(rf"(?<!\w)(?:{_clause_words('clause')})(?!\w)", re.I)
