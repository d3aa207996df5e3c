"""Bodies that elect their own heads, whose posts are told without a body."""

from __future__ import annotations

import re

from hbtgraph.extract.changes import Verb
from hbtgraph.extract.context import Context, inside
from hbtgraph.model import Span
from hbtgraph.vietnamese.text import key

_ELECTS = re.compile(
    r"(?:,? (?:lần thứ [\w-]+|khóa [\w-]+|nhiệm kỳ [\d –-]+))*,?"
    r"(?: (?:đã|vừa|nhất trí|thống nhất|tiếp tục|tín nhiệm|tin tưởng|hiệp thương|cũng|được))* "
)
"""Between a body and its verb of election."""

_ELECTS_OTHERS = re.compile(r"hđnd|hội đồng nhân dân|quốc hội")
"""Bodies that elect the heads of other ones."""


def elector(context: Context, sentence: Span, verb: Verb) -> str | None:
    """The body of a post that it gives by election: "Hội Nông dân huyện X đã bầu bà A làm | Chủ tịch"."""
    if verb.action not in ("elected", "reappointed"):
        return None
    bodies = inside(context.bodies, Span(sentence.start, verb.span.start))
    if not bodies or _ELECTS_OTHERS.match(key(bodies[-1].text)):
        return None
    elects = _ELECTS.fullmatch(context.plain, bodies[-1].span.end, verb.span.start)
    return bodies[-1].full if elects else None
