"""Running the command line inside the test's own process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from hbtgraph.cli import main

SENTENCES = (
    "Quận Hồ Sen tổng kết một năm thi đua\n\n"
    "Chủ tịch UBND quận Hồ Sen Trần Văn Sen cho biết quận đã ban hành Kế hoạch số 7/KH-UBND ngày 30-1-2022.\n\n"
    "Phong trào “Tuyến phố sạch” được quận Hồ Sen phát động từ năm 2015.\n"
)


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `hbtgraph ARGUMENTS` with a store of the test's own."""
    monkeypatch.setenv("HBTGRAPH_STORE", str(tmp_path / "store"))

    def runs(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ran(int(stop.value.code or 0), captured.out, captured.err)

    return runs


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article of our own."""
    path = tmp_path / "ho-sen.txt"
    path.write_text("---\ntitle: Quận Hồ Sen\ndate: 2022-10-23\n---\n" + SENTENCES, encoding="utf-8")
    return path
