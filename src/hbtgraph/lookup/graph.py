"""The knowledge graph as a Python object: put articles in, ask, look up, hand on."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from hbtgraph import queries
from hbtgraph.config import BASE, decisions_location, store_location
from hbtgraph.errors import LookupFailed
from hbtgraph.lookup import reading
from hbtgraph.lookup.results import (
    Activity,
    Appointment,
    Award,
    Campaign,
    Document,
    Event,
    Evidence,
    Figure,
    Person,
    Post,
    Promise,
    Statement,
    Unit,
)
from hbtgraph.lookup.who import WhoIsWho
from hbtgraph.store import Answer, Rows, Store, alive, open_store
from hbtgraph.vietnamese.order import sort_key
from hbtgraph.vietnamese.text import fold, key

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from hbtgraph.export import View
    from hbtgraph.pipeline import Held, Summary
    from hbtgraph.units import Version
    from hbtgraph.validate import Report

Day = date | str
"""A day: a datetime.date, or text as YYYY-MM-DD."""


def open(
    location: str | Path | None = None, *, read_only: bool = False, decisions: str | Path | None = None
) -> KnowledgeGraph:
    """Opens the graph kept at a location: a folder (made where there is none), "memory:", or a SPARQL 1.1
    server ("sparql+http://host:port").

    Without a location, the one of the environment variable HBTGRAPH_STORE, or the user's data folder. One
    program at a time may write to a folder; any number may read with `read_only`, and see it as it was when
    they opened it. `decisions` is the file of decisions on who is who; without one, that of the environment
    variable HBTGRAPH_DECISIONS, or the one beside the store's folder. Raises StoreError.
    """
    where = store_location(None if location is None else str(location))
    file = decisions_location(None if decisions is None else str(decisions), where)
    return KnowledgeGraph(open_store(where, read_only=read_only), file)


class KnowledgeGraph(WhoIsWho):
    """What articles say about local government, each fact with its words.

    Made by `hbtgraph.open`. Names may be given with or without tone marks: "pham thi ha" finds Phạm Thị Hà
    and Phạm Thị Hạ, "Phạm Thị Hạ" only herself. A name finds whatever holds its words one after another.
    Lookups that find nothing give an empty tuple; those for one thing (`person`, `unit`) raise LookupFailed.
    A day that is none raises QueryError.
    """

    def __init__(self, store: Store, decisions: Path | None = None) -> None:
        self.store, self.decisions = store, decisions

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<KnowledgeGraph {self.store.location}>"

    def close(self) -> None:
        """Lets go of the store; the graph is not used after."""
        self.store.close()

    # --- putting in, taking out, checking

    def add(
        self, *paths: str | Path, progress: Callable[[str], None] | None = None, allow_private: bool = False
    ) -> Summary:
        """Reads articles (files or web addresses), each whole or not at all; the same again changes nothing.

        `progress` is told the id of each article when it is done; `allow_private` lets addresses lead into a
        private network. Raises SourceError, with nothing written,
        where a file cannot be read; articles that the gate keeps out are in the summary's `refused`.
        """
        from hbtgraph import pipeline

        return pipeline.add(self.store, paths, progress=progress, allow_private=allow_private, decided=self._decided())

    def retract(self, article: str) -> Held:
        """Takes an article (id or IRI) out, with all that only it supports. Raises LookupFailed."""
        from hbtgraph import pipeline

        return pipeline.retract(self.store, article, decided=self._decided())

    def validate(self) -> Report:
        """Checks all articles in the graph against the shapes of ontology/shapes (SHACL) again."""
        from hbtgraph import pipeline

        return pipeline.check(self.store)

    # --- asking

    def query(self, name: str, **params: queries.Value) -> Rows:
        """The rows of a stored question (queries/NAME.rq), as RDF terms. Raises QueryError.

        A parameter that is a Python keyword goes in with `**{"from": "2022-01-01"}`.
        """
        return self._ask(name, params)

    def sparql(self, text: str) -> Answer:
        """Answers a SPARQL 1.1 query: Rows for SELECT, a bool for ASK, triples for CONSTRUCT and DESCRIBE.

        All graphs are asked as one. Raises QueryError for what does not parse, for updates, and for
        SERVICE, which would send the question to another machine.
        """
        queries.check_read_only(text)
        return self.store.query(text)

    def _ask(self, name: str, params: dict[str, queries.Value]) -> Rows:
        answer = self.store.query(queries.bind(queries.load(name), params, alive=partial(alive, self.store)))
        assert isinstance(answer, Rows)
        return answer

    # --- looking up

    def officials(self, of: str | None = None, on: Day | None = None, *, person: str | None = None) -> tuple[Post, ...]:
        """Who held which post, in the body or unit `of`, on the day `on`: certain first, then possible.

        Nobody is given for a day on which the body had ended or not begun. Without a day, every post that
        an article tells of, with the days on which it is attested.
        """
        told: dict[str, list[reading.Row]] = {}
        for row in self._ask("tenures", {"person": person}).records():
            told.setdefault(reading.need(dict(row), "tenureIri"), []).append(dict(row))
        posts = (dict(row) for row in self._ask("officials", {"of": of, "on": on, "person": person}).records())
        return tuple(reading.post(row, reading.proofs(told[reading.need(row, "tenureIri")])) for row in posts)

    def people(self, name: str | None = None) -> tuple[Person, ...]:
        """The people of this name, in dictionary order; without one, everybody whom the articles name."""
        posts: dict[str, list[Post]] = {}
        for post in self.officials(person=name):
            posts.setdefault(post.person_iri, []).append(post)

        def make(rows: list[reading.Row]) -> Person:
            iri = reading.need(rows[0], "personIri")
            words = self._ask("evidence", {"thing": iri}).records()
            name = reading.need(rows[0], "person")
            return Person(iri, name, tuple(posts.get(iri, ())), reading.proofs(map(dict, words)))

        found = reading.read(self._ask("people", {"name": name}), make, "personIri")
        return tuple(sorted(found, key=lambda person: (sort_key(person.name), person.iri)))

    def person(self, name: str) -> Person:
        """The one person of this name.

        Raises LookupFailed, which lists near names, where there is none, or where several bear it: then
        give the name with its tone marks, or ask `people`.
        """
        found = self.people(name)
        return _the_one(name, found, [person.name for person in found], self._names("foaf:Person"), "tone marks")

    def units(self, name: str | None = None, on: Day | None = None) -> tuple[Unit, ...]:
        """The administrative units of this name in all their versions, or those in being on the day `on`."""
        return reading.read(self._ask("unit-history", {"unit": name, "on": on}), reading.unit, "unitIri")

    def unit(self, name: str, on: Day | None = None) -> Unit:
        """The one unit of this name ("quận Hai Bà Trưng"), in its version of the day `on`.

        Raises LookupFailed, which lists near names, where there is none, or where several versions bear
        the name and no day tells them apart.
        """
        found = self.units(name, on)
        told = [f"{unit.name} ({unit.exists_from or '…'} – {unit.exists_until or '…'})" for unit in found]
        return _the_one(name, found, told, self._names("hbt:AdministrativeUnit"), "on=")

    def unit_versions(self, name: str, on: Day | None = None) -> tuple[Version, ...]:
        """Any unit of the country of this name since 2017, also one that no article names (docs/units.md).

        Raises LookupFailed, which lists near names, where there is none.
        """
        from hbtgraph.lookup.units import unit_versions

        return unit_versions(name, None if on is None else str(on))

    def documents(
        self,
        issuer: str | None = None,
        type: str | None = None,
        number: str | None = None,
        about: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Document, ...]:
        """Official documents by issuer, type ("kế hoạch"), number, words of the title, and date of issue."""
        asked = {"issuer": issuer, "type": type, "number": number, "about": about, "from": since, "to": until}
        return reading.read(self._ask("documents", {**asked}), reading.document)

    def campaigns(self, name: str | None = None, organizer: str | None = None) -> tuple[Campaign, ...]:
        """Movements and campaigns by name and organizer (a body, or the unit it governs)."""
        return reading.read(self._ask("campaigns", {"name": name, "organizer": organizer}), reading.campaign)

    def awards(
        self,
        honour: str | None = None,
        recipient: str | None = None,
        giver: str | None = None,
        status: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Award, ...]:
        """Awards by honour, recipient, giver, status ("conferred", "proposed", "planned") and date."""
        asked = {"honour": honour, "recipient": recipient, "giver": giver, "status": status}
        rows = self._ask("awards", {**asked, "from": since, "to": until})
        return reading.read(rows, reading.award, "fact", "recipientIri")

    def events(
        self,
        status: str | None = None,
        name: str | None = None,
        organizer: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Event, ...]:
        """Events by status ("held", "planned" ...), words of the name, organizer and date."""
        asked = {"status": status, "name": name, "organizer": organizer, "from": since, "to": until}
        return reading.read(self._ask("events", {**asked}), reading.event)

    def figures(self, indicator: str | None = None, area: str | None = None) -> tuple[Figure, ...]:
        """Figures by indicator ("thu ngân sách") and area or body."""
        return reading.read(self._ask("figures", {"indicator": indicator, "area": area}), reading.figure)

    def statements(self, speaker: str | None = None, about: str | None = None) -> tuple[Statement, ...]:
        """What was said, by speaker and words of it."""
        return reading.read(self._ask("statements", {"speaker": speaker, "about": about}), reading.statement)

    def activities(
        self, agent: str | None = None, about: str | None = None, relation: str | None = None, status: str | None = None
    ) -> tuple[Activity, ...]:
        """What was done or planned, by agent, words of what is done, relation ("launches") and status."""
        asked = {"agent": agent, "about": about, "relation": relation, "status": status}
        return reading.read(self._ask("activities", {**asked}), reading.activity)

    def promises(
        self,
        on: Day | None = None,
        *,
        state: str | None = None,
        kind: str | None = None,
        who: str | None = None,
        about: str | None = None,
    ) -> tuple[Promise, ...]:
        """What was promised, and as of the day `on` kept, open or overdue; each with its words and its reports.

        By `state`, `kind` ("event", "target", "document", "activity"), who promised, and words of it. Without a
        day nothing is overdue.
        """
        asked = {"on": on, "state": state, "kind": kind, "who": who, "about": about}
        return reading.read(self._ask("promises", {**asked}), reading.promise, "promise")

    def appointments(
        self, person: str | None = None, of: str | None = None, since: Day | None = None, until: Day | None = None
    ) -> tuple[Appointment, ...]:
        """Changes of post, by person, body or unit, and date."""
        asked = {"person": person, "of": of, "from": since, "to": until}
        return reading.read(self._ask("appointments", {**asked}), reading.appointment)

    def evidence(self, thing: Any) -> tuple[Evidence, ...]:
        """All words about a thing, each once: `thing` is a result of a lookup, an IRI, or a name.

        Raises LookupFailed, which lists near names, where no article speaks of it.
        """
        iri = getattr(thing, "iri", thing)
        by_iri = str(iri).startswith((BASE, "id:"))
        found = reading.proofs(map(dict, self._ask("evidence", {"thing" if by_iri else "name": iri}).records()))
        if not found:
            raise _nothing(str(iri), self._names("?class"))
        return found

    def _names(self, kind: str) -> Callable[[], Iterable[str]]:
        """Names to suggest, of things of a class; looked up only when they are needed."""

        def names() -> Iterable[str]:
            rows = self.store.query(
                "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX hbt: <https://w3id.org/hbtgraph/ns#> "
                "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
                f"SELECT DISTINCT ?name {{ ?thing a {kind} ; skos:prefLabel ?name ; hbt:searchKey ?key }} "
                "ORDER BY ?name"
            )
            assert isinstance(rows, Rows)
            return [row["name"] or "" for row in rows.records()]

        return names

    # --- handing on

    def to_networkx(self, view: View = "actors") -> nx.MultiDiGraph:
        """The graph as a networkx network: "people", "actors" or "full". Raises ExportError for another view.

        Nodes and edges carry kinds, labels, dates and the words that prove them; see `export.build_network`.
        """
        from hbtgraph.export import build_network

        return build_network(self.store, view)

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy of the whole graph as an rdflib Dataset in memory, asked over the union of its named graphs."""
        from hbtgraph.lookup.bridge import to_rdflib

        return to_rdflib(self.store.quads())


Thing = TypeVar("Thing", Person, Unit)


def _the_one(
    name: str, found: tuple[Thing, ...], told: Iterable[str], names: Callable[[], Iterable[str]], apart: str
) -> Thing:
    """The only thing found, or the only one that bears just this name and not a longer one."""
    if not found:
        raise _nothing(name, names)
    whole = [thing for thing in found if key(name) in (key(thing.name), fold(thing.name))]
    best = whole or found
    if len(best) > 1:
        listed = "; ".join(told)
        raise LookupFailed(
            f"nhiều kết quả mang tên này: {listed}; hãy nói rõ hơn (dấu thanh, on=)",
            f"several bear this name: {listed}; be more exact ({apart})",
            where=name,
        )
    return best[0]


def _nothing(name: str, names: Callable[[], Iterable[str]]) -> LookupFailed:
    by_key = {fold(known): known for known in names()}
    near = ", ".join(by_key[folded] for folded in difflib.get_close_matches(fold(name), by_key, n=5)) or "–"
    return LookupFailed(
        f"không thấy điều gì về tên này; gần giống: {near}",
        f"nothing is known of this name; near: {near}",
        where=name,
    )
