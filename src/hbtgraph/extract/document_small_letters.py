"""Documents whose kind stands in small letters: what tells that one has a title of its own."""

from __future__ import annotations

import re

from hbtgraph.extract.context import Context
from hbtgraph.extract.document_issuers import OF, issuer_before
from hbtgraph.extract.document_kinds import kind_key, kinds
from hbtgraph.extract.document_numbers import YEAR
from hbtgraph.extract.doers import doer_at
from hbtgraph.extract.phrases import behind
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span

_PASSED = re.compile(r"(?<!\w)(?:ban hành|phê duyệt|thông qua|ký|có|trình|thông báo)\s+\Z")
_SETS_OUT = re.compile(r"\s+(?:ban hành|phê duyệt|phê chuẩn|quy định|công bố)\s")
_PASSED_KINDS = ("đề án", "kế hoạch", "kế hoạch hành động", "chương trình hành động", "quy chế")
_AIMED_KINDS = ("đề án", "quy hoạch", "chiến lược")
_AIM = re.compile(rf"(?<!dự kiến )(?<!tiến )(?<!\w)(?:đến|tới) (?:năm )?{YEAR}(?!\d)")
_BIG_THEN_SMALL = re.compile(rf"[{UPPER}][^\W\d_{UPPER}]*\s+[^\W\d_{UPPER}]")
"""The first words of a title in small letters but the first: "đề án Tăng cường vận tải"."""

_FEWEST_WORDS = 4


def is_decision(context: Context, sentence: Span, match: re.Match[str]) -> bool:
    """ "ký quyết định ban hành ...": a decision in small letters that a body issues and that sets something out."""
    text = context.plain
    issued = behind(_PASSED, text, sentence.start, match.start())
    return bool(kind_key(match["type"]) == "quyết định" and issued and _SETS_OUT.match(text, match.end(), sentence.end))


def is_told_small(context: Context, sentence: Span, match: re.Match[str], title: Span, issuer: str | None) -> bool:
    """Whether a kind in small letters has a title: in capitals, with the years it is for, or passed by a body."""
    text, kind = context.plain, kind_key(match["type"])
    if issuer and kind == "đề án":
        return not OF.search(title.of(text))  # "đề án tuyển sinh trên trang thông tin của trường và của Bộ X"
    if kinds().pattern.match(text, title.start):
        return False  # "trong chiến lược Quy hoạch tổng thể ...": the other one is named
    if kind in _AIMED_KINDS and _AIM.search(text, title.start, title.end):
        return True
    if kind not in _PASSED_KINDS or len(title.of(text).split()) < _FEWEST_WORDS:
        return False
    begins_big = kind == "đề án" and _BIG_THEN_SMALL.match(text, title.start)
    if begins_big and not doer_at(context, title.start, title.end):
        return True
    passed = behind(_PASSED, text, sentence.start, match.start())
    return bool(passed and passed[0] != "có " and issuer_before(context, sentence, match.start()))
