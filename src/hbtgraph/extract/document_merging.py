"""Which mentions in an article are of one document: by number, with or without its symbol, or by title."""

from __future__ import annotations

import heapq
import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import structs

from hbtgraph.extract.document_kinds import kind_of
from hbtgraph.extract.document_numbers import year_in
from hbtgraph.extract.doers import wider
from hbtgraph.extract.told_before import told_before
from hbtgraph.model import Document
from hbtgraph.vietnamese.text import key

_Mark = tuple[str, ...]
"""A kind and what tells which document of it: a number, a title, or the session that passed it; then its date."""

_BY_NAME = ("document-law", "document-plenum")
_LONG_TITLE, _ALIKE = 10, 0.7
"""Titles of so many words, of which this share is common, are of one document."""

_TITLE_IN_ANOTHER = 6
"""So many words of a title, all of which a longer one has too, name the same document."""

_ANY_KIND = "văn bản"
"""What a document of any kind may be called."""

_SYMBOL = re.compile(r"/[^\W\d_]")
_PLAIN = re.compile(r"\d+(?:/(?:19|20)\d\d)?")
"""A number without its symbol: "12", "12/2011"."""

_FIRST_FIGURES = re.compile(r"\d*")
_PLENUM = re.compile(r"(?:Trung ương|T\.?[ƯW]\.?)\s?(?P<session>\d+)(?:[\s,(]*khóa\s+(?P<term>\w+))?", re.I)


def merged(found: Iterable[Document], text: str) -> Iterator[Document]:
    """One record for each document, the first mention with what later ones add, in the order of the text."""
    kept: list[tuple[_Mark, Document]] = []
    by_number: dict[str, list[int]] = defaultdict(list)
    for document in found:
        mark = _mark(document, text)
        # two numbers are the same only where they begin with the same figures
        near = heapq.merge(by_number[_figures(document)], by_number[""]) if document.number else told_before(len(kept))
        at = next((at for at in near if _same(mark, document, *kept[at])), None)
        if at is None:
            at = len(kept)
            kept.append(((*mark, document.date or ""), document))
            by_number[_figures(document)].append(at)
        else:
            numbered = bool(kept[at][1].number)
            kept[at] = kept[at][0], _joined(kept[at][1], document)
            if not numbered and document.number:  # found by its number from now on, and by its title still
                insort(by_number[_figures(document)], at)
    yield from sorted((document for _, document in kept), key=lambda document: document.evidence)


def _figures(document: Document) -> str:
    """The figures with which a number begins; empty of a document known by its title."""
    return _FIRST_FIGURES.match(key(document.number))[0] if document.number else ""  # type: ignore[index]


def _mark(document: Document, text: str) -> _Mark:
    kind = key(kind_of(document.type) or document.type)
    if document.number:
        return kind, key(document.number).replace(" ", "")
    if document.rule == "document-plenum" and (named := _PLENUM.search(document.evidence.of(text))):
        return kind, f"trung ương {int(named['session'])}" + (f" khóa {named['term'].lower()}" if named["term"] else "")
    return kind, key(document.subject or "")


def _same(mark: _Mark, document: Document, other: _Mark, earlier: Document) -> bool:
    """A number without its symbol is that of a symbol that begins with it, a shorter title that of a longer one.

    What is called "văn bản" may be of any kind, where one of the mentions has the symbol.
    """
    if mark[0] != other[0]:
        if _SYMBOL.search(f"{mark[1]} {other[1]}") is None:
            return False
        short, long = sorted((mark[0], other[0]), key=len)
        if long.startswith(f"{short} "):  # "Bản án dân sự 5/2016/DS-PT" is the "Bản án dân sự phúc thẩm" of that number
            return mark[1] == other[1]
        return _ANY_KIND in (short, long) and _same_number(mark[1], other[1])
    if _of_other_years(document, earlier):
        return False
    if document.number and earlier.number:
        return _same_number(mark[1], other[1])
    if not document.number and not earlier.number and _same_title(mark[1], other[1]):
        return True
    return _same_title(key(document.subject or ""), key(earlier.subject or ""))


def _of_other_years(one: Document, other: Document) -> bool:
    """Whether both are laws, of different years: "Luật Đất đai 1993" and "Luật Đất đai 2003"."""
    years = {_year(one), _year(other)} - {None}
    return one.rule == other.rule == "document-law" and len(years) > 1


def _year(document: Document) -> str | None:
    """The year of a document: of its day, or the one that its number holds."""
    return document.date[:4] if document.date else year_in(document.number or "")


def _same_title(one: str, other: str) -> bool:
    """Whether the titles begin alike to the end of the shorter, differ in a few words of many, or one abbreviates."""
    short, long = sorted((one, other), key=len)
    if not short or f"{long} ".startswith(f"{short} "):
        return bool(short)
    few, many = re.findall(r"\w+", short), re.findall(r"\w+", long)
    if len(few) >= _LONG_TITLE and len(set(few) & set(many)) >= _ALIKE * len(set(few) | set(many)):
        return True
    if len(few) >= _TITLE_IN_ANOTHER and set(few) <= set(many):
        return True  # "sử dụng đất năm 2017 của huyện" is "sử dụng đất năm 2017 trên địa bàn của huyện"
    return len(short) > 1 and short == "".join(word[0] for word in many)  # "PCTN"


def _same_number(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (_PLAIN.fullmatch(short) is not None and re.match(rf"{short}[/–-]", long) is not None)


def _joined(first: Document, second: Document) -> Document:
    longer = max((first.number, second.number), key=lambda number: len(number or ""))
    return structs.replace(
        first,
        type=second.type if _says_less(first.type, second.type) else first.type,
        number=longer,
        issuer=wider(first.issuer, second.issuer) or second.issuer,
        date=first.date or second.date,
        subject=_fuller(first, second),
        evidence=second.evidence if _told(second) > _told(first) else first.evidence,
    )


def _says_less(first: str, second: str) -> bool:
    """Whether the first name of a kind is an abbreviation, or "văn bản" where the second names the kind."""
    return kind_of(first) is not None or (key(first) == _ANY_KIND != key(second))


def _fuller(first: Document, second: Document) -> str | None:
    """The first subject, but of a law or a plenum the name that goes on: "Giao thông đường bộ"."""
    if not first.subject or not second.subject:
        return first.subject or second.subject
    goes_on = first.rule in _BY_NAME and key(second.subject).startswith(f"{key(first.subject)} ")
    return second.subject if goes_on else first.subject


def _told(document: Document) -> int:
    """How much a mention tells; the words of the one that tells most are the evidence."""
    return sum(part is not None for part in (document.issuer, document.date, document.subject))
