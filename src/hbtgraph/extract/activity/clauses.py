"""Shallow analysis of a sentence: who acts, with which verb, on what, read from closed word lists.

Vietnamese marks neither tense nor clause by endings, so place decides: a verb of the list counts as a
predicate only at the head of the sentence, after a separator, or after a known actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from hbtgraph.extract import speakers
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

_NEAR = 40
"""Code points that are looked at before a word; the longest small words have fewer."""

BODY, UNIT, HIDDEN = "βυξ"
"""Letters that stand for each code point of a body's name, a unit's name, and a quotation or bracket."""


def masked(text: str, bodies: Iterable[Span] = (), units: Iterable[Span] = ()) -> str:
    """The text with names, quotations and brackets blotted out, letter for letter, so that nothing in them divides."""
    letters = list(text)
    for spans, letter in ((units, UNIT), (bodies, BODY)):
        for span in spans:
            letters[span.start : span.end] = letter * (span.end - span.start)
    for hidden in _HIDDEN.finditer(text):
        letters[hidden.start() : hidden.end()] = HIDDEN * len(hidden[0])
    return "".join(letters)


@cache
def words(part: str) -> str:
    """A pattern for the words of one part of the table of small words, in small or capital letters."""
    return f"(?i:{any_of(row['word'] for row in table('activity-words') if row['part'] == part)})"


@cache
def actor_words(kind: str) -> str:
    """Actors of a kind; those in capitals stay so, the others may open a sentence."""
    return f"(?i:{any_of(row['words'] for row in table('activity-agents') if row['kind'] == kind)})"


@cache
def unit() -> str:
    """A unit: its name, or the level word alone."""
    return rf"(?:{UNIT}+|(?<!cấp )(?<!\w){actor_words('unit')}(?!\w| ủy| hội))"


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
def _relations(place: str) -> dict[str, str]:
    return {place_tones(row["words"]): row["relation"] for row in table("activity-relations") if row["place"] == place}


@cache
def _verb() -> Finder:
    before = words("before-verb")
    pattern = rf"(?<!\w)(?P<before>(?:(?:{before})\s)*)(?P<verb>{any_of(_relations('clause'))})(?!\w)"
    first = {row["word"] for row in table("activity-words") if row["part"] == "before-verb"}
    return Finder(re.compile(pattern, re.IGNORECASE), first | _relations("clause").keys())


@cache
def _speech() -> Finder:
    known = {*_relations("clause"), *_relations("nominal")}
    said = set(speakers.words("say")) - known
    return Finder(re.compile(rf"(?<!\w){speakers.no_speech()}{any_of(said)}(?!\w)"), said)


_ACCORDING = re.compile(r"(?:(?:Cũng|Vẫn|Còn) )?[Tt]heo (?!đó|kế hoạch|quy định|nội dung)")


def is_report(sentence: str, named: Iterable[int]) -> bool:
    """Whether the sentence tells what somebody says: a verb of speech behind a speaker, or "Theo" before one.

    `named` are the places where people, posts and bodies are named.
    """
    places = sorted(named)
    if not places:
        return False
    if (opening := _ACCORDING.match(sentence)) and places[0] - opening.end() < _NEAR // 2:
        return True
    verb = _speech().search(sentence, places[0])
    return verb is not None and any(verb.start() - place < 4 * _NEAR for place in places if place < verb.start())


@cache
def _any_relation() -> Finder:
    telling = {*_relations("clause"), *_relations("link"), *_relations("nominal"), "bảo đảm", "đảm bảo"}
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
    return tuple(sorted(word for word, relation in _relations("clause").items() if relation in ASKS))


def _predicate(sentence: str, match: re.Match[str], found: list[Actor], accepted: list[Verb]) -> Verb | None:
    relation = _relations("clause")[match["verb"].lower()]
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
    return _nominal_before().search(sentence, max(0, start - _NEAR), start) is not None


@cache
def _nominal_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('nominal-before')}\s$")


def begins_clause(sentence: str, start: int) -> bool:
    """Whether an actor that begins here is a subject: at a clause's head, after "được", or after a small word."""
    before = sentence[:start].rstrip()
    if not before or before.endswith((",", ";", ":", "-", "–")):
        return True
    return _head_of_clause().search(before, max(0, len(before) - _NEAR)) is not None


@cache
def _head_of_clause() -> re.Pattern[str]:
    small = f"{words('connective')}|{words('period')}|{words('effect')}"
    return re.compile(rf"(?<!\w)(?:được|bị|do|và|thì|khi|mà|{small})$")


@cache
def _link() -> Finder:
    principle = rf"(?:bảo đảm|đảm bảo)(?=\s{words('principle')}(?!\w))"
    pattern = rf"(?<!\w)(?<!triệt )(?P<link>{any_of(_relations('link'))}|{principle})(?!\w)"
    return Finder(re.compile(pattern, re.IGNORECASE), {"bảo đảm", "đảm bảo"} | _relations("link").keys())


@cache
def _unreal_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words('unreal')}\s(?:được\s)?$")


def links(sentence: str, within: Span) -> list[Link]:
    """The joining words in a part of a masked sentence."""
    return [
        Link(Span(*match.span()), _relations("link").get(match["link"].lower(), "has-principle"))
        for match in _link().finditer(sentence, within.start, within.end)
        if not _unreal_before().search(sentence, max(0, match.start() - _NEAR), match.start())
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
        rf"(?<!\w)(?:(?:sự|tinh thần)\s(?:\w+,?\s){{0,6}}?|quan tâm\s)?(?P<word>{any_of(_relations('nominal'))})"
        r"(?:\s\w+){0,3}?\scủa\s"
    )
    return Finder(re.compile(pattern, re.IGNORECASE), {"sự", "tinh thần", "quan tâm"} | _relations("nominal").keys())


def nominals(sentence: str, found: list[Actor]) -> Iterator[Nominal]:
    """The nouns of action whose doers are named."""
    if " của " not in sentence:
        return
    for match in _nominal_pattern().finditer(sentence):
        doers = next((actor.span for actor in found if actor.span.start == match.end()), None)
        if doers:
            relation = _relations("nominal")[match["word"].lower()]
            yield Nominal(Span(match.start(), doers.end), Span(*match.span("word")), relation, doers)


def manner_after(sentence: str, verb: Span) -> int:
    """Where the verb's adverbs end ("hiệu quả", "sát sao"); after some verbs they are objects ("nâng cao hiệu quả")."""
    if re.fullmatch(words("takes-quality"), verb.of(sentence)):
        return verb.end
    match = _adverbs().match(sentence, verb.end)
    return match.end() if match else verb.end


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?:{words('after-verb')})(?!\w))*", re.IGNORECASE)


@cache
def _part(part: str) -> Finder:
    first = {row["word"] for row in table("activity-words") if row["part"] == part}
    return Finder(re.compile(rf"(?<!\w)(?:{words(part)})(?!\w)", re.IGNORECASE), first)


def has(part: str, text: str) -> bool:
    """Whether the text holds a word of this part."""
    return _part(part).search(text) is not None


def before_small_words(sentence: str, start: int, end: int) -> int:
    """Where a subject ends: before the small words that belong to its verb."""
    tail = _small_tail().search(sentence[start:end])
    return start + tail.start() if tail else end


@cache
def _small_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?:{words('before-verb')}|được|bị))*\s*$", re.IGNORECASE)


def only_small_words(text: str) -> bool:
    """Whether the words between a separator and a link say nothing by themselves."""
    return _small_words().fullmatch(text) is not None


@cache
def _small_words() -> re.Pattern[str]:
    small = "|".join(words(part) for part in ("connective", "effect", "period", "before-verb"))
    return re.compile(rf"\s*(?:(?:{small}|và)(?!\w)[\s,]*)*")


@cache
def _theme() -> re.Pattern[str]:
    verb = f"(?i:{any_of(_relations('clause'))})"
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
    return words.lower() in _relations("clause")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"{BODY}+|{unit()}")


def named_whole(sentence: str, thing: Span) -> Span | None:
    """What a part belongs to: a body or unit without what is said behind it; None where a predicate follows."""
    if found := _whole().match(sentence, thing.start, thing.end):
        return Span(thing.start, found.end())
    return None if _verb().search(sentence, thing.start, thing.end) else thing


@cache
def _level() -> re.Pattern[str]:
    return re.compile(actor_words("unit"))


def is_level(words: str) -> bool:
    """Whether the words are a level of units alone: "TP", "huyện"."""
    return _level().fullmatch(words) is not None


def opens_badly(text: str) -> bool:
    """Whether a phrase opens with a word that opens no object."""
    return _no_object().match(text) is not None


@cache
def _no_object() -> re.Pattern[str]:
    return re.compile(rf"{words('no-object')}(?!\w)")


@cache
def _named_head() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?={words('noun')}(?!\w))[A-ZĐ]")


def last_named_head(sentence: str, end: int) -> int:
    """Where the last noun of work with a capital begins before a place ("Lễ …", "Hội nghị …"); 0 where none does."""
    return max((match.start() for match in _named_head().finditer(sentence, 0, end)), default=0)
