"""The gate: quads against the SHACL shapes of `ontology/shapes/`.

Two engines read the one set of shapes. pySHACL checks everything that SHACL Core says. The few
SPARQL constraints are run by Oxigraph, each once over all the data instead of once for every node:
their queries bind `$this` themselves, so both ways give the same answers (a test holds them to it).

Data and shapes become rdflib graphs through the same function (`_graph`): terms that come from two
kinds of store differ in "x" and "x"^^xsd:string, and then `sh:in` reports what is not wrong.

Messages are taken from the shapes and not from pySHACL's report, which drops their languages on
SPARQL constraints.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal, TypeAlias

import pyoxigraph as ox
import pyshacl
import rdflib
from msgspec import Struct
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, SKOS, XSD

from hbtgraph.config import BASE
from hbtgraph.errors import ConfigError, SourceError
from hbtgraph.resources import folder

Severity = Literal["violation", "warning"]
Language = Literal["vi", "en"]
_Node: TypeAlias = rdflib.term.Node

_HBT = rdflib.Namespace(f"{BASE}ns#")
_OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
_TARGETS = (SH.targetClass, SH.targetSubjectsOf)
_HEADLINE = rdflib.URIRef("https://schema.org/headline")


class Result(Struct, frozen=True, kw_only=True):
    """One thing that is wrong (`violation`) or that deserves a look (`warning`).

    `focus` is the IRI of the node at fault, `path` that of the property (None where the node as a whole
    is at fault), `value` the offending term as text, `shape` the IRI of the constraint in
    `ontology/shapes/` and `component` the local name of its SHACL constraint component. `label` and
    `words` are the node's Vietnamese label and its evidence's quotation, where it has them.
    """

    focus: str
    path: str | None
    value: str | None
    severity: Severity
    shape: str
    component: str
    message_vi: str
    message_en: str
    label: str | None = None
    words: str | None = None

    def message(self, lang: Language = "vi") -> str:
        """What the constraint says, in one language."""
        return self.message_vi if lang == "vi" else self.message_en

    def line(self, lang: Language = "vi") -> str:
        """The result in one line: severity, fact, what is wrong, the value, the words, the constraint."""
        kind, at, said = _SAID[lang, self.severity]
        who = f"{self.label} <{self.focus}>" if self.label else f"<{self.focus}>"
        value = f" ({at} {short(self.path)}: {self.value})" if self.path and self.value else ""
        words = f" {said}: “{self.words}”." if self.words else ""
        return " ".join(f"{kind} · {who}: {self.message(lang)}{value}{words} [{short(self.shape)}]".split())

    def _order(self) -> tuple[bool, str, str, str, str, str]:
        return (
            self.severity == "warning",
            self.shape,
            self.focus,
            self.component,
            self.path or "",
            self.value or "",
        )


_SAID: dict[tuple[Language, Severity], tuple[str, str, str]] = {
    ("vi", "violation"): ("Sai", "ở", "Lời trích"),
    ("vi", "warning"): ("Lưu ý", "ở", "Lời trích"),
    ("en", "violation"): ("Wrong", "at", "Words"),
    ("en", "warning"): ("Note", "at", "Words"),
}


class Report(Struct, frozen=True):
    """What the gate found, violations first; `checked` is how many nodes the shapes looked at."""

    results: tuple[Result, ...]
    checked: int

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings are let in."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """The results that keep an article out of the store."""
        return tuple(result for result in self.results if result.severity == "violation")

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The results that are kept with the article."""
        return tuple(result for result in self.results if result.severity == "warning")

    def lines(self, lang: Language = "vi") -> list[str]:
        """One line for each result, in the order of `results`; none where nothing was found."""
        return [result.line(lang) for result in self.results]


def validate(quads: Iterable[ox.Quad], context: Iterable[ox.Quad] = ()) -> Report:
    """Checks one article: `quads` is its graph with its text, `context` what the graph points to.

    Only nodes that are subjects in `quads` are judged; `context` is there so that they find their
    people, bodies and units, and may be empty, or hold more than is needed.
    """
    own = tuple(quads)
    return _check((*own, *context), {_term(quad.subject) for quad in own})


def validate_store(quads: Iterable[ox.Quad]) -> Report:
    """Checks a whole store, all named graphs as one, as queries see it."""
    return _check(tuple(quads), None)


def validate_files(paths: Sequence[Path], context: Iterable[ox.Quad] = ()) -> Report:
    """Checks RDF files together: Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML by their endings.

    Nothing is fetched: a JSON-LD file with a remote context cannot be read. Raises SourceError where a
    file is missing, unreadable or ill-formed.
    """
    return validate(chain.from_iterable(map(read_file, paths)), context)


def read_file(path: Path) -> list[ox.Quad]:
    """The quads of an RDF file; its ending tells the format.

    Raises SourceError where the file is missing, unreadable, ill-formed or of no known format.
    """
    form = ox.RdfFormat.from_extension(path.suffix.lstrip(".")) if path.suffix else None
    if form is None:
        raise SourceError(
            "không biết đây là dạng RDF nào; tên tệp phải có đuôi .ttl, .trig, .nt, .nq, .jsonld hoặc .rdf",
            "unknown RDF format; the name must end in .ttl, .trig, .nt, .nq, .jsonld or .rdf",
            where=str(path),
        )
    try:
        return list(ox.parse(path=str(path), format=form, base_iri=path.resolve().as_uri()))
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(
            f"không đọc được tệp ({reason})", f"the file cannot be read ({reason})", where=str(path)
        ) from error
    except (SyntaxError, ValueError) as error:
        fault = error.msg if isinstance(error, SyntaxError) else str(error)
        raise SourceError(
            f"tệp RDF viết sai ({fault}); hãy sửa chỗ đó", f"ill-formed RDF ({fault}); mend that place", where=str(path)
        ) from error


@cache
def shapes() -> rdflib.Graph:
    """All shapes of `ontology/shapes/`, parsed once.

    Raises ConfigError where the installation has none.
    """
    graph = _graph(chain.from_iterable(map(read_file, sorted((folder("ontology") / "shapes").glob("*.ttl")))))
    if not len(graph):
        raise ConfigError(
            "bản cài đặt thiếu các ràng buộc ontology/shapes/*.ttl; hãy cài lại hbtgraph",
            "this installation lacks the shapes ontology/shapes/*.ttl; install hbtgraph again",
        )
    return graph


def short(iri: str) -> str:
    """An IRI's last part, as a person would say it: hbt:Tenure-member, roleText."""
    return f"hbt:{iri.removeprefix(_HBT)}" if iri.startswith(_HBT) else iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _check(quads: Sequence[ox.Quad], own: set[_Node] | None) -> Report:
    """Both engines over the data; only results on nodes in `own` count, or all where it is None."""
    data = _graph(quads)
    found = chain(_core(data), _queries(quads))
    results = {_result(data, *row) for row in found if own is None or row[0] in own}
    kinds = set(shapes().objects(None, SH.targetClass))
    judged = {node for kind in kinds for node in data.subjects(RDF.type, kind) if own is None or node in own}
    return Report(tuple(sorted(results, key=Result._order)), len(judged))


_Row: TypeAlias = tuple[_Node, _Node, str, _Node | None]
"""Focus node, shape, constraint component, value."""


def _core(data: rdflib.Graph) -> Iterator[_Row]:
    """What pySHACL reports."""
    _, report, _ = pyshacl.validate(data, shacl_graph=_core_shapes(), inference="none", inplace=True)
    for found in report.objects(None, SH.result):
        about = dict(report.predicate_objects(found))
        component = str(about[SH.sourceConstraintComponent]).removeprefix(str(SH))
        yield about[SH.focusNode], about[SH.sourceShape], component, about.get(SH.value)


@cache
def _core_shapes() -> rdflib.Graph:
    """The shapes without their SPARQL constraints, laid out as pySHACL is fast.

    It walks from each node to each property shape of its node shape. A property shape that has the
    targets itself means the same and is walked once for all nodes: twice as fast.
    """
    core = rdflib.Graph()
    for subject, predicate, value in shapes():
        targets = [(to, at) for to in _TARGETS for at in shapes().objects(subject, to)] if predicate == SH.property else []
        for to, at in targets:
            core.add((value, to, at))
        if not targets and predicate != SH.sparql:
            core.add((subject, predicate, value))
    return core


def _queries(quads: Iterable[ox.Quad]) -> Iterator[_Row]:
    """What the SPARQL constraints find."""
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    for shape, select in _selects():
        rows = store.query(select)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            yield _term(row["this"]), shape, "SPARQLConstraintComponent", _term(row["value"])


@cache
def _selects() -> tuple[tuple[_Node, str], ...]:
    """Each SPARQL constraint: its shape and its whole query."""
    graph = shapes()
    prefixes = "".join(
        f"PREFIX {graph.value(declared, SH.prefix)}: <{graph.value(declared, SH.namespace)}>\n"
        for declared in graph.objects(None, SH.declare)
    )
    constraints = sorted(graph.subject_objects(SH.sparql), key=str)
    return tuple((shape, prefixes + str(graph.value(constraint, SH.select))) for shape, constraint in constraints)


def _result(data: rdflib.Graph, focus: _Node, shape: _Node, component: str, value: _Node | None) -> Result:
    graph = shapes()
    texts = graph.objects(shape, SH.message)
    messages = {text.language: str(text) for text in texts if isinstance(text, rdflib.Literal)}
    return Result(
        focus=str(focus),
        path=_path(data, focus, shape, value),
        value=None if value is None else str(value),
        severity="warning" if graph.value(shape, SH.severity) == SH.Warning else "violation",
        shape=str(shape),
        component=component,
        message_vi=messages["vi"],
        message_en=messages["en"],
        label=_label(data, focus),
        words=_words(data, focus),
    )


def _path(data: rdflib.Graph, focus: _Node, shape: _Node, value: _Node | None) -> str | None:
    """The property at fault: the shape's path, or the step of a longer path that leads to the value."""
    graph = shapes()
    path = graph.value(shape, SH.path)
    if path is None:
        return None
    if isinstance(path, rdflib.URIRef):
        return str(path)
    steps = list(Collection(graph, graph.value(path, SH.alternativePath) or path))
    return str(next((step for step in steps if (focus, step, value) in data), steps[0]))


def _label(data: rdflib.Graph, node: _Node) -> str | None:
    """The node's name in Vietnamese, or its headline."""
    names = chain(data.objects(node, SKOS.prefLabel), data.objects(node, _HEADLINE))
    return next((str(name) for name in sorted(names, key=str) if getattr(name, "language", None) == "vi"), None)


def _words(data: rdflib.Graph, node: _Node) -> str | None:
    """The words of the node's evidence, or of the node where it is evidence itself."""
    places = [node, *sorted(data.objects(node, _HBT.evidence), key=str)]
    selectors = chain.from_iterable(data.objects(place, _OA.hasSelector) for place in places)
    quotes = chain.from_iterable(sorted(data.objects(selector, _OA.exact), key=str) for selector in selectors)
    return next(map(str, quotes), None)


def _graph(triples: Iterable[ox.Quad]) -> rdflib.Graph:
    """An rdflib graph; graph names are dropped, since what is asked is asked of the union."""
    graph = rdflib.Graph()
    with _quiet():
        for triple in triples:
            graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps rdflib from logging a traceback for "2022-02-30"^^xsd:date: the shapes say it better."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = before


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> _Node:
    """The same term for rdflib; lexical forms are kept as they are."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Triple):
        raise SourceError(
            "dữ liệu dùng RDF 1.2 (bộ ba lồng nhau), chưa kiểm tra được; hãy dùng bản xuất RDF 1.1",
            "the data use RDF 1.2 triple terms, which cannot be checked; use the RDF 1.1 export",
            where=str(term),
        )
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)
