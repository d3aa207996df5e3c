"""Precision, recall and F1 of predicted facts against hand-made ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hbtgraph.evaluation.compare import FURTHER, KINDS, Record, field_right, similarity

Pair = tuple[Record, Record]


@dataclass
class Tally:
    """Counts of required records: hand-made, predicted, right, and right with meeting evidence."""

    gold: int = 0
    predicted: int = 0
    right: int = 0
    grounded: int = 0

    def __add__(self, other: Tally) -> Tally:
        sums = (one + two for one, two in zip(self._counts(), other._counts(), strict=True))
        return Tally(*sums)

    def _counts(self) -> tuple[int, int, int, int]:
        return self.gold, self.predicted, self.right, self.grounded

    @property
    def precision(self) -> float:
        """The share of predicted records that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of hand-made records that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def evidence(self) -> float:
        """The share of right records whose evidence meets the hand-made one's."""
        return self.grounded / self.right if self.right else 0.0


@dataclass
class Scores:
    """The figures of a set of articles; the same as the guide's own scorer gives."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    fields: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    bad_evidence: int = 0
    missed: list[tuple[str, Record]] = field(default_factory=list)
    spurious: list[tuple[str, Record]] = field(default_factory=list)

    @property
    def all(self) -> Tally:
        """All kinds together: micro precision, recall and F1."""
        return sum(self.kinds.values(), Tally())

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the kinds that have hand-made records."""
        found = [tally.f1 for tally in self.kinds.values() if tally.gold]
        return sum(found) / max(1, len(found))

    @property
    def field_accuracy(self) -> float:
        """The share of further fields that are right on matched records."""
        right = sum(number for (_, _, good), number in self.fields.items() if good)
        return right / max(1, self.fields.total())


def score(articles: Iterable[tuple[str, Sequence[Record], Sequence[Record], str | None]]) -> Scores:
    """Scores articles, each its name, hand-made records, predicted records, and text (to check evidence by)."""
    scores = Scores()
    for name, gold, guesses, text in articles:
        scores.bad_evidence += sum(not _stands(guess, text) for guess in guesses)
        for kind in KINDS:
            _score_kind(scores, name, kind, _of(kind, gold), _of(kind, guesses))
    return scores


def _of(kind: str, records: Iterable[Record]) -> list[Record]:
    return [record for record in records if record.get("kind") == kind]


def _score_kind(scores: Scores, name: str, kind: str, gold: list[Record], guesses: list[Record]) -> None:
    matched = list(match(kind, gold, guesses))
    required = [pair for pair in matched if not pair[0].get("optional")]
    scores.kinds[kind] += Tally(
        sum(not record.get("optional") for record in gold),
        len(guesses) - (len(matched) - len(required)),
        len(required),
        sum(_meet(one, other) for one, other in required),
    )
    for one, other in required:
        for further in FURTHER.get(kind, ()):
            if (right := field_right(kind, further, one, other)) is not None:
                scores.fields[kind, further, right] += 1
    found = {id(record) for pair in matched for record in pair}
    scores.missed += [(name, record) for record in gold if id(record) not in found and not record.get("optional")]
    scores.spurious += [(name, record) for record in guesses if id(record) not in found]


def match(kind: str, gold: Sequence[Record], guesses: Sequence[Record]) -> Iterator[Pair]:
    """Pairs of hand-made and predicted records of one kind, one to one, best first.

    Of two that look as alike a required record comes before an optional one.
    """
    pairs = [
        (-alike, bool(one.get("optional")), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(guesses)
        if (alike := similarity(kind, one, other)) > 0
    ]
    used_gold: set[int] = set()
    used_guesses: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_guesses:
            used_gold.add(i)
            used_guesses.add(j)
            yield gold[i], guesses[j]


def _span(record: Record) -> Mapping[str, Any]:
    return record.get("evidence") or {}


def _meet(one: Record, other: Record) -> bool:
    a, b = _span(one), _span(other)
    return bool(a and b) and a["start"] < b["end"] and b["start"] < a["end"]


def _stands(record: Record, text: str | None) -> bool:
    span = _span(record)
    return bool(span) and 0 <= span["start"] < span["end"] and (text is None or span["end"] <= len(text))
