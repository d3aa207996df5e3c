"""Honours given, proposed or to be given: one record for each pair of honour and recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct, structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import auxiliaries, joined, listed_before, wider
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import Begun, beginnings, behind, may_hold, phrase, plain, quoted, stops, stretches
from hbtgraph.extract.plans import plain_year, planned_sentences, will
from hbtgraph.extract.recipients import Recipient, recipient_before, recipients_at
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Award, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import find_dates
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_AND = re.compile(r"\s*(?:,|;|và|cùng)\s+(?:và\s+)?(?:các\s+|nhiều\s+)?(?:danh hiệu\s+)?")
_TO = re.compile(r"(?:\s+của\s+(?P<of>(?:(?!\sđã\s)[^,;:.]){2,80}?)|(?:\s+[^\s,;:.]+){0,6}?)\s+(?:cho|đến|tới)\s+")
_PASSIVE = re.compile(r"(?:^|\s)(?:được|vinh dự được|vinh dự)\s")
_PROPOSED = re.compile(r"(?<!\w)(?:đề nghị|đề xuất|xem xét|bình xét)\s+(?:[^,;:.]{0,60}\s)?$", re.I)
_NOT_GIVEN = re.compile(r"[.;:]|(?<!\w)(?:hủy|hủy bỏ|thu hồi|tước|xóa|trong đó)(?!\w)")
"""Between a verb and an honour: the end of what was said, that the honour was taken back, or how many there were."""

_OCCASION = re.compile(r"(?<!\w)lễ\s+(?:[^,;:.]{0,40}\svà\s+)?$", re.I)
"""A ceremony that is named for its honour: who speaks at it receives nothing."""

_GOES_ON = re.compile(r"(?:\svà|,)\s$")
_ASKED = re.compile(r"(?<!\w)(?:đề nghị|đề xuất)\s+(?P<who>[^,;:.]{2,50}?)\s+$", re.I)
_TITLE_HEADS = ("danh hiệu", "tôn vinh", "vinh danh", "công nhận")
"""Words before an honour's own name, no part of it."""

_ALONE = ("kỷ niệm chương",)
"""Honours that need no name in quotation marks, though they may have one."""

_DECIDES = re.compile(r"\s+(?:đã|vừa|ra quyết định|quyết định|ký|xem xét)(?:\s.*)?$")
_LIST_OF = re.compile(r"(?<!\w)Danh sách\s")
_COMPANY = re.compile(r"(?<!\w)(?<!Tổng )(?:Tổng\s+)?(?:Công ty|Ngân hàng|Viễn thông|Hợp tác xã|Bệnh viện|Trường)\s")


_REACH = 300
"""How far before an honour its verb may stand, in code points."""

_GAP = 120
"""How much may stand between a verb and its honour ("tặng 19 tập thể Cờ thi đua"), in code points."""

_BACK = 1500
_THERE = re.compile(
    r"(?:tại|trong)\s+(?:buổi\s+)?(?:hội nghị|lễ|đại hội|chương trình|đây)(?:\s+này)?\s*,|(?:nhân\s+)?dịp này|cũng tại",
    re.I,
)
"""A sentence that goes on about the occasion told before."""

_HELD = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|khai mạc)(?!\w)")

_HOLDS = re.compile(r"(?<!\w)tổ chức\s(?=(?:[^;:.]|\.(?=\d)){2,400}\svà\s$)")
"""In "UBND quận X tổ chức gặp mặt ... và tuyên dương ...": who holds the occasion commends at it."""

_NEAR, _FAR = 60, 140
"""How far before "được khen thưởng", and before "đạt giải nhất", the one honoured may stand, in code points."""


class _Honour(Struct, frozen=True):
    name: str
    span: Span


def awards(context: Context) -> tuple[Award, ...]:
    """The honours that the article speaks of with their recipients, each pair once.

    A group is known by its number: what the article says of it in several places is one record, with the
    fullest description, and with the honour's name rather than a mere "tôn vinh".
    """
    return context.once(_all)


def _all(context: Context) -> tuple[Award, ...]:
    found: dict[tuple[str, str, int | None], Award] = {}
    for sentence in stretches(context):
        for award in _in_sentence(context, sentence):
            mark = key(award.honour), "" if award.count else key(award.recipient), award.count
            found[mark] = _fuller(found[mark], award) if mark in found else award
    return tuple(_agreeing(list(found.values())))


def _agreeing(found: list[Award]) -> Iterator[Award]:
    """A group that is praised and honoured by name is one record; who is on the list of a group is honoured with it."""
    groups = {award.count: award for award in found if award.count and award.rule == "award-praise"}
    honoured = {award.count for award in found if award.count and award.rule != "award-praise"}
    whole: dict[str, Award] = {}
    for award in found:
        if award.rule == "award-praise" and award.count in honoured:
            continue
        group = groups.get(award.count) if award.count else whole.get(key(award.honour))
        if group and (award.count or award.rule == "award-list"):
            award = _fuller(award, structs.replace(group, recipient=award.recipient))
        if award.count:
            whole[key(award.honour)] = award
        yield award


def _fuller(one: Award, other: Award) -> Award:
    return structs.replace(
        one,
        recipient=max(one.recipient, other.recipient, key=len),
        conferrer=wider(one.conferrer, other.conferrer),
        presenter=one.presenter or other.presenter,
        date=one.date or other.date,
    )


def _in_sentence(context: Context, sentence: Span) -> Iterator[Award]:
    groups = list(_groups(context.plain, sentence)) if may_hold(context, sentence, _honours_begun()) else []
    for place, honours in enumerate(groups):
        following = groups[place + 1][0].span.start if place + 1 < len(groups) else sentence.end
        yield from _given(context, sentence, honours, following)
    if may_hold(context, sentence, _verbs_begun()):
        yield from _praised(context, sentence)
    if groups:
        yield from _on_a_list(context, sentence, groups)


def _groups(text: str, sentence: Span) -> Iterator[list[_Honour]]:
    """Honours that are listed together: "Huân chương Độc lập hạng Nhất và Bằng khen"."""
    group: list[_Honour] = []
    for match in _honour().finditer(text, sentence.start, sentence.end):
        honour = _whole(text, match, sentence)
        if honour is None or (group and honour.span.start < group[-1].span.end):
            continue
        if group and not _AND.fullmatch(text, group[-1].span.end, honour.span.start):
            yield group
            group = []
        group.append(honour)
    if group:
        yield group


def _whole(text: str, match: re.Match[str], sentence: Span) -> _Honour | None:
    """The honour with the name in quotation marks that follows it; a bare "danh hiệu" is none."""
    head, tail = key(match["head"]), _tails()[key(match["head"])]
    if tail in ("kind", "rank", "years"):
        return (
            _Honour(plain(match[0]), Span(*match.span())) if match[tail] or (tail == "rank" and match["kind"]) else None
        )
    bare = Span(*match.span("head"))
    name = quoted(text, bare.end, sentence.end) if tail == "quoted" else None
    if name is None:
        return _Honour(plain(match["head"]), bare) if tail == "none" or head in _ALONE else None
    words = name.of(text) if head.startswith(_TITLE_HEADS) else f"{match['head']} {name.of(text)}"
    return _Honour(plain(words), Span(bare.start, min(name.end + 1, sentence.end)))


def _given(context: Context, sentence: Span, honours: list[_Honour], following: int) -> Iterator[Award]:
    """ "trao Giấy khen cho Y", "Y được tặng Giấy khen", "Y đạt giải nhất", "tặng Giấy khen và tuyên dương Y"."""
    text, first, last = context.plain, honours[0].span, honours[-1].span
    verb = _last_verb(text, sentence, first.start)
    sense = _senses()[key(verb[0])] if verb else None
    if verb is None or sense == "praise" or _NOT_GIVEN.search(text, verb.end(), first.start):
        return
    if sense == "receive" and behind(_OCCASION, text, sentence.start, verb.start()):
        return
    to = _TO.match(text, last.end, sentence.end)
    found = recipients_at(context, to.end(), max(following, to.end())) if to else []
    passive = _passive(text, sentence, verb)
    if not found and (passive or sense == "receive"):
        subject = recipient_before(context, sentence.start, (passive or verb).start(), _FAR)
        found = [subject] if subject else []
    if not found and sense == "give":
        found = _shared(context, last.end, sentence)
    giver = _giver(context, sentence, verb, passive=passive) if sense == "give" else _Giver()
    of = context.complete(plain(to["of"])) if to and to["of"] else None
    for recipient in found:
        for honour in honours:
            span = Span(min(verb.start(), recipient.span.start), max(last.end, recipient.span.end))
            whose = of or honour.name.partition(" của ")[2] or None
            yield _award(context, sentence, honour.name, recipient, giver, whose, span, verb.start(), "award")


def _praised(context: Context, sentence: Span) -> Iterator[Award]:
    """ "tuyên dương em X", "X được quận biểu dương, khen thưởng": the verb is the honour."""
    text = context.plain
    for match in _praises().finditer(text, sentence.start, sentence.end):
        if not match[0][1:].islower():
            continue  # "đại biểu Dương Văn Tám"
        passive = _passive(text, sentence, match)
        if passive and not _public_giver().match(text, passive.end(), match.start()):
            continue
        if passive:
            subject = recipient_before(context, sentence.start, passive.start(), _NEAR)
            found = [subject] if subject else []
        else:
            found = recipients_at(context, match.end(), sentence.end)
        giver = _giver(context, sentence, match, passive=passive)
        if giver == _Giver() and (verb := _coordinated(text, sentence, match)):
            giver = _giver(context, sentence, verb, passive=_passive(text, sentence, verb))
        if giver == _Giver() and not passive and (held := _HOLDS.search(text, sentence.start, match.start())):
            giver = _Giver(joined(listed_before(context, sentence.start, held.start())))
        for recipient in found:
            if recipient.named or recipient.count:
                honour = "khen thưởng" if "khen thưởng" in match[0].lower() else match["last"] or match["first"]
                span = Span(min(match.start(), recipient.span.start), max(match.end(), recipient.span.end))
                yield _award(context, sentence, honour, recipient, giver, None, span, match.start(), "award-praise")


class _Giver(Struct, frozen=True):
    conferrer: str | None = None
    presenter: str | None = None


def _giver(context: Context, sentence: Span, verb: re.Match[str], *, passive: re.Match[str] | None) -> _Giver:
    """Who gives: the body, or list of bodies, directly before the verb; or a person, whose body then gives."""
    text = context.plain
    limit = Span(passive.end() if passive else sentence.start, verb.start())
    people = [n for n in inside(context.names, limit) if auxiliaries().fullmatch(text, n.span.end, verb.start())]
    end = people[-1].span.start if people else verb.start()
    listed = joined(listed_before(context, limit.start, end))
    asked = behind(_ASKED, text, sentence.start, verb.start())
    agent = plain(limit.of(context.text)) if passive else plain(asked["who"]) if asked else ""
    agent = _DECIDES.sub("", agent)
    if agent[:1].isupper() and len(agent) > 2 * len(listed or ""):
        listed = agent
    return _Giver(listed, people[-1].full if people else None)


def _award(
    context: Context,
    sentence: Span,
    honour: str,
    to: Recipient,
    giver: _Giver,
    of: str | None,
    span: Span,
    verb: int,
    rule: str,
) -> Award:
    return Award(
        honour=honour,
        recipient=to.text,
        count=to.count,
        conferrer=of or giver.conferrer,
        date=_day(context, sentence, span),
        status=_status(context, sentence, verb),
        presenter=giver.presenter,
        evidence=span,
        rule=rule,
    )


def _day(context: Context, sentence: Span, span: Span) -> str | None:
    """The day that the sentence gives, or, where it begins "Tại hội nghị", the day on which that was held."""
    text, year = context.plain, context.once(plain_year)
    days = [m for m in find_dates(text, Span(sentence.start, span.end), context.date, year) if len(m.iso) == 10]
    if not days and _THERE.match(text, sentence.start, sentence.end):
        earlier = Span(max(0, sentence.start - _BACK), sentence.start)
        days = [
            m
            for m in find_dates(text, earlier, context.date, year)
            if len(m.iso) == 10 and _held_on(context, m.span.start)
        ]
        return days[-1].iso if days else None
    return days[0].iso if days else None


def _held_on(context: Context, place: int) -> bool:
    sentence = context.sentence_of(place)
    return sentence is not None and _HELD.search(context.plain, sentence.start, sentence.end) is not None


def _status(context: Context, sentence: Span, verb: int) -> Literal["conferred", "proposed", "planned"]:
    if _PROPOSED.search(context.plain[sentence.start : verb]):
        return "proposed"
    return "planned" if will(context, sentence, verb) or sentence in context.once(planned_sentences) else "conferred"


def _on_a_list(context: Context, sentence: Span, groups: list[list[_Honour]]) -> Iterator[Award]:
    """ "Danh sách 20 doanh nghiệp được tôn vinh “...” Công ty A Công ty B": a list that lost its line ends."""
    text = context.plain
    heading = _LIST_OF.search(text, sentence.start, sentence.end)
    honours = [group[0] for group in groups if heading and group[0].span.start > heading.end()]
    starts = [match.start() for match in _COMPANY.finditer(text, honours[0].span.end, sentence.end)] if honours else []
    if not heading or len(starts) < 3:
        return
    for start, end in pairwise([*starts, sentence.end]):
        span = phrase(text, start, end, stops("award-stops"))
        to = Recipient(text=plain(span.of(context.text)), span=span, named=True)
        whole = Span(heading.start(), span.end)
        yield _award(context, sentence, honours[0].name, to, _Giver(), None, whole, heading.start(), "award-list")


def _shared(context: Context, position: int, sentence: Span) -> list[Recipient]:
    """The recipient of what follows in the same sentence: "tặng Bằng khen, ... tặng Giấy khen và tuyên dương Y"."""
    for match in _praises().finditer(context.plain, position, sentence.end):
        if found := recipients_at(context, match.end(), sentence.end):
            return found
    return []


def _last_verb(text: str, sentence: Span, end: int) -> re.Match[str] | None:
    """The verb that governs the honour at `end`: the last one before it."""
    verbs = list(_verbs().finditer(text, max(sentence.start, end - _REACH), end))
    return verbs[-1] if verbs and end - verbs[-1].end() <= _GAP else None


def _coordinated(text: str, sentence: Span, praise: re.Match[str]) -> re.Match[str] | None:
    """The verb of giving that a praise goes on: "đã tặng Giấy khen và tuyên dương em Y"."""
    verb = (
        _last_verb(text, sentence, praise.start()) if behind(_GOES_ON, text, sentence.start, praise.start()) else None
    )
    return verb if verb and _senses()[key(verb[0])] == "give" else None


def _passive(text: str, sentence: Span, verb: re.Match[str]) -> re.Match[str] | None:
    """The "được" that makes the verb passive, with nothing but the giver in between."""
    passives = list(_PASSIVE.finditer(text, sentence.start, verb.start() + 1))
    if passives and not re.search(r"[.;:]|,\s", text[passives[-1].end() : verb.start()]):
        return passives[-1]
    return None


@cache
def _public_giver() -> re.Pattern[str]:
    """Who may commend, or nobody: "được hậu thế tôn vinh" is no award."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "giver")
    return re.compile(rf"$|[{UPPER}]|(?:{words})\s")


@cache
def _tails() -> dict[str, str]:
    return {key(row["honour"]): row["tail"] for row in table("award-honours")}


@cache
def _senses() -> dict[str, str]:
    return {key(row["verb"]): row["sense"] for row in table("award-verbs")}


@cache
def _honour() -> re.Pattern[str]:
    kinds = table("award-kinds")
    kind = either(row["word"] for row in kinds if row["of"] == "kind")
    rank = either(row["word"] for row in kinds if row["of"] == "rank")
    return re.compile(
        rf"(?P<head>{alone(row['honour'] for row in table('award-honours'))})"
        rf"(?i:\s+(?:(?P<kind>(?:{kind})(?:\s+hạng\s+(?:{rank}))?)|(?P<rank>{rank})|(?P<years>\d+\s+(?:năm\s+)?tuổi\s+Đảng))(?!\w))?"
    )


@cache
def _honours_begun() -> Begun:
    return beginnings(row["honour"] for row in table("award-honours"))


@cache
def _verbs_begun() -> Begun:
    return beginnings(row["verb"] for row in table("award-verbs"))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(alone(row["verb"] for row in table("award-verbs")))


@cache
def _praises() -> re.Pattern[str]:
    words = [row["verb"] for row in table("award-verbs") if row["sense"] == "praise"]
    return re.compile(rf"(?P<first>{alone(words)})(?:\s*(?:,|và)\s+(?P<last>{alone(words)}))*")
