"""The command that writes the graph for other programs and readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from hbtgraph.cli.group import opened

if TYPE_CHECKING:
    from hbtgraph.export import View

_ENDINGS = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nquads": ".nq",
    "jsonld": ".jsonld",
    "graphml": ".graphml",
    "gexf": ".gexf",
    "cytoscape": ".cyjs",
    "csv": ".csv",
    "html": ".html",
}


@click.command()
@click.argument("form", metavar="FORMAT")
@click.option("-o", "place", metavar="FILE", required=True, type=click.Path(path_type=Path), help="Tệp. | The file.")
@click.option("--view", metavar="VIEW", default="actors", show_default=True, help="people, actors, full.")
@click.option("--provenance", is_flag=True, help="Kèm lần chạy (có giờ đồng hồ). | With the runs (and their clock).")
@click.pass_context
def export(context: click.Context, form: str, place: Path, view: str, provenance: bool) -> None:
    """Xuất đồ thị ra tệp. | Write the graph to a file.

    \b
    FORMAT:
      turtle trig nquads jsonld   RDF, cả đồ thị | the whole graph
      graphml gexf cytoscape csv  mạng, theo --view | a network, by --view
      html                        trang để xem, một tệp | a page to read, one file
      all                         tất cả, vào thư mục FILE | all of them, into the folder FILE
    \b
    Ví dụ | Examples:
      hbtgraph export html -o do-thi.html
      hbtgraph export gexf --view people -o nguoi.gexf
    """
    from hbtgraph.export import FORMATS
    from hbtgraph.export import export as write  # networkx is slow to import

    store = opened(context)
    wanted = {place: form}
    if form == "all":
        place.mkdir(parents=True, exist_ok=True)
        wanted = {place / f"graph{_ENDINGS[name]}": name for name in FORMATS}
    for path, name in wanted.items():
        for written in write(store, name, path, view=cast("View", view), include_provenance=provenance):
            click.echo(written)
