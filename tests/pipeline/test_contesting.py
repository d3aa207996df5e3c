"""Contradictions follow what is added, changed, retracted and decided, in whatever order."""

from __future__ import annotations

import random

import pytest
from tests.pipeline.histories import THEN, shape, told

from hbtgraph import pipeline
from hbtgraph.contradictions import CONTESTED_GRAPH
from hbtgraph.model import Article
from hbtgraph.rdf.terms import HBT
from hbtgraph.store import MEMORY, Store, open_store

TOTAL = "Năm 2022, thu ngân sách quận Hồ Sen đạt {} tỷ đồng."
HEAD, DEPUTY = (f"Ông Trần Văn Sen, {post} UBND quận Hồ Sen, đã dự." for post in ("Chủ tịch", "Phó Chủ tịch"))
RATIO = "Có 81/96 hộ ký cam kết, đạt tỷ lệ {}%."


def held(*articles: Article) -> Store:
    store = open_store(MEMORY)
    pipeline.add_articles(store, articles, started=THEN)
    return store


def contested(store: Store) -> int:
    return sum(quad.object == HBT.Contradiction for quad in store.quads([CONTESTED_GRAPH.value]))


def marked(store: Store) -> set[str]:
    return {str(quad.subject).split("/")[-1].split("-")[0] for quad in store.quads() if quad.predicate == HBT.contested}


def test_an_article_that_comes_later_contests_and_its_retraction_settles() -> None:
    store = held(told("a", TOTAL.format("8.602,658")))
    assert contested(store) == 0
    pipeline.add_articles(store, [told("b", TOTAL.format("8.702"))], started=THEN)
    assert contested(store) == 1
    assert marked(store) == {"observation"}
    pipeline.retract(store, "a")
    assert not list(store.quads([CONTESTED_GRAPH.value]))


def test_a_corrected_article_contests_no_longer() -> None:
    store = held(told("a", TOTAL.format("8.602,658")), told("b", TOTAL.format("8.702")))
    pipeline.add_articles(store, [told("b", TOTAL.format("hơn 8.600"))], started=THEN)
    assert contested(store) == 0
    assert marked(store) == set()


def test_a_wrong_ratio_goes_with_its_article_and_leaves_others() -> None:
    store = held(told("a", RATIO.format("91,4")), told("b", RATIO.format("93")))
    assert contested(store) == 2
    pipeline.retract(store, "a")
    assert contested(store) == 1


def test_nothing_is_said_in_the_articles_own_graphs() -> None:
    store = held(told("a", HEAD), told("b", DEPUTY))
    assert contested(store) == 1
    assert {quad.graph_name for quad in store.quads() if quad.predicate == HBT.contested} == {CONTESTED_GRAPH}
    assert pipeline.check(store).conforms


def _by_chance(name: str, chance: random.Random) -> Article:
    total = TOTAL.format(chance.choice(["8.602,658", "8.702", "hơn 8.600", "9.000"]))
    post, ratio = chance.choice([HEAD, DEPUTY]), RATIO.format(chance.choice(["84,4", "85", "86"]))
    day = chance.choice(["2022-10-20", "2022-10-23"])
    plan = f"UBND quận Hồ Sen đã ban hành Kế hoạch số 3/KH-UBND ngày {chance.choice(['12', '9'])}-1-2022."
    return told(name, *chance.sample([total, post, ratio, plan], 3), day=day)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_in_whatever_order_the_contradictions_are_those_of_what_is_left(seed: int) -> None:
    chance = random.Random(seed)
    left: dict[str, Article] = {}
    with open_store(MEMORY) as lived, open_store(MEMORY) as built:
        for step in range(40):
            name = f"bai-{chance.randint(0, 9)}"
            if name in left and chance.random() < 0.4:
                pipeline.retract(lived, name)
                del left[name]
            else:
                left[name] = _by_chance(name, random.Random(f"{seed} {step}"))
                pipeline.add_articles(lived, [left[name]], started=THEN)
        pipeline.add_articles(built, left.values(), started=THEN)
        assert contested(lived) > 0
        assert shape(lived) == shape(built)
