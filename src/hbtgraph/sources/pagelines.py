"""What a web page shows: its lines from top to bottom, and what stands around the text of its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from hbtgraph.resources import table
from hbtgraph.sources.layout import Dateline, read_dateline
from hbtgraph.vietnamese.text import key

_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg", "select", "textarea", "head")
_INSIDE_WORDS = ("b", "i", "em", "strong", "u", "font", "sup", "sub")
_INSIDE_LINES = ("a", "span", "time", "small", "label", "abbr", "cite", "q", "mark", "img")
_NEAR = 8  # lines that may stand between a title and its first paragraph
_HEADINGS = ("h1", "h2", "h3")
_TITLE_CLASS = re.compile(r"(?<![a-z])(?:title|tieu-?_?de|headline)(?![a-rt-z])", re.IGNORECASE)
_FEWEST_LEAD_WORDS = 12
_LEAD_WORDS = 15  # from so many on a line needs no full stop to be a lead
_MOST_LINK_WORDS = 25
_OPENING = 40  # letters that tell a paragraph from others
_NOTHING = Dateline(None, None)


def lines_of_page(tree: Any) -> list[str]:
    """The page's lines from top to bottom, as a reader sees them; a label is joined to what it labels."""
    found, label = [], ""
    for raw in "".join(_pieces(tree)).split("\n"):
        if line := " ".join(f"{label} {raw}".split()):
            label = line if key(line).rstrip(" :") in page_words("posted") else ""
            if not label:
                found.append(line)
    return found


def parted_as_shown(paragraphs: list[str], lines: list[str]) -> list[str]:
    """The paragraphs, those parted again that hold two or more whole lines of the page and nothing else."""
    openings: dict[str, list[str]] = {}
    for line in lines:
        openings.setdefault(line.split()[0], []).append(line)
    return [part for paragraph in paragraphs for part in _parts(paragraph, openings) or [paragraph]]


def _parts(paragraph: str, openings: dict[str, list[str]]) -> list[str]:
    """The lines that the paragraph is made of; empty where it is made of others."""
    parts, rest = [], paragraph
    while rest:
        fitting = [line for line in openings.get(rest.split()[0], []) if f"{rest} ".startswith(f"{line} ")]
        if not fitting:
            return []
        parts.append(max(fitting, key=len))
        rest = rest[len(parts[-1]) :].lstrip()
    return parts


def heading_above(lines: list[str], lead: str) -> str | None:
    """The short line that stands over the first paragraph, but for a dateline; None where there is none."""
    first = _place(lines, lead)
    near = [line for line in lines[max(0, first - 3) : first] if not read_dateline(line)] if first < len(lines) else []
    return next((line for line in reversed(near) if may_head(line) and not line.endswith(".")), None)


def titled_above(tree: Any, lines: list[str], lead: str) -> str | None:
    """The line nearest above the first paragraph that the page's makers mark as title or heading, else None."""
    first = _place(lines, lead)
    called = {
        " ".join(element.text_content().split())
        for element in tree.xpath(".//*[@class or @id] | .//h1 | .//h2 | .//h3")
        if element.tag in _HEADINGS or _TITLE_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}")
    }
    near = lines[max(0, first - _NEAR) : first] if first < len(lines) else []
    return next((line for line in reversed(near) if line in called and may_head(line)), None)


def may_head(line: str) -> bool:
    """Whether the line is as long as titles are."""
    return 3 <= len(line.split()) <= 40


def below_title(paragraphs: list[str], lines: list[str], title: str, lead: str) -> list[str]:
    """The paragraphs without the title and the lines above it, menus mostly, that were taken for text."""
    head = _head(lines, title, _place(lines, lead))
    above = {key(line) for line in (title, *lines[: 0 if head is None else head])}
    start = next((at for at, line in enumerate(paragraphs) if key(line) not in above), 0)
    return paragraphs[start:]


def lead_apart(lines: list[str], title: str, first: str, description: str | None) -> list[str]:
    """Sentences between the title and the first paragraph found: papers set the lead apart from the text.

    Where such a line ends with the page's description it is that: a place may be printed before it.
    """
    end = _place(lines, first)
    head = _head(lines, title, end)
    if head is None or not head < end < min(len(lines), head + _NEAR):
        return []
    between = [line for line in lines[head + 1 : end] if not read_dateline(line) and _may_lead(line)]
    return [description if description and line.endswith(description) else line for line in between]


def _may_lead(line: str) -> bool:
    words, closed = len(line.split()), line.rstrip("”\"')").endswith((".", "!", "?", "…"))
    return words >= _LEAD_WORDS or (closed and words >= _FEWEST_LEAD_WORDS)


def without_other_news(paragraphs: list[str]) -> list[str]:
    """The text without headings such as "Tin liên quan", and without what follows one if that is but links."""
    kept: list[str] = []
    for at, line in enumerate(paragraphs):
        if key(line).strip(" :.>") not in page_words("more"):
            kept.append(line)
        elif all(len(after.split()) < _MOST_LINK_WORDS for after in paragraphs[at:]):
            break
    return kept or paragraphs


def printed_dateline(lines: list[str], title: str, lead: str) -> Dateline:
    """The page's own line on when it appeared.

    That is the line nearest to the title that says so ("Ngày đăng"), else a line with a day alone which
    stands between title and text, or right above the title. Other days are of other things.
    """
    first = _place(lines, lead)
    head = _head(lines, title, first)
    dated = {at: told for at, line in enumerate(lines) if (told := read_dateline(line)) and told.published}
    labelled = [at for at in dated if any(word in key(lines[at]) for word in page_words("posted"))]
    if labelled:
        return _told(lines, dated, min(labelled, key=lambda at: abs(at - (first if head is None else head))))
    if head is None:
        return _NOTHING
    below = [at for at in dated if head < at < min(first, head + _NEAR)]
    above = [head - 1] if head - 1 in dated else []
    return _told(lines, dated, (below + above)[0]) if below + above else _NOTHING


def _head(lines: list[str], title: str, first: int) -> int | None:
    """Where the title stands: last above the first paragraph; None where it does not."""
    heads = [at for at, line in enumerate(lines) if key(line) == key(title)]
    return max((at for at in heads if at < first), default=heads[0] if heads else None)


def _place(lines: list[str], paragraph: str) -> int:
    """Where a paragraph begins: two may open with the same words, and a line may hold more than one."""
    for opening in (paragraph, paragraph[:_OPENING]):
        if (found := next((at for at, line in enumerate(lines) if opening in line), None)) is not None:
            return found
    return len(lines)


def _told(lines: list[str], dated: dict[int, Dateline], at: int) -> Dateline:
    """A section is one only in front of the day: behind it stand authors, places, numbers of readers."""
    section = dated[at].section
    return dated[at]._replace(section=section if section and lines[at].startswith(section) else None)


def _pieces(tree: Any) -> Iterator[str]:
    """The page's text with a line end at every edge of a block."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        edge = "" if event in ("comment", "pi") else _edge(element.tag)
        if event == "start":
            if element.tag in _UNSEEN:
                walk.skip_subtree()
            else:
                yield edge + _flat(element.text)
        else:
            yield edge + _flat(element.tail)


def _edge(tag: str) -> str:
    return "" if tag in _INSIDE_WORDS else " " if tag in _INSIDE_LINES else "\n"


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


@cache
def page_words(use: str) -> tuple[str, ...]:
    """The words of page-words.csv for one use, as keys."""
    return tuple(key(row["word"]) for row in table("page-words") if row["use"] == use)
