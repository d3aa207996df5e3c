"""What a sketch keeps of an article: the home of posts and names, and who and what is named besides."""

from __future__ import annotations

from hbtgraph.identity import Identifier, Registry, sketches
from hbtgraph.identity.sketches import PersonSketch
from hbtgraph.model import Article, Block, Fact, Span, Tenure


def people(text: str, *posts: tuple[str, str, str], bodies: tuple[str, ...] = ()) -> dict[str, PersonSketch]:
    """The sketches of people by name, where the article gives these posts: person, role, body ("" for none)."""
    whole = Span(0, len(text))
    article = Article(id="bai-1", text=text, digest="sha256:0", title="Tin", blocks=(Block("text", whole),))
    facts: list[Fact] = [
        Tenure(person=person, role=role, organization=body or None, evidence=whole) for person, role, body in posts
    ]
    names = Identifier(article, facts, Registry())
    for body in bodies:
        names.body(body)
    return {one.label: one for one in sketches(article, facts, names) if isinstance(one, PersonSketch)}


def test_a_province_in_brackets_is_the_home_of_the_name_before_it() -> None:
    def home(words: str) -> str:
        return people(f"ĐB Phan Hữu Tín {words} nói.", ("Phan Hữu Tín", "đại biểu", "Quốc hội"))["Phan Hữu Tín"].home

    assert home("(Bình Định)") == home("(đoàn Bình Định)") == "tỉnh bình định"
    assert home("(TP.HCM)") == "thành phố hồ chí minh"
    assert home("(54 tuổi)") == home("(trú phường Sen)") == home("ở Bình Định") == ""


def test_a_post_has_the_province_of_its_body_and_how_that_begins() -> None:
    told = people("Ông Phan Hữu Tín.", ("Phan Hữu Tín", "Giám đốc", "Sở Y tế tỉnh Bình Định"))["Phan Hữu Tín"].posts
    assert [(post.home, post.head) for post in told] == [("tỉnh bình định", "sở y")]


def test_rare_names_beside_are_kept_but_not_those_of_the_whole_country() -> None:
    told = people(
        "Tin",
        ("Phan Hữu Tín", "Giám đốc", "Sở Y tế tỉnh Bình Định"),
        ("Cao Nhật Duy", "Bộ trưởng", "Bộ Sen Súng"),
        ("Vi Sương Mai", "", ""),
        ("Trần Văn Hùng", "Chủ tịch", "UBND tỉnh Bình Định"),
    )
    assert told["Vi Sương Mai"].others == ("phan hữu tín",)
    assert told["Cao Nhật Duy"].others == ("phan hữu tín",)
    assert told["Trần Văn Hùng"].others == (), "of a common name it would tell nothing"


def test_bodies_beside_are_kept_where_they_tell_something() -> None:
    def beside(name: str, body: str) -> int:
        return len(people("Tin", (name, "Trưởng", body), bodies=("Bộ Sen Súng",))[name].beside)

    assert beside("Trần Văn Hùng", "") == 1
    assert beside("Phan Hữu Tín", "Cục Sen") == 2
    assert beside("Phan Hữu Tín", "Sở Y tế tỉnh Bình Định") == beside("Trần Văn Hùng", "Cục Sen") == 0
