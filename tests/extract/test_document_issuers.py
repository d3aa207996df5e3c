"""Who issues a document, and when."""

from __future__ import annotations

import pytest

from hbtgraph.extract.documents import documents
from hbtgraph.model import Document


def found(read, *paragraphs: str, **parts: str) -> list[Document]:
    return list(documents(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "issuer", "date"),
    [
        ("Theo Nghị định 33/2017/NĐ-CP do Chính phủ ban hành ngày 3/4/2017.", "Chính phủ", "2017-04-03"),
        ("Theo Thông tư 15/2015 Bộ Y tế thì được.", "Bộ Y tế", None),
        ("Theo Thông tư 15/2015, Bộ Y tế họp.", None, None),
        ("Theo Quyết định số 68 ngày 4/7/2007 của Bộ Chính trị khóa X về luân chuyển.", "Bộ Chính trị", "2007-07-04"),
        ("Theo Nghị quyết Trung ương 4 (khóa XII) của Đảng thì rõ.", "Đảng", None),
        ("Theo Nghị quyết Trung ương 5 khóa XII thì rõ.", "Trung ương", None),
        ("Năm 2013, HĐND tỉnh Hòa Bình thông qua Nghị quyết 53.", "HĐND tỉnh Hòa Bình", "2013"),
    ],
)
def test_issuer_and_date_are_told_in_many_ways(read, text: str, issuer: str | None, date: str | None) -> None:
    (document,) = found(read, text)
    assert (document.issuer, document.date) == (issuer, date)


def test_whom_the_issuer_belongs_to_is_not_the_issuer(read) -> None:
    (document,) = found(read, "Cục Thuế Hà Nội (Bộ Tài chính) vừa có văn bản số 384/CTHN-TTHT.")
    assert document.issuer == "Cục Thuế Hà Nội"


@pytest.mark.parametrize(
    ("text", "issuer", "subject"),
    [
        (
            "Sáng nay, UBND quận Long Biên đã ban hành Kế hoạch cải tạo chợ Gia Thụy.",
            "UBND quận Long Biên",
            "cải tạo chợ Gia Thụy",
        ),
        (
            "Họ nhắc tới Quyết định của Thủ tướng Chính phủ phê duyệt quy hoạch chi tiết khu Gia Thụy.",
            "Thủ tướng Chính phủ",
            "phê duyệt quy hoạch chi tiết khu Gia Thụy",
        ),
    ],
)
def test_who_issues_what_has_a_title_stands_before_or_behind(read, text: str, issuer: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.issuer, document.subject) == (issuer, subject)


def test_the_day_before_two_bodies_is_the_documents(read) -> None:
    (document,) = found(read, "Ngày 16/9/2016, Sở Y tế Hà Nội, Bộ Y tế ra Quyết định số 19/QĐ-BYT về nhà thuốc.")
    assert document.date == "2016-09-16"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Mới đây Hà Nội đã có Văn bản số 19/VP-ĐT về cấp nước.", "Hà Nội"),
        ("Người dân tỉnh Hòa Bình đã có Văn bản số 19/VP-ĐT về cấp nước.", None),
        ("Xem văn bản số 19/VP-ĐT do ông Lê Văn An, Chủ tịch UBND quận 5 ký.", "Chủ tịch UBND quận 5"),
        ("Xem giấy phép số 19/GP-UBND do UBND tỉnh Hòa Bình cấp.", "UBND tỉnh Hòa Bình"),
    ],
)  # fmt: skip
def test_a_unit_may_issue_and_who_signs_may_stand_behind(read, text: str, issuer: str | None) -> None:
    (document,) = found(read, text)
    assert document.issuer == issuer
