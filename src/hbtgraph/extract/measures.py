"""Who is disciplined, retires, resigns or loses a post that the sentence does not name with the verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from hbtgraph.extract.callings import kin_of
from hbtgraph.extract.changes import (
    Person,
    Verb,
    before,
    named,
    pronoun_person,
    titles,
    without_posts,
)
from hbtgraph.extract.context import Context, Mention, inside
from hbtgraph.extract.holders import Held, held_by
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import key

_FORMS = r"(?:cảnh cáo|khiển trách|khai trừ|cách chức|giáng chức|buộc thôi việc|kỷ luật)"
_MEASURE_OF = re.compile(
    r"(?: (?:bằng|với|theo))?(?:(?: các)? (?:hình thức|mức)(?: kỷ luật)?:?)?"
    rf"(?:(?:,| và)? {_FORMS})*"
    r"(?:,?(?: và)? (?:cho )?thôi(?: giữ)?)?(?:(?: các| mọi)? chức(?: vụ| danh)?)?(?: trong [Đđ]ảng)?"
    r"(?: (?:ra )?khỏi [Đđ]ảng)?(?: về (?:mặt )?(?:[Đđ]ảng|chính quyền))?"
    r"(?: (?:trong )?(?:đợt|lần|dịp) này)?(?P<towards>,? (?:đối )?với|(?:,? (?:để )?hưởng [^.,;:“”\"]{3,40})? cho|)"
    r"(?: (?:các|những|\d{1,2}|hai|ba|bốn|năm))?(?: (?:người|cán bộ|lãnh đạo|đảng viên|cá nhân))?"
    r"(?: khác| này)?(?P<listed>,? (?:bao )?gồm(?: có)?| là|)(?: các)?(?:(?: đồng chí| ông,?| bà)+(?=:))?:? "
)
"""Between a measure and whom it strikes: "kỷ luật | bằng hình thức cảnh cáo về mặt Đảng đối với | ông A"."""

_HIM = re.compile(r" (?:ông|bà|anh|chị|đồng chí)(?= (?:này|ấy|bằng|với|về|vì|do|theo|và)(?!\w)|[.,;])")
_ONLY_TALK = re.compile(
    r"(?:xem xét|đề nghị|kiến nghị|đề xuất|chưa|không|nếu|có thể|tránh|xin|dự kiến|sẽ|phải|hội đồng|chờ|đợi|mức độ"
    r"|(?<!bằng )(?<!với )(?<!thi hành )(?<!áp dụng )(?<!đưa ra )(?<!nhận )(?<!chịu )(?<!kỷ luật )(?:mức|hình thức))"
    r"(?: \w+){0,2} $"
    r"|(?<!theo )(?:đề nghị|kiến nghị|đề xuất) [^.,;:“”\"]{3,40} xem xét,? (?:và |để )?(?:thi hành |xử lý |áp dụng )?$",
    re.IGNORECASE,
)
"""Words before a measure that say it is asked for, thought of or denied."""

_SPOKEN_OF = re.compile(r"(?<!\w)(?:vụ|việc|vấn đề|án|bài học)(?: \w+){0,2} $", re.IGNORECASE)
"""Words before a measure that is only spoken of, by which no post is told that another place gives."""

_PARTICLES = r"(?:(?:cũng|đã|vừa|mới|đều|cùng|từng|nay) )*"
_SUFFERS = re.compile(
    rf"[ ,–-]*{_PARTICLES}(?:bị|nhận|chịu(?! trách))(?: [\w.]+){{0,10}} "
    r"|[^.;:“”\"]{0,140} (?:nên|đã|vừa|cũng|từng|mới)(?: \w+)? (?:bị|nhận|chịu)(?: \w+){0,4} "
)
_RETIRES = re.compile(r"[ ,–-]*(?:(?:cũng|đã|vừa|mới|chính thức|được|đến tuổi|xin) )*")
_ASKS = re.compile(rf"[ ,–-]*{_PARTICLES}(?:(?:có|nộp|gửi|viết|làm) )*(?:đơn )?(?:gửi [^.;:“”\"]{{0,70}} )?")
_BY_OTHERS = re.compile(r"(?<!\w)(?:nói|rằng|cho biết|yêu cầu|đề nghị|cho rằng|khẳng định|chỉ đạo|ký|những|các|người) ")
_SIDE = {"disciplined": _SUFFERS, "retired": _RETIRES, "dismissed": _SUFFERS, "resigned": _ASKS}
_GIVEN_TO = re.compile(r" ?(?:cho|đối với)?(?: tân)? ?")
"""Between a decision and who gets it: "trao quyết định bổ nhiệm | cho | ông A, tân Giám đốc X"."""

_IS_GIVEN = re.compile(rf"[ ,–-]*{_PARTICLES}được (?:[\w.-]+ ){{0,8}}")
_NO_OTHER_POST = re.compile(
    r"[;.:–”\"]|$|,(?! (?:giữ|làm|đến|sang|về|lên|thay|tham gia|vào|nhận|kiêm)(?!\w))"
    r"| (?:là|có|khi|từ|vào (?:năm|tháng|ngày)|lúc|lần|trong|theo|ngày|tháng|năm|không|chưa|trái|sai|đúng|vượt|đã|đang"
    r"|và|nhưng|cũng|vì|do|của|ở|tại|vừa)(?!\w)"
)
"""Behind who is appointed, where no other post follows: "ông A, Giám đốc X, được bổ nhiệm | khi chưa đủ điều kiện"."""
_NEXT_IN_ROW = re.compile(r"[ ;,]+(?:và |cùng |cùng với )?(?:các |những )?")
_STRIPPED = re.compile(r"(?:[^.;:“”\"]{0,60}(?:(?:hình thức|mức)(?: kỷ luật)?:?|,))? cách (?:chức|hết|tất cả)")
"""Behind a word of discipline: the measure is the loss of the post, which a verb of its own tells."""


_DEPUTY = ("đại biểu", "đbqh")
"""Seats to which a measure does not extend unless it says so."""


_SEVERAL = re.compile(r"^ (?:các|những|hai|ba|bốn|năm|\d{1,2})(?= )")
"""Before words of address: "chỉ định | các đồng chí A, B"."""


class Struck(Struct, frozen=True):
    """A post that a measure concerns, and who holds it."""

    person: Person
    role: str
    organization: str | None
    here: bool
    """Whether the sentence itself gives the post, and not another place of the article."""


Left = tuple[str, str, str | None]
"""A person, and the role and body of a post that the sentence tells to be left."""


def struck(
    context: Context, sentence: Span, verb: Verb, names: tuple[Mention, ...], left: list[Left], given: list[Left]
) -> Iterator[Struck]:
    """Those whom a measure strikes, in the posts that the sentence, or else the article, gives them.

    `left` and `given` are the posts that change hands in the sentence, and in all of the article up to it.
    """
    plain = context.plain
    if verb.action == "disciplined" and _STRIPPED.match(plain, verb.span.end, sentence.end):
        return
    if _ONLY_TALK.search(before(context, verb.span.start, sentence.start)):
        return
    people = [*map(named, _behind(context, verb, names) or _before(context, verb, names))]
    if not people and _HIM.match(plain, verb.span.end, sentence.end):
        found = pronoun_person(context, sentence, Span(verb.span.end, sentence.end))
        people = [found] if found else []
    for person in people:
        lost = [(role, organization) for name, role, organization in left if key(name) == key(person.name)]
        if lost and verb.action != "disciplined":
            continue  # the posts that this one leaves are told by their verb
        told = _posts_here(context, person, sentence)
        held_elsewhere = _first_told(context, person)
        if verb.action != "disciplined":
            held_elsewhere = [held for held in held_elsewhere if held.status != "former"]
        elsewhere = [(held.role, held.organization) for held in held_elsewhere]
        elsewhere = elsewhere or [(role, body) for name, role, body in given if key(name) == key(person.name)][:1]
        if verb.action == "disciplined":
            elsewhere = [(role, body) for role, body in elsewhere if not key(role).startswith(_DEPUTY)]
        spoken_of = _SPOKEN_OF.search(before(context, verb.span.start, sentence.start))
        posts = told or lost or ([] if spoken_of else elsewhere)
        for role, organization in posts:
            yield Struck(person, role, organization, bool(told or lost))


def confirmed(context: Context, sentence: Span, verb: Verb, names: tuple[Mention, ...]) -> Iterator[Struck]:
    """Who is told to have been given the post that he has: "ông A, Giám đốc X, được bổ nhiệm khi chưa đủ điều kiện"."""
    shortly = before(context, verb.span.start, sentence.start)
    if "bổ nhiệm" not in key(verb.span.of(context.plain)) or _ONLY_TALK.search(shortly):
        return
    named_behind = next((name for name in names if name.span.start >= verb.span.end), None)
    gap = without_posts(context, Span(verb.span.end, named_behind.span.start)) if named_behind else ""
    if named_behind and _GIVEN_TO.fullmatch(gap):
        person, at = named_behind, end_of_apposed(context, named_behind)
    else:
        before_it = [name for name in names if name.span.end <= verb.span.start][-1:]
        if not before_it or not _IS_GIVEN.fullmatch(
            _without_bodies(context, Span(before_it[0].span.end, verb.span.start))
        ):
            return
        person, at = before_it[0], verb.span.end
    if not _NO_OTHER_POST.match(context.plain, at, sentence.end):
        return
    told = _posts_here(context, named(person), sentence)
    posts = told or list(dict.fromkeys((held.role, held.organization) for held in _first_told(context, named(person))))
    if told or len(posts) == 1:
        for role, organization in posts[:1]:
            yield Struck(named(person), role, organization, bool(told))


def end_of_apposed(context: Context, name: Mention) -> int:
    """Where the posts end that stand right behind a name, in apposition or in parentheses."""
    at = bisect_left(context.posts, name.span.end, key=lambda group: group.span.start)
    apposed = context.posts[at].span if at < len(context.posts) else name.span
    joint = context.plain[name.span.end : apposed.start]
    if joint in (", ", " - ", " – "):
        return apposed.end
    return context.plain.find(")", apposed.end) + 1 if joint == " (" else name.span.end


def _behind(context: Context, verb: Verb, names: tuple[Mention, ...]) -> list[Mention]:
    """Who stands right behind the verb or is told by "đối với", and those in a row with them."""
    behind = [name for name in names if name.span.start >= verb.span.end]
    if not behind:
        return []
    told = _without_bodies(context, Span(verb.span.end, behind[0].span.start))
    gap = _MEASURE_OF.fullmatch(told)
    if gap is None or (verb.action in ("retired", "resigned") and not (gap["towards"] or gap["listed"])):
        return []
    found = behind[:1]
    for name in behind[1:]:
        if not _NEXT_IN_ROW.fullmatch(without_posts(context, Span(found[-1].span.end, name.span.start))):
            break
        found.append(name)
    return found


def _without_bodies(context: Context, gap: Span) -> str:
    """The words of a gap without posts, and without bodies that are struck with the person: "Chi bộ X và | ông A"."""
    told = without_posts(context, gap)
    for body in inside(context.bodies, gap):
        told = re.sub(rf"{re.escape(body.span.of(context.plain))}(?:,| và| cùng)+ ", "", told)
    return told


def _before(context: Context, verb: Verb, names: tuple[Mention, ...]) -> list[Mention]:
    """The subject of the verb, and those who stand in a row with it: "bà A, Chủ tịch ...; và ông B bị kỷ luật"."""
    found: list[Mention] = []
    at, pattern = verb.span.start, _SIDE[verb.action]
    for name in reversed([name for name in names if name.span.end <= verb.span.start]):
        gap = without_posts(context, Span(name.span.end, at))
        if not pattern.fullmatch(gap) or (not found and _BY_OTHERS.search(gap)) or _is_of_kin(context, name):
            break
        found.append(name)
        at, pattern = name.span.start, _NEXT_IN_ROW
    return found[::-1]


def _is_of_kin(context: Context, name: Mention) -> bool:
    """Whether the name, with the post before it, only tells whose kin it is about."""
    at = bisect_left(context.posts, name.span.start, key=lambda group: group.span.end)
    group = context.posts[at - 1] if at else None
    posted = group is not None and name.span.start - group.span.end == 1
    return kin_of(context.plain, group.span.start if group and posted else name.span.start, posted=posted)


def _posts_here(context: Context, person: Person, sentence: Span) -> list[tuple[str, str | None]]:
    """The posts that the sentence itself gives a person."""
    told = [held for held in held_by(context, person.name) if held.evidence.meets(sentence)]
    return [(held.role, held.organization) for held in _fitting(context, told)]


def _first_told(context: Context, person: Person) -> list[Held]:
    """The posts that the article gives a person where it first gives any."""
    own = held_by(context, person.name)
    return _fitting(context, [held for held in own if held.mention.span == own[0].mention.span])


def _fitting(context: Context, told: list[Held]) -> list[Held]:
    """The posts in the article's place before those elsewhere, held before left."""
    place = key(context.place or "").rpartition(".")[2].split(" ", 1)[-1]
    local = [held for held in told if place and place in key(held.organization or "")] or told
    return [held for held in local if held.status == "current"] or local


def directly_behind(context: Context, verb: Verb, name: Mention) -> bool:
    """Whether only words of address, one for several too, stand between the verb and the name."""
    told = context.plain[verb.span.end : name.span.start]
    return not titles().sub("", _SEVERAL.sub("", told)).strip()
