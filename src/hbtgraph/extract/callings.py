"""How an article calls people: by a given name alone, and with words of address of men or of women."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.speech_words import LOWER, words
from hbtgraph.extract.words import UPPER, TextFinder, any_of
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import fold, key

_OFFICER = rf"(?: Phó)?(?: {LOWER}){{1,4}}"
CLOSED = re.compile(rf"(?:ông|bà|đồng chí|anh|chị|em|cô|thầy|vị{_OFFICER})(?=,)")
"""A pronoun that a comma ends: "theo nhận định của | ông, ..."."""

PRONOUN = TextFinder(
    re.compile(
        r"(?:(?:(?<=[,;:”\"–-] )|(?<=và )|(?<=[Tt]heo )|(?<=[Tt]uy nhiên )|(?<=[Ss]au đó )|(?<=[Nn]hưng )"
        r"|(?<=[Đđ]ồng thời )|(?<=[Nn]goài ra ))"
        r"(?:ông|bà|đồng chí|anh|chị|em|cô|thầy"
        rf"|vị{_OFFICER})|(?<!\w)(?:Ông|Bà|Đồng chí|Anh|Chị|Em|Cô|Thầy|Vị{_OFFICER}))"
        r"(?=[ ,])(?! con(?!\w))"
    ),
    ("ông", "bà", "đồng chí", "anh", "chị", "em", "cô", "thầy", "vị"),
)
"""A pronoun where a subject may stand."""

_INITIALS = rf"(?:[{UPPER}]\.){{1,4}}[{UPPER}][^\W\d_{UPPER}]*|[{UPPER}]"
_NAME = (
    rf"(?P<name>[{UPPER}][^\W\d_{UPPER}]+(?: [{UPPER}][^\W\d_{UPPER}]+)?(?= [^{UPPER}]|[,:])"
    rf"|(?:{_INITIALS})(?=\.? [^{UPPER}]|[,:]))"
)
"""A given name, one or two syllables, or what initials leave of a whole one: "N.T.Lan", and then "Lan" or "L."."""

_APPOSED = re.compile(rf"(?<!\w)[{UPPER}]\w+(?: \([^()]*\))?(?:,| [-–]) $")
"""A name behind which is told who somebody is."""

_LONGEST_KIN = 24
_LONGEST_ADDRESS = 6
"""Code points of the longest of those words, with a space around it."""


@cache
def _called() -> TextFinder:
    """A name of one or two syllables behind a word of address; a capital one must head a sentence."""
    address = (*words("he"), *words("she"))
    small, large = any_of(address), any_of(word.capitalize() for word in address)
    pattern = re.compile(rf"(?:(?<!\w){small}|(?:(?<=[.”?!…] )|(?<=\n)){large}) {_NAME}")
    return TextFinder(pattern, address)


def given_names(context: Context, taken: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Names outside `taken` (sorted) behind a word of address, each with the full name that it is a part of.

    One that is part of no full name is all that the article tells ("anh Thành"); one that is part of several is
    left out. Of a name whose tone marks are wrong the bearer is who bears it as a given name. A name of which the
    article tells but initials is told so, and its last part means the same person.
    """
    full = dict.fromkeys(name.full for name in context.names)
    hidden: dict[str, str] = {}
    for called in _called().finditer(context.plain):
        name = Span(*called.span("name"))
        at = bisect_left(taken, name.end, key=lambda span: span.start)
        if at and taken[at - 1].end > name.start:
            continue
        word = name.of(context.text)
        if "." in word:
            hidden.setdefault(word.rpartition(".")[2], word)
        if word in hidden or "." in word:
            yield name, hidden.get(word, word)
            continue
        bearers = [person for person in full if key(word) in key(person).split()[1:]]
        bearers = bearers or [person for person in full if fold(word) == fold(person.split()[-1])]
        if len(bearers) < 2 and len(word) > 1:
            yield name, bearers[0] if bearers else word


@cache
def _kin() -> TextFinder:
    called = any_of((*words("he"), *words("she"), *words("kin_of")))
    pattern = rf"(?<!\w)(?<!vợ )(?:{any_of(words('kin'))}) (?:của )?(?P<called>(?:{called}) )?$"
    return TextFinder(re.compile(pattern, re.IGNORECASE), words("kin"))


def kin_of(plain: str, start: int, *, posted: bool = False) -> bool:
    """Whether kin of who is named there is meant, not who is named: "vợ ông | A", "anh trai | Chủ tịch huyện A".

    Without a post (`posted`) a word of address must stand between, or another's name before: "mẹ Nguyễn Thị A" calls
    her so, "bà B - mẹ A" does not.
    """
    found = _kin().search(plain, max(0, start - _LONGEST_KIN), start)
    if found is None or posted or found["called"]:
        return found is not None
    return _APPOSED.search(plain, max(0, found.start() - _LONGEST_KIN), found.start()) is not None


def sex_of(word: str) -> str | None:
    """Of whom a word of address is used: "he", "she", or either."""
    return next((sex for sex in ("he", "she") if word.lower() in words(sex)), None)


def sexes(context: Context) -> dict[str, str]:
    """For each full name what the first word of address, else the middle name, tells of its bearer.

    A child ("em", "cháu") is neither an "ông" nor a "bà".
    """
    told: dict[str, str] = {}
    for name in context.names:
        before = context.plain[max(0, name.span.start - _LONGEST_ADDRESS) : name.span.start].split()
        word = before[-1].lower() if before else ""
        if sex := "young" if word in words("young") else sex_of(word):
            told.setdefault(name.full, sex)
    middles = {word: sex for sex in ("he", "she") for word in words(f"{sex}_middle")}
    for name in context.names:
        if sex := next((middles[word] for word in name.full.split()[1:-1] if word in middles), None):
            told.setdefault(name.full, sex)
    return told
