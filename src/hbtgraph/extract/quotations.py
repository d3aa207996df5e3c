"""Words in quotation marks, the outermost marks of each quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from hbtgraph.model import Span

_INNER = 80
"""Code points of the longest term that stands in marks of its own inside a quotation."""

_OPENS_STRAIGHT = r"(?<=[\s(])\"(?=\w)"
"""A straight mark that can only open: none closes between a space and a letter."""

_TO_NEXT = 400
"""How far behind a straight mark that closes a “ the next quotation may begin, in whose ” the first would else end."""

_QUOTATION = re.compile(
    rf"“[^“”\"\n]+(?<=[^\s(])\"(?=[.,;]? )(?=[^\n”]{{0,{_TO_NEXT}}}[ (]\")"
    rf"|“(?:[^“”\n]|“[^“”\n]{{1,{_INNER}}}”)*+”"
    rf"|\"(?:[^\"“”\n]|“[^“”\n]*”|{_OPENS_STRAIGHT}[^\"\n]{{1,{_INNER}}}\"(?!\w))*+(?!{_OPENS_STRAIGHT})[\"”]"
    r"|“[^“”\"\n]*\"(?!\w)|«[^«»\n]*»"
)
_SAYING = 6
"""Spaces in the shortest quotation that is a saying and not a word or a name in quotation marks."""


class Quotations:
    """The quotations of one text, none inside another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = tuple(Span(*found.span()) for found in _QUOTATION.finditer(text))
        self._starts = [quotation.start for quotation in self._all]

    def at(self, at: int) -> Span | None:
        """The quotation that holds this code point."""
        found = self._last_from(at)
        return found if found and at < found.end else None

    def saying_from(self, start: int) -> Span | None:
        """The saying that begins there."""
        found = self.at(start)
        return found if found and found.start == start and self.is_saying(found) else None

    def whole(self, words: Span) -> Span | None:
        """The quotation that all of the words are, however short."""
        found = self.at(words.start)
        if found is None or found.start != words.start:
            return None
        return None if self._text[found.end : words.end].strip(' .”"') else found

    def last_before(self, end: int) -> Span | None:
        """The last quotation that begins before this code point."""
        return self._last_from(end)

    def sayings_in(self, span: Span) -> Iterator[Span]:
        """The sayings that begin there."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return filter(self.is_saying, self._all[first:last])

    def is_saying(self, quotation: Span) -> bool:
        """Whether it is no mere word or name in quotation marks."""
        return quotation.of(self._text).count(" ") >= _SAYING

    def _last_from(self, at: int) -> Span | None:
        index = bisect_right(self._starts, at) - 1
        return self._all[index] if index >= 0 else None
