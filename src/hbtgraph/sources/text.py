"""Reads text files, with or without front matter, into articles."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from hbtgraph.errors import SourceError
from hbtgraph.model import Article, Block, Span
from hbtgraph.sources.decode import read_text
from hbtgraph.sources.layout import Layout, Line, lay_out, lines_of

FRONT_KEYS = ("title", "publisher", "author", "date", "section", "source", "id")
"""What front matter may say."""

_FENCE = "---"
_VIETNAMESE_MARKS = "\u031b\u0309\u0323"  # horn, hook above, dot below: no other language in news has them
_UNWRITABLE = re.compile("[\x00-\x1f\ud800-\udfff]")  # in the name of a file that is no UTF-8
_VIET_NAM = timezone(timedelta(hours=7))
_LONGEST_ID = 200  # bytes: with its ending it must fit into a file name


class Particulars(NamedTuple):
    """What is known of an article besides its text; it goes before what the look of the text tells."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601: a day, or a moment with its zone."""
    publisher: str | None = None
    author: str | None = None
    section: str | None = None
    source: str | None = None


UNKNOWN = Particulars()


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
    return article_of(read_text(path), name=path.stem, where=str(path))


def article_of(text: str, *, name: str, where: str, known: Particulars = UNKNOWN) -> Article:
    """Makes an article of text that was read, in NFC and not blank.

    Its particulars are those of the front matter, else those known, else those that the text's look
    tells; `name` is its identifier where none is given, `where` names it in errors. A known title need
    not stand in the text; where it does it is the first line.

    Raises SourceError for wrong front matter, a text without a title, and a given identifier that can
    be no file name.
    """
    lines = lines_of(text)
    front, body = _split(lines, where)
    said = _front_matter(front, where)
    heads = bool(body) and (known.title is None or body[0].text == known.title)
    layout = lay_out(text, body, title_given="title" in said or not heads)
    blocks = sorted((*_front_blocks(said, front), *layout.blocks), key=lambda block: block.span)
    particulars = _particulars(said, known, layout, where)
    if particulars.title is None:
        raise SourceError("bài không có tiêu đề", "the article has no title", where=where)
    return Article(
        id=_UNWRITABLE.sub("_", name) if particulars.id is None else checked_id(particulars.id, where),
        text=text,
        digest="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
        title=particulars.title,
        blocks=tuple(blocks),
        published=particulars.published,
        publisher=particulars.publisher,
        author=particulars.author,
        section=particulars.section,
        source=particulars.source,
    )


def checked_id(name: str, where: str) -> str:
    """The identifier itself, if `{name}.json` can be a file in a folder of the user's choice.

    Raises SourceError where it is blank or too long, begins with a dot, or holds a separator of paths
    or a control character.
    """
    unfit = name != name.strip() or name.startswith(".") or len(name.encode(errors="replace")) > _LONGEST_ID
    if not name or unfit or any(letter in "/\\:" or unicodedata.category(letter)[0] == "C" for letter in name):
        raise SourceError(
            f"id “{printable(name)}” không dùng làm tên tệp được; hãy đặt tên ngắn, không có / \\ : và không mở đầu "
            "bằng dấu chấm",
            f"the id “{printable(name)}” can be no file name; choose a short one without / \\ : and without a dot "
            "in front",
            where=where,
        )
    return name


def is_vietnamese(article: Article) -> bool:
    """Whether the text is Vietnamese with its marks: one word in eight has a letter of Vietnamese alone."""
    words = re.findall(r"[^\W\d_]+", article.text)
    marked = sum(map(_is_marked, words))
    return bool(words) and marked / len(words) >= 0.125


def _is_marked(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word.lower())
    return "đ" in letters or any(mark in letters for mark in _VIETNAMESE_MARKS)


def _particulars(said: dict[str, Line], known: Particulars, layout: Layout, where: str) -> Particulars:
    told = {key: line.text for key, line in said.items() if key != "date"}
    if "date" in said:
        told["published"] = checked_moment(said["date"].text, where)
    seen = layout._asdict()
    return Particulars(*(told.get(key) or one or seen.get(key) for key, one in known._asdict().items()))


def _split(lines: list[Line], where: str) -> tuple[list[Line], list[Line]]:
    """The lines of the front matter (fences left out) and those of the article."""
    if not lines or lines[0].text != _FENCE:
        return [], lines
    for at, line in enumerate(lines[1:], start=1):
        if line.text == _FENCE:
            return lines[1:at], lines[at + 1 :]
    raise SourceError(
        "phần đầu bài mở bằng --- nhưng không có dòng --- đóng lại",
        "the front matter opens with --- but no line --- closes it",
        where=where,
    )


def _front_matter(front: list[Line], where: str) -> dict[str, Line]:
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
                where=where,
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


def checked_moment(written: str, where: str) -> str:
    """`moment_of` for what a user wrote. Raises SourceError where it is neither a day nor a moment."""
    if moment := moment_of(written):
        return moment
    raise SourceError(
        f"ngày «{printable(written)}» không đúng; hãy viết như 2022-10-23 hoặc 2022-10-23T15:20",
        f"the date “{printable(written)}” is wrong; write it as 2022-10-23 or 2022-10-23T15:20",
        where=where,
    )


def moment_of(written: str) -> str | None:
    """A day (2022-10-23, 23/10/2022), or a moment of ISO 8601 in Việt Nam's zone; None for anything else."""
    try:
        if len(written) <= 10:
            day = re.sub(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$", r"\3-\2-\1", written)
            return date(*map(int, day.split("-"))).isoformat()
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(_VIET_NAM) if moment.tzinfo else moment.replace(tzinfo=_VIET_NAM)).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def printable(written: str) -> str:
    """The beginning of what was written, fit for a line of an error."""
    return "".join(letter if letter.isprintable() else "�" for letter in written[:60])
