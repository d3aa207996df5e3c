"""The learned weights travel with the program, and what they were learned from stays in its bounds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hbtgraph.errors import ConfigError
from hbtgraph.extract.figure_choice import TABLE as WORDS
from hbtgraph.extract.figure_telling import TABLE as TELLING
from hbtgraph.resources import weights

FIXTURES = Path(__file__).parent / "fixtures"
LABELS = ("labelled-figures", "labelled-whole")


def labels(name: str) -> list[dict[str, str]]:
    """The rows of a table of labels."""
    with (FIXTURES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("name", [WORDS, TELLING])
def test_a_model_has_a_bias_and_moderate_weights(name: str) -> None:
    learned = weights(name)
    assert ("bias",) in learned
    assert 1000 < len(learned) < 20000
    assert all(abs(weight) < 10 for weight in learned.values())


def test_a_model_that_is_missing_is_told() -> None:
    with pytest.raises(ConfigError, match="no-such-model"):
        weights("no-such-model")


@pytest.mark.parametrize("name", LABELS)
def test_labels_are_places_and_codes_and_no_text(name: str) -> None:
    for row in labels(name):
        assert row["code"] in {"r", "o", "n", "none"}
        for span in row["words"].split():
            start, _, end = span.partition("-")
            assert int(start) < int(end)


def test_nothing_is_learned_from_articles_that_are_kept_apart() -> None:
    apart = {path.name.split(".")[0] for path in (FIXTURES / "labelled" / "apart").iterdir()}
    learned_from = {row["article"] for name in LABELS for row in labels(name)}
    assert apart
    assert not apart & learned_from
