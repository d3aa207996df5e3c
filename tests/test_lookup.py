"""Lookups give typed results with their words, and say so when a name is unknown or borne by several."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import hbtgraph
from hbtgraph import Evidence, KnowledgeGraph, LookupFailed, QueryError, StoreError
from hbtgraph.store import Rows, Store

A, B = (
    "Quận Hai Bà Trưng trồng hoa trong ngõ, thưởng người siêng năng",
    "Phường Bạch Mai khánh thành vườn hoa cổng làng",
)
UBND = "UBND quận Hai Bà Trưng"
ID = "https://w3id.org/hbtgraph/id/"


@pytest.fixture
def kg(small: Store) -> KnowledgeGraph:
    return KnowledgeGraph(small)


def test_officials_on_a_day_come_certain_first_each_with_words(kg: KnowledgeGraph) -> None:
    posts = kg.officials(of="quận Hai Bà Trưng", on="2022-10-23")
    assert [(post.person, post.role, post.status, post.certainty) for post in posts] == [
        ("Nguyễn Quang Minh", "Chủ tịch", "current", "certain"),
        ("Phạm Thị Hà", "Phó Chủ tịch", "current", "certain"),
        ("Phạm Thị Hạ", "Bí thư", "former", "possible"),
    ]
    chair = posts[0]
    assert (chair.body, chair.first_attested, chair.last_attested) == (UBND, date(2022, 10, 23), date(2022, 10, 23))
    assert (chair.basis, chair.latest_start, chair.latest_end) == ("on", date(2022, 10, 23), date(2023, 4, 29))
    assert [(words.headline, words.quote) for words in chair.evidence] == [
        (A, f"Nguyễn Quang Minh, Chủ tịch {UBND}"),
        (B, f"Nguyễn Quang Minh, nguyên Chủ tịch {UBND}"),
    ]
    assert kg.officials(of="quận Hai Bà Trưng", on=date(2022, 10, 23)) == posts


def test_nobody_is_in_office_in_a_district_that_has_ended(kg: KnowledgeGraph) -> None:
    assert kg.officials(on="2025-07-02") == ()


def test_a_name_without_marks_finds_every_bearer_and_with_marks_no_other(kg: KnowledgeGraph) -> None:
    assert [person.name for person in kg.people("pham thi ha")] == ["Phạm Thị Hà", "Phạm Thị Hạ"]
    assert [person.name for person in kg.people("PHẠM THỊ HẠ")] == ["Phạm Thị Hạ"]
    assert kg.person("nguyen quang minh").name == "Nguyễn Quang Minh"
    assert len(kg.people()) == 4


def test_a_person_has_posts_and_all_words_about_them(kg: KnowledgeGraph) -> None:
    person = kg.person("Phạm Thị Hạ")
    assert [(post.role, post.body, post.status) for post in person.posts] == [
        ("Bí thư", "Quận ủy Hai Bà Trưng", "former")
    ]
    assert [words.quote for words in person.evidence] == [
        "Phạm Thị Hạ, nguyên Bí thư Quận ủy Hai Bà Trưng",
        "Phạm Thị Hạ được UBND thành phố Hà Nội tặng Bằng khen ngày 10-5-2023",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pham thi ha", "Phạm Thị Hà; Phạm Thị Hạ"),
        ("nguyen quang min", "near: Nguyễn Quang Minh"),
        ("Trần Văn Không", "nothing is known of this name"),
    ],
)
def test_a_person_who_is_not_one_is_told_near_names(kg: KnowledgeGraph, name: str, said: str) -> None:
    with pytest.raises(LookupFailed, match=said):
        kg.person(name)


def test_documents_merge_what_articles_say_of_one(kg: KnowledgeGraph) -> None:
    (document,) = kg.documents(issuer=UBND)
    assert (document.type, document.number, document.date) == ("Kế hoạch", "12/KH-UBND", "2022-01-15")
    assert [words.headline for words in document.evidence] == [A, B]
    assert kg.documents(since="2022-01-16") == ()
    assert kg.documents(type="ke hoach", until=date(2022, 12, 31)) == (document,)


def test_campaigns_awards_events_and_figures_are_typed(kg: KnowledgeGraph) -> None:
    (campaign,) = kg.campaigns("ngo sach")
    assert (campaign.name, campaign.organizers, campaign.since) == ("Ngõ sạch, nhà xanh", (UBND,), "2019")
    awards = kg.awards(honour="Giấy khen", since="2022-10-01")
    assert [(award.recipient, award.count, award.givers, award.status) for award in awards] == [
        ("15 tập thể", 15, (UBND,), "conferred"),
        ("48 cá nhân", 48, (UBND,), "conferred"),
        ("48 cá nhân", 48, (UBND,), "conferred"),
    ]
    (event,) = kg.events(status="planned")
    assert (event.name, event.date, event.place) == ("Ngày hội đổi cây lấy hoa", "2022-11-20", "phường Bạch Mai")
    (figure,) = kg.figures(area="quan hai ba trung")
    assert (figure.value, figure.unit, figure.amount, figure.kind) == (
        Decimal("1234.5"),
        "tỷ đồng",
        1_234_500_000_000,
        "actual",
    )


def test_statements_activities_and_appointments_are_typed(kg: KnowledgeGraph) -> None:
    (statement,) = kg.statements(speaker="Phạm Thị Hà")
    assert (statement.text, statement.kind) == ("Mỗi luống hoa là một lời chào của ngõ", "direct")
    assert [activity.relation for activity in kg.activities()] == ["launches", "has-goal", "implements"]
    (activity,) = kg.activities(agent="Bạch Mai", status="done")
    assert activity.manner == ("bằng 3 vườn hoa mới",)
    (appointment,) = kg.appointments(person="le van son")
    assert (appointment.action, appointment.date, appointment.body) == ("appointed", "2023-04", UBND)


def test_every_fact_has_evidence_that_is_in_the_text_at_its_place(kg: KnowledgeGraph) -> None:
    facts: list[Any] = [*kg.officials(), *kg.documents(), *kg.campaigns(), *kg.awards(), *kg.events()]
    facts += [*kg.figures(), *kg.statements(), *kg.activities(), *kg.appointments()]
    texts = kg.sparql("SELECT ?article ?text { ?article <https://w3id.org/hbtgraph/ns#text> ?text }")
    assert isinstance(texts, Rows)
    by_article = {row["article"]: row["text"] or "" for row in texts.records()}
    assert len(facts) == 19
    for fact in facts:
        assert fact.evidence
        for words in fact.evidence:
            assert by_article[words.article][words.start : words.end] == words.quote


def test_a_unit_is_told_with_its_end_and_successors(kg: KnowledgeGraph) -> None:
    unit = kg.unit("quận Hai Bà Trưng")
    assert (unit.level, unit.exists_until, unit.part_of) == ("cấp huyện", date(2025, 6, 30), ("thành phố Hà Nội",))
    assert [(change.other, change.side, change.basis) for change in unit.changes] == [
        ("phường Bạch Mai", "after", "Nghị quyết số 1656/NQ-UBTVQH15"),
        ("phường Hai Bà Trưng", "after", "Nghị quyết số 1656/NQ-UBTVQH15"),
    ]


def test_versions_of_a_unit_are_told_apart_by_the_day(kg: KnowledgeGraph) -> None:
    assert kg.unit("phường Bạch Mai", on="2022-10-23").iri == f"{ID}unit-phuong-bach-mai"
    assert kg.unit("phuong bach mai", on=date(2025, 7, 1)).iri == f"{ID}unit-phuong-bach-mai-2025"
    with pytest.raises(LookupFailed, match=r"2025-06-30.*2025-07-01"):
        kg.unit("phường Bạch Mai")
    with pytest.raises(LookupFailed, match="near: phường Bạch Mai"):
        kg.unit("phuong bach ma")


def test_evidence_takes_a_result_an_iri_or_a_name(kg: KnowledgeGraph) -> None:
    person = kg.person("Phạm Thị Hạ")
    by_result = kg.evidence(person)
    assert by_result == person.evidence
    assert (
        by_result == kg.evidence("Phạm Thị Hạ") == kg.evidence(person.iri) == kg.evidence("id:person-pham-thi-ha-33cc")
    )
    assert by_result[0] == Evidence(
        quote="Phạm Thị Hạ, nguyên Bí thư Quận ủy Hai Bà Trưng",
        article=f"{ID}article-trong-hoa-trong-ngo-a1a1a1",
        headline=A,
        start=348,
        end=395,
    )
    with pytest.raises(LookupFailed, match="Phạm Thị H"):
        kg.evidence("Phạm Thị Hảo")


def test_stored_questions_and_free_sparql_are_asked(kg: KnowledgeGraph) -> None:
    assert len(kg.query("officials", on="2022-10-23")) == 3
    assert len(kg.query("events", **{"from": "2022-11-01"})) == 2
    assert kg.sparql("ASK { ?s a <https://w3id.org/hbtgraph/ns#Tenure> }") is True
    counted = kg.sparql("SELECT (COUNT(?p) AS ?n) { ?p a <http://xmlns.com/foaf/0.1/Person> }")
    assert isinstance(counted, Rows)
    assert [row["n"] for row in counted.records()] == ["4"]  # three of them are named in both articles


@pytest.mark.parametrize(
    "text", ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "INSERT DATA { <a:a> <a:b> 1 }", "tôi hỏi"]
)
def test_free_sparql_only_reads_and_only_here(kg: KnowledgeGraph, text: str) -> None:
    with pytest.raises(QueryError):
        kg.sparql(text)


def test_a_wrong_day_is_told_the_form(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        kg.officials(on="23/10/2022")


def test_the_graph_is_handed_to_rdflib_whole(kg: KnowledgeGraph) -> None:
    copy = kg.to_rdflib()
    assert sum(1 for _ in copy.quads()) == sum(1 for _ in kg.store.quads())


def test_the_graph_is_handed_to_networkx(kg: KnowledgeGraph) -> None:
    network = kg.to_networkx(view="people")
    labels = {data.get("label") for _, data in network.nodes(data=True)}
    assert {"Nguyễn Quang Minh", "Phạm Thị Hà"} <= labels


ARTICLE = """title: Phường Sen Vàng họp dân
id: sen-vang
date: 2023-03-05

Phường Sen Vàng họp dân

Ông Đỗ Văn Bách, Chủ tịch UBND phường Sen Vàng, chủ trì buổi họp ngày 5-3-2023.
"""


def test_articles_go_in_once_and_come_out_again(tmp_path: Path) -> None:
    (tmp_path / "sen-vang.txt").write_text(ARTICLE, encoding="utf-8")
    with hbtgraph.open(tmp_path / "graph") as kg:
        first = kg.add(tmp_path / "sen-vang.txt")
        assert first.count("added") == 1
        assert kg.add(tmp_path / "sen-vang.txt").count("unchanged") == 1
        assert [post.role for post in kg.person("Đỗ Văn Bách").posts] == ["Chủ tịch"]
        assert kg.validate().conforms
        kg.retract(first.outcomes[0].article.id)
        assert kg.people() == ()
    with hbtgraph.open(tmp_path / "graph", read_only=True) as kg:
        assert kg.officials() == ()
        with pytest.raises(StoreError, match="reading only"):
            kg.add(tmp_path / "sen-vang.txt")


def test_importing_is_light() -> None:
    program = (
        "import sys, hbtgraph\n"
        "heavy = {'rdflib', 'pyshacl', 'networkx', 'SPARQLWrapper', 'rich', 'click'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
