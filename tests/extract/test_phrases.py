"""Sentences that need no closer look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbtgraph.extract.phrases import beginnings, may_hold, stretches
from hbtgraph.resources import table

HEADS = sorted(row["head"] for row in table("event-heads"))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from(HEADS),
    before=st.sampled_from(["", "Tại ", "tại “", "(", "Dự "]),
    after=st.sampled_from(["", ", mọi người vui", "” hôm qua", ") xong", ": đông vui"]),
    upper=st.booleans(),
)
def test_a_sentence_with_a_head_is_always_looked_through(
    read: Callable[..., Any], head: str, before: str, after: str, upper: bool
) -> None:
    text = read(f"{before}{head.upper() if upper else head}{after}.", title="Tin")
    begun = beginnings(HEADS)
    assert any(may_hold(text, stretch, begun) for stretch in stretches(text))


def test_a_sentence_without_one_is_not(read: Callable[..., Any]) -> None:
    text = read("Trời mưa to.", title="Tin")
    assert not any(may_hold(text, stretch, beginnings(["hội nghị"])) for stretch in stretches(text))
