"""A giver who may not confer an honour under the law of the day is noted with the article of that law; no other is."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from pyoxigraph import Quad

from hbtgraph.pipeline import reference_quads
from hbtgraph.validate import Result, validate

PREFIXES = """
@prefix hbt: <https://w3id.org/hbtgraph/ns#> .
@prefix id: <https://w3id.org/hbtgraph/id/> .
@prefix c: <https://w3id.org/hbtgraph/scheme/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
OLD, NEW = "2022-10-10", "2024-10-10"


def body(kind: str, level: str | None = None) -> str:
    """A giver of this kind, whose unit is of this level."""
    place = f"; hbt:jurisdiction id:unit . id:unit hbt:unitLevel c:level-{level}" if level else ""
    return f"id:giver a hbt:Body ; org:classification c:body-{kind} {place} ."


COMMUNE, DISTRICT, PROVINCE = (body("ubnd", level) for level in ("commune", "district", "province"))


def notes(award: str, giver: str, day: str | None = None, *, issued: str | None = None, more: str = "") -> list[Result]:
    """What is noted of a conferral of this award by this giver on this day, told in an article of another."""
    date = f'; hbt:dateText "{day}"' if day else ""
    date += f' ; hbt:date "{day}"^^xsd:date' if day and len(day) == 10 else ""
    published = f'id:article dct:issued "{issued}"^^xsd:date .' if issued else ""
    data = f"""{PREFIXES} {giver} {published}
      id:award a hbt:AwardConferral ; hbt:award c:award-{award} ; hbt:conferredBy id:giver ; hbt:evidence id:ev {date} .
      id:ev oa:hasSource id:article . {more}"""
    report = validate(Quad(*triple) for triple in ox.parse(data, format=ox.RdfFormat.TURTLE))
    return [result for result in report.results if result.shape.endswith("#AwardConferral-giverMayConfer")]


@pytest.mark.parametrize(
    ("award", "giver", "day", "basis"),
    [
        ("bang-khen", DISTRICT, OLD, "15/2003/QH11, Điều 79"),
        ("bang-khen", body("so", "province"), OLD, "15/2003/QH11, Điều 79"),
        ("bang-khen", COMMUNE, NEW, "06/2022/QH15, Điều 79 và Điều 80"),
        ("bang-khen-thu-tuong", DISTRICT, OLD, "15/2003/QH11, Điều 78"),
        ("bang-khen-thu-tuong", PROVINCE, NEW, "06/2022/QH15, Điều 78 khoản 2"),
        ("chien-si-thi-dua-toan-quoc", body("bo"), NEW, "06/2022/QH15, Điều 78 khoản 2"),
        ("co-thi-dua-chinh-phu", PROVINCE, NEW, "06/2022/QH15, Điều 78 khoản 1"),
        ("huan-chuong-lao-dong-ba", PROVINCE, OLD, "15/2003/QH11, Điều 77"),
        ("huan-chuong-lao-dong-ba", body("chinh-phu"), NEW, "06/2022/QH15, Điều 77"),
        ("ba-me-viet-nam-anh-hung", body("mass-organisation"), NEW, "06/2022/QH15, Điều 77"),
        ("chien-si-thi-dua-co-so", COMMUNE, "2018-01-20", "91/2017/NĐ-CP, Điều 43"),
        ("chien-si-thi-dua-co-so", COMMUNE, NEW, "06/2022/QH15, Điều 80 khoản 1, 2, 4"),
        ("thon-to-dan-pho-van-hoa", COMMUNE, NEW, "06/2022/QH15, Điều 80 khoản 2"),
        ("gia-dinh-van-hoa", DISTRICT, NEW, "06/2022/QH15, Điều 80 khoản 3"),
    ],
)
def test_a_giver_without_the_power_is_noted_once_with_the_article(award: str, giver: str, day: str, basis: str) -> None:
    (note,) = notes(award, giver, day)
    assert note.severity == "warning"
    assert f"{basis}," in note.message("vi")
    assert basis.partition(",")[0] in note.message("en")
    assert "Article" in note.message("en")
    assert "{" not in note.message("vi") + note.message("en")


@pytest.mark.parametrize(
    ("award", "giver", "day"),
    [
        ("giay-khen", COMMUNE, OLD),
        ("giay-khen", DISTRICT, NEW),
        ("bang-khen", PROVINCE, OLD),
        ("bang-khen", body("bo"), NEW),
        ("bang-khen", body("chinh-phu"), OLD),
        ("bang-khen-thu-tuong", body("chinh-phu"), OLD),
        ("gia-dinh-van-hoa", COMMUNE, NEW),
        ("chien-si-thi-dua-co-so", DISTRICT, OLD),
        # the law does not settle what these give: their own honours
        ("bang-khen", body("mass-organisation", "province"), OLD),
        ("bang-khen", body("mttq", "district"), NEW),
        ("bang-khen", body("quan-uy", "district"), OLD),
        ("bang-khen", body("phong"), OLD),  # of no district: a chamber of commerce is one
        ("ky-niem-chuong", body("mass-organisation", "country"), NEW),
        ("huy-hieu-dang", body("tinh-uy", "province"), OLD),
        ("nguoi-tot-viec-tot", DISTRICT, NEW),
        ("co-thi-dua", DISTRICT, NEW),
        ("huan-chuong", body("other"), OLD),
        ("huan-chuong", body("council"), OLD),
        ("gia-dinh-van-hoa", DISTRICT, OLD),  # the old law's words on it were not seen
    ],
)
def test_who_may_confer_and_what_the_law_leaves_open_are_passed_over(award: str, giver: str, day: str) -> None:
    assert notes(award, giver, day) == []


@pytest.mark.parametrize(
    ("day", "noted"),
    [
        ("2004-06-30", False),  # the law of 2003 is not yet in force
        ("2004-07-01", True),
        ("2004", False),  # some days of the year are before it
        ("2005", True),
        ("2023-12", True),
        ("2023-12-31", True),
        ("2024-01-01", True),
        ("2025-06-30", True),
        ("2025-07-01", False),  # how the powers of districts passed on is not known
        (None, False),
    ],
)
def test_the_law_is_that_of_the_day(day: str | None, noted: bool) -> None:
    assert bool(notes("bang-khen", DISTRICT, day)) is noted


def test_a_conferral_without_a_day_has_the_day_of_its_article_and_one_with_a_day_its_own() -> None:
    (note,) = notes("bang-khen", DISTRICT, issued=NEW)
    assert "06/2022/QH15" in note.message()
    (note,) = notes("bang-khen", DISTRICT, OLD, issued=NEW)
    assert "15/2003/QH11" in note.message()
    assert notes("bang-khen", DISTRICT, "1999-05-19", issued=NEW) == []


def test_a_proposal_is_not_yet_a_conferral() -> None:
    status = "id:award hbt:conferralStatus c:conferral-{} ."
    assert notes("bang-khen", DISTRICT, OLD, more=status.format("proposed")) == []
    assert len(notes("bang-khen", DISTRICT, OLD, more=status.format("planned"))) == 1


def test_a_person_confers_by_his_one_post_and_by_several_the_law_is_not_asked() -> None:
    post = """id:post{0} a hbt:Tenure ; org:member id:giver ; org:organization id:body{0} .
      id:body{0} org:classification c:body-ubnd ; hbt:jurisdiction id:unit{0} .
      id:unit{0} hbt:unitLevel c:level-{1} ."""
    person = "id:giver a foaf:Person ."
    one, other = post.format(1, "district"), post.format(2, "province")
    assert notes("bang-khen", person, OLD) == []
    assert len(notes("bang-khen", person, OLD, more=one)) == 1
    assert notes("bang-khen", person, OLD, more=one + other) == []


def test_the_level_of_a_giver_of_the_reference_data_is_known_from_them() -> None:
    from hbtgraph.pipeline.upkeep import neighbours

    context: dict[object, list[Quad]] = {}
    for quad in reference_quads():
        context.setdefault(quad.subject, []).append(quad)
    conferral = ox.parse(
        f"""{PREFIXES} id:award a hbt:AwardConferral ; hbt:award c:award-bang-khen ; hbt:date "{OLD}"^^xsd:date ;
        hbt:conferredBy id:body-ubnd-quan-hai-ba-trung ; hbt:evidence id:ev . id:ev oa:hasSource id:article .""",
        format=ox.RdfFormat.TURTLE,
    )
    quads = [Quad(*triple) for triple in conferral]
    shapes = {result.shape.rpartition("#")[2] for result in validate(quads, neighbours(quads, context)).results}
    assert "AwardConferral-giverMayConfer" in shapes
