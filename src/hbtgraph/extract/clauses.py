"""Shallow analysis of a sentence: who acts, with which verb, on what, read from closed word lists.

Vietnamese marks neither tense nor clause by endings, so place decides: a verb of the list counts as a
predicate only at the head of the sentence, after a separator, or after a known actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_DATELINE = r"^[^,.;:]{2,25}?\s[-–—]\s"
_HIDDEN = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|\([^)\n]*\)")
_SEPARATOR = re.compile(rf"{_DATELINE}|\s*[,;:]\s+|\s+(?:và|hoặc|cùng|cũng như|rồi)\s+")
_LIST_LINK = r"(?:\s*[,;]\s+(?:và\s+)?|\s+(?:và|cùng)\s+)"


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
    return f"(?i:{either(row['word'] for row in table('activity-words') if row['part'] == part)})"


@cache
def _actor_words(kind: str) -> str:
    """Actors of a kind; those in capitals stay so, the others may open a sentence."""
    return f"(?i:{either(row['words'] for row in table('activity-agents') if row['kind'] == kind)})"


@cache
def unit() -> str:
    """A unit: its name, or the level word alone."""
    return rf"(?:{UNIT}+|{_actor_words('unit')}(?!\w| ủy| hội))"


@cache
def _actor() -> re.Pattern[str]:
    """Actors, and lists of them."""
    each = rf"(?:{words('determiner')})"
    noun = rf"(?:{_actor_words('group')}|{_actor_words('people')})(?!\w)"
    of = rf"(?:\s(?:thuộc|của|trên địa bàn)\s{unit()})?"
    people = rf"(?:{each}\s)?(?:{_actor_words('people')})(?!\w)(?:\s{unit()})?"
    group = rf"(?:{people}|{each}\s(?:{_actor_words('group')})(?!\w))"
    one = rf"(?:{BODY}+|{group}|(?:{each}\s)?{unit()})"
    return re.compile(rf"(?<!\w)(?:{one})(?:{_LIST_LINK}(?:{one}|(?:{each}\s)?{noun}))*{of}")


@cache
def _campaign() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:{words('determiner')})\s)?(?:{_actor_words('campaign')})(?!\w)", re.IGNORECASE)


def actors(sentence: str) -> list[Actor]:
    """The actors of a masked sentence, in order: bodies, units, groups; then campaigns and programmes."""
    found = [Actor(Span(*match.span()), "body") for match in _actor().finditer(sentence)]
    for match in _campaign().finditer(sentence):
        span = Span(*match.span())
        if not any(span.meets(other.span) for other in found):
            found.append(Actor(span, "campaign"))
    return sorted(found, key=lambda actor: actor.span)


def members(actor_list: str) -> list[tuple[int, int]]:
    """The actors of a list, as places in it: a bare noun belongs to the one before ("các cấp, ngành")."""
    pieces = list(_pieces(actor_list, re.compile(_LIST_LINK)))
    head = re.compile(rf"{words('determiner')}(?!\w)|{BODY}|{unit()}")
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and not head.match(actor_list, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _pieces(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


@cache
def _relations(place: str) -> dict[str, str]:
    return {row["words"]: row["relation"] for row in table("activity-relations") if row["place"] == place}


@cache
def _verb() -> re.Pattern[str]:
    before = words("before-verb")
    return re.compile(
        rf"(?<!\w)(?P<before>(?:(?:{before})\s)*)(?P<verb>{either(_relations('clause'))})(?!\w)", re.IGNORECASE
    )


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
    """Whether a verb without an actor stands in the goals or principles that opened before it."""
    if accepted and accepted[-1].relation == "has-goal":
        return True
    principle = re.search(rf"(?:bảo đảm|đảm bảo)\s{words('principle')}[^;:]*$", sentence[:start])
    return principle is not None


def _predicate(sentence: str, match: re.Match[str], found: list[Actor], accepted: list[Verb]) -> Verb | None:
    relation = _relations("clause")[match["verb"].lower()]
    span = Span(*match.span("verb"))
    if any(actor.span.meets(span) for actor in found):
        return None
    if relation == "ensures" and re.match(rf"\s{words('principle')}(?!\w)", sentence[match.end() :]):
        return None
    after = accepted[-1].span.end if accepted else 0
    if actor := _actor_before(sentence, match.start(), found, after):
        passive = sentence[: actor.span.start].endswith((" được ", " bị "))
        return Verb(span, actor.span.start, relation, actor, passive)
    left = max((gap.end() for gap in _SEPARATOR.finditer(sentence, 0, match.start() + 1)), default=0)
    opened = _opening().match(sentence, left)
    if opened and opened.end() >= match.start():
        return Verb(span, match.start(), relation, None)
    return None


def _actor_before(sentence: str, end: int, found: list[Actor], after: int) -> Actor | None:
    """The actor whose predicate begins at `end`: nothing but its own attributes between the two."""
    for actor in reversed([actor for actor in found if after <= actor.span.start and actor.span.end <= end]):
        gap = sentence[actor.span.end : end]
        limit = 12 if actor.kind == "campaign" else 4
        if len(gap.split()) > limit or re.search(r"[;:.]|, |\s(?:về|để|nhằm|được|bị)\s", gap) or _verb().search(gap):
            return None
        if _nominal(sentence, end):
            return None
        if _begins_clause(sentence, actor.span.start):
            return actor
    return None


def _nominal(sentence: str, start: int) -> bool:
    """Whether the word before makes the verb that begins here a noun."""
    return re.search(rf"(?:^|\W){words('nominal-before')}\s$", sentence[:start]) is not None


def _begins_clause(sentence: str, start: int) -> bool:
    """Whether an actor that begins here is a subject: at a clause's head, after "được", or after a small word."""
    before = sentence[:start].rstrip()
    if not before or before.endswith((",", ";", ":", "-", "–")):
        return True
    tail = rf"(?:^|\W)(?:được|bị|và|thì|khi|mà|{words('connective')}|{words('period')}|{words('effect')})$"
    return re.search(tail, before) is not None


@cache
def _link() -> re.Pattern[str]:
    principle = rf"(?:bảo đảm|đảm bảo)(?=\s{words('principle')}(?!\w))"
    return re.compile(rf"(?<!\w)(?P<link>{either(_relations('link'))}|{principle})(?!\w)", re.IGNORECASE)


def links(sentence: str, within: Span) -> list[Link]:
    """The joining words in a part of a masked sentence."""
    return [
        Link(Span(*match.span()), _relations("link").get(match["link"].lower(), "has-principle"))
        for match in _link().finditer(sentence, within.start, within.end)
    ]


class Nominal(NamedTuple):
    """A noun of action with its doers: "sự chỉ đạo sát sao của Quận ủy, HĐND"."""

    span: Span
    word: Span
    relation: str
    doers: Span


@cache
def _nominal_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?:sự|tinh thần)\s(?:\w+,?\s){{0,6}}?|quan tâm\s)?(?P<word>{either(_relations('nominal'))})"
        r"(?:\s\w+){0,3}?\scủa\s",
        re.IGNORECASE,
    )


def nominals(sentence: str, found: list[Actor]) -> Iterator[Nominal]:
    """The nouns of action whose doers are named."""
    for match in _nominal_pattern().finditer(sentence):
        doers = next((actor.span for actor in found if actor.span.start == match.end()), None)
        if doers:
            relation = _relations("nominal")[match["word"].lower()]
            yield Nominal(Span(match.start(), doers.end), Span(*match.span("word")), relation, doers)


def items(sentence: str, within: Span) -> list[Span]:
    """The members of a list of things.

    Semicolons divide where there are any. Else a new member begins after a separator where a determiner, a
    number or a noun of work with its own attributes stands; other pieces belong to the member before, as do the
    ones whose attributes they share ("các mục tiêu, nhiệm vụ của quận").
    """
    limit = _list_end(sentence, within)
    text = sentence[within.start : limit]
    found: list[tuple[int, int]] = []
    separator = re.compile(r";\s+") if ";" in text else _SEPARATOR
    for start, end in _pieces(text, separator):
        if found and separator is _SEPARATOR and not _begins_item(text[found[-1][0] : found[-1][1]], text[start:end]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    spans = (stripped(sentence, Span(within.start + start, within.start + end)) for start, end in found)
    return [span for span in spans if span.start < span.end]


def _list_end(sentence: str, within: Span) -> int:
    """Where the list ends: before a clause's opening word, or a word that never stands in an object."""
    stop = re.compile(
        rf"[,;:]\s+(?:{words('stop')}|{words('period')})(?!\w)|\s(?:khi|nên|nhưng|song|mà|vì|nhờ)\s|\.{{3}}"
    )
    match = stop.search(sentence, within.start, within.end)
    return match.start() if match else within.end


def _begins_item(before: str, piece: str) -> bool:
    if re.match(rf"(?:{words('determiner')}|\d+|{BODY}+)(?!\w)", piece):
        return True
    bare = rf"(?:^|\s)(?:{words('determiner')}\s)?{words('noun')}"
    return re.match(rf"{words('noun')}\s\w", piece) is not None and not re.search(rf"{bare}$", before)


def stripped(sentence: str, span: Span) -> Span:
    """The span without spaces and stops at its edges."""
    edges = " \t,.;:–…"
    joined = re.match(r"\s*(?:và|hoặc|là)\s", sentence[span.start : span.end])
    start = span.start + (joined.end() if joined else 0)
    end = span.end
    if dangling := re.search(r"(?:^|\s)(?:và|hoặc)\s*$", sentence[start:end]):
        end = start + dangling.start()
    while start < end and sentence[start] in edges:
        start += 1
    while end > start and sentence[end - 1] in edges:
        end -= 1
    return Span(start, end)


def manner_after(sentence: str, start: int) -> int:
    """Where the verb's adverbs end ("hiệu quả", "sát sao")."""
    match = re.compile(rf"(?:\s(?:{words('after-verb')})(?!\w))*", re.IGNORECASE).match(sentence, start)
    return match.end() if match else start


def has(part: str, text: str) -> bool:
    """Whether the text holds a word of this part."""
    return re.search(rf"(?<!\w)(?:{words(part)})(?!\w)", text, re.IGNORECASE) is not None


def before_small_words(sentence: str, start: int, end: int) -> int:
    """Where a subject ends: before the small words that belong to its verb."""
    tail = re.search(rf"(?:\s(?:{words('before-verb')}|được|bị))*\s*$", sentence[start:end], re.IGNORECASE)
    return start + tail.start() if tail else end


def only_small_words(text: str) -> bool:
    """Whether the words between a separator and a link say nothing by themselves."""
    small = "|".join(words(part) for part in ("connective", "effect", "period", "before-verb"))
    return re.fullmatch(rf"\s*(?:(?:{small}|và)[\s,]*)*", text) is not None


def last_phrase(sentence: str, end: int) -> Span:
    """The last noun phrase before a place: from its determiner or number on."""
    starts = [m.start() for m in re.finditer(rf"(?<!\w)(?:{words('determiner')}|\d+)\s", sentence[:end])]
    left = max(sentence.rfind(mark, 0, end) for mark in ";:") + 1
    return Span(max([left, *starts[-1:]]), end)


def campaign_phrase(sentence: str, start: int, end: int) -> int:
    """Where the phrase of a campaign whose head ends at `start` ends: with its attributes, before its predicate."""
    stop = re.compile(rf"\s(?:{words('before-verb')}|được|bị|khi|là|mà|có)\s|[,;:]|$")
    match = stop.search(sentence[:end], start)
    return match.start() if match else end


def spelled_out(text: str, *, aims: bool = False) -> list[str]:
    """One text for each member of a list whose members share words.

    "chủ đề của thành phố, quận 5" -> two owners; "những việc triển khai chậm, không làm được" -> two kinds of work;
    with `aims`, "phát triển văn hóa, giáo dục, y tế" -> three, where the members after the first are equally short
    and the first ends in as many syllables.
    """
    level = f"(?:{_actor_words('unit')})"
    if owners := re.fullmatch(rf"(.+ của )({level}[^,]*)(?:, | và )({level}[^,]*)", text):
        return [owners[1] + owners[2], owners[1] + owners[3]]
    first, *others = re.split(r", (?:hoặc |và )?| và | hoặc ", text)
    if others and len(first.split()) > 3 and all(re.match(rf"{words('predicate')}\s", other) for other in others):
        return [first, *(f"{' '.join(first.split()[:3])} {other}" for other in others)]
    sizes = {len(other.split()) for other in others}
    if not aims or len(sizes) != 1 or (size := sizes.pop()) > 2 or len(first.split()) <= size + 1:
        return [text]
    head = " ".join(first.split()[:-size])
    return [first, *(f"{head} {other}" for other in others)]


def is_named(actor_list: str) -> bool:
    """Whether a masked list of actors holds a body or a unit, not only groups of people or offices."""
    return re.search(rf"{BODY}|(?:^|, |và ){unit()}", actor_list) is not None


@cache
def _theme() -> re.Pattern[str]:
    verb = f"(?i:{either(_relations('clause'))})"
    return re.compile(
        rf"(?:Trong|Khi|Qua)\s(?:quá trình\s|công tác\s|việc\s)?(?P<work>{verb}(?:, {verb}| và {verb})*)[\s,]"
    )


def theme(sentence: str) -> Span | None:
    """The work that a sentence opens with: "Trong sơ kết, tổng kết, …"."""
    match = _theme().match(sentence)
    return Span(*match.span("work")) if match else None
