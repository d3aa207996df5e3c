"""Text as the fonts before Unicode wrote it."""

from __future__ import annotations

from functools import cache

from hbtgraph.resources import table


@cache
def letters(encoding: str) -> dict[str, str]:
    """Letter to what the encoding writes, the first way where the table has several."""
    found: dict[str, str] = {}
    for row in table("legacy-letters"):
        if row["encoding"] == encoding:
            found.setdefault(row["letter"], bytes.fromhex(row["code"]).decode("latin-1"))
    return found


def mangled(text: str, encoding: str) -> str:
    """What a program that knows no TCVN3 or VNI shows of the text."""
    return "".join(letters(encoding).get(letter, letter) for letter in text)
