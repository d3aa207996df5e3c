"""The vocabulary holds to its own rules, in both engines; each rule is shown a fault that it must find."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDFS, XSD

from hbtgraph.config import BASE
from hbtgraph.resources import folder
from hbtgraph.validate import validate

ONTOLOGY = folder("ontology")
REPOSITORY = Path(__file__).resolve().parents[2]
FILES = [
    ONTOLOGY / "hbt.ttl",
    *sorted((ONTOLOGY / "schemes").glob("*.ttl")),
    *sorted((ONTOLOGY / "alignments").glob("*.ttl")),
    *sorted((folder("data") / "reference").glob("*.ttl")),
]
CHECKS = sorted((ONTOLOGY / "checks").glob("*-violation.rq"))
PREFIXES = f"""
@prefix hbt: <{BASE}ns#> . @prefix id: <{BASE}id/> . @prefix c: <{BASE}scheme/> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.name.removesuffix("-violation.rq")


def _rows(triples: Iterable[ox.Triple], query: str) -> list[str]:
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(" ".join(str(row[variable]) for variable in found.variables) for row in found)


@pytest.fixture(scope="module")
def triples() -> list[ox.Triple]:
    return [triple for path in FILES for triple in ox.parse(path=path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_engines_read_the_same_triples(path: Path) -> None:
    by_rdflib = rdflib.Graph().parse(path).serialize(format="nt")
    assert {str(triple) for triple in ox.parse(path=path)} == {
        str(triple) for triple in ox.parse(by_rdflib.encode(), format=ox.RdfFormat.N_TRIPLES)
    }


@pytest.mark.parametrize("path", CHECKS, ids=_name)
def test_the_vocabulary_passes_the_check(path: Path, triples: list[ox.Triple]) -> None:
    assert _rows(triples, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("check", ["term-undeclared", "term-misused", "blank-node"])
def test_a_graph_of_facts_uses_the_vocabulary_as_declared(
    check: str, triples: list[ox.Triple], small_quads: tuple[ox.Quad, ...]
) -> None:
    query = (ONTOLOGY / "checks" / f"{check}-violation.rq").read_text(encoding="utf-8")
    assert _rows([*triples, *(quad.triple for quad in small_quads)], query) == []


def test_every_check_has_a_fault_to_find() -> None:
    assert {_name(path) for path in CHECKS} == set(FAULTS)


@pytest.mark.parametrize(("check", "fault"), [(check, fault) for check, faults in FAULTS.items() for fault in faults])
def test_the_check_finds_the_fault_in_both_engines(check: str, fault: str) -> None:
    query = (ONTOLOGY / "checks" / f"{check}-violation.rq").read_text(encoding="utf-8")
    data = PREFIXES + fault
    assert _rows(ox.parse(data.encode(), format=ox.RdfFormat.TURTLE), query)
    assert len(rdflib.Graph().parse(data=data, format="turtle").query(query))


def test_the_header_says_who_what_and_under_which_licence() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / "hbt.ttl")
    ontology = rdflib.URIRef(f"{BASE}ns")
    vann = rdflib.Namespace("http://purl.org/vocab/vann/")
    needed = {DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.license, OWL.versionInfo, OWL.versionIRI}
    assert set(graph.predicates(ontology)) >= needed
    assert str(graph.value(ontology, vann.preferredNamespaceUri)) == f"{BASE}ns#"
    version = str(graph.value(ontology, OWL.versionInfo))
    assert str(graph.value(ontology, OWL.versionIRI)) == f"{BASE}ns/{version}"
    assert f"## {version}" in (ONTOLOGY / "CHANGES.md").read_text(encoding="utf-8")


def test_no_range_is_a_date_since_reasoners_stop_at_it() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / "hbt.ttl")
    assert set(graph.objects(None, RDFS.range)).isdisjoint({XSD.date, XSD.gYear})


def test_every_literal_is_in_composed_unicode(triples: list[ox.Triple]) -> None:
    texts = [triple.object.value for triple in triples if isinstance(triple.object, ox.Literal)]
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []


def _declared() -> set[str]:
    return set(re.findall(r"^hbt:(\w+) a owl:", (ONTOLOGY / "hbt.ttl").read_text(encoding="utf-8"), re.MULTILINE))


def _used(path: Path) -> set[str]:
    """The own terms that a file names, as hbt:x or HBT.x; names of shapes (hbt:XShape, hbt:X-y) are not terms."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^\s*(?:#|\"\"\").*$", "", text, flags=re.MULTILINE)
    names = re.findall(r"(?<![\w.])hbt:([A-Za-z][\w-]*)|\bHBT\.([A-Za-z]\w*)", text)
    return {name for name in map("".join, names) if "-" not in name and not name.endswith("Shape")} - {"base"}


USERS = sorted(
    chain(
        REPOSITORY.glob("src/hbtgraph/**/*.py"),
        REPOSITORY.glob("queries/*.rq"),
        ONTOLOGY.glob("shapes/*.ttl"),
        ONTOLOGY.glob("examples/valid/*.ttl"),
    )
)


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_own_term_in_use_is_declared(path: Path) -> None:
    assert _used(path) - _declared() == set()


def test_the_scan_for_terms_sees_them(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text(
        'a = HBT.tenureStatuss\n# hbt:inAComment\nq = "?x hbt:roleTxt ?y . hbt:XShape hbt:X-y"\n', encoding="utf-8"
    )
    assert _used(file) == {"tenureStatuss", "roleTxt"}


def _matches() -> list[dict[str, str]]:
    lines = (ONTOLOGY / "alignments" / "matches.sssom.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def test_each_match_has_a_known_subject_a_reason_and_a_confidence(triples: list[ox.Triple]) -> None:
    known = {str(triple.subject).strip("<>") for triple in triples}
    for row in _matches():
        prefix, _, name = row["subject_id"].partition(":")
        assert {"hbt": f"{BASE}ns#", "c": f"{BASE}scheme/"}[prefix] + name in known, row["subject_id"]
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert 0 < float(row["confidence"]) <= 1
        assert re.fullmatch(r"skos:(exact|close|broad|narrow|related)Match", row["predicate_id"]), row
        assert row["object_label"]


def test_matches_are_sorted_and_told_once() -> None:
    pairs = [(row["subject_id"], row["object_id"]) for row in _matches()]
    assert pairs == sorted(set(pairs))


def test_every_prefix_of_a_match_is_in_its_map() -> None:
    text = (ONTOLOGY / "alignments" / "matches.sssom.tsv").read_text(encoding="utf-8")
    mapped = set(re.findall(r"^#   (\w+): http", text, re.MULTILINE))
    used = {
        row[column].split(":")[0]
        for row in _matches()
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification")
    }
    assert used <= mapped


@pytest.mark.parametrize("page", ["ontology/README.md", "ontology/COVERAGE.md", "data/reference/README.md"])
def test_a_page_names_only_declared_terms(page: str) -> None:
    path = REPOSITORY / page
    assert set(re.findall(r"\bhbt:([A-Za-z]\w*)", path.read_text(encoding="utf-8"))) - _declared() == set()


def test_the_page_of_the_vocabulary_names_every_class() -> None:
    page = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    terms = (ONTOLOGY / "hbt.ttl").read_text(encoding="utf-8")
    classes = re.findall(r"^hbt:(\w+) a owl:Class", terms, re.MULTILINE)
    assert len(classes) > 15
    assert [name for name in classes if f"hbt:{name}" not in page] == []


def _example() -> list[ox.Triple]:
    page = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```turtle\n(.*?)```", page, re.DOTALL)
    assert found
    return list(ox.parse(found[1].encode(), format=ox.RdfFormat.TURTLE))


def test_the_example_of_the_documentation_passes_the_shapes() -> None:
    report = validate(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in _example())
    assert report.checked >= 8
    assert report.violations == ()
    # what the page says: the article does not tell who confers
    assert [note.shape.rpartition("#")[2] for note in report.warnings] == ["AwardConferral-conferrerKnown"]


def test_the_example_quotes_its_text_at_the_stated_place() -> None:
    said = [(triple.predicate.value, triple.object) for triple in _example()]
    values = {name.rpartition("#")[2]: value.value for name, value in said if isinstance(value, ox.Literal)}
    text = values["text"]
    assert text[int(values["start"]) : int(values["end"])] == values["exact"]
    assert values["textDigest"] == f"sha256:{sha256(text.encode()).hexdigest()}"
