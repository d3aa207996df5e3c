"""What awards sum up to: no one is counted twice, and one conferral told by several articles is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from hbtgraph.lookup.bridge import to_rdflib
from hbtgraph.queries import Value, bind, load
from hbtgraph.store import MEMORY, Rows, Store, open_store

ID = "https://w3id.org/hbtgraph/id/"
PREFIXES = f"""
PREFIX hbt: <https://w3id.org/hbtgraph/ns#> PREFIX id: <{ID}> PREFIX c: <https://w3id.org/hbtgraph/scheme/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
GIVER, OTHER = "id:body-ubnd-sen", "id:body-ubnd-sung"
DAY = "2022-12-14"
NAMES = f"""INSERT DATA {{ GRAPH id:graph-reference {{
  {GIVER} a hbt:Body ; skos:prefLabel "UBND quận Sen"@vi ; hbt:searchKey "ubnd quan sen" .
  {OTHER} a hbt:Body ; skos:prefLabel "UBND quận Súng"@vi ; hbt:searchKey "ubnd quan sung" .
  c:award-giay-khen skos:prefLabel "Giấy khen"@vi . c:award-bang-khen skos:prefLabel "Bằng khen"@vi .
  id:campaign-ngo a hbt:Campaign ; skos:prefLabel "Ngõ xanh"@vi . }} }}"""
Tell = Callable[..., None]


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(MEMORY) as store:
        store.update(PREFIXES + NAMES)
        yield store


@pytest.fixture
def tell(store: Store) -> Tell:
    """Lets an article tell of one conferral, to somebody named or to a number of people (0: none is told)."""
    told = iter(range(1000))

    def teller(
        article: str,
        to: str | int,
        *,
        award: str = "giay-khen",
        by: str | None = GIVER,
        day: str | None = DAY,
        qualifier: str = "exact",
        among: str | None = None,
        campaign: str | None = None,
        status: str = "conferred",
    ) -> None:
        number = next(told)
        who = f"id:group-{number}" if isinstance(to, int) else f"id:person-{to}"
        said = [
            f'{who} a hbt:UnnamedGroup ; skos:prefLabel "{to or "các"} cá nhân"@vi ; hbt:memberKind c:kind-person ; '
            f"{f'hbt:memberCount {to} ;' if to else ''} "
            f"hbt:countQualifier c:count-{qualifier} ."
            if isinstance(to, int)
            else f'{who} a foaf:Person ; skos:prefLabel "{to}"@vi .',
            f"{who} hbt:namedMember id:person-{among} . id:person-{among} a foaf:Person ." if among else "",
            f"id:award-{number} hbt:conferredBy {by} ." if by else "",
            f'id:award-{number} hbt:dateText "{day}" .' if day else "",
            f"id:award-{number} hbt:campaign {campaign} ." if campaign else "",
        ]
        store.update(
            f"{PREFIXES} INSERT DATA {{ GRAPH id:article-{article} {{ {' '.join(said)} "
            f'id:award-{number} a hbt:AwardConferral ; hbt:award c:award-{award} ; hbt:honourText "{award}"@vi ; '
            f"hbt:recipient {who} ; hbt:conferralStatus c:conferral-{status} ; hbt:evidence id:ev-{number} . "
            f"id:ev-{number} oa:hasSource id:article-{article} }} }}"
        )

    return teller


def rows(store: Store, columns: str, /, **params: Value) -> list[tuple[str | None, ...]]:
    answer = store.query(bind(load("award-summary"), params))
    assert isinstance(answer, Rows)
    return [tuple(row[column] for column in columns.split()) for row in answer.records()]


def test_one_conferral_told_by_two_articles_is_one(store: Store, tell: Tell) -> None:
    tell("a", 424)
    tell("b", 424)
    tell("a", "Mai")
    tell("b", "Mai", award="bang-khen")
    assert rows(store, "group conferrals named articles contested") == [
        ("Bằng khen", "1", "1", "1", "false"),
        ("Giấy khen", "2", "1", "2", "false"),
    ]


def test_two_articles_that_count_424_and_425_tell_of_one_contested_conferral(store: Store, tell: Tell) -> None:
    tell("a", 424)
    tell("b", 425)
    columns = "conferrals recipients least exact contested articles"
    assert rows(store, columns) == [("1", "425", "424", "false", "true", "2")]
    for by in ("giver", "campaign", "year"):
        assert rows(store, columns, by=by) == [("1", "425", "424", "false", "true", "2")], by


def test_more_than_400_does_not_contest_424(store: Store, tell: Tell) -> None:
    tell("a", 424)
    tell("b", 400, qualifier="more-than")
    assert rows(store, "conferrals recipients least exact contested") == [("1", "424", "424", "false", "false")]


def test_other_days_givers_and_honours_are_other_conferrals(store: Store, tell: Tell) -> None:
    tell("a", 10)
    tell("a", 20, day="2022-12-15")
    tell("b", 30, by=OTHER)
    tell("b", 40, award="bang-khen")
    columns = "group conferrals recipients contested"
    assert rows(store, columns) == [("Bằng khen", "1", "40", "false"), ("Giấy khen", "3", "60", "false")]
    assert rows(store, columns, by="giver") == [
        ("UBND quận Sen", "3", "70", "false"),
        ("UBND quận Súng", "1", "30", "false"),
    ]
    assert rows(store, columns, by="year") == [("2022", "4", "100", "false")]


def test_two_groups_of_one_article_are_two_and_another_article_may_tell_of_one_only(store: Store, tell: Tell) -> None:
    tell("a", 15)
    tell("a", 20)
    tell("b", 20)
    assert rows(store, "recipients contested") == [("35", "false")]


def test_the_sum_over_a_year_does_not_count_a_named_member_twice(store: Store, tell: Tell) -> None:
    tell("a", 48)
    tell("a", "Mai")  # may be one of the 48
    tell("b", "Mai", award="bang-khen", day="2022-03-08")
    tell("b", "Lan", award="bang-khen", day="2022-03-08")
    assert rows(store, "group conferrals recipients named exact", by="year") == [("2022", "4", "49", "2", "false")]
    assert rows(store, "group recipients named", by="form") == [("Bằng khen", "2", "2"), ("Giấy khen", "48", "1")]


def test_a_named_member_of_a_group_is_among_its_count_and_no_conferral_of_its_own(store: Store, tell: Tell) -> None:
    tell("a", 48, among="Mai")
    assert rows(store, "conferrals recipients named", by="year") == [("1", "48", "1")]
    tell("b", "Mai", award="bang-khen", day="2022-03-08")
    assert rows(store, "conferrals recipients named", by="year") == [("2", "48", "1")]


def test_where_giver_or_day_is_not_told_only_equal_numbers_are_the_same(store: Store, tell: Tell) -> None:
    tell("a", 5, by=None, day=None)
    tell("b", 5, by=None, day=None)
    tell("c", 7, by=None, day=None)
    assert rows(store, "conferrals recipients contested articles") == [("2", "12", "false", "3")]
    assert rows(store, "group groupIri recipients", by="giver") == [(None, None, "12")]
    assert rows(store, "group recipients", by="year") == [(None, "12")]


def test_a_group_that_nobody_counted_is_a_conferral_and_makes_the_number_a_least_one(store: Store, tell: Tell) -> None:
    tell("a", 0, by=None, day=None)
    tell("b", 0, by=None, day=None)
    tell("b", "Mai", by=None, day=None)
    assert rows(store, "conferrals recipients exact contested") == [("2", "1", "false", "false")]
    tell("c", 0)
    tell("d", 424)
    assert rows(store, "conferrals recipients exact contested", giver="sen") == [("1", "424", "false", "false")]


def test_campaigns_have_their_own_sums(store: Store, tell: Tell) -> None:
    tell("a", "Mai", campaign="id:campaign-ngo")
    tell("b", "Mai", campaign="id:campaign-ngo", award="bang-khen")
    tell("b", "Lan")
    assert rows(store, "group conferrals recipients groupIri", by="campaign") == [
        ("Ngõ xanh", "2", "1", f"{ID}campaign-ngo"),
        (None, "1", "1", None),
    ]


def test_only_what_was_conferred_is_summed_and_filters_choose(store: Store, tell: Tell) -> None:
    tell("a", 5, status="planned")
    tell("a", 6, status="proposed")
    assert rows(store, "recipients") == []
    tell("a", 7)
    tell("b", 8, day="2023-05-19", by=OTHER, award="bang-khen")
    assert rows(store, "recipients", year=2023) == [("8",)]
    assert rows(store, "recipients", giver="quan sen") == [("7",)]
    assert rows(store, "recipients", honour="bằng khen") == [("8",)]


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib 7.6 warns of what it does itself
def test_two_engines_sum_alike(store: Store, tell: Tell) -> None:
    tell("a", 424)
    tell("b", 425, campaign="id:campaign-ngo")
    tell("a", "Mai")
    tell("b", "Mai", award="bang-khen")
    tell("b", 3, by=None, day=None)
    dataset = to_rdflib(store.quads())
    for by in ("form", "giver", "campaign", "year"):
        text = bind(load("award-summary"), {"by": by})
        answer = store.query(text)
        assert isinstance(answer, Rows)
        ours = [[None if term is None else getattr(term, "value", "") for term in row] for row in answer]
        theirs = [[None if term is None else str(term) for term in row] for row in dataset.query(text)]  # type: ignore[union-attr]
        assert ours == theirs, by
        assert len(ours) >= 1
