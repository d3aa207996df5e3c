"""Which quantities report on nothing: thresholds, prices, the size of a thing, people met before, own affairs."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_scenes import words_of
from hbtgraph.extract.figure_units import counted_nouns
from hbtgraph.extract.phrases import behind, plain
from hbtgraph.extract.words import TextFinder
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, alone

_SMALL = 5
_PAIR = 2
_SOME = 50
"""Up to so many who do something at one place are the persons of a story."""

_MONEY = ("đồng", "đ", "usd", "vnđ", "euro")
_OF_THINGS = ("m", "mét", "cm", "mm", "km", "kg", "lít", "hải lý")
"""Units in which a value under `_SMALL` is the size of a thing: a fish, a bomb, a tree."""

_BY_ONE = ("m2", "m²", "m 2", "m3", "m³", "m 3", "kg", "lít")
"""Of which one is what something is counted by: "1 m3 chỉ đủ dùng năm ngày"."""

_DWELLING = re.compile(r"(?<!\w)(?:căn hộ|căn|phòng)\s$", re.I)
_ALL_OF_THEM = TextFinder(re.compile(r"(?<!\w)(?<!tất\s)cả\s$", re.I), ("cả",))
"""Before those who were told of: "cả sáu bị cáo"."""

_THRESHOLD = re.compile(r"\s(?:trở\s(?:lên|xuống|đi)|đổ\s(?:lên|lại))(?!\w)")
_AT_PRICE = re.compile(
    r"(?<!\w)(?<!trị\s)(?<!mức\s)(?<!đơn\s)(?<!đấu\s)(?<!định\s)(?<!bước\s)"
    r"giá(?:\s(?:bán|mua|thu mua|thị trường|niêm yết|gốc|rẻ)){0,2}"
    r"(?:\s(?:là|từ|chỉ|đến|có|hơn|tới|lên|chừng|khoảng|dao động|giao động|trung bình|bình quân|đưa ra)){0,3}\s$"
    r"|(?<!\w)(?:có|với)\smức\sgiá\s$",
    re.I,
)
_EACH = re.compile(r"\s(?:mỗi|một|1)\s")
_WHOLLY = re.compile(r"(?<!\w)(?:mới|thật|đúng)\s$")
"""Before "100%" where it is no share: "máy mới 100%"."""

_ONE_AMONG = TextFinder(
    re.compile(r"(?<!\w)(?:một|nhất|đầu tiên|những|nhiều|là|duy nhất|1)\s(?:trong|trong\ssố|trong\stổng\ssố)\s$", re.I),
    ("một trong", "nhất trong", "đầu tiên", "những trong", "nhiều trong", "là trong", "duy nhất", "1 trong"),
)
"""Before a whole that is told only of one's rank in it: "là quận đầu tiên trong số 30 quận"."""

_FOR_WHOM = re.compile(r"\sđối với\s")
"""Behind the most that is allowed: "không quá 500 triệu đồng đối với gói thầu tư vấn"."""

_FINED = re.compile(r"(?<!\w)phạt(?:\s(?:vi phạm\s)?hành chính)?(?:\stiền)?(?:\stừ)?\s$", re.I)
"""Before a range: what the law threatens, and nobody has paid."""

_AT_WHAT_PRICE = re.compile(r"\s(?:đầu\s|có\s)?giá\s(?=\d|từ\s\d|là\s\d|chỉ\s\d)")
"""Behind how much is sold: "từ 10 m3 đến 20 m3 giá 9.000 đồng"."""

_DISTANCE = re.compile(r"(?<!\w)(?:cách|độ cao|cao trình)(?!\w)[^,;]{0,40}$|(?:phạm vi|bán kính)\s$|\+$", re.I)
_ONE_OF_SOME = ("trường hợp", "vụ", "ca")
"""What is reported even where it is one; one person or thing else is somebody or something."""

_THE_REST, _PROVINCES = " còn lại", "tỉnh"
_FLOORS, _SEATS = "tầng", ("chỗ", "chỗ ngồi")
_VEHICLE = re.compile(
    r"(?<!\w)(?<!đỗ )(?<!đậu )(?<!giữ )(?<!gửi )(?:xe|ô tô|ôtô|taxi|tàu|phương tiện)(?:\s\w+){0,7}\s$", re.I
)
"""Before how many seats it has, which only says what vehicle it is."""

_CROPS, _TIMES = "vụ", "lần"
_NEAR = 50
"""How near who did something so often stands, in code points."""

_EACH_TIME = re.compile(r".*/\s?(?:ngày|tuần|tháng|năm)")
"""How often: "3 buổi/tuần", which is a timetable where it is seldom."""

_LISTED = re.compile(r"(?:,|;|\svà)\s$")
_PARTED = re.compile(r"(?:[,;]\s|\svà\s|\()$")
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[;:.]\s|,\s(?=\w+\s(?:đã|sẽ|có|được|là)\s)")


def no_report(context: Context, sentence: Span, number: NumberMention, unit: Span) -> bool:
    """A threshold ("từ 5 tỷ đồng trở lên"), the price of goods, the size of a thing, or somebody's own affairs."""
    text = context.plain
    words = plain(unit.of(text)).lower()
    if _is_bound(text, sentence, number, unit) or _is_of_a_thing(text, sentence, number, words):
        return True
    money = words.partition("/")[0].strip().endswith(_MONEY)
    priced = money and "/" not in words and behind(_AT_PRICE, text, sentence.start, number.whole.start)
    if priced and not _EACH.match(text, unit.end):
        return True  # what one thing costs; but "35.000 đồng/lượt", "45.000 đồng mỗi kg" are rates of the area
    few = number.value <= _SMALL and counted_nouns().fullmatch(words)
    if few and "/" in words:
        return _EACH_TIME.fullmatch(words) is not None
    if number.value <= _SOME and _persons().fullmatch(words) and _deeds().match(text, unit.end, sentence.end):
        return True
    single = number.value == 1 and not _is_of_list(text, sentence, number, unit)
    if few and _harmed().match(text, unit.end, sentence.end):
        return single
    if few and _are_few_known(text, sentence, number, unit):
        return True
    if single and words not in _ONE_OF_SOME and "/" not in words and counted_nouns().fullmatch(words):
        return True
    if _is_crop_or_own_doing(text, sentence, unit, words) or _AT_WHAT_PRICE.match(text, unit.end, sentence.end):
        return True
    return _is_threatened_or_own(text, sentence, number, unit, money)


def _is_bound(text: str, sentence: Span, number: NumberMention, unit: Span) -> bool:
    """Whether the number is a limit, the whole of a rank, or all of those told of before."""
    before = sentence.start, number.whole.start
    if _THRESHOLD.match(text, unit.end, sentence.end) or behind(_ONE_AMONG, text, *before):
        return True
    if number.qualifier == "up-to" and _FOR_WHOM.match(text, unit.end, sentence.end):
        return True
    if number.percent and behind(_WHOLLY, text, *before):
        return True
    return number.value <= _SOME and behind(_ALL_OF_THEM, text, *before) is not None


def _is_of_a_thing(text: str, sentence: Span, number: NumberMention, words: str) -> bool:
    """Whether the number is a size or a distance, or says what a house or a vehicle is: "nhà 5 tầng", "xe 45 chỗ"."""
    before = sentence.start, number.whole.start
    if words in _BY_ONE and (number.value == 1 or behind(_DWELLING, text, *before)):
        return True
    if words in _OF_THINGS and (number.value < (2 if words == "km" else _SMALL) or behind(_DISTANCE, text, *before)):
        return True
    return words == _FLOORS or (words in _SEATS and behind(_VEHICLE, text, *before) is not None)


def _are_few_known(text: str, sentence: Span, number: NumberMention, unit: Span) -> bool:
    """Whether few things or persons are of a story, were met before, or are of an accident or a crime."""
    words = plain(unit.of(text)).lower()
    if _of_story(text, sentence, number, words) or _is_known(text, sentence, number, words):
        return True
    return text.startswith(_THE_REST, unit.end) or _incident().search(text, sentence.start, sentence.end) is not None


def _is_threatened_or_own(text: str, sentence: Span, number: NumberMention, unit: Span, money: bool) -> bool:
    """Whether a law only threatens with it, or it is somebody's own affair."""
    start = max((m.end() for m in _CLAUSE.finditer(text, sentence.start, number.span.start)), default=sentence.start)
    if money and number.high is not None and behind(_FINED, text, sentence.start, number.whole.start):
        return True
    if money and _penalties().search(text, start, number.whole.start):
        return True
    return _own_affairs().search(text, start, unit.end) is not None


def _is_of_list(text: str, sentence: Span, number: NumberMention, unit: Span) -> bool:
    """Whether one is told in digits as a member of a list: "2 trụ điện và 1 cầu", "cảnh cáo 1 người, phạt 4 người"."""
    alone_there = text[number.whole.start - 1] != "/" and text.startswith(" ", number.span.end)
    if number.high is not None or not (alone_there and number.span.of(text).isdigit()):
        return False
    if behind(_LISTED, text, sentence.start, number.whole.start):
        return _DIGIT.search(text, sentence.start, number.whole.start) is not None
    noun = f" {unit.of(text)}"
    at = text.find(noun, sentence.start, sentence.end)
    while at >= 0 and (at + 1 == unit.start or not text[at - 1].isdigit()):
        at = text.find(noun, at + 1, sentence.end)
    return at >= 0


def _is_known(text: str, sentence: Span, number: NumberMention, words: str) -> bool:
    """Whether few things or persons were met before or are but named: "mâu thuẫn giữa 2 cô giáo", "tại 4 tỉnh".

    Where two, or persons, are told by a word, unless it says that they are told of first: "thành lập hai tổ".
    """
    before = sentence.start, number.whole.start
    if behind(_known(), text, *before) or (words == _PROVINCES and behind(_at_place(), text, *before)):
        return True
    somebody = number.value <= _PAIR or (number.whole == number.span and _persons().fullmatch(words))
    told = text[number.span.start].isdigit() or not somebody
    return not told and not behind(_doing(), text, *before)


def _of_story(text: str, sentence: Span, number: NumberMention, words: str) -> bool:
    """Whether a few persons are told of with whom no office did anything: "2 thanh niên mặt mày bặm trợn"."""
    if number.whole != number.span or not _persons().fullmatch(words):
        return False
    before = sentence.start, number.whole.start
    if behind(_doing(), text, *before) or (behind(_PARTED, text, *before) and _DIGIT.search(text, *before)):
        return False  # "tuyển 2 giáo viên", or one of a list
    return _office().search(text, sentence.start, sentence.end) is None


@cache
def _office() -> TextFinder:
    """What an office does with few persons too: "đình chỉ công tác 2 giáo viên"."""
    return _alone("office")


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words_of('known')})\s$", re.I)


@cache
def _at_place() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words_of('at-place')})\s$", re.I)


@cache
def _incident() -> TextFinder:
    """What tells of an accident or a crime."""
    return _alone("incident")


@cache
def _doing() -> re.Pattern[str]:
    """Before what is told of first, where its number is a word: "thành lập hai tổ", but not "giúp hai địa phương"."""
    return re.compile(rf"(?<!\w)(?:{words_of('doing')})\s$", re.I)


def _is_crop_or_own_doing(text: str, sentence: Span, unit: Span, words: str) -> bool:
    """Whether "vụ" is a crop, or "lần" how often a reporter did something."""
    if words == _CROPS:
        return _grown().match(text, unit.end, sentence.end) is not None
    start = max(sentence.start, unit.start - _NEAR)
    return words == _TIMES and _reporters().search(text, start, unit.end + _NEAR) is not None


@cache
def _grown() -> re.Pattern[str]:
    """What a crop is of, which is no case: "2 vụ lúa"."""
    return re.compile(rf"\s(?:{words_of('grown')})(?!\w)")


@cache
def _reporters() -> re.Pattern[str]:
    """Who tells what they did themselves: "PV gọi 3 lần"."""
    return re.compile(rf"(?<!\w)(?:{words_of('reporter')})(?!\w)")


@cache
def _deeds() -> re.Pattern[str]:
    """What persons of a story do: "người quây xung quanh", "thanh niên lạ mặt bất ngờ ném đá"."""
    return re.compile(rf"(?:\s(?:{words_of('deed-opener')})){{0,3}}\s(?:{words_of('deed')})(?!\w)")


@cache
def _persons() -> re.Pattern[str]:
    return re.compile(words_of("persons"))


@cache
def _harmed() -> re.Pattern[str]:
    """What is reported of few people too: that they died, were hurt or are missing."""
    return re.compile(rf"(?:\s\w+){{0,2}}\s(?:{words_of('harm')})(?!\w)")


@cache
def _penalties() -> TextFinder:
    """Before what a law threatens: "phạt tiền từ", which nobody has paid."""
    return _alone("penalty")


@cache
def _own_affairs() -> TextFinder:
    """What somebody owns, borrows, finds or buys, but not what is given to somebody; and what is denied or assumed."""
    given = "".join(rf"(?<!{word} )" for word in ("hỗ trợ", "trao", "tặng", "cho", "giúp", "với", "thăm", "động viên"))
    return _alone("own unreal", given)


def _alone(parts: str, before: str = "") -> TextFinder:
    words = [row["word"] for row in table("figure-clause-words") if row["part"] in parts.split()]
    return TextFinder(re.compile(before + alone(words)), words)
