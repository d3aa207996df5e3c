"""Addresses: the page is fetched, everything else is told in one line, and nothing private is asked."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hbtgraph.errors import SourceError
from hbtgraph.sources import read, web
from hbtgraph.sources.decode import MAX_BYTES

PAGE = (
    "<html><head><title>Quận Hồ Sen trồng cây</title></head><body><h1>Quận Hồ Sen trồng cây xanh</h1>"
    "<p>Sáng 5-2, UBND quận Hồ Sen tổ chức lễ phát động trồng cây tại công viên Bờ Đông, với 300 người tham gia.</p>"
    "<p>Theo kế hoạch, mỗi phường trồng 500 cây xanh; các trường học được giao chăm sóc cây.</p></body></html>"
).encode()
HTML = "text/html; charset=utf-8"


class Site(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    asked: list[str]
    seen: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.seen.append(self.headers["Host"])
        name = self.path.partition("?")[0].strip("/").replace("-", "_")
        getattr(self, f"give_{name}", self.give_missing)()

    def answer(self, status: int, body: bytes = b"", kind: str | None = HTML, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for key, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_trang(self) -> None:
        self.answer(200, PAGE)

    def give_nen(self) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def give_la(self) -> None:
        self.answer(200, PAGE, Content_Encoding="br")

    def give_bom(self) -> None:
        self.answer(200, gzip.compress(b"<p>" + b"\0" * MAX_BYTES), Content_Encoding="gzip")

    def give_to(self) -> None:
        self.answer(200, b"<p>" + b"a" * MAX_BYTES)

    def give_pdf(self) -> None:
        self.answer(200, b"%PDF-1.7", "application/pdf")

    def give_khong_noi(self) -> None:
        self.answer(200, PAGE, None)

    def give_cu(self) -> None:
        self.answer(302, Location="/trang?tu=cu")

    def give_chuyen_chu(self) -> None:
        self.answer(302, Location="/không-có".encode().decode("latin-1"))

    def give_chuyen_hong(self) -> None:
        self.answer(302, Location="http://[")

    def give_vong(self) -> None:
        self.answer(301, Location="/vong")

    def give_ra_tep(self) -> None:
        self.answer(302, Location="file:///etc/hostname")

    def give_vao_trong(self) -> None:
        self.answer(302, Location="http://10.0.0.1/admin")

    def give_cam(self) -> None:
        self.answer(403)

    def give_het(self) -> None:
        self.answer(410)

    def give_loi(self) -> None:
        self.answer(500)

    def give_missing(self) -> None:
        self.answer(404)

    def give_dut(self) -> None:
        self.answer(200, PAGE[:100], Content_Length=str(len(PAGE)))

    def give_nho_giot(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        self.drip(b" ")

    def give_nho_giot_dau_thu(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        self.drip(b"x")

    def drip(self, drop: bytes) -> None:
        try:
            for _ in range(100):
                self.wfile.write(drop)
                self.wfile.flush()
                time.sleep(0.02)
        except OSError:
            pass  # the reader has left, as it should

    def give_khong_phai_http(self) -> None:
        self.wfile.write(b"xin chao\r\n\r\n")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def at(server: ThreadingHTTPServer) -> Callable[[str], str]:
    Site.asked, Site.seen = [], []
    return lambda path: f"http://127.0.0.1:{server.server_port}/{path}"


def fails(url: str, *words: str, allow_private: bool = True, seconds: float = web.SECONDS) -> None:
    with pytest.raises(SourceError) as caught:
        web.fetch(url, allow_private=allow_private, seconds=seconds)
    line = str(caught.value)
    assert line.startswith(f"{url}: ")
    assert " | " in line
    assert line.isprintable()
    assert all(word in line for word in words), line


class TestPages:
    @pytest.mark.parametrize("path", ["trang", "nen"])
    def test_a_page_is_fetched_packed_or_not(self, at: Callable[[str], str], path: str) -> None:
        page = web.fetch(at(path), allow_private=True)
        assert page == web.Page(at(path), PAGE, "utf-8")

    def test_redirects_are_followed_and_the_last_address_is_told(self, at: Callable[[str], str]) -> None:
        assert web.fetch(at("cu"), allow_private=True).url == at("trang?tu=cu")
        assert Site.asked == ["/cu", "/trang?tu=cu"]

    def test_an_article_is_made_of_it(self, at: Callable[[str], str]) -> None:
        (article,) = read(at("cu"), allow_private=True)
        assert article.title == "Quận Hồ Sen trồng cây xanh"
        assert article.source == at("trang?tu=cu")
        assert article.id == "127-0-0-1-trang-tu-cu"

    def test_letters_outside_ascii_are_written_as_the_web_does(self, at: Callable[[str], str]) -> None:
        fails(at("không có?tên=Hồ Sen#dau"), "404")
        assert Site.asked == ["/kh%C3%B4ng%20c%C3%B3?t%C3%AAn=H%E1%BB%93%20Sen"]

    def test_a_redirect_may_be_written_in_vietnamese(self, at: Callable[[str], str]) -> None:
        with pytest.raises(SourceError, match="404"):
            web.fetch(at("chuyen-chu"), allow_private=True)
        assert Site.asked == ["/chuyen-chu", "/kh%C3%B4ng-c%C3%B3"]

    def test_a_host_s_next_address_is_tried(
        self, at: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, server: ThreadingHTTPServer
    ) -> None:
        connect = socket.create_connection

        def reach(address: tuple[str, int], *rest: float) -> socket.socket:
            if address[0] == "127.0.0.9":
                raise OSError("unreachable")
            return connect(address, *rest)

        monkeypatch.setattr(web, "_resolve", lambda *_: ("127.0.0.9", "127.0.0.1"))
        monkeypatch.setattr(socket, "create_connection", reach)
        assert web.fetch(f"http://bodong.vn:{server.server_port}/trang").data == PAGE

    def test_the_request_names_the_host(self, at: Callable[[str], str], server: ThreadingHTTPServer) -> None:
        web.fetch(at("trang").replace("127.0.0.1", "localhost"), allow_private=True)
        assert Site.seen == [f"localhost:{server.server_port}"]


class TestRefusals:
    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("khong-co", ("không có trang này", "404", "check the address")),
            ("het", ("410",)),
            ("cam", ("403", "save it")),
            ("loi", ("500",)),
            ("pdf", ("application/pdf", "no HTML page")),
            ("khong-noi", ("no HTML page",)),
            ("to", ("quá lớn", "10 MB")),
            ("bom", ("quá lớn", "10 MB")),
            ("vong", ("too often",)),
            ("chuyen-hong", ("redirects to is malformed",)),
            ("la", ("br",)),
            ("dut", ("ended too early",)),
            ("khong-phai-http", ("cannot be read",)),
        ],
    )
    def test_what_the_server_does_wrong_is_told(
        self, at: Callable[[str], str], path: str, words: tuple[str, ...]
    ) -> None:
        fails(at(path), *words)

    @pytest.mark.parametrize("path", ["nho-giot", "nho-giot-dau-thu"])
    def test_a_server_that_sends_drop_by_drop_gains_no_time(self, at: Callable[[str], str], path: str) -> None:
        began = time.monotonic()
        fails(at(path), "too", seconds=0.3)
        assert time.monotonic() - began < 1.5

    def test_a_server_that_says_nothing_is_left(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            fails(f"http://127.0.0.1:{silent.getsockname()[1]}/", "longer than", "giây", seconds=0.2)

    def test_a_closed_door_is_told(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        fails(f"http://127.0.0.1:{port}/", "từ chối", "refuses")

    def test_no_tls_is_told(self, at: Callable[[str], str]) -> None:
        fails(at("trang").replace("http:", "https:"), "security certificate")

    @pytest.mark.parametrize(
        ("url", "word"),
        [
            ("ftp://bodong.vn/tin", "only http"),
            ("file:///etc/hostname", "only http"),
            ("http:///tin", "malformed"),
            ("http://[::1", "malformed"),
            ("http://bodong.vn:99999/", "malformed"),
            ("http://ai:matkhau@bodong.vn/", "malformed"),
            ("http://" + "a" * 70 + ".vn/", "malformed"),
            ("http://khong-co.invalid/", "no such host"),
        ],
    )
    def test_an_address_that_is_none_is_told(self, url: str, word: str) -> None:
        fails(url, word)

    def test_a_line_end_in_an_address_starts_no_second_request(self, at: Callable[[str], str]) -> None:
        with pytest.raises(SourceError, match="404"):
            web.fetch(at("khong-co\r\nX: y"), allow_private=True)
        assert len(Site.asked) == 1


class TestPrivateAddresses:
    @pytest.mark.parametrize(
        "host",
        ["127.0.0.1", "localhost", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
         "224.0.0.1", "240.0.0.1", "[::1]", "[fe80::1]", "[fc00::1]", "[::ffff:127.0.0.1]", "[64:ff9b::a00:1]",
         "[2002:7f00:1::]", "2130706433", "0x7f.1"],
    )  # fmt: skip
    def test_are_not_asked(self, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(web, "_Connection", lambda *_: pytest.fail("it was asked"))
        fails(f"http://{host}/", "mạng riêng", "--allow-private", allow_private=False)

    @pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
    def test_public_ones_are(self, address: str) -> None:
        assert web.is_public(address)

    def test_one_private_address_of_a_host_is_enough(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "127.0.0.1")]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
        fails("http://bodong.vn/", "mạng riêng", allow_private=False)

    def test_a_redirect_leads_to_none(self, at: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
        port = at("").rsplit(":", 1)[1].strip("/")
        monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
        with pytest.raises(SourceError, match="mạng riêng"):
            web.fetch(f"http://127.0.0.1:{port}/vao-trong")

    def test_a_redirect_leads_to_no_file(self, at: Callable[[str], str]) -> None:
        with pytest.raises(SourceError, match="only http"):
            web.fetch(at("ra-tep"), allow_private=True)

    def test_a_host_is_looked_up_once_so_that_its_second_answer_is_not_asked(
        self, at: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        port = int(at("").rsplit(":", 1)[1].strip("/"))
        answers = iter(["127.0.0.1", "10.0.0.1"])
        row = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        looked_up = []

        def look_up(host: str, *rest: object, **named: object) -> list[object]:
            if host == "bodong.vn":
                looked_up.append(host)
                return [(*row, (next(answers), port))]
            return [(*row, (host, port))]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
        assert web.fetch(f"http://bodong.vn:{port}/trang").data == PAGE
        assert looked_up == ["bodong.vn"]
