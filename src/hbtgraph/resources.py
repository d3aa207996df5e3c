"""Finds the folders that travel with the program: `ontology/`, `queries/` and `data/`.

In an installed package they lie inside it (`hbtgraph/_ontology` ...); in a checkout they stand at
the top of the repository, three levels above this file.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hbtgraph.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


@cache
def folder(name: str) -> Path:
    """The folder `ontology`, `queries` or `data`, wherever this copy of the program keeps it.

    Raises ConfigError where the installation is incomplete.
    """
    for candidate in (_PACKAGE / f"_{name}", _CHECKOUT / name):
        if candidate.is_dir():
            return candidate
    raise ConfigError(
        f"bản cài đặt thiếu thư mục {name}/; hãy cài lại hbtgraph",
        f"this installation lacks the folder {name}/; install hbtgraph again",
    )


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `data/gazetteers/{name}.csv`, column name to text.

    Every table has a header row and a `source` column; a line that begins with `#` is a comment.
    Raises ConfigError where there is no such table.
    """
    vietnamese, english = f"danh mục {name}.csv", f"the word list {name}.csv"
    return tuple(map(MappingProxyType, _rows(f"gazetteers/{name}.csv", vietnamese, english)))


@cache
def weights(name: str) -> Mapping[tuple[str, ...], float]:
    """The weights of a learned model, `data/learned/{name}.csv`: what is seen, its parts joined by "|", to its weight.

    Raises ConfigError where there is no such model.
    """
    vietnamese, english = f"trọng số {name}.csv", f"the weights {name}.csv"
    rows = _rows(f"learned/{name}.csv", vietnamese, english)
    return MappingProxyType({tuple(row["seen"].split("|")): float(row["weight"]) for row in rows})


def _rows(path: str, vietnamese: str, english: str) -> list[dict[str, str]]:
    """The rows of a table under `data`; a line that begins with `#` is a comment."""
    file = folder("data") / path
    if not file.is_file():
        raise ConfigError(
            f"bản cài đặt thiếu {vietnamese}; hãy cài lại hbtgraph",
            f"this installation lacks {english}; install hbtgraph again",
        )
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))
