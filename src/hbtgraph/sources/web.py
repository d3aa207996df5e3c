"""Fetches one page from the web: only what the user named, only from where the public may read.

A page may not send the program to the user's own network. So every name is resolved here, each of its
addresses is checked, and the connection goes to that very address: no second look-up could give another
one in between (DNS rebinding). Every redirect passes the same check. Proxies of the environment are not
used: behind one the address could not be checked.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import re
import socket
import ssl
import time
import zlib
from contextlib import suppress
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from hbtgraph.errors import SourceError
from hbtgraph.sources.decode import MAX_BYTES
from hbtgraph.vietnamese.text import slug

SECONDS = 20.0
"""Everything must have come by then, redirects included."""

_LONGEST_NAME = 120
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_HTML = ("text/html", "application/xhtml+xml")
_HEADERS = {"User-Agent": "hbtgraph", "Accept": ", ".join(_HTML), "Accept-Encoding": "gzip, identity"}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Page(NamedTuple):
    """What came: the bytes of an HTML page, where they were at last, and the encoding the server told."""

    url: str
    data: bytes
    charset: str | None


class _Place(NamedTuple):
    """Where to connect: the addresses are checked, `host` and `target` go into the request."""

    secure: bool
    host: str
    port: int
    addresses: tuple[str, ...]
    target: str


def fetch(url: str, *, allow_private: bool = False, seconds: float = SECONDS) -> Page:
    """The HTML page at an http or https address, after at most five redirects.

    `allow_private` lifts the ban on private, loopback, link-local and reserved addresses. Raises
    SourceError, which names the address and the reason: not http(s), unknown host, private address,
    refused, certificate, timed out, an HTTP error, too many redirects, larger than 10 MB, not HTML.
    """
    deadline = time.monotonic() + seconds
    here = url
    for _ in range(_MOST_REDIRECTS + 1):
        answer = _ask(here, allow_private, deadline)
        if isinstance(answer, Page):
            return answer
        here = _moved(here, answer)
    raise _error(url, "địa chỉ chuyển tiếp quá nhiều lần", "the address redirects too often")


def _moved(url: str, location: str) -> str:
    """Where a redirect leads; http.client takes the header's bytes for Latin letters, servers write UTF-8."""
    with suppress(UnicodeError):  # where it is Latin after all
        location = location.encode("latin-1").decode()
    try:
        return urljoin(url, location)
    except ValueError:
        raise _error(
            url, "địa chỉ chuyển tiếp viết không đúng", "the address that it redirects to is malformed"
        ) from None


def _ask(url: str, allow_private: bool, deadline: float) -> Page | str:
    """The page, or where it has gone."""
    connection = _Connection(_place(url, allow_private), deadline)
    try:
        connection.ask()
        with connection.getresponse() as response:
            return _answer(url, response)
    except (OSError, http.client.HTTPException, zlib.error, UnicodeError, EOFError) as error:
        raise _failure(url, error) from None
    finally:
        connection.close()


def _answer(url: str, response: http.client.HTTPResponse) -> Page | str:
    if response.status in _REDIRECTS and (moved := response.headers["Location"]):
        return str(moved)
    if response.status != http.client.OK:
        raise _refusal(url, response.status)
    kind = response.headers.get_content_type() if response.headers["Content-Type"] else "?"
    if kind not in _HTML:
        raise _error(
            url,
            f"không phải trang HTML ({kind}); hãy tải tệp về rồi đọc tệp",
            f"it is no HTML page ({kind}); save it, then read the file",
        )
    return Page(url, _content(response, url), response.headers.get_content_charset())


def _place(url: str, allow_private: bool) -> _Place:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        raise _error(url, "địa chỉ viết không đúng", "the address is malformed") from None
    if parts.scheme not in ("http", "https"):
        raise _error(url, "chỉ đọc được địa chỉ http và https", "only http and https addresses can be read")
    if not host or "@" in parts.netloc:
        raise _error(url, "địa chỉ viết không đúng", "the address is malformed")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?[]')}" if parts.query else ""
    )
    return _Place(parts.scheme == "https", host, port, _resolve(url, host, port, allow_private), target)


def _resolve(url: str, host: str, port: int, allow_private: bool) -> tuple[str, ...]:
    """The host's addresses, where all of them are public."""
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise _error(
            url,
            "không tìm thấy máy chủ này; hãy kiểm tra địa chỉ và mạng",
            "no such host; check the address and the network",
        ) from None
    if not allow_private and not all(map(is_public, found)):
        raise _error(
            url,
            "địa chỉ thuộc mạng riêng nên không đọc; nếu đúng ý muốn, hãy thêm --allow-private",
            "this is a private address and is not read; if that is what you want, add --allow-private",
        )
    return tuple(dict.fromkeys(found))


def is_public(address: str) -> bool:
    """Whether the address, or the one that it carries inside, is of the internet and of no one's own network."""
    plain = ipaddress.ip_address(address)
    return all(one.is_global and not (one.is_multicast or one.is_reserved) for one in _carried(plain) or [plain])


def _carried(address: _Address) -> list[_Address]:
    """The IPv4 addresses that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]


class _Connection(http.client.HTTPConnection):
    """Connects to the address that was checked; nothing waits longer than until `deadline`."""

    def __init__(self, place: _Place, deadline: float) -> None:
        super().__init__(place.host, place.port)
        if (place.port, place.secure) in ((80, False), (443, True)):
            self.default_port = place.port
        self._place, self._deadline = place, deadline

    def ask(self) -> None:
        """Sends the request. Raises OSError and http.client.HTTPException."""
        self.request("GET", self._place.target, headers=_HEADERS)

    def connect(self) -> None:
        """Opens the connection, with TLS for https. Raises OSError."""
        sock = self._reach()
        if self._place.secure:
            sock.settimeout(_left(self._deadline))
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=self._place.host)
        self.sock = _Timed(sock, self._deadline)

    def _reach(self) -> socket.socket:
        """A socket to the first address that answers: a host may have one that this network cannot reach."""
        *others, last = self._place.addresses
        for address in others:
            try:
                return socket.create_connection((address, self._place.port), _left(self._deadline))
            except OSError:
                continue  # the last one's error is the one told
        return socket.create_connection((last, self._place.port), _left(self._deadline))


class _Timed:
    """As much of a socket as http.client uses; each step may take the time that is left of the whole."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, self._deadline))

    def close(self) -> None:
        self._sock.close()


class _Reader(io.RawIOBase):
    """Reads from a socket until the deadline; a server that sends a byte now and then gains no time."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline
        self._raw = sock.makefile("rb", buffering=0)  # keeps the socket open until this is closed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(_left(self._deadline))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _content(response: http.client.HTTPResponse, url: str) -> bytes:
    """The whole body, unpacked; packed or not, it may not be larger than MAX_BYTES."""
    data = response.read(MAX_BYTES + 1)
    whole = not response.length  # what the server announced and has not sent
    packing = response.headers.get("Content-Encoding", "identity").lower()
    if packing in ("gzip", "x-gzip"):
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        data = unpack.decompress(data, MAX_BYTES + 1)
        whole = unpack.eof
    elif packing != "identity":
        raise http.client.HTTPException(f"Content-Encoding: {packing}")
    if len(data) > MAX_BYTES:
        raise _error(url, "trang quá lớn (tối đa 10 MB)", "the page is too large (at most 10 MB)")
    if not whole:
        raise EOFError("the connection ended too early")
    return data


def _refusal(url: str, status: int) -> SourceError:
    if status in (http.client.NOT_FOUND, http.client.GONE):
        return _error(
            url, f"không có trang này ({status}); hãy kiểm tra địa chỉ", f"no such page ({status}); check the address"
        )
    return _error(
        url,
        f"máy chủ không cho trang này (HTTP {status}); hãy mở bằng trình duyệt, lưu lại rồi đọc tệp",
        f"the server does not give this page (HTTP {status}); open it in a browser, save it and read the file",
    )


def _failure(url: str, error: Exception) -> SourceError:
    if isinstance(error, TimeoutError):
        return _error(url, f"quá {SECONDS:.0f} giây chưa đọc xong", f"it took longer than {SECONDS:.0f} seconds")
    if isinstance(error, ConnectionRefusedError):
        return _error(
            url, "máy chủ từ chối kết nối; hãy kiểm tra địa chỉ", "the server refuses the connection; check the address"
        )
    if isinstance(error, ssl.SSLError):
        return _error(
            url, "chứng thư bảo mật của máy chủ không hợp lệ", "the server's security certificate is not valid"
        )
    reason = type(error).__name__ if not str(error) else str(error)
    return _error(url, f"không đọc được trang ({reason})", f"the page cannot be read ({reason})")


def _error(url: str, vi: str, en: str) -> SourceError:
    return SourceError(vi, en, where=url)


def name_of(url: str) -> str:
    """An identifier made of an address: the last part of its path, and all that is before it where it says little."""
    parts = urlsplit(url)
    path = re.sub(r"\.\w{1,5}$", "", unquote(parts.path).rstrip("/"))
    last = path.rpartition("/")[2]
    told = last if slug(last).count("-") >= 2 else f"{parts.hostname} {path}"
    return slug(f"{told} {parts.query}", _LONGEST_NAME) or "page"
