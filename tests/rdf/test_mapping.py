"""Facts become quads with their words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.identity import Identifier, Registry
from hbtgraph.model import (
    Activity,
    Appointment,
    Article,
    Award,
    Block,
    Campaign,
    Containment,
    Document,
    Event,
    Fact,
    Figure,
    Span,
    Statement,
    Tenure,
)
from hbtgraph.rdf import map_article
from hbtgraph.rdf.terms import DCT, ELI, HBT, OA, ORG, RDF, SCHEMA, SKOS, C, date, integer, vi

TEXT = (
    "Quận Hồ Sen: Phong trào “Tuyến phố sạch” lan rộng 🌸\n\n"
    "Chủ tịch UBND quận Hồ Sen Trần Văn Sen cho biết quận đã thu 1.234,5 tỷ đồng, tăng 3% so với năm 2021.\n\n"
    "Theo Kế hoạch số 7/KH-UBND ngày 30-1-2022, quận tặng Giấy khen cho hơn 40 gia đình.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    id="ho-sen",
    text=TEXT,
    digest="sha256:" + hashlib.sha256(TEXT.encode()).hexdigest(),
    title=TEXT.partition("\n")[0],
    blocks=(Block("title", Span(0, TEXT.index("\n"))),),
    published="2022-10-23T15:20:00+07:00",
    publisher="Báo Hồ Sen",
    author="Lê Thị Bút",
)
SENTENCE = span("Chủ tịch UBND quận Hồ Sen Trần Văn Sen")
BODY = "UBND quận Hồ Sen"
FACTS: tuple[Fact, ...] = (
    Tenure(person="Trần Văn Sen", role="Chủ tịch", organization=BODY, evidence=SENTENCE),
    Appointment(
        person="Trần Văn Sen", role="Chủ tịch", organization=BODY, action="elected", date="2021-06", evidence=SENTENCE
    ),
    Document(
        type="Kế hoạch",
        number="7/KH-UBND",
        issuer=BODY,
        date="2022-01-30",
        evidence=span("Kế hoạch số 7/KH-UBND ngày 30-1-2022"),
    ),
    Campaign(
        name="Tuyến phố sạch", organizer="quận Hồ Sen", start="1992", evidence=span("Phong trào “Tuyến phố sạch”")
    ),
    Award(
        honour="Giấy khen",
        recipient="gia đình",
        count=40,
        conferrer="quận Hồ Sen",
        evidence=span("Giấy khen cho hơn 40 gia đình"),
    ),
    Event(name="Hội nghị tổng kết", date="2022-12", status="planned", evidence=SENTENCE),
    Figure(
        indicator="thu",
        value=1234.5,
        unit="tỷ đồng",
        period="năm 2022",
        area="quận Hồ Sen",
        evidence=span("1.234,5 tỷ đồng"),
    ),
    Figure(
        indicator="thu", value=3, unit="%", comparison="tăng so với năm 2021", evidence=span("tăng 3% so với năm 2021")
    ),
    Statement(speaker="Trần Văn Sen", text="quận đã thu", evidence=span("quận đã thu")),
    Containment(part="phường Bến", whole="quận Hồ Sen", evidence=SENTENCE),
    Activity(
        agent="quận Hồ Sen",
        relation="launches",
        action="phát động",
        object="phong trào “Tuyến phố sạch”",
        evidence=SENTENCE,
    ),
)


def mapped(facts: Iterable[Fact] = FACTS) -> list[ox.Quad]:
    facts = list(facts)
    return map_article(ARTICLE, facts, Identifier(ARTICLE, facts, Registry()))


QUADS = mapped()


def values(subject: ox.NamedNode, predicate: ox.NamedNode) -> set[object]:
    return {quad.object for quad in QUADS if quad.subject == subject and quad.predicate == predicate}


def only(kind: ox.NamedNode, position: int = 0) -> ox.NamedNode:
    found = sorted({quad.subject for quad in QUADS if quad.predicate == RDF.type and quad.object == kind}, key=str)
    return found[position]


def test_a_post_seen_on_a_day_has_started_by_then_and_not_ended_before() -> None:
    node = only(HBT.Tenure)
    day = {date("2022-10-23")}
    assert values(node, HBT.latestStart) == values(node, HBT.earliestEnd) == values(node, HBT.attestedOn) == day
    assert not values(node, HBT.earliestStart) | values(node, HBT.latestEnd)
    assert values(node, ORG.role) == {C("role-chu-tich")}


def test_a_former_post_has_only_ended_by_then() -> None:
    facts = [Tenure(person="Trần Văn Sen", role="Chủ tịch", organization=BODY, status="former", evidence=SENTENCE)]
    bounds = {quad.predicate for quad in mapped(facts)} & {
        HBT.attestedOn,
        HBT.latestStart,
        HBT.earliestEnd,
        HBT.latestEnd,
    }
    assert bounds == {HBT.latestEnd}


def test_money_is_whole_dong_beside_the_words() -> None:
    money = next(quad.subject for quad in QUADS if quad.predicate == HBT.amount)
    assert values(money, HBT.amount) == {integer(1_234_500_000_000)}
    assert values(money, HBT.asWritten) == {vi("1.234,5 tỷ đồng")}
    assert values(money, HBT.periodStart) == {date("2022-01-01")}


def test_a_comparison_has_its_direction_and_no_amount() -> None:
    percent = next(quad.subject for quad in QUADS if quad.predicate == HBT.direction)
    assert values(percent, HBT.direction) == {C("direction-increase")}
    assert values(percent, HBT.valueKind) == {C("value-comparison")}


def test_a_counted_group_is_one_node_with_its_count() -> None:
    group = only(HBT.UnnamedGroup)
    assert values(group, HBT.memberCount) == {integer(40)}
    assert values(group, HBT.countQualifier) == {C("count-more-than")}
    assert values(group, HBT.memberKind) == {C("kind-household")}


def test_a_planned_event_has_planned_days_and_no_actual_ones() -> None:
    node = only(HBT.Event)
    assert values(node, HBT.plannedStart) == {date("2022-12-01")}
    assert values(node, HBT.plannedEnd) == {date("2022-12-31")}
    assert not values(node, HBT.actualStart)


def test_a_document_has_its_number_issuer_and_day() -> None:
    node = only(HBT.OfficialDocument)
    assert values(node, ELI.id_local) == {ox.Literal("7/KH-UBND")}
    assert values(node, ELI.date_document) == {date("2022-01-30")}
    assert values(node, ELI.type_document) == {C("doc-ke-hoach")}
    assert values(node, HBT.identityStatus) == {C("identity-complete")}


def test_a_document_dated_twice_in_one_article_has_the_day_stated_first_in_its_most_exact_form() -> None:
    def dated(day: str, words: str) -> Document:
        return Document(type="Kế hoạch", number="7/KH-UBND", issuer=BODY, date=day, evidence=span(words))

    first, later, other = (
        dated("2022-01", "Phong trào"),
        dated("2022-01-30", "Theo Kế hoạch"),
        dated("2022-03-01", "quận tặng"),
    )
    for facts in ([first, later, other], [other, later, first]):
        days = {quad.object.value for quad in mapped(facts) if quad.predicate == HBT.dateText}
        assert days == {"2022-01-30"}


def test_units_and_bodies_are_separate_nodes_with_labels_in_two_languages() -> None:
    body = next(quad.subject for quad in QUADS if quad.object == vi(BODY) and quad.predicate == SKOS.prefLabel)
    (unit,) = values(body, HBT.jurisdiction)
    assert ox.Literal("People's Committee of Hồ Sen District", language="en") in values(body, SKOS.prefLabel)
    assert isinstance(unit, ox.NamedNode)
    assert values(unit, SKOS.prefLabel) == {vi("quận Hồ Sen"), ox.Literal("Hồ Sen District", language="en")}


def test_a_bare_fact_is_asserted_and_claimed() -> None:
    claims = [quad.subject for quad in QUADS if quad.predicate == RDF.predicate and quad.object == HBT.partOfUnit]
    (part,), (whole,) = values(claims[0], RDF.subject), values(claims[0], RDF.object)
    assert isinstance(part, ox.NamedNode)
    assert values(part, HBT.partOfUnit) == {whole}


def test_the_headline_says_what_the_article_is_about() -> None:
    article = only(HBT.Article)
    assert len(values(article, DCT.subject)) == 2  # the district and the campaign
    assert values(article, SCHEMA.datePublished) == {
        ox.Literal("2022-10-23T15:20:00+07:00", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime"))
    }


def test_an_activity_leads_to_the_campaign_that_its_words_name() -> None:
    assert values(only(HBT.Activity), HBT.object) == {only(HBT.Campaign)}


def test_quoted_words_stand_at_the_stated_place_even_after_an_emoji() -> None:
    quotes = [quad.subject for quad in QUADS if quad.predicate == OA.exact]
    assert quotes
    for quote in quotes:
        position = ox.NamedNode(quote.value.removesuffix("-quote") + "-position")
        (start,), (end,), (exact,) = values(position, OA.start), values(position, OA.end), values(quote, OA.exact)
        assert TEXT[int(start.value) : int(end.value)] == exact.value  # type: ignore[attr-defined]


def test_no_fact_is_without_evidence() -> None:
    kinds = (HBT.Tenure, HBT.Appointment, HBT.OfficialDocument, HBT.Campaign, HBT.AwardConferral, HBT.Event,
             HBT.Observation, HBT.Quotation, HBT.Activity, HBT.Claim)  # fmt: skip
    facts = {quad.subject for quad in QUADS if quad.predicate == RDF.type and quad.object in kinds}
    proved = {quad.subject for quad in QUADS if quad.predicate == HBT.evidence}
    assert facts
    assert facts <= proved


def test_the_text_is_in_a_graph_of_its_own_and_nothing_is_a_blank_node() -> None:
    texts = [quad for quad in QUADS if quad.predicate == HBT.text]
    assert [quad.graph_name != only(HBT.Article) for quad in texts] == [True]
    assert not [
        quad for quad in QUADS if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
    ]


@given(st.permutations(FACTS))
def test_the_order_of_facts_does_not_matter(facts: list[Fact]) -> None:
    assert mapped(facts) == QUADS


def test_two_speakers_of_the_same_words_are_two_quotations() -> None:
    said = span("quận đã thu")
    facts = [Statement(speaker=name, text="quận đã thu", evidence=said) for name in ("Trần Văn Sen", "Lê Thị Bút")]
    assert len({quad.subject for quad in mapped(facts) if quad.predicate == SCHEMA.spokenByCharacter}) == 2


@pytest.mark.parametrize("speaker", ["tỉnh Minh Hải", "UBND quận Hồ Sen", "Trần Văn Sen"])
def test_a_speaker_is_a_body_or_a_person(speaker: str) -> None:
    quads = mapped([Statement(speaker=speaker, text="đã thu", evidence=span("đã thu"))])
    (node,) = {quad.object for quad in quads if quad.predicate == SCHEMA.spokenByCharacter}
    kinds = {quad.object for quad in quads if quad.subject == node and quad.predicate == RDF.type}
    assert kinds & {HBT.Body, ox.NamedNode("http://xmlns.com/foaf/0.1/Person")}


def test_an_award_is_in_the_campaign_that_its_sentence_names_and_in_none_of_several() -> None:
    text = "Trong phong trào “Ngõ xanh”, phường Bến tặng Giấy khen cho bà Lê Thị Bút. Bà Bút còn dự “Phố xanh”."
    article = Article(
        id="tong-ket",
        title="Tổng kết",
        text=text,
        digest=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
        blocks=(Block("paragraph", Span(0, len(text))),),
    )
    given = text.index("Giấy khen")
    award = Award(honour="Giấy khen", recipient="Lê Thị Bút", evidence=Span(given, given + len("Giấy khen")))

    def campaign(name: str) -> Campaign:
        return Campaign(name=name, evidence=Span(text.index(name), text.index(name) + len(name)))

    def labels(*facts: Fact) -> set[object]:
        quads = map_article(article, facts, Identifier(article, list(facts), Registry()))
        linked = {quad.object for quad in quads if quad.predicate == HBT.campaign}
        return {quad.object.value for quad in quads if quad.subject in linked and quad.predicate == SKOS.prefLabel}

    assert labels(award, campaign("Ngõ xanh"), campaign("Phố xanh")) == {"Ngõ xanh"}
    assert labels(award, campaign("Phố xanh")) == set()
    assert labels(award) == set()
    assert labels(award, campaign("Ngõ xanh"), campaign("phường Bến")) == set()
