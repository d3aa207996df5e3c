"""Small words behind the name of a post's body: which of them the name may go on with, and which end it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from hbtgraph.extract.bodies import PARTICLES
from hbtgraph.extract.speech_words import LOWER, words
from hbtgraph.extract.words import keys
from hbtgraph.vietnamese.text import key

JOINTS = re.compile(r" (?:[-–]|và)(?= )")
"""What may join two of these words."""

SMALL_WORDS = re.compile(
    r"(?! và )(?:(?: [-–](?! (?:đơn vị|chủ|cơ quan|nơi|doanh nghiệp)(?!\w)))?"
    rf" (?!(?:quận|huyện|thị xã|thị trấn|xã|phường|tỉnh|thành phố)(?!\w)){LOWER}){{1,9}}(?!\w)"
)
"""What a name may go on with, down to where a place is told: no other body, and no unit."""


@cache
def _stops() -> frozenset[str]:
    """What ends small words of a body's name: the stops of bodies, verbs of speech, and words that begin a clause."""
    return keys("body-stops", "word") | PARTICLES | frozenset(map(key, (*words("say"), *words("order"))))


def stops_in(phrase: str) -> bool:
    """Whether any of these words, or two of them together, end the name of a body."""
    told = key(phrase).replace(",", "").split()
    return not _stops().isdisjoint((*told, *map(" ".join, pairwise(told))))
