"""Texts of old encodings are read where they prove themselves, and left alone where they do not."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.errors import SourceError
from hbtgraph.resources import table
from hbtgraph.sources import read_article
from hbtgraph.sources.legacy import decode_legacy, is_syllable, mender

from .conftest import letters, mangled

TEXT = (
    "Quận Hồ Sen tổng kết năm công tác cải cách hành chính\n"
    "Ngày 5-2, tại hội trường quận, Chủ tịch UBND quận Hồ Sen Trần Văn Mẫu đã chủ trì hội nghị tổng kết. "
    "Theo báo cáo, quận đã giải quyết được 98% hồ sơ đúng hạn, các phường đều mở cửa thêm sáng thứ bảy.\n"
    "Phó Chủ tịch Lê Thị Ngọc cho biết năm nay quận sẽ thử nghiệm việc trả kết quả tại nhà cho người cao tuổi.\n"
)
SPELLED = [row["letters"] for row in table("syllable-parts") if row["part"] == "rime"]


def cp1258(text: str) -> bytes:
    """Tone marks stand apart in Windows-1258, vowels with a hat do not."""
    written = []
    for letter in text:
        try:
            written.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", apart.replace(tone, ""))
            written.append((rest + tone).encode("cp1258"))
    return b"".join(written)


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
class TestOldFonts:
    def test_bytes_become_the_text(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "cu.txt"
        path.write_bytes(mangled(TEXT, encoding).encode("latin-1"))
        assert read_article(path).text == TEXT

    def test_letters_that_mean_nothing_become_the_text(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "cu.txt"
        path.write_text(mangled(TEXT, encoding), encoding="utf-8")
        article = read_article(path)
        assert article.text == TEXT
        assert article.title == TEXT.splitlines()[0]

    def test_quotation_marks_and_dashes_are_kept(self, encoding: str) -> None:
        text = TEXT + "Phong trào “Tuyến phố sạch” – một việc làm hay."
        mend = mender(mangled(text, encoding))
        assert mend is not None
        assert mend(mangled(text, encoding)) == text
        assert decode_legacy(mangled(text, encoding).encode("cp1252")) == text

    def test_a_few_words_prove_nothing(self, encoding: str) -> None:
        short = mangled("Quận Hồ Sen tổng kết năm công tác", encoding)
        assert mender(short) is None
        assert decode_legacy(short.encode("latin-1")) is None

    @given(st.data())
    def test_every_letter_comes_back(self, encoding: str, data: st.DataObject) -> None:
        known = letters(encoding)
        text = " ".join(data.draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=30)))
        mend = mender(mangled(f"{TEXT}{text}\n" + TEXT * 3, encoding))
        assert mend is not None
        assert mend(mangled(text, encoding)) == text


def test_windows_1258_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(cp1258(TEXT))
    assert read_article(path).text == TEXT


OTHERS = {
    "French": "Le conseil s’est réuni à l’hôtel de ville où l’été a été fêté par les élèves très zélés de la cité. "
    * 4,
    "German": "Der Bürgermeister erklärte den Bürgern die Pläne für die Straßen, Brücken und die größten Plätze. " * 4,
    "Spanish": "El año próximo la comisión de educación abrirá más guarderías según informó el señor Núñez ayer. " * 4,
    "Portuguese": "A câmara não aprovou as ações de educação; são três órgãos, é um número também muito útil. " * 4,
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_stay_as_they_are(tmp_path: Path, language: str) -> None:
    assert mender(OTHERS[language]) is None
    assert decode_legacy(OTHERS[language].encode("cp1252")) is None
    path = tmp_path / "khac.txt"
    path.write_text(OTHERS[language], encoding="utf-8")
    assert read_article(path).text == OTHERS[language]
    path.write_bytes(OTHERS[language].encode("cp1252"))
    with pytest.raises(SourceError, match="UTF-8"):
        read_article(path)


def test_right_vietnamese_stays_as_it_is() -> None:
    assert mender(TEXT) is None
    assert mender("Các bà và các cô hát bài ca " * 10) is None, "even where all its letters are Latin-1"


@given(st.binary(max_size=400))
def test_noise_is_never_taken_for_vietnamese(noise: bytes) -> None:
    assert decode_legacy(noise) is None


@pytest.mark.parametrize("word", ["Quận", "nghiệm", "giếng", "gì", "Ủy", "quỳnh", "ươm", "ĐƯỢC", "thuở", "yêu"])
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hoµ", "été", "ñaát", "nhaân", "ạnhó", "các̀", "bàcò", "zà", "mã̉"])
def test_what_is_no_syllable_is_not(word: str) -> None:
    assert not is_syllable(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize("rime", [rime for rime in SPELLED if rime.endswith(("c", "ch", "p", "t"))])
def test_a_closed_rime_bears_only_two_tones(rime: str) -> None:
    vowel = rime.rstrip("cpht")
    for tone, borne in (("\u0301", True), ("\u0323", True), ("\u0300", False), ("\u0303", False), ("\u0309", False)):
        assert is_syllable(unicodedata.normalize("NFC", vowel + tone + rime[len(vowel) :])) is borne
