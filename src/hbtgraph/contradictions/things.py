"""Dates, titles, posts and counts as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pyoxigraph import NamedNode

from hbtgraph.contradictions.claims import Claim, Sheet, Values, text, texts
from hbtgraph.contradictions.numbers import reach
from hbtgraph.contradictions.words import words_in, words_of
from hbtgraph.model import Article
from hbtgraph.rdf.terms import ELI, HBT, ORG, C
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key, slug

_YEAR = re.compile(r"(?<=/)(?:19|20)\d\d(?!\d)")
_FULL_DAY = 10
CHANGED = "changed"
"""The side of an article that tells of a change of the very post."""
_FEWEST_WORDS = 5
"""A title of fewer words is no title to tell a document by."""


def thing_claims(article: Article, sheet: Sheet) -> Iterator[Claim]:
    """What an article says of documents, events, holders of posts and those honoured."""
    for node, values in sheet.of_type(HBT.OfficialDocument):
        yield from _of_document(article, sheet, node, values)
    for node, values in sheet.of_type(HBT.Event):
        yield from _of_event(article, sheet, node, values)
    for node, values in sheet.of_type(HBT.Tenure):
        yield from _of_tenure(article, sheet, node, values)
    for node, values in sheet.of_type(HBT.Appointment):
        yield from _of_change(article, sheet, node, values)
    for node, values in sheet.of_type(HBT.AwardConferral):
        yield from _of_award(article, sheet, node, values)


def _claim(article: Article, sheet: Sheet, node: NamedNode, values: Values, **rest: object) -> Iterator[Claim]:
    if span := sheet.span(values):
        fields = {"fact": node.value, "under": (node.value,), "label": sheet.label(node), **rest}
        yield Claim(article=article.id, start=span.start, end=span.end, day=article.date, **fields)  # type: ignore[arg-type]


def _of_document(article: Article, sheet: Sheet, node: NamedNode, values: Values) -> Iterator[Claim]:
    """Only of documents that their number, issuer and year tell from all others.

    Nobody gives a number twice in a year: where identity keeps two days apart, they still contradict each other.
    """
    number, issuer = text(values, ELI.id_local), text(values, ELI.passed_by)
    day, title = text(values, HBT.dateText), text(values, ELI.title)
    year = day[:4] or next(iter(_YEAR.findall(number)), "")
    if not number or not issuer or not year:
        return
    rest = {
        "under": ("|".join((f"document {key(text(values, HBT.typeText))}", key(number), issuer, year)),),
        "about": (issuer,),
    }
    if len(day) == _FULL_DAY:
        yield from _claim(article, sheet, node, values, kind="date", point="issued", value=day, side=day, **rest)
    if len(words_in(title)) >= _FEWEST_WORDS:
        yield from _claim(article, sheet, node, values, kind="title", value=title, side=key(title), **rest)


def _of_event(article: Article, sheet: Sheet, node: NamedNode, values: Values) -> Iterator[Claim]:
    status = text(values, HBT.status).rpartition("-")[2]
    for day in texts(values, HBT.dateText):
        if len(day) == _FULL_DAY:
            yield from _claim(article, sheet, node, values, kind="date", point=status, value=day, side=day)


def _of_tenure(article: Article, sheet: Sheet, node: NamedNode, values: Values) -> Iterator[Claim]:
    """Head or deputy: no body has one person as both on one day."""
    role, body = text(values, HBT.roleText), text(values, ORG.organization)
    if not role or not body or text(values, HBT.tenureStatus) != C("tenure-current").value:
        return
    post, rank = _ladder(values)
    person = values[ORG.member][0]
    if _is_of_a_firm(article, sheet, values, sheet.label(person)):
        return
    yield from _claim(
        article,
        sheet,
        node,
        values,
        kind="post",
        point=f"{post} {body}",
        value=role,
        side=rank,
        about=(body,),
        under=(person.value,),
        label=" – ".join(filter(None, (sheet.label(person), sheet.label(values[ORG.organization][0])))),
    )


def _is_of_a_firm(article: Article, sheet: Sheet, values: Values, name: str) -> bool:
    """Whether the name may be the firm's own: "giám đốc Công ty Trần Văn Sen", with nothing to part the two."""
    span = sheet.span(values)
    words = key(span.of(article.text)) if span else ""
    before, found, _ = words.rpartition(key(name))
    if not found or not any(f" {firm} " in f" {before}" for firm in words_of("firm")):
        return False
    return not before.rstrip().endswith((",", "-", "–", *_honorifics()))


def _of_change(article: Article, sheet: Sheet, node: NamedNode, values: Values) -> Iterator[Claim]:
    """A change of post is on no side: it says that both may have been true, one after the other."""
    post, _ = _ladder(values)
    for body in texts(values, ORG.organization):
        rest = {"kind": "post", "value": "", "side": CHANGED, "under": (text(values, HBT.person),)}
        yield from _claim(article, sheet, node, values, point=f"{post} {body}", **rest)


def _ladder(values: Values) -> tuple[str, str]:
    """A post without its degree, and whether its holder leads or is a deputy."""
    post = text(values, ORG.role).rpartition("/")[2].removeprefix("role-") or slug(text(values, HBT.roleText))
    for degree in _degrees():
        post = post.removesuffix(f"-{degree}")
    head = post.removeprefix("pho-")
    return head, "head" if head == post else "deputy"


@cache
def _honorifics() -> tuple[str, ...]:
    return tuple(f" {key(row['word'])}" for row in table("honorifics"))


@cache
def _degrees() -> tuple[str, ...]:
    return tuple(sorted(slug(word) for word in words_of("post-degree")))


def _of_award(article: Article, sheet: Sheet, node: NamedNode, values: Values) -> Iterator[Claim]:
    group = values.get(HBT.recipient, [None])[0]
    count = text(sheet.of(group), HBT.memberCount)
    if not count:
        return
    whom, honour = sheet.label(group).removeprefix(count).strip(), text(values, HBT.honourText)
    giver = text(values, HBT.conferredBy)
    qualifier = text(sheet.of(group), HBT.countQualifier).rpartition("/")[2].removeprefix("count-") or "exact"
    yield from _claim(
        article,
        sheet,
        node,
        values,
        kind="count",
        label=f"{honour} – {whom}",
        value=f"{count} {whom}",
        side=count,
        number=Decimal(count),
        reach=reach(Decimal(count), qualifier, counted=True),  # type: ignore[arg-type]
        giver=giver,
        given=text(values, HBT.dateText),
        about=(giver,) if giver else (),
        point=text(values, HBT.conferralStatus),
        under=(f"award {text(values, HBT.award) or key(honour)}|{key(whom)}",),
    )
