"""How sentences put a percentage beside the amounts that it is of.

A sentence is read with marks for its numbers, ⟨3⟩ for an amount and ⟨p4⟩ for a percentage. Each pattern has the
percentage `p` and the part `a`; the whole, plan or earlier amount `b`, the change `d`, the `way` that it
goes and the words for what is not told (`base`) where it has them. Where one does not fit, a later one may.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from hbtgraph.contradictions.words import pattern_of

Shape = Literal["fraction", "change", "growth", "share", "plan", "plan-implied", "earlier-implied"]

_A, _B, _D, _P = r"⟨(?P<a>\d+)⟩", r"⟨(?P<b>\d+)⟩", r"⟨(?P<d>\d+)⟩", r"⟨p(?P<p>\d+)⟩"
_UNIT = r"\s?[^⟨;,.()]{0,30}?"
"""The unit of a number, and a word or two more."""
_NEAR, _FAR = r"[^⟨;.]{0,25}?", r"[^⟨;]{0,60}?"
_TO = r"(?:so với\s|của\s)?"


@cache
def shapes() -> tuple[tuple[Shape, re.Pattern[str]], ...]:
    """The patterns, the surest first."""
    share, base, whole = (pattern_of(role) for role in ("share", "base", "whole"))
    more_or_less = f"{pattern_of('more')}|{pattern_of('less')}"
    way = f"(?P<way>{more_or_less})"
    is_share = rf",?\s\(?(?:mới\s|đã\s|chỉ\s)?(?:{share})\s(?:(?:{share})\s)?"
    not_a_change = rf"(?<!tăng\s)(?<!giảm\s)(?<!thêm\s)(?<!tổng số\s){_A}"
    told: tuple[tuple[Shape, str], ...] = (
        ("fraction", rf"{_A}{_UNIT},?\s\(?(?:với\s)?(?:{share})\s{_NEAR}{_P}"),
        ("share", rf"{_A}{_UNIT}/{_B}{_UNIT}{is_share}{_NEAR}{_P}"),
        ("change", rf"{_A}{_UNIT}[,(]\s?{way}\s(?:thêm\s)?{_D}{_UNIT},?\s?(?:\(|(?=tỷ lệ|tỉ lệ|tương|bằng))"
                   rf"(?:(?:{more_or_less}|{share}|tương đương|tương ứng)\s){{0,2}}{_P}"),
        ("growth", rf"{way}\s{_P}{_NEAR}[,;]?\stừ\s{_B}{_FAR}\s(?:còn|lên|xuống)\s(?:còn\s|đến\s)?{_A}"),
        ("growth", rf"\stừ\s{_B}{_FAR}\s(?:còn|lên|xuống)\s(?:còn\s|đến\s)?{_A}{_UNIT}[,(]\s?{way}\s{_P}"),
        ("growth", rf"{_A}{_UNIT},?\s\(?{way}\s{_P}\sso\svới\s[^⟨;.(]{{2,40}}?\s?\((?:là\s|đạt\s)?{_B}"),
        ("share", rf"(?:{whole})\s{_NEAR}{_B}{_FAR}{_A}{_UNIT}{is_share}{_NEAR}{_P}"),
        ("share", rf"{_A}{_UNIT}\s(?:trên|trong)\s(?:{whole})\s{_NEAR}{_B}{_UNIT}{is_share}{_NEAR}{_P}"),
        ("share", rf"{_B}[^⟨;.]{{0,60}}?,\s(?:trong đó\s)?có\s{_NEAR}{_A}[^⟨;.]{{0,60}}?,\s\(?chiếm\s{_NEAR}{_P}"),
        ("plan", rf"{_A}{_UNIT}{is_share}{_P}\s{_TO}(?P<base>(?:{base})[^⟨;,()]{{0,40}}?)\s?\(?(?:là\s)?{_B}"),
        ("plan-implied", rf"{not_a_change}{_UNIT}{is_share}{_P}\s{_TO}(?P<base>(?:{base})[^⟨;,.()]{{0,30}})"),
        ("earlier-implied", rf"{not_a_change}{_UNIT},?\s\(?{way}\s{_P}\sso\svới\s(?P<base>[^⟨;,.()]{{2,40}})"),
    )  # fmt: skip
    return tuple((shape, re.compile(pattern, re.I)) for shape, pattern in told)
