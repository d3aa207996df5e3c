"""Who is who, from a program: mentions, doubts, decisions and tombstones."""

from __future__ import annotations

from pathlib import Path

import pytest

import hbtgraph
from hbtgraph import DecisionError, KnowledgeGraph

SENTENCES = {
    "mot": "Phó Chủ tịch UBND quận Hồ Sen Phạm Thị Hà cho biết quận đã họp.",
    "hai": "Giám đốc Sở Y tế Hà Nội Phạm Thị Hà cho biết sở đã họp.",
    "ba": "Phó Chủ tịch UBND quận Hồ Sen Phạm Thị Hạ cho biết quận đã họp.",
}


@pytest.fixture
def kg(tmp_path: Path) -> KnowledgeGraph:
    """A graph of three articles, with a file of decisions beside its folder."""
    for name, sentence in SENTENCES.items():
        front = "---\ntitle: Tin ngày thường\ndate: 2022-10-23\n---\n"
        (tmp_path / f"{name}.txt").write_text(f"{front}{sentence}\n", encoding="utf-8")
    graph = hbtgraph.open(tmp_path / "kho")
    graph.add(*sorted(tmp_path.glob("*.txt")))
    return graph


def person(kg: KnowledgeGraph, article: str) -> str:
    return next(one.entity for one in kg.mentions(article) if one.kind == "person")


def test_a_mention_says_where_who_and_by_which_rule(kg: KnowledgeGraph) -> None:
    words = {(one.text, one.kind) for one in kg.mentions("mot")}
    assert ("Phạm Thị Hà", "person") in words
    assert ("UBND quận Hồ Sen", "body") in words


def test_doubts_are_pairs_with_words(kg: KnowledgeGraph) -> None:
    (doubt,) = kg.doubts()
    assert {doubt.a.label, doubt.b.label} == {"Phạm Thị Hà", "Phạm Thị Hạ"}


def test_decisions_are_kept_followed_and_undone(kg: KnowledgeGraph) -> None:
    one, other = person(kg, "mot"), person(kg, "hai")
    taken = kg.same(one, other, why="cùng một người", who="Sen")
    assert (taken.number, taken.who) == (1, "Sen")
    assert person(kg, "mot") == person(kg, "hai")
    assert kg.evidence(one) == kg.evidence(other), "the tombstone leads to the one that stayed"
    kg.undo(1, why="nhìn nhầm", who="Sen")
    assert (person(kg, "mot"), person(kg, "hai")) == (one, other)
    kg.different(one, other, why="khác năm sinh", who="Sen")
    with pytest.raises(DecisionError):
        kg.same(one, other, why="nghĩ lại", who="Sen")


def test_a_graph_in_memory_needs_a_named_file(tmp_path: Path) -> None:
    with hbtgraph.open("memory:") as graph, pytest.raises(DecisionError, match="decisions="):
        graph.same("a", "b", why="x")
