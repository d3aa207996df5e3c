"""Every row of the table of what networkx's writers break (explorer.md of the design, §2), and the files read back."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbtgraph.errors import ExportError
from hbtgraph.export import build_network
from hbtgraph.export.cytoscape import cytoscape
from hbtgraph.export.gexf import gexf
from hbtgraph.export.graphml import graphml
from hbtgraph.export.plain import clean, plain
from hbtgraph.export.tables import edge_table, node_table
from hbtgraph.store import Store

WRITERS = {"graphml": graphml, "gexf": gexf, "cytoscape": cytoscape, "nodes.csv": node_table, "edges.csv": edge_table}
GEXF = {"g": "http://gexf.net/1.3"}
ML = {"g": "http://graphml.graphdrawing.org/xmlns"}


def one(**attributes: Any) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    network.add_node("a", label="A", **attributes)
    return network


def pair(**attributes: Any) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    network.add_edge("a", "b", **attributes)
    return network


def node_data(network: nx.MultiDiGraph, name: str = "a") -> dict[str, Any]:
    """What networkx reads back from our GraphML; the same columns must stand in the other formats."""
    read = nx.read_graphml(io.BytesIO(graphml(plain(network))))
    json_nodes = {n["data"]["id"]: n["data"] for n in json.loads(cytoscape(plain(network)))["elements"]["nodes"]}
    table = {row["Id"]: row for row in rows(node_table(plain(network)))}
    values: dict[str, Any] = read.nodes[name]
    assert values.keys() == json_nodes[name].keys() - {"id"}
    assert values.keys() - {"label"} == {key for key, value in table[name].items() if value} - {"Id", "Label"}
    assert values.keys() - {"label"} == gexf_titles(network, name)
    return values


def gexf_titles(network: nx.MultiDiGraph, name: str) -> set[str | None]:
    root = ET.fromstring(gexf(plain(network)))
    titles = {a.get("id"): a.get("title") for a in root.iterfind(".//g:attributes[@class='node']/g:attribute", GEXF)}
    return {titles[v.get("for")] for v in root.iterfind(f".//g:node[@id='{name}']//g:attvalue", GEXF)}


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_none_is_left_out() -> None:
    assert node_data(one(level=None)) == {"label": "A"}


def test_a_list_of_texts_is_joined_and_stays_a_list_in_json() -> None:
    network = one(alt_labels=["B", "C"])
    assert node_data(network)["alt_labels"] == "B | C"
    nodes = json.loads(cytoscape(plain(network)))["elements"]["nodes"]
    assert nodes[0]["data"]["alt_labels"] == ["B", "C"]


def test_a_list_of_triples_is_text_and_never_time_slices() -> None:
    network = one(history=[("x", 1, 2), ("y", 2, 3)])
    assert node_data(network)["history"] == "x | 1 | 2 | y | 2 | 3"
    root = ET.fromstring(gexf(plain(network)))
    assert not [v for v in root.iter() if "start" in v.attrib or "end" in v.attrib or "timeformat" in v.attrib]


def test_a_dictionary_is_json() -> None:
    assert json.loads(node_data(one(more={"b": 1, "a": "ộ"}))["more"]) == {"a": "ộ", "b": 1}


def test_dates_decimals_and_sets_are_plain_text_or_numbers() -> None:
    values = node_data(one(date=date(2022, 10, 23), value=Decimal("12.5"), alt_labels={"z", "a"}, other={"q", "p"}))
    assert values["date"] == "2022-10-23"
    assert values["value"] == 12.5
    assert values["alt_labels"] == "a | z"
    assert values["other"] == "p | q"


def test_text_in_a_number_column_is_refused_by_name() -> None:
    network = one(value=1.5)
    network.add_node("b", label="B", value="khoảng 2")
    with pytest.raises(ExportError, match=r"^b: .*value.*khoảng 2"):
        plain(network)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, Decimal("NaN")])
def test_what_is_no_number_is_refused_in_a_number_column(value: object) -> None:
    with pytest.raises(ExportError, match="value"):
        plain(one(value=value))


def test_half_a_person_is_refused_in_a_whole_number_column() -> None:
    with pytest.raises(ExportError, match="member_count"):
        plain(one(member_count=2.5))


def test_a_whole_number_before_a_fraction_makes_one_column_of_decimals() -> None:
    network = one(value=2)
    network.add_node("b", label="B", value=2.5)
    written = graphml(plain(network))
    keys = ET.fromstring(written).findall("g:key", ML)
    assert [key.get("attr.type") for key in keys if key.get("attr.name") == "value"] == ["double"]
    read = nx.read_graphml(io.BytesIO(written))
    assert [read.nodes[name]["value"] for name in "ab"] == [2.0, 2.5]


def test_mixed_values_outside_the_schema_make_one_text_column() -> None:
    network = one(mark=1.5)
    network.add_node("b", label="B", mark="cao")
    read = nx.read_graphml(io.BytesIO(graphml(plain(network))))
    assert [read.nodes[name]["mark"] for name in "ab"] == ["1.5", "cao"]
    titles = ET.fromstring(gexf(plain(network))).iterfind(".//g:attribute[@title='mark']", GEXF)
    assert [title.get("type") for title in titles] == ["string"]


def test_money_keeps_every_dong() -> None:
    amount = 8_602_658_000_000_001
    assert node_data(one(amount_vnd=amount))["amount_vnd"] == amount


def test_control_characters_are_dropped_everywhere() -> None:
    network = one(title="hội\x00 ng\x0bhị\ud800\ufffe")
    assert node_data(network)["title"] == "hội nghị"
    ET.fromstring(gexf(plain(network)))


def test_parallel_edges_have_ids_of_their_own_and_all_arrive() -> None:
    network = pair(predicate="hbt:Tenure")
    network.add_edge("a", "b", predicate="hbt:Appointment")
    network.add_edge("b", "a", eid="e-1")
    network.add_edge("b", "a", eid="e-1")  # even where somebody gave one id twice
    for xml, spaces in ((graphml(plain(network)), ML), (gexf(plain(network)), GEXF)):
        ids = [edge.get("id") for edge in ET.fromstring(xml).iterfind(".//g:edge", spaces)]
        assert len(ids) == len(set(ids)) == 4
    assert len({row["Id"] for row in rows(edge_table(plain(network)))}) == 4
    ids = [edge["data"]["id"] for edge in json.loads(cytoscape(plain(network)))["elements"]["edges"]]
    assert len(set(ids)) == 4
    assert nx.read_graphml(io.BytesIO(graphml(plain(network))), force_multigraph=True).number_of_edges() == 4


def test_gexf_gives_each_edge_its_predicate_as_kind() -> None:
    network = pair(predicate="hbt:Tenure")
    network.add_edge("a", "b", predicate="hbt:Appointment")
    kinds = [edge.get("kind") for edge in ET.fromstring(gexf(plain(network))).iterfind(".//g:edge", GEXF)]
    assert sorted(kinds, key=str) == ["hbt:Appointment", "hbt:Tenure"]


def test_a_node_attribute_called_id_never_becomes_the_nodes_id() -> None:
    network = one(id="other")
    network.add_edge("a", "b")
    assert node_data(network)["id_"] == "other"
    root = ET.fromstring(gexf(plain(network)))
    assert [node.get("id") for node in root.iterfind(".//g:node", GEXF)] == ["a", "b"]
    elements = json.loads(cytoscape(plain(network)))["elements"]
    assert {node["data"]["id"] for node in elements["nodes"]} == {"a", "b"}
    assert elements["edges"][0]["data"]["source"] == "a"


@pytest.mark.parametrize("name", ["id", "type", "kind", "weight", "start", "end", "source", "target", "name"])
def test_reserved_names_of_edge_attributes_become_plain_columns(name: str) -> None:
    network = pair(**{name: "t"})
    root = ET.fromstring(gexf(plain(network)))
    edge = root.find(".//g:edge", GEXF)
    assert edge is not None
    assert edge.attrib.keys() == {"id", "source", "target"}
    assert [a.get("title") for a in root.iterfind(".//g:attributes[@class='edge']/g:attribute", GEXF)] == [f"{name}_"]
    data = json.loads(cytoscape(plain(network)))["elements"]["edges"][0]["data"]
    assert (data["source"], data["target"], data[f"{name}_"]) == ("a", "b", "t")


def test_gexf_is_version_1_3() -> None:
    root = ET.fromstring(gexf(plain(one())))
    assert root.tag == "{http://gexf.net/1.3}gexf"
    assert root.get("version") == "1.3"


GEXF_VOCABULARY = {
    "gexf": {"version"},
    "graph": {"defaultedgetype", "mode"},
    "attributes": {"class", "mode"},
    "attribute": {"id", "title", "type"},
    "nodes": {"count"},
    "node": {"id", "label"},
    "edges": {"count"},
    "edge": {"id", "source", "target", "kind", "label"},
    "attvalues": set(),
    "attvalue": {"for", "value"},
}
"""The elements of GEXF 1.3's schema that we write, and their attributes."""


def test_gexf_keeps_to_the_schema_of_1_3(small: Store) -> None:
    root = ET.fromstring(gexf(plain(build_network(small, "full"))))
    for element in root.iter():
        space, _, name = element.tag.rpartition("}")
        assert space == "{http://gexf.net/1.3"
        assert element.attrib.keys() <= GEXF_VOCABULARY[name]
    graph = root[0]
    assert [child.tag.rpartition("}")[2] for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    types = {a.get("type") for a in graph.iterfind(".//g:attribute", GEXF)}
    assert types <= {"integer", "long", "double", "float", "boolean", "liststring", "string", "anyURI"}
    names = {node.get("id") for node in graph.iterfind(".//g:node", GEXF)}
    for edge in graph.iterfind(".//g:edge", GEXF):
        assert {edge.get("source"), edge.get("target")} <= names


def test_attributes_that_differ_by_case_keep_columns_that_differ_by_more() -> None:
    values = node_data(one(Mark="1", mark="2", LEVEL="3", level="4"))
    assert len({name.casefold() for name in values}) == len(values) == 5
    assert sorted(values.values()) == ["1", "2", "3", "4", "A"]


def test_an_end_without_attributes_of_its_own_is_still_a_node() -> None:
    network = pair()
    assert [node.name for node in plain(network).nodes] == ["a", "b"]
    assert {row["Id"]: row["Label"] for row in rows(node_table(plain(network)))} == {"a": "a", "b": "b"}


def test_vietnamese_stays_vietnamese(small: Store) -> None:
    network = plain(build_network(small, "actors"))
    for name, write in WRITERS.items():
        text = write(network).decode("utf-8-sig" if name.endswith("csv") else "utf-8")
        assert "&#" not in text
        assert "\\u" not in text
        assert "Hà" in text or "trưng" in text.casefold() or name == "edges.csv"


def test_two_unicode_forms_of_one_name_are_one_node() -> None:
    composed, decomposed = (unicodedata.normalize(form, "Hà Nội") for form in ("NFC", "NFD"))
    network = nx.MultiDiGraph()
    network.add_node(composed, level="level-province")
    network.add_node(decomposed, label=decomposed)
    network.add_edge("b", decomposed)
    rows_of = plain(network)
    assert [node.name for node in rows_of.nodes] == [composed, "b"]
    assert rows_of.nodes[0].values == {"label": composed, "level": "level-province"}
    assert rows_of.edges[0].head == composed


@pytest.mark.parametrize("name", ["https://w3id.org/hbtgraph/id/a:b?c=d&e#f", 'a,b;"c"\nd', "<a>"])
def test_any_text_can_be_a_nodes_name(name: str) -> None:
    network = nx.MultiDiGraph()
    network.add_edge(name, "b")
    for xml, spaces in ((graphml(plain(network)), ML), (gexf(plain(network)), GEXF)):
        edge = ET.fromstring(xml).find(".//g:edge", spaces)
        assert edge is not None
        assert edge.get("source") == name
    assert rows(edge_table(plain(network)))[0]["Source"] == name


def test_a_node_without_a_name_is_refused() -> None:
    network = nx.MultiDiGraph()
    network.add_node("\x00 ")
    with pytest.raises(ExportError):
        plain(network)


def test_tables_open_in_excel_as_utf_8_and_run_no_formula() -> None:
    network = one(title='=HYPERLINK("x")', value=-2.5)
    written = node_table(plain(network))
    assert written.startswith(b"\xef\xbb\xbf")
    assert rows(written)[0]["title"] == '\'=HYPERLINK("x")'
    assert rows(written)[0]["value"] == "-2.5"


@pytest.mark.parametrize("view", ["people", "actors", "full"])
def test_read_back_every_file_holds_the_network(small: Store, view: str) -> None:
    network = build_network(small, view)  # type: ignore[arg-type]
    read = nx.read_graphml(io.BytesIO(graphml(plain(network))), force_multigraph=True)
    assert set(read) == set(network)
    assert sorted(k for *_, k in read.edges(keys=True)) == sorted(k for *_, k in network.edges(keys=True))
    assert {n: d["label"] for n, d in read.nodes(data=True)} == dict(network.nodes(data="label"))
    root = ET.fromstring(gexf(plain(network)))
    assert {n.get("id"): n.get("label") for n in root.iterfind(".//g:node", GEXF)} == dict(network.nodes(data="label"))
    assert len(root.findall(".//g:edge", GEXF)) == network.number_of_edges()
    elements = json.loads(cytoscape(plain(network)))["elements"]
    assert {n["data"]["id"]: n["data"]["label"] for n in elements["nodes"]} == dict(network.nodes(data="label"))
    assert {e["data"]["id"] for e in elements["edges"]} == {k for *_, k in network.edges(keys=True)}
    assert {r["Id"]: r["iri"] for r in rows(node_table(plain(network)))} == dict(network.nodes(data="iri"))
    assert len(rows(edge_table(plain(network)))) == network.number_of_edges()


@given(st.text())
def test_cleaned_text_is_always_good_xml(text: str) -> None:
    element = ET.Element("a")
    element.text = clean(text)
    read = ET.fromstring(ET.tostring(element, encoding="UTF-8")).text or ""
    assert read == clean(text).replace("\r\n", "\n").replace("\r", "\n")


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8),
        st.none() | st.text() | st.integers() | st.floats() | st.dates() | st.lists(st.text(), max_size=3),
        max_size=5,
    )
)
def test_whatever_the_attributes_all_writers_write(attributes: dict[str, Any]) -> None:
    network = nx.MultiDiGraph()
    schema = {"value", "member_count", "amount_vnd", "evidence_count"}
    network.add_node("a", **{f"x{name}": value for name, value in attributes.items() if f"x{name}" not in schema})
    network.add_edge("a", "b", **{f"x{name}": value for name, value in attributes.items()})
    for xml in (graphml(plain(network)), gexf(plain(network))):
        ET.fromstring(xml)
    json.loads(cytoscape(plain(network)))
    assert len(rows(node_table(plain(network)))) == 2
