"""A short tour of a graph: six questions that its readers ask first, each answer with its words and place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

import click
from rich.console import Console
from rich.markup import escape

from hbtgraph.cli.group import console, opened
from hbtgraph.store import Rows, Store

Row = Mapping[str, str | None]

_MOST = 8
"""Lines for a question; the whole answer is one command away, and the tour says which."""


def _post(row: Row) -> str:
    post = ", ".join(_said(row, name) for name in ("role", "body") if row[name])
    return f"[bold]{_said(row, 'person')}[/] – {post} ({_said(row, 'status')})"


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
    amount = f" = {_number(row['amount'])} đồng" if row["amount"] else ""
    period = f", {_said(row, 'period')}" if row["period"] else ""
    return (
        f"{_said(row, 'indicator')}: [bold]{_number(row['value'])} {_said(row, 'unit')}[/]{amount}{comparison}{period}"
    )


def _number(plain: str | None) -> str:
    """Points between thousands and a decimal comma, as Vietnamese writes numbers."""
    return f"{Decimal(plain or 0):,f}".translate(str.maketrans(",.", ".,"))


def _event(row: Row) -> str:
    day = f" – {row['date']}" if row["date"] else ""
    return f"[bold]{_said(row, 'event')}[/]{day} ({_said(row, 'status')})"


def _said(row: Row, name: str) -> str:
    return escape(row[name] or "–")


class Stop(NamedTuple):
    """One question of the tour: how it is asked, and how a row of its answer is said."""

    question: str
    query: str
    params: Mapping[str, str]
    line: Callable[[Row], str]


_STOPS = (
    Stop("Ai lãnh đạo? | Who led?", "officials", {}, _post),
    Stop("Văn bản, kế hoạch nào? | Which plans and documents?", "documents", {}, _document),
    Stop("Phong trào nào, từ khi nào? | Which campaigns, since when?", "campaigns", {}, _campaign),
    Stop("Ai được khen thưởng? | Who was rewarded?", "awards", {}, _award),
    Stop("Thu được, làm được bao nhiêu? | What was collected and achieved?", "figures", {}, _figure),
    Stop("Sẽ làm gì? | What was planned?", "events", {"status": "planned"}, _event),
)


@click.command()
@click.option("--article", metavar="ID", help="Chỉ theo một bài. | From one article alone.")
@click.pass_context
def tour(context: click.Context, article: str | None) -> None:
    """Xem nhanh sáu điều, điều nào cũng kèm lời trích. | Six questions, each answer with its words."""
    from hbtgraph import pipeline

    store, out = opened(context), console()
    only = pipeline.held(store, article) if article else None
    if only:
        out.print(f"\nTheo bài | From: [bold]{escape(only.title)}[/] ({only.date or '–'})")
    for stop in _STOPS:
        if only and only.date and stop.query == "officials":  # who led on the day of the article
            stop = stop._replace(params={"on": only.date})
        _show(out, store, stop, only.iri if only else None)


def _show(out: Console, store: Store, stop: Stop, only: str | None) -> None:
    from hbtgraph.queries import bind, load

    answer = store.query(bind(load(stop.query), stop.params))
    assert isinstance(answer, Rows)
    rows = [row for row in answer.records() if only in (None, row["articleIri"])]
    command = " ".join(["hbtgraph query", stop.query, *(f"--{key} {value}" for key, value in stop.params.items())])
    out.print(f"\n[bold blue]{escape(stop.question)}[/]  [dim]{command}[/]")
    if not rows:
        out.print("  –")
    for row in rows[:_MOST]:
        out.print(f"• {stop.line(row)}", soft_wrap=True)
        place = f"{row['start']}–{row['end']}" if only else f"{row['article']}, {row['start']}–{row['end']}"
        words = " ".join((row["words"] or "").split())
        out.print(f"  [italic]“{escape(words)}”[/]  [dim]{escape(place)}[/]", soft_wrap=True)
    if len(rows) > _MOST:
        out.print(f"  [dim]… và {len(rows) - _MOST} dòng nữa | and {len(rows) - _MOST} more[/]")
