"""The list of promises and reports is sound, and the links made on its invented articles are nearly all right."""

from __future__ import annotations

import pytest
from tests.bench.test_persons import loaded

from hbtgraph.model import Span

promises = loaded("promises")
Pair, Place = promises.Pair, promises.Place
OWN = {article.id: article for article in map(promises.read_article, sorted(promises.OWN.glob("*.txt")))}


def _pair(promise: str, report: str, at: int = 0, *, right: bool = True) -> object:
    return Pair(Place(promise, Span(at, at + 10)), Place(report, Span(5, 9)), "event", right)


def test_the_list_is_long_enough_and_its_words_stand_in_the_articles() -> None:
    listed = promises.pairs()
    assert sum(pair.right for pair in listed) >= 30
    assert sum(not pair.right for pair in listed) >= 20
    assert len({(pair.promise, pair.report) for pair in listed}) == len(listed)
    for pair in listed:
        for place in (pair.promise, pair.report):
            if place.article in OWN:
                words = place.span.of(OWN[place.article].text)
                assert words == words.strip() != ""
                assert "\n" not in words


def test_a_link_is_right_only_between_the_words_of_one_right_pair() -> None:
    listed = [_pair("a", "b"), _pair("a", "c", right=False)]
    found = [_pair("a", "b", at=4), _pair("a", "c"), _pair("a", "b", at=50)]
    of = promises.score(found, listed, lambda _: True)
    assert (of.right, of.found, of.told, of.there) == (1, 3, 1, 1)
    assert of.precision == pytest.approx(1 / 3)


def test_nine_links_in_ten_are_right_on_the_invented_articles() -> None:
    listed = [pair for pair in promises.pairs() if pair.promise.article in OWN]
    with promises.open_store(promises.MEMORY) as store:
        promises.pipeline.add_articles(store, OWN.values())
        ids = {held.iri: held.id for held in promises.pipeline.articles(store)}
        of = promises.score(list(promises.links(store, ids)), listed, lambda _: True)
    assert of.precision >= 0.9
    assert of.recall >= 0.8
