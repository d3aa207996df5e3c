"""Committees in which a seat is a post of its own: named in a row, and with the party body that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hbtgraph.extract.mentions import Mention
from hbtgraph.vietnamese.text import key, place_tones

_BEGIN = ("ban chấp hành", "bch", "ban thường vụ", "bộ chính trị", "ban bí thư")
"""How the names of such bodies begin."""

_ROW = re.compile(r",? (?:và )?|, ")
_PARTY = re.compile(r"(?P<kind>(?:Thành|Tỉnh|Quận|Huyện|Thị|Đảng) ủy).*")
_WITH_PLACE = re.compile(rf"{_PARTY.pattern[:-2]} \w.*")


def is_committee(body: Mention) -> bool:
    """Whether a seat in this body is a post."""
    return key(body.text).startswith(_BEGIN)


def committees_in_row(text: str, bodies: Sequence[Mention]) -> Iterator[Mention]:
    """The first of these bodies and those that stand in one row with it."""
    for at, body in enumerate(bodies):
        gap = text[bodies[at - 1].span.end : body.span.start] if at else ""
        if (at and not _ROW.fullmatch(gap)) or not is_committee(body):
            return
        yield body


def whole(body: Mention, others: Sequence[Mention]) -> str:
    """A committee named without its party body takes that of the others: "Ban Chấp hành" of the Quận ủy."""
    named = next((found for other in others if (found := _WITH_PLACE.search(place_tones(other.text)))), None)
    own = _PARTY.search(place_tones(body.text))
    if own:  # "Ban Thường vụ Tỉnh ủy và giữ chức Phó Bí thư Tỉnh ủy X": a party body without a place is the same one
        same = named and own[0] == named["kind"]
        return body.text[: own.start()] + named[0] if named and same else body.full
    if key(body.text) not in ("ban chấp hành", "bch", "ban thường vụ"):
        return body.full
    of = named or next((found for other in others if (found := _PARTY.search(place_tones(other.full)))), None)
    return f"{body.text} {of[0]}" if of else body.full
