from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def loaded(name: str) -> ModuleType:
    spec = spec_from_file_location(f"bench_{name}", ROOT / "bench" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


persons = loaded("persons")
memory = loaded("memory")


def token(word: str, entity: str) -> tuple[str, str, str, str]:
    return word, "Np", "B-NP", entity


def test_a_person_is_the_word_that_begins_it_and_those_that_go_on_with_it() -> None:
    tokens = [
        token("Bà", "O"), token("Lý", "B-PER"), token("Thị Ngát", "I-PER"), token("Đỗ Khuê", "B-PER"),
        token("Bến Trúc", "B-LOC"), token("Ngô Lành", "I-PER"),
    ]  # fmt: skip
    assert list(persons.joined(tokens)) == ["Lý Thị Ngát", "Đỗ Khuê", "Ngô Lành"]
    assert list(persons.joined([])) == []


def test_a_name_counts_once_an_article_however_it_is_spelt_and_short_forms_do_not() -> None:
    found = persons.in_full("a", ["Nguyễn Hoà", "NGUYỄN HÒA", "Nguyễn Ho\u00e0", "Hòa"])
    assert found == {("a", "nguyễn hòa")}


def test_precision_and_recall_leave_aside_what_is_neither_right_nor_wrong() -> None:
    there = frozenset({("a", "lý thị ngát"), ("a", "đỗ khuê"), ("b", "ngô lành"), ("b", "trần mẫu")})
    found = frozenset({("a", "lý thị ngát"), ("b", "lý thị ngát"), ("b", "ngô lành"), ("b", "ban biên tập")})
    score = persons.score(found, there, frozenset({("b", "ban biên tập")}))
    assert (score.precision, score.recall, score.f1) == pytest.approx((2 / 3, 2 / 4, 4 / 7))
    assert persons.score(frozenset(), frozenset(), frozenset()).f1 == 0


def test_the_list_holds_full_names_each_once_an_article() -> None:
    rows = persons.rows()
    named = [row for row in rows if row["name"]]
    assert {row["source"] for row in rows} == {persons.PERSON, persons.BYLINE, persons.ASIDE}
    assert len({(row["article"], persons.key(row["name"])) for row in named}) == len(named)
    assert [row["name"] for row in named if len(row["name"].split()) < 2] == []


def test_an_article_that_names_nobody_has_one_line_and_no_names() -> None:
    rows = persons.rows()
    empty = {row["article"] for row in rows if not row["name"]}
    assert empty
    assert [row for row in rows if row["article"] in empty and row["name"]] == []
    assert persons.listed(empty, persons.PERSON, persons.BYLINE, persons.ASIDE) == frozenset()


@pytest.mark.skipif(not persons.CORPUS.is_file(), reason="the articles are not here (../shared is absent)")
def test_every_listed_article_is_at_hand_and_every_name_stands_in_it_as_written() -> None:
    texts = {article.id: article.text for part in persons.gathered() for article in part}
    assert texts.keys() == {row["article"] for row in persons.rows()}
    assert [row for row in persons.rows() if row["name"] not in texts[row["article"]]] == []


def test_invented_names_of_a_long_text_differ() -> None:
    many = 3 * memory.text(memory.LONG).count("\n\n")
    assert len({memory.name(number) for number in range(3, many + 3)}) == many


def test_an_invented_text_is_as_long_as_asked() -> None:
    assert 5_000 <= len(memory.text(5_000).encode()) < 5_000 + 2 * len(memory.PARAGRAPH.encode())
