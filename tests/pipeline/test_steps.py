"""An article goes in whole, through the gate, or not at all; on every kind of store."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest

from hbtgraph import pipeline
from hbtgraph.errors import LookupFailed, SourceError
from hbtgraph.pipeline import steps
from hbtgraph.queries import bind, load
from hbtgraph.rdf.terms import HBT, PROV
from hbtgraph.store import MEMORY, Rows, Store, open_store
from hbtgraph.validate import Report, Result

TEXTS = {
    "mot": "Chủ tịch UBND quận Tây Hồ Trần Văn Sen cho biết quận đã ban hành Kế hoạch số 7/KH-UBND ngày 30-1-2022.",
    "hai": "Phó Chủ tịch UBND quận Tây Hồ Lê Thị Bút dự Hội nghị tổng kết phong trào “Tuyến phố sạch” sáng 20-10-2022.",
    "ba": "Ông Trần Văn Sen, Chủ tịch UBND quận Tây Hồ, tặng Giấy khen cho 12 tập thể và 40 cá nhân.",
}
THEN = datetime(2022, 10, 24, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Three small articles about one district."""
    for name, text in TEXTS.items():
        front = f"---\ntitle: Tin quận Tây Hồ, bài {name}\ndate: 2022-10-23\n---\n"
        (tmp_path / f"{name}.txt").write_text(front + text + "\n", encoding="utf-8")
    return [tmp_path / f"{name}.txt" for name in TEXTS]


@pytest.fixture(params=["memory", "disk", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    place = {"memory": MEMORY, "disk": str(tmp_path / "store")}.get(request.param)
    with open_store(place or f"sparql+http://{request.getfixturevalue('sparql_server')}") as opened:
        opened.drop(opened.graph_names())
        yield opened


@pytest.fixture
def memory() -> Iterator[Store]:
    """An empty store in memory, where the kind of store does not matter."""
    with open_store(MEMORY) as opened:
        yield opened


def content(store: Store) -> list[str]:
    """All quads but those that hold a clock's time."""
    return sorted(str(quad) for quad in store.quads() if "graph-provenance-" not in str(quad.graph_name))


def test_articles_go_in_and_are_found(store: Store, paths: list[Path]) -> None:
    summary = pipeline.add(store, paths)
    assert summary.count("added") == 3
    assert summary.facts["tenure"] == 3
    assert [article.id for article in pipeline.articles(store)] == ["ba", "hai", "mot"]
    assert pipeline.fact_counts(store)["tenure"] == 3
    assert pipeline.check(store).conforms


def test_adding_again_changes_nothing(store: Store, paths: list[Path]) -> None:
    pipeline.add(store, paths, started=THEN)
    before = sorted(map(str, store.quads()))
    assert pipeline.add(store, paths).count("unchanged") == 3
    assert sorted(map(str, store.quads())) == before, "not even the time of the run"


def test_retracting_leaves_what_others_support(store: Store, paths: list[Path], tmp_path: Path) -> None:
    pipeline.add(store, paths[:2])
    without = content(store)
    pipeline.add(store, paths[2:])
    assert content(store) != without
    assert pipeline.retract(store, "ba").id == "ba"
    assert content(store) == without


def test_a_changed_article_replaces_its_earlier_text(store: Store, paths: list[Path]) -> None:
    pipeline.add(store, paths)
    paths[0].write_text(paths[0].read_text(encoding="utf-8").replace("7/KH-UBND", "8/KH-UBND"), encoding="utf-8")
    assert pipeline.add(store, paths).count("replaced") == 1
    assert not any("7/KH-UBND" in str(quad) for quad in store.quads())


def test_the_order_of_the_files_does_not_matter(paths: list[Path]) -> None:
    contents = set()
    for order in itertools.permutations(paths):
        with open_store(MEMORY) as store:
            pipeline.add(store, order)
            contents.add(tuple(content(store)))
    assert len(contents) == 1


def test_a_later_add_keeps_every_iri(memory: Store, paths: list[Path]) -> None:
    pipeline.add(memory, paths[2:])
    before = set(content(memory))
    pipeline.add(memory, paths[:2])
    assert before <= set(content(memory))


def test_what_the_gate_refuses_stays_out_whole_and_the_rest_goes_in(
    memory: Store, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def strict(quads: list[ox.Quad], context: object) -> Report:
        wrong = [quad.subject for quad in quads if "Lê Thị Bút" in str(quad.object) and quad.predicate != HBT.text]
        results = [
            Result(focus=str(node), path=None, value=None, severity="violation", shape="hbt:x", component="x",
                   message_vi="sai", message_en="wrong") for node in wrong[:1]
        ]  # fmt: skip
        return Report(tuple(results), 1)

    monkeypatch.setattr(steps, "validate", strict)
    summary = pipeline.add(memory, paths)
    assert [outcome.article.id for outcome in summary.refused] == ["hai"]
    assert [article.id for article in pipeline.articles(memory)] == ["ba", "mot"]
    assert not any("Lê Thị Bút" in str(quad) for quad in memory.quads())


def test_a_file_that_cannot_be_read_leaves_the_store_as_it_was(memory: Store, paths: list[Path]) -> None:
    before = content(memory)
    with pytest.raises(SourceError):
        pipeline.add(memory, [*paths, paths[0].with_name("khong-co.txt")])
    assert content(memory) == before


def test_the_run_is_recorded_in_a_graph_of_its_own(memory: Store, paths: list[Path]) -> None:
    pipeline.add(memory, paths, started=THEN)
    runs = {quad.subject for quad in memory.quads() if quad.predicate == PROV.startedAtTime}
    times = {quad.graph_name for quad in memory.quads() if "2022-10-24T" in str(quad.object)}
    assert len(runs) == 1
    assert len(times) == 3
    assert all("graph-provenance-" in str(graph) for graph in times)


def test_each_text_of_an_article_is_a_version_with_its_time(store: Store, paths: list[Path]) -> None:
    def states() -> list[tuple[str | None, str | None]]:
        rows = store.query(bind(load("versions"), {"article": "mot"}))
        assert isinstance(rows, Rows)
        return [(row["state"], (row["ended"] or "")[:10]) for row in rows.records()]

    pipeline.add(store, paths, started=THEN)
    assert states() == [("current", "")]
    paths[0].write_text(paths[0].read_text(encoding="utf-8").replace("7/KH-UBND", "8/KH-UBND"), encoding="utf-8")
    pipeline.add(store, paths, started=THEN + timedelta(days=1))
    assert states() == [("replaced", "2022-10-25"), ("current", "")]
    pipeline.retract(store, "mot", when=THEN + timedelta(days=2))
    assert states() == [("replaced", "2022-10-25"), ("retracted", "2022-10-26")]


def test_an_unknown_article_cannot_be_retracted(memory: Store, paths: list[Path]) -> None:
    pipeline.add(memory, paths)
    with pytest.raises(LookupFailed, match="mot"):
        pipeline.retract(memory, "mo")


def test_the_vocabulary_is_loaded_once_and_again_when_it_changed(memory: Store) -> None:
    pipeline.prepare(memory)
    first = content(memory)
    pipeline.prepare(memory)
    assert content(memory) == first
    assert any("graph-ontology" in line for line in first)
    assert any("graph-reference" in line for line in first)
