"""Official and legal documents: by their number, or by a title of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_issuers import day_before, issuer_before, issuer_behind
from hbtgraph.extract.document_kinds import is_kind, is_law, kind_of, kinds, kinds_begun
from hbtgraph.extract.document_merging import merged
from hbtgraph.extract.document_numbers import abbreviation_in, numbers_after, symbols
from hbtgraph.extract.document_parts import act_before, tail
from hbtgraph.extract.document_titles import titled
from hbtgraph.extract.phrases import behind, may_hold, plain, stretches_at
from hbtgraph.model import Document, Span
from hbtgraph.vietnamese.text import key

_SLASH = re.compile(r"/\s?[^\W\d_]")
"""In every symbol: before its kind or, in the Party's, its issuer."""

_ROW = re.compile(r"(?:,|,?\s(?:và|cùng))\s(?:số\s)?")
_DRAFT = re.compile(r"(?<!\w)(?<!và )(?:dự án|dự thảo|phê chuẩn)\s+$")
"""Before what another document is about ("tờ trình dự án Luật ..."); "tờ trình và dự thảo nghị quyết" are one."""


def documents(context: Context) -> Iterator[Document]:
    """The documents that the article names, one record for each.

    A later mention of the same number, with or without its symbol, adds what the first one lacks.
    """
    places = (*kinds_begun().starts(context.plain), *(slash.start() for slash in _SLASH.finditer(context.plain)))
    told = stretches_at(context, places)
    found = [document for sentence in told for document in _shared(context.plain, [*_in_sentence(context, sentence)])]
    yield from merged(found, context.text)


def _shared(text: str, row: list[Document]) -> list[Document]:
    """Numbers in a row are of one issuer, told before or behind: "hai Quyết định số 5/QĐ-UBND và 6/QĐ-UBND của ..."."""
    for ahead, at in ((1, range(len(row) - 1)), (-1, range(len(row) - 1, 0, -1))):
        for here in at:
            one, other = row[here], row[here + ahead]
            first, second = sorted((one, other), key=lambda document: document.evidence)
            if one.issuer and not other.issuer and _is_row(text, first, second):
                row[here + ahead] = structs.replace(other, issuer=one.issuer)
    return row


def _is_row(text: str, first: Document, second: Document) -> bool:
    """Whether two documents of a kind stand side by side, and the first one's number ends what is told of it."""
    numbered = first.number and second.number and key(first.type) == key(second.type)
    return bool(numbered and not first.subject and _ROW.fullmatch(text, first.evidence.end, second.evidence.start))


def _in_sentence(context: Context, sentence: Span) -> Iterator[Document]:
    text, position = context.plain, sentence.start
    taken: list[Span] = []
    in_law = False
    named = may_hold(context, sentence, kinds_begun())
    for match in kinds().finditer(text, sentence.start, sentence.end) if named else ():
        if not is_kind(match["type"]):
            continue
        numbers = numbers_after(text, match, sentence.end)
        taken += numbers
        if match.start() < position and not (numbers or _is_told_apart(context, sentence, match, in_law)):
            continue  # a title inside another title is part of that
        named_here = titled(context, sentence, match) if not numbers or is_law(match["type"]) else []
        for document in named_here or _numbered(
            context, sentence, match["type"], Span(*match.span()), numbers, "number"
        ):
            if document.evidence.end >= position:
                position, in_law = document.evidence.end, document.rule == "document-law"
            yield document
    if not _SLASH.search(text, sentence.start, sentence.end):
        return
    for at in symbols(text, sentence.start, sentence.end):
        kind = kind_of(abbreviation_in(at.of(text)))
        if kind and not any(span.meets(at) for span in taken):
            yield from _numbered(context, sentence, kind, Span(at.start, at.start), [at], "symbol")


def _is_told_apart(context: Context, sentence: Span, kind: re.Match[str], in_law: bool) -> bool:
    """Whether what stands in a title is a document of its own: a law, but not one amended, or a draft reported on."""
    law = is_law(kind["type"]) and not in_law
    return law or behind(_DRAFT, context.plain, sentence.start, kind.start()) is not None


def _numbered(
    context: Context, sentence: Span, kind: str, named: Span, numbers: list[Span], rule: str
) -> Iterator[Document]:
    """The documents of these numbers with what follows: date, issuer, subject, in whichever order they stand."""
    if not numbers:
        return
    issuer, date, subject, end = tail(context, sentence, numbers[-1].end)
    subject = subject or act_before(context, named.end, numbers[0].start)
    before = None if issuer and date else issuer_before(context, sentence, named.start)
    issuer = issuer or before or issuer_behind(context, sentence, named, end)
    date = date or (day_before(context, sentence, named.start) if before else None)
    for at in numbers:
        number = " ".join(at.of(context.text).split())
        yield Document(
            type=plain(kind),
            number=number,
            issuer=issuer,
            date=date,
            subject=subject,
            evidence=Span(named.start, end),
            rule=f"document-{rule}",
        )
