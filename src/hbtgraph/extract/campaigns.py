"""Campaigns: named movements, emulation drives and programmes of activities that people take part in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from msgspec import structs

from hbtgraph.extract.campaign_periods import AFTER, IN_NAME, launch_day, period
from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import auxiliaries, joined, listed_at, listed_before, wider
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import (
    Begun,
    beginnings,
    behind,
    may_hold,
    phrase,
    plain,
    quoted,
    stops,
    stretches,
    trimmed,
)
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Campaign, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_ONE_MORE = re.compile(r"[”\"’']?\s*(?:,|và|;)\s*(?:(?:phong trào|cuộc vận động|gương)\s+)?(?=[“\"‘])")
_ABOUT = re.compile(r"(?:\s+mới)?\s+về\s+")
_PLURAL = re.compile(
    r"(?<!\w)(?:các|những|nhiều|một số|mọi)\s(?:(?:cuộc vận động|phong trào|chương trình|hoạt động)(?:,|\svà)\s)?$",
    re.I,
)
"""Before a head that speaks of campaigns in general."""

_LEVEL = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp\.?|quận|huyện)\s(?!\d)")
_YEAR_AND = re.compile(rf"20\d\d(?=\s(?:và|cùng)\s[{UPPER}])")
"""The year that ends a name, before another: "Năm du lịch quốc gia 2018 và Diễn đàn ..."."""

_ITS_YEAR = re.compile(r"\s+(?:năm\s+)?20\d\d(?![\d%]|\s?[-–]|\s+đến)")
_OF = re.compile(r"[\s”\"’)](?P<of>của|do|được)\s+(?:các\s+)?", re.I)
_WHO = re.compile(rf"(?P<who>[{UPPER}][^,;:.“”]{{2,60}}?)\s(?:phát động|khởi xướng)")
_NEXT_YEAR = re.compile(r"phát động\s+(?P<name>thi đua\s+năm\s+(?P<year>20\d\d))(?!\d)")
_THEME = re.compile(
    r"[cC]hủ đề(?:\s+công tác)?\s+(?:của\s+)?năm\s+(?P<year>20\d\d)\s*"
    r"(?:của\s[^“”\".;:\n]{2,40}?\s?)?(?:là\s*:?\s*|:\s*)?(?=[“\"])",
    re.I,
)
_NAMED_YEAR = re.compile(r"năm\s+(?P<year>20\d\d)(?:\s[^.;:“”\"\n]{1,50})?\s+là\s+[“\"]?năm\s*(?=[“\"])", re.I)
"""A year that is given a name: "xác định năm 2017 là năm “Vì lợi ích đoàn viên”"."""

_BACK = re.compile(r"(?:Phong trào|Cuộc vận động|Chiến dịch|Đợt thi đua)(?: này| trên)?(?=\s(?:do|được)\s)")
"""A sentence that speaks of the campaign named last: "Phong trào do quận phát động từ năm 2019"."""

_OPENING = ("“", '"')
_PATRIOTIC = re.compile(r"phong trào\s+(?P<name>thi đua\s+(?:yêu nước|quyết thắng))(?!\s+[“\"])", re.I)
"""The movements that every place, and every armed force, has, by their usual names."""

_LAUNCHES_IT = re.compile(r"(?<!\w)phát động\s+(?:đợt\s+|ngày\s+)?(?=[“\"])", re.I)
"""A quoted name right behind the verb: "phát động “Tết vì người nghèo”"."""

_IS_LAUNCHED = re.compile(
    r"(?P<name>[“\"](?!cuộc thi|hội thi|giải)[^“”\"\n]{8,100}[”\"])\s(?:đã\s)?được\s(?:[^,;:.“”]{2,50}\s)?"
    r"(?:phát động|khởi xướng)(?!\w)",
    re.I,
)
"""A quoted name that is told to be launched: "“Tết vì người nghèo” được phường phát động"."""

_SHORTEST, _LONGEST = 3, 12
"""How many words a name without quotation marks has."""


def campaigns(context: Context) -> Iterator[Campaign]:
    """The campaigns that the article names, one record for each, with what all its mentions say of it."""
    kept: dict[str, Campaign] = {}
    mark: str | None = None
    if not _begun().starts(context.plain):
        return
    for sentence in stretches(context):
        if mark and (back := _BACK.match(context.plain, sentence.start, sentence.end)):
            kept[mark] = _joined(
                kept[mark], _described(context, sentence, sentence, Span(sentence.start, back.end()), "")
            )
        for found in _in_sentence(context, sentence):
            mark = _mark(kept, found)
            kept[mark] = _joined(kept[mark], found) if mark in kept else found
    yield from sorted(kept.values(), key=lambda campaign: campaign.evidence)


def _mark(kept: dict[str, Campaign], found: Campaign) -> str:
    """By what a campaign is known: its name without the year, abbreviations written out.

    A name without quotation marks may be told longer or shorter another time.
    """
    name = _LEVEL.sub("", IN_NAME.sub("", key(found.name))).strip()
    for row in table("campaign-abbreviations"):
        name = re.sub(rf"(?<!\w){key(row['short'])}(?!\w)", key(row["long"]), name)
    if found.rule == "campaign-phrase":
        alike = (mark for mark, one in kept.items() if one.rule == found.rule and _longer_or_shorter(mark, name))
        return next(alike, name)
    return name


def _longer_or_shorter(one: str, other: str) -> bool:
    return one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _in_sentence(context: Context, sentence: Span) -> Iterator[Campaign]:
    text, position = context.plain, sentence.start
    if not may_hold(context, sentence, _begun()):
        return
    for match in _heads().finditer(text, sentence.start, sentence.end):
        if match.start() < position or not _opens_a_name(text, match):
            continue
        names = list(_names(context, sentence, match))
        rule = "campaign-head"
        if not names and (phrase_ := _unquoted(context, sentence, match)):
            names, rule = [phrase_], "campaign-phrase"
        for name in names:
            position = name.end
            yield _described(context, sentence, Span(min(match.start(), name.start), name.end), name, rule)
    for match in _LAUNCHES_IT.finditer(text, sentence.start, sentence.end):
        launched = quoted(text, match.end(), sentence.end)
        if launched and any(form.match(text, launched.start, launched.end) for form in (_helps(), _civic())):
            yield _described(context, sentence, Span(match.end(), launched.end), launched, "campaign-launched")
    for match in _IS_LAUNCHED.finditer(text, sentence.start, sentence.end):
        if match.start() >= position:
            name = Span(match.start("name") + 1, match.end("name") - 1)
            yield _described(context, sentence, name, name, "campaign-launched")
    for match in _NEXT_YEAR.finditer(text, sentence.start, sentence.end):
        found = _described(context, sentence, Span(*match.span()), Span(*match.span("name")), "campaign-year")
        yield structs.replace(found, start=match["year"])
    for match in chain(*(form.finditer(text, sentence.start, sentence.end) for form in (_THEME, _NAMED_YEAR))):
        if theme := quoted(text, match.end(), sentence.end):
            span = Span(match.start(), min(theme.end + 1, sentence.end))
            yield Campaign(
                name=plain(theme.of(context.text)), start=match["year"], evidence=span, rule="campaign-theme"
            )


def _opens_a_name(text: str, match: re.Match[str]) -> bool:
    """A head that is part of the name is capital, or begins a quotation."""
    return (
        _how()[key(match["head"])] not in ("whole", "more")
        or match["head"][0].isupper()
        or text[match.start() - 1 : match.start()] in _OPENING
    )


def _names(context: Context, sentence: Span, match: re.Match[str]) -> Iterator[Span]:
    """Where the names are: in quotation marks, one or several, or the head with what follows it."""
    text, how = context.plain, _how()[key(match["head"])]
    within = how in ("whole", "any", "more") and text[match.start() - 1 : match.start()] in _OPENING
    opening = None if within else _titled().match(text, match.end(), sentence.end)
    if opening and how in ("whole", "any", "more") and " chủ đề" in opening[0]:
        opening = None  # "Tháng Công nhân với chủ đề “...”" has its own name
    if opening and (name := quoted(text, opening.end(), sentence.end)):
        if how != "help" or _helps().match(text, name.start, name.end):
            yield name
            yield from _further(text, name.end, sentence.end)
    elif how in ("whole", "any", "more"):
        whole = _name_with_head(context, sentence, match)
        if how != "more" or whole.end > match.end():
            yield whole


def _unquoted(context: Context, sentence: Span, match: re.Match[str]) -> Span | None:
    """ "phong trào mỗi xã một sản phẩm": a name without quotation marks, of one campaign that people join."""
    text = context.plain
    if _how()[key(match["head"])] != "after" or behind(_PLURAL, text, sentence.start, match.start()):
        return None
    if patriotic := _PATRIOTIC.match(text, match.start(), sentence.end):
        return Span(*patriotic.span("name"))
    about = _ABOUT.match(text, match.end(), sentence.end)
    start = about.end() if about else match.end() + 1
    if not _may_be_name(text, start, sentence) or not _is_joined(text, sentence, match, start):
        return None
    long = _long_names().match(text, start, sentence.end)
    name = Span(*long.span()) if long else _without_unit(context, phrase(text, start, sentence.end, _stops()))
    if not long and not _SHORTEST <= len(name.of(context.text).split()) <= _LONGEST:
        return None
    emulation = match["head"].lower().endswith("thi đua")
    return Span(match.end() - len("thi đua"), name.end) if emulation else name


def _further(text: str, position: int, limit: int) -> Iterator[Span]:
    """ "phong trào “A”, “B” và “C”": the names after the first."""
    while more := _ONE_MORE.match(text, position, limit):
        name = quoted(text, more.end(), limit)
        if name is None:
            return
        yield name
        position = name.end


def _name_with_head(context: Context, sentence: Span, match: re.Match[str]) -> Span:
    """ "Tháng hành động vì trẻ em": the whole of its quotation, where it has one of its own."""
    text, start = context.plain, match.start("head")
    if text[start - 1 : start] in ("“", '"') and (inner := _short_quote(text, start - 1, sentence.end)):
        return inner
    name = phrase(text, start, sentence.end, _stops())
    if text.startswith(" về ", name.end):
        name = Span(start, phrase(text, name.end + len(" về "), sentence.end, _stops()).end)
    year = _ITS_YEAR.match(text, name.end, sentence.end)
    joined = _YEAR_AND.search(text, start, name.end)
    return Span(start, joined.end() if joined else year.end() if year else name.end)


def _short_quote(text: str, start: int, limit: int) -> Span | None:
    inner = quoted(text, start, limit)
    return inner if inner and len(inner.of(text).split()) <= _LONGEST else None


def _without_unit(context: Context, name: Span) -> Span:
    """ "thi đua yêu nước quận X" is the district's: its name ends before the unit."""
    units = inside(context.units, name)
    return trimmed(context.plain, Span(name.start, units[0].span.start if units else name.end))


def _may_be_name(text: str, start: int, sentence: Span) -> bool:
    civic = _civic().match(text, start, sentence.end)
    stop = _stops().match(text, start - 1, sentence.end)
    if stop and (civic is None or civic.end() < stop.end()):  # "phong trào góp phần ...": the sentence goes on
        return False
    if not text[start : start + 1].islower():  # "chiến dịch Điện Biên Phủ" was a battle
        return civic is not None
    other = _not_names().match(text, start, sentence.end)
    return other is None or (civic is not None and civic.end() > other.end())


def _is_joined(text: str, sentence: Span, match: re.Match[str], start: int) -> bool:
    """Whether people are called to join, so that it is no fashion: "phong trào nuôi chim cảnh rộ lên"."""
    return (
        not match["head"].lower().startswith("phong trào")
        or _civic().match(text, start, sentence.end) is not None
        or behind(_calls(), text, sentence.start, match.start()) is not None
    )


def _described(context: Context, sentence: Span, span: Span, name: Span, rule: str) -> Campaign:
    start, end, far = period(context, sentence, name)
    organizer = _organizer_after(context, sentence, name.end) or _organizer_before(context, sentence, span.start)
    return Campaign(
        name=plain(name.of(context.text)),
        organizer=organizer,
        start=start or launch_day(context, sentence, span),
        end=end,
        evidence=Span(span.start, max(span.end, far)),
        rule=rule,
    )


def _organizer_after(context: Context, sentence: Span, position: int) -> str | None:
    """ "phong trào ... của quận", "... do Hội X phát động", also behind the period."""
    for of in _OF.finditer(context.plain, position, min(sentence.end, position + AFTER)):
        if re.search(r"[,;:.]", context.plain[position : of.start()].rstrip('”"’, ')):
            return None
        if found := joined(listed_at(context, of.end(), sentence.end)):
            return found
        if generic := _generic_units().match(context.plain, of.end(), sentence.end):
            return context.complete(generic[0], of.end())
        if who := _WHO.match(context.plain, of.end(), sentence.end):
            return who["who"]
    return None


def _organizer_before(context: Context, sentence: Span, position: int) -> str | None:
    """Who launches it: bodies, or the person named directly before the verb."""
    launches = behind(_launches(), context.plain, sentence.start, position)
    if launches is None:
        return None
    before = Span(sentence.start, launches.start())
    people = [
        name
        for name in inside(context.names, before)
        if auxiliaries().fullmatch(context.plain, name.span.end, launches.start())
    ]
    return joined(listed_before(context, before.start, before.end)) or (people[-1].full if people else None)


def _joined(first: Campaign, second: Campaign) -> Campaign:
    return structs.replace(
        first,
        organizer=wider(first.organizer, second.organizer),
        start=first.start or second.start,
        end=first.end or second.end,
        evidence=second.evidence if _told(second) > _told(first) else first.evidence,
    )


def _told(campaign: Campaign) -> int:
    """How much a mention tells; the words of the one that tells most are the evidence."""
    return sum(part is not None for part in (campaign.organizer, campaign.start, campaign.end))


@cache
def _launches() -> re.Pattern[str]:
    rows = table("campaign-launch-words")
    verbs = either(row["word"] for row in rows if row["part"] == "verb")
    between = either(row["word"] for row in rows if row["part"] == "between")
    return re.compile(rf"(?<!\w)(?:{verbs})(?:\s+(?:{between}))*\s*[“\"]?$")


@cache
def _calls() -> re.Pattern[str]:
    """Before a head: that people are called to a campaign, or answer the call."""
    words = either(row["word"] for row in table("campaign-launch-words") if row["part"] == "call")
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:(?:tốt|hiệu quả|mạnh|sâu rộng|có hiệu quả|tích cực)\s+)*$", re.I)


@cache
def _civic() -> re.Pattern[str]:
    """What the names of movements that people are called to begin with."""
    words = either(row["word"] for row in table("campaign-launch-words") if row["part"] == "civic")
    return re.compile(rf"(?:{words})(?!\w)", re.I)


@cache
def _helps() -> re.Pattern[str]:
    """What the names of programmes by which people help others begin with."""
    words = either(row["word"] for row in table("campaign-launch-words") if row["part"] == "help")
    return re.compile(rf"(?:{words})(?!\w)", re.I)


@cache
def _how() -> dict[str, str]:
    return {key(row["head"]): row["name"] for row in table("campaign-heads")}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?P<head>{alone(row['head'] for row in table('campaign-heads'))})")


@cache
def _begun() -> Begun:
    """With the words of the patterns that need no head."""
    return beginnings((*(row["head"] for row in table("campaign-heads")), "phát động", "chủ đề", "là năm"))


@cache
def _not_names() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(row['word'] for row in table('campaign-not-names'))})(?!\w)", re.I)


@cache
def _stops() -> re.Pattern[str]:
    """Where a name without quotation marks ends: at any comma too."""
    goes_on = rf"\s(?:{_around('passed')}|\d+ năm)(?!\w)"  # "chào mừng Đại hội Đảng các cấp"
    comma = rf",(?!\s(?:\d|(?:{_around('joined')})(?!\w)))"  # but "phòng cháy, chữa cháy"
    further = rf"\svà\s(?=\d|(?:{_around('further')})\s)"
    return stops("campaign-stops", r"[“\"”(]", comma, further, passed=goes_on)


@cache
def _titled() -> re.Pattern[str]:
    """Between a head and its quoted name: whose campaign it is, how it is called."""
    called = "mang tên|có tên|với chủ đề|chủ đề|với tên gọi"
    return re.compile(rf"(?:\s+(?:{_around('whose')}))?(?:\s+(?:{called}))?\s*(?=[“\"‘'])")


def _around(place: str) -> str:
    return either(row["word"] for row in table("campaign-stops") if row["place"] == place)


@cache
def _long_names() -> re.Pattern[str]:
    """Names without quotation marks by how they begin and end, commas and all."""
    rows = table("campaign-long-names")
    ends = {begin: [row["end"] for row in rows if row["begin"] == begin] for begin in (row["begin"] for row in rows)}
    names = "|".join(rf"{either([begin])}[^.;:“”\"\n]{{0,80}}?(?:{either(tails)})" for begin, tails in ends.items())
    return re.compile(rf"(?:{names})(?!\w)", re.I)


@cache
def _generic_units() -> re.Pattern[str]:
    """A unit by its level alone: "của quận"."""
    return re.compile(rf"(?:{either(row['word'] for row in table('unit-levels'))})(?!\w)", re.I)
