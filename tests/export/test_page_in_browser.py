"""The page in a real Chromium: what it finds, shows and says, and that it asks nothing from outside."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from hbtgraph.export import build_network, export
from hbtgraph.store import MEMORY, Store, open_store

playwright_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
QUIET = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="no Chromium on PATH; on Debian: apt-get install --no-install-recommends chromium"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory, small_quads: tuple[Any, ...]) -> Path:
    place = tmp_path_factory.mktemp("page") / "graph.html"
    with open_store(MEMORY) as store:
        store.replace([], small_quads)
        export(store, "html", place)
    return place


class Opened:
    """A page, with all that it asked for and complained of."""

    def __init__(self, browser: Any, file: Path, address: str = "", **options: Any) -> None:
        self.context = browser.new_context(
            viewport=options.pop("viewport", {"width": 1300, "height": 900}), reduced_motion="reduce", **options
        )
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self._heard(message))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri() + address)
        self.page.wait_for_selector("body[data-ready]")

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def in_picture(self, kind: str = "nodes", without: str = "off") -> int:
        return int(self.page.evaluate(f"hbtgraph.cy.{kind}().not('.{without}').length"))

    def in_list(self, tab: str) -> list[str]:
        self.page.click(f"#tab-{tab}")
        return [str(text) for text in self.page.locator("#list .row .name").all_text_contents()]

    def search(self, query: str) -> list[str]:
        self.page.fill("#search", query)
        return self.in_list("nodes")

    def click_node(self, name: str) -> None:
        point = self.page.evaluate(f"hbtgraph.cy.getElementById('{name}').renderedPosition()")
        frame = self.page.locator("#canvas").bounding_box()
        self.page.mouse.click(frame["x"] + point["x"], frame["y"] + point["y"])

    @property
    def details(self) -> str:
        return str(self.page.inner_text("#details"))


@pytest.fixture
def opened(browser: Any, page_file: Path) -> Iterator[Opened]:
    one = Opened(browser, page_file)
    yield one
    one.context.close()
    assert one.complaints == []
    assert [url for url in one.asked if not url.startswith(("file:", "data:"))] == []


@pytest.fixture(scope="module")
def untouched(browser: Any, page_file: Path) -> Iterator[Any]:
    """One page for all tests that only call its functions."""
    one = Opened(browser, page_file)
    yield one.page
    one.context.close()


def test_list_and_picture_hold_the_same_things_and_relations(opened: Opened, small: Store) -> None:
    network = build_network(small, "actors")
    assert len(opened.in_list("nodes")) == opened.in_picture("nodes") == network.number_of_nodes()
    assert len(opened.in_list("edges")) == opened.in_picture("edges") == network.number_of_edges()


def test_a_kind_put_out_leaves_list_and_picture_alike(opened: Opened, small: Store) -> None:
    kinds = [kind for _, kind in build_network(small, "actors").nodes(data="node_type")]
    opened.page.click('[data-kind="award"]')
    assert opened.page.get_attribute('[data-kind="award"]', "aria-pressed") == "false"
    assert len(opened.in_list("nodes")) == opened.in_picture("nodes") == len(kinds) - kinds.count("award")
    assert len(opened.in_list("edges")) == opened.in_picture("edges")
    opened.page.click("#reset")
    assert opened.in_picture("nodes") == len(kinds)


def test_search_without_marks_finds_and_with_other_marks_does_not(opened: Opened) -> None:
    assert opened.search("pham thi ha") == ["Phạm Thị Hà", "Phạm Thị Hạ"]
    assert opened.search("Phạm Thị Hạ") == ["Phạm Thị Hạ"]
    assert opened.search("PHAM THI HA") == ["Phạm Thị Hà", "Phạm Thị Hạ"]
    assert opened.search("Phạm Thị Há") == []
    assert "Không tìm thấy" in opened.page.inner_text("#list")
    assert "Kế hoạch số 12/KH-UBND" in opened.search("12/kh")
    assert len(opened.search("")) == opened.in_picture("nodes")


def test_what_a_search_finds_stands_out_in_the_picture(opened: Opened) -> None:
    found = opened.search("pham thi ha")
    assert opened.in_picture("nodes", without="dim") == len(found)
    assert len(opened.in_list("edges")) == opened.in_picture("edges", without="dim")


def test_a_click_in_the_list_shows_the_words_article_and_place(opened: Opened) -> None:
    opened.page.click('[data-id="document-12-kh-ubnd-2022"]')
    assert "Kế hoạch số 12/KH-UBND ngày 15-1-2022 về vườn hoa nhỏ trong khu dân cư" in opened.details
    assert "Quận Hai Bà Trưng trồng hoa trong ngõ" in opened.details
    assert "23/10/2022" in opened.details
    assert "ký tự 511–581" in opened.details


def test_a_click_in_the_picture_shows_the_words_article_and_place(opened: Opened) -> None:
    opened.click_node("campaign-ngo-sach-nha-xanh-44dd")
    marks = opened.page.locator("#details mark").all_inner_texts()
    assert "UBND quận Hai Bà Trưng phát động phong trào “Ngõ sạch, nhà xanh” từ năm 2019" in marks
    assert "ký tự 422–498" in opened.details
    assert opened.page.get_attribute('[data-id="campaign-ngo-sach-nha-xanh-44dd"]', "aria-current") == "true"


def test_a_relation_shows_its_own_words(opened: Opened, small: Store) -> None:
    edges = build_network(small, "actors").edges(keys=True, data="predicate")
    (post,) = [k for tail, _, k, p in edges if tail == "person-nguyen-quang-minh-11aa" and p == "hbt:Tenure"]
    opened.in_list("edges")
    opened.page.click(f'[data-id="{post}"]')
    marks = opened.page.locator("#details mark").all_inner_texts()
    assert marks == [
        "Nguyễn Quang Minh, Chủ tịch UBND quận Hai Bà Trưng",
        "Nguyễn Quang Minh, nguyên Chủ tịch UBND quận Hai Bà Trưng",
    ]


def test_words_are_copied_with_their_source(browser: Any, page_file: Path) -> None:
    one = Opened(
        browser, page_file, "#campaign-ngo-sach-nha-xanh-44dd", permissions=["clipboard-read", "clipboard-write"]
    )
    one.page.locator("#details .words button").first.click()
    one.page.wait_for_selector("text=Đã chép")
    copied = one.page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "“UBND quận Hai Bà Trưng phát động phong trào “Ngõ sạch, nhà xanh” từ năm 2019” "
        "(Quận Hai Bà Trưng trồng hoa trong ngõ, thưởng người siêng năng, 23/10/2022, ký tự 422–498)"
    )
    one.context.close()
    assert one.complaints == []


def test_a_headline_leads_to_the_words_where_the_article_is_on_the_web(
    browser: Any, tmp_path: Path, own_small: Store
) -> None:
    own_small.update(
        """PREFIX dct: <http://purl.org/dc/terms/> PREFIX id: <https://w3id.org/hbtgraph/id/>
        INSERT DATA { GRAPH id:article-trong-hoa-trong-ngo-a1a1a1 {
          id:article-trong-hoa-trong-ngo-a1a1a1 dct:source <https://example.org/bao/1> } .
        GRAPH id:article-vuon-hoa-cong-lang-b2b2b2 {
          id:article-vuon-hoa-cong-lang-b2b2b2 dct:source "javascript:alert(1)" } }"""
    )
    export(own_small, "html", tmp_path / "graph.html")
    one = Opened(browser, tmp_path / "graph.html", "#document-12-kh-ubnd-2022")
    links = one.page.locator("#details a")
    assert {link.get_attribute("href").partition("#")[0] for link in links.all()} == {"https://example.org/bao/1"}
    address = str(links.first.get_attribute("href"))
    assert unquote(address.partition("#:~:text=")[2]) == "Kế hoạch số 12/KH-UBND,trong khu dân cư"
    one.context.close()


def test_further_facts_are_found_by_the_words_of_the_article(opened: Opened) -> None:
    opened.page.fill("#search", "chin thang")
    assert [name.casefold() for name in opened.in_list("facts")] == ["thu ngân sách: 1.234,5 tỷ đồng"]


def test_figures_are_listed_with_their_words(opened: Opened) -> None:
    assert "thu ngân sách: 1.234,5 tỷ đồng" in opened.in_list("facts")
    opened.page.click("#list .row:has-text('thu ngân sách')")
    assert "1.234.500.000.000 đồng" in opened.details
    assert "ký tự 644–707" in opened.details


def test_posts_on_a_day_are_certain_possible_or_gone(opened: Opened) -> None:
    def posts(day: str) -> dict[str, str]:
        opened.page.fill("#day", day)
        opened.page.press("#day", "Enter")
        opened.in_list("edges")
        rows = opened.page.locator("#list .row:has(.tag)")
        return {row.locator(".name").inner_text(): row.locator(".tag").inner_text() for row in rows.all()}

    assert posts("23/10/2022")["Nguyễn Quang Minh"] == "chắc chắn"
    assert posts("1-12-2022")["Nguyễn Quang Minh"] == "có thể"
    assert posts("1-12-2022")["Phạm Thị Hà"] == "chắc chắn"  # between two articles
    assert "Nguyễn Quang Minh" not in posts("11/05/2023")
    assert posts("02/07/2025") == {}  # the district has ended
    opened.page.fill("#day", "31/02/2025")
    opened.page.press("#day", "Enter")
    assert opened.page.get_attribute("#day", "aria-invalid") == "true"
    opened.page.click("#any-time")
    assert len(opened.in_list("edges")) == opened.in_picture("edges")


def test_the_page_speaks_english_when_asked(opened: Opened) -> None:
    assert opened.page.get_attribute("html", "lang") == "vi"
    opened.page.click("#language")
    assert opened.page.get_attribute("html", "lang") == "en"
    assert opened.page.inner_text("h1") == "Local government in the news"
    assert "Hai Bà Trưng District" in opened.in_list("nodes")
    opened.page.click('[data-id="unit-quan-hai-ba-trung"]')
    assert "30 Jun 2025" in opened.details
    assert opened.page.get_attribute("#details .other", "lang") == "vi"
    quotes = opened.page.locator("#details blockquote")
    assert {quote.get_attribute("lang") for quote in quotes.all()} == {"vi"}
    opened.page.click("#language")
    assert opened.page.inner_text("h1") == "Chính quyền địa phương qua báo chí"


def test_an_address_leads_to_a_thing_a_language_and_a_day(browser: Any, page_file: Path) -> None:
    one = Opened(browser, page_file, "#person-pham-thi-ha-22bb&lang=en&on=2022-12-01")
    assert one.page.inner_text("#details h2") == "Phạm Thị Hà"
    assert "certain" in one.details
    assert one.page.input_value("#day") == "01/12/2022"
    assert one.page.evaluate("location.hash") == "#person-pham-thi-ha-22bb&lang=en&on=2022-12-01"
    one.context.close()
    assert one.complaints == []


def test_the_keyboard_alone_reads_a_fact(opened: Opened) -> None:
    opened.page.focus("#search")
    opened.page.keyboard.type("nguyen quang")
    for _ in range(40):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("document.activeElement.classList.contains('row')"):
            break
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#details h2") == "Nguyễn Quang Minh"
    assert opened.page.evaluate("document.activeElement.id") == "details"


def test_enter_in_the_search_field_opens_the_first_hit(opened: Opened) -> None:
    opened.page.fill("#search", "le van son")
    opened.page.press("#search", "Enter")
    assert opened.page.inner_text("#details h2") == "Lê Văn Sơn"


def test_the_skip_link_leads_to_the_list_and_changes_nothing(opened: Opened) -> None:
    opened.page.click('[data-id="person-pham-thi-ha-22bb"]')
    opened.page.focus("#skip")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "list"
    assert opened.page.inner_text("#details h2") == "Phạm Thị Hà"


def test_a_changed_address_is_followed(opened: Opened) -> None:
    opened.page.evaluate("location.hash = 'unit-phuong-bach-mai&lang=en'")
    opened.page.wait_for_function("document.documentElement.lang === 'en'")
    assert opened.page.inner_text("#details h2") == "Bạch Mai Ward"


def test_back_returns_to_what_was_read_before(opened: Opened) -> None:
    opened.page.click('[data-id="person-pham-thi-ha-22bb"]')
    opened.page.click("#details .card .link")
    assert opened.page.inner_text("#details h2") == "UBND quận Hai Bà Trưng"
    opened.page.click("#back")
    assert opened.page.inner_text("#details h2") == "Phạm Thị Hà"
    opened.page.click("#back")
    assert "Cách đọc" in opened.details


def test_nothing_runs_out_of_a_narrow_screen(browser: Any, page_file: Path) -> None:
    one = Opened(browser, page_file, viewport={"width": 320, "height": 640})
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 320
    one.page.click('[data-id="body-ubnd-quan-hai-ba-trung"]')
    assert one.page.locator("#details h2").is_visible()
    assert not one.page.locator("#list").is_visible()
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 320
    one.page.click('[data-pane-button="picture"]')
    assert one.page.locator("#canvas").is_visible()
    one.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Any, page_file: Path, scheme: str) -> None:
    one = Opened(browser, page_file, color_scheme=scheme)
    colours = one.page.evaluate(
        """() => Object.fromEntries(['paper', 'panel', 'soft', 'ink', 'quiet', 'accent', 'mark', 'line',
        'person', 'body', 'unit', 'group', 'document', 'campaign', 'event', 'award', 'tenure', 'appointment',
        'activity', 'figure', 'quotation', 'change', 'article'].map((name) =>
        [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()]))"""
    )
    one.context.close()
    for ground in ("paper", "panel", "soft"):
        for text in ("ink", "quiet", "accent"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for sign in colours.keys() - {"paper", "panel", "soft", "ink", "quiet", "accent", "mark", "line"}:
            assert contrast(colours[sign], colours[ground]) >= 3, (sign, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours, #rrggbb."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_page_folds_as_python_does(untouched: Any) -> None:
    pairs = json.loads((ROOT / "tests" / "fixtures" / "fold.json").read_text(encoding="utf-8"))
    folded = untouched.evaluate("(texts) => texts.map(hbtgraph.fold)", [text for text, _ in pairs])
    assert folded == [wanted for _, wanted in pairs]


@pytest.mark.parametrize(
    ("query", "name", "found"),
    [
        ("hoà bình", "Hòa Bình", True),
        ("nguyê", "Nguyễn Văn Đức", True),
        ("nguyễ", "Nguyễn Văn Đức", True),
        ("đuc", "Nguyễn Văn Đức", False),
        ("duc", "Nguyễn Văn Đức", True),
        ("duong", "Đường Đại Cồ Việt", True),
        ("dương", "Đường Đại Cồ Việt", False),
        ("trưng", "Nguyễn Quang Trung", False),
        ("trung", "quận Hai Bà Trưng", True),
        ("van duc", "Nguyễn Văn Đức", True),
        ("guyen", "Nguyễn Văn Đức", False),
        ("29-kh", "Kế hoạch số 29/KH-UBND", True),
        ("", "Nguyễn Văn Đức", True),
    ],
)
def test_marks_count_only_when_they_are_typed(untouched: Any, query: str, name: str, found: bool) -> None:
    js = "([query, name]) => hbtgraph.matcher(query)(hbtgraph.searchable(name))"
    assert untouched.evaluate(js, [query, name]) is found


def test_texts_from_articles_run_no_script(browser: Any, tmp_path: Path, own_small: Store) -> None:
    nasty = "<img src=x onerror='window.broken=1'></script><script>window.broken=1</script>"
    own_small.update(
        f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX id: <https://w3id.org/hbtgraph/id/>
        DELETE WHERE {{ GRAPH ?g {{ id:person-pham-thi-ha-22bb skos:prefLabel ?l }} }} ;
        INSERT DATA {{ GRAPH id:graph-reference {{ id:person-pham-thi-ha-22bb skos:prefLabel "{nasty}"@vi }} }}"""
    )
    export(own_small, "html", tmp_path / "graph.html")
    one = Opened(browser, tmp_path / "graph.html", "#person-pham-thi-ha-22bb")
    assert one.page.inner_text("#details h2").casefold() == nasty.casefold()
    assert one.page.evaluate("window.broken") is None
    one.context.close()
    assert one.complaints == []


@pytest.mark.parametrize("view", ["people", "full"])
def test_the_other_views_open_too(browser: Any, tmp_path: Path, small: Store, view: str) -> None:
    export(small, "html", tmp_path / "graph.html", view=view)  # type: ignore[arg-type]
    one = Opened(browser, tmp_path / "graph.html")
    assert len(one.in_list("nodes")) == one.in_picture("nodes") == len(build_network(small, view))  # type: ignore[arg-type]
    one.page.locator("#list .row").first.click()
    assert one.page.locator("#details mark").count() > 0
    one.context.close()
    assert one.complaints == []


def test_an_empty_graph_makes_a_page_that_says_so(browser: Any, tmp_path: Path) -> None:
    with open_store(MEMORY) as store:
        export(store, "html", tmp_path / "graph.html")
    one = Opened(browser, tmp_path / "graph.html")
    assert "0 đối tượng" in one.page.inner_text("#summary")
    one.context.close()
    assert one.complaints == []
