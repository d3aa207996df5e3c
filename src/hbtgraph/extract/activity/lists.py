"""Lists and phrases in a masked sentence: where the members of a list begin, and where a noun phrase ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hbtgraph.extract.activity.clauses import LIST_LINK, SEPARATOR
from hbtgraph.extract.activity.wording import BODY, actor_words, unit, words
from hbtgraph.extract.units import openers
from hbtgraph.extract.words import any_of
from hbtgraph.model import Span
from hbtgraph.vietnamese.names import has_surname

_IN_NAMES = frozenset(("ngày", "năm", "tháng", "người", "công", "hai", "ba", "một", "cơ", "vụ", "liên", "đồng", "bác"))
"""Words that open sentences and, with a capital, names of days, bodies and campaigns too."""


def members(actor_list: str) -> list[tuple[int, int]]:
    """The actors of a list, as places in it: a bare noun belongs to the one before ("các cấp, ngành")."""
    found_pieces = list(_pieces(actor_list, re.compile(LIST_LINK)))
    head = re.compile(rf"{words('determiner')}(?!\w)|{BODY}|{unit()}")
    found: list[tuple[int, int]] = []
    level = re.compile(rf"{actor_words('unit')}(?!\w)")
    many = re.compile(rf"{words('determiner')}(?!\w)")
    for start, end in found_pieces:
        shared = bool(found) and many.match(actor_list, found[-1][0]) and level.match(actor_list, start)
        if found and (shared or not head.match(actor_list, start)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _pieces(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def items(sentence: str, within: Span) -> list[Span]:
    """The members of a list of things.

    Semicolons divide where there are any. Else a new member begins after a separator where a determiner, a
    number or a noun of work with its own attributes stands; other pieces belong to the member before, as do the
    ones whose attributes they share ("các mục tiêu, nhiệm vụ của quận").
    """
    limit = list_end(sentence, within)
    text = sentence[within.start : limit]
    found: list[tuple[int, int]] = []
    separator = re.compile(r";\s+") if ";" in text else SEPARATOR
    for start, end in _pieces(text, separator):
        if found and separator is SEPARATOR and not _begins_item(text[found[-1][0] : found[-1][1]], text[start:end]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    spans = (stripped(sentence, Span(within.start + start, within.start + end)) for start, end in found)
    return [span for span in spans if span.start < span.end]


def list_end(sentence: str, within: Span) -> int:
    """Where the list ends: before a clause's opening word, or a word that never stands in an object."""
    match = _list_stop().search(sentence, within.start, within.end)
    return match.start() if match else within.end


@cache
def _list_stop() -> re.Pattern[str]:
    """What ends a list; a capital where no name begins opens a sentence whose stop before it is missing."""
    opening = sorted(word.capitalize() for word in openers() if word not in _IN_NAMES and not has_surname(word))
    return re.compile(
        rf"[,;:]\s+(?:{words('stop')}|{words('period')})(?!\w)|\s(?:khi|nên|nhưng|song|mà|vì|nhờ)\s|\.{{3}}"
        rf"|(?<=[\w)])\s(?=(?:{any_of((*opening, 'Ảnh:'))}) )"
    )


def _begins_item(before: str, piece: str) -> bool:
    if re.search(rf"\scủa\s(?:{words('determiner')})\s\w+(?: \w+)?$", before) and re.match(words("determiner"), piece):
        return False  # "vai trò của các cấp, các ngành": both are of the first
    if re.match(rf"(?:{words('determiner')}|\d+|{BODY}+)(?!\w)", piece):
        return True
    bare = rf"(?:^|\s)(?:{words('determiner')}\s)?{words('noun')}"
    return re.match(rf"{words('noun')}\s\w", piece) is not None and not re.search(rf"{bare}$", before)


def stripped(sentence: str, span: Span) -> Span:
    """The span without spaces and stops at its edges."""
    edges = " \t,.;:–…/"
    joined = re.match(r"\s*(?:và|hoặc|là)\s", sentence[span.start : span.end])
    start = span.start + (joined.end() if joined else 0)
    end = span.end
    if dangling := re.search(r"(?:^|\s)(?:và|hoặc)\s*$", sentence[start:end]):
        end = start + dangling.start()
    if dangling := re.search(rf"\s{words('dangling')}\s*$", sentence[start:end]):
        end = start + dangling.start()
    while start < end and sentence[start] in edges:
        start += 1
    while end > start and sentence[end - 1] in edges:
        end -= 1
    return Span(start, end)


def campaign_phrase(sentence: str, start: int, end: int) -> int:
    """Where the phrase of a campaign whose head ends at `start` ends: with its attributes, before its predicate."""
    stop = re.compile(rf"\s(?:{words('before-verb')}|được|bị|khi|là|mà|có)\s|[,;:]|$")
    match = stop.search(sentence[:end], start)
    return match.start() if match else end


def part_before(sentence: str, end: int) -> Span:
    """The noun phrase of a part, before "thuộc", from its determiner or number on; empty where there is none."""
    noun = f"(?:{words('noun')}|{actor_words('group')}|{actor_words('campaign')})"
    part = re.compile(rf"(?<!\w)(?:{words('determiner')}|\d+)\s{noun}(?!\w)(?:(?![;:.]| thuộc ).){{0,40}}$")
    found = [match.start() for match in part.finditer(sentence[:end].rstrip())]
    return Span(found[-1], end) if found else Span(end, end)


def spelled_out(text: str, *, aims: bool = False) -> list[str]:
    """One text for each member of a list whose members share words.

    "chủ đề của thành phố, quận 5" -> two owners; "những việc triển khai chậm, không làm được" -> two kinds of work;
    with `aims`, "phát triển văn hóa, giáo dục, y tế" -> three, where the members after the first are equally short
    and the first ends in as many syllables.
    """
    level = f"(?:{actor_words('unit')})"
    if owners := re.fullmatch(rf"(.+ của )({level}[^,]*)(?:, | và )({level}[^,]*)", text):
        return [owners[1] + owners[2], owners[1] + owners[3]]
    first, *others = re.split(r", (?:hoặc |và )?| và | hoặc ", text)
    if others and len(first.split()) > 3 and all(re.match(rf"{words('predicate')}\s", other) for other in others):
        return [first, *(f"{' '.join(first.split()[:3])} {other}" for other in others)]
    sizes = {len(other.split()) for other in others}
    if not aims or len(sizes) != 1 or (size := sizes.pop()) > 2 or len(first.split()) <= size + 1:
        return [text]
    head = " ".join(first.split()[:-size])
    return [first, *(f"{head} {other}" for other in others)]


def list_start(sentence: str, end: int) -> int:
    """Where the list that ends here begins: at its last determiner, or after the last separator."""
    comma = max(sentence.rfind(mark, 0, end) for mark in ",;:") + 1
    if re.match(rf"\s*{words('determiner')}(?!\w)", sentence[comma:end]):
        return comma
    near = max(0, end - 60)
    determiners = re.finditer(rf"(?<!\w){words('determiner')}\s", sentence[near:end])
    return max((near + match.start() for match in determiners), default=comma)
