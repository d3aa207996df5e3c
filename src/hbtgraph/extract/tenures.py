"""Who holds, held or acts in which post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import holders
from hbtgraph.model import Tenure
from hbtgraph.vietnamese.text import key


def tenures(context: Context) -> Iterator[Tenure]:
    """The posts of named people, each once, at its first place; a post without a body only where it needs none."""
    found: list[Tenure] = []
    for held in holders(context):
        if held.organization is None and not held.post.alone:
            continue
        fact = Tenure(
            person=held.person, role=held.role, organization=held.organization, status=held.status,
            evidence=held.evidence, rule=held.rule,
        )  # fmt: skip
        if not any(_says_as_much(known, fact) for known in found):
            found = [known for known in found if not _says_as_much(fact, known)]
            found.append(fact)
    yield from found


def _says_as_much(more: Tenure, less: Tenure) -> bool:
    """Whether `more` is the same post of the same person, its body named at least as fully."""
    same = key(more.person) == key(less.person) and key(more.role or "") == key(less.role or "")
    return same and _body_key(more.organization).startswith(_body_key(less.organization))


def _body_key(name: str | None) -> str:
    """ "TP.HCM", "TP HCM" and "TPHCM" are one; so are "TP" and "thành phố"."""
    return re.sub(r"\W", "", re.sub(r"\btp\b", "thành phố", re.sub(r"\btp\W?(?=hcm)", "tp", key(name or ""))))
