"""Keeps the outputs shown in the documentation true.

In README.md and docs/*.md a block

    <!-- output of: hbtgraph queries -->
    ```text
    ...
    ```

holds what that command prints on a graph of data/articles; `python` instead of a command stands for
the Python block before it. Without arguments the blocks are written anew; with --check nothing is
written, and the exit status is 1 where one is out of date.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(<!-- output of: (?P<command>.+?) -->\n```\w*\n)(?P<output>.*?)(```)", re.DOTALL)
CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def environment(folder: str) -> dict[str, str]:
    """The store of the samples, this interpreter's programs first, plain output."""
    programs = os.path.dirname(sys.executable)
    more = {"HBTGRAPH_STORE": f"{folder}/store", "PATH": f"{programs}:{os.environ['PATH']}", "NO_COLOR": "1"}
    return {**os.environ, **more}


def output(command: str, before: str, surroundings: dict[str, str]) -> str:
    python = [sys.executable, "-c", CODE.findall(before)[-1]] if command == "python" else None
    arguments = python or ["bash", "-c", command]
    ran = subprocess.run(arguments, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"docs: {command}: exit {ran.returncode}\n{ran.stderr}")
    return "\n".join(line.rstrip() for line in ran.stdout.splitlines()) + "\n"


def renewed(text: str, surroundings: dict[str, str]) -> str:
    def renew(block: re.Match[str]) -> str:
        return block[1] + output(block["command"], text[: block.start()], surroundings) + block[4]

    return BLOCK.sub(renew, text)


def main() -> None:
    check = "--check" in sys.argv[1:]
    stale = False
    with tempfile.TemporaryDirectory() as folder:
        surroundings = environment(folder)
        samples = sorted((ROOT / "data" / "articles").glob("*.txt"))
        subprocess.run(["hbtgraph", "add", *map(str, samples)], env=surroundings, check=True, capture_output=True)
        for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
            text = path.read_text(encoding="utf-8")
            new = renewed(text, surroundings)
            if new != text and check:
                stale = True
                name = str(path.relative_to(ROOT))
                sys.stdout.writelines(
                    difflib.unified_diff(text.splitlines(True), new.splitlines(True), name, "as it is now")
                )
            elif new != text:
                path.write_text(new, encoding="utf-8")
    if stale:
        sys.exit("docs: out of date; run `python scripts/docs.py`")


if __name__ == "__main__":
    main()
