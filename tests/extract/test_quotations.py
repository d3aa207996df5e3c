import time

import pytest

from hbtgraph.extract.quotations import Quotations


def quoted(text: str) -> list[str]:
    quotations = Quotations(text)
    found = {span for at in range(len(text)) if (span := quotations.at(at))}
    return [span.of(text) for span in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà nói “lúa tốt” rồi cười.", ["“lúa tốt”"]),
        ("Bà nói “ruộng “dồn thửa” đã xong” rồi cười.", ["“ruộng “dồn thửa” đã xong”"]),
        ('Bà nói "ruộng "dồn thửa" đã xong" rồi cười.', ['"ruộng "dồn thửa" đã xong"']),
        ('Bà nói "ruộng “dồn thửa” đã xong" rồi cười.', ['"ruộng “dồn thửa” đã xong"']),
        ('Bà nói “lúa tốt" rồi cười.', ['“lúa tốt"']),
        ('Bà nói “lúa tốt". Ông đáp: "Ai cũng vui”.', ['“lúa tốt"', '"Ai cũng vui”']),
        ('Bà nói “lúa tốt". "Ai cũng vui”.', ['“lúa tốt"', '"Ai cũng vui”']),
        ('Vở "Đợi mưa" và vở "Đợi nắng".', ['"Đợi mưa"', '"Đợi nắng"']),
        ("Bà nói «lúa tốt» rồi cười.", ["«lúa tốt»"]),
    ],
)
def test_the_outermost_marks_bound_a_quotation(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("mark", ["“", '"'])
def test_a_mark_that_is_never_closed_opens_no_quotation_over_the_next_one(mark: str) -> None:
    close = "”" if mark == "“" else mark
    answer = "Giá thóc năm nay cao hơn mọi năm nên ai cũng vui, cả làng cùng ra đình ăn mừng"
    text = f"Ông nói: {mark}Lúa tốt. Bà đáp: {mark}{answer}{close}."
    assert quoted(text)[-1].strip('“”"').startswith("Giá thóc")


def test_a_word_in_marks_is_no_saying() -> None:
    text = "Vở “Đợi mưa” hay. “Cả làng kéo nhau đi xem từ chiều”."
    quotations = Quotations(text)
    assert quotations.saying_from(text.index("“Đợi")) is None
    assert quotations.saying_from(text.index("“Cả")) is not None


@pytest.mark.parametrize(
    "text", ["“" * 20_000, '"' * 20_000, '"a ' * 10_000, "“a " * 10_000, ' "a" "b' * 5_000, '“a" ' * 9_000]
)
def test_marks_without_end_take_no_long_time(text: str) -> None:
    start = time.perf_counter()
    Quotations(text)
    assert time.perf_counter() - start < 1
