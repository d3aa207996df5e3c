import hashlib
import os
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources import is_vietnamese, read_article, read_articles
from hbtgraph.sources.decode import MAX_BYTES

TITLE = "Quận Hồ Sen phát động Tết trồng cây"
LEAD = "Sáng 5-2, UBND quận Hồ Sen tổ chức lễ phát động Tết trồng cây tại công viên Bờ Đông, với 300 người tham gia."
BODY = "Theo kế hoạch, mỗi phường trồng 500 cây xanh. Các trường học được giao chăm sóc cây trong năm đầu tiên."


def written(folder: Path, text: str | bytes, name: str = "bai.txt") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes) -> Article:
    return read_article(written(folder, text))


def words(article: Article, kind: str) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind == kind]


class TestPlainText:
    def test_first_line_is_the_title_and_the_file_name_the_identifier(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}\n{BODY}\n")
        assert (article.id, article.title) == ("bai", TITLE)
        assert words(article, "title") == [TITLE]
        assert words(article, "paragraph") == [LEAD, BODY]

    @pytest.mark.skipif(os.name != "posix", reason="only there may a file's name be any bytes")
    def test_a_file_name_that_is_no_text_gives_an_identifier_that_is(self, tmp_path: Path) -> None:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff\ni.txt"))
        path.write_text(TITLE, encoding="utf-8")
        assert read_article(path).id == "b__i"

    def test_newspaper_line_gives_section_and_moment_in_vietnamese_time(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\n\nĐời sống - Ngày đăng : 07:05, 6/2/2023\n\n{LEAD}")
        assert article.section == "Đời sống"
        assert article.published == "2023-02-06T07:05:00+07:00"
        assert article.date == "2023-02-06"

    @pytest.mark.parametrize(
        ("line", "published", "section"),
        [
            ("Thứ Hai, ngày 06/02/2023, 07:05 (GMT+7)", "2023-02-06T07:05:00+07:00", None),
            ("Cập nhật: 06-02-2023", "2023-02-06", None),
            ("Xã hội | 06.02.2023 - 7h05", "2023-02-06T07:05:00+07:00", "Xã hội"),
            ("07:05 06/02/2023", "2023-02-06T07:05:00+07:00", None),
            ("Thứ Hai, ngày 6 tháng 2 năm 2023 - 07:05", "2023-02-06T07:05:00+07:00", None),
            ("Ngày đăng: 31/02/2023", None, None),
        ],
    )
    def test_other_datelines(self, tmp_path: Path, line: str, published: str | None, section: str | None) -> None:
        article = read(tmp_path, f"{TITLE}\n{line}\n{LEAD}\n{BODY}")
        assert (article.published, article.section) == (published, section)
        assert words(article, "meta") == [line]

    def test_a_lead_that_holds_a_day_is_no_dateline(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\nNgày 5 tháng 2 năm 2023, UBND quận Hồ Sen ra quân trồng cây.\n{BODY}")
        assert article.published is None
        assert words(article, "meta") == []

    @pytest.mark.parametrize(
        ("tag", "publisher"),
        [
            ("(HNM) - ", "Hànộimới"),
            ("GD&TĐ - ", "Giáo dục và Thời đại"),
            ("TTO – ", "Tuổi Trẻ"),
            ("ĐÀ NẴNG - ", None),
            ("", None),
        ],
    )
    def test_tag_before_the_lead_names_the_paper_and_a_place_does_not(
        self, tmp_path: Path, tag: str, publisher: str | None
    ) -> None:
        assert read(tmp_path, f"{TITLE}\n{tag}{LEAD}\n{BODY}").publisher == publisher

    @pytest.mark.parametrize(
        ("ending", "author", "publisher", "source"),
        [
            ("\nMinh Hà", "Minh Hà", None, None),
            (" Minh Hà", "Minh Hà", None, None),
            (" MINH HÀ", "Minh Hà", None, None),
            (" Minh Hà - Lê Thu", "Minh Hà, Lê Thu", None, None),
            (" B.B.Đ", "B.B.Đ", None, None),
            (" Minh Hà (TTXVN)", "Minh Hà", "Thông tấn xã Việt Nam", None),
            (" Minh Hà/KD&PL", "Minh Hà", "Kinh doanh và Pháp luật", None),
            (" Kinhtedothi.vn", None, "Kinh tế và Đô thị", None),
            (" Theo Dân Trí", None, None, "Dân trí"),
            (" Theo Minh Hà - Lê Thu/Dân Trí", "Minh Hà, Lê Thu", None, "Dân trí"),
            ("", None, None, None),
            (" Xem thêm:", None, None, None),
        ],
    )
    def test_author_and_agency_at_the_end(
        self, tmp_path: Path, ending: str, author: str | None, publisher: str | None, source: str | None
    ) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}\n{BODY}{ending}")
        assert (article.author, article.publisher, article.source) == (author, publisher, source)
        assert [span.of(article.text) for span in article.parts("byline")] == [ending.strip()] * bool(
            author or source or publisher
        )

    def test_signature_is_no_part_of_the_last_paragraph(self, tmp_path: Path) -> None:
        assert words(read(tmp_path, f"{TITLE}\n{LEAD}\n{BODY} Minh Hà"), "paragraph") == [LEAD, BODY]

    def test_signature_in_capitals_needs_no_full_stop_before_it(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}\n{BODY} Đơn vị dự: Công ty Cây xanh Bờ Đông HỒNG VÂN")
        assert article.author == "Hồng Vân"

    def test_subheading_is_a_short_line_without_a_full_stop(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}\nPhủ xanh từng khu phố\n{BODY}\n")
        assert words(article, "subheading") == ["Phủ xanh từng khu phố"]

    @pytest.mark.parametrize(
        "caption",
        [
            "Chủ tịch UBND quận Hồ Sen Lê Văn Mẫu trao quà cho học sinh.",
            "Lãnh đạo quận Hồ Sen tham dự lễ trồng cây đầu xuân.",
            "Quang cảnh buổi lễ.",
            "Học sinh chăm cây. Ảnh: Minh Hà",
        ],
    )
    def test_caption_stands_apart_and_shows_a_scene(self, tmp_path: Path, caption: str) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}\n{BODY}\n{caption}\n{LEAD} {BODY}\n")
        assert words(article, "caption") == [caption]

    @pytest.mark.parametrize(
        "sentence",
        [
            "Quận sẽ trao quà cho học sinh nghèo.",
            "Bà Mẫu cho biết quà được trao tại trường.",
            "Chương trình còn kéo dài.",
        ],
    )
    def test_short_sentence_that_reports_is_a_paragraph(self, tmp_path: Path, sentence: str) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}\n{BODY}\n{sentence}\n{LEAD} {BODY}\n")
        assert words(article, "caption") == []
        assert sentence in words(article, "paragraph")


class TestFrontMatter:
    FRONT = "---\ntitle: {title}\nauthor: Minh Hà\ndate: {date}\nid: ho-sen\nsource: Viết lại từ: một bài\n---\n"

    def test_gives_the_article_its_particulars(self, tmp_path: Path) -> None:
        article = read(tmp_path, self.FRONT.format(title=TITLE, date="2023-02-06") + f"\n{LEAD}\n{BODY}\n")
        assert (article.id, article.title, article.author) == ("ho-sen", TITLE, "Minh Hà")
        assert (article.published, article.source) == ("2023-02-06", "Viết lại từ: một bài")
        assert words(article, "title") == [TITLE]
        assert words(article, "paragraph") == [LEAD, BODY]
        assert len(words(article, "front")) == 4

    def test_without_a_title_the_first_line_is_the_title(self, tmp_path: Path) -> None:
        assert read(tmp_path, f"---\nauthor: Minh Hà\n---\n{TITLE}\n{LEAD}").title == TITLE

    @pytest.mark.parametrize(
        ("written_date", "published"),
        [("6/2/2023", "2023-02-06"), ("2023-02-06T07:05", "2023-02-06T07:05:00+07:00")],
    )
    def test_dates_are_read_in_both_orders(self, tmp_path: Path, written_date: str, published: str) -> None:
        assert read(tmp_path, self.FRONT.format(title=TITLE, date=written_date) + LEAD).published == published

    @pytest.mark.parametrize("date", ["hôm qua", "2023-02-30", "2023-13", "06-02"])
    def test_a_wrong_date_is_an_error_that_shows_a_right_one(self, tmp_path: Path, date: str) -> None:
        with pytest.raises(SourceError, match="2022-10-23"):
            read(tmp_path, self.FRONT.format(title=TITLE, date=date) + LEAD)

    @pytest.mark.parametrize("line", ["tacgia: Minh Hà", "chỉ là một dòng", "author: Minh Hà\nauthor: Lê Thu"])
    def test_an_unknown_or_doubled_key_is_an_error_that_lists_the_known(self, tmp_path: Path, line: str) -> None:
        with pytest.raises(SourceError, match="title, publisher, author, date, section, source, id"):
            read(tmp_path, f"---\n{line}\n---\n{TITLE}\n{LEAD}")

    @pytest.mark.parametrize("name", ["../ngoai", "a/b", "a\\b", "c:b", ".an", "a\x07b", "dài" * 100])
    def test_an_identifier_that_can_be_no_file_name_is_an_error(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(SourceError, match="id") as caught:
            read(tmp_path, f"---\nid: {name}\n---\n{TITLE}\n{LEAD}")
        assert str(caught.value).isprintable()

    def test_a_moment_of_another_zone_is_told_in_vietnamese_time(self, tmp_path: Path) -> None:
        article = read(tmp_path, self.FRONT.format(title=TITLE, date="2023-02-05T23:30:00Z") + LEAD)
        assert article.published == "2023-02-06T06:30:00+07:00"

    def test_an_open_fence_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="---"):
            read(tmp_path, f"---\ntitle: {TITLE}\n{LEAD}")

    def test_front_matter_alone_without_a_title_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="tiêu đề"):
            read(tmp_path, "---\nauthor: Minh Hà\n---\n")


class TestText:
    def test_is_composed_and_offsets_count_in_the_composed_text(self, tmp_path: Path) -> None:
        article = read(tmp_path, unicodedata.normalize("NFD", f"{TITLE}\n{LEAD}\n{BODY}"))
        assert article.text == f"{TITLE}\n{LEAD}\n{BODY}"
        assert words(article, "paragraph") == [LEAD, BODY]

    def test_has_no_byte_order_mark(self, tmp_path: Path) -> None:
        assert read(tmp_path, b"\xef\xbb\xbf" + f"{TITLE}\n{LEAD}".encode()).text.startswith(TITLE)

    def test_blocks_leave_out_windows_line_ends(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\r\n\r\n{LEAD}\r\n{BODY}\r\n")
        assert words(article, "paragraph") == [LEAD, BODY]

    def test_digest_is_of_the_text(self, tmp_path: Path) -> None:
        article = read(tmp_path, f"{TITLE}\n{LEAD}")
        assert article.digest == "sha256:" + hashlib.sha256(article.text.encode()).hexdigest()

    @given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), min_size=1, max_size=8))
    def test_blocks_never_overlap_and_cover_every_word(
        self, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
    ) -> None:
        path = written(tmp_path_factory.mktemp("any"), "Tiêu đề\n" + "\n".join(lines))
        article = read_article(path)
        spans = [block.span for block in article.blocks]
        assert all(first.end <= second.start for first, second in pairwise(spans))
        uncovered = set(range(len(article.text))) - {at for span in spans for at in range(span.start, span.end)}
        assert all(article.text[at].isspace() for at in uncovered)


class TestBadInput:
    def fails(self, path: Path, *words: str) -> None:
        with pytest.raises(SourceError) as caught:
            read_article(path)
        line = str(caught.value)
        assert str(path) in line
        assert "\n" not in line
        assert " | " in line
        assert all(word in line for word in words), line

    @pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
    def test_empty(self, tmp_path: Path, content: bytes) -> None:
        self.fails(written(tmp_path, content), "không có chữ", "empty")

    @pytest.mark.parametrize("content", [b"GIF89a\0\0\1", bytes(range(256)), b"%PDF-1.7\n...", b"PK\x03\x04\x14\0"])
    def test_binary(self, tmp_path: Path, content: bytes) -> None:
        self.fails(written(tmp_path, content), "UTF-8", "no text file")

    def test_a_word_file_is_called_by_its_name(self, tmp_path: Path) -> None:
        self.fails(written(tmp_path, b"PK\x03\x04\x14\0"), "Word")

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf16(self, tmp_path: Path, encoding: str) -> None:
        self.fails(written(tmp_path, f"{TITLE}\n{LEAD}".encode(encoding)), "UTF-8", "UTF-16", "save it again")

    def test_windows_1258(self, tmp_path: Path) -> None:
        content = "Các phường đã trồng cây và chăm cây, các trường học cùng tham gia"
        decomposed = content.translate(
            {ord("ờ"): "ơ\u0300", ord("ồ"): "ô\u0300", ord("ọ"): "o\u0323", ord("ã"): "a\u0303"}
        )
        self.fails(written(tmp_path, decomposed.encode("cp1258")), "UTF-8", "Windows-1258", "save it again")

    def test_tcvn3(self, tmp_path: Path) -> None:
        self.fails(
            written(tmp_path, b"C\xb8c ph\xad\xeang v\xb5 c\xb8c tr\xad\xeang \xae\xb7 tr\xe5ng c\xa9y"), "TCVN3"
        )

    def test_unknown_encoding(self, tmp_path: Path) -> None:
        self.fails(written(tmp_path, b"abc \xff\xfd\xfc\xfb xyz"), "UTF-8")

    def test_folder(self, tmp_path: Path) -> None:
        self.fails(tmp_path, "thư mục", "folder")

    def test_missing(self, tmp_path: Path) -> None:
        self.fails(tmp_path / "khong-co.txt", "không tìm thấy", "no such file")

    def test_name_that_no_file_can_have(self) -> None:
        with pytest.raises(SourceError, match="không đọc được"):
            read_article("bai\0.txt")

    @pytest.mark.skipif(os.geteuid() == 0, reason="the root user may read every file")
    def test_no_permission(self, tmp_path: Path) -> None:
        path = written(tmp_path, TITLE)
        path.chmod(0)
        self.fails(path, "không có quyền", "permission")

    def test_no_permission_is_said_whoever_runs_the_tests(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_: Path) -> bytes:
            raise PermissionError

        path = written(tmp_path, TITLE)
        monkeypatch.setattr(Path, "read_bytes", refuse)
        self.fails(path, "không có quyền", "permission")

    def test_too_large(self, tmp_path: Path) -> None:
        self.fails(written(tmp_path, b"a" * (MAX_BYTES + 1)), "10 MB", "split")


def test_several_files_keep_their_order(tmp_path: Path) -> None:
    paths = [written(tmp_path, TITLE, name) for name in ("b.txt", "a.txt")]
    assert [article.id for article in read_articles(paths)] == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE}\n{LEAD}", True),
        ("The council met\nThe council of the district met on Monday to plan the planting of trees.", False),
        ("Le conseil\nLe conseil s'est réuni à l'hôtel de ville où l'été a été fêté par les élèves.", False),
        ("Quan Ho Sen\nUBND quan Ho Sen to chuc le phat dong Tet trong cay tai cong vien Bo Dong.", False),
        ("2023\n1 2 3", False),
    ],
)
def test_vietnamese_is_known_by_its_letters(tmp_path: Path, text: str, expected: bool) -> None:
    assert is_vietnamese(read(tmp_path, text)) is expected
