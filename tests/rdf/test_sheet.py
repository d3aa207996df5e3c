"""A named graph in the making."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from hbtgraph.rdf.sheet import Sheet, ordered

GRAPH, A, B, SAYS = (NamedNode(f"urn:{name}") for name in ("graph", "a", "b", "says"))


def test_what_is_said_twice_is_there_once_and_lines_tell_the_order() -> None:
    sheet = Sheet(GRAPH)
    for node in (B, A, B):
        sheet.add(node, SAYS, Literal("x"), None)
    assert [quad.subject for quad in sheet.quads()] == [A, B]
    assert sheet.quads() == ordered(reversed(list(sheet)))


def test_what_is_put_takes_the_place_of_what_was_said() -> None:
    sheet = Sheet(GRAPH)
    sheet.add(A, SAYS, Literal("x"), Literal("y"))
    sheet.add(B, SAYS, Literal("x"))
    sheet.put(A, SAYS, Literal("z"))
    assert [quad.object.value for quad in sheet.quads()] == ["z", "x"]  # type: ignore[union-attr]
