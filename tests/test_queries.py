"""Every stored question gives the rows that a reader of the two small articles would give, in two engines alike."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
import rdflib

from hbtgraph import queries, resources
from hbtgraph.lookup.bridge import to_rdflib
from hbtgraph.queries import Query, Value, bind, check_read_only
from hbtgraph.store import Rows, Store, open_store

NAMES = [query.name for query in queries.catalogue()]
A, B = (
    "Quận Hai Bà Trưng trồng hoa trong ngõ, thưởng người siêng năng",
    "Phường Bạch Mai khánh thành vườn hoa cổng làng",
)
UBND, CITY = "UBND quận Hai Bà Trưng", "UBND thành phố Hà Nội"
ID = "https://w3id.org/hbtgraph/id/"
Plain = tuple[str | None, ...]


@pytest.fixture(scope="session")
def in_rdflib(small_quads: tuple[ox.Quad, ...]) -> rdflib.Dataset:
    return to_rdflib(small_quads)


def ask(store: Store, name: str, /, **params: Value) -> Rows:
    answer = store.query(bind(queries.load(name), params))
    assert isinstance(answer, Rows)
    return answer


def column(store: Store, name: str, columns: str, /, **params: Value) -> list[Plain]:
    """The named columns of each row, as text."""
    return [tuple(row[col] for col in columns.split()) for row in ask(store, name, **params).records()]


def no_and_single(query: Query) -> list[dict[str, Value]]:
    """No parameter at all, then each one alone with its example."""
    single: list[dict[str, Value]] = [{param.name: param.example} for param in query.params]
    return [{}, *single]


BINDINGS: list[tuple[str, dict[str, Value]]] = [
    (query.name, params) for query in queries.catalogue() for params in no_and_single(query)
] + [("officials", {"on": day}) for day in ("2022-10-22", "2023-01-01", "2023-05-10", "2025-07-02")]

COMPARED = {"on", "of", "person", "name", "year", "status", "from", "thing", "unit", "issuer"}
"""Parameters enough to try every kind of filter in rdflib, which takes a third of a second to read a query."""


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib 7.6 warns of what it does itself
@pytest.mark.parametrize(("name", "params"), [pair for pair in BINDINGS if set(pair[1]) <= COMPARED])
def test_two_engines_give_the_same_rows_in_the_same_order(
    small: Store, in_rdflib: rdflib.Dataset, name: str, params: dict[str, Value]
) -> None:
    text = bind(queries.load(name), params)
    rows = small.query(text)
    assert isinstance(rows, Rows)
    assert rows.columns == tuple(column.name for column in queries.load(name).columns)
    ours = [tuple(None if term is None else str(term) for term in row) for row in rows]
    theirs = [tuple(None if term is None else _canonical(term) for term in row) for row in in_rdflib.query(text)]  # type: ignore[union-attr]
    assert ours == theirs
    assert len(set(ours)) == len(ours)


def _canonical(term: rdflib.term.Node) -> str:
    """An rdflib term as pyoxigraph writes it."""
    if isinstance(term, rdflib.Literal):
        kind = ox.NamedNode(str(term.datatype)) if term.datatype else None
        return str(ox.Literal(str(term), language=term.language, datatype=kind))
    return str(ox.NamedNode(str(term)))


@pytest.mark.parametrize(
    ("name", "params"), [(name, params) for name, params in BINDINGS if "2025-07-02" not in params.values()]
)
def test_every_example_finds_something_and_every_file_runs_as_it_stands(
    small: Store, name: str, params: dict[str, Value]
) -> None:
    if not params:
        assert bind(queries.load(name), {}) == (resources.folder("queries") / f"{name}.rq").read_text("utf-8")
    assert len(ask(small, name, **params)) > 0


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.parametrize("name", NAMES)
def test_where_nothing_is_known_no_engine_answers_anything(name: str) -> None:
    text = bind(queries.load(name), {})
    with open_store("memory:") as empty:
        assert len(ask(empty, name)) == 0
        assert list(to_rdflib(empty.quads()).query(text)) == []


def test_a_server_gives_the_rows_that_the_embedded_store_gives(
    small: Store, small_quads: tuple[ox.Quad, ...], sparql_server: str
) -> None:
    with open_store(f"sparql+http://{sparql_server}") as remote:
        remote.drop(remote.graph_names())
        remote.replace([], small_quads)
        for name in NAMES:
            assert ask(remote, name) == ask(small, name), name


@pytest.mark.parametrize("name", NAMES)
def test_rows_of_facts_carry_words_article_and_place(small: Store, name: str) -> None:
    columns = {column.name for column in queries.load(name).columns}
    if name in {"award-summary", "award-totals", "coverage", "people-and-bodies", "unit-history", "versions"}:
        assert "words" not in columns
        return
    assert {"words", "article", "start", "end", "fact", "articleIri"} <= columns
    for row in ask(small, name).records():
        assert int(row["end"] or 0) - int(row["start"] or 0) == len(row["words"] or "")


@pytest.mark.parametrize("name", NAMES)
def test_no_query_names_a_graph_or_asks_another_machine(name: str) -> None:
    body = re.sub(r"#.*", "", queries.load(name).text)
    assert not re.search(r"\b(GRAPH|FROM|SERVICE)\b", body)
    check_read_only(queries.load(name).text)


class TestAwards:
    def test_each_recipient_of_a_conferral_is_a_row(self, small: Store) -> None:
        assert column(small, "awards", "honour recipient count giver date status article") == [
            ("Giấy khen", "15 tập thể", "15", UBND, "2022-10-23", "đã trao", A),
            ("Giấy khen", "48 cá nhân", "48", UBND, "2022-10-23", "đã trao", A),
            ("Giấy khen", "48 cá nhân", "48", UBND, "2022-10-23", "đã trao", B),
            ("Bằng khen", "Phạm Thị Hạ", None, CITY, "2023-05-10", "đã trao", B),
        ]

    def test_totals_count_a_group_told_of_twice_once(self, small: Store) -> None:
        assert column(small, "award-totals", "honour giver year kind named counted total exact") == [
            ("Giấy khen", UBND, "2022", "tập thể", "0", "15", "15", "true"),
            ("Giấy khen", UBND, "2022", "cá nhân", "0", "48", "48", "true"),
            ("Bằng khen", CITY, "2023", "cá nhân", "1", "0", "1", "true"),
        ]

    def test_totals_count_two_groups_of_one_article_both(self, own_small: Store) -> None:
        group = f"{ID}group-a1a1a1-48-ca-nhan"
        award = f"{ID}award-a1a1a1-1"
        own_small.update(
            f"INSERT {{ GRAPH <https://example.org/g> {{ <{group}-x> ?p ?o . "
            f"<{award}> <https://w3id.org/hbtgraph/ns#recipient> <{group}-x> }} }} "
            f"WHERE {{ GRAPH ?g {{ <{group}> ?p ?o }} }}"
        )
        totals = column(own_small, "award-totals", "counted", year=2022)
        assert totals == [("15",), ("96",)]

    def test_totals_never_add_the_named_to_the_counted(self, own_small: Store) -> None:
        award, person = f"{ID}award-a1a1a1-1", f"{ID}person-le-van-son-77aa"
        own_small.update(
            "INSERT DATA { GRAPH <https://example.org/g> "
            f"{{ <{award}> <https://w3id.org/hbtgraph/ns#recipient> <{person}> }} }}"
        )
        totals = column(own_small, "award-totals", "kind named counted total exact", year=2022)
        assert totals == [("tập thể", "0", "15", "15", "true"), ("cá nhân", "1", "48", "48", "false")]

    def test_filters_take_marks_at_their_word(self, small: Store) -> None:
        assert len(column(small, "awards", "honour", recipient="pham thi ha")) == 1
        assert column(small, "awards", "honour", recipient="Phạm Thị Hà") == []
        assert (
            len(column(small, "awards", "honour", status="conferred", **{"from": "2022-10-23", "to": "2022-10-23"}))
            == 3
        )
        assert column(small, "award-totals", "year", year=2021) == []


def test_documents_are_told_with_all_their_words_and_the_fullest_date(small: Store) -> None:
    about = "về vườn hoa nhỏ trong khu dân cư"
    whole = ("Kế hoạch số 12/KH-UBND", "Kế hoạch", "12/KH-UBND", "2022-01-15", UBND, about)
    assert column(small, "documents", "document type number date issuer title article") == [(*whole, A), (*whole, B)]
    assert column(small, "documents", "document", number="13/KH-UBND") == []
    assert column(small, "documents", "document", **{"from": "2022-01-16"}) == []
    assert column(small, "documents", "document", to="2022-01-14") == []
    assert len(column(small, "documents", "document", type="ke hoach", issuer="quận Hai Bà Trưng")) == 2


def test_campaigns_say_since_when_and_whose(small: Store) -> None:
    assert column(small, "campaigns", "campaign organizer since until start") == [
        ("Ngõ sạch, nhà xanh", UBND, "2019", None, "422")
    ]
    assert len(column(small, "campaigns", "campaign", name="Ngõ sạch nhà xanh")) == 1  # commas aside
    assert column(small, "campaigns", "campaign", name="Ngõ sách") == []


def test_events_are_held_or_planned_as_the_article_said(small: Store) -> None:
    assert column(small, "events", "event status date place") == [
        ("hội nghị sơ kết phong trào “Ngõ sạch, nhà xanh”", "đã diễn ra", "2022-10-23", "Nhà văn hóa quận"),
        ("Ngày hội đổi cây lấy hoa", "dự kiến", "2022-11-20", "phường Bạch Mai"),
        ("khánh thành vườn hoa", "đã diễn ra", "2023-05-10", None),
    ]
    assert column(small, "events", "date", status="planned") == [("2022-11-20",)]
    assert column(small, "events", "date", **{"from": "2022-11-01", "to": "2023-01-01"}) == [("2022-11-20",)]


def test_a_promise_is_open_until_its_day_and_then_overdue_never_kept(small: Store) -> None:
    what = ("sự kiện dự kiến", "Ngày hội đổi cây lấy hoa", "phường Bạch Mai", "2022-11-20", A, "764")

    def on(day: str | None, **params: Value) -> list[Plain]:
        return column(small, "promises", "state kind what who due article start", on=day, **params)

    assert on(None) == on("2022-10-23") == on("2022-11-20") == [("open", *what)]
    assert on("2022-11-21") == [("overdue", *what)]
    assert on("2022-10-22") == on("2022-11-21", state="open") == on(None, kind="target") == []
    assert len(on(None, who="phuong bach mai", about="doi cay")) == 1
    assert on(None, who="Quận ủy") == on(None, about="đổi cấy") == []


def test_figures_keep_the_unit_and_the_amount_in_dong(small: Store) -> None:
    assert column(small, "figures", "indicator value unit amount area period kind") == [
        ("thu ngân sách", "1234.5", "tỷ đồng", "1234500000000", "quận Hai Bà Trưng", "Chín tháng đầu năm", "thực hiện")
    ]
    assert column(small, "figures", "value", area="phường Bạch Mai") == []


def test_statements_activities_and_appointments_say_who_and_what(small: Store) -> None:
    assert column(small, "statements", "speaker text kind") == [
        ("Phạm Thị Hà", "Mỗi luống hoa là một lời chào của ngõ", "trực tiếp")
    ]
    assert column(small, "activities", "agent action object manner status") == [
        (UBND, "phát động", "phong trào “Ngõ sạch, nhà xanh”", None, "đã làm"),
        ("Phong trào", "nhằm", "giúp mỗi ngõ có ít nhất một luống hoa", None, "sẽ làm"),
        ("UBND phường Bạch Mai", "thực hiện", "Kế hoạch số 12/KH-UBND của quận", "bằng 3 vườn hoa mới", "đã làm"),
    ]
    assert column(small, "appointments", "person action role body date") == [
        ("Lê Văn Sơn", "bổ nhiệm", "quyền Chủ tịch", UBND, "2023-04")
    ]
    in_april: dict[str, Value] = {"from": "2023-04-10", "to": "2023-04-20"}
    assert len(column(small, "appointments", "person", **in_april)) == 1  # the day is unknown, so it may be
    assert column(small, "appointments", "person", to="2023-03-31") == []


def test_unit_history_tells_versions_successors_and_the_resolution(small: Store) -> None:
    rows = column(small, "unit-history", "unit until date side other basis", unit="quận Hai Bà Trưng")
    basis = "Nghị quyết số 1656/NQ-UBTVQH15"
    assert rows == [
        ("quận Hai Bà Trưng", "2025-06-30", "2025-07-01", "after", "phường Bạch Mai", basis),
        ("quận Hai Bà Trưng", "2025-06-30", "2025-07-01", "after", "phường Hai Bà Trưng", basis),
    ]
    versions = {
        day: column(small, "unit-history", "unitIri", unit="phường Bạch Mai", on=day)
        for day in ("2025-06-30", "2025-07-01")
    }
    assert [rows[0][0] for rows in versions.values()] == [
        "https://w3id.org/hbtgraph/id/unit-phuong-bach-mai",
        "https://w3id.org/hbtgraph/id/unit-phuong-bach-mai-2025",
    ]


def test_evidence_gathers_all_that_is_said_of_a_thing(small: Store) -> None:
    said = [("chức vụ", A, "348"), ("khen thưởng", B, "361")]
    assert column(small, "evidence", "kind article start", name="Phạm Thị Hạ") == said
    assert column(small, "evidence", "kind article start", thing="id:person-pham-thi-ha-33cc") == said
    assert len(column(small, "evidence", "kind", name="pham thi ha")) == 5


def test_coverage_counts_facts_by_kind_and_article(small: Store) -> None:
    rows = column(small, "coverage", "article kind facts")
    assert (A, "chức vụ", "3") in rows
    assert (A, "thuộc về", "1") in rows
    assert [row for row in rows if row[1] == "văn bản"] == [(A, "văn bản", "1"), (B, "văn bản", "1")]
    assert sum(int(row[2] or 0) for row in rows) == 23


def test_people_and_bodies_are_edges_with_the_number_of_articles(small: Store) -> None:
    edges = column(small, "people-and-bodies", "source relation target label articles")
    assert ("Phạm Thị Hà", "tenure", UBND, "Phó Chủ tịch", "2") in edges
    assert (CITY, "award", "Phạm Thị Hạ", "Bằng khen", "1") in edges
    assert ("UBND phường Bạch Mai", "part-of", UBND, "", "0") in edges
    assert len(edges) == 10


def test_people_are_listed_with_every_mention_of_a_post(small: Store) -> None:
    assert column(small, "people", "person role status attested", name="Nguyễn Quang Minh") == [
        ("Nguyễn Quang Minh", "Chủ tịch", "nguyên", None),
        ("Nguyễn Quang Minh", "Chủ tịch", "đương nhiệm", "2022-10-23"),
    ]


def test_versions_tell_what_stands_what_was_replaced_and_what_was_retracted(small: Store) -> None:
    assert column(small, "versions", "id state") == [
        ("bai-da-rut", "retracted"),
        ("trong-hoa-trong-ngo", "replaced"),
        ("trong-hoa-trong-ngo", "current"),
    ]
