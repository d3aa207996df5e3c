"""Turns the bytes of a file into text, or says what they look like and how to mend them.

UTF-8 is read, and old Vietnamese encodings where the outcome proves itself (legacy.py). What is not
certain is recognised but not guessed at: a wrong guess would put wrong letters into every name, and in
Vietnamese a wrong tone mark is another person.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hbtgraph.errors import SourceError
from hbtgraph.sources.legacy import decode_legacy, mender

MAX_BYTES = 10_000_000
"""Larger files are no article; reading one by mistake should fail at once."""

_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word, Excel, ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word 97-2003"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"\x1f\x8b", "gzip"),
)

# The commonest Vietnamese words as the old one-byte encodings write them (và, các, đã, được, của).
_OLD_WORDS = {
    "Windows-1258": (b"v\xe0", b"c\xe1c", b"\xf0a\xde", b"\xf0\xfd\xf5\xf2c", b"cu\xd2a"),
    "TCVN3 (ABC)": (b"v\xb5", b"c\xb8c", b"\xae\xb7", b"\xae\xad\xeec", b"c\xf1a"),
    "VISCII": (b"v\xe0", b"c\xe1c", b"\xf0\xe3", b"\xf0\xdf\xfec", b"c\xfca"),
}


def read_text(path: Path) -> str:
    """The file's text, in NFC (see `decode_text`). Raises SourceError with one line of advice."""
    return decode_text(read_bytes(path), str(path))


def decode_text(data: bytes, where: str) -> str:
    """The text that the bytes hold: UTF-8 without its byte order mark, or certainly legacy Vietnamese.

    `where` names the bytes in errors. Raises SourceError where they are of another encoding or hold no text.
    """
    guess = _not_utf8(data)
    text = data.decode("utf-8-sig") if guess is None else _legacy(data, guess)
    if text is None:
        raise _undecodable(where, guess or "")
    if not text.strip():
        raise SourceError("tệp không có chữ nào", "the file is empty or holds only white space", where=where)
    return composed(text)


def composed(text: str) -> str:
    """The text in NFC, its letters mended where they were written for an old Vietnamese font."""
    text = unicodedata.normalize("NFC", text)
    mend = mender(text)
    return mend(text) if mend else text


def _legacy(data: bytes, guess: str) -> str | None:
    """The text where neither its signature nor its zeros say that it is none."""
    return None if b"\0" in data or guess in dict(_SIGNATURES).values() else decode_legacy(data)


def read_bytes(path: Path) -> bytes:
    """All the file holds. Raises SourceError where it is missing, not allowed, a folder or over MAX_BYTES."""
    with reading(path):
        check_size(path.stat().st_size, str(path))
        return path.read_bytes()


def check_size(size: int, where: str) -> None:
    """Raises SourceError where an article would have more bytes than MAX_BYTES."""
    if size > MAX_BYTES:
        raise SourceError(
            f"tệp quá lớn ({size // 1_000_000} MB, tối đa 10 MB); hãy tách thành từng bài",
            f"the file is too large ({size // 1_000_000} MB, at most 10 MB); split it into articles",
            where=where,
        )


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Around the reading of a file: whatever the system refuses becomes a SourceError."""
    where = str(path)
    try:
        if path.is_dir():
            raise SourceError(
                "đây là thư mục; hãy chỉ ra các tệp .txt bên trong",
                "this is a folder; name the files in it",
                where=where,
            )
        yield
    except FileNotFoundError:
        raise SourceError(
            "không tìm thấy tệp; hãy kiểm tra lại tên", "no such file; check its name", where=where
        ) from None
    except PermissionError:
        raise SourceError(
            "không có quyền đọc tệp; hãy cấp quyền đọc", "no permission to read the file; grant it", where=where
        ) from None
    except (OSError, ValueError) as error:
        raise SourceError(f"không đọc được tệp ({error})", f"the file cannot be read ({error})", where=where) from None


def _not_utf8(data: bytes) -> str | None:
    """What the bytes look like where they are not UTF-8 text ("" if like nothing known); None where they are."""
    for start, name in _SIGNATURES:
        if data.startswith(start):
            return name
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _half_zero(data):
        return "UTF-16"
    if b"\0" in data:
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _old_encoding(data)
    return None


def _half_zero(data: bytes) -> bool:
    """Whether every other byte is mostly zero, as in UTF-16 text without a byte order mark."""
    halves = (data[0::2], data[1::2])
    zeros = [half.count(0) / max(1, len(half)) for half in halves]
    return max(zeros) > 0.5 and min(zeros) < 0.2


def _old_encoding(data: bytes) -> str:
    scores = {name: sum(data.count(word) for word in words) for name, words in _OLD_WORDS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 2 else ""


def _undecodable(where: str, guess: str) -> SourceError:
    encodings = ("UTF-16", *_OLD_WORDS)
    if guess in encodings:
        return SourceError(
            f"đã thử đọc bằng UTF-8 nhưng không được; có vẻ là {guess}: hãy mở tệp và lưu lại với bảng mã UTF-8",
            f"UTF-8 was tried and failed; it looks like {guess}: open the file and save it again as UTF-8",
            where=where,
        )
    like = f" ({guess})" if guess else ""
    return SourceError(
        f"đã thử đọc bằng UTF-8 nhưng đây không phải tệp văn bản{like}; hãy lưu bài báo thành tệp .txt mã UTF-8",
        f"UTF-8 was tried, but this is no text file{like}; save the article as a .txt file in UTF-8",
        where=where,
    )
