"""What all extractors know of an article: sentences, place, date, and where people, bodies and units are named."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from hbtgraph.extract import persons, posts, units
from hbtgraph.extract.bodies import Reader
from hbtgraph.extract.mentions import Mention, inside
from hbtgraph.extract.posts import Group
from hbtgraph.extract.words import column
from hbtgraph.model import Article, Span
from hbtgraph.vietnamese.text import key, place_tones, sentences

__all__ = ["Context", "Mention", "context", "inside"]

_TYPES = {
    "tp": "thành phố", "tp.": "thành phố", "thủ đô": "thành phố", "tx": "thị xã", "tx.": "thị xã", "q.": "quận",
    "h.": "huyện", "p.": "phường", "tt.": "thị trấn",
}  # fmt: skip
_OF_PARTY = {
    "thành ủy": "thành phố", "thành đoàn": "thành phố", "tỉnh ủy": "tỉnh", "tỉnh đoàn": "tỉnh", "quận ủy": "quận",
    "quận đoàn": "quận", "huyện ủy": "huyện", "huyện đoàn": "huyện", "thị ủy": "thị xã", "thị đoàn": "thị xã",
}  # fmt: skip
"""Bodies whose first syllable tells the type of their unit."""

_BEFORE_STANDING = ("tịch ", "thư ", "ban ", "viên ")
_TITLE_WEIGHT, _LEAD_WEIGHT = 4, 2
_LEAD = 600
_BEFORE_NAME = re.compile(rf"(?:{'|'.join(_OF_PARTY)}) $", re.IGNORECASE)
_ENDS_IN_TYPE = re.compile(
    r"(?:^| |\bCA)(quận|huyện|thị xã|thành phố|tp\.?|tỉnh|phường|xã|thị trấn)$", re.IGNORECASE
)  # fmt: skip
_ENDS_IN_PARTY = re.compile(rf"(?:^| )({'|'.join(_OF_PARTY)})$", re.IGNORECASE)


class Named(Struct, frozen=True):
    """A unit's type and bare name where the text tells both: "Quận ủy Ba Đình" tells of quận Ba Đình."""

    at: int
    type: str
    name: str


Read = TypeVar("Read")
_start = attrgetter("start")


class Context(Struct, frozen=True, kw_only=True, dict=True):
    """An article as the extractors see it. Mentions are in the order of the text, none inside another of its sort."""

    article: Article
    text: str
    plain: str
    """The text with tone marks in one placement, letter for letter: patterns run on it."""
    sentences: tuple[Span, ...]
    """Of title, paragraphs, subheadings and captions."""
    place: str | None
    """The unit that the article is mainly about, as written: "quận Tây Hồ"."""
    city: str | None
    """The bare name of the province or city that it lies in, where the article names one: "Hà Nội", "TP.HCM"."""
    date: datetime.date | None
    year: int | None
    """The year of publication, else the one that the text is plainly about: for dates without a year."""
    names: tuple[Mention, ...]
    bodies: tuple[Mention, ...]
    units: tuple[Mention, ...]
    posts: tuple[Group, ...]
    reader: Reader
    named: tuple[Named, ...]

    def once(self, reader: Callable[[Context], Read]) -> Read:
        """What a reader finds in this article, read the first time that it is asked for and then kept."""
        kept: dict[Callable[[Context], Any], Any] = self.__dict__.setdefault("kept", {})
        if reader not in kept:
            kept[reader] = reader(self)
        found: Read = kept[reader]
        return found

    def sentence_of(self, offset: int) -> Span | None:
        """The sentence that holds the code point, None between sentences."""
        at = bisect_right(self.sentences, offset, key=_start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def complete(self, body: str, at: int | None = None) -> str:
        """The body's name with the name of its unit, where it lacks one and the article tells it.

        "UBND quận" -> "UBND quận Tây Hồ", "Ban Tổ chức Thành ủy" -> "Ban Tổ chức Thành ủy Đà Nẵng". With `at`, the
        unit of that type that was last named before counts, unless in passing; without, or where none was, the most
        named one.
        """
        lack = _lack(body)
        if lack.type:
            name = self._name_of(lack.type, at)
            return _joined(body, name, lack) if name else body
        if lack.province and self.city and self._last_province(at) in (None, key(units.bare_name(self.city))):
            return f"{body} {self.city}"
        return body

    def _last_province(self, at: int | None) -> str | None:
        """Key of the province or central city that was last named before; another than the article's makes doubt."""
        if at is None:
            return None
        provinces = self.once(_provinces)
        index = bisect_left(provinces, at, key=lambda unit: unit.span.start)
        return key(units.bare_name(provinces[index - 1].text)) if index else None

    def _name_of(self, type_: str, at: int | None) -> str | None:
        fitting = self.once(_named_by_type).get(type_)
        if not fitting:
            return None
        index = bisect_left(fitting, at, key=lambda unit: unit.at) if at is not None else 0
        most = self.once(_most_named_by_type)[type_]
        return fitting[index - 1].name if index and not self._in_passing(fitting, index - 1, most, at) else most

    def _in_passing(self, fitting: list[Named], index: int, most: str, at: int | None) -> bool:
        """Whether a unit is named but once, in an earlier sentence than the body's, and one other most often."""
        name = key(fitting[index].name)
        sentence = self.sentence_of(at) if at is not None else None
        if name == key(most) or sentence is None or fitting[index].at >= sentence.start:
            return False
        named = Counter(key(unit.name) for unit in fitting)
        often = [other for other, times in named.items() if times == named[key(most)] > 1]
        return named[name] == 1 and len(often) == 1


def _provinces(context: Context) -> tuple[Mention, ...]:
    return tuple(unit for unit in context.units if unit.rank == 1)


def _named_by_type(context: Context) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for unit in context.named:
        found.setdefault(unit.type, []).append(unit)
    return found


def _most_named_by_type(context: Context) -> dict[str, str]:
    return {type_: _most_named(fitting) for type_, fitting in context.once(_named_by_type).items()}


class _Lack(NamedTuple):
    """What the name of a body lacks: a unit of this type, behind a short "TP" or as the Party's own; or a province."""

    type: str | None = None
    city: bool = False
    party: bool = False
    province: bool = False


@lru_cache(maxsize=1 << 12)
def _lack(body: str) -> _Lack:
    plain = place_tones(body)
    if found := _ENDS_IN_TYPE.search(plain):
        word = key(found[1])
        return _Lack(_TYPES.get(word, word), city=word in ("tp", "tp."))
    if found := _ENDS_IN_PARTY.search(plain):
        return _Lack(_OF_PARTY[key(found[1])], party=True)
    return _Lack(province=_is_department(plain))


def _joined(body: str, name: str, lack: _Lack) -> str:
    if key(name) == "hcm":
        return f"{body[:-2].rstrip()} TP.HCM" if lack.city else f"{body} TP.HCM" if lack.party else f"{body} {name}"
    return f"{body} {name}"


def _is_department(body: str) -> bool:
    """Whether this is a department of a province ("Sở Nội vụ") without the province's name."""
    return body.startswith(("Sở ", "sở ")) and key(body[3:]) in _fields()


@cache
def _fields() -> frozenset[str]:
    return frozenset(map(key, column("body-fields", "field")))


def context(article: Article) -> Context:
    """Reads what the extractors share. Pure: the same article, the same context."""
    plain = place_tones(article.text)
    within = tuple(article.parts("title", "paragraph", "subheading", "caption"))
    spans = tuple(sentence for part in within for sentence in sentences(article.text, part))
    found = units.find(plain, spans)
    reader = Reader(plain, found, article.text)
    organs = tuple(_behind_post(organ, plain) for organ in reader.find(spans))
    groups = posts.find(reader, found, spans)
    taken = tuple(sorted((*found, *organs), key=lambda mention: mention.span))
    named = tuple(_named(plain, found))
    people = persons.find(plain, spans, taken, groups)
    weights = _weights(found, next(article.parts("title"), Span(0, 0)))
    place = _place(article.text, found, named, weights)
    bare = Context(
        article=article, text=article.text, plain=plain, sentences=spans, place=place, city=_city(found, weights),
        date=_date(article), year=_year(article, plain), names=_as_written(article.text, people), bodies=(),
        units=_as_written(article.text, found), posts=groups, reader=reader, named=named,
    )  # fmt: skip
    return replace(bare, bodies=_completed(bare, organs))


def _behind_post(organ: Mention, plain: str) -> Mention:
    """A body without the end of the post before it: "Phó Chủ tịch Thường trực | UBND quận 5"."""
    standing = "Thường trực "
    if not organ.text.startswith(standing) or not plain.endswith(_BEFORE_STANDING, 0, organ.span.start):
        return organ
    text = organ.text.removeprefix(standing)
    return Mention(span=Span(organ.span.start + len(standing), organ.span.end), text=text, full=text)


def _as_written(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with their own words; a name said in full is written as it is there."""
    own = [mention.span.of(text) for mention in mentions]
    names = [key(mention.full) for mention in mentions]
    named = zip(mentions, own, names, strict=True)
    whole = [(name, words) for mention, words, name in named if mention.text == mention.full]
    full = dict(sorted(whole, key=lambda one: _is_well_written(one[1])))
    return tuple(
        replace(mention, text=words, full=full.get(name, mention.full))
        for mention, words, name in zip(mentions, own, names, strict=True)
    )


def _is_well_written(name: str) -> bool:
    """Not all in capitals, as headlines are, nor with a small last syllable: "LÊ VĂN TÁM", "Lê Văn tám"."""
    return not name.isupper() and name.rpartition(" ")[2][:1].isupper()


def _date(article: Article) -> datetime.date | None:
    return datetime.date.fromisoformat(article.date) if article.date and len(article.date) == 10 else None


_YEAR = re.compile(
    r"([12](?<![\d–-].)(?<!sinh năm .)(?<!đến năm .)(?<!tới năm .)(?:(?<=năm .)|(?<=[/.-].))(?:(?<=1)9|(?<=2)0)\d\d)"
    r"(?! ?[-–] ?\d)(?!\w)"
)
"""It consumes its first figure before it looks back, by which `re` skips through a text."""


_DAY_AND_MONTH = r"(?:\d[/.-]|[Tt]háng )\d{1,2}(?:[/.-]| năm )"
"""Before a year that dates something; a year told once without them may be of any time."""


def _year(article: Article, plain: str) -> int | None:
    date = _date(article)
    if date:
        return date.year
    born = "sinh"
    counts = Counter(
        int(found[1])
        for found in _YEAR.finditer(plain)
        if born not in plain[max(0, found.start() - 18) : found.start()]
    )
    (first, times), (_, next_times) = (*counts.most_common(2), (0, 0), (0, 0))[:2]
    if times <= next_times or first != max(counts):
        return None
    return first if times > 1 or re.search(rf"{_DAY_AND_MONTH}{first}(?!\w)", plain) else None


def _completed(bare: Context, organs: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The bodies with their full names; one without a unit takes that of the next in a list ("HĐND, UBND quận 5")."""
    done: list[Mention] = []
    for organ in reversed(organs):
        full = bare.complete(organ.text, organ.span.start)
        following = done[-1] if done else None
        if (
            full == organ.text
            and key(organ.text) in ("ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân")
            and following
        ):
            between = bare.text[organ.span.end : following.span.start]
            head = next((word for word in ("UBND", "HĐND") if following.full.startswith(f"{word} ")), None)
            if between in (", ", " và ", "; ") and head:
                full = f"{organ.text} {following.full.removeprefix(head).strip()}"
        done.append(replace(organ, full=full))
    return tuple(reversed(done))


def _named(plain: str, found: tuple[Mention, ...]) -> Iterator[Named]:
    for unit in found:
        word = key(units.type_word(unit.text))
        name = units.bare_name(unit.text)
        before = plain[max(0, unit.span.start - 12) : unit.span.start]
        if word:
            if unit.rank < 4:
                yield Named(unit.span.start, _TYPES.get(word, word), name)
        elif of := _BEFORE_NAME.search(before):
            yield Named(unit.span.start, _OF_PARTY[key(of[0])], name)
        elif unit.rank == 1:
            yield Named(unit.span.start, "thành phố" if units.is_city(name) else "tỉnh", name)


def _most_named(fitting: list[Named]) -> str:
    counts = Counter(key(unit.name) for unit in fitting)
    best = max(counts.values())
    return next(unit.name for unit in fitting if counts[key(unit.name)] == best)


def _weights(found: tuple[Mention, ...], title: Span) -> Counter[str]:
    weights: Counter[str] = Counter()
    for unit in found:
        near = unit.span.start < title.end + _LEAD
        weight = _TITLE_WEIGHT if title.start <= unit.span.start < title.end else _LEAD_WEIGHT if near else 1
        weights[key(units.bare_name(unit.text))] += weight
    return weights


def _place(text: str, found: tuple[Mention, ...], named: tuple[Named, ...], weights: Counter[str]) -> str | None:
    """The most named unit down to the commune, in the longest of its written forms; the narrower one where two tie."""
    candidates = [unit for unit in found if unit.rank in (1, 2, 3)]
    if not candidates:
        return None
    best = max(candidates, key=lambda unit: (weights[key(units.bare_name(unit.text))], unit.rank, -unit.span.start))
    name = key(units.bare_name(best.text))
    forms = [unit.span.of(text) for unit in candidates if key(units.bare_name(unit.text)) == name]
    typed = [form for form in forms if units.type_word(form)]
    if not typed and best.rank == 2:
        typed = [f"{unit.type} {unit.name}" for unit in named if key(unit.name) == name][:1]
    return _lowered(max(typed or forms, key=len))


def _lowered(unit: str) -> str:
    """A type word at the head of a sentence loses its capital."""
    word = units.type_word(unit)
    return unit[0].lower() + unit[1:] if len(word) > 2 and "." not in word else unit


def _city(found: tuple[Mention, ...], weights: Counter[str]) -> str | None:
    provinces = [unit for unit in found if unit.rank == 1]
    if not provinces:
        return None
    best = max(provinces, key=lambda unit: (weights[key(units.bare_name(unit.text))], -unit.span.start))
    name = units.bare_name(best.text)
    return "TP.HCM" if key(name) == "hcm" else name  # "HCM" alone is no name
