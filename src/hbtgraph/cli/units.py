"""The command that answers about any administrative unit of the country, also one that no article names."""

from __future__ import annotations

import datetime

import click

from hbtgraph.cli.output import FORMATS, write_rows
from hbtgraph.errors import QueryError


@click.command()
@click.argument("name", metavar="TÊN/NAME")
@click.option("--on", metavar="NGÀY/DATE", help="Vào ngày nào (YYYY-MM-DD). | On which day (YYYY-MM-DD).")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Dạng in ra. | Form."
)
def units(name: str, on: str | None, form: str) -> None:
    """Lịch sử của mọi đơn vị hành chính cả nước từ 2017. | The history of any unit of the country since 2017.

    Không cần kho: hỏi được cả đơn vị mà không bài nào nhắc. Dấu ≤, ≥ ở ngày: chỉ biết đến thế. share: toàn bộ
    (whole) hay một phần (part, cả khi không rõ là toàn bộ). | No store is needed. ≤ and ≥ mark days known only so far;
    "part" also stands where it is not known whether all of it passed on.

    \b
    Ví dụ | Examples:
      hbtgraph units "phường Bùi Thị Xuân, quận Hai Bà Trưng" --on 2020-03-01
      hbtgraph units "quan hai ba trung" --format json
    """
    from hbtgraph.lookup.units import unit_versions, version_rows

    if on is not None:
        _check_day(on)
    write_rows(version_rows(unit_versions(name, on)), form, hide=("source",))


def _check_day(on: str) -> None:
    try:
        good = datetime.date.fromisoformat(on).isoformat() == on
    except ValueError:
        good = False
    if not good:
        raise QueryError(
            "ngày phải có thật, dạng YYYY-MM-DD (2022-10-23)",
            "the day must be real, as YYYY-MM-DD (2022-10-23)",
            where=on,
        )
