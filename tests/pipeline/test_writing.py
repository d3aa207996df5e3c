"""Articles are written a portion at a time; an error ends it after a whole portion."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pytest

from hbtgraph import pipeline
from hbtgraph.errors import StoreError
from hbtgraph.model import Article, Block, Span
from hbtgraph.pipeline import writing
from hbtgraph.pipeline.commit import Ready
from hbtgraph.pipeline.commit import commit as real
from hbtgraph.store import MEMORY, Store, open_store


def article(name: str) -> Article:
    text = f"Chủ tịch UBND quận Tây Hồ Trần Văn Sen dự họp ở tổ {name}."
    digest = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    blocks = (Block(kind="paragraph", span=Span(0, len(text))),)
    return Article(id=name, text=text, digest=digest, title=f"Tin tổ {name}", blocks=blocks, published="2022-10-23")


def held(store: Store) -> set[str]:
    return {name for name in ("a", "b", "c", "d") if any(f"article-{name}" in graph for graph in store.graph_names())}


def test_progress_tells_of_each_article_when_it_is_in_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_TOGETHER", 1)
    with open_store(MEMORY) as store:
        told: list[tuple[str, bool]] = []
        pipeline.add_articles(
            store, map(article, "abc"), progress=lambda name: told.append((name, name in held(store)))
        )
    assert told == [*((name, False) for name in "abc"), *((name, True) for name in "abc")]


def test_what_cannot_be_written_ends_it_and_nothing_behind_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    portions: list[int] = []

    def fails_once(store: Store, articles: Iterable[Ready]) -> None:
        articles = list(articles)
        portions.append(len(articles))
        if len(portions) == 2:
            raise StoreError("hết chỗ trống", "no space is left")
        real(store, articles)

    monkeypatch.setattr(writing, "_TOGETHER", 1)
    monkeypatch.setattr(writing, "commit", fails_once)
    told: list[str] = []
    with open_store(MEMORY) as store:
        with pytest.raises(StoreError):
            pipeline.add_articles(store, map(article, "abcd"), progress=told.append)
        assert held(store) == {"a"}
    assert told == ["a", "b", "c", "d", "a"]
    assert portions == [1, 1]


def test_after_such_an_error_the_same_articles_can_be_added_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(store: Store, articles: Iterable[Ready]) -> None:
        raise StoreError("hết chỗ trống", "no space is left")

    with open_store(MEMORY) as store:
        monkeypatch.setattr(writing, "commit", fails)
        with pytest.raises(StoreError):
            pipeline.add_articles(store, map(article, "ab"))
        assert held(store) == set()
        monkeypatch.setattr(writing, "commit", real)
        summary = pipeline.add_articles(store, map(article, "ab"))
        assert [outcome.state for outcome in summary.outcomes] == ["added", "added"]
        assert held(store) == {"a", "b"}
