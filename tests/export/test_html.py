"""What the page holds; how it behaves is held by test_page_in_browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from hbtgraph.export import build_network, export
from hbtgraph.export.html import html, page_data
from hbtgraph.export.names import asset, words
from hbtgraph.export.reading import Reading
from hbtgraph.store import Store
from hbtgraph.vietnamese.text import fold

ROOT = Path(__file__).resolve().parents[2]
ID = "https://w3id.org/hbtgraph/id/"


def page(store: Store, view: str = "actors") -> str:
    reading = Reading.of(store)
    return html(reading, build_network(store, view), view).decode()  # type: ignore[arg-type]


def data(store: Store, view: str = "actors") -> dict[str, Any]:
    return page_data(Reading.of(store), build_network(store, view), view)  # type: ignore[arg-type]


@pytest.mark.parametrize("pair", json.loads((ROOT / "tests/fixtures/fold.json").read_text(encoding="utf-8")))
def test_python_folds_as_the_page_does(pair: list[str]) -> None:
    assert fold(pair[0]) == pair[1]


def test_the_page_names_nothing_outside_but_the_sources_of_articles(small: Store) -> None:
    text = page(small)
    outside = re.findall(r"""(?:src|href|action|poster|srcset)\s*=\s*["']?([^"'\s>]+)""", text.partition("<script")[0])
    assert set(outside) == {"data:,", "#list"}
    assert "@import" not in text
    assert "url(" not in asset("page.css")


def test_the_policy_admits_the_pages_own_script_and_styles_alone(small: Store) -> None:
    text = page(small)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    for part in re.findall(r"<(?:style|script)(?: id=\"__\w+\")?>(.*?)</(?:style|script)>", text, re.DOTALL):
        digest = b64encode(sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]


def test_no_text_of_an_article_can_become_markup(own_small: Store) -> None:
    nasty = "</script><script>alert(1)</script><img src=x onerror=alert(2)><!--"
    own_small.update(
        f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        INSERT DATA {{ GRAPH <{ID}graph-reference> {{ <{ID}unit-quan-hai-ba-trung> skos:altLabel "{nasty}"@vi }} }}"""
    )
    text = page(own_small)
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "\\u003c/script>\\u003cscript>alert(1)" in text


def test_the_scripts_make_no_markup_from_text() -> None:
    for source in sorted((ROOT / "web" / "src").glob("*.js")):
        text = source.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), (
            source
        )
        assert not re.search(r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket|import\(", text), source


def test_every_fact_with_words_is_somewhere_on_the_page(small: Store) -> None:
    for view in ("actors", "full"):
        found = data(small, view)
        shown = {number for row in (*found["nodes"], *found["edges"], *found["facts"]) for number in row["passages"]}
        places = {tuple(found["passages"][number][:3]) for number in shown}
        reading = Reading.of(small)
        article = {line["iri"]: number for number, line in enumerate(found["articles"])}
        facts = [f for f in reading.facts if f"{ID}claim-a1a1a1-2" != f or view == "full"]
        missing = [f for f in facts for w in reading.words(f) if (article[w.article], w.start, w.end) not in places]
        assert missing == []


def test_figures_and_words_spoken_stand_with_the_thing_they_are_about(small: Store) -> None:
    rows = {row["kind"]: row for row in data(small)["facts"]}
    assert rows["figure"]["about"] == ["unit-quan-hai-ba-trung"]
    assert rows["quotation"]["about"] == ["person-pham-thi-ha-22bb"]
    assert rows["activity"]["about"] == []
    assert rows["activity"]["label"].startswith("Phong trào nhằm giúp")


def test_search_engines_are_kept_out_where_someone_holds_no_post(own_small: Store) -> None:
    assert 'name="robots" content="noindex"' not in page(own_small)
    graph = f"{ID}article-vuon-hoa-cong-lang-b2b2b2"
    own_small.update(
        f"""PREFIX hbt: <https://w3id.org/hbtgraph/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        INSERT DATA {{ GRAPH <{graph}> {{ <{ID}person-x> a <http://xmlns.com/foaf/0.1/Person> ;
        skos:prefLabel "Trần Thị Mơ"@vi . <{ID}award-b2b2b2-1> hbt:recipient <{ID}person-x> }} }}"""
    )
    assert 'name="robots" content="noindex"' in page(own_small)


def test_all_words_are_there_in_both_languages() -> None:
    for section, rows in words().items():
        for key, row in rows.items():
            assert row["vi"].strip(), (section, key)
            assert row["en"].strip(), (section, key)
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "web" / "src").iterdir())
    used = set(re.findall(r'\bt\("(\w+)"', sources)) | set(re.findall(r'data-(?:t|label)="(\w+)"', sources))
    assert used <= words()["ui"].keys()
    dynamic = {"nodes", "edges", "facts", "certain", "possible"}  # chosen by the state
    assert words()["ui"].keys() == used | dynamic


def test_every_relation_of_the_small_graph_has_words(small: Store) -> None:
    for view in ("people", "actors", "full"):
        predicates = {p for *_, p in build_network(small, view).edges(data="predicate")}  # type: ignore[arg-type]
        assert predicates <= words()["relations"].keys()


def test_licences_travel_with_the_page() -> None:
    assert "Cytoscape Consortium" in asset("LICENSES.txt")
    lock = (ROOT / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert json.loads(lock)["packages"]["node_modules/cytoscape"]["version"] in asset("LICENSES.txt")


@pytest.mark.skipif(
    not shutil.which("node") or not (ROOT / "web" / "node_modules" / "esbuild").is_dir(),
    reason="needs Node and the packages of web/: npm ci --ignore-scripts",
)
def test_the_checked_in_page_is_what_its_sources_make(tmp_path: Path) -> None:
    subprocess.run(["node", "build.mjs", str(tmp_path)], cwd=ROOT / "web", check=True)
    for made in sorted(tmp_path.iterdir()):
        assert made.read_text(encoding="utf-8") == asset(made.name), made.name


def test_one_file_and_no_more(small: Store, tmp_path: Path) -> None:
    assert export(small, "html", tmp_path / "graph.html") == [tmp_path / "graph.html"]
    assert list(tmp_path.iterdir()) == [tmp_path / "graph.html"]
