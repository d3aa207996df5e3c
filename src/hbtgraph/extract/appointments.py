"""Changes of posts: appointed, elected, moved, dismissed, disciplined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from hbtgraph import resources
from hbtgraph.extract.context import Context, Mention, inside
from hbtgraph.extract.holders import Held, holders, organization_of
from hbtgraph.extract.posts import Group, bare_body_key, role_key
from hbtgraph.extract.words import any_of, column
from hbtgraph.model import Appointment, AppointmentAction, Span
from hbtgraph.vietnamese.dates import DateMention, find_dates
from hbtgraph.vietnamese.text import key, place_tones

_INTO_POST = re.compile(
    r"(?:(?:giữ|đảm nhiệm|đảm nhận|nhận|thôi)? ?(?:các )?(?:chức vụ|chức danh|chức|cương vị|vị trí)(?: là| mới)?"
    r"|giữ|làm|trở thành|nhận nhiệm vụ(?: là)?|nhiệm vụ|đảm nhiệm|phụ trách|với chức vụ|là) $"
)
_MEMBER_OF = re.compile(r"(?:vào|tham gia|bổ sung) $")
_ROW = re.compile(r",? (?:và )?|, ")
_TOWARDS = re.compile(r" (?:nhiệm kỳ [\d –-]+)?,? ?(?:đối với|của|cho|với)(?: (?:các|đồng chí|ông|bà|anh|chị))* $")
_PASSIVE = re.compile(r"(?:được|bị|có quyết định)(?: [\w,]+){0,6} $")
_BY_SOMEBODY = re.compile(r"(?: (?:cũng|đã|vừa|mới|từng))* (?:được|bị) ")
_OTHER_CLAUSE = re.compile(r"[;:“”\"]|(?<!\w)(?:và|nhưng|rồi|để|vì|do) ")
_TAKES_UP = re.compile(r" (?:giữ|làm|đảm nhiệm|đảm nhận)(?!\w)")
_CHAINED = re.compile(r"(?:,|(?<!\w)(?:và|đồng thời|để|rồi)) $")
_WHENCE = re.compile(r"(?<!\w)từ (?:chức vụ |chức danh |cương vị |vị trí )?$")
_HELD_AS = re.compile(r"(?: \([^()]{1,40}\))?,? (?:chức vụ|chức danh) ")
_MEASURE_OF = re.compile(r"(?: về (?:mặt )?(?:[Đđ]ảng|chính quyền))? (?:đối )?với(?: các)? ")
"""Between a measure and whom it strikes: "kỷ luật cảnh cáo về mặt Đảng đối với ông A"."""

_BY_ONESELF = re.compile(r"thôi|nhận|xin|từ chức|về|trúng|đắc|tái đắc|nghỉ")
_WHO = re.compile(r"(?:^|(?<=[ ,]))(?:ông|bà|đồng chí|anh|chị)(?= )", re.IGNORECASE)
_ONLY_TALK = re.compile(
    r"(?:xem xét|đề nghị|kiến nghị|đề xuất|chưa|không|nếu|có thể|tránh|xin|dự kiến|sẽ|phải|mức|hình thức)"
    r"(?: \w+){0,2} $"
)
"""Words before a measure that say it is asked for, thought of or denied."""

_CALLED_OFF = re.compile(r"(?:tạm dừng|dừng|hoãn|hủy|hủy bỏ|thu hồi|tạm hoãn)(?: \w+){0,2} $")
"""Words before a verb that say it does not come about."""

_SUFFERS = re.compile(r"[ ,–-]*(?:(?:cũng|đã|vừa|mới|đều|cùng) )*(?:bị|nhận|chịu)(?: \w+){0,4} ")
_RETIRES = re.compile(r"[ ,–-]*(?:(?:cũng|đã|vừa|mới|chính thức|được|đến tuổi|xin) )+")
_NEXT_IN_ROW = re.compile(r"[ ;,]+(?:và |cùng )?(?:[^\W\d_A-Z]+ ){0,3}")
_FROM = re.compile(r"từ(?: ngày)? *$")
_WHEN = re.compile(r",? (?:vào|hôm)?(?: ngày)? *")
_GOES_ON = re.compile(r"^Theo đó|cùng ngày")
_LOOK_BACK = 2
"""Sentences before one that goes on, in which its date may stand."""

_NEAR, _FAR = 80, 260


class _Verb(Struct, frozen=True):
    span: Span
    action: AppointmentAction
    side: str


class _Person(Struct, frozen=True):
    """Whose post changes: the full name, and the name or pronoun that stands for it in the sentence."""

    name: str
    span: Span


@cache
def _verb_table() -> dict[str, tuple[AppointmentAction, str]]:
    rows = resources.table("appointment-verbs")
    return {key(row["word"]): (row["action"], row["side"]) for row in rows}  # type: ignore[misc]


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(word.lower() for word in column('appointment-verbs', 'word'))})(?!\w)", re.I)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:{any_of(word.lower() for word in column('honorifics', 'word'))})[.,]? ?)+$", re.I)


def appointments(context: Context) -> Iterator[Appointment]:
    """The changes of posts of named people, each once, from the first place that tells the day, else the first."""
    found: dict[tuple[str, str, str, AppointmentAction], Appointment] = {}
    reader = _ChangeReader(context)
    for fact in chain.from_iterable(map(reader.in_sentence, context.sentences)):
        mark = (key(fact.person), role_key(fact.role), bare_body_key(fact.organization), fact.action)
        known = found.setdefault(mark, fact)
        if known.date is None and fact.date:
            found[mark] = replace(fact, organization=_fuller(known, fact))
    yield from found.values()


def _fuller(one: Appointment, other: Appointment) -> str | None:
    return max(one.organization, other.organization, key=lambda name: len(name or ""))


class _ChangeReader:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._held = holders(context)

    def in_sentence(self, sentence: Span) -> Iterator[Appointment]:
        verbs = list(self._verbs(sentence))
        if not verbs:
            return
        names = inside(self._context.names, sentence)
        for group in inside(self._context.posts, sentence):
            yield from self._of_group(sentence, verbs, names, group)
        for verb in verbs:
            if verb.side == "to":
                yield from self._membership(sentence, verb, names)
            elif verb.action in ("disciplined", "retired"):
                yield from self._of_subjects(sentence, verb, names)

    def _verbs(self, sentence: Span) -> Iterator[_Verb]:
        for found in _verb_pattern().finditer(self._plain, sentence.start, sentence.end):
            if self._plain.startswith(" vụ", found.end()) and found[0].lower() == "từ chức":
                continue  # "từ chức vụ Giám đốc ..." tells whence, not that somebody resigned
            if _CALLED_OFF.search(self._before(found.start(), sentence.start)):
                continue
            action, side = _verb_table()[key(found[0])]
            yield _Verb(Span(*found.span()), action, side)

    def _of_group(
        self, sentence: Span, verbs: list[_Verb], names: tuple[Mention, ...], group: Group
    ) -> Iterator[Appointment]:
        """The posts of a group that a verb before it tells to be taken up or left."""
        before = [verb for verb in verbs if verb.span.end <= group.span.start < verb.span.end + _FAR]
        if not before or before[-1].action in ("disciplined", "retired"):
            return
        verb = before[-1]
        gap = Span(verb.span.end, group.span.start)
        if verb.side == "from" and inside(self._context.posts, gap):
            return  # the post that is left is the first one named
        words = gap.of(self._plain)
        introduced = bool(_INTO_POST.search(words) or not words.strip()) and not _WHENCE.search(words)
        person = self._person(sentence, verb, names, group, introduced)
        if person is None:
            return
        span = Span(min(person.span.start, verb.span.start), max(person.span.end, group.span.end))
        for index, post in enumerate(group.posts):
            organization = organization_of(self._context, group, index)
            if organization or post.alone:
                yield self._fact(person, post.role, organization, verb, span, "verb-and-post")

    def _person(
        self, sentence: Span, verb: _Verb, names: tuple[Mention, ...], group: Group, introduced: bool
    ) -> _Person | None:
        """Whose post it is: who stands behind the verb, or behind the post with "đối với", else the subject."""
        between = [name for name in names if verb.span.end <= name.span.start and name.span.end <= group.span.start]
        after = next((name for name in names if name.span.start >= group.span.end), None)
        if between:
            apposed = self._plain[between[-1].span.end : group.span.start] in (", ", " - ", " – ")
            left = verb.side == "from" and apposed and self._follows(verb, between[-1])
            held = _HELD_AS.fullmatch(self._plain, between[-1].span.end, group.span.start)
            if held and not self._follows(verb, between[-1]):
                return None  # "... là Bí thư X. Ông A (SN 1970), chức vụ Trưởng ban Y": the post that he has
            return _named(between[0]) if introduced or left else None
        if not introduced:
            return None
        behind = Span(group.span.end, after.span.start).of(self._plain) if after else ""
        if after and _TOWARDS.search(behind) and not _verb_pattern().search(behind):
            return _named(after)
        if after and not _titles().sub("", self._plain[group.span.end : after.span.start]).strip():
            return None  # the post is the apposition of somebody who is then moved: told at the next post
        return self._subject(sentence, verb, names)

    def _follows(self, verb: _Verb, name: Mention) -> bool:
        return not _titles().sub("", self._plain[verb.span.end : name.span.start]).strip()

    def _before(self, at: int, start: int = 0) -> str:
        """The text shortly before a place, not further back than `start`."""
        return self._plain[max(start, at - _NEAR) : at]

    def _subject(self, sentence: Span, verb: _Verb, names: tuple[Mention, ...]) -> _Person | None:
        """The one to whom it happens, named before: never who appoints or dismisses others."""
        if given := self._given_by_somebody(sentence, verb, names):
            return given
        happens = _PASSIVE.search(self._before(verb.span.start, sentence.start))
        before_verb = self._before(verb.span.start, sentence.start)
        chained = _CHAINED.search(before_verb)
        goes_on = chained and (verb.side == "from" or _TAKES_UP.match(self._plain, verb.span.end))
        if not (happens or goes_on or _BY_ONESELF.match(verb.span.of(self._plain))):
            return None
        before = [name for name in names if name.span.end <= verb.span.start]
        if before:
            return _named(before[-1])
        pronoun = _WHO.search(self._plain, sentence.start, verb.span.start)
        earlier = bisect_left(self._context.names, sentence.start, key=lambda name: name.span.start)
        if pronoun is None or not earlier:
            return None
        return _Person(self._context.names[earlier - 1].full, Span(*pronoun.span()))

    def _given_by_somebody(self, sentence: Span, verb: _Verb, names: tuple[Mention, ...]) -> _Person | None:
        """The one before "được" or "bị", where who gives or takes the post stands behind: "A được Sở X bổ nhiệm"."""
        if verb.side != "to" and not _BY_ONESELF.match(verb.span.of(self._plain)):
            return None
        for name in reversed([name for name in names if name.span.end <= verb.span.start]):
            gap = self._without_bodies(Span(name.span.end, verb.span.start))
            if _BY_SOMEBODY.match(gap):
                return _named(name) if len(gap) < _FAR and not _OTHER_CLAUSE.search(gap) else None
        return None

    def _without_bodies(self, gap: Span) -> str:
        """The text of a gap without the names of bodies, which have words of their own."""
        rest, at = "", gap.start
        for body in inside(self._context.bodies, gap):
            rest, at = rest + self._plain[at : body.span.start], body.span.end
        return rest + self._plain[at : gap.end]

    def _membership(self, sentence: Span, verb: _Verb, names: tuple[Mention, ...]) -> Iterator[Appointment]:
        """A seat in a committee: "chỉ định vào Ban Chấp hành, Ban Thường vụ Quận ủy"."""
        bodies = [
            body
            for body in inside(self._context.bodies, sentence)
            if verb.span.end <= body.span.start < verb.span.end + _FAR
        ]
        first = next((at for at, body in enumerate(bodies) if _MEMBER_OF.search(self._before(body.span.start))), None)
        if first is None or not key(bodies[first].text).startswith(("ban chấp hành", "bch", "ban thường vụ")):
            return
        between = [
            name for name in names if verb.span.end <= name.span.start and name.span.end <= bodies[first].span.start
        ]
        person = _named(between[0]) if between else self._subject(sentence, verb, names)
        if person is None:
            return
        for body in self._row(bodies[first:]):
            span = Span(min(person.span.start, verb.span.start), body.span.end)
            yield self._fact(person, "Ủy viên", self._committee(body, bodies), verb, span, "seat-in-committee")

    def _row(self, bodies: list[Mention]) -> Iterator[Mention]:
        for at, body in enumerate(bodies):
            gap = self._plain[bodies[at - 1].span.end : body.span.start] if at else ""
            if (at and not _ROW.fullmatch(gap)) or not key(body.text).startswith(
                ("ban chấp hành", "bch", "ban thường vụ")
            ):
                return
            yield body

    def _committee(self, body: Mention, others: list[Mention]) -> str:
        """A committee named without its party body takes that of the others: "Ban Chấp hành" of the Quận ủy."""
        if key(body.text) not in ("ban chấp hành", "bch", "ban thường vụ"):
            return body.full
        party = re.compile(r"(?:Thành|Tỉnh|Quận|Huyện|Thị|Đảng) ủy.*")
        of = next((found for other in others if (found := party.search(place_tones(other.full)))), None)
        return f"{body.text} {of[0]}" if of else body.full

    def _of_subjects(self, sentence: Span, verb: _Verb, names: tuple[Mention, ...]) -> Iterator[Appointment]:
        """Those who are disciplined or retire, in the posts that the sentence, or else the article, gives them."""
        if _ONLY_TALK.search(self._before(verb.span.start, sentence.start)):
            return
        for person in self._those_behind(verb, names) or self._those_before(verb, names):
            for held in self._posts_of(person, sentence):
                span = Span(min(person.span.start, verb.span.start), max(person.span.end, verb.span.end))
                yield self._fact(_named(person), held.role, held.organization, verb, span, "verb-and-holder")

    def _those_behind(self, verb: _Verb, names: tuple[Mention, ...]) -> list[Mention]:
        """Who stands right behind the verb, and those in a row with a first one whom "đối với" tells."""
        behind = [name for name in names if name.span.start >= verb.span.end]
        if not behind or self._follows(verb, behind[0]):
            return behind[:1]
        gap = _titles().sub("", self._plain[verb.span.end : behind[0].span.start])
        if not _MEASURE_OF.fullmatch(gap):
            return []
        found = behind[:1]
        for name in behind[1:]:
            if not _NEXT_IN_ROW.fullmatch(self._without_posts(Span(found[-1].span.end, name.span.start))):
                break
            found.append(name)
        return found

    def _those_before(self, verb: _Verb, names: tuple[Mention, ...]) -> list[Mention]:
        """The subject of the verb, and those who stand in a row with it: "bà A, Chủ tịch ...; và ông B bị kỷ luật"."""
        found: list[Mention] = []
        at, gap_pattern = verb.span.start, _SUFFERS if verb.action == "disciplined" else _RETIRES
        for name in reversed([name for name in names if name.span.end <= verb.span.start]):
            if not gap_pattern.fullmatch(self._without_posts(Span(name.span.end, at))):
                break
            found.append(name)
            at, gap_pattern = name.span.start, _NEXT_IN_ROW
        return found[::-1]

    def _without_posts(self, gap: Span) -> str:
        """The text of a gap without posts, terms of office, parentheses and words of address."""
        rest, at = "", gap.start
        for group in inside(self._context.posts, gap):
            if at <= group.span.start:
                rest, at = rest + self._plain[at : group.span.start], group.span.end
        rest = re.sub(r"\([^()]*\)|,? ?nhiệm kỳ [\d –-]+", "", rest + self._plain[at : gap.end])
        return re.sub(" +", " ", _titles().sub("", rest))

    def _posts_of(self, person: Mention, sentence: Span) -> list[Held]:
        """The posts that a measure may concern: in the article's place before elsewhere, held before left."""
        own = [held for held in self._held if key(held.person) == key(person.full) and held.organization]
        told = [held for held in own if held.evidence.meets(sentence)] or own
        place = key(self._context.place or "").rpartition(".")[2].split(" ", 1)[-1]
        local = [held for held in told if place and place in key(held.organization or "")] or told
        return [held for held in local if held.status == "current"] or local

    def _fact(
        self, person: _Person, role: str, organization: str | None, verb: _Verb, span: Span, rule: str
    ) -> Appointment:
        date = self._date(verb, span)
        return Appointment(
            person=person.name,
            role=role,
            organization=organization,
            action=verb.action,
            date=date,
            evidence=span,
            rule=rule,
        )

    def _date(self, verb: _Verb, span: Span) -> str | None:
        """The day from which the change holds, behind it, else the last date before it in the sentence.

        A sentence that goes on with what was told ("Theo đó", "cùng ngày") takes the date of the one before.
        """
        sentence = self._context.sentence_of(verb.span.start)
        if sentence is None:
            return None
        dates = self._dates(sentence)
        from_ = [date for date in dates if _FROM.search(self._plain[max(0, date.span.start - 9) : date.span.start])]
        behind = [date for date in dates if _WHEN.fullmatch(self._plain[span.end : date.span.start])]
        before = [date for date in dates if date.span.end <= span.end]
        if told := (*from_[:1], *behind[:1], *before[-1:]):
            return told[0].iso
        return self._date_before(sentence) if _GOES_ON.search(sentence.of(self._plain)) else None

    def _dates(self, sentence: Span) -> list[DateMention]:
        """The dates of a sentence, days of birth left out."""
        found = find_dates(self._context.text, sentence, self._context.date, self._context.year)
        return [date for date in found if "sinh" not in self._plain[max(0, date.span.start - 12) : date.span.start]]

    def _date_before(self, sentence: Span) -> str | None:
        at = self._context.sentences.index(sentence)
        for earlier in reversed(self._context.sentences[max(0, at - _LOOK_BACK) : at]):
            days = [date.iso for date in self._dates(earlier) if len(date.iso) == len("2022-01-24")]
            if days:
                return days[-1]
        return None


def _named(name: Mention) -> _Person:
    return _Person(name.full, name.span)
