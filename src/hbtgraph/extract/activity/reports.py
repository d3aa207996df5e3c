"""Sentences that tell what somebody says, and so are statements and no deeds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hbtgraph.extract import speakers
from hbtgraph.extract.activity.clauses import relations
from hbtgraph.extract.activity.wording import NEAR
from hbtgraph.extract.words import Finder, any_of

_ACCORDING = re.compile(r"(?:(?:Cũng|Vẫn|Còn) )?[Tt]heo (?!đó|kế hoạch|quy định|nội dung)")


@cache
def _speech() -> Finder:
    known = {*relations("clause"), *relations("nominal")}
    said = set(speakers.words("say")) - known
    return Finder(re.compile(rf"(?<!\w){speakers.no_speech()}{any_of(said)}(?!\w)"), said)


def is_report(sentence: str, named: Iterable[int]) -> bool:
    """Whether the sentence tells what somebody says: a verb of speech behind a speaker, or "Theo" before one.

    `named` are the places where people, posts and bodies are named.
    """
    places = sorted(named)
    if not places:
        return False
    if (opening := _ACCORDING.match(sentence)) and places[0] - opening.end() < NEAR // 2:
        return True
    verb = _speech().search(sentence, places[0])
    return verb is not None and any(verb.start() - place < 4 * NEAR for place in places if place < verb.start())
