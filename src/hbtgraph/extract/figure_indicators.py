"""What a figure measures or counts: the clause before the number, or the phrase behind its unit."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.figure_clauses import Said, says_what
from hbtgraph.extract.figure_scenes import JOINT, ONLY_PLACE, Scene, clause_words, words_of
from hbtgraph.extract.figure_units import counted_nouns
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, phrase, plain, stops, trimmed
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either

_ENOUGH = 6
"""How many words of an indicator say enough."""

_FEE = re.compile(
    r"(?<!\w)(?:(?:mức )?(?:giá|phí)|lệ phí|học phí|viện phí|giá vé|tiền khám|tiền)(?!\w| trị(?!\w))", re.I
)
_LONGEST_FEE = 8
"""How many words of a fee hold for the further ones of its list."""

_ONLY_AIM = re.compile(
    r"(?:(?:sẽ|phấn đấu|dự kiến|dự báo|mục tiêu|ước|đến|tới|vào|trong|cuối|đầu|giữa|hết|năm|tháng|quý|là|và|thì|con số|"
    r"nay|này|sau|tiếp theo|hiện tại|hiện|\d[\d/.-]*)(?:\s|$))+"
)
"""When or how surely something is to be reached, and not what."""

_POINTS_BACK = re.compile(r"(?<!\w)(?:này|nói trên|kể trên|trên|đó)$", re.I)
_REACH = 150
"""How long a description or a comparison may be, in code points."""

_LAST_OF_LIST = re.compile(r"[^,;\d]{1,20}\svới\s")
"""Behind a comma of what is counted itself: "11 tuyến kênh, rạch với 60 cọc mốc"."""

_FIRST_WORDS = re.compile(r"\w+(?:\s\w+){1,3}")
_ONLY_UNIT = re.compile(r"(?:\w+(?:\s\w+)?)?\s?\(?")
_AND = re.compile(r"\svà\s$")
_WHOLE = re.compile(r"\s(?:(?:về|trên|trong)\s)?(?:tổng|toàn)\s")
"""Behind a share: of what whole, which is not what the share is."""

_ASIDE = re.compile(r"\s\([^()]{1,80}\)\s(?=[^\W\d])(?!(?:và|là|do)\s)")
"""Between a noun and what is told of it: "75 xã (chiếm 77,3% tổng số xã) đạt tiêu chí"."""

_AMONG = re.compile(r"(?<!\w)trong\s(?:tổng\s)?số(?:\s(?:hơn|gần|khoảng|trên))?\s$", re.I)
"""Before a whole of which some are told of: "6 trong số 12 tàu cá"."""

_NUMBER_OF = re.compile(r"(?:tổng số|tổng|số lượng|số|chỉ tiêu|dân số|tổng dân số)\s", re.I)
_FURTHER_ONES = (" khác", " mới", " lớn", " nhỏ")
"""Behind a counted noun, before what is told of them: "7 dự án khác cũng được nhận giấy phép"."""

_WORD = re.compile(r"\S+")
_SAYS = 3
"""How many words name a number of people or things: "dân số quận"."""

_LEAST, _MOST = 5, 16
"""How many words are told of what is counted; a longer predicate is cut at a comma."""

_SHORT, _ACT = 8, 6
"""Up to how many words of what is counted are joined by the act before the number, if that has so few."""

_FEW_MORE = 4
"""How many words behind a counted noun want to be told further: "cơ sở nằm"."""

_FEW_TOLD = 6
"""So few words with what is counted want their predicate: "công ty của Pháp đã đầu tư tại Việt Nam"."""

_PURPOSE = re.compile(r"\s(?:để|nhằm|nên)\s")
_PART_OF = re.compile(r"\s(?:thuộc|trong)\s")
"""Right behind a counted noun: of what they are a part, which says more than the clause before."""

_JOINED = re.compile(r"(?:,|\svà)\s$")
_OTHERS = re.compile(r"(?:các|những)\s.{2,40}\s(?:còn lại|khác)", re.I)
"""Units that a list does not name: "các quận còn lại"."""

_ONLY_AND = re.compile(r"(?:,|\s|và|chỉ|là)*")
_SHARE_OF = re.compile(r"\s[^\W\d]")
_TIME = r"(?:cùng kỳ|cùng thời điểm|năm học|năm|quý|tháng|tuần|khóa|nhiệm kỳ|đầu năm)"
_WHICH = r"(?:trước đó|trước|ngoái|năm|tháng|(?:\d+[-/])?(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)(?!\w)"
_AGAINST = re.compile(rf"\s+(?P<whole>so với\s+(?P<time>{_TIME}(?:\s+{_WHICH})*)?)")


def of_count(scene: Scene, number: NumberMention, unit: Span, said: Said) -> tuple[str | None, Span]:
    """What is counted: the noun with what describes it, or, where little does, also the clause before the number."""
    context, sentence = scene.context, scene.sentence
    text = context.plain
    limit = _list_ends(scene, unit)
    described = _cut(text, Span(unit.start, max(unit.end, phrase(text, unit.end, limit, _ends()).end)))
    described = _with_place(text, described, unit, limit)
    words = plain(described.of(context.text))
    if len(words.split()) <= _ENOUGH and _POINTS_BACK.search(words):
        return None, described
    more = len(words.split()) - len(unit.of(text).split())
    if not more and (aside := _ASIDE.match(text, unit.end, sentence.end)):
        rest = _described(text, aside.end(), _list_ends(scene, Span(*aside.span())))
        if " " in rest.of(text):
            return f"{words} {plain(rest.of(context.text))}", Span(number.whole.start, rest.end)
    if behind(_AMONG, text, sentence.start, number.whole.start):
        described = described if more else _described(text, unit.start, limit)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    if not more and _NUMBER_OF.match(said.indicator) and len(said.indicator.split()) >= _SAYS:
        return said.indicator, Span(min(said.start, number.whole.start), described.end)
    told = "" if behind(_AND, text, sentence.start, number.whole.start) else said.indicator
    listed = behind(_JOINED, text, sentence.start, number.whole.start) is not None
    clause = told or _clause_of_list(scene, more, listed)
    if " " in said.indicator:
        scene.counting = said.indicator
    if not more and not clause:
        described = _described(text, unit.start, limit)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    others = more == 1 and words.endswith(_FURTHER_ONES)
    act = _act(told)
    done = more > 1 and act[:1].islower() and len(act.split()) <= _ACT and len(words.split()) <= _SHORT
    if done and not _harm().search(words):
        return f"{words} {act}", Span(min(said.start, number.whole.start), described.end)  # "lập 5 đoàn kiểm tra"
    bare = others or not more
    predicate = (
        _predicates().match(text, described.end, sentence.end) if bare or len(words.split()) <= _FEW_TOLD else None
    )
    if predicate and (bare or not _PURPOSE.fullmatch(predicate[0])):
        described = _told(text, Span(unit.start, predicate.end() - 1), limit)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    if more > 1 or not clause or _harm().search(words):
        return words, Span(number.whole.start, described.end)
    named = clause if f"{clause} ".startswith(f"{words} ") else f"{words} {clause}"
    return named, Span(min(said.start, number.whole.start), described.end)


def _clause_of_list(scene: Scene, more: int, listed: bool) -> str | None:
    """The clause that held for the list so far, for a member that says little by itself."""
    if more:
        return scene.counting if more == 1 else None
    return (scene.counting if listed else None) or scene.indicator


def _with_place(text: str, described: Span, unit: Span, limit: int) -> Span:
    """With where or by what, if the noun has but few words before that: "cơ sở nằm tại phường A"."""
    few = len(described.of(text).split()) - len(unit.of(text).split())
    part = few or _PART_OF.match(text, described.end, limit)
    if part and few <= _FEW_MORE and (begun := _place().match(text, described.end, limit)):
        end = phrase(text, begun.end(), min(limit, begun.end() + _REACH), _ends()).end
        return trimmed(text, Span(described.start, max(described.end, end)))
    return described


def _told(text: str, begun: Span, limit: int) -> Span:
    """A counted noun with its predicate, whose first words are `begun`: "hộ chưa nhận tiền tại thôn A"."""
    end = phrase(text, begun.end, min(limit, begun.end + _REACH), _clause_ends()).end
    return _cut(text, Span(begun.start, max(begun.end, end)))


def _cut(text: str, span: Span) -> Span:
    """The phrase; one longer than an indicator is cut at a comma, or else between words."""
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) <= _MOST:
        return trimmed(text, span)
    end = text.rfind(",", words[_LEAST].end(), words[_MOST].start())
    return trimmed(text, Span(span.start, end if end > 0 else words[_MOST - 1].end()))


def _described(text: str, start: int, limit: int) -> Span:
    """The phrase from `start`; its first words may be such as end other phrases: "dân số đã có thẻ"."""
    limit = min(limit, start + _REACH)
    words = _FIRST_WORDS.match(text, start, limit)
    settled = words.end() if words else start
    return trimmed(text, Span(start, max(settled, phrase(text, settled, limit, _ends()).end)))


def of_measure(
    scene: Scene, number: NumberMention, unit: Span, said: Said, against: Span | None
) -> tuple[str | None, Span]:
    """What is measured: the clause before, or behind a share of something, or else what was measured last."""
    context, text = scene.context, scene.context.plain
    end = against.end if against else unit.end
    if scene.indicator and _ONLY_AIM.fullmatch(said.indicator):
        return scene.indicator, Span(min(said.start, number.whole.start), end)
    here = Span(min(said.start, number.whole.start), end)
    bare = not (said.indicator or said.direction or against)
    if bare and scene.indicator and _predicates().match(text, unit.end, scene.sentence.end):
        described = _described(text, unit.end + 1, scene.sentence.end)  # "trong đó 250 m2 chưa được tưới"
        return f"{scene.indicator} {plain(described.of(context.text))}", Span(number.whole.start, described.end)
    if scene.indicator and _told_of_places(scene, said):
        return f"{scene.of_all} {said.indicator}", here  # "phí ở quận A là 2 triệu đồng, quận B 3 triệu đồng"
    if fee := _further_fee(scene, unit, said):
        return fee, here
    if not number.percent and behind(_AMONG, text, scene.sentence.start, number.whole.start):
        whole = _described(text, unit.end, scene.sentence.end)
        if " " in whole.of(text):
            lead = "số tiền " if text[: unit.end].endswith("đồng") else ""
            return f"{lead}{plain(whole.of(context.text))}", Span(number.whole.start, whole.end)
    if scene.counting and against is None and _money_of_list(scene, number, unit, said):
        return f"tiền {_act(scene.counting)}", Span(number.whole.start, end)
    joined = (
        against is None and said.direction is None and behind(_JOINED, text, scene.sentence.start, number.whole.start)
    )
    if (bare or joined) and (own := _own(scene, unit, 1 if joined and joined[0][0] != "," else 2)):
        return plain(own.of(context.text)), Span(number.whole.start, own.end)
    if number.percent and " " in said.indicator and not said.direction and (own := _own(scene, unit)):
        return f"{said.indicator} {plain(own.of(context.text))}", Span(here.start, own.end)  # "đáp ứng 44% nhu cầu"
    if _only_verb(scene, number, said) and against is None and (own := _own(scene, unit, 1)):
        return f"{said.indicator} {plain(own.of(context.text))}", Span(here.start, own.end)  # "và chở 9 tấn dầu"
    if scene.indicator and _ONLY_UNIT.fullmatch(said.indicator):
        return scene.indicator, here  # "tăng 636 vụ (6,2%)"
    if len(said.indicator.split()) >= 2 and not ONLY_PLACE.fullmatch(said.indicator):
        says_little = len(said.indicator.split()) < _ENOUGH or not says_what(said.indicator)
        tail = _tail(scene, unit) if against is None and says_little else None
        if tail is None:
            return said.indicator, here
        act = plain(said.verb.of(context.text)) if said.verb else _act(said.indicator)
        start = said.verb.start if said.verb else here.start
        return f"{act} {plain(tail.of(context.text))}".strip(), Span(start, tail.end)
    if against is None and (own := _own(scene, unit)):
        return plain(own.of(context.text)), Span(number.whole.start, own.end)
    said_enough = " " in said.indicator or said.direction
    return scene.indicator or (said.indicator if said_enough else None) or None, here


def _only_verb(scene: Scene, number: NumberMention, said: Said) -> bool:
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
        and behind(_JOINED, text, scene.sentence.start, number.whole.start) is not None
        and _own(scene, unit) is None
    )


def fee_of(text: str, unit: Span, indicator: str) -> tuple[str, str, str] | None:
    """What a rate is paid for, where its indicator says so: the rate, the name, and the first words with it."""
    rate = unit.of(text)
    named = _FEE.search(indicator) if "/" in rate and "đồng" in rate else None
    return (rate, named[0], " ".join(indicator[named.start() :].split()[:_LONGEST_FEE])) if named else None


def _further_fee(scene: Scene, unit: Span, said: Said) -> str | None:
    """A further rate of a list of fees, told by its zone, hour or vehicle: "miền núi 1.000 đồng/lượt"."""
    rate, name, first = scene.fee or ("", "", "")
    if rate != unit.of(scene.context.plain) or said.direction or _FEE.search(said.indicator):
        return None
    own = _own(scene, unit)
    words = " ".join(filter(None, (said.indicator, plain(own.of(scene.context.text)) if own else "")))
    return f"{first if len(words.split()) < _ENOUGH else name} {words}".strip()


def _told_of_places(scene: Scene, said: Said) -> bool:
    """Whether the clause before the number only names a unit or some: the list's first member tells what of them."""
    span = Span(said.start, said.start + len(said.indicator))
    named = inside(scene.context.units, span) or inside(scene.context.bodies, span)
    if scene.of_all and _OTHERS.fullmatch(said.indicator):
        return True
    if not named or named[0].span.start > span.start or said.direction:
        return False
    rest = said.indicator
    for mention in named:
        rest = rest.replace(mention.span.of(scene.context.text), "")
    return _ONLY_AND.fullmatch(rest) is not None


def _own(scene: Scene, unit: Span, least: int = 2) -> Span | None:
    """What stands behind the unit and says what it is of: "40% hộ dân", in a list "2 tỷ đồng tiền phạt"."""
    text = scene.context.plain
    share = _SHARE_OF.match(text, unit.end, scene.sentence.end)
    if unit.of(text) == "%" and _WHOLE.match(text, unit.end, scene.sentence.end):
        return None
    if share is None or _elsewhere().match(text, unit.end, scene.sentence.end):
        return None
    limit = _list_ends(scene, unit)
    described = _described(text, share.end() - 1, limit)
    predicate = _predicates().match(text, described.end, limit) if unit.of(text) == "%" else None
    if predicate and len(described.of(text).split()) < _ENOUGH:
        described = _told(text, Span(described.start, predicate.end() - 1), limit)  # "100% hồ sơ được trả đúng hạn"
    return described if len(described.of(text).split()) >= least else None


def _list_ends(scene: Scene, unit: Span) -> int:
    """Where the next member of the list begins, else where the sentence ends."""
    text = scene.context.plain
    for following in scene.following:
        joints = [m for m in JOINT.finditer(text, unit.end, following.whole.start) if not _pairs().match(text, m.end())]
        if joints and not _LAST_OF_LIST.match(text, joints[-1].end(), following.whole.start):
            return joints[-1].start()
    return scene.sentence.end


def _tail(scene: Scene, unit: Span) -> Span | None:
    """What an amount is for, where the words before it say little: "trích 2 tỷ đồng từ quỹ cứu trợ"."""
    text = scene.context.plain
    share = _SHARE_OF.match(text, unit.end, scene.sentence.end)
    if share is None or _further().match(text, unit.end, scene.sentence.end):
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


def against_of(context: Context, sentence: Span, unit: Span) -> Span | None:
    """ "so với cùng kỳ năm 2021", "kế hoạch năm": what the value is compared with."""
    text = context.plain
    if match := _AGAINST.match(text, unit.end, sentence.end):
        if match["time"]:
            return Span(*match.span("whole"))
        span = phrase(text, match.end("whole"), sentence.end, _ends())
        return Span(match.start("whole"), min(span.end, match.start("whole") + _REACH))
    yardstick = _yardsticks().match(text, unit.end, sentence.end)
    return trimmed(text, Span(*yardstick.span())) if yardstick else None


@cache
def _yardsticks() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:của\s+)?(?:{either(row['word'] for row in table('figure-after'))})(?!\w)", re.I)


@cache
def _elsewhere() -> re.Pattern[str]:
    """Behind a unit: not what it is of, but where, when or what else."""
    return re.compile(rf"\s(?:{words_of('elsewhere')})\s")


@cache
def _further() -> re.Pattern[str]:
    """Behind an amount: what else is told of it."""
    return re.compile(rf"\s(?:{words_of('further')})\s")


@cache
def _predicates() -> re.Pattern[str]:
    """What tells of the things that were counted: "người cho rằng", "hộ chưa nhận tiền"."""
    return re.compile(rf"\s(?:{words_of('predicate')})\s")


@cache
def _place() -> re.Pattern[str]:
    """Behind a noun's few words: where they are, what they are part of."""
    return re.compile(rf"\s(?:{words_of('place')})\s(?!\d|(?:{words_of('no-place')})\s)")


@cache
def _harm() -> re.Pattern[str]:
    """What says enough of those who came to harm: "người chết"."""
    return re.compile(rf"\s(?:{words_of('harm')})$")


@cache
def _pairs() -> re.Pattern[str]:
    """Behind a comma, the second of two that go together: "các thôn, xã khó khăn"."""
    return re.compile(rf"(?:{words_of('pair')})(?!\s[A-ZĐ\d])(?!\w)")


@cache
def _before_acts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words_of('act')})\s(?=\w)")


@cache
def _clause_ends() -> re.Pattern[str]:
    """Where a predicate ends: as a noun phrase does behind a comma, and at words that join clauses."""
    comma = either(row["word"] for row in table("figure-stops") if row["place"] == "comma")
    words = words_of("joining")
    return re.compile(rf"(?P<skip>(?!))|[;:?!…()“”\n]|\.{{2}}|,\s(?:{comma})(?!\w)|{_new_clause()}|\s(?:{words})(?!\w)")


def _new_clause() -> str:
    """Behind a comma: the name of another quantity, or another subject with its verb."""
    quantity = clause_words("quantity").pattern
    return rf",\s(?={quantity}|(?:[^\s,;.]+\s){{2,4}}(?:là|đã|sẽ|phải|vẫn)\s)"


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"{stops('figure-stops', _compounds()).pattern}|{_new_clause()}|[()“”\"]|\s[-–]\s(?=[A-ZĐ])")


def _compounds() -> str:
    """Words that begin or end with one that ends phrases by itself: "trong nước", "nhà ở"."""
    behind_noun = "|".join(rf"(?<={row['word']})" for row in table("figure-clause-words") if row["part"] == "dwelling")
    return rf"\s(?:{words_of('compound')})(?!\w)|(?:{behind_noun})\sở(?!\w)"
