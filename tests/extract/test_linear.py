"""Twice the text asks for twice the steps: counted by the interpreter, so that no clock has a say."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count, islice
from types import FrameType

from hbtgraph.extract import extract
from hbtgraph.model import Article

NAMES = ("Lê Bá Vinh", "Trần Thị Sen", "Phạm Văn Bút", "Đỗ Thị Mực", "Hoàng Văn Giấy", "Bùi Thị Kéo", "Vũ Đình Thước")
PLACES = ("quận Tây Hồ", "huyện Ba Vì", "xã An Khánh", "phường Quảng An", "thị xã Sơn Tây", "huyện Sóc Sơn")


def paragraph(number: int) -> str:
    """A report of its own: other people, places, numbers and days."""
    name, place = NAMES[number % len(NAMES)], PLACES[number % len(PLACES)]
    return (
        f"Sáng {number % 27 + 1}/3, Chủ tịch UBND {place} {name} dự Hội nghị sơ kết đợt {number} tại {place}. "
        f"Ông {name} cho biết, {place} đã trồng {number + 100} ha lúa, thu {number + 2},5 tỷ đồng, "
        "tăng 12% so với năm 2021. "
        f"Theo Quyết định số {number}/QĐ-UBND ngày 4-5-2022 của UBND {place}, ông {name} được bổ nhiệm làm Bí thư. "
        f"UBND {place} tặng Giấy khen cho {number % 9 + 2} tập thể trong phong trào “Xanh, sạch, đẹp đợt {number}”."
    )


def steps(article: Article) -> int:
    """Instructions that reading an article takes."""
    ticks = count()

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., object]:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        if event == "opcode":
            next(ticks)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(article)
    finally:
        sys.settrace(before)
    return next(ticks)


def test_eight_times_the_text_takes_about_eight_times_the_steps(article: Callable[..., Article]) -> None:
    short, long = (article(*islice(map(paragraph, count()), size)) for size in (8, 64))
    extract(long)  # tables and patterns are made ready
    assert steps(long) < 9.5 * steps(short)
