"""What was promised is followed up: a later report closes it with a link, and taking the report out opens it again."""

from __future__ import annotations

import random

import pytest
import rdflib
from tests.pipeline.histories import THEN, shape, told

from hbtgraph import pipeline, queries
from hbtgraph.lookup import KnowledgeGraph
from hbtgraph.lookup.bridge import to_rdflib
from hbtgraph.model import Article
from hbtgraph.pipeline import promises, steps
from hbtgraph.store import MEMORY, Store, open_store

UBND, HĐND = "UBND quận Hai Bà Trưng", "HĐND quận Hai Bà Trưng"
PROMISED = (
    f"{UBND} sẽ ban hành Kế hoạch cải tạo chợ Gốc Đa trong tháng 5/2023.",
    f"{HĐND} dự kiến tổ chức kỳ họp thứ 9 vào tháng 7/2023.",
    f"{UBND} sẽ xây dựng 3 vườn hoa trên đường Bờ Kè trong quý III/2023.",
    f"{UBND} phấn đấu thu ngân sách năm 2023 đạt 1.200 tỷ đồng.",
)
REPORTED = (
    f"{UBND} đã ban hành Kế hoạch số 45/KH-UBND ngày 12-5-2023 về cải tạo chợ Gốc Đa.",
    f"Sáng 6-7-2023, {HĐND} khai mạc kỳ họp thứ 9.",
    f"{UBND} đã xây dựng 3 vườn hoa trên đường Bờ Kè.",
    "Năm 2023, thu ngân sách của quận Hai Bà Trưng đạt 1.250 tỷ đồng.",
)


def _promise(*sentences: str, day: str | None = "2023-03-01") -> Article:
    return told("bai-hua", *sentences, day=day)


def _report(*sentences: str, day: str | None = "2024-01-05") -> Article:
    return told("bai-bao-cao", *sentences, day=day)


def _added(store: Store, *articles: Article) -> None:
    for article in articles:
        pipeline.add_articles(store, [article], started=THEN)


def _states(store: Store, on: str | None = None) -> list[tuple[str, str]]:
    return sorted((one.kind, one.state) for one in KnowledgeGraph(store).promises(on))


def _one(promise: str, report: str, *, day: str | None = "2023-03-01", then: str | None = "2024-01-05") -> list[str]:
    """The rules under which the report keeps the promise."""
    with open_store(MEMORY) as store:
        _added(store, _promise(promise, day=day), _report(report, day=then))
        return [link.rule for one in KnowledgeGraph(store).promises() for link in one.reports]


def test_each_kind_of_promise_is_kept_by_the_later_report_of_it() -> None:
    with open_store(MEMORY) as store:
        _added(store, _promise(*PROMISED), _report(*REPORTED))
        found = KnowledgeGraph(store).promises("2024-02-01")
        assert [(one.kind, one.state, str(one.due), one.reports[0].rule) for one in found] == [
            ("document", "kept", "2023-05-31", "issued-document"),
            ("event", "kept", "2023-07-31", "same-event"),
            ("activity", "kept", "2023-09-30", "done-activity"),
            ("target", "kept", "2023-12-31", "same-figure"),
        ]
        for one in found:
            assert one.evidence.quote in "\n".join(PROMISED)
            assert one.reports[0].evidence.quote in "\n".join(REPORTED)
        assert {name for one in found for name in one.who} == {UBND, HĐND, "quận Hai Bà Trưng"}


def test_as_of_a_day_only_what_had_come_out_by_then_counts() -> None:
    with open_store(MEMORY) as store:
        _added(store, _promise(*PROMISED), _report(*REPORTED))
        assert _states(store, "2023-02-28") == []
        assert {state for _, state in _states(store, "2023-03-01")} == {"open"}
        assert dict(_states(store, "2023-08-01")) == {
            "document": "overdue", "event": "overdue", "activity": "open", "target": "open"
        }  # fmt: skip
        assert {state for _, state in _states(store, "2024-01-05")} == {"kept"}


def test_the_order_of_coming_leaves_no_trace_and_retraction_opens_again() -> None:
    articles = [_promise(*PROMISED), _report(*REPORTED), told("bai-khac", *REPORTED[:2], day="2024-02-02")]

    def derived(store: Store) -> list[str]:
        return [line for line in shape(store) if "graph-promises-" in line]

    with open_store(MEMORY) as together:
        pipeline.add_articles(together, articles, started=THEN)
        for seed in range(4):
            with open_store(MEMORY) as singly:
                _added(singly, *random.Random(seed).sample(articles, 3))
                assert derived(singly) == derived(together)
        pipeline.retract(together, "bai-bao-cao")
        assert _states(together) == [
            ("activity", "open"), ("document", "kept"), ("event", "kept"), ("target", "open")
        ]  # fmt: skip
        pipeline.retract(together, "bai-khac")
        assert {state for _, state in _states(together)} == {"open"}
        with open_store(MEMORY) as alone:
            _added(alone, articles[0])
            assert derived(together) == derived(alone)
        pipeline.retract(together, "bai-hua")
        assert derived(together) == []


def test_a_rewritten_report_no_longer_keeps_what_it_does_not_tell() -> None:
    with open_store(MEMORY) as store:
        _added(store, _promise(*PROMISED), _report(*REPORTED))
        _added(store, _report(REPORTED[1]))
        assert [kind for kind, state in _states(store) if state == "kept"] == ["event"]


def test_work_cut_short_is_done_by_whatever_is_added_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(MEMORY) as store:
        with monkeypatch.context() as broken:
            broken.setattr(steps, "follow_up", lambda _: None)
            _added(store, _promise(*PROMISED))
        assert _states(store) == []
        _added(store, _promise(*PROMISED))
        assert len(_states(store)) == len(PROMISED)
        promises.follow_up(store)  # nothing is waiting now


def test_a_target_says_whether_it_was_reached_and_less_may_be_better() -> None:
    poor = "Mục tiêu năm 2023, quận Hai Bà Trưng giảm tỷ lệ hộ nghèo xuống còn 0,5%."
    with open_store(MEMORY) as store:
        _added(store, _promise(poor, PROMISED[3]))
        _added(
            store,
            _report(
                "Đến hết năm 2023, tỷ lệ hộ nghèo của quận Hai Bà Trưng còn 0,6%.",
                "Năm 2023, thu ngân sách của quận Hai Bà Trưng đạt 1.150 tỷ đồng.",
            ),
        )
        assert _states(store) == [("target", "missed"), ("target", "missed")]
        _added(
            store, told("bai-sau", "Đến hết năm 2023, tỷ lệ hộ nghèo của quận Hai Bà Trưng còn 0,4%.", day="2024-03-01")
        )
        assert _states(store) == [("target", "kept"), ("target", "missed")]  # contested: both reports are listed
        assert sorted(len(one.reports) for one in KnowledgeGraph(store).promises()) == [1, 2]


@pytest.mark.parametrize(
    ("promise", "report"),
    [
        (PROMISED[0], f"{HĐND} đã ban hành Kế hoạch số 5/KH-HĐND ngày 12-5-2023 về cải tạo chợ Gốc Đa."),
        (PROMISED[0], f"{UBND} đã ban hành Quyết định số 5/QĐ-UBND ngày 12-5-2023 về cải tạo chợ Gốc Đa."),
        (PROMISED[0], f"{UBND} đã ban hành Kế hoạch số 5/KH-UBND ngày 12-5-2023 về cải tạo chợ Bờ Kè."),
        (PROMISED[0], f"{UBND} đã ban hành Kế hoạch số 5/KH-UBND ngày 12-5-2022 về cải tạo chợ Gốc Đa."),
        (PROMISED[0], f"{UBND} sẽ ban hành Kế hoạch cải tạo chợ Gốc Đa trong tháng 9/2023."),
        (PROMISED[1], f"Sáng 6-7-2023, {HĐND} khai mạc kỳ họp thứ 10."),
        (PROMISED[1], "Sáng 6-7-2023, HĐND quận Đống Đa khai mạc kỳ họp thứ 9."),
        (PROMISED[2], f"{UBND} đã xây dựng 3 vườn hoa trên đường Gốc Đa."),
        (PROMISED[2], f"{UBND} đã xây dựng 5 vườn hoa trên đường Bờ Kè."),
        (PROMISED[2], "UBND quận Đống Đa đã xây dựng 3 vườn hoa trên đường Bờ Kè."),
        (PROMISED[2], f"{UBND} chưa xây dựng 3 vườn hoa trên đường Bờ Kè."),
        (PROMISED[3], "Chín tháng đầu năm 2023, thu ngân sách của quận Hai Bà Trưng đạt 1.250 tỷ đồng."),
        (PROMISED[3], "Năm 2022, thu ngân sách của quận Hai Bà Trưng đạt 1.250 tỷ đồng."),
        (PROMISED[3], "Năm 2023, chi ngân sách của quận Hai Bà Trưng đạt 1.250 tỷ đồng."),
        (PROMISED[3], "Năm 2023, thu ngân sách của quận Đống Đa đạt 1.250 tỷ đồng."),
    ],
)
def test_what_is_only_like_it_does_not_keep_a_promise(promise: str, report: str) -> None:
    assert _one(promise, report) == []


def test_an_older_article_reports_nothing_and_one_without_a_day_counts() -> None:
    for promise, report in zip(PROMISED, REPORTED, strict=True):
        assert _one(promise, report, then="2023-02-01") == []
        assert len(_one(promise, report, then=None)) == 1
    assert _one(PROMISED[2], REPORTED[2], then="2026-01-05") == []  # years later it is another one


def test_an_article_does_not_report_on_itself() -> None:
    with open_store(MEMORY) as store:
        _added(store, _promise(*PROMISED, *REPORTED))
        assert {state for _, state in _states(store)} == {"open"}


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib 7.6 warns of what it does itself
def test_two_engines_give_the_same_rows() -> None:
    with open_store(MEMORY) as store:
        _added(store, _promise(*PROMISED), _report(*REPORTED[:2], day=None))
        dataset: rdflib.Dataset = to_rdflib(store.quads())
        for params in ({}, {"on": "2023-08-01"}, {"state": "kept"}, {"who": "hdnd quan hai ba trung"}):
            text = queries.bind(queries.load("promises"), params)
            ours = [tuple(None if term is None else term.value for term in row) for row in store.query(text)]  # type: ignore[union-attr]
            theirs = [tuple(None if term is None else str(term) for term in row) for row in dataset.query(text)]  # type: ignore[union-attr]
            assert ours == theirs
            assert ours
