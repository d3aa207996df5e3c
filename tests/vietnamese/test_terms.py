"""Terms of office that a text states behind a post, or in its words."""

from __future__ import annotations

import pytest

from hbtgraph.model import Span
from hbtgraph.vietnamese.terms import Term, term_of


@pytest.mark.parametrize(
    ("words", "behind", "body", "term"),
    [
        ("bà Lê Thị Bút, Chủ tịch HĐND quận Hồ Sen", " nhiệm kỳ 2016-2021, dự lễ", "HĐND quận Hồ Sen", (2016, 2021)),
        ("bà Lê Thị Bút, Chủ tịch HĐND quận Sen", " khóa XIX, nhiệm kỳ 2016 – 2021", "HĐND quận Sen", (2016, 2021)),
        ("Chủ tịch HĐND quận Hồ Sen nhiệm kỳ 2016-2021 Lê Thị Bút", " dự lễ", "HĐND quận Hồ Sen", (2016, 2021)),
        ("ông Trần Văn Sen, đại biểu Quốc hội", " khóa XIV dự lễ", "Quốc hội", (2016, 2021)),
        ("ông Trần Văn Sen, Bí thư Quận ủy Hồ Sen", " khóa XIX dự lễ", "Quận ủy Hồ Sen", None),
        ("ông Trần Văn Sen, Bí thư Quận ủy Hồ Sen", " nói về nhiệm kỳ 2020-2025", "Quận ủy Hồ Sen", None),
        ("ông Trần Văn Sen, Bí thư Quận ủy Hồ Sen", " nhiệm kỳ 1990-2025", "Quận ủy Hồ Sen", None),
        ("Bí thư Quận ủy Hồ Sen, người dự Đại hội nhiệm kỳ 2020-2025, Trần Văn Sen", "", "Quận ủy Hồ Sen", None),
    ],
)  # fmt: skip
def test_the_years_of_a_term(words: str, behind: str, body: str, term: tuple[int, int] | None) -> None:
    role = next(role for role in ("Chủ tịch", "đại biểu", "Bí thư") if role in words)
    assert term_of(words + behind, Span(0, len(words)), role, body) == (term and Term(*term))
