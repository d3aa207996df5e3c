"""How much memory reading many articles takes, and whether time grows with length alone. `make bench`.

Memory is the peak of this process over the first 500 articles of ../shared/articles/corpus-2017.jsonl.gz, imports and
word lists counted. Length is that of two texts of invented sentences, no two paragraphs of which name the same person.
"""

from __future__ import annotations

import resource
import sys
import time
from itertools import count, islice
from pathlib import Path

from hbtgraph.extract import extract
from hbtgraph.sources import read
from hbtgraph.sources.text import article_of

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "articles" / "corpus-2017.jsonl.gz"
MANY = 500
SHORT, LONG = 100_000, 1_000_000
"""Bytes of UTF-8."""
MEMORY_AIM, GROWTH_AIM, SPEED_AIM = 300, 1.5, 150
"""MB at most; times as long per kB at most; articles a second at least."""

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Quốc", "Thanh", "Hữu", "Ngọc", "Xuân", "Kim", "Công", "Bá", "Gia")
BETWEEN = ("Anh", "Bảo", "Hải", "Hồng", "Khánh", "Nhật", "Tường")
GIVENS = ("An", "Bình", "Cúc", "Dung", "Giang", "Hạnh", "Khoa", "Lâm", "Mai", "Nam", "Oanh", "Phúc", "Quý", "Sơn",
          "Tâm", "Uyên", "Vinh")  # fmt: skip
PARAGRAPH = (
    "Chủ tịch UBND quận Bến Trúc {0} cho biết, quận sẽ lát lại {n} ngõ nhỏ trước cuối năm. "
    "Sáng 17-11, ông {1}, Phó Trưởng phòng Nội vụ quận, được bổ nhiệm giữ chức Trưởng phòng Nội vụ quận Bến Trúc. "
    "UBND quận ban hành Kế hoạch số {n}/KH-UBND ngày 20-10-2023 về trồng cây ven hồ. "
    "Chủ tịch UBND thành phố Sao Mai tặng Bằng khen cho bà {2} ở phường Bờ Đông (quận Bến Trúc). "
    "“Mỗi nhà một chậu hoa thì cả ngõ sẽ đẹp”, bà {2} nói. "
    "Hội nghị biểu dương {n} gia đình tiêu biểu diễn ra tại Hội trường UBND quận, với hơn {n} đại biểu về dự. "
    "Quận thu ngân sách {n},5 tỷ đồng, tăng 6,3% so với cùng kỳ năm 2022, nhờ phong trào “Tuyến phố văn minh”."
)


def name(number: int) -> str:
    """An invented name; as many in a row differ as the lists' lengths multiply to, for these share no divisor."""
    return " ".join(parts[number % len(parts)] for parts in (FAMILIES, MIDDLES, BETWEEN, GIVENS))


def text(size: int) -> str:
    """A title and as many paragraphs as make up `size` bytes."""
    paragraphs = ["Chuyện ở quận Bến Trúc"]
    length = 0
    for number in count(1):
        if length >= size:
            return "\n\n".join(paragraphs)
        paragraphs.append(PARAGRAPH.format(*(name(3 * number + shift) for shift in range(3)), n=number))
        length += len(paragraphs[-1].encode()) + 2
    raise AssertionError("numbers do not end")


def seconds_a_kilobyte(size: int, runs: int) -> float:
    """CPU time of reading and extraction, the best of the runs."""
    made = text(size)
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        facts = extract(article_of(made, name="made", where="made"))
        best = min(best, time.process_time() - began)
    print(f"  {size / 1000:5.0f} kB: {best:6.2f} s, {1e6 * best / size:.2f} ms a kB, {len(facts)} facts")
    return best / (size / 1000)


def peak() -> float:
    """The most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)  # the one counts bytes, the others kB


def many() -> None:
    print(f"\nThe first {MANY} articles of the corpus")
    began = time.process_time()
    letters = facts = 0
    for article in islice(read(CORPUS), MANY):
        facts += len(extract(article))
        letters += len(article.text)
    seconds = time.process_time() - began
    print(f"  {MANY / seconds:.0f} articles a second of CPU, word lists loaded in it (aim: {SPEED_AIM})")
    print(f"  {letters / MANY:.0f} letters and {facts / MANY:.1f} facts an article")
    print(f"  {peak():.0f} MB at the peak (aim: under {MEMORY_AIM})")


def main() -> None:
    if CORPUS.is_file():
        many()
    else:
        print("bench: the corpus is not here (../shared is absent): memory is not measured")
    print("\nOne long article of invented sentences")
    short, long = seconds_a_kilobyte(SHORT, runs=5), seconds_a_kilobyte(LONG, runs=2)
    print(f"  a kB of the long one takes {long / short:.2f} times as long (aim: at most {GROWTH_AIM})")
    print(f"  {peak():.0f} MB at the peak")


if __name__ == "__main__":
    main()
