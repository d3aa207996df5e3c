"""Commands that ask: queries, query, sparql."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hbtgraph.cli.group import console, opened
from hbtgraph.cli.output import FORMATS, write_rows
from hbtgraph.errors import QueryError
from hbtgraph.store import alive

if TYPE_CHECKING:
    from hbtgraph.queries import Query

_FORMAT = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Dạng in ra. | Form."
)


@click.command()
def queries() -> None:
    """Liệt kê các câu hỏi có sẵn. | List the stored questions."""
    from rich.table import Table

    from hbtgraph.queries import catalogue

    table = Table("tên | name", "câu hỏi | question", "tham số | parameters", box=None, pad_edge=False)
    for query in catalogue():
        params = " ".join(f"--{param.name}" for param in query.params)
        table.add_row(query.name, f"{query.question_vi}\n[dim]{query.question_en}[/]", params)
    console().print(table)


@click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True}, add_help_option=False)
@click.argument("name")
@_FORMAT
@click.option("-h", "--help", "wants_help", is_flag=True, help="Tham số của câu hỏi. | The question's parameters.")
@click.pass_context
def query(context: click.Context, name: str, form: str, wants_help: bool) -> None:
    """Hỏi một câu hỏi có sẵn. | Ask a stored question.

    `hbtgraph query NAME --help` cho biết tham số và các cột. | tells its parameters and columns.

    \b
    Ví dụ | Examples:
      hbtgraph query officials --on 2022-10-23
      hbtgraph query documents --of "quan hai ba trung" --format csv
    """
    from hbtgraph.queries import bind, load

    question = load(name)
    if wants_help:
        _describe(question)
        return
    given = _parameters(context.args)
    bind(question, given)  # what cannot be asked is said before a store is looked for
    store = opened(context)
    answer = store.query(bind(question, given, alive=partial(alive, store)))
    write_rows(answer, form, hide=_hidden(question))


def _parameters(arguments: list[str]) -> dict[str, str]:
    """ "--on 2022-10-23" or "--on=2022-10-23", any number of them. Raises QueryError where one is left over."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, has_value, value = rest.pop(0).partition("=")
        if not name.startswith("--") or (not has_value and not rest):
            raise QueryError(
                f"không hiểu “{name}”; tham số viết --tên giá-trị",
                f'"{name}" is not understood; a parameter is written --name value',
            )
        found[name[2:].replace("-", "_")] = value if has_value else rest.pop(0)
    return found


def _hidden(question: Query) -> tuple[str, ...]:
    """Columns that a table for reading leaves out, and the other forms keep: IRIs and details."""
    return tuple(
        column.name
        for column in question.columns
        if column.detail or column.name.endswith("Iri") or column.name == "fact"
    )


def _describe(question: Query) -> None:
    out = console()
    out.print(f"[bold]{question.title_vi}[/] | {question.title_en}")
    out.print(f"{question.question_vi}\n[dim]{question.question_en}[/]\n")
    for param in question.params:
        notes = [param.vi, param.en]
        notes += [f"ví dụ | example: {param.example}"] if param.example else []
        notes += [f"nếu không nêu | default: {param.default}"] if param.default else []
        notes += [f"một trong | one of: {', '.join(param.values)}"] if param.values else []
        out.print(f"  --{param.name} <{param.type}>  " + " | ".join(notes), markup=False)
    out.print("\nCột | Columns")
    for column in question.columns:
        out.print(f"  {column.name}: {column.vi} | {column.en}", markup=False)


@click.command()
@click.argument("text", metavar="FILE|TEXT")
@_FORMAT
@click.pass_context
def sparql(context: click.Context, text: str, form: str) -> None:
    """Hỏi bằng SPARQL, viết thẳng hoặc trong tệp. | Ask in SPARQL, given as text or in a file.

    \b
    Ví dụ | Example:
      hbtgraph sparql "SELECT (COUNT(*) AS ?n) { ?a a <https://schema.org/NewsArticle> }"
    """
    from hbtgraph.queries import check_read_only

    if not any(mark in text for mark in "{\n") and Path(text).suffix in (".rq", ".sparql", ".txt"):
        try:
            text = Path(text).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(
                "không đọc được tệp câu hỏi; hãy xem lại tên tệp",
                "the query file cannot be read; check its name",
                where=text,
            ) from error
    check_read_only(text)
    write_rows(opened(context).query(text), form)
