"""Documents without a number, known by a title of their own: laws, resolutions of congresses, plans."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from msgspec import structs

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_addressees import past_addressees
from hbtgraph.extract.document_congresses import further_congress, of_a_congress
from hbtgraph.extract.document_issuers import OF, body_at, day_before, issuer_before
from hbtgraph.extract.document_kinds import kind_key, kind_row, words_for
from hbtgraph.extract.document_laws import constitution, law
from hbtgraph.extract.document_parts import HORIZON, points_back, subject, title_phrase
from hbtgraph.extract.document_small_letters import is_decision, is_told_small
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, plain, quoted
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Document, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import either
from hbtgraph.vietnamese.text import key

_PLENUM = re.compile(
    r"\s+(?:của\s+)?(?:Hội nghị\s+)?(?:lần thứ\s+\w+\s+)?"
    r"(?P<issuer>(?:Ban Chấp hành\s+)?(?:Trung ương|T\.?[ƯW]\.?)(?:\s+Đảng)?)(?:\s?\d{1,2}(?!\w))?"
    r"(?:[\s,]*\(?khóa\s+[IVXL\d]+(?!\w)(?:\s*(?:,|và)\s*(?:khóa\s+)?[IVXL]+(?!\w))*\)?)?"
    r"(?:\s+của\s+(?P<of>Đảng)(?!\w))?",
    re.I,
)
_GOES_ON = re.compile(r"\s?;\s+(?=ngăn chặn|đổi mới|phát triển|nâng cao|xây dựng|phát huy|đẩy mạnh|bảo đảm)")
"""From a part of a resolution's title to the next: "về xây dựng Đảng; ngăn chặn ..."."""

_SESSION = re.compile(r"lần thứ\s+\w+|\d+|khóa\s+\w+", re.I)
_COLON = re.compile(r"\s*:?\s*(?=[“\"])")
_ALSO = re.compile(r"\s+(?:và\s+)?dự thảo\s+\w+\s+\w+")
_LETTER = re.compile(r"\s[^\W\d_]")
_TO = re.compile(r"\s+(?:gửi\s+|trình\s+)?")
_ABOUT = re.compile(r"\s+(?P<word>về việc|v/v|về)\s+", re.I)
_MANY = re.compile(r"(?<!\w)(?:các|những|mọi|nhiều|một số|hai|ba)\s+$", re.I)
_IN_A_SENTENCE = re.compile(r"[\w,;)”]\s*[“\"]?\s*\Z")
_OF_ANOTHER = re.compile(
    r"\s+(?:thay thế|sửa đổi|bổ sung|hủy bỏ|thu hồi|bãi bỏ|giữ nguyên|công nhận)\s+(?:[^\W\d_]+\s+){1,3}(?:số\s+)?\d"
)
_HOME = re.compile(rf"\s+về\s+[{UPPER}]")
_HELD = re.compile(r"(?<!\w)lần thứ\s|^(?:phối hợp|hợp tác)\s")
_PASSES = re.compile(r"(?:(?<!\w)(?:qua|hành|ký|nghe|bày|thảo|duyệt|trình|và)|;)\s+\Z")

_RULES_OF_ANY_SORT = ("quy định", "hướng dẫn")
_ACTS = ("quyết định",)
_PLAIN_NOUNS = (*_ACTS, "chương trình", "chiến lược", "kết luận")
"""Kinds that in small letters are words of every day, even those with a body behind them."""

_NEVER_VERBS = ("tờ trình", "nghị quyết", "nghị định", "thông tư", "chỉ thị")
"""Kinds whose name, in small letters too, means nothing else."""

_TITLE_WORDS, _ENACTING_WORDS, _ALONE_WORDS, _REPORT_WORDS = 3, 5, 6, 6
"""The fewest words that make a title; "Kế hoạch năm 2017" and "Báo cáo nghiên cứu khả thi" name no document."""


def titled(context: Context, sentence: Span, match: re.Match[str]) -> list[Document]:
    """The document that the kind at `match` names with its title, if it does."""
    rules = _RULES[kind_row(match["type"])["known_by"]]
    found = (rule(context, sentence, match) for rule in rules)
    first = next(filter(None, found), None)  # the later rules are not asked
    if not first or any(body.span.start < match.start() < body.span.end for body in inside(context.bodies, sentence)):
        return []  # "Sở Kế hoạch và Đầu tư" plans nothing by its name
    if first.rule == "document-congress":
        return [first, *further_congress(context, sentence, match, first)]
    if first.issuer and not first.date and issuer_before(context, sentence, match.start()):
        first = structs.replace(first, date=day_before(context, sentence, match.start()))
    return [first]


def _by_name(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A document that is known by name: "quy định về những điều đảng viên không được làm", "Điều lệ Đảng"."""
    named = _names().get(kind_key(match["type"]))
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


def _of_a_plenum(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "Nghị quyết Trung ương 4 (khóa XII)", known by its session where no title follows."""
    found = _PLENUM.match(context.plain, match.end(), sentence.end)
    if not found or not _SESSION.search(found[0]):
        return None
    span = Span(match.start(), found.end())
    title = _quoted_title(context, sentence, match, span.end)
    if not title and (about := _ABOUT.match(context.plain, span.end, sentence.end)):
        title = title_phrase(context, about.end(), sentence.end)
        if further := _GOES_ON.match(context.plain, title.end, sentence.end):
            title = Span(title.start, title_phrase(context, further.end(), sentence.end).end)
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
    return title if match["type"][0].isupper() or kind_key(match["type"]) not in _PLAIN_NOUNS else None


def _about(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "tờ trình của UBND quận về việc ...": a title that says what it is about."""
    text = context.plain
    issuer, position = _of_body(context, sentence, match.end())
    if match["type"][0].islower() and kind_key(match["type"]) in (_ACTS if issuer else _PLAIN_NOUNS):
        return None  # "đã có quyết định về việc điều động": an act, no title
    if also := _ALSO.match(text, position, sentence.end):
        position = also.end()
    to = _TO.match(text, position, sentence.end)
    body = body_at(context, sentence, to.end()) if to else None
    places = (body[1] if body else position, *past_addressees(context, sentence, position))
    about = next(filter(None, (_ABOUT.match(text, place, sentence.end) for place in places)), None)
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


def _report(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A report that says what it is about, where its name is no verb: "trình bày Báo cáo về", "báo cáo của X về"."""
    if not _is_named(context, sentence, match):
        if not _letter_goes_on().match(context.plain, match.end(), sentence.end):
            return None
        whose, _ = _of_body(context, sentence, match.end())
        if whose is None and not _is_handed_in(context, sentence, match):
            return None
    return _about(context, sentence, match) or _enacting(context, sentence, match)


def _is_handed_in(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """ "UBND quận đã có báo cáo gửi Sở X về ...", not "sẽ có báo cáo về" nor "gửi báo cáo về Sở X"."""
    if _HOME.match(context.plain, match.end(), sentence.end):
        return False
    if behind(_not_yet(), context.plain, sentence.start, match.start()):
        return False
    return issuer_before(context, sentence, match.start()) is not None


def _letter(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "UBND quận đã có công văn gửi Sở X về việc ...": a letter or notice that a body sends, by what it is about."""
    if not _letter_goes_on().match(context.plain, match.end(), sentence.end):
        return None
    if behind(_not_yet(), context.plain, sentence.start, match.start()):
        return None
    if kind_key(match["type"]) in _RULES_OF_ANY_SORT and not _is_capital(match, sentence):
        return None  # "theo quy định của Chính phủ về thuế" may lie in many documents
    found = _about(context, sentence, match)
    return found if found and found.issuer else None


def _enacting(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """ "UBND tỉnh ban hành Quyết định phê duyệt ...": a title that says what the document does."""
    text = context.plain
    capital = _is_capital_inside(context, sentence, match)
    noun = kind_key(match["type"]) in _NEVER_VERBS or is_decision(context, sentence, match)
    if not (capital or noun) or _is_many(context, sentence, match):
        return None
    issuer, position = _of_body(context, sentence, match.end())
    issuer = issuer or issuer_before(context, sentence, match.start())
    if _OF_ANOTHER.match(text, position, sentence.end):
        return None  # "Quyết định thay thế Quyết định số 33": the other one is told
    title, end = subject(context, sentence, position)
    if not title or not end or len(title.split()) < _fewest(title, issuer) or text.startswith(",", position):
        return None
    if not issuer and not (_is_named(context, sentence, match) and _is_object(context, sentence, match, title)):
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=title,
        evidence=Span(match.start(), end),
        rule="document-enacting",
    )


def _fewest(title: str, issuer: str | None) -> int:
    """The fewest words that such a title has: a draft that it is about names itself, an issuer vouches for it."""
    return _TITLE_WORDS if title.startswith("dự ") else _ENACTING_WORDS if issuer else _ALONE_WORDS


def _of_body(context: Context, sentence: Span, position: int) -> tuple[str | None, int]:
    """The body behind "của" at this place, and where its name ends."""
    of = OF.match(context.plain, position, sentence.end)
    return (of and body_at(context, sentence, of.end())) or (None, position)


def _capitalised(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A title marked by its capital letter, with the body that issues it."""
    return _with_issuer(context, sentence, _in_capitals(context, sentence, match))


def _in_capitals(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A capital letter in the middle of a sentence marks a title: "Kế hoạch phục hồi kinh tế"."""
    text = context.plain
    in_capitals = _is_capital_inside(context, sentence, match)
    if in_capitals and kind_row(match["type"])["known_by"] == "opener" and not _is_named(context, sentence, match):
        return None
    if _is_many(context, sentence, match) or not _opens_title(context, sentence, match):
        return None
    span = title_phrase(context, match.end(), sentence.end)
    issuer, title = _issuer_at_end(context, sentence, span)
    if not in_capitals and not is_told_small(context, sentence, match, title, issuer):
        return None
    fewest = _REPORT_WORDS if kind_row(match["type"])["known_by"] == "opener" else _TITLE_WORDS
    if len(title.of(text).split()) < fewest or points_back(title.of(text)):
        return None
    return Document(
        type=match["type"],
        issuer=issuer,
        subject=plain(title.of(context.text)),
        evidence=Span(match.start(), span.end),
        rule="document-title",
    )


def _opens_title(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a title may begin behind this kind: by its openers, if it has some, else by any word but a few."""
    text, opener = context.plain, _openers().get(kind_key(match["type"]))
    if opener and opener.match(text, match.end(), sentence.end):
        return True
    if opener and kind_row(match["type"])["known_by"] == "opener":
        return False
    begins = _LETTER.match(text, match.end(), sentence.end) is not None
    return begins and not _not_a_title().match(text, match.end(), sentence.end)


def _of_its_years(context: Context, sentence: Span, match: re.Match[str]) -> Document | None:
    """A title of a kind that has other uses too (a show is a "Chương trình"): who issued it or its years must tell."""
    found = _in_capitals(context, sentence, match)
    if found and _HELD.search(found.subject or ""):
        return None  # "Chương trình Gặp gỡ lần thứ 13 năm 2017", "Chương trình phối hợp giữa ...": what people do
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


def _is_named(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a kind in capitals is the name of a document, not the verb that begins a sentence ("Báo cáo ...")."""
    if not _is_capital_inside(context, sentence, match):
        return False
    return behind(_named_there(), context.plain, sentence.start, match.start()) is not None


def _is_object(context: Context, sentence: Span, match: re.Match[str], title: str) -> bool:
    """Whether "Nghị quyết quy định ..." is passed or read: it is not where a clause tells of it ("theo đó, ...")."""
    if not title.startswith("quy định"):
        return True
    return behind(_PASSES, context.plain, sentence.start, match.start()) is not None


def _is_capital(match: re.Match[str], sentence: Span) -> bool:
    return match["type"][0].isupper() and match.start() > sentence.start


_Rule = Callable[[Context, Span, re.Match[str]], Document | None]
_BY_SUBJECT: tuple[_Rule, ...] = (of_a_congress, _of_a_plenum, _in_quotes, _about)
_RULES: dict[str, tuple[_Rule, ...]] = {
    "number": (_by_name,),
    "letter": (_by_name, _letter),
    "law": (law,),
    "year": (constitution,),
    "subject": (*_BY_SUBJECT, _enacting),
    "opener": (_report, _capitalised),
    "title": (_by_name, *_BY_SUBJECT, _capitalised),
    "issuer": (*_BY_SUBJECT, _of_its_years),
}
"""The rules by what a kind is known by, in the order of the table's head."""


@cache
def _names() -> dict[str, re.Pattern[str]]:
    """By kind, the titles by which alone documents of the kind are known."""
    named = {row["kind"] for row in table("document-names")}
    titles = {kind: either(row["title"] for row in table("document-names") if row["kind"] == kind) for kind in named}
    return {key(kind): re.compile(rf"\s+(?P<about>về\s+)?(?P<title>{found})(?!\w)") for kind, found in titles.items()}


@cache
def _openers() -> dict[str, re.Pattern[str]]:
    """By kind, the words with which its titles begin, if only some do."""
    opened = {row["kind"] for row in table("document-openers")}
    words = {kind: either(row["word"] for row in table("document-openers") if row["kind"] == kind) for kind in opened}
    return {key(kind): re.compile(rf"\s+(?:{found})(?!\w)") for kind, found in words.items()}


@cache
def _not_a_title() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(row['word'] for row in table('document-not-titles'))})(?!\w)", re.I)


@cache
def _named_there() -> re.Pattern[str]:
    """Before a document that is meant as one; elsewhere a kind in capitals may begin a sentence without a stop."""
    return re.compile(rf"(?:(?<!\w)(?:{words_for('name')})|[,;(])\s+\Z")


@cache
def _letter_goes_on() -> re.Pattern[str]:
    """Behind a letter that says what it is about, whose it is or to whom it goes."""
    return re.compile(rf"\s+(?:(?:khẩn|hỏa tốc)\s+)?(?:về|v/v|của|do|lên|tại|{words_for('sends')})\s")


@cache
def _not_yet() -> re.Pattern[str]:
    """Before a document to come ("sẽ có công văn") and a verb ("đã thông báo về việc ...")."""
    return re.compile(rf"(?<!\w)(?:{words_for('ahead')})(?:\s[^\s,;:.]+){{0,3}}\s+\Z|(?<!\w)(?:vừa|đã)\s+\Z")
