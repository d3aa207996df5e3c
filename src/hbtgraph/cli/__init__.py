"""The command line: thin, one line for each error, exit 2 where a command could not run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from hbtgraph.cli.articles import add, extract, retract, status, validate
from hbtgraph.cli.ask import queries, query, sparql
from hbtgraph.cli.export import export
from hbtgraph.cli.group import Commands, Settings
from hbtgraph.cli.identity import decisions as list_decisions
from hbtgraph.cli.identity import different, mentions, review, same, split, undo
from hbtgraph.cli.measure import evaluate
from hbtgraph.cli.process import settle
from hbtgraph.cli.tour import tour
from hbtgraph.cli.units import units
from hbtgraph.errors import HbtGraphError

__all__ = ["cli", "main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--store",
    metavar="NƠI/PLACE",
    help="Kho đồ thị: một thư mục, hoặc sparql+http://máy/... (nếu không: biến HBTGRAPH_STORE, rồi thư mục "
    "dữ liệu của bạn). | The store: a folder, or sparql+http://host/... (else $HBTGRAPH_STORE, then your data folder).",
)
@click.option(
    "--decisions",
    metavar="TỆP/FILE",
    help="Tệp quyết định ai là ai (nếu không: biến HBTGRAPH_DECISIONS, rồi tệp cạnh kho). | The file of decisions on "
    "who is who (else $HBTGRAPH_DECISIONS, then the file beside the store).",
)
@click.version_option(package_name="hbtgraph", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, store: str | None, decisions: str | None) -> None:
    """Đồ thị tri thức về hoạt động của chính quyền địa phương, đọc từ báo chí: mỗi dữ kiện kèm lời trích.

    A knowledge graph of local-government activities, read from the news: every fact with its words.

    \b
    Bắt đầu | Start here:
      hbtgraph add bai-bao.txt
      hbtgraph query officials --on 2022-10-23
      hbtgraph export html -o do-thi.html
    """
    context.obj = Settings(store, decisions)


_READING = (add, extract, retract, status, validate)
_ASKING = (queries, query, sparql, units, export, tour, evaluate)
_IDENTITY = (mentions, review, same, different, split, undo, list_decisions)
for command in (*_READING, *_ASKING, *_IDENTITY):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits: 0 done, 1 does not conform, 2 could not run, 130 interrupted."""
    settle()
    try:
        code = cli.main(args=arguments, prog_name="hbtgraph", standalone_mode=False)
    except HbtGraphError as error:
        _fail(str(error))
    except click.ClickException as error:
        _fail(" ".join(error.format_message().split()))
    except (KeyboardInterrupt, click.Abort):
        _fail("đã dừng theo yêu cầu | interrupted", 130)
    except BrokenPipeError:  # `hbtgraph ... | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(line: str, code: int = 2) -> None:
    click.echo(f"hbtgraph: {line}", err=True)
    sys.exit(code)
