"""What identity costs: adding the corpus beside extracting it, and the 2,000th article beside the 200th. `make bench`.

Seconds by the clock, and CPU seconds of the whole process, whose store writes and tidies its files on threads of its
own: run it on a machine that does nothing else. "The rest" is all that adding does besides extracting: mapping,
checking against the shapes, deciding who is who, and writing; "identifying and committing" is what comes after the last
article is mapped and checked. The cost of a late article is that of adding single articles to a store that holds so
many, each one command's work.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from hbtgraph import pipeline
from hbtgraph.cli.process import settle
from hbtgraph.extract import extract
from hbtgraph.model import Article
from hbtgraph.sources import read
from hbtgraph.store import Store, open_store

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "articles" / "corpus-2017.jsonl.gz"
AIM_RATIO, AIM_GROWTH = 3.0, 1.5
EARLY, LATE, SINGLE = 200, 2000, 40


class Seconds(NamedTuple):
    """What some work takes."""

    clock: float
    cpu: float
    """Of all threads of the process."""

    def __sub__(self, other: Seconds) -> Seconds:
        return Seconds(self.clock - other.clock, self.cpu - other.cpu)


def now() -> Seconds:
    """The clock and the CPU time used so far."""
    return Seconds(time.perf_counter(), time.process_time())


def adding(store: Store, articles: Sequence[Article]) -> tuple[Seconds, Seconds]:
    """What adding takes, and what of it comes after the last article is mapped and checked."""
    told: list[Seconds] = []
    began = now()
    pipeline.add_articles(store, articles, progress=lambda _: told.append(now()))
    done = now()
    return done - began, done - told[len(articles) - 1]


def singly(store: Store, articles: Sequence[Article]) -> float:
    """Median seconds, by the thread that works, of adding one article."""
    costs = []
    for article in articles:
        began = time.thread_time()
        pipeline.add_articles(store, [article])
        costs.append(time.thread_time() - began)
    return median(costs)


def main() -> None:
    if not CORPUS.is_file():
        print("bench: the articles are not here (../shared is absent): growth is not measured")
        return
    articles = list(read(CORPUS))
    if len(sys.argv) > 1:
        articles = articles[: int(sys.argv[1])]
    settle()  # as the program runs
    for article in articles[:100]:  # word lists and patterns are made ready once
        extract(article)
    began = now()
    for article in articles:
        extract(article)
    extracting = now() - began
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/all") as store:
        whole, identifying = adding(store, articles)
    rest = whole - extracting
    print(f"{len(articles)} articles (a store on disk)    by the clock   CPU, all threads")
    for name, cost in (("extracting", extracting), ("adding", whole), ("  identifying and committing", identifying)):
        print(f"  {name:30} {cost.clock:14.1f} s {cost.cpu:14.1f} s")
    for name, cost in (("identifying and committing", identifying), ("the rest of adding", rest)):
        times = f"{cost.clock / extracting.clock:.2f} times by the clock, {cost.cpu / extracting.cpu:.2f} by CPU"
        print(f"  {name} is {times} the extracting (aim: at most {AIM_RATIO})")
    if len(articles) < LATE + SINGLE:
        return
    costs = []
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/grows") as store:
        for held, before in ((EARLY, 0), (LATE, EARLY + SINGLE)):
            pipeline.add_articles(store, articles[before:held])
            # the same kind of articles early and late: every other one of the whole corpus's tail
            costs.append(singly(store, articles[held : held + SINGLE]))
    early, late = costs
    print(f"  one article more: {early * 1000:.0f} ms with {EARLY} held, {late * 1000:.0f} ms with {LATE} held")
    print(f"  {late / early:.2f} times (aim: at most {AIM_GROWTH})")


if __name__ == "__main__":
    main()
