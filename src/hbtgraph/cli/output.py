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

KIND_NAMES = {
    "tenure": "chức vụ | posts",
    "appointment": "bổ nhiệm | appointments",
    "document": "văn bản | documents",
    "campaign": "phong trào | campaigns",
    "award": "khen thưởng | awards",
    "event": "sự kiện | events",
    "figure": "số liệu | figures",
    "statement": "phát biểu | statements",
    "containment": "đơn vị trong đơn vị | units within units",
    "activity": "hoạt động | activities",
}
"""The kinds of facts as readers know them."""

FORMATS = ("table", "json", "csv", "markdown")

_PROOF = ("words", "article", "start", "end")
"""The columns that say which words prove a line, and where they stand."""


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
        shown = [name for name in answer.columns if name not in hide]
        rows = [dict(zip(answer.columns, map(_cell, row), strict=True)) for row in answer]
        _table(shown, rows) if form == "table" else _markdown(shown, rows)


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


def _table(columns: list[str], rows: list[dict[str, str]]) -> None:
    """A table; the words that prove its lines stand below it, numbered, where there is room for them."""
    from rich.markup import escape
    from rich.table import Table

    out = console()
    if not rows:
        out.print("không có dòng nào | no rows")
        return
    proved = set(_PROOF) <= set(columns)
    shown = [name for name in columns if not (proved and name in _PROOF)]
    table = Table("#", *shown, header_style="bold", show_lines=len(shown) > 1)
    for number, row in enumerate(rows, 1):
        table.add_row(str(number), *(escape(row[name]) for name in shown))
    out.print(table)
    for number, row in enumerate(rows, 1) if proved else ():
        words = escape(" ".join(row["words"].split()))
        place = escape(f"{row['article']}, {row['start']}–{row['end']}")
        out.print(f"[bold]{number}[/] [italic]“{words}”[/] [dim]{place}[/]", soft_wrap=True)
    out.print(f"{len(rows)} dòng | rows")


def _markdown(columns: list[str], rows: list[dict[str, str]]) -> None:
    click.echo("| " + " | ".join(columns) + " |")
    click.echo("|" + " --- |" * len(columns))
    for row in rows:
        click.echo("| " + " | ".join(" ".join(row[name].replace("|", r"\|").split()) for name in columns) + " |")
