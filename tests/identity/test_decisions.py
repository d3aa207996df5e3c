"""The file of decisions: only added to, read whole or not at all, and never of two minds."""

from __future__ import annotations

from pathlib import Path

import pytest

from hbtgraph.config import BASE, decisions_location
from hbtgraph.errors import DecisionError
from hbtgraph.identity import Decision, Verdict, decided, read_decisions, standing, write_decisions

A, B, C = (f"{BASE}id/person-{letter}" for letter in "abc")


def line(number: int, verdict: Verdict, a: str, b: str = "") -> Decision:
    return Decision(number=number, when="2022-10-24", who="Sen", decision=verdict, a=a, b=b, why="có lý do, rõ ràng")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "moi" / "quyet-dinh.csv"
    lines = (line(1, "same", A, B), line(2, "split", A, f"{A} {B}"), line(3, "undo", "2"))
    write_decisions(file, lines)
    assert read_decisions(file) == lines
    assert read_decisions(tmp_path / "khong-co.csv") == ()


def test_a_decision_undone_stands_no_longer_and_its_undoing_can_be_undone() -> None:
    lines = [line(1, "same", A, B), line(2, "undo", "1"), line(3, "undo", "2")]
    assert standing(lines[:2]) == ()
    assert [one.number for one in standing(lines)] == [1]


def test_a_split_parts_every_pair() -> None:
    assert len(decided([line(1, "split", A, f"{A} {B} {C}")]).apart) == 3


def test_decisions_that_go_round_in_a_circle_are_refused() -> None:
    circle = [line(1, "same", A, B), line(2, "same", B, C), line(3, "different", A, C)]
    with pytest.raises(DecisionError, match="3"):
        decided(circle)
    assert decided([*circle, line(4, "undo", "2")]).apart == ((A, C),)


HEADER = "number,when,who,decision,a,b,why\n"
BROKEN = {
    "cut short": f"{HEADER}1,2022-10-24,Sen,same,{A},{B},cùng",
    "a column lost": f"{HEADER}1,2022-10-24,Sen,same,{A},{B}\n",
    "misnumbered": f"{HEADER}2,2022-10-24,Sen,same,{A},{B},cùng một người\n",
    "an unknown verdict": f"{HEADER}1,2022-10-24,Sen,similar,{A},{B},cùng một người\n",
    "no IRI": f"{HEADER}1,2022-10-24,Sen,same,{A},Trần Văn Sen,cùng một người\n",
    "nothing to undo": f"{HEADER}1,2022-10-24,Sen,undo,4,,nhầm\n",
    "another header": "a,b\n",
    "empty": "",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    file = tmp_path / "quyet-dinh.csv"
    file.write_text(BROKEN[name], encoding="utf-8")
    with pytest.raises(DecisionError) as caught:
        read_decisions(file)
    assert "\n" not in str(caught.value)
    assert str(file) in str(caught.value)


def test_the_file_lies_beside_the_store_unless_it_is_named(tmp_path: Path) -> None:
    assert decisions_location(None, str(tmp_path / "kho"), {}) == tmp_path / "kho.decisions.csv"
    assert decisions_location("x.csv", str(tmp_path), {}) == Path("x.csv")
    assert decisions_location(None, "kho", {"HBTGRAPH_DECISIONS": "y.csv"}) == Path("y.csv")
    assert decisions_location(None, "memory:", {}) is None
    assert decisions_location(None, "sparql+http://localhost", {}) is None
