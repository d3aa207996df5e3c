"""Patterns of speech: what stands between a speaker, a verb that tells of speaking, and the words."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.speech_words import LOWER, no_speech, words
from hbtgraph.extract.words import UPPER, TextFinder, any_of, column
from hbtgraph.model import Span

_LEADING = 60

_TO_PRESS = rf"(?: với (?:PV|phóng viên|báo|tờ|chúng tôi|[{UPPER}])[^,.;:“”\"()]{{0,40}}?(?=,| rằng | là | việc ))?"
INTO = re.compile(
    rf"{_TO_PRESS}(?:(?: {LOWER}){{1,3}}(?=: ?[“\"]|: [{UPPER}]))?[ ,]*"
    r"(?:(?:rằng|là|thêm|thêm rằng|về việc)(?=[ ,:]))?[ ,:]*"
)
"""Between a verb and the words, to whom a paper was told first: "xác nhận | với báo A, | ..."."""

LATER = re.compile(
    rf"[^.“”\"]{{0,120}}?(?:: ?(?=[“\"])|(?<!\w)rằng[ ,:]+)"
    rf"| (?:với|trên) (?:PV|phóng viên|báo|tờ|chúng tôi|[{UPPER}])[^,.;:“”\"()]{{0,40}}(?:,|:) (?=\w)"
)
"""Between a verb and the words where an addressee or an occasion comes first: "nói với bà con: “...", "với báo A, "."""

NAMED = re.compile(
    rf"(?: này| ấy)?(?: \([^()]*\)|, \d\d tuổi| (?:ở|ngụ|trú) (?=[^,.;:“”]*[{UPPER}])[^,.;:“”]{{2,40}})?"
    r"(?:,| ?:| ?[-–]| thì(?:,| là)?) ?(?=\S)"
)
"""Ends that naming."""

LABEL = re.compile(rf"[{UPPER}][^.:?!“”\"]{{2,80}}: ?(?=[{UPPER}“\"])")
"""Names, at the head of an answer, who gives it."""

_WHERE = r"(?:tại|trong) (?i:hội nghị|hội thảo|hội trường|buổi|cuộc họp|kỳ họp|phiên|phát biểu|lễ)"
_ONLY_TOPIC = re.compile(
    r"(?<!rằng)(?: (?:chính thức|cụ thể))?(?: tới [^,;:“”\"]{2,40}?)?"
    r" (?:về|xung quanh|liên quan đến)(?! việc) [^,;:“”\"]*"
    rf"| {_WHERE}(?!\w)[^;:“”\"]*"
)
"""Behind a verb, tells what somebody spoke about, or where, and not what was said: "nêu ý kiến về vấn đề nhân sự"."""

_WHOM = re.compile(
    r" (?:tốt đẹp(?: nhất)? )?(?:đến|tới|ông|bà|đồng chí|các|tân|cán bộ|toàn thể)(?!\w)"
    r"(?:(?! (?:đã|được|vì|về|sẽ|rất)(?!\w))[^;:“”\"])*"
)
"""Behind good wishes, tells for whom they are, and nothing else."""

OPENS = re.compile(rf": ?(?=[“\"])|:(?<!Ảnh:) (?=[{UPPER}])")
"""A colon that may open words, and does not name whose a picture is."""

HONOURED = re.compile(r"(?:[-–•+] ?)?(?:[A-ZĐ][\w.]* ?){0,3}")
"""What may stand before the name at the head of a sentence: "GS.TSKH Vũ Văn A: ..."."""

ASIDE_TO_QUOTE = re.compile(
    r"[: ]{1,2}(?=[“\"])|,? (?:với|trên|trong|tại|về|nhân|là)(?!\w)[^.;:“”\"]{1,140}: ?(?=[“\"])"
)
"""Between the name of whose words they are and the quotation: "lời của ông A tại lễ hội: “..."."""

BACK = re.compile(rf" ?[,.]? ?(?:[-–] ?)?(?:(?<=[,–-] )(?:{LOWER} ){{1,4}})?")
"""Between a quotation and the name of the speaker: a mark, and words that tell what the speaker is ("cử tri")."""

BACK_FROM_VERB = re.compile(rf" ?[,.]? ?(?:[-–] ?)?(?:(?<=[,–-] )(?:(?:\w+|[{UPPER}][\w.-]*)[ -]){{1,8}}(?:[-–] )?)?")
"""The same, of any letters, where a verb of speech has told who the speaker is ("đại biểu Quốc hội")."""

CITED = re.compile(r" ?[,–-] ?[^.;:“”\"]{2,60} (?:dẫn|trích) lời (?:của )?")
"""The same where a paper stands between: "“...”, Báo A dẫn lời ông B"."""

MANNER = re.compile(r"(?: \([^()]{1,60}\))?(?: [\w-]+){0,8}(?:[,.;:](?: .*)?)?", re.DOTALL)
"""How a speaker said the words before: as many words as would tell it, up to a mark."""

MARK = re.compile(r" ?[,–-] ?\w")
"""A mark behind a quotation that the naming of its speaker follows."""

MARKED_MANNER = re.compile(r"(?!,? (?:và|cùng|đã|được|bị)(?!\w))[^“”\"]{0,120}", re.DOTALL)
"""The same behind such a mark, where next to anything may tell it."""

DASH = re.compile(r"[-–] ?\w")
"""Begins a sentence that tells who spoke the words before."""

COLON = re.compile(r" ?: ?(?=\S)| rằng(?!\w)")
"""Behind a verb, before its own words."""

_DEEDS = r"(?:cung cấp|làm rõ|tiếp thu|xin|tham mưu|bổ sung)(?!\w)"
COMMA = re.compile(rf", (?!{_DEEDS})(?=\w)")
"""The same behind some verbs, unless another verb follows."""

DEED = re.compile(rf", {_DEEDS}")
"""Behind a verb that then tells no words: "giải trình, làm rõ các ý kiến"."""

RESUMED = re.compile(r" ?[,:;–-] ?(?=[“\"])")
"""Between the verb that tells who speaks and the rest of a quotation."""

ALONE = re.compile(rf" ?(?:[.…!]|\n|$)| [{UPPER}]")
"""Behind a quotation that is a sentence of its own."""

_PICTURE = "Ảnh"
_CREDITED = re.compile(rf"\({_PICTURE}[^()]*\) ")
_CREDIT = re.compile(rf"[ .–-]{{0,3}}\(?{_PICTURE}(?: [^\W\d_]+){{0,2}} ?: ?[^“”\"]*$")
"""Whose a picture is, before and behind words."""

HEADING = re.compile(rf"[“\"][^“”\"]{{1,48}}[”\"] (?=[{UPPER}])")
"""A short quotation that a sentence follows without a stop: it heads what follows."""

FREE = re.compile(rf"(?:[.;?!…)\n] ?|[ .][{UPPER}]\w* )$")
"""Before a quotation that no word leads to: a stop, or the name of a picture's author."""


@cache
def verbs() -> TextFinder:
    """A verb that tells of speaking; a noun before "của" is none: "đề nghị của Đảng ủy xã"."""
    of_speech = (*words("say"), *words("order"), *words("talk only"))
    return TextFinder(re.compile(rf"(?<!\w){no_speech()}(?:{any_of(of_speech)})(?!\w)(?! của (?!cải))"), of_speech)


@cache
def according() -> TextFinder:
    """Before the name of whom something is told according to; a small "theo" stands behind a mark or a joining word."""
    joined = "|".join(rf"(?<=[{word[0].upper()}{word[0]}]{word[1:]} )" for word in words("before theo"))
    source = any_of(words("source"))
    pattern = re.compile(
        rf"(?<!\w)(?:Theo|(?:(?<=[,;.] )|{joined})theo)(?: (?:{source})(?: ban đầu)?(?: của| từ)?)?"
        rf" (?:vị (?=[{UPPER}]|phó |chủ tịch |giám đốc |trưởng ))?(?=\S)"
    )
    return TextFinder(pattern, ("theo",))


@cache
def lost_stop() -> TextFinder:
    """Where a sentence begins though the stop before it is lost: a picture's credit, "Ông" and a name, a day ..."""
    opening, day = words("opening"), words("day")
    begun = rf"(?:{any_of(opening)})(?=[ ,])|(?:{any_of(day)})(?= (?:\d|nay|qua|cùng ngày))"
    pattern = re.compile(rf"(?<=\w )(?:Ảnh ?:|(?P<title>Ông |Bà )(?=[{UPPER}])|{begun})")
    return TextFinder(pattern, ("ảnh", "ông", "bà", *opening, *day))


@cache
def second_verb() -> re.Pattern[str]:
    """A second verb right behind the first one: "nói và nhấn mạnh", "lo lắng cho biết"."""
    return re.compile(rf" và (?:(?:{any_of(words('adverb'))}) )*{verbs().pattern.pattern}| cho (?:biết|hay)(?!\w)")


@cache
def joined() -> re.Pattern[str]:
    """Between a verb and the next one of the same subject."""
    return re.compile(rf"(?: {LOWER}){{0,8}}?(?:,? và|,? đồng thời|,)(?: (?:{any_of(words('adverb'))}))* ?")


@cache
def addressee() -> re.Pattern[str]:
    """What comes behind a verb before, or in place of, the words: whom, where, what about; but not "trong năm 2017"."""
    addressed = (*words("object"), *column("newspapers", "tag"))
    when = (
        r"\w+ (?:ngày|tháng|năm|tuần) \d|trong (?:thời gian (?:tới|qua|này)|giai đoạn|những năm|nhiều năm|\d)"
        r"|trước (?:mắt|đây|hết|tiên)"
    )
    return re.compile(rf" (?!{when})(?:{any_of(addressed)}|\w+\.vn)(?!\w)")


@cache
def pointing() -> re.Pattern[str]:
    """Behind a verb, points back to words told before: "nhấn mạnh như trên"; not "cho rằng điều này sai luật"."""
    where = any_of((*words("object"), "khi", "sau", "và"))
    that = rf"(?:{any_of(words('that'))})(?=[,.;:]|$| (?:{where})(?!\w))"
    return re.compile(rf" (?:{that}|(?:{any_of(words('point'))})(?=[ ,.;:]|$))")


@cache
def are_of() -> re.Pattern[str]:
    """Between words and the name of whose they are: "... là chỉ đạo của", "... - đó là những chia sẻ của"."""
    nouns = any_of((*words("say"), *words("order"), *words("noun")))
    which = r"(?:(?:những|các|một trong những|lời) )?"
    few = rf"(?: {LOWER}){{0,2}}"
    that = r"(?: ?[-–,] ?(?:đó|đây) (?:cũng )?|(?<!nghĩa) )"
    return re.compile(rf"{that}là {which}(?:{nouns}){few} (?:của|từ){few} ?$")


@cache
def that_is() -> re.Pattern[str]:
    """Before the name of whose words stood before: "Đó là khẳng định của"."""
    which = r"(?:một trong )?(?:những |các )?(?:lời )?"
    nouns = any_of((*words("say"), *words("noun"), *words("speech")))
    return re.compile(rf"(?:Đó|Đây)(?: cũng)? là {which}(?:{nouns})(?: \w+){{0,2}} (?:của|từ) ")


@cache
def words_of() -> re.Pattern[str]:
    """Before the name of whose words follow: "lời dạy của"."""
    return re.compile(rf"(?:{any_of(words('noun'))})(?: của)? *$")


@cache
def leading() -> re.Pattern[str]:
    """Before a name, begins a clause that the main one follows: "sau khi", "về việc"."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('leading'))}) $", re.IGNORECASE)


@cache
def runs_on() -> re.Pattern[str]:
    """Where words begin behind a name without a comma: "theo ông A cư dân đã ..."."""
    return re.compile(rf" (?=(?!(?:{any_of(words('link'))}) )(?:{LOWER} )+{LOWER})")


@cache
def runs_on_from() -> re.Pattern[str]:
    """The same behind "Theo" at the head of a sentence: they may tell first where or when: "Theo ông trong ..."."""
    others = any_of(word for word in words("link") if word not in words("where"))
    return re.compile(rf"(?: \([^()]*\))? (?=(?!(?:{others}) )(?:{LOWER} )+{LOWER})")


@cache
def rest_of_post() -> re.Pattern[str]:
    """The rest of a post, or of its body, that was not read to its end: up to a comma, and no clause."""
    no_clause = rf"(?!(?:{any_of(words('clause'))})(?!\w))"
    return re.compile(rf"(?:[ -]?{no_clause}[^ ,.;:“”\"()]+){{0,16}}(?: \([^()]*\))?, ?")


@cache
def title_before() -> re.Pattern[str]:
    """Words of address before a name."""
    return re.compile(rf"(?:(?<!\w)(?:{any_of(word.lower() for word in column('honorifics', 'word'))})[.,]? ?)+$", re.I)


@cache
def titles_before() -> TextFinder:
    """The same for an article's whole text."""
    return TextFinder(title_before(), column("honorifics", "word"))


def is_talk(plain: str, verb: re.Match[str]) -> bool:
    """Whether a verb tells no words by itself, but of a talk: only a quotation or "rằng" does then."""
    told = verb[0]
    if told in words("talk only"):
        comma = COMMA.match(plain, verb.end()) if told in words("comma") else None
        if comma and not verbs().pattern.match(plain, comma.end()):
            return False
        return not COLON.match(plain, verb.end())
    return told in words("talk") and addressee().match(plain, verb.end()) is not None


def is_told(plain: str, start: int) -> bool:
    """Whether a verb that does nothing but tell leads to the words that begin there."""
    return plain[max(0, start - _LEADING) : start].rstrip(" ,:").endswith(words("only tells"))


def without_credit(plain: str, said: Span) -> Span:
    """The words without the name of whose a picture beside them is."""
    if plain.find(_PICTURE, said.start, said.end) < 0:
        return said
    before = _CREDITED.match(plain, said.start, said.end)
    start = before.end() if before else said.start
    behind = _CREDIT.search(plain, start, said.end)
    return Span(start, behind.start() if behind else said.end)


def tells_no_words(plain: str, verb: re.Match[str], start: int, end: int) -> bool:
    """Whether what follows a verb tells but what somebody spoke about, where, or whom he wished well."""
    wished = verb[0].endswith(("chúc mừng", "cảm ơn")) and _WHOM.fullmatch(plain, start, end)
    return bool(wished or _ONLY_TOPIC.fullmatch(plain, start, end))
