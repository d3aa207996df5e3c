"""The words around a post that tell who holds it, and when: patterns of the tables holding-words and body-kinds."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hbtgraph import resources
from hbtgraph.extract.words import any_of, column
from hbtgraph.vietnamese.text import place_tones

_YEARS = r"từ (?:tháng |năm )?[\d/]+ đến (?:tháng |năm )?[\d/]+"


class Patterns(NamedTuple):
    """What the rules of holders look for beside a post."""

    given: re.Pattern[str]
    """A verb by which somebody gives the post."""
    at_a_time: re.Pattern[str]
    """All that stands between a name and its post: "- khi đó là", "hiện giữ chức"."""
    former: re.Pattern[str]
    """Words of a time that is over."""
    then: re.Pattern[str]
    """The same at the head of what is told."""
    while_: re.Pattern[str]
    """Before a post: "trong thời gian làm"."""
    part: re.Pattern[str]
    """Before the post of whom the sentence then names: "với cương vị là"."""
    around: re.Pattern[str]
    """Before a post: "trước khi giữ chức", "sau khi làm"."""
    pronoun: re.Pattern[str]
    pronoun_last: re.Pattern[str]
    """A pronoun with its particles at the end of a clause."""
    pronoun_next: re.Pattern[str]
    """A pronoun right behind a post at the head of a sentence."""
    copula: re.Pattern[str]
    """Before a post: "là", "giữ chức vụ", "trên cương vị"."""
    change: re.Pattern[str]
    """Words that say the post changes hands, or may."""
    several: re.Pattern[str]
    """Before a post that several people hold: "hai đồng chí", "các"."""
    row_head: re.Pattern[str]
    """Between such a post and the first name: "khác gồm các ông"."""
    acts: re.Pattern[str]
    """Behind a post that is a subject: "phải", "không"."""
    linking: re.Pattern[str]
    """Marks and words that a subject does not have between itself and its post."""


@cache
def words(kind: str) -> str:
    """A pattern for any of the words of one kind."""
    return f"(?:{any_of(row['word'] for row in resources.table('holding-words') if row['kind'] == kind)})"


@cache
def patterns() -> Patterns:
    """The patterns, made once."""
    no_order = r"(?<!rước )(?<!au )"
    held = rf"(?:{words('hold')}|{words('be')})[\w ]{{0,20}}$"
    capital = re.compile(rf"(?i:{words('then')}),? ")
    return Patterns(
        given=re.compile(rf"{words('given')}(?!\w)"),
        at_a_time=re.compile(rf"[-–(]? ?(?:{words('then')}|{words('now')})?,? ?(?:đang )?(?:là|giữ chức(?: vụ)?)"),
        former=re.compile(
            rf"(?<!\w)(?:{words('then')}|{words('former')}|{no_order}khi làm|{_YEARS})(?!\w)", re.IGNORECASE
        ),
        then=capital,
        while_=re.compile(rf"{no_order}{words('while')}(?: còn| đang)* {held}"),
        part=re.compile(rf"{words('part')}(?:(?: vừa)? là| làm| một)? ?$", re.IGNORECASE),
        around=re.compile(rf"(?:[Tt]rước|[Ss]au) khi {held}"),
        pronoun=re.compile(rf"(?<!\w){words('pronoun')}(?!\w)", re.IGNORECASE),
        pronoun_last=re.compile(rf"(?:^|[ ,]){words('pronoun')}(?: {words('particle')})* *$", re.IGNORECASE),
        pronoun_next=re.compile(rf"(?: ?\([^()]{{1,40}}\))?,? (?P<who>{words('pronoun')}) ", re.IGNORECASE),
        copula=re.compile(
            rf"(?:^|[ ,–-])(?:{words('be')}|{words('hold')}(?: qua)?(?: các| nhiều)?(?: {words('post')})?(?: như| là)?"
            rf"|{words('as')}|{words('part')}(?: là| làm)?):? ?$"
        ),
        change=re.compile(rf"{words('change')}(?!\w)"),
        several=re.compile(
            rf"(?:{words('number')}|(?<![\d/.-])\d{{1,2}})(?: {words('people')})? $", re.IGNORECASE
        ),
        row_head=re.compile(
            rf"^(?: {words('row_kind')})?,?(?: {words('row')})?:?(?: các| những)?(?: {words('people')})?:? $"
        ),
        acts=re.compile(rf" {words('act')}(?!\w)"),
        linking=re.compile(rf"[;:“\"]|(?<!\w){words('linking')}(?!\w)"),
    )  # fmt: skip


@cache
def kinds(use: str) -> frozenset[str]:
    """Words of the table of kinds of bodies, tone marks placed as in all patterns."""
    rows = zip(column("body-kinds", "word"), column("body-kinds", "use"), strict=True)
    return frozenset(place_tones(word) for word, of in rows if of == use)
