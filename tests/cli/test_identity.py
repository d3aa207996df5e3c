"""Who is who, from the command line: mentions, doubts, and decisions that are kept, undone and replayed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run
from .test_bad_input import one_line

HALL = "Phó Chủ tịch UBND quận Hồ Sen Phạm Thị Hà cho biết quận đã họp."
OFFICE = "Giám đốc Sở Y tế Hà Nội Phạm Thị Hà cho biết sở đã họp."
TONE = "Phó Chủ tịch UBND quận Hồ Sen Phạm Thị Hạ cho biết quận đã họp."


@pytest.fixture
def added(run: Run, tmp_path: Path) -> Run:
    """A store of three articles: one name at two bodies, and one that differs in a tone mark."""
    for name, sentence in (("mot", HALL), ("hai", OFFICE), ("ba", TONE)):
        (tmp_path / f"{name}.txt").write_text(
            f"---\ntitle: Tin ngày thường\ndate: 2022-10-23\n---\n{sentence}\n", encoding="utf-8"
        )
    assert run("add", *sorted(tmp_path.glob("*.txt"))).code == 0
    return run


def people(run: Run, *articles: str) -> dict[str, str]:
    """Article → IRI of the person that it names."""
    lines = run("mentions", *articles, "--format", "jsonl").out.splitlines()
    return {one["article"]: one["entity"] for one in map(json.loads, lines) if one["kind"] == "person"}


def test_mentions_are_lines_of_what_where_who_and_why(added: Run) -> None:
    first = json.loads(added("mentions", "mot", "--format", "jsonl").out.splitlines()[0])
    assert set(first) == {"article", "start", "end", "text", "kind", "entity", "rule", "score"}
    table = added("mentions", "mot").out
    assert "Phạm Thị Hà" in table
    assert "điểm" in table


def test_review_shows_both_sides_in_their_words(added: Run) -> None:
    (doubt,) = json.loads(added("review", "--format", "json").out)
    assert {doubt["a"]["label"], doubt["b"]["label"]} == {"Phạm Thị Hà", "Phạm Thị Hạ"}
    shown = added("review").out
    assert "Phạm Thị Hạ" in shown
    assert "1 cặp | pairs" in shown


def test_a_decision_joins_is_listed_survives_a_new_build_and_is_undone(added: Run, tmp_path: Path) -> None:
    sides = people(added)
    assert sides["mot"] != sides["hai"]
    said = added("same", sides["mot"], sides["hai"], "--why", "cùng một người", "--who", "Sen")
    assert said.code == 0
    assert "store.decisions.csv" in said.out
    joined = people(added)
    assert joined["mot"] == joined["hai"]
    assert "cùng một người" in added("decisions").out
    anew = people_of_new_build(added, tmp_path)
    assert anew["mot"] == anew["hai"] != anew["ba"]
    assert added("undo", "1", "--why", "nhìn nhầm").code == 0
    assert people(added) == sides
    assert "undone" in added("decisions").out


def people_of_new_build(run: Run, tmp_path: Path) -> dict[str, str]:
    """The same articles in a new store, with the decisions of the old one."""
    options = ("--store", tmp_path / "khac", "--decisions", tmp_path / "store.decisions.csv")
    assert run(*options, "add", *sorted(tmp_path.glob("*.txt"))).code == 0
    lines = run(*options, "mentions", "--format", "jsonl").out.splitlines()
    return {one["article"]: one["entity"] for one in map(json.loads, lines) if one["kind"] == "person"}


def test_the_last_part_of_an_iri_will_do_and_a_tombstone_is_followed(added: Run) -> None:
    sides = people(added)
    short = [sides[name].rpartition("/")[2] for name in ("mot", "hai")]
    assert added("same", *short, "--why", "cùng một người").code == 0
    gone = next(iri for iri in (sides["mot"], sides["hai"]) if iri != people(added)["mot"])
    assert "Phạm Thị Hà" in added("query", "evidence", "--thing", gone).out
    assert added("different", *short, "--why", "khác").code == 2


def test_split_parts_what_rules_joined(added: Run, tmp_path: Path) -> None:
    (tmp_path / "bon.txt").write_text((tmp_path / "mot.txt").read_text(encoding="utf-8"), encoding="utf-8")
    added("add", tmp_path / "bon.txt")
    joined = people(added)
    assert joined["mot"] == joined["bon"]
    assert added("split", joined["mot"], "--why", "hai người trùng tên").code == 0
    parted = people(added)
    assert parted["mot"] != parted["bon"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("same", "person-khong-co", "person-khong-co-nua", "--why", "x"),
        ("split", "person-khong-co", "--why", "x"),
        ("undo", "9", "--why", "x"),
    ],
)
def test_a_decision_on_nothing_is_one_line_and_changes_nothing(added: Run, arguments: tuple[str, ...]) -> None:
    before = people(added)
    code, out, err = added(*arguments)
    assert (code, out) == (2, "")
    one_line(err)
    assert people(added) == before


def test_adding_says_which_decisions_wait_for_their_articles(added: Run, tmp_path: Path) -> None:
    sides = people(added)
    added("same", sides["mot"], sides["hai"], "--why", "cùng một người")
    options = ("--store", tmp_path / "khac", "--decisions", tmp_path / "store.decisions.csv")
    assert "decisions" in added(*options, "add", tmp_path / "ba.txt").err
    assert added(*options, "add", tmp_path / "mot.txt", tmp_path / "hai.txt").err == ""


def test_a_file_cut_short_stops_every_command_that_would_write(added: Run, tmp_path: Path) -> None:
    file = tmp_path / "store.decisions.csv"
    file.write_text("number,when,who,decision,a,b,why\n1,2022-10-24,Sen,sa", encoding="utf-8")
    for arguments in (("add", tmp_path / "mot.txt"), ("retract", "mot"), ("review",)):
        code, _, err = added(*arguments)
        assert code == 2
        one_line(err, "store.decisions.csv")
