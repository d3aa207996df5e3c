"""Which births are one: by stated rules and by decisions of people, in whatever order they come."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.identity import Clusters, cluster
from hbtgraph.identity.sketches import AnySketch, CampaignSketch, DocumentSketch, EventSketch, PersonSketch, Post

NAME = "Trần Văn Hùng"
"""As many bear it."""


def person(
    article: str, *bodies: str, name: str = NAME, beside: tuple[str, ...] = (), role: str = "Phó Chủ tịch"
) -> PersonSketch:
    posts = tuple(Post(role=role, body=body, units=(f"{body}/unit", "province"), home="tỉnh Sen") for body in bodies)
    return PersonSketch(birth=f"{name} {article}", article=article, label=name, posts=posts, beside=beside)


def together(clusters: Clusters) -> list[set[str]]:
    """The articles of each group of more than one."""
    return [{birth.split()[-1] for birth in group} for group in clusters.groups if len(group) > 1]


def test_one_name_at_one_body_is_one_person() -> None:
    assert together(cluster([person("a", "ubnd"), person("b", "ubnd")])) == [{"a", "b"}]


def test_one_name_at_two_bodies_is_two_people() -> None:
    assert together(cluster([person("a", "ubnd"), person("b", "sở")])) == []


def test_an_article_that_gives_both_posts_joins_them() -> None:
    assert together(cluster([person("a", "ubnd"), person("b", "sở"), person("c", "ubnd", "sở")])) == [{"a", "b", "c"}]


def test_tone_marks_tell_people_apart_and_leave_a_doubt() -> None:
    clusters = cluster([person("a", "ubnd", name="Phạm Thị Hà"), person("b", "ubnd", name="Phạm Thị Hạ")])
    assert together(clusters) == []
    assert "tone-marks" in [doubt.rule for doubt in clusters.doubts]


def test_a_post_that_one_person_holds_shows_a_misprint() -> None:
    def chair(article: str, name: str) -> PersonSketch:
        return person(article, "ubnd", name=name, role="Chủ tịch")

    assert together(cluster([chair("a", "Hồ Quang Bữu"), chair("b", "Hồ Quang Bửu")])) == [{"a", "b"}]
    assert together(cluster([chair("a", "Hồ Quang Bữu"), chair("b", "Hồ Quang Bảo")])) == []


def test_a_rare_name_in_one_province_is_one_person_and_a_common_one_two_in_doubt() -> None:
    for name, expected in (("Đỗ Tuyết Mây", [{"a", "b"}]), (NAME, [])):
        clusters = cluster([person("a", "ubnd", name=name), person("b", "sở", name=name)])
        assert together(clusters) == expected
        assert [doubt.rule for doubt in clusters.doubts] == ([] if expected else ["same-province"])


def test_one_spelled_with_y_or_i_is_one_person() -> None:
    assert together(cluster([person("a", "ubnd", name="Phạm Văn Sỹ"), person("b", "ubnd", name="Phạm Văn Sĩ")])) == [
        {"a", "b"}
    ]


def test_a_short_form_is_somebody_in_its_article_alone() -> None:
    def short(article: str, name: str) -> PersonSketch:
        return PersonSketch(birth=f"x {article}", article=article, label=name, near=("xã",), place="tỉnh")

    assert together(cluster([short("a", "Nhung"), short("b", "Nhung")])) == []
    assert together(cluster([short("a", "Trần Thị Nhung"), short("b", "Trần Thị Nhung")])) == [{"a", "b"}]


def test_bodies_that_lead_one_unit_share_their_people() -> None:
    def leader(article: str, body: str) -> PersonSketch:
        post = Post(role="Phó Chủ tịch", body=body, units=("tỉnh",), leads=True)
        return PersonSketch(birth=f"x {article}", article=article, label=NAME, posts=(post,))

    assert together(cluster([leader("a", "hđnd"), leader("b", "tỉnh ủy")])) == [{"a", "b"}]


def test_a_name_without_a_post_goes_to_the_only_one_whose_body_is_named_beside() -> None:
    bare = person("b", beside=("ubnd", "báo"))
    assert together(cluster([person("a", "ubnd"), bare])) == [{"a", "b"}]
    assert together(cluster([person("a", "công ty"), bare])) == []


def test_a_name_that_fits_two_people_is_given_to_neither_and_doubted() -> None:
    clusters = cluster([person("a", "ubnd"), person("c", "sở"), person("b", beside=("ubnd", "sở"))])
    assert together(clusters) == []
    assert len([doubt for doubt in clusters.doubts if doubt.rule == "body-beside"]) == 2


def test_people_decide_above_the_rules() -> None:
    sketches = [person("a", "ubnd"), person("b", "ubnd"), person("c", "sở")]
    a, b, c = (sketch.birth for sketch in sketches)
    assert together(cluster(sketches, apart=[(a, b)])) == []
    assert together(cluster(sketches, apart=[(a, b)], same=[(b, c)])) == [{"b", "c"}]
    assert cluster(sketches, apart=[(b, c), (a, c)]).doubts == ()


def test_what_was_decided_apart_is_not_joined_by_a_third() -> None:
    sketches = [person("a", "ubnd"), person("b", "sở"), person("c", "ubnd", "sở")]
    a, b, _ = (sketch.birth for sketch in sketches)
    groups = cluster(sketches, apart=[(a, b)]).groups
    assert not any({a, b} <= set(group) for group in groups)


def test_an_incomplete_number_is_completed_by_the_only_document_that_it_fits() -> None:
    def document(article: str, issuer: str = "", year: str = "", kind: str = "Kế hoạch") -> DocumentSketch:
        birth = f"d {article}"
        return DocumentSketch(
            birth=birth,
            article=article,
            label="Kế hoạch 7",
            type=kind,
            number="7/KH-UBND",
            issuer=issuer,
            year=year,
        )

    whole = document("a", "ubnd", "2022")
    assert together(cluster([whole, document("b", "ubnd"), document("c", year="2022")])) == [{"a", "b", "c"}]
    assert together(cluster([whole, document("b", year="2021")])) == []
    assert together(cluster([whole, document("b", "ubnd", "2023"), document("c", "ubnd")])) == []
    assert together(cluster([document("b"), document("c")])) == [], "two incomplete ones complete nothing"
    assert together(cluster([whole, document("b", "ubnd", "2022", "KH")])) == [{"a", "b"}]


def test_a_law_of_two_years_is_two_and_without_a_year_neither() -> None:
    def law(article: str, year: str = "") -> DocumentSketch:
        return DocumentSketch(
            birth=f"l {article}", article=article, label="Luật Sen", type="Luật", subject="Luật Sen", year=year
        )

    assert together(cluster([law("a"), law("b")])) == [{"a", "b"}]
    assert together(cluster([law("a", "2013"), law("b"), law("c")])) == [{"a", "b", "c"}]
    assert together(cluster([law("a", "2003"), law("b", "2013"), law("c")])) == []


def test_one_title_of_two_bodies_is_two_documents() -> None:
    def scheme(article: str, issuer: str = "") -> DocumentSketch:
        title = "Dọn vỉa hè"
        return DocumentSketch(
            birth=f"s {article}", article=article, label=title, type="Đề án", subject=title, issuer=issuer, year="2017"
        )

    assert together(cluster([scheme("a", "quận 1"), scheme("b", "quận 3")])) == []
    assert together(cluster([scheme("a", "quận 1"), scheme("b", "quận 1"), scheme("c")])) == [{"a", "b", "c"}]


def test_a_campaign_is_one_in_the_line_of_its_organiser() -> None:
    def campaign(article: str, organizer: str = "", *units: str) -> CampaignSketch:
        return CampaignSketch(
            birth=f"c {article}", article=article, label="Tuyến phố sạch", organizer=organizer, units=units
        )

    city, ward = campaign("a", "ubnd thành phố", "thành phố"), campaign("b", "ubnd phường", "phường", "thành phố")
    assert together(cluster([city, ward])) == [{"a", "b"}]
    assert together(cluster([city, campaign("b", "ubnd tỉnh", "tỉnh")])) == []
    assert together(cluster([city, campaign("b")])) == [{"a", "b"}]


def test_five_reports_of_one_ceremony_are_one_event() -> None:
    def event(article: str, date: str, place: str) -> EventSketch:
        return EventSketch(birth=f"e {article}", article=article, label="Lễ hội Hoa Sen", date=date, units=(place,))

    reports = [event(article, "2022-10-23", "quận") for article in "abcde"]
    assert together(cluster(reports)) == [set("abcde")]
    assert together(cluster([reports[0], event("f", "2023-10-20", "quận")])) == []
    assert together(cluster([reports[0], event("f", "2022-10-23", "huyện")])) == []
    assert together(cluster([reports[0], event("f", "", "quận")])) == [{"a", "f"}]


def test_reports_of_one_day_may_name_an_occasion_in_nearly_the_same_words() -> None:
    def event(article: str, name: str) -> EventSketch:
        return EventSketch(birth=f"e {article}", article=article, label=name, date="2022-10-23", units=("quận",))

    full, short = event("a", "Lễ kỷ niệm 30 năm thành lập Hội Sen"), event("b", "lễ kỷ niệm 30 năm Hội Sen")
    assert together(cluster([full, short, event("c", "Hội nghị tổng kết phong trào")])) == [{"a", "b"}]
    assert together(cluster([event("a", "Kỳ họp thứ 4"), event("b", "Kỳ họp thứ 5")])) == []


SKETCHES = st.lists(
    st.builds(
        person,
        st.sampled_from([f"bài-{number}" for number in range(12)]),
        st.sampled_from(["ubnd", "sở", "hội", "công-an"]),
        name=st.sampled_from(["Trần Văn Sen", "Phạm Thị Hà", "Phạm Thị Hạ"]),
    ),
    max_size=20,
    unique_by=lambda sketch: sketch.birth,
)


@given(SKETCHES, st.randoms(use_true_random=False))
def test_the_order_of_sketches_does_not_matter(sketches: list[AnySketch], chance: random.Random) -> None:
    shuffled = chance.sample(sketches, len(sketches))
    assert cluster(shuffled) == cluster(sketches)


@given(SKETCHES)
def test_every_birth_is_in_one_group(sketches: list[AnySketch]) -> None:
    births = [birth for group in cluster(sketches).groups for birth in group]
    assert sorted(births) == sorted(sketch.birth for sketch in sketches)
