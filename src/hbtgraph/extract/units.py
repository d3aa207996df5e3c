"""Administrative units as the text names them, with their type word ("quận Tây Hồ", "phường 12") or bare ("Hà Nội")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from msgspec.structs import replace

from hbtgraph import resources
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.speech_words import words as speech_words
from hbtgraph.extract.words import UPPER, TextFinder, any_of, column, keys
from hbtgraph.model import Span
from hbtgraph.vietnamese.names import LONGEST, has_surname, split_off
from hbtgraph.vietnamese.text import key, place_tones

SYLLABLE_REST = rf"[^\W\d_{UPPER}]*(?:['’][^\W\d_]+)?"
SYLLABLE = rf"[{UPPER}]{SYLLABLE_REST}"
"""A capitalised word that is no acronym: "Nguyễn", "M'gar"."""

_RUN = re.compile(rf"{SYLLABLE}(?: {SYLLABLE}){{0,9}}(?!\w)")
_NAME_BEFORE = re.compile(rf"(?<!\w){SYLLABLE}(?: {SYLLABLE}){{0,3}} $")
_JOINTS = (", ", " (", "(", " - ", " – ")  # between a unit and the one it lies in
_NUMBERED = frozenset(
    (
        "quận",
        "q.",
        "phường",
        "p.",
        "thôn",
        "xóm",
        "ấp",
        "khóm",
        "khu phố",
        "tổ dân phố",
        "khu dân cư",
        "bản",
        "khối",
        "khối phố",
    )
)
_HELD_BEFORE = re.compile(
    rf"(?:{SYLLABLE} ?[,(–-]+|(?<!\w)(?:là|làm|chức|chức vụ|chức danh)) ?[^,.;:()–]{{4,40}}"
    r" (?:UBND|HĐND)(?: [^\W\d_]+){1,2} $"
)
"""Before a unit's name: a post that is told of somebody named before, so that no person follows."""

_DASH = re.compile("[-–]")
_NUMBER_BEHIND = re.compile(r" \d{1,2}(?=[,;)]| ?\(| (?:xã|phường|thị trấn) )")
"""Part of the name of a commune or neighbourhood: "ấp Trà Cú 2, xã ..."."""

_IN_COMMUNE = re.compile(r"(?:,| \()? ?(?:phường|xã|thị trấn|P\.|TT\.)(?!\w)")
"""Behind a word that is a neighbourhood's only where a commune follows: "khối 5, phường X", not "học sinh khối 5"."""

_PLACE_BEFORE = re.compile(r"(?:địa bàn|tại|ở|về|thuộc|quê|từ|đến|(?:[Qq]uận|[Hh]uyện|[Tt]hị) (?:ủy|đoàn)) $")
_DISTRICT_PARTY = TextFinder(
    re.compile(r"(?<!\w)(?:[Qq]uận|[Hh]uyện|[Tt]hị) (?:ủy|đoàn) (?=[^\W\d_a-zà-ỹ])"), ("quận", "huyện", "thị")
)
_QUAN = frozenset(("quận", "q."))
_MIDDLE = frozenset(("Văn", "Thị"))
_CITY = frozenset(("thành phố", "tp", "tp."))
_COMMUNE, _NEIGHBOURHOOD = 3, 4
_LONGEST_UNIT = 3
"""Syllables of a unit that no table knows, where the name of a person follows."""

_INITIAL = re.compile(rf"(?:[{UPPER}]{SYLLABLE_REST}[^\W\d_{UPPER}]|(?i:chị|anh|ông|bà|cô|em|cháu|bé|chú|tên)) $")
"""What makes a letter before a stop stand for a person's name: "chị H. Sau đó", "Nguyễn Thị P. Khi ấy"."""

_SHORT = r"(?P<short>P\d{1,2}(?=, ?Q\d)|(?<=P\d,)Q\d{1,2}|(?<=P\d\d,)Q\d{1,2}|(?<=\d, )Q\d{1,2})(?!\w)"
"""A phường and its quận in an address: "P11,Q10"."""

_OF_A_BODY = re.compile(r"(?:UBND|HĐND|[Ủủ]y ban nhân dân|[Hh]ội đồng nhân dân|[Cc]hủ tịch) +$")


@cache
def _types() -> dict[str, int]:
    return {key(row["word"]): int(row["rank"]) for row in resources.table("unit-words")}


@cache
def _type_pattern() -> str:
    words = column("unit-words", "word")
    whole = [word for word in words if not word.endswith(".")]
    short = [word for word in words if word.endswith(".")]
    no_part = r"(?<!\w)(?<!tấn )(?<![Nn]ông )(?<!hợp tác )(?<!văn )(?<!phiên )(?<!Nhật )"
    return rf"{no_part}(?:(?i:{any_of(whole)})(?= )|{any_of(short)})"


@cache
def _type_at_start() -> re.Pattern[str]:
    return re.compile(rf"{_type_pattern()} *|TP(?=HCM)|[PQ](?=\d)")


@cache
def _typed() -> TextFinder:
    """A type word with what may be its name."""
    odd = any_of(name for name in column("unit-names", "name") if _is_odd(name))
    name = rf"(?P<odd>{odd})(?!\w)|(?:số +)?\d{{1,3}}(?![\w.,/%-]*\d)(?! *(?:%|tuổi|hộ|người))|HCM(?!\w)|{SYLLABLE}"
    pattern = re.compile(rf"(?P<type>{_type_pattern()}) *(?P<name>{name})|{_SHORT}")
    numbers = (f"{letter}{number}" for letter in "PQ" for number in range(1, 30))
    return TextFinder(pattern, (*column("unit-words", "word"), *numbers))


@cache
def _bare() -> TextFinder:
    """A dashed or bare name that the tables know, or TPHCM."""
    names = [name for name in column("unit-names", "name") if re.search(r"[ -]|^Huế$", name)]
    return TextFinder(re.compile(rf"(?<!\w)(?:TP ?HCM|(?:{any_of(names)}))(?!\w)"), ("TPHCM", "TP", *names))


def _is_odd(name: str) -> bool:
    """Whether a name has capitals inside a word, so that it does not look like one: "KBang"."""
    return not re.search(r"[-–\d]", name) and _RUN.fullmatch(name) is None


@cache
def known() -> dict[str, frozenset[int]]:
    """Key of a name -> ranks of the units that bear it."""
    ranks: dict[str, set[int]] = defaultdict(set)
    for row in resources.table("unit-names"):
        ranks[key(row["name"])].add(int(row["rank"]))
    return {name: frozenset(found) for name, found in ranks.items()}


@cache
def _cities() -> frozenset[str]:
    """Keys of the cities that stand under the centre, and so beside provinces."""
    rows = resources.table("unit-names")
    return frozenset(key(row["name"]) for row in rows if row["rank"] == "1" and row["type"] == "thành phố") | {"hcm"}


def is_city(name: str) -> bool:
    """Whether the bare name is that of a city that stands under the centre."""
    return key(name) in _cities()


@cache
def parents() -> dict[str, frozenset[str]]:
    """Key of a district's name -> keys of the provinces that have, or had, a district of that name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in resources.table("unit-names"):
        if row["rank"] == "2":
            found[key(row["name"])].add(key(row["parent"]))
    return {name: frozenset(provinces) for name, provinces in found.items()}


@lru_cache(maxsize=1 << 12)
def bare_name(unit: str) -> str:
    """The unit's name without its type word: "quận Tây Hồ" -> "Tây Hồ", "TP.HCM" -> "HCM"."""
    found = _type_at_start().match(place_tones(unit))
    half = unit[:1].isupper() and key(unit) in known()  # "Sóc Sơn", "Buôn Đôn": the name begins like a type word
    return unit[found.end() :] if found and not half else unit


@lru_cache(maxsize=1 << 12)
def type_word(unit: str) -> str:
    """The unit's type word as written, without the space after it; "" where it has none."""
    return unit[: len(unit) - len(bare_name(unit))].rstrip()


@lru_cache(maxsize=1 << 12)
def rank_of(unit: str) -> int:
    """1 province, 2 district, 3 commune, 4 neighbourhood, by type word or, for a bare name, by the table; 0 unknown."""
    name, word = key(bare_name(unit)), key(type_word(unit))
    if word:
        return _types().get(word) or _types().get(f"{word}.") or (1 if name in _cities() else 2)
    return min(known().get(name, {0}))


def find(text: str, within: tuple[Span, ...]) -> tuple[Mention, ...]:
    """The mentions of units in these parts of the text, in order. `text` has its tone marks placed."""
    found = tuple(mention for span in within for mention in _in_span(text, span))
    own = {key(bare_name(unit.text)) for unit in found if unit.rank == 2} - known().keys()
    parties = within if _DISTRICT_PARTY.starts(text) else ()
    behind = tuple(mention for span in parties for mention in _behind_party(text, span, own))
    starts = {unit.span.start for unit in found}
    found += tuple(unit for unit in behind if unit.span.start not in starts)
    return _with_cities(text, tuple(sorted(found, key=lambda unit: unit.span)))


def _in_span(text: str, span: Span) -> Iterator[Mention]:
    at = span.start
    bare, typed = _bare().finditer(text, span.start, span.end), _typed().finditer(text, span.start, span.end)
    found = {match.start(): match for match in bare}
    found |= {match.start(): match for match in typed if not (match.start() in found and _is_half_a_name(match))}
    for start, match in sorted(found.items()) if found else ():
        if start < at:
            continue
        joined = text[at:start] in _JOINTS and at > span.start
        end = (
            _typed_end(text, match, span.end)
            if match.re is _typed().pattern
            else _bare_end(text, match, span.end, joined)
        )
        if end:
            at = end
            words = text[start:end]
            yield Mention(span=Span(start, end), text=words, full=words, rank=rank_of(words))


def _is_half_a_name(match: re.Match[str]) -> bool:
    """Whether the word for a neighbourhood is part of a name that the tables know: "Sóc Sơn", "Buôn Đôn"."""
    word = match["type"] or ""
    return word[:1].isupper() and _types()[key(word)] == _NEIGHBOURHOOD


def _behind_party(text: str, span: Span, own: set[str]) -> Iterator[Mention]:
    """Units behind their Party committee that no table knows: named elsewhere in the text, or before a person's name.

    "Quận ủy Bến Trúc Vũ Hạnh Dung" names the unit "Bến Trúc".
    """
    for match in _DISTRICT_PARTY.finditer(text, span.start, span.end):
        words = run_at(text, match.end(), span.end)
        if not words or _begins_known(words):
            continue
        lengths = (count for count in (3, 2, 1) if key(" ".join(words[:count])) in own)
        count = next(lengths, None) or (None if _is_person(words) else split_off(words, least=3))
        if count and count <= _LONGEST_UNIT:
            name = " ".join(words[:count])
            yield Mention(span=Span(match.end(), match.end() + len(name)), text=name, full=name, rank=2)


def _is_person(words: list[str]) -> bool:
    return has_surname(words[0]) and len(words) < LONGEST


def _with_cities(text: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A city that no table knows stands under the centre where a quận, which lies in no other, is said to lie in it."""
    cities = {
        key(bare_name(whole.text))
        for part, whole in pairwise(found)
        if key(type_word(part.text)) in _QUAN and text[part.span.end : whole.span.start] in _JOINTS
        if whole.rank == 2 and key(type_word(whole.text)) in _CITY
    }.difference(known())
    if not cities:
        return found
    city = (key(bare_name(unit.text)) in cities and key(type_word(unit.text)) in _CITY for unit in found)
    return tuple(replace(unit, rank=1) if is_ else unit for unit, is_ in zip(found, city, strict=True))


def run_at(text: str, start: int, end: int) -> list[str]:
    """The capitalised words that stand in a row from `start` on, without one that begins the next sentence."""
    run = _RUN.match(text, start, end)
    words = run[0].split(" ") if run else []
    return words[:-1] if run and opens_sentence(text, words[-1], run.end()) else words


def opens_sentence(text: str, word: str, end: int) -> bool:
    """Whether a capitalised word that ends there begins a sentence, the stop before it lost: "Phù Yên | Tiếp đó"."""
    seconds = _openings().get(word)
    return seconds is not None and text.startswith(seconds, end)


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """First words of phrases that begin a sentence -> the words that go on, with the space before."""
    found = {word: tuple(f" {figure}" for figure in range(10)) for word in speech_words("day")}
    for phrase in speech_words("opening"):
        first, _, second = phrase.partition(" ")
        if second.islower():
            found[first] = (*found.get(first, ()), f" {second}")
    return found


def _typed_end(text: str, match: re.Match[str], limit: int) -> int | None:
    if match["short"]:
        return match.end()
    start = match.start("name")
    if match["name"] == "HCM" or match["odd"]:
        return match.end()
    if not match["name"][0].isupper():
        fits = key(match["type"]) != "khối" or _IN_COMMUNE.match(text, match.end(), limit)
        return match.end() if fits and key(match["type"]) in _NUMBERED else None
    if (dashed := _bare().pattern.match(text, start, limit)) and _DASH.search(dashed[0]):
        return dashed.end()
    rank = _types()[key(match["type"])]
    words = _before_address(run_at(text, start, limit))
    before = text[max(0, match.start() - 24) : match.start()]
    if rank == _NEIGHBOURHOOD and before.endswith("rưởng ") and len(words) > 2 and _is_person(words):
        return None  # "Trưởng thôn Lê Văn Tám"
    told = len(words) > 1 and len(match["type"]) < 3 and not _INITIAL.search(before)
    if match["type"].endswith(".") and text[start - 1] == " " and not (told or _begins_known(words)):
        return None  # the stop may as well end a sentence: "họp tại TP. Cũng trong ngày"
    follows = bool(_OF_A_BODY.search(before)) and not (
        len(words) == 2 and _HELD_BEFORE.search(text, max(0, start - 90), start)
    )
    if rank == _COMMUNE and not follows:
        follows = not _PLACE_BEFORE.search(before) and not _in_a_unit(text, start + len(" ".join(words)), limit)
    count = name_length(words, rank, follows_body=follows)
    end = start + len(" ".join(words[:count]))
    if key(match["type"]) == "khối" and not _IN_COMMUNE.match(text, end, limit):
        return None
    number = _NUMBER_BEHIND.match(text, end, limit) if count and rank in (_COMMUNE, _NEIGHBOURHOOD) else None
    return number.end() if number else end if count else None


def _in_a_unit(text: str, end: int, limit: int) -> bool:
    """Whether behind a name comes the unit that it lies in: "phường Phạm Hồng Thái, quận ..."."""
    joint = next((joint for joint in _JOINTS if text.startswith(joint, end)), None)
    return joint is not None and _typed().pattern.match(text, end + len(joint), limit) is not None


def name_length(words: list[str], rank: int, *, follows_body: bool) -> int:
    """How many of the capitalised words after a type word of this rank are the unit's name.

    The rest names a person ("quận Hai Bà Trưng Lê Văn Tám" -> 3). None are where a body without its unit's name
    stands before a person ("UBND huyện Đinh Văn An"), which is told by the surname and by no unit having that name.
    """
    if not words:
        return 0
    names = known()
    for count in range(min(4, len(words)), 0, -1):
        ranks = names.get(key(" ".join(words[:count])), frozenset())
        fits = rank in ranks or (rank == 0 and ranks & {1, 2}) or (rank == 3 and ranks)
        if fits and (count == len(words) or count > 1):
            rest = words[count:]
            if not rest or (rank < 3 and ranks & {1, 2}) or (2 <= len(rest) <= LONGEST and has_surname(rest[0])):
                return count
    if rank < 3 and len(words) == 1:
        return 0  # half a name: the table has all of one syllable
    cut = _before_person(words)
    if len(words) >= LONGEST and cut and cut <= _LONGEST_UNIT:
        return cut
    least = 2 if follows_body else 3
    if has_surname(words[0]) and least <= len(words) <= LONGEST and (rank < 3 or (follows_body and len(words) > 2)):
        return 0
    if len(words) > 3:
        return cut or min(len(words), 4)
    return len(words)


def _begins_known(words: list[str]) -> bool:
    return any(key(" ".join(words[:count])) in known() for count in range(1, 5))


def _before_address(words: list[str]) -> list[str]:
    """The words up to a word of address before a name: "phường | Ông Lê Văn Tám", "xã An Khánh | Bà Trần Thị Sen"."""
    marks = (at for at, word in enumerate(words) if word in ("Ông", "Bà") and has_surname(" ".join(words[at + 1 :])))
    cut = next((at for at in marks if len(words) - at > 2), len(words))
    return words if key(" ".join(words[:3])) in known() else words[:cut]


@cache
def openers() -> frozenset[str]:
    """Keys of words whose capital tells that a sentence begins."""
    return frozenset(row["word"] for row in resources.table("sentence-words") if row["place"] == "opener")


def _before_person(words: list[str]) -> int | None:
    """Where the person behind a unit begins; "Văn" and "Thị" behind any surname are middle names ("Nam Phú Văn An")."""
    middle = (at - 1 for at in range(2, len(words) - 1) if words[at] in _MIDDLE)
    surname = next((at for at in middle if key(words[at]) in keys("surnames", "surname")), None)
    return surname or split_off(words)


def _bare_end(text: str, match: re.Match[str], limit: int, joined: bool) -> int | None:
    """The end of a bare name; `joined` where another unit stands directly before it ("xã Thạch Hội (Thạch Hà)")."""
    if match[0].replace(" ", "") == "TPHCM":
        return match.end()
    name = key(match[0])
    if known()[name] == {3} or name == "hồ chí minh":  # a person unless the type word stands before
        return None
    if _stands_in_longer_name(text, match) or _after_other_head(text, match.start()):
        return None
    rest = run_at(text, match.end() + 1, limit) if text[match.end() : match.end() + 1] == " " else []
    ends = (joined and 1 in known()[name]) or (len(rest) > 1 and has_surname(rest[0]))
    if rest and not ends and key(rest[0]) not in openers():
        return None
    could_be_person = 1 not in known()[name] and has_surname(match[0])
    if not could_be_person or joined or _PLACE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return match.end()
    province = (
        _bare().pattern.match(text, match.end() + 2, limit) if text[match.end() : match.end() + 2] in _JOINTS else None
    )
    return match.end() if province and key(province[0]) in parents().get(name, frozenset()) else None


def _stands_in_longer_name(text: str, match: re.Match[str]) -> bool:
    """Whether capitalised words before it make it the end of a person's or another thing's name."""
    before = text[max(0, match.start() - 24) : match.start()]
    run = _NAME_BEFORE.search(before)
    words = run[0].split() if run else []
    if is_city(match[0]):
        words = words[:1]  # nobody is called so: "Hội Nhà Văn Hà Nội"
    return any(map(has_surname, words))


def _after_other_head(text: str, start: int) -> bool:
    """Whether the words before make it the name of a street, a school, a market ..."""
    words = text[max(0, start - 24) : start].split()
    last = [key(" ".join(words[-count:])) for count in (1, 2)]
    if last[1] in keys("body-compounds", "words"):
        return False  # "Sở Tài nguyên và Môi | trường Yên Bái"
    heads = keys("not-person-heads", "word")
    return any(word in heads and word not in _types() for word in last)
