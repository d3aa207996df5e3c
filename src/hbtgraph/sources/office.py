"""Reads Word and PDF files as articles, where the extra `hbtgraph[office]` is installed.

Only their words are read: what these files say of their author and day is that of the program or of the
last to save them, not of the article.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources.decode import composed
from hbtgraph.sources.legacy import mend_as_in
from hbtgraph.sources.text import article_of

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import CharacterStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_MOST_UNPACKED = 100_000_000  # bytes; a small file may hold endless zeros
_MOST_CELL = 80
_FULL_LINE = 0.9  # of the usual width: letters are not equally wide
_PAGE_NUMBER = re.compile(r"\W*(?:trang |page )?\d{1,4}(?: ?/ ?\d{1,4})?\W*", re.IGNORECASE)


def read_docx(data: bytes, *, name: str, where: str) -> Article:
    """Makes an article of a Word file (.docx): its paragraphs and tables in their order.

    Raises SourceError where the extra is missing, the file is damaged or too large, or holds no text.
    """
    try:
        from docx import Document
    except ImportError:
        raise _missing_extra(where) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
                raise _error(where, "tệp Word quá lớn khi mở ra", "the Word file is too large when unpacked")
        lines = list(_word_lines(Document(io.BytesIO(data))))
    except SourceError:
        raise
    except Exception as error:  # the library lets out whatever a damaged part causes
        raise _damaged(where, error) from None
    text = composed("\n".join(lines) + "\n")
    if not text.strip():
        raise _error(where, "tệp Word không có chữ nào", "the Word file holds no text")
    return article_of(text, name=name, where=where)


def read_pdf(data: bytes, *, name: str, where: str) -> Article:
    """Makes an article of a PDF that holds text; lines are joined to paragraphs, page numbers left out.

    Raises SourceError where the extra is missing, the file is damaged or locked, or is a scan without text.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise _missing_extra(where) from None
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except (FileNotDecryptedError, DependencyError):
        raise _error(where, "tệp PDF có mật khẩu; hãy bỏ mật khẩu", "the PDF is locked; unlock it") from None
    except Exception as error:  # the library lets out whatever a damaged object causes
        raise _damaged(where, error) from None
    text = composed("\n".join(_paragraphs(pages)) + "\n")
    if not re.search(r"[^\W\d_]", text):
        raise _error(
            where,
            "tệp PDF chỉ có ảnh chụp trang giấy, không có chữ; hãy nhận dạng chữ (OCR) trước",
            "the PDF is a scan and holds no text; recognise its text (OCR) first",
        )
    return article_of(text, name=name, where=where)


def _word_lines(document: Word) -> Iterator[str]:
    from docx.table import Table

    for piece in document.iter_inner_content():
        if isinstance(piece, Table):
            yield from _rows(piece)
        else:
            yield _shown(piece)


def _shown(paragraph: Paragraph) -> str:
    """The paragraph's text as its fonts show it: old Vietnamese fonts show other letters than are written."""
    from docx.text.run import Run

    usual = _font(paragraph.style)
    shown = []
    for part in paragraph.iter_inner_content():
        for run in [part] if isinstance(part, Run) else part.runs:
            shown.append(mend_as_in(run.font.name or _font(run.style) or usual, run.text))
    return "".join(shown)


def _font(style: CharacterStyle | None) -> str:
    """The font that a style, or one that it is based on, names; "" where none does."""
    while style is not None:
        if name := style.font.name:
            return str(name)
        style = style.base_style
    return ""


def _rows(table: Table) -> Iterator[str]:
    """A line for each row of short cells; a table that only lays out the page gives its texts one by one."""
    for row in table.rows:
        cells = {id(cell._tc): _cell(cell) for cell in row.cells}  # a merged cell comes once for each column
        texts = [text for text in cells.values() if text]
        if all(len(text) <= _MOST_CELL and "\n" not in text for text in texts):
            yield " | ".join(texts)
        else:
            yield from texts


def _cell(cell: _Cell) -> str:
    return "\n".join(map(_shown, cell.paragraphs)).strip()


def _paragraphs(pages: Iterable[str]) -> Iterator[str]:
    """Lines that belong together, as one: a PDF knows lines only, broken where the page is full."""
    lines = [line for page in pages for line in _without_number(page)]
    width = sorted(map(len, lines))[int(len(lines) * 0.9)] if lines else 0
    paragraph: list[str] = []
    for line in lines:
        if paragraph and not (line and _goes_on(paragraph[-1], line, width)):
            yield " ".join(paragraph)
            paragraph = []
        paragraph += [line] if line else []
    yield " ".join(paragraph)


def _without_number(page: str) -> list[str]:
    lines = [" ".join(line.split()) for line in page.splitlines()]
    for end in (0, -1):
        if lines and _PAGE_NUMBER.fullmatch(lines[end]):
            del lines[end]
    return lines


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the sentence runs over the line's end, or the next word had no room in the line."""
    full = len(line) + 1 + len(following.split()[0]) > width * _FULL_LINE
    return following[0].islower() or (full and not re.match(r"[-–+•*]|\d+[.)] ", following))


def _missing_extra(where: str) -> SourceError:
    how = 'pip install "hbtgraph[office]"'
    return _error(where, f"để đọc tệp Word và PDF, hãy chạy: {how}", f"to read Word and PDF files, run: {how}")


def _damaged(where: str, error: Exception) -> SourceError:
    reason = " ".join(str(error).split())[:100] or type(error).__name__
    return _error(where, f"tệp bị hỏng ({reason})", f"the file is damaged ({reason})")


def _error(where: str, vi: str, en: str) -> SourceError:
    return SourceError(vi, en, where=where)
