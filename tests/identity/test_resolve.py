"""Who is who within an article, and against what the graph knows."""

from hbtgraph.identity import Identifier, Known, Registry
from hbtgraph.model import Article, Block, Campaign, Containment, Document, Event, Fact, Span, Tenure

HERE = Span(0, 4)


def article(name: str = "bai-1", day: str | None = "2022-10-23") -> Article:
    return Article(id=name, text="Tựa.", digest="sha256:0", title="Tựa.", blocks=(Block("title", HERE),), published=day)


def identifier(
    *facts: Fact, registry: Registry | None = None, name: str = "bai-1", day: str = "2022-10-23"
) -> Identifier:
    return Identifier(article(name, day), facts, registry or Registry())


def post(person: str, body: str) -> Tenure:
    return Tenure(person=person, role="Chủ tịch", organization=body, evidence=HERE)


def test_a_name_is_one_person_in_one_article_whatever_its_tone_placement() -> None:
    names = identifier()
    assert names.person("Lê Thị Hoà").iri == names.person("Lê Thị Hòa").iri


def test_tone_marks_tell_people_apart() -> None:
    names = identifier()
    assert names.person("Phạm Thị Hà").iri != names.person("Phạm Thị Hạ").iri


def test_committee_council_and_party_committee_of_one_district_are_three_bodies_of_one_unit() -> None:
    names = identifier()
    bodies = [names.body(name) for name in ("UBND quận Hồ Sen", "HĐND quận Hồ Sen", "Quận ủy Hồ Sen")]
    assert len({body.iri for body in bodies}) == 3
    assert {body.unit and body.unit.iri for body in bodies} == {names.unit("quận Hồ Sen").iri}


def test_the_version_of_a_unit_is_that_of_the_articles_day() -> None:
    def version(number: int, first: str | None, last: str | None) -> Known:
        iri = f"https://example.org/{number}"
        return Known(iri=iri, kind="unit", names=("phường Sen",), exists_from=first, exists_until=last)

    registry = Registry([version(1, None, "2020-02-29"), version(2, "2020-03-01", None)])
    before, after = (
        identifier(registry=registry, day=day).unit("phường Sen").iri for day in ("2020-02-29", "2020-03-01")
    )
    assert (before, after) == ("https://example.org/1", "https://example.org/2")


def test_communes_of_one_name_in_two_districts_are_two() -> None:
    one = identifier(Containment(part="xã Tân Sen", whole="huyện Sông Nhỏ", evidence=HERE)).unit("xã Tân Sen")
    two = identifier(Containment(part="xã Tân Sen", whole="huyện Sông To", evidence=HERE)).unit("xã Tân Sen")
    assert one.iri != two.iri


def test_an_office_acts_for_its_body() -> None:
    names = identifier()
    agent = names.agent("Chủ tịch UBND quận Hồ Sen")
    assert agent is not None
    assert agent.iri == names.body("UBND quận Hồ Sen").iri


def test_words_that_name_nobody_act_for_nobody() -> None:
    assert identifier().agent("các đơn vị") is None


def test_a_bare_province_is_a_unit_and_no_person() -> None:
    agent = identifier().agent("Quảng Nam")
    assert agent is not None
    assert agent.kind == "unit"


def test_a_document_is_complete_with_number_issuer_and_year() -> None:
    whole = Document(type="Kế hoạch", number="7/KH-UBND", issuer="UBND quận Hồ Sen", date="2022-01-30", evidence=HERE)
    one, two = (identifier(name=name).document(whole) for name in ("a", "b"))
    assert one.complete
    assert one.iri == two.iri


def test_a_document_without_its_year_is_a_candidate_of_its_article_alone() -> None:
    part = Document(type="Kế hoạch", number="7/KH-UBND", issuer="UBND quận Hồ Sen", evidence=HERE)
    one, two = (identifier(name=name).document(part) for name in ("a", "b"))
    assert not one.complete
    assert one.iri != two.iri


def test_the_number_of_a_law_says_its_issuer_and_year() -> None:
    law = Document(type="Luật", number="06/2022/QH15", evidence=HERE)
    names = identifier()
    assert (names.issuer(law), names.year(law), names.document(law).complete) == ("Quốc hội", "2022", True)


def test_plans_of_one_number_and_two_years_are_two() -> None:
    def plan(day: str) -> Document:
        return Document(type="Kế hoạch", number="7/KH-UBND", issuer="UBND quận Hồ Sen", date=day, evidence=HERE)

    assert identifier().document(plan("2022-01-30")).iri != identifier().document(plan("2023-02-01")).iri


def test_one_campaign_of_one_organiser_is_one_in_two_articles() -> None:
    fact = Campaign(name="Tuyến phố sạch", organizer="quận Hồ Sen", evidence=HERE)
    assert identifier(name="a").campaign(fact).iri == identifier(name="b").campaign(fact).iri


def test_an_event_without_a_day_belongs_to_its_article() -> None:
    fact = Event(name="Hội nghị tổng kết", evidence=HERE)
    assert identifier(name="a").event(fact).iri != identifier(name="b").event(fact).iri


def test_a_city_that_holds_a_district_is_of_the_rank_of_a_province() -> None:
    names = identifier(Containment(part="quận Bến Sen", whole="thành phố Sao Hôm", evidence=HERE))
    assert names.unit("thành phố Sao Hôm").kind_code == "level-province"
    assert identifier().unit("thành phố Sao Hôm").kind_code == "level-district"


def test_a_unit_of_the_tables_comes_with_its_code_and_what_it_lies_in() -> None:
    unit = identifier().unit("quận Tây Hồ")
    assert (unit.code, unit.exists_until) == ("003", "2025-06-30")
    assert unit.part_of is not None
    assert unit.part_of.label == "thành phố Hà Nội"


def test_the_city_of_the_headlines_district_completes_its_bodies() -> None:
    text = "Quận Tây Hồ: một năm."
    title = Article(id="a", text=text, digest="", title=text, blocks=(), published="2022-10-23")
    names = Identifier(title, (), Registry())
    assert names.body("UBND thành phố").iri == names.body("UBND thành phố Hà Nội").iri
    assert names.body("Thành ủy").iri == names.body("Thành ủy Hà Nội").iri
