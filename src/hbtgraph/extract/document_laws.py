"""Laws, codes and ordinances, known by their titles, and the constitution."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_issuers import issuer_before
from hbtgraph.extract.document_kinds import words_for
from hbtgraph.extract.document_numbers import SYMBOL, YEAR
from hbtgraph.extract.document_parts import tail
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Document, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either

_LAW_NUMBER = re.compile(rf"\s*\(?\s*(?:Luật\s+)?số\s?:?\s+(?P<number>{SYMBOL})(?!\w)")
_LAW_YEAR = re.compile(rf"\s+(?:năm\s+)?\(?(?P<year>{YEAR})(?![\d/-])\)?")
_SHORT_LAW = re.compile(r"\s+(?P<title>(?:Thuế\s+)?[A-ZĐƠƯ]{3,6})(?![\w&-]|\.\w)")
"""A law by its letters: "Luật HTX", "Luật Thuế GTGT"."""

_UNLISTED_LAW = re.compile(rf"\s+(?P<title>[^\W\d_a-zđ][^.;:()\n\d]{{2,60}}?)(?=\s+(?:năm\s+{YEAR}|\(?số\s?:?\s+\d))")
"""A law that the table lacks, if its year or number follows."""

_AMENDED = re.compile(r"\s*\(sửa đổi(?:,?\s+bổ sung)?\)")


def law(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A law by its title, its letters, or what it amends; "(sửa đổi)" behind it is part of the title."""
    text = context.plain
    amending, *forms = _law_forms()
    amended = amending.match(text, match.end(), sentence.end)
    found = amended or next(filter(None, (form.match(text, match.end(), sentence.end) for form in forms)), None)
    title = Span(*found.span("title")) if found else _in_capitals(context, sentence, match)
    if not title:
        return None
    if anew := _AMENDED.match(text, title.end, sentence.end):
        title = Span(title.start, anew.end())
    number = None if amended else _LAW_NUMBER.match(text, title.end, sentence.end)
    year = _LAW_YEAR.match(text, title.end, sentence.end)
    issuer, date, _, end = tail(context, sentence, number.end("number") if number else title.end)
    return Document(
        type=match["type"],
        number=number["number"] if number else None,
        issuer=issuer or issuer_before(context, sentence, match.start()),
        date=date or (year["year"] if year else None),
        subject=" ".join(title.of(context.text).split()),
        evidence=Span(match.start(), max(end, year.end("year") if year else 0)),
        rule="document-law",
    )


def constitution(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """The constitution of a year: of its kind there is but one."""
    year = _LAW_YEAR.match(context.plain, match.end(), sentence.end)
    if not year:
        return None
    evidence = Span(match.start(), year.end("year"))
    return Document(
        type=match["type"], date=year["year"], subject=match["type"], evidence=evidence, rule="document-law"
    )  # fmt: skip


def _in_capitals(context: Context, sentence: Span, match: re.Match[str]) -> Span | None:
    """A title that the table lacks, told by its capital letter, up to the words that end one."""
    text = context.plain
    if not match["type"][0].isupper() or not behind(_in_law(), text, sentence.start, match.start()):
        return None
    found = _capital_law().match(text, match.end(), sentence.end)
    return Span(*found.span("title")) if found else None


@cache
def _capital_law() -> re.Pattern[str]:
    ends = either(row["word"] for row in table("document-law-stops"))
    word = rf"(?!(?:{ends})(?!\w))[^\W\d]+"
    pair = rf",\s+(?:{words_for('second')})"
    return re.compile(rf"\s+(?P<title>[{UPPER}][^\W\d]*(?:{pair}|\s+{word}(?:{pair})?)(?:\s+{word}){{0,10}})")


@cache
def _law_forms() -> tuple[re.Pattern[str], ...]:
    titles = either(row["title"] for row in table("document-laws"))
    amending = rf"\s+(?P<title>sửa đổi,?\s+bổ sung(?:\s+một số điều)?(?:\s+của)?\s+(?:Bộ\s+)?luật\s+(?:{titles}))(?!\w)"
    listed = rf"\s+(?P<title>{titles})(?!\w)"
    return re.compile(amending, re.I), re.compile(listed, re.I), _SHORT_LAW, _UNLISTED_LAW


@cache
def _in_law() -> re.Pattern[str]:
    """What stands before a law, not before a firm or a branch of learning ("khoa Luật Kinh tế")."""
    return re.compile(rf"(?:(?<!\w)(?:{words_for('law')}|[Đđ]iều \d+)|[,;:(])\s$")
