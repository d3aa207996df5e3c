"""One door to all formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pyoxigraph import Quad

from hbtgraph.errors import ExportError
from hbtgraph.export import rdf
from hbtgraph.export.cytoscape import cytoscape
from hbtgraph.export.files import write_files
from hbtgraph.export.gexf import gexf
from hbtgraph.export.graphml import graphml
from hbtgraph.export.html import html
from hbtgraph.export.network import View, network_of
from hbtgraph.export.plain import Plain, plain
from hbtgraph.export.reading import Reading
from hbtgraph.export.tables import edge_table, node_table
from hbtgraph.store.base import Store

_RDF: Mapping[str, Callable[[list[Quad]], bytes]] = {
    "turtle": rdf.turtle,
    "trig": rdf.trig,
    "nquads": rdf.nquads,
    "jsonld": rdf.jsonld,
}
_NETWORK: Mapping[str, Callable[[Plain], bytes]] = {"graphml": graphml, "gexf": gexf, "cytoscape": cytoscape}
FORMATS: tuple[str, ...] = (*_RDF, *_NETWORK, "csv", "html")


def export(
    store: Store,
    fmt: str,
    path: str | Path,
    *,
    view: View = "actors",
    include_reference: bool = True,
    include_provenance: bool = False,
) -> list[Path]:
    """Writes a store in one of `FORMATS`; returns the files written.

    `view` chooses the network of graphml, gexf, cytoscape, csv and html; the RDF formats hold the whole
    graph, and alone heed `include_reference` (what is known beforehand of units and bodies) and
    `include_provenance` (the record of the runs). csv makes two files: PATH.csv becomes
    PATH-nodes.csv and PATH-edges.csv; any other path is a folder, made if need be, for nodes.csv and
    edges.csv. The same store gives the same bytes. Raises ExportError for an unknown format or view
    and for a place that cannot be written; then nothing is left behind.
    """
    place = Path(path)
    if fmt in _RDF:
        quads = rdf.published(store.quads(), reference=include_reference, provenance=include_provenance)
        contents = {place: _RDF[fmt](quads)}
    elif fmt in FORMATS:
        contents = _network_files(Reading.of(store), fmt, place, view)
    else:
        known = ", ".join(FORMATS)
        raise ExportError(f"không có định dạng này; hãy chọn {known}", f"no such format; choose {known}", where=fmt)
    write_files(contents)
    return sorted(contents)


def _network_files(reading: Reading, fmt: str, place: Path, view: View) -> dict[Path, bytes]:
    network = network_of(reading, view)
    if fmt == "html":
        return {place: html(reading, network, view)}
    rows = plain(network)
    if fmt != "csv":
        return {place: _NETWORK[fmt](rows)}
    nodes, edges = _table_places(place)
    return {nodes: node_table(rows), edges: edge_table(rows)}


def _table_places(place: Path) -> tuple[Path, Path]:
    if place.suffix.lower() == ".csv":
        return place.with_name(f"{place.stem}-nodes.csv"), place.with_name(f"{place.stem}-edges.csv")
    return place / "nodes.csv", place / "edges.csv"
