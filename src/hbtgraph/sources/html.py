"""Reads a web page as an article: its text and title, and what the page says of itself.

The article's text is what trafilatura takes for the running text, under a line with the title; offsets
count in it. The day of publication comes from the page's data or from the line that it prints
(pagedata.py) and is never guessed: a page shows many days, of documents cited, of other news, of today.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Any

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources.decode import decode_text
from hbtgraph.sources.legacy import mender
from hbtgraph.sources.pagedata import Said, is_site_name, said_by
from hbtgraph.sources.pagelines import (
    below_title,
    heading_above,
    lead_apart,
    lines_of_page,
    may_head,
    parted_as_shown,
    printed_dateline,
    titled_above,
    without_other_news,
)
from hbtgraph.sources.text import Particulars, article_of
from hbtgraph.sources.web import name_of
from hbtgraph.vietnamese.text import key

_DECLARED = re.compile(rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_FEWEST_LETTERS = 80
_MOST_CELL = 200  # letters; a longer cell is a column of the page and not of a table
_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"


def read_page(
    data: bytes, *, where: str, name: str | None = None, url: str | None = None, charset: str | None = None
) -> Article:
    """Makes an article of an HTML page.

    `url` is where it came from, `charset` what its server said, `name` its identifier, by default made of
    its address. Raises SourceError where the bytes cannot be decoded or hold no article.
    """
    tree = _tree(decode_page(data, where, charset), where)
    said = said_by(tree, url)
    shown = lines_of_page(tree)
    title, paragraphs = _content(tree, said, shown, where)
    printed = printed_dateline(shown, title, paragraphs[0])
    known = Particulars(
        title=title,
        published=said.published or printed.published,
        publisher=said.publisher,
        author=said.author,
        section=said.section or printed.section,
        source=said.url or url,
    )
    text = "\n\n".join((title, *paragraphs)) + "\n"
    return article_of(text, name=name or name_of(known.source or ""), where=where, known=known)


def decode_page(data: bytes, where: str, charset: str | None = None) -> str:
    """The markup in NFC: as UTF-8 where it is that, else as its byte order mark, its server or itself declares.

    What declares nothing, or nothing true, is decoded like a text file. Raises SourceError.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    declared = _DECLARED.search(data[:4096])
    for encoding in ("utf-16" if wide else "utf-8-sig", charset, declared and declared[1].decode("ascii")):
        try:
            if encoding and not re.search(r"[\0\x80-\x9f]", markup := data.decode(encoding)):
                return unicodedata.normalize("NFC", markup)
        except (LookupError, UnicodeError):
            continue  # the next is tried, and in the end the error names what they look like
    return decode_text(data, where)


def _tree(markup: str, where: str) -> Any:
    """The page's elements; texts written for an old Vietnamese font are put right."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        raise _no_article(where) from None
    if mend := mender(tree.text_content()):
        for element in tree.iter():
            if isinstance(element.tag, str):
                element.text = element.text and mend(element.text)
            element.tail = element.tail and mend(element.tail)
    for table in tree.iter("table"):
        _dissolve(table)
    return tree


def _dissolve(table: Any) -> None:
    """Makes blocks of a table that only lays out the page, so that its texts are not taken for rows of data."""
    rows = table.xpath(_ROWS)
    cells = [cell for row in rows for cell in row]
    if any(len(cell.text_content()) > _MOST_CELL for cell in cells if isinstance(cell.tag, str)):
        for part in (table, *table.xpath("./thead | ./tbody | ./tfoot"), *rows, *cells):
            if isinstance(part.tag, str):
                part.tag = "div"


def _content(tree: Any, said: Said, shown: list[str], where: str) -> tuple[str, list[str]]:
    """The title, and the paragraphs below it. Raises SourceError where the page holds no article."""
    from trafilatura import extract

    text = extract(tree, include_comments=False, with_metadata=False) or ""
    paragraphs = parted_as_shown([line for line in map(_tidy, text.splitlines()) if line], shown)
    if sum(map(len, paragraphs)) < _FEWEST_LETTERS:
        raise _no_article(where)
    lead = next((line for line in paragraphs if len(line) >= _FEWEST_LETTERS), paragraphs[0])
    title = _title(tree, said, shown, lead) or heading_above(shown, lead) or paragraphs[0]
    body = without_other_news(below_title(paragraphs, shown, title, lead))
    return title, [*lead_apart(shown, title, body[0], said.description), *body]


def _title(tree: Any, said: Said, shown: list[str], lead: str) -> str | None:
    """What the page shows of a title that it tells, as a told one may have the site's name behind it."""
    from trafilatura.metadata import extract_title

    for told in (*said.titles, said.window):
        heads = [line for line in shown if len(line.split()) >= 3 and _opens_with(key(told), key(line))]
        if told and heads and not is_site_name(told, said):
            return max(heads, key=len)
    found = next(iter(said.titles), None) or titled_above(tree, shown, lead) or _tidy(extract_title(tree) or "")
    return found if may_head(found) and not is_site_name(found, said) else None


def _opens_with(told: str, line: str) -> bool:
    """Whether the title is the line, alone or with a site's name behind a mark that parts them."""
    return told.startswith(line) and re.match(r"\s*$|\s*[-–—|»·•]", told[len(line) :]) is not None


def _tidy(line: str) -> str:
    """The line in NFC with single spaces, and without the bars around a row of a table."""
    return " ".join(unicodedata.normalize("NFC", line).strip("| ").split())


def _no_article(where: str) -> SourceError:
    return SourceError(
        "không thấy bài báo nào trong trang; hãy lưu phần chữ của bài thành tệp .txt",
        "no article is found in the page; save its text as a .txt file",
        where=where,
    )
