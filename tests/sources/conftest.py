"""Text as the fonts before Unicode wrote it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from hbtgraph.resources import table

OldFont = Callable[[str, str], str]


@cache
def letters(encoding: str) -> dict[str, str]:
    """Letter to what the encoding writes, the first way where the table has several."""
    found: dict[str, str] = {}
    for row in table("legacy-letters"):
        if row["encoding"] == encoding:
            found.setdefault(row["letter"], bytes.fromhex(row["code"]).decode("latin-1"))
    return found


@pytest.fixture(scope="session")
def old_font() -> OldFont:
    """Turns text into what a program that knows no TCVN3 or VNI shows of it."""
    return lambda text, encoding: "".join(letters(encoding).get(letter, letter) for letter in text)
