"""Official and legal documents in a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.documents import documents
from hbtgraph.model import Document


def found(read, *paragraphs: str, **parts: str) -> list[Document]:
    return list(documents(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Quận vừa ban hành Kế hoạch số 112/KH-UBND.", "Kế hoạch", "112/KH-UBND"),
        ("Theo Thông tư 07/2019/TT-BNV, hồ sơ gồm ba loại.", "Thông tư", "07/2019/TT-BNV"),
        ("Quán triệt Nghị quyết số 18-NQ/TW tới đảng viên.", "Nghị quyết", "18-NQ/TW"),
        ("Thực hiện Chương trình 04-CTr/QU của Quận ủy.", "Chương trình", "04-CTr/QU"),
        ("Đó là Nghị quyết 58/2018/QH14.", "Nghị quyết", "58/2018/QH14"),
        ("Xem Công văn số: 2210/UBND-NC nói trên.", "Công văn", "2210/UBND-NC"),
        ("Theo Nghị quyết 26 khóa trước.", "Nghị quyết", "26"),
        ("Theo Chỉ thị số 15 về kỷ luật.", "Chỉ thị", "15"),
        ("Theo Thông tư 09/2018/TT- BTC ban hành năm ấy.", "Thông tư", "09/2018/TT- BTC"),
        ("Dẫn Quyết định số 173-HĐBT ngày trước.", "Quyết định", "173-HĐBT"),
        ("Có chỉ đạo tại 88/CT-UBND.", "Chỉ thị", "88/CT-UBND"),
    ],
)
def test_every_form_of_number_is_read(read, text: str, kind: str, number: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.number) == (kind, number)


def test_date_issuer_and_subject_follow_the_number_in_any_order(read) -> None:
    one = found(read, "Kế hoạch số 40/KH-UBND ngày 12-3-2023 của UBND quận Long Biên về việc chỉnh trang vườn hoa.")
    other = found(read, "Kế hoạch số 40/KH-UBND của UBND quận Long Biên ngày 12/3/2023 về chỉnh trang vườn hoa.")
    for document in (*one, *other):
        assert document.date == "2023-03-12"
        assert document.issuer == "UBND quận Long Biên"
        assert document.subject == "chỉnh trang vườn hoa"


def test_the_issuer_may_stand_before_the_verb(read) -> None:
    (document,) = found(read, "UBND quận Long Biên đã ban hành Chỉ thị số 06/CT-UBND về việc giữ vệ sinh ngõ phố.")
    assert document.issuer == "UBND quận Long Biên"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Làm theo chỉ đạo của UBND quận Long Biên tại Công văn số 12/UBND-KT.", "UBND quận Long Biên"),
        ("Làm theo yêu cầu của Chủ tịch UBND quận Long Biên (Văn bản số 12/UBND-KT).", "Chủ tịch UBND quận Long Biên"),
        ("Chợ được UBND quận Long Biên phê duyệt tại Quyết định số 12/QĐ-UBND.", "UBND quận Long Biên"),
        ("Chợ được Thủ tướng Chính phủ phê duyệt theo Quyết định số 12/QĐ-TTg.", "Thủ tướng Chính phủ"),
        ("Chợ được UBND quận Long Biên chấp thuận cho xây (theo Công văn số 12/UBND-KT).", "UBND quận Long Biên"),
        ("Ngày 3/4, Sở Xây dựng đã cấp Giấy phép xây dựng số 12/GPXD.", "Sở Xây dựng"),
        ("UBND quận Long Biên duyệt danh sách hộ đủ điều kiện đóng tàu cá mới theo Nghị định 67/2014/NĐ-CP.", None),
        ("Gửi kiến nghị của UBND quận Long Biên kèm Công văn số 12/SXD-KT.", None),
    ],
)
def test_who_directs_or_approves_by_a_document_issues_it(read, text: str, issuer: str | None) -> None:
    (document,) = found(read, text)
    assert document.issuer == issuer


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("UBND quận Long Biên ban hành Quyết định số 8/QĐ-UBND và 9/QĐ-UBND về chợ.", ["UBND quận Long Biên"] * 2),
        ("Theo Quyết định số 8/QĐ-UBND, Quyết định số 9/QĐ-UBND của UBND quận Long Biên.", ["UBND quận Long Biên"] * 2),
        (
            "Theo Nghị định số 8/2015/NĐ-CP, Quyết định số 9/QĐ-UBND của UBND quận Long Biên.",
            [None, "UBND quận Long Biên"],
        ),
    ],
)
def test_numbers_in_a_row_have_one_issuer(read, text: str, issuers: list[str | None]) -> None:
    assert [document.issuer for document in found(read, text)] == issuers


def test_a_subject_that_ends_in_a_unit_goes_on_with_the_wider_ones(read) -> None:
    (document,) = found(
        read, "Quyết định số 8/QĐ-UBND về thu hồi đất tại xã Vạn Thắng, huyện Ba Vì, Hà Nội yêu cầu các hộ dời đi."
    )
    assert document.subject == "thu hồi đất tại xã Vạn Thắng, huyện Ba Vì"


def test_the_years_of_a_plan_behind_its_unit_are_in_its_title(read) -> None:
    (document,) = found(
        read,
        "Họ nêu Quy hoạch phát triển du lịch xã Vạn Thắng, huyện Ba Vì đến năm 2025, tầm nhìn đến năm 2030 ở hội nghị.",
    )
    assert document.subject == "phát triển du lịch xã Vạn Thắng, huyện Ba Vì đến năm 2025, tầm nhìn đến năm 2030"


def test_a_short_issuer_is_written_out(read) -> None:
    (document,) = found(read, "Quận Long Biên họp.", "Kế hoạch số 40/KH-UBND của UBND quận nêu rõ.")
    assert document.issuer == "UBND quận Long Biên"


def test_a_number_without_its_symbol_is_the_document_named_before(read) -> None:
    documents_ = found(
        read, "Quyết định số 77/QĐ-UBND ngày 5/6/2023 có hiệu lực.", "Quyết định số 77 được gửi tới các hộ."
    )
    assert [document.number for document in documents_] == ["77/QĐ-UBND"]


@pytest.mark.parametrize(
    ("text", "kind", "subject", "date"),
    [
        ("Theo Luật Đất đai năm 2013, hộ dân được đền bù.", "Luật", "Đất đai", "2013"),
        ("Trái với Pháp lệnh Phí và lệ phí.", "Pháp lệnh", "Phí và lệ phí", None),
        ("Theo luật Nhà ở thì được.", "luật", "Nhà ở", None),
        ("Bộ luật Hình sự quy định rõ.", "Bộ luật", "Hình sự", None),
    ],
)
def test_laws_are_known_by_their_titles(read, text: str, kind: str, subject: str, date: str | None) -> None:
    (document,) = found(read, text)
    assert (document.type, document.subject, document.date) == (kind, subject, date)


def test_a_law_takes_the_number_in_brackets(read) -> None:
    (document,) = found(read, "Quốc hội thông qua Luật Thủ đô (số 39/2024/QH15 ngày 28/6/2024).")
    assert (document.number, document.date, document.issuer) == ("39/2024/QH15", "2024-06-28", "Quốc hội")


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        (
            "Triển khai Kế hoạch cải tạo chung cư cũ giai đoạn mới được giao.",
            "Kế hoạch",
            "cải tạo chung cư cũ giai đoạn mới",
        ),
        (
            "Thực hiện nghị quyết Đại hội Đảng bộ quận lần thứ V.",
            "nghị quyết",
            "nghị quyết Đại hội Đảng bộ quận lần thứ V",
        ),
        ("Góp ý Đề án “Phố đi bộ quanh hồ”.", "Đề án", "Phố đi bộ quanh hồ"),
        ("Sở Y tế có tờ trình về việc mua thêm xe cứu thương.", "tờ trình", "mua thêm xe cứu thương"),
    ],
)
def test_documents_without_a_number_are_known_by_title_or_subject(read, text: str, kind: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.number, document.subject) == (kind, None, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Kế hoạch và Đầu tư họp với các quận.",
        "Quận có kế hoạch làm đường trong năm.",
        "Chương trình nghệ thuật diễn ra tối qua.",
        "Đó là quyết định “khó khăn” với mọi người.",
        "Xe mang biển 29/30 đỗ ngày 5/6/2023.",
        "Ông nói theo quy định 5 ngày phải trả hồ sơ.",
    ],
)
def test_what_is_no_document_is_left_out(read, text: str) -> None:
    assert found(read, text) == []


def test_evidence_holds_the_number(read) -> None:
    context = read("Quận vừa ban hành Kế hoạch số 112/KH-UBND về phòng dịch.")
    (document,) = documents(context)
    assert document.evidence.of(context.text) == "Kế hoạch số 112/KH-UBND về phòng dịch"


@pytest.mark.parametrize("piece", ["1", "1/", "A", "Kế hoạch ", "1-NQ/", "“", "Luật A", "của ", "số 1/A-"])
def test_a_hundred_thousand_characters_of_anything_take_no_time(read, piece: str) -> None:
    context = read(piece * (100_000 // len(piece)))
    started = time.perf_counter()
    list(documents(context))
    assert time.perf_counter() - started < 10


def test_a_day_of_an_unknown_year_says_no_date(read) -> None:
    (document,) = found(read, "Tờ trình số 504 ngày 4/7 của UBND quận Long Biên về việc mở chợ đêm.", date=None)
    assert (document.date, document.issuer, document.subject) == (None, "UBND quận Long Biên", "mở chợ đêm")


def test_a_title_in_quotation_marks_after_a_colon_is_the_subject(read) -> None:
    (document,) = found(read, "Thực hiện Chỉ thị 08 của Thành ủy Hà Nội: “Nếp sống văn minh nơi công sở”.")
    assert document.subject == "Nếp sống văn minh nơi công sở"


_WORDS = [
    "Kế hoạch",
    "số",
    "12/KH-UBND",
    "29-NQ/TW",
    "Luật",
    "Đất đai",
    "ngày",
    "3/4/2023",
    "của",
    "UBND",
    "quận",
    "Long",
    "Biên",
    "về việc",
    "“",
    "”",
    ":",
    "(",
    ")",
    ",",
    ".",
    "ban hành",
    "đề án",
    "Nghị quyết",
    "Đại hội",
    "lần thứ",
    "XX",
    "tờ trình",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_evidence_lies_in_the_text_whatever_the_words(read, words: list[str]) -> None:
    context = read(" ".join(words) or "không có gì")
    for fact in documents(context):
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(context.text)
        assert fact.type == fact.type.strip() != ""


def test_the_prime_minister_issues_with_the_government_or_alone(read) -> None:
    (decision,) = documents(read("Quận thực hiện Quyết định số 309/QĐ-TTg của Thủ tướng Chính phủ về hỗ trợ ngư dân."))
    assert decision.issuer == "Thủ tướng Chính phủ"
    (notice,) = documents(read("Sở đã nêu Thông báo số 12 của Thủ tướng."))
    assert notice.issuer == "Thủ tướng"


def test_an_amount_is_no_number_of_a_document(read) -> None:
    assert list(documents(read("Thành phố đưa ra chương trình 1 triệu cây xanh."))) == []


def test_the_evidence_of_a_document_is_the_mention_that_tells_most(read) -> None:
    text = read(
        "Dân hỏi về Quyết định số 86/QĐ-UBND.", "Quyết định số 86/QĐ-UBND ngày 3/4/2023 của UBND quận 5 nói rõ."
    )
    (document,) = documents(text)
    assert document.evidence.of(text.text).endswith("UBND quận 5")


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("UBND tỉnh Hòa Bình ban hành Quyết định 41/2015 quy định về cấp nước.", "41/2015", None),
        ("Sở áp dụng Quyết định số 18/2019 của UBND tỉnh Hòa Bình.", "18/2019", None),
        ("Hành vi này vi phạm Nghị định 87 ngày 4/8/2014 của Chính phủ về cấp nước sạch.", "87", "2014-08-04"),
    ],
)
def test_a_number_may_stand_with_its_year_or_before_its_day(read, text: str, number: str, date: str | None) -> None:
    (document,) = documents(read(text))
    assert (document.number, document.date) == (number, date)


@pytest.mark.parametrize(
    "text",
    [
        "Huyện đã có quyết định về việc điều động cán bộ thôn bản.",
        "Huyện công khai đề án tuyển quân trên trang của xã và của UBND tỉnh Hòa Bình.",
    ],
)
def test_an_act_and_a_plan_in_small_letters_have_no_title(read, text: str) -> None:
    assert list(documents(read(text))) == []


def test_a_day_at_the_head_of_the_clause_is_the_day_of_issue(read) -> None:
    (document,) = found(read, "Ngày 12-3-2014, UBND tỉnh Hòa Bình ban hành Quyết định 377/QĐ-UBND.")
    assert (document.issuer, document.date) == ("UBND tỉnh Hòa Bình", "2014-03-12")
    (document,) = found(
        read, "Ngày 12-3-2014, người dân khiếu nại: UBND tỉnh Hòa Bình ban hành Quyết định 377/QĐ-UBND."
    )
    assert document.date is None


def test_a_number_with_its_year_and_its_symbol_is_one_document(read) -> None:
    (document,) = documents(
        read("Trường làm theo Thông tư 12/2011/TT-BGDĐT. Thông tư 12/2011 của Bộ Giáo dục và Đào tạo còn hiệu lực.")
    )
    assert (document.number, document.issuer) == ("12/2011/TT-BGDĐT", "Bộ Giáo dục và Đào tạo")
    (document,) = documents(read("Thành ủy ra Nghị quyết số 11 – NQ/TU. Nghị quyết 11 đi vào cuộc sống."))
    assert document.number == "11 – NQ/TU"


def test_a_document_of_any_kind_may_be_called_van_ban(read) -> None:
    (document,) = documents(
        read("UBND quận Long Biên ra văn bản số 238/UBND-VX. Ông đọc Công văn 238/UBND-VX hai lần.")
    )
    assert (document.type, document.issuer) == ("Công văn", "UBND quận Long Biên")
    two = documents(read("UBND quận Long Biên ra văn bản số 238. Ông đọc Quyết định số 238 hai lần."))
    assert [document.type for document in two] == ["văn bản", "Quyết định"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Tuy nhiên, tại Công văn số 12/UBND-KT, UBND quận Long Biên đã nêu rõ việc ấy.", "UBND quận Long Biên"),
        ("Trong Công văn số 12/UBND-KT gửi Sở Xây dựng, UBND quận Long Biên nêu rõ.", "UBND quận Long Biên"),
        ("Qua rà soát giá tại Công văn số 12/UBND-KT, UBND quận Long Biên nhận thấy vài lỗi.", None),
        ("Theo Nghị định số 12/2015/NĐ-CP, UBND quận Long Biên được giao việc ấy.", None),
    ],
)
def test_who_says_what_stands_in_a_document_issued_it(read, text: str, issuer: str | None) -> None:
    (document,) = found(read, text)
    assert document.issuer == issuer


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Công văn số 12/SXD-KT gửi UBND quận Long Biên về việc sửa cầu.", "sửa cầu"),
        ("Công văn số 12/SXD-KT hỏa tốc gửi các sở, quận, huyện về việc sửa cầu.", "sửa cầu"),
        ("Công văn số 12/SXD-KT gửi UBND quận Long Biên đề nghị sửa cầu.", "đề nghị sửa cầu"),
        ("Quyết định 12/QĐ-SXD do Thứ trưởng Lê Văn An ký về việc sửa cầu.", "sửa cầu"),
        ("Chỉ thị số 12-CT/TW của Bộ Chính trị (Khóa XII) về sửa cầu.", "sửa cầu"),
        ("Báo cáo số 12/BC-SXD lên UBND quận Long Biên về kết quả sửa cầu.", "kết quả sửa cầu"),
        (
            "Nghị định 12/2017/NĐ-CP quy định xử phạt về cây xanh chính thức có hiệu lực.",
            "quy định xử phạt về cây xanh",
        ),
        ("Công văn số 12/SXD-KT gửi UBND quận Long Biên.", None),
    ],
)
def test_a_subject_may_stand_behind_the_addressees(read, text: str, subject: str | None) -> None:
    (document,) = found(read, text)
    assert document.subject == subject


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Năm 2013, HĐND TP. Hà Nội thông qua Nghị quyết 53 về chợ.", "2013"),
        ("Ngày 28/2/2017 Thủ tướng đã có Công điện số 320/CĐ-TTg về cầu.", "2017-02-28"),
        ("Ngày 3/4/2017, Sở Xây dựng đã có công văn về việc sửa cầu Lam Hồ.", "2017-04-03"),
        ("Nghị quyết 45/NQ-CP của Chính phủ ban hành 16/11/2010 về giấy tờ.", "2010-11-16"),
        ("Chuẩn bị tăng phí từ ngày 1/8/2017 UBND quận Long Biên có Tờ trình số 8/TTr-UBND về phí.", None),
    ],
)
def test_the_day_of_the_clause_is_the_day_of_issue(read, text: str, date: str | None) -> None:
    (document,) = found(read, text)
    assert document.date == date
