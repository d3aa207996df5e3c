"""What tells a change of post: its verbs, its day, and how names stand in a row beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.context import Context, Mention, inside
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import TextFinder, any_of, column
from hbtgraph.model import AppointmentAction, Span
from hbtgraph.vietnamese.dates import DateMention, find_dates
from hbtgraph.vietnamese.text import key

_CALLED_OFF = re.compile(
    r"(?:tạm dừng|dừng|hoãn|hủy|hủy bỏ|thu hồi|tạm hoãn|[đĐ]ề xuất|[kK]iến nghị|(?<!chuẩn )[đĐ]ề nghị)(?: \w+){0,2} $"
    r"|đang xem xét(?: việc)? $|(?:không|chưa)(?: được)? $"
)
"""Words before a verb that say it does not come about."""

_ASKED = re.compile(
    r"(?<!\w)(?<!theo )(?<!Theo )(?:đề nghị|kiến nghị|đề xuất|nguyện vọng|xin) [^,;:.]{0,80}"
    r"(?<!\w)(?:cho|được) [^,;:.]{0,40}$"
)
"""Before a verb, that somebody only asks for it: "đề nghị tỉnh cho ông A được | phân công"."""

_EARLIER = re.compile(r"[Tt]rước (?:khi|lúc)(?: \w+){0,2} $")
"""Before an appointment to another post than the one told: "trước khi được | bổ nhiệm, ông A là ..."."""

_GOES_ON_TO = re.compile(r"(?:thay (?:ông|bà|đồng chí)|về làm|về giữ|lên làm|lên giữ)$")
"""Verbs that tell where to another one leads."""

_GIVES_ALREADY = re.compile(r";|(?<!\w)(?:làm|giữ) ")
_AROUND = re.compile(r"(?:[Tt]rước|[Ss]au|[Tt]ừ|[Kk]ể từ) (?:khi|ngày|lúc)(?: \w+){0,2} $")
"""Before words that then tell another time only: "trước khi | nhận chức Giám đốc X"."""

LEAVES = ("thôi", "cho thôi", "miễn nhiệm")
"""Verbs that say only that a post is left."""

_WISHED = re.compile(
    r"(?<!không có )(?<!chưa có )(?<!\w)(?:đơn (?:xin )?(?:từ chức|từ nhiệm|thôi|nghỉ|rút)|đơn của (?:ông|bà|đồng chí) "
    r"|(?:xin thôi việc|(?:theo|xét|đồng ý với) đơn)(?!\w)|(?:theo|do) (?:nguyện vọng|ý nguyện|mong muốn)"
    r"|nguyện vọng (?:cá nhân|riêng))",
    re.IGNORECASE,
)
"""In a sentence that tells that somebody leaves a post: that he wished it."""

_TRANSFERS = re.compile(r",? (?:và )?")
"""Between a transfer and who is then charged: "điều động | phân công ông A giữ chức Giám đốc X" is a transfer."""

_TO_ELECT = re.compile(r"để(?: [\w,]+){0,8} $")
"""Before an election that is only prepared: "giới thiệu ông A để HĐND tỉnh | bầu"."""

_BORN = re.compile(r"(?<!\w)sinh(?: \w+)? $", re.I)
_FROM = re.compile(r"từ(?: ngày)? *$")
_WHEN = re.compile(r",? (?:vào|hôm)?(?: ngày)? *")
_GOES_ON = re.compile(
    r"^(?:Theo (?:đó|các quyết định|quyết định)|Kết quả|Cụ thể|Đồng thời|Cùng với đó"
    r"|(?:Cũng t|T)ại (?:hội nghị|buổi|lễ|kỳ họp)"
    r"|(?:Điều động|Bổ nhiệm|Luân chuyển|Phân công|Chỉ định)(?!\w))|cùng ngày",
    re.IGNORECASE,
)
_AT_OCCASION = re.compile(r"(?:Cũng t|T)ại\s")
_OF_DOCUMENT = re.compile(r"(?<!\w)số\s?\d[\w./-]*,?\s(?:ra\s)?(?:ngày\s)?$")
"""Before the day of a document: "Quyết định số 12-QĐ/TU | ngày 8-8-2025"."""

_LOOK_BACK = 2
"""Sentences before one that goes on, in which its date may stand."""

_NEAR, _CLAUSE = 80, 160
_AND = re.compile(r"[ ,;]*(?:và|cùng|cùng với) (?:các )?")
_COMMA = re.compile(r"(?= ?[;,])[;, ]+(?:các )?")
_PLURAL = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|\d{1,2})(?: (?:đồng chí|ông|bà|anh|chị|cán bộ|người)[,:]?)+:? $", re.I
)
"""Before the first of several: "đối với | các ông, bà: ..."."""

_PRONOUN = re.compile(r"(?:^|(?<=[ ,]))(?:ông|bà|đồng chí|anh|chị)(?=[ .,;])(?! (?:em|chị|bà)(?!\w))", re.IGNORECASE)


class Verb(Struct, frozen=True):
    """A verb of change, and whether the post named with it is taken up ("to") or left ("from")."""

    span: Span
    action: AppointmentAction
    side: str


class Person(Struct, frozen=True):
    """Whose post changes: the full name, and the name or pronoun that stands for it in the sentence."""

    name: str
    span: Span


def named(mention: Mention) -> Person:
    """The person of a mention."""
    return Person(mention.full, mention.span)


@cache
def _verb_table() -> dict[str, tuple[AppointmentAction, str]]:
    rows = resources.table("appointment-verbs")
    return {key(row["word"]): (row["action"], row["side"]) for row in rows}  # type: ignore[misc]


@cache
def verb_pattern() -> re.Pattern[str]:
    """Any verb of change."""
    return _verbs().pattern


@cache
def _verbs() -> TextFinder:
    verbs = tuple(word.lower() for word in column("appointment-verbs", "word"))
    return TextFinder(re.compile(rf"(?<!\w)(?:{any_of(verbs)})(?!\w)", re.I), verbs)


@cache
def titles() -> re.Pattern[str]:
    """Words of address at the end of a text."""
    return re.compile(rf"(?:(?<!\w)(?:{any_of(word.lower() for word in column('honorifics', 'word'))})[.,]? ?)+$", re.I)


def before(context: Context, at: int, start: int = 0) -> str:
    """The text shortly before a place, not further back than `start`."""
    return context.plain[max(start, at - _NEAR) : at]


def sentences_of_change(context: Context) -> Iterable[Span]:
    """The sentences that have a verb of change, in order."""
    sentences = map(context.sentence_of, _verbs().starts(context.plain))
    return dict.fromkeys(sentence for sentence in sentences if sentence)


def verbs_in(context: Context, sentence: Span) -> list[Verb]:
    """The verbs of change in a sentence, without those that are called off or that another one prepares."""
    found: list[Verb] = []
    for word in _verbs().finditer(context.plain, sentence.start, sentence.end):
        if context.plain.startswith(" vụ", word.end()) and word[0].lower() == "từ chức":
            continue  # "từ chức vụ Giám đốc ..." tells whence, not that somebody resigned
        if context.plain.startswith(" việc", word.end()) and word[0].lower().endswith("thôi"):
            continue  # "xin thôi việc" is of work, not of a post
        if word[0].lower() == "thôi" and not _post_at(context, word.end() + 1):
            continue  # the particle: "mới xảy ra thôi"
        shortly = before(context, word.start(), sentence.start)
        if _CALLED_OFF.search(shortly) or (word[0].lower() == "nhận chức" and _AROUND.search(shortly)):
            continue
        if word[0].lower() == "nhận chức" and found and found[-1].side == "to":
            continue  # "điều động ông A giữ chức X; ông B đến nhận chức vụ Y": told by the verb before
        action, side = _verb_table()[key(word[0])]
        if side == "to" and behind(_ASKED, context.plain, sentence.start, word.start()):
            continue
        if context.plain.startswith(",", word.end()) and _EARLIER.search(shortly):
            continue
        if action == "elected" and found and found[-1].action == "nominated" and _TO_ELECT.search(shortly):
            continue
        leads_on = found and found[-1].side == "to" and _GOES_ON_TO.match(word[0])
        if leads_on and not _GIVES_ALREADY.search(context.plain, found[-1].span.end, word.start()):
            continue  # "điều động ông A về làm ...", "phân công ông A thay ông B làm ...": told by the verb before
        if action == "dismissed" and lets_go(word[0]) and _WISHED.search(context.plain, sentence.start, sentence.end):
            action = "resigned"
        if found and found[-1].action == "transferred" and word[0].lower().startswith("phân công"):
            action = "transferred" if _TRANSFERS.fullmatch(context.plain, found[-1].span.end, word.start()) else action
        end = word.end()
        if word[0].endswith(" quyền") and _post_at(context, end - len("quyền")):
            end -= len(" quyền")  # "giao | quyền Giám đốc"
        found.append(Verb(Span(word.start(), end), action, side))
    return found


def lets_go(verb: str) -> bool:
    """Whether a verb says only that a post is left, not that it is taken away: "cho thôi giữ chức"."""
    return verb.lower().startswith(LEAVES)


def _post_at(context: Context, at: int) -> bool:
    """Whether a post begins at this place."""
    first = bisect_left(context.posts, at, key=lambda group: group.span.start)
    return first < len(context.posts) and context.posts[first].span.start == at


def without_posts(context: Context, gap: Span) -> str:
    """The text of a gap without posts, terms of office, parentheses and words of address."""
    rest, at = "", gap.start
    for group in inside(context.posts, gap):
        if at <= group.span.start:
            rest, at = (rest + context.plain[at : group.span.start]).rstrip(" -–—"), group.span.end
    rest = re.sub(r"\([^()]*\)|,? ?(?:nhiệm kỳ|khóa) [\dIVX –-]+", "", rest + context.plain[at : gap.end])
    return re.sub(" +", " ", titles().sub("", rest))


def row(context: Context, names: Sequence[Mention]) -> list[Mention]:
    """The first of the names and those that stand in one row with it, the last of them behind "và" or in a plural."""
    kept, end = 1, 1
    plural = _PLURAL.search(before(context, names[0].span.start)) if names else None
    for at in range(1, len(names)):
        gap = without_posts(context, Span(names[at - 1].span.end, names[at].span.start))
        if _AND.fullmatch(gap):
            kept = at + 1
        elif not _COMMA.fullmatch(gap):
            break
        end = at + 1
    return list(names[: end if plural else min(kept, end)])


def pronoun_person(context: Context, sentence: Span, within: Span) -> Person | None:
    """The last one named before the sentence, for whom a pronoun in this part of it stands."""
    spoken = _PRONOUN.search(context.plain, within.start, within.end)
    last = next((name for name in reversed(context.names) if name.span.end <= sentence.start), None)
    return Person(last.full, Span(*spoken.span())) if spoken and last else None


def day_of(context: Context, sentence: Span, dates: Sequence[DateMention], span: Span) -> str | None:
    """The day from which the change holds, behind it, else the last of the sentence's dates before it.

    A sentence that goes on with what was told ("Theo đó", "cùng ngày") takes the date of the one before.
    """
    from_ = [date for date in dates if _FROM.search(context.plain[max(0, date.span.start - 9) : date.span.start])]
    from_.sort(key=lambda date: date.span.start < span.end)
    behind = [date for date in dates if _WHEN.fullmatch(context.plain[span.end : date.span.start])]
    earlier = [date for date in dates if date.span.end <= span.end]
    if told := (*from_[:1], *behind[:1], *earlier[-1:]):
        return told[0].iso
    return _day_before(context, sentence) if _GOES_ON.search(sentence.of(context.plain)) else None


def dates_in(context: Context, sentence: Span) -> list[DateMention]:
    """The dates of a sentence, days of birth left out."""
    found = find_dates(context.text, sentence, context.date, context.year)
    return [date for date in found if not behind(_BORN, context.plain, sentence.start, date.span.start)]


def _day_before(context: Context, sentence: Span) -> str | None:
    """The last day told in the few sentences before; what was done at an occasion, not on a document's day."""
    at = context.sentences.index(sentence)
    at_occasion = _AT_OCCASION.match(context.plain, sentence.start) is not None
    for earlier in reversed(context.sentences[max(0, at - _LOOK_BACK) : at]):
        days = [date for date in dates_in(context, earlier) if len(date.iso) == len("2022-01-24")]
        if at_occasion:
            days = [day for day in days if not behind(_OF_DOCUMENT, context.plain, earlier.start, day.span.start)]
        if days:
            return days[-1].iso
    return None
