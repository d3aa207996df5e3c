"""Evidence begins and ends in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import hbtgraph.extract as package
from hbtgraph.extract import Context, extract
from hbtgraph.model import Article, Figure, Span


def test_white_space_at_the_ends_of_evidence_is_left_out(
    article: Callable[..., Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article("Tỷ lệ hộ nghèo của xã còn  35%  và đang giảm.")
    at = made.text.index("35%")

    def loose(_: Context) -> list[Figure]:
        span = Span(at - 2, at + 5)
        return [Figure(indicator="tỷ lệ", value=35, unit="%", evidence=span, rule="figure-measure")]

    monkeypatch.setattr(package, "_GUIDE", (loose,))
    (fact,) = extract(made, activities=False)
    assert fact.evidence.of(made.text) == "35%"
