"""Takes the README's picture of the graph: `python scripts/screenshot.py PAGE.html docs/graph.png [ID]`.

PAGE is made by `hbtgraph export html -o PAGE.html`; ID (the last part of an IRI) is what is chosen in it.
Needs a Chromium on PATH and `playwright`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def browser_path() -> str:
    """The first Chromium on PATH."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return found or sys.exit("No Chromium on PATH; on Debian: apt-get install chromium")


def take(
    page_file: Path, picture: Path, chosen: str, width: int = 1400, height: int = 860, scheme: str = "light"
) -> None:
    """Opens the page at a size and saves what it shows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page.goto(f"{page_file.resolve().as_uri()}#{chosen}")
        page.wait_for_selector("body[data-ready]")
        page.wait_for_timeout(300)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    arguments = [*sys.argv[1:], ""]
    if len(arguments) < 3:
        sys.exit(__doc__)
    take(Path(arguments[0]), Path(arguments[1]), arguments[2])
