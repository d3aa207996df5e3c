import datetime
from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hbtgraph.extract.context import Context, inside
from hbtgraph.extract.context import context as build
from hbtgraph.model import Article, Block, Span

Read = Callable[..., Context]
WORDS = "UBND HĐND quận TP. 5 Long-Biên Lê Bá-Vinh ông Chủ-tịch cho-biết Theo , . ( ) “ ”".replace("-", " ").split()
LONG_BIEN = (
    "Quận Long Biên (Hà Nội) trồng 500 cây. Chủ tịch UBND quận Long Biên Lê Bá Vinh dự.",
    "Quận ủy, HĐND, UBND quận giao các phường làm tiếp.",
)


def test_sentences_cover_title_and_paragraphs(read: Read) -> None:
    context = read("Một câu. Hai câu.", title="Tựa bài")
    assert [sentence.of(context.text) for sentence in context.sentences] == ["Tựa bài", "Một câu.", "Hai câu."]


def test_an_offset_finds_its_sentence_and_none_between(read: Read) -> None:
    context = read("Một câu. Hai câu.")
    at = context.text.index("Hai")
    found = context.sentence_of(at)
    assert found
    assert found.of(context.text) == "Hai câu."
    assert context.sentence_of(at - 1) is None


def test_place_city_and_date_are_those_of_the_article(read: Read) -> None:
    context = read(*LONG_BIEN)
    assert (context.place, context.city) == ("quận Long Biên", "Hà Nội")
    assert context.date == datetime.date(2023, 11, 18)
    assert context.year == 2023


def test_without_a_date_the_year_is_the_one_the_text_is_about(read: Read) -> None:
    assert read("Hội thi năm 2019 và năm 2019.", date=None).year == 2019
    assert read("Hội thi năm 2019 và năm 2018.", date=None).year is None
    assert read("Nhiệm kỳ 2015-2020, ông sinh năm 1970.", date=None).year is None
    assert read("Hội thi.", date=None).date is None


def test_an_article_without_units_has_no_place(read: Read) -> None:
    context = read("Trời hôm nay đẹp.")
    assert (context.place, context.city) == (None, None)


def test_bodies_are_completed_by_their_place(read: Read) -> None:
    full = [body.full for body in read(*LONG_BIEN).bodies]
    assert full == ["UBND quận Long Biên", "Quận ủy Long Biên", "HĐND quận Long Biên", "UBND quận Long Biên"]


def test_completion_takes_the_unit_named_last_before(read: Read) -> None:
    context = read("Huyện Đông Anh và huyện Sóc Sơn cùng họp.")
    assert context.complete("UBND huyện", context.text.index("và")) == "UBND huyện Đông Anh"
    assert context.complete("UBND huyện", len(context.text)) == "UBND huyện Sóc Sơn"
    assert context.complete("Huyện ủy", len(context.text)) == "Huyện ủy Sóc Sơn"


def test_nothing_is_completed_from_outside_the_article(read: Read) -> None:
    context = read("Quận Long Biên họp.")
    assert context.complete("UBND thành phố") == "UBND thành phố"
    assert context.complete("Sở Nội vụ") == "Sở Nội vụ"


def test_departments_are_completed_by_the_city(read: Read) -> None:
    assert read(*LONG_BIEN).complete("Sở Nội vụ") == "Sở Nội vụ Hà Nội"


def test_a_police_written_with_its_city_in_short_is_completed_by_it(read: Read) -> None:
    context = read("CATP Đà Nẵng họp tại Đà Nẵng.")
    assert context.complete("CATP") == "CATP Đà Nẵng"
    assert context.complete("CAND") == "CAND"


def test_inside_gives_the_mentions_that_lie_wholly_in_a_span(read: Read) -> None:
    context = read("Ông Lê Bá Vinh gặp bà Trần Thị Sen.")
    first, second = context.names
    assert inside(context.names, Span(first.span.start, second.span.end)) == (first, second)
    assert inside(context.names, Span(first.span.start + 1, second.span.end)) == (second,)


def test_mentions_quote_the_text_as_written_whatever_the_tone_placement(read: Read) -> None:
    context = read("Chủ tịch Uỷ ban nhân dân xã Hoà Lạc Lê Thị Hoà đến.")
    assert [body.text for body in context.bodies] == ["Uỷ ban nhân dân xã Hoà Lạc"]
    assert [name.text for name in context.names] == ["Lê Thị Hoà"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_mentions_stand_in_order_apart_and_inside_the_text(words: list[str]) -> None:
    text = "Tựa\n\n" + " ".join(words)
    blocks = (Block(kind="title", span=Span(0, 3)), Block(kind="paragraph", span=Span(5, len(text))))
    made = build(Article(id="x", text=text, digest="", title="Tựa", blocks=blocks))
    for mentions in (made.names, made.bodies, made.units):
        spans = [mention.span for mention in mentions]
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(mention.text == mention.span.of(text) for mention in mentions)


def test_a_department_is_not_completed_where_another_province_was_named_last(read: Read) -> None:
    context = read(*LONG_BIEN, "Đoàn của tỉnh Lào Cai đến thăm. Sở Nội vụ tiếp đoàn.")
    assert context.bodies[-1].full == "Sở Nội vụ"


def test_an_abbreviated_city_keeps_its_type_word(read: Read) -> None:
    context = read("TPHCM họp bàn. UBND TP giao Sở Nội vụ làm, báo cáo Thành ủy.")
    assert context.city == "TP.HCM"
    assert [body.full for body in context.bodies] == ["UBND TP.HCM", "Sở Nội vụ TP.HCM", "Thành ủy TP.HCM"]


def test_a_year_told_once_must_date_something(read: Read) -> None:
    assert read("Luật năm 2014 có hiệu lực.", date=None).year is None
    assert read("Ngày 5/7/2019, hội thi mở màn.", date=None).year == 2019
    assert read("Tháng 7 năm 2019, hội thi mở màn.", date=None).year == 2019


def test_a_unit_named_in_passing_completes_no_body(read: Read) -> None:
    text = "Tỉnh Lào Cai trồng cây. Tỉnh Lào Cai học tỉnh Phú Thọ. UBND tỉnh giao các huyện làm."
    context = read(text)
    assert context.complete("UBND tỉnh", context.text.index("UBND")) == "UBND tỉnh Lào Cai"
    beside = read("Tỉnh Lào Cai trồng cây. Tỉnh Lào Cai học theo. Tại tỉnh Phú Thọ, UBND tỉnh giao các huyện làm.")
    assert beside.complete("UBND tỉnh", beside.text.index("UBND")) == "UBND tỉnh Phú Thọ"
