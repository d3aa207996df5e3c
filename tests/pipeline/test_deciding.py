"""Decisions of people: carried out, kept, undone; a wrong one changes nothing. And what is in doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pipeline.test_identities import BOTH, HALL, OFFICE, THEN, held, people, shape, told

from hbtgraph import pipeline
from hbtgraph.errors import DecisionError
from hbtgraph.identity import Verdict, decided, read_decisions
from hbtgraph.pipeline import memory
from hbtgraph.pipeline.deciding import decide
from hbtgraph.pipeline.naming import doubts, mentions
from hbtgraph.store import Store, alive

DEPUTY = f"Phó {HALL}".replace("Trần Văn Sen", "Phạm Thị Hà")
WRONG_TONE = DEPUTY.replace("Hà cho", "Hạ cho")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quyet-dinh.csv"


def take(store: Store, file: Path, verdict: Verdict, *sides: str) -> None:
    decide(store, file, verdict, sides, who="Sen", when="2022-10-24", why="đã hỏi lại")


def test_same_joins_and_undo_parts_again(file: Path) -> None:
    store = held(told("a", HALL), told("b", OFFICE))
    before = shape(store)
    first, second = sorted(people(store))
    take(store, file, "same", first, second)
    assert people(store) == {first}
    assert alive(store, second) == first
    take(store, file, "undo", "1")
    assert people(store) == {first, second}
    assert alive(store, second) == second
    assert shape(store) == before


def test_different_is_never_joined_again(file: Path) -> None:
    store = held(told("a", HALL), told("b", OFFICE), told("c", BOTH))
    (whole,) = people(store)
    births = {one.entity for one in mentions(held(told("a", HALL), told("b", OFFICE))) if one.kind == "person"}
    take(store, file, "different", *sorted(births))
    assert len(people(store)) == 2
    pairs = decided(read_decisions(file))
    pipeline.add_articles(store, [told("d", BOTH), told("e", HALL)], started=THEN, decided=pairs)
    assert len(people(store)) == 2
    assert whole in people(store)


def test_a_build_from_the_file_gives_what_was_decided_by_hand(file: Path) -> None:
    articles = [told("a", HALL), told("b", OFFICE), told("c", HALL)]
    store = held(*articles)
    take(store, file, "same", *sorted(people(store)))
    assert shape(store) == shape(held(*articles, decided=decided(read_decisions(file))))


def test_split_gives_each_article_its_own(file: Path) -> None:
    store = held(told("a", HALL), told("b", HALL), told("c", HALL))
    take(store, file, "split", *people(store))
    assert len(people(store)) == 3


@pytest.mark.parametrize(
    ("verdict", "sides"),
    [
        ("same", ("person-khong-co", "person-cung-khong")),
        ("split", ("person-khong-co",)),
        ("undo", ("7",)),
        ("undo", ("một",)),
    ],
)
def test_what_cannot_be_decided_changes_nothing(file: Path, verdict: Verdict, sides: tuple[str, ...]) -> None:
    store = held(told("a", HALL), told("b", OFFICE))
    before = sorted(map(str, store.quads()))
    with pytest.raises(DecisionError):
        take(store, file, verdict, *sides)
    assert sorted(map(str, store.quads())) == before
    assert not file.exists()


def test_a_contradiction_changes_nothing(file: Path) -> None:
    store = held(told("a", HALL), told("b", OFFICE))
    first, second = sorted(people(store))
    take(store, file, "different", first, second)
    before, kept = sorted(map(str, store.quads())), file.read_bytes()
    with pytest.raises(DecisionError, match="undo"):
        take(store, file, "same", first, second)
    assert sorted(map(str, store.quads())) == before
    assert file.read_bytes() == kept


def test_a_mention_has_its_words_and_its_rule() -> None:
    store = held(told("a", HALL), told("b", HALL))
    found = [one for one in mentions(store, ["a"]) if one.kind == "person"]
    assert {(one.text, one.rule, one.score) for one in found} == {("Trần Văn Sen", "same-body", 0.97)}
    text = memory.texts(store, ["a"])["a"]
    assert all(text[one.start : one.end] == one.text for one in mentions(store, ["a"]))


def test_names_that_differ_in_tone_marks_at_one_body_are_in_doubt_with_the_words_of_both() -> None:
    store = held(told("a", DEPUTY), told("b", WRONG_TONE))
    (doubt,) = doubts(store)
    assert {doubt.a.label, doubt.b.label} == {"Phạm Thị Hà", "Phạm Thị Hạ"}
    assert doubt.a.label in doubt.a.words
    assert doubt.b.label in doubt.b.words
    assert doubt.reason_vi
    assert doubt.reason_en
