"""Documents known by a title: laws, resolutions of congresses and plenums, plans, and what only looks like one."""

from __future__ import annotations

import time

import pytest

from hbtgraph.extract.documents import documents
from hbtgraph.model import Document


def found(read, *paragraphs: str, **parts: str) -> list[Document]:
    return list(documents(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "kind", "subject", "date"),
    [
        ("Theo Luật HTX năm 2012, xã viên có quyền ấy.", "Luật", "HTX", "2012"),
        ("Theo luật BHXH, công đoàn được khởi kiện.", "luật", "BHXH", None),
        ("Họ bàn dự án Luật sửa đổi, bổ sung một số điều của Luật Thú y.", "Luật", None, None),
        ("Đúng với Hiến pháp năm 2013 của nước ta.", "Hiến pháp", "Hiến pháp", "2013"),
    ],
)
def test_laws_are_known_by_letters_and_by_what_they_amend(
    read, text: str, kind: str, subject: str | None, date: str | None
) -> None:
    (document,) = found(read, text)
    assert (document.type, document.date) == (kind, date)
    assert document.subject == (subject or "sửa đổi, bổ sung một số điều của Luật Thú y")


@pytest.mark.parametrize(
    "text",
    [
        "Họ vi phạm pháp luật đất đai.",
        "Ông bị kỷ luật lao động.",
        "Bà là giảng viên Đại học Luật TPHCM.",
        "Bà học ĐH Luật TPHCM.",
        "Theo luật VN thì khác.",
        "Ông trả lời báo Pháp Luật TP.HCM.",
        "Bà làm ở Trung tâm Kế hoạch hóa gia đình tỉnh Hòa Bình.",
        "Ông ở Viện Chính sách và Chiến lược phát triển nông thôn.",
        "Đại diện Sở Quy hoạch Kiến trúc thành phố có mặt.",
    ],
)
def test_compounds_name_no_document(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Xã thực hiện Nghị quyết Trung ương 4 (khóa XII) rất tốt.", "Nghị quyết Trung ương 4 (khóa XII)"),
        ("Xã thực hiện Nghị quyết T.Ư 8 khóa XI rất tốt.", "Nghị quyết T.Ư 8 khóa XI"),
        ("Theo nghị quyết Hội nghị Trung ương 5, dân được góp ý.", "nghị quyết Hội nghị Trung ương 5"),
        ("Xã thực hiện Nghị quyết Trung ương 4 khóa XI, XII về chỉnh đốn Đảng.", "chỉnh đốn Đảng"),
        ("Xã học Nghị quyết TW 8: “Chiến lược bảo vệ Tổ quốc trong tình hình mới”.",
         "Chiến lược bảo vệ Tổ quốc trong tình hình mới"),
        ("Xã học Nghị quyết Đại hội XI Đảng bộ tỉnh Hòa Bình.", "Nghị quyết Đại hội XI Đảng bộ tỉnh Hòa Bình"),
    ],
)  # fmt: skip
def test_resolutions_are_known_by_the_session_or_by_their_title(read, text: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.number, document.subject) == (None, subject)


def test_a_plenum_named_with_and_without_its_title_is_one_document(read) -> None:
    (document,) = found(
        read, "Xã thực hiện Nghị quyết Trung ương 4 về chỉnh đốn Đảng.", "Nghị quyết TƯ 4 khóa XII đi vào cuộc sống."
    )
    assert document.subject == "chỉnh đốn Đảng"


def test_a_law_and_its_letters_are_one_document(read) -> None:
    (document,) = found(read, "Trái Luật Phòng, chống tham nhũng (PCTN).", "Đó là vi phạm Luật PCTN.")
    assert document.subject == "Phòng, chống tham nhũng"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Huyện công bố Quy hoạch chung đô thị Sao Mai đến năm 2030.", "chung đô thị Sao Mai đến năm 2030"),
        ("Huyện triển khai Đề án phố đi bộ Sao Mai vào chiều mai.", "phố đi bộ Sao Mai"),
        ("Huyện lập Đề án trồng rừng (kể cả rừng ngập mặn) ven biển.", "trồng rừng (kể cả rừng ngập mặn) ven biển"),
        ("Xã theo Quy chế bán hàng của chợ, đây là quy chế cũ.", "bán hàng của chợ"),
        ("Tỉnh lập Chương trình trồng rừng giai đoạn 2016 - 2020.", "trồng rừng giai đoạn 2016 - 2020"),
        ("UBND quận 5 ban hành Quyết định phê duyệt giá nước sạch mới.", "phê duyệt giá nước sạch mới"),
        ("Theo kết luận của Bộ Chính trị về công tác luân chuyển cán bộ.", "công tác luân chuyển cán bộ"),
        ("Nghị quyết của HĐND tỉnh Hòa Bình về trồng cây nhằm phủ xanh đồi, giai đoạn 2017 - 2020.",
         "trồng cây nhằm phủ xanh đồi, giai đoạn 2017 - 2020"),
    ],
)  # fmt: skip
def test_a_title_is_read_to_its_end(read, text: str, subject: str) -> None:
    (document,) = found(read, text)
    assert document.subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "Tối nay có Chương trình giao lưu với khách hàng thân thiết.",
        "Sở rà soát các Quy hoạch liên quan đến ven biển.",
        "Tỉnh cần một Đề án cụ thể có mục tiêu rõ ràng.",
        "Quốc hội ra Nghị quyết về vấn đề này.",
        "Sở tính lại Quy hoạch chung xây dựng nêu trên.",
        "Bệnh viện nghe quyết định của Bộ Y tế về điều động nhân sự.",
    ],
)
def test_what_only_looks_like_a_title_is_none(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Quy định số 47-QĐ/TW “Về những điều đảng viên không được làm” đã rõ.", "những điều đảng viên không được làm"),
        ("Theo Quyết định 33 về tách thửa, ông Bình nói thêm.", "tách thửa"),
        ("Theo Nghị định 67/CP về đóng tàu sáng 9/6, chủ tàu được vay.", "đóng tàu"),
        ("Theo Quyết định 5/QĐ-UBND (về cấp nước sạch) thì chưa.", "cấp nước sạch"),
        ("Sở nhận Văn bản số 8 kiến nghị mở rộng đường làng.", "kiến nghị mở rộng đường làng"),
    ],
)
def test_a_subject_ends_where_the_clause_goes_on(read, text: str, subject: str) -> None:
    (document,) = found(read, text)
    assert document.subject == subject


@pytest.mark.parametrize(
    "piece",
    [
        "Nghị quyết Trung ương ",
        "khóa XI, ",
        "Quyết định a a a a ",
        "Luật ABC ",
        "Chỉ thị 03, ",
        "nhằm ",
        "(",
        "Đề án (",
    ],
)
def test_long_rows_of_anything_take_no_time(read, piece: str) -> None:
    context = read(f"Nghị quyết Trung ương 4 {piece * (60_000 // len(piece))}")
    started = time.perf_counter()
    list(documents(context))
    assert time.perf_counter() - started < 10


def test_the_name_of_a_law_is_the_longest_that_the_article_has(read) -> None:
    (document,) = found(read, "Xe vi phạm Luật Giao thông.", "Theo Luật Giao thông đường bộ, xe bị phạt.")
    assert document.subject == "Giao thông đường bộ"


def test_a_heading_without_a_stop_does_not_lengthen_a_title(read) -> None:
    (document,) = found(
        read, "Quốc hội thông qua Nghị quyết về quyết toán ngân sách.", "Nghị quyết về quyết toán ngân sách Với đa số"
    )
    assert document.subject == "quyết toán ngân sách"


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Họ trái quy định về những điều đảng viên không được làm.", "quy định", "những điều đảng viên không được làm"),
        ("Chi bộ làm đúng Điều lệ Đảng và nghị quyết.", "Điều lệ", "Điều lệ Đảng"),
    ],
)  # fmt: skip
def test_some_documents_are_known_by_name(read, text: str, kind: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.number, document.subject) == (kind, None, subject)


def test_a_rule_about_anything_else_is_no_document(read) -> None:
    assert found(read, "Ông vi phạm quy định về giờ làm việc của trường.") == []


def test_laws_of_different_years_are_different_laws(read) -> None:
    laws = found(read, "Theo Luật Đất đai năm 1993, Luật Đất đai năm 2003 thì khác.", "Luật Đất đai quy định rõ.")
    assert [law.date for law in laws] == ["1993", "2003"]


def test_the_year_in_a_number_is_no_date_and_tells_laws_apart(read) -> None:
    laws = found(read, "Theo Luật Đất đai số 45/2013/QH13 thì khác.", "Luật Đất đai năm 2003 quy định rõ.")
    assert [law.date for law in laws] == [None, "2003"]
    assert [law.date for law in found(read, "Theo Quyết định số 12/2014/QĐ-UBND thì khác.")] == [None]


def test_a_report_has_a_title_where_its_name_is_no_verb(read) -> None:
    (document,) = found(read, "Bà trình bày Báo cáo tổng hợp ý kiến của cử tri xã Lam Hồ tại hội trường.")
    assert (document.type, document.subject) == ("Báo cáo", "tổng hợp ý kiến của cử tri xã Lam Hồ")
    assert found(read, "Ông Bình Báo cáo Thủ tướng về việc ấy.", "Báo cáo tổng hợp ý kiến của cử tri.") == []
    (document,) = found(read, "Sở Xây dựng đã có báo cáo gửi UBND quận Long Biên về vụ sập cầu Lam Hồ.")
    assert (document.issuer, document.subject) == ("Sở Xây dựng", "vụ sập cầu Lam Hồ")
    assert (
        found(read, "Sở Xây dựng sẽ có báo cáo về vụ sập cầu.", "Sở Xây dựng đã gửi báo cáo về UBND quận ngay.") == []
    )
    (document,) = found(read, "Xét báo cáo của UBND quận Long Biên về kết quả sửa cầu Lam Hồ, UBND thành phố đồng ý.")
    assert (document.issuer, document.subject) == ("UBND quận Long Biên", "kết quả sửa cầu Lam Hồ")


def test_how_a_programme_is_carried_out_is_no_title(read) -> None:
    assert found(read, "Họ triển khai Chương trình kịp thời, đúng hướng trong năm 2017.") == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Quốc hội bàn dự án Luật Thú y (sửa đổi) vào sáng mai.", "Thú y (sửa đổi)"),
        ("Cử tri hỏi về dự án Luật Biểu trưng, ông chưa trả lời.", "Biểu trưng"),
        ("Việc này theo Luật Phân loại, xử lý rác thải và các nghị định.", "Phân loại, xử lý rác thải"),
        ("Thu theo Luật NSNN. Số thu tăng.", "NSNN"),
        ("Bộ soạn dự thảo Luật Thuế GTGT để lấy ý kiến.", "Thuế GTGT"),
    ],
)
def test_a_law_may_lack_in_the_table_and_may_be_one_amended(read, text: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.subject) == ("Luật", subject)


@pytest.mark.parametrize(
    "text",
    ["Gia đình em Bùi Văn Luật Bình đã tới.", "Cô học khoa Luật Kinh tế ở Huế.", "Ông điều hành hãng Luật Minh Tâm."],
)
def test_a_name_or_a_branch_of_learning_is_no_law(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bộ trưởng Bộ Y tế trình bày Tờ trình dự án Luật Dược (sửa đổi).", ["Tờ trình", "Luật"]),
        ("Họ nghe Báo cáo thẩm tra dự án Luật Dược.", ["Báo cáo thẩm tra", "Luật"]),
        ("Họ nghe Nghị quyết về giá nước sạch và dự án Luật Dược.", ["Nghị quyết", "Luật"]),
        ("Họ đọc Tờ trình và dự thảo Nghị quyết về giá nước sạch.", ["Tờ trình"]),
        ("Sở ban hành Quy tắc ứng xử của cán bộ và Quy chế bán hàng ở chợ.", ["Quy tắc ứng xử", "Quy chế"]),
        ("Sở ban hành Kế hoạch thực hiện quy tắc ứng xử và Quy chế bán hàng.", ["Kế hoạch"]),
        ("Chính phủ ra Nghị định 44/2018 hướng dẫn Luật Thú y.", ["Nghị định", "Luật"]),
    ],
)
def test_a_draft_is_told_apart_from_the_document_about_it(read, text: str, kinds: list[str]) -> None:
    assert [document.type for document in found(read, text)] == kinds


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Đại biểu nghe Báo cáo về việc thu phí cảng biển.", "Báo cáo", "thu phí cảng biển"),
        ("Tổ soạn Tờ trình gửi Bộ Y tế đề nghị công nhận bệnh viện hạng ba.", "Tờ trình",
         "đề nghị công nhận bệnh viện hạng ba"),
        ("UBND quận 5 đã có tờ trình đề nghị công nhận chợ hạng hai.", "tờ trình", "đề nghị công nhận chợ hạng hai"),
        ("Quốc hội thông qua Nghị quyết phê chuẩn quyết toán ngân sách năm ấy.", "Nghị quyết",
         "phê chuẩn quyết toán ngân sách năm ấy"),
        ("Theo Công ước Liên hợp quốc về chống rửa tiền.", "Công ước", "Liên hợp quốc về chống rửa tiền"),
        ("Hai bên ký Nghị định thư về mốc biên giới chung.", "Nghị định thư", "mốc biên giới chung"),
        ("Sở triển khai Quy tắc ứng xử của cán bộ ngành y.", "Quy tắc ứng xử", "của cán bộ ngành y"),
        ("Xã học Nghị quyết Trung ương 9 về văn hóa làng xã; xây dựng con người mới.", "Nghị quyết",
         "văn hóa làng xã; xây dựng con người mới"),
    ],
)  # fmt: skip
def test_reports_motions_and_treaties_have_titles(read, text: str, kind: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.subject) == (kind, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Chợ còn ba điểm ngập Báo cáo về việc thoát nước, ông nói mưa lớn.",
        "Người dân lo tờ trình đề nghị tăng giá nước quá nhanh.",
        "Khen thưởng theo Quy chế khen thưởng và kỷ luật 5 năm.",
    ],
)
def test_a_verb_or_a_motion_of_nobody_is_no_document(read, text: str) -> None:
    assert not any(document.type in ("Báo cáo", "tờ trình") for document in found(read, text))


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("UBND quận 5 vừa ban hành kế hoạch cải tạo chợ Gia Thụy.", "kế hoạch", "cải tạo chợ Gia Thụy"),
        ("HĐND quận 5 xem xét thông qua đề án quản lý chợ đêm.", "đề án", "quản lý chợ đêm"),
        ("Sở trình bày đề án Tăng cường vận tải công cộng.", "đề án", "Tăng cường vận tải công cộng"),
        ("UBND quận 5 đã ký quyết định ban hành bộ tiêu chí chợ sạch.", "quyết định", "ban hành bộ tiêu chí chợ sạch"),
    ],
)
def test_a_kind_in_small_letters_has_a_title_where_a_body_passes_it(read, text: str, kind: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.subject) == (kind, subject)


@pytest.mark.parametrize(
    "text",
    [
        "UBND quận 5 có kế hoạch cải tạo chợ Gia Thụy.",
        "Sở đang làm đề án quản lý chợ đêm.",
        "Sở góp ý cho đề án Lê Văn An đưa ra hôm qua.",
        "UBND quận 5 đã ký quyết định cho ông An nghỉ hai ngày liền.",
        "Họ dự Chương trình Gặp gỡ bạn bè lần thứ 7 năm 2017.",
        "Hai bên ký Chương trình phối hợp công tác giai đoạn 2017 - 2021.",
        "Tổ đang lập Báo cáo nghiên cứu khả thi.",
    ],
)
def test_a_plan_that_nobody_passes_is_no_document(read, text: str) -> None:
    assert found(read, text) == []


def test_a_document_that_replaces_a_numbered_one_has_no_title_of_its_own(read) -> None:
    (document,) = found(read, "UBND quận 5 sẽ ra Quyết định thay thế Quyết định số 33 về diện tích nhà ở tối thiểu.")
    assert document.number == "33"


def test_a_resolution_of_a_congress_is_told_in_several_ways(read) -> None:
    (document,) = found(read, "Xã thực hiện Nghị quyết Đại hội lần thứ XVI của Đảng bộ tỉnh Hòa Bình.")
    assert document.issuer == "Đại hội lần thứ XVI của Đảng bộ tỉnh Hòa Bình"
    (document,) = found(read, "Xã thực hiện Nghị quyết XVI của Đảng bộ tỉnh Hòa Bình.")
    assert (document.issuer, document.subject) == (
        "Đảng bộ tỉnh Hòa Bình",
        "Nghị quyết XVI của Đảng bộ tỉnh Hòa Bình",
    )
    two = found(read, "Xã theo nghị quyết Đại hội Đảng toàn quốc lần thứ XII và Đại hội Đảng bộ xã lần thứ XX.")
    assert [document.subject for document in two] == [
        "nghị quyết Đại hội Đảng toàn quốc lần thứ XII",
        "Đại hội Đảng bộ xã lần thứ XX",
    ]


def test_a_treaty_that_is_ratified_is_told_beside_what_ratifies_it(read) -> None:
    told = found(read, "Quốc hội thông qua Nghị quyết phê chuẩn Hiệp ước bổ sung về mốc biên giới phía nam.")
    assert [document.type for document in told] == ["Nghị quyết", "Hiệp ước"]


def test_titles_that_differ_in_a_word_of_many_are_of_one_document(read) -> None:
    title = "mở rộng chợ, xây bến xe và sửa đường làng ven sông"
    (document,) = found(
        read,
        f"HĐND quận 5 ra Nghị quyết về {title} năm ấy.",
        f"HĐND quận 5 bàn Nghị quyết về việc {title} mới năm ấy.",
    )
    assert document.subject == f"{title} năm ấy"
