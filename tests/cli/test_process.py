"""The program as a process."""

from __future__ import annotations

import subprocess
import sys

IMPORTED = """
import contextlib, gc, io
from hbtgraph.cli import main
"""
RUN = """
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(["queries"])
"""


def test_the_program_looks_for_garbage_rarely_and_a_program_that_imports_the_package_as_before() -> None:
    imported, ran = (
        subprocess.run(
            [sys.executable, "-c", f"{IMPORTED}{then}print(gc.get_threshold()[0])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for then in ("", RUN)
    )
    assert int(ran) > 10 * int(imported)
