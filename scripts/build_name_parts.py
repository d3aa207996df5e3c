"""Counts the parts of people's names in articles: how common a name is, for `identity` (name-parts.csv).

    python scripts/build_name_parts.py ../shared/articles/corpus-2017.jsonl.gz

A name counts once, however many articles have it; parts that fewer than five names have are left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from hbtgraph.extract import context
from hbtgraph.identity.names import name_parts, person_key
from hbtgraph.resources import folder
from hbtgraph.sources import read

LEAST = 5
SOURCE = "counted by scripts/build_name_parts.py in 2,293 news articles of 2017"


def main() -> None:
    names = {
        person_key(mention.full): mention.full
        for path in sys.argv[1:]
        for article in read(Path(path))
        for mention in context(article).names
    }
    counts: Counter[tuple[str, str]] = Counter()
    for name in names.values():
        counts.update(zip(("surname", "middle", "given"), name_parts(name), strict=True))
    lines = ["part,word,count,source", f"all,,{len(names)},{SOURCE}"]
    for (part, word), count in sorted(counts.items(), key=lambda row: (row[0][0], -row[1], row[0][1])):
        if count >= LEAST:
            lines.append(f"{part},{word},{count},{SOURCE}")
    target = folder("data") / "gazetteers" / "name-parts.csv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target}: {len(names)} names, {len(lines) - 2} parts")


if __name__ == "__main__":
    main()
