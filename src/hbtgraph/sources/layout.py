"""Tells the parts of an article from their look: title, dateline, subheadings, captions, author.

Papers print these without marks of their own, so each is known by its place, its length and a few
words (`data/gazetteers/layout-words.csv`, `newspapers.csv`). A line that fits nothing is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import NamedTuple

from hbtgraph.model import Block, BlockKind, Span
from hbtgraph.resources import table


class Line(NamedTuple):
    """A line without the white space around it, and where it stands."""

    text: str
    span: Span


class Layout(NamedTuple):
    """What the look of an article tells."""

    blocks: tuple[Block, ...]
    title: str | None = None
    published: str | None = None
    section: str | None = None
    publisher: str | None = None
    author: str | None = None
    source: str | None = None


class Dateline(NamedTuple):
    """A line that says when an article appeared, and in which section."""

    published: str | None
    """ISO 8601; None where the line tells a day that does not exist."""
    section: str | None


class Byline(NamedTuple):
    """The end of an article: who wrote it, or whence it was taken; `start` counts in its line."""

    start: int
    author: str | None
    agency: str | None
    copied: bool


_DAY = re.compile(r"\b(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]|,? năm )(\d{4})\b", re.IGNORECASE)
_HOUR = re.compile(r"\b(\d{1,2})[:hg](\d{2})(?::\d{2})?\b")
_CAPITAL = "[" + "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper()) + "]"
_WORD = rf"{_CAPITAL}[\w.]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
_BYLINE = re.compile(
    rf"(?P<copied>Theo )?(?P<author>{_NAME}(?:(?: [-–] |, | và ){_NAME})*)"
    r"(?: ?(?:/ ?|\()(?P<agency>[^()/.]{2,30})\)?)?(?P<domain>\.(?:vn|com|net))?\s*$"
)
_SENTENCE_END = re.compile(r"[.!?…”\"')](?:/\.)?\s+(?=\S)")
_CLOSED = tuple('.!?…:;,”"')
_MOST_SUBHEADING_WORDS = 16
_MOST_CAPTION_WORDS = 45
_ZONE = "+07:00"


def lines_of(text: str) -> list[Line]:
    """The lines that hold something."""
    found = []
    for match in re.finditer(r"[^\r\n]+", text):
        if content := match[0].strip():
            start = match.start() + match[0].index(content)
            found.append(Line(content, Span(start, start + len(content))))
    return found


def lay_out(text: str, lines: list[Line], *, title_given: bool) -> Layout:
    """Gives every line its part. `title_given`: front matter has the title already."""
    if title_given:
        title, rest = None, lines
    else:
        title, rest = (lines[0], lines[1:]) if lines else (None, [])
    dated = [(line, told) for line in rest[:3] if (told := read_dateline(line.text))][:1]
    dateline, told = dated[0] if dated else (None, Dateline(None, None))
    body = [line for line in rest if line is not dateline]
    byline = read_byline(body[-1].text) if len(body) > 1 or (body and title) else None
    blocks = [Block("title", title.span)] if title else []
    blocks += [Block("meta", dateline.span)] if dateline else []
    blocks += _body_blocks(body, byline)
    agency = read_agency(body[0].text) if body else None
    copied = byline is not None and byline.copied
    credit = byline.agency if byline else None
    return Layout(
        tuple(sorted(blocks, key=lambda block: block.span)),
        title=title.text if title else None,
        published=told.published,
        section=told.section,
        publisher=agency or (None if copied else credit),
        author=byline.author if byline else None,
        source=credit if copied else None,
    )


def read_dateline(line: str) -> Dateline | None:
    """What a short line tells that holds a day and, beside it, at most the name of a section; None else."""
    if len(line) > 120 or _DAY.search(line) is None:
        return None
    section = _section(line)
    return Dateline(_moment(line), section) if len((section or "").split()) <= 6 else None


def read_agency(lead: str) -> str | None:
    """The paper's name from the tag before the lead, "(HNM) -" or "GD&TĐ -"; None where it is a place."""
    tag = re.match(r"\(?([^()–-]{2,30}?)\)?\s*[-–—]\s", lead) or re.match(r"\(([^()]{2,20})\)", lead)
    return _papers().get(tag[1].casefold()) if tag else None


def read_byline(line: str) -> Byline | None:
    """Who signs at the end of the last line, or in a line of their own; None where nobody does."""
    ends = [match.end() for match in _SENTENCE_END.finditer(line)]
    start = ends[-1] if ends else 0
    signed = _BYLINE.fullmatch(line, start) if start or len(line.split()) <= 8 else None
    match = signed or _capitals(line)
    if match is None or not _is_signature(match):
        return None
    written = match["author"] + (match["domain"] or "")
    if paper := _papers().get(written.casefold()):
        return Byline(match.start(), None, paper, bool(match["copied"]))
    agency = _papers().get((match["agency"] or "").strip().casefold())
    return Byline(match.start(), _authors(match["author"]), agency, bool(match["copied"]))


def _authors(written: str) -> str:
    """Names between commas; capitals throughout are the paper's typography, not the author's spelling."""
    names = re.split(r" [-–] |, | và ", written)
    return ", ".join(name.title() if len(name) > 6 and name.isupper() and "." not in name else name for name in names)


def _capitals(line: str) -> re.Match[str] | None:
    """A name in capitals after words that are not: a signature even where no full stop comes before."""
    tail = re.search(rf"(?<=[\w.] )(?:{_CAPITAL}{{2,}} ){{1,3}}{_CAPITAL}{{2,}}\s*$", line)
    return _BYLINE.fullmatch(line, tail.start()) if tail else None


def _is_signature(match: re.Match[str]) -> bool:
    words = match["author"].split()
    known = (match["author"] + (match["domain"] or "")).casefold() in _papers()
    return known or (not match["domain"] and 2 <= len(words) <= 12) or "." in match["author"]


def _body_blocks(lines: list[Line], byline: Byline | None) -> Iterator[Block]:
    for at, line in enumerate(lines):
        if byline and at == len(lines) - 1:
            yield from _last_blocks(line, byline)
        else:
            yield Block(_kind(lines, at), line.span)


def _last_blocks(line: Line, byline: Byline) -> Iterator[Block]:
    signed = line.span.start + byline.start
    if before := line.text[: byline.start].rstrip():
        yield Block("paragraph", Span(line.span.start, line.span.start + len(before)))
    yield Block("byline", Span(signed, line.span.end))


def _kind(lines: list[Line], at: int) -> BlockKind:
    """What the line is; the lead, which opens the article, is always a paragraph."""
    line, following = lines[at].text, lines[at + 1].text if at + 1 < len(lines) else ""
    if at == 0:
        return "paragraph"
    if _is_credited(line):
        return "caption"
    if _is_subheading(line, following):
        return "subheading"
    longer = len(following) > len(line) or _is_subheading(following, "")
    return "caption" if _is_caption(line, stands_apart=longer and len(lines[at - 1].text) > len(line)) else "paragraph"


def _is_subheading(line: str, following: str) -> bool:
    short = len(line.split()) <= _MOST_SUBHEADING_WORDS and not line.endswith(_CLOSED)
    return short and line[:1].isalnum() and (not following or len(following) > len(line))


def _is_credited(line: str) -> bool:
    """A caption that names its photographer."""
    lower = line.lower()
    return lower.startswith(_words("credit")) or re.search(r"ảnh\s*:\s*[^.:]{2,40}\)?\.?$", lower) is not None


def _is_caption(line: str, *, stands_apart: bool) -> bool:
    """One sentence set apart that shows a scene and reports nothing."""
    lower = line.lower()
    single = not _SENTENCE_END.search(line) and len(line.split()) <= _MOST_CAPTION_WORDS
    if not (single and stands_apart) or any(mark in line for mark in '“”":;'):
        return False
    if any(_has(lower, word) for word in _words("running")):
        return False
    return lower.startswith(_words("opening")) or any(_has(lower, word) for word in _words("scene"))


def _has(lower: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower) is not None


def _section(dateline: str) -> str | None:
    rest = _HOUR.sub(" ", _DAY.sub(" ", dateline))
    for word in sorted(_words("meta"), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", rest, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", rest).strip(" -–—|:,;()/+•") or None


def _moment(dateline: str) -> str | None:
    """The moment of publication with Việt Nam's zone, or the day; None where the day does not exist."""
    day, hour = _DAY.search(dateline), _HOUR.search(dateline)
    if day is None:
        return None
    try:
        date = (int(day[3]), int(day[2]), int(day[1]))
        moment = datetime(*date, *(map(int, hour.groups()) if hour else ()))
        return moment.isoformat() + _ZONE if hour else moment.date().isoformat()
    except ValueError:
        return None


@cache
def _papers() -> dict[str, str]:
    """Tag or name, case folded, to the paper's name."""
    rows = table("newspapers")
    return {row[column].casefold(): row["name"] for column in ("name", "tag") for row in rows}


@cache
def _words(part: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in table("layout-words") if row["part"] == part)
