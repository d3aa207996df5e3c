"""What a web page says of itself: its data for machines (JSON-LD, OpenGraph, meta) and its printed lines."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from hbtgraph.resources import table
from hbtgraph.sources.layout import Dateline, read_dateline
from hbtgraph.sources.text import moment_of
from hbtgraph.vietnamese.text import key

_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg", "select", "textarea", "head")
_INSIDE_WORDS = ("b", "i", "em", "strong", "u", "font", "sup", "sub")
_INSIDE_LINES = ("a", "span", "time", "small", "label", "abbr", "cite", "q", "mark", "img")
_NEAR = 8  # lines that may stand between a title and its first paragraph
_TITLES = ("og:title", "twitter:title")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "dc.date.issued",
)
_NOTHING = Dateline(None, None)


class Said(NamedTuple):
    """What the page's data tell; `window` is the title of the browser's window, others may be absent too."""

    titles: tuple[str, ...]
    window: str
    published: str | None
    publisher: str | None
    author: str | None
    section: str | None
    url: str | None


def said_by(tree: Any, url: str | None) -> Said:
    """Reads the page's data; JSON-LD goes before OpenGraph, and that before other meta elements."""
    item, meta = _article_item(tree), _meta(tree)
    publisher = _name(item.get("publisher")) or meta.get("og:site_name")
    author = _name(item.get("author")) or meta.get("author") or meta.get("article:author")
    days = (_text(item.get("datePublished")), *(meta.get(name) for name in _DAYS))
    titles = (_text(item.get("headline")), *(meta.get(name) for name in _TITLES))
    return Said(
        titles=tuple(title for title in titles if title),
        window=_text(tree.findtext(".//title")) or "",
        published=next((moment for day in days if day and (moment := moment_of(day))), None),
        publisher=publisher,
        author=None if author and ("://" in author or author == publisher) else author,
        section=_text(item.get("articleSection")) or meta.get("article:section"),
        url=_address(tree, meta, url),
    )


def is_site_name(title: str, said: Said) -> bool:
    """Whether this is the name of a site, which stands in a page's title where no editor put a better one."""
    return key(title) == key(said.publisher or "") or key(title).startswith(_words("site"))


def lines_of_page(tree: Any) -> list[str]:
    """The page's lines from top to bottom, as a reader sees them; a label is joined to what it labels."""
    found, label = [], ""
    for raw in "".join(_pieces(tree)).split("\n"):
        if line := " ".join(f"{label} {raw}".split()):
            label = line if key(line).rstrip(" :") in _words("posted") else ""
            if not label:
                found.append(line)
    return found


def heading_above(lines: list[str], lead: str) -> str | None:
    """The short line that stands over the first paragraph, but for a dateline; None where there is none."""
    first = _place(lines, lead)
    near = [line for line in lines[max(0, first - 3) : first] if not read_dateline(line)] if first < len(lines) else []
    return next((line for line in reversed(near) if 4 <= len(line.split()) <= 40 and not line.endswith(".")), None)


def printed_dateline(lines: list[str], title: str, lead: str) -> Dateline:
    """The page's own line on when it appeared.

    That is the line nearest to the title that says so ("Ngày đăng"), else a line with a day alone which
    stands between title and text, or right above the title. Other days are of other things.
    """
    first = _place(lines, lead)
    heads = [at for at, line in enumerate(lines) if key(line) == key(title)]
    head = max((at for at in heads if at < first), default=heads[0] if heads else None)
    dated = {at: told for at, line in enumerate(lines) if (told := read_dateline(line)) and told.published}
    labelled = [at for at in dated if any(word in key(lines[at]) for word in _words("posted"))]
    if labelled:
        return _told(lines, dated, min(labelled, key=lambda at: abs(at - (first if head is None else head))))
    if head is None:
        return _NOTHING
    below = [at for at in dated if head < at < min(first, head + _NEAR)]
    above = [head - 1] if head - 1 in dated else []
    return _told(lines, dated, (below + above)[0]) if below + above else _NOTHING


def _place(lines: list[str], lead: str) -> int:
    """Where the first paragraph begins."""
    return next((at for at, line in enumerate(lines) if line.startswith(lead[:40])), len(lines))


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


def _article_item(tree: Any) -> dict[str, Any]:
    """The first object of JSON-LD that is an article; what does not parse says nothing."""
    for script in tree.iterfind(".//script[@type]"):
        if "ld+json" in script.get("type"):
            try:
                data = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for item in _items(data):
                kinds = item.get("@type")
                if any(
                    str(kind).endswith(("Article", "Posting"))
                    for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    return item
    return {}


def _items(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for part in data:
            yield from _items(part)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"))


def _name(value: object) -> str | None:
    """The name of a JSON-LD thing, or the names of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    words: list[str] = html.unescape(value).split() if isinstance(value, str) else []
    return " ".join(words) or None


def _meta(tree: Any) -> dict[str, str]:
    """Name, property or itemprop to content, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := _text(element.get("content")):
            found.setdefault(name.lower(), content)
    return found


def _address(tree: Any, meta: dict[str, str], url: str | None) -> str | None:
    """The canonical address, if it leads to a page and not merely to a site; else where the page came from."""
    links: list[str] = [
        link.get("href") for link in tree.iterfind(".//link[@rel][@href]") if "canonical" in link.get("rel").lower()
    ]
    for written in filter(None, (*links, meta.get("og:url"))):
        try:
            whole = str(urldefrag(urljoin(url or "", written.strip())).url)
            parts = urlsplit(whole)
        except ValueError:
            continue  # no address at all
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return whole
    return urldefrag(url).url if url else None


@cache
def _words(use: str) -> tuple[str, ...]:
    return tuple(key(row["word"]) for row in table("page-words") if row["use"] == use)
