"""Figures: quantities that report on an area or on a body's work, each with what is measured.

A comparison ("tăng 1,4% so với cùng kỳ") is a record of its own, of the indicator that was measured last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from msgspec import structs

from hbtgraph.extract.awards import awards
from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_noise import counted_nouns, no_report
from hbtgraph.extract.figure_scenes import (
    FEW,
    JOINT,
    ONLY_PLACE,
    Said,
    Scene,
    area_of,
    names_a_level,
    names_quantity,
    period_of,
    said_before,
    says_what,
)
from hbtgraph.extract.phrases import Begun, beginnings, behind, may_hold, phrase, plain, stops, stretches, trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Award, Figure, Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either
from hbtgraph.vietnamese.text import key

_TELLING, _ENOUGH = 100, 6
"""From which value on a repeated figure is the same figure; how many words of an indicator say enough."""

_COMPARED = 20
_Same = tuple[int | float, str, str | None]
_Told = tuple[frozenset[str], tuple[object, ...]]
_THOUSANDTHS = -3
_TIMES = "lần"
_FEWEST_HONOURED = 3
_POINTS_BACK = re.compile(r"(?<!\w)(?:này|nói trên|kể trên|trên|đó)$", re.I)
_REACH = 150
"""How long a description or a comparison may be, in code points."""

_LAST_OF_LIST = re.compile(r"[^,;\d]{1,20}\svới\s")
"""Behind a comma of what is counted itself: "11 tuyến kênh, rạch với 60 cọc mốc"."""

_FIGURE = re.compile(r"\d")
_FIRST_WORDS = re.compile(r"\w+(?:\s\w+){1,3}")
_ONLY_UNIT = re.compile(r"(?:\w+(?:\s\w+)?)?\s?\(?")
_SHARE_OF = re.compile(r"\s[^\W\d]")
_TIME = r"(?:cùng kỳ|cùng thời điểm|năm học|năm|quý|tháng|tuần|khóa|nhiệm kỳ|đầu năm)"
_WHICH = r"(?:trước đó|trước|ngoái|năm|tháng|(?:\d+[-/])?(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)(?!\w)"
_AGAINST = re.compile(rf"\s+(?P<whole>so với\s+(?P<time>{_TIME}(?:\s+{_WHICH})*)?)")


def figures(context: Context) -> Iterator[Figure]:
    """The quantities of the article, in its order, each once; counts of awards are the awards' own."""
    if not (context.place or context.bodies or names_a_level(context.plain)):
        return  # the report of nobody
    honoured = _Honoured(awards(context))
    found: dict[tuple[object, ...], Figure] = {}
    alike: dict[_Same, list[_Told]] = {}
    last: Scene | None = None
    for sentence in stretches(context):
        if not _FIGURE.search(context.plain, sentence.start, sentence.end) and not may_hold(
            context, sentence, _begun()
        ):
            continue
        scene = Scene(context, sentence, last)
        for figure in _in_sentence(scene, honoured):
            mark = _mark(figure, alike)
            found[mark] = _fuller(found[mark], figure) if mark in found else figure
            last = scene
    yield from found.values()


class _Honoured:
    """How many are honoured, by the awards that count them."""

    def __init__(self, awards: Iterable[Award]) -> None:
        counting = [award for award in awards if award.count is not None]
        self._counts = {award.count for award in counting}
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(award.evidence for award in counting):
            self._starts.append(span.start)
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def counted_by(self, number: NumberMention) -> bool:
        """Whether the number tells how many are honoured, here or where the group is named again."""
        if number.value in self._counts and number.value >= _FEWEST_HONOURED and not number.percent:
            return True
        before = bisect_right(self._starts, number.span.start)
        return before > 0 and number.span.start < self._ends[before - 1]


def _in_sentence(scene: Scene, honoured: _Honoured) -> Iterator[Figure]:
    for number in scene.numbers:
        scene.place += 1
        if not honoured.counted_by(number):
            yield from _figure(scene, number)


def _mark(figure: Figure, alike: dict[_Same, list[_Told]]) -> tuple[object, ...]:
    """What tells figures apart: a large or broken value with its unit is the same wherever it is repeated.

    A small one is the same where half of the words of the shorter indicator stand in the longer. `alike` holds
    those told before, the last few of which are compared.
    """
    same = figure.value, key(figure.unit), figure.comparison
    if figure.value >= _TELLING or not isinstance(figure.value, int):
        return *same, None
    words = frozenset(key(figure.indicator).split())
    before = alike.setdefault(same, [])
    told = (m for others, m in before[-_COMPARED:] if len(words & others) >= max(2, min(len(words), len(others)) / 2))
    mark = next(told, (*same, key(figure.indicator)))
    before.append((words, mark))
    return mark


def _fuller(one: Figure, other: Figure) -> Figure:
    """Of two that say the same, the one whose indicator says more, with what only the other tells."""
    first, second = (other, one) if _said_well(other.indicator) > _said_well(one.indicator) else (one, other)
    return structs.replace(first, period=first.period or second.period)


def _said_well(indicator: str) -> int:
    return _ENOUGH if names_quantity(indicator) else min(len(indicator.split()), _ENOUGH)


def _figure(scene: Scene, number: NumberMention) -> Iterator[Figure]:
    context, sentence = scene.context, scene.sentence
    unit = _unit(context, sentence, number)
    if unit is None or scene.private.start <= number.span.start < scene.private.end:
        return
    if no_report(context, sentence, number, unit):
        return
    measured = (
        number.percent
        or "/" in unit.of(context.plain)
        or not counted_nouns().fullmatch(context.plain, unit.start, unit.end)
    )
    said = said_before(scene, number)
    if unit.of(context.plain).lower() == _TIMES and not (said.direction or said.against):
        return  # "đã có 9 lần"
    scene.end = unit.end
    scene.counted = None if measured else unit
    against = _against(context, sentence, unit)
    compared = bool(scene.indicator and (said.direction or said.against) and len(said.indicator.split()) < FEW)
    if measured or compared:
        indicator, evidence = _of_measure(scene, number, unit, said, against)
    else:
        indicator, evidence = _of_count(scene, number, unit, said)
    if indicator is None:
        return
    if indicator != scene.indicator:
        scene.area = area_of(scene, number, unit, evidence)
    scene.indicator = indicator
    period = scene.period = period_of(scene, number) or scene.period
    against_text = plain(against.of(context.text)) if against else said.against
    for value in _values(number) if measured else map(_whole, _values(number)):
        yield Figure(
            indicator=indicator,
            value=_plain_number(value),
            unit=plain(unit.of(context.text)),
            period=period.span.of(context.text) if period else None,
            area=scene.area,
            comparison=" ".join(filter(None, (said.direction, against_text))) or None,
            evidence=evidence,
            rule="figure-measure" if measured else "figure-count",
        )


def _unit(context: Context, sentence: Span, number: NumberMention) -> Span | None:
    """The unit behind the number, None where it counts nothing."""
    text = context.plain
    if number.percent:
        return Span(number.whole.end - 1, number.whole.end)
    if measure := _measures().match(text, number.span.end, sentence.end):
        return trimmed(text, Span(*measure.span()))
    if behind(_names_something(), text, sentence.start, number.whole.start):
        return None
    counted = counted_nouns().match(text, number.span.end, sentence.end)
    if counted and "/" in counted[0]:
        return trimmed(text, Span(*counted.span()))
    if counted is None or _NO_COUNT.match(text, counted.end(), sentence.end):
        return None
    return trimmed(text, Span(*counted.span()))


_NO_COUNT = re.compile(rf"\s(?:[{UPPER}]\w|\d|(?:này|đó|kia|ấy|nói trên|còn lại|trên(?!\s+địa))(?!\w))")
"""A name behind the noun ("số 7 phường Bách Khoa"), or a word that points back ("hai phường này")."""


def _values(number: NumberMention) -> Iterator[Decimal]:
    """The value, and a range's other end; "500.000 – 1 triệu" has its unit at the far end alone."""
    if number.high is None or number.high > number.value:
        yield number.value
    if number.high is not None:
        yield number.high


def _whole(value: Decimal) -> Decimal:
    """A count is no fraction: three decimals are an English thousand, "1,831 vụ"."""
    return value * 1000 if value.as_tuple().exponent == _THOUSANDTHS else value


def _of_count(scene: Scene, number: NumberMention, unit: Span, said: Said) -> tuple[str | None, Span]:
    """What is counted: the noun with what describes it, or, where little does, also the clause before the number."""
    context, sentence = scene.context, scene.sentence
    text = context.plain
    limit = sentence.end
    for following in scene.following:
        joints = list(JOINT.finditer(text, unit.end, following.whole.start))
        if joints and not _LAST_OF_LIST.match(text, joints[-1].end(), following.whole.start):
            limit = joints[-1].start()
            break
    described = trimmed(text, Span(unit.start, max(unit.end, phrase(text, unit.end, limit, _ends()).end)))
    words = plain(described.of(context.text))
    if len(words.split()) <= _ENOUGH and _POINTS_BACK.search(words):
        return None, described
    more = len(words.split()) - len(unit.of(text).split())
    clause = said.indicator or (scene.counting if more == 1 else None if more else scene.indicator)
    scene.counting = said.indicator or scene.counting
    if not more and not clause:
        described = _described(text, unit.start, sentence.end)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    if not more and _predicates().match(text, unit.end, sentence.end):
        described = _described(text, unit.start, limit)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    if more > 1 or not clause:
        return words, Span(number.whole.start, described.end)
    named = clause if f"{clause} ".startswith(f"{words} ") else f"{words} {clause}"
    return named, Span(min(said.start, number.whole.start), described.end)


def _described(text: str, start: int, limit: int) -> Span:
    """The phrase from `start`; its first words may be such as end other phrases: "dân số đã có thẻ"."""
    limit = min(limit, start + _REACH)
    words = _FIRST_WORDS.match(text, start, limit)
    settled = words.end() if words else start
    return trimmed(text, Span(start, max(settled, phrase(text, settled, limit, _ends()).end)))


def _of_measure(
    scene: Scene, number: NumberMention, unit: Span, said: Said, against: Span | None
) -> tuple[str | None, Span]:
    """What is measured: the clause before, or behind a share of something, or else what was measured last."""
    context, text = scene.context, scene.context.plain
    end = against.end if against else unit.end
    here = Span(min(said.start, number.whole.start), end)
    bare = not (said.indicator or said.direction or against)
    if bare and scene.indicator and _predicates().match(text, unit.end, scene.sentence.end):
        described = _described(text, unit.end + 1, scene.sentence.end)  # "trong đó 250 m2 chưa được tưới"
        return f"{scene.indicator} {plain(described.of(context.text))}", Span(number.whole.start, described.end)
    if scene.indicator and _ONLY_UNIT.fullmatch(said.indicator):
        return scene.indicator, here  # "tăng 636 vụ (6,2%)"
    if len(said.indicator.split()) >= 2 and not ONLY_PLACE.fullmatch(said.indicator):
        says_little = len(said.indicator.split()) < _ENOUGH or not says_what(said.indicator)
        tail = _tail(scene, unit) if against is None and says_little else None
        words = f"{_act(said.indicator)} {plain(tail.of(context.text))}" if tail else said.indicator
        return words, Span(here.start, tail.end if tail else end)
    if against is None and (share := _SHARE_OF.match(text, unit.end, scene.sentence.end)):
        described = _described(text, share.end() - 1, scene.sentence.end)
        words = plain(described.of(context.text))
        if len(words.split()) >= 2:
            return words, Span(number.whole.start, described.end)
    return scene.indicator or said.indicator or None, here


def _tail(scene: Scene, unit: Span) -> Span | None:
    """What an amount is for, where the words before it say little: "trích 2 tỷ đồng từ quỹ cứu trợ"."""
    text = scene.context.plain
    share = _SHARE_OF.match(text, unit.end, scene.sentence.end)
    if share is None:
        return None
    limit = scene.following[0].whole.start if scene.following else scene.sentence.end
    thing = phrase(text, unit.end, min(limit, unit.end + _REACH), _ends())
    if thing.start < thing.end:
        counted = unit.of(text).rpartition(" ")[2]
        return Span(unit.end - len(counted), thing.end) if counted_nouns().fullmatch(counted) else thing
    tail = _described(text, share.end() - 1, limit)
    return tail if len(tail.of(text).split()) > 1 else None


def _act(words: str) -> str:
    """A clause without its doer, where a word shows that its verb follows: "Thanh tra tỉnh còn phát hiện"."""
    acts = list(_before_acts().finditer(words))
    return words[acts[-1].end() :] if acts else words


def _against(context: Context, sentence: Span, unit: Span) -> Span | None:
    """ "so với cùng kỳ năm 2021", "kế hoạch năm": what the value is compared with."""
    text = context.plain
    if match := _AGAINST.match(text, unit.end, sentence.end):
        if match["time"]:
            return Span(*match.span("whole"))
        span = phrase(text, match.end("whole"), sentence.end, _ends())
        return Span(match.start("whole"), min(span.end, match.start("whole") + _REACH))
    yardstick = _yardsticks().match(text, unit.end, sentence.end)
    return trimmed(text, Span(*yardstick.span())) if yardstick else None


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


@cache
def _begun() -> Begun:
    """Words that are numbers, with the nouns that they count."""
    words, nouns = table("number-words"), table("number-counted")
    return beginnings(f"{word['word']} {noun['noun']}" for word in words for noun in nouns)


@cache
def _names_something() -> re.Pattern[str]:
    words = either(row["word"] for row in table("figure-before"))
    return re.compile(rf"(?<!\w)(?<!tổng )(?:{words})\s+$", re.I)


@cache
def _yardsticks() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:của\s+)?(?:{either(row['word'] for row in table('figure-after'))})(?!\w)", re.I)


@cache
def _measures() -> re.Pattern[str]:
    def of(kind: str) -> str:
        return either(row["unit"] for row in table("figure-units") if row["kind"] == kind)

    magnitudes = rf"(?:(?:{of('magnitude')})\s+)*"
    people = either(row["noun"] for row in table("number-counted"))
    rates = rf"(?:\s?/\s?(?:{of('rate')}))*"
    return re.compile(
        rf"\s?{magnitudes}(?:(?:{of('money')})(?!\s(?:chí|bào|nghiệp)(?!\w))|{of('measure')}){rates}(?![\w²³])"
        rf"|\s(?:(?:{of('magnitude')})\s+)+(?:{people})(?!\w)|\s(?:tỷ|tỉ)(?!\w)"
    )


@cache
def _predicates() -> re.Pattern[str]:
    """What tells of the things that were counted: "người cho rằng", "hộ chưa nhận tiền"."""
    return re.compile(
        rf"\s(?:{either(row['word'] for row in table('figure-clause-words') if row['part'] == 'predicate')})\s"
    )


@cache
def _before_acts() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{either(row['word'] for row in table('figure-clause-words') if row['part'] == 'act')})\s(?=\w)"
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(stops("figure-stops").pattern + r"|[()“”\"]|\s[-–]\s(?=[A-ZĐ])")
