"""Who said what: in quotation marks, as reported speech, or "theo" somebody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from hbtgraph import resources
from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import Held, holders, organization_of
from hbtgraph.extract.posts import Group
from hbtgraph.extract.words import any_of
from hbtgraph.model import Span, Statement
from hbtgraph.vietnamese.text import key, sentences

_QUOTE = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")
_PRONOUN = re.compile(
    r"(?:^|(?<=[,;:”\"–-] )|(?<=^)|(?<=và ))(?:ông|bà|đồng chí|anh|chị|em|cô|thầy|vị này|Ông|Bà|Đồng chí|Anh|Chị|Em|Cô|Thầy)(?= )"
)
_INTO = re.compile(r"[ ,]*(?:(?:rằng|là|thêm|về việc)(?=[ ,:]))?[ ,:]*")
_ACCORDING = re.compile(
    r"(?:^|(?<=[,;.] ))(?:[Tt]heo)(?: (?:lời|chia sẻ|đánh giá|nhận định|ý kiến|thông tin|chỉ đạo|giải thích|phân tích|phản ánh)(?: của| từ)?)? (?=\S)"
)
_BACK = re.compile(r"[,.]?[”\"»]? ?[,.]?(?: ?[-–])? *(?:[\w./]+(?: [\w./]+){0,2} )?")
_LEAST = 12
"""Code points of the shortest words that are taken for a statement."""


class _Speaker(Struct, frozen=True):
    """Who may be speaking: the place of the words that name the speaker, and the full name."""

    span: Span
    name: str


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in resources.table("speech-verbs") if row["kind"] == kind)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of((*_words('say'), *_words('order')))})(?!\w)")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:[ ,–-]*(?:{any_of(_words('adverb'))})(?!\w))*[ ,–-]*")


@cache
def _words_of() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_words('noun'))})(?: của)? *$")


def statements(context: Context) -> Iterator[Statement]:
    """What named people say in the article; of a long quotation the first sentence."""
    yield from _Listener(context).statements()


class _Listener:
    """Hears one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._quotes = tuple(Span(*found.span()) for found in _QUOTE.finditer(context.text))
        self._held = tuple(holders(context))
        self._speakers = sorted(self._all_speakers(), key=lambda speaker: speaker.span)

    def statements(self) -> Iterator[Statement]:
        last: Statement | None = None
        for sentence in self._context.sentences:
            found = self._in_sentence(sentence, last)
            if found is None and last is not None:
                found = self._going_on(sentence, last)
            if found:
                yield found
            last = found

    # who speaks

    def _all_speakers(self) -> Iterator[_Speaker]:
        for name in self._context.names:
            yield _Speaker(name.span, name.full)
        owned = {held.post.span for held in self._held}
        for group in self._context.posts:
            if not any(post.span in owned for post in group.posts) and (name := self._holder(group)):
                yield _Speaker(group.span, name)

    def _holder(self, group: Group) -> str | None:
        """Who holds, as told elsewhere, one of the posts that stand here without a name."""
        for index, post in enumerate(group.posts):
            organization = organization_of(self._context, group, index)
            for held in self._held:
                if key(held.role) == key(post.role) and _one_body(held, organization):
                    return held.person
        return None

    def _pronoun(self, sentence: Span, before: int, last: Statement | None) -> _Speaker | None:
        found = list(_PRONOUN.finditer(self._plain, sentence.start, before))
        if not found:
            return None
        span = Span(*found[-1].span())
        if last:
            return _Speaker(span, last.speaker)
        at = bisect_right(self._context.names, span.start, key=lambda name: name.span.start)
        return _Speaker(span, self._context.names[at - 1].full) if at else None

    def _subject(self, sentence: Span, verb: int, last: Statement | None) -> _Speaker | None:
        """The speaker from whom only posts, parentheses and adverbs part the verb."""
        at = bisect_right(self._speakers, verb, key=lambda speaker: speaker.span.start)
        named = self._speakers[at - 1] if at and self._speakers[at - 1].span.start >= sentence.start else None
        if named and self._adjoins(Span(named.span.end, verb)):
            return named
        pronoun = self._pronoun(sentence, verb, last)
        return pronoun if pronoun and self._adjoins(Span(pronoun.span.end, verb)) else None

    def _adjoins(self, gap: Span) -> bool:
        if gap.end - gap.start > 250:
            return False
        rest, at = "", gap.start
        for group in self._context.posts:
            if gap.start <= group.span.start and group.span.end <= gap.end:
                rest += self._plain[at : group.span.start]
                at = group.span.end
        rest += self._plain[at : gap.end]
        rest = re.sub(r"\([^()]*\)|,? ?sinh năm \d{4}|,? ?\d\d tuổi|(?:khi đó|hiện|nay|hiện nay) là|nhiệm kỳ [\d –-]+", "", rest)
        return bool(_adverbs().fullmatch(rest))

    # what is said

    def _in_sentence(self, sentence: Span, last: Statement | None) -> Statement | None:
        for verb in _verbs().finditer(self._plain, sentence.start, sentence.end):
            if self._quote_at(verb.start()):
                continue
            speaker = self._subject(sentence, verb.start(), last)
            if speaker and (found := self._said(speaker, verb.end(), sentence)):
                return found
        return self._according(sentence) or self._words_of(sentence)

    def _quote_at(self, at: int) -> Span | None:
        """The quotation that holds this code point."""
        index = bisect_right(self._quotes, at, key=lambda quote: quote.start) - 1
        return self._quotes[index] if index >= 0 and at < self._quotes[index].end else None

    def _said(self, speaker: _Speaker, verb_end: int, sentence: Span) -> Statement | None:
        into = _INTO.match(self._plain, verb_end)
        start = into.end() if into else verb_end
        quote = self._quote_at(start)
        if quote and quote.start == start and quote.end - quote.start > 2 * _LEAST:
            return self._quoted(speaker, quote, "quotation-after-speaker")
        if self._plain[start : sentence.end].strip(" .,;”\"") and sentence.end - start >= _LEAST:
            return self._stated(speaker, Span(start, sentence.end), "reported")
        before = self._quote_before(speaker, sentence)
        return self._quoted(speaker, before, "quotation-before-speaker") if before else None

    def _quote_before(self, speaker: _Speaker, sentence: Span) -> Span | None:
        index = bisect_right(self._quotes, speaker.span.start, key=lambda quote: quote.start) - 1
        if index < 0:
            return None
        quote = self._quotes[index]
        gap = self._plain[quote.end : speaker.span.start]
        return quote if len(gap) < 40 and "\n" not in gap and _BACK.fullmatch(gap) else None

    def _quoted(self, speaker: _Speaker, quote: Span, rule: str) -> Statement | None:
        inner = Span(quote.start + 1, quote.end - 1)
        first = next(sentences(self._context.text, inner), None)
        if first is None or first.end - first.start < _LEAST:
            return None
        span = Span(min(first.start, speaker.span.start), max(first.end, speaker.span.end))
        return Statement(speaker=speaker.name, text=first.of(self._context.text).strip(), evidence=span, rule=rule)

    def _stated(self, speaker: _Speaker, said: Span, rule: str) -> Statement | None:
        text = said.of(self._context.text).rstrip(" .;")
        if len(text) < _LEAST:
            return None
        end = said.start + len(text)
        return Statement(speaker=speaker.name, text=text, evidence=Span(speaker.span.start, end), rule=rule)

    def _according(self, sentence: Span) -> Statement | None:
        for cue in _ACCORDING.finditer(self._plain, sentence.start, sentence.end):
            at = bisect_right(self._speakers, cue.end() - 1, key=lambda speaker: speaker.span.start)
            if self._quote_at(cue.start()) or at == len(self._speakers):
                continue
            speaker = self._speakers[at]
            comma = self._comma_after(speaker, sentence)
            if comma and speaker.span.start < comma and self._leads_to(cue.end(), speaker.span.start):
                return self._stated(speaker, Span(comma + 2, sentence.end), "according-to")
        return None

    def _leads_to(self, start: int, name: int) -> bool:
        """Whether only posts and words of address stand before the name."""
        gap = self._plain[start:name]
        return len(gap) < 140 and not re.search(r"[.;“\"]", gap) and gap.count(",") < 3

    def _comma_after(self, speaker: _Speaker, sentence: Span) -> int | None:
        """The comma that ends the naming of the speaker, posts included."""
        end = speaker.span.end
        for group in self._context.posts:
            if end <= group.span.start <= end + 4:
                end = group.span.end
        found = re.compile(r"(?: \([^()]*\))?,(?= )").match(self._plain, end, sentence.end)
        return found.end() - 1 if found else None

    def _words_of(self, sentence: Span) -> Statement | None:
        """ "lời dạy của Chủ tịch ...": a quotation right behind the name of whose words it is."""
        at = bisect_right(self._speakers, sentence.start - 1, key=lambda speaker: speaker.span.start)
        for speaker in self._speakers[at:]:
            if speaker.span.start >= sentence.end:
                break
            quote = self._quote_at(speaker.span.end + 1) or self._quote_at(speaker.span.end + 2)
            before = self._plain[max(sentence.start, speaker.span.start - 40) : speaker.span.start]
            if quote and quote.start <= speaker.span.end + 2 and _words_of().search(re.sub(r"(?:Chủ tịch|Bác) $", "", before)):
                return self._quoted(speaker, quote, "words-of")
        return None

    def _going_on(self, sentence: Span, last: Statement) -> Statement | None:
        """A quotation that stands alone behind a statement is of the same speaker."""
        quote = self._quote_at(sentence.start)
        if quote is None or quote.start != sentence.start or quote.end - quote.start < 5 * _LEAST:
            return None
        following = self._plain[quote.end : quote.end + 3].strip(" .")
        speaker = _Speaker(Span(quote.start, quote.start + 1), last.speaker)
        return self._quoted(speaker, quote, "quotation-goes-on") if following[:1] in ("", "\n") else None


def _one_body(held: Held, organization: str | None) -> bool:
    if held.organization is None or organization is None:
        return held.organization is organization
    return key(held.organization).startswith(key(organization))
