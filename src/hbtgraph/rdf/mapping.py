"""Facts → quads: one named graph for an article, and one for its text."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from hbtgraph.model import (
    Activity,
    Appointment,
    Article,
    Award,
    Campaign,
    Containment,
    Document,
    Event,
    Fact,
    Figure,
    Statement,
    Tenure,
)
from hbtgraph.rdf.articles import describe, text_quads
from hbtgraph.rdf.people import appointment, award, statement, tenure
from hbtgraph.rdf.reports import activity, figure
from hbtgraph.rdf.sheet import ordered
from hbtgraph.rdf.works import campaign, containment, document, event
from hbtgraph.rdf.writer import Names, Writer


def map_article(article: Article, facts: Iterable[Fact], names: Names) -> list[Quad]:
    """The quads of an article's named graph and of its text's, sorted by N-Quads line.

    `names` says who a name is. The same article and facts give the same quads, whatever the facts' order.
    """
    writer = Writer(article, names)
    facts = tuple(sorted(facts, key=lambda fact: (fact.evidence, repr(fact))))
    for fact in facts:
        _map(writer, fact, facts)
    describe(writer, facts)
    return ordered([*writer.sheet, *text_quads(article, writer.iri)])


def _map(writer: Writer, fact: Fact, facts: tuple[Fact, ...]) -> None:
    match fact:
        case Tenure():
            tenure(writer, fact)
        case Appointment():
            appointment(writer, fact)
        case Document():
            document(writer, fact)
        case Campaign():
            campaign(writer, fact)
        case Award():
            award(writer, fact, facts)
        case Event():
            event(writer, fact)
        case Figure():
            figure(writer, fact)
        case Statement():
            statement(writer, fact)
        case Containment():
            containment(writer, fact)
        case Activity():
            activity(writer, fact, facts)
        case _:
            raise TypeError(f"no mapping for {type(fact).__name__}")
