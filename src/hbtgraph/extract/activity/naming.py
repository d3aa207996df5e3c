"""How things and doers are written in a record: in full, where the article says what a short name stands for."""

from __future__ import annotations

import re

from hbtgraph.extract.activity import lists, wording
from hbtgraph.extract.context import Context, inside
from hbtgraph.extract.units import type_word
from hbtgraph.model import Span

_COUNCILS = frozenset({"UBND", "HĐND"})
"""Bodies that share the unit of the list they stand in: "HĐND, UBND, Ủy ban MTTQ quận 5"."""

_ONE = r"(?<!\w)(?<!các )(?<!tỉnh, )(?<!huyện, )(?<!quận, )(?<!mọi )(?<!nhiều )(?<!mỗi )(?<!từng )"
"""Before a level word that stands for one unit, not for many."""


class Naming:
    """Writes out phrases of one sentence; spans count from its start, `masked` is its text with names blotted out."""

    def __init__(self, context: Context, sentence: Span, masked: str) -> None:
        self.context, self.sentence, self.masked = context, sentence, masked
        self.level = type_word(context.place or "")

    def words(self, span: Span) -> str:
        """The words as the article has them, single-spaced; bodies and the article's own unit with their full names."""
        whole = self._in_text(span)
        words, start = [], whole.start
        for body in inside(self.context.bodies, whole):
            words += [self._own(Span(start, body.span.start)), body.full]
            start = body.span.end
        return " ".join("".join([*words, self._own(Span(start, whole.end))]).split())

    def lowered(self, span: Span) -> str:
        """The words, without the capital that only the head of the sentence gives them."""
        words = self.words(span)
        is_name = self.masked.startswith(wording.UNIT, span.start) and not type_word(words)
        if is_name or self.masked.startswith(wording.BODY, span.start) or words[1:2].isupper():
            return words
        return words[:1].lower() + words[1:]

    def members(self, span: Span) -> tuple[str, ...]:
        """The members of a list of bodies, units and groups."""
        places = lists.members(self.masked[span.start : span.end])
        names = [self.lowered(Span(span.start + start, span.start + end)) for start, end in places]
        units = [unit.text for unit in inside(self.context.units, self._in_text(span))]
        shared = f" {units[-1]}" if units and names[-1].endswith(units[-1]) else ""
        return tuple(f"{name}{shared}" if name in _COUNCILS else name for name in names)

    def _in_text(self, span: Span) -> Span:
        return Span(self.sentence.start + span.start, self.sentence.start + span.end)

    def _own(self, span: Span) -> str:
        """Words between bodies: a level word that stands for the article's unit gets its name."""
        text = self.context.text
        if not self.level or self.context.place is None:
            return span.of(text)
        hidden = self.masked[span.start - self.sentence.start : span.end - self.sentence.start]
        words, start = [], span.start
        for bare in re.finditer(rf"{_ONE}{re.escape(self.level)}(?!\w)(?! ủy| hội| khác)", hidden, re.IGNORECASE):
            words += [Span(start, span.start + bare.start()).of(text), self.context.place]
            start = span.start + bare.end()
        return "".join([*words, Span(start, span.end).of(text)])
