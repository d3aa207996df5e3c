"""What all commands share: near names for a mistyped one, the store, and the console."""

from __future__ import annotations

import difflib
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
from rich.console import Console

from hbtgraph.config import decisions_location, store_location
from hbtgraph.store import Store, open_store

if TYPE_CHECKING:
    from hbtgraph.identity import Decided


class Settings(NamedTuple):
    """What the user chose for all commands: the store, and the file of decisions on who is who."""

    store: str | None = None
    decisions: str | None = None


class Commands(click.Group):
    """A group that answers an unknown command with the near ones."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first in `args`. Raises click.UsageError, in both languages."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            names = self.list_commands(ctx)
            near = ", ".join(difflib.get_close_matches(args[0], names, n=3, cutoff=0.5) or names)
            raise click.UsageError(f"không có lệnh “{args[0]}”; có: {near} | no such command; there is: {near}")
        return super().resolve_command(ctx, args)


def opened(context: click.Context, *, read_only: bool = True) -> Store:
    """The store that the user chose, closed when the command ends.

    To be read it must exist; to be written it is made where it does not. Raises StoreError.
    """
    location = store_location(context.obj.store)
    store = open_store(location, read_only=read_only, create=not read_only)
    context.call_on_close(store.close)
    return store


def decisions_file(context: click.Context) -> Path | None:
    """The file of decisions on who is who that goes with the user's store, if any."""
    return decisions_location(context.obj.decisions, store_location(context.obj.store))


def decided_in(context: click.Context) -> Decided:
    """What people decided of who is who. Raises DecisionError."""
    from hbtgraph.identity import UNDECIDED, decided, read_decisions

    file = decisions_file(context)
    return decided(read_decisions(file), where=str(file)) if file else UNDECIDED


def console(*, err: bool = False) -> Console:
    """A console as wide as the terminal; piped text is not cut to 80 columns."""
    stream = sys.stderr if err else sys.stdout
    width = shutil.get_terminal_size().columns if stream.isatty() else 160
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)


_MANY = 5
"""From this many items on, a progress bar is worth its space."""


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A step to call with the name of each item done; it moves a bar on the terminal where items are many."""
    if total < _MANY or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import Progress

    with Progress(console=console(err=True), transient=True) as bar:
        task = bar.add_task("Đang đọc | Reading", total=total)
        yield lambda _: bar.advance(task)
