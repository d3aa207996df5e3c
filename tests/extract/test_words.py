import re

from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.extract.words import Finder, TextFinder, any_of, column, keys

word = st.text(alphabet="abđ ơ.", min_size=1, max_size=6)


@given(st.lists(word, min_size=1, unique=True), word)
def test_a_pattern_of_words_fits_those_words_and_no_other(words: list[str], other: str) -> None:
    pattern = re.compile(any_of(words))
    assert all(pattern.fullmatch(one) for one in words)
    assert bool(pattern.fullmatch(other)) == (other in words)


@given(st.lists(word, min_size=1, unique=True))
def test_the_longest_word_is_taken(words: list[str]) -> None:
    longest = max(words, key=len)
    found = re.match(any_of(words), longest)
    assert found
    assert found[0] == longest


def test_columns_have_one_placement_of_tone_marks_and_keys_ignore_case() -> None:
    assert "Ủy ban nhân dân" in column("body-heads", "head")
    assert "ủy ban nhân dân" in keys("body-heads", "head")


@given(st.text(alphabet="abcd eé", max_size=60))
def test_a_finder_finds_what_its_pattern_finds(text: str) -> None:
    words = ("ab", "ca", "abé d", "e")
    pattern = re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)
    found = [match.span() for match in Finder(pattern, words).finditer(text)]
    assert found == [match.span() for match in pattern.finditer(text)]


_ANY = TextFinder(re.compile(r"\w+"), ("a", "b", "ab", "é"))
_BEFORE_B = TextFinder(re.compile(r"\w+"), ("a b", "é b", "i-b"))


@given(st.text(alphabet="abAB éÉİ.-\n", max_size=60))
def test_every_finder_is_told_where_its_words_stand(text: str) -> None:
    words = [(word.start(), word[0].replace("İ", "I").lower()) for word in re.finditer(r"\w+", text)]
    pairs = zip(words, [*words[1:], (0, "")], strict=False)
    assert list(_ANY.places(text)) == [at for at, word in words if word in ("a", "b", "ab", "é")]
    assert list(_BEFORE_B.places(text)) == [
        at for (at, word), (_, second) in pairs if word in ("a", "é", "i") and second == "b"
    ]


@given(st.text(alphabet="abcdE eé-.", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_text_finder_finds_what_its_pattern_finds_in_any_part(text: str, start: int, end: int) -> None:
    words = ("ab", "ca-b", "a b", "abé d", "e.e")
    pattern = re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)
    finder = TextFinder(pattern, words)
    end = min(end, len(text))
    found = [match.span() for match in finder.finditer(text, start, end)]
    assert found == [match.span() for match in pattern.finditer(text, start, end)]
    first = finder.search(text, start, end)
    assert (first.span() if first else None) == next(iter(found), None)


@given(st.text(alphabet="ab. ", max_size=40))
def test_matches_of_a_text_finder_begin_where_it_says(text: str) -> None:
    pattern = re.compile(r"(?<!\w)a b(?!\w)", re.IGNORECASE)
    starts = TextFinder(pattern, ["a b"]).starts(text)
    assert starts == [place for place in range(len(text)) if pattern.match(text, place)]


def test_a_text_finder_looks_only_where_the_second_word_follows() -> None:
    finder = TextFinder(re.compile(r"(?<!\w)(?:hội nghị|lễ)(?!\w)", re.IGNORECASE), ("hội nghị", "lễ"))
    assert finder.places("Hội trường, hội nghị và lễ hội") == [12, 24]
