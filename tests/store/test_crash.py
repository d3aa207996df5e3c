"""A program killed while it writes leaves every graph as it was before a write or as it is after it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from hbtgraph.store import META_GRAPH, open_store

SIZE = 200
WRITER = f"""
import sys
from itertools import count
import pyoxigraph as ox
from hbtgraph.store import open_store

says = ox.NamedNode("https://example.org/says")
with open_store(sys.argv[1]) as store:
    for turn in count():
        graph = f"https://example.org/g{{turn % 3}}"
        nodes = [ox.NamedNode(f"{{graph}}/{{n}}") for n in range({SIZE})]
        store.replace([graph], [ox.Quad(node, says, ox.Literal(turn), ox.NamedNode(graph)) for node in nodes])
        print(turn, flush=True)
"""


def test_a_kill_at_any_moment_leaves_whole_graphs(tmp_path: Path) -> None:
    folder = str(tmp_path / "store")
    for wait in (0.0, 0.005, 0.012, 0.02):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE)
        with writer:
            assert writer.stdout is not None
            acknowledged = [int(writer.stdout.readline()) for _ in range(5)]
            time.sleep(wait)
            writer.kill()
            acknowledged += [int(line) for line in writer.stdout.read().split()]
        with open_store(folder) as store:
            for graph in set(store.graph_names()) - {META_GRAPH}:
                turns = {str(quad.object) for quad in store.quads([graph])}
                assert len(turns) == 1
                assert len(list(store.quads([graph]))) == SIZE
            last = max(int(quad.object.value) for quad in store.quads() if str(quad.predicate).endswith("says>"))  # type: ignore[union-attr]
            assert last in (acknowledged[-1], acknowledged[-1] + 1)
            union = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
            assert isinstance(union, list)
            assert set(union) == {quad.triple for quad in store.quads()}


MANY = 12_000
LOADER = f"""
import sys
from itertools import count
import pyoxigraph as ox
from hbtgraph.store import open_store

says = ox.NamedNode("https://example.org/says")
with open_store(sys.argv[1]) as store:
    print("open", flush=True)
    for turn in count():
        graph = f"https://example.org/new{{turn}}"
        nodes = [ox.NamedNode(f"{{graph}}/{{n}}") for n in range({MANY})]
        store.replace([graph], [ox.Quad(node, says, ox.Literal(turn), ox.NamedNode(graph)) for node in nodes])
"""


def test_a_kill_while_much_is_loaded_leaves_whole_graphs_too(tmp_path: Path) -> None:
    for wait in (0.05, 0.1, 0.15, 0.22):
        folder = str(tmp_path / f"store{wait}")
        with subprocess.Popen([sys.executable, "-c", LOADER, folder], stdout=subprocess.PIPE) as loader:
            assert loader.stdout is not None
            loader.stdout.readline()
            time.sleep(wait)
            loader.kill()
        with open_store(folder) as store:
            loaded = set(store.graph_names()) - {META_GRAPH}
            assert all(len(list(store.quads([graph]))) == MANY for graph in loaded)
            union = store.query("SELECT (COUNT(*) AS ?n) { ?s <https://example.org/says> ?o }")
            assert [row["n"] for row in union.records()] == [str(MANY * len(loaded))]  # type: ignore[union-attr]
