"""A store that cannot be opened says why in one line, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hbtgraph.errors import StoreError
from hbtgraph.store import open_store


def test_a_folder_is_made_with_those_above_it_and_opens_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "store"
    open_store(str(folder)).close()
    open_store(str(folder), create=False).close()


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"file: .*là một tệp.* \| .*this is a file"):
        open_store(str(tmp_path / "file"))


@pytest.mark.parametrize("how", [{"create": False}, {"read_only": True}])
def test_where_there_is_no_store_none_is_made_unasked(tmp_path: Path, how: dict[str, bool]) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(str(tmp_path / "none"), **how)
    assert not (tmp_path / "none").exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="something else"):
        open_store(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_place_where_no_folder_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / "file" / "store"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "blocked").mkdir(mode=0o500)
    program = (
        "import os, sys; from hbtgraph.errors import StoreError; from hbtgraph.store import open_store\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: open_store(sys.argv[1])\n"
        "except StoreError as error: print(error.en)"
    )
    tmp_path.chmod(0o755)
    result = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "blocked" / "store")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "cannot be opened" in result.stdout, result.stderr


def test_a_store_in_use_by_another_program_says_so_and_can_still_be_read(tmp_path: Path) -> None:
    program = (
        "import sys; from hbtgraph.store import open_store; store = open_store(sys.argv[1])\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "s")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match="another program is using the store"):
            open_store(str(tmp_path / "s"))
        open_store(str(tmp_path / "s"), read_only=True).close()
        holder.communicate()


def test_a_store_open_twice_in_one_program_says_so(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "s")), pytest.raises(StoreError, match="is using the store"):
        open_store(str(tmp_path / "s"))


def test_a_closed_store_is_not_used(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "s"))
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("ASK {}")
    open_store(str(tmp_path / "s")).close()  # the lock is gone
