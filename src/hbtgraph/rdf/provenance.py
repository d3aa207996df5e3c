"""How an article was read: the run as a PROV activity, in a graph of its own, since a clock's time is in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from hbtgraph.iris import mint
from hbtgraph.model import Article
from hbtgraph.rdf.articles import provenance_graph
from hbtgraph.rdf.sheet import Sheet
from hbtgraph.rdf.terms import HBT, PROV, SCHEMA, XSD, plain, vi


def provenance(article: Article, iri: NamedNode, started: datetime, version: str, notes: Iterable[str]) -> list[Quad]:
    """The quads of an article's provenance graph: the run, the program, and the gate's warnings (`notes`)."""
    moment = started.isoformat(timespec="seconds")
    sheet = Sheet(provenance_graph(iri))
    program = sheet.node(NamedNode(mint("program", f"hbtgraph {version}", version)), (PROV.SoftwareAgent,))
    sheet.add(program, SCHEMA.softwareVersion, plain(version))
    run = sheet.node(NamedNode(mint("run", moment, moment, version)), (PROV.Activity,))
    sheet.add(run, PROV.startedAtTime, Literal(moment, datatype=XSD.dateTime))
    sheet.add(run, PROV.wasAssociatedWith, program)
    sheet.add(iri, PROV.wasGeneratedBy, run)
    sheet.add(iri, PROV.generatedAtTime, Literal(moment, datatype=XSD.dateTime))
    sheet.add(iri, PROV.value, plain(article.digest))
    for note in notes:
        sheet.add(iri, HBT.gateNote, vi(note))
    return sheet.quads()
