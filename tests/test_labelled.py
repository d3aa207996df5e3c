"""The labelled articles beside the guide's own: well formed, and their words where they say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from hbtgraph.evaluation import KINDS
from hbtgraph.model import facts_from_json

FOLDER = Path(__file__).parent / "fixtures" / "labelled"
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "articles" / "corpus-2017.jsonl.gz"
FILES = sorted(FOLDER.rglob("*.gold.json"))
LONGEST = 150
"""Longer words stand in the corpus alone: a label says where."""


def facts(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["facts"])


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Texts of the corpus by id."""
    if not CORPUS.is_file():
        pytest.skip("the corpus (../shared/articles) is absent")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def test_there_are_two_sets_that_share_no_article() -> None:
    dev, apart = ({path.name for path in (FOLDER / name).iterdir()} for name in ("dev", "apart"))
    assert len(dev) >= 12
    assert len(apart) >= 12
    assert not dev & apart


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_each_holds_offsets_and_short_values_of_the_guides_kinds(path: Path) -> None:
    for fact in facts(path):
        assert fact["kind"] in KINDS
        assert fact["evidence"]["start"] < fact["evidence"]["end"]
        assert all(len(value) <= LONGEST for value in fact.values() if isinstance(value, str))
    written = [{name: "…" if isinstance(value, dict) and name != "evidence" else value for name, value in fact.items()}
               for fact in facts(path)]  # fmt: skip
    assert len(facts_from_json(json.dumps({"article": "x", "facts": written}).encode()).facts) == len(written)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_every_place_lies_in_its_text(path: Path, texts: dict[str, str]) -> None:
    text = texts[path.name.partition(".")[0]]
    for fact in facts(path):
        for place in (value for value in fact.values() if isinstance(value, dict)):
            assert 0 <= place["start"] < place["end"] <= len(text)
