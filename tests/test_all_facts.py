"""Each asserted or planned fact of the real article is asked of the graph that is built from it, one by one.

`fixtures/all-facts.csv` holds the questions: for a pattern, the WHERE part of an ASK; else the words that the doer
and the object of an activity must hold (`|` between those that must all be there). A fact that the rules are known
to miss says why in `missing`, and the test tells when it is no longer missed.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from hbtgraph import pipeline
from hbtgraph.iris import article_iri
from hbtgraph.rdf.terms import RDF, REFERENCE_GRAPH, SKOS
from hbtgraph.resources import folder
from hbtgraph.store import MEMORY, open_store

SHARED = Path(__file__).resolve().parents[2] / "shared"
ARTICLE = SHARED / "articles" / "hai-ba-trung-2022.txt"
FACTS = SHARED / "eval" / "hai-ba-trung-2022.all-facts.json"
TABLE = Path(__file__).parent / "fixtures" / "all-facts.csv"
LEAST = 91
"""85 of each hundred of the 107 asserted facts."""

PREFIXES = """
PREFIX hbt: <https://w3id.org/hbtgraph/ns#>
PREFIX c: <https://w3id.org/hbtgraph/scheme/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <https://schema.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

COVERAGE = folder("ontology") / "COVERAGE.md"

needs_article = pytest.mark.skipif(not ARTICLE.is_file(), reason="the newspaper's article is not at hand (../shared)")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def question(row: dict[str, str]) -> str:
    if row["pattern"]:
        return f"{PREFIXES} ASK {{ {row['pattern']} }}"
    words = [("doer", word) for word in row["agent"].split("|") if word]
    words += [("thing", word) for word in row["object"].split("|") if word]
    held = " && ".join(f'CONTAINS(LCASE(STR(?{part})), "{word}")' for part, word in words)
    planned = " hbt:activityStatus c:activity-planned ;" if row["status"] == "planned" else ""
    return (
        f"{PREFIXES} ASK {{ ?activity a hbt:Activity ; hbt:relation c:relation-{row['relation']} ;{planned}"
        f" hbt:agentText ?doer ; hbt:objectText ?thing ; hbt:evidence ?evidence . FILTER({held}) }}"
    )


@pytest.fixture(scope="module")
def graph() -> ox.Store:
    """What the article says; of the reference data only the names and kinds of things, so that it answers nothing."""
    with open_store(MEMORY) as store:
        summary = pipeline.add(store, [ARTICLE])
        assert summary.count("added") == 1
        alone = ox.Store()
        alone.extend(store.quads([article_iri(summary.outcomes[0].article.id)]))
        alone.extend(
            quad for quad in store.quads([REFERENCE_GRAPH.value]) if quad.predicate in (RDF.type, SKOS.prefLabel)
        )
        return alone


def holds(graph: ox.Store, row: dict[str, str]) -> bool:
    return bool(graph.query(question(row), use_default_graph_as_union=True))


@needs_article
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_fact_is_in_the_graph(graph: ox.Store, row: dict[str, str]) -> None:
    assert holds(graph, row) is (not row["missing"]), row["missing"] or question(row)


@needs_article
def test_enough_of_the_asserted_facts_are_in_the_graph(graph: ox.Store) -> None:
    asserted = [row for row in rows() if row["status"] == "asserted"]
    found = sum(holds(graph, row) for row in asserted)
    assert found >= LEAST, f"{found} of {len(asserted)}"


@needs_article
def test_every_asserted_and_every_planned_fact_is_asked_for() -> None:
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    stated = [(fact["id"], fact["status"]) for fact in facts if fact["status"] in ("asserted", "planned")]
    assert [(row["id"], row["status"]) for row in rows()] == stated


@needs_article
def test_a_wrong_fact_is_not_found(graph: ox.Store) -> None:
    wrong = {
        "pattern": "",
        "status": "asserted",
        "agent": "quận hai bà trưng",
        "relation": "launches",
        "object": "cuộc thi hoa hậu",
    }
    assert not holds(graph, wrong)


class TestCoverage:
    """The table of where each fact is expressed."""

    def test_names_every_fact_once(self) -> None:
        listed = re.findall(r"^\| (F\d{3}) ", COVERAGE.read_text(encoding="utf-8"), re.MULTILINE)
        assert listed == [f"F{number:03d}" for number in range(1, 154)]

    def test_names_terms_that_exist(self) -> None:
        vocabulary = (folder("ontology") / "hbt.ttl").read_text(encoding="utf-8")
        schemes = "".join(path.read_text(encoding="utf-8") for path in (folder("ontology") / "schemes").glob("*.ttl"))
        for term in set(re.findall(r"`(hbt:\w+|c:[\w-]+)`", COVERAGE.read_text(encoding="utf-8"))):
            assert re.search(rf"^{term} a ", vocabulary + schemes, re.MULTILINE), term

    def test_says_what_the_questions_ask(self) -> None:
        lines = {
            line[2:6]: line for line in COVERAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| F")
        }
        for row in rows():
            if row["relation"]:
                assert f"c:relation-{row['relation']}`" in lines[row["id"]]
