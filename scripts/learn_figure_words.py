"""Learns which words tell what a number measures (data/learned/figure-words.csv) from numbers that readers labelled.

    pip install scikit-learn  # at build time only
    python scripts/learn_figure_words.py ../shared/articles/corpus-2017.jsonl.gz [--folds 4]

Labels: tests/fixtures/labelled-figures.csv (numbers marked in articles of the corpus; a reader, who saw no predictions,
wrote what each measures; the words are kept by their places) and the figures of tests/fixtures/labelled/dev. The
articles with hand-made facts and those kept apart are not learned from. With --folds nothing is written: articles are
held out in turn, and it prints how often the words of the rules and those of the model agree with the reader's.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from hbtgraph.evaluation.compare import token_f1
from hbtgraph.extract import context
from hbtgraph.extract import figure_choice as choice
from hbtgraph.extract.figure_words import Key, keys_of, words_in
from hbtgraph.extract.figures import Reading, readings
from hbtgraph.model import Article
from hbtgraph.resources import folder
from hbtgraph.sources import read
from hbtgraph.vietnamese.text import place_tones

TESTS = Path(__file__).resolve().parents[1] / "tests" / "fixtures"
LEAST, STRENGTH, SMALLEST = 4, 0.4, 0.005
"""How often a thing must be seen, the inverse strength of the L1 penalty, and the smallest weight that is kept."""

HEAD = """# Weights of the words that tell what a number measures (figure_choice.py): what is seen of a word, its parts
# joined by "|", and how it moves the log odds. Learned by scripts/learn_figure_words.py from {numbers} labelled numbers
# in {articles} articles of the corpus of 2017.
"""


class Labelled(NamedTuple):
    """A number with the places of the words that the reader wrote down, and what is seen of each word around it."""

    article: str
    reading: Reading
    spans: tuple[tuple[int, int], ...]
    views: list[tuple[int, list[Key]]]

    def right(self) -> list[bool]:
        """Which words the reader took: those of which at least half stands in a place."""
        wording = self.reading.scene.wording
        return [self._share(wording.starts[i], wording.ends[i]) >= 0.5 for i, _ in self.views]

    def _share(self, start: int, end: int) -> float:
        return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in self.spans) / (end - start)

    def text(self) -> str:
        """The reader's words."""
        return " ".join(self.reading.scene.wording.text[start:end] for start, end in self.spans)


def labelled(articles: dict[str, Article]) -> Iterator[Labelled]:
    """All labelled numbers of the articles."""
    marked: dict[str, dict[int, tuple[tuple[int, int], ...]]] = {}
    with (TESTS / "labelled-figures.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            marked.setdefault(row["article"], {})[int(row["number"])] = spans(row["words"])
    for path in sorted((TESTS / "labelled" / "dev").glob("*.json")):
        facts = [fact for fact in json.loads(path.read_text("utf-8"))["facts"] if fact["kind"] == "figure"]
        yield from _of_article(articles[path.name.split(".")[0]], facts)
    for name, numbers in sorted(marked.items()):
        for reading in readings(context(articles[name])):
            if words := numbers.get(reading.number.whole.start):
                yield _seen(name, reading, words)


def spans(places: str) -> tuple[tuple[int, int], ...]:
    """Places of words: "12-17 20-24"."""
    return tuple((int(start), int(end)) for start, _, end in (place.partition("-") for place in places.split()))


def _of_article(article: Article, facts: Sequence[dict[str, Any]]) -> Iterator[Labelled]:
    """The numbers of an article whose facts were labelled: those with the value of a figure that stands there."""
    for reading in readings(context(article)):
        number = reading.number
        values = {float(number.value), float(number.value if number.high is None else number.high)}
        for fact in facts:
            start, end = fact["evidence"]["start"], fact["evidence"]["end"]
            if float(fact["value"]) in values and start < reading.place.unit.end and number.whole.start < end:
                told = fact["indicator"]
                told = article.text[told["start"] : told["end"]] if isinstance(told, dict) else told
                yield _seen(article.id, reading, places_of(told, reading))
                break


def _seen(name: str, reading: Reading, spans: tuple[tuple[int, int], ...]) -> Labelled:
    wording = reading.scene.wording
    window = wording.window(reading.place)
    taken = wording.taken(reading.indicator, window)
    views = [(i, keys_of(view)) for i, view in wording.views(reading.place, window, taken)]
    return Labelled(name, reading, spans, views)


def places_of(told: str, reading: Reading) -> tuple[tuple[int, int], ...]:
    """Where the reader's words stand around the number: the longest runs first, of equal ones the nearest."""
    wording = reading.scene.wording
    window = wording.window(reading.place)
    words = [told[start:end] for start, end in words_in(place_tones(told).lower(), 0, len(told))]
    taken = wording.taken(" ".join(words), window)
    return tuple((wording.starts[i], wording.ends[i]) for i, is_taken in enumerate(taken, window.low) if is_taken)


def learn(numbers: Sequence[Labelled]) -> dict[Key, float]:
    """The weights, fitted to all words around the numbers."""
    seen = Counter(key for number in numbers for _, keys in number.views for key in keys)
    columns = {key: i for i, key in enumerate(sorted(key for key, count in seen.items() if count >= LEAST))}
    rows = [[columns[key] for key in keys if key in columns] for number in numbers for _, keys in number.views]
    right = [is_right for number in numbers for is_right in number.right()]
    model = LogisticRegression(C=STRENGTH, l1_ratio=1, solver="liblinear", max_iter=200, random_state=0)
    return fitted(model, rows, right, columns)


def fitted(
    model: LogisticRegression, rows: Sequence[Sequence[int]], right: Sequence[bool], columns: Mapping[Key, int]
) -> dict[Key, float]:
    """The weights of a model that is fitted to what was seen, those that hardly count left out."""
    starts = np.cumsum([0, *map(len, rows)]).astype(np.int32)
    indices = np.array([column for row in rows for column in row], dtype=np.int32)
    ones = np.ones(len(indices), dtype=np.float32)
    model.fit(csr_matrix((ones, indices, starts), shape=(len(rows), len(columns))), np.array(right))
    weights = {key: round(float(model.coef_[0][i]), 3) for key, i in columns.items()}
    return {("bias",): round(float(model.intercept_[0]), 3)} | {
        key: weight for key, weight in weights.items() if abs(weight) >= SMALLEST
    }


def compare(numbers: Sequence[Labelled], folds: int) -> None:
    """Prints how the rules' words and the model's agree with the reader's on articles that were held out."""
    names = sorted({number.article for number in numbers})
    part = {name: i % folds for i, name in enumerate(names)}
    scores: dict[str, list[float]] = {"rules": [], "model": [], "model, where rules are silent": []}
    for fold in range(folds):
        model = choice.Model(learn([number for number in numbers if part[number.article] != fold]))
        for number in numbers:
            if part[number.article] != fold or not number.spans:
                continue
            told = number.reading.indicator
            found = choice.worded(number.reading.scene.wording, number.reading.place, told, model)
            score = token_f1(number.text(), found.text if found else "")
            scores["model" if told else "model, where rules are silent"].append(score)
            if told:
                scores["rules"].append(token_f1(number.text(), told))
    for name, values in scores.items():
        good = sum(value >= 0.4 for value in values) / len(values)
        print(f"{name}: {len(values)} numbers, token F1 of at least 0.4 in {good:.3f}, mean {np.mean(values):.3f}")


def write(table: str, weights: Mapping[Key, float], head: str, numbers: int, articles: int) -> None:
    """Writes a model to `data/learned`."""
    target = folder("data") / "learned" / f"{table}.csv"
    target.parent.mkdir(exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as lines:
        lines.write(head.format(numbers=numbers, articles=articles))
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("seen", "weight"))
        writer.writerows(("|".join(key), weight) for key, weight in sorted(weights.items()))
    print(f"{target.name}: {len(weights)} weights from {numbers} numbers")


def asked_for(help: str) -> argparse.Namespace:
    """The corpus, and how many folds to hold out where nothing shall be written."""
    parser = argparse.ArgumentParser(description=help.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--folds", type=int)
    return parser.parse_args()


def main() -> None:
    options = asked_for(__doc__)
    numbers = list(labelled({article.id: article for article in read(options.corpus)}))
    if options.folds:
        compare(numbers, options.folds)
        return
    write(choice.TABLE, learn(numbers), HEAD, len(numbers), len({number.article for number in numbers}))


if __name__ == "__main__":
    main()
