"""Documents without a number, known by a title of their own: laws, resolutions of congresses, plans."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from msgspec import structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_kinds import kind_row
from hbtgraph.extract.document_numbers import SYMBOL, YEAR, year_in
from hbtgraph.extract.document_parts import (
    HORIZON,
    OF,
    body_at,
    issuer_before,
    points_back,
    subject,
    tail,
    title_phrase,
)
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, plain, quoted
from hbtgraph.model import Document, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_LAW_NUMBER = re.compile(rf"\s*\(?\s*(?:Luật\s+)?số\s?:?\s+(?P<number>{SYMBOL})(?!\w)")
_LAW_YEAR = re.compile(rf"\s+(?:năm\s+)?\(?(?P<year>{YEAR})(?![\d/-])\)?")
_SHORT_LAW = re.compile(r"\s+(?P<title>[A-ZĐ]{3,6})(?![\w.&-])")
"""A law by its letters: "Luật HTX"."""

_UNLISTED_LAW = re.compile(rf"\s+(?P<title>[^\W\d_a-zđ][^.;:()\n\d]{{2,60}}?)(?=\s+(?:năm\s+{YEAR}|\(?số\s?:?\s+\d))")
"""A law that the table lacks, if its year or number follows."""

_TERM_OF = r"(?:lần thứ|nhiệm k[ỳì]|khóa)\s+[\w-]+(?:\s+nhiệm k[ỳì]\s+[\d\s–-]+\d)?"
_CONGRESS = re.compile(
    r"\s+(?:của\s+)?(?P<issuer>[Đđ]ại hội\s(?:[IVXL]+(?!\w)(?:\s+(?:của\s+)?Đảng(?!\s+bộ))?|"
    rf"[^,.;:()\n]{{0,80}}?{_TERM_OF}))"
)
_PLENUM = re.compile(
    r"\s+(?:của\s+)?(?:Hội nghị\s+)?(?:lần thứ\s+\w+\s+)?"
    r"(?P<issuer>(?:Ban Chấp hành\s+)?(?:Trung ương|T\.?[ƯW]\.?)(?:\s+Đảng)?)(?:\s?\d{1,2}(?!\w))?"
    r"(?:[\s,]*\(?khóa\s+[IVXL\d]+(?!\w)(?:\s*(?:,|và)\s*(?:khóa\s+)?[IVXL]+(?!\w))*\)?)?"
    r"(?:\s+của\s+(?P<of>Đảng)(?!\w))?",
    re.I,
)
_SESSION = re.compile(r"lần thứ\s+\w+|\d+|khóa\s+\w+", re.I)
_COLON = re.compile(r"\s*:?\s*(?=[“\"])")
_ALSO = re.compile(r"\s+(?:và\s+)?dự thảo\s+\w+\s+\w+")
_LETTER = re.compile(r"\s[^\W\d_]")
_TO = re.compile(r"\s+(?:gửi\s+|trình\s+)?")
_ABOUT = re.compile(r"\s+(?P<word>về việc|v/v|về)\s+", re.I)
_MANY = re.compile(r"(?<!\w)(?:các|những|mọi|nhiều|một số|hai|ba)\s+$", re.I)
_IN_A_SENTENCE = re.compile(r"[\w,;)”]\s*[“\"]?\s*\Z")
_ACTS = ("quyết định",)
_PLAIN_NOUNS = (*_ACTS, "chương trình", "chiến lược", "kết luận")
"""Kinds that in small letters are words of every day, even those with a body behind them."""

_TITLE_WORDS, _ENACTING_WORDS = 3, 5
"""The fewest words that make a title; "Kế hoạch năm 2017" names no document."""


def titled(context: Context, sentence: Span, match: re.Match[str]) -> list[Document]:
    """The document that the kind at `match` names with its title, if it does."""
    if any(body.span.start < match.start() < body.span.end for body in inside(context.bodies, sentence)):
        return []  # "Sở Kế hoạch và Đầu tư" plans nothing by its name
    rules = _RULES[kind_row(match["type"])["known_by"]]
    found = (rule(context, sentence, match) for rule in rules)
    return [document for document in found if document][:1]


def _law(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    text = context.plain
    amending, *forms = _law_forms()
    amended = amending.match(text, match.end(), sentence.end)
    found = amended or next(filter(None, (form.match(text, match.end(), sentence.end) for form in forms)), None)
    if not found:
        return None
    title = Span(*found.span("title"))
    number = None if amended else _LAW_NUMBER.match(text, title.end, sentence.end)
    year = _LAW_YEAR.match(text, title.end, sentence.end)
    issuer, date, _, end = tail(context, sentence, number.end("number") if number else title.end)
    return Document(
        type=match["type"],
        number=number["number"] if number else None,
        issuer=issuer or issuer_before(context, sentence, match.start()),
        date=date or (year["year"] if year else year_in(number["number"]) if number else None),
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), max(end, year.end("year") if year else 0)),
        rule="document-law",
    )


def _by_name(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A document that is known by name: "quy định về những điều đảng viên không được làm", "Điều lệ Đảng"."""
    named = _names().get(key(match["type"]))
    found = named.match(context.plain, match.end(), sentence.end) if named else None
    if not found:
        return None
    evidence = Span(match.start(), found.end())
    of_a_body = found["title"][0].isupper()  # "Điều lệ Đảng": the body's name alone would name no document
    return Document(
        type=match["type"],
        subject=plain((evidence if of_a_body else Span(*found.span("title"))).of(context.text)),
        evidence=evidence,
        rule="document-name",
    )


def _constitution(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """The constitution of a year: of its kind there is but one."""
    year = _LAW_YEAR.match(context.plain, match.end(), sentence.end)
    if not year:
        return None
    evidence = Span(match.start(), year.end("year"))
    return Document(
        type=match["type"], date=year["year"], subject=match["type"], evidence=evidence, rule="document-law"
    )  # fmt: skip


def _of_a_congress(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    found = _CONGRESS.match(context.plain, match.end(), sentence.end)
    if not found:
        return None
    span = Span(match.start(), found.end("issuer"))
    if (of := _TO.match(context.plain, span.end)) and (body := body_at(context, sentence, of.end())):
        span = Span(span.start, body[1])  # "Đại hội XI Đảng bộ tỉnh"
    return Document(
        type=match["type"],
        issuer=context.complete(plain(Span(found.start("issuer"), span.end).of(context.text))),
        subject=plain(span.of(context.text)),
        evidence=span,
        rule="document-congress",
    )


def _of_a_plenum(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "Nghị quyết Trung ương 4 (khóa XII)", known by its session where no title follows."""
    found = _PLENUM.match(context.plain, match.end(), sentence.end)
    if not found or not _SESSION.search(found[0]):
        return None
    span = Span(match.start(), found.end())
    title = _quoted_title(context, sentence, match, span.end)
    if not title and (about := _ABOUT.match(context.plain, span.end, sentence.end)):
        title = title_phrase(context, about.end(), sentence.end)
    title = title or span
    return Document(
        type=match["type"],
        issuer=plain(found["of"] or found["issuer"]),
        subject=plain(title.of(context.text)),
        evidence=Span(span.start, title.end),
        rule="document-plenum",
    )


def _in_quotes(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    title = _quoted_title(context, sentence, match, match.end())
    if not title:
        return None
    return Document(
        type=match["type"],
        issuer=issuer_before(context, sentence, match.start()),
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), min(title.end + 1, sentence.end)),
        rule="document-quoted",
    )


def _quoted_title(context: Context, sentence: Span, match: re.Match[str], position: int) -> Span | None:
    """The title in quotation marks behind `position`: "quyết định “số phận”" has none, nor is a show's name one."""
    opening = _COLON.match(context.plain, position, sentence.end)
    title = quoted(context.plain, opening.end(), sentence.end) if opening else None
    words = title.of(context.text) if title else ""
    if not words[:1].isupper() or len(words.split()) < _TITLE_WORDS:
        return None
    return title if match["type"][0].isupper() or key(match["type"]) not in _PLAIN_NOUNS else None


def _about(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "tờ trình của UBND quận về việc ...": a title that says what it is about."""
    text, position, issuer = context.plain, match.end(), None
    if (of := OF.match(text, position, sentence.end)) and (body := body_at(context, sentence, of.end())):
        issuer, position = body
    if match["type"][0].islower() and key(match["type"]) in (_ACTS if issuer else _PLAIN_NOUNS):
        return None  # "đã có quyết định về việc điều động": an act, no title
    if also := _ALSO.match(text, position, sentence.end):
        position = also.end()
    if (to := _TO.match(text, position, sentence.end)) and (body := body_at(context, sentence, to.end())):
        position = body[1]
    about = _ABOUT.match(text, position, sentence.end)
    if not about:
        return None
    issuer = issuer or issuer_before(context, sentence, match.start())
    if about["word"].lower() == "về" and not issuer and not _is_capital(match, sentence):
        return None
    if _is_many(context, sentence, match):
        return None
    title = quoted(text, about.end(), sentence.end) or title_phrase(context, about.end(), sentence.end)
    words = title.of(context.text)
    if kind_row(match["type"])["bare"] == "no" or len(words.split()) < _TITLE_WORDS or points_back(words):
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=plain(words),
        evidence=Span(match.start(), title.end),
        rule="document-about",
    )


def _enacting(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "UBND tỉnh ban hành Quyết định phê duyệt ...": a title that says what the document does."""
    if not _is_capital_inside(context, sentence, match) or _is_many(context, sentence, match):
        return None
    of = OF.match(context.plain, match.end(), sentence.end)
    body = body_at(context, sentence, of.end()) if of else None
    issuer = body[0] if body else issuer_before(context, sentence, match.start())
    if not issuer:
        return None
    title, end = subject(context, sentence, body[1] if body else match.end())
    if not title or not end or len(title.split()) < _ENACTING_WORDS:
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=title,
        evidence=Span(match.start(), end),
        rule="document-enacting",
    )


def _capitalised(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A title marked by its capital letter, with the body that issues it."""
    return _with_issuer(context, sentence, _in_capitals(context, sentence, match))


def _in_capitals(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A capital letter in the middle of a sentence marks a title: "Kế hoạch phục hồi kinh tế"."""
    text = context.plain
    in_capitals = _is_capital_inside(context, sentence, match)
    if _is_many(context, sentence, match) or _not_a_title().match(text, match.end(), sentence.end):
        return None
    opener = _openers().get(key(match["type"]), _LETTER)
    if not opener.match(text, match.end(), sentence.end):
        return None
    span = title_phrase(context, match.end(), sentence.end)
    issuer, title = _issuer_at_end(context, sentence, span)
    if not in_capitals and not (issuer and match["type"].lower() == "đề án"):
        return None
    if not in_capitals and OF.search(title.of(text)):
        return None  # "đề án tuyển sinh trên trang thông tin của trường và của Bộ X"
    if len(title.of(text).split()) < _TITLE_WORDS or points_back(title.of(text)):
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), span.end),
        rule="document-title",
    )


def _of_its_years(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A title of a kind that has other uses too (a show is a "Chương trình"): who issued it or its years must tell."""
    found = _in_capitals(context, sentence, match)
    told = found and (found.issuer or HORIZON.search(found.subject or ""))
    return _with_issuer(context, sentence, found) if told else None


def _with_issuer(context: Context, sentence: Span, document: Document | None) -> Document | None:
    """The document with the body before it that issues it, where its title tells none."""
    if document is None or document.issuer:
        return document
    return structs.replace(document, issuer=issuer_before(context, sentence, document.evidence.start))


def _issuer_at_end(context: Context, sentence: Span, title: Span) -> tuple[str | None, Span]:
    """The title without the "của UBND quận X" that ends it, and that body."""
    for of in OF.finditer(context.plain, title.start, title.end):
        if body := body_at(context, sentence, of.end()):
            return body[0], Span(title.start, of.start() + (context.plain[of.start()] == ")"))
    return None, title


def _is_many(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """Whether the words mean documents of a kind, not one: "các quy hoạch liên quan đến ..."."""
    return behind(_MANY, context.plain, sentence.start, match.start()) is not None


def _is_capital_inside(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """A capital letter that neither a beginning nor a colon, a dash or a quotation asks for."""
    if not _is_capital(match, sentence):
        return False
    return behind(_IN_A_SENTENCE, context.plain, sentence.start, match.start()) is not None


def _is_capital(match: re.Match[str], sentence: Span) -> bool:
    return match["type"][0].isupper() and match.start() > sentence.start


_Rule = Callable[[Context, Span, re.Match[str]], Document | None]
_BY_SUBJECT: tuple[_Rule, ...] = (_of_a_congress, _of_a_plenum, _in_quotes, _about)
_RULES: dict[str, tuple[_Rule, ...]] = {
    "number": (_by_name,),
    "law": (_law,),
    "year": (_constitution,),
    "subject": (*_BY_SUBJECT, _enacting),
    "opener": (_capitalised,),
    "title": (_by_name, *_BY_SUBJECT, _capitalised),
    "issuer": (*_BY_SUBJECT, _of_its_years),
}
"""The rules by what a kind is known by, in the order of the table's head."""


@cache
def _law_forms() -> tuple[re.Pattern[str], ...]:
    titles = either(row["title"] for row in table("document-laws"))
    amending = rf"\s+(?P<title>sửa đổi,?\s+bổ sung(?:\s+một số điều)?(?:\s+của)?\s+(?:Bộ\s+)?luật\s+(?:{titles}))(?!\w)"
    listed = rf"\s+(?P<title>{titles})(?!\w)"
    return re.compile(amending, re.I), re.compile(listed, re.I), _SHORT_LAW, _UNLISTED_LAW


@cache
def _names() -> dict[str, re.Pattern[str]]:
    """By kind, the titles by which alone documents of the kind are known."""
    kinds = {row["kind"] for row in table("document-names")}
    titles = {kind: either(row["title"] for row in table("document-names") if row["kind"] == kind) for kind in kinds}
    return {key(kind): re.compile(rf"\s+(?P<about>về\s+)?(?P<title>{found})(?!\w)") for kind, found in titles.items()}


@cache
def _openers() -> dict[str, re.Pattern[str]]:
    """By kind, the words with which its titles begin, if only some do."""
    kinds = {row["kind"] for row in table("document-openers")}
    words = {kind: either(row["word"] for row in table("document-openers") if row["kind"] == kind) for kind in kinds}
    return {key(kind): re.compile(rf"\s+(?:{found})(?!\w)") for kind, found in words.items()}


@cache
def _not_a_title() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(row['word'] for row in table('document-not-titles'))})(?!\w)", re.I)
