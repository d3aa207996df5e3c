"""Short names for IRIs, and the words that people read for kinds and relations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from hbtgraph.rdf.terms import DCT, ELI, FOAF, HBT, ID, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD, C

PREFIXES: Mapping[str, str] = {
    "c": C.base,
    "dct": DCT.base,
    "eli": ELI.base,
    "foaf": FOAF.base,
    "hbt": HBT.base,
    "id": ID.base,
    "oa": OA.base,
    "org": ORG.base,
    "owl": OWL.base,
    "prov": PROV.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "schema": SCHEMA.base,
    "skos": SKOS.base,
    "xsd": XSD.base,
}
"""The prefixes of every export."""


def curie(iri: str) -> str:
    """ "hbt:organizer" for an IRI under a known prefix, else the IRI itself."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and "/" not in iri[len(base) :]:
            return f"{prefix}:{iri[len(base) :]}"
    return iri


def last_segment(iri: str) -> str:
    """What follows the last "/" or "#" of an IRI; the whole IRI where nothing does."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri


def asset(name: str) -> str:
    """The text of a file in `export/assets`."""
    return files("hbtgraph.export").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def words() -> Mapping[str, Any]:
    """`assets/words.json`: what kinds, relations and fields are called in Vietnamese and English."""
    found: dict[str, Any] = json.loads(asset("words.json"))
    return found


def relation_words(predicate: str) -> tuple[str, str]:
    """A relation (as a CURIE) in Vietnamese and English; its bare name where it has no words here."""
    entry = words()["relations"].get(predicate)
    bare = predicate.rpartition(":")[2]
    return (entry["vi"], entry["en"]) if entry else (bare, bare)


def status_words(status: str) -> tuple[str, str]:
    """What stands before a post that is not simply held ("nguyên", "former"); empty for one that is."""
    entry = words()["statuses"].get(status)
    return (entry["vi"], entry["en"]) if entry else ("", "")
