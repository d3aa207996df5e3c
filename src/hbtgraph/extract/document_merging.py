"""Which mentions in an article are of one document: by number, with or without its symbol, or by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from hbtgraph.model import Document
from hbtgraph.vietnamese.text import key


def merged(found: Iterable[Document]) -> Iterator[Document]:
    """One record for each document, the first mention with what later ones add, in the order of the text."""
    kept: dict[tuple[str, str], Document] = {}
    for document in found:
        mark = _identity(document, kept)
        kept[mark] = _joined(kept[mark], document) if mark in kept else document
    yield from sorted(kept.values(), key=lambda document: document.evidence)


def _identity(document: Document, kept: dict[tuple[str, str], Document]) -> tuple[str, str]:
    """The kind with the number or the title.

    A bare number is that of a symbol that begins with it, a shorter title that of a longer one.
    """
    kind = key(document.type)
    mark = key(document.number or document.subject or "").replace(" ", "" if document.number else " ")
    for (other_kind, other), earlier in kept.items():
        if other_kind != kind:
            continue
        if document.number and earlier.number and _same_number(mark, other):
            return other_kind, other
        if not (document.number and earlier.number) and _same_title(document.subject, earlier.subject):
            return other_kind, other
    return kind, mark


def _same_title(one: str | None, other: str | None) -> bool:
    short, long = sorted((key(one or ""), key(other or "")), key=len)
    return bool(short) and f"{long} ".startswith(f"{short} ")


def _same_number(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (short.isdigit() and re.match(rf"{short}[/-]", long) is not None)


def _joined(first: Document, second: Document) -> Document:
    longer = max((first.number, second.number), key=lambda number: len(number or ""))
    return structs.replace(
        first,
        number=longer,
        issuer=first.issuer or second.issuer,
        date=first.date or second.date,
        subject=first.subject or second.subject,
        evidence=second.evidence if _told(second) > _told(first) else first.evidence,
    )


def _told(document: Document) -> int:
    """How much a mention tells; the words of the one that tells most are the evidence."""
    return sum(part is not None for part in (document.issuer, document.date, document.subject))
