"""The small graph keeps the rules that it is used to test."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox

from hbtgraph.store import Rows, Store

PREFIXES = "PREFIX hbt: <https://w3id.org/hbtgraph/ns#> PREFIX oa: <http://www.w3.org/ns/oa#> "


def rows(store: Store, text: str) -> Rows:
    answer = store.query(PREFIXES + text)
    assert isinstance(answer, Rows)
    return answer


def test_quoted_words_stand_in_the_text_where_the_evidence_says(small: Store) -> None:
    found = rows(
        small,
        """SELECT ?text ?words ?start ?end ?before ?after {
        ?evidence oa:hasSource/hbt:text ?text ; oa:hasSelector ?quote , ?place .
        ?quote oa:exact ?words . ?place oa:start ?start ; oa:end ?end
        OPTIONAL { ?quote oa:prefix ?before } OPTIONAL { ?quote oa:suffix ?after } }""",
    )
    assert len(found) > 20
    for record in found.records():
        text, start, end = record["text"] or "", int(record["start"] or 0), int(record["end"] or 0)
        assert text[start:end] == record["words"]
        assert text[:start].endswith(record["before"] or "")
        assert text[end:].startswith(record["after"] or "")


def test_digests_are_those_of_the_texts(small: Store) -> None:
    found = rows(small, "SELECT ?text ?digest { ?article hbt:text ?text ; hbt:textDigest ?digest }")
    assert len(found) == 2
    for text, digest in found:
        assert isinstance(text, ox.Literal)
        assert isinstance(digest, ox.Literal)
        assert digest.value == "sha256:" + hashlib.sha256(text.value.encode()).hexdigest()
