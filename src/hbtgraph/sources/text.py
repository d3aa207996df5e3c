"""Reads text files, with or without front matter, into articles."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from hbtgraph.errors import SourceError
from hbtgraph.model import Article, Block, Span
from hbtgraph.sources.decode import read_text
from hbtgraph.sources.layout import Layout, Line, lay_out, lines_of

FRONT_KEYS = ("title", "publisher", "author", "date", "section", "source", "id")
"""What front matter may say."""

_FENCE = "---"
_VIETNAMESE_MARKS = "\u031b\u0309\u0323"  # horn, hook above, dot below: no other language in news has them
_ZONE = "+07:00"


def read_article(path: Path | str) -> Article:
    """Reads one text file as an article.

    The text is UTF-8; a byte order mark is dropped and letters are composed (NFC), and all offsets
    count code points of the outcome. A block of `key: value` lines between two `---` lines at the top
    is front matter (keys: FRONT_KEYS); without it the first line is the title and the usual lines of
    Vietnamese papers (section and date, dateline, author at the end) are recognised. The identifier
    is the front matter's, or the file's name without its ending.

    Raises SourceError for what cannot be read: missing, no permission, a folder, empty, larger than
    10 MB, not UTF-8, wrong front matter.
    """
    path = Path(path)
    text = read_text(path)
    lines = lines_of(text)
    front, body = _split(lines, path)
    said = _front_matter(front, path)
    layout = lay_out(text, body, title_given="title" in said)
    blocks = sorted((*_front_blocks(said, front), *layout.blocks), key=lambda block: block.span)
    return _article(path, text, said, layout, tuple(blocks))


def read_articles(paths: Iterable[Path | str]) -> Iterator[Article]:
    """Reads the files one after the other, in the order given. Raises SourceError at the first bad one."""
    return (read_article(path) for path in paths)


def is_vietnamese(article: Article) -> bool:
    """Whether the text is Vietnamese with its marks: one word in eight has a letter of Vietnamese alone."""
    words = re.findall(r"[^\W\d_]+", article.text)
    marked = sum(map(_is_marked, words))
    return bool(words) and marked / len(words) >= 0.125


def _is_marked(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word.lower())
    return "đ" in letters or any(mark in letters for mark in _VIETNAMESE_MARKS)


def _article(path: Path, text: str, said: dict[str, Line], layout: Layout, blocks: tuple[Block, ...]) -> Article:
    def first(key: str, found: str | None) -> str | None:
        return said[key].text if key in said else found

    title = first("title", layout.title)
    if title is None:
        raise SourceError("bài không có tiêu đề", "the article has no title", where=str(path))
    return Article(
        id=first("id", None) or path.stem,
        text=text,
        digest="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        blocks=blocks,
        published=_moment(said["date"].text, path) if "date" in said else layout.published,
        publisher=first("publisher", layout.publisher),
        author=first("author", layout.author),
        section=first("section", layout.section),
        source=first("source", layout.source),
    )


def _split(lines: list[Line], path: Path) -> tuple[list[Line], list[Line]]:
    """The lines of the front matter (fences left out) and those of the article."""
    if lines[0].text != _FENCE:
        return [], lines
    for at, line in enumerate(lines[1:], start=1):
        if line.text == _FENCE:
            return lines[1:at], lines[at + 1 :]
    raise SourceError(
        "phần đầu bài mở bằng --- nhưng không có dòng --- đóng lại",
        "the front matter opens with --- but no line --- closes it",
        where=str(path),
    )


def _front_matter(front: list[Line], path: Path) -> dict[str, Line]:
    """Key to the line of its value. Raises SourceError for an unknown, doubled or missing key."""
    said: dict[str, Line] = {}
    for line in front:
        key, colon, value = line.text.partition(":")
        key = key.strip().lower()
        if not colon or key not in FRONT_KEYS or key in said:
            known = ", ".join(FRONT_KEYS)
            raise SourceError(
                f"dòng «{line.text[:60]}» ở phần đầu bài không hợp lệ; mỗi khóa một lần, các khóa được dùng: {known}",
                f"the line “{line.text[:60]}” of the front matter is wrong; once each, the known keys are: {known}",
                where=str(path),
            )
        if content := value.strip():
            start = line.span.start + line.text.index(content, len(line.text) - len(value))
            said[key] = Line(content, Span(start, start + len(content)))
    return said


def _front_blocks(said: dict[str, Line], front: list[Line]) -> Iterator[Block]:
    """The title's words, and every other line of the front matter."""
    title = said.get("title")
    for line in front:
        if title and line.span.meets(title.span):
            yield Block("title", title.span)
        else:
            yield Block("front", line.span)


def _moment(written: str, path: Path) -> str:
    """A day, or a moment with its zone, in ISO 8601, from what front matter says."""
    try:
        if len(written) <= 10:
            day = re.sub(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$", r"\3-\2-\1", written)
            return date(*map(int, day.split("-"))).isoformat()
        moment = datetime.fromisoformat(written)
        return moment.isoformat() if moment.tzinfo else moment.isoformat() + _ZONE
    except (ValueError, TypeError):
        raise SourceError(
            f"ngày «{written}» không đúng; hãy viết như 2022-10-23 hoặc 2022-10-23T15:20",
            f"the date “{written}” is wrong; write it as 2022-10-23 or 2022-10-23T15:20",
            where=str(path),
        ) from None
