"""Which administrative unit lies in which, where the text writes the two together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.units import SYLLABLE, bare_name, parents, type_word
from hbtgraph.extract.words import keys
from hbtgraph.model import Containment, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.names import has_surname
from hbtgraph.vietnamese.text import key

_JOINT = re.compile(
    r"(?:…(?= ?\())?(?: \([^\W\d][^()\d]{1,18}\)(?= (?:thuộc|ở|tại)))?(?:,? ?\(|, ?| )"
    r"(?:(?:khi đó|lúc đó|nay|trước đây|cũ) (?:là )?(?=thuộc))?"
    r"(?:thuộc |của |ở |tại |trên địa bàn |nằm trên địa bàn |[-–] )?"
)
_RUN = rf"{SYLLABLE}(?: {SYLLABLE}){{0,3}}"
_LISTED = re.compile(rf"(?:(?:, | và ){_RUN})+(?=[ ,])")
_LONGEST_ROW, _LONGEST_CHAIN = 200, 6
_COUNTS = ("các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", *"0123456789")
_MANY = tuple(f"{count} " for count in _COUNTS)
_NEXT_BRACKET = re.compile(rf"[^()\n]{{0,40}}\)(?:, | và |; )({_RUN})(?= \()")
"""From a unit in brackets to the next name of a row: "các huyện A (tỉnh X), B (tỉnh Y)"."""

_PAIRED = re.compile(rf" và {_RUN}(?=,? \(|, | thuộc )")
"""A second name that shares the type word of the first: "thôn A và B, xã C"."""

_NATIONAL = ("quốc gia ", "quốc tế ")
_LIVES = re.compile(r"(?<!\w)(?:ở|tại|trú|ngụ|quê) $")
_DISTRICT = 2
_RUN_BEFORE = re.compile(rf"(?<!\w)({_RUN})(?:, | \()$")


def containments(context: Context) -> Iterator[Containment]:
    """The pairs of units that the article writes together, each once, where it has its type words."""
    found: dict[tuple[str, str], Containment] = {}
    for fact in _all(context):
        pair = (key(bare_name(fact.part)), key(bare_name(fact.whole)))
        known = found.get(pair)
        if known is None or _type_words(fact) > _type_words(known):
            found[pair] = fact
    yield from found.values()


def _type_words(fact: Containment) -> int:
    return bool(type_word(fact.part)) + bool(type_word(fact.whole))


def _all(context: Context) -> Iterator[Containment]:
    heads = [unit for unit in context.units if _is_head(context, unit)]
    rows = tuple(_rows(context, heads))
    each = [fact for first in heads for fact in _bracketed(context, first)]
    yield from each
    shared = {fact.evidence.start for fact in each}
    typed = {key(bare_name(unit.text)): unit.rank for unit in context.units if type_word(unit.text)}
    for part, whole in zip(context.units, context.units[1:], strict=False):
        between = context.plain[part.span.end : whole.span.start]
        last = bisect_left(rows, whole.span.start, key=lambda row: row.start) - 1
        in_row = last >= 0 and whole.span.start < rows[last].end
        if part.span.start in shared or _ends_a_name(context, part):
            continue
        if _JOINT.fullmatch(between) and _fits(part, whole) and not in_row:
            yield _fact(context, part.text, whole, part.span.start, "unit-then-unit")
            for twin in _twins(context, part):
                if _may_lie_in(twin, whole):
                    yield _fact(context, twin.text, whole, twin.span.start, "row-in-unit")
    for whole in context.units:
        yield from _untyped(context, whole, typed)
    for first in heads:
        yield from _coordinated(context, first, _LISTED)
    for first in context.units:
        if context.plain.startswith(" và ", first.span.end) and type_word(first.text) and first not in heads:
            yield from _coordinated(context, first, _PAIRED)


def _is_head(context: Context, unit: Mention) -> bool:
    """Whether the unit's type word is that of several: "các xã A, B"."""
    before = context.plain[max(0, unit.span.start - 8) : unit.span.start]
    return before.lower().endswith(_MANY) and bool(type_word(unit.text))


def _ends_a_name(context: Context, part: Mention) -> bool:
    """Whether the unit's bare name ends that of something else: "Khu du lịch quốc gia Hoài Đức"."""
    return not type_word(part.text) and context.plain.endswith(_NATIONAL, 0, part.span.start)


def _twins(context: Context, part: Mention) -> Iterator[Mention]:
    """The units of the same rank in a row before this one, each with its type word: all lie in what follows."""
    at = bisect_left(context.units, part.span, key=lambda unit: unit.span)
    for before in reversed(context.units[max(0, at - _LONGEST_CHAIN) : at]):
        if before.rank != part.rank or not (type_word(before.text) and type_word(part.text)):
            return
        if context.plain[before.span.end : part.span.start] not in (" và ", ", "):
            return
        yield before
        part = before


def _may_lie_in(part: Mention, whole: Mention) -> bool:
    """Whether units of such types lie in one another by law; neighbourhoods and names without type word may."""
    words = _full_words()
    part_type, whole_type = (words.get(key(type_word(unit.text)).rstrip(". ")) for unit in (part, whole))
    wholes = _wholes().get(part_type or "")
    return wholes is None or whole_type is None or whole_type in wholes


@cache
def _full_words() -> dict[str, str]:
    """What the type words and their abbreviations stand for."""
    return {row["short"]: row["word"] for row in table("unit-short-words")}


@cache
def _wholes() -> dict[str, frozenset[str]]:
    """By type, the types of unit in which units of the type lie."""
    rows = [(row["part"], row["whole"]) for row in table("containment-parts")]
    return {part: frozenset(whole for one, whole in rows if one == part) for part, _ in rows}


def _rows(context: Context, heads: list[Mention]) -> Iterator[Span]:
    """The names that share the type word of the first: "các xã A, B, C" are all xã, whatever else bears these names."""
    for first in heads:
        row = _LISTED.match(context.plain, first.span.end, first.span.end + _LONGEST_ROW)
        if row:
            yield Span(*row.span())


def _fits(part: Mention, whole: Mention) -> bool:
    """Ranks must fall; two bare names need the table to say that such a district lies in such a province."""
    if not part.rank > whole.rank > 0:
        return False
    if type_word(part.text) or type_word(whole.text):
        return True
    return key(whole.text) in parents().get(key(part.text), frozenset())


def _fact(context: Context, part: str, whole: Mention, start: int, rule: str) -> Containment:
    return Containment(
        part=part, whole=whole.span.of(context.text), evidence=Span(start, whole.span.end), rule=rule
    )  # fmt: skip


def _untyped(context: Context, whole: Mention, typed: dict[str, int]) -> Iterator[Containment]:
    """A name without type word before its unit, where the article has it elsewhere with one."""
    if not context.plain.endswith((", ", " ("), 0, whole.span.start):
        return
    begin = max(0, whole.span.start - 40)
    before = _RUN_BEFORE.search(context.plain[begin : whole.span.start])
    if before and (typed.get(key(before[1]), 0) > whole.rank > 0 or _is_commune_of(context, begin, before, whole)):
        start = begin + before.start(1)
        run = Span(start, begin + before.end(1))
        last = bisect_left(context.units, run.end, key=lambda unit: unit.span.start) - 1
        if last < 0 or not context.units[last].span.meets(run):
            yield _fact(context, run.of(context.text), whole, start, "name-then-unit")


def _is_commune_of(context: Context, begin: int, name: re.Match[str], whole: Mention) -> bool:
    """Whether a bare name where somebody lives is that of a commune of the district behind: "ở Lam Hồ, Hoài Đức"."""
    if whole.rank != _DISTRICT or not name[0].endswith(", "):
        return False  # in brackets a quarter may stand before its district: "ở Linh Sơn (Hoài Đức)"
    if not _LIVES.search(context.plain[max(0, begin - 12) : begin + name.start(1)]):
        return False
    first = name[1].split(" ")
    return len(first) > 1 and not has_surname(first[0]) and key(first[0]) not in keys("not-person-heads", "word")


def _end_of_others(context: Context, first: Mention, end: int) -> int:
    """Where a row ends that goes on with units of other type words: "các xã A, B | và thị trấn C"."""
    at = bisect_left(context.units, end, key=lambda unit: unit.span.start)
    for index in range(at, len(context.units)):
        unit = context.units[index]
        if unit.rank != first.rank or not type_word(unit.text):
            break
        if context.plain[end : unit.span.start] not in (", ", " và ", " và các ", ", các "):
            break
        end = unit.span.end
    return end


def _bracketed(context: Context, first: Mention) -> Iterator[Containment]:
    """ "các huyện A (tỉnh X), B (tỉnh Y)": from the second on, each has the type word of the first."""
    word, name = type_word(first.text), first.span
    while whole := _unit_at(context, name.end + 2) if context.plain.startswith(" (", name.end) else None:
        if name != first.span and first.rank > whole.rank > 0:
            part = f"{word} {name.of(context.text)}"
            yield _fact(context, part, whole, name.start, "row-in-unit")
        further = _NEXT_BRACKET.match(context.plain, whole.span.end)
        if further is None:
            return
        name = Span(*further.span(1))


def _unit_at(context: Context, position: int) -> Mention | None:
    at = bisect_left(context.units, position, key=lambda unit: unit.span.start)
    unit = context.units[at] if at < len(context.units) else None
    return unit if unit and unit.span.start == position else None


def _coordinated(context: Context, first: Mention, form: re.Pattern[str]) -> Iterator[Containment]:
    """ "các xã A, B và C (huyện D)": each of the row of this form lies in the last."""
    word = type_word(first.text)
    row = form.match(context.plain, first.span.end, first.span.end + _LONGEST_ROW)
    if not row:
        return
    end = _end_of_others(context, first, row.end())
    joint = _JOINT.match(context.plain, end)
    whole = _unit_at(context, joint.end()) if joint else None
    if whole is None or not first.rank > whole.rank > 0:
        return
    for name in (bare_name(first.text), *re.split(r", | và ", row[0])[1:]):
        yield _fact(context, f"{word} {name}", whole, first.span.start, "row-in-unit")
