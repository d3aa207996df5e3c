from __future__ import annotations

import os
import stat
from pathlib import Path

import pyoxigraph as ox
import pytest

from hbtgraph.errors import ExportError
from hbtgraph.export import FORMATS, export
from hbtgraph.export import files as writing
from hbtgraph.store import MEMORY, Store, open_store


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_quads_in_any_order_give_the_same_bytes(
    small_quads: tuple[ox.Quad, ...], tmp_path: Path, fmt: str
) -> None:
    with open_store(MEMORY) as one, open_store(MEMORY) as other:
        one.replace([], small_quads)
        for quad in reversed(small_quads):
            other.replace([], [quad])
        first = export(one, fmt, tmp_path / "first.x")
        second = export(other, fmt, tmp_path / "second.x")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(path.stat().st_size for path in first)


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_file_holds_a_full_text(small: Store, tmp_path: Path, fmt: str) -> None:
    secret = "Nhà văn hóa quận, UBND quận Hai Bà Trưng mở hội nghị"  # in a quotation, so not absent altogether
    whole = "gửi lẵng hoa mừng.\nTháng 4-2023, ông Lê Văn Sơn được giao quyền Chủ tịch UBND quận.\nBà"
    text = "".join(path.read_text(encoding="utf-8-sig") for path in export(small, fmt, tmp_path / "out.x"))
    assert whole not in text
    assert whole.replace("\n", "\\n") not in text
    assert secret in text


def test_a_store_on_a_server_gives_the_same_bytes(
    small_quads: tuple[ox.Quad, ...], sparql_server: str, tmp_path: Path
) -> None:
    with open_store(MEMORY) as near, open_store(f"sparql+http://{sparql_server}") as far:
        far.drop(far.graph_names())  # other tests write to the same server
        for store in (near, far):
            store.replace([], small_quads)
        for fmt in ("nquads", "graphml", "html"):
            (here,), (there,) = (export(store, fmt, tmp_path / store.location[:4]) for store in (near, far))
            assert here.read_bytes() == there.read_bytes()


def test_csv_beside_a_stem_or_in_a_folder(small: Store, tmp_path: Path) -> None:
    beside = export(small, "csv", tmp_path / "graph.csv")
    inside = export(small, "csv", tmp_path / "tables")
    assert [path.name for path in beside] == ["graph-edges.csv", "graph-nodes.csv"]
    assert inside == [tmp_path / "tables" / "edges.csv", tmp_path / "tables" / "nodes.csv"]
    assert beside[0].read_bytes() == inside[0].read_bytes()


def test_an_unknown_format_is_refused_with_the_known_ones(small: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="turtle, trig, nquads, jsonld, graphml, gexf, cytoscape, csv, html"):
        export(small, "pdf", tmp_path / "graph.pdf")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_made_where_only_it_is_missing(small: Store, tmp_path: Path) -> None:
    assert export(small, "turtle", tmp_path / "build" / "graph.ttl")[0].is_file()


def test_a_folder_in_a_missing_folder_is_named(small: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        export(small, "turtle", tmp_path / "nowhere" / "deeper" / "graph.ttl")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_file(small: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=str(tmp_path)):
        export(small, "gexf", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_file_is_no_folder_for_tables(small: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="taken"):
        export(small, "csv", tmp_path / "taken")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_without_permission_is_refused(small: Store, tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(ExportError):
            export(small, "turtle", tmp_path / "graph.ttl")
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "graph-nodes.csv"
    old.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "disk")

    monkeypatch.setattr(writing.os, "replace", full)
    with pytest.raises(ExportError, match="No space left"):
        export(small, "csv", tmp_path / "graph.csv")
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_second_export_replaces_the_first(small: Store, tmp_path: Path) -> None:
    place = tmp_path / "graph.nq"
    place.write_text("old", encoding="utf-8")
    export(small, "nquads", place)
    assert place.read_text(encoding="utf-8").startswith("<https://w3id.org/hbtgraph/")
    assert list(tmp_path.iterdir()) == [place]


def test_a_file_has_the_usual_permissions(small: Store, tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    (written,) = export(small, "turtle", tmp_path / "graph.ttl")
    assert written.stat().st_mode == usual.stat().st_mode
