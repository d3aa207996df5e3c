"""RDF files are read offline, whatever their format; one that cannot be read is told in one line."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from hbtgraph.errors import SourceError
from hbtgraph.validate import validate_files

GROUP = """
@prefix hbt: <https://w3id.org/hbtgraph/ns#> .
@prefix id: <https://w3id.org/hbtgraph/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:group-a a hbt:UnnamedGroup ; skos:prefLabel "ba hộ"@vi ; hbt:memberCount 0 .
"""


@pytest.mark.parametrize("ending", ["ttl", "trig", "nt", "nq", "jsonld", "rdf"])
def test_every_format_is_judged_alike(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"đồ thị.{ending}"
    form = ox.RdfFormat.from_extension(ending)
    assert form
    triples = list(ox.parse(GROUP, format=ox.RdfFormat.TURTLE))
    path.write_bytes(ox.serialize([ox.Triple(*quad.triple) for quad in triples], format=form))
    report = validate_files([path])
    assert [(result.shape.rpartition("#")[2], result.value) for result in report.results] == [
        ("UnnamedGroup-memberCount", "0")
    ]
    assert report.checked == 1


def test_files_are_judged_together(tmp_path: Path) -> None:
    first, second = tmp_path / "1.ttl", tmp_path / "2.ttl"
    first.write_text(GROUP.replace("hbt:memberCount 0", "hbt:ofUnit id:unit-a"), encoding="utf-8")
    second.write_text(
        GROUP.partition("id:group-a")[0] + 'id:unit-a a hbt:AdministrativeUnit ; skos:prefLabel "xã A"@vi .',
        encoding="utf-8",
    )
    assert [result.shape.rpartition("#")[2] for result in validate_files([first]).violations] == ["UnnamedGroup-ofUnit"]
    assert validate_files([first, second]).violations == ()


def test_a_file_without_triples_has_nothing_checked(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.touch()
    assert validate_files([path]).checked == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.ttl", None, "cannot be read"),
        ("folder.ttl", "", "cannot be read"),
        ("data.xlsx", b"x", "unknown RDF format"),
        ("data", b"x", "unknown RDF format"),
        ("bad.ttl", b"<a> <b> .", "ill-formed RDF"),
        ("bad.jsonld", b"{", "ill-formed RDF"),
        ("latin1.ttl", '<urn:a> <urn:b> "é" .'.encode("latin-1"), "ill-formed RDF"),
        (
            "remote.jsonld",
            b'{"@context": "http://127.0.0.1:9/c.jsonld", "@id": "urn:a", "name": "x"}',
            "ill-formed RDF",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    name: str, content: bytes | str | None, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is not None:
        path.mkdir()
    with pytest.raises(SourceError) as caught:
        validate_files([path])
    line = str(caught.value)
    assert caught.value.where == str(path)
    assert said in line
    assert line.count(name) == 1
    assert "\n" not in line
