"""Who said what: in quotation marks, as reported speech, or "theo" somebody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from hbtgraph.extract.context import Context
from hbtgraph.extract.speakers import Speaker, Speakers, no_speech, words
from hbtgraph.extract.words import any_of, column
from hbtgraph.model import Span, Statement
from hbtgraph.vietnamese.text import sentences

_QUOTE = re.compile(r"“[^“”\n]*”|\"[^\"“”\n]*[\"”]|\"[^\"\n]*\"|«[^«»\n]*»")
_INTO = re.compile(r"[ ,]*(?:(?:rằng|là|thêm|thêm rằng|về việc)(?=[ ,:]))?[ ,:]*")
_LATER = re.compile(r"[^.“”\"]{0,120}?(?:: ?(?=[“\"])|(?<!\w)rằng[ ,:]+)")
_ACCORDING = re.compile(
    r"(?<!\w)(?:Theo|(?<=[,;.] )theo|(?:Cũng|Còn|Vẫn|cũng|còn) theo)"
    r"(?: (?:lời|chia sẻ|đánh giá|nhận định|ý kiến|thông tin|chỉ đạo|giải thích|phân tích|phản ánh)(?: của| từ)?)?"
    r" (?=\S)"
)
_ASKED = re.compile(
    r"(?:[-–] |PV|Phóng viên|Hỏi:).*\?[”\"]?|.*thưa (?:ông|bà|anh|chị|đồng chí)(?!\w).*\?[”\"]?", re.DOTALL
)
"""A question of an interview."""

_OPENS = re.compile(r": (?=[“\"]|[^\W\d_a-zà-ỹđ])")
_RUN_ON = re.compile(r" (?=[^\W\d_a-zà-ỹđ])")
_ASIDE_TO_QUOTE = re.compile(
    r"[: ]{1,2}(?=[“\"])|,? (?:với|trên|trong|tại|về|nhân|là)(?!\w)[^.;:“”\"]{1,140}: ?(?=[“\"])"
)
_BACK = re.compile(r" ?[,.]? ?(?:[-–] ?)?")
_HONOURED = re.compile(r"(?:[-–•+] ?)?(?:[A-ZĐ][\w.]* ?){0,3}")
"""What may stand before the name at the head of a sentence: "GS.TSKH Vũ Văn A: ..."."""

_NAME_WITHIN = 30
_LEAST_QUOTED, _LEAST_STATED = 12, 20
"""Code points of the shortest words that are taken for a statement."""


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){no_speech()}(?:{any_of((*words('say'), *words('order')))})(?!\w)")


@cache
def _words_of() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('noun'))})(?: của)? *$")


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf" (?!\w+ (?:ngày|tháng|năm|tuần) \d)(?:{any_of(words('object'))})(?!\w)")


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:{any_of(word.lower() for word in column('honorifics', 'word'))})[.,]? ?)+$", re.I)


def statements(context: Context) -> Iterator[Statement]:
    """What named people say in the article; of a long quotation the first sentence. The headline says nothing new."""
    yield from _Listener(context).statements()


class _Listener:
    """Hears one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._quotes = tuple(Span(*found.span()) for found in _QUOTE.finditer(context.text))
        self._speakers = Speakers(context)

    def statements(self) -> Iterator[Statement]:
        title = next(self._context.article.parts("title"), Span(0, 0))
        last, talking, asked, before = None, None, None, Span(0, 0)
        quoted: set[Span] = set()
        for sentence in self._context.sentences:
            if sentence.meets(title):
                continue
            asked = self._asked(before, talking or last) or asked
            found = self._in_sentence(sentence, last) or (self._going_on(sentence, talking) if talking else None)
            if asked and (found := found or self._answer(sentence, asked)):
                asked = None
            before = sentence
            if found and (quote := self._quote_at(found.evidence.start) or self._quote_at(found.evidence.end - 1)):
                if quote in quoted:
                    found = None  # told before: "ông A nói: “...”, ông A nói"
                quoted.add(quote)
            if found:
                yield found
            last = found.speaker if found else last
            talking = found.speaker if found else self._speakers.alone_in(sentence)

    def _asked(self, before: Span, speaker: str | None) -> str | None:
        """Whom the sentence before, a question of an interview, is put to: who answered the one before."""
        return speaker if speaker and _ASKED.fullmatch(before.of(self._plain)) else None

    def _answer(self, sentence: Span, asked: str) -> Statement | None:
        if self._plain[sentence.end - 1] == "?" or self._plain[sentence.start] in "-–(":
            return None
        return self._stated(Speaker(Span(sentence.start, sentence.start + 1), asked), sentence, "answer")

    def _in_sentence(self, sentence: Span, last: str | None) -> Statement | None:
        for verb in _verbs().finditer(self._plain, sentence.start, sentence.end):
            if self._quote_at(verb.start()):
                continue
            speaker = self._speakers.subject_of(verb.start(), sentence, last)
            if speaker and (found := self._said(speaker, verb, sentence)):
                return found
        return self._according(sentence, last) or self._words_of(sentence) or self._opened(sentence)

    def _opened(self, sentence: Span) -> Statement | None:
        """Words behind a colon that has no verb of speech: "Ông A thẳng thắn: ...", "Ông A, Giám đốc Sở B: ..."."""
        for colon in _OPENS.finditer(self._plain, sentence.start, sentence.end):
            speaker = None if self._quote_at(colon.start()) else self._speakers.before_colon(colon.start(), sentence)
            if speaker is None or self._names_at(colon.end()):
                continue
            before = self._plain[sentence.start : self._start_with_title(speaker)]
            if _HONOURED.fullmatch(before):
                return self._from(speaker, colon.end(), sentence)
        return None

    def _names_at(self, start: int) -> bool:
        """Whether a name begins there: a list of people, not what somebody says."""
        near = self._speakers.from_(start, start + _NAME_WITHIN)
        return any(self._leads_to(start, other.span.start) for other in near)

    def _quote_at(self, at: int) -> Span | None:
        """The quotation that holds this code point."""
        index = bisect_right(self._quotes, at, key=lambda quote: quote.start) - 1
        return self._quotes[index] if index >= 0 and at < self._quotes[index].end else None

    def _said(self, speaker: Speaker, verb: re.Match[str], sentence: Span) -> Statement | None:
        if self._plain[verb.start() : verb.end()] in words("talk") and _object().match(self._plain, verb.end()):
            later = _LATER.match(self._plain, verb.end(), sentence.end)
            return self._from(speaker, later.end(), sentence) if later else self._quotation_before(speaker)
        if _RUN_ON.match(self._plain, verb.end()) and (found := self._quotation_before(speaker)):
            return found  # "“...”, ông A cho biết Ảnh: ...": the full stop behind is lost
        if self._plain.startswith(" và ", verb.end()):
            return self._quotation_before(speaker)  # "... ông nói và cho biết": the next verb has words of its own
        into = _INTO.match(self._plain, verb.end())
        start = into.end() if into else verb.end()
        if self._plain[start : sentence.end].strip(' .,;/”"'):
            return self._from(speaker, start, sentence)
        return self._said_before(speaker, sentence)

    def _from(self, speaker: Speaker, start: int, sentence: Span) -> Statement | None:
        """The words that begin there: a quotation, or all up to the end of the sentence."""
        quote = self._quote_at(start)
        if quote and quote.start == start and _is_whole(self._plain, quote):
            return self._quoted(speaker, quote, "quotation-after-speaker")
        return self._stated(speaker, Span(start, sentence.end), "reported")

    def _start_with_title(self, speaker: Speaker) -> int:
        title = _title_before().search(self._plain, max(0, speaker.span.start - 40), speaker.span.start)
        return title.start() if title else speaker.span.start

    def _said_before(self, speaker: Speaker, sentence: Span) -> Statement | None:
        """The words before the speaker's name: a quotation, or a clause that ends in a comma."""
        if found := self._quotation_before(speaker):
            return found
        start = self._start_with_title(speaker)
        clause = Span(sentence.start, start)
        if self._plain[sentence.start : start].endswith((", ", " - ", " – ")) and not self._quote_at(start - 3):
            return self._stated(speaker, clause, "reported-before-speaker")
        return None

    def _quotation_before(self, speaker: Speaker) -> Statement | None:
        start = self._start_with_title(speaker)
        index = bisect_right(self._quotes, start, key=lambda quote: quote.start) - 1
        gap = self._plain[self._quotes[index].end : start] if index >= 0 else "-" * 9
        if len(gap) < 6 and _BACK.fullmatch(gap):
            return self._quoted(speaker, self._quotes[index], "quotation-before-speaker")
        return None

    def _quoted(self, speaker: Speaker, quote: Span, rule: str) -> Statement | None:
        inner = Span(quote.start + 1, quote.end - 1)
        first = next(sentences(self._context.text, inner), None)
        if first is None or first.end - first.start < _LEAST_QUOTED:
            return None
        span = Span(min(first.start, speaker.span.start), max(first.end, speaker.span.end))
        return Statement(speaker=speaker.name, text=first.of(self._context.text), evidence=span, rule=rule)

    def _stated(self, speaker: Speaker, said: Span, rule: str) -> Statement | None:
        text = said.of(self._context.text).rstrip(" .,;–-")
        if text[:1] in ("“", '"') and self._quote_at(said.start) is None:  # the mark that should close it is missing
            return self._stated(speaker, Span(said.start + 1, said.end), rule)
        if len(text) < _LEAST_STATED:
            return None
        span = Span(min(said.start, speaker.span.start), max(said.start + len(text), speaker.span.end))
        return Statement(speaker=speaker.name, text=text, evidence=span, rule=rule)

    def _according(self, sentence: Span, last: str | None) -> Statement | None:
        for cue in _ACCORDING.finditer(self._plain, sentence.start, sentence.end):
            if self._quote_at(cue.start()):
                continue
            speaker = next(self._speakers.from_(cue.end(), sentence.end), None)
            if speaker is None or not self._leads_to(cue.end(), speaker.span.start):
                speaker = self._speakers.pronoun_at(cue.end(), sentence, last)
            start = self._after_comma(speaker, sentence) if speaker else None
            if speaker and start and self._plain[start - 2] == ":":
                return self._from(speaker, start, sentence)
            if speaker and start:
                return self._stated(speaker, Span(start, sentence.end), "according-to")
        return None

    def _leads_to(self, start: int, name: int) -> bool:
        """Whether only words of address stand before the name."""
        return not _title_before().sub("", self._plain[start:name]).strip(" ,")

    def _after_comma(self, speaker: Speaker, sentence: Span) -> int | None:
        """Where the words begin behind the comma or colon that ends the naming of the speaker."""
        comma = re.compile(r"(?: \([^()]*\)|, \d\d tuổi)?[,:] ")
        found = comma.match(self._plain, self._speakers.end_with_posts(speaker), sentence.end)
        return found.end() if found else None

    def _words_of(self, sentence: Span) -> Statement | None:
        """ "lời dạy của Chủ tịch ...": a quotation right behind the name of whose words it is."""
        for speaker in self._speakers.from_(sentence.start, sentence.end):
            told = _ASIDE_TO_QUOTE.match(self._plain, speaker.span.end, sentence.end)
            quote = self._quote_at(told.end()) if told else None
            before = self._plain[max(sentence.start, speaker.span.start - 40) : speaker.span.start]
            noun = _words_of().search(_title_before().sub("", re.sub(r"Chủ tịch $", "", before)))
            if noun and told and quote and quote.start == told.end():
                return self._quoted(speaker, quote, "words-of")
        return None

    def _going_on(self, sentence: Span, talking: str) -> Statement | None:
        """A quotation that stands alone is of who spoke, or alone was named, in the sentence before."""
        quote = self._quote_at(sentence.start)
        if quote is None or quote.start != sentence.start or not _is_whole(self._plain, quote):
            return None
        if not re.match(r" ?(?:[.…!]|\n|$)| [^\W\d_a-zà-ỹ]", self._plain[quote.end : quote.end + 3]):
            return None
        return self._quoted(Speaker(Span(quote.start, quote.start + 1), talking), quote, "quotation-goes-on")


def _is_whole(text: str, quote: Span) -> bool:
    """Whether a quotation is a saying and not a word or a name in quotation marks."""
    return quote.of(text).count(" ") > 5
