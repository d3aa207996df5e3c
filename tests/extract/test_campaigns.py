"""Movements, emulation drives and programmes of activities in a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.campaigns import campaigns
from hbtgraph.model import Campaign


def found(read, *paragraphs: str, **parts: str) -> list[Campaign]:
    return list(campaigns(read(*paragraphs, **parts)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phong trào “Ngõ sạch, nhà xanh” lan rộng.", "Ngõ sạch, nhà xanh"),
        ("Phong trào phụ nữ “Ngõ sạch, nhà xanh” lan rộng.", "Ngõ sạch, nhà xanh"),
        ("Quận mở phong trào thi đua đặc biệt “Ngõ sạch, nhà xanh”.", "Ngõ sạch, nhà xanh"),
        ("Bộ đội quận giữ vững phong trào thi đua quyết thắng.", "thi đua quyết thắng"),
        ("Năm 2021 được quận chọn là Năm “Phố sạch, nhà xanh”.", "Phố sạch, nhà xanh"),
        ("Xã hưởng ứng Tháng hành động về an toàn, vệ sinh lao động.", "Tháng hành động về an toàn, vệ sinh lao động"),
        ("Xã hưởng ứng Chiến dịch Làm cho thế giới sạch hơn.", "Làm cho thế giới sạch hơn"),
        ("Đợt thi đua mang tên “Nước rút tháng Tám” kết thúc.", "Nước rút tháng Tám"),
        ("Phường hưởng ứng phong trào hiến đất mở ngõ của quận.", "hiến đất mở ngõ"),
        ("Đoàn phường tham gia Tháng hành động vì môi trường.", "Tháng hành động vì môi trường"),
        ("Phong trào thi đua yêu nước được duy trì.", "thi đua yêu nước"),
        ("Thành phố chọn “Năm trật tự đô thị 2021”.", "Năm trật tự đô thị 2021"),
        ("Xã duy trì phong trào mỗi nhà một vườn hoa.", "mỗi nhà một vườn hoa"),
        ("Quận phát động phong trào thi đua làm sạch đường phố.", "thi đua làm sạch đường phố"),
        ("Mặt trận triển khai cuộc vận động mới về chung sức làm sạch sông.", "chung sức làm sạch sông"),
        ("Phường hưởng ứng cuộc vận động Người dân giữ phố đẹp.", "Người dân giữ phố đẹp"),
        ("Đoàn phường lo tháng công nhân.", "tháng công nhân"),
        ("Phường tổ chức chương trình “Tiếp sức em nhỏ xóm núi”.", "Tiếp sức em nhỏ xóm núi"),
        ("Quận xác định năm 2021 là năm “Vì đoàn viên”.", "Vì đoàn viên"),
        ("Phường thực hiện chủ đề năm 2021 của Thành phố “Kỷ cương, sáng tạo”.", "Kỷ cương, sáng tạo"),
        ("Xã hưởng ứng Tháng hành động quốc gia về dân số năm nay.", "Tháng hành động quốc gia về dân số"),
        ("Xã hưởng ứng Tháng hành động phòng, chống ma túy.", "Tháng hành động phòng, chống ma túy"),
        ("Đoàn phường ra quân Chiến dịch Thanh niên tình nguyện hè của quận.", "Thanh niên tình nguyện hè"),
        (
            "Quận đẩy mạnh phong trào học tập và làm theo tư tưởng, phong cách Hồ Chí Minh trong năm.",
            "học tập và làm theo tư tưởng, phong cách Hồ Chí Minh",
        ),
        (
            "Phong trào thi đua xây dựng cơ quan, đơn vị đạt chuẩn văn hóa được duy trì.",
            "thi đua xây dựng cơ quan, đơn vị đạt chuẩn văn hóa",
        ),
        ("Xã duy trì phong trào tổng vệ sinh đường làng vào sáng thứ Bảy.", "tổng vệ sinh đường làng"),
    ],
)
def test_a_campaign_is_named_in_quotation_marks_by_a_phrase_or_with_its_head(read, text: str, name: str) -> None:
    (campaign,) = found(read, text)
    assert campaign.name == name


def test_campaigns_listed_in_quotation_marks_are_told_apart(read) -> None:
    names = [c.name for c in found(read, "Các phong trào “Ngõ sạch”, “Nhà xanh” và “Phố văn minh” đều tốt.")]
    assert names == ["Ngõ sạch", "Nhà xanh", "Phố văn minh"]


def test_a_campaign_is_one_record_with_what_all_its_mentions_say(read) -> None:
    (campaign,) = found(
        read,
        "Quận Long Biên họp bàn.",
        "Phong trào “Ngõ sạch” trong giai đoạn 2001 - 2023 của quận có sức lan tỏa.",
        "Cuối năm, phong trào “Ngõ sạch” được tổng kết.",
    )
    assert (campaign.start, campaign.end, campaign.organizer) == ("2001", None, "quận Long Biên")


def test_a_stage_that_runs_into_the_future_has_an_end(read) -> None:
    (campaign,) = found(read, "Phong trào “Ngõ sạch” giai đoạn 2021-2026 bắt đầu.")
    assert (campaign.start, campaign.end) == ("2021", "2026")


def test_the_organizer_launches_before_or_is_named_behind(read) -> None:
    before = found(read, "Ngày 3/2/2023, UBND quận Long Biên phát động phong trào “Ngõ sạch”.")
    behind = found(read, "Phong trào “Ngõ sạch” do UBND quận Long Biên phát động.")
    assert [c.organizer for c in (*before, *behind)] == ["UBND quận Long Biên"] * 2
    assert before[0].start == "2023-02-03"


@pytest.mark.parametrize(
    "text",
    [
        "Các phong trào này cần được duy trì.",
        "Phong trào thi đua của quận đạt kết quả tốt.",
        "Ông dự chiến dịch Điện Biên Phủ năm xưa.",
        "Chúng tôi đi chơi trong tuần lễ ấy.",
        "Các phong trào thi đua yêu nước được duy trì.",
        "Phong trào nuôi chim cảnh quý rộ lên ở phố núi.",
        "Đài phát chương trình “Câu chuyện cuối tuần”.",
        "Quận mở chiến dịch truy quét trộm cướp vặt.",
    ],
)
def test_what_has_no_name_is_no_campaign(read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize("piece", ["1", " a", "phong trào ", "“", "phong trào “A”, ", "Tháng hành động "])
def test_a_hundred_thousand_characters_of_anything_take_no_time(read, piece: str) -> None:
    context = read(piece * (100_000 // len(piece)))
    started = time.perf_counter()
    list(campaigns(context))
    assert time.perf_counter() - started < 10


def test_a_sentence_that_speaks_of_the_movement_again_adds_to_it(read) -> None:
    (campaign,) = found(
        read, "Phường hưởng ứng phong trào “Ngõ sạch”. Phong trào do UBND quận Long Biên phát động từ năm 2019."
    )
    assert (campaign.organizer, campaign.start) == ("UBND quận Long Biên", "2019")


_WORDS = [
    "phong trào",
    "thi đua",
    "yêu nước",
    "“",
    "”",
    "Ngõ",
    "sạch",
    "của",
    "do",
    "quận",
    "Long",
    "Biên",
    "phát động",
    "từ",
    "năm",
    "2019",
    "giai đoạn",
    "2001 - 2023",
    "(",
    ")",
    ",",
    ".",
    "Tết trồng cây",
    "Tháng hành động",
    "chủ đề năm 2022",
    "Phong trào",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_evidence_lies_in_the_text_whatever_the_words(read, words: list[str]) -> None:
    context = read(" ".join(words) or "không có gì")
    for fact in campaigns(context):
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(context.text)
        assert fact.name == fact.name.strip() != ""


def test_bodies_launch_a_campaign_rather_than_the_bare_unit_of_the_title(read) -> None:
    text = "Sáng 15/11, Quận ủy, UBND quận Long Biên phát động phong trào “Xanh từ nhà ra phố”."
    (campaign,) = campaigns(read(text, title="Quận Long Biên phát động phong trào “Xanh từ nhà ra phố”"))
    assert campaign.organizer == "Quận ủy Long Biên, UBND quận Long Biên"
    assert campaign.start == "2023-11-15"


def test_who_launched_a_campaign_may_be_no_body(read) -> None:
    (campaign,) = campaigns(read("Xã hưởng ứng phong trào “Mỗi nhà một vườn” do Chủ tịch nước phát động."))
    assert campaign.organizer == "Chủ tịch nước"
    (campaign,) = campaigns(read("Năm 1959, ông Lê Văn Tám phát động phong trào “Mỗi nhà một vườn”."))
    assert campaign.organizer == "Lê Văn Tám"


def test_a_name_with_an_abbreviation_or_told_shorter_is_the_same_campaign(read) -> None:
    short = found(read, "Xã đẩy mạnh phong trào xây dựng NTM. Phong trào xây dựng nông thôn mới lan rộng.")
    longer = found(
        read, "Xã phát động phong trào làm sạch đường làng. Phong trào làm sạch đường làng ngõ xóm lan rộng."
    )
    assert [len(short), len(longer)] == [1, 1]


def test_what_a_movement_does_is_not_its_name(read) -> None:
    assert found(read, "Phường mở phong trào ấy từ lâu. Phong trào góp phần làm sạch đường phố.") == []


def test_the_year_behind_the_name_of_a_month_is_its_year(read) -> None:
    (campaign,) = campaigns(read("Xã hưởng ứng Tháng hành động vì trẻ em năm 2019."))
    assert (campaign.name, campaign.start) == ("Tháng hành động vì trẻ em năm 2019", "2019")
    (campaign,) = campaigns(read("Xã hưởng ứng Tháng hành động vì trẻ em, năm 2019 đã có 3 lớp học."))
    assert campaign.name == "Tháng hành động vì trẻ em"


def test_a_year_of_something_is_a_campaign_where_it_says_of_what(read) -> None:
    (campaign,) = found(read, "Tỉnh đăng cai Năm du lịch quốc gia 2018 và Diễn đàn du lịch Mê Công.")
    assert campaign.name == "Năm du lịch quốc gia 2018"
    assert found(read, "Tỉnh mở Năm du lịch.") == []


def test_a_campaign_of_a_unit_with_and_without_its_level_is_one(read) -> None:
    names = "Phong trào làm sạch ngõ phố huyện Bắc Hà lan rộng.", "Phong trào làm sạch ngõ phố Bắc Hà được khen."
    assert len(found(read, *names)) == 1


def test_names_in_straight_marks_are_told_apart_and_their_number_is_none(read) -> None:
    text = 'Chiến dịch gồm 3 phần: "Kỳ nghỉ hồng", "Tiếp sức mùa thi" và "Mùa hè xanh".'
    assert [one.name for one in found(read, text)] == ["Kỳ nghỉ hồng", "Tiếp sức mùa thi", "Mùa hè xanh"]


def test_a_name_ends_before_the_next_one(read) -> None:
    text = "Đoàn phường tổ chức Hành quân xanh và Kỳ nghỉ hồng."
    assert [one.name for one in found(read, text)] == ["Hành quân xanh", "Kỳ nghỉ hồng"]


def test_a_quoted_name_may_be_told_to_be_launched_unless_it_is_a_contest(read) -> None:
    assert [one.name for one in found(read, "“Ngày xanh của phố” đã được quận phát động.")] == ["Ngày xanh của phố"]
    assert found(read, "“Cuộc thi ảnh phố” được quận phát động.") == []


def test_a_name_ends_before_a_number_of_others(read) -> None:
    text = "Đoàn tổ chức Tiếp sức mùa thi và 2 chiến dịch “Mùa hè xanh”, “Kỳ nghỉ hồng”."
    assert [one.name for one in found(read, text)] == ["Tiếp sức mùa thi", "Mùa hè xanh", "Kỳ nghỉ hồng"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quận phát động Tháng Công nhân với chủ đề “Đoàn kết, sáng tạo”.", "Tháng Công nhân"),
        ("Quận phát động phong trào thi đua với chủ đề “Đoàn kết, sáng tạo”.", "Đoàn kết, sáng tạo"),
    ],
)
def test_a_theme_is_no_name_where_there_is_another(read, text: str, name: str) -> None:
    assert [campaign.name for campaign in campaigns(read(text))] == [name]
