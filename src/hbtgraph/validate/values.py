"""Literals read as Python values, where there is no doubt how.

Only forms that every reader takes alike are read: pySHACL has the last word on the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
from rdflib.namespace import XSD


def read(term: object) -> Any:
    """The value of a literal, or None where it is no literal, of an unknown datatype or oddly written."""
    if not isinstance(term, ox.Literal):
        return None
    reader = _READERS.get(term.datatype.value)
    return reader(term.value) if reader else None


def is_known(datatype: str) -> bool:
    """Whether literals of this datatype can be read."""
    return datatype in _READERS


def _written(form: str, value: Callable[[str], Any]) -> Callable[[str], Any]:
    """A reader of what has this form; None where it has not, or where it is no value (30 February)."""
    matches = re.compile(form).fullmatch

    def reader(text: str) -> Any:
        try:
            return value(text) if matches(text) else None
        except ValueError:
            return None

    return reader


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_READERS: dict[str, Callable[[str], Any]] = {
    str(XSD.string): str,
    str(XSD.integer): _written("[+-]?[0-9]{1,30}", int),
    str(XSD.decimal): _written(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?", Decimal),
    str(XSD.date): _written(_DAY, date.fromisoformat),
    str(XSD.dateTime): _written(
        rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]{{1,6}})?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?",
        datetime.fromisoformat,
    ),
}
