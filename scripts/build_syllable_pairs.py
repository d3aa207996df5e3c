"""Counts which two syllables are mostly one word in articles, so that no phrase is cut between them.

    python scripts/build_syllable_pairs.py ../shared/articles/corpus-2017.jsonl.gz

A pair stands there `LEAST` times at least, and makes `SHARE` of all that its first stands before or its second behind.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from hbtgraph.resources import folder
from hbtgraph.sources import read
from hbtgraph.vietnamese.numbers import MAGNITUDES
from hbtgraph.vietnamese.text import place_tones

LEAST, SHARE = 35, 0.25
SOURCE = "counted in the corpus of 2017"
HEAD = f"""# Two syllables that are mostly one word: a phrase is not cut between them.
# Pairs that stand together at least {LEAST} times in the corpus of 2017 and in a quarter of what one of them stands in;
# built by scripts/build_syllable_pairs.py.
pair,source
"""
GRAMMAR = """
và của các những là được bị đã sẽ đang có cho với từ đến tại ở trong trên về này đó để không mà
thì do khi như một cũng vào ra lên lại còn theo nên vì hay hoặc rất nhiều mới sau trước qua đây
ai gì nào rằng vẫn phải
"""
"""Words that stand beside any other."""

MONEY = "đồng"
"""Behind a large number the unit, and no part of its word."""

_APART = re.compile(r"[^\w\s]|\n|\d+")


def neighbours(text: str) -> Iterator[tuple[str | None, str | None]]:
    """Each two syllables that no mark or number parts; None for one that is not in small letters."""
    for part in _APART.split(place_tones(text)):
        words = [word if word.islower() else None for word in part.split()]
        yield from pairwise(words)


def main() -> None:
    grammar = frozenset(GRAMMAR.split())
    pairs: Counter[tuple[str, str]] = Counter()
    before: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for path in sys.argv[1:]:
        for article in read(Path(path)):
            for first, second in neighbours(article.text):
                before.update([first] if first else [])
                behind.update([second] if second else [])
                pairs.update([(first, second)] if first and second else [])
    kept = sorted(
        f"{first} {second}"
        for (first, second), count in pairs.items()
        if count >= LEAST and count >= SHARE * min(before[first], behind[second])
        if min(len(first), len(second)) > 1 and not {first, second} & grammar
        if not (first in MAGNITUDES and second == MONEY)
    )
    target = folder("data") / "gazetteers" / "syllable-pairs.csv"
    target.write_text(HEAD + "".join(f"{pair},{SOURCE}\n" for pair in kept), encoding="utf-8")
    print(f"{target}: {len(kept)} pairs")


if __name__ == "__main__":
    main()
