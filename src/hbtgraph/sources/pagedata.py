"""What a web page says of itself in its data for machines: JSON-LD, OpenGraph, meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from hbtgraph.sources.pagelines import page_words
from hbtgraph.sources.text import moment_of
from hbtgraph.vietnamese.text import key

_TITLES = ("og:title", "twitter:title")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "dc.date.issued",
)


class Said(NamedTuple):
    """What the page's data tell; `window` is the title of the browser's window, others may be absent too."""

    titles: tuple[str, ...]
    window: str
    description: str | None
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
        description=_text(item.get("description")) or meta.get("og:description") or meta.get("description"),
        published=next((moment for day in days if day and (moment := moment_of(day))), None),
        publisher=publisher,
        author=author if author and _is_person(author) and key(author) != key(publisher or "") else None,
        section=_text(item.get("articleSection")) or meta.get("article:section"),
        url=_address(tree, meta, url),
    )


def _is_person(author: str) -> bool:
    """Whether this may be the names of people, and not of an account, an office or an address."""
    words = re.findall(r"[^\W_]+", author)
    capital = all(word[0].isupper() for word in words)
    return (
        len(words) >= 2
        and capital
        and not f"{key(author)} ".startswith(tuple(f"{word} " for word in page_words("maker")))
    )


def is_site_name(title: str, said: Said) -> bool:
    """Whether this is the name of a site, which stands in a page's title where no editor put a better one."""
    return key(title) == key(said.publisher or "") or key(title).startswith(page_words("site"))


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
