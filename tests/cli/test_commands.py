"""What each command does for somebody who uses it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from hbtgraph.cli import cli

from .conftest import Run


def test_extract_writes_one_json_line_an_article(run: Run, article: Path) -> None:
    code, out, err = run("extract", article)
    assert (code, err) == (0, "")
    (line,) = out.splitlines()
    found = json.loads(line)
    assert found["article"] == "ho-sen"
    kinds = {fact["kind"] for fact in found["facts"]}
    assert {"tenure", "document", "campaign"} <= kinds
    assert "activity" not in kinds, "the guide's nine kinds and no more"
    text = article.read_text(encoding="utf-8")
    for fact in found["facts"]:
        assert 0 <= fact["evidence"]["start"] < fact["evidence"]["end"] <= len(text)


def test_extract_into_a_folder_writes_one_file_an_article(run: Run, tmp_path: Path, article: Path) -> None:
    assert run("extract", article, "-o", tmp_path / "facts").code == 0
    assert json.loads((tmp_path / "facts" / "ho-sen.json").read_bytes())["article"] == "ho-sen"


def test_adding_again_changes_nothing(run: Run, article: Path) -> None:
    assert "added" in run("add", article).out
    before = run("export", "nquads", "-o", article.parent / "a.nq")
    code, out, _ = run("add", article)
    assert code == 0
    assert "unchanged" in out
    run("export", "nquads", "-o", article.parent / "b.nq")
    assert before.code == 0
    assert (article.parent / "a.nq").read_bytes() == (article.parent / "b.nq").read_bytes()


def test_retracting_takes_the_article_out(run: Run, article: Path) -> None:
    run("add", article)
    assert "ho-sen" in run("status").out
    assert run("retract", "ho-sen").code == 0
    assert "ho-sen" not in run("status").out
    assert "Trần Văn Sen" not in run("query", "officials", "--format", "csv").out


def test_validate_says_yes_with_0_and_no_with_1(run: Run, tmp_path: Path, article: Path) -> None:
    run("add", article)
    assert run("validate").code == 0
    bad = tmp_path / "bad.ttl"
    bad.write_text(
        "@prefix hbt: <https://w3id.org/hbtgraph/ns#> . <https://example.org/t> a hbt:Tenure .", encoding="utf-8"
    )
    code, out, _ = run("validate", bad)
    assert code == 1
    assert "hbt:Tenure" in out


def test_queries_lists_every_question_and_query_help_its_parameters(run: Run) -> None:
    out = run("queries").out
    for name in ("officials", "documents", "campaigns", "awards", "award-totals", "events", "figures", "statements",
                 "unit-history", "evidence", "coverage", "people-and-bodies"):  # fmt: skip
        assert name in out
    assert "--on <date>" in run("query", "officials", "--help").out


def test_one_answer_in_four_forms(run: Run, article: Path) -> None:
    run("add", article)
    ask = ("query", "officials", "--on=2022-10-23")
    (record,) = json.loads(run(*ask, "--format", "json").out)
    assert (record["person"], record["certainty"]) == ("Trần Văn Sen", "certain")
    (row,) = csv.DictReader(io.StringIO(run(*ask, "--format", "csv").out))
    assert row == {name: value or "" for name, value in record.items()}
    assert "| Trần Văn Sen |" in run(*ask, "--format", "markdown").out
    assert "Trần Văn Sen" in run(*ask).out


def test_sparql_from_text_and_from_a_file(run: Run, tmp_path: Path, article: Path) -> None:
    run("add", article)
    text = "ASK { ?a a <https://schema.org/NewsArticle> }"
    path = tmp_path / "ask.rq"
    path.write_text(text, encoding="utf-8")
    assert run("sparql", text).out == run("sparql", path).out == "true\n"


def test_the_tour_gives_words_and_place_for_each_line(run: Run, article: Path) -> None:
    run("add", article)
    out = run("tour").out
    assert "Trần Văn Sen" in out
    assert out.count("• ") == out.count("“Chủ tịch") + out.count("“Kế hoạch") + out.count("  “Phong trào")


def test_export_all_writes_every_format(run: Run, tmp_path: Path, article: Path) -> None:
    run("add", article)
    assert run("export", "all", "-o", tmp_path / "out").code == 0
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"graph.ttl", "graph.trig", "graph.nq", "graph.jsonld", "graph.graphml", "graph.gexf", "graph.cyjs",
            "graph.html", "graph-nodes.csv", "graph-edges.csv"} == written  # fmt: skip


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_in_two_languages(run: Run, name: str) -> None:
    command = cli.commands[name]
    assert command.help
    assert " | " in command.help


def test_evaluate_scores_hand_made_facts_beside_their_articles(run: Run, tmp_path: Path, article: Path) -> None:
    facts = json.loads(run("extract", article).out)
    facts["facts"].append({"kind": "campaign", "name": "Ngày hội không có", "evidence": {"start": 0, "end": 3}})
    (tmp_path / "ho-sen.gold.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    figures = json.loads(run("evaluate", tmp_path, "--json").out)
    assert figures["kinds"]["tenure"]["f1"] == 1
    assert figures["kinds"]["campaign"]["recall"] == 0.5
    assert "Ngày hội không có" in run("evaluate", tmp_path, "--errors", "campaign").out


def test_explain_shows_each_fact_under_its_sentence_with_its_rule(run: Run, article: Path) -> None:
    out = run("extract", "--explain", article).out
    sentence, fact = out.index("Chủ tịch UBND quận Hồ Sen"), out.index("person=Trần Văn Sen")
    assert sentence < fact
    assert "[post-before-name]" in out


def test_details_are_left_out_of_tables_and_kept_for_programs(run: Run, article: Path) -> None:
    run("add", article)
    shown = run("query", "officials").out
    assert "firstAttested" in shown
    assert "latestEnd" not in shown
    assert "latestEnd" in json.loads(run("query", "officials", "--format", "json").out)[0]
