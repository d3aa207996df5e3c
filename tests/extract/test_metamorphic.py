"""Another unit, day, number or name in a sentence changes that field of its fact, and nothing else.

The units are the districts of the whole country; the sentences are our own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from hbtgraph.extract.awards import awards
from hbtgraph.extract.campaigns import campaigns
from hbtgraph.extract.documents import documents
from hbtgraph.extract.events import events
from hbtgraph.extract.figures import figures
from hbtgraph.model import Span
from hbtgraph.resources import table

PUBLISHED = date(2023, 11, 18)
USUAL: dict[str, Any] = {
    "unit": "huyện Gia Lâm",
    "person": "Trần Văn Khải",
    "day": date(2023, 5, 12),
    "number": 245,
    "value": "1.250",
    "year": 2022,
}

districts = st.sampled_from(
    sorted(f"{row['type']} {row['name']}" for row in table("unit-names") if row["type"] in ("huyện", "quận"))
).filter(lambda unit: unit != USUAL["unit"] and "' " not in unit and "KB" not in unit)
"""Without two spellings that are not read as names of units yet: "Ia H' Drai", "KBang"."""
people = st.builds(
    "{} {} {}".format,
    st.sampled_from(["Nguyễn", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]),
    st.sampled_from(["Văn", "Thị", "Đức", "Minh", "Quốc"]),
    st.sampled_from(["Bình", "Hạnh", "Tuấn", "Thảo", "Dũng", "Oanh"]),
)
days = st.integers(0, 300).map(lambda ago: PUBLISHED - timedelta(days=ago))
numbers = st.integers(1, 9999)
amounts = st.integers(5, 999_999)
years = st.integers(2000, 2022)

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Reader = Callable[..., Any]


def grouped(value: int) -> str:
    """1250 as Vietnamese writes it: 1.250."""
    return f"{value:,}".replace(",", ".")


def told(read: Reader, extractor: Reader, sentence: str, **other: Any) -> list[Any]:
    """The facts of the sentence with the usual words but for these, without their places in the text."""
    words = USUAL | other
    shown = words | {"day": f"{words['day'].day}/{words['day'].month}"}
    found = extractor(read(sentence.format(**shown), date=PUBLISHED.isoformat()))
    return [structs.replace(fact, evidence=Span(0, 1)) for fact in found]


DOCUMENT = "Ngày {day}, UBND {unit} đã ban hành Kế hoạch số {number}/KH-UBND về phòng cháy, chữa cháy trong mùa khô."


@quick
@given(unit=districts)
def test_another_unit_changes_only_a_documents_issuer(read: Reader, unit: str) -> None:
    (usual,) = told(read, documents, DOCUMENT)
    assert usual.issuer == "UBND huyện Gia Lâm"
    assert told(read, documents, DOCUMENT, unit=unit) == [structs.replace(usual, issuer=f"UBND {unit}")]


@quick
@given(number=numbers)
def test_another_number_changes_only_a_documents_number(read: Reader, number: int) -> None:
    (usual,) = told(read, documents, DOCUMENT)
    assert usual.number == "245/KH-UBND"
    assert told(read, documents, DOCUMENT, number=number) == [structs.replace(usual, number=f"{number}/KH-UBND")]


EVENT = "Sáng {day}, UBND {unit} tổ chức lễ trao nhà tình nghĩa tại Nhà văn hóa thôn Đông."


@quick
@given(unit=districts)
def test_another_unit_changes_only_an_occasions_organizer(read: Reader, unit: str) -> None:
    (usual,) = told(read, events, EVENT)
    assert usual.organizer == "UBND huyện Gia Lâm"
    assert told(read, events, EVENT, unit=unit) == [structs.replace(usual, organizer=f"UBND {unit}")]


@quick
@given(day=days)
def test_another_day_changes_only_an_occasions_date(read: Reader, day: date) -> None:
    (usual,) = told(read, events, EVENT)
    assert usual.date == "2023-05-12"
    meant = day.replace(year=PUBLISHED.year)
    expected = structs.replace(usual, date=meant.isoformat(), status="planned" if meant > PUBLISHED else "held")
    assert told(read, events, EVENT, day=day) == [expected]


AWARD = "Ngày {day}, UBND {unit} đã trao Giấy khen cho ông {person}."


@quick
@given(person=people)
def test_another_person_changes_only_an_awards_recipient(read: Reader, person: str) -> None:
    (usual,) = told(read, awards, AWARD)
    assert usual.recipient == "Trần Văn Khải"
    assert told(read, awards, AWARD, person=person) == [structs.replace(usual, recipient=person)]


@quick
@given(unit=districts)
def test_another_unit_changes_only_who_gives_an_award(read: Reader, unit: str) -> None:
    (usual,) = told(read, awards, AWARD)
    assert usual.conferrer == "UBND huyện Gia Lâm"
    assert told(read, awards, AWARD, unit=unit) == [structs.replace(usual, conferrer=f"UBND {unit}")]


@quick
@given(day=days)
def test_another_day_changes_only_an_awards_date(read: Reader, day: date) -> None:
    (usual,) = told(read, awards, AWARD)
    assert usual.date == "2023-05-12"
    meant = day.replace(year=PUBLISHED.year).isoformat()
    assert told(read, awards, AWARD, day=day) == [structs.replace(usual, date=meant)]


FIGURE = "Năm {year}, thu ngân sách nhà nước trên địa bàn {unit} đạt {value} tỷ đồng."


@quick
@given(unit=districts)
def test_another_unit_changes_only_a_figures_area_and_indicator(read: Reader, unit: str) -> None:
    (usual,) = told(read, figures, FIGURE)
    assert usual.area == "huyện Gia Lâm"
    indicator = usual.indicator.replace("huyện Gia Lâm", unit)
    assert told(read, figures, FIGURE, unit=unit) == [structs.replace(usual, area=unit, indicator=indicator)]


@quick
@given(value=amounts)
def test_another_amount_changes_only_a_figures_value(read: Reader, value: int) -> None:
    (usual,) = told(read, figures, FIGURE)
    assert usual.value == 1250
    assert told(read, figures, FIGURE, value=grouped(value)) == [structs.replace(usual, value=value)]


@quick
@given(year=years)
def test_another_year_changes_only_a_figures_period(read: Reader, year: int) -> None:
    (usual,) = told(read, figures, FIGURE)
    assert usual.period == "Năm 2022"
    assert told(read, figures, FIGURE, year=year) == [structs.replace(usual, period=f"Năm {year}")]


CAMPAIGN = "Hội Nông dân {unit} phát động phong trào “Nhà sạch, vườn đẹp” từ năm {year}."


@quick
@given(unit=districts)
def test_another_unit_changes_only_a_campaigns_organizer(read: Reader, unit: str) -> None:
    (usual,) = told(read, campaigns, CAMPAIGN)
    assert usual.organizer == "Hội Nông dân huyện Gia Lâm"
    assert told(read, campaigns, CAMPAIGN, unit=unit) == [structs.replace(usual, organizer=f"Hội Nông dân {unit}")]


@quick
@given(year=years)
def test_another_year_changes_only_a_campaigns_start(read: Reader, year: int) -> None:
    (usual,) = told(read, campaigns, CAMPAIGN)
    assert usual.start == "2022"
    assert told(read, campaigns, CAMPAIGN, year=year) == [structs.replace(usual, start=str(year))]
