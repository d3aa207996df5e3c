"""The articles that travel with the program: readable, our own words, honest about where they come from, well read."""

import json
import re
from pathlib import Path

import pytest

from hbtgraph.extract import extract
from hbtgraph.model import Article, facts_to_json
from hbtgraph.resources import folder
from hbtgraph.sources import is_vietnamese, read_article

SAMPLES = sorted((folder("data") / "articles").glob("*.txt"))
NEWSPAPER_ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "articles"

NAMES = (
    "Chủ tịch Hồ Chí Minh: “Thi đua là yêu nước, yêu nước thì phải thi đua”",
    "Phó Chủ tịch UBND quận Hai Bà Trưng Nguyễn Thị Thu Hiền",
    "chương trình công tác toàn khóa của Quận ủy",
    "Chương trình công tác số 01/Ctr-UBND ngày 24-1-2022 của UBND quận",
    "Kế hoạch số 29/KH-UBND ngày 30-1-2022",
    "Hội nghị tổng kết phong trào “Người tốt, việc tốt” cấp quận",
    "Hội nghị Tổng kết phong trào thi đua yêu nước quận Hai Bà Trưng năm 2022",
    "“Kỷ cương, trách nhiệm, hành động, sáng tạo, phát triển”",
    "Chương trình phục hồi và phát triển kinh tế - xã hội của Chính phủ",
    "Kế hoạch phục hồi và phát triển kinh tế",
)
"""Names, titles, numbers and sayings, which no one can put in words of their own."""

LONGEST_COMMON_RUN = 7

EXPECTED = json.loads((Path(__file__).parent / "fixtures" / "sample-facts.json").read_text(encoding="utf-8"))
"""For each sample, fields that a record read from it must have, as a careful reader writes them down."""


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Article:
    return read_article(request.param)


def syllables(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = syllables(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def without_names(text: str) -> str:
    for name in NAMES:
        text = text.replace(name, "\n¶\n")
    return text


def body(article: Article) -> str:
    return "\n".join(span.of(article.text) for span in article.parts("title", "paragraph", "caption", "subheading"))


def test_there_are_two() -> None:
    assert [path.stem for path in SAMPLES] == ["ben-truc-2023", "hai-ba-trung-2022"]


def test_each_says_what_it_is(sample: Article) -> None:
    assert sample.publisher == "hbtgraph"
    assert sample.author
    assert sample.date
    assert sample.source
    assert sample.source.startswith(("Viết lại từ:", "Bài viết minh họa:"))


def test_each_is_vietnamese_and_named_as_its_file(sample: Article) -> None:
    assert is_vietnamese(sample)
    assert any(sample.id.startswith(path.stem) for path in SAMPLES)


def test_each_has_paragraphs_subheadings_and_a_caption(sample: Article) -> None:
    kinds = [block.kind for block in sample.blocks]
    assert kinds.count("caption") >= 1
    assert kinds.count("subheading") >= 2
    assert kinds.count("paragraph") >= 5


def test_the_invented_one_names_no_real_place(sample: Article) -> None:
    if sample.id == "ben-truc-2023":
        assert "không có thật" in (sample.source or "")
        assert not re.search(r"Hà Nội|Hai Bà Trưng|Tây Hồ|Đà Nẵng|Hồ Chí Minh", sample.text)


@pytest.mark.skipif(not NEWSPAPER_ARTICLES.is_dir(), reason="the newspapers' articles are not at hand (../shared)")
def test_no_sentence_is_taken_from_a_newspaper(sample: Article) -> None:
    length = LONGEST_COMMON_RUN + 1
    own = {run for piece in without_names(body(sample)).split("¶") for run in runs(piece, length)}
    for path in sorted(NEWSPAPER_ARTICLES.glob("*.txt")):
        common = own & runs(path.read_text(encoding="utf-8"), length)
        assert not common, f"{path.name}: {' / '.join(' '.join(run) for run in sorted(common))}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(name, fact, id=f"{name}-{number}-{fact['kind']}")
        for name, facts in EXPECTED.items()
        for number, fact in enumerate(facts, start=1)
    ],
)
def test_each_fact_of_a_sample_is_read(name: str, expected: dict[str, object]) -> None:
    article = read_article(folder("data") / "articles" / f"{name}.txt")
    read = json.loads(facts_to_json(article.id, extract(article)))["facts"]
    assert any(all(fact.get(key) == value for key, value in expected.items()) for fact in read), [
        fact for fact in read if fact["kind"] == expected["kind"]
    ]


def test_no_person_of_a_sample_is_misread() -> None:
    people = {fact["person"] for facts in EXPECTED.values() for fact in facts if "person" in fact}
    for path in SAMPLES:
        article = read_article(path)
        facts = json.loads(facts_to_json(article.id, extract(article)))["facts"]
        assert {fact["person"] for fact in facts if "person" in fact} <= people
