"""What the gate judges, what it lets pass, and how it says what it found."""

from __future__ import annotations

import logging
from hashlib import sha256

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbtgraph.errors import SourceError
from hbtgraph.validate import Report, validate, validate_store

ID = "https://w3id.org/hbtgraph/id/"
PREFIXES = f"""
@prefix hbt: <https://w3id.org/hbtgraph/ns#> .
@prefix id: <{ID}> .
@prefix c: <https://w3id.org/hbtgraph/scheme/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TEXT = "🌳 Bà Đỗ Thị Lụa, Chủ tịch UBND quận Hoa Sen, trồng cây."
WORDS = "Bà Đỗ Thị Lụa, Chủ tịch UBND quận Hoa Sen"

PERSON = 'id:person-lua a foaf:Person ; skos:prefLabel "Đỗ Thị Lụa"@vi ; hbt:searchKey "do thi lua" .'
TENURE = """
id:tenure-lua a hbt:Tenure ; skos:prefLabel "Đỗ Thị Lụa – Chủ tịch"@vi ; org:member id:person-lua ;
  org:role c:role-chu-tich ; hbt:roleText "Chủ tịch"@vi ; hbt:tenureStatus c:tenure-current ; hbt:evidence id:ev-a .
"""
NO_MEMBER = TENURE.replace("org:member id:person-lua ;", "")


def quads(*turtle: str, graph: str | None = None) -> list[ox.Quad]:
    """Turtle without its prefixes, in the default graph or in the one of this name."""
    name = ox.NamedNode(f"{ID}{graph}") if graph else ox.DefaultGraph()
    triples = ox.parse("\n".join((PREFIXES, *turtle)), format=ox.RdfFormat.TURTLE)
    return [ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples]


def article(text: str = TEXT, start: int | None = None, end: int | None = None, name: str = "a") -> str:
    """An article, its text, and one piece of evidence at a place of it (that of WORDS)."""
    start = text.index(WORDS) if start is None else start
    end = start + len(WORDS) if end is None else end
    digest = f'"sha256:{sha256(text.encode()).hexdigest()}"'
    return f"""
id:article-{name} a hbt:Article ; dct:identifier "{name}" ; schema:headline "Tin Hoa Sen"@vi ;
  dct:issued "2024-03-05"^^xsd:date ; dct:language "vi" ; hbt:textDigest {digest} ; hbt:text {ox.Literal(text)}@vi .
id:ev-{name} a hbt:Evidence ; oa:hasSource id:article-{name} ; hbt:textDigest {digest} ;
  oa:hasSelector id:ev-{name}-quote , id:ev-{name}-position .
id:ev-{name}-quote a oa:TextQuoteSelector ; oa:exact {ox.Literal(text[start:end])}@vi .
id:ev-{name}-position a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} .
"""


def broken(report: Report) -> set[str]:
    return {result.shape.rpartition("#")[2] for result in report.results}


def test_a_right_article_conforms_without_a_word() -> None:
    report = validate(quads(article(), PERSON, TENURE))
    assert report.results == ()
    assert report.conforms
    assert report.checked == 6
    assert report.lines() == []


def test_nothing_at_all_conforms_and_says_that_nothing_was_checked() -> None:
    assert validate([]) == Report((), 0)


def test_a_violation_keeps_out_and_a_warning_lets_in() -> None:
    wrong = validate(quads(article(), NO_MEMBER))
    assert not wrong.conforms
    assert [result.severity for result in wrong.results] == ["violation"]
    dubious = validate(quads(article(), PERSON, TENURE.replace("org:role c:role-chu-tich ;", "")))
    assert dubious.conforms
    assert dubious.violations == ()
    assert [result.severity for result in dubious.warnings] == ["warning"]


def test_a_result_says_what_where_and_with_which_words() -> None:
    (result,) = validate(quads(article(), NO_MEMBER)).results
    assert result.focus == f"{ID}tenure-lua"
    assert result.path == "http://www.w3.org/ns/org#member"
    assert result.value is None
    assert result.shape == "https://w3id.org/hbtgraph/ns#Tenure-member"
    assert result.component == "MinCountConstraintComponent"
    assert result.label == "Đỗ Thị Lụa – Chủ tịch"
    assert result.words == WORDS


def test_a_line_is_in_the_language_asked_for_and_names_the_fact_and_its_words() -> None:
    report = validate(quads(article(), NO_MEMBER))
    (vi,), (en,) = report.lines("vi"), report.lines("en")
    assert vi.startswith("Sai · Đỗ Thị Lụa – Chủ tịch (tenure-lua): Mỗi nhiệm kỳ có đúng một người giữ chức")
    assert en.startswith("Wrong · Đỗ Thị Lụa – Chủ tịch (tenure-lua): A tenure has exactly one holder")
    for line in (vi, en):
        assert f"“{WORDS}”" in line
        assert line.endswith("[hbt:Tenure-member]")


def test_a_line_shows_the_value_as_it_is_but_short_and_on_one_line() -> None:
    (line,) = validate(quads(article(), PERSON, TENURE.replace('"Chủ tịch"@vi', '" Chủ tịch"@vi'))).lines()
    assert "roleText: “ Chủ tịch”" in line
    long = TENURE.replace('"Chủ tịch"@vi', f'"a\\n{"b" * 500}"')
    (line,) = validate(quads(article(), PERSON, long)).lines("en")
    assert "\n" not in line
    assert "…" in line
    assert len(line) < 600


def test_sparql_constraints_speak_both_languages_too() -> None:
    (result,) = validate(quads(article().replace("oa:start 2", "oa:start 3"), PERSON, TENURE)).results
    assert result.shape.endswith("#Evidence-words")
    assert result.message("vi").startswith("Lời trích")
    assert result.message("en").startswith("The quoted words")
    assert result.words == WORDS


def test_results_come_in_one_order_violations_first() -> None:
    data = quads(article(), NO_MEMBER, PERSON.replace(' ; hbt:searchKey "do thi lua"', ""))
    report = validate(data)
    assert [result.severity for result in report.results] == ["violation", "warning"]
    assert validate(reversed(data)) == report


def test_only_what_the_article_speaks_of_is_judged() -> None:
    context = quads('id:person-lua a foaf:Person ; skos:prefLabel "Madame Lua"@fr .', graph="graph-reference")
    assert validate(quads(article(), TENURE), context).results == ()
    assert broken(validate([*quads(article(), TENURE), *context])) == {
        "Entity-prefLabel",
        "Entity-searchable",
        "Label-language",
    }


def test_a_thing_that_no_graph_has_is_missed() -> None:
    assert broken(validate(quads(article(), TENURE))) == {"Tenure-member"}


EVENT = """
id:event-le a hbt:Event ; skos:prefLabel "lễ trồng cây"@vi ; hbt:searchKey "le trong cay" ;
  hbt:status c:status-{status} ; hbt:dateText "{date}" ; hbt:evidence id:ev-{name} .
"""


def test_two_articles_may_say_different_things_of_one_event_and_one_article_may_not() -> None:
    planned = [article(), EVENT.format(status="planned", date="2024-03-10", name="a")]
    held = [article(name="b"), EVENT.format(status="held", date="2024-03-11", name="b")]
    apart = [*quads(*planned, graph="article-a"), *quads(*held, graph="article-b")]
    assert validate_store(apart).results == ()
    assert validate(apart[: len(apart) // 2], apart[len(apart) // 2 :]).results == ()
    assert broken(validate(quads(*planned, *held))) == {"Event-status", "Event-dateText"}


def test_reference_data_speak_where_the_article_is_silent_and_other_articles_do_not() -> None:
    mention = "id:doc-x hbt:evidence id:ev-a ."
    known = """
id:doc-x a hbt:OfficialDocument ; skos:prefLabel "Luật Cây xanh"@vi ; hbt:searchKey "luat cay xanh" ;
  hbt:typeText "Luật"@vi ; <http://data.europa.eu/eli/ontology#passed_by> id:body-qh ; hbt:dateText "2020" ;
  dct:source "x" .
"""
    body = 'id:body-qh a hbt:Body ; skos:prefLabel "Quốc hội"@vi , "National Assembly"@en ; hbt:searchKey "quoc hoi" .'
    own = quads(article(), mention, graph="article-a")
    assert validate(own, quads(known, body, graph="graph-reference")).results == ()
    assert "Entity-prefLabel" in broken(validate(own, quads(known, body, graph="article-b")))


def test_a_store_is_judged_graph_by_graph_with_its_text_in_a_graph_of_its_own() -> None:
    says = quads(article(), PERSON, TENURE, graph="article-a")
    text = ox.NamedNode("https://w3id.org/hbtgraph/ns#text")
    apart = [
        ox.Quad(*quad.triple, ox.NamedNode(f"{ID}graph-text-a")) if quad.predicate == text else quad for quad in says
    ]
    report = validate_store(apart)
    assert report.results == ()
    assert report.checked == 6
    changed = [
        ox.Quad(quad.subject, text, ox.Literal("Văn bản khác.", language="vi"), quad.graph_name)
        if quad.predicate == text
        else quad
        for quad in apart
    ]
    assert broken(validate_store(changed)) == {"Article-digestOfText", "Evidence-words"}


def test_a_store_with_a_bad_article_names_that_article_only() -> None:
    good = quads(article(), PERSON, TENURE, graph="article-a")
    bad = quads(article(name="b"), NO_MEMBER.replace("-lua", "-hai").replace("ev-a", "ev-b"), graph="article-b")
    assert {result.focus for result in validate_store([*good, *bad]).results} == {f"{ID}tenure-hai"}


def test_a_string_with_and_without_its_datatype_is_the_same() -> None:
    typed = article().replace('dct:language "vi"', 'dct:language "vi"^^xsd:string')
    assert validate(quads(typed, PERSON, TENURE)).results == ()


def test_a_day_that_is_none_is_reported_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "rdflib.term"):
        report = validate(quads(article().replace("2024-03-05", "2024-02-30"), PERSON, TENURE))
    (result,) = report.results
    assert (result.path, result.value) == ("http://purl.org/dc/terms/issued", "2024-02-30")
    assert caplog.records == []


def test_triple_terms_are_refused_in_one_line() -> None:
    reified = quads(article(), "id:r rdf:reifies <<( id:a id:b id:c )>> .")
    with pytest.raises(SourceError, match=r"RDF 1\.2"):
        validate(reified)


def test_a_claim_must_be_stated_and_what_is_stated_must_be_claimed() -> None:
    unit = (
        'id:unit-{0} a hbt:AdministrativeUnit ; skos:prefLabel "{1}"@vi , "{1}"@en ; hbt:searchKey "x" ; '
        "hbt:unitLevel c:level-{2} ."
    )
    units = (unit.format("p", "phường Sen", "commune"), unit.format("q", "quận Hoa Sen", "district"))
    claim = """id:claim-1 a hbt:Claim ; rdf:subject id:unit-p ; rdf:predicate hbt:partOfUnit ; rdf:object id:unit-q ;
      hbt:evidence id:ev-a ."""
    stated = "id:unit-p hbt:partOfUnit id:unit-q ."
    assert validate(quads(article(), *units, claim, stated)).results == ()
    assert broken(validate(quads(article(), *units, claim))) == {"Claim-asserted"}
    assert broken(validate(quads(article(), *units, stated))) == {"Claim-covers"}


letters = st.text(st.sampled_from("aăâđêôơưÁỆ 🌳😀\n"), min_size=4, max_size=40).filter(lambda text: text.strip())


@settings(max_examples=25, deadline=None)
@given(letters, st.data())
def test_words_are_found_at_their_place_and_nowhere_else(text: str, data: st.DataObject) -> None:
    """In code points: an emoji counts as one, as Python counts."""
    starts = [place for place in range(len(text)) if text[place].strip()]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.integers(start + 1, len(text)))
    right = article(text, start, end)
    assert validate(quads(right)).results == ()
    if start and text[start - 1 : end - 1] != text[start:end]:
        moved = right.replace(f"oa:start {start} ; oa:end {end}", f"oa:start {start - 1} ; oa:end {end - 1}")
        assert broken(validate(quads(moved))) == {"Evidence-words"}
