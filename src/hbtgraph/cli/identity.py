"""Commands on who is who: mentions, review, same, different, split, undo, decisions."""

from __future__ import annotations

import datetime
import getpass
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec
from rich.markup import escape

from hbtgraph.cli.group import console, decided_in, decisions_file, opened
from hbtgraph.config import BASE
from hbtgraph.errors import DecisionError

if TYPE_CHECKING:
    from hbtgraph.identity import Verdict
    from hbtgraph.pipeline.naming import Doubt, NamedAt, Side
    from hbtgraph.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

_WHY = click.option("--why", required=True, metavar="LÝ DO/REASON", help="Vì sao. | Why.")
_WHO = click.option("--who", metavar="TÊN/NAME", help="Ai quyết định (nếu không: tên người dùng máy). | Who decides.")


def _form(*forms: str) -> Callable[[Command], Command]:
    kinds = click.Choice(forms)
    return click.option("--format", "form", type=kinds, default=forms[0], show_default=True, help="Dạng in. | Form.")


@click.command()
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@_form("table", "jsonl")
@click.pass_context
def mentions(context: click.Context, articles: tuple[str, ...], form: str) -> None:
    """In mọi chỗ bài nêu tên mà một dữ kiện dùng. | Print every mention that a fact uses.

    Mỗi dòng: bài, chỗ bắt đầu và kết thúc, lời, loại, IRI của đối tượng, quy tắc nhận ra và điểm. | A line each:
    article, start, end, words, kind, IRI of the entity, the rule that tells who it is and its score.

    \b
    Ví dụ | Example:
      hbtgraph mentions hai-ba-trung-2022 --format jsonl
    """
    from hbtgraph import pipeline
    from hbtgraph.pipeline.naming import mentions as found_in

    store = opened(context)
    ids = [pipeline.held(store, name).id for name in articles]
    found = found_in(store, ids, decided_in(context))
    if form == "jsonl":
        for one in found:
            click.echo(json.dumps(msgspec.to_builtins(one), ensure_ascii=False))
    else:
        _mention_table(found)


def _mention_table(found: Iterable[NamedAt]) -> None:
    from rich.table import Table

    heads = ("bài | article", "chỗ | place", "lời | words", "loại | kind", "đối tượng | entity")
    table = Table(*heads, "quy tắc | rule", "điểm | score", box=None, pad_edge=False)
    for one in found:
        words = " ".join(one.text.split())
        shown = words if len(words) <= 60 else f"{words[:59]}…"
        entity = one.entity.rpartition("/")[2]
        place = f"{one.start}–{one.end}"
        table.add_row(one.article, place, escape(shown), one.kind, entity, one.rule, f"{one.score:.2f}")
    console().print(table)


@click.command()
@_form("table", "json")
@click.option("--ask", is_flag=True, help="Hỏi từng cặp rồi ghi quyết định. | Ask pair by pair, and keep the answers.")
@_WHO
@click.pass_context
def review(context: click.Context, form: str, ask: bool, who: str | None) -> None:
    """Liệt kê các cặp còn ngờ, kèm lời của hai bên. | List the pairs in doubt, with the words of both sides.

    \b
    Ví dụ | Examples:
      hbtgraph review
      hbtgraph review --ask --who "Nguyễn Thị Sen"
    """
    from hbtgraph.pipeline.naming import doubts

    store = opened(context, read_only=not ask)
    found = doubts(store, decided_in(context))
    if ask:
        _ask(store, _file(context), found, who)
    elif form == "json":
        click.echo(json.dumps([msgspec.to_builtins(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for number, one in enumerate(found, 1):
            _show(number, len(found), one)
        click.echo(f"{len(found)} cặp | pairs")


def _show(number: int, total: int, doubt: Doubt) -> None:
    out = console()
    out.print(
        f"[bold]{number}/{total}[/] {escape(doubt.reason_vi)} [dim]{escape(doubt.reason_en)}[/] ({doubt.score:.2f})"
    )
    for side in (doubt.a, doubt.b):
        _show_side(out.print, side)


def _show_side(show: Callable[..., Any], side: Side) -> None:
    show(f"  [bold]{escape(side.label)}[/]  {side.birth.removeprefix(f'{BASE}id/')}", soft_wrap=True)
    show(f"    [italic]“{escape(side.words)}”[/] [dim]{escape(side.title)}, {side.day or '–'}[/]", soft_wrap=True)


def _ask(store: Store, file: Path, found: list[Doubt], who: str | None) -> None:
    verdicts: dict[str, Verdict] = {"m": "same", "k": "different"}
    for number, one in enumerate(found, 1):
        _show(number, len(found), one)
        answer = click.prompt(
            "m = một, k = khác, b = bỏ qua, t = thôi | m = same, k = different, b = skip, t = stop",
            type=click.Choice(("m", "k", "b", "t")),
            show_choices=False,
        )
        if answer == "t":
            return
        if answer in verdicts:
            why = click.prompt("Vì sao | Why")
            _decide(store, file, verdicts[answer], (one.a.birth, one.b.birth), who, why)


def _decide(store: Store, file: Path, verdict: Verdict, sides: Iterable[str], who: str | None, why: str) -> None:
    from hbtgraph.pipeline.deciding import decide

    today = datetime.date.today().isoformat()
    new = decide(store, file, verdict, sides, who=who or getpass.getuser(), when=today, why=why)
    click.echo(f"quyết định số {new.number}, ghi ở {file} | decision {new.number}, kept in {file}")


def _file(context: click.Context) -> Path:
    file = decisions_file(context)
    if file is None:
        raise DecisionError(
            "kho này không phải thư mục, hãy chỉ ra tệp quyết định bằng --decisions",
            "this store is no folder: name the file of decisions with --decisions",
        )
    return file


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@_WHY
@_WHO
@click.pass_context
def same(context: click.Context, a: str, b: str, why: str, who: str | None) -> None:
    """Quyết định hai IRI là một đối tượng. | Decide that two IRIs are one thing.

    IRI này ở lại làm mốc, IRI kia dẫn về; lời các bài không đổi. | One IRI stays, the other leads to it; no article's
    words change.

    \b
    Ví dụ | Example:
      hbtgraph same person-tran-van-sen-1a2b3c person-tran-van-sen-4d5e6f --why "cùng một quyết định bổ nhiệm"
    """
    _decide(opened(context, read_only=False), _file(context), "same", (a, b), who, why)


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@_WHY
@_WHO
@click.pass_context
def different(context: click.Context, a: str, b: str, why: str, who: str | None) -> None:
    """Quyết định hai IRI là hai đối tượng, không bao giờ nhập. | Decide that two IRIs are two, never to be joined.

    \b
    Ví dụ | Example:
      hbtgraph different person-tran-van-sen-1a2b3c person-tran-van-sen-4d5e6f --why "khác năm sinh"
    """
    _decide(opened(context, read_only=False), _file(context), "different", (a, b), who, why)


@click.command()
@click.argument("x", metavar="X")
@_WHY
@_WHO
@click.pass_context
def split(context: click.Context, x: str, why: str, who: str | None) -> None:
    """Tách một đối tượng về từng bài đã nêu. | Part a thing into what each article names.

    Sau đó nhập lại bên nào là một bằng same. | Join again, with same, what belongs together.

    \b
    Ví dụ | Example:
      hbtgraph split person-tran-van-sen-1a2b3c --why "hai người trùng tên"
    """
    _decide(opened(context, read_only=False), _file(context), "split", (x,), who, why)


@click.command()
@click.argument("number", metavar="SỐ/NUMBER")
@_WHY
@_WHO
@click.pass_context
def undo(context: click.Context, number: str, why: str, who: str | None) -> None:
    """Rút lại một quyết định (xem decisions). | Take a decision back (see decisions).

    \b
    Ví dụ | Example:
      hbtgraph undo 3 --why "nhìn nhầm năm sinh"
    """
    _decide(opened(context, read_only=False), _file(context), "undo", (number,), who, why)


@click.command()
@click.pass_context
def decisions(context: click.Context) -> None:
    """Liệt kê các quyết định ai là ai. | List the decisions on who is who."""
    from rich.table import Table

    from hbtgraph.identity import read_decisions, standing
    from hbtgraph.pipeline import memory

    file = _file(context)
    found = read_decisions(file)
    stand = {one.number for one in standing(found)}
    store = opened(context) if found else None
    named = {side for one in found if one.decision != "undo" for side in (one.a, *one.b.split())}
    met = {one.sketch.birth for one in memory.of_births(store, named)} if store else set()
    table = Table("số", "ngày | when", "ai | who", "quyết định | decision", "A", "B", "vì sao | why", box=None)
    for one in found:
        sides = [one.a, *one.b.split()] if one.decision != "undo" else []
        notes = "" if one.number in stand or one.decision == "undo" else " (đã rút | undone)"
        notes += " (chưa gặp | not met yet)" if set(sides) - met and one.decision != "split" else ""
        cells = [side.removeprefix(f"{BASE}id/") for side in (one.a, one.b)]
        table.add_row(str(one.number), one.when, escape(one.who), one.decision + notes, *cells, escape(one.why))
    console().print(table)
    click.echo(f"{len(found)} quyết định | decisions, {file}")
