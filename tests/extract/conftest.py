"""An article from a few invented sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.context import Context, context
from hbtgraph.extract.figures import figures
from hbtgraph.extract.statements import statements
from hbtgraph.extract.tenures import tenures
from hbtgraph.model import Article, Block, Figure, Span

Read = Callable[..., Context]


def made(*paragraphs: str, title: str = "Bản tin trong ngày", date: str | None = "2023-11-18") -> Article:
    """An article with this title and these paragraphs."""
    text = "\n\n".join((title, *paragraphs))
    blocks, at = [Block(kind="title", span=Span(0, len(title)))], len(title) + 2
    for paragraph in paragraphs:
        blocks.append(Block(kind="paragraph", span=Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    digest = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    return Article(id="bai", text=text, digest=digest, title=title, blocks=tuple(blocks), published=date)


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article of paragraphs; `title=` and `date=` where they matter."""
    return made


@pytest.fixture
def read() -> Read:
    """Makes the context of an article of paragraphs; `title=` and `date=` where they matter."""
    return lambda *paragraphs, **parts: context(made(*paragraphs, **parts))


@pytest.fixture
def found(read: Read) -> Callable[..., list[Figure]]:
    """Reads the figures of an article of paragraphs, as the rules alone tell them."""
    return lambda *paragraphs, **parts: list(figures(read(*paragraphs, **parts), learned=False))


@pytest.fixture
def changes() -> Callable[[Context], list[tuple[str, str | None, str | None, str]]]:
    """Reads the changes of post of an article: who, to or from which post, at which body, and how."""
    return lambda context: [(fact.person, fact.role, fact.organization, fact.action) for fact in appointments(context)]


@pytest.fixture
def said() -> Callable[[Context], list[tuple[str, str]]]:
    """Reads the statements of an article: who spoke, and the words."""
    return lambda context: [(fact.speaker, fact.text) for fact in statements(context)]


@pytest.fixture
def posts() -> Callable[[Context], list[tuple[str, str | None, str | None, str]]]:
    """Reads the posts of an article: who, which, at which body, and whether now or formerly."""
    return lambda context: [(fact.person, fact.role, fact.organization, fact.status) for fact in tenures(context)]
