from collections.abc import Callable

import pytest

from hbtgraph.extract.containments import containments
from hbtgraph.extract.context import Context

Read = Callable[..., Context]


def pairs(context: Context) -> list[tuple[str, str]]:
    return [(fact.part, fact.whole) for fact in containments(context)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nhà ở xã An Khánh (huyện Hoài Đức).", [("xã An Khánh", "huyện Hoài Đức")]),
        (
            "Nhà ở thôn Đoài, xã An Khánh, huyện Hoài Đức, Hà Nội.",
            [("thôn Đoài", "xã An Khánh"), ("xã An Khánh", "huyện Hoài Đức"), ("huyện Hoài Đức", "Hà Nội")],
        ),
        ("Hội chợ quận Long Biên - Hà Nội.", [("quận Long Biên", "Hà Nội")]),
        ("Xã An Khánh thuộc huyện Hoài Đức.", [("Xã An Khánh", "huyện Hoài Đức")]),
        ("Công an phường 5 quận 8 TPHCM đến.", [("phường 5", "quận 8"), ("quận 8", "TPHCM")]),
        (
            "Hai xã An Khánh và Song Phương (huyện Hoài Đức) họp.",
            [("xã An Khánh", "huyện Hoài Đức"), ("xã Song Phương", "huyện Hoài Đức")],
        ),
        ("Anh quê Hoài Đức, Hà Nội.", [("Hoài Đức", "Hà Nội")]),
    ],
)
def test_units_written_together_lie_in_one_another(read: Read, text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(pairs(read(text))) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Huyện Hoài Đức, quận Long Biên cùng dự.",
        "Hà Nội, Hải Phòng cùng dự.",
        "Họ tới Khu du lịch quốc gia Hoài Đức, Hà Nội.",
        "Đường từ Hà Nội - Lào Cai đã thông.",
        "Đoàn đi huyện Hoài Đức. Hà Nội có mưa.",
        "Sa Pa, Hà Nội là hai nơi đông khách.",
    ],
)
def test_units_side_by_side_do_not_lie_in_one_another(read: Read, text: str) -> None:
    assert pairs(read(text)) == []


def test_a_pair_is_told_once_and_with_its_type_words(read: Read) -> None:
    context = read(
        "Chợ An Khánh ở xã An Khánh, Hoài Đức.", "Xã An Khánh (huyện Hoài Đức) họp.", "xã An Khánh, huyện Hoài Đức."
    )
    assert pairs(context) == [("Xã An Khánh", "huyện Hoài Đức")]


def test_the_evidence_is_the_two_names(read: Read) -> None:
    context = read("Nhà ở xã An Khánh (huyện Hoài Đức).")
    assert [fact.evidence.of(context.text) for fact in containments(context)] == ["xã An Khánh (huyện Hoài Đức"]


def test_units_that_share_a_type_word_do_not_lie_in_one_another(read: Read) -> None:
    assert pairs(read("Họp ở các xã Vĩnh Tiến, Vĩnh Long, Vĩnh Yên, Vĩnh Phúc và thị trấn Sao Mai.")) == []


def test_a_quan_lies_in_a_city_that_no_table_knows(read: Read) -> None:
    assert pairs(read("Họp ở quận Bến Trúc (thành phố Sao Mai).")) == [("quận Bến Trúc", "thành phố Sao Mai")]


def test_two_units_joined_by_a_word_both_lie_in_what_follows(read: Read) -> None:
    found = pairs(read("Đường qua quận Bến Trúc và huyện Lâm Thượng, TP.HCM đã xong."))
    assert found == [("huyện Lâm Thượng", "TP.HCM"), ("quận Bến Trúc", "TP.HCM")]


def test_a_row_may_end_in_a_unit_of_another_type(read: Read) -> None:
    found = pairs(read("Hội của các xã Lam Hồ, Sơn Hồ và thị trấn Sao Mai thuộc huyện Hoài Đức."))
    assert sorted(found) == [
        ("thị trấn Sao Mai", "huyện Hoài Đức"), ("xã Lam Hồ", "huyện Hoài Đức"), ("xã Sơn Hồ", "huyện Hoài Đức"),
    ]  # fmt: skip


def test_an_aside_may_stand_before_where_a_unit_lies(read: Read) -> None:
    assert pairs(read("Huyện Hoài Đức (màu xanh) ở Hà Nội.")) == [("Huyện Hoài Đức", "Hà Nội")]


def test_a_row_that_trails_off_lies_in_the_unit_in_brackets(read: Read) -> None:
    found = pairs(read("Vải ở các huyện Lam Hồ, Sơn Hồ và thị xã Sao Mai… (tỉnh Hòa Bình) đã chín."))
    assert sorted(found) == [
        ("huyện Lam Hồ", "tỉnh Hòa Bình"), ("huyện Sơn Hồ", "tỉnh Hòa Bình"), ("thị xã Sao Mai", "tỉnh Hòa Bình"),
    ]  # fmt: skip
    assert pairs(read("Họ đi qua huyện Sơn Hồ… Tỉnh Hòa Bình có mưa.")) == []


def test_a_unit_beside_another_lies_only_where_the_law_lets_it(read: Read) -> None:
    assert pairs(read("Họp ở P. An Khê và xã Lam Hồ, H. Hoài Đức.")) == [("xã Lam Hồ", "H. Hoài Đức")]
    assert pairs(read("Họp ở phường An Khê và xã Lam Hồ, TP Sao Mai.")) == [
        ("xã Lam Hồ", "TP Sao Mai"), ("phường An Khê", "TP Sao Mai"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ở P. Sao Mai (Q. Bến Trúc).", [("P. Sao Mai", "Q. Bến Trúc")]),
        ("Số 12 Lê Lợi, P11,Q10, TP.HCM.", [("P11", "Q10"), ("Q10", "TP.HCM")]),
        ("Ở xã Lam Hồ, Sóc Sơn, Hà Nội.", [("Sóc Sơn", "Hà Nội"), ("xã Lam Hồ", "Sóc Sơn")]),
        ("Anh ấy trú tại Sao Mai, huyện Hoài Đức.", [("Sao Mai", "huyện Hoài Đức")]),
        ("Ở xã Sao Mai 2 (huyện Hoài Đức).", [("xã Sao Mai 2", "huyện Hoài Đức")]),
        ("Ở xã Sao Mai (khi đó thuộc huyện Hoài Đức).", [("xã Sao Mai", "huyện Hoài Đức")]),
        (
            "Ở xã Lam Hồ, thị trấn Sao Mai (huyện Hoài Đức).",
            [("thị trấn Sao Mai", "huyện Hoài Đức"), ("xã Lam Hồ", "huyện Hoài Đức")],
        ),
        (
            "Ở các huyện Lam Hồ (Hải Dương), Bản Trúc (Lào Cai) và Sơn Hồ (Hà Giang).",
            [("huyện Bản Trúc", "Lào Cai"), ("huyện Lam Hồ", "Hải Dương"), ("huyện Sơn Hồ", "Hà Giang")],
        ),
        (
            "Ở thôn Lam và Sơn Hạ, xã Sao Mai đều khô.",
            [("thôn Lam", "xã Sao Mai"), ("thôn Sơn Hạ", "xã Sao Mai")],
        ),
    ],
)
def test_units_are_written_short_and_in_rows(read: Read, text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(pairs(read(text))) == found


@pytest.mark.parametrize(
    "text",
    [
        "Họ gặp chị Trần Thị P. Công An, Q. Bến Trúc.",
        "Theo P12, đây là việc khó, Hà Nội.",
        "Xã Lam Hồ, huyện Sơn Hồ và thị trấn Sao Mai dự.",
        "Họ về chợ ở Phố Mới (huyện Hoài Đức), ở Nguyễn Văn Tám, huyện Hoài Đức.",
    ],
)
def test_an_initial_or_an_office_is_no_unit(read: Read, text: str) -> None:
    assert not any(part.startswith(("P", "thị", "Nguyễn")) for part, _ in pairs(read(text)))
