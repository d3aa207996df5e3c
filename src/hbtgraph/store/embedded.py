"""Oxigraph inside the program: on disk, or in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from hbtgraph.errors import QueryError, StoreError
from hbtgraph.store.base import Answer, Rows, Store

MEMORY = "memory:"
"""The location of a store that is gone when it is closed."""

_MUCH = 10_000
"""Quads that are worth files of their own."""

_MARK = "CURRENT"
"""The file by which RocksDB, which Oxigraph writes with, knows a folder of its own."""


class EmbeddedStore(Store):
    """A store of this process: one writer at a time, and any number of readers beside it.

    A reader opened with `read_only` sees the store as it was when it was opened.
    """

    def __init__(self, location: str, *, read_only: bool = False, create: bool = True) -> None:
        self.location, self.read_only = location, read_only
        self._store: ox.Store | None = _open(location, read_only, create)

    @property
    def _open_store(self) -> ox.Store:
        if self._store is None:
            raise StoreError("kho đã đóng; hãy mở lại", "the store is closed; open it again", where=self.location)
        return self._store

    def _update(self, text: str) -> None:
        """Carries out a SPARQL 1.1 update, all of it or nothing. Raises StoreError."""
        if self.read_only:
            raise StoreError(
                "kho đang mở chỉ để đọc; hãy mở lại để ghi",
                "the store is open for reading only; open it for writing",
                where=self.location,
            )
        try:
            self._open_store.update(text)
        except (OSError, RuntimeError, SyntaxError, ValueError) as error:
            raise self._unwritten(error) from error

    def _unwritten(self, error: Exception) -> StoreError:
        return StoreError(
            f"không ghi được vào kho ({error}); hãy kiểm tra chỗ trống và quyền ghi",
            f"the store cannot be written ({error}); check free space and permissions",
            where=self.location,
        )

    def replace(self, graphs: Iterable[str], quads: Iterable[ox.Quad]) -> None:
        """Empties the named graphs and writes the quads, in one transaction; see `Store.replace`.

        What is only added needs no update text, whose parsing would take most of the time; and where it is much, the
        engine's loader sorts it into files and takes these in at once, for a quarter of the time. It is handed text
        and not quads: so it needs nothing of Python meanwhile, and other threads go on.
        """
        graphs, quads = list(graphs), list(quads)
        if self.read_only or any(next(self.quads([name]), None) for name in graphs):
            super().replace(graphs, quads)
            return
        try:
            if len(quads) >= _MUCH:
                # lenient: what is written here was terms a moment ago
                self._open_store.bulk_load(_with_union(quads), format=ox.RdfFormat.N_QUADS, lenient=True)
            else:
                self._open_store.extend(both for quad in quads for both in (quad, ox.Quad(*quad.triple)))
        except (OSError, RuntimeError, SyntaxError, ValueError) as error:
            raise self._unwritten(error) from error

    def query(self, text: str) -> Answer:
        """Answers a SPARQL 1.1 query over the union of the graphs; see `Store.query`."""
        try:
            found = self._open_store.query(text)
            if isinstance(found, ox.QueryBoolean):
                return bool(found)
            if isinstance(found, ox.QueryTriples):
                return list(found)
            names = tuple(variable.value for variable in found.variables)
            return Rows(names, tuple(tuple(row) for row in found))
        except SyntaxError as error:
            raise QueryError(
                f"câu SPARQL không đọc được ({error}); hãy xem lại cú pháp",
                f"the SPARQL text does not parse ({error}); check its syntax",
            ) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(
                f"kho không trả lời được câu hỏi ({error})",
                f"the store cannot answer the query ({error})",
                where=self.location,
            ) from error

    def quads(self, graphs: Iterable[str] | None = None) -> Iterator[ox.Quad]:
        """The quads of these named graphs (IRIs), or of all; in no particular order."""
        for name in self.graph_names() if graphs is None else graphs:
            yield from self._open_store.quads_for_pattern(None, None, None, ox.NamedNode(name))

    def graph_names(self) -> list[str]:
        """IRIs of the named graphs that hold something, sorted."""
        names = (name.value for name in self._open_store.named_graphs() if isinstance(name, ox.NamedNode))
        return sorted(name for name in names if next(self.quads([name]), None) is not None)

    def close(self) -> None:
        """Lets go of the files and the lock."""
        self._store = None


def _with_union(quads: Sequence[ox.Quad]) -> bytes:
    """The quads as N-Quads, and their triples once more for the default graph."""
    named = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    union = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return (named or b"") + (union or b"")


_LOCKED = ("while lock file", "lock hold by")
"""How RocksDB says that another process, or this one, has the store open already."""


def _open(location: str, read_only: bool, create: bool) -> ox.Store:
    if location == MEMORY:
        return ox.Store()
    path = Path(location).expanduser()
    try:
        _check_folder(path, may_create=create and not read_only)
        if read_only:
            return ox.Store.read_only(str(path))
        path.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(path))
    except OSError as error:
        raise _cannot_open(location, error) from error


def _check_folder(path: Path, *, may_create: bool) -> None:
    if path.exists() and not path.is_dir():
        raise StoreError(
            "kho phải là một thư mục, nhưng đây là một tệp; hãy chọn một thư mục",
            "a store is a folder, but this is a file; choose a folder",
            where=str(path),
        )
    if (path / _MARK).is_file():
        return
    if not may_create:
        raise StoreError(
            "chưa có kho ở đây; hãy chạy `hbtgraph add` để tạo, hoặc chọn kho khác",
            "there is no store here; run `hbtgraph add` to make one, or choose another",
            where=str(path),
        )
    if path.is_dir() and any(path.iterdir()):
        raise StoreError(
            "thư mục này đã có thứ khác bên trong; hãy chọn một thư mục trống",
            "this folder holds something else; choose an empty one",
            where=str(path),
        )


def _cannot_open(location: str, error: OSError) -> StoreError:
    if any(phrase in str(error).lower() for phrase in _LOCKED):
        return StoreError(
            "kho đang được một chương trình khác sử dụng; hãy đóng chương trình đó hoặc mở chỉ để đọc",
            "another program is using the store; close it, or open the store for reading only",
            where=location,
        )
    reason = error.strerror or str(error)
    return StoreError(
        f"không mở được kho ({reason}); hãy kiểm tra quyền ghi hoặc chọn thư mục khác",
        f"the store cannot be opened ({reason}); check permissions or choose another folder",
        where=location,
    )
