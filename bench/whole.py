"""How long the whole way takes: adding, checking again, asking, exporting. `make bench`.

On the real articles where they are at hand, else on data/articles. Times are of one run, in one
process, on a store on disk.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hbtgraph import pipeline, queries
from hbtgraph.export import FORMATS, export
from hbtgraph.store import open_store

HERE = Path(__file__).resolve().parents[1]
SHARED = HERE.parent / "shared" / "articles"


def timed(what: str, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    work()
    print(f"{time.perf_counter() - started:8.2f} s  {what}")


def main() -> None:
    paths = sorted((SHARED if SHARED.is_dir() else HERE / "data" / "articles").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "store")) as store:
        print(f"{len(paths)} articles")
        timed("prepare the store (ontology, reference data)", lambda: pipeline.prepare(store))
        timed("add: read, extract, identify, map, gate, commit", lambda: pipeline.add(store, paths))
        timed("add again: nothing changes", lambda: pipeline.add(store, paths))
        timed("check the whole store", lambda: pipeline.check(store))
        for query in queries.catalogue():
            timed(f"query {query.name}", partial(store.query, queries.bind(query, {})))
        for name in FORMATS:
            timed(f"export {name}", partial(export, store, name, Path(folder) / f"graph.{name}"))


if __name__ == "__main__":
    main()
