"""Writes whole files or none: to a temporary name beside the place, then renamed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from hbtgraph.errors import ExportError


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Writes several files; where one cannot be written none is, and nothing is left behind.

    The folder is made where only it is missing. Raises ExportError where a place cannot be written.
    """
    with ExitStack() as leftovers:
        try:
            parts = {path: _part(path, content, leftovers) for path, content in contents.items()}
            for path, part in parts.items():
                os.replace(part, path)
        except OSError as error:
            place = str(error.filename2 or error.filename or next(iter(contents)))
            raise ExportError(
                f"không ghi được: {error.strerror}; hãy chọn nơi khác",
                f"cannot be written: {error.strerror}; choose another place",
                where=place,
            ) from error


def _part(path: Path, content: bytes, leftovers: ExitStack) -> Path:
    if path.is_dir():
        raise ExportError("là một thư mục; hãy cho tên tệp", "is a folder; give the name of a file", where=str(path))
    if not path.parent.exists():
        path.parent.mkdir()
        leftovers.callback(_remove_if_empty, path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("xb") as file:
        leftovers.callback(part.unlink, missing_ok=True)
        file.write(content)
    return part


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
