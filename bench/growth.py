"""What identity costs: adding the corpus beside extracting it, and the 2,000th article beside the 200th. `make bench`.

Seconds of the one thread that works; the store's engine tidies its files on another. "The rest" is all that adding does
besides extracting: mapping, checking against the shapes, deciding who is who, and writing. The cost of a late article
is that of adding single articles to a store that holds so many, each one command's work.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from hbtgraph import pipeline
from hbtgraph.cli.process import settle
from hbtgraph.extract import extract
from hbtgraph.model import Article
from hbtgraph.sources import read
from hbtgraph.store import Store, open_store

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "articles" / "corpus-2017.jsonl.gz"
AIM_RATIO, AIM_GROWTH = 3.0, 1.5
EARLY, LATE, SINGLE = 200, 2000, 40


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that some work takes in this thread."""
    began = time.thread_time()
    work()
    return time.thread_time() - began


def singly(store: Store, articles: Sequence[Article]) -> float:
    """Median CPU seconds of adding one article."""
    return median(seconds(lambda one=article: pipeline.add_articles(store, [one])) for article in articles)  # type: ignore[misc]


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
    extracting = seconds(lambda: [extract(article) for article in articles])
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/all") as store:
        adding = seconds(lambda: pipeline.add_articles(store, articles))
    rest = adding - extracting
    print(f"{len(articles)} articles: extracting {extracting:.1f} s, adding {adding:.1f} s of CPU (a store on disk)")
    print(f"  the rest is {rest / extracting:.2f} times the extracting (aim: at most {AIM_RATIO})")
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
