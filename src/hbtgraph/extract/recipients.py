"""Who is honoured: named people, bodies and works, counted groups, groups described."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

from hbtgraph.extract.award_people import people
from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.phrases import behind, phrase, plain, stops, trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.extract.works import works_at
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either, find_numbers

_PLURAL = re.compile(r"\s*(?:các|những|toàn thể|mỗi|cho|(?:thân nhân|đại diện)(?:\s+của)?(?=\s\d))\s+", re.I)
_JOINT = re.compile(r"(?:\s+\([^()]{1,60}\))?\s*(?:,|;|và|cùng)\s+(?:và\s+)?")
_PRONOUN = re.compile(r"\s*(?P<who>em|cháu|ông|bà)(?=\s*(?:[.,;:)]|$|vì\s|về\s|và\s))", re.I)
_BOTH = re.compile(
    r"\s*(?:cả\s+)?hai\s+(?:ông|bà|anh|chị|em|cô|thầy|cháu)(?=\s*(?:[.,;:)]|$|(?:vì|về|và|đã|vừa|được|cùng)\s))", re.I
)
_TWO = re.compile(r"(?<!\w)hai\s+(?:\w+\s+){0,2}$", re.I)
_AND_PERSON = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?(?:,|và|cùng)\s+(?:(?:ông|bà|anh|chị|em|cô|thầy|cháu)\s+)?")
"""Before two who are named together, and between them."""

_ALSO = re.compile(r"(?P<and>\s(?:và|cùng)\s+)(?:ông|bà|đồng chí|em|anh|chị)\s", re.I)
_NEXT_GROUP = re.compile(r"\s*(?:,|;(?![^;.]{1,120}\s(?:được|đạt|nhận)\s)|và|cùng)\s+(?=\d)")
"""Between groups; behind a semicolon another clause may begin: "cho 5 tập thể; 7 cá nhân được công nhận ..."."""

_GROUP_ENDS = re.compile(rf"{_NEXT_GROUP.pattern}|\svà\s(?=[“\"])")
_GIVEN_NAME = re.compile(rf"[{UPPER}]\w*+(?: [{UPPER}]\w*+)?")
_SPACE = re.compile(r"\s*:?\s*")
_SMALL_WORDS = re.compile(r"(?:\s(?!của\s|thuộc\s|và\s|vì\s|với\s|do\s|đã\s|có\s|trong\s)[^\W\d_A-ZĐ]+){1,8}")
_COLLECTIVE = re.compile(
    r"(?:tập thể\s+)?(?:(?:lãnh đạo|cán bộ|chiến sĩ|chiến sỹ|giáo viên|nhân viên|công nhân viên|người lao động),?\s+)*"
)
"""Who a body consists of, before its name: "tập thể cán bộ, chiến sĩ | Công an quận X"."""

_OF_BODY = re.compile(r"\s*(?:thuộc|của|,)\s+")
"""What joins a body to the one that it belongs to: "Đội Y thuộc Công an quận X"."""

_PIECE = re.compile(r"(?:^|,\s+(?:và\s+)?|\s+và\s+)(?P<kind>[^\W\d_]+)(?:\s(?!và\s)[^\s,]+)+")
"""A name in a row of names."""

_APPOSED = re.compile(r"\s?(?:[-–,]|(?P<bracket>\())\s?")
_ITEM = re.compile(rf"(?:,\s(?=[{UPPER}])[^,;:.]{{2,60}}){{1,2}}(?=;)")
_APPOSITION = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:,|\s[-–])\s(?:nguyên\s)?"
    r"(?:cán bộ|chiến s[ĩỹ]|giáo viên|nhân viên|công nhân|học sinh|sinh viên)\s",
    re.I,
)
"""Behind somebody, what he is: "đại úy A |, cán bộ |Phòng Y", where the body is no further recipient."""

_INTRODUCES = re.compile(r"[^:.;,()“”\"]{0,80}(?:,\s(?:gồm|bao gồm|gồm có))?:\s+(?:[-–+]\s*)?")
_NUMBER = re.compile(r"\d{1,2}(?=\s)")
_AND_GROUP = re.compile(r"\s*[,;]?\s(?:và|cùng)\s(?:(?:các|những)\s)?|;\s(?:các\s)?")
_CONSISTS_OF = re.compile(
    r"[^:.;,()“”\"]{0,60}?(?:(?<!\w)(?:bao gồm|gồm có|gồm|là)|,\strong đó có"
    r"|(?<!\w)có(?=\s(?:ông|bà|anh|chị|em|đồng chí)\s))"
    r"\s*(?::\s*)?(?:[-–+]\s*)?(?:các\s+)?"
)
"""Between a group and the names of its members."""

_WHOSE = re.compile(
    r"(?P<unit>(?:tỉnh|thành phố|TP|quận|huyện|xã|phường)\.?\s[^,.;:\n]{2,30}?)"
    r"\s+(?:hiện\s+|đã\s+)*có(?:\s+tới|\s+thêm)?\s*$"
)
_BEFORE_NAME = 60
"""How far a name may stand behind the words of its bearer's post, in code points."""
_LONGEST, _LONGEST_NAME = 30, 15
"""The most words of a group's description, and of a name that is no known one."""


class Recipient(Struct, frozen=True):
    """A recipient as the record has it, and where it stands."""

    text: str
    span: Span
    count: int | None = None
    named: bool = False
    thing: bool = False
    """Whether it is known only as a noun phrase that names one thing."""


def recipients_at(context: Context, start: int, limit: int) -> list[Recipient]:
    """The recipients whose naming begins at `start`, one after another; empty where none does."""
    if plural := _PLURAL.match(context.plain, start, limit):
        start = plural.end()
    if space := _SPACE.match(context.plain, start, limit):
        start = space.end()
    return (
        _both(context, start)
        or _introduced(context, start, limit)
        or list(_counted(context, start, limit))
        or [
            Recipient(text=plain(work.of(context.text)), span=work, named=True)
            for work in works_at(context.plain, start, limit)
        ]
        or listed(context, start, limit)
        or _pronoun(context, start, limit)
        or bearer(context, start, limit)
        or _group(context, start, limit)
    )


def meant(context: Context, pronoun: re.Match[str]) -> Recipient | None:
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


def _both(context: Context, start: int) -> list[Recipient]:
    """ "hai ông": the two people named together last, by choice those that were introduced as "hai ông A và B"."""
    pronoun = _BOTH.match(context.plain, start)
    if pronoun is None:
        return []
    before = context.names[: bisect_left(context.names, start, key=lambda name: name.span.start)]
    pairs = [
        pair for pair in pairwise(before) if _AND_PERSON.fullmatch(context.plain, pair[0].span.end, pair[1].span.start)
    ]
    called = [pair for pair in pairs if behind(_TWO, context.plain, 0, pair[0].span.start)]
    found = (called or pairs)[-1:]
    return [Recipient(text=one.full, span=Span(*pronoun.span()), named=True) for one in (found[0] if found else ())]


def bearer(context: Context, start: int, limit: int) -> list[Recipient]:
    """Whom one or two syllables of a name stand for, where somebody whose name ends so is named in full."""
    syllables = _GIVEN_NAME.match(context.text, start, limit)
    words = syllables[0].split() if syllables else []
    for given in (words, words[:1]) if len(words) > 1 else (words,):
        bearers = [name.full for name in context.names if given and name.full.split()[1:][-len(given) :] == given]
        if bearers:
            span = Span(start, start + len(" ".join(given)))
            return [Recipient(text=bearers[-1], span=span, named=True)]
    return []


def of_mention(mention: Mention) -> Recipient:
    """A person or body as the recipient of an honour."""
    return Recipient(text=mention.full or mention.text, span=mention.span, named=True)


def _counted(context: Context, start: int, limit: int) -> Iterator[Recipient]:
    """ "5 tập thể và 12 cá nhân có thành tích ...": each group with its number."""
    text, position = context.plain, start
    while position < limit:
        number = next(find_numbers(text, Span(position, limit)), None)
        if number is None or text[position : number.whole.start].strip() or number.percent:
            return
        group = group_at(context, number, limit)
        if group is None:
            return
        yield group
        following = _NEXT_GROUP.match(text, group.span.end, limit)
        position = following.end() if following else limit


def group_at(context: Context, number: NumberMention, limit: int) -> Recipient | None:
    """The group that a number counts, with its description; None where it counts nobody."""
    text = context.plain
    if number.value != int(number.value) or _numbered().search(
        text, max(0, number.whole.start - 12), number.whole.start
    ):
        return None  # "tổ 5 phường X", "năm 2016 quận ..."
    if not group_noun().match(text, number.span.end, limit):
        return None
    end = next((match.start() for match in _GROUP_ENDS.finditer(text, number.span.end, limit)), limit)
    described = _closed(text, phrase(text, number.span.end, end, stops("award-stops")))
    words = plain(described.of(context.text))
    if (whose := _WHOSE.search(text, max(0, number.whole.start - 60), number.whole.start)) and len(words.split()) < 3:
        words = f"{words} {whose['unit']}"
    return (
        Recipient(text=words, span=Span(number.span.start, described.end), count=int(number.value)) if words else None
    )


@cache
def _numbered() -> re.Pattern[str]:
    """A noun before a number that is its own: "tổ | 5", "năm | 2016"."""
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "numbered")
    return re.compile(rf"(?<!\w)(?:{words}) $", re.I)


def _closed(text: str, span: Span) -> Span:
    """The phrase without a bracket that it does not close: "hộ gia đình tiêu biểu | (Ảnh: ..."."""
    bracket = text.rfind("(", span.start, span.end)
    cut = bracket > span.start and text.find(")", bracket, span.end) < 0
    return trimmed(text, Span(span.start, bracket)) if cut else span


def listed(context: Context, start: int, limit: int) -> list[Recipient]:
    """ "ông A, bà B và Công ty C": people after their titles and posts, bodies where they begin."""
    found: list[Recipient] = []
    last: Mention | None = None
    position, comma = start, False
    while mention := _named_at(context, position, limit):
        if found and mention not in context.names and _APPOSITION.match(context.plain, found[-1].span.end, limit):
            break
        if not (last and comma and _is_place_of(context, last, mention)):
            found.append(of_mention(_as_item(context, mention, limit)))
        joint = _JOINT.match(context.plain, _behind_post(context, max(mention.span.end, found[-1].span.end)), limit)
        last = mention
        if not joint:
            break
        position, comma = joint.end(), joint[0].lstrip().startswith(",")
    if not found:
        return []
    return found + (list(_counted(context, position, limit)) or _after_posts(context, found[-1].span.end, limit))


def _is_place_of(context: Context, one: Mention, other: Mention) -> bool:
    """Whether what follows a comma only tells where somebody is: "bà A, | Đảng bộ phường X", "Công an X, | quận Y"."""
    if one in context.names:
        return other not in context.names
    level = other.text.partition(" ")[0].lower()
    return other in context.units and one not in context.units and f" {level} " not in f" {one.text.lower()} "


def _as_item(context: Context, body: Mention, limit: int) -> Mention:
    """ "Đội A, | Phòng B, Công an tỉnh C; Đội D ...": in a list with semicolons a body goes on up to the next one."""
    whole = _ITEM.match(context.plain, body.span.end, limit) if body not in context.names else None
    if whole is None:
        return body
    span = Span(body.span.start, whole.end())
    return Mention(span=span, text=span.of(context.text), full=plain(span.of(context.text)))


def _behind_post(context: Context, position: int) -> int:
    """Where a row of names goes on: behind the post that the last one has, "bà B - Bí thư chi bộ 5 |, ông C"."""
    mark = _APPOSED.match(context.plain, position)
    if mark is None:
        return position
    at = bisect_left(context.posts, mark.end(), key=lambda group: group.span.start)
    group = context.posts[at] if at < len(context.posts) else None
    if group is None or group.span.start != mark.end():
        return position
    end = group.span.end
    return end + 1 if mark["bracket"] and context.plain.startswith(")", end) else end


def _introduced(context: Context, start: int, limit: int) -> list[Recipient]:
    """ "các tập thể: A, B và C", "3 đơn vị: A, B, C": those whom a group's noun introduces, all that it counts."""
    text, found = context.plain, []
    number = _NUMBER.match(text, start, limit)
    noun = group_noun().match(text, number.end() if number else start, limit)
    while noun and (colon := _INTRODUCES.match(text, noun.end(), limit)):
        row = listed(context, colon.end(), limit)
        if not row or (number and int(number[0]) != len(row)):
            break
        found += row
        also = _AND_GROUP.match(text, row[-1].span.end, limit)
        number, noun = None, group_noun().match(text, also.end(), limit) if also else None
    return found


def listed_behind(context: Context, position: int, limit: int) -> list[Recipient]:
    """ "... được khen thưởng | gồm: A, B và C": those whom a plural subject stands for."""
    gap = _CONSISTS_OF.match(context.plain, position, limit)
    return listed(context, gap.end(), limit) if gap else []


def named_phrase(context: Context, start: int, limit: int) -> list[Recipient]:
    """Whoever else is named here: "lực lượng Biên phòng thành phố X", "Thủ tướng nước Y Z"."""
    span = phrase(context.plain, start, limit, _name_ends())
    words = span.of(context.text)
    if not words or len(words.split()) > _LONGEST_NAME or words.islower() or words.startswith("các "):
        return []
    return [Recipient(text=plain(one.of(context.text)), span=one, named=True) for one in _of_one_kind(span, words)]


def _of_one_kind(whole: Span, words: str) -> list[Span]:
    """ "đội A và đội B": the names in a row that begin with the same word; else the whole."""
    pieces = list(_PIECE.finditer(words))
    kinds = {piece["kind"] for piece in pieces}
    if len(pieces) < 2 or len(kinds) > 1 or not kinds.pop().islower():
        return [whole]
    return [Span(whole.start + piece.start("kind"), whole.start + piece.end()) for piece in pieces]


def _after_posts(context: Context, position: int, limit: int) -> list[Recipient]:
    """ "ông A, nguyên Vụ trưởng ... và ông B": whoever else is named after "và" with a title."""
    if context.plain[position : position + 1] != ",":
        return []
    for also in _ALSO.finditer(context.plain, position, limit):
        if mention := _named_at(context, also.end("and"), limit):
            return [of_mention(mention)]
    return []


def _named_at(context: Context, position: int, limit: int) -> Mention | None:
    """The person or body named here, with nothing but titles and posts in front."""
    for mention in people(context, Span(position, min(limit, position + _BEFORE_NAME))):
        named = mention.span.start
        if titles().fullmatch(context.plain, position, named) or _post_fills(context, position, named):
            return mention
    collective = _COLLECTIVE.match(context.plain, position, limit)
    doer = doer_at(context, collective.end() if collective else position, limit)
    if doer and collective and collective[0] and doer in context.units:
        whole = Span(position, doer.span.end)  # "cán bộ, chiến sĩ phường X" are not the ward
        return Mention(span=whole, text=whole.of(context.text), full=collective[0] + doer.full)
    return with_owner(context, doer, limit) if doer else None


def _post_fills(context: Context, position: int, name: int) -> bool:
    """Whether only titles and a post stand before the name: "đồng chí | Bí thư Đảng ủy xã | Lê Văn B"."""
    title = titles().match(context.plain, position, name)
    at = bisect_left(context.posts, position, key=lambda group: group.span.start)
    if title is None or at == len(context.posts):
        return False
    post = context.posts[at].span
    return post.start == title.end() and not context.plain[min(post.end, name) : name].strip()


def with_owner(context: Context, body: Mention, limit: int) -> Mention:
    """ "Đội điều tra | tội phạm về ma túy thuộc Công an quận X": small words up to the body that it belongs to."""
    small = _SMALL_WORDS.match(context.plain, body.span.end, limit)
    for end in (small.end(), body.span.end) if small else (body.span.end,):
        owner = _OF_BODY.match(context.plain, end, limit)
        if owner is None or ("," in owner[0] and end == body.span.end):
            continue  # "Công an quận X, Công an quận Y" are two
        if whole := doer_at(context, owner.end(), limit):
            span = Span(body.span.start, whole.span.end)
            return Mention(span=span, text=span.of(context.text), full=plain(span.of(context.text)))
    return body


def _pronoun(context: Context, start: int, limit: int) -> list[Recipient]:
    pronoun = _PRONOUN.match(context.plain, start, limit)
    return [found] if pronoun and (found := meant(context, pronoun)) else []


def _group(context: Context, start: int, limit: int) -> list[Recipient]:
    text = context.plain
    if not group_noun().match(text, start, limit):
        return []
    described = _closed(text, phrase(text, start, limit, stops("award-stops")))
    words = described.of(context.text)
    if not 2 <= len(words.split()) <= _LONGEST:
        return []
    pieces = [described] if words.islower() else _of_one_kind(described, words)
    return [Recipient(text=plain(piece.of(context.text)), span=piece) for piece in pieces]


@cache
def group_noun() -> re.Pattern[str]:
    """The noun of a group that may be honoured: "tập thể", "học sinh"."""
    people = {row["word"] for row in table("group-kinds")} | {row["noun"] for row in table("award-recipients")}
    return re.compile(rf"\s*(?:{either(people)})(?!\w|\s(?:lễ|hội nghị|cuộc|buổi)\s)", re.I)


@cache
def plural_group() -> re.Pattern[str]:
    """ "các tập thể": a group of unknown number that stands nearer to the verb than whoever is named."""
    return re.compile(rf"(?<!\w)(?:các|những|nhiều){group_noun().pattern}", re.I)


@cache
def _name_ends() -> re.Pattern[str]:
    amount = r"\s\d[\d.,]*\s(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng)\s"
    return stops("award-stops", r"\s(?:vì|về|do|nhân|theo|trong|khi)\s|[,(]|\.\s", amount)


@cache
def titles() -> re.Pattern[str]:
    """Titles, posts and small-letter words before a name; no verb, no stop."""
    titles = either(row["word"] for row in table("honorifics"))
    others = either(row["word"] for row in table("award-titles"))
    return re.compile(rf"\s*(?:(?:{titles})[.\s]+|(?:{others})(?:\s+ông)?[,\s]+)*", re.I)
