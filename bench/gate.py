"""What the gate costs an article, and that pySHACL by itself would say the same: `python bench/gate.py [300]`.

On the real articles where they are at hand, else on data/articles. The articles are put into a store in
memory; then the graph of each is judged twice: as the gate does it, and with pySHACL looking at all of it.
Times are processor time, so that they say something on a busy machine. Ends with 1 where a report differs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import mean, median

import pyoxigraph as ox

from hbtgraph import pipeline
from hbtgraph.iris import article_iri
from hbtgraph.model import Article
from hbtgraph.rdf import graphs_of
from hbtgraph.sources import read
from hbtgraph.store import Store, open_store
from hbtgraph.validate import Report, core, gate, shapes, validate
from hbtgraph.validate.index import Index
from hbtgraph.validate.results import Row
from hbtgraph.validate.terms import Subject, graph_of, subject

HERE = Path(__file__).resolve().parents[1]
CORPUS = HERE.parent / "shared" / "articles" / "corpus-2017.jsonl.gz"


def articles(number: int) -> list[Article]:
    if CORPUS.is_file():
        found = list(read(CORPUS))
        return found[:: max(1, len(found) // number)][:number]
    return [article for path in sorted((HERE / "data" / "articles").glob("*.txt")) for article in read(path)]


def graphs(store: Store, found: list[Article]) -> Iterator[tuple[list[ox.Quad], list[ox.Quad]]]:
    """Each article with its text, and what the reference data say of the things it names."""
    reference = pipeline.reference_quads()
    for article in found:
        says, text, *_ = graphs_of(ox.NamedNode(article_iri(article.id)))
        quads = list(store.quads([says.value, text.value]))
        named = {term for quad in quads for term in (quad.subject, quad.object)}
        yield quads, [quad for quad in reference if quad.subject in named]


def by_pyshacl_alone(index: Index, nodes: set[Subject]) -> Iterator[Row]:
    """What stands for `core.judge`: pySHACL looks at every node."""
    return (
        row for row in core.reported(graph_of(index.around(nodes)), core.core_shapes()) if subject(row.focus) in nodes
    )


def timed(cases: list[tuple[list[ox.Quad], list[ox.Quad]]], what: str) -> list[Report]:
    reports, times = [], []
    validate(*cases[0])  # the shapes are read once
    for quads, context in cases:
        started = time.process_time()
        reports.append(validate(quads, context))
        times.append((time.process_time() - started) * 1000)
    print(f"{what:24} median {median(times):6.1f} ms  mean {mean(times):6.1f} ms  all {sum(times) / 1000:6.2f} s")
    return reports


def main() -> int:
    found = articles(int(next(islice(sys.argv, 1, None), "300")))
    store = open_store("memory:")
    pipeline.add_articles(store, found)
    cases = list(graphs(store, found))
    print(
        f"{len(cases)} articles, {mean(len(quads) for quads, _ in cases):.0f} triples each, {len(shapes())} of shapes"
    )
    ours = timed(cases, "the gate")
    gate.judge = by_pyshacl_alone  # type: ignore[assignment]
    theirs = timed(cases, "with pySHACL alone")
    same = sum(one == other for one, other in zip(ours, theirs, strict=True))
    warned = sum(bool(report.results) for report in ours)
    print(f"{same} reports are the same; {warned} have something to say")
    return int(same < len(cases))


if __name__ == "__main__":
    sys.exit(main())
