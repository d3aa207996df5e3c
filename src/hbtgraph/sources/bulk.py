"""Reads many articles from one file: JSON lines, packed with gzip or not, one line at a time.

Each line is an object: `id` (it becomes a file's name) and `text`, with `date`, `title` and `url` where
they are known; what else it holds is passed over.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path

import msgspec

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources.decode import MAX_BYTES, check_size, composed, reading
from hbtgraph.sources.text import Particulars, article_of, checked_id, checked_moment

ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
"""Names of files that hold one article a line."""

_BOM = b"\xef\xbb\xbf"


class Record(msgspec.Struct, frozen=True):
    """One line, checked: `id` is fit to name a file, `text` is not blank, `date` is ISO 8601."""

    id: str
    text: str
    date: str | None = None
    title: str | None = None
    url: str | None = None


def read_lines(path: Path) -> Iterator[Article]:
    """The articles of the file, in its order; only one is held at a time.

    Raises SourceError where the file cannot be read, and at a line that is no article, with its number.
    """
    for number, record in read_records(path):
        known = Particulars(record.id, record.title, record.date, source=record.url)
        yield article_of(composed(record.text), name=record.id, where=f"{path}:{number}", known=known)


def read_records(path: Path) -> Iterator[tuple[int, Record]]:
    """The lines with their numbers, checked but not yet made articles. Raises SourceError like `read_lines`."""
    number = 0
    with reading(path), _opened(path) as lines:
        try:
            while line := lines.readline(MAX_BYTES + 1):
                number += 1
                check_size(len(line), f"{path}:{number}")
                if content := line.removeprefix(_BOM).strip():
                    yield number, _record(content, f"{path}:{number}")
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise SourceError(
                f"tệp nén bị hỏng sau dòng {number} ({error})",
                f"the packed file is damaged after line {number} ({error})",
                where=str(path),
            ) from None


def _opened(path: Path) -> BufferedIOBase:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")


def _record(line: bytes, where: str) -> Record:
    try:
        record = msgspec.json.decode(line, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            f'mỗi dòng phải là một đối tượng JSON mã UTF-8 có "id" và "text" ({error})',
            f'each line must be a JSON object in UTF-8 with "id" and "text" ({error})',
            where=where,
        ) from None
    if not record.text.strip():
        raise SourceError('"text" không có chữ nào', '"text" is blank', where=where)
    return Record(
        id=checked_id(str(record.id), where),
        text=record.text,
        date=checked_moment(record.date.strip(), where) if record.date else None,
        title=" ".join((record.title or "").split()) or None,
        url=(record.url or "").strip() or None,
    )


class _Line(msgspec.Struct, frozen=True):
    """A line as people write it."""

    id: str | int
    text: str
    date: str | None = None
    title: str | None = None
    url: str | None = None
