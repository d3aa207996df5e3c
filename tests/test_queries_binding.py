"""Values go into a question escaped and checked, headers are read strictly, and free SPARQL only reads."""

from __future__ import annotations

import re
import socket
from datetime import date, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hbtgraph import queries
from hbtgraph.errors import ConfigError, QueryError
from hbtgraph.queries import Value, bind, check_read_only
from hbtgraph.store import Rows, Store
from hbtgraph.vietnamese.text import fold, matches


class TestBinding:
    def test_an_unknown_query_lists_near_names(self) -> None:
        with pytest.raises(QueryError, match=r'no query "offcials"; there is: officials'):
            queries.load("offcials")

    def test_an_unknown_parameter_lists_near_ones(self) -> None:
        with pytest.raises(QueryError, match=r'no parameter "persn"; there is: person'):
            bind(queries.load("officials"), {"persn": "x"})

    @pytest.mark.parametrize("value", ["23-10-2022", "2022-13-01", "2022-02-30", "20221023", "", "2022-10-23T00:00:00"])
    def test_a_wrong_date_is_told_the_form(self, value: str) -> None:
        with pytest.raises(QueryError, match="YYYY-MM-DD"):
            bind(queries.load("officials"), {"on": value})

    def test_dates_are_taken_as_dates_too(self) -> None:
        query = queries.load("officials")
        wanted = bind(query, {"on": "2022-10-23"})
        assert 'VALUES ?_on { "2022-10-23"^^<http://www.w3.org/2001/XMLSchema#date> }' in wanted
        assert bind(query, {"on": date(2022, 10, 23)}) == bind(query, {"on": datetime(2022, 10, 23, 9)}) == wanted

    @pytest.mark.parametrize(
        ("name", "params", "said"),
        [
            ("award-totals", {"year": "hai nghìn"}, "a whole number"),
            ("evidence", {"thing": "không phải IRI"}, "an IRI"),
            ("events", {"status": "done"}, "one of: planned, held"),
            ("people", {"name": " .,"}, "at least one word"),
        ],
    )
    def test_a_value_that_does_not_fit_is_told_what_would(self, name: str, params: dict[str, Value], said: str) -> None:
        with pytest.raises(QueryError, match=said):
            bind(queries.load(name), params)

    def test_none_leaves_a_parameter_open(self) -> None:
        query = queries.load("officials")
        assert bind(query, {"on": None, "of": None}) == query.text

    @given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    @settings(deadline=None)
    def test_no_text_breaks_out_of_its_place(self, value: str) -> None:
        query = queries.load("people")
        try:
            bound = bind(query, {"name": value})
        except QueryError:
            assert not re.search(r"\w", value)
            return
        answer = ox.Store().query(bound)
        assert isinstance(answer, ox.QuerySolutions)
        assert len(bound.splitlines()) == len(query.text.splitlines())


syllables = st.sampled_from(
    ["Hà", "Hạ", "ha", "Hoà", "hòa", "Quý", "thuý", "Thúy", "Đỗ", "do", "Ủy", "uỷ", "ban", "Nguyễn"]
)
phrases = st.lists(syllables, min_size=1, max_size=3).map(" ".join)


@given(query=phrases, name=phrases)
@settings(deadline=None)
def test_text_parameters_find_what_the_search_rule_of_the_language_finds(query: str, name: str) -> None:
    query_file = queries.load("people")
    asked = bind(query_file, {"name": query})
    names = {
        term for slot in re.findall(r"VALUES \?_name \{ (.*) \}", asked) for term in re.findall(r'"([^"]*)"', slot)
    }
    found = any(term in f" {label.lower()} " for term in names for label in (name, fold(name)))
    assert found == matches(query, name)


class TestReadOnly:
    @pytest.mark.parametrize(
        "text",
        [
            "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
            "SELECT * { OPTIONAL { SERVICE SILENT ?where { ?s ?p ?o } } }",
            "ASK { ?s ?p ?o FILTER NOT EXISTS { { SERVICE <http://a/> { ?x ?y ?z } } } }",
            "SELECT * { { SELECT * { ?s ?p ?o MINUS { SERVICE <http://a/> { ?s ?p ?o } } } } }",
            "CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { service <http://a/> { ?s ?p ?o } } }",
            "SELECT * { \\u0053ERVICE <http://a/> { ?s ?p ?o } }",
            "SELECT (EXISTS { SERVICE <http://a/> { ?s ?p ?o } } AS ?x) {}",
        ],
    )
    def test_no_other_machine_is_asked(self, text: str) -> None:
        with pytest.raises(QueryError, match="SERVICE"):
            check_read_only(text)

    @pytest.mark.parametrize(
        "text",
        [
            "INSERT DATA { <http://a> <http://b> 1 }",
            "DELETE WHERE { ?s ?p ?o }",
            "LOAD <http://127.0.0.1:9/>",
            "DROP ALL",
            "SELECT * {} ; DROP ALL",
            "",
            "xin chào",
        ],
    )
    def test_only_queries_are_let_through(self, text: str) -> None:
        with pytest.raises(QueryError, match=r"SELECT, ASK, CONSTRUCT") as caught:
            check_read_only(text)
        assert "\n" not in str(caught.value)

    def test_a_graph_named_by_an_address_is_not_fetched(self, small: Store) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(0.2)
            text = f"SELECT * FROM <http://127.0.0.1:{listener.getsockname()[1]}/g> {{ ?s ?p ?o }}"
            check_read_only(text)
            rows = small.query(text)
            assert isinstance(rows, Rows)
            assert len(rows) == 0
            with pytest.raises(TimeoutError):
                listener.accept()

    def test_the_word_itself_is_no_offence(self) -> None:
        check_read_only("SELECT ('SERVICE <http://a/>' AS ?x) { ?service ?p ?o } # SERVICE")


HEAD = "#+ title-vi: a\n#+ title-en: a\n#+ question-vi: a\n#+ question-en: a\n"


@pytest.mark.parametrize(
    "text",
    [
        "#+ title-vi: a\nASK {}",
        HEAD + "#+ param: on (day) | a | b\nASK { VALUES ?_on { UNDEF } }",
        HEAD + "#+ param: on (date) | a | b\nASK {}",
        HEAD + "#+ example: on = x\nASK {}",
        HEAD + "#+ column: x | a\nASK {}",
        HEAD + "#+ colour: x\nASK {}",
        HEAD + "#+nothing\nASK {}",
    ],
)
def test_a_header_out_of_order_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"q\.rq"):
        queries.read(tmp_path / "q.rq")


def test_every_parameter_has_an_example_and_both_languages() -> None:
    for query in queries.catalogue():
        assert all(param.example and param.vi.strip() and param.en.strip() for param in query.params)
        assert query.title_vi != query.title_en
    names = [query.name for query in queries.catalogue()]
    assert sorted(names) == names
