"""What all commands share: near names for a mistyped one, the store, and the console."""

from __future__ import annotations

import difflib
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console

from hbtgraph.config import store_location
from hbtgraph.store import Store, open_store


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
    location = store_location(context.obj)
    store = open_store(location, read_only=read_only, create=not read_only)
    context.call_on_close(store.close)
    return store


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
