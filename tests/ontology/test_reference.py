"""The reference data: versions of units join without gap or overlap, and say what the resolutions say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal as TypeLiteral

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import FOAF, RDF, SKOS
from rdflib.term import Node

from hbtgraph.config import BASE
from hbtgraph.identity import Registry
from hbtgraph.pipeline import prepare
from hbtgraph.pipeline.known import known_things
from hbtgraph.resources import folder
from hbtgraph.store import MEMORY, open_store
from hbtgraph.validate import validate
from hbtgraph.vietnamese.text import fold

HBT = Namespace(f"{BASE}ns#")
ID = Namespace(f"{BASE}id/")
C = Namespace(f"{BASE}scheme/")
ORG = Namespace("http://www.w3.org/ns/org#")
FILES = [
    folder("data") / "reference" / f"{name}.ttl"
    for name in ("documents", "hanoi-bodies", "hanoi-changes", "hanoi-units", "national")
]
DISTRICT, CITY = ID["unit-quan-hai-ba-trung"], ID["unit-thanh-pho-ha-noi"]
LAST_DAY = date(2025, 6, 30)


@pytest.fixture(scope="module")
def reference() -> Graph:
    graph = Graph()
    for path in FILES:
        graph.parse(path)
    return graph


def _label(graph: Graph, node: Node) -> str:
    labels = (label for label in graph.objects(node, SKOS.prefLabel) if isinstance(label, Literal))
    return next(str(label) for label in labels if label.language == "vi")


def _day(graph: Graph, node: Node, predicate: URIRef) -> date | None:
    value = graph.value(node, predicate)
    return date.fromisoformat(str(value)) if value is not None else None


def _existed(graph: Graph, node: Node, day: date) -> bool:
    since, until = _day(graph, node, HBT.existsFrom), _day(graph, node, HBT.existsUntil)
    return (since is None or since <= day) and (until is None or day <= until)


def _wards(graph: Graph, day: str, unit: URIRef = DISTRICT) -> list[str]:
    parts = [node for node in graph.subjects(HBT.partOfUnit, unit) if _existed(graph, node, date.fromisoformat(day))]
    return sorted(_label(graph, node).removeprefix("phường ") for node in parts if "phường" in _label(graph, node))


# --- the data as data -----------------------------------------------------------------------------------


def test_the_reference_data_pass_the_shapes() -> None:
    quads = [ox.Quad(t.subject, t.predicate, t.object) for path in FILES for t in ox.parse(path=path)]
    report = validate(quads)
    assert report.checked > 100
    assert report.lines("en") == []


def test_search_keys_are_the_folded_labels(reference: Graph) -> None:
    keys = {node: str(key) for node, key in reference.subject_objects(HBT.searchKey)}
    assert len(keys) > 80
    assert {node: key for node, key in keys.items() if key != fold(_label(reference, node))} == {}


def test_no_person_is_in_the_reference_data(reference: Graph) -> None:
    assert not list(reference.subjects(RDF.type, FOAF.Person))
    assert not list(reference.subjects(RDF.type, HBT.Tenure))


# --- quận Hai Bà Trưng ----------------------------------------------------------------------------------


def test_the_district_ended_on_30_june_2025_and_its_bodies_with_it(reference: Graph) -> None:
    assert _day(reference, DISTRICT, HBT.existsUntil) == LAST_DAY
    bodies = list(reference.subjects(HBT.jurisdiction, DISTRICT))
    assert {"UBND quận Hai Bà Trưng", "HĐND quận Hai Bà Trưng", "Quận ủy Hai Bà Trưng"} <= {
        _label(reference, body) for body in bodies
    }
    assert {_day(reference, body, HBT.existsUntil) for body in bodies} == {LAST_DAY}
    assert _day(reference, ID["body-ubnd-thanh-pho-ha-noi"], HBT.existsUntil) is None


@pytest.mark.parametrize(
    ("day", "count", "among", "not_among"),
    [
        ("2004-01-01", 20, {"Bùi Thị Xuân", "Ngô Thì Nhậm", "Nguyễn Du"}, {"Mai Động", "Tương Mai"}),
        ("2020-02-29", 20, {"Bùi Thị Xuân", "Ngô Thì Nhậm"}, set()),
        ("2020-03-01", 18, {"Nguyễn Du", "Phạm Đình Hổ"}, {"Bùi Thị Xuân", "Ngô Thì Nhậm"}),
        ("2022-10-23", 18, {"Cầu Dền", "Quỳnh Lôi", "Đống Mác"}, set()),
        ("2025-01-01", 15, {"Bạch Mai", "Thanh Nhàn"}, {"Cầu Dền", "Quỳnh Lôi", "Đống Mác"}),
        ("2025-06-30", 15, {"Bạch Mai"}, set()),
        ("2025-07-01", 0, set(), set()),
    ],
)
def test_the_wards_of_the_district_on_a_day(
    reference: Graph, day: str, count: int, among: set[str], not_among: set[str]
) -> None:
    wards = _wards(reference, day)
    assert len(wards) == len(set(wards)) == count
    assert among <= set(wards)
    assert not not_among & set(wards)


def test_the_wards_of_1_july_2025_belong_to_the_city(reference: Graph) -> None:
    assert _wards(reference, "2025-07-01", CITY) == ["Bạch Mai", "Cửa Nam", "Hai Bà Trưng", "Hồng Hà", "Vĩnh Tuy"]
    assert _wards(reference, "2025-06-30", CITY) == []


def test_the_ward_and_the_district_of_one_name_are_two(reference: Graph) -> None:
    ward = ID["unit-phuong-hai-ba-trung-2025"]
    assert reference.value(ward, HBT.unitLevel) == C["level-commune"]
    assert reference.value(DISTRICT, HBT.unitLevel) == C["level-district"]
    assert _day(reference, ward, HBT.existsFrom) == LAST_DAY + timedelta(days=1)


@pytest.mark.parametrize("day", ["2019-06-01", "2022-10-23", "2025-03-01", "2025-08-01"])
def test_no_two_units_of_a_day_bear_one_official_code(reference: Graph, day: str) -> None:
    holders = defaultdict(list)
    for node, code in reference.subject_objects(HBT.officialCode):
        if _existed(reference, node, date.fromisoformat(day)):
            holders[str(code)].append(node)
    assert holders
    assert {code: nodes for code, nodes in holders.items() if len(nodes) > 1} == {}


def test_a_code_may_come_back_for_another_unit(reference: Graph) -> None:
    holders = {_label(reference, node) for node in reference.subjects(HBT.officialCode, Literal("00292"))}
    assert holders == {"phường Quỳnh Lôi", "phường Bạch Mai"}


# --- the changes ----------------------------------------------------------------------------------------


def _changes(graph: Graph) -> Iterable[tuple[Node, date]]:
    for node in graph.subjects(RDF.type, HBT.TerritorialChange):
        day = _day(graph, node, HBT.date)
        if day is not None:
            yield node, day


def test_what_a_change_makes_begins_on_its_day_and_what_it_ends_ended_the_day_before(reference: Graph) -> None:
    seen = 0
    for change, day in _changes(reference):
        for unit in reference.objects(change, HBT.resultingUnit):
            since = _day(reference, unit, HBT.existsFrom)
            assert since in (None, day), (change, unit)
            seen += since is not None
        for unit in reference.objects(change, HBT.originalUnit):
            until = _day(reference, unit, HBT.existsUntil)
            # a version without a last day ends on a day that is not known
            assert until in (None, day - timedelta(days=1)), (change, unit)
            seen += until is not None
    assert seen > 60


def test_every_version_that_ended_says_what_became_of_it(reference: Graph) -> None:
    ended = {
        node
        for node in reference.subjects(HBT.existsUntil, None)
        if (node, RDF.type, HBT.AdministrativeUnit) in reference
    }
    told = set(reference.objects(None, HBT.originalUnit))
    assert len(ended) > 20
    assert ended - told == set()


def test_a_unit_goes_whole_to_one_unit_only(reference: Graph) -> None:
    shares = defaultdict(list)
    for change in reference.subjects(HBT.share, None):
        (original,), (share,) = reference.objects(change, HBT.originalUnit), reference.objects(change, HBT.share)
        shares[original].append(str(share).rpartition("-")[2])
    assert len(shares) > 20
    for original, kinds in shares.items():
        assert kinds == ["whole"] if "whole" in kinds else kinds.count("most") <= 1, original


def test_the_shares_of_nguyen_du_in_2025_are_as_resolution_1656_says(reference: Graph) -> None:
    shares = {}
    for change in reference.subjects(HBT.originalUnit, ID["unit-phuong-nguyen-du-2020"]):
        (result,), (share,) = reference.objects(change, HBT.resultingUnit), reference.objects(change, HBT.share)
        assert (change, HBT.basedOnDocument, ID["document-1656-nq-ubtvqh15"]) in reference
        shares[_label(reference, result)] = str(share).removeprefix(str(C))
    assert shares == {"phường Hai Bà Trưng": "share-most", "phường Cửa Nam": "share-part"}


def test_what_rests_on_a_plan_or_a_second_hand_source_says_so(reference: Graph) -> None:
    changes = [change for change, day in _changes(reference) if day == date(2025, 1, 1)]
    assert len(changes) == 7
    for change in changes:
        assert (change, HBT.certainty, C["certainty-secondary"]) in reference


# --- found by the names that articles use -----------------------------------------------------------------


@pytest.fixture(scope="module")
def registry() -> Registry:
    with open_store(MEMORY) as store:
        prepare(store)
        return Registry(known_things(store))


@pytest.mark.parametrize(
    ("kind", "name", "day", "found"),
    [
        ("unit", "quận Hai Bà Trưng", "2022-10-23", ["unit-quan-hai-ba-trung"]),
        ("unit", "Quận Hai Bà Trưng", None, ["unit-quan-hai-ba-trung"]),
        ("unit", "quận Hai Bà Trưng", "2025-07-02", []),
        ("unit", "phường Hai Bà Trưng", "2022-10-23", []),
        ("unit", "phường Hai Bà Trưng", "2025-07-02", ["unit-phuong-hai-ba-trung-2025"]),
        ("unit", "phường Bạch Mai", "2022-10-23", ["unit-phuong-bach-mai"]),
        ("unit", "phường Bạch Mai", "2025-03-01", ["unit-phuong-bach-mai-2025-01"]),
        ("unit", "phường Bạch Mai", "2025-08-01", ["unit-phuong-bach-mai-2025"]),
        ("unit", "TP Hà Nội", "2022-10-23", ["unit-thanh-pho-ha-noi"]),
        ("unit", "Hà Nội", "2022-10-23", ["unit-thanh-pho-ha-noi"]),
        ("body", "UBND quận Hai Bà Trưng", "2022-10-23", ["body-ubnd-quan-hai-ba-trung"]),
        ("body", "Ủy ban nhân dân quận Hai Bà Trưng", "2022-10-23", ["body-ubnd-quan-hai-ba-trung"]),
        ("body", "Uỷ ban nhân dân Quận Hai Bà Trưng", "2022-10-23", ["body-ubnd-quan-hai-ba-trung"]),
        ("body", "UBND quận Hai Bà Trưng", "2025-07-02", []),
        ("body", "UBND TP Hà Nội", "2025-07-02", ["body-ubnd-thanh-pho-ha-noi"]),
        ("body", "Thành ủy Hà Nội", "2022-10-23", ["body-thanh-uy-ha-noi"]),
        ("body", "báo Hà Nội mới", "2022-10-23", ["body-bao-hanoimoi"]),
        ("body", "Chính phủ", "2022-10-23", ["body-chinh-phu"]),
        # another city's people's committee must not become that of Hà Nội
        ("body", "UBND thành phố", "2022-10-23", []),
        ("body", "Thành ủy", "2022-10-23", []),
    ],
)
def test_a_name_of_an_article_finds_the_thing_of_its_day(
    registry: Registry, kind: TypeLiteral["unit", "body"], name: str, day: str | None, found: list[str]
) -> None:
    things = registry.find(kind, name, day)
    assert [thing.iri.removeprefix(str(ID)) for thing in things] == found
