"""Who said what: in quotation marks, as reported speech, or "theo" somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from hbtgraph.extract import speech
from hbtgraph.extract.context import Context
from hbtgraph.extract.interviews import Interview
from hbtgraph.extract.quotations import Quotations
from hbtgraph.extract.speakers import Speaker, Speakers
from hbtgraph.extract.speech_words import words
from hbtgraph.extract.statement_merging import told_once
from hbtgraph.extract.words import UPPER
from hbtgraph.model import Span, Statement
from hbtgraph.vietnamese.text import sentences

_MARKED = re.compile(r".(?:,|(?<= )[-–]) ")
_TALKED = re.compile(rf" [-–] (?![{UPPER}])")
"""What may stand between words that are no quotation and the naming of their speaker; the second before "ông" alone."""

_NAME_WITHIN = 30
_NEAR = 40
_LEAST_QUOTED, _LEAST_STATED, _LEAST_TOLD = 12, 20, 14
"""Code points of the shortest words that are taken for a statement, and behind a verb that does nothing but tell."""


def statements(context: Context) -> Iterator[Statement]:
    """What named people say in the article; of a long quotation the first sentence. The headline says nothing new."""
    yield from told_once(_Listener(context).statements())


class _Listener:
    """Hears one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._quotes = Quotations(context.text)
        self._speakers = Speakers(context)
        self._interview = Interview(context.plain)
        self._names = frozenset(name.span.start for name in context.names)
        self._body = next(context.article.parts("title"), Span(0, 0)).end

    def statements(self) -> Iterator[Statement]:
        last: str | None = None
        talking: str | None = None
        guest: str | None = None
        told: set[Span] = set()
        silent: list[Span] = []
        for sentence in self._spoken():
            if silent and self._speakers.has_pronoun(sentence):
                last = self._speakers.last_told_of(silent, self._quotes, last)
                silent.clear()
            found = self._in_sentence(sentence, last) or (self._going_on(sentence, talking) if talking else None)
            if found and not found.rule.startswith("quotation") and self._interview.is_put(sentence):
                last, talking, found = found.speaker, found.speaker, None  # who is asked, and says nothing yet
            answer = self._interview.answer_in(sentence)
            asked = guest or talking or last
            if answer and asked and not found and not speech.LABEL.match(self._plain, answer.start, answer.end):
                found = self._stated(Speaker(Span(answer.start, answer.start + 1), asked), answer, "answer")
            if self._interview.is_talk(sentence):
                guest = self._speakers.only_in(sentence) or guest
            more = self._more(found, sentence) if found else None
            yield from self._untold((found, more, *self._others(found, sentence, last)), told)
            if found:
                last = found.speaker
                silent.clear()
            else:
                silent.append(sentence)
            talking = found.speaker if found else self._talking_after(sentence, talking)

    def _talking_after(self, sentence: Span, talking: str | None) -> str | None:
        """Whom a quotation behind this sentence may be of: who alone is named, or within a quotation who speaks."""
        inside = self._quotes.at(sentence.start)
        if inside and inside.start < sentence.start:
            return talking
        named = next(self._speakers.from_(sentence.start, sentence.end), None)
        return self._speakers.alone_in(sentence) if named else talking

    def _spoken(self) -> Iterator[Span]:
        """The sentences behind the headline, parted where a full stop is lost."""
        stops = [lost.start() - 1 for lost in speech.lost_stop().finditer(self._plain) if self._is_stop(lost)]
        for sentence in self._context.sentences:
            if sentence.start < self._body:
                continue
            start = sentence.start
            for stop in stops[bisect_left(stops, start) : bisect_left(stops, sentence.end)]:
                yield Span(start, stop)
                start = stop + 1
            yield Span(start, sentence.end)

    def _is_stop(self, lost: re.Match[str]) -> bool:
        named = lost["title"] is None or lost.end("title") in self._names
        return named and self._quotes.at(lost.start()) is None

    def _untold(self, found: Iterable[Statement | None], told: set[Span]) -> Iterator[Statement]:
        """Those whose quotation was not told before: "ông A nói: “...”, ông A nói"."""
        for statement in found:
            if statement is None:
                continue
            evidence = statement.evidence
            quote = self._quotes.at(evidence.start) or self._quotes.at(evidence.end - 1)
            if quote is None or quote not in told:
                yield statement
            if quote:
                told.add(quote)

    def _in_sentence(self, sentence: Span, last: str | None) -> Statement | None:
        minor: Statement | None = None
        for verb in speech.verbs().finditer(self._plain, sentence.start, sentence.end):
            if self._quotes.at(verb.start()):
                continue
            speaker = self._speakers.subject_of(verb.start(), sentence, last)
            if speaker and (found := self._said(speaker, verb, sentence)):
                if found.rule != "reported" or not self._is_minor(speaker, sentence):
                    return found
                if verb[0] not in words("order"):  # "khi ông A yêu cầu ... thì bà B từ chối" tells but a deed
                    minor = minor or found
        named = next(self._speakers.from_(sentence.start, sentence.end), None)
        return (
            minor
            or self._according(sentence, last)
            or (self._pointed(named, sentence) or self._words_of(sentence) if named else None)
            or self._opened(sentence, last)
            or self._closed(sentence, last)
            or (self._signed(named, sentence) if named else None)
        )

    def _is_minor(self, speaker: Speaker, sentence: Span) -> bool:
        """Whether the speaker's clause but leads to another's words: "Về việc ông | A cho rằng ..., ông B nói ..."."""
        start = self._speakers.start_with_title(speaker)
        return bool(speech.leading().search(self._plain, max(sentence.start, start - _NEAR), start))

    def _more(self, found: Statement, sentence: Span) -> Statement | None:
        """What the speaker of a quotation is said to add behind it: "“...”, ông A nói và đề nghị ...", "- “..."."""
        if found.rule != "quotation-before-speaker":
            return None
        verbs = speech.verbs().finditer(self._plain, found.evidence.end, sentence.end)
        first = next(verbs, None)
        resumed = speech.RESUMED.match(self._plain, first.end()) if first else None
        if first and resumed and (quote := self._quotes.saying_from(resumed.end())):
            return self._quoted(Speaker(Span(first.start(), first.end()), found.speaker), quote, "quotation-goes-on")
        for verb in verbs:
            if first and speech.joined().fullmatch(self._plain, first.end(), verb.start()):
                if verb[0] in words("talk only"):
                    return None  # "... và phủ nhận ý kiến cho rằng ..."
                into = speech.INTO.match(self._plain, verb.end())
                speaker = Speaker(Span(verb.start(), verb.end()), found.speaker)
                return self._from(speaker, into.end() if into else verb.end(), sentence)
        return None

    def _others(self, found: Statement | None, sentence: Span, last: str | None) -> Iterator[Statement]:
        """Further quotations of a sentence, as where the stop between two is lost."""
        told = found.evidence if found and found.rule != "reported" else Span(0, 0)
        if found is None or all(told.start <= quote.start < told.end for quote in self._quotes.sayings_in(sentence)):
            return
        for verb in speech.verbs().finditer(self._plain, sentence.start, sentence.end):
            if not self._quotes.at(verb.start()):
                speaker = self._speakers.subject_of(verb.start(), sentence, last)
                other = self._said(speaker, verb, sentence) if speaker else None
                if other and other.rule.startswith("quotation"):
                    yield other

    def _opened(self, sentence: Span, last: str | None) -> Statement | None:
        """Words behind a colon that has no verb of speech: "Ông A thẳng thắn: ...", "Ông A, Giám đốc Sở B: ..."."""
        for colon in speech.OPENS.finditer(self._plain, sentence.start, sentence.end):
            if self._quotes.at(colon.start()):
                continue
            quoted = self._quotes.saying_from(colon.end())
            speaker = (
                self._speakers.before_quotation(colon.start(), sentence, last)
                if quoted
                else self._speakers.before_colon(colon.start(), sentence)
            )
            if speaker and (quoted or (self._heads(speaker, sentence) and not self._names_at(colon.end()))):
                return self._from(speaker, colon.end(), sentence)
        return None

    def _heads(self, speaker: Speaker, sentence: Span) -> bool:
        """Whether the sentence begins with the naming of the speaker."""
        return bool(speech.HONOURED.fullmatch(self._plain, sentence.start, self._speakers.start_with_title(speaker)))

    def _closed(self, sentence: Span, last: str | None) -> Statement | None:
        """A saying that opens the sentence, and who did what when saying it: "“...”, ông A so sánh."."""
        quote = self._opening(sentence)
        back = speech.BACK.match(self._plain, quote.end, sentence.end) if quote else None
        if quote is None or back is None or back.end() - quote.end > _NEAR or not self._quotes.is_saying(quote):
            return None
        cited = speech.CITED.match(self._plain, quote.end, sentence.end)
        start = cited.end() if cited else back.end()
        speaker = next(self._speakers.from_(start, sentence.end), None)
        if speaker is None or not self._leads_to(start, speaker.span.start):
            speaker = self._speakers.pronoun_at(start, sentence, last) or self._speakers.given_at(start)
        manner = speech.MARKED_MANNER if speech.MARK.match(self._plain, quote.end) else speech.MANNER
        if speaker and manner.fullmatch(self._plain, self._speakers.end_with_posts(speaker), sentence.end):
            return self._quoted(speaker, quote, "quotation-before-speaker")
        return None

    def _signed(self, speaker: Speaker, sentence: Span) -> Statement | None:
        """A name in capitals that closes a paragraph signs the words before it: "... Bà TRẦN THỊ SEN, Giám đốc X"."""
        if not speaker.name.isupper() or not self._leads_to(sentence.start, speaker.span.start):
            return None
        closes = self._plain[sentence.end : sentence.end + 2].strip() == ""
        told = self._context.sentence_of(max(0, sentence.start - 2)) if closes else None
        if told is None or told.start < self._body or "\n" in self._plain[told.end : sentence.start]:
            return None
        return self._stated(speaker, told, "signed")

    def _names_at(self, start: int) -> bool:
        """Whether a name begins there: a list of people, not what somebody says."""
        near = self._speakers.from_(start, start + _NAME_WITHIN)
        return any(self._leads_to(start, other.span.start) for other in near)

    def _said(self, speaker: Speaker, verb: re.Match[str], sentence: Span) -> Statement | None:
        if not self._is_headed(speaker, verb) and (quoted := self._closed_by(speaker, sentence)):
            return quoted
        if speech.is_talk(self._plain, verb):
            later = speech.LATER.match(self._plain, verb.end(), sentence.end)
            denied = later and verb[0] in words("denial") and later[0].rstrip(" ,").endswith("rằng")
            if denied or (later is None and verb[0] in words("talk only")):
                return None
            return (
                self._from(speaker, later.end(), sentence) if later else self._said_before(speaker, sentence, _TALKED)
            )
        if speech.pointing().match(self._plain, verb.end()):
            return self._before(speaker, sentence)
        if speech.DEED.match(self._plain, verb.end()):
            return None
        second = speech.second_verb().match(self._plain, verb.end(), sentence.end)  # "... ghi nhận và biểu dương ..."
        if second is None and self._plain.startswith(" và ", verb.end()):
            return self._quotation_before(speaker)
        told = second.end() if second else verb.end()
        into = speech.INTO.match(self._plain, told)
        start = into.end() if into else told
        if speech.tells_no_words(self._plain, verb, told, sentence.end):
            return self._quotation_before(speaker)
        if self._plain[start : sentence.end].strip(' .,;/”"'):
            return self._from(speaker, start, sentence)
        return self._said_before(speaker, sentence)

    def _is_headed(self, speaker: Speaker, verb: re.Match[str]) -> bool:
        """Whether a quotation right before the speaker is but a heading: words of his own follow a colon."""
        start = self._speakers.start_with_title(speaker)
        unmarked = self._plain[max(0, start - 2) : start].rstrip(" ").endswith(("”", '"'))
        return unmarked and speech.COLON.match(self._plain, verb.end()) is not None

    def _from(self, speaker: Speaker, start: int, sentence: Span) -> Statement | None:
        """The words that begin there: a quotation, or all up to the end of the sentence."""
        if quote := self._quotes.saying_from(start) or self._quotes.whole(Span(start, sentence.end)):
            return self._quoted(speaker, quote, "quotation-after-speaker")
        return self._stated(speaker, Span(start, sentence.end), "reported")

    def _said_before(self, speaker: Speaker, sentence: Span, marks: re.Pattern[str] = _MARKED) -> Statement | None:
        """The words before the speaker's name: a quotation, or a clause that ends in one of the marks."""
        if found := self._quotation_before(speaker):
            return found
        start = self._speakers.start_with_title(speaker)
        clause = Span(sentence.start, start)
        marked = marks.match(self._plain, max(sentence.start, start - 3))
        if marked and marked.end() == start and not self._quotes.at(start - 3):
            return self._stated(speaker, clause, "reported-before-speaker")
        return None

    def _before(self, speaker: Speaker, sentence: Span) -> Statement | None:
        """The words that "như trên" points back to: the quotation, or the sentence, before this one."""
        told = self._context.sentence_of(max(0, sentence.start - 2))
        if told is None or told.start < self._body or self._plain[sentence.end - 1] == "?":
            return None
        quote = self._quotes.at(told.start) or self._quotes.at(told.end - 2)
        if quote and self._quotes.is_saying(quote):
            return self._quoted(speaker, quote, "quotation-before-speaker")
        return self._stated(speaker, told, "reported-before-speaker")

    def _pointed(self, named: Speaker, sentence: Span) -> Statement | None:
        """ "Đó là khẳng định của ông A": whose the words before are."""
        that = speech.that_is().match(self._plain, sentence.start, sentence.end)
        speaker = next(self._speakers.from_(that.end(), sentence.end), None) if that else None
        if that and speaker and self._leads_to(that.end(), speaker.span.start):
            return self._before(speaker, sentence)
        return self._owned(named, sentence)

    def _owned(self, speaker: Speaker, sentence: Span) -> Statement | None:
        """ "Phải gặt lúa ngay là chỉ đạo của ông A": words that the sentence itself says to be somebody's."""
        start = max(sentence.start, speaker.span.start - _NEAR)
        of = speech.are_of().search(self._plain, start, speaker.span.start)
        if of is None:
            return None
        quote = self._quotes.at(sentence.start)
        if quote and of.start() - quote.end < 2:
            return self._quoted(speaker, quote, "quotation-before-speaker")
        return None if quote else self._stated(speaker, Span(sentence.start, of.start()), "words-of")

    def _closed_by(self, speaker: Speaker, sentence: Span) -> Statement | None:
        """The saying that opens the sentence, or runs into it, and ends at the speaker: "“...”, ông A nói và ..."."""
        quote = self._quotes.last_before(speaker.span.start)
        if quote is None or not self._quotes.is_saying(quote) or "." in self._plain[quote.end : speaker.span.start]:
            return None
        opens = quote.start <= sentence.start or speech.FREE.search(self._plain, max(0, quote.start - 30), quote.start)
        ends = quote.end > sentence.start or quote == self._opening(sentence)
        return self._quotation_before(speaker) if opens and ends else None

    def _opening(self, sentence: Span) -> Span | None:
        """The quotation with which the sentence begins, or right behind which it goes on with a dash."""
        dashed = speech.DASH.match(self._plain, sentence.start, sentence.end)
        before = self._plain[sentence.start - 1 : sentence.start].isspace()
        return self._quotes.at(sentence.start - 1 - before if dashed else sentence.start)

    def _quotation_before(self, speaker: Speaker) -> Statement | None:
        start = self._speakers.start_with_title(speaker)
        quote = self._quotes.last_before(start)
        if quote and start - quote.end < _NEAR and speech.BACK_FROM_VERB.fullmatch(self._plain, quote.end, start):
            return self._quoted(speaker, quote, "quotation-before-speaker")
        return None

    def _quoted(self, speaker: Speaker, quote: Span, rule: str) -> Statement | None:
        inner = Span(quote.start + 1, quote.end - 1)
        parts = list(sentences(self._context.text, inner))
        enough = next((part.end for part in parts if part.end - parts[0].start >= _LEAST_QUOTED), None)
        if enough is None:
            return None
        first = Span(parts[0].start, enough)
        span = Span(min(first.start, speaker.span.start), max(first.end, speaker.span.end))
        return Statement(speaker=speaker.name, text=first.of(self._context.text), evidence=span, rule=rule)

    def _stated(self, speaker: Speaker, said: Span, rule: str) -> Statement | None:
        said = speech.without_credit(self._plain, said)
        text = said.of(self._context.text).rstrip(" .,;–-")
        if text[:1] in ("“", '"') and self._quotes.at(said.start) is None:  # the mark that should close it is missing
            return self._stated(speaker, Span(said.start + 1, said.end), rule)
        if text.endswith("”") and "“" not in text:  # nor does what runs out of a quotation keep the closing mark
            text = text.rstrip(" .,;”")
        if len(text) < (
            _LEAST_TOLD if speech.is_told(self._plain, said.start) and text.count(" ") > 2 else _LEAST_STATED
        ):
            return None
        span = Span(min(said.start, speaker.span.start), max(said.start + len(text), speaker.span.end))
        return Statement(speaker=speaker.name, text=text, evidence=span, rule=rule)

    def _according(self, sentence: Span, last: str | None) -> Statement | None:
        for cue in speech.according().finditer(self._plain, sentence.start, sentence.end):
            if self._quotes.at(cue.start()):
                continue
            speaker = next(self._speakers.from_(cue.end(), sentence.end), None)
            if speaker is None or not self._leads_to(cue.end(), speaker.span.start):
                speaker = self._speakers.pronoun_at(cue.end(), sentence, last) or self._speakers.given_at(cue.end())
            start = self._after_comma(speaker, sentence, cue[0].startswith("theo")) if speaker else None
            opened = start and (self._plain[start - 2 : start].strip() == ":" or self._quotes.saying_from(start))
            if speaker and start and opened:
                return self._from(speaker, start, sentence)
            if speaker and start:
                return self._stated(speaker, Span(start, sentence.end), "according-to")
        return None

    def _leads_to(self, start: int, name: int) -> bool:
        """Whether only words of address stand before the name, or a post: "theo | Chủ tịch tỉnh A, ông B"."""
        start = self._speakers.end_of_post(start)
        return not speech.title_before().sub("", self._plain[start:name]).strip(" ,")

    def _after_comma(self, speaker: Speaker, sentence: Span, aside: bool) -> int | None:
        """Where the words begin behind the comma or colon that ends the naming, or, of an `aside`, behind "là"."""
        end = self._speakers.end_with_posts(speaker)
        found = speech.NAMED.match(self._plain, end, sentence.end)
        runs_on = speech.runs_on() if aside else speech.runs_on_from()
        found = found or runs_on.match(self._plain, end, sentence.end)
        if found is None and end > speaker.span.end:
            found = speech.rest_of_post().match(self._plain, end, sentence.end)
        if found is None and self._plain.startswith(", ", speaker.span.end):  # "theo ông A, Giám đốc B là người ..."
            return speaker.span.end + len(", ")
        if found is None and aside and self._plain.startswith(" là ", end):
            return end + len(" là ")
        if found is None and self._quotes.saying_from(end + 1):
            return end + 1
        return found.end() if found else None

    def _words_of(self, sentence: Span) -> Statement | None:
        """ "lời dạy của Chủ tịch ...": a quotation right behind the name of whose words it is."""
        for speaker in self._speakers.from_(sentence.start, sentence.end):
            told = speech.ASIDE_TO_QUOTE.match(self._plain, speaker.span.end, sentence.end)
            quote = self._quotes.at(told.end()) if told else None
            if told is None or quote is None or quote.start != told.end():
                continue
            before = self._plain[max(sentence.start, speaker.span.start - 40) : speaker.span.start]
            if speech.words_of().search(speech.title_before().sub("", re.sub(r"Chủ tịch $", "", before))):
                return self._quoted(speaker, quote, "words-of")
        return None

    def _going_on(self, sentence: Span, talking: str) -> Statement | None:
        """A quotation that stands alone is of who spoke, or alone was named, in the sentence before."""
        quote = self._quotes.saying_from(sentence.start)
        if quote is None or speech.HEADING.match(self._plain, quote.start):
            return None
        if not speech.ALONE.match(self._plain, quote.end):
            return None
        return self._quoted(Speaker(Span(quote.start, quote.start + 1), talking), quote, "quotation-goes-on")
