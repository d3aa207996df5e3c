"""extract and add take every kind of source; many articles in one file are written one by one."""

from __future__ import annotations

import gzip
import io
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from .conftest import SENTENCES, Run


def bulk(folder: Path, *ids: str, bad: bool = False) -> Path:
    lines = [json.dumps({"id": name, "text": SENTENCES, "date": "2022-10-23"}) for name in ids]
    path = folder / "kho.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join([*lines, "{"] if bad else lines).encode()))
    return path


def test_each_line_of_a_bulk_file_becomes_a_file_of_its_own(run: Run, tmp_path: Path, article: Path) -> None:
    code, out, _ = run("extract", bulk(tmp_path, "a", "b"), article, "-o", tmp_path / "facts")
    assert (code, out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "facts").iterdir()) == ["a.json", "b.json", "ho-sen.json"]
    assert json.loads((tmp_path / "facts" / "b.json").read_bytes())["article"] == "b"


def test_a_bad_line_at_the_end_stops_before_the_first_is_written(run: Run, tmp_path: Path) -> None:
    code, _, err = run("extract", bulk(tmp_path, "a", "b", bad=True), "-o", tmp_path / "facts")
    assert code == 2
    assert "kho.jsonl.gz:3: " in err
    assert not (tmp_path / "facts").exists()


def test_standard_input_is_an_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCES.encode())))
    code, out, _ = run("extract", "-")
    assert code == 0
    facts = json.loads(out)
    assert facts["article"] == "stdin"
    assert "document" in {fact["kind"] for fact in facts["facts"]}


def test_bulk_articles_go_into_the_graph(run: Run, tmp_path: Path) -> None:
    assert run("add", bulk(tmp_path, "a", "b")).code == 0
    held = run("status").out
    assert "2022-10-23" in held
    assert "2 bài" in held


class Site(BaseHTTPRequestHandler):
    """One page, whatever is asked."""

    def do_GET(self) -> None:
        title, *paragraphs = SENTENCES.strip().split("\n\n")
        body = f"<html><h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}</html>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("command", ["extract", "add"])
def test_a_private_address_is_read_only_where_the_user_says_so(run: Run, command: str) -> None:
    with HTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}/tin/ho-sen-tong-ket-thi-dua.html"
        refused, read = run(command, url), run(command, "--allow-private", url)
        server.shutdown()
        thread.join()
    assert refused.code == 2
    assert "--allow-private" in refused.err
    assert not refused.out
    assert read.code == 0
    shown = read.out if command == "extract" else run("status").out
    assert "ho-sen-tong-ket-thi-dua" in shown
