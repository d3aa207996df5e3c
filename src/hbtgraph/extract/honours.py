"""Honours: where an order, a certificate, a title or a prize is named, alone or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from hbtgraph.extract.phrases import Begun, beginnings, behind, phrase, plain, quoted, stops
from hbtgraph.extract.words import UPPER, TextFinder
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import alone, either
from hbtgraph.vietnamese.text import key

_AND = re.compile(
    r"\s*(?:,|;|và|cùng)\s+(?:và\s+)?(?:(?:trao|trao tặng|tặng)\s+)?(?:(?:các|nhiều|\d+)\s+)?(?:danh hiệu\s+)?"
)
_COUNTED = re.compile(r"\s\d+\s$")
_OF_PEOPLE = ("tập thể", "chiến sĩ", "chiến sỹ", "lao động", "đơn vị")
"""How titles begin that a number before them counts the bearers of: "47 tập thể lao động tiên tiến"."""
_TITLE_HEADS = ("danh hiệu", "tôn vinh", "vinh danh", "công nhận")
"""Words before an honour's own name, no part of it."""

_ALONE = ("kỷ niệm chương", "huy hiệu đảng")
"""Honours that need no name in quotation marks, though they may have one."""

_NAMED_AFTER = re.compile(rf"\s+(?=[{UPPER}])")
_COLON = re.compile(r"\s*:")
_DRIVE = re.compile(
    r"\s+(?:(?:xuất sắc|tiêu biểu|dẫn đầu|trong)\s+){0,2}phong trào thi đua(?:\s+yêu nước)?(?:\s+năm\s+20\d\d)?(?!\w)"
)
"""The drive in which a flag is won, part of its name: "Cờ đơn vị xuất sắc trong phong trào thi đua năm 2016"."""

_FIGURE, _OF = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}[”\"’]"), re.compile(r"[”\"’]\scủa\s(?:các|những|mọi|muôn)\s")
"""What is no title but a figure of speech: "tôn vinh là “nữ hoàng” của các loài hoa"."""

_LONGEST_ORDER, _LONGEST_NAME = 4, 12
"""How many words the name of an order, and that of a prize or title, has when it is no known one."""


_EARNING = re.compile(
    r"(?<!\w)(?:công nhận|đạt|danh hiệu|(?:công nhận|tôn vinh|vinh danh|bình chọn|bầu chọn) là)\s$", re.I
)
"""Before a title that stands without quotation marks."""


class Honour(Struct, frozen=True):
    """An honour's name as the record has it, and where it stands."""

    name: str
    span: Span


def honours_in(text: str, sentence: Span) -> Iterator[list[Honour]]:
    """Honours that are listed together: "Huân chương Độc lập hạng Nhất và Bằng khen"."""
    group: list[Honour] = []
    for match in _honour().finditer(text, sentence.start, sentence.end):
        honour = _whole(text, match, sentence)
        if (
            honour is None
            or text.startswith("(", match.start() - 1)
            or (group and honour.span.start < group[-1].span.end)
        ):
            continue
        if group and key(honour.name).startswith(_OF_PEOPLE) and behind(_COUNTED, text, 0, honour.span.start):
            continue
        if group and not _AND.fullmatch(text, group[-1].span.end, honour.span.start):
            yield group
            group = []
        group.append(honour)
    if group:
        yield group


def _whole(text: str, match: re.Match[str], sentence: Span) -> Honour | None:
    """The honour with what belongs to its name; a bare "danh hiệu", "giải" or "huân chương" is none."""
    head, tail = key(match["head"]), _tails()[key(match["head"])]
    bare = Span(*match.span("head"))
    if tail in ("kind", "rank", "years", "grade") and (match[tail] or (tail == "rank" and match["kind"])):
        return Honour(plain(match[0]), Span(*match.span()))
    name = (
        quoted(text, _behind_colon(text, bare.end), sentence.end) if tail not in ("none", "grade", "earned") else None
    )
    if name and head.startswith(_TITLE_HEADS) and _FIGURE.match(text, name.start) and _OF.match(text, name.end):
        return None
    if name:
        words = name.of(text) if head.startswith(_TITLE_HEADS) else f"{match['head']} {name.of(text)}"
        start = bare.end + 1 if tail == "quoted" and head.startswith(_TITLE_HEADS) else bare.start
        return Honour(plain(words), Span(start, min(name.end + 1, sentence.end)))
    if tail == "title":
        return _title(text, bare, sentence)
    if tail == "earned":
        return _earned(text, bare, sentence)
    if tail == "drive":
        drive = _DRIVE.match(text, bare.end, sentence.end)
        whole = Span(bare.start, drive.end() if drive else bare.end)
        return Honour(plain(whole.of(text)), whole)
    named = _with_name(text, bare, sentence, tail) if tail in ("kind", "rank", "years", "prize") else None
    return named or (Honour(plain(match["head"]), bare) if tail in ("none", "grade") or head in _ALONE else None)


def _behind_colon(text: str, position: int) -> int:
    colon = _COLON.match(text, position)
    return colon.end() if colon else position


def _with_name(text: str, head: Span, sentence: Span, tail: str) -> Honour | None:
    """ "Huân chương Bắc Đẩu Bội tinh", "Giải thưởng Sao Khuê": a name of its own begins with a capital letter."""
    if not _NAMED_AFTER.match(text, head.end, sentence.end):
        return None
    name = phrase(text, head.end, sentence.end, _ends())
    longest = _LONGEST_ORDER if tail in ("kind", "years") else _LONGEST_NAME
    if not 1 <= len(name.of(text).split()) <= longest:
        return None
    return Honour(plain(text[head.start : name.end]), Span(head.start, name.end))


def _title(text: str, head: Span, sentence: Span) -> Honour | None:
    """ "danh hiệu giáo viên dạy giỏi cấp tỉnh": a title without quotation marks; one known by name is found itself."""
    if _honour().pattern.match(text, head.end + 1, sentence.end) or _no_title().match(text, head.end, sentence.end):
        return None
    name = phrase(text, head.end, sentence.end, _ends())
    if not 2 <= len(name.of(text).split()) <= _LONGEST_NAME:
        return None
    return Honour(plain(name.of(text)), Span(head.start, name.end))


def _earned(text: str, head: Span, sentence: Span) -> Honour | None:
    """ "được công nhận là gia đình văn hóa tiêu biểu": a title by its usual words, which elsewhere name a group."""
    if not behind(_EARNING, text, sentence.start, head.start):
        return None
    name = phrase(text, head.start, sentence.end, _ends())
    if len(name.of(text).split()) > _LONGEST_NAME:
        name = head
    return Honour(plain(name.of(text)), name)


def begun() -> Begun:
    """How honours begin, for `may_hold`."""
    return _begun()


@cache
def _begun() -> Begun:
    return beginnings(row["honour"] for row in table("award-honours"))


@cache
def _tails() -> dict[str, str]:
    return {key(row["honour"]): row["tail"] for row in table("award-honours")}


@cache
def _honour() -> TextFinder:
    kinds = table("award-kinds")
    kind = either(row["word"] for row in kinds if row["of"] == "kind")
    rank = either(row["word"] for row in kinds if row["of"] == "rank")
    grade = either(row["word"] for row in kinds if row["of"] == "grade")
    heads = [row["honour"] for row in table("award-honours")]
    pattern = re.compile(
        rf"(?P<head>{alone(heads)})"
        rf"(?i:(?<!danh\shiệu)\s+(?:(?P<kind>(?:{kind})(?:\s+hạng\s+(?:{rank}))?)|(?P<rank>{rank})|(?P<grade>{grade})|(?P<years>\d+(?:(?:\s+năm)?(?:,|\s+và)\s+\d+)*\s+(?:năm\s+)?tuổi\s+Đảng|\d+\s+năm(?=\s*[,;.]|\s+cho)))(?!\w))?"
    )
    return TextFinder(pattern, heads)


@cache
def _ends() -> re.Pattern[str]:
    """Where the name of an honour without quotation marks ends: at any comma too."""
    return stops("award-name-stops", r"[“\"”(,]")


@cache
def _no_title() -> re.Pattern[str]:
    words = either(row["word"] for row in table("award-clause-words") if row["part"] == "no-title")
    return re.compile(rf"\s+(?:{words})(?!\w)|\s*[^\s\w]", re.I)
