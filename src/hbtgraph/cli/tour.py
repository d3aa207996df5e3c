"""A short tour of a graph: six questions that its readers ask first, each answer with its words and place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click
from rich.console import Console
from rich.markup import escape

from hbtgraph.cli.group import console, opened
from hbtgraph.store import Rows, Store

Row = Mapping[str, str | None]

_MOST = 8
"""Lines for a question; the whole answer is one command away, and the tour says which."""


def _post(row: Row) -> str:
    return f"[bold]{_said(row, 'person')}[/] – {_said(row, 'role')}, {_said(row, 'body')} ({_said(row, 'status')})"


def _document(row: Row) -> str:
    day = f", {row['date']}" if row["date"] else ""
    issuer = f", {_said(row, 'issuer')}" if row["issuer"] else ""
    return f"[bold]{_said(row, 'document')}[/]{issuer}{day}"


def _campaign(row: Row) -> str:
    since = f" – từ | since {row['since']}" if row["since"] else ""
    organizer = f" – {_said(row, 'organizer')}" if row["organizer"] else ""
    return f"[bold]{_said(row, 'campaign')}[/]{organizer}{since}"


def _award(row: Row) -> str:
    count = f"{row['count']} " if row["count"] and not (row["recipient"] or "").startswith(row["count"]) else ""
    giver = f" – {_said(row, 'giver')}" if row["giver"] else ""
    return f"[bold]{_said(row, 'honour')}[/]: {count}{_said(row, 'recipient')}{giver} ({_said(row, 'status')})"


def _figure(row: Row) -> str:
    comparison = f" ({_said(row, 'comparison')})" if row["comparison"] else ""
    amount = f" = {int(row['amount']):,} đồng".replace(",", ".") if row["amount"] else ""
    period = f", {_said(row, 'period')}" if row["period"] else ""
    value = (row["value"] or "").replace(".", ",")
    return f"{_said(row, 'indicator')}: [bold]{value} {_said(row, 'unit')}[/]{amount}{comparison}{period}"


def _event(row: Row) -> str:
    day = f" – {row['date']}" if row["date"] else ""
    return f"[bold]{_said(row, 'event')}[/]{day} ({_said(row, 'status')})"


def _said(row: Row, name: str) -> str:
    return escape(row[name] or "–")


_STOPS: tuple[tuple[str, str, dict[str, str | int], Callable[[Row], str]], ...] = (
    ("Ai lãnh đạo? | Who led?", "officials", {}, _post),
    ("Văn bản, kế hoạch nào? | Which plans and documents?", "documents", {}, _document),
    ("Phong trào nào, từ khi nào? | Which campaigns, since when?", "campaigns", {}, _campaign),
    ("Ai được khen thưởng? | Who was rewarded?", "awards", {}, _award),
    ("Thu, chi, đạt được bao nhiêu? | What was collected and achieved?", "figures", {}, _figure),
    ("Sẽ làm gì? | What was planned?", "events", {"status": "planned"}, _event),
)


@click.command()
@click.pass_context
def tour(context: click.Context) -> None:
    """Xem nhanh sáu điều, điều nào cũng kèm lời trích. | Six questions, each answer with its words."""
    store, out = opened(context), console()
    for question, name, params, line in _STOPS:
        _show(out, store, question, name, params, line)


def _show(
    out: Console,
    store: Store,
    question: str,
    name: str,
    params: Mapping[str, str | int],
    line: Callable[[Row], str],
) -> None:
    from hbtgraph.queries import bind, load

    answer = store.query(bind(load(name), params))
    assert isinstance(answer, Rows)
    rows = list(answer.records())
    command = " ".join(["hbtgraph query", name, *(f"--{key} {value}" for key, value in params.items())])
    out.print(f"\n[bold blue]{escape(question)}[/]  [dim]{command}[/]")
    if not rows:
        out.print("  –")
    for row in rows[:_MOST]:
        out.print(f"• {line(row)}", soft_wrap=True)
        place = f"{row['article']}, {row['start']}–{row['end']}"
        out.print(
            f"  [italic]“{escape(' '.join((row['words'] or '').split()))}”[/]  [dim]{escape(place)}[/]", soft_wrap=True
        )
    if len(rows) > _MOST:
        out.print(f"  [dim]… và {len(rows) - _MOST} dòng nữa | and {len(rows) - _MOST} more[/]")
