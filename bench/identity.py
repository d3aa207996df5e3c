"""Who is who, measured on pairs labelled by hand (data/identity/pairs.csv), beside two name matchers. `make bench`.

Each pair is two places in articles of the corpus of ../shared/articles. hbtgraph says "same" where the two mentions
that facts use at these places are one entity; rapidfuzz and nomenklatura's logic-v2 where the two names alone are
alike enough (their usual thresholds; nomenklatura with fresh ids, since it keeps scores by id).

    python bench/identity.py [PAIRS.csv] [--errors]
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import NamedTuple

from hbtgraph import pipeline
from hbtgraph.pipeline.naming import NamedAt, mentions
from hbtgraph.sources import read
from hbtgraph.store import MEMORY, open_store

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT / "data" / "identity" / "pairs.csv"
CORPUS = ROOT.parent / "shared" / "articles" / "corpus-2017.jsonl.gz"
AIM_PRECISION, AIM_RECALL = 0.98, 0.90
FUZZY, LOGIC = 90, 0.7
"""Thresholds: rapidfuzz's ratio of 0–100 as its users set it, and nomenklatura's own default."""

Pair = dict[str, str]


class Score(NamedTuple):
    """How the answers compare with the labels."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0


def score(pairs: Iterable[Pair], same: Callable[[Pair], bool]) -> Score:
    """Counts what is said to be one and is, is not, and what is one and is not said to be."""
    found = [(same(pair), pair["same"] == "yes") for pair in pairs]
    return Score(
        right=sum(said and truth for said, truth in found),
        wrong=sum(said and not truth for said, truth in found),
        missed=sum(truth and not said for said, truth in found),
    )


def by_place(pairs: list[Pair]) -> dict[str, list[NamedAt]]:
    """Article → its mentions, with the articles of all pairs in one store."""
    wanted = {pair[f"article_{side}"] for pair in pairs for side in "ab"}
    with open_store(MEMORY) as store:
        pipeline.add_articles(store, (article for article in read(CORPUS) if article.id in wanted))
        found: dict[str, list[NamedAt]] = defaultdict(list)
        for one in mentions(store):
            found[one.article].append(one)
    return found


def entity(pair: Pair, side: str, places: dict[str, list[NamedAt]]) -> str | None:
    """The entity of the mention that covers most of the place; None where no fact uses it."""
    start, end = int(pair[f"start_{side}"]), int(pair[f"end_{side}"])
    over = [
        one
        for one in places.get(pair[f"article_{side}"], ())
        if one.kind == pair["kind"] and one.start < end and start < one.end
    ]
    best = max(over, key=lambda one: (min(end, one.end) - max(start, one.start), one.start - one.end), default=None)
    return best.entity if best else None


def fuzzy() -> Callable[[Pair], bool]:
    """rapidfuzz on the names alone."""
    ratio = import_module("rapidfuzz.fuzz").ratio
    return lambda pair: ratio(pair["name_a"].casefold(), pair["name_b"].casefold()) >= FUZZY


def logic() -> Callable[[Pair], bool]:
    """nomenklatura's logic-v2 on the names alone."""
    matching = import_module("nomenklatura.matching")
    make, model = import_module("followthemoney").model.make_entity, matching.get_algorithm("logic-v2")
    config, ids = model.default_config(), count()

    def named(pair: Pair, side: str) -> object:
        thing = make("Person" if pair["kind"] == "person" else "PublicBody")
        thing.id = f"e{next(ids)}"
        thing.add("name", pair[f"name_{side}"])
        return thing

    return lambda pair: model.compare(named(pair, "a"), named(pair, "b"), config).score >= LOGIC


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--errors"]
    path = Path(arguments[0]) if arguments else PAIRS
    if not CORPUS.is_file():
        print("bench: the articles are not here (../shared is absent): identity is not measured")
        return
    with path.open(encoding="utf-8", newline="") as lines:
        pairs = list(csv.DictReader(lines))
    places = by_place(pairs)
    sides = {pair["id"]: (entity(pair, "a", places), entity(pair, "b", places)) for pair in pairs}

    def ours(pair: Pair) -> bool:
        a, b = sides[pair["id"]]
        return a is not None and a == b

    print(f"{len(pairs)} labelled pairs, {sum(pair['hard'] == 'yes' for pair in pairs)} of them hard ({path.name})")
    for kind in ("person", "body"):
        some = [pair for pair in pairs if pair["kind"] == kind]
        used = [pair for pair in some if None not in sides[pair["id"]]]
        show(f"{kind}: {len(used)} pairs whose two sides a fact uses", used, ours)
        show(f"{kind}: all {len(some)}", some, ours)
    if "--errors" in sys.argv:
        for pair in pairs:
            if ours(pair) != (pair["same"] == "yes"):
                print(
                    "wrong" if ours(pair) else "missed", *(pair[name] for name in ("id", "class", "name_a", "name_b"))
                )


def show(title: str, pairs: list[Pair], ours: Callable[[Pair], bool]) -> None:
    """Prints the three sides' figures on these pairs."""
    print(f"\n{title} (aim: precision {AIM_PRECISION}, recall {AIM_RECALL})")
    for name, make in (("hbtgraph", lambda: ours), ("rapidfuzz", fuzzy), ("nomenklatura logic-v2", logic)):
        try:
            result = score(pairs, make())
        except ModuleNotFoundError:
            print(f"  {name:<22} is not here: `make bench` installs it")
            continue
        print(
            f"  {name:<22} precision {result.precision:.3f}  recall {result.recall:.3f}"
            f"  ({result.right} right, {result.wrong} wrong, {result.missed} missed)"
        )


if __name__ == "__main__":
    main()
