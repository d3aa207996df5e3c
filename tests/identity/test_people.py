"""Which people are one when few bear the name, and when misprints part them; and what is no evidence."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.identity import Clusters, blocks, cluster
from hbtgraph.identity.names import LIKELY, ONE_KNOWN, RARE, UNIQUE, commonness, person_key, province_name
from hbtgraph.identity.sketches import PersonSketch, Post

COMMON = "Trần Văn Hùng"
VERY_RARE = "Cao Nhật Duy"
RARER = "Phan Hữu Tín"
FIRST, SECOND = "tỉnh Hoa", "tỉnh Lá"


def post(body: str, role: str = "Giám đốc", home: str = "", head: str = "") -> Post:
    return Post(role=role, body=body, home=home, head=head or body)


def person(article: str, *posts: Post, name: str = RARER, **told: Any) -> PersonSketch:
    return PersonSketch(birth=f"{name} {article}", article=article, label=name, posts=posts, **told)


def joined(*sketches: PersonSketch) -> str | None:
    """The surest rule that makes all of them one; None where they are not."""
    clusters = cluster(sketches)
    return links(clusters)[0] if len(clusters.groups) == 1 else None


def links(clusters: Clusters) -> list[str]:
    return [link.rule for link in clusters.links]


def test_the_names_of_these_tests_are_as_rare_as_they_say() -> None:
    shares = [commonness(person_key(name)) for name in (VERY_RARE, RARER, "Đinh Văn Lâm", COMMON)]
    assert shares[0] < UNIQUE < shares[1] < ONE_KNOWN < RARE < shares[2] < LIKELY < shares[3]


def test_a_name_that_hardly_two_bear_is_one_person_save_in_two_provinces() -> None:
    def holder(article: str, body: str, home: str, name: str = VERY_RARE) -> PersonSketch:
        return person(article, post(body, f"việc {article}", home), name=name)

    assert joined(holder("a", "hội", ""), holder("b", "viện", FIRST)) == "unique-name"
    assert joined(holder("a", "hội", SECOND), holder("b", "viện", FIRST)) is None
    assert joined(holder("a", "hội", "", RARER), holder("b", "viện", FIRST, RARER)) is None
    doubts = cluster([holder("a", "hội", SECOND), holder("b", "viện", FIRST)]).doubts
    assert [doubt.rule for doubt in doubts] == ["unique-name"]


def test_two_syllables_may_be_a_pen_name() -> None:
    assert commonness("khổng duy") < UNIQUE
    assert joined(person("a", name="Khổng Duy"), person("b", name="Khổng Duy")) is None


def test_a_name_without_a_post_goes_to_its_only_known_bearer() -> None:
    known = person("a", post("hội"))
    assert joined(known, person("b")) == "one-known"
    assert joined(person("a", post("hội"), name=COMMON), person("b", name=COMMON)) is None
    assert len(cluster([known, person("c", post("viện")), person("b")]).groups) == 3


def test_a_rare_name_in_like_posts_is_one_person() -> None:
    def chair(article: str, body: str, home: str = "", role: str = "Chủ nhiệm", name: str = RARER) -> PersonSketch:
        return person(article, post(body, role, home, head="ủy ban"), name=name)

    assert joined(chair("a", "ub khoa học"), chair("b", "ủy ban khoa học của quốc hội")) == "like-post"
    assert joined(chair("a", "x", FIRST), chair("b", "y", SECOND)) is None
    assert joined(chair("a", "x"), chair("b", "y", role="Thư ký")) is None
    assert joined(chair("a", "x", name=COMMON), chair("b", "y", name=COMMON)) is None


def test_a_body_of_one_post_named_beside_the_other_is_a_line_of_career() -> None:
    before, after = person("a", post("cục", "Cục trưởng")), person("b", post("bộ", "Thứ trưởng"), beside=("bộ", "cục"))
    assert joined(before, after) == "post-beside"
    assert joined(before, person("b", post("bộ", "Thứ trưởng"), beside=("bộ", "vụ"))) is None


def test_two_articles_that_name_another_person_of_a_rare_name_tell_of_one_affair() -> None:
    def named(article: str, *others: str, name: str = "Đinh Văn Lâm", home: str = "") -> PersonSketch:
        return person(article, name=name, others=others, home=home)

    assert joined(named("a", "cao nhật duy"), named("b", "cao nhật duy", "vi sương mai")) == "same-affair"
    assert joined(named("a", "cao nhật duy"), named("b", "vi sương mai")) is None
    assert joined(named("a", "cao nhật duy", home=FIRST), named("b", "cao nhật duy", home=SECOND)) is None
    assert joined(*(named(article, "cao nhật duy", name=COMMON) for article in "ab")) is None


def test_a_deputy_of_a_province_is_its_only_official_of_the_name() -> None:
    def official(name: str) -> PersonSketch:
        return person("a", post("tòa án", "Chánh án", FIRST), name=name)

    assert joined(official("Đinh Văn Lâm"), person("b", name="Đinh Văn Lâm", home=FIRST)) == "only-there"
    assert joined(official("Đinh Văn Lâm"), person("b", name="Đinh Văn Lâm", home=SECOND)) is None
    assert joined(official(COMMON), person("b", name=COMMON, home=FIRST)) is None


def test_a_lost_tone_mark_in_an_article_is_a_misprint_of_who_has_the_post() -> None:
    holder, bare = person("a", post("hội")), person("a", name="Phan Hữu Tin")
    assert joined(holder, bare) == "tone-beside"
    assert joined(holder, person("b", name="Phan Hữu Tin", beside=("hội",))) == "tone-beside"
    assert joined(holder, person("b", name="Phan Hữu Tin", beside=("viện",))) is None
    assert joined(person("a"), bare) is None, "a father and a son, for all that the article tells"


def test_one_post_at_one_body_shows_a_letter_or_a_syllable_too_few() -> None:
    def director(article: str, name: str, body: str = "hội") -> PersonSketch:
        return person(article, post(body), name=name)

    assert joined(director("a", "Phan Hữu Tín"), director("b", "Phan Hứu Tín")) == "misprint"
    assert joined(director("a", "Phan An Tín"), director("b", "Phan Anh Tín")) == "mistyped"
    assert joined(director("a", "Phan Tín"), director("b", "Phan Hữu Tín")) == "mistyped"
    assert joined(director("a", "Phan An Tín"), director("b", "Phan Anh Tín", "viện")) is None
    assert joined(director("a", "Phan An Tín"), director("b", "Phan Hữu Tín")) is None
    assert joined(director("a", "Phan An Tín"), director("b", "Phan An Tính")) is None, "brothers"
    assert joined(director("a", COMMON), director("b", "Trần Văng Hùng")) is None


def test_a_province_has_one_name_and_a_city_of_it_another() -> None:
    assert province_name("Bình Định") == province_name("tỉnh Bình Định") == "tỉnh bình định"
    assert province_name("TP.HCM") == "thành phố hồ chí minh"
    assert province_name("thành phố Hòa Bình") == province_name("quận 1") == province_name("Tây Hồ") == ""


def holder(number: int, name: str, body: str, home: str, others: list[str], beside: list[str]) -> PersonSketch:
    posts = (post(body, "Giám đốc", home, head="công ty"),) if body else ()
    return person(f"bài-{number}", *posts, name=name, home=home, others=tuple(others), beside=tuple(beside))


PEOPLE = st.lists(
    st.builds(
        holder,
        st.integers(0, 5),
        st.sampled_from([COMMON, RARER, "Phan Hửu Tín", "Phan Tín", VERY_RARE, "Đinh Văn Lâm"]),
        st.sampled_from(["", "hội", "viện"]),
        st.sampled_from(["", "", FIRST, SECOND]),
        st.lists(st.sampled_from(["vi sương mai", "lò đăng khiêm"]), max_size=2),
        st.lists(st.sampled_from(["hội", "viện"]), max_size=2),
    ),
    max_size=14,
    unique_by=lambda sketch: sketch.birth,
)


@given(PEOPLE, st.randoms(use_true_random=False))
def test_order_does_not_matter(people: list[PersonSketch], chance: random.Random) -> None:
    assert cluster(chance.sample(people, len(people))) == cluster(people)


@given(PEOPLE)
def test_who_shares_no_block_decides_nothing(people: list[PersonSketch]) -> None:
    """So that an addition needs to look at the people alone who share blocks with it, and so on."""
    near: list[PersonSketch] = people[:1]
    while len(more := [one for one in people if one in near or shares(one, near)]) > len(near):
        near = more
    rest = [one for one in people if one not in near]
    assert sorted((*cluster(near).groups, *cluster(rest).groups)) == sorted(cluster(people).groups)


def shares(one: PersonSketch, others: list[PersonSketch]) -> bool:
    return any(not set(blocks(one)).isdisjoint(blocks(other)) for other in others)
