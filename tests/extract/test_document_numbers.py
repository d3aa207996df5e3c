"""Numbers of documents: their forms, rows of them, and figures that number nothing."""

from __future__ import annotations

import re

import pytest

from hbtgraph.extract.documents import documents
from hbtgraph.model import Document
from hbtgraph.resources import table


def found(read, *paragraphs: str, **parts: str) -> list[Document]:
    return list(documents(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Xem Công văn số 512/UBND-QLĐTh ngày 3/4/2023.", "512/UBND-QLĐTh"),
        ("Xem Công văn số 512/UBND-QLĐTư.", "512/UBND-QLĐTư"),
        ("Theo Quyết định 88/QĐ-Ttg về cấp nước.", "88/QĐ-Ttg"),
        ("Theo Thông báo số 31B/TB-VP của quận.", "31B/TB-VP"),
        ("Theo Công văn 12/CV-UBND, UBND quận 5 sẽ họp.", "12/CV-UBND"),
        ("Theo Quyết định (QĐ) 33/2014 của UBND quận 5.", "33/2014"),
        ("Theo Nghị định số số 15/2019/NĐ-CP.", "15/2019/NĐ-CP"),
        ("Theo đề án 30 tổ công tác đã rà soát.", "30"),
        ("Theo nghị định 67 ngư dân được vay vốn.", "67"),
        ("Chủ tàu đóng theo Nghị định 67 đồng loạt gửi đơn.", "67"),
        ("Cục đã ký văn bản hỏa tốc số 449 gửi sở.", "449"),
        ("Bà nhận Quyết định giải quyết khiếu nại số 333 ngày 9/3/2016.", "333"),
        ("Bà xin hủy Quyết định thu hồi đất vườn số 1846 của huyện.", "1846"),
        ("Theo Nghị quyết số 27-2018/NQ-CP về kinh doanh.", "27-2018/NQ-CP"),
        ("Quốc hội bàn Nghị quyết 77/2015/Qh13.", "77/2015/Qh13"),
        ("Theo Nghị định Số: 12/2010/NĐ-CP về đường bộ.", "12/2010/NĐ-CP"),
        ("Theo Thông tư 17.2015 của Bộ Y tế.", "17.2015"),
        ("Chợ xây sai Giấy phép xây dựng số 25 do Sở Xây dựng cấp.", "25"),
        ("Hộ này có giấy chứng nhận nuôi nhốt (GCN) số 114/CCKL-BT.", "114/CCKL-BT"),
        ("Tòa hủy bản án dân sự sơ thẩm số 11/2015/DS-ST.", "11/2015/DS-ST"),
        ("Cơ quan điều tra ra Quyết định số 48/C46 (P11) về vụ án.", "48/C46 (P11)"),
    ],
)
def test_a_number_is_read_whole_and_no_further(read, text: str, number: str) -> None:
    (document,) = found(read, text)
    assert document.number == number


@pytest.mark.parametrize(
    "text",
    [
        "Phần mềm quản lý văn bản 4 cấp đã chạy.",
        "Trường đã có báo cáo 2 em nghỉ học.",
        "Tổ họp bàn phương án 1 trước.",
        "Trưởng phòng ký quyết định 3 người nghỉ việc.",
        "Huyện có kế hoạch sửa đường số 5 trong tháng.",
        "Phường ra quyết định cưỡng chế nhà số 331 của ông.",
        "Sở theo Kế hoạch 2016-2017 đã bàn.",
    ],
)
def test_a_number_that_counts_what_follows_is_none(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Thực hiện Chỉ thị 03, 05 của Bộ Chính trị.", ["03", "05"]),
        ("Theo Quyết định 217, 218 về giám sát.", ["217", "218"]),
        ("Theo Nghị định 24 và 37, sở có ba phó giám đốc.", ["24", "37"]),
        ("Theo Nghị định 67, 12 tàu đã đóng xong.", ["67"]),
        ("Theo Nghị định 67, 2,5 tỷ đồng đã giải ngân.", ["67"]),
        ("Ban hành Quyết định số 57/QĐ-UBND và 58/QĐ-UBND về thu hồi đất.", ["57/QĐ-UBND", "58/QĐ-UBND"]),
    ],
)
def test_a_row_of_numbers_is_a_row_of_documents(read, text: str, numbers: list[str]) -> None:
    assert [document.number for document in found(read, text)] == numbers


def test_what_is_told_of_a_row_is_told_of_each(read) -> None:
    one, other = found(read, "Thực hiện Chỉ thị 03, 05 của Bộ Chính trị về nêu gương.")
    assert one.issuer == other.issuer == "Bộ Chính trị"
    assert one.subject == other.subject == "nêu gương"


def test_a_number_may_stand_far_behind_its_kind(read) -> None:
    text = "Thanh tra quận 5 ra Quyết định xử phạt vi phạm hành chính số 126/QĐ-XPVPHC ngày 26/9/2016."
    (document,) = found(read, text)
    assert (document.type, document.number) == ("Quyết định", "126/QĐ-XPVPHC")
    assert (document.date, document.subject) == ("2016-09-26", "xử phạt vi phạm hành chính")


def test_a_document_named_in_the_title_of_another_is_one_too(read) -> None:
    text = "UBND quận 5 ban hành Kế hoạch số 31/KH-UBND về thực hiện Nghị quyết số 18-NQ/TW của Trung ương."
    assert [document.number for document in found(read, text)] == ["31/KH-UBND", "18-NQ/TW"]


def test_a_title_ends_before_a_document_beside_it(read) -> None:
    plan, order = found(read, "Sở làm theo Kế hoạch số 8 về cấp nước sạch và Chỉ thị số 07/CT-TTg ngày 13/3/2017.")
    assert plan.subject == "cấp nước sạch"
    assert (order.number, order.date) == ("07/CT-TTg", "2017-03-13")


def test_the_press_shortens_kinds(read) -> None:
    (document,) = found(read, "Tàu đóng theo NĐ 67 đã xong.", "Nghị định 67/2014/NĐ-CP cho vay vốn.")
    assert (document.type, document.number) == ("Nghị định", "67/2014/NĐ-CP")


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("12/2019/TT-BNV", "Bộ Nội vụ"),
        ("12/2011/TT-BGD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("4393/VPCP-ĐMDN", "Văn phòng Chính phủ"),
        ("98/2023/NĐ-CP", "Chính phủ"),
        ("55/2005/TTLT-BNV-VPCP", None),
        ("29/KH-UBND", None),
    ],
)
def test_the_end_of_a_number_says_who_issued_it(number: str, issuer: str | None) -> None:
    said = [row["issuer"] for row in table("number-endings") if re.search(f"{row['ending']}$", number)]
    assert said == ([issuer] if issuer else [])


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Theo Giấy chứng nhận đầu tư số 0112100028 của quận.", "Giấy chứng nhận đầu tư", "0112100028"),
        ("Xây sai giấy phép xây dựng số 95/GPXD ngày 18/6/2015.", "giấy phép xây dựng", "95/GPXD"),
        ("Theo Bản án phúc thẩm số 49/2012/DS-PT của tòa.", "Bản án phúc thẩm", "49/2012/DS-PT"),
    ],
)
def test_a_licence_or_judgment_is_told_by_its_full_kind(read, text: str, kind: str, number: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.number) == (kind, number)


def test_a_sentence_of_years_is_no_number_of_a_judgment(read) -> None:
    assert found(read, "Bị cáo nhận bản án 20 năm tù và kháng cáo.") == []


def test_a_judgment_of_one_number_is_one_under_a_shorter_name_too(read) -> None:
    texts = "Bản án dân sự phúc thẩm số 8/2016/DS-PT bị kháng nghị.", "Tòa đề nghị hủy Bản án dân sự 8/2016/DS-PT."
    assert [document.type for document in found(read, *texts)] == ["Bản án dân sự phúc thẩm"]
