"""Minting IRIs: a readable slug and an opaque tail (ontology.md of the design, "IRIs").

The slug is a courtesy, frozen when the IRI is made; the tail, six hexadecimal digits of a SHA-256,
comes from what tells the thing apart, so that a rebuild gives the same IRI.
"""

from __future__ import annotations

from hashlib import sha256

from hbtgraph.config import BASE
from hbtgraph.vietnamese.text import slug


def tail(*parts: str | None) -> str:
    """Six hexadecimal digits that the parts decide."""
    return sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()[:6]


def mint(kind: str, label: str, *identity: str | None) -> str:
    """An IRI for a thing of this kind: `identity` is all that tells it from others of the kind."""
    middle = slug(label, 48)
    return f"{BASE}id/{kind}-{middle}-{tail(kind, *identity)}" if middle else f"{BASE}id/{kind}-{tail(kind, *identity)}"


def article_iri(article_id: str) -> str:
    """The IRI of an article, which is that of its named graph too; decided by the article's id alone."""
    return mint("article", article_id, article_id)
