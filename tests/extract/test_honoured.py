"""Who is honoured, named before the verb."""

from __future__ import annotations

import pytest

from hbtgraph.extract.awards import awards
from hbtgraph.extract.honoured import described, subjects


def names(read, clause: str, *before: str) -> list[str]:
    context = read(*before, f"{clause} được tặng Bằng khen.")
    start = context.plain.index(clause)
    return [one.text for one in subjects(context, start, start + len(clause), 140)]


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("Bà Đỗ Thị Bảy đã vinh dự", ["Đỗ Thị Bảy"]),
        ("Em Lê Văn Sáu và em Đỗ Thị Bảy", ["Lê Văn Sáu", "Đỗ Thị Bảy"]),
        ("Năm 2019, 7 tập thể và 31 cá nhân", ["tập thể", "cá nhân"]),
        ("Với thành tích trên, quận Long Biên", ["quận Long Biên"]),
        ("Tại hội nghị, Công an quận Long Biên", ["Công an quận Long Biên"]),
        ("Bức tranh “Mùa gặt” của họa sĩ xóm Đông", ["Bức tranh Mùa gặt của họa sĩ xóm Đông"]),
    ],
)
def test_whoever_stands_before_the_verb_is_its_subject(read, clause: str, subject: list[str]) -> None:
    assert names(read, clause) == subject


def test_a_pronoun_or_a_given_name_is_who_was_named_last(read) -> None:
    before = "Bà Đỗ Thị Bảy làm thuốc nam."
    assert names(read, "Nhiều năm qua, bà liên tục", before) == ["Đỗ Thị Bảy"]
    assert names(read, "Năm 2019, Bảy", before) == ["Đỗ Thị Bảy"]


@pytest.mark.parametrize(
    "clause",
    [
        "Bà Đỗ Thị Bảy cho biết các hộ",
        "Bà Đỗ Thị Bảy là tổ trưởng ở nơi người dân",
        "Những tác phẩm về Hà Nội",
        "Tác phẩm",
    ],
)
def test_who_is_named_for_something_else_or_nobody_is_no_subject(read, clause: str) -> None:
    assert names(read, clause) == []


def test_a_school_named_for_a_person_is_not_that_person(read) -> None:
    clause = "Em Lê Văn Sáu, học sinh trường chuyên Nguyễn Văn Tám"
    assert names(read, clause) == ["Lê Văn Sáu"]


def test_a_group_of_unknown_number_counts_once_it_is_honoured(read) -> None:
    for clause, group in (
        ("Các cá nhân có thành tích xuất sắc đã", ["cá nhân có thành tích xuất sắc"]),
        ("Các cá nhân có thành tích xuất sắc sẽ", []),
        ("Các buổi chiều đã", []),
    ):
        context = read(f"{clause} được tặng Bằng khen.")
        start = context.plain.index(clause)
        assert [one.text for one in described(context, start, start + len(clause) + 1)] == group


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Sở Tài chính hoàn thành xuất sắc nhiệm vụ, được UBND tỉnh tặng Bằng khen.", ["Sở Tài chính"]),
        ("Công ty Cổ phần May 10 lọt vào top 50 doanh nghiệp, được trao Bằng khen.", ["Công ty Cổ phần May 10"]),
        ("Đội Hoa Phượng vượt qua 29 đội giành giải nhất.", ["Đội Hoa Phượng"]),
        ("Sở Tài chính hoàn thành báo cáo, 50 doanh nghiệp được tặng Bằng khen.", ["doanh nghiệp"]),
        ("Đây là lần thứ ba liên tiếp phường Kim Liên được tặng Bằng khen.", ["phường Kim Liên"]),
        ("Phong trào đã giúp phường Kim Liên được tặng Bằng khen.", ["phường Kim Liên"]),
        ("Phường Kim Liên và phường Ô Chợ Dừa được tặng Bằng khen.", ["Phường Kim Liên", "phường Ô Chợ Dừa"]),
        ("10 tập thể và 15 cá nhân có thành tích trong công tác dân vận được khen thưởng.", ["tập thể", "cá nhân"]),
    ],
)
def test_the_subject_of_what_else_is_told_is_honoured(read, text: str, recipients: list[str]) -> None:
    found = [award.recipient for award in awards(read(text))]
    assert len(found) == len(recipients)
    assert all(one.startswith(other) for one, other in zip(found, recipients, strict=True))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Sở Y tế tặng Giấy khen anh Đỗ Văn Tám.", ["Đỗ Văn Tám"]),
        ("Bộ Công an gửi thư khen Công an quận Tây Hồ.", ["Công an quận Tây Hồ"]),
        ("Sở Y tế tặng Bằng khen cho Bí thư Đảng ủy phường Kim Liên Đỗ Văn Tám.", ["Đỗ Văn Tám"]),
        ("Sở Y tế tặng Bằng khen cho các tập thể: Công an quận Tây Hồ.", ["Công an quận Tây Hồ"]),
        (
            "Sở Y tế tặng Bằng khen cho các đơn vị, gồm: Công an quận Tây Hồ và các cá nhân: Đỗ Văn Tám, Lê Thị Bảy.",
            ["Công an quận Tây Hồ", "Đỗ Văn Tám", "Lê Thị Bảy"],
        ),
        (
            "Sở Y tế tặng Bằng khen cho 2 đơn vị: Sở Tài chính, Công an quận Tây Hồ.",
            ["Sở Tài chính", "Công an quận Tây Hồ"],
        ),
        ("Quận Tây Hồ thưởng nóng cán bộ, chiến sĩ phường Quảng An.", ["cán bộ, chiến sĩ phường Quảng An"]),
        ("Loài hoa ấy được tôn vinh là “nữ hoàng” của các loài hoa.", []),
    ],
)
def test_whom_the_words_behind_the_honour_name(read, text: str, recipients: list[str]) -> None:
    assert [award.recipient for award in awards(read(text))] == recipients


def test_police_known_by_their_level_are_those_named_before(read) -> None:
    (award,) = awards(
        read("Công an phường Quảng An đã bắt một người. Quận Tây Hồ thưởng nóng cho lực lượng Công an phường.")
    )
    assert award.recipient == "lực lượng Công an phường Quảng An"


def test_a_caption_s_group_is_the_one_counted_in_the_text(read) -> None:
    found = awards(
        read("Sở Y tế tặng Bằng khen cho 19 đơn vị dẫn đầu. Ông Đỗ Văn Tám trao Bằng khen cho các tập thể xuất sắc.")
    )
    assert [award.count for award in found] == [19]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Trường Đại học Y Hà Nội là đơn vị đầu tiên trong ngành được tặng Bằng khen.",
            [("Bằng khen", "Trường Đại học Y Hà Nội")],
        ),
        (
            "Phường Kim Liên được Nhà nước tuyên dương Anh hùng Lực lượng vũ trang nhân dân.",
            [("Anh hùng Lực lượng vũ trang nhân dân", "Phường Kim Liên")],
        ),
        (
            "Quận tặng Kỷ niệm chương Vì sự nghiệp nhân đạo nhân dịp này cho ông Đỗ Văn Tám.",
            [("Kỷ niệm chương Vì sự nghiệp nhân đạo", "Đỗ Văn Tám")],
        ),
    ],
)
def test_honours_are_named_whole_and_once(read, text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(award.honour, award.recipient) for award in awards(read(text))] == pairs


@pytest.mark.parametrize(
    ("text", "conferrer"),
    [
        ("Ông Đỗ Văn Tám được đề nghị xét tặng danh hiệu Nhà giáo Ưu tú.", None),
        ("Ông Đỗ Văn Tám được Sở Y tế đề nghị xét tặng danh hiệu Nhà giáo Ưu tú.", "Sở Y tế"),
        ("Ông Đỗ Văn Tám được Sở Y tế đề nghị UBND quận tặng danh hiệu Nhà giáo Ưu tú.", "UBND quận"),
    ],
)
def test_an_honour_may_only_be_proposed(read, text: str, conferrer: str | None) -> None:
    (award,) = awards(read(text))
    assert (award.recipient, award.conferrer, award.status) == ("Đỗ Văn Tám", conferrer, "proposed")


def test_those_among_the_honoured_may_be_named_behind(read) -> None:
    text = "Nhiều cá nhân được khen thưởng, trong đó có bà Đỗ Thị Bảy, ông Lê Văn Sáu."
    assert [award.recipient for award in awards(read(text))] == ["Đỗ Thị Bảy", "Lê Văn Sáu"]
    assert not list(awards(read("Nhiều cá nhân được khen thưởng, trong đó có 3 học sinh.")))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Trường THCS Giảng Võ đạt danh hiệu Tập thể lao động xuất sắc cấp Thành phố, được nhận Bằng khen.",
            [("Tập thể lao động xuất sắc", "Trường THCS Giảng Võ"), ("Bằng khen", "Trường THCS Giảng Võ")],
        ),
        (
            "Ông Đỗ Văn Tám trao Quyết định khen thưởng của Sở Y tế cho tập thể Công an phường Kim Liên.",
            [("khen thưởng", "Công an phường Kim Liên")],
        ),
        (
            "Các đơn vị phường Kim Liên, phường Ô Chợ Dừa giành giải nhì.",
            [("giải nhì", "phường Kim Liên"), ("giải nhì", "phường Ô Chợ Dừa")],
        ),
        (
            "Quận tặng Giấy khen cho Công an phường Kim Liên, phường Ô Chợ Dừa.",
            [("Giấy khen", "Công an phường Kim Liên"), ("Giấy khen", "phường Ô Chợ Dừa")],
        ),
        ("Quận tặng Giấy khen cho Công an phường Kim Liên, quận Đống Đa.", [("Giấy khen", "Công an phường Kim Liên")]),
        ("3 đơn vị phường Vĩnh Tuy, Đồng Tâm, Minh Khai được tặng Bằng khen; ông Đỗ Văn Tám phát biểu.", None),
    ],
)
def test_rows_of_bodies_and_what_goes_on(read, text: str, pairs: list[tuple[str, str]] | None) -> None:
    found = [(award.honour, award.recipient) for award in awards(read(text))]
    assert found == pairs if pairs is not None else all(who != "Đồng Tâm" for _, who in found)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Nhà nước đã tặng ông Đỗ Văn Tám: Huân chương Lao động hạng Ba, Bằng khen.", ["Đỗ Văn Tám", "Đỗ Văn Tám"]),
        ("Quận đã tặng quà ông Đỗ Văn Tám. Ông nói: Huân chương Lao động hạng Ba rất quý.", []),
        ("Cùng được khen thưởng còn có bà Đỗ Thị Bảy.", ["Đỗ Thị Bảy"]),
        ("Được khen thưởng là vui, có người nói.", []),
    ],
)
def test_names_behind_a_colon_and_behind_there_is(read, text: str, recipients: list[str]) -> None:
    assert [award.recipient for award in awards(read(text))] == recipients
