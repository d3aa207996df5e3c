"""Teams that are honoured though they are no known bodies: "Ban chuyên án", "Tổ công tác 141"."""

from __future__ import annotations

import re

from hbtgraph.extract.context import Context
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.phrases import plain
from hbtgraph.extract.recipients import Recipient, named_phrase, of_mention, with_owner
from hbtgraph.model import Span

_TEAM = re.compile(
    r"(?:(?:Ban|Tổ|Đội|Nhóm|Câu lạc bộ|Đoàn|Lực lượng)\s(?!Thường|Giám|Chấp|Bí|[Qq]uản)"
    r"|(?:tập thể\s|cán bộ, chiến s[ĩỹ]\s|lực lượng\s)*(?:[Cc]ông an|tổ công tác|đội)\s)"
    r"[^,;:.]{1,40}(?=[\s,;:.]|$)"
)
_SMALL_TEAM = re.compile(
    r"(?:(?:ban|tổ) chuyên án|lực lượng (?:tham gia )?phá án)(?: \d\w*(?!\w| (?:nghìn|triệu|tỷ|tỉ|đồng)(?!\w)))?(?!\w)",
    re.I,
)
"""Teams that have no capital letters: "ban chuyên án"."""


def team_at(context: Context, start: int, limit: int) -> list[Recipient]:
    """A team that is no known body: "khen thưởng Ban chuyên án", "Tổ công tác 141"."""
    if _TEAM.match(context.plain, start, limit) and (found := named_phrase(context, start, limit)):
        return found
    small = _SMALL_TEAM.match(context.plain, start, limit)
    if small is None:
        return []
    team = Mention(span=Span(*small.span()), text=small[0], full=small[0])
    if whole := doer_at(context, small.end() + 1, limit):
        span = Span(small.start(), whole.span.end)
        return [Recipient(text=plain(span.of(context.text)), span=span, named=True)]
    return [of_mention(with_owner(context, team, limit))]
