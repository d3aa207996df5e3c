"""Bodies as the text names them: "UBND quận Tây Hồ", "Ban Tổ chức Thành ủy", "Sở Nội vụ Hà Nội".

A name is a head of the table body-heads with what it calls for behind it: nothing, a unit, a field of work, another
body, or free words up to a word that ends them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from hbtgraph.extract.body_heads import Head, field_pattern, head_finder, heads
from hbtgraph.extract.body_patterns import (
    ALL_OF_A_LEVEL,
    GAP,
    LEGAL_FORM,
    LONGEST_FORM,
    NEXT_FIELD,
    NUMBER,
    ORDINAL,
    PLACE_WORD,
    REGION,
    SMALL_TAIL,
    STATE,
    TERM_BETWEEN,
    UNITS_ALIKE,
    WHOLE_COUNTRY,
    WORD,
)
from hbtgraph.extract.mentions import Mention
from hbtgraph.extract.units import opens_sentence, run_at
from hbtgraph.extract.words import UPPER, keys
from hbtgraph.model import Span
from hbtgraph.vietnamese.names import LONGEST, NATIVE, has_surname, split_off
from hbtgraph.vietnamese.text import key, place_tones

_MOST_WORDS = 16
_LONGEST = 400
"""Code points of the longest name, with the bodies inside it."""

_LONGEST_COUNTRY = 3
"""Syllables of a country's name."""

_SMALL_HEADS = frozenset(("trường", "viện", "báo", "hội", "đại học", "bệnh viện"))
"""Heads of one syllable that are written with a small letter too, and are no other word then."""

_LOWER_TAILS = ("ban ", "hội đồng", "bcđ", "btc", "bql", "hđqt", "hđtv", "đoàn ")
"""Beginnings of heads whose free words may all have small letters: "Ban tổ chức lễ hội"."""

TELLING = re.compile(rf"[{UPPER}\d]|(?:quận|huyện|thị xã|thành phố|tỉnh|phường|xã|thị trấn)$")
"""What makes free words the name of one body: a capital, a digit, or the type of its unit."""

_NEW_SENTENCE = frozenset(("theo", "trước", "sau", "tuy", "nhưng"))
"""Words that begin a sentence whose stop before it is missing."""

PARTICLES = frozenset(
    ("là", "đã", "sẽ", "đang", "cũng", "để", "khi", "tại", "do", "vì", "nếu", "thì", "mà", "nhưng", "rằng")
)
"""Words of one syllable that are no half of another word."""

_COMMITTEES = frozenset(("ban chấp hành", "ban thường vụ", "bch", "btv"))
"""Heads that name a body without anything behind them, of the Party body that the text speaks of."""

_OF = ("của ", "thuộc ")
"""Between a body and the one that it is part of."""

_SHORT_FORM = re.compile(rf" \([{UPPER}\d&./ -]{{2,20}}\)")
"""An abbreviation told in the middle of a name: "Mặt trận Tổ quốc (MTTQ) Việt Nam"."""


def without_short_form(name: str) -> str:
    """The name of a body without an abbreviation told inside it."""
    return _SHORT_FORM.sub("", name)


class Reader:
    """Reads names of bodies in one text, whose units are known by where they start.

    Patterns run on `text`, which has its tone marks in one placement; names are quoted from `written`.
    """

    def __init__(self, text: str, units: tuple[Mention, ...], written: str | None = None) -> None:
        self.text = text
        self.written = written or text
        self._units: Mapping[int, Mention] = {unit.span.start: unit for unit in units}
        self._starts = sorted(self._units)
        self._heads = frozenset(head_finder().places(text))

    def find(self, within: tuple[Span, ...]) -> tuple[Mention, ...]:
        """All bodies in these parts of the text, none inside another."""
        return tuple(mention for span in within for mention in self._in_span(span))

    def _in_span(self, span: Span) -> list[Mention]:
        found: list[Mention] = []
        at = span.start
        for head in head_finder().finditer(self.text, span.start, span.end):
            if head.start() >= at and (end := self._end(head, span.end)) and self._tells(head, end):
                words = self.written[head.start() : end]
                found.append(Mention(span=Span(head.start(), end), text=words, full=words))
                at = end
        return found

    def _tells(self, head: re.Match[str], end: int) -> bool:
        """Whether this names one body, and not a sort of bodies or part of a unit's name ("thôn Sở Hạ")."""
        before = bisect_right(self._starts, head.start()) - 1
        in_unit = before >= 0 and head.start() < self._units[self._starts[before]].span.end
        word = key(head[0])
        tail = heads()[word].tail
        bare = end == head.end() and tail not in ("none", "place")
        return not in_unit and (not bare or word in _COMMITTEES) and not (tail == "place" and self._is_sort(head, end))

    def _is_sort(self, head: re.Match[str], end: int) -> bool:
        """Whether the body of a unit that is not named is that of every such unit."""
        if end == head.end():
            return ALL_OF_A_LEVEL.match(self.text, end) is not None
        return UNITS_ALIKE.match(self.text, head.end() + 1) is not None

    def end_of(self, start: int, limit: int) -> int | None:
        """Where the name of the body that begins at `start` ends; None where none begins there."""
        found = head_finder().pattern.match(self.text, start, limit) if start in self._heads else None
        return self._end(found, limit) if found else None

    def _end(self, found: re.Match[str], limit: int) -> int | None:
        """Where the name of the body with this head ends, the bodies that are part of it within the same bound."""
        limit = min(limit, found.start() + _LONGEST)
        word = key(found[0])
        head = heads()[word]
        if not self._may_begin(found, word, limit):
            return None
        end = self.tail_end(head.tail, found.end(), limit)
        if end == found.end() and head.numbered and (number := ORDINAL.match(self.text, end, limit)):
            return number.end()
        if end and head.tail == "open" and not word.startswith(_LOWER_TAILS):
            return end if TELLING.search(self.text[found.end() : end]) else None
        return end

    def _may_begin(self, found: re.Match[str], word: str, limit: int) -> bool:
        """A small first letter makes a common word, unless the whole is telling or a capital follows."""
        head = heads()[word]
        if not self._looks_like_one(found, head, limit):
            return False
        if (" " not in word or found[0].istitle()) and self._in_name(found, limit):
            return False
        return not self._is_compound(found, word) and (not head.acronym or found[0].isupper())

    def _looks_like_one(self, found: re.Match[str], head: Head, limit: int) -> bool:
        """By its letters and the next word alone, which costs less than what is asked of the few that do."""
        small, following = found[0][0].islower(), self.text[found.end() : found.end() + 2]
        capital = following[:1] == " " and following[1:].isupper()
        if " " in found[0] or head.tail not in ("open", "field") or found[0].isupper():
            return not small or found[0].endswith("ủy") or capital
        if head.tail == "open":
            return (capital or following[1:].isdigit()) and (not small or found[0] in _SMALL_HEADS)
        if small and not capital:
            return False
        return (capital and not small) or self.starts_field(found.end(), limit)

    def _in_name(self, found: re.Match[str], limit: int) -> bool:
        """Whether the head is a syllable of somebody's name: "Đoàn Bá Khương", "Phan Trường Sinh"."""
        if " " not in found[0] and has_surname(found[0]) and len(run_at(self.text, found.start(), limit)) > 2:
            return True
        before = self.text[max(0, found.start() - 10) : found.start()].split(" ")
        last = before[-2] if len(before) > 1 and not before[-1] else ""
        return found[0].istitle() and last.istitle() and has_surname(last)

    def _is_compound(self, found: re.Match[str], head: str) -> bool:
        """Whether the word before or behind makes another word of the head: "thị trường", "Trường Sơn"."""
        compounds = keys("body-compounds", "words")
        before = self.text[max(0, found.start() - 10) : found.start()].split() if found[0][0].islower() else None
        if before and f"{key(before[-1])} {head}" in compounds:
            return True
        after = self.text[found.end() : found.end() + 10].split(maxsplit=1)
        return bool(after) and f"{head} {key(after[0])}" in compounds

    def tail_end(self, tail: str, at: int, limit: int) -> int | None:
        """The end of a name whose head, with this kind of tail, ends at `at`."""
        if tail == "none":
            return self._country_end(at)
        if tail == "place":
            return self._place_end(at, limit)
        if tail == "nested":
            return self._nested_end(at, limit)
        if tail == "field":
            field = self._field_end(at, limit)
            return field and self._nested_end(field, limit)
        return self._open_end(at, limit)

    def starts_field(self, at: int, limit: int) -> bool:
        """Whether a field of work stands behind the word that ends at `at`."""
        start = self._next(at)
        return start is not None and bool(field_pattern().match(self.text, start, limit))

    def _next(self, at: int) -> int | None:
        """Where the next word begins, over one space."""
        return at + 1 if self.text[at : at + 1] == " " else None

    def _country_end(self, at: int) -> int:
        """The end of the country behind a body that has but one name in each: "Chính phủ Nhật Bản"."""
        start = self._next(at)
        return (start and self.country_end(start)) or at

    def country_end(self, start: int) -> int | None:
        """Where the name of a country ends that begins there."""
        if not self.text[start : start + 1].isupper():
            return None
        if state := STATE.match(self.text, start):
            start = state.end()
        words = self.text[start : start + _LONGEST].split(" ", _LONGEST_COUNTRY)[:_LONGEST_COUNTRY]
        names = keys("countries", "name")
        told = (" ".join(words[:count]).rstrip(".,;:)") for count in range(len(words), 0, -1))
        return next((start + len(name) for name in told if key(name) in names), None)

    def _place_end(self, at: int, limit: int) -> int:
        """The end of the unit behind a head, or of "Việt Nam" and a unit; `at` where none follows."""
        start = self._next(at)
        if start is None or start >= limit:
            return at
        if aside := _SHORT_FORM.match(self.text, at, limit):
            end = self._place_end(aside.end(), limit)
            return end if end > aside.end() else at
        if term := TERM_BETWEEN.match(self.text, at, limit):
            end = self._place_end(term.end(), limit)
            return end if end > term.end() else at
        if region := REGION.match(self.text, at, limit):
            end = self._place_end(region.end(), limit)
            return end if end > region.end() else at + len(region[0].rstrip(" -–"))
        if country := WHOLE_COUNTRY.match(self.text, start, limit):
            return self._place_end(country.end(), limit)
        if unit := self._units.get(start):
            return self.end_with_outer(unit, limit)
        word = PLACE_WORD.match(self.text, start, limit)
        return word.end() if word else at

    def end_with_outer(self, unit: Mention, limit: int) -> int:
        """A unit may be followed by the one it lies in: "Công an quận 1 TP.HCM"."""
        end = unit.span.end
        outer = self._units.get(end + 1) if self.text[end : end + 1] == " " else None
        return outer.span.end if outer and outer.rank < unit.rank and outer.rank else end

    def _nested_end(self, at: int, limit: int) -> int:
        start = self._next(at)
        if start is None:
            return at
        of = next((len(word) for word in _OF if self.text.startswith(word, start)), 0)
        inner = self.end_of(start + of, limit)
        if inner:
            return inner
        return at if of else self._place_end(at, limit)

    def _field_end(self, at: int, limit: int) -> int | None:
        start = self._next(at)
        if start is None:
            return None
        if field := field_pattern().match(self.text, start, limit):
            return self._fields_end(field.end(), limit)
        if not self.text[start : start + 1].isupper() or start in self._units:
            return None
        run = run_at(self.text, start, limit)
        if run and has_surname(run[0]) and len(run) > 2:
            return None
        return self._open_end(at, limit)

    def _fields_end(self, end: int, limit: int) -> int:
        """The end of the fields of one department: "Hậu cần - Kỹ thuật", "Kế hoạch Đầu tư", "Kinh tế đối ngoại"."""
        while following := NEXT_FIELD.match(self.text, end, limit):
            field = field_pattern().match(self.text, following.end(), limit)
            pair = " ".join(self.text[following.end() : following.end() + 20].split()[:2])
            if not following[0].strip():
                if key(pair.rstrip(".,;:)")) not in keys("body-joins", "word"):
                    break
                end = following.end() + len(pair.rstrip(".,;:)"))
                continue
            if field is None and following[0] == " và " and self._joins(following.end(), limit):
                return self._open_end(following.end() - 1, limit) or end
            if field is None or (self.end_of(following.end(), limit) or 0) > field.end():
                break
            end = field.end()
        return self._small_end(end, limit)

    def _joins(self, start: int, limit: int) -> bool:
        """Whether a common word with a capital begins there, and no body or post: "Cục Kinh tế và | Phát triển ..."."""
        words = self.text[start : start + 24].split(" ")
        if len(words) < 3 or not (words[0].istitle() and words[1].islower()) or self.end_of(start, limit):
            return False
        others = (keys("roles", "role"), keys("honorifics", "word"))
        return not any(key(" ".join(words[:count])) in names for names in others for count in (1, 2, 3))

    def _small_end(self, end: int, limit: int) -> int:
        """The end with the one to three small words that follow it, where a comma or bracket ends them."""
        found = SMALL_TAIL.match(self.text, end, limit)
        stops = keys("body-stops", "word")
        words = found[0].split() if found else []
        spoken = keys("speech-verbs", "word")
        parts = (key(" ".join(words[at : at + size])) for at in range(len(words)) for size in (1, 2))
        told = any(part in stops or part in spoken for part in parts)
        return end if found is None or told else found.end()

    def _open_end(self, at: int, limit: int) -> int | None:
        """The end of free words: punctuation, a person's name, or a word of body-stops stands behind them."""
        end, start, named = at, self._next(at), False
        if start is None:
            return None
        for count in range(_MOST_WORDS):
            if start is None or start >= limit or (named and self.text[start].islower() and start not in self._units):
                break
            step = self._word_end(start, limit, count, end)
            if step is None:
                break
            end = step
            named = self._is_proper(start, end)
            if named and (number := NUMBER.match(self.text, end, limit)):
                return number.end()
            gap = GAP.match(self.text, end, limit)
            start = gap.end() if gap else None
            if gap and gap[0].strip() and start in self._units:
                break  # "Trường Mầm non X – thành phố Y": where it lies is no part of its name
        return end if end > at else None

    def _half_of_word(self, end: int) -> bool:
        """Whether a lone capitalised syllable ends there, whose next syllable is part of it: "Ban Thực | hiện"."""
        last = self.text[max(0, end - 8) : end].split()
        return bool(last) and last[-1][0].isupper() and bool(NATIVE.fullmatch(last[-1]))

    def _is_proper(self, start: int, end: int) -> bool:
        """Whether this piece is a proper name, behind which small letters begin something else: "Hà Nội", "Viwaco"."""
        piece = self.text[start:end]
        if start in self._units:
            return True
        if not piece[0].isupper() or piece.isupper() or self._goes_on(piece, end):
            return False
        return " " in piece or not NATIVE.fullmatch(piece)

    def _goes_on(self, piece: str, end: int) -> bool:
        """Whether the last capitalised word makes one word with the next: "Trường Đại | học"."""
        following = self.text[end + 1 : end + 9].split()
        pair = f"{piece.rpartition(' ')[2]} {following[0] if following else ''}"
        return key(pair) in heads() or key(pair) in keys("body-joins", "word")

    def _word_end(self, start: int, limit: int, count: int, before: int) -> int | None:
        """The end of the next piece of a free name: a unit, a run of names, a word; None where the name is over."""
        if unit := self._units.get(start):
            return unit.span.end
        word = WORD.match(self.text, start, limit)
        if not word:
            return None
        if count and word[0][0].isupper() and (inner := self.end_of(start, limit)):
            return inner
        if opens_sentence(self.text, word[0], word.end()):
            return None
        if run := run_at(self.text, start, limit):
            if (count and key(run[0]) in keys("body-stops", "word")) or key(run[0]) in _NEW_SENTENCE:
                return None
            kept = _before_person(run) if count else split_off(run, least=3) or len(run)
            if not kept and LEGAL_FORM.search(self.text, max(0, before - LONGEST_FORM), before):
                # "Công ty TNHH | Hoàng Gia Phát": without it the company would have no name
                kept = next((at for at, syllable in enumerate(run) if syllable in ("Ông", "Bà")), len(run))
            return start + len(" ".join(run[:kept])) if kept else None
        if not word[0][0].islower() or (count == 1 and word[0] not in PARTICLES and self._half_of_word(before)):
            return word.end()
        following = self.text[word.end() : word.end() + 24].lstrip().split()
        if word[0] == "và":
            joined = place_tones(" ".join(following[:2])).casefold()
            goes_on = joined.rstrip(".,;") in keys("body-joins", "word") or self._joins(word.end() + 1, limit)
            return word.end() if goes_on else None
        stops = keys("body-stops", "word")
        pair = f"{word[0]} {following[0] if following else ''}".rstrip(".,;:")
        stopped = key(word[0]) in stops or key(pair) in stops
        last = self.text[max(0, before - len("nghiêng")) : before].rpartition(" ")[2]
        if stopped and key(f"{last} {word[0]}") in keys("body-joins", "word"):
            return word.end()
        return word.end() if not stopped or (count == 0 and word[0] == "các") else None


def _before_person(run: list[str]) -> int:
    """How many of these capitalised words still belong to a body before a person's name begins."""
    if "Ông" in run[2:]:
        run = run[: run.index("Ông", 2)]
    begun = key(" ".join(run[:2]))
    named = has_surname(run[0]) and 3 <= len(run) <= LONGEST and begun not in keys("not-persons", "name")
    if named or begun in keys("epithets", "name"):
        return 0
    return split_off(run, least=3) or len(run)
