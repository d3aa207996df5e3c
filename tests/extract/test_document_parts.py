"""Where the subject of a document ends before who carries it out."""

from __future__ import annotations

import pytest

from hbtgraph.extract.documents import documents


@pytest.mark.parametrize(
    ("deed", "subject"),
    [
        ("về chuyển đổi số, quận ban hành chương trình riêng", "chuyển đổi số"),
        ("về sắp xếp bộ máy, tỉnh giảm 32 đơn vị", "sắp xếp bộ máy"),
        ("về kỷ luật, kỷ cương, phường Hoa Sen triển khai nhiều việc", "kỷ luật, kỷ cương"),
        ("hướng dẫn các xã, phường tổ chức hội nghị", "hướng dẫn các xã, phường tổ chức hội nghị"),
    ],
)
def test_who_acts_on_a_document_is_no_part_of_its_subject(read, deed: str, subject: str) -> None:
    (document,) = documents(read(f"Thực hiện Kế hoạch số 45/KH-UBND {deed}."))
    assert document.subject == subject
