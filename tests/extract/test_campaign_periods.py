"""Names of campaigns up to their year, and the year since when they run."""

import pytest

from hbtgraph.extract.campaigns import campaigns


def told(read, text: str) -> list[tuple[str, str | None]]:
    return [(campaign.name, campaign.start) for campaign in campaigns(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã triển khai phong trào “Ngõ sạch, nhà xanh” năm 2022.", ("Ngõ sạch, nhà xanh", "2022")),
        ("Phong trào “Ngõ sạch, nhà xanh” thu hút 2022 người.", ("Ngõ sạch, nhà xanh", None)),
        (
            "Xã phát động đợt thi đua chào mừng Đại hội Đảng các cấp.",
            ("thi đua chào mừng Đại hội Đảng các cấp", None),
        ),
        (
            "Xã phát động đợt thi đua lập thành tích chào mừng 25 năm thành lập huyện.",
            ("thi đua lập thành tích chào mừng 25 năm thành lập huyện", None),
        ),
        (
            "Xã hưởng ứng Tháng hành động phòng chống ma túy và Ngày quốc tế phòng chống ma túy.",
            ("Tháng hành động phòng chống ma túy", None),
        ),
        ("Hội Chữ thập đỏ phát động “Tết vì người nghèo” năm 2022.", ("Tết vì người nghèo", "2022")),
    ],
)
def test_a_name_goes_as_far_as_it_should_and_its_year_starts_it(
    read, text: str, expected: tuple[str, str | None]
) -> None:
    assert told(read, text) == [expected]


def test_other_things_that_are_launched_under_a_name_are_no_campaign(read) -> None:
    assert told(read, "Đài huyện phát động “Tìm hiểu Luật An ninh mạng” trong học sinh.") == []


def test_a_campaign_begins_on_the_day_of_its_own_launch_alone(read) -> None:
    launched = "Ngày 5/3/2023, quận Long Biên phát động phong trào “Ngõ sạch, nhà xanh”."
    assert told(read, launched) == [("Ngõ sạch, nhà xanh", "2023-03-05")]
    going_on = "Năm 2023, hưởng ứng lời kêu gọi do thành phố phát động, quận có phong trào “Ngõ sạch, nhà xanh”."
    assert told(read, going_on) == [("Ngõ sạch, nhà xanh", None)]
