"""Answers on the screen or for other programs: table, JSON, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection

import click

from hbtgraph.cli.group import console
from hbtgraph.config import BASE
from hbtgraph.store import Answer, Rows, Term, plain

FORMATS = ("table", "json", "csv", "markdown")


def write_rows(answer: Answer, form: str, *, hide: Collection[str] = ()) -> None:
    """Writes an answer to standard output; `hide` names columns that table and markdown leave out.

    A yes-or-no answer is one word, an answer of triples is N-Triples, whatever the form.
    """
    if isinstance(answer, bool):
        click.echo("true" if answer else "false")
    elif not isinstance(answer, Rows):
        for line in sorted(f"{triple} ." for triple in answer):
            click.echo(line)
    elif form == "json":
        click.echo(json.dumps(list(map(dict, answer.records())), ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(_csv(answer), nl=False)
    else:
        shown = [place for place, name in enumerate(answer.columns) if name not in hide]
        columns = [answer.columns[place] for place in shown]
        cells = [[_cell(row[place]) for place in shown] for row in answer]
        _table(columns, cells) if form == "table" else _markdown(columns, cells)


def _csv(rows: Rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([record[name] or "" for name in rows.columns] for record in rows.records())
    return out.getvalue()


def _cell(term: Term | None) -> str:
    """A term for reading: own IRIs are cut to their last part."""
    text = "" if term is None else plain(term)
    return text.rpartition("/")[2].rpartition("#")[2] if text.startswith(BASE) else text


def _table(columns: list[str], cells: list[list[str]]) -> None:
    from rich.table import Table

    out = console()
    if not cells:
        out.print("không có dòng nào | no rows")
        return
    table = Table(*columns, show_lines=True, header_style="bold")
    for row in cells:
        table.add_row(*(cell.replace("[", r"\[") for cell in row))
    out.print(table)
    out.print(f"{len(cells)} dòng | rows")


def _markdown(columns: list[str], cells: list[list[str]]) -> None:
    click.echo("| " + " | ".join(columns) + " |")
    click.echo("|" + " --- |" * len(columns))
    for row in cells:
        click.echo("| " + " | ".join(" ".join(cell.replace("|", r"\|").split()) for cell in row) + " |")
