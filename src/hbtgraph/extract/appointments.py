"""Changes of posts: appointed, elected, moved, dismissed, disciplined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.context import Context, Mention, inside
from hbtgraph.extract.holders import Held, holders, organization_of
from hbtgraph.extract.posts import Group
from hbtgraph.extract.words import any_of, column
from hbtgraph.model import Appointment, AppointmentAction, Span
from hbtgraph.vietnamese.dates import find_dates
from hbtgraph.vietnamese.text import key, place_tones

_INTO_POST = re.compile(
    r"(?:(?:giữ|đảm nhiệm|đảm nhận|nhận|thôi)? ?(?:các )?(?:chức vụ|chức danh|chức|cương vị|vị trí)(?: là| mới)?"
    r"|giữ|làm|trở thành|nhận nhiệm vụ(?: là)?|nhiệm vụ|đảm nhiệm|phụ trách|với chức vụ|là) $"
)
_MEMBER_OF = re.compile(r"(?:vào|tham gia|bổ sung) $")
_ROW = re.compile(r",? (?:và )?|, ")
_TOWARDS = re.compile(r" (?:nhiệm kỳ [\d –-]+)?,? ?(?:đối với|của|cho|với)(?: (?:các|đồng chí|ông|bà|anh|chị))* $")
_PASSIVE = re.compile(r"(?:được|bị|có quyết định)(?: [\w,]+){0,6} $")
_BY_ONESELF = re.compile(r"thôi|xin|từ chức|về|trúng|đắc|tái đắc|nghỉ")
_WHO = re.compile(r"(?:^|(?<=[ ,]))(?:ông|bà|đồng chí|anh|chị)(?= )", re.IGNORECASE)
_FAR = 260


class _Verb(Struct, frozen=True):
    span: Span
    action: AppointmentAction
    side: str


class _Change(Struct, frozen=True):
    """A change that the text tells: of whom, of which posts, and where it stands."""

    person: Mention
    verb: _Verb
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
    """The changes of posts of named people, each once."""
    seen: set[tuple[str, str, str, str]] = set()
    reader = _ChangeReader(context)
    for fact in chain.from_iterable(map(reader.in_sentence, context.sentences)):
        mark = (key(fact.person), key(fact.role or ""), key(fact.organization or ""), fact.action)
        if mark not in seen:
            seen.add(mark)
            yield fact


class _ChangeReader:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._held = tuple(holders(context))

    def in_sentence(self, sentence: Span) -> Iterator[Appointment]:
        verbs = list(self._verbs(sentence))
        if not verbs:
            return
        names = inside(self._context.names, sentence)
        for group in self._context.posts:
            if sentence.start <= group.span.start < sentence.end:
                yield from self._of_group(sentence, verbs, names, group)
        for verb in verbs:
            if verb.side == "to":
                yield from self._membership(sentence, verb, names)
            elif verb.action in ("disciplined", "retired"):
                yield from self._of_subjects(sentence, verb, names)

    def _verbs(self, sentence: Span) -> Iterator[_Verb]:
        for found in _verb_pattern().finditer(self._plain, sentence.start, sentence.end):
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
        gap = self._plain[verb.span.end : group.span.start]
        introduced = bool(_INTO_POST.search(gap) or not gap.strip())
        person = self._person(sentence, verb, names, group, introduced)
        if person is None:
            return
        start, end = min(person.span.start, verb.span.start), max(person.span.end, group.span.end)
        for index, post in enumerate(group.posts):
            organization = organization_of(self._context, group, index)
            if organization or post.alone:
                yield self._fact(person, post.role, organization, verb, Span(start, end), "verb-and-post")

    def _person(
        self, sentence: Span, verb: _Verb, names: tuple[Mention, ...], group: Group, introduced: bool
    ) -> Mention | None:
        """Whose post it is: who stands behind the verb, or behind the post with "đối với", else the subject."""
        between = [name for name in names if verb.span.end <= name.span.start and name.span.end <= group.span.start]
        after = next((name for name in names if name.span.start >= group.span.end), None)
        if between:
            apposed = self._plain[between[-1].span.end : group.span.start] in (", ", " - ", " – ")
            left = verb.side == "from" and apposed and self._follows(verb, between[-1])
            return between[0] if introduced or left else None
        if not introduced:
            return None
        if after and _TOWARDS.search(self._plain[group.span.end : after.span.start]):
            return after
        if after and not _titles().sub("", self._plain[group.span.end : after.span.start]).strip():
            return None  # the post is the apposition of somebody who is then moved: told at the next post
        return self._subject(sentence, verb, names)

    def _follows(self, verb: _Verb, name: Mention) -> bool:
        return not _titles().sub("", self._plain[verb.span.end : name.span.start]).strip()

    def _subject(self, sentence: Span, verb: _Verb, names: tuple[Mention, ...]) -> Mention | None:
        """The one to whom it happens, named before: never who appoints or dismisses others."""
        happens = _PASSIVE.search(self._plain[sentence.start : verb.span.start])
        if not happens and not _BY_ONESELF.match(verb.span.of(self._plain)):
            return None
        before = [name for name in names if name.span.end <= verb.span.start]
        if before:
            return before[-1]
        if _WHO.search(self._plain, sentence.start, verb.span.start):
            earlier = [name for name in self._context.names if name.span.end <= sentence.start]
            return earlier[-1] if earlier else None
        return None

    def _membership(self, sentence: Span, verb: _Verb, names: tuple[Mention, ...]) -> Iterator[Appointment]:
        """A seat in a committee: "chỉ định vào Ban Chấp hành, Ban Thường vụ Quận ủy"."""
        bodies = [
            body
            for body in inside(self._context.bodies, sentence)
            if verb.span.end <= body.span.start < verb.span.end + _FAR
        ]
        first = next(
            (at for at, body in enumerate(bodies) if _MEMBER_OF.search(self._plain[: body.span.start][-12:])), None
        )
        if first is None or not key(bodies[first].text).startswith(("ban chấp hành", "bch", "ban thường vụ")):
            return
        between = [
            name for name in names if verb.span.end <= name.span.start and name.span.end <= bodies[first].span.start
        ]
        person = between[0] if between else self._subject(sentence, verb, names)
        row = list(self._row(bodies[first:]))
        for body in row if person else ():
            full = self._committee(body, bodies)
            span = Span(min(person.span.start, verb.span.start), body.span.end)  # type: ignore[union-attr]
            yield self._fact(person, "Ủy viên", full, verb, span, "seat-in-committee")  # type: ignore[arg-type]

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
        behind = [name for name in names if name.span.start >= verb.span.end and self._follows(verb, name)]
        before = [name for name in names if name.span.end <= verb.span.start]
        passive = re.search(
            r"(?:bị|nhận|chịu|được|sẽ|đã|xin|đến tuổi)(?: [\w]+){0,4} $", self._plain[: verb.span.start][-40:]
        )
        for person in behind or (before if passive else ()):
            for held in self._posts_of(person, sentence):
                span = Span(min(person.span.start, verb.span.start), max(person.span.end, verb.span.end))
                yield self._fact(person, held.role, held.organization, verb, span, "verb-and-holder")

    def _posts_of(self, person: Mention, sentence: Span) -> list[Held]:
        """The posts that a measure may concern: in the article's place before elsewhere, held before left."""
        own = [held for held in self._held if key(held.person) == key(person.full) and held.organization]
        told = [held for held in own if held.evidence.meets(sentence)] or own
        place = key(self._context.place or "").rpartition(".")[2].split(" ", 1)[-1]
        local = [held for held in told if place and place in key(held.organization or "")] or told
        return [held for held in local if held.status == "current"] or local

    def _fact(
        self, person: Mention, role: str, organization: str | None, verb: _Verb, span: Span, rule: str
    ) -> Appointment:
        return Appointment(
            person=person.full, role=role, organization=organization, action=verb.action, date=self._date(span),
            evidence=span, rule=rule,
        )  # fmt: skip

    def _date(self, span: Span) -> str | None:
        """The day from which the change holds, behind it, else the last date before it in the sentence."""
        sentence = self._context.sentence_of(span.start)
        if sentence is None:
            return None
        dates = list(find_dates(self._context.text, sentence, self._context.date, self._context.year))
        birth = [date for date in dates if "sinh" not in self._plain[max(0, date.span.start - 12) : date.span.start]]
        from_ = [
            date
            for date in birth
            if re.search(r"từ(?: ngày)? *$", self._plain[max(0, date.span.start - 9) : date.span.start])
        ]
        before = [date for date in birth if date.span.end <= span.end]
        return from_[0].iso if from_ else before[-1].iso if before else None
