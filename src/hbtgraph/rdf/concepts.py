"""From words as written to the concepts of the SKOS schemes: "Phó Chủ tịch" → c:role-pho-chu-tich."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode, parse

from hbtgraph.rdf.terms import SKOS, C
from hbtgraph.resources import folder
from hbtgraph.vietnamese.text import key

_LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


@cache
def _index() -> Mapping[str, Mapping[str, NamedNode]]:
    """Scheme prefix ("role", "doc", "award" ...) → label key → concept, from ontology/schemes."""
    index: dict[str, dict[str, NamedNode]] = defaultdict(dict)
    for path in sorted((folder("ontology") / "schemes").glob("*.ttl")):
        for triple in parse(path=str(path)):
            subject, label = triple.subject, triple.object
            if (
                not isinstance(subject, NamedNode)
                or triple.predicate not in _LABELS
                or not subject.value.startswith(C.base)
            ):
                continue
            if isinstance(label, Literal) and label.language in (None, "vi"):
                prefix = subject.value.removeprefix(C.base).partition("-")[0]
                # two concepts of one label: the one whose IRI sorts first, whatever the file order
                known = index[prefix].get(key(label.value))
                if known is None or subject.value < known.value:
                    index[prefix][key(label.value)] = subject
    return index


def concept(prefix: str, text: str | None) -> NamedNode | None:
    """The concept of a scheme that a text names, or None.

    The whole text is tried first, then its longest beginning that is a label ("Chương trình công tác
    toàn khóa" → "Chương trình công tác" → "Chương trình").
    """
    labels = _index().get(prefix, {})
    words = key(text or "").split()
    for length in range(len(words), 0, -1):
        found = labels.get(" ".join(words[:length]))
        if found is not None:
            return found
    return None
