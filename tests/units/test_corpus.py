"""The tables know the districts that newspapers name."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from pathlib import Path

import pytest

from hbtgraph import units
from hbtgraph.vietnamese.text import place_tones

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "articles" / "corpus-2017.jsonl.gz"
UPPER = "A-ZĐÀÁẢÃẠÂẦẤẨẪẬĂẰẮẲẴẶÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SYLLABLE = rf"[{UPPER}][^\W\d_{UPPER}]*(?:['’][^\W\d_]+)?"
DISTRICT = re.compile(rf"(?<!\w)(?i:(quận|huyện|thị xã)) +(\d{{1,2}}(?!\w)|{SYLLABLE}(?:[ -]{SYLLABLE}){{0,3}})")


def known(word: str, name: str) -> bool:
    """Whether the longest beginning of the capitalised words is a district's name of its type."""
    words = name.split(" ")
    labels = (f"{word} {' '.join(words[:count])}" for count in range(len(words), 0, -1))
    return any(units.load().find(label, level="district") for label in labels)


@pytest.mark.skipif(not CORPUS.is_file(), reason="the articles are not part of the repository")
def test_at_least_97_of_100_mentions_of_districts_are_known() -> None:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        texts = [place_tones(json.loads(line)["text"]) for line in itertools.islice(lines, 0, None, 4)]
    found = [known(match[1], match[2]) for text in texts for match in DISTRICT.finditer(text)]
    assert len(found) > 800
    assert sum(found) / len(found) >= 0.97
