"""Which numbers are told, and in what words, once the learned part has looked at what the rules say."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from hbtgraph.extract.context import Context
from hbtgraph.extract.figures import figures, readings

Read = Callable[..., Context]
REPORT = "Năm 2023, quận Hoàng Mai đã cấp 1.250 giấy phép xây dựng, tổng thu ngân sách đạt 3.420 tỷ đồng."
STORY = "Anh Hải ngồi quán nước ở quận Hoàng Mai, gọi 2 ly trà và kể lại chuyện 3 ngày trước."


def test_what_a_body_did_and_took_in_is_told(read: Read) -> None:
    found = {(figure.value, figure.unit) for figure in figures(read(REPORT))}
    assert found == {(1250, "giấy phép"), (3420, "tỷ đồng")}


def test_small_things_of_a_story_are_not_told(read: Read) -> None:
    assert list(figures(read(STORY))) == []


@pytest.mark.parametrize(
    "text", [REPORT, "Xã có 45 hộ nghèo, giảm 12 hộ so với năm trước.", "Diện tích lúa là 320 ha."]
)
def test_the_words_are_the_texts_own_and_the_evidence_holds_the_number(read: Read, text: str) -> None:
    context = read(f"{text} UBND huyện Gia Lâm cho biết như vậy.")
    for figure in figures(context):
        assert set(re.findall(r"\w+", figure.indicator.lower())) <= set(re.findall(r"\w+", context.plain.lower()))
        assert any(letter.isdigit() for letter in context.plain[figure.evidence.start : figure.evidence.end])


def test_what_the_rules_alone_say_can_be_asked_for(read: Read) -> None:
    told = [figure.indicator for figure in figures(read(REPORT), learned=False)]
    assert told == [reading.indicator for reading in readings(read(REPORT)) if reading.indicator]


def test_a_number_names_the_rule_that_told_it_or_that_it_was_learned(read: Read) -> None:
    rules = {figure.rule for figure in figures(read(REPORT))}
    assert rules <= {"figure-count", "figure-measure", "figure-total", "figure-learned"}


def test_the_same_text_gives_the_same_figures(read: Read) -> None:
    assert list(figures(read(REPORT))) == list(figures(read(REPORT)))
