"""Word lists as patterns."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.vietnamese.patterns import trie

WORDS = st.lists(st.text("ab ă.", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.text("ab ă.", max_size=8))
def test_the_longest_word_that_the_text_begins_with_is_found(words: list[str], text: str) -> None:
    found = re.match(trie(words), text)
    fitting = [word for word in words if text.startswith(word)]
    assert (found[0] if found else None) == max(fitting, key=len, default=None)


def test_a_space_is_what_the_caller_says() -> None:
    assert re.fullmatch(trie(["hai mươi"], r"\s+"), "hai \n mươi")
    assert not re.fullmatch(trie(["hai mươi"]), "hai \n mươi")
