"""Whatever is added, changed and retracted in whatever order: the graph is that of the articles that are left."""

from __future__ import annotations

import random

import pytest
from tests.pipeline.histories import THEN, by_chance, shape

from hbtgraph import pipeline
from hbtgraph.model import Article
from hbtgraph.rdf.terms import HBT
from hbtgraph.store import MEMORY, Store, open_store


def _lived(steps: int, seed: int) -> tuple[Store, dict[str, Article]]:
    """A store after so many steps, and the articles that are in it."""
    chance = random.Random(seed)
    store = open_store(MEMORY)
    left: dict[str, Article] = {}
    for step in range(steps):
        doing = chance.random()
        if left and doing < 0.25:
            name = chance.choice(sorted(left))
            pipeline.retract(store, name)
            del left[name]
            continue
        changed = bool(left) and doing < 0.5
        name = chance.choice(sorted(left)) if changed else f"bai-{step:03}"
        left[name] = by_chance(name, random.Random(f"{seed} {step}"))
        pipeline.add_articles(store, [left[name]], started=THEN)
    return store, left


@pytest.mark.parametrize("seed", [3, 4])
def test_two_hundred_steps_leave_the_graph_of_what_is_left(seed: int) -> None:
    lived, left = _lived(200, seed)
    with lived, open_store(MEMORY) as built:
        pipeline.add_articles(built, left.values(), started=THEN)
        assert shape(lived) == shape(built)
        assert pipeline.check(lived).conforms


def test_many_articles_one_by_one_in_another_order_are_the_same_facts() -> None:
    articles = [by_chance(f"bai-{number:03}", random.Random(number)) for number in range(60)]
    with open_store(MEMORY) as together, open_store(MEMORY) as singly:
        pipeline.add_articles(together, articles, started=THEN)
        for article in random.Random(5).sample(articles, len(articles)):
            pipeline.add_articles(singly, [article], started=THEN)
        assert shape(singly) == shape(together)
        assert sum(quad.predicate == HBT.keptBy for quad in together.quads()) > 5  # promises and reports among them
