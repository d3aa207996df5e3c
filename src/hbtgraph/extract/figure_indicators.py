"""What a figure counts: the phrase behind its unit, or the clause before the number."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.figure_clauses import Said, is_one_word
from hbtgraph.extract.figure_scenes import JOINT, ONLY_PLACE, Scene, clause_words, words_of
from hbtgraph.extract.figure_units import RISES
from hbtgraph.extract.mentions import inside
from hbtgraph.extract.phrases import behind, phrase, plain, stops, trimmed
from hbtgraph.extract.words import UPPER, TextFinder
from hbtgraph.model import Span
from hbtgraph.resources import table
from hbtgraph.vietnamese.numbers import NumberMention, either

ENOUGH = 6
"""How many words of an indicator say enough."""

_POINTS_BACK = re.compile(r"(?<!\w)(?:này|nói trên|kể trên|trên|đó)$", re.I)
REACH = 150
"""How long a description or a comparison may be, in code points."""

_LAST_OF_LIST = re.compile(r"[^,;\d]{1,20}\svới\s")
"""Behind a comma of what is counted itself: "11 tuyến kênh, rạch với 60 cọc mốc"."""

_FIRST_WORDS = re.compile(r"\w+(?:\s(?!(?:trong đó|nhưng|trong khi|song|ngoài ra)(?!\w))\w+){1,3}")
_AND = re.compile(r"\svà\s$")
_WHOLE = re.compile(r"\s(?:(?:về|trên|trong)\s)?(?:tổng|toàn)\s")
"""Behind a share: of what whole, which is not what the share is."""

_ASIDE = re.compile(r"\s\([^()]{1,80}\)\s(?=[^\W\d])(?!(?:và|là|do)\s)")
"""Between a noun and what is told of it: "75 xã (chiếm 77,3% tổng số xã) đạt tiêu chí"."""

AMONG = TextFinder(
    re.compile(r"(?<!\w)trong\s(?:tổng\s)?số(?:\s(?:hơn|gần|khoảng|trên))?\s$", re.I), ("trong số", "trong tổng")
)
"""Before a whole of which some are told of: "6 trong số 12 tàu cá"."""

_NUMBER_OF = re.compile(r"(?:tổng số|tổng|số lượng|số|chỉ tiêu|dân số|tổng dân số)\s", re.I)
_FURTHER_ONES = (" khác", " mới", " lớn", " nhỏ")
"""Behind a counted noun, before what is told of them: "7 dự án khác cũng được nhận giấy phép"."""

_WORD = re.compile(r"\S+")
_SAYS = 3
"""How many words name a number of people or things: "dân số quận"."""

_LEAST, _MOST = 5, 16
"""How many words are told of what is counted; a longer predicate is cut at a comma."""

_LONG = 8
"""Of a longer clause before a bare noun only the act is told."""

_SHORT, _ACT = 8, 6
"""Up to how many words of what is counted are joined by the act before the number, if that has so few."""

_FEW_MORE = 4
"""How many words behind a counted noun want to be told further: "cơ sở nằm"."""

_FEW_TOLD = 6
"""So few words with what is counted want their predicate: "công ty của Pháp đã đầu tư tại Việt Nam"."""

_LEADS_TO = re.compile(
    r"\s(?:của|cho|với|về|từ|đến|tới|tại|do|bởi|thuộc|qua|trong|trên|theo|gồm|(?<!đất )(?<!nhà )ở"
    r"|(?<!hoàn )(?<!khánh )(?<!nội )(?<!ngoại )(?<!trưởng )(?<!cổng )thành)$"
)
"""At the end of a clause that leads to what is counted: "hồ sơ mời thầu của 7 gói thầu"."""

_ONLY_WHERE = re.compile(r"\s(?:của|tại|ở|trong|thuộc|trên|trực thuộc|khắp|ven)\s")
"""Behind a counted noun: whose or where they are, and not what is told of them."""

_MOST_OF_PLACE = 7

_BELONG_TO = re.compile(r"(?P<what>.+)\s(?:của|cho|tại|ở|thuộc|trong|trên)")
"""What was counted before what it belongs to: "17 du khách thuộc 2 đoàn"."""

_LACKS = re.compile(r"\s(?:chưa|không|bị)\s")
_MOST_LACKING = 10
"""What things lack or suffered is told of them up to more words: "hộ gia đình viên chức chưa có nhà ở"."""

_PURPOSE = re.compile(r"\s(?:để|nhằm|nên)\s")
_PART_OF = re.compile(r"\s(?:thuộc|trong)\s")
"""Right behind a counted noun: of what they are a part, which says more than the clause before."""

JOINED = re.compile(r"(?:,|\svà)\s$")
"""Units that a list does not name: "các quận còn lại"."""

SHARE_OF = re.compile(r"\s[^\W\d]")


def of_count(scene: Scene, number: NumberMention, unit: Span, said: Said) -> tuple[str | None, Span]:
    """What is counted: the noun with what describes it, or, where little does, also the clause before the number."""
    context, text = scene.context, scene.context.plain
    limit = list_ends(scene, unit)
    described = _cut(text, Span(unit.start, max(unit.end, phrase(text, unit.end, limit, ends()).end)))
    described = _with_place(text, described, unit, limit)
    words = plain(described.of(context.text))
    if len(words.split()) <= ENOUGH and _POINTS_BACK.search(words):
        return None, described
    more = len(words.split()) - len(unit.of(text).split())
    if not more and (aside := _ASIDE.match(text, unit.end, scene.sentence.end)):
        rest = describing(text, aside.end(), list_ends(scene, Span(*aside.span())))
        if " " in rest.of(text):
            return f"{words} {plain(rest.of(context.text))}", Span(number.whole.start, rest.end)
    if behind(AMONG, text, scene.sentence.start, number.whole.start):
        described = described if more else describing(text, unit.start, limit)
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    if not more and _NUMBER_OF.match(said.indicator) and len(said.indicator.split()) >= _SAYS:
        return said.indicator, Span(min(said.start, number.whole.start), described.end)
    indicator, evidence = _with_clause(scene, number, unit, said, described)
    return _uncapitalised(scene, said, indicator), evidence


def _with_clause(scene: Scene, number: NumberMention, unit: Span, said: Said, described: Span) -> tuple[str, Span]:
    """What is counted, with the clause before the number where that says more: "lập 5 đoàn kiểm tra"."""
    context, sentence = scene.context, scene.sentence
    text, words = context.plain, plain(described.of(context.text))
    more = len(words.split()) - len(unit.of(text).split())
    here = Span(min(said.start, number.whole.start), described.end)
    told = "" if behind(_AND, text, sentence.start, number.whole.start) else said.indicator
    if scene.indicator and told and _LEADS_TO.fullmatch(f" {told}") and words not in scene.indicator:
        told = f"{scene.indicator} {told}"  # "chi trả 7 tỷ đồng cho 410 hộ"
    if not more and (whole := _whole_of(scene, number, words, said.start, told)):
        return f"{whole} {told}", here
    if said.of_counted and len(words.split()) <= _SHORT and (belong := _BELONG_TO.fullmatch(told)):
        return f"{words} có {belong['what']}", here
    listed = behind(JOINED, text, sentence.start, number.whole.start) is not None
    clause = told or _clause_of_list(scene, more, listed)
    if " " in said.indicator or (said.indicator and scene.counting is None):
        scene.counting = said.indicator
    if not more and not clause:
        described = describing(text, unit.start, list_ends(scene, unit))
        return plain(described.of(context.text)), Span(number.whole.start, described.end)
    act = act_of(told) or (_deed_of_list(scene) if listed else "")
    done = more > 1 and act[:1].islower() and len(act.split()) <= _ACT and len(words.split()) <= _SHORT
    if done and not _harm().search(words):
        return _joined(words, act), here  # "lập 5 đoàn kiểm tra"
    if 1 < more <= _MOST_OF_PLACE and _leads_to_place(text, act, unit):
        return f"{act} {words}", here
    bare = not more or (more == 1 and words.endswith(_FURTHER_ONES))
    if told_more := _with_predicate(text, described, unit, list_ends(scene, unit), sentence.end, bare=bare):
        return plain(told_more.of(context.text)), Span(number.whole.start, told_more.end)
    if more > 1 or not clause or _harm().search(words):
        return words, Span(number.whole.start, described.end)
    return _joined(words, act_of(clause) if len(clause.split()) > _LONG else clause), here


def _uncapitalised(scene: Scene, said: Said, indicator: str) -> str:
    """With the clause that heads the sentence as it reads behind what is counted: only names keep a capital there."""
    context, start = scene.context, scene.sentence.start
    first = said.indicator.partition(" ")[0]
    known = (context.names, context.bodies, context.units)
    if (
        said.start != start
        or not first.istitle()
        or any(m.span.start == start for row in known for m in inside(row, scene.sentence))
    ):
        return indicator
    return indicator.replace(f" {first}", f" {first.lower()}", 1)


def _whole_of(scene: Scene, number: NumberMention, noun: str, start: int, place: str) -> str | None:
    """What was counted of all, where a place is told with how many are there: "tổng đàn lợn 900 con: xã A (40 con)"."""
    units = inside(scene.context.units, Span(start, number.span.start)) if scene.wholes else ()
    if not (ONLY_PLACE.fullmatch(place) or any(unit.text == place for unit in units)):
        return None
    alike = (what for counted, value, what in scene.wholes if value > number.value and counted.startswith(noun))
    whole = _ends_in_place().sub("", next(alike, ""))
    return whole if " " in whole else None


def _joined(counted: str, clause: str) -> str:
    """What is counted with the clause before it, which stands in front where it leads on to it."""
    if f"{clause} ".startswith(f"{counted} "):
        return clause
    return f"{clause} {counted}" if _LEADS_TO.search(clause) else f"{counted} {clause}"


def _leads_to_place(text: str, act: str, unit: Span) -> bool:
    """Whether a clause leads to things of which only place or owner are told: "phát thóc cho | hộ của xã"."""
    leads = " " in act and not act.endswith(" thuộc") and _LEADS_TO.search(act) is not None
    return leads and _ONLY_WHERE.match(text, unit.end) is not None


def _with_predicate(text: str, described: Span, unit: Span, limit: int, end: int, *, bare: bool) -> Span | None:
    """With what is told of the things that were counted, if the noun is bare or has but few words."""
    predicate = predicates().match(text, described.end, end)
    wanted = predicate is not None and _LACKS.match(predicate[0]) is not None
    if not bare and len(described.of(text).split()) > (_MOST_LACKING if wanted else _FEW_TOLD):
        return None
    if predicate is None or (not bare and _PURPOSE.fullmatch(predicate[0])):
        return None
    return _told(text, Span(unit.start, predicate.end() - 1), limit)


def _deed_of_list(scene: Scene) -> str:
    """What was done with the members of a list, where the clause before the first tells no more: "thu giữ 4 xe"."""
    act = act_of(scene.counting or "")
    return act if clause_words("doing").fullmatch(act) and " " in act else ""


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
        end = phrase(text, begun.end(), min(limit, begun.end() + REACH), ends()).end
        return trimmed(text, Span(described.start, max(described.end, end)))
    return described


def _told(text: str, begun: Span, limit: int) -> Span:
    """A counted noun with its predicate, whose first words are `begun`: "hộ chưa nhận tiền tại thôn A"."""
    end = phrase(text, begun.end, min(limit, begun.end + REACH), _clause_ends()).end
    return _cut(text, Span(begun.start, max(begun.end, end)), begun.end)


def _cut(text: str, span: Span, told: int = 0) -> Span:
    """The phrase; one longer than an indicator is cut at a comma behind what must be told, or else between words."""
    words = list(_WORD.finditer(text, span.start, span.end))
    if len(words) > _MOST:
        end = text.rfind(",", max(told, words[_LEAST].end()), words[_MOST].start())
        last = _MOST - 2 if is_one_word(text, words[_MOST - 1].start()) else _MOST - 1
        span = Span(span.start, end if end > 0 else words[last].end())
    return _whole(text, span)


def _whole(text: str, span: Span) -> Span:
    """The phrase without words at its end that lead on to what is not told."""
    leads = behind(leads_on(), text, span.start, span.end)
    return trimmed(text, Span(span.start, leads.start() if leads else span.end))


def describing(text: str, start: int, limit: int) -> Span:
    """The phrase from `start`; its first words may be such as end other phrases: "dân số đã có thẻ"."""
    limit = min(limit, start + REACH)
    words = _FIRST_WORDS.match(text, start, limit)
    settled = words.end() if words else start
    return _whole(text, Span(start, max(settled, phrase(text, settled, limit, ends()).end)))


def own_of(scene: Scene, unit: Span, least: int = 2, *, whole: bool = False, subject: bool = False) -> Span | None:
    """What stands behind the unit and says what it is of: "40% hộ dân", in a list "2 tỷ đồng tiền phạt".

    A whole only where it is asked for: "đáp ứng 40% tổng nhu cầu". Of a subject it is told what they are or say:
    "12% ý kiến là phản đối".
    """
    text = scene.context.plain
    share = SHARE_OF.match(text, unit.end, scene.sentence.end)
    if unit.of(text) == "%" and not whole and _WHOLE.match(text, unit.end, scene.sentence.end):
        return None
    if share is None or _elsewhere().match(text, unit.end, scene.sentence.end):
        return None
    if any(period.span.start == share.end() - 1 for period in scene.periods):
        return None  # "194 ha năm 2011": when it was
    limit = list_ends(scene, unit)
    described = describing(text, share.end() - 1, limit)
    predicate = predicates().match(text, described.end, limit) if unit.of(text) == "%" else None
    says = _says().match(text, described.end, limit) if subject and unit.of(text) == "%" else None
    if says:
        described = _told(text, Span(described.start, says.end() - 1), limit)
    elif predicate and len(described.of(text).split()) < ENOUGH:
        described = _told(text, Span(described.start, predicate.end() - 1), limit)  # "100% hồ sơ được trả đúng hạn"
    return described if len(described.of(text).split()) >= least else None


def list_ends(scene: Scene, unit: Span) -> int:
    """Where the next member of the list begins, else where the sentence ends."""
    text = scene.context.plain
    if is_first_of_two(scene, unit):
        return unit.end
    for following in scene.following:
        joints = [m for m in JOINT.finditer(text, unit.end, following.whole.start) if not _pairs().match(text, m.end())]
        if joints and not _LAST_OF_LIST.match(text, joints[-1].end(), following.whole.start):
            return joints[-1].start()
    return scene.sentence.end


def is_first_of_two(scene: Scene, unit: Span) -> bool:
    """Whether the next number is what this one rose or fell to: "từ 12 km lên 30 km"."""
    following = scene.following[:2]
    return any(RISES.fullmatch(scene.context.plain, unit.end, number.whole.start) for number in following)


def act_of(words: str) -> str:
    """A clause without its doer, where a word shows that its verb follows: "Thanh tra tỉnh còn phát hiện"."""
    acts = list(_before_acts().finditer(words))
    return words[acts[-1].end() :] if acts else words


@cache
def leads_on() -> re.Pattern[str]:
    """At the end of a phrase: it led to the number or to what is not told."""
    return re.compile(rf"(?:,?\s(?:{words_of('leads-on')}))+$")


@cache
def _ends_in_place() -> re.Pattern[str]:
    """At the end of what was counted of all or of the first place of a list: which place that is."""
    level = either(row["word"] for row in table("unit-levels"))
    return re.compile(rf"[,\s]+(?:(?:là|gồm|của|ở|tại)\s)?(?:(?:{level})\s)?[{UPPER}]\S*(?:\s[{UPPER}]\S*)*$")


@cache
def _elsewhere() -> re.Pattern[str]:
    """Behind a unit: not what it is of, but where, when or what else."""
    return re.compile(rf"\s(?:{words_of('elsewhere')})\s")


@cache
def predicates() -> re.Pattern[str]:
    """What tells of the things that were counted: "người cho rằng", "hộ chưa nhận tiền"."""
    return re.compile(rf"\s(?:{words_of('predicate')})\s")


@cache
def _says() -> re.Pattern[str]:
    """What tells what a share of people or things are or say: "ý kiến là", "người được hỏi cho biết"."""
    return re.compile(rf"\s(?:là|{words_of('speech')})\s")


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
    ways = rf"(?P<skip>(?!))|[;:?!…()“”\n]|\.{{2}}|,\s(?:{comma})(?!\w)|{_new_clause()}|\s(?:{words})(?!\w)"
    return re.compile(rf"(?=\W)(?:{ways})")


def _new_clause() -> str:
    """Behind a comma: the name of another quantity, or another subject with its verb."""
    quantity = clause_words("quantity").pattern
    return rf",\s(?={quantity}|(?:[^\s,;.]+\s){{2,4}}(?:là|đã|sẽ|phải|vẫn)\s)"


@cache
def ends() -> re.Pattern[str]:
    """Where a noun phrase ends."""
    return stops("figure-stops", _new_clause(), r"[()“”\"]|\s[-–]\s(?=[A-ZĐ])", passed=_compounds())


def _compounds() -> str:
    """Words that begin or end with one that ends phrases by itself: "trong nước", "nhà ở"."""
    behind_noun = "|".join(rf"(?<={row['word']})" for row in table("figure-clause-words") if row["part"] == "dwelling")
    return rf"\s(?:{words_of('compound')})(?!\w)|(?:{behind_noun})\sở(?!\w)"
