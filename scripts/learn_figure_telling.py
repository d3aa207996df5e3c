"""Learns which numbers are worth telling (data/learned/figure-telling.csv) from articles with all figures labelled.

    pip install scikit-learn  # at build time only
    python scripts/learn_figure_telling.py ../shared/articles/corpus-2017.jsonl.gz [--folds 8]

Labels: the figures of tests/fixtures/labelled/dev and of tests/fixtures/labelled-whole.csv. A number is right where a
reader wrote it down, with its unit and in words like those that `figure_choice` chooses; optional ones are left aside.
The words are chosen by weights that were learned from other articles, so that they are as sure of themselves as on text
that nobody has seen. With --folds nothing is written: articles are held out in turn, and it prints what is told, and
how much of it is right, at several bars.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from learn_figure_words import TESTS, asked_for, fitted, labelled, learn, spans, write
from sklearn.linear_model import LogisticRegression

from hbtgraph.evaluation.compare import fold, token_f1
from hbtgraph.extract import context
from hbtgraph.extract.figure_choice import Model, Worded, probability, worded
from hbtgraph.extract.figure_telling import TABLE, seen_of
from hbtgraph.extract.figure_words import Key
from hbtgraph.extract.figures import Reading, is_private, readings
from hbtgraph.model import Article
from hbtgraph.sources import read

DEV = TESTS / "labelled" / "dev"
LEAST, STRENGTH = 3, 0.03
"""How often a thing must be seen, and the inverse strength of the L2 penalty."""

NEAR, ALIKE = 150, 0.4
BARS = (0.0, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)

HEAD = """# Weights of what makes a number worth telling (figure_telling.py): what is seen of it, its parts joined by
# "|", and how it moves the log odds. Learned by scripts/learn_figure_telling.py from {numbers} numbers in {articles}
# labelled articles of the corpus of 2017.
"""


Fact = Mapping[str, Any]


class Asked(NamedTuple):
    """A number, what is seen of it, and whether a reader wrote it down; None where readers may differ."""

    article: str
    told: bool
    keys: list[Key]
    right: bool | None


def facts_of() -> dict[str, list[Fact]]:
    """The figures that readers wrote down, article by article."""
    found = {
        path.name.split(".")[0]: [
            fact for fact in json.loads(path.read_text("utf-8"))["facts"] if fact["kind"] == "figure"
        ]
        for path in sorted(DEV.glob("*.json"))
    }
    with (TESTS / "labelled-whole.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            facts = found.setdefault(row["article"], [])
            if row["code"] != "none":
                evidence = {"start": int(row["start"]), "end": int(row["end"])}
                told = [{"start": start, "end": end} for start, end in spans(row["words"])]
                more = {"value": float(row["value"]), "unit": row["unit"], "optional": row["code"] == "o"}
                facts.append({"indicator": told, "evidence": evidence, **more})
    return found


def asked(articles: Mapping[str, Article], model: Model, labelled: Mapping[str, Sequence[Fact]]) -> Iterator[Asked]:
    """The numbers of the labelled articles."""
    for name, facts in labelled.items():
        article = articles[name]
        for reading in readings(context(article)):
            place, number = reading.place, reading.number
            if said := worded(reading.scene.wording, place, reading.indicator, model):
                private, compared = is_private(reading.scene, number), bool(reading.comparison)
                keys = seen_of(reading.scene.wording, place, said, number.value, private=private, compared=compared)
                yield Asked(article.id, bool(reading.indicator), keys, right(reading, said, facts, article.text))


def right(reading: Reading, said: Worded, facts: Sequence[Fact], text: str) -> bool | None:
    """Whether one of the labelled figures near by is this one."""
    number, unit = reading.number, reading.place.unit
    values = {float(number.value), float(number.value if number.high is None else number.high)}
    same = [
        fact
        for fact in facts
        if float(fact["value"]) in values
        and fact["evidence"]["start"] < unit.end + NEAR
        and number.whole.start - NEAR < fact["evidence"]["end"]
        and fold(fact.get("unit")) == fold(unit.of(text))
        and token_f1(told_by(fact, text), said.text) >= ALIKE
    ]
    return None if same and all(fact.get("optional") for fact in same) else bool(same)


def told_by(fact: Fact, text: str) -> str:
    """The reader's words; those that are kept by their places are read from the text."""
    told = fact["indicator"]
    places = [told] if isinstance(told, dict) else told
    return told if isinstance(told, str) else " ".join(text[place["start"] : place["end"]] for place in places)


def learn_telling(numbers: Sequence[Asked]) -> dict[Key, float]:
    """The weights."""
    sure = [number for number in numbers if number.right is not None]
    seen = Counter(key for number in sure for key in number.keys)
    columns = {key: i for i, key in enumerate(sorted(key for key, count in seen.items() if count >= LEAST))}
    rows = [[columns[key] for key in number.keys if key in columns] for number in sure]
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=500, random_state=0)
    return fitted(model, rows, [bool(number.right) for number in sure], columns)


def compare(numbers: Sequence[Asked], there: int, folds: int) -> None:
    """Prints what would be told of articles that were held out, at several bars."""
    names = sorted({number.article for number in numbers})
    part = {name: i % folds for i, name in enumerate(names)}
    chances = {}
    for held in range(folds):
        weights = learn_telling([number for number in numbers if part[number.article] != held])
        for i, number in enumerate(numbers):
            if part[number.article] == held:
                total = weights[("bias",)] + sum(weights.get(key, 0.0) for key in number.keys)
                chances[i] = probability(total)
    for bar in BARS:
        kept = [n for i, n in enumerate(numbers) if n.right is not None and (chances[i] >= bar if bar else n.told)]
        good = sum(bool(number.right) for number in kept)
        shares = good / len(kept), good / there, 2 * good / (len(kept) + there)
        told = "precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*shares)
        print(f"{bar or 'as rules say'}: {len(kept)} told, {told}")


def main() -> None:
    options = asked_for(__doc__)
    articles = {article.id: article for article in read(options.corpus)}
    facts = facts_of()
    model = Model(learn([number for number in labelled(articles) if number.article not in facts]))
    numbers = list(asked(articles, model, facts))
    if options.folds:
        there = sum(not fact.get("optional") for told in facts.values() for fact in told)
        compare(numbers, there, options.folds)
    else:
        write(TABLE, learn_telling(numbers), HEAD, len(numbers), len({number.article for number in numbers}))


if __name__ == "__main__":
    main()
