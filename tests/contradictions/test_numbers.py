"""Which numbers may be the same number, differently told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hbtgraph.contradictions.numbers import reach, spoken
from hbtgraph.vietnamese.numbers import Qualifier


def apart(one: str, other: str, a: Qualifier = "exact", b: Qualifier = "exact", *, counted: bool = False) -> bool:
    def read(text: str, qualifier: Qualifier):  # type: ignore[no-untyped-def]
        return reach(Decimal(text), qualifier, max(0, -Decimal(text).as_tuple().exponent), counted=counted)  # type: ignore[operator]

    first, second = read(one, a), read(other, b)
    assert first.apart(second) == second.apart(first)
    return bool(first.apart(second))


@pytest.mark.parametrize(
    ("one", "other"),
    [("8602.658", "8600"), ("8602.658", "8602.7"), ("8602.658", "8602"), ("8602.658", "8603"), ("23.4653", "23.46")],
)
def test_a_number_rounded_or_cut_off_is_the_same_number(one: str, other: str) -> None:
    assert not apart(one, other)


@pytest.mark.parametrize(("one", "other"), [("8602.658", "8700"), ("8602", "8603"), ("5.5", "5.6"), ("400", "424")])
def test_numbers_written_as_finely_or_too_far_from_each_other_differ(one: str, other: str) -> None:
    assert apart(one, other)


def test_what_is_counted_is_counted_right() -> None:
    assert apart("424", "425", counted=True)
    assert apart("30", "31", counted=True)
    assert not apart("8600", "8602", counted=True)


@pytest.mark.parametrize(
    ("qualifier", "agrees", "differs"),
    [
        ("more-than", "8900", "8400"),
        ("about", "8200", "7000"),
        ("at-least", "20000", "8000"),
        ("up-to", "12", "9000"),
    ],
)
def test_a_word_before_a_number_is_taken_at_its_word(qualifier: Qualifier, agrees: str, differs: str) -> None:
    assert not apart("8600", agrees, qualifier)
    assert apart("8600", differs, qualifier)


def test_numbers_are_spoken_as_vietnamese_writes_them() -> None:
    assert spoken(Decimal("8602658.50")) == "8.602.658,5"
    assert spoken(Decimal("400")) == "400"
