"""Shallow analysis of a sentence: who acts, with which verb, on what, read from closed word lists.

Vietnamese marks neither tense nor clause by endings, so place decides: a verb of the list counts as a
predicate only at the head of the sentence, after a separator, or after a known actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from hbtgraph.extract.activity.wording import (
    BODY,
    HIDDEN,
    NEAR,
    UNIT,
    actor_words,
    has,
    only_small_words,
    unit,
    words,
)
from hbtgraph.extract.words import Finder, any_of
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import place_tones

_DATELINE = r"^[^,.;:]{2,25}?\s[-–—]\s"
_HIDDEN = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|\([^()\n]*\)")
SEPARATOR = re.compile(rf"{_DATELINE}|\s*[,;:]\s+|\s+(?:và|hoặc|cùng|cũng như|rồi)\s+")
LIST_LINK = r"(?:\s*[,;]\s+(?:và\s+)?|\s+(?:và|cùng)\s+)"


class Actor(NamedTuple):
    """An actor or a list of actors: "Quận ủy, HĐND, UBND quận"."""

    span: Span
    kind: str


class Verb(NamedTuple):
    """A predicate: the verb's words, what stands before them that belongs to it, and the actor in front, if any."""

    span: Span
    start: int
    relation: str
    actor: Actor | None
    passive: bool = False


class Link(NamedTuple):
    """Words that join a phrase to the one before."""

    span: Span
    relation: str


_OF_CAMPAIGNS = frozenset({"achieves", "contributes-to", "has-goal", "has-effect", "has-participant", "affected-by"})
ASKS = frozenset({"directs", "proposes"})
"""Relations whose object is another's work: the verbs that follow are that other's."""


def masked(text: str, bodies: Iterable[Span] = (), units: Iterable[Span] = ()) -> str:
    """The text with names, quotations and brackets blotted out, letter for letter, so that nothing in them divides."""
    letters = list(text)
    for spans, letter in ((units, UNIT), (bodies, BODY)):
        for span in spans:
            letters[span.start : span.end] = letter * (span.end - span.start)
    for hidden in _HIDDEN.finditer(text):
        letters[hidden.start() : hidden.end()] = HIDDEN * len(hidden[0])
    return "".join(letters)


def _beginnings(*kinds: str) -> set[str]:
    """With which words the actors of these kinds begin: their own or a determiner."""
    first = {row["words"] for row in table("activity-agents") if row["kind"] in kinds}
    return first | {row["word"] for row in table("activity-words") if row["part"] == "determiner"}


@cache
def _actor() -> Finder:
    """Actors, and lists of them."""
    each = rf"(?:{words('determiner')})"
    noun = rf"(?:{actor_words('group')}|{actor_words('people')}|{actor_words('persons')})(?!\w)"
    of = rf"(?:\s(?:thuộc|của|trên địa bàn)\s{unit()})?"
    people = rf"(?:{each}\s)?(?:{actor_words('people')}|{actor_words('persons')})(?!\w)(?:\s{unit()})?"
    people = rf"(?:{people}|{actor_words('leaders')}\s(?:{BODY}+|{unit()}))"
    group = rf"(?:{people}|{each}\s(?:{actor_words('group')})(?!\w))"
    one = rf"(?:{BODY}+|{group}|(?:{each}\s)?{unit()})"
    pattern = re.compile(rf"(?<!\w)(?:{one})(?:{LIST_LINK}(?:{one}|(?:{each}\s)?{noun}))*{of}")
    return Finder(pattern, {BODY, UNIT} | _beginnings("unit", "group", "people", "persons", "leaders"))


@cache
def _campaign() -> Finder:
    pattern = rf"(?<!\w)(?:(?:{words('determiner')})\s)?(?:{actor_words('campaign')})(?!\w)"
    return Finder(re.compile(pattern, re.IGNORECASE), _beginnings("campaign"))


def actors(sentence: str) -> list[Actor]:
    """The actors of a masked sentence, in order: bodies, units, groups; then campaigns and programmes."""
    found = [Actor(Span(*match.span()), "body") for match in _actor().finditer(sentence)]
    for match in _campaign().finditer(sentence):
        span = Span(*match.span())
        if not any(span.meets(other.span) for other in found):
            found.append(Actor(span, "campaign"))
    return sorted(found, key=lambda actor: actor.span)


@cache
def relations(place: str) -> dict[str, str]:
    """Words -> the relation that they tell at this place: as the verb of a clause, a link or a nominal."""
    return {place_tones(row["words"]): row["relation"] for row in table("activity-relations") if row["place"] == place}


@cache
def _verb() -> Finder:
    before = words("before-verb")
    pattern = rf"(?<!\w)(?P<before>(?:(?:{before})\s)*)(?P<verb>{any_of(relations('clause'))})(?!\w)"
    first = {row["word"] for row in table("activity-words") if row["part"] == "before-verb"}
    return Finder(re.compile(pattern, re.IGNORECASE), first | relations("clause").keys())


@cache
def _any_relation() -> Finder:
    telling = {*relations("clause"), *relations("link"), *relations("nominal"), "bảo đảm", "đảm bảo"}
    return Finder(re.compile(rf"(?<!\w){any_of(telling)}(?!\w)", re.IGNORECASE), telling)


def tells(sentence: str) -> bool:
    """Whether a word of any relation stands in the sentence."""
    return _any_relation().search(sentence) is not None


@cache
def _opening() -> re.Pattern[str]:
    """What may stand between a separator and a predicate."""
    small = rf"(?:{words('connective')}|{words('effect')}|{words('period')})"
    return re.compile(rf"(?:{small}(?!\w)[,:]?\s*)*", re.IGNORECASE)


def verbs(sentence: str, found: list[Actor]) -> list[Verb]:
    """The predicates of a masked sentence, in order.

    A verb that only follows another, itself no predicate ("công tác phát hiện, bồi dưỡng"), is none either; nor
    is one inside a list of goals or principles.
    """
    accepted: list[Verb] = []
    noun_end = at = 0
    while match := _verb().search(sentence, at):
        at = match.end()
        joined = _joins(sentence, noun_end, match.start())
        verb = None if joined else _predicate(sentence, match, found, accepted)
        if verb is not None and not (verb.actor is None and _inside_list(sentence, match.start(), accepted)):
            accepted.append(verb)
        elif joined or _nominal(sentence, match.start()):
            noun_end = match.end()
    return accepted


def _joins(sentence: str, end: int, start: int) -> bool:
    """Whether nothing but a comma or "và" stands between the two places."""
    return 0 < end < start and re.fullmatch(r"\s*(?:,|và|hoặc|, và)\s+", sentence[end:start]) is not None


def _inside_list(sentence: str, start: int, accepted: list[Verb]) -> bool:
    """Whether a verb without an actor stands in the goals, wishes or principles that opened before it."""
    if accepted:
        last = accepted[-1]
        between = sentence[last.span.end : start]
        asked = last.relation in ASKS or any(re.search(rf"\s{word}\s", between) for word in _asking())
        if last.relation == "has-goal" or (asked and ";" not in between and not has("connective", between)):
            return True
    principle = re.search(rf"(?:bảo đảm|đảm bảo)\s{words('principle')}[^;:]*$", sentence[:start])
    return principle is not None


@cache
def _asking() -> tuple[str, ...]:
    return tuple(sorted(word for word, relation in relations("clause").items() if relation in ASKS))


def _predicate(sentence: str, match: re.Match[str], found: list[Actor], accepted: list[Verb]) -> Verb | None:
    relation = relations("clause")[match["verb"].lower()]
    span = Span(*match.span("verb"))
    if any(actor.span.meets(span) for actor in found) or has("unreal", match["before"]):
        return None
    if relation == "ensures" and re.match(rf"\s{words('principle')}(?!\w)", sentence[match.end() :]):
        return None
    if relation == "attends" and re.match(r"\s(?:\w+\s){0,3}có\s", sentence[match.end() :]):
        return None
    if relation == "linked-with" and not re.match(r"\s(?!với|liền)[^,;:]{2,80}?\svới\s", sentence[match.end() :]):
        return None
    after = accepted[-1].span.end if accepted else 0
    if actor := _actor_before(sentence, match.start(), found, after):
        if not _may_do(sentence, actor, relation):
            return None
        passive = sentence[: actor.span.start].endswith((" được ", " bị ", " do "))
        return Verb(span, actor.span.start, relation, actor, passive)
    left = max((gap.end() for gap in SEPARATOR.finditer(sentence, 0, match.start() + 1)), default=0)
    opened = _opening().match(sentence, left)
    if opened and opened.end() >= match.start() and _goes_on(sentence, match.start(), after):
        return Verb(span, match.start(), relation, None)
    return None


def _goes_on(sentence: str, start: int, after: int) -> bool:
    """Whether a verb without an actor has that of the verb before it, or opens the sentence as its predicate."""
    if after:
        return not has("finite", sentence[after:start]) and not has("unreal", sentence[max(after, start - 12) : start])
    following = re.split(r"[,;:.]\s", sentence[start:], maxsplit=1)[0]
    head = re.sub(_DATELINE, "", sentence[:start])
    return only_small_words(head) and not re.search(
        rf"\S\s.*\s(?:{words('finite')}|được|bị|là|còn|phải|cần)\s", following
    )


def _may_do(sentence: str, actor: Actor, relation: str) -> bool:
    """Whether this sort of actor can be the doer: campaigns have goals and effects, persons do no office's work."""
    if actor.kind == "campaign":
        return relation in _OF_CAMPAIGNS
    persons = rf"(?:(?:{words('determiner')})\s)?{actor_words('persons')}"
    return re.match(rf"{persons}(?!\w)", sentence[actor.span.start :]) is None


def _actor_before(sentence: str, end: int, found: list[Actor], after: int) -> Actor | None:
    """The actor whose predicate begins at `end`: nothing but its own attributes between the two."""
    for actor in reversed([actor for actor in found if after <= actor.span.start and actor.span.end <= end]):
        gap = sentence[actor.span.end : end]
        limit = 12 if actor.kind == "campaign" else 4
        if len(gap.split()) > limit or re.search(r"[;:.]|, |\s(?:về|để|nhằm|được|bị)\s", gap) or _verb().search(gap):
            return None
        if _nominal(gap, len(gap)) or has("unreal", gap):
            return None
        if begins_clause(sentence, actor.span.start):
            return actor
    return None


def _nominal(sentence: str, start: int) -> bool:
    """Whether the word before makes the verb that begins here a noun."""
    return _nominal_before().search(sentence, max(0, start - NEAR), start) is not None


@cache
def _nominal_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('nominal-before')}\s$")


def begins_clause(sentence: str, start: int) -> bool:
    """Whether an actor that begins here is a subject: at a clause's head, after "được", or after a small word."""
    before = sentence[:start].rstrip()
    if not before or before.endswith((",", ";", ":", "-", "–")):
        return True
    return _head_of_clause().search(before, max(0, len(before) - NEAR)) is not None


@cache
def _head_of_clause() -> re.Pattern[str]:
    small = f"{words('connective')}|{words('period')}|{words('effect')}"
    return re.compile(rf"(?<!\w)(?:được|bị|do|và|thì|khi|mà|{small})$")


@cache
def _link() -> Finder:
    principle = rf"(?:bảo đảm|đảm bảo)(?=\s{words('principle')}(?!\w))"
    pattern = rf"(?<!\w)(?<!triệt )(?P<link>{any_of(relations('link'))}|{principle})(?!\w)"
    return Finder(re.compile(pattern, re.IGNORECASE), {"bảo đảm", "đảm bảo"} | relations("link").keys())


@cache
def _unreal_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('unreal')}\s(?:được\s)?$")


def links(sentence: str, within: Span) -> list[Link]:
    """The joining words in a part of a masked sentence."""
    return [
        Link(Span(*match.span()), relations("link").get(match["link"].lower(), "has-principle"))
        for match in _link().finditer(sentence, within.start, within.end)
        if not _unreal_before().search(sentence, max(0, match.start() - NEAR), match.start())
    ]


class Nominal(NamedTuple):
    """A noun of action with its doers: "sự chỉ đạo sát sao của Quận ủy, HĐND"."""

    span: Span
    word: Span
    relation: str
    doers: Span


@cache
def _nominal_pattern() -> Finder:
    pattern = (
        rf"(?<!\w)(?:(?:sự|tinh thần)\s(?:\w+,?\s){{0,6}}?|quan tâm\s)?(?P<word>{any_of(relations('nominal'))})"
        r"(?:\s\w+){0,3}?\scủa\s"
    )
    return Finder(re.compile(pattern, re.IGNORECASE), {"sự", "tinh thần", "quan tâm"} | relations("nominal").keys())


def nominals(sentence: str, found: list[Actor]) -> Iterator[Nominal]:
    """The nouns of action whose doers are named."""
    if " của " not in sentence:
        return
    for match in _nominal_pattern().finditer(sentence):
        doers = next((actor.span for actor in found if actor.span.start == match.end()), None)
        if doers:
            relation = relations("nominal")[match["word"].lower()]
            yield Nominal(Span(match.start(), doers.end), Span(*match.span("word")), relation, doers)


@cache
def _theme() -> re.Pattern[str]:
    verb = f"(?i:{any_of(relations('clause'))})"
    return re.compile(
        rf"(?:Trong|Khi|Qua)\s(?:quá trình\s|công tác\s|việc\s)?(?P<work>{verb}(?:, {verb}| và {verb})*)[\s,]"
    )


def theme(sentence: str) -> Span | None:
    """The work that a sentence opens with: "Trong sơ kết, tổng kết, …"."""
    match = _theme().match(sentence)
    return Span(*match.span("work")) if match else None


def is_named(actor_list: str) -> bool:
    """Whether a masked list of actors holds a body or a unit, not only groups of people or offices."""
    return re.search(rf"{BODY}|(?:^|, |và ){unit()}", actor_list) is not None


def is_verb(words: str) -> bool:
    """Whether the words are a verb of a relation alone."""
    return words.lower() in relations("clause")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"{BODY}+|{unit()}")


def named_whole(sentence: str, thing: Span) -> Span | None:
    """What a part belongs to: a body or unit without what is said behind it; None where a predicate follows."""
    if found := _whole().match(sentence, thing.start, thing.end):
        return Span(thing.start, found.end())
    return None if _verb().search(sentence, thing.start, thing.end) else thing


@cache
def _named_head() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?={words('noun')}(?!\w))[A-ZĐ]")


def last_named_head(sentence: str, end: int) -> int:
    """Where the last noun of work with a capital begins before a place ("Lễ …", "Hội nghị …"); 0 where none does."""
    return max((match.start() for match in _named_head().finditer(sentence, 0, end)), default=0)
