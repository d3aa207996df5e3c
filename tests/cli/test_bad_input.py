"""Bad input: one clear line on standard error, exit 2, nothing half done."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from hbtgraph.store import META_GRAPH, STORE_VERSION, open_store

from .conftest import Run


def one_line(err: str, *words: str) -> None:
    lines = err.splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("hbtgraph: ")
    assert " | " in lines[0], "in Vietnamese and in English"
    assert "Traceback" not in err
    for word in words:
        assert word in lines[0]


def empty(folder: Path) -> Path:
    (folder / "rong.txt").write_text(" \n\n", encoding="utf-8")
    return folder / "rong.txt"


def binary(folder: Path) -> Path:
    (folder / "anh.txt").write_bytes(bytes(range(256)) * 8)
    return folder / "anh.txt"


def legacy(folder: Path) -> Path:
    (folder / "cu.txt").write_bytes("Quận Hồ Sen tổng kết một năm\n".encode("utf-16"))
    return folder / "cu.txt"


def directory(folder: Path) -> Path:
    (folder / "thu-muc").mkdir()
    return folder / "thu-muc"


def missing(folder: Path) -> Path:
    return folder / "khong-co.txt"


@pytest.mark.parametrize("make", [empty, binary, legacy, directory, missing])
@pytest.mark.parametrize("command", ["extract", "add"])
def test_what_cannot_be_read_is_said_in_one_line_and_nothing_is_made(
    run: Run, tmp_path: Path, article: Path, command: str, make: object
) -> None:
    bad = make(tmp_path)  # type: ignore[operator]
    code, out, err = run(command, article, bad)
    assert code == 2
    one_line(err, bad.name)
    assert not out, "the good article before it is not half done either"
    assert not (tmp_path / "store").exists()


def test_a_wrong_encoding_says_which_was_tried(run: Run, tmp_path: Path) -> None:
    one_line(run("add", legacy(tmp_path)).err, "UTF-8", "UTF-16")


def test_text_without_facts_is_said_so_and_is_no_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("A poem\n\nThe moon is high.\nThe lake is still.\n", encoding="utf-8")
    code, out, err = run("extract", path)
    assert code == 0
    assert out == '{"article":"poem","facts":[]}\n'
    one_line(err, "no facts")
    code, _, err = run("add", path)
    assert code == 0
    one_line(err, "no facts")
    assert "poem" in run("status").out


def test_an_unknown_query_lists_the_near_ones(run: Run, article: Path) -> None:
    run("add", article)
    code, out, err = run("query", "oficials")
    assert (code, out) == (2, "")
    one_line(err, "officials")


def test_an_unknown_parameter_lists_the_near_ones(run: Run, article: Path) -> None:
    run("add", article)
    code, _, err = run("query", "officials", "--no", "2022-10-23")
    assert code == 2
    one_line(err, "on")


@pytest.mark.parametrize("day", ["23/10/2022", "2022-13-01", "2022-02-30", "hôm qua"])
def test_a_wrong_date_says_how_to_write_one(run: Run, article: Path, day: str) -> None:
    run("add", article)
    code, _, err = run("query", "officials", "--on", day)
    assert code == 2
    one_line(err, "YYYY-MM-DD", day)


def test_a_parameter_without_a_value_is_told(run: Run, article: Path) -> None:
    run("add", article)
    code, _, err = run("query", "officials", "--on")
    assert code == 2
    one_line(err, "--on")


def test_a_store_that_cannot_be_written_is_told(run: Run, tmp_path: Path, article: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    code, out, err = run("--store", tmp_path / "file" / "store", "add", article)
    assert (code, out) == (2, "")
    one_line(err, "store")


def test_a_store_made_by_a_newer_version_is_left_alone(run: Run, tmp_path: Path, article: Path) -> None:
    place = str(tmp_path / "newer")
    with open_store(place) as store:
        (mark,) = store.quads([META_GRAPH])
        store.replace(
            [META_GRAPH], [ox.Quad(mark.subject, mark.predicate, ox.Literal(STORE_VERSION + 1), mark.graph_name)]
        )
    code, out, err = run("--store", place, "add", article)
    assert (code, out) == (2, "")
    one_line(err, "newer")


def test_a_store_that_is_not_there_is_told(run: Run) -> None:
    code, _, err = run("query", "officials")
    assert code == 2
    one_line(err)


@pytest.mark.parametrize("text", ["SELECT {", "DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"])
def test_sparql_that_does_not_parse_writes_or_asks_others_is_refused(run: Run, article: Path, text: str) -> None:
    run("add", article)
    code, out, err = run("sparql", text)
    assert (code, out) == (2, "")
    one_line(err)


def test_a_query_file_that_is_not_there_is_told(run: Run, article: Path) -> None:
    run("add", article)
    code, _, err = run("sparql", "khong-co.rq")
    assert code == 2
    one_line(err, "khong-co.rq")


def test_an_unknown_article_lists_those_that_are_there(run: Run, article: Path) -> None:
    run("add", article)
    code, _, err = run("retract", "ho-sem")
    assert code == 2
    one_line(err, "ho-sen")


def test_an_unknown_format_lists_those_that_are_there(run: Run, tmp_path: Path, article: Path) -> None:
    run("add", article)
    code, _, err = run("export", "pdf", "-o", tmp_path / "graph.pdf")
    assert code == 2
    one_line(err, "html")
    assert not (tmp_path / "graph.pdf").exists()


def test_an_unknown_command_lists_the_near_ones(run: Run) -> None:
    code, _, err = run("quary")
    assert code == 2
    one_line(err, "query")


@pytest.mark.parametrize("name", ["missing.ttl", "bad.ttl", "what.xyz"])
def test_an_rdf_file_that_cannot_be_checked_is_exit_2(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b>", encoding="utf-8")
    (tmp_path / "what.xyz").write_text("x", encoding="utf-8")
    code, out, err = run("validate", tmp_path / name)
    assert (code, out) == (2, "")
    one_line(err, name)


def test_two_articles_of_one_name_are_told_apart_by_the_user(run: Run, tmp_path: Path, article: Path) -> None:
    (tmp_path / "two").mkdir()
    other = tmp_path / "two" / article.name
    other.write_text("Tựa khác\n\nNội dung khác.\n", encoding="utf-8")
    code, out, err = run("add", article, other)
    assert (code, out) == (2, "")
    one_line(err, "ho-sen", "id:")


def test_a_folder_without_hand_made_facts_cannot_be_evaluated(run: Run, tmp_path: Path) -> None:
    code, out, err = run("evaluate", tmp_path)
    assert (code, out) == (2, "")
    one_line(err, "gold.json")


def test_hand_made_facts_that_are_no_json_are_told(run: Run, tmp_path: Path, article: Path) -> None:
    (tmp_path / "ho-sen.gold.json").write_text("{", encoding="utf-8")
    code, out, err = run("evaluate", tmp_path)
    assert (code, out) == (2, "")
    one_line(err, "ho-sen.gold.json")
