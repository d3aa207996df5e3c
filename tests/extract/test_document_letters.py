"""Letters, notices and reports known by what they are about, and where titles end."""

from __future__ import annotations

import pytest

from hbtgraph.extract.documents import documents
from hbtgraph.model import Document


def found(read, *paragraphs: str, **parts: str) -> list[Document]:
    return list(documents(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "subject"),
    [
        (
            "UBND quận Long Biên vừa có công văn khẩn gửi UBND phường Gia Thụy và các tổ dân phố về việc dọn kênh Lam.",
            "công văn",
            "UBND quận Long Biên",
            "dọn kênh Lam",
        ),
        ("Sở Xây dựng đã ra thông báo về việc sửa cầu Lam Hồ.", "thông báo", "Sở Xây dựng", "sửa cầu Lam Hồ"),
        (
            "Văn phòng UBND quận Long Biên đã có thông báo kết luận của Chủ tịch UBND quận Long Biên Lê Văn An tại"
            " cuộc họp về phố hoa Gia Thụy.",
            "thông báo kết luận",
            "Chủ tịch UBND quận Long Biên",
            "phố hoa Gia Thụy",
        ),
        (
            "Sở Xây dựng có văn bản gửi Thủ tướng Chính phủ và Bộ Xây dựng (cũ) về sửa cầu Lam Hồ.",
            "văn bản",
            "Sở Xây dựng",
            "sửa cầu Lam Hồ",
        ),
        (
            "Họ vi phạm Quy định của UBND quận Long Biên về bảo vệ cây xanh.",
            "Quy định",
            "UBND quận Long Biên",
            "bảo vệ cây xanh",
        ),
    ],
)
def test_letters_are_known_by_what_a_body_writes_about(read, text: str, kind: str, issuer: str, subject: str) -> None:
    (document,) = found(read, text)
    assert (document.type, document.issuer, document.subject) == (kind, issuer, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Xây dựng sẽ có công văn về việc sửa cầu Lam Hồ.",
        "Sở Xây dựng có công văn về việc này.",
        "Sở Xây dựng đã thông báo về việc sửa cầu Lam Hồ.",
        "Người dân có văn bản về việc sửa cầu Lam Hồ.",
        "Sở Xây dựng có công văn gửi UBND phường Gia Thụy.",
        "Làm theo quy định của UBND quận Long Biên về bảo vệ cây xanh.",
        "Theo Quyết định do Thứ trưởng Lê Văn An ký, giao Sở Xây dựng làm ba việc lớn.",
        "UBND quận Long Biên vừa có nghị quyết, yêu cầu rất cao trong việc giữ gìn cây xanh.",
    ],
)
def test_a_letter_to_come_or_of_no_body_is_no_document(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Họ bàn về Quy hoạch tổng thể chợ hoa Gia Thụy tại Quốc hội.", "tổng thể chợ hoa Gia Thụy"),
        ("Họ bàn kế hoạch triển khai Đề án nuôi cá lồng trên sông ngày 1/7.", "nuôi cá lồng trên sông"),
        ("Họ giữ Quy chế tổ chức hội vật làng yêu cầu Ban tổ chức dừng.", "tổ chức hội vật làng"),
        ("Họ giữ Quy chế tổ chức hội vật làng từ ngày 1/7.", "tổ chức hội vật làng từ ngày 1/7"),
        ("UBND quận Long Biên đã có công văn về việc đóng cửa chợ hoa khiến bà con lo lắng.", "đóng cửa chợ hoa"),
        ("UBND quận Long Biên đã có công văn về việc sửa cầu Lam Hồ vì lý do an toàn.", "sửa cầu Lam Hồ"),
        ("Họ bàn kế hoạch triển khai Đề án nuôi cá lồng trên sông với định hướng rõ.", "nuôi cá lồng trên sông"),
        ("Họ giữ Quy chế tổ chức hội vật làng, tại khoản 5 quy định rõ.", "tổ chức hội vật làng"),
        ("UBND quận Long Biên đã có công văn về việc thay thế cây phượng và đưa chợ về.", "thay thế cây phượng"),
    ],
)
def test_a_title_ends_before_what_is_told_of_it(read, text: str, subject: str) -> None:
    (document,) = found(read, text)
    assert document.subject == subject


def test_a_title_with_a_few_words_more_is_of_the_same_document(read) -> None:
    one = "Công điện của Thủ tướng về gỡ vướng mắc công tác bồi thường nhà dân."
    other = "Thủ tướng vừa có Công điện về việc gỡ vướng mắc trong công tác bồi thường nhà dân ven sông."
    assert len(found(read, one, other)) == 1
    assert len(found(read, one, other.replace("vướng mắc", "khó khăn"))) == 2


def test_a_law_amended_in_a_draft_is_no_document_of_its_own(read) -> None:
    told = found(read, "Bộ trưởng trình bày Tờ trình dự án Luật sửa đổi, bổ sung một số điều của Luật Thú y.")
    assert [document.type for document in told] == ["Tờ trình", "Luật"]
