"""What was told before is looked for at both ends, so that time grows with the text and no faster."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.extract.context import Context
from hbtgraph.extract.documents import documents
from hbtgraph.extract.statements import statements
from hbtgraph.extract.told_before import told_before

Read = Callable[..., Context]


@given(st.integers(0, 100))
def test_of_few_all_are_looked_at_once(count: int) -> None:
    assert list(told_before(count)) == list(range(count))


@given(st.integers(200, 10**9))
def test_of_many_as_few_the_first_and_the_last(count: int) -> None:
    places = list(told_before(count))
    assert len(places) == len(set(places)) == len(list(told_before(200)))
    assert (places[0], places[-1]) == (0, count - 1)


@pytest.mark.parametrize("again", [0, 149])
def test_what_the_lead_or_the_last_words_told_is_one_record_in_a_long_text(read: Read, again: int) -> None:
    def said(number: int) -> str:
        return f"Ông Lê Văn Tám cho biết, ngõ {number} phường Sen đã trồng xong {number} luống hoa trước hè."

    told = [said(number) for number in range(150)]
    assert len(list(statements(read(*told, said(again))))) == 150


def test_a_letter_told_again_is_one_document_however_many_there_are(read: Read) -> None:
    def sent(number: int) -> str:
        return f"UBND quận Sen ban hành công văn về việc sửa đường làng số {number} cạnh chợ Hoa."

    told = [sent(number) for number in range(150)]
    assert len(list(documents(read(*told, sent(0), sent(149))))) == len(list(documents(read(*told))))
