"""Which body stands behind a post: named in full, swallowed by the post in part, or told by a unit or a country."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.bodies import TELLING, Reader, without_short_form
from hbtgraph.extract.body_heads import head_finder, heads
from hbtgraph.extract.body_patterns import NUMBER
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.post_stops import JOINTS, SMALL_WORDS, stops_in
from hbtgraph.extract.units import is_city, rank_of, run_at, type_word
from hbtgraph.extract.words import UPPER, any_of, keys
from hbtgraph.vietnamese.names import has_surname, split_off
from hbtgraph.vietnamese.text import key, place_tones

_BARE_HEAD = re.compile(
    r"(?:nhà trường|Sở|sở|Bộ|Cục|Vụ|Chi cục|Công ty|Cty|Tập đoàn|Trường|trường|Viện|Bệnh viện|Ban|Trung tâm|Ngân hàng)"
    r"(?: này)?(?!\w)"
    r"|(?:công ty|bệnh viện|trung tâm|xí nghiệp)(?: này)?(?=[,.;:)]| -| cho biết| cho rằng| nói| khẳng định)"
)
_COMMITTEE = re.compile(r"(?:[Cc]hi bộ(?: (?:số )?\d{1,3})?|[Đđ]ảng bộ|Đảng đoàn|[Bb]an cán sự(?: [Đđ]ảng)?)(?!\w)")
"""Bodies of the Party that may stand without the body they are in: "Bí thư chi bộ, Cục trưởng ..."."""

_ABROAD = frozenset(("thủ tướng", "đại sứ", "đại sứ đặc mệnh toàn quyền", "tổng lãnh sự", "tổng thống", "ngoại trưởng"))
"""Posts of countries, or of those who stand for one elsewhere."""

_OURS = "Việt Nam"
_IN_COUNTRY = re.compile(rf" (?:tại|ở) (?:{_OURS})?")
_OF_COMMUNE = ("cán bộ ", "công chức ")
"""Posts that a commune has, not its committee."""

_CENTRE = re.compile(r"Trung ương(?!\w)|T\.?Ư(?!\w)|TW(?!\w)")
_INITIALS = re.compile(rf"[{UPPER}]{{1,2}}(?!\w)")
_OFFICE_OF_TWO = re.compile(r"(?:HĐND|Hội đồng nhân dân)(?: và | & | - |, )(?=UBND|Ủy ban)")
_NOUN_TAILS = {
    "Thanh tra": "place", "Công an": "place", "Thôn": "place", "Ban Thường vụ": "nested", "Ban Chấp hành": "nested",
}  # fmt: skip
"""What follows a noun that a post has swallowed, where it is no field of work."""

_OPEN_NOUNS = ("Ban", "Đoàn", "Đội", "Tổ", "Phòng", "Văn phòng")
"""Bodies that go by any words: "Ban Quản lý dự án ..."."""

_SMALL_FIELDS = ("Khoa", "Phòng", "Bộ phận", "Ban", "Đội", "Tổ")
_ONE_OF_MANY = ("đại biểu", "đb", "ủy viên")
"""Posts behind whose body nothing of it follows in small letters."""

_LEAST_FIELD = 2
"""Words that tell a field of work in small letters, at least."""

_MARK = re.compile(r" ?[,.;:()–-]|$")
_LOOSE_FIELD = re.compile(r"(?: [^\W\d_A-ZĐ]+(?:-[^\W\d_A-ZĐ]+)?){1,8}(?:,| [-–])? ")

_PLACE_WORDS = frozenset(("quận", "huyện", "thị xã", "thành phố", "TP", "tỉnh", "phường", "xã", "thị trấn"))
_COMMUNE = re.compile(r"(?:phường|xã|thị trấn)(?!\w)")
_FIELDS_OF_COMMUNE = re.compile(r"(?: ?[-–,] ?\w+(?: \w+){0,2}?){1,3} (?=(?:phường|xã|thị trấn) )")
"""Further fields of a post: "cán bộ địa chính | - xây dựng - môi trường | xã A"."""

_LONGEST_COUNTRY = 24
_NEIGHBOURHOODS = ("Thôn", "Ấp", "Bản", "Xóm")
_LONGEST_VILLAGE = 3
_LONGEST_HEAD = 30
_APPOSED = re.compile(r", | [-–] ")
_TO_WHOLE = re.compile(r", | [-–] | \(")
"""Between a body and the one that it is part of."""

_UNIT_WORD = re.compile(
    r"(?:quận|huyện|thị xã|thành phố|TP|tỉnh|phường|xã|thị trấn)(?!\w)(?! ?(?:đoàn|ủy|hội|viên)(?!\w))", re.IGNORECASE
)
_UNIT_ROLE = re.compile(r"(?:quyền )?(?:phó )?(?P<of>chủ tịch|bí thư)(?: thường trực)?$")
_PARTY = {"quận": "Quận ủy", "huyện": "Huyện ủy", "tỉnh": "Tỉnh ủy", "thị xã": "Thị ủy", "xã": "Đảng ủy xã"}
_COMPANY_ROLE = re.compile(r"giám đốc|gđ|tổng biên tập|kế toán trưởng|chủ tịch$")


class Role(Struct, frozen=True):
    """What the table says of a post."""

    noun: str
    body: str


@cache
def roles() -> dict[str, Role]:
    """Key of a post -> what the table says of it."""
    return {key(row["role"]): Role(row["noun"], place_tones(row["body"])) for row in resources.table("roles")}


@cache
def _levels() -> dict[str, int]:
    """Head of a body -> how high it stands."""
    return {place_tones(row["word"]): int(row["level"]) for row in resources.table("body-levels")}


_OF_ANOTHER = 2
"""Up to this level a body is known only with the one that it is part of; a "Cục" of a ministry is known by itself."""


@cache
def _levelled() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_levels())})(?!\w)")


class PostBodies:
    """Reads the bodies behind the posts of one text."""

    def __init__(self, reader: Reader, units: dict[int, Mention]) -> None:
        self._bodies = reader
        self._text = reader.text
        self._written = reader.written
        self._units = units
        self._unit_ends = frozenset(unit.span.end for unit in units.values())

    def behind(self, role_key: str, role: Role, at: int, limit: int) -> tuple[int | None, str | None]:
        """Where the body named behind a post ends, and its name, with the higher one that it is part of."""
        end, body = self._behind(role_key, role, at, limit)
        if end and body and not role_key.endswith(_ONE_OF_MANY) and (rest := self._rest(end, limit)):
            end, body = rest, body + self._written[end:rest]
        while end and body and (whole := self._whole_behind(body, end, limit)):
            end, body = whole, body + self._written[end:whole]
        return end, body

    def _rest(self, end: int, limit: int) -> int | None:
        """Where a name goes on, a number, or small letters up to a place: "Ban Quản lý Khu Di | tích Hương Sơn"."""
        if number := NUMBER.match(self._text, end, limit):
            return number.end()
        found = None if end in self._unit_ends else SMALL_WORDS.match(self._text, end, limit)
        if found is None or stops_in(JOINTS.sub("", found[0])):
            return None
        start = found.end() + 1
        unit, run = self._units.get(start), run_at(self._text, start, limit)
        if unit is None and (not run or (has_surname(run[0]) and len(run) > 2)):
            mark = _APPOSED.match(self._text, found.end(), limit) if found[0].count(" ") == 1 else None
            return found.end() if mark and _levelled().match(self._text, mark.end(), limit) else None
        whole = self._bodies.end_of(start, limit) or (unit.span.end if unit else start + len(" ".join(run)))
        following = " ".join(self._text[whole : whole + _LONGEST_HEAD].split()[:2])
        return whole if _MARK.match(self._text, whole, limit) or stops_in(following) else None

    def _whole_behind(self, body: str, end: int, limit: int) -> int | None:
        """Where the higher body behind a mark ends: "Trưởng phòng Tổ chức, Sở Y tế tỉnh A"; no place is told yet."""
        mark = _TO_WHOLE.match(self._text, end, limit)
        if mark is None or end in self._unit_ends:
            return None
        part = _levelled().match(place_tones(body.rpartition(", ")[2]))
        whole = _levelled().match(self._text, mark.end(), limit)
        if part is None or whole is None:
            return None
        lower, higher = _levels()[part[0]], _levels()[whole[0]]
        bracketed = mark[0] == " ("
        if lower > (_OF_ANOTHER - bracketed) or higher <= lower:
            return None
        whole_end = self._bodies.end_of(mark.end(), limit)
        if bracketed and whole_end:
            return whole_end + 1 if self._text.startswith(")", whole_end) else None
        return whole_end

    def _behind(self, role_key: str, role: Role, at: int, limit: int) -> tuple[int | None, str | None]:
        """The same of the body alone."""
        start = at + 1 if self._text[at : at + 1] == " " else at
        if start > at and self._text.startswith("của ", start):
            start += 4
        if role.noun and (found := self._of_noun(role.noun, at, limit)):
            return found
        if "văn phòng" in role_key and (two := _OFFICE_OF_TWO.match(self._text, start, limit)):
            both = self._bodies.end_of(two.end(), limit) or two.end()
            return both, self._written[start:both]
        if start > at and (end := self._bodies.end_of(start, limit)):
            return end, without_short_form(self._written[start:end])
        if role_key.startswith(("ủy viên", "uv")) and (centre := _CENTRE.match(self._text, start, limit)):
            return centre.end(), self._written[start : centre.end()]
        if role_key in _ABROAD and (land := self._of_country(start, limit)):
            return land
        if role.body:
            return None, None if role.body == "-" or self._is_elsewhere(start, limit) else role.body
        if marked := self._behind_mark(at, limit):
            return marked
        if start == at:
            return None, self._behind_bracket(at, limit)
        if role.noun in _NEIGHBOURHOODS and (named := self._neighbourhood(role.noun, start, limit)):
            return named
        if role.noun in ("Tổ", "Thôn") and (unit := self._units.get(start)) and unit.rank == 4:
            group_end = self._bodies.end_with_outer(unit, limit)
            return group_end, self._written[start:group_end]
        if role_key.startswith(_OF_COMMUNE):
            return self._commune(start, limit)
        if _UNIT_ROLE.match(role_key) and (found := self._of_unit(role_key, start)):
            return found
        if not role_key.endswith(_ONE_OF_MANY) and (small := self._small_body(start, limit)):
            return small
        if committee := _COMMITTEE.match(self._text, start, limit):
            end = self._bodies.end_of(committee.end() + 1, limit) or committee.end()
            return end, self._written[start:end]
        if loose := self._loose_body(start, limit):
            return loose
        if bare := _BARE_HEAD.match(self._text, start, limit):
            return bare.end(), self._written[start : bare.end()]
        if _COMPANY_ROLE.search(role_key):
            return self._company(start, limit)
        return None, None

    def _behind_mark(self, at: int, limit: int) -> tuple[int, str] | None:
        """The body behind a mark: "Chánh Thanh tra, Sở Nội vụ", "Quyền Cục trưởng - Cục Kinh tế A"."""
        mark = _APPOSED.match(self._text, at, limit)
        if mark is None or not _levelled().match(self._text, mark.end(), limit):
            return None
        end = self._bodies.end_of(mark.end(), limit)
        return (end, self._written[mark.end() : end]) if end else None

    def _behind_bracket(self, at: int, limit: int) -> str | None:
        """The body behind the bracket that a post fills: "ông A (Chủ tịch) UBND xã X"."""
        start = at + len(") ")
        end = self._bodies.end_of(start, limit) if self._text.startswith(") ", at) else None
        return self._written[start:end] if end else None

    def _of_country(self, start: int, limit: int) -> tuple[int, str] | None:
        """The country for which somebody stands, and where: "Đại sứ Nhật Bản tại Việt Nam"."""
        ours = start + len(_OURS) if self._text.startswith(_OURS, start) else None
        end = ours or self._bodies.country_end(start)
        if end is None:
            return None
        if at := _IN_COUNTRY.match(self._text, end, limit):
            unit = self._units.get(at.end())
            here = at.end() if at[0].endswith(_OURS) else unit.span.end if unit else end
            end = self._bodies.country_end(at.end()) or here
        return end, self._written[start:end]

    def _is_elsewhere(self, start: int, limit: int) -> bool:
        """Whether a post is that of another country: "Thống đốc tỉnh X", "Thủ tướng Ấn Độ"."""
        words = self._text[start : min(limit, start + _LONGEST_COUNTRY)].split()
        named = any(key(" ".join(words[:count])) in keys("countries", "name") for count in (1, 2, 3))
        return named or (bool(words) and words[0] in _PLACE_WORDS)

    def _commune(self, start: int, limit: int) -> tuple[int | None, str | None]:
        """The unit behind a post that each commune has: "cán bộ địa chính xã An Khánh"."""
        if field := _FIELDS_OF_COMMUNE.match(self._text, start - 1, limit):
            start = field.end()
        unit = self._units.get(start)
        word = _COMMUNE.match(self._text, start, limit)
        end = unit.span.end if unit else word.end() if word else None
        return end, self._written[start:end] if end else None

    def _neighbourhood(self, noun: str, start: int, limit: int) -> tuple[int, str] | None:
        """A village named without its type word, who heads it perhaps behind it: "Trưởng thôn Sao Mai Lê Văn A"."""
        run = run_at(self._text, start, limit)
        kept = split_off(run, least=3) or len(run) if run else 0
        if not run or start in self._units or (has_surname(run[0]) and len(run) > 2) or kept > _LONGEST_VILLAGE:
            return None
        end = start + len(" ".join(run[:kept]))
        return end, f"{noun.lower()} {self._written[start:end]}"

    def _small_body(self, start: int, limit: int) -> tuple[int, str] | None:
        """A body written small, as it may be behind a post: "Trưởng công an xã", "Giám đốc bệnh viện đa khoa huyện"."""
        if not self._text[start : start + 1].islower():
            return None
        words = self._text[start : min(start + _LONGEST_HEAD, limit)].split(" ")
        for count in (4, 3, 2, 1):
            name = " ".join(words[:count])
            head = heads().get(key(name))
            end = self._bodies.tail_end(head.tail, start + len(name), limit) if head else None
            last = self._text[start + len(name) : end].rpartition(" ")[2] if end else ""
            if end and (last[:1].isupper() or last[:1].isdigit() or last in _PLACE_WORDS):
                return end, self._written[start:end]
        return None

    def _loose_body(self, start: int, limit: int) -> tuple[int, str] | None:
        """A body whose head a field in small letters follows: "Giám đốc Trung tâm dịch vụ việc làm Hà Nội"."""
        found = head_finder().pattern.match(self._text, start, limit)
        if found is None or heads()[key(found[0])].tail not in ("open", "field"):
            return None
        if not self._text[found.end() + 1 : found.end() + 2].islower():
            return None
        end = self._bodies.tail_end("open", found.end(), limit)
        words = self._text[found.end() : end].split() if end else []
        named = found[0][0].isupper() or (bool(words) and words[-1][0].isupper())
        if not end or not named or len(words) < _LEAST_FIELD or stops_in(" ".join(words[:2])):
            return None
        following = " ".join(self._text[end : end + _LONGEST_HEAD].split()[:2])
        ends = _MARK.match(self._text, end) or TELLING.search(self._text[found.end() : end]) or stops_in(following)
        return (end, self._written[start:end]) if ends else None

    def _of_noun(self, noun: str, at: int, limit: int) -> tuple[int, str] | None:
        """The body whose first word the post has swallowed: "Trưởng ban | Tuyên giáo Thành ủy"."""
        if self._text.startswith(" của ", at):
            return None
        if self._text[at : at + len(noun) + 2].lower() == f" {noun.lower()} ":
            if self._bodies.end_of(at + 1, limit):
                return None
            start = at + 1 + len(noun)
            end = self._bodies.tail_end("field", start, limit)
            if not end and noun in _OPEN_NOUNS and self._text[at + 1].isupper():
                end = self._bodies.tail_end("open", start, limit)
            return (end, self._written[at + 1 : end]) if end and end > at + 1 + len(noun) else None
        if longer := self._longer_head(noun, at, limit):
            return longer
        tail_kind = _NOUN_TAILS.get(noun, "field")
        if tail_kind != "nested" and self._bodies.end_of(at + 1, limit) and not self._bodies.starts_field(at, limit):
            return None
        end = self._bodies.tail_end(tail_kind, at, limit)
        if (not end or end == at) and noun in _OPEN_NOUNS:
            end = self._bodies.tail_end("open", at, limit)
        if not end or end == at:
            return self._loose_noun(noun, at, limit)
        tail = self._text[at:end]
        run = run_at(self._text, at + 1, limit)
        named = re.search(rf"[{UPPER}\d]", tail) or tail.strip() in _PLACE_WORDS or self._bodies.starts_field(at, limit)
        if not named:
            return self._loose_noun(noun, at, limit)
        if len(run) > 1 and has_surname(run[0]) and tail[1:].startswith(" ".join(run[:2])):
            return None
        if len(run) == 1 and not self._bodies.starts_field(at, limit) and self._is_given(run[0], noun, at):
            return None
        return end, noun + self._written[at:end]

    def _longer_head(self, noun: str, at: int, limit: int) -> tuple[int, str] | None:
        """The body whose head goes on behind the post: "Trưởng ban | quản lý dự án Đường sắt Đô thị"."""
        head = head_finder().pattern.match(self._text, at - len(noun), limit)
        if head is None or head.end() <= at or heads()[key(head[0])].tail != "open":
            return None
        end = self._bodies.tail_end("open", head.end(), limit)
        if not end or end <= (self._bodies.tail_end("field", at, limit) or 0):
            return None
        ends = _MARK.match(self._text, end) or TELLING.search(self._text[head.end() : end])
        return (end, noun + self._written[at:end]) if ends else None

    def _loose_noun(self, noun: str, at: int, limit: int) -> tuple[int, str] | None:
        """The body with a field in small letters before the one that it is part of: "Trưởng khoa | nhi Bệnh viện X"."""
        field = _LOOSE_FIELD.match(self._text, at, limit) if noun in _SMALL_FIELDS else None
        if field is None or stops_in(field[0]):
            return None
        for gap in re.finditer("(?:,| [-–])? ", field[0]):
            end = self._bodies.end_of(at + gap.end(), limit) if gap.start() else None
            if end:
                return end, noun + self._written[at:end]
        return None

    def _is_given(self, word: str, noun: str, before: int) -> bool:
        """Whether a name that stood before ends in this word: "Thứ trưởng Sen" behind "Lê Thị Sen"."""
        at = self._text.find(f" {word}", 0, before)
        while at >= 0:
            names = self._text[max(0, at - _LONGEST_HEAD) : at].split(" ")[-3:]
            whole = not self._text[at + len(word) + 1 : at + len(word) + 2].isalpha()
            runs = (names[first:] for first in range(len(names) - 1) if has_surname(names[first]))
            if whole and names[-1] != noun and any(all(map(str.istitle, run)) for run in runs):
                return True
            at = self._text.find(f" {word}", at + 1, before)
        return False

    def _of_unit(self, role_key: str, start: int) -> tuple[int, str] | None:
        """The body of a unit for whose name the unit stands: "Chủ tịch quận 1" is of its UBND."""
        unit = self._units.get(start)
        found = _UNIT_WORD.match(self._text, start)
        if unit is None and found is None:
            return None
        name = unit.span.of(self._written) if unit else found[0] if found else ""
        end = unit.span.end if unit else start + len(name)
        if "chủ tịch" in role_key:
            return end, f"UBND {name}"
        return end, party_body(name)

    def _company(self, start: int, limit: int) -> tuple[int | None, str | None]:
        """A company named without any head word: "Tổng Giám đốc Vietnam Airlines"."""
        run = run_at(self._text, start, limit)
        if not self._text[start : start + 1].isupper() or (run and has_surname(run[0])) or start in self._units:
            return None, None
        if not run and _INITIALS.match(self._text, start):
            return None, None
        end = self._bodies.tail_end("open", start - 1, limit)
        return (end, self._written[start:end]) if end else (None, None)


def party_body(unit: str) -> str:
    """The Party committee of a unit: "quận Ba Đình" -> "Quận ủy Ba Đình", "phường 5" -> "Đảng ủy phường 5"."""
    word = type_word(unit) or unit
    name = unit[len(word) :].strip() if word != unit else ""
    if key(word) in _PARTY and key(word) != "xã":
        return f"{_PARTY[key(word)]} {name}".strip()
    if rank_of(unit) == 3 or key(word) in ("phường", "xã", "thị trấn"):
        return f"Đảng ủy {unit}"
    if word == unit and not is_city(unit) and rank_of(unit) == 1:
        return f"Tỉnh ủy {unit}"
    return f"Thành ủy {unit}"
