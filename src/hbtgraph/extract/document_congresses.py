"""Resolutions of congresses: "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV", "Nghị quyết XII của Đảng"."""

from __future__ import annotations

import re

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_issuers import OF, body_at
from hbtgraph.extract.phrases import plain
from hbtgraph.model import Document, Span

_SENT = re.compile(r"\s+(?:gửi\s+|trình\s+)?")
_TERM_OF = r"(?:lần thứ|nhiệm k[ỳì]|khóa)\s+[\w-]+(?:\s+nhiệm k[ỳì]\s+[\d\s–-]+\d)?"
_A_CONGRESS = (
    r"(?P<issuer>[Đđ]ại hội\s(?:[IVXL]+(?!\w)(?:\s+(?:của\s+)?Đảng(?!\s+bộ))?|"
    rf"[^,.;:()\n]{{0,80}}?{_TERM_OF}))"
)
_CONGRESS = re.compile(rf"\s+(?:của\s+)?{_A_CONGRESS}")
_CONGRESS_TOO = re.compile(rf",?\s+(?:và|cùng)\s+{_A_CONGRESS}")
_BY_NUMBER = re.compile(r"\s+(?:lần thứ\s+\w+|[IVXL]{2,6})\s+của\s+(?P<issuer>Đảng)(?!\w)")
_OF_THE_PARTY = re.compile(r"\s+của\s+Đảng(?!\w|\s+bộ)")


def of_a_congress(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """The resolution of a congress, told by its name or, of the Party, by its number alone."""
    if found := _CONGRESS.match(context.plain, match.end(), sentence.end):
        return _congress(context, sentence, match, Span(match.start(), found.end("issuer")), found)
    short = _BY_NUMBER.match(context.plain, match.end(), sentence.end)  # "Nghị quyết XVI của Đảng bộ tỉnh"
    if short is None:
        return None
    body = body_at(context, sentence, short.start("issuer"))
    issuer, end = body or (short["issuer"], short.end())
    span = Span(match.start(), end)
    return Document(
        type=match["type"], issuer=issuer, subject=plain(span.of(context.text)), evidence=span, rule="document-congress"
    )  # fmt: skip


def _congress(context: Context, sentence: Span, match: re.Match[str], span: Span, found: re.Match[str]) -> Document:
    """The resolution of this congress, whose name may go on: "Đại hội XI Đảng bộ tỉnh", "lần thứ XII của Đảng"."""
    of = OF.match(context.plain, span.end, sentence.end) or _SENT.match(context.plain, span.end, sentence.end)
    if of and (body := body_at(context, sentence, of.end())):
        span = Span(span.start, body[1])
    elif party := _OF_THE_PARTY.match(context.plain, span.end, sentence.end):
        span = Span(span.start, party.end())
    return Document(
        type=match["type"],
        issuer=context.complete(plain(Span(found.start("issuer"), span.end).of(context.text))),
        subject=plain(span.of(context.text)),
        evidence=span,
        rule="document-congress",
    )


def further_congress(context: Context, sentence: Span, match: re.Match[str], first: Document) -> list[Document]:
    """ "Nghị quyết Đại hội Đảng lần thứ XII và Đại hội Đảng bộ tỉnh lần thứ XV": the resolution of each."""
    found = _CONGRESS_TOO.match(context.plain, first.evidence.end, sentence.end)
    return [_congress(context, sentence, match, Span(*found.span("issuer")), found)] if found else []
