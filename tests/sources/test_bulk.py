"""Many articles in one file, and sources of every kind in one call."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources import read, read_articles
from hbtgraph.sources.bulk import read_lines
from hbtgraph.sources.decode import MAX_BYTES

from .conftest import mangled

TEXT = (
    "Quận Hồ Sen phát động Tết trồng cây\n"
    "Sáng 5-2, UBND quận Hồ Sen tổ chức lễ phát động Tết trồng cây tại công viên Bờ Đông, với 300 người tham gia.\n"
    "Theo kế hoạch, mỗi phường trồng 500 cây xanh và các trường học được giao chăm sóc.\n"
)
TITLE, LEAD, BODY = TEXT.splitlines()


def written(folder: Path, *lines: object, name: str = "kho.jsonl") -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def only(path: Path) -> Article:
    (article,) = read(path)
    return article


class TestLines:
    @pytest.mark.parametrize("name", ["kho.jsonl", "kho.jsonl.gz", "KHO.JSONL", "kho.ndjson"])
    def test_each_is_an_article_under_its_id(self, tmp_path: Path, name: str) -> None:
        path = written(
            tmp_path, {"id": "a", "text": TEXT}, "", {"id": 7, "text": f"{TITLE} lần hai\n{BODY}"}, name=name
        )
        first, second = read(path)
        assert (first.id, first.title, first.text) == ("a", TITLE, TEXT)
        assert (second.id, second.title) == ("7", f"{TITLE} lần hai")

    def test_what_is_known_besides_goes_before_what_the_text_shows(self, tmp_path: Path) -> None:
        line = {
            "id": "a",
            "text": f"{TITLE}\n01/01/2001\n{LEAD}",
            "date": "6/2/2023",
            "url": "https://bodong.vn/a",
            "x": [1],
        }
        article = only(written(tmp_path, line))
        assert (article.published, article.source) == ("2023-02-06", "https://bodong.vn/a")

    def test_a_title_apart_from_the_text_leaves_the_text_as_it_is(self, tmp_path: Path) -> None:
        article = only(written(tmp_path, {"id": "a", "text": f"{LEAD}\n{BODY}", "title": TITLE}))
        assert (article.title, article.text) == (TITLE, f"{LEAD}\n{BODY}")
        assert [span.of(article.text) for span in article.parts("paragraph")] == [LEAD, BODY]
        assert not list(article.parts("title"))

    def test_a_title_that_is_the_first_line_is_known_there(self, tmp_path: Path) -> None:
        article = only(written(tmp_path, {"id": "a", "text": TEXT, "title": TITLE}))
        assert [span.of(article.text) for span in article.parts("title")] == [TITLE]

    def test_old_fonts_are_mended(self, tmp_path: Path) -> None:
        assert only(written(tmp_path, {"id": "a", "text": mangled(TEXT, "TCVN3")})).text == TEXT

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("{", "JSON"),
            ("[1]", "JSON"),
            ('{"id": "b"}', "text"),
            ('{"text": "b"}', "id"),
            ('{"id": "b", "text": 5}', "text"),
            ('{"id": "b", "text": "\\ud800"}', "JSON"),
            ('{"id": "b", "text": " \\n"}', "blank"),
            ('{"id": "", "text": "b"}', "id"),
            ('{"id": "../b", "text": "b"}', "../b"),
            ('{"id": "a\\\\b", "text": "b"}', "file name"),
            ('{"id": ".b", "text": "b"}', "dot"),
            ('{"id": " b", "text": "b"}', "id"),
            ('{"id": "b\\u0000", "text": "b"}', "file name"),
            ('{"id": "b\\nc", "text": "b"}', "file name"),
            ('{"id": "%s", "text": "b"}' % ("b" * 300), "short"),
            ('{"id": "b", "text": "b", "date": "hôm qua"}', "hôm qua"),
        ],
    )
    def test_a_bad_one_is_told_with_its_number(self, tmp_path: Path, line: str, word: str) -> None:
        path = written(tmp_path, {"id": "a", "text": TEXT}, "", line)
        with pytest.raises(SourceError, match=word) as caught:
            list(read(path))
        assert str(caught.value).startswith(f"{path}:3: ")
        assert str(caught.value).isprintable()

    def test_bytes_that_are_no_utf8_are_told(self, tmp_path: Path) -> None:
        path = tmp_path / "kho.jsonl"
        path.write_bytes(b'{"id": "a", "text": "\xff"}')
        with pytest.raises(SourceError, match=r"kho\.jsonl:1: "):
            list(read(path))

    def test_an_endless_line_is_not_held(self, tmp_path: Path) -> None:
        path = tmp_path / "kho.jsonl.gz"
        with gzip.open(path, "wb") as packed:
            packed.write(b" " + b"a" * (MAX_BYTES + 10))
        with pytest.raises(SourceError, match="too large"):
            list(read(path))

    def test_a_damaged_packing_is_told(self, tmp_path: Path) -> None:
        whole = written(tmp_path, *({"id": str(at), "text": f"{TEXT}{at}"} for at in range(200)), name="kho.jsonl.gz")
        for data in (whole.read_bytes()[:-20], b"no gzip at all"):
            whole.write_bytes(data)
            with pytest.raises(SourceError, match="damaged after line"):
                list(read(whole))

    def test_a_missing_file_and_a_folder_are_told(self, tmp_path: Path) -> None:
        (tmp_path / "thu-muc.jsonl").mkdir()
        for name, word in (("khong-co.jsonl", "no such file"), ("thu-muc.jsonl", "folder")):
            with pytest.raises(SourceError, match=word):
                list(read(tmp_path / name))

    def test_a_file_of_any_size_takes_the_memory_of_one_article(self, tmp_path: Path) -> None:
        path = written(tmp_path, *({"id": str(at), "text": f"{TITLE} {at}\n" + BODY * 20} for at in range(400)))
        tracemalloc.start()
        try:
            assert sum(1 for _ in read_lines(path)) == 400
            assert tracemalloc.get_traced_memory()[1] < path.stat().st_size / 3
        finally:
            tracemalloc.stop()


class TestSources:
    def mixed(self, folder: Path) -> list[Path | str]:
        (folder / "bai.txt").write_text(TEXT, encoding="utf-8")
        page = f"<html><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p></html>"
        (folder / "trang.htm").write_text(page, encoding="utf-8")
        return [folder / "bai.txt", str(folder / "trang.htm"), written(folder, {"id": "dong", "text": TEXT})]

    def test_of_every_kind_come_in_their_order_as_often_as_wanted(self, tmp_path: Path) -> None:
        articles = read_articles(self.mixed(tmp_path))
        for _ in range(2):
            assert [article.id for article in articles] == ["bai", "trang", "dong"]
        assert {article.title for article in articles} == {TITLE}
        assert len(articles) == 3

    def test_a_bad_line_at_the_end_is_found_before_anything_is_given(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match=r"kho2\.jsonl:2"):
            read_articles([*self.mixed(tmp_path), written(tmp_path, {"id": "a", "text": "b"}, "{", name="kho2.jsonl")])

    def test_one_article_named_twice_comes_once(self, tmp_path: Path) -> None:
        sources = self.mixed(tmp_path)
        again = written(tmp_path, {"id": "dong", "text": TEXT}, {"id": "bai", "text": TEXT}, name="lai.jsonl")
        articles = read_articles([*sources, *sources, again])
        assert [article.id for article in articles] == ["bai", "trang", "dong"]
        assert len(articles) == 3

    def test_two_articles_of_one_id_are_an_error(self, tmp_path: Path) -> None:
        other = written(tmp_path, {"id": "bai", "text": "Tựa khác"}, name="khac.jsonl")
        with pytest.raises(SourceError, match=r"khac\.jsonl:1: .*“bai”.*id:"):
            read_articles([*self.mixed(tmp_path), other])

    def test_content_tells_a_page_from_a_text(self, tmp_path: Path) -> None:
        page = f"\n<!DOCTYPE html><html><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p></html>"
        for name in ("trang.txt", "trang", "trang.aspx"):
            (tmp_path / name).write_text(page, encoding="utf-8")
            assert only(tmp_path / name).text == f"{TITLE}\n\n{LEAD}\n\n{BODY}\n"

    def test_an_address_is_no_file(self) -> None:
        with pytest.raises(SourceError, match="only http"):
            read_articles(["ftp://bodong.vn/kho.jsonl"])


class Pipe(io.TextIOWrapper):
    """Standard input that holds these bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


class TestStandardInput:
    @pytest.fixture
    def given(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
        return lambda data: monkeypatch.setattr("sys.stdin", Pipe(data))

    def test_is_read_as_a_text(self, given: Callable[[bytes], None]) -> None:
        given(TEXT.encode())
        (article,) = read("-")
        assert (article.id, article.title, article.text) == ("stdin", TITLE, TEXT)

    def test_front_matter_names_it(self, given: Callable[[bytes], None]) -> None:
        given(f"---\nid: ho-sen\n---\n{TEXT}".encode())
        assert [article.id for article in read_articles(["-"])] == ["ho-sen"]

    @pytest.mark.parametrize(
        ("data", "word"), [(b"", "empty"), (b"a\xff\xfe\xfd", "UTF-8"), (b"a" * (MAX_BYTES + 1), "10 MB")]
    )
    def test_what_is_no_article_is_told(self, given: Callable[[bytes], None], data: bytes, word: str) -> None:
        given(data)
        with pytest.raises(SourceError, match=word) as caught:
            read_articles(["-"])
        assert str(caught.value).startswith("-: ")
