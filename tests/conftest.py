"""Shared fixtures. The small graph of fixtures/small.trig is the one to test on; add to it before making another."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import settings

from hbtgraph.pipeline.tenures import renew_all
from hbtgraph.store import MEMORY, Store, open_store

# how long an example takes says how busy the machine is, not whether the code is right
settings.register_profile("hbtgraph", deadline=None)
settings.load_profile("hbtgraph")

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def small_quads() -> tuple[ox.Quad, ...]:
    """Every quad of the small graph, and the tenures that its two articles make together."""
    with open_store(MEMORY) as store:
        store.replace([], ox.parse(path=FIXTURES / "small.trig", format=ox.RdfFormat.TRIG))
        renew_all(store)
        return tuple(store.quads())


@pytest.fixture(scope="session")
def _small(small_quads: tuple[ox.Quad, ...]) -> Iterator[Store]:
    with open_store(MEMORY) as store:
        store.replace([], small_quads)
        yield store


@pytest.fixture
def small(_small: Store) -> Store:
    """An in-memory store with the small graph, shared: tests only read it."""
    return _small


@pytest.fixture
def own_small(small_quads: tuple[ox.Quad, ...]) -> Iterator[Store]:
    """An in-memory store with the small graph, for this test alone."""
    with open_store(MEMORY) as store:
        store.replace([], small_quads)
        yield store


@pytest.fixture(scope="session")
def sparql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """host:port of an Oxigraph server on loopback, stopped at the end."""
    port = _free_port()
    program = Path(sysconfig.get_path("scripts")) / ("oxigraph.exe" if sys.platform == "win32" else "oxigraph")
    folder = tmp_path_factory.mktemp("server")
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(server, port)
        yield f"127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("the Oxigraph server did not start")
