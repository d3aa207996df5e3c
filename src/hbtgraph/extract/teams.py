"""Teams that are honoured though they are no known bodies: "Ban chuyên án", "Tổ công tác 141"."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import structs

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
_BY_LEVEL = re.compile(r"công an (?:phường|xã|thị trấn|quận|huyện|thị xã|thành phố|tỉnh)$", re.I)
_SMALL_TEAM = re.compile(
    r"(?:(?:ban|tổ) chuyên án|tổ công tác|lực lượng (?:tham gia )?phá án)"
    r"(?: \d\w*(?!\w| (?:nghìn|triệu|tỷ|tỉ|đồng)(?!\w)))?(?!\w)",
    re.I,
)
"""Teams that have no capital letters: "ban chuyên án"."""


def team_at(context: Context, start: int, limit: int) -> list[Recipient]:
    """A team that is no known body: "khen thưởng Ban chuyên án", "Tổ công tác 141"."""
    if _TEAM.match(context.plain, start, limit) and (found := named_phrase(context, start, limit)):
        return [structs.replace(one, text=_written_out(context, one.text, start)) for one in found]
    small = _SMALL_TEAM.match(context.plain, start, limit)
    if small is None:
        return []
    team = Mention(span=Span(*small.span()), text=small[0], full=small[0])
    if whole := doer_at(context, small.end() + 1, limit):
        span = Span(small.start(), whole.span.end)
        return [Recipient(text=plain(span.of(context.text)), span=span, named=True)]
    return [of_mention(with_owner(context, team, limit))]


def _written_out(context: Context, team: str, at: int) -> str:
    """ "lực lượng Công an phường": with the name of its ward, by choice of the police named last before."""
    short = _BY_LEVEL.search(team)
    if short is None:
        return team
    before = context.bodies[: bisect_left(context.bodies, at, key=lambda body: body.span.start)]
    named = (body.full for body in reversed(before) if body.full.lower().startswith(f"{short[0].lower()} "))
    police = next(named, None)
    return team[: short.start()] + police if police else context.complete(team, at)
