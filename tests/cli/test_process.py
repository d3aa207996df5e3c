"""The program as a process."""

from __future__ import annotations

import subprocess
import sys


def test_the_program_collects_rarely_and_a_program_that_imports_the_package_as_before() -> None:
    ask = "import gc, sys; from hbtgraph.cli import main\n{}\nprint(gc.get_threshold()[0])"
    run = "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main(['queries'])"
    told = [
        subprocess.run([sys.executable, "-c", ask.format(body)], capture_output=True, text=True, check=True).stdout
        for body in ("", run)
    ]
    imported, ran = map(int, told)
    assert ran > 10 * imported
