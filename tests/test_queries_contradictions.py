"""What `contradictions` and `ratios` answer of whole articles of our own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import rdflib
from tests.pipeline.histories import THEN, told

from hbtgraph import pipeline
from hbtgraph.lookup.bridge import to_rdflib
from hbtgraph.model import Article
from hbtgraph.queries import Value, bind, load
from hbtgraph.store import MEMORY, Rows, Store, open_store

BUDGET = "Năm 2022, thu ngân sách quận Hồ Sen đạt {} tỷ đồng."
POST = "Ông Trần Văn Sen, {} UBND quận Hồ Sen, đã dự."
AWARD = "Ngày 20-10-2022, UBND quận Hồ Sen tặng Giấy khen cho {} cá nhân."
PLAN = "UBND quận Hồ Sen đã ban hành Kế hoạch số 12/KH-UBND ngày {}-1-2022 về {}."


def ask(store: Store, name: str, /, **params: Value) -> list[Mapping[str, str | None]]:
    rows = store.query(bind(load(name), params))
    assert isinstance(rows, Rows)
    return list(rows.records())


def sides(*articles: Article, **params: Value) -> list[tuple[str | None, ...]]:
    """What differs, and what the two sides say."""
    with open_store(MEMORY) as store:
        pipeline.add_articles(store, articles, started=THEN)
        return [
            (row["kind"], row["value"], row["otherValue"], row["difference"])
            for row in ask(store, "contradictions", **params)
        ]


def two(one: str, other: str, **rest: str | None) -> tuple[Article, Article]:
    return told("a", one, **rest), told("b", other, **rest)


def test_two_values_of_one_indicator_area_and_period_stand_side_by_side() -> None:
    assert sides(*two(BUDGET.format("8.602,658"), BUDGET.format("8.702"))) == [
        ("figure", "8.602,658 tỷ đồng", "8.702 tỷ đồng", "99,342 tỷ đồng")
    ]


@pytest.mark.parametrize("other", ["hơn 8.600", "gần 8.700", "khoảng 8.500", "8.602,7", "8.603"])
def test_a_rounded_form_is_no_contradiction(other: str) -> None:
    assert sides(*two(BUDGET.format("8.602,658"), BUDGET.format(other))) == []


@pytest.mark.parametrize(
    "other",
    [
        "Năm 2021, thu ngân sách quận Hồ Sen đạt 8.702 tỷ đồng.",
        "Chín tháng đầu năm 2022, thu ngân sách quận Hồ Sen đạt 6.400 tỷ đồng.",
        "Năm 2022, thu ngân sách quận Sông Nhỏ đạt 8.702 tỷ đồng.",
        "Năm 2022, chi ngân sách quận Hồ Sen đạt 8.702 tỷ đồng.",
        "Năm 2022, dự toán thu ngân sách quận Hồ Sen là 8.702 tỷ đồng.",
        "Năm 2022, quận Hồ Sen phấn đấu thu ngân sách đạt 8.702 tỷ đồng.",
    ],
)
def test_another_period_area_indicator_or_kind_of_value_is_another_figure(other: str) -> None:
    assert sides(*two(BUDGET.format("8.602,658"), other)) == []


def test_what_places_have_many_of_is_not_compared() -> None:
    cost = "Năm 2022, tổng mức đầu tư tại quận Hồ Sen là {} tỷ đồng."
    assert sides(*two(cost.format("242"), cost.format("504"))) == []


def test_an_article_may_contradict_itself() -> None:
    again = "Thu ngân sách quận Hồ Sen năm 2022 là 8.702 tỷ đồng."
    assert sides(told("a", BUDGET.format("8.602,658"), "Quận đã họp.", again)) == [
        ("figure", "8.602,658 tỷ đồng", "8.702 tỷ đồng", "99,342 tỷ đồng")
    ]


def test_two_sentences_that_tell_the_same_but_for_one_number() -> None:
    gate = "Nhà ga quận Hồ Sen có {} quầy thủ tục, 20 quầy xuất cảnh, 22 quầy nhập cảnh và 10 cửa."
    assert sides(*two(gate.format(44), gate.format(40)), kind="figure") == [("figure", "44 quầy", "40 quầy", "4 quầy")]


def test_head_and_deputy_of_one_body_on_one_day() -> None:
    assert sides(*two(POST.format("Chủ tịch"), POST.format("Phó Chủ tịch"))) == [
        ("post", "Chủ tịch", "Phó Chủ tịch", None)
    ]
    assert not sides(*two(POST.format("Phó Chủ tịch"), POST.format("Phó Chủ tịch Thường trực")))
    assert not sides(
        told("a", POST.format("Phó Chủ tịch"), day="2021-03-01"), told("b", POST.format("Chủ tịch"), day="2022-03-01")
    )


def test_two_counts_of_one_conferral() -> None:
    assert sides(*two(AWARD.format(424), AWARD.format(425))) == [("count", "424 cá nhân", "425 cá nhân", "1")]
    assert not sides(*two(AWARD.format(424), AWARD.format("hơn 400")))


def test_two_days_and_two_titles_of_one_document() -> None:
    one, other = PLAN.format(12, "phòng cháy trong khu dân cư cũ"), PLAN.format(15, "trồng thêm hoa sen quanh mặt hồ")
    assert sorted(row[0] or "" for row in sides(*two(one, other))) == ["date", "title"]
    assert sides(*two(one, PLAN.format(12, "phòng cháy trong khu dân cư"))) == []


def test_a_wrong_ratio_contradicts_its_amounts() -> None:
    assert sides(told("a", "Có 81/96 hộ ký cam kết, đạt tỷ lệ 94,4%.")) == [
        ("ratio", "94,4%", "81/96 hộ / 96 → 84,375%", "10,025 điểm %")
    ]


def test_kind_of_and_article_narrow_the_answer() -> None:
    posts = told("c", POST.format("Chủ tịch")), told("d", POST.format("Phó Chủ tịch"))
    articles = (*two(BUDGET.format("8.602,658"), BUDGET.format("8.702")), *posts)
    assert [row[0] for row in sides(*articles)] == ["figure", "post"]
    assert [row[0] for row in sides(*articles, kind="post")] == ["post"]
    assert [row[0] for row in sides(*articles, of="tran van sen")] == ["post"]
    assert [row[0] for row in sides(*articles, of="thu ngân sách")] == ["figure"]
    assert len(sides(*articles, article="tin ngày thường")) == 2
    assert sides(*articles, article="tin khác") == []


def test_both_sides_stay_with_their_words_and_are_marked() -> None:
    with open_store(MEMORY) as store:
        pipeline.add_articles(store, two(BUDGET.format("8.602,658"), BUDGET.format("8.702")), started=THEN)
        (row,) = ask(store, "contradictions")
        assert (row["words"], row["otherWords"]) == (
            "thu ngân sách quận Hồ Sen đạt 8.602,658 tỷ đồng",
            "thu ngân sách quận Hồ Sen đạt 8.702 tỷ đồng",
        )
        assert int(row["otherEnd"] or 0) - int(row["otherStart"] or 0) == len(row["otherWords"] or "")
        assert len(ask(store, "figures")) == 2
        for fact in (row["fact"], row["otherFact"]):
            assert store.query(f"ASK {{ <{fact}> <https://w3id.org/hbtgraph/ns#contested> true }}") is True


def test_a_ratio_is_checked_against_a_plan_told_elsewhere_in_the_article() -> None:
    plan, done = "Dự toán thu ngân sách quận Hồ Sen năm 2022 là {} tỷ đồng.", BUDGET.format("8.602,658")[:-1]
    for stated, verdict in (("10.889", "right"), ("12.500", "wrong")):
        with open_store(MEMORY) as store:
            pipeline.add_articles(store, [told("a", plan.format(stated), f"{done}, đạt 79% dự toán.")], started=THEN)
            (row,) = ask(store, "ratios")
            assert (row["verdict"], row["base"]) == (verdict, f"{stated} tỷ đồng")


def test_where_no_base_is_told_the_numbers_imply_one() -> None:
    with open_store(MEMORY) as store:
        text = BUDGET.format("8.602,658")[:-1] + ", đạt 79% dự toán."
        pipeline.add_articles(store, [told("a", text)], started=THEN)
        (row,) = ask(store, "ratios", verdict="base-not-stated", of="thu ngân sách")
        assert (row["implied"], row["words"]) == ("10.889,441 tỷ đồng", "8.602,658 tỷ đồng, đạt 79%")
        assert ask(store, "contradictions") == []


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.parametrize("name", ["contradictions", "ratios"])
def test_two_engines_agree_on_what_was_derived(name: str) -> None:
    with open_store(MEMORY) as store:
        wrong = "Có 81/96 hộ ký cam kết, đạt tỷ lệ 94,4%."
        pipeline.add_articles(
            store, two(BUDGET.format("8.602,658"), BUDGET.format("8.702") + " " + wrong), started=THEN
        )
        ours = [tuple(row.values()) for row in ask(store, name)]
        quads = [quad for quad in store.quads() if "graph-ontology" not in str(quad.graph_name)]
        found = to_rdflib(quads).query(bind(load(name), {}))
        theirs = [tuple(None if term is None else str(term) for term in row) for row in found]  # type: ignore[union-attr]
        assert ours == theirs
        assert ours
        assert isinstance(found, rdflib.query.Result)
