"""People as the text names them: in full, and again by the given name after a word of address ("ông Trung")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.posts import Group
from hbtgraph.extract.units import SYLLABLE, SYLLABLE_REST, known, openers, opens_sentence
from hbtgraph.extract.words import UPPER, TextFinder, any_of, column, keys
from hbtgraph.model import Span
from hbtgraph.vietnamese.names import LONGEST, NATIVE, has_surname, is_short_of, split_off, titles
from hbtgraph.vietnamese.text import fold, key

_RUN = re.compile(rf"[{UPPER}](?<!\w.){SYLLABLE_REST}(?: {SYLLABLE}){{0,11}}(?!\w)")
_LONGEST_MEMBER = 30
_MEMBER = re.compile(rf"(?<!\w){SYLLABLE}(?: {SYLLABLE}){{0,3}}(?:,| và) $")
_GOES_ON = re.compile(r"(?:,| và) [^\W\d_a-zà-ỹđ]|\.{3}|…|\.(?:\s|$)")
_HOUSE = re.compile(r"(?:^|[(, ])(?:số )?\d{1,4}[A-Z]? $")
_GAP = re.compile(r",? ?[-–(]? ?")
_BETWEEN = re.compile(r" {0,2}(?:\([^()]{1,60}\) {0,2})?(?:[-–:,] {0,2})?")
_ABOUT = re.compile(
    r",? ?\(?(?:SN|sinh năm|sinh ngày|\d{2} tuổi|[Nn]guyên |hiện |ngụ |trú |quê )|,? ?\(\d\d(?:\d\d)?[ ,)t]|, \d\d tuổi"
)
_CAPITALS = re.compile(rf"[{UPPER}]{{2,7}}(?: [{UPPER}]{{1,7}}){{1,4}}(?!\w)")
_SMALL = re.compile(r" [^\W\d_]{1,7}(?!\w)")
_ADDRESS = frozenset(("Ông", "Bà"))
_OF_YOUNG = frozenset(("Anh", "Chị", "Em", "Cháu"))
_OFTEN = 3
"""Times after which two syllables with a surname are the name of somebody."""

_INITIAL = re.compile(rf" [{''.join(chr(c) for c in range(65, 91))}Đ]\.?(?!\w)")


class _Piece(Struct, frozen=True):
    """Capitalised words in a row that are part of no unit or body, and what stands around them."""

    start: int
    words: tuple[str, ...]
    titled: bool
    posted: bool

    @property
    def text(self) -> str:
        return " ".join(self.words)


@cache
def _titles() -> TextFinder:
    words = tuple(word.lower() for word in column("honorifics", "word"))
    return TextFinder(re.compile(rf"(?<!\w)(?:{any_of(words)})[.,]? ?", re.IGNORECASE), words)


def _without_given_name() -> list[str]:
    return [row["name"] for row in resources.table("epithets") if not row["role"]]


@cache
def _epithets() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_without_given_name())})(?!\w)")


def find(
    text: str, within: tuple[Span, ...], taken: tuple[Mention, ...], groups: tuple[Group, ...]
) -> tuple[Mention, ...]:
    """The mentions of people in these parts of the text, in order, each with the full name.

    `taken` are the units and bodies, sorted; `groups` the posts, behind which a name may be shorter than elsewhere.
    """
    starts = frozenset(group.span.start for group in groups)
    pieces = list(_pieces(text, within, _Taken(taken, groups), _Before.of(text, groups)))
    full, doubtful = _full_names(text, pieces, starts)
    sure = {key(mention.text) for mention in full}
    often = Counter(key(mention.text) for mention in doubtful)
    full += [name for name in doubtful if key(name.text) in sure or often[key(name.text)] >= _OFTEN]
    full = [_trimmed(_whole(text, mention, sure), sure) for mention in full]
    whole = [mention for mention in full if has_surname(mention.text)]
    full = [
        mention
        for mention in full
        if has_surname(mention.text) or not any(is_short_of(mention.text, m.text) for m in whole)
    ]
    full.sort(key=lambda mention: mention.span)
    return tuple(sorted((*full, *_short_names(text, pieces, full)), key=lambda mention: mention.span))


def _whole(text: str, mention: Mention, sure: set[str]) -> Mention:
    """A name whose last syllable is small by mistake ("Lê Bá vinh"), where it stands elsewhere as it should."""
    last = _SMALL.match(text, mention.span.end) if mention.text.count(" ") == 1 else None
    if last is None or key(mention.text + last[0]) not in sure:
        return mention
    return Mention(span=Span(mention.span.start, last.end()), text=mention.text + last[0], full=mention.text + last[0])


def _trimmed(mention: Mention, sure: set[str]) -> Mention:
    """A name without the capitalised words that ran into it ("Lê Văn Tám Sáng"), where it stands elsewhere alone."""
    words = mention.text.split()
    for count in range(3, len(words)):
        shorter = " ".join(words[:count])
        if key(shorter) in sure:
            span = Span(mention.span.start, mention.span.start + len(shorter))
            return Mention(span=span, text=shorter, full=shorter)
    return mention


class _Before(NamedTuple):
    """Where a name would begin behind a word of address, and behind a group of posts."""

    titles: frozenset[int]
    posts: frozenset[int]

    @classmethod
    def of(cls, text: str, groups: tuple[Group, ...]) -> _Before:
        ends: set[int] = set()
        for group in groups:
            gap = _BETWEEN.match(text, group.span.end)
            ends.update((group.span.end + 1, gap.end() if gap else group.span.end))
        return cls(frozenset(title.end() for title in _titles().finditer(text)), frozenset(ends))


class _Taken:
    """What is no part of a name: units, bodies and posts, those that meet taken together."""

    def __init__(self, mentions: tuple[Mention, ...], groups: tuple[Group, ...]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted((*(mention.span for mention in mentions), *(group.span for group in groups))):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def free(self, at: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a stretch that are left."""
        for index in range(bisect_right(self._ends, at), len(self._ends)):
            if self._starts[index] >= end:
                break
            if self._starts[index] > at:
                yield at, self._starts[index]
            at = self._ends[index]
        if at < end:
            yield at, end


def _pieces(text: str, within: tuple[Span, ...], taken: _Taken, before: _Before) -> Iterator[_Piece]:
    called = before.titles | before.posts  # whom a single word names
    capitals = [start for start in sorted(called) if text[start : start + 2].isupper()]
    for span in within:
        yield from _in_capitals(text, span, capitals, before)
        for run in _RUN.finditer(text, span.start, span.end):
            if " " not in run[0] and run.start() not in called:
                continue
            last = run[0].rpartition(" ")[2]
            stop = run.end() - len(last) - 1 if opens_sentence(text, last, run.end()) else run.end()
            for start, end in taken.free(run.start(), stop):
                words = text[start:end].split()
                start += text[start] == " "
                for part in _parted(words):
                    yield _piece(text, span, start, part, before)
                    start += len(" ".join(part)) + 1


def _in_capitals(text: str, span: Span, starts: list[int], before: _Before) -> Iterator[_Piece]:
    """Names written in capitals, behind a word of address or a post: "Bà TRẦN THỊ SEN"."""
    for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
        name = _CAPITALS.match(text, start, span.end)
        if name and has_surname(name[0]):
            yield _Piece(start, tuple(name[0].split(" ")), start in before.titles, start in before.posts)


def _parted(words: list[str]) -> list[list[str]]:
    """A run without the stop that should part two sentences: "Lê Văn Tám | Ông Trần Văn Ba"."""
    cuts = [at for at, word in enumerate(words) if at and (word in _ADDRESS or _calls(words, at))]
    return [words[at:end] for at, end in pairwise((0, *cuts, len(words)))] if words else []


def _calls(words: list[str], at: int) -> bool:
    """Whether a word of address of the young begins another name there: "Lê Văn Tám | Em Trần Thị Ba"."""
    return words[at] in _OF_YOUNG and 2 < at < len(words) - 2 and has_surname(words[at + 1])


def _piece(text: str, span: Span, start: int, words: list[str], before: _Before) -> _Piece:
    titled = start > span.start and start in before.titles
    posted = start in before.posts
    opener = start == span.start or text[max(0, start - 2) : start].strip() in ("", "“", '"', ":")
    while len(words) > 1 and key(words[0]) in titles() and not has_surname(words[0]):
        titled, start, words = True, start + len(words[0]) + 1, words[1:]
    if opener and len(words) > 1 and key(words[0]) in openers() and not titled:
        start, words = start + len(words[0]) + 1, words[1:]
    return _Piece(start, tuple(words), titled, posted)


def _full_names(text: str, pieces: list[_Piece], posts: frozenset[int]) -> tuple[list[Mention], list[Mention]]:
    """Full names that are sure, and two-syllable ones that only another naming could make sure."""
    sure: list[Mention] = []
    doubtful: list[Mention] = []
    last_refused = -1
    for piece in pieces:
        name = _full_name(text, piece)
        if name is None:
            continue
        end = name.span.end
        headed = not (piece.titled or piece.posted) and (
            _after_head(text, name.span.start)
            or (last_refused >= 0 and _listed(text[last_refused : name.span.start]))
            or (_in_row_of_places(text, name.span) and not _presented(text, end, posts))
        )
        if headed:
            last_refused = end
            continue
        if piece.titled or piece.posted or len(name.text.split()) > 2 or _presented(text, end, posts):
            sure.append(name)
        elif key(name.text) not in known():
            doubtful.append(name)
    return sure, doubtful


def _full_name(text: str, piece: _Piece) -> Mention | None:
    words = list(piece.words)
    start = piece.start
    if piece.titled and (epithet := _epithets().match(text, text.rfind(" ", 0, max(0, start - 1)) + 1)):
        return _mention(text, *epithet.span())
    if piece.posted and (country := _country(words)):
        start += len(" ".join(words[:country])) + 1
        words = words[country:]
    if not has_surname(words[0]):
        cut = None if piece.titled else split_off(words, least=3)
        if cut is not None:
            start += len(" ".join(words[:cut])) + 1
            words = words[cut:]
        elif not (piece.titled or piece.posted):
            return None
    words = words[:LONGEST]
    if _is_no_person(words) and not (piece.titled and has_surname(words[0])):
        return None
    if len(words) == 1 or not (len(words) > 2 or has_surname(words[0]) or piece.titled or _is_foreign(piece, words)):
        initial = _INITIAL.match(text, start + len(words[0])) if len(words) == 1 and has_surname(words[0]) else None
        return _mention(text, start, initial.end()) if initial and piece.titled else None
    end = start + len(" ".join(words))
    if initial := _INITIAL.match(text, end):
        end = initial.end() - initial[0].endswith(".")
    return _mention(text, start, end)


def _is_foreign(piece: _Piece, words: list[str]) -> bool:
    """Whether a name behind a post holds a word that is no syllable of the language: "Đại sứ | Ted Osius"."""
    whole = not any(word.isupper() or "'" in word or "’" in word for word in words)
    return piece.posted and whole and any(len(word) > 3 and not NATIVE.fullmatch(word) for word in words)


def _country(words: list[str]) -> int:
    """How many words before a foreigner's name are that of the country: "Thủ tướng | Ấn Độ | Narendra Modi"."""
    names = keys("countries", "name")
    return next((count for count in (3, 2, 1) if len(words) > count and key(" ".join(words[:count])) in names), 0)


def _is_no_person(words: list[str]) -> bool:
    """Whether the words are, or begin as, the name of a place: "Việt Nam", "Cù Lao Chàm", "Yên Bái | Nguồn"."""
    others = keys("not-persons", "name")
    name = " ".join(words)
    place = key(name) in known() and (key(name) == "hà nội" or not has_surname(words[0]))
    begun = len(words) == 3 and not has_surname(words[0]) and 1 in known().get(key(" ".join(words[:2])), ())
    return place or begun or any(key(" ".join(words[:count])) in others for count in (2, 3))


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention(span=Span(start, end), text=text[start:end], full=text[start:end])


def _after_head(text: str, start: int) -> bool:
    """Whether the word before makes the name that of a street, a school, a company ...; so does a house number."""
    if _HOUSE.search(text[max(0, start - 10) : start]):
        return True
    words = text[max(0, start - 30) : start].rstrip(" :“\"‘'").removesuffix(" như").split()
    heads = keys("not-person-heads", "word")
    return any(key(" ".join(words[-count:])).strip("(“\"'") in heads for count in (1, 2, 3) if len(words) >= count)


def _in_row_of_places(text: str, name: Span) -> bool:
    """Whether a name goes on with, or ends, a list of streets, schools ...: "các phố Hàng Vải, Lê Văn Tám và ..."."""
    if not _GOES_ON.match(text, name.end):
        return False
    start = name.start
    while before := _MEMBER.search(text, max(0, start - _LONGEST_MEMBER), start):
        start = before.start()
    return start < name.start and text[start - 2] != ":" and _after_head(text, start)


def _listed(between: str) -> bool:
    """Whether a name goes on with a list: "đường Lê Lợi, Trần Phú và Bà Triệu"."""
    return between.strip() in (",", "và", "-", "–", "", "/", "hoặc", ", và") and len(between) < 8


def _presented(text: str, end: int, posts: frozenset[int]) -> bool:
    """Whether a person's age, birth or post follows a name."""
    gap = _GAP.match(text, end)
    return bool(_ABOUT.match(text, end)) or (gap is not None and gap.end() > end + 1 and gap.end() in posts)


def _short_names(text: str, pieces: list[_Piece], full: list[Mention]) -> Iterator[Mention]:
    """Given names after a word of address or a post, with the full name last read before, else first read after."""
    starts = {mention.span.start for mention in full}
    for piece in pieces:
        if not (piece.titled or piece.posted) or piece.start in starts or len(piece.words) > 3:
            continue
        bearer = _bearer(piece, full)
        if bearer:
            span = Span(piece.start, piece.start + len(piece.text))
            yield Mention(span=span, text=piece.text, full=bearer.full)


def _bearer(piece: _Piece, full: list[Mention]) -> Mention | None:
    """Who bears the short name: the last one named before; of names that differ in tone marks alone the usual one."""
    same = [mention for mention in full if is_short_of(piece.text, mention.text)]
    before = [mention for mention in same if mention.span.start < piece.start]
    last = before[-1] if before else same[0] if same else None
    if last is None:
        return None
    alike = [mention for mention in same if fold(mention.text) == fold(last.text)]
    counts = Counter(key(mention.text) for mention in alike)
    return max(alike, key=lambda mention: (counts[key(mention.text)], mention is last))
