"""The clause before a number: what it names, and the verb by which it leads to the number."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from hbtgraph.extract.figure_asides import BRACKETS, asides, within, without
from hbtgraph.extract.figure_quantities import is_part_of_word, quantities
from hbtgraph.extract.figure_scenes import FEW, JOINT, ONLY_PLACE, Scene, clause_rows, clause_words, words_of
from hbtgraph.extract.figure_units import RISES, counted_nouns
from hbtgraph.extract.figure_verbs import directions, share_in, verbs_before
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, plain, trimmed
from hbtgraph.extract.words import TextFinder, pairs_of_syllables
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either

_LONGEST = 14
"""The most words of an indicator; of a longer clause before the number the last ones are taken."""

_SAYS_WHOSE = 8
"""A clause of fewer words that ends in a quantity's name does not say whose it is."""

_NEAR = 20
"""How many words before a number a quantity's name may begin."""

_LONGEST_OWNER = 12
_LONGEST_TOLD = 10
_ENOUGH = 4
"""How many words of a long clause are kept at least."""

_PAIR = 16
"""Two syllables are no longer, in code points."""

_REMAINS = " còn "
"""Between clauses, but the verb where a number follows: "phường còn 12 hồ"."""

_ROW_ENDS = re.compile(r"[^.;,(\n]{1,18}+(?:[.;,(\n]|$)")
_NUMBER_OF = re.compile(r"^(?:tổng )?số(?: lượng)? ", re.I)
_RISES = "từ "
_RISEN = ("vượt ", "Vượt ")
"""Limits a number and tells which way it goes as well: "vượt 2,5 lần"."""

_SIZED = re.compile(r",?\s(?:rộng|dài|cao|sâu)$")
_ONLY_DAY = re.compile(r"(?:ngày|tháng|năm|quý)\s[\d/.-]+", re.I)
_IS, _AND = " là", " và "
_AT_HEAD = 12
_WORD = re.compile(r"\S+")
_GIVEN = re.compile(r"(?:[Tt]heo|[Nn]ếu|(?:[Ss]au )?[Kk]hi|[Đđ]ể|[Dd]o|[Vv]ì)\s[^,;:\n]{3,80}?\sthì\s")
"""At the head of a clause: by whom or in what case it holds."""

_GIVEN_ENDS, _NEXT = " thì ", "; "

_COMPARED = re.compile(r"\s?so với\s[^,;.]{3,50}$")
_TURNED = re.compile(r"(?P<direction>(?:cao|thấp|nhiều|ít)\s+hơn)\s+(?P<against>[^,;.\d]{3,50}?)\s+$")


class Said(Struct, frozen=True):
    """What the text says before a number: the words that name the indicator, and the verb behind them."""

    indicator: str
    start: int
    direction: str | None = None
    against: str | None = None
    """In "cao hơn năm học trước 7 giải": "năm học trước"."""

    verb: Span | None = None
    """The few words right before the number where the clause before was joined: "…, thu hồi 20 ha đất"."""

    part_of: str | None = None
    """The word for what part this is of a whole, where the verb before the number tells that."""

    of_counted: bool = False
    """Whether the clause begins with what the number before it counts: "17 | du khách thuộc | 2 đoàn"."""

    second: bool = False
    """Whether the number is what the one before it rose or fell to."""


def said_before(scene: Scene, number: NumberMention) -> Said:
    """The clause before the number without its period, its connectives and the verb that leads to the number."""
    context, text = scene.context, scene.context.plain
    end = number.span.start if text.startswith(_RISEN, number.whole.start) else number.whole.start
    begun = scene.end
    if scene.indicator and RISES.fullmatch(text, begun, number.whole.start):
        return Said("", number.whole.start, second=True)
    if (closed := text.find(")", begun, end)) >= 0 and text.find("(", begun, closed) < 0:
        begun = closed + 1  # "(398 nhiệm vụ trễ hạn) và 501 nhiệm vụ": the bracket of the number before
    beside = scene.asides = asides(context, scene.counted.start if scene.counted else begun, end)
    marks, end = _borders(text, number, begun, end, beside)
    start = marks[-1].end() if marks else begun
    apart = bool(marks) and _apart().match(marks[-1][0]) is not None
    if of_counted := start == scene.end and scene.counted is not None and not JOINT.match(text, start, end):
        start = scene.counted.start  # "68 dự án được đấu giá với diện tích 57 ha": of the projects
    if turned := _TURNED.match(text, start, end):
        return Said("", start, turned["direction"].lower(), plain(turned["against"]))
    direction = None
    if verbs := behind(verbs_before(), text, start, end):
        end = verbs.start()
        ways = directions().findall(verbs[0])
        direction = ways[-1].lower() if ways else None
    part_of = share_in(verbs[0]) if verbs and number.percent else None
    if direction and scene.indicator and _COMPARED.match(text, start, end):
        return Said("", start, direction, plain(text[start:end]))  # "so với cùng kỳ năm 2020 tăng 12 tỷ đồng"
    clause = _stripped(scene, Span(start, end))
    if named := _named_quantity(scene, clause):
        return Said(*named, direction, part_of=part_of)
    words = clause.of(text)
    few = 0 < len(words.split()) < FEW and not _sizes().search(words)
    if verbs and not (words or direction or scene.indicator) and marks and marks[-1][0][:1] == ",":
        few = verbs[0].startswith(_RISES) or _measures(text, number)  # "diện tích đổi, từ 190 m2 lên 250 m2"
    anew = bool(marks) and marks[-1][0] == _NEXT
    if few and direction and scene.indicator and not anew:
        return Said("", clause.start, direction)  # "đạt chuẩn (vượt 1,4%)"
    if few and start > begun and not (apart or anew) and not ONLY_PLACE.fullmatch(words):
        joined = _stripped(scene, Span(_clause_start(text, begun, start - 2, beside), end))
        if _circumstance().match(text, joined.start, joined.end):
            return Said(_told(scene, clause)[0], clause.start, direction, part_of=part_of)
        if named := _named_quantity(scene, joined):
            return Said(*named, direction, part_of=part_of)
        told, span = _told(scene, joined)
        return Said(told, span.start, direction, verb=clause, part_of=part_of)
    told, span = _told(scene, clause)
    if " " not in told and beside:
        told = plain(span.of(context.text))  # "TSS (tổng chất rắn lơ lửng)"
    return Said(told, span.start, direction, part_of=part_of, of_counted=of_counted and span.start == start)


def _told(scene: Scene, clause: Span) -> tuple[str, Span]:
    """The last words of a clause, asides left out, and where they stand."""
    span = _last_words(scene, clause)
    return without(scene.context, span, scene.asides), span


def _borders(
    text: str, number: NumberMention, begun: int, end: int, beside: list[Span]
) -> tuple[list[re.Match[str]], int]:
    """What parts the clauses before the number, and where the last of them ends."""
    marks = [m for m in _boundary().finditer(text, begun, end) if m.end() < end or m[0] != _REMAINS]
    if beside:
        marks = [m for m in marks if not within(m.start(), beside)]
    if marks and marks[-1][0] == "(" and _tells_of_before(text, Span(marks[-1].end(), end)):
        marks.pop()
    if marks and marks[-1].end() == end and marks[-1][0] == ": " and _of_row(text, number):
        end = marks.pop().start()  # "hạng 2: 35.000 đồng/lượt"
        end -= len(_IS) if text.endswith(_IS, begun, end) else 0
    return marks, end


def _clause_start(text: str, begun: int, end: int, beside: list[Span]) -> int:
    """Where the clause begins that ends there."""
    marks = (m for m in _boundary().finditer(text, begun, end) if not within(m.start(), beside))
    return max((m.end() for m in marks), default=begun)


def _tells_of_before(text: str, opened: Span) -> bool:
    """Whether what stands in an open bracket up to the number tells of the words before: "(chiếm 5%", "(dài 2 km"."""
    said = plain(opened.of(text))
    verbs = behind(verbs_before(), text, opened.start, opened.end)
    only = verbs is not None and verbs.start() == opened.start
    bare = opened.end if verbs is None else verbs.start()
    return not said or only or _alone_in_brackets().fullmatch(text, opened.start, bare) is not None


def _of_row(text: str, number: NumberMention) -> bool:
    """Whether what stands before the number's colon says what it measures: behind it nothing does."""
    return _measures(text, number) and _ROW_ENDS.match(text, number.span.end) is not None


def _measures(text: str, number: NumberMention) -> bool:
    """Whether a number is neither a share nor a count, of which the words behind it tell."""
    return not number.percent and counted_nouns().match(text, number.span.end) is None


def _named_quantity(scene: Scene, clause: Span) -> tuple[str, int] | None:
    """What the clause measures, where it names a quantity: its name with whose it is.

    "Với mức thu ngân sách", but "đường có chiều dài" is turned to "chiều dài đường": whose it is stands before.
    """
    text = scene.context.plain
    near = Span(max(clause.start, _last_words(scene, clause, _NEAR).start), clause.end)
    found = (m for m in _quantity_finder().finditer(text, near.start, near.end) if not within(m.start(), scene.asides))
    names = [m for m in found if not is_part_of_word(text, m)]
    if not names and scene.indicator and clause_words("size").fullmatch(text, clause.start, clause.end):
        whose = _SIZED.sub("", scene.indicator)
        return f"{clause.of(text)} {whose}", clause.start  # "122 hồ, rộng 1.097 ha"
    if not names:
        return None
    led = [
        m
        for m in names
        if text[m.start() - 1] == "(" or _leads().search(text, max(clause.start, m.start() - 10), m.start())
    ]
    name = (led or names)[-1 if led else 0]
    if text.endswith(_AND, clause.start, name.start()):
        name = names[0]  # "tổng mức bán lẻ và doanh thu dịch vụ": both
    words = plain(Span(name.start(), clause.end).of(scene.context.text))
    has = _has().search(text, clause.start, name.start())
    opened = name.start() == clause.start or text[name.start() - 1] == "("
    if opened and name.end() == clause.end and scene.counted and scene.indicator:
        counted = _first_words(_NUMBER_OF.sub("", scene.indicator), _LONGEST_OWNER)
        return f"{words} {counted}", name.start()  # "24 đoạn kè, tổng chiều dài 147 km"
    if len(words.split()) > 2 and (name.end() < clause.end or not has):
        says_whose = has or not (name.end() == clause.end or _sorts().fullmatch(text, name.end(), clause.end))
        told = "" if says_whose else _told_with(scene, clause, name.start())
        if told and scene.indicator and scene.indicator.startswith(told):
            told = _first_words(scene.indicator, _LONGEST_TOLD)  # "giải ngân 55 hợp đồng với tổng số tiền"
        return f"{_first_words(words, _LONGEST)} {told}".strip(), name.start()
    owner = _owner(scene, Span(clause.start, name.start()))
    return f"{words} {owner}".strip(), name.start()


def _first_words(words: str, most: int) -> str:
    """The first words, one more where that is a word with the last."""
    parts = words.split()
    one = len(parts) > most and is_one_word(" ".join(parts[most - 1 : most + 1]), 0)
    return " ".join(parts[: most + one])


def _told_with(scene: Scene, clause: Span, at: int) -> str:
    """What is told in the clause that a quantity's name ends or follows: "lấn chiếm đất công với tổng diện tích"."""
    text, begun = scene.context.plain, max(scene.sentence.start, scene.end)
    start = clause.start
    if start == at:
        start = _clause_start(text, begun, max(begun, at - 2), scene.asides)
    before = _stripped(scene, Span(start, max(start, at)))
    span = _last_words(scene, before, _LONGEST_TOLD)
    said = _leads().sub("", without(scene.context, span, scene.asides) + " ").strip(" ,")
    return said if len(said.split()) > 1 else ""


def _owner(scene: Scene, before: Span) -> str:
    """Whose a quantity is: the words before it or what they begin with, else what the sentence begins with."""
    text, begun = scene.context.plain, scene.sentence.start
    begun = max((m.end() for m in _apart().finditer(text, begun, before.start)), default=begun)
    for start, end, own in ((before.start, before.end, True), (begun, before.start, False)):
        span = _stripped(scene, Span(start, max(start, end)))
        said = plain(span.of(scene.context.text)) + " "
        words = _leads().sub("", said).split()
        if _ONLY_DAY.fullmatch(" ".join(words)):
            continue
        if words and own and (len(words) <= _LONGEST_OWNER or not _has().search(said)):
            near = _last_words(scene, span, _LONGEST_OWNER)
            return _leads().sub("", plain(near.of(scene.context.text)) + " ").strip()
        head = _head_end().split(" ".join(words) + " ", maxsplit=1)[0].split()
        if len(head) > 1 and head[0] != "Theo":
            return " ".join(head[:_LONGEST_OWNER]).rstrip(" -–")
    return ""


def _last_words(scene: Scene, clause: Span, most: int = _LONGEST) -> Span:
    """The last words of a clause, about as many as an indicator may have, from where a verb or a name begins."""
    context, text, beside = scene.context, scene.context.plain, scene.asides
    if len(clause.of(text).split()) <= most:
        return clause
    words = [match.start() for match in _WORD.finditer(text, clause.start, clause.end)]
    if beside:
        words = [word for word in words if not within(word, beside)]
    if len(words) <= most:
        return clause
    begun = _beginning().finditer(text, words[-most], words[-_ENOUGH])
    if begins := next((m for m in begun if not within(m.start(), beside)), None):
        return trimmed(text, Span(begins.end(), clause.end))
    cut = words[-most - 1] if is_one_word(text, words[-most - 1]) else words[-most]
    named = (m.span for known in (context.bodies, context.units) for m in inside(known, clause))
    return trimmed(
        text, Span(max((span.start for span in named if span.start < cut < span.end), default=cut), clause.end)
    )


def _stripped(scene: Scene, span: Span) -> Span:
    """A clause without the period and the connectives at its head."""
    text, start, end = scene.context.plain, span.start, span.end
    for period in scene.periods:
        if start <= period.span.start < start + _AT_HEAD and period.span.end <= end:
            start = period.span.end
    if text.find(_GIVEN_ENDS, start, end) >= 0 and (given := _GIVEN.match(text, start, end)):
        start = given.end()
    start = _behind_person(scene, Span(start, end))
    while (opening := _opening(text, start, end)) or (start < end and text[start] in " ,()/"):
        start = opening.end() if opening else start + 1
    while end > start and text[end - 1] in " (":
        end -= 1
    return trimmed(text, Span(start, end))


def _behind_person(scene: Scene, clause: Span) -> int:
    """Where what is told begins behind somebody who asks for it or only comes too: "ông A đề nghị | sửa 7 km đường"."""
    named = inside(scene.context.names, clause)
    if not named:
        return clause.start
    end = named[-1].span.end
    told = _asks_or_comes().match(scene.context.plain, end, clause.end)
    return told.end() if told else clause.start


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    return _connectives().match(text, start, end) or BRACKETS.match(text, start, end)


def is_one_word(text: str, at: int) -> bool:
    """Whether two syllables stand there that are mostly one word: no phrase is cut between them."""
    return " ".join(text[at : at + _PAIR].split(" ", 2)[:2]).lower() in pairs_of_syllables()


@cache
def _boundary() -> re.Pattern[str]:
    """Between clauses; a comma in "các sở, ngành" is none, nor one between levels of units."""
    pairs = either(row["word"] for row in table("figure-clause-words") if row["part"] == "pair")
    comma = rf",(?!\s(?:{pairs})(?!\s[A-ZĐ\d])(?!\w))"
    words = "nhưng|trong khi|trong đó|đồng thời|song|tuy nhiên|còn(?!\\slại\\s)"
    return re.compile(
        rf"(?:[;:(?!]|{comma}(?:{_speech().pattern})?|{_speech().pattern})\s|(?<=\s)\((?=[^\W\d])|“(?![^”]{{0,200}}”)|\s(?:{words})\s"
    )


@cache
def _leads() -> re.Pattern[str]:
    """What leads to the name of a quantity."""
    return re.compile(rf"(?:^|[\s,(])(?:{words_of('leader')})\s+$", re.I)


@cache
def _has() -> re.Pattern[str]:
    """Between whose a quantity is and its name."""
    return re.compile(rf"\s(?:{words_of('has')})\s$")


@cache
def _head_end() -> re.Pattern[str]:
    """Where the noun phrase that a clause begins with ends."""
    return re.compile(rf"\s(?:{words_of('head-end')}|,)\s|,\s")


@cache
def _beginning() -> re.Pattern[str]:
    """Where in a long clause what it tells begins."""
    return re.compile(rf"\s(?:{words_of('beginning')})\s|,\s")


@cache
def _speech() -> re.Pattern[str]:
    """Before what somebody says."""
    return re.compile(rf"\s(?:{words_of('speech')})(?:\sthêm)?(?:\srằng)?,?(?=\s)")


@cache
def _asks_or_comes() -> re.Pattern[str]:
    """Behind somebody's name: what is asked of others, or that so many were there too."""
    asks = either(row["word"] for row in table("speech-verbs") if row["kind"] in ("say", "order"))
    return re.compile(rf"\s(?:(?:đã|cũng|vừa)\s)?(?:{asks})(?!\w)(?:\srằng(?!\w))?|,?\s(?:và|cùng|cùng với)\s*$")


@cache
def _circumstance() -> re.Pattern[str]:
    """At the head of a clause that tells when, why or in what case, and not of what."""
    return re.compile(rf"(?:{words_of('circumstance')})\s", re.I)


@cache
def _apart() -> re.Pattern[str]:
    """Between what somebody says or what was told before and a clause with its own subject."""
    return re.compile(rf":\s|{_speech().pattern}")


@cache
def _quantity_finder() -> TextFinder:
    """The same for an article's whole text."""
    return TextFinder(quantities(), clause_rows("quantity"))


@cache
def _sorts() -> re.Pattern[str]:
    """Behind a quantity's name: what sort of it, and not whose."""
    return re.compile(rf"(?:\s(?:{words_of('sort')}))+")


@cache
def _alone_in_brackets() -> re.Pattern[str]:
    """The name of a quantity or a size and no more: "(diện tích", "(dài"."""
    name = rf"(?:{quantities().pattern}|{clause_words('size').pattern})"
    return re.compile(rf"(?:(?:{words_of('leader')})\s)?{name}(?:\s(?:{words_of('sort')}))*\s?")


@cache
def _sizes() -> re.Pattern[str]:
    """A thing and the way it is measured, which need no more words: "hồ chứa rộng"."""
    return re.compile(rf"\w\s{clause_words('size').pattern}$")


@cache
def _connectives() -> re.Pattern[str]:
    words = either(row["word"] for row in table("figure-clause-words") if row["part"] == "connective")
    return re.compile(rf"(?:(?:{words})(?!\w)[,\s]*)+", re.I)
