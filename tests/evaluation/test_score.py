"""The figures are those of the guide's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hbtgraph.evaluation import score
from hbtgraph.extract import extract
from hbtgraph.model import facts_to_json
from hbtgraph.sources import read_article

SHARED = Path(__file__).resolve().parents[3] / "shared"


def record(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, **fields, "evidence": {"start": 0, "end": 4}}


POST = record("tenure", person="Trần Văn Sen", role="Chủ tịch", organization="UBND quận Hồ Sen")


def scored(gold: list[dict[str, Any]], guesses: list[dict[str, Any]]) -> tuple[int, int, int]:
    tally = score([("a", gold, guesses, "bốn chữ")]).all
    return tally.gold, tally.predicted, tally.right


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"person": "Ông Trần Văn Sen"}, 1),
        ({"organization": "Ủy ban nhân dân quận Hồ Sen"}, 1),
        ({"role": "Phó Chủ tịch"}, 0),
        ({"person": "Trần Văn Sên"}, 0),
        ({"organization": "HĐND phường Bến"}, 0),
    ],
)
def test_a_post_matches_by_name_rank_and_body(change: dict[str, str], right: int) -> None:
    assert scored([POST], [{**POST, **change}]) == (1, 1, right)


def test_an_optional_record_is_right_if_found_and_no_loss_if_not() -> None:
    optional = {**POST, "optional": True}
    assert scored([optional], [POST]) == scored([optional], []) == (0, 0, 0)


def test_one_prediction_answers_one_record() -> None:
    assert scored([POST, POST], [POST]) == (2, 1, 1)


def test_a_number_counts_where_the_document_has_one() -> None:
    plan = record("document", type="Kế hoạch", number="7/KH-UBND")
    assert scored([plan], [{**plan, "number": "07/KH-UBND"}]) == (1, 1, 0)
    assert scored([plan], [{**plan, "number": "7/KH - UBND"}]) == (1, 1, 1)


def test_evidence_beyond_the_text_is_counted() -> None:
    outside = {**POST, "evidence": {"start": 0, "end": 40}}
    assert score([("a", [POST], [outside], "bốn chữ")]).bad_evidence == 1


def test_further_fields_are_asked_where_the_record_speaks_of_them() -> None:
    event = record("event", name="Lễ hội", date="2022-01-30", place=None, status="planned")
    scores = score([("a", [event], [record("event", name="lễ hội", date="2022-01-30")], None)])
    assert scores.fields == {("event", "date", True): 1, ("event", "status", False): 1}


@pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").is_file(), reason="the guide's scorer (../shared/eval) is absent"
)
def test_the_guides_scorer_gives_the_same_figures(tmp_path: Path) -> None:
    articles = []
    for path in sorted((SHARED / "eval" / "gold").glob("*.gold.json"))[::4]:
        name = path.name.removesuffix(".gold.json")
        article = read_article(SHARED / "articles" / f"{name}.txt")
        packed = facts_to_json(name, extract(article))
        for folder, data in (("gold", path.read_bytes()), ("guesses", packed)):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / (f"{name}.gold.json" if folder == "gold" else f"{name}.json")).write_bytes(data)
        articles.append((name, json.loads(path.read_bytes())["facts"], json.loads(packed)["facts"], article.text))
    command = [sys.executable, SHARED / "eval" / "score.py", tmp_path / "gold", tmp_path / "guesses", "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = score(articles)
    for kind, tally in (*ours.kinds.items(), ("all", ours.all)):
        row = theirs["kinds"][kind]
        assert (tally.gold, tally.predicted, tally.right) == (row["gold"], row["predicted"], row["right"])
        assert [round(value, 4) for value in (tally.f1, tally.evidence)] == [row["f1"], row["grounded"]]
    assert round(ours.macro_f1, 4) == theirs["macro_f1"]
    assert round(ours.field_accuracy, 4) == theirs["field_accuracy"]
