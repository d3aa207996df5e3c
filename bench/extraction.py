"""How well and how fast facts are read. `make bench`, or `python bench/extraction.py [--errors KIND]`.

Reads every article of ../shared/articles that has hand-made facts in ../shared/eval/gold, scores the
facts with ../shared/eval/score.py, and times reading and extraction on one core. Then it scores the
articles of the corpus that are labelled in tests/fixtures/labelled: "dev", which rules were mended with,
and "apart", which no writer of rules looked into.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hbtgraph.extract import extract
from hbtgraph.model import facts_to_json
from hbtgraph.sources import read_article

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIRST = "hai-ba-trung-2022"
LABELLED = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "labelled"


def predict(names: list[str], folder: Path) -> float:
    """Writes NAME.json for each article; the seconds that reading and extraction took."""
    extract(read_article(SHARED / "articles" / f"{names[0]}.txt"), activities=False)  # word lists are loaded once
    started = time.perf_counter()
    packed = {}
    for name in names:
        article = read_article(SHARED / "articles" / f"{name}.txt")
        packed[name] = facts_to_json(name, extract(article, activities=False))
    seconds = time.perf_counter() - started
    for name, data in packed.items():
        (folder / f"{name}.json").write_bytes(data)
    return seconds


def scored(names: list[str], title: str, *more: str) -> None:
    """Prints the scorer's table for these articles."""
    with tempfile.TemporaryDirectory() as folder:
        gold, guesses = Path(folder) / "gold", Path(folder) / "guesses"
        gold.mkdir()
        guesses.mkdir()
        seconds = predict(names, guesses)
        for name in names:
            (gold / f"{name}.gold.json").symlink_to(SHARED / "eval" / "gold" / f"{name}.gold.json")
        print(f"\n{title}: {len(names)} articles, {len(names) / seconds:.0f} articles a second")
        command = [sys.executable, SHARED / "eval" / "score.py", gold, guesses, "--texts", SHARED / "articles", *more]
        subprocess.run(command, check=True)


def main() -> None:
    if not (SHARED / "eval" / "gold").is_dir():
        print("no hand-made facts here (../shared/eval/gold is absent): nothing is measured")
        return
    names = sorted(path.name.removesuffix(".gold.json") for path in (SHARED / "eval" / "gold").glob("*.gold.json"))
    scored([FIRST], "The first article", *sys.argv[1:])
    scored([name for name in names if name != FIRST], "The others", *sys.argv[1:])
    for folder in sorted(LABELLED.iterdir()):
        print(f"\nLabelled articles of the corpus, {folder.name}: {len(list(folder.iterdir()))}", flush=True)
        corpus = SHARED / "articles" / "corpus-2017.jsonl.gz"
        program = Path(sys.executable).with_name("hbtgraph")
        subprocess.run([program, "evaluate", folder, "--articles", corpus], check=True)


if __name__ == "__main__":
    main()
