"""What a figure measures: the clause before the number, what stands behind its unit, or what was measured last."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_clauses import Said
from hbtgraph.extract.figure_indicators import (
    AMONG,
    ENOUGH,
    JOINED,
    REACH,
    SHARE_OF,
    act_of,
    describing,
    ends,
    is_first_of_two,
    list_ends,
    own_of,
    predicates,
)
from hbtgraph.extract.figure_quantities import quantity_of, says_what
from hbtgraph.extract.figure_scenes import ONLY_PLACE, Scene, words_of
from hbtgraph.extract.figure_units import counted_nouns
from hbtgraph.extract.figure_verbs import TAKES
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, phrase, plain, trimmed
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either

_FEE = re.compile(
    r"(?<!\w)(?:(?:mức )?(?:giá|phí)|lệ phí|học phí|viện phí|giá vé|tiền khám|tiền)(?!\w| trị(?!\w))", re.I
)
_LONGEST_FEE = 8
"""How many words of a fee hold for the further ones of its list."""

_PAID_FOR = re.compile(r"(?:Đối với|Riêng|Với)\s(?P<what>[^,:;.\n]{4,60}+),\s")
"""At the head of a sentence: what the rates in it are paid for."""

_ONLY_AIM = re.compile(
    r"(?:(?:sẽ|phấn đấu|dự kiến|dự báo|mục tiêu|ước|đến|tới|vào|trong|cuối|đầu|giữa|hết|năm|tháng|quý|là|và|thì|con số|"
    r"đạt|nay|này|sau|tiếp theo|hiện tại|hiện|những|ngày|lễ|tết|tuần|dịp|\d[\d/.-]*)"
    r",?(?:\s|$))+"
)
"""When or how surely something is to be reached, and not what."""

_ARE = " là "
_TOWARDS = " đối với "
_LEADS = re.compile(r"(?:của|trong|trên|so với)\s")
_ONLY_UNIT = re.compile(r"(?:\w+(?:\s\w+)?)?\s?\(?")
_OTHERS = re.compile(r"(?:các|những)\s.{2,40}\s(?:còn lại|khác)", re.I)
_ONLY_NAME = re.compile(rf"[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,3}}")
_PLACED = re.compile(rf"\s(?:ở|tại|của|trên địa bàn)\s(?:[^\W\d]+\s){{0,2}}[{UPPER}\d]\S*(?:\s[{UPPER}\d]\S*){{0,4}}$")
"""At the end of what the first of a list of units is told: which unit that is."""

_ONLY_AND = re.compile(r"(?:,|\s|và|chỉ|là)*")
_AVERAGE = re.compile(r"(?:bình|trung) quân|trung bình")
_NO_OTHER = re.compile(rf"{_AVERAGE.pattern}|chỉ|(?:rộng|dài|cao|thấp|nhỏ|lớn|xa|gần|ít|nhiều)\s|điều chỉnh|.+ thành$")
"""Behind an amount: the same at another rate, size or time."""

_MOVES, _ABOUT = ("tăng", "giảm"), "về "
_OF_MONEY = ("vốn", "kinh phí", "chi phí", "số tiền", "tiền", "giá", "doanh thu", "giá trị", "tổng vốn", "tổng số tiền")

_TIME = r"(?:cùng kỳ|cùng thời điểm|cuối năm|năm học|năm|quý|tháng|tuần|khóa|nhiệm kỳ|đầu năm)"
_WHICH = r"(?:trước đó|trước|ngoái|năm|tháng|(?:\d+[-/])?(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)(?!\w)"
_AGAINST = re.compile(
    rf"\s+(?P<whole>so với\s+(?P<time>{_TIME}(?:\s+{_WHICH})*)?|so\s+(?P<short>cùng kỳ(?:\s+{_WHICH})*))"
)


def of_measure(
    scene: Scene, number: NumberMention, unit: Span, said: Said, against: Span | None
) -> tuple[str | None, Span]:
    """What is measured: the clause before, or behind a share of something, or else what was measured last."""
    context = scene.context
    end = against.end if against else unit.end
    here = Span(min(said.start, number.whole.start), end)
    bare = not (said.indicator or said.direction or against)
    if found := _of_row(scene, number, unit, said, bare=bare):
        return found[0], found[1] or here
    if found := _of_thing_behind(scene, number, unit, said, None if against else here):
        return found
    if scene.indicator and _ONLY_UNIT.fullmatch(said.indicator) and not _is_paid(scene, unit, said):
        return _of_other(scene, number, unit, said) or scene.indicator, here  # "tăng 636 vụ (6,2%)"
    if len(said.indicator.split()) >= 2 and not ONLY_PLACE.fullmatch(said.indicator):
        says_little = len(said.indicator.split()) < ENOUGH or not says_what(said.indicator)
        tail = _tail(scene, unit) if against is None and says_little else None
        if tail is None:
            return said.indicator, here
        act = plain(said.verb.of(context.text)) if said.verb else act_of(said.indicator)
        start = said.verb.start if said.verb else here.start
        return f"{act} {plain(tail.of(context.text))}".strip(), Span(start, tail.end)
    if against is None and (own := own_of(scene, unit)):
        return plain(own.of(context.text)), Span(number.whole.start, own.end)
    said_enough = " " in said.indicator or said.direction
    return scene.indicator or (said.indicator if said_enough else None) or None, here


def _is_paid(scene: Scene, unit: Span, said: Said) -> bool:
    """Whether money is told by its own words behind what is none: "diện tích 45.120 m2, thu tiền 1,8 tỷ đồng"."""
    named = quantity_of(scene.indicator or "")
    money = scene.context.plain[: unit.end].endswith("đồng")
    return money and named is not None and named not in _OF_MONEY and says_what(said.indicator)


def _of_other(scene: Scene, number: NumberMention, unit: Span, said: Said) -> str | None:
    """What an amount behind a few words of its own measures: the same quantity of another thing, or money that is paid.

    "diện tích rừng tự nhiên 20 ha, rừng trồng 30 ha"; "diện tích đấu giá 4 ha, thu về 22 tỷ đồng".
    """
    text = scene.context.plain
    words = said.indicator
    if number.percent or said.direction or " " not in words or _ONLY_AIM.match(words):
        return None
    if text.find("(", said.start, number.whole.start) >= 0 or text[said.start - 1 : said.start] == "(":
        return None
    if says_what(words) or counted_nouns().fullmatch(words) or _NO_OTHER.match(words):
        return None
    named = quantity_of(scene.indicator or "")
    if text[: unit.end].endswith("đồng") != (named in _OF_MONEY):
        named = "số tiền" if text[: unit.end].endswith("đồng") else None
    return f"{named} {words}" if named else None


def _of_row(
    scene: Scene, number: NumberMention, unit: Span, said: Said, *, bare: bool
) -> tuple[str, Span | None] | None:
    """What a further amount of a row measures: the same as the one before it, at another time, place or rate."""
    context, text = scene.context, scene.context.plain
    of_both = said.second and not text.startswith(_TOWARDS, unit.end)
    if scene.indicator and (of_both or _ONLY_AIM.fullmatch(said.indicator)):
        return scene.indicator, None
    if bare and scene.indicator and predicates().match(text, unit.end, scene.sentence.end):
        described = describing(text, unit.end + 1, scene.sentence.end)  # "trong đó 250 m2 chưa được tưới"
        return f"{scene.indicator} {plain(described.of(context.text))}", Span(number.whole.start, described.end)
    if number.percent and text.startswith(_ARE, unit.end) and not said.direction:
        part = said.indicator if " " in said.indicator else (scene.indicator or "").partition(_ARE)[0]
        described = describing(text, unit.end + 1, list_ends(scene, unit))  # "60% là bùn, 40% là cát"
        if " " in part:
            return f"{part} {plain(described.of(context.text))}", Span(number.whole.start, described.end)
    if scene.indicator and _told_of_places(scene, said):
        return f"{scene.of_all} {said.indicator}", None  # "phí ở quận A là 2 triệu đồng, quận B 3 triệu đồng"
    if fee := _further_fee(scene, number, unit, said):
        return fee, None
    if not number.percent and behind(AMONG, text, scene.sentence.start, number.whole.start):
        limit = scene.following[0].whole.start if scene.following else scene.sentence.end
        whole = describing(text, unit.end, limit)  # "trong số 45 tỷ đồng được tỉnh duyệt"
        if " " in whole.of(text):
            lead = "số tiền " if text[: unit.end].endswith("đồng") else ""
            return f"{lead}{plain(whole.of(context.text))}", Span(number.whole.start, whole.end)
    return None


def _of_thing_behind(
    scene: Scene, number: NumberMention, unit: Span, said: Said, here: Span | None
) -> tuple[str, Span] | None:
    """What an amount is of, where that stands behind it; `here` is None where a comparison does."""
    context, text = scene.context, scene.context.plain
    if here is None:
        return None
    if scene.counting and _money_of_list(scene, number, unit, said):
        return f"tiền {act_of(scene.counting)}", Span(number.whole.start, here.end)
    joined = said.direction is None and behind(JOINED, text, scene.sentence.start, number.whole.start)
    alone = not (said.indicator or said.direction)
    if alone and said.part_of and number.percent and scene.indicator and (own := own_of(scene, unit)):
        return _part_of(scene.indicator, said.part_of, plain(own.of(context.text))), Span(number.whole.start, own.end)
    least = 1 if joined and joined[0][0] != "," else 2
    moved = number.percent and said.direction in _MOVES and not said.indicator
    if moved and (own := own_of(scene, unit)):  # "tạo 300 việc làm, giảm 1% hộ nghèo"
        return plain(own.of(context.text)).removeprefix(_ABOUT), Span(number.whole.start, own.end)
    if (alone or joined) and (own := own_of(scene, unit, least, subject=alone and not said.part_of)):
        return plain(own.of(context.text)), Span(number.whole.start, own.end)
    verb = _ONLY_UNIT.fullmatch(said.indicator) is not None and not says_what(said.indicator)
    if number.percent and " " in said.indicator and not said.direction and (own := own_of(scene, unit, whole=verb)):
        whole = plain(own.of(context.text))  # "đáp ứng 44% nhu cầu"
        told = _part_of(said.indicator, said.part_of if said.part_of == TAKES else None, whole)
        return told, Span(here.start, own.end)
    if _only_verb(number, said) and (own := own_of(scene, unit, 1)):
        return f"{said.indicator} {plain(own.of(context.text))}", Span(here.start, own.end)  # "và chở 9 tấn dầu"
    return None


def _part_of(part: str, verb: str | None, whole: str) -> str:
    """A share with what it is a share of: "diện tích lúa chiếm đất canh tác"."""
    part = part.partition(f" {TAKES} ")[0]
    return f"{part} {whole}" if verb is None or _LEADS.match(whole) else f"{part} {verb} {whole}"


def _only_verb(number: NumberMention, said: Said) -> bool:
    """Whether no more than a verb or two stand before an amount: what it is of stands behind."""
    told = said.indicator and not number.percent and not said.direction
    return bool(told) and _ONLY_UNIT.fullmatch(said.indicator) is not None and not says_what(said.indicator)


def _money_of_list(scene: Scene, number: NumberMention, unit: Span, said: Said) -> bool:
    """Whether an amount is a member of a list of things: "thu giữ 4 xe máy, 12 triệu đồng"."""
    text = scene.context.plain
    return (
        not said.direction
        and not says_what(scene.indicator or "")
        and text[: unit.end].endswith("đồng")
        and behind(JOINED, text, scene.sentence.start, number.whole.start) is not None
        and own_of(scene, unit) is None
    )


def of_all(indicator: str) -> str:
    """What is told of every member of a list, without the unit that the first of them is: "phí ở quận A"."""
    return _PLACED.sub("", indicator)


def fee_of(text: str, unit: Span, indicator: str) -> tuple[str, str, str] | None:
    """What a rate is paid for, where its indicator says so: the rate, the name, and the first words with it."""
    named = _FEE.search(indicator) if _is_rate(text, unit) else None
    return (unit.of(text), named[0], " ".join(indicator[named.start() :].split()[:_LONGEST_FEE])) if named else None


def _is_rate(text: str, unit: Span) -> bool:
    return "/" in unit.of(text) and "đồng" in unit.of(text)


def _further_fee(scene: Scene, number: NumberMention, unit: Span, said: Said) -> str | None:
    """A rate told by its zone, hour or vehicle, with the fee named before: "miền núi 1.000 đồng/lượt"."""
    text, begun = scene.context.plain, scene.sentence.start
    if said.direction or not _is_rate(text, unit) or _FEE.search(said.indicator) or _AVERAGE.match(said.indicator):
        return None
    named = list(_FEE.finditer(text, begun, number.whole.start))
    before = scene.fee or (fee_of(text, unit, text[named[-1].start() : number.whole.start]) if named else None)
    rate, name, first = before or ("", "", "")
    if rate != unit.of(text):
        return None
    own = own_of(scene, unit)
    words = " ".join(filter(None, (said.indicator, plain(own.of(scene.context.text)) if own else "")))
    if paid_for := _PAID_FOR.match(text, begun, number.whole.start):
        what, words = plain(paid_for["what"]), words.removeprefix(paid_for[0]).strip()
        return f"{name} {what}" if what.endswith(words) else f"{name} {what} {words}"
    return f"{first if len(words.split()) < ENOUGH else name} {words}".strip()


def _told_of_places(scene: Scene, said: Said) -> bool:
    """Whether the clause before the number only names a unit or some: the list's first member tells what of them."""
    span = Span(said.start, said.start + len(said.indicator))
    named = inside(scene.context.units, span) or inside(scene.context.bodies, span)
    if scene.of_all and (_OTHERS.fullmatch(said.indicator) or _ONLY_NAME.fullmatch(said.indicator)):
        return not said.direction
    if not named or named[0].span.start > span.start or said.direction:
        return False
    rest = said.indicator
    for mention in named:
        rest = rest.replace(mention.span.of(scene.context.text), "")
    return _ONLY_AND.fullmatch(rest) is not None


def _tail(scene: Scene, unit: Span) -> Span | None:
    """What an amount is for, where the words before it say little: "trích 2 tỷ đồng từ quỹ cứu trợ"."""
    text = scene.context.plain
    share = SHARE_OF.match(text, unit.end, scene.sentence.end)
    if share is None or _further().match(text, unit.end, scene.sentence.end) or is_first_of_two(scene, unit):
        return None
    limit = scene.following[0].whole.start if scene.following else scene.sentence.end
    thing = phrase(text, unit.end, min(limit, unit.end + REACH), ends())
    if thing.start < thing.end:
        counted = unit.of(text).rpartition(" ")[2]
        return Span(unit.end - len(counted), thing.end) if counted_nouns().fullmatch(counted) else thing
    tail = describing(text, share.end() - 1, limit)
    return tail if len(tail.of(text).split()) > 1 else None


def against_of(context: Context, sentence: Span, unit: Span) -> Span | None:
    """ "so với cùng kỳ năm 2021", "kế hoạch năm": what the value is compared with."""
    text = context.plain
    if match := _AGAINST.match(text, unit.end, sentence.end):
        if match["time"] or match["short"]:
            return Span(*match.span("whole"))
        span = phrase(text, match.end("whole"), sentence.end, ends())
        return Span(match.start("whole"), min(span.end, match.start("whole") + REACH))
    yardstick = _yardsticks().match(text, unit.end, sentence.end)
    return trimmed(text, Span(*yardstick.span())) if yardstick else None


@cache
def _yardsticks() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:của\s+)?(?:{either(row['word'] for row in table('figure-after'))})(?!\w)", re.I)


@cache
def _further() -> re.Pattern[str]:
    """Behind an amount: what else is told of it."""
    return re.compile(rf"\s(?:{words_of('further')})\s")
