"""The shapes against their examples: one that keeps and one that breaks every constraint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, SKOS

from hbtgraph.validate import Result, read_file, shapes, short, validate
from hbtgraph.validate.sparql import conferral_rules
from hbtgraph.validate.terms import graph_of

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"
REFERENCE = sorted((ROOT / "data" / "reference").glob("*.ttl"))
SMALL = ROOT / "tests" / "fixtures" / "small.trig"
VALID = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((ONTOLOGY / "examples" / "invalid").glob("*.ttl"))
NS = "https://w3id.org/hbtgraph/ns#"
ID = "https://w3id.org/hbtgraph/id/"

CLASSES = {
    "Article", "Evidence", "AdministrativeUnit", "TerritorialChange", "Body", "UnnamedGroup", "Tenure", "Appointment",
    "OfficialDocument", "Campaign", "AwardConferral", "Event", "Observation", "Quotation", "Activity", "Claim", "Award",
    "ConferralRule",
}  # fmt: skip
"""The own classes of data; foaf:Person and the two selectors of oa: have their shapes as well."""

SAYS_NOTHING = {
    RDF.type, SH.path, SH.message, SH.severity, SH.targetClass, SH.targetSubjectsOf, SH.property,
    SH.qualifiedValueShape,  # counts nothing without sh:qualifiedMinCount or sh:qualifiedMaxCount
}  # fmt: skip

Constraint = tuple[str, str]
"""A shape and a parameter of it, as the first line of an example names them: hbt:Tenure-member, sh:class."""


def named_shapes() -> list[rdflib.URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return sorted({node for kind in kinds for node in shapes().subjects(RDF.type, kind) if node.startswith(NS)})


def constraints() -> set[Constraint]:
    return {
        (short(shape), f"sh:{short(parameter)}")
        for shape in named_shapes()
        for parameter in set(shapes().predicates(shape)) - SAYS_NOTHING
    }


def violated(example: Path) -> Constraint:
    match = re.match(r"# violates: (hbt:\S+) (sh:\S+)\n# vi: .+\n# en: .+\n", example.read_text(encoding="utf-8"))
    assert match, f"{example.name} must begin with what it violates, and one sentence in each language"
    return match[1], match[2]


def constraint(result: Result) -> Constraint:
    name = result.component.removesuffix("ConstraintComponent")
    return short(result.shape), "sh:sparql" if name == "SPARQL" else f"sh:{name[0].lower()}{name[1:]}"


def moved(quads: list[ox.Quad], to: str) -> Iterator[ox.Quad]:
    """The same graph under IRIs of its own, so that many examples can be checked in one go."""
    own = {quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)}

    def term(value: object) -> object:
        return ox.NamedNode(f"{ID}{to}/{short(value.value)}") if value in own else value

    return (ox.Quad(term(quad.subject), quad.predicate, term(quad.object)) for quad in quads)


@pytest.fixture(scope="session")
def together() -> list[ox.Quad]:
    return [quad for example in VALID + INVALID for quad in moved(read_file(example), example.stem)]


@pytest.fixture(scope="session")
def found(together: list[ox.Quad]) -> dict[str, list[Result]]:
    """The results of each example; it takes one run of the gate, not one for each."""
    results: dict[str, list[Result]] = {}
    for result in validate(together).results:
        name = result.focus.removeprefix(ID).partition("/")[0] if result.focus.startswith(ID) else "NodeShape.nodeKind"
        results.setdefault(name, []).append(result)
    return results


@pytest.mark.parametrize("example", VALID, ids=lambda path: path.stem)
def test_a_valid_example_has_nothing_wrong_and_no_warning(example: Path, found: dict[str, list[Result]]) -> None:
    assert found.get(example.stem, []) == []


@pytest.mark.parametrize("example", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_breaks_the_constraint_it_names_and_no_other(
    example: Path, found: dict[str, list[Result]]
) -> None:
    assert {constraint(result) for result in found.get(example.stem, [])} == {violated(example)}


def test_every_constraint_is_broken_by_an_example() -> None:
    assert {violated(example) for example in INVALID} == constraints()


def test_every_path_of_a_shape_has_a_value_in_a_valid_example(together: list[ox.Quad]) -> None:
    valid = {quad.predicate.value for example in VALID for quad in read_file(example)}
    asked = {str(step) for shape in named_shapes() for path in shapes().objects(shape, SH.path) for step in steps(path)}
    assert asked - valid == set()


def steps(path: rdflib.term.Node) -> list[rdflib.term.Node]:
    """The properties of a path: itself, the alternatives or the steps."""
    if isinstance(path, rdflib.URIRef):
        return [path]
    return list(Collection(shapes(), shapes().value(path, SH.alternativePath) or path))


def test_examples_are_named_after_what_they_break() -> None:
    for example in INVALID:
        shape, parameter = violated(example)
        assert example.stem == f"{shape.removeprefix('hbt:')}.{parameter.removeprefix('sh:')}"


def test_both_engines_give_the_same_answers_on_sparql_constraints(found: dict[str, list[Result]]) -> None:
    """Oxigraph runs each query once; pySHACL runs it for every node, as the standard has it."""
    invalid = [example for example in INVALID if violated(example)[1] == "sh:sparql"]
    classes = {example.stem.partition("-")[0] for example in invalid}
    examples = [*invalid, *(example for example in VALID if example.stem in classes)]
    data = graph_of(quad for example in examples for quad in moved(read_file(example), example.stem))
    data += graph_of(conferral_rules())
    node_shapes = rdflib.Graph()
    for triple in shapes():
        if triple[1] != SH.property:  # property shapes have no SPARQL; without a home they are not run
            node_shapes.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=node_shapes, inference="none", inplace=True)
    theirs = {
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.sourceShape)))
        for result in report.subjects(SH.sourceConstraintComponent, SH.SPARQLConstraintComponent)
    }
    ours = {
        (result.focus, result.shape)
        for results in found.values()
        for result in results
        if result.component == "SPARQLConstraintComponent"
    }
    assert ours == theirs
    assert {shape for _, shape in theirs} == {str(shape) for shape in shapes().subjects(SH.sparql)}


def test_every_shape_says_in_two_languages_how_grave_it_is_to_break_it() -> None:
    for shape in named_shapes():
        if not set(shapes().predicates(shape)) - SAYS_NOTHING:
            continue  # only gathers property shapes
        messages = {message.language: str(message) for message in shapes().objects(shape, SH.message)}
        assert messages.keys() == {"vi", "en"}, shape
        assert messages["vi"] != messages["en"], shape
        assert list(shapes().objects(shape, SH.severity)) in ([SH.Violation], [SH.Warning]), shape


def test_every_class_has_a_shape_of_its_name_and_every_property_shape_a_home() -> None:
    for name in CLASSES | {"Person", "TextQuoteSelector", "TextPositionSelector"}:
        targets = {short(target) for target in shapes().objects(rdflib.URIRef(f"{NS}{name}Shape"), SH.targetClass)}
        assert targets in ({f"hbt:{name}"}, {name})
    gathered = set(shapes().objects(None, SH.property))
    named = {shape for shape in named_shapes() if (shape, SH.path, None) in shapes()}
    assert {shape for shape in gathered if isinstance(shape, rdflib.URIRef)} == named


@pytest.fixture(scope="session")
def ontology() -> rdflib.Graph:
    return graph_of(
        quad for path in (ONTOLOGY / "hbt.ttl", *(ONTOLOGY / "schemes").glob("*.ttl")) for quad in read_file(path)
    )


def test_shapes_name_only_terms_of_the_ontology(ontology: rdflib.Graph) -> None:
    """A misspelt property is never broken, so nothing else would find it."""
    own = {
        node for triple in shapes() for node in triple if isinstance(node, rdflib.URIRef) and node.startswith(NS)
    } - set(named_shapes())
    assert {short(term) for term in own if (term, RDF.type, None) not in ontology} == set()


def test_closed_lists_are_the_top_concepts_of_their_schemes(ontology: rdflib.Graph) -> None:
    lists = [set(Collection(shapes(), choice)) for choice in shapes().objects(None, SH["in"])]
    closed = [concepts for concepts in lists if any("/scheme/" in str(concept) for concept in concepts)]
    assert len(closed) > 15
    for concepts in closed:
        schemes = {scheme for concept in concepts for scheme in ontology.objects(concept, SKOS.inScheme)}
        assert len(schemes) == 1, concepts
        scheme = schemes.pop()
        of_scheme = set(ontology.subjects(SKOS.topConceptOf, scheme)) or set(ontology.subjects(SKOS.inScheme, scheme))
        assert concepts == of_scheme


UNSHAPED = {"hbt:text", "isReplacedBy", "broader", "inScheme", "notation", "topConceptOf", "definition"}
"""The text is held by SPARQL constraints; the others belong to SKOS and have their checks in ontology/checks."""


def test_shapes_speak_of_every_property_that_the_data_give_a_class(ontology: rdflib.Graph) -> None:
    spoken = {
        (target, step)
        for home, shape in shapes().subject_objects(SH.property)
        for target in (*shapes().objects(home, SH.targetClass), *shapes().objects(home, SH.targetSubjectsOf))
        for path in shapes().objects(shape, SH.path)
        for step in steps(path)
    }
    data = graph_of(quad for path in (*REFERENCE, SMALL) for quad in read_file(path)) + ontology
    unspoken = {
        (short(kind), short(predicate))
        for kind in set(shapes().objects(None, SH.targetClass))
        for node in data.subjects(RDF.type, kind)
        for predicate in set(data.predicates(node)) - {RDF.type}
        if not {(kind, predicate), (SKOS.prefLabel, predicate)} & spoken and short(predicate) not in UNSHAPED
    }
    assert unspoken == set()


def test_the_reference_data_keep_the_shapes() -> None:
    report = validate([quad for path in REFERENCE for quad in read_file(path)])
    assert report.violations == ()
    assert report.checked > 100
