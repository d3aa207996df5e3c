"""The act of honouring: its verb, whether it takes place, and who gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from msgspec import Struct

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import auxiliaries, joined, listed_at, listed_before
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.phrases import Begun, beginnings, behind, plain
from hbtgraph.extract.words import UPPER, TextFinder
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_PASSIVE = re.compile(r"(?<!\w)(?:được|vinh dự được|vinh dự)\s", re.I)
_PROPOSED = re.compile(r"(?<!\w)(?:đề nghị|đề xuất|đề cử)(?:\s(?:xem xét|xét))?,?\s*$")
"""Between "được" and the verb, where an honour is only proposed: "được quận | đề nghị xét | tặng"."""

_PIECES = re.compile(r",\s+(?:và\s+)?|\s+(?:và|cùng)\s+")
_NOT_GIVEN = re.compile(
    r"[.;]|(?<!cao quý)(?<!khen thưởng)(?<!danh hiệu)(?<!như)(?<!sau)(?<!trao)(?<!tặng):|,\s(?:với|gồm)\s|"
    r"(?<!\w)(?:hủy|hủy bỏ|thu hồi|tước|xóa|trong đó|phụng dưỡng|thăm|quà cho)(?!\w)"
)
"""Between a verb and an honour: the end of what was said, that the honour was taken back, or how many there were."""
_UNDONE = re.compile(r"(?<!\w)(?:hủy|hủy bỏ|thu hồi|tước|xóa)\s[^,;:.]{0,50}$", re.I)
_IN_NAME = re.compile(r"thi đua\s*[-–,&]?\s*$", re.I)
"""Before a praise that is part of a name: "Hội đồng Thi đua - Khen thưởng"."""
_NO_VERB = re.compile(r"(?<!\w)(?:phần|giải|tiền|quà|mức)\s$", re.I)
"""Before a verb that is part of a noun: "phần thưởng", "quà tặng"."""
BETWEEN = re.compile(r"\s*(?::\s)?(?:các|nhiều|những|là|\d+)?\s*(?:danh hiệu\s+)?")
"""What may stand between a verb, or whom it honours, and the honour: "tặng bà X nhiều | Giấy khen"."""

_CLOSE = ("đón", "gửi", "đề nghị")
"""Verbs of many meanings, which honour only where the honour is their object."""

_OCCASION = re.compile(r"(?<!\w)(?:lễ|giải|buổi)\s+(?:(?:[^,;:.]|\.(?=\d)){0,90}(?:\svà|,)\s+)?$", re.I)
"""A ceremony that is named for its honour: who speaks at it receives nothing."""
_GOES_ON = re.compile(r"(?:\svà|,)\s$")
_ASKED = re.compile(r"(?<!\w)(?:đề nghị|đề xuất)\s+(?P<who>[^,;:.]{2,50}?)\s+$", re.I)
_OF = re.compile(r"\s+của\s+(?:các\s+)?")
_FOR = re.compile(r"(?<!\w)(?:ủy quyền(?: của)?|thay mặt)\s+(?P<who>(?:Đảng, )?[^,;:.]{3,60}?)(?=,)", re.I)
_STEPS = re.compile(
    r"(?:(?<!\w)(?:đã|vừa|mới|vừa mới)\s+){0,3}(?<!\w)(?:ký ban hành|ký|ra|có|ban hành|công bố|trao)\s+"
    r"(?:các\s+)?quyết định\s+(?:số\s+\S+\s+)?(?:về việc\s+)?(?:,?\s*và\s+)?$"
    r"|(?:(?<!\w)(?:đã|vừa|cũng|trực tiếp|trân trọng)\s+){0,3}(?:(?<!\w)(?:đến|tới)\s+)?"
    r"(?:(?<!\w)(?:thăm|thăm hỏi|động viên|chúc mừng|tặng hoa|khen|khen ngợi|biểu dương|khích lệ)"
    r"(?:\s*,\s+|\s+và\s+|\s+)){0,4}$",
    re.I,
)
"""Between who gives and the verb: "đã ký quyết định | tặng", "đã đến thăm, động viên và | tặng"."""

_APPOSED = re.compile(r"(?P<mark>\s?[-–,]\s|\s?\)\s|\s)(?:(?:đã|vừa|cũng|còn|sẽ|thay mặt|trực tiếp|lên)\s+)*$")
"""Between the post of who gives, behind the name, and the verb: "Ông A - Chủ tịch UBND quận X | - đã trao"."""

_DECIDES = re.compile(r"\s+(?:đã|vừa|đề nghị|đề xuất|ra quyết định|quyết định|ký|xem xét)(?:\s.*)?$")
_PRAISES_TOO = re.compile(r"\s+(?:tuyên dương|biểu dương|khen thưởng|tôn vinh|vinh danh|công nhận)(?:,|\s+và)$")
"""Behind who gives, another verb: "được UBND tỉnh | tuyên dương và | tặng Cờ thi đua"."""

_OF_PLACES = ("huân chương", "cờ", "anh hùng", "bằng công nhận", "đạt chuẩn")
"""Honours that a place gets as a whole."""

_REACH = 300
"""How far before an honour its verb may stand, in code points."""
_GAP = 120
"""How much may stand between a verb and its honour ("tặng 19 tập thể Cờ thi đua"), in code points."""
_HELD = re.compile(r"(?<!\w)tổ chức\s")
_HOLDS = re.compile(r"(?<!\w)tổ chức\s(?=(?:[^;:.]|\.(?=\d)){2,400}\svà\s$)")
"""In "UBND quận X tổ chức gặp mặt ... và tuyên dương ...": who holds the occasion commends at it."""


class Giver(Struct, frozen=True):
    """The body in whose name an honour is given, and the person who hands it over."""

    conferrer: str | None = None
    presenter: str | None = None


def giver_of(context: Context, sentence: Span, verb: re.Match[str], *, passive: re.Match[str] | None) -> Giver:
    """Who gives: the body, or list of bodies, directly before the verb; or a person, whose body then gives."""
    text = context.plain
    decided = behind(_STEPS, text, sentence.start, verb.start())
    acts = decided.start() if decided and not passive else verb.start()
    limit = Span(passive.end() if passive else sentence.start, acts)
    people = [n for n in inside(context.names, limit) if auxiliaries().fullmatch(text, n.span.end, acts)]
    end = people[-1].span.start if people else acts
    listed = joined(listed_before(context, limit.start, end))
    asked = behind(_ASKED, text, sentence.start, verb.start())
    agent = plain(limit.of(context.text)) if passive else plain(asked["who"]) if asked else ""
    agent = _DECIDES.sub("", agent)
    if by := _FOR.search(text, sentence.start, verb.start()):
        return Giver(plain(by["who"]), people[-1].full if people else None)
    if verbs().search(agent):  # "được Chủ tịch nước tặng Huân chương, | Bộ Y tế | tặng Bằng khen"
        agent = _PRAISES_TOO.sub("", agent.rpartition(", ")[2])
    if agent[:1].isupper() and len(agent) > 2 * len(listed or ""):
        listed = agent
    if listed is None and (office := behind(_office_before(), text, limit.start, end)):
        listed = office["who"]
    if listed is None and not people and not passive:
        return _apposed(context, limit)
    return Giver(listed, people[-1].full if people else None)


def _apposed(context: Context, before: Span) -> Giver:
    """ "Ông A - Chủ tịch UBND quận X - trao ...": who stands before a post that the verb follows."""
    mark = behind(_APPOSED, context.plain, before.start, before.end)
    groups = inside(context.posts, Span(before.start, mark.start())) if mark else ()
    if not mark or not groups or groups[-1].span.end != mark.start():
        return Giver()
    names = inside(context.names, Span(before.start, groups[-1].span.start))
    if not names or context.plain[names[-1].span.end : groups[-1].span.start].strip(" ,-–("):
        return Giver()
    body = next((post.organization for post in groups[-1].posts if post.organization), None)
    return Giver(context.complete(body, groups[-1].span.start) if body else None, names[-1].full)


def whose(context: Context, position: int, limit: int) -> str | None:
    """ "Bằng khen | của Bộ Y tế": the body, or high office, that the honour is called after."""
    of = _OF.match(context.plain, position, limit)
    if of is None:
        return None
    if bodies := joined(listed_at(context, of.end(), limit)) or _body_of_post(context, of.end()):
        return bodies
    office = _office_at().match(context.plain, of.end(), limit)
    return office["who"] if office else None


def _body_of_post(context: Context, position: int) -> str | None:
    """ "Chủ tịch UBND quận": the body of the post that is named here."""
    at = bisect_left(context.posts, position, key=lambda group: group.span.start)
    group = context.posts[at] if at < len(context.posts) else None
    if group is None or group.span.start != position:
        return None
    body = group.posts[0].organization
    return context.complete(body, position) if body else None


def praiser_of(context: Context, sentence: Span, praise: re.Match[str], *, passive: re.Match[str] | None) -> Giver:
    """Who praises: who is named before it, else who gives in the same breath, else who holds the occasion."""
    text = context.plain
    giver = giver_of(context, sentence, praise, passive=passive)
    if giver == Giver() and (verb := _coordinated(text, sentence, praise)):
        giver = giver_of(context, sentence, verb, passive=passive_before(text, sentence, verb))
    if giver == Giver() and not passive and (held := _HOLDS.search(text, sentence.start, praise.start())):
        giver = Giver(joined(listed_before(context, sentence.start, held.start())))
    return giver


def gives(text: str, sentence: Span, verb: re.Match[str], honour: Span) -> bool:
    """Whether the verb says that this honour is given: not taken back, not only wished for, no ceremony's name."""
    sense = sense_of(verb)
    if (sense == "praise" or key(verb[0]) in _CLOSE) and not BETWEEN.fullmatch(text, verb.end(), honour.start):
        return False
    listed = 2 * text.startswith(": ", honour.start - 2)  # "đã tặng ông A: Huân chương X, Huân chương Y"
    if _NOT_GIVEN.search(text, verb.end(), honour.start - listed) or not happens(text, sentence, verb):
        return False
    return not (sense == "receive" and at_an_occasion(text, sentence, verb))


def at_an_occasion(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether the verb is part of a ceremony's name: "lễ đón nhận ...", "lễ trao ..."."""
    return behind(_OCCASION, text, sentence.start, verb.start()) is not None


def holder_of(context: Context, sentence: Span, verb: re.Match[str], honour: str) -> Mention | None:
    """The school, company or place that holds the ceremony of its honour; a government holds it for others."""
    held = _HELD.search(context.plain, sentence.start, verb.start())
    holders = listed_before(context, sentence.start, held.start()) if held else []
    if len(holders) != 1:
        return None
    place = holders[0] in context.units and key(honour).startswith(_OF_PLACES)
    return holders[0] if place or not _governs().match(holders[0].full) else None


def happens(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether the verb tells of an honour given or to be given, not of one taken back, wished for or denied."""
    start = verb.start()
    if behind(_IN_NAME, text, sentence.start, start):
        return False
    return not (behind(_UNDONE, text, sentence.start, start) or behind(_unreal(), text, sentence.start, start))


def last_verb(text: str, sentence: Span, end: int) -> re.Match[str] | None:
    """The verb that governs the honour at `end`: the last one before it."""
    start = max(sentence.start, end - _REACH)
    found = [verb for verb in verbs().finditer(text, start, end) if not behind(_NO_VERB, text, start, verb.start())]
    return found[-1] if found and end - found[-1].end() <= _GAP else None


def _coordinated(text: str, sentence: Span, praise: re.Match[str]) -> re.Match[str] | None:
    """The verb of giving that a praise goes on: "đã tặng Giấy khen và tuyên dương em Y"."""
    verb = last_verb(text, sentence, praise.start()) if behind(_GOES_ON, text, sentence.start, praise.start()) else None
    return verb if verb and sense_of(verb) == "give" else None


def passive_before(text: str, sentence: Span, verb: re.Match[str]) -> re.Match[str] | None:
    """The "được" that makes the verb passive, with nothing but the giver, or a list of givers, in between."""
    passives = list(_PASSIVE.finditer(text, sentence.start, verb.start() + 1))
    if not passives:
        return None
    between = _PROPOSED.sub("", text[passives[-1].end() : verb.start()]).rpartition(" đề nghị ")[2].strip()
    pieces = _PIECES.split(between)
    if re.search(r"[;:]|\.\s", between) or (len(pieces) > 1 and not all(map(public_giver().match, pieces))):
        return None
    if len(pieces) == 1 and not between.endswith((",", "và")) and verbs().search(between):
        return None  # "trong 29 người được tặng Huy hiệu Đảng có 3 người nhận ...": that of another verb
    return passives[-1]


@cache
def public_giver() -> re.Pattern[str]:
    """Who may commend, or nobody: "được hậu thế tôn vinh" is no award."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "giver")
    return re.compile(rf"$|[{UPPER}]|(?:{words})\s")


@cache
def _governs() -> re.Pattern[str]:
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "governs")
    return re.compile(rf"(?:{words})(?!\w)", re.I)


@cache
def _offices() -> str:
    return either(row["word"] for row in table("award-clause-words") if row["part"] == "office")


@cache
def _office_at() -> re.Pattern[str]:
    """Who honours by a high office, or is known without a place: "Chủ tịch nước", "Ban tổ chức"."""
    return re.compile(rf"(?P<who>{_offices()})(?!\w)")


@cache
def _office_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<who>{_offices()})(?!\w){auxiliaries().pattern}$")


@cache
def _unreal() -> re.Pattern[str]:
    """Before a verb that tells what should be, or was not: "cần phải khen thưởng", "chưa được tặng"."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "unreal")
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:(?:phải|được|sớm|kịp thời|có|việc)\s+)*$", re.I)


def sense_of(verb: re.Match[str]) -> str:
    """Whether the verb gives, receives or praises."""
    return _senses()[key(verb[0])]


@cache
def _senses() -> dict[str, str]:
    return {key(row["verb"]): row["sense"] for row in table("award-verbs")}


@cache
def praises_begun() -> Begun:
    """How verbs that are honours themselves begin, for `may_hold`."""
    return beginnings(row["verb"] for row in table("award-verbs") if row["sense"] == "praise")


@cache
def verbs() -> re.Pattern[str]:
    """Verbs of honouring, of every sense."""
    return re.compile(alone(row["verb"] for row in table("award-verbs")))


@cache
def praises() -> TextFinder:
    """Verbs that are honours themselves, one or listed: "biểu dương, khen thưởng"."""
    words = [row["verb"] for row in table("award-verbs") if row["sense"] == "praise"]
    pattern = re.compile(rf"(?P<first>{alone(words)})(?:\s*(?:,|và)\s+(?P<last>{alone(words)}))*")
    return TextFinder(pattern, words)
