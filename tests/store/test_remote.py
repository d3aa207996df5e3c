"""A server that refuses, errs, dawdles or is none gives one clear line; and no other address is ever asked."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from hbtgraph.errors import HbtGraphError, QueryError, StoreError
from hbtgraph.store import open_store
from hbtgraph.store.remote import RemoteStore

Respond = Callable[[http.server.BaseHTTPRequestHandler], None]
JSON = "application/sparql-results+json"


class Handler(http.server.BaseHTTPRequestHandler):
    respond: Respond
    seen: list[str]

    def do_POST(self) -> None:
        self.seen.append(f"{self.path} {self.headers.get('Authorization')}")
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).respond(self)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps the test's output clean."""


@pytest.fixture
def serve() -> Iterator[Callable[[Respond], tuple[str, list[str]]]]:
    servers = []

    def start(respond: Respond) -> tuple[str, list[str]]:
        seen: list[str] = []
        handler = type("OneAnswer", (Handler,), {"respond": staticmethod(respond), "seen": seen})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return f"127.0.0.1:{server.server_port}", seen

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def answer(status: int, kind: str, body: str, **headers: str) -> Respond:
    def respond(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body.encode())

    return respond


YES = '{"head":{},"boolean":true}'

FAULTS: list[tuple[Respond, type[HbtGraphError], str]] = [
    (answer(401, "text/plain", "who?"), StoreError, "denies access"),
    (answer(403, "text/plain", "no"), StoreError, "denies access"),
    (answer(400, "text/plain", "line 1: eh?"), QueryError, "line 1: eh"),
    (answer(404, "text/plain", "nothing"), StoreError, "HTTP 404"),
    (answer(500, "text/plain", "broken"), StoreError, "HTTP 500"),
    (answer(200, "text/html", "<html>Xin chào"), StoreError, "text/html"),
    (answer(200, JSON, "{]"), StoreError, "not a complete SPARQL result"),
    (answer(200, "application/n-triples", "<a b"), StoreError, "not a complete SPARQL result"),
    (answer(200, JSON, YES, X_SQL_State="S1TAT"), StoreError, "S1TAT"),
]


@pytest.mark.parametrize(("respond", "kind", "said"), FAULTS)
def test_what_is_no_answer_is_one_clear_line(
    serve: Callable[[Respond], tuple[str, list[str]]], respond: Respond, kind: type[HbtGraphError], said: str
) -> None:
    host, _ = serve(respond)
    with pytest.raises(kind, match=said) as caught:
        RemoteStore(f"sparql+http://{host}").query("ASK {}")
    assert "\n" not in str(caught.value)


def test_a_redirect_is_not_followed(serve: Callable[[Respond], tuple[str, list[str]]]) -> None:
    other, asked = serve(answer(200, JSON, YES))
    host, _ = serve(answer(302, "text/plain", "", Location=f"http://{other}/query"))
    with pytest.raises(StoreError, match="HTTP 302"):
        RemoteStore(f"sparql+http://{host}").query("ASK {}")
    assert asked == []


def test_a_server_that_dawdles_is_given_up(serve: Callable[[Respond], tuple[str, list[str]]]) -> None:
    host, _ = serve(lambda handler: time.sleep(1.5))
    with pytest.raises(StoreError, match="within 1 seconds"):
        RemoteStore(f"sparql+http://{host}", timeout=1).query("ASK {}")


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9/query: .*cannot be reached"):
        open_store("sparql+http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("path", "query", "update"),
    [
        ("", "/query", "/update"),
        ("/", "/query", "/update"),
        ("/query", "/query", "/update"),
        ("/hanoi", "/hanoi/query", "/hanoi/update"),
        ("/hanoi/sparql", "/hanoi/sparql", "/hanoi/update"),
    ],
)
def test_the_address_says_where_to_ask_and_where_to_write(
    serve: Callable[[Respond], tuple[str, list[str]]], path: str, query: str, update: str
) -> None:
    host, asked = serve(answer(200, JSON, YES))
    store = RemoteStore(f"sparql+http://{host}{path}")
    assert store.query("ASK {}") is True
    store.drop(["https://example.org/g"])
    assert asked == [f"{query} None", f"{update} None"]


def test_name_and_password_go_in_the_header_and_in_no_message(
    serve: Callable[[Respond], tuple[str, list[str]]],
) -> None:
    host, asked = serve(answer(401, "text/plain", ""))
    with pytest.raises(StoreError) as caught:
        RemoteStore(f"sparql+http://lan:b%C3%AD%40mat@{host}").query("ASK {}")
    assert asked == ["/query Basic bGFuOmLDrUBtYXQ="]
    assert "lan" not in str(caught.value)
    assert "mat" not in str(caught.value)


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1:9", "sparql+file:///etc/passwd", "sparql+ftp://a/b", "sparql+http://", "sparql+http://a:b:c/"],
)
def test_other_kinds_of_address_are_refused(location: str) -> None:
    with pytest.raises(StoreError, match="sparql\\+http://host:port"):
        open_store(location)
