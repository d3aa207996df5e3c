"""What several articles say of one post is put together by the written rule, whatever their order."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from tests.pipeline.histories import THEN, told

from hbtgraph import pipeline
from hbtgraph.lookup import KnowledgeGraph, Post
from hbtgraph.model import Article
from hbtgraph.pipeline.tenures import renew_all
from hbtgraph.rdf.derived import DERIVED_GRAPH
from hbtgraph.store import MEMORY, Store, open_store

BEGUN = "2003-11-06"
"""The district of these tests has been what it is since then."""


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(MEMORY) as store:
        yield store


def chair(person: str, day: str, post: str = "Chủ tịch UBND quận Hai Bà Trưng") -> Article:
    return told(f"{person}-{day}", f"Ông {person}, {post}, cho biết quận đã họp.", day=day)


def posts(store: Store, person: str, on: str | None = None, role: str = "chủ tịch") -> list[Post]:
    found = KnowledgeGraph(store).officials(person=person, on=on)
    return [post for post in found if (post.role or "").lower() == role]


def certainty(store: Store, person: str, *days: str) -> list[tuple[str | None, ...]]:
    found = [posts(store, person, day) for day in days]
    return [(post[0].certainty, post[0].basis) if post else () for post in found]


def bounds(post: Post) -> tuple[str | None, ...]:
    days = (post.earliest_start, post.latest_start, post.earliest_end, post.latest_end)
    return tuple(day.isoformat() if day else None for day in days)


SEN, BUT = "Trần Văn Sen", "Lê Công Bút"


def test_two_days_are_one_tenure_certain_between_possible_outside(store: Store) -> None:
    pipeline.add_articles(store, [chair(SEN, "2018-03-01"), chair(SEN, "2020-03-01")], started=THEN)
    assert certainty(store, SEN, "2017-01-01", "2018-03-01", "2019-01-01", "2020-03-01", "2021-01-01") == [
        ("possible", "before"), ("certain", "on"), ("certain", "between"), ("certain", "on"), ("possible", "after"),
    ]  # fmt: skip


def test_another_holder_between_makes_two_tenures_and_ends_the_first_the_day_before(store: Store) -> None:
    pipeline.add_articles(
        store, [chair(SEN, "2018-03-01"), chair(BUT, "2019-01-10"), chair(SEN, "2020-03-01")], started=THEN
    )
    assert [bounds(post) for post in posts(store, SEN)] == [
        (BEGUN, "2018-03-01", "2018-03-01", "2019-01-09"),
        ("2019-01-11", "2020-03-01", "2020-03-01", "2025-06-30"),
    ]
    assert [bounds(post) for post in posts(store, BUT)] == [("2018-03-02", "2019-01-10", "2019-01-10", "2020-02-29")]
    assert posts(store, SEN)[0].end_bound == "người khác giữ"


def test_a_deputy_is_not_replaced_by_another_deputy(store: Store) -> None:
    post = "Phó Chủ tịch UBND quận Hai Bà Trưng"
    days = [chair(SEN, "2018-03-01", post), chair(BUT, "2019-01-10", post), chair(SEN, "2020-03-01", post)]
    pipeline.add_articles(store, days, started=THEN)
    assert len(posts(store, SEN, role="phó chủ tịch")) == 1
    assert posts(store, BUT, "2024-01-01", role="phó chủ tịch")[0].certainty == "possible"


def test_who_was_deputy_between_was_not_the_holder_then(store: Store) -> None:
    deputy = chair(SEN, "2019-01-10", "Phó Chủ tịch UBND quận Hai Bà Trưng")
    pipeline.add_articles(store, [chair(SEN, "2018-03-01"), deputy, chair(SEN, "2020-03-01")], started=THEN)
    assert [post.end_bound for post in posts(store, SEN)] == ["giữ chức khác cùng cơ quan", "cơ quan, đơn vị không còn"]
    assert certainty(store, SEN, "2019-01-10") == [()]


def test_former_ends_and_still_in_office_is_never_inferred(store: Store) -> None:
    former = chair(SEN, "2019-05-01", "nguyên Chủ tịch UBND quận Hai Bà Trưng")
    pipeline.add_articles(store, [chair(SEN, "2018-03-01"), former], started=THEN)
    assert bounds(posts(store, SEN)[0]) == (BEGUN, "2018-03-01", "2018-03-01", "2019-05-01")
    assert certainty(store, SEN, "2018-03-02", "2019-05-02") == [("possible", "after"), ()]


def test_an_appointment_opens_and_a_dismissal_closes(store: Store) -> None:
    pipeline.add_articles(
        store,
        [
            told(
                "bo-nhiem",
                f"Ngày 12-1-2018, UBND thành phố Hà Nội bổ nhiệm ông {SEN} giữ chức Giám đốc Sở Y tế Hà Nội.",
                day="2018-01-13",
            ),
            told(
                "thoi",
                f"Ngày 9-2-2020, UBND thành phố Hà Nội miễn nhiệm chức vụ Giám đốc Sở Y tế Hà Nội đối với ông {SEN}.",
                day="2020-02-10",
            ),
        ],
        started=THEN,
    )
    (post,) = posts(store, SEN, role="giám đốc")
    assert bounds(post) == ("2018-01-12", "2018-01-12", "2020-02-09", "2020-02-09")
    assert (post.start_bound, post.end_bound) == ("được bổ nhiệm hoặc bầu", "thôi, miễn nhiệm, nghỉ hưu")
    assert {words.article.rpartition("/")[2].rpartition("-")[0] for words in post.evidence} == {
        "article-bo-nhiem",
        "article-thoi",
    }


def test_a_term_that_the_text_states_bounds_and_proves_nothing(store: Store) -> None:
    post = "Chủ tịch HĐND quận Hai Bà Trưng nhiệm kỳ 2016-2021"
    pipeline.add_articles(store, [chair(SEN, "2018-03-01", post)], started=THEN)
    assert bounds(posts(store, SEN)[0]) == ("2016-01-01", "2018-03-01", "2018-03-01", "2021-12-31")
    assert certainty(store, SEN, "2015-12-31", "2016-01-01", "2021-12-31", "2022-01-01") == [
        (), ("possible", "before"), ("possible", "after"), (),
    ]  # fmt: skip


def test_a_post_ends_with_the_unit_of_its_body(store: Store) -> None:
    pipeline.add_articles(store, [chair(SEN, "2024-03-01")], started=THEN)
    assert certainty(store, SEN, "2025-06-30", "2025-07-01") == [("possible", "after"), ()]


def _derived(store: Store) -> set[str]:
    return {str(quad) for name in store.graph_names() if name.startswith(DERIVED_GRAPH) for quad in store.quads([name])}


ARTICLES = [
    chair(SEN, "2018-03-01"),
    chair(BUT, "2019-01-10"),
    chair(SEN, "2020-03-01"),
    chair(BUT, "2020-05-01", "nguyên Chủ tịch UBND quận Hai Bà Trưng"),
    chair(SEN, "2021-02-01", "Phó Chủ tịch UBND quận Hai Bà Trưng"),
    chair(BUT, "2017-02-01", "Bí thư Quận ủy Hai Bà Trưng"),
]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_made_anew_one_by_one_is_what_is_made_of_all(seed: int) -> None:
    with open_store(MEMORY) as store:
        for article in random.Random(seed).sample(ARTICLES, len(ARTICLES)):
            pipeline.add_articles(store, [article], started=THEN)
        singly = _derived(store)
        renew_all(store)
        assert singly == _derived(store)
        pipeline.retract(store, ARTICLES[1].id)
        shrunk = _derived(store)
        assert shrunk != singly
        assert len(posts(store, SEN)) == 1
        renew_all(store)
        assert shrunk == _derived(store)


def test_where_it_is_cut_short_the_next_makes_all_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.add_articles(store, ARTICLES[3:4], started=THEN)
    with monkeypatch.context() as broken:
        broken.setattr("hbtgraph.pipeline.tenures._renew", _fails)
        with pytest.raises(RuntimeError):
            pipeline.add_articles(store, ARTICLES[:2], started=THEN)
    assert posts(store, SEN) == []
    pipeline.add_articles(store, ARTICLES[:1], started=THEN)
    made = _derived(store)
    renew_all(store)
    assert made == _derived(store)
    assert len(posts(store, SEN)) == len(posts(store, BUT)) == 1


def _fails(*_: object) -> None:
    raise RuntimeError("cut short")


def test_merged_tenures_are_validated_and_exported(store: Store) -> None:
    from hbtgraph.export.rdf import nquads, published

    pipeline.add_articles(store, ARTICLES, started=THEN)
    assert pipeline.check(store).conforms
    assert b"MergedTenure" in nquads(published(store.quads()))
