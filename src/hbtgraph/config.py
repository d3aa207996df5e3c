"""Settings, built once by a face and passed down; nothing here is global or changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

STORE_VARIABLE = "HBTGRAPH_STORE"
"""Environment variable that names the store: a folder, or sparql+http://host/..."""

BASE = "https://w3id.org/hbtgraph/"
"""Where every IRI of this project begins. One constant, should the project ever move."""


def store_location(given: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """Where the graph is kept: what was given, else the environment's, else the user's data folder.

    The default is $XDG_DATA_HOME/hbtgraph/store (~/.local/share on Linux), or the system's usual place
    for application data on macOS and Windows.
    """
    if location := given or environment.get(STORE_VARIABLE):
        return location
    if sys.platform == "win32":
        root = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Application Support"
    else:
        root = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return str(root / "hbtgraph" / "store")


DECISIONS_VARIABLE = "HBTGRAPH_DECISIONS"
"""Environment variable that names the file of decisions on who is who."""


def decisions_location(
    given: str | None = None, store: str | None = None, environment: Mapping[str, str] = os.environ
) -> Path | None:
    """The file of decisions: what was given, else the environment's, else beside the store's folder.

    "kho/quan" has "kho/quan.decisions.csv". None for a store that is no folder, where none is named.
    """
    if named := given or environment.get(DECISIONS_VARIABLE):
        return Path(named).expanduser()
    if store is None or store.startswith(("memory:", "sparql+")):
        return None
    folder = Path(store).expanduser()
    return folder.with_name(f"{folder.name}.decisions.csv")
