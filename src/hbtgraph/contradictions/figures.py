"""Figures as claims: only those whose indicator, area and time tell what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations

from pyoxigraph import NamedNode

from hbtgraph.contradictions.claims import Claim, Sentence, Sheet, Values, text
from hbtgraph.contradictions.numbers import spoken
from hbtgraph.contradictions.told import Told, is_planned
from hbtgraph.contradictions.words import content, words_in, words_of
from hbtgraph.model import Article, Span
from hbtgraph.rdf.terms import HBT
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import find_numbers, to_dong
from hbtgraph.vietnamese.text import key

_WORD = re.compile(r"\w+")
_CODE = re.compile(r"\d{8,}")
"""An account, not a count, which would have its thousands apart."""
_MILLION = Decimal(10) ** 6
_MOST_OTHERS = 6
"""A sentence with more numbers is a table."""
TWIN = "twin "
"""Begins the keys of sentences that may be the same."""
_LONG = 10
"""So many different words describe a thing as well as a name does."""


def figure_claims(article: Article, sheet: Sheet) -> Iterator[Claim]:
    """The figures of an article that another article, or the same again, may contradict.

    What the words of the figure do not name themselves was read from farther off, and is left aside; so is
    each end of a range.
    """
    told = Told(article)
    for node, values in sheet.of_type(HBT.Observation):
        span = sheet.span(values)
        words = words_in(text(values, HBT.indicator))
        if span is None or not words or not words <= words_in(span.of(article.text)):
            continue
        number = Decimal(text(values, HBT.value))
        mention = next((one for one in find_numbers(article.text, span) if number in (one.value, one.high)), None)
        if mention is None or (mention.high is None and not _CODE.fullmatch(mention.span.of(article.text))):
            counted = not _is_measured(_measure(values))
            sentence = told.around(span, number, mention, _period(values), counted=counted)
            claim = _claim(article, node, values, span, sentence)
            if claim.under:
                yield claim


def _claim(article: Article, node: NamedNode, values: Values, span: Span, told: Sentence) -> Claim:
    number, unit = Decimal(text(values, HBT.value)), text(values, HBT.unitText)
    money = to_dong(_MILLION, unit)
    factor = Decimal(money) / _MILLION if money else Decimal(1)
    measure = _measure(values)
    indicator, area = text(values, HBT.indicator), text(values, HBT.refArea)
    place = text(values, HBT.areaText)
    stated = HBT.periodStart in values
    named = _is_named(indicator, place)
    lasting = stated and bool(place) and (named or _is_of_the_place(indicator, measure))
    plain = lasting or (not stated and named and _is_measured(measure))
    period = "–".join((text(values, HBT.periodStart), text(values, HBT.periodEnd))) if stated else key(_period(values))
    kind = "planned" if is_planned(article, span) else text(values, HBT.valueKind).rpartition("/")[2]
    counted = " ".join(sorted(content(indicator, f"{place} {_period(values)}")))
    whole = "|".join((counted, area or key(place), period, kind, key(text(values, HBT.comparison))))
    return Claim(
        kind="figure",
        article=article.id,
        label=f"{indicator} ({place})" if place else indicator,
        value=f"{spoken(number)} {unit}",
        side=str((number * factor).normalize()),
        start=span.start,
        end=span.end,
        day=article.date,
        point=measure,
        reach=told.own.times(factor),
        number=number,
        unit=unit,
        lasting=lasting,
        told=told,
        given=period,
        about=(area,) if area else (),
        fact=node.value,
        under=(*([whole] if plain else []), *_twin_keys(told)),
    )


def _measure(values: Values) -> str:
    unit = text(values, HBT.unitText)
    return "đồng" if to_dong(_MILLION, unit) else "".join(key(unit).split())


def _period(values: Values) -> str:
    return text(values, HBT.periodText)


def _twin_keys(told: Sentence) -> Iterator[str]:
    """Two other numbers of the sentence: a sentence that tells the same elsewhere has them too."""
    if len(told.others) <= _MOST_OTHERS:
        for one, other in combinations(told.others, 2):
            yield f"{TWIN}{one:f} {other:f}"


def _is_of_the_place(indicator: str, measure: str) -> bool:
    """Whether a place has one such value at a time: its budget, a rate, a total; not what its projects cost."""
    here = f"{key(indicator)} "
    if here.startswith(tuple(f"{word} " for word in words_of("of-many"))):
        return False
    return measure in ("đồng", "%") or here.startswith(tuple(f"{word} " for word in words_of("total")))


def _is_named(indicator: str, place: str) -> bool:
    """Whether the indicator itself names one thing: a road, a company, or in many words."""
    words = _WORD.findall(indicator)
    around = frozenset(_WORD.findall(place))
    names = [word for word in words[1:] if word[0].isupper() and not word.isupper() and word not in around]
    return bool(names) or len(set(words)) >= _LONG


def _is_measured(measure: str) -> bool:
    """Whether this is an amount; a bare count, of no stated time, is of now these and now those."""
    return measure in ("đồng", "%") or measure in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset("".join(key(row["unit"]).split()) for row in table("figure-units") if row["kind"] == "measure")
