"""What holds of the whole: no pattern runs away, every fact quotes the text, the same text gives the same facts."""

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hbtgraph.extract import context, extract
from hbtgraph.extract.activities import activities
from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.containments import containments
from hbtgraph.extract.statements import statements
from hbtgraph.extract.tenures import tenures
from hbtgraph.model import Article, kind_of

SHARED = Path(__file__).resolve().parents[2] / "../shared/articles"
RUNS = [
    "a", " ", "A", "Aa ", "Lê Bá ", "“", "(", ", ", "UBND quận ", "Chủ tịch ", "cho biết ", "- ", "Theo ông ",
    "UBND quận tổ chức ", "tổ chức ", "để ", "các ", "do UBND quận ", "đã ", "(a", "“a", "Quận ủy Lâm ", "thứ ",
]  # fmt: skip


@pytest.mark.parametrize("unit", RUNS)
def test_long_runs_take_no_long_time(article: Callable[..., Article], unit: str) -> None:
    made = article(unit * (100_000 // len(unit)))
    began = time.process_time()
    shared = context(made)
    for extractor in (tenures, appointments, statements, containments, activities):
        list(extractor(shared))
    assert time.process_time() - began < 10


def test_the_same_article_gives_the_same_facts_in_order(article: Callable[..., Article]) -> None:
    made = article("Chủ tịch UBND xã An Khánh (huyện Hoài Đức) Lê Bá Vinh cho biết lúa năm nay được mùa lớn.")
    facts = extract(made)
    assert facts == extract(made)
    assert list(facts) == sorted(facts, key=lambda fact: (fact.evidence.start, kind_of(fact), fact.evidence.end))
    assert {"tenure", "containment", "statement"} <= {kind_of(fact) for fact in facts}
    assert len(set(facts)) == len(facts)


def test_an_article_without_facts_gives_none(article: Callable[..., Article]) -> None:
    assert extract(article("Trời hôm nay đẹp.")) == ()
    assert extract(article("")) == ()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real articles are not at hand")
def test_real_articles_are_read_without_failure_and_every_fact_quotes_its_text(article: Callable[..., Article]) -> None:
    with gzip.open(SHARED / "corpus-2017.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(40), strict=False):
            title, *paragraphs = json.loads(line)["text"].split("\n")
            made = article(*paragraphs, title=title, date=None)
            for fact in extract(made):
                assert fact.evidence.of(made.text).strip()
                assert fact.evidence.end <= len(made.text)
