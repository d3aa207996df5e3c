"""A SPARQL 1.1 server instead of a folder: the same quads, the same questions, over HTTP."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.parse import SplitResult, unquote, urlsplit

import pyoxigraph as ox
from SPARQLWrapper import INSERT, POST, SELECT, SPARQLWrapper

from hbtgraph.errors import QueryError, StoreError
from hbtgraph.store.base import Answer, Rows, Store

PREFIX = "sparql+"
"""What a location begins with to mean a server: sparql+http://... or sparql+https://..."""

TIMEOUT = 120
"""Seconds to wait for an answer."""

_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"
_QUERY_NAMES = ("query", "sparql")


class RemoteStore(Store):
    """A store behind a SPARQL 1.1 Protocol endpoint, which must take queries and updates.

    `sparql+http://host:port` asks at /query and writes at /update; a path before these, or a full
    address that ends in /query or /sparql, is kept. A name and password may stand before the host
    and are sent as HTTP Basic. The server must carry out one update request as one transaction and
    have a default graph to write to, as Oxigraph, Fuseki and GraphDB do. No request goes anywhere
    else: redirects are refused.
    """

    def __init__(self, location: str, *, read_only: bool = False, timeout: int = TIMEOUT) -> None:
        parts = _address(location)
        self.read_only, self._timeout = read_only, timeout
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._query_url, self._update_url = _endpoints(parts)
        self.location = PREFIX + self._query_url

    def _update(self, text: str) -> None:
        """Carries out a SPARQL 1.1 update in one request. Raises StoreError."""
        if self.read_only:
            raise StoreError(
                "kho đang mở chỉ để đọc; hãy mở lại để ghi",
                "the store is open for reading only; open it for writing",
                where=self.location,
            )
        self._send(text, INSERT)

    def query(self, text: str) -> Answer:
        """Answers a SPARQL 1.1 query over the union of the graphs; see `Store.query`."""
        kind, body = self._send(text, SELECT)
        try:
            if kind == "application/n-triples":
                return [quad.triple for quad in ox.parse(body, ox.RdfFormat.N_TRIPLES)]
            if kind.endswith("json"):
                return _read_results(body)
        except (SyntaxError, ValueError) as error:
            raise self._strange(f"{kind}: {error}") from error
        raise self._strange(kind or "?")

    def quads(self, graphs: Iterable[str] | None = None) -> Iterator[ox.Quad]:
        """The quads of these named graphs (IRIs), or of all; in no particular order."""
        values = "" if graphs is None else f"VALUES ?g {{ {' '.join(str(ox.NamedNode(name)) for name in graphs)} }}"
        rows = self.query(f"SELECT ?s ?p ?o ?g {{ {values} GRAPH ?g {{ ?s ?p ?o }} }}")
        assert isinstance(rows, Rows)
        for subject, predicate, value, graph in rows:
            assert isinstance(subject, ox.NamedNode | ox.BlankNode)
            assert isinstance(predicate, ox.NamedNode)
            assert isinstance(graph, ox.NamedNode)
            assert value is not None
            yield ox.Quad(subject, predicate, value, graph)

    def graph_names(self) -> list[str]:
        """IRIs of the named graphs that hold something, sorted."""
        rows = self.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        assert isinstance(rows, Rows)
        return sorted(graph.value for (graph,) in rows if isinstance(graph, ox.NamedNode))

    def close(self) -> None:
        """Nothing is kept open between requests."""

    def _send(self, text: str, kind: str) -> tuple[str, bytes]:
        """Content type and body of the answer."""
        client = _Client(self._query_url, updateEndpoint=self._update_url)
        client.setMethod(POST)
        client.setTimeout(self._timeout)
        client.addCustomHttpHeader("Accept", _ACCEPT)
        if self._user:
            client.setCredentials(self._user, self._password)
        # setQuery guesses the kind of request with patterns; it is known here
        client.queryString, client.queryType = text, kind
        try:
            with client.query().response as response:
                body, headers = response.read(), response.headers
        except urllib.error.HTTPError as error:
            with error:
                raise self._refused(error.code, error.read(), kind) from error
        except (OSError, HTTPException) as error:
            raise self._unreachable(error) from error
        if state := headers.get("X-SQL-State"):  # Virtuoso ran out of time and sent a part as if it were all
            raise self._strange(f"X-SQL-State {state}")
        return headers.get_content_type(), body

    def _unreachable(self, error: Exception) -> StoreError:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            return StoreError(
                f"máy chủ không trả lời trong {self._timeout} giây; hãy thử lại hoặc hỏi ít hơn",
                f"the server did not answer within {self._timeout} seconds; try again or ask for less",
                where=self.location,
            )
        return StoreError(
            f"không nối được tới máy chủ ({reason}); hãy kiểm tra địa chỉ và máy chủ",
            f"the server cannot be reached ({reason}); check the address and the server",
            where=self.location,
        )

    def _refused(self, status: int, body: bytes, kind: str) -> StoreError | QueryError:
        said = " ".join(body.decode("utf-8", "replace").split())[:300]
        if status in (401, 403):
            return StoreError(
                f"máy chủ không cho phép (HTTP {status}); hãy kiểm tra tên và mật khẩu trong địa chỉ",
                f"the server denies access (HTTP {status}); check the name and password in the address",
                where=self.location,
            )
        if status == 400 and kind == SELECT:
            return QueryError(
                f"máy chủ không đọc được câu SPARQL ({said}); hãy xem lại cú pháp",
                f"the server cannot read the SPARQL text ({said}); check its syntax",
            )
        return StoreError(
            f"máy chủ báo lỗi HTTP {status} ({said}); hãy kiểm tra địa chỉ và nhật ký máy chủ",
            f"the server reports HTTP {status} ({said}); check the address and the server's log",
            where=self.location,
        )

    def _strange(self, what: str) -> StoreError:
        return StoreError(
            f"máy chủ trả lời không phải kết quả SPARQL trọn vẹn ({what}); hãy kiểm tra địa chỉ",
            f"the server's answer is not a complete SPARQL result ({what}); check the address",
            where=self.location,
        )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect an error, so that no other address is asked."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


class _Client(SPARQLWrapper):
    """SPARQLWrapper that follows no redirect and leaves the status of a refusal readable."""

    def _query(self) -> tuple[HTTPResponse, str]:
        opener = urllib.request.build_opener(_NoRedirect)
        return opener.open(self._createRequest(), timeout=self.timeout), self.returnFormat


def _address(location: str) -> SplitResult:
    try:
        parts = urlsplit(location.removeprefix(PREFIX))
        sound = (
            location.startswith(PREFIX) and parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
        )
    except ValueError:
        sound = False
    if not sound:
        raise StoreError(
            "địa chỉ máy chủ phải có dạng sparql+http://máy:cổng/... hoặc sparql+https://...",
            "a server's address looks like sparql+http://host:port/... or sparql+https://...",
            where=location.rpartition("@")[2],
        )
    return parts


def _endpoints(parts: SplitResult) -> tuple[str, str]:
    """Where to ask and where to write, without name and password."""
    root, _, last = parts.path.rstrip("/").rpartition("/")
    if last not in _QUERY_NAMES:
        root, last = parts.path.rstrip("/"), "query"
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{root}/{last}", f"{parts.scheme}://{host}{root}/update"


def _read_results(body: bytes) -> Rows | bool:
    found = ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = tuple(variable.value for variable in found.variables)
    return Rows(names, tuple(tuple(row) for row in found))
