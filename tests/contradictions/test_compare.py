"""Which claims on one point contradict each other, by the rules alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hbtgraph.contradictions.claims import Claim
from hbtgraph.contradictions.compare import contradictions
from hbtgraph.contradictions.numbers import reach


def claim(article: str, side: str, kind: Any = "post", **rest: Any) -> Claim:
    given = {"label": "việc", "value": side, "start": 0, "end": 5, "fact": f"f-{article}-{side}", "under": ("k",)}
    return Claim(kind=kind, article=article, side=side, **{**given, **rest})


def figure(article: str, number: str, **rest: Any) -> Claim:
    amount = Decimal(number)
    given = {"number": amount, "reach": reach(amount), "unit": "tỷ đồng", "lasting": True}
    return claim(article, number, "figure", **{**given, **rest})


def sides(*claims: Claim) -> list[tuple[str, str]]:
    found = contradictions(claims)
    assert found == contradictions(reversed(claims)), "the order of claims does not matter"
    return [(one.first.side, one.second.side) for one in found]


def test_one_pair_of_sides_is_one_contradiction_however_many_say_so() -> None:
    (one,) = contradictions([figure("a", "8602"), figure("b", "8602"), figure("c", "8702")])
    assert (one.first.article, one.second.article, one.difference) == ("a", "c", "100 tỷ đồng")
    assert [claim.article for claim in one.with_first] == ["a", "b"]


def test_the_side_that_is_older_comes_first() -> None:
    assert sides(figure("a", "8602", day="2023-01-05"), figure("b", "8702", day="2023-01-04")) == [("8702", "8602")]


def test_a_figure_of_no_stated_time_is_compared_on_one_day_alone() -> None:
    assert sides(figure("a", "12", lasting=False, day="2022-05-01"), figure("b", "15", lasting=False, day="2022-05-01"))
    assert not sides(
        figure("a", "12", lasting=False, day="2022-05-01"), figure("b", "15", lasting=False, day="2022-06-01")
    )


def test_an_article_with_both_tells_of_two_things() -> None:
    assert not sides(claim("a", "head"), claim("a", "deputy"), claim("b", "deputy"))
    assert not sides(figure("a", "12"), figure("a", "15"), figure("b", "15"))


def test_a_change_of_post_explains_two_posts_unless_the_days_are_known() -> None:
    changed = claim("c", "changed")
    assert sides(claim("a", "head"), claim("b", "deputy")) == [("head", "deputy")]
    assert not sides(claim("a", "head"), claim("b", "deputy"), changed)
    on = {"day": "2022-05-01"}
    assert sides(claim("a", "head", **on), claim("b", "deputy", **on), changed) == [("head", "deputy")]


def test_only_titles_with_nothing_in_common_are_unlike() -> None:
    longer = "về tăng cường quản lý trật tự xây dựng trên địa bàn quận"
    assert not sides(claim("a", longer, "title"), claim("b", "về quản lý trật tự xây dựng", "title"))
    assert sides(claim("a", longer, "title"), claim("b", "về phòng chống dịch bệnh mùa hè", "title"))


def test_a_count_needs_one_conferral() -> None:
    def count(article: str, number: str, **rest: Any) -> Claim:
        reached = reach(Decimal(number), counted=True)
        return claim(article, number, "count", **{"reach": reached, "under": ("award x|cá nhân",), **rest})

    on, later = {"given": "2022-10-20"}, {"given": "2023-10-20"}
    assert sides(count("a", "424", **on), count("b", "425", **on)) == [("424", "425")]
    assert not sides(count("a", "424", **on), count("b", "425", **later))
    assert not sides(count("a", "424", **on, giver="x"), count("b", "425", **on, giver="y"))
    assert not sides(count("a", "424"), count("b", "425"))


def test_days_apart_are_counted() -> None:
    (one,) = contradictions([claim("a", "2022-01-12", "date"), claim("b", "2022-01-15", "date")])
    assert one.difference == "3 ngày"
