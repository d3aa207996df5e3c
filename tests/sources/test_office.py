"""Word and PDF files: their words in order; what cannot be read is told in one line."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from hbtgraph.errors import SourceError
from hbtgraph.model import Article
from hbtgraph.sources import read

from .conftest import mangled

docx = pytest.importorskip("docx")
pypdf = pytest.importorskip("pypdf")

TITLE = "Quận Hồ Sen tổng kết phong trào thi đua năm 2022"
LEAD = "Ngày 5-1, UBND quận Hồ Sen tổ chức hội nghị tổng kết phong trào thi đua, khen thưởng năm 2022 tại hội trường."
BODY = "Phó Chủ tịch UBND quận Lê Thị Ngọc trao Giấy khen cho 12 tập thể và 30 cá nhân có thành tích xuất sắc."


def only(path: Path) -> Article:
    (article,) = read(path)
    return article


def fails(path: Path, *words: str) -> None:
    with pytest.raises(SourceError) as caught:
        only(path)
    line = str(caught.value)
    assert line.startswith(f"{path}: ")
    assert " | " in line
    assert "\n" not in line
    assert all(word in line for word in words), line


class TestWord:
    def written(self, folder: Path, *paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> Path:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if table:
            grid = document.add_table(len(table), len(table[0]))
            for row, texts in zip(grid.rows, table, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            document.add_paragraph(BODY)
        path = folder / "tong-ket.docx"
        document.save(path)
        return path

    def test_paragraphs_and_tables_come_in_their_order(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, TITLE, LEAD, table=(("Phường", "Giấy khen"), ("Lá", "4")))
        article = only(path)
        assert article.text == f"{TITLE}\n{LEAD}\nPhường | Giấy khen\nLá | 4\n{BODY}\n"
        assert (article.id, article.title) == ("tong-ket", TITLE)

    def test_a_table_that_lays_out_the_page_gives_its_texts(self, tmp_path: Path) -> None:
        article = only(self.written(tmp_path, TITLE, table=((LEAD, f"{BODY}\n{BODY}"),)))
        assert article.text == f"{TITLE}\n{LEAD}\n{BODY}\n{BODY}\n{BODY}\n"

    def test_a_merged_cell_is_read_once(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, TITLE, table=(("Khen thưởng", ""), ("Lá", "4")))
        document = docx.Document(path)
        row = document.tables[0].rows[0]
        row.cells[0].merge(row.cells[1])
        document.save(path)
        assert only(path).text == f"{TITLE}\nKhen thưởng\nLá | 4\n{BODY}\n"

    def test_front_matter_works_as_in_a_text_file(self, tmp_path: Path) -> None:
        article = only(self.written(tmp_path, "---", "date: 2023-01-06", "id: ho-sen", "---", TITLE, LEAD))
        assert (article.id, article.published, article.title) == ("ho-sen", "2023-01-06", TITLE)

    def test_old_fonts_are_read(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, *(mangled(text, "VNI") for text in (TITLE, LEAD, BODY)))
        assert only(path).text == f"{TITLE}\n{LEAD}\n{BODY}\n"

    def test_a_run_in_an_old_font_is_read_as_the_font_shows_it(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.styles["Normal"].font.name = ".VnTime"
        title = document.add_paragraph()
        title.add_run(mangled(TITLE.lower(), "TCVN3")).font.name = ".VnTimeH"
        mixed = document.add_paragraph(mangled("Phó Chủ tịch ", "TCVN3"))
        mixed.add_run("Lê Thị Ngọc").font.name = "Arial"
        mixed.add_run(mangled(" trao thưởng", "VNI")).font.name = "VNI-Times"
        document.add_table(1, 1).rows[0].cells[0].text = mangled("một tập thể", "TCVN3")
        document.save(tmp_path / "cu.docx")
        assert (
            only(tmp_path / "cu.docx").text == f"{TITLE.upper()}\nPhó Chủ tịch Lê Thị Ngọc trao thưởng\nmột tập thể\n"
        )

    def test_right_letters_in_an_old_font_are_left_alone(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.styles["Normal"].font.name = ".VnTime"
        document.add_paragraph(TITLE)
        document.save(tmp_path / "cu.docx")
        assert only(tmp_path / "cu.docx").text == f"{TITLE}\n"

    def test_the_ending_does_not_matter(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, TITLE, LEAD).rename(tmp_path / "tong-ket")
        assert only(path).title == TITLE

    def test_an_empty_one_is_told(self, tmp_path: Path) -> None:
        fails(self.written(tmp_path, " "), "không có chữ", "no text")

    def test_a_damaged_one_is_told(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, TITLE)
        path.write_bytes(path.read_bytes()[:2000])
        fails(path, "bị hỏng", "damaged")

    def test_one_that_swells_is_told(self, tmp_path: Path) -> None:
        path = self.written(tmp_path, TITLE)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed, packed.open("word/zeros", "w") as part:
            for _ in range(110):
                part.write(bytes(1_000_000))
        fails(path, "too large")

    def test_another_zip_is_no_text(self, tmp_path: Path) -> None:
        path = tmp_path / "bang.xlsx"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("xl/workbook.xml", "<workbook/>")
        fails(path, "no text file")


def pdf(*pages: str | list[str]) -> bytes:
    """A PDF whose pages show these lines; its font maps each letter to Unicode, as real ones do."""
    letters = sorted({letter for page in pages for line in page for letter in line})
    codes = {letter: f"{at:04X}" for at, letter in enumerate(letters, start=1)}
    chars = "\n".join(f"<{code}> <{ord(letter):04X}>" for letter, code in codes.items())
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange\n<0000> <FFFF>\n"
        f"endcodespacerange\n{len(letters)} beginbfchar\n{chars}\nendbfchar\nendcmap end end"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{6 + 2 * at} 0 R' for at in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        stream(to_unicode),
    ]
    for at, page in enumerate(pages):
        shown = "".join(f"<{''.join(codes[letter] for letter in line)}> Tj 0 -14 Td\n" for line in page)
        font = "/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{font}/Contents {7 + 2 * at} 0 R>>")
        objects.append(stream(f"BT /F 12 Tf 50 750 Td\n{shown}ET"))
    body, places = "%PDF-1.4\n", []
    for at, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{at} 0 obj\n{content}\nendobj\n"
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + table + end).encode("ascii")


def stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"


def wrapped(text: str, width: int = 60) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


class TestPdf:
    def written(self, folder: Path, *pages: list[str]) -> Path:
        path = folder / "tong-ket.pdf"
        path.write_bytes(pdf(*pages))
        return path

    def test_lines_are_joined_to_paragraphs_over_pages_too(self, tmp_path: Path) -> None:
        lead, body = wrapped(LEAD), wrapped(BODY + " " + LEAD)
        article = only(self.written(tmp_path, [TITLE, *lead, *body[:2], "1"], ["- 2 -", *body[2:], "Minh Hà"]))
        assert article.title == TITLE
        assert article.author == "Minh Hà"
        paragraphs = [span.of(article.text) for span in article.parts("paragraph")]
        assert paragraphs == [LEAD, f"{BODY} {LEAD}"]

    def test_points_of_a_list_stay_apart(self, tmp_path: Path) -> None:
        points = [f"- Phường {name} được tặng Giấy khen về trồng cây xanh đường phố" for name in ("Lá", "Hoa", "Cỏ")]
        assert only(self.written(tmp_path, [TITLE, *wrapped(LEAD), *points])).text.splitlines()[-3:] == points

    def test_a_scan_is_told(self, tmp_path: Path) -> None:
        fails(self.written(tmp_path, [], ["12"]), "OCR", "scan")

    def test_a_locked_one_is_told(self, tmp_path: Path) -> None:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([TITLE, LEAD])))
        writer.encrypt("mật khẩu", algorithm="RC4-128")
        writer.write(tmp_path / "khoa.pdf")
        fails(tmp_path / "khoa.pdf", "mật khẩu", "locked")

    @pytest.mark.parametrize("content", [b"%PDF-1.7\n...", pdf([TITLE])[:400]])
    def test_a_damaged_one_is_told(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "hong.pdf").write_bytes(content)
        fails(tmp_path / "hong.pdf", "damaged")


@pytest.mark.parametrize(("library", "name"), [("docx", "a.docx"), ("pypdf", "a.pdf")])
def test_where_the_extra_is_missing_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).write_bytes(b"PK\x03\x04" if library == "docx" else b"%PDF-1.7")
    fails(tmp_path / name, 'pip install "hbtgraph[office]"')
