"""The one family of errors.

    HbtGraphError             anything the user can mend; the command line prints one line and exits 2
    ├── SourceError           an article cannot be read
    ├── StoreError            a store cannot be opened, read or written
    ├── QueryError            an unknown query, a wrong parameter, SPARQL that does not parse
    ├── LookupFailed          a name or IRI that the graph does not hold
    ├── DecisionError         a decision on who is who names nothing, contradicts another, or cannot be kept
    ├── ExportError           a file or format that cannot be written
    └── ConfigError           a setting or an installation that cannot work

Each message says what is wrong, where, and what to do about it, in Vietnamese and in English.
"""

from __future__ import annotations


class HbtGraphError(Exception):
    """Base of all errors that are meant for the user.

    `vi` and `en` are one sentence each, what is wrong and what to do; `where` names the file,
    parameter or IRI at fault. `str()` is one line: "where: vi | en".
    """

    def __init__(self, vi: str, en: str, *, where: str | None = None) -> None:
        self.vi, self.en, self.where = vi, en, where
        line = f"{vi} | {en}"
        super().__init__(" ".join((f"{where}: {line}" if where else line).split()))


class SourceError(HbtGraphError):
    """An article cannot be read."""


class StoreError(HbtGraphError):
    """A store cannot be opened, read or written."""


class QueryError(HbtGraphError):
    """A query is unknown, a parameter is wrong, or SPARQL does not parse."""


class LookupFailed(HbtGraphError):  # noqa: N818 - LookupError is Python's own name
    """The graph holds nothing by this name or IRI."""


class DecisionError(HbtGraphError):
    """A decision on who is who names nothing, contradicts another, or cannot be kept."""


class ExportError(HbtGraphError):
    """A file or format cannot be written."""


class ConfigError(HbtGraphError):
    """A setting or an installation cannot work."""
