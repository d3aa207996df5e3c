"""Reads articles from wherever they are: by what a source's name says, else by what it holds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources import bulk
from hbtgraph.sources.decode import MAX_BYTES, check_size, decode_text, read_bytes
from hbtgraph.sources.text import article_of

STANDARD_INPUT = "-"
"""The source that is read from the terminal or a pipe."""

_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_HTML_OPENINGS = (b"<!doctype html", b"<html")


@dataclass(frozen=True)
class Articles:
    """Articles that can all be read, each id once; they may be gone through again and again.

    What comes from a file of many is read when its turn comes, so that memory does not grow with it.
    """

    count: int
    parts: tuple[tuple[Article, ...] | Path, ...]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Article]:
        given: set[str] = set()
        for part in self.parts:
            for article in bulk.read_lines(part) if isinstance(part, Path) else part:
                if article.id not in given:
                    given.add(article.id)
                    yield article


def read_articles(sources: Iterable[Path | str], *, allow_private: bool = False) -> Articles:
    """Reads all the sources, in the order given; see `read` for what each may be.

    Nothing is given out before everything is known to be readable: files of many articles are checked
    from end to end. Raises SourceError at the first bad source, and where two different articles bear
    one id.
    """
    texts: dict[str, bytes] = {}
    parts: list[tuple[Article, ...] | Path] = []
    for source in sources:
        if is_bulk(source):
            parts.append(Path(source))
            for number, record in bulk.read_records(Path(source)):
                _note(texts, record.id, record.text, f"{source}:{number}")
        else:
            articles = tuple(read(source, allow_private=allow_private))
            parts.append(articles)
            for article in articles:
                _note(texts, article.id, article.text, str(source))
    return Articles(len(texts), tuple(parts))


def read(source: Path | str, *, allow_private: bool = False) -> Iterator[Article]:
    """The articles of one source, which is one of these:

    an http or https address; "-" for standard input; a file of JSON lines (.jsonl, .jsonl.gz); an HTML
    page, a Word file (.docx) or a PDF, known by ending or content; else a text file. `allow_private`
    lets an address lead into a private network. Raises SourceError.
    """
    if is_bulk(source):
        yield from bulk.read_lines(Path(source))
    elif isinstance(source, str) and is_url(source):
        yield _from_web(source, allow_private)
    elif source == STANDARD_INPUT:
        yield _from_bytes(_standard_input(), name="stdin", ending="", where=STANDARD_INPUT)
    else:
        path = Path(source)
        yield _from_bytes(read_bytes(path), name=path.stem, ending=path.suffix.lower(), where=str(path))


def is_bulk(source: Path | str) -> bool:
    """Whether the source is a file of many articles."""
    return not is_url(source) and str(source).lower().endswith(bulk.ENDINGS)


def is_url(source: Path | str) -> bool:
    """Whether the source is an address, of whatever scheme, and no file's name."""
    return isinstance(source, str) and "://" in source


def _from_web(url: str, allow_private: bool) -> Article:
    from hbtgraph.sources.html import read_page
    from hbtgraph.sources.web import fetch

    page = fetch(url, allow_private=allow_private)
    return read_page(page.data, where=url, url=page.url, charset=page.charset)


def _from_bytes(data: bytes, *, name: str, ending: str, where: str) -> Article:
    opening = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if data.startswith(b"%PDF-"):
        from hbtgraph.sources.office import read_pdf

        return read_pdf(data, name=name, where=where)
    if data.startswith(b"PK\x03\x04") and (ending == ".docx" or b"word/document.xml" in data):
        from hbtgraph.sources.office import read_docx

        return read_docx(data, name=name, where=where)
    if ending in _HTML_ENDINGS or opening.startswith(_HTML_OPENINGS):
        from hbtgraph.sources.html import read_page

        return read_page(data, name=name, where=where)
    return article_of(decode_text(data, where), name=name, where=where)


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    check_size(len(data), STANDARD_INPUT)
    return data


def _note(texts: dict[str, bytes], name: str, text: str, where: str) -> None:
    digest = sha256(text.encode()).digest()
    if texts.setdefault(name, digest) != digest:
        raise SourceError(
            f"hai bài khác nhau mang cùng tên “{name}”; hãy ghi «id:» khác nhau cho mỗi bài",
            f"two different articles bear the name “{name}”; give each an «id:» of its own",
            where=where,
        )
