"""Units behind numbers: what is measured by, or the noun that is counted, and the value in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_scenes import words_of
from hbtgraph.extract.phrases import Begun, beginnings, behind
from hbtgraph.extract.words import UPPER, TextFinder
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either

_THOUSANDTHS = -3
_ACCOUNT = 10**10
"""Nobody counts so many one by one: it is the number of an account."""

_YEAR = re.compile(r"(?:19[5-9]|20[0-3])\d(?<!00)")
_FROM = re.compile(r"(?<!\w)từ\s(?:mức\s)?$", re.I)
RISES = re.compile(
    r"(?:\s(?:hiện nay|(?:năm|tháng|quý)\s\d[\d/–-]*))?"
    r"\s(?:tăng\s|giảm\s)?(?:lên|xuống|còn)(?:\s(?:đến|tới|còn|mức|thành))?\s"
)
"""Between two numbers: the second is what the first, perhaps of an earlier year, has become."""

_MANY = 10
_NAME = re.compile(rf"(?<![\w.])[{UPPER}]\w*\s$")


_TIMES = "lần"
_DONE = re.compile(
    r"\s(?!(?:so|mức|để|trở|giá|này|nay|nữa|tiêu|khi|là|thì|và|với|trong|vào|do|của|trước|sau|theo)\s)[^\W\d_]", re.I
)
"""Behind "lần": what was done so often."""

_AS_MUCH = re.compile(r"(?<!\w)(?:gấp|vượt|cao|hơn|thấp|lớn|nhiều|tăng|giảm|bằng|thứ)(?!\w)[^;:]*$", re.I)
"""Before a number of times that measures: "cao gấp 3 lần mức cho phép"."""

_CLAUSE = 50
_LEVEL, _HIGHEST = "cấp", 17
"""Storms have levels up to seventeen (Decision 18/2021/QĐ-TTg); before more it is a verb: "cấp 45 giấy phép"."""


def unit_of(context: Context, sentence: Span, number: NumberMention) -> Span | None:
    """The unit behind the number, None where it counts nothing."""
    text = context.plain
    if number.percent:
        rate = _rate().match(text, number.whole.end, sentence.end)
        return Span(number.whole.end - 1, rate.end() if rate else number.whole.end)
    if measure := _measures().match(text, number.span.end, sentence.end):
        return _without_space(measure)
    counted = counted_nouns().match(text, number.span.end, sentence.end)
    if counted is None:
        return None
    named = behind(_names_something(), text, sentence.start, number.whole.start)
    grants = named is not None and named[0].strip() == _LEVEL and number.value > _HIGHEST
    if named and not grants and not behind(_names_nothing(), text, sentence.start, number.whole.start):
        return None
    if "/" in counted[0]:
        return _without_space(counted)
    if _verbal().fullmatch(counted[0].strip()) and behind(_NAME, text, sentence.start, number.whole.start):
        return None  # "Công ty Licogi 14 tổ chức lễ kỷ niệm"
    if number.value >= _ACCOUNT or _is_year(text, number):
        return None
    none = _no_count().match(text, counted.end(), sentence.end)
    return None if none and not _of_whom(number, counted[0], none[0]) else _without_space(counted)


def unit_of_rise(
    context: Context, sentence: Span, number: NumberMention, following: Sequence[NumberMention]
) -> Span | None:
    """The unit of what a number rises or falls to, which is its own too: "từ 6.278 lên 7.737 chỗ"."""
    text = context.plain
    if not following or not RISES.fullmatch(text, number.whole.end, following[0].whole.start):
        return None
    begins = behind(_FROM, text, sentence.start, number.whole.start)
    return unit_of(context, sentence, following[0]) if begins else None


def _of_whom(number: NumberMention, counted: str, behind_it: str) -> bool:
    """Whether a name behind a noun tells of whom they are: "25 công nhân Việt Nam", but "14 phường Bách Khoa"."""
    noun = counted.lstrip()
    named = behind_it[:1] == " " and behind_it[1:2].isupper()
    return named and number.value >= _MANY and noun[0].islower() and not _levels().fullmatch(noun)


@cache
def _levels() -> re.Pattern[str]:
    """Nouns behind a number that is the name of one lower down: "tổ 13, 14 phường Bách Khoa"."""
    return re.compile(either(row["word"] for row in table("unit-levels")), re.I)


def is_bare_count(text: str, number: NumberMention) -> bool:
    """Whether a number may count something that is not told behind it: no year, account, share or range."""
    whole_number = number.value == number.value.to_integral_value() and number.high is None and not number.percent
    return whole_number and number.value < _ACCOUNT and not _is_year(text, number)


def _is_year(text: str, number: NumberMention) -> bool:
    """Whether a bare number is the year of what stands before it: "Luật Ngân sách 2012 quy định"."""
    bare = number.qualifier == "exact" and number.whole == number.span and number.high is None
    return bare and _YEAR.fullmatch(text, number.span.start, number.span.end) is not None


def _without_space(unit: re.Match[str]) -> Span:
    return Span(unit.end() - len(unit[0].lstrip()), unit.end())


def noun_of(text: str, unit: Span) -> Span | None:
    """The counted noun in a unit, "người" in "triệu người"; None where it is a measure or a rate."""
    at = unit.start
    while magnitude := _magnitude().match(text, at, unit.end):
        at = magnitude.end()
    counted = counted_nouns().fullmatch(text, at, unit.end)
    return Span(at, unit.end) if counted and "/" not in counted[0] else None


def times_as_much(text: str, sentence: Span, number: NumberMention, unit: Span) -> bool:
    """Whether something is so many times as much, and was not done so many times: "đã 3 lần kiến nghị"."""
    if unit.of(text).lower() != _TIMES:
        return False
    if number.value != number.value.to_integral_value() or not _DONE.match(text, unit.end, sentence.end):
        return True
    return _AS_MUCH.search(text, max(sentence.start, number.whole.start - _CLAUSE), number.whole.start) is not None


def values_of(number: NumberMention) -> Iterator[Decimal]:
    """The value, and a range's other end; "500.000 – 1 triệu" has its unit at the far end alone."""
    if number.high is None or number.high > number.value:
        yield number.value
    if number.high is not None:
        yield number.high


def whole(value: Decimal) -> Decimal:
    """A count is no fraction: three decimals are an English thousand, "1,831 vụ"."""
    return value * 1000 if value.as_tuple().exponent == _THOUSANDTHS else value


def plain_number(value: Decimal) -> int | float:
    """The value as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)


@cache
def begun() -> Begun:
    """Words that are numbers, with the nouns that they count."""
    words, nouns = table("number-words"), table("number-counted")
    return beginnings(f"{word['word']} {noun['noun']}" for word in words for noun in nouns)


@cache
def counted_nouns() -> re.Pattern[str]:
    """The nouns that are counted, one or a list of them, or a rate: "tiêu chí/xã", "lượt khách/ngày"."""
    rate = either(row["unit"] for row in table("figure-units") if row["kind"] == "rate")
    noun = rf"(?:{either(row['noun'] for row in table('number-counted'))})(?!\w|\schức|\svật chất)"
    nouns = [row["noun"] for row in table("number-counted") if " " in row["noun"]]
    listed = rf"(?:(?<!lần)(?<!người),\s(?-i:{either(nouns)})(?!\w|\svật chất))*"
    return re.compile(rf"\s?{noun}(?:\s?/\s?(?:{noun}|(?:{rate})(?!\w))|{listed})", re.I)


@cache
def _rate() -> re.Pattern[str]:
    """Behind a share: how often it is paid, "1,5%/tháng"."""
    rates = either(row["unit"] for row in table("figure-units") if row["kind"] == "rate")
    return re.compile(rf"\s?/\s?(?:{rates})(?!\w)")


@cache
def _magnitude() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(row['unit'] for row in table('figure-units') if row['kind'] == 'magnitude')})\s+")


@cache
def _no_count() -> re.Pattern[str]:
    """Behind a noun: a name ("số 7 phường Bách Khoa"), a word that points back ("hai phường này"), or children."""
    above = r"trên(?=\s*(?:[,.;)]|$)|\s(?:đã|đang|là|được|bị|có|sẽ|vẫn|chưa|phải)\s)"
    name = rf"[{UPPER}](?![{UPPER}])\w|\d(?!\d*\s(?:tầng|chỗ|ghế|chiếc))"
    return re.compile(
        rf"\s(?:{name}|(?:{words_of('back')}|{above})(?!\w)|\w+\snày(?!\w)|phía\s(?:sau|trước|trên|dưới)(?!\w))|(?<=con)\s(?:{words_of('no-animal')})(?!\w)|(?<=người)\s(?:{words_of('somebody')})(?!\w)"
        r"|(?<=ba lô)"
    )


@cache
def _verbal() -> re.Pattern[str]:
    """Nouns that are verbs as well: behind a name that ends in a number they tell what it does."""
    return re.compile(words_of("verbal"), re.I)


@cache
def _names_something() -> TextFinder:
    words = [row["word"] for row in table("figure-before")]
    return TextFinder(re.compile(rf"(?<!\w)(?:{either(words)})\s+$", re.I), words)


@cache
def _names_nothing() -> re.Pattern[str]:
    """Before a number: a verb or a whole that ends in such a word: "nâng cấp", "tổng số", "mỗi ngày"."""
    return re.compile(rf"(?<!\w)(?:{words_of('no-name')})\s+$", re.I)


@cache
def _measures() -> re.Pattern[str]:
    def of(kind: str) -> str:
        return either(row["unit"] for row in table("figure-units") if row["kind"] == kind)

    magnitudes = rf"(?:(?:{of('magnitude')})\s+)*"
    people = either(row["noun"] for row in table("number-counted"))
    rates = rf"(?:\s?/\s?(?:{of('rate')}|{people})(?!\w))*"
    of_what = rf"(?:(?:\s[^\W\d_]+){{1,2}}(?=\s?/\s?(?:{of('rate')})(?!\w)))?"  # "tấn rác/ngày"
    each = rf"(?:\s?/\s?(?:1\s)?(?:{of('rate')}|{people}|[^\W\d_]+(?=\s?[,.;)]))(?!\w))*"
    by_measure = rf"(?:\s(?:mỗi|một)\s(?:{of('measure')})(?![\w²³]))?"  # "5 triệu đồng mỗi m2"
    money = rf"(?:{of('money')})(?!\s(?:chí|bào|nghiệp)(?!\w))(?:{each}){by_measure}"
    return re.compile(
        rf"\s?{magnitudes}(?:{money}|(?:{of('measure')})(?![\w²³]){of_what}{rates})(?![\w²³])"
        rf"|\s(?:(?:{of('magnitude')})\s+)+(?:{people})(?!\w){rates}|(?:\s(?:nghìn|ngàn))?\s(?:tỷ|tỉ)(?!\w|\s(?:lệ|trọng|suất|giá)(?!\w))"
        rf"|\s(?:triệu|nghìn|ngàn)(?=\s?[,.;:?!)\n]|\s(?:{words_of('behind-million')})\s)"
    )
