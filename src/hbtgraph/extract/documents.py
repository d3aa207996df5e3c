"""Official and legal documents: by their number, or by a title of their own.

Numbers take every form of Nghị định 30/2020/NĐ-CP, of laws, of the Party (Quy định 66-QĐ/TW) and of the
press: N/KIND-ISSUER, N/YEAR/KIND-ISSUER, N-KIND/ISSUER, N/YEAR/QHterm, or a bare number after the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_merging import merged
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import Begun, beginnings, may_hold, phrase, plain, quoted, stops, stretches
from hbtgraph.extract.plans import plain_year
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Document, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.dates import find_dates
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_YEAR = r"(?:19|20)\d\d"
_GROUP = r"[A-ZĐƯ](?:tr|Tr|[A-ZĐƯ&]|g|y|\.(?=\w))*+\d{0,2}"
_SYMBOL = (
    rf"\d{{1,5}}[a-z]?\s?[-–]\s?{_GROUP}/{_GROUP}(?:\s?[-–]\s?{_GROUP})*"  # Party: 29-NQ/TW
    rf"|\d{{1,5}}[a-z]?(?:\s?/\s?{_YEAR})?\s?/\s?{_GROUP}(?:\s?[-–,]\s?{_GROUP})*"  # state: 29/KH-UBND
    r"|\d{1,5}/[a-zđ]{2,5}-[a-zđư]{2,6}"  # the same, in the press's small letters
)
_OLD_SYMBOL = r"\d{1,4}\s?[-–]\s?(?:HĐBT|HĐCP|CP|TTg|CT)(?![\w/])"
_AFTER_TYPE = re.compile(rf"(?:\s+\w+){{0,3}}?[\s(]{{1,3}}(?:số\s?:?\s+)?(?P<number>{_SYMBOL}|{_OLD_SYMBOL})(?!\w)")
_ANY_SYMBOL = re.compile(rf"(?<![\w/.,-])(?:{_SYMBOL})(?!\w)")
_KIND_IN = re.compile(rf"\d+[a-z]?(?:/{_YEAR})?\s?[/–-]\s?(?P<kind>[^\W\d_]+)")
_NUMBERED = re.compile(rf"\s+số\s?:?\s+(?P<number>\d{{1,5}}[a-z]?(?:/{_YEAR})?)(?![\d%/]|[.,-]\d)")
_BARE = re.compile(
    rf"\s+(?P<number>\d{{1,5}}[a-z]?(?:/{_YEAR})?)(?![\d%/]|[.,-]\d|\s?[-–]\s?\d)"
    rf"(?!\s+(?:năm(?!\s{_YEAR})|ngày(?!\s\d\d?[-/.]\d)|tháng|tuần|điểm|trăm|nghìn|ngàn|triệu|tỷ|tỉ|đồng)(?!\w))"
)
_LAW_NUMBER = re.compile(rf"\s*\(?\s*(?:Luật\s+)?số\s?:?\s+(?P<number>{_SYMBOL})(?!\w)")
_LAW_YEAR = re.compile(rf"\s+(?:năm\s+)?\(?(?P<year>{_YEAR})(?![\d/-])\)?")
_DATED = re.compile(r"[\s,(]{1,3}(?:(?:được\s+)?(?:ký|ban hành)\s+)?(?:vào\s+)?(?:ngày|năm|tháng)\s")
_DOES = re.compile(r",\s[^,;:.]{5,90}")
"""From a day at the head of a clause to what is done on it."""

_YEAR_IN = re.compile(rf"/(?P<year>{_YEAR})(?!\d)")
_COLON = re.compile(r"\s*:\s*(?=[“\"])")
_DAY_AND_MONTH = re.compile(r"\d\d?[-/.]\d\d?(?![-/.\d])")
_DATE_REACH = 45
_OF = re.compile(r"[\s,)]{1,3}của\s+")
_NAMED_HOLDER = re.compile(r"(?:\s+[A-ZĐÂĂÊÔƠƯÀ-Ỹ]\w*){2,5}")
_CONGRESS = re.compile(
    r"\s+(?:của\s+)?(?P<issuer>[Đđ]ại hội\s(?:[IVXL]+(?!\w)(?:\s+(?:của\s+)?Đảng)?|"
    r"[^,.;:()\n]{0,80}?(?:lần thứ|nhiệm k[ỳì]|khóa)\s+[\w-]+(?:\s+nhiệm k[ỳì]\s+[\d\s–-]+\d)?))"
)
_PLENUM = re.compile(r"(?:\s+(?:Hội nghị\s+)?(?:T\.?[WƯ]\.?|Trung ương)\s?\d*(?:\s+khóa\s+\w+)?)?\s*:?\s*(?=[“\"])")
_ALSO = re.compile(r"\s+(?:và\s+)?dự thảo\s+\w+\s+\w+")
_LETTER = re.compile(r"\s[^\W\d_]")
_TO = re.compile(r"\s+(?:gửi\s+|trình\s+)?")
_ABOUT = re.compile(r"\s+(?P<word>về việc|v/v|về)\s+", re.I)
_UNLISTED_LAW = re.compile(rf"\s+(?P<title>[^\W\d_a-zđ][^.;:()\n\d]{{2,60}}?)(?=\s+(?:năm\s+{_YEAR}|\(?số\s))")
"""A law that the table lacks, if its year or number follows."""
_PLAIN_NOUNS = ("chương trình", "quyết định", "chiến lược", "kết luận")
"""Kinds that in small letters are words of every day."""

_TITLE_WORDS = 3
"""The fewest words that make a title; "Kế hoạch năm 2017" names no document."""


def documents(context: Context) -> Iterator[Document]:
    """The documents that the article names, one record for each.

    A later mention of the same number, with or without its symbol, adds what the first one lacks.
    """
    found = [document for sentence in stretches(context) for document in _in_sentence(context, sentence)]
    yield from merged(found)


def _in_sentence(context: Context, sentence: Span) -> Iterator[Document]:
    text, position = context.plain, sentence.start
    taken: list[Span] = []
    named = may_hold(context, sentence, _types_begun())
    for match in _types().finditer(text, sentence.start, sentence.end) if named else ():
        if match.start() < position:
            continue
        if document := _with_number(context, sentence, match) or _with_title(context, sentence, match):
            position = document.evidence.end
            taken.append(document.evidence)
            yield document
    if text.find("/", sentence.start, sentence.end) < 0:
        return
    for match in _ANY_SYMBOL.finditer(text, sentence.start, sentence.end):
        kind = _abbreviations().get(_kind_in(match[0]))
        if kind and not any(span.start <= match.start() < span.end for span in taken):
            yield _described(context, sentence, kind, match[0], Span(*match.span()), Span(*match.span()), "symbol")


def _with_number(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    text, kind = context.plain, match["type"]
    found = _AFTER_TYPE.match(text, match.end(), sentence.end) or _NUMBERED.match(text, match.end(), sentence.end)
    if not found and _row(kind)["bare"] == "yes":
        found = _BARE.match(text, match.end(), sentence.end)
    if not found or _types().search(text, match.end(), found.start("number")):
        return None
    span = Span(match.start(), found.end("number"))
    return _described(context, sentence, kind, found["number"], span, Span(*found.span("number")), "number")


def _described(context: Context, sentence: Span, kind: str, number: str, span: Span, at: Span, rule: str) -> Document:
    """The document with what follows its number: date, issuer, subject, in whichever order they stand."""
    issuer, date, subject, end = _tail(context, sentence, at.end)
    year = _YEAR_IN.search(number)
    return Document(
        type=plain(kind),
        number=" ".join(number.split()),
        issuer=issuer or _issuer_before(context, sentence, span.start),
        date=date or _day_before(context, sentence, span.start) or (year["year"] if year else None),
        subject=subject,
        evidence=Span(span.start, end),
        rule=f"document-{rule}",
    )


def _day_before(context: Context, sentence: Span, start: int) -> str | None:
    """The day on which a body issues what stands at `start`: "Ngày 10-8-2004, UBND tỉnh ban hành ..."."""
    if not _issuer_before(context, sentence, start):
        return None
    days = list(find_dates(context.plain, Span(sentence.start, start), context.date, context.once(plain_year)))
    if not days or not _DOES.fullmatch(context.plain, days[-1].span.end, start):
        return None
    return days[-1].iso if len(days[-1].iso) == 10 else None


def _tail(context: Context, sentence: Span, position: int) -> tuple[str | None, str | None, str | None, int]:
    text = context.plain
    issuer = date = None
    for _ in range(2):
        if date is None and (after := _DATED.match(text, position, sentence.end)):
            reach = Span(after.start(), min(sentence.end, after.end() + _DATE_REACH))
            mention = next(find_dates(text, reach, context.date, context.once(plain_year)), None)
            if mention and mention.span.start <= after.end() + 1:
                date, position = mention.iso, mention.span.end
            elif undated := _DAY_AND_MONTH.match(text, after.end(), sentence.end):
                position = undated.end()  # a day of an unknown year says no date
        if issuer is None and (after := _OF.match(text, position, sentence.end)):
            body = _body_at(context, sentence, after.end())
            if body:
                issuer, position = body[0], body[1]
                if named := _NAMED_HOLDER.match(text, position, sentence.end):
                    position = named.end()
    subject, end = _subject(context, sentence, position)
    return issuer, date, subject, end or position


def _subject(context: Context, sentence: Span, position: int) -> tuple[str | None, int | None]:
    text = context.plain
    if (colon := _COLON.match(text, position, sentence.end)) and (inner := quoted(text, colon.end(), sentence.end)):
        return plain(inner.of(context.text)), min(inner.end + 1, sentence.end)
    opening = _subject_words().match(text, position, sentence.end)
    if not opening:
        return None, None
    if inner := quoted(text, opening.end(), sentence.end):
        return plain(inner.of(context.text)), min(inner.end + 1, sentence.end)
    start = opening.start("word") if opening["keep"] else opening.end()
    span = phrase(text, start, sentence.end, _ends())
    return (plain(span.of(context.text)), span.end) if span.end - span.start > 3 else (None, None)


def _body_at(context: Context, sentence: Span, position: int) -> tuple[str, int] | None:
    """The body named at this place, a post before it kept ("Chủ tịch UBND quận X"), and where the name ends."""
    if body := doer_at(context, position, sentence.end):
        return body.full, body.span.end
    post = _posts().match(context.plain, position, sentence.end)
    if post and (body := doer_at(context, post.end(), sentence.end)):
        return post[0] + body.full, body.span.end
    alone = _own_posts().match(context.plain, position, sentence.end)
    return (alone[0], alone.end()) if alone else None


def _issuer_before(context: Context, sentence: Span, start: int) -> str | None:
    """The body that issues what stands at `start`: "UBND quận X đã ban hành ..."."""
    for body in reversed(inside(context.bodies, Span(sentence.start, start))):
        between = context.plain[body.span.end : start]
        if _issues().fullmatch(between):
            post = _posts_before().search(context.plain, sentence.start, body.span.start)
            return (f"{post[1]} " if post else "") + body.full
    return None


def _with_title(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    if any(body.span.start < match.start() < body.span.end for body in inside(context.bodies, sentence)):
        return None  # "Sở Kế hoạch và Đầu tư" plans nothing by its name
    known_by = _row(match["type"])["known_by"]
    if known_by == "law":
        return _law(context, sentence, match)
    if known_by == "number":
        return None
    return (
        _of_a_congress(context, sentence, match)
        or _in_quotes(context, sentence, match)
        or _about(context, sentence, match)
        or (_capitalised(context, sentence, match) if known_by == "title" else None)
    )


def _law(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    text = context.plain
    listed = _laws().match(text, match.end(), sentence.end) or _UNLISTED_LAW.match(text, match.end(), sentence.end)
    if not listed:
        return None
    title = Span(*listed.span("title"))
    number = _LAW_NUMBER.match(text, title.end, sentence.end)
    year = _LAW_YEAR.match(text, title.end, sentence.end)
    at = number.end("number") if number else title.end
    issuer, date, _, end = _tail(context, sentence, at)
    return Document(
        type=match["type"],
        number=number["number"] if number else None,
        issuer=issuer or _issuer_before(context, sentence, match.start()),
        date=date or (year["year"] if year else None),
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), max(end, year.end("year") if year else 0)),
        rule="document-law",
    )


def _of_a_congress(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    found = _CONGRESS.match(context.plain, match.end(), sentence.end)
    if not found:
        return None
    span = Span(match.start(), found.end("issuer"))
    return Document(
        type=match["type"],
        issuer=context.complete(plain(found["issuer"])),
        subject=plain(span.of(context.text)),
        evidence=span,
        rule="document-congress",
    )


def _in_quotes(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    opening = _PLENUM.match(context.plain, match.end(), sentence.end)
    title = quoted(context.plain, opening.end(), sentence.end) if opening else None
    if not title or not _titles_itself(context, sentence, match, title):
        return None
    return Document(
        type=match["type"],
        issuer=_issuer_before(context, sentence, match.start()),
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), min(title.end + 1, sentence.end)),
        rule="document-quoted",
    )


def _titles_itself(context: Context, sentence: Span, match: re.Match[str], title: Span) -> bool:
    """Whether words in quotation marks are a title: "quyết định “số phận”" is none, nor is a show's name."""
    words = title.of(context.text)
    if not words[:1].isupper() or len(words.split()) < _TITLE_WORDS:
        return False
    return match["type"][0].isupper() or key(match["type"]) not in _PLAIN_NOUNS


def _about(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "tờ trình của UBND quận về việc ...": a title that says what it is about."""
    text, position, issuer = context.plain, match.end(), None
    if (of := _OF.match(text, position, sentence.end)) and (body := _body_at(context, sentence, of.end())):
        issuer, position = body
    if also := _ALSO.match(text, position, sentence.end):
        position = also.end()
    if (to := _TO.match(text, position, sentence.end)) and (body := _body_at(context, sentence, to.end())):
        position = body[1]
    about = _ABOUT.match(text, position, sentence.end)
    issuer = issuer or _issuer_before(context, sentence, match.start())
    if not about or (about["word"].lower() == "về" and not issuer and not _is_capital(match, sentence)):
        return None
    title = quoted(text, about.end(), sentence.end) or phrase(text, about.end(), sentence.end, _ends())
    if key(match["type"]) in _PLAIN_NOUNS and match["type"][0].islower():
        return None  # "đã có quyết định về việc điều động": an act, no title
    if _row(match["type"])["bare"] != "yes" or len(title.of(context.text).split()) < _TITLE_WORDS:
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), title.end),
        rule="document-about",
    )


def _capitalised(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A capital letter in the middle of a sentence marks a title: "Kế hoạch phục hồi kinh tế"."""
    text = context.plain
    in_capitals = _is_capital(match, sentence)
    if _not_a_title().match(text, match.end(), sentence.end) or not _LETTER.match(text, match.end(), sentence.end):
        return None
    span = phrase(text, match.end(), sentence.end, _ends())
    issuer, title = _issuer_at_end(context, sentence, span)
    if not in_capitals and not (issuer and match["type"].lower() == "đề án"):
        return None
    if not in_capitals and _OF.search(title.of(text)):
        return None  # "đề án tuyển sinh trên trang thông tin của trường và của Bộ X"
    if len(title.of(context.text).split()) < _TITLE_WORDS:
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), span.end),
        rule="document-title",
    )


def _issuer_at_end(context: Context, sentence: Span, title: Span) -> tuple[str | None, Span]:
    """The title without the "của UBND quận X" that ends it, and that body."""
    for of in _OF.finditer(context.plain, title.start, title.end):
        if body := _body_at(context, sentence, of.end()):
            return body[0], Span(title.start, of.start())
    return None, title


def _is_capital(match: re.Match[str], sentence: Span) -> bool:
    return match["type"][0].isupper() and match.start() > sentence.start


def _row(kind: str) -> Mapping[str, str]:
    return _type_rows()[key(kind)]


def _kind_in(symbol: str) -> str:
    match = _KIND_IN.match(symbol)
    return match["kind"].lower() if match else ""


@cache
def _type_rows() -> dict[str, Mapping[str, str]]:
    return {key(row["type"]): row for row in table("document-types")}


@cache
def _abbreviations() -> dict[str, str]:
    """Kind by its abbreviation in small letters; the plainest kind that has it."""
    rows = sorted(table("document-types"), key=lambda row: -len(row["type"]))
    return {row["abbreviation"].lower(): row["type"] for row in rows if row["abbreviation"]}


@cache
def _types() -> re.Pattern[str]:
    types = alone((row["type"] for row in table("document-types")), before=r"\w/-")
    return re.compile(rf"(?P<type>{types})")


@cache
def _types_begun() -> Begun:
    return beginnings(row["type"] for row in table("document-types"))


@cache
def _laws() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<title>{either(row['title'] for row in table('document-laws'))})(?!\w)", re.I)


@cache
def _subject_words() -> re.Pattern[str]:
    rows = table("document-subject-words")
    kept = either(row["word"] for row in rows if row["keep"] == "yes")
    left = either(row["word"] for row in rows if row["keep"] == "no")
    return re.compile(rf"[\s,:)]{{1,3}}(?P<word>(?P<keep>{kept})|(?:{left}))\s+", re.I)


@cache
def _not_a_title() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(row['word'] for row in table('document-not-titles'))})(?!\w)", re.I)


@cache
def _issues() -> re.Pattern[str]:
    """From behind the issuer to the document: "UBND quận X đã ban hành ..."."""
    verbs = either(row["word"] for row in table("document-issue-verbs"))
    return re.compile(rf"[^,;:.]{{0,60}}?\s(?:{verbs})(?:\s+(?:các|một|nhiều))?\s*(?:“\s*)?")


@cache
def _post_words() -> str:
    return either(row["post"] for name in ("agent-posts", "document-posts") for row in table(name))


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(rf"(?:{_post_words()})\s+", re.I)


@cache
def _own_posts() -> re.Pattern[str]:
    """Posts that issue by themselves: "Thủ tướng"."""
    return re.compile(rf"(?:{either(row['post'] for row in table('document-posts') if row['body'] == 'own')})(?!\w)")


@cache
def _posts_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_post_words()})\s+$", re.I)


@cache
def _ends() -> re.Pattern[str]:
    """Where a title or subject ends: before a capital letter behind a comma too."""
    return re.compile(stops("document-stops").pattern + rf"|,\s+(?=[{UPPER}])")
