"""Whether an occasion is yet to be held, by the words around its name."""

from __future__ import annotations

import pytest

from hbtgraph.extract.events import events


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("Sở Văn hóa họp báo giới thiệu Lễ hội Sông Nhuệ và Hội nghị đầu tư Hà Đông.", "Hội nghị", "planned"),
        ("Sở Văn hóa họp báo về kết quả Lễ hội Sông Nhuệ và Hội nghị đầu tư Hà Đông.", "Hội nghị", "held"),
        ("Ông Lê Văn Tám duyệt kế hoạch tổ chức Lễ hội Sông Nhuệ lần thứ 2.", "Lễ hội", "planned"),
        ("Ông Lê Văn Tám kiểm tra công tác an ninh tại Lễ hội Sông Nhuệ lần thứ 2.", "Lễ hội", "held"),
        ("Tổ đại biểu tiếp xúc cử tri phường Phúc La trước kỳ họp thứ 4 HĐND quận Hà Đông.", "kỳ họp", "planned"),
        ("Tổ đại biểu tiếp xúc cử tri phường Phúc La sau kỳ họp thứ 4 HĐND quận Hà Đông.", "kỳ họp", "held"),
        ("Quận giới thiệu Lễ hội Sông Nhuệ lần thứ 2. Lễ hội sẽ diễn ra tại quảng trường.", "Lễ hội", "planned"),
        ("Quận khen Lễ hội Sông Nhuệ lần thứ 2. Đường ven sông sẽ diễn ra việc sửa chữa.", "Lễ hội", "held"),
        ("Hoạt động trong Lễ hội Sông Nhuệ\nMột lễ hội của làng sẽ diễn ra ở Hà Đông.", "Lễ", "planned"),
        ("“Dân khen Hội nghị Trung ương lần thứ V. Sắp tới quận sẽ làm tiếp”, ông Tám nói.", "Hội nghị", "held"),
        ("Ông Tám đề nghị Sở Y tế sớm tổ chức hội thảo về sữa học đường.", "hội thảo", "planned"),
        ("Ông Tám yêu cầu rà soát công tác tổ chức hội thảo về sữa học đường.", "hội thảo", "held"),
        ("Quận sẽ làm rõ vụ việc sau khi đã có buổi làm việc với Sở Y tế.", "buổi", "held"),
        ("Các phường sẽ làm theo chỉ đạo của Bí thư tại Hội nghị tổng kết công tác quận.", "Hội nghị", "held"),
        ("“Lễ hội Sông Nhuệ lần thứ 2” sẽ diễn ra vào cuối tuần.", "Lễ hội", "planned"),
        ("Quận sẽ có các hoạt động như: Hội thi nấu ăn Hà Đông; Lễ hội Sông Nhuệ.", "Lễ hội", "planned"),
        ("Quận đã có các hoạt động như: Hội thi nấu ăn Hà Đông; Lễ hội Sông Nhuệ.", "Lễ hội", "held"),
        ("Để tổ chức thành công hội nghị xúc tiến đầu tư Hà Nội, ông Tám giao việc.", "hội nghị", "planned"),
        ("Quận đã tổ chức thành công hội nghị xúc tiến đầu tư Hà Nội.", "hội nghị", "held"),
        ("“Sắp tới quận sẽ tổ chức Lễ hội Sông Nhuệ”, ông Tám nói.", "Lễ hội", "planned"),
        ("Ông Tám trân trọng mời bà Hoa sang quận dự Lễ hội Sông Nhuệ lần thứ 2.", "Lễ hội", "planned"),
        ("Bà Hoa được mời sang quận dự Lễ hội Sông Nhuệ lần thứ 2.", "Lễ hội", "held"),
        ("Đề nghị UBND quận chủ trì phối hợp Sở Y tế tổ chức hội thảo về sữa học đường.", "hội thảo", "planned"),
        ("Ông Tám đề nghị không tổ chức hội thảo về sữa học đường.", "hội thảo", "held"),
        ("Các phường làm hồ sơ để quận xem xét tổ chức Lễ hội Sông Nhuệ lần thứ 2.", "Lễ hội", "planned"),
        ("UBND huyện Tiểu Cần tổ chức hội thảo về sữa học đường.", "hội thảo", "held"),
        ("Sở Kế hoạch và Đầu tư tổ chức hội thảo về sữa học đường.", "hội thảo", "held"),
    ],
)
def test_what_is_said_around_a_name_tells_whether_it_is_to_come(read, text: str, name: str, status: str) -> None:
    found = [event for event in events(read(*text.split("\n"))) if event.name.startswith(name)]
    assert [event.status for event in found] == [status]


@pytest.mark.parametrize(
    ("title", "status"),
    [("Về Lễ hội Sông Nhuệ lần thứ 2", "planned"), ("Quận họp", "held")],
)
def test_a_title_that_only_names_it_leaves_its_status_to_the_text(read, title: str, status: str) -> None:
    text = "Quận khen Lễ hội Sông Nhuệ lần thứ 2. Năm sau quận sẽ tổ chức Lễ hội Sông Nhuệ lần thứ 2 lớn hơn."
    body = text if status == "held" else text.split(". ")[1]
    assert [event.status for event in events(read(body, title=title))] == [status]
