"""The concept schemes: whatever the program and its word lists name is there, and what the law says stands right."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Node

from hbtgraph import model
from hbtgraph.config import BASE
from hbtgraph.rdf.concepts import concept
from hbtgraph.resources import folder, table
from hbtgraph.vietnamese.text import fold, place_tones

HBT = Namespace(f"{BASE}ns#")
C = Namespace(f"{BASE}scheme/")
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def schemes() -> Graph:
    graph = Graph()
    for path in sorted((folder("ontology") / "schemes").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def codes(schemes: Graph) -> set[str]:
    return {str(node).removeprefix(str(C)) for node in schemes.subjects(RDF.type, SKOS.Concept)}


def _vietnamese(graph: Graph, node: Node, predicate: URIRef) -> str:
    texts = (text for text in graph.objects(node, predicate) if isinstance(text, Literal) and text.language == "vi")
    return str(next(texts, ""))


def _label(graph: Graph, node: Node) -> str:
    return _vietnamese(graph, node, SKOS.prefLabel)


# --- what the program names ---------------------------------------------------------------------------


def _literals(kind: type, field: str) -> tuple[str, ...]:
    return get_args(get_type_hints(kind)[field])


@pytest.mark.parametrize(
    ("prefix", "kind", "field"),
    [
        ("tenure", model.Tenure, "status"),
        ("action", model.Appointment, "action"),
        ("conferral", model.Award, "status"),
        ("status", model.Event, "status"),
        ("activity", model.Activity, "status"),
    ],
)
def test_every_value_of_the_model_is_a_concept(prefix: str, kind: type, field: str, codes: set[str]) -> None:
    values = _literals(kind, field)
    assert values
    assert {f"{prefix}-{value}" for value in values} <= codes


def test_every_code_that_a_file_names_is_a_concept(codes: set[str]) -> None:
    files = [*REPOSITORY.glob("src/hbtgraph/**/*.py"), *REPOSITORY.glob("queries/*.rq")]
    files += [*REPOSITORY.glob("ontology/shapes/*.ttl"), *REPOSITORY.glob("ontology/examples/valid/*.ttl")]
    named: dict[str, str] = {}
    for path in files:
        text = path.read_text(encoding="utf-8")
        own = set(
            re.findall(r"^c:([\w-]+)(?:\s+a\b|$)", text, re.MULTILINE)
        )  # an example may make a concept of its own
        for found in re.findall(r"(?<![\w:])c:([a-z]+-[\w-]*\w)|\bC\(\"([a-z]+-[\w-]*\w)\"\)", text):
            named |= {code: path.name for code in found if code and code not in own}
    assert {code: name for code, name in named.items() if code not in codes} == {}


@pytest.mark.parametrize(
    ("name", "column", "prefix"),
    [
        ("body-names", "kind", ""),
        ("unit-levels", "level", ""),
        ("activity-relations", "relation", "relation-"),
        ("group-kinds", "kind", "kind-"),
    ],
)
def test_every_code_of_a_word_list_is_a_concept(name: str, column: str, prefix: str, codes: set[str]) -> None:
    used = {prefix + row[column] for row in table(name)}
    assert used
    assert used - codes == set()


@pytest.mark.parametrize(("name", "column", "prefix"), [("roles", "role", "role"), ("document-types", "type", "doc")])
def test_every_word_of_a_word_list_finds_its_concept(name: str, column: str, prefix: str) -> None:
    words = [row[column] for row in table(name)]
    assert [word for word in words if concept(prefix, word) is None] == []


# --- words as articles have them ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prefix", "words", "code"),
    [
        ("role", "Chủ tịch", "role-chu-tich"),
        ("role", "Phó chủ tịch", "role-pho-chu-tich"),
        ("role", "Chủ tịch nước", "role-chu-tich-nuoc"),
        ("role", "Phó Chủ tịch Thường trực", "role-pho-chu-tich-thuong-truc"),
        ("role", "Uỷ viên", "role-uy-vien"),
        ("role", "Trưởng Công an", "role-truong"),
        ("role", "Chánh VP", "role-chanh-van-phong"),
        ("doc", "Kế hoạch", "doc-ke-hoach"),
        ("doc", "KH", "doc-ke-hoach"),
        ("doc", "Chương trình công tác toàn khóa", "doc-chuong-trinh-cong-tac"),
        ("award", "Giấy khen", "award-giay-khen"),
        ("award", "bằng khen", "award-bang-khen"),
        ("award", "Bằng khen của Thủ tướng Chính phủ", "award-bang-khen-thu-tuong"),
        ("award", "Huân chương Lao động hạng Nhất", "award-huan-chuong-lao-dong-nhat"),
        ("award", "Huân chương Lao động hạng III", "award-huan-chuong-lao-dong-ba"),
        ("award", "Huân chương HCM", "award-huan-chuong-ho-chi-minh"),
        ("award", "Bà mẹ Việt Nam Anh hùng", "award-ba-me-viet-nam-anh-hung"),
        ("award", "Huy hiệu 45 năm tuổi Đảng", "award-huy-hieu-dang"),
    ],
)
def test_words_of_articles_find_the_concept(prefix: str, words: str, code: str) -> None:
    found = concept(prefix, words)
    assert found is not None
    assert found.value == str(C) + code


def test_a_medal_of_sport_is_no_medal_of_the_state() -> None:
    assert concept("award", "Huy chương Vàng") is None
    assert concept("award", "Huy chương Hữu nghị") is not None


def test_vietnamese_labels_keep_one_placement_of_the_tone_mark(schemes: Graph) -> None:
    labels = {str(label) for _, label in schemes.subject_objects(SKOS.prefLabel | SKOS.altLabel)}
    assert {label for label in labels if place_tones(label) != label} == set()


def test_search_keys_are_the_folded_labels(schemes: Graph) -> None:
    keys = list(schemes.subject_objects(HBT.searchKey))
    assert len(keys) > 400
    assert [node for node, key in keys if str(key) != fold(_label(schemes, node))] == []


# --- posts and units ----------------------------------------------------------------------------------


def test_a_deputy_is_akin_to_the_chief_and_no_kind_of_chief(schemes: Graph) -> None:
    deputies = [node for node in schemes.subjects(SKOS.inScheme, C.roles) if str(node).startswith(f"{C}role-pho-")]
    pairs = [(deputy, URIRef(str(deputy).replace("role-pho-", "role-"))) for deputy in deputies]
    pairs = [(deputy, chief) for deputy, chief in pairs if (chief, RDF.type, SKOS.Concept) in schemes]
    assert len(pairs) > 25
    for deputy, chief in pairs:
        assert (deputy, SKOS.related, chief) in schemes, deputy
        assert chief not in set(schemes.transitive_objects(deputy, SKOS.broader)), deputy


def test_every_type_of_unit_is_of_one_level(schemes: Graph) -> None:
    types = [node for node in schemes.subjects(SKOS.inScheme, C.units) if str(node).startswith(f"{C}type-")]
    assert len(types) > 10
    for node in types:
        (level,) = schemes.objects(node, SKOS.broader)
        assert str(level).startswith(f"{C}level-")


# --- Decree 30/2020/NĐ-CP, Article 7 and Annex III ------------------------------------------------------

KINDS = """Nghị quyết NQ, Quyết định QĐ, Chỉ thị CT, Quy chế QC, Quy định QyĐ, Thông cáo TC, Thông báo TB, Hướng dẫn HD,
Chương trình CTr, Kế hoạch KH, Phương án PA, Đề án ĐA, Dự án DA, Báo cáo BC, Biên bản BB, Tờ trình TTr, Hợp đồng HĐ,
Công điện CĐ, Bản ghi nhớ BGN, Bản thỏa thuận BTT, Giấy ủy quyền GUQ, Giấy mời GM, Giấy giới thiệu GGT,
Giấy nghỉ phép GNP, Phiếu gửi PG, Phiếu chuyển PC, Phiếu báo PB, Công văn -, Thư công -"""


def test_the_29_kinds_of_the_decree_are_there_with_their_abbreviations() -> None:
    kinds = [entry.strip().rpartition(" ") for entry in KINDS.split(",")]
    assert len(kinds) == 29
    for words, _, short in kinds:
        found = concept("doc", words)
        assert found is not None, words
        assert short == "-" or concept("doc", short) == found, words


# --- the law on emulation and rewards -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "office"),
    [
        ("award-giay-khen", "Chủ tịch UBND cấp huyện"),
        ("award-giay-khen", "Chủ tịch UBND cấp xã"),
        ("award-gia-dinh-van-hoa", "Chủ tịch UBND cấp xã"),
        ("award-thon-to-dan-pho-van-hoa", "Chủ tịch UBND cấp huyện"),
        ("award-chien-si-thi-dua-toan-quoc", "Thủ tướng"),
        ("award-co-thi-dua-chinh-phu", "Chính phủ"),
        ("award-bang-khen-thu-tuong", "Thủ tướng"),
        ("award-huan-chuong-lao-dong-ba", "Chủ tịch nước"),
        ("award-huy-chuong-huu-nghi", "Chủ tịch nước"),
        ("award-anh-hung-lao-dong", "Chủ tịch nước"),
    ],
)
def test_who_confers_is_as_articles_77_to_80_of_the_law_of_2022_say(schemes: Graph, code: str, office: str) -> None:
    assert office in _vietnamese(schemes, C[code], HBT.conferredByOffice)


def test_an_office_is_named_only_with_the_article_that_names_it(schemes: Graph) -> None:
    for award in set(schemes.subjects(HBT.conferredByOffice, None)) & set(schemes.subjects(RDF.type, HBT.Award)):
        (basis,) = schemes.objects(award, HBT.legalBasis)
        assert re.search(r"Điều (77|78|80)", str(basis)), award


def test_the_rules_of_the_law_now_in_force_say_of_every_award_who_the_award_itself_says(schemes: Graph) -> None:
    pairs = [
        (award, _vietnamese(schemes, rule, HBT.conferredByOffice))
        for rule in schemes.subjects(RDF.type, HBT.ConferralRule)
        if "06/2022/QH15" in _vietnamese(schemes, rule, HBT.legalBasis)
        for ruled in schemes.objects(rule, HBT.ruledAward)
        for award in schemes.transitive_subjects(SKOS.broader, ruled)
        if (award, HBT.conferredByOffice, None) in schemes
        and (award == ruled or (None, HBT.ruledAward, award) not in schemes)
    ]
    assert {award for award, _ in pairs} == set(schemes.subjects(HBT.conferredByOffice, None)) & set(
        schemes.subjects(RDF.type, HBT.Award)
    )
    assert [award for award, office in pairs if office != _vietnamese(schemes, award, HBT.conferredByOffice)] == []


def test_one_award_has_one_rule_of_one_law_at_a_time(schemes: Graph) -> None:
    ruled = [
        (award, str(since), str(next(schemes.objects(rule, HBT.inForceUntil), "9999-12-31")))
        for rule, award in schemes.subject_objects(HBT.ruledAward)
        for since in schemes.objects(rule, HBT.inForceFrom)
    ]
    assert len(ruled) > 20
    assert [
        (one, other) for one in ruled for other in ruled if one[0] == other[0] and one[1] < other[1] <= one[2]
    ] == []


def test_a_certificate_of_commendation_may_go_to_a_household(schemes: Graph) -> None:
    assert set(schemes.objects(C["award-giay-khen"], HBT.awardTo)) >= {C["kind-household"], C["kind-person"]}


def test_where_the_law_of_2003_words_a_title_otherwise_one_ends_the_day_before_the_other_begins(schemes: Graph) -> None:
    pairs = list(schemes.subject_objects(DCTERMS.isReplacedBy))
    assert len(pairs) == 2
    for old, new in pairs:
        (until,), (since,) = schemes.objects(old, HBT.inForceUntil), schemes.objects(new, HBT.inForceFrom)
        assert date.fromisoformat(str(until)) + timedelta(days=1) == date.fromisoformat(str(since)) == date(2024, 1, 1)


def test_a_class_of_an_order_stands_under_the_order(schemes: Graph) -> None:
    classes = [node for node in schemes.subjects(RDF.type, HBT.Award) if " hạng " in _label(schemes, node)]
    assert len(classes) == 3 * 6  # five orders and one medal have three classes
    for node in classes:
        (parent,) = schemes.objects(node, SKOS.broader)
        assert _label(schemes, node).startswith(_label(schemes, parent) + " hạng ")


def test_every_award_of_the_state_is_of_the_state_s_tier(schemes: Graph) -> None:
    orders = set(schemes.transitive_subjects(SKOS.broader, C["award-huan-chuong"]))
    assert len(orders) == 1 + 10 + 15
    assert {tier for order in orders for tier in schemes.objects(order, HBT.awardLevel)} == {C["tier-state"]}


def test_a_secondary_source_is_marked(schemes: Graph) -> None:
    assert (C["award-ky-niem-chuong"], HBT.certainty, C["certainty-secondary"]) in schemes


def test_labels_are_tagged_vietnamese_or_english(schemes: Graph) -> None:
    labels = [label for _, label in schemes.subject_objects(SKOS.prefLabel | SKOS.altLabel)]
    assert {label.language for label in labels if isinstance(label, Literal)} == {"vi", "en"}
