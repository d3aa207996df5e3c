"""Honours given, proposed or to be given: one record for each pair of honour and recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct, structs

from hbtgraph.extract.award_days import day_of_honour
from hbtgraph.extract.award_merging import Told, agreeing
from hbtgraph.extract.conferral import (
    BETWEEN,
    Giver,
    at_an_occasion,
    giver_of,
    gives,
    happens,
    holder_of,
    last_verb,
    passive_before,
    praiser_of,
    praises,
    praises_begun,
    public_giver,
    sense_of,
    whose,
)
from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.honour_rows import GOES_TO, is_prize, is_several, told_apart
from hbtgraph.extract.honoured import described, subjects
from hbtgraph.extract.honours import Honour, begun
from hbtgraph.extract.phrases import behind, may_hold, phrase, plain, stops, stretches_at
from hbtgraph.extract.plans import planned_sentences, will
from hbtgraph.extract.prize_lists import before_next, listed_prizes
from hbtgraph.extract.recipients import Recipient, listed_behind, named_phrase, of_mention, recipients_at
from hbtgraph.extract.teams import team_at
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Award, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_TO = re.compile(
    r"(?:\s+của\s+(?P<of>(?:(?!\s(?:đã|kèm|cùng)\s)[^,;:.]){2,80}?)|(?:\s+[^\s,;:.]+){0,12}?)"
    r"(?:,?\s+(?:và\s+|cùng\s+|kèm\s+(?:theo\s+)?)?(?:số tiền |tiền )?thưởng(?:\s+[^\s,;:]+){1,5}?)?"
    r"\s+(?:cho|đến|tới|đối với|lên (?:lá )?cờ truyền thống(?: của)?)\s+"
)
"""Between an honour and who gets it; money may be given with it."""

_BESIDE = re.compile(r"(?:\s+[^\s,;:.]+){0,12}?(?<!\svà)(?<!\squà)\s+tặng\s+")
_DIRECT = re.compile(r"\s(?:ông|bà|anh|chị|em|cháu|cô|thầy|đồng chí)\s")
_LETTER = re.compile(r"thư khen$", re.I)
"""Whom an honour is given may stand right behind it; a body there mostly gives it, but for a letter."""

_TO_PRAISED = re.compile(
    r"\s+của\s+[^,;:.]{2,60}?\s+cho\s+|"
    r"\s*(?:đột xuất\s+)?(?:thành tích|chiến công)(?:\s+[^\s,;:.]+){0,6}?\s+cho\s+"
    r"|\s*(?:[\d.,]+\s+(?:nghìn|triệu|tỷ|tỉ)(?:\s+đồng)?)?,?\s+cho\s+(?:thành tích|chiến công)\s+của\s+"
    r"|\s*(?:(?:đột xuất|[\d.,]+\s+(?:nghìn|triệu|tỷ|tỉ)(?:\s+đồng)?),?\s+)?(?:(?:cho|đối với)\s+)?"
)
"""Between a praise and whom it is for: "khen thưởng đột xuất cho ...", "thưởng nóng 20 triệu đồng cho ..."."""

_NEXT = re.compile(
    r"(?:\s*\([^()]{1,100}\))?(?:(?:,|\s[-–])\s[^;:.()]{1,80}(?=;))?\s*(?:[;,]\s*(?:và\s+)?|\s(?:và|cùng)\s)"
    r"(?:đồng\s+)?(?:(?:\d+|hai|ba|bốn|các)\s+)?"
)
"""Between who received one honour and the next of the same verb: "giải nhất cho A | (xã X); hai | giải nhì cho B"."""

_JOINTLY = re.compile(r"(?<!\w)đồng\s$")
"""Before a prize that those named before it share: "đội A và đội B | đồng | giải ba"."""

_AND_BY = re.compile(rf"(?:\s+năm\s+\d{{4}}|\s*\([^()]{{1,40}}\))?[;,]\s+(?:và\s+)?(?=[{UPPER}])")
"""Between an honour received and who gives another: "A được X tặng Huân chương| ; |Y tặng Bằng khen"."""

_EARNED = (" đạt", " danh hiệu", " đoạt", " giành", " đạt giải")
"""Where the description of a group breaks off before an honour that is part of it: "20 chi bộ đạt | trong sạch"."""

_PROPOSED = re.compile(
    r"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|đề cử|xem xét|bình xét|xét|hoàn thiện hồ sơ|lập hồ sơ|làm hồ sơ"
    r"|(?<!chương )(?<!quá )(?<!lộ )trình)\s+(?:[^,;:.]{0,60}\s)?$",
    re.I,
)


_STANDARD = re.compile(r"đạt (?:trường )?chuẩn\s", re.I)
_MEETS = re.compile(
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|trường|trạm|bệnh viện|thôn|làng|khu dân cư|tổ dân phố)\s", re.I
)
"""A standard that is met, "đạt chuẩn quốc gia", and what may meet it."""

_AS = re.compile(r"\s+(?:là\s+)?(?:danh hiệu\s+)?[“\"]")
"""Behind a praise that is followed by a title: "tôn vinh là “Nông dân xuất sắc”"."""

_COMMENDS = "biểu dương"
"""What a speaker does with a body whose work he is content with: "ông A biểu dương quận B đã ..." honours nobody."""

_LIST_OF = re.compile(r"(?<!\w)Danh sách\s")
_COMPANY = re.compile(r"(?<!\w)(?<!Tổng )(?:Tổng\s+)?(?:Công ty|Ngân hàng|Viễn thông|Hợp tác xã|Bệnh viện|Trường)\s")


_ANY_GROUP = re.compile(r"[^\W\d_A-ZĐ]+(?:\s[^\W\d_A-ZĐ]+){0,2}")
"""A group of at most three words without a name."""

_NEAR, _FAR = 60, 140
"""How far before "được khen thưởng", and before "đạt giải nhất", the one honoured may stand, in code points."""


def awards(context: Context) -> tuple[Award, ...]:
    """The honours that the article speaks of with their recipients, each pair once.

    A group is known by its number: what the article says of it in several places is one record, with the
    fullest description, and with the honour's name rather than a mere "tôn vinh".
    """
    return context.once(_all)


def _all(context: Context) -> tuple[Award, ...]:
    found = Told()
    places = (*begun().starts(context.plain), *praises_begun().starts(context.plain))
    for sentence in stretches_at(context, places):
        for award in _in_sentence(context, sentence):
            found.add(award)
    return tuple(agreeing(found.awards))


def _in_sentence(context: Context, sentence: Span) -> Iterator[Award]:
    groups = list(told_apart(context.plain, sentence)) if may_hold(context, sentence, begun()) else []
    before = _Before(sentence.start, [])
    for place, honours in enumerate(groups):
        if any(one.span.start < honours[0].span.start < one.span.end for one in before.to):
            continue  # part of the description of who received the one before: "10 chi bộ đạt danh hiệu ..."
        last = honours[-1].span.end
        following = groups[place + 1][0].span.start if place + 1 < len(groups) else sentence.end
        following = before_next(context.plain, last, following) if place + 1 < len(groups) else following
        if gift := _gift(context, sentence, honours, following, before):
            before = _Before(honours[-1].span.end, gift.to, gift)
            yield from _given(context, sentence, honours, gift)
    if may_hold(context, sentence, praises_begun()):
        yield from _praised(context, sentence, {honours[0].span.start for honours in groups})
    if groups:
        yield from _on_a_list(context, sentence, groups)
        for prize, winner, span in listed_prizes(context, sentence, groups):
            yield _award(context, sentence, prize.name, winner, Giver(), span, span.start, "award-results")


class _Before(Struct, frozen=True):
    """Up to where the sentence has told of honours, and who received the last."""

    end: int
    to: list[Recipient]
    gift: _Gift | None = None

    @property
    def reach(self) -> int:
        """How far the words about that gift go."""
        return max((self.end, *(one.span.end for one in self.to)))


class _Gift(Struct, frozen=True):
    """What a sentence says of honours beside their names: where its verb stands, who receives, who gives."""

    at: int
    to: list[Recipient]
    giver: Giver = Giver()
    got: bool = False
    """Whether those who receive are its subject."""


def _given(context: Context, sentence: Span, honours: list[Honour], gift: _Gift) -> Iterator[Award]:
    title = next(context.article.parts("title"), None)
    for recipient in gift.to:
        if sentence == title and not (recipient.named or recipient.count):
            continue  # a title sums up whom the text names
        for honour in honours:
            if is_prize(honour) and not recipient.count and _ANY_GROUP.fullmatch(recipient.text):
                continue  # the prizes of a contest: "cho các đội thi"
            span = Span(min(gift.at, recipient.span.start), max(honours[-1].span.end, recipient.span.end))
            giver = gift.giver
            if (named := honour.name.partition(" của ")[2])[:1].isupper():
                giver = structs.replace(giver, conferrer=named)
            yield _award(context, sentence, honour.name, recipient, giver, span, gift.at, "award")


def _gift(context: Context, sentence: Span, honours: list[Honour], following: int, before: _Before) -> _Gift | None:
    """ "trao Giấy khen cho Y", "Y được tặng Giấy khen", "Y đạt giải nhất", "giải nhất thuộc về Y"."""
    text, first, last = context.plain, honours[0].span, honours[-1].span
    goes = GOES_TO.match(text, last.end, following)
    if goes and happens(text, sentence, goes) and (winners := _receivers(context, goes.end(), following)):
        return _Gift(first.start, winners)
    if goes_on := _next(context, honours, following, before):
        return goes_on
    verb = last_verb(text, sentence, first.start)
    standard = _STANDARD.match(text, first.start)
    if standard and (verb is None or key(verb[0]) != "công nhận"):
        return _met(context, sentence, standard, before)
    if verb is None:
        return None
    shared = _JOINTLY.search(text, before.end, first.start) or is_several(text, honours[0])
    if verb.start() < before.end and shared:
        return None
    receives = sense_of(verb) == "receive"
    if receives and at_an_occasion(text, sentence, verb):
        holder = holder_of(context, sentence, verb, honours[0].name)
        return (
            _Gift(verb.start(), [of_mention(holder)], Giver(whose(context, last.end, sentence.end))) if holder else None
        )
    if not gives(text, sentence, verb, first):
        return None
    passive = passive_before(text, sentence, verb)
    to = _honoured(context, sentence, honours, passive or verb, following, before) if passive or receives else []
    if receives:
        return _Gift(verb.start(), to, Giver(whose(context, last.end, sentence.end)), got=True) if to else None
    to = to or _behind(context, honours, verb, following)
    if not to and not at_an_occasion(text, sentence, verb):
        to = _shared(context, last.end, sentence)
    giver = giver_of(context, sentence, verb, passive=passive)
    if not to and before.gift and before.gift.got and giver.conferrer:
        to = before.to if _AND_BY.match(text, before.reach, verb.start()) else []
    of = _TO.match(text, last.end, max(following, last.end))
    if of and of["of"]:
        giver = structs.replace(giver, conferrer=context.complete(plain(of["of"])))
    elif giver.conferrer is None:
        giver = structs.replace(giver, conferrer=whose(context, last.end, sentence.end))
    return _Gift(verb.start(), to, giver, got=passive is not None) if to else None


def _honoured(
    context: Context, sentence: Span, honours: list[Honour], verb: re.Match[str], following: int, before: _Before
) -> list[Recipient]:
    """Who receives, or is given to: the verb's subject, else who is named behind the clause or the honour."""
    end = honours[-1].span.end
    to = _subject(context, verb.start(), before)
    if not to and verb.start() == sentence.start:
        to = _behind_comma(context, end, sentence.end)
    return to or listed_behind(context, end, following) or described(context, before.end, verb.start())


def _next(context: Context, honours: list[Honour], following: int, before: _Before) -> _Gift | None:
    """ "trao giải nhất cho A; | giải nhì cho B": the verb of the honour before."""
    if before.gift is None or not _NEXT.fullmatch(context.plain, before.reach, honours[0].span.start):
        return None
    behind_it = _TO.match(context.plain, honours[-1].span.end, following)
    to = _receivers(context, behind_it.end(), following) if behind_it else []
    giver = before.gift.giver
    if behind_it and behind_it["of"]:
        giver = structs.replace(giver, conferrer=context.complete(plain(behind_it["of"])))
    return _Gift(before.gift.at, to, giver) if to else None


def _met(context: Context, sentence: Span, standard: re.Match[str], before: _Before) -> _Gift | None:
    """ "Trường X đạt chuẩn quốc gia": a standard that one named body meets; how many meet it is a figure."""
    met = [one for one in _subject(context, standard.start(), before) if one.named and _MEETS.match(one.text)]
    return _Gift(standard.start(), met) if met and happens(context.plain, sentence, standard) else None


def _behind_comma(context: Context, start: int, limit: int) -> list[Recipient]:
    """ "Được quận tặng Giấy khen năm 2019, bà Y ...": who is named behind the clause that opens the sentence."""
    comma = context.plain.find(", ", start, min(limit, start + _NEAR))
    return recipients_at(context, comma + 2, limit) if comma > 0 else []


def _subject(context: Context, end: int, before: _Before) -> list[Recipient]:
    """Who stands before the verb; who was honoured just before, where the verb is the same or has no subject."""
    if end < before.end:
        return before.to
    same = before.to if behind(_goes_on(), context.plain, before.end, end) else []
    if same and _goes_on().fullmatch(context.plain, before.end, end):
        return same
    return subjects(context, before.end, end, _FAR) or same


def _receivers(context: Context, start: int, limit: int) -> list[Recipient]:
    found = recipients_at(context, start, limit)
    sentence = context.sentence_of(start)
    if found and sentence and found[-1].text.endswith(_EARNED):
        found = recipients_at(context, start, sentence.end)
    return found or named_phrase(context, start, limit)


def _behind(context: Context, honours: list[Honour], verb: re.Match[str], following: int) -> list[Recipient]:
    """ "trao Giấy khen cho Y", "trao Cờ thi đua tặng Y", "tặng Y Giấy khen"."""
    text, first, last = context.plain, honours[0].span, honours[-1].span
    limit = max(following, last.end)
    for pattern in (_TO, _BESIDE):
        to = pattern.match(text, last.end, limit)
        if to and (found := _receivers(context, to.end(), limit)):
            return found
    if (found := recipients_at(context, last.end, limit)) and (
        all(one.count for one in found) or _DIRECT.match(text, last.end) or _LETTER.search(text, last.start, last.end)
    ):
        return found  # "tặng Bằng khen 5 tập thể", "tặng Giấy khen anh Y", "gửi Thư khen Công an X"
    between = recipients_at(context, verb.end(), first.start)
    return between if between and BETWEEN.fullmatch(text, between[-1].span.end, first.start) else []


def _praised(context: Context, sentence: Span, honours: set[int]) -> Iterator[Award]:
    """ "tuyên dương em X", "X được quận biểu dương, khen thưởng": the verb is the honour."""
    text = context.plain
    for match in praises().finditer(text, sentence.start, sentence.end):
        if not match[0][1:].islower() or not happens(text, sentence, match):
            continue  # "đại biểu Dương Văn Tám"
        if _AS.match(text, match.end(), sentence.end) or match.end() + 1 in honours:
            continue  # the title is the honour
        passive = passive_before(text, sentence, match)
        if passive and not public_giver().match(text, passive.end(), match.start()):
            continue
        if passive:
            found = [one for one in subjects(context, sentence.start, passive.start(), _NEAR) if not one.thing]
            found = found or listed_behind(context, match.end(), sentence.end)
        else:
            to = _TO_PRAISED.match(text, match.end(), sentence.end)
            start = to.end() if to else match.end()
            found = recipients_at(context, start, sentence.end)
            if key(match[0]) == _COMMENDS:
                found = [one for one in found if doer_at(context, one.span.start, sentence.end) is None]
            elif not any(one.named or one.count for one in found):
                found = team_at(context, start, sentence.end)
        giver = praiser_of(context, sentence, match, passive=passive)
        for recipient in found:
            if recipient.named or recipient.count:
                honour = "khen thưởng" if "khen thưởng" in match[0].lower() else match["last"] or match["first"]
                if honour == "khen thưởng" and text.startswith(" đột xuất", match.end()):
                    honour = "khen thưởng đột xuất"
                span = Span(min(match.start(), recipient.span.start), max(match.end(), recipient.span.end))
                yield _award(context, sentence, honour, recipient, giver, span, match.start(), "award-praise")


def _award(
    context: Context,
    sentence: Span,
    honour: str,
    to: Recipient,
    giver: Giver,
    span: Span,
    verb: int,
    rule: str,
) -> Award:
    return Award(
        honour=honour,
        recipient=to.text,
        count=to.count,
        conferrer=giver.conferrer,
        date=day_of_honour(context, sentence, span, at_hand=giver.presenter is not None),
        status=_status(context, sentence, verb),
        presenter=giver.presenter,
        evidence=span,
        rule=rule,
    )


def _status(context: Context, sentence: Span, verb: int) -> Literal["conferred", "proposed", "planned"]:
    if context.plain.startswith(("xét tặng", "đề nghị"), verb) or _PROPOSED.search(
        context.plain[sentence.start : verb]
    ):
        return "proposed"
    return "planned" if will(context, sentence, verb) or sentence in context.once(planned_sentences) else "conferred"


def _on_a_list(context: Context, sentence: Span, groups: list[list[Honour]]) -> Iterator[Award]:
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
        yield _award(context, sentence, honours[0].name, to, Giver(), whole, heading.start(), "award-list")


def _shared(context: Context, position: int, sentence: Span) -> list[Recipient]:
    """The recipient of what follows in the same sentence: "tặng Bằng khen, ... tặng Giấy khen và tuyên dương Y"."""
    for match in praises().finditer(context.plain, position, sentence.end):
        if found := recipients_at(context, match.end(), sentence.end):
            return found
    return []


@cache
def _goes_on() -> re.Pattern[str]:
    """A verb that goes on about the same subject: "được tặng Bằng khen; đồng thời được ..."."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "manner")
    year = r"(?:(?:vào\s+|đến\s+)?năm\s+\d{4}(?:\s*,)?\s+)?"
    level = r"(?:\scấp\s[^\s,;.]+(?:\s[^\s,;.]+)?)?"
    return re.compile(
        rf"{level}(?:[,;]|\svà|\s(?:đồng thời|ngoài ra))\s*{year}(?:(?:{words}|đồng thời)(?:\s+|$))*$", re.I
    )
