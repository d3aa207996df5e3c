"""The sentences in which an article tells its figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache, cached_property

from hbtgraph.contradictions.claims import Sentence
from hbtgraph.contradictions.numbers import reach, reach_of
from hbtgraph.contradictions.words import words_in, words_of
from hbtgraph.model import Article, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, find_numbers
from hbtgraph.vietnamese.text import key, sentences

_REACH = 24
"""As far as a word of plans may stand before what is planned."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Told:
    """Finds the sentence around a figure."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._numbers: dict[Span, list[NumberMention]] = {}

    @cached_property
    def _sentences(self) -> list[Span]:
        article = self._article
        return [sentence for block in article.blocks for sentence in sentences(article.text, block.span)]

    def around(
        self, span: Span, number: Decimal, mention: NumberMention | None, period: str, *, counted: bool
    ) -> Sentence:
        """What stands around a figure, which has this number and period."""
        text, sentence = self._article.text, self._sentence(span)
        if sentence not in self._numbers:
            self._numbers[sentence] = list(find_numbers(text, sentence))
        others = [one for one in self._numbers[sentence] if mention is None or one.span != mention.span]
        years = set(_YEAR.findall(sentence.of(text)))
        return Sentence(
            start=sentence.start,
            words=frozenset(word for word in words_in(sentence.of(text)) if not word[0].isdigit()),
            own=reach_of(mention, text, counted=counted) if mention else reach(number, counted=counted),
            others=tuple(sorted({one.value.normalize() for one in others})),
            dated=bool(period) and key(period) in key(sentence.of(text)) and years <= set(_YEAR.findall(period)),
        )

    def _sentence(self, span: Span) -> Span:
        at = bisect_right(self._sentences, Span(span.start, len(self._article.text) + 1)) - 1
        found = self._sentences[at] if at >= 0 else span
        return found if found.start <= span.start < found.end else span


def is_planned(article: Article, span: Span) -> bool:
    """Whether a word of plans stands at the head of a figure or right before it: "dự toán thu ngân sách"."""
    before = article.text[max(0, span.start - _REACH) : span.start]
    near = re.split(r"[,;.()\n]", before)[-1] + " ".join(span.of(article.text).split()[:3])
    here = f" {key(near)} "
    return any(f" {word} " in here for word in _planning())


@cache
def _planning() -> frozenset[str]:
    targets = (row["word"] for row in table("figure-words") if row["concept"] in ("value-target", "value-estimate"))
    return words_of("plan") | frozenset(map(key, targets))
