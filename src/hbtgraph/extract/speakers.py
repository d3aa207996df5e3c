"""Who is speaking: the names, posts and pronouns that may be the subject of a verb of speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from msgspec import Struct

from hbtgraph.extract import speaker_gaps as gaps
from hbtgraph.extract import speech, unnamed
from hbtgraph.extract.callings import CLOSED, PRONOUN, given_names, kin_of, sex_of, sexes
from hbtgraph.extract.context import Context
from hbtgraph.extract.holders import holders
from hbtgraph.extract.incumbents import Incumbents
from hbtgraph.extract.mentions import longer_first
from hbtgraph.extract.quotations import Quotations
from hbtgraph.extract.speech_words import no_speech as no_speech
from hbtgraph.extract.speech_words import words as words
from hbtgraph.extract.words import UPPER, any_of
from hbtgraph.model import Span

_NO_SUBJECT = re.compile(
    r"(?<!\w)(?:của|với|cho|về|gặp|cùng(?! ngày)|như|bởi|thay|từ|đến|tới|sang|mời|giúp|để|thấy|nghe"
    r"|yêu cầu|đề nghị|chất vấn|tố cáo|cáo buộc|chỉ đạo|giao(?! thông)|cử(?! tri)|tên|nhờ|phong|tặng"
    r"|ngắt lời|[Nn]hắc nhở|cảm ơn|thăm|gần|cạnh|bắt giữ|truy nã|chúc mừng|động viên|phê bình|biểu dương|khởi tố"
    r"|[Dd]òng tộc|[Dd]òng họ)(?: (?!việc )(?:\w+|[A-ZĐ][\w.]*)){0,2} $|(?<!\w)(?:báo cáo|gửi)(?: ông| bà| lên)? $"
)
"""Words after which a person is the object of somebody else's doing."""

_SOURCE = re.compile(r"(?<!\w)[Tt]heo (?:[\w.]+ ){0,3}$")
_HEADS = re.compile(r"(?<=[^\W\d_])\.? (?:Ông|Bà|Anh|Chị) $")
"""A word of address that heads a sentence, the full stop before it lost."""

_HEADS_CLAUSE = re.compile(r"[,;] (?:ông |bà |anh |chị |đồng chí )?$")
"""Before a name with which a clause begins."""

_GIVEN = re.compile(rf"[{UPPER}][^\W\d_{UPPER}]+(?=[ ,])")
_LONGEST_MANNER = 40
_TITLED = "vị "

_NO_DEED = ("cho biết", "cho hay")
"""Verbs of speech that are neither nouns nor what somebody else's opinion is introduced by."""

_MARKS = (",", ":", " -", " –")
NOBODY = ""
"""Who spoke last where the text does not name them."""

_FAR = 250
_FAR_NAMES = 6


class Speaker(Struct, frozen=True):
    """Who may be speaking: the words that name the speaker, posts before the name included, and the full name."""

    span: Span
    name: str


@cache
def _source() -> re.Pattern[str]:
    """Before somebody's name: that person's speech, or what comes from there, tells the words."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('speech'))}) (?:của|từ) (?:[\w.]+ ){{0,2}}$", re.IGNORECASE)


@cache
def _many() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('many'))}) (?:(?:vị|đồng chí) )?$", re.IGNORECASE)


class Speakers:
    """All who may be speaking in one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._held = holders(context)
        self._incumbents = Incumbents(context, self._held)
        self._posts = {group.span.start: group.span.end for group in context.posts}
        self._known = longer_first((*(group.span for group in context.posts), *(unit.span for unit in context.units)))
        self._known_bodies = longer_first((*self._known, *(body.span for body in context.bodies)))
        self._all = sorted(self._named(), key=lambda speaker: speaker.span.end)
        self._ends = [speaker.span.end for speaker in self._all]
        self._sexes = sexes(context)

    def _named(self) -> Iterator[Speaker]:
        before = {held.mention.span: held for held in self._held if held.rule.startswith("post-before")}
        first = {held.mention.span: held for held in reversed(self._held) if held.rule == "post-before-name"}
        for name in self._context.names:
            held = first.get(name.span) or before.get(name.span)
            near = held and name.span.start - held.post.span.start < _FAR and held.rule == "post-before-name"
            start = held.post.span.start if held and near else name.span.start
            yield Speaker(Span(start, name.span.end), name.full)
        owned = {held.post.span for held in self._held}
        for group in self._context.posts:
            if any(post.span in owned for post in group.posts) or self._many(group.span.start):
                continue
            if person := self._incumbents.of(group):
                yield Speaker(group.span, person)
        yield from (Speaker(*head) for head in self._incumbents.heads())
        taken = sorted((*(name.span for name in self._context.names), *self._known_bodies))
        yield from (Speaker(*called) for called in given_names(self._context, taken))

    def _many(self, post: int) -> bool:
        """Whether no one holder is meant: "nhiều đại biểu"."""
        return bool(_many().search(self._plain, max(0, post - 20), post))

    def subject_of(self, verb: int, sentence: Span, last: str | None) -> Speaker | None:
        """The subject of the verb that begins there; `last` is who spoke before, whom a pronoun means first."""
        at = bisect_right(self._ends, verb)
        for back in range(1, 4):
            if back > at or self._all[at - back].span.start < sentence.start:
                break
            speaker = self._all[at - back]
            gap = Span(speaker.span.end, verb)
            if not self._may_be_subject(speaker):
                continue
            if (
                self._adjoins(gap, not self._is_source(speaker))
                or self._does(gap)
                or self._tells_at_once(speaker, gap, sentence)
            ):
                return speaker
            if _HEADS_CLAUSE.search(self._plain, max(0, speaker.span.start - 16), speaker.span.start):
                break  # "sau phát biểu của ông A, đại biểu B ...": none before is meant
        found = list(self._pronouns(max(sentence.start, verb - _FAR), verb))
        between = Span(found[-1].end(), verb) if found else None
        if between is None or not (self._adjoins(between) or self._is_moved(between) or self._joins(between)):
            return None if self._plain.startswith(words("order"), verb) else self._bare_subject(verb, sentence)
        if found[-1].end() + 1 in self._posts:
            return None  # "ông Giám đốc Sở A nói": whoever holds that post
        return self._meant(Span(*found[-1].span()), sentence, last)

    def _is_moved(self, gap: Span) -> bool:
        """Whether a few words tell how somebody speaks whose quotation follows: "Bà không cầm được nước mắt, kể:"."""
        moved = gaps.MOVED.fullmatch(self._plain, gap.start, gap.end)
        return moved is not None and gaps.TO_QUOTE.match(self._plain, gap.end) is not None

    def _bare_subject(self, verb: int, sentence: Span) -> Speaker | None:
        """A given name alone that heads the clause: "Sang nói"."""
        comma = self._plain.rfind(", ", sentence.start, verb)
        contrasted = gaps.CONTRAST.match(self._plain, sentence.start, verb)
        start = contrasted.end() if contrasted else sentence.start
        given = self.given_at(start if comma < 0 else comma + len(", "))
        return given if given and self._adjoins(Span(given.span.end, verb)) else None

    def before_colon(self, colon: int, sentence: Span) -> Speaker | None:
        """Whose words a colon opens: the one named before it, with nothing between but posts and how it was said."""
        at = bisect_right(self._ends, colon)
        speaker = self._all[at - 1] if at else None
        if speaker is None or speaker.span.start < sentence.start or not self._may_be_subject(speaker):
            return None
        return speaker if self._adjoins(Span(speaker.span.end, colon)) else None

    def before_quotation(self, colon: int, sentence: Span, last: str | None) -> Speaker | None:
        """Whose words a colon opens before a quotation: a few words may tell how they were said, whatever the verb."""
        at = bisect_right(self._ends, colon)
        named = (self._all[index] for index in range(at - 1, max(-1, at - 1 - _FAR_NAMES), -1))
        inside = takewhile(lambda speaker: speaker.span.start >= sentence.start, named)
        speaker = next(filter(self._may_be_subject, inside), None)
        if speaker and self._leads(speaker, colon):
            return speaker
        return self._pronoun_before(colon, sentence, last)

    def _leads(self, speaker: Speaker, colon: int) -> bool:
        manner = gaps.MANNER.search(self._plain, max(speaker.span.end, colon - _LONGEST_MANNER), colon)
        places = [found.start() for found in re.finditer(" |$", manner[0])] if manner else [0]
        starts = (manner.start() + place for place in places) if manner else (colon,)
        if any(self._adjoins(Span(speaker.span.end, start)) for start in starts):
            return True
        gap = f"{self._plain[speaker.span.end : colon]} "
        if gaps.APPOSED.fullmatch(gap):
            return True
        return gap.rstrip().endswith(words("noun")) and gaps.DOING.fullmatch(gap) is not None

    def _pronoun_before(self, colon: int, sentence: Span, last: str | None) -> Speaker | None:
        """Whom a pronoun means behind which a few words tell how something was said: "ông không hài lòng: “..."."""
        start = max(sentence.start, colon - _LONGEST_MANNER)
        for found in self._pronouns(start, colon):
            if gaps.MANNER.fullmatch(self._plain, found.end(), colon):
                return self._meant(Span(*found.span()), sentence, last)
        return None

    def pronoun_at(self, start: int, sentence: Span, last: str | None) -> Speaker | None:
        """The speaker whom a pronoun at this place means."""
        found = PRONOUN.pattern.match(self._plain, start) or CLOSED.match(self._plain, start)
        return self._meant(Span(*found.span()), sentence, last) if found else None

    def given_at(self, start: int) -> Speaker | None:
        """The person named before whose given name alone stands at this place: "“...”, Sang nói"."""
        given = _GIVEN.match(self._plain, start)
        if given is None:
            return None
        at = bisect_right(self._ends, start)
        named = (self._all[index] for index in range(at - 1, -1, -1))
        bearer = next((speaker for speaker in named if speaker.name.endswith(f" {given[0]}")), None)
        return Speaker(Span(*given.span()), bearer.name) if bearer else None

    def _meant(self, pronoun: Span, sentence: Span, last: str | None) -> Speaker | None:
        """Who is meant, unless a title is repeated of somebody whom the text does not name."""
        meant = self._last_meant(pronoun, sentence, last)
        if meant is None or not pronoun.of(self._plain).lower().startswith(_TITLED):
            return meant
        named = list(self.from_(max(0, pronoun.start - unnamed.BACK), pronoun.start))
        title = unnamed.title_alone(self._plain, pronoun, [speaker.span for speaker in named])
        since = any(speaker.name == meant.name and speaker.span.start > title for speaker in named) if title else True
        return meant if since else None

    def _last_meant(self, pronoun: Span, sentence: Span, last: str | None) -> Speaker | None:
        """Somebody named before in the sentence, who spoke last, or was named last; a man by "ông"."""
        sex = sex_of(pronoun.of(self._plain).split()[0])
        at = bisect_right(self._ends, pronoun.start)
        before = self._all[at - 1] if at else None
        if (
            before
            and not (last and pronoun.of(self._plain).lower().startswith(_TITLED))
            and before.span.start >= sentence.start
            and self._may_be_subject(before)
            and self._may_be(before.name, sex)
        ):
            return Speaker(pronoun, before.name)
        if last == NOBODY:
            return None
        if last and self._may_be(last, sex):
            return Speaker(pronoun, last)
        named = (self._all[index].name for index in range(at - 1, max(-1, at - _FAR_NAMES), -1))
        name = next((name for name in named if self._may_be(name, sex)), None)
        return Speaker(pronoun, name) if name else None

    def _may_be(self, name: str, sex: str | None) -> bool:
        """Whether the article calls the person by no word of address of the other sex."""
        return sex is None or self._sexes.get(name, sex) == sex

    def from_(self, start: int, end: int) -> Iterator[Speaker]:
        """Those who are named between the two code points."""
        at = bisect_left(self._ends, start)
        for index in range(at, len(self._all)):
            speaker = self._all[index]
            if speaker.span.start >= end:
                break
            if speaker.span.start >= start:
                yield speaker

    def alone_in(self, sentence: Span) -> str | None:
        """Whom the sentence names, if one person alone, and not as the object of somebody else."""
        named = list(self.from_(sentence.start, sentence.end))
        if len({speaker.name for speaker in named}) == 1 and self._may_be_subject(named[0]):
            return named[0].name
        return None

    def last_told_of(self, silent: list[Span], quotes: Quotations, last: str | None) -> str | None:
        """Whom a pronoun means behind these sentences in which nobody named spoke; else who spoke `last`."""
        for sentence in reversed(silent):
            if name := self.told_of_in(sentence):
                return name
            if self._is_unnamed(sentence, quotes):
                return NOBODY
        return last

    def _is_unnamed(self, sentence: Span, quotes: Quotations) -> bool:
        """Whether somebody without a name speaks in the sentence."""
        told = (one for one in unnamed.speaking_in(self._plain, sentence) if not quotes.at(one.start))
        return any(not any(self.from_(one.start, one.end)) for one in told)

    def has_pronoun(self, sentence: Span) -> bool:
        """Whether a pronoun in the sentence means somebody named before."""
        return next(self._pronouns(sentence.start, sentence.end), None) is not None

    def _pronouns(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The pronouns there, none of which is a syllable of a name: "Nguyễn Xuân | Anh"."""
        for found in PRONOUN.finditer(self._plain, start, end):
            at = bisect_left(self._context.names, found.start(), key=lambda name: name.span.start)
            if not at or self._context.names[at - 1].span.end <= found.start():
                yield found

    def told_of_in(self, sentence: Span) -> str | None:
        """Who heads the sentence and is alone named in it: whom a pronoun in the next one means."""
        named = list(self.from_(sentence.start, sentence.end))
        if len({speaker.name for speaker in named}) != 1 or not self._may_be_subject(named[0]):
            return None
        before = self._plain[sentence.start : named[0].span.start]
        return named[0].name if gaps.HEAD.fullmatch(before) else None

    def only_in(self, sentence: Span) -> str | None:
        """Whom the sentence names, if one person alone."""
        named = {speaker.name for speaker in self.from_(sentence.start, sentence.end)}
        return named.pop() if len(named) == 1 else None

    def start_with_title(self, speaker: Speaker) -> int:
        """Where the naming of the speaker begins, with the words of address before the name."""
        title = speech.titles_before().search(self._plain, max(0, speaker.span.start - 40), speaker.span.start)
        return title.start() if title else speaker.span.start

    def end_of_post(self, start: int) -> int:
        """Where posts end that begin there, or there itself."""
        return self._posts.get(start, start)

    def end_with_posts(self, speaker: Speaker) -> int:
        """Where the naming of the speaker ends, with the posts that follow the name."""
        end = speaker.span.end
        at = bisect_left(self._context.posts, end, key=lambda group: group.span.start)
        for index in range(at, len(self._context.posts)):
            group = self._context.posts[index]
            if group.span.start > end + 4:
                break
            if end <= group.span.start:
                end = group.span.end
        return self._end_with_units(end)

    def _end_with_units(self, end: int) -> int:
        """Where the units and bodies end that tell where a post is: "UBND phường A, quận B", "Vụ A, Bộ B"."""
        at = bisect_left(self._known_bodies, end, key=lambda span: span.start)
        for span in self._known_bodies[at:]:
            closed = self._plain.startswith(_MARKS, span.end)
            if self._plain[end : span.start] != ", " or not closed:
                break
            end = span.end
        return end

    def _may_be_subject(self, speaker: Speaker) -> bool:
        start = speaker.span.start
        sentence = self._context.sentence_of(start)
        before = self._plain[max(sentence.start if sentence else 0, start - 24) : start]
        if _HEADS.search(before):
            return True
        if kin_of(self._plain, start, posted=start in self._posts):
            return False
        return not _NO_SUBJECT.search(before) or bool(_source().search(self._plain, max(0, start - 60), start))

    def _is_source(self, speaker: Speaker) -> bool:
        """Whether "theo" stands before: behind the comma somebody else does what is told."""
        return bool(_SOURCE.search(self._plain, max(0, speaker.span.start - 24), speaker.span.start))

    def _adjoins(self, gap: Span, bodies: bool = False) -> bool:
        """Whether only posts, parentheses, an apposition and adverbs stand between a speaker and a verb."""
        if self._plain.startswith(".", gap.start) and self._plain[gap.start - 2 : gap.start - 1] in " .":
            gap = Span(gap.start + 1, gap.end)  # "chị Lê Thị L. kể"
        if gap.end - gap.start > _FAR:
            return False
        rest, at = "", gap.start
        known = self._known_bodies if bodies else self._known
        first = bisect_left(known, gap.start, key=lambda span: span.start)
        last = bisect_left(known, gap.end, lo=first, key=lambda span: span.start)
        for span in known[first:last]:
            if at <= span.start and span.end <= gap.end:
                rest, at = rest + self._plain[at : span.start] + gaps.POST, span.end
        rest = gaps.ABOUT.sub("", rest + self._plain[at : gap.end])
        bare = re.sub(r"(?: ?[-–,] +){2,}", " - ", rest.replace(gaps.POST, ""))
        if bodies and any(gaps.open_apposition().fullmatch(told) for told in (rest, rest.replace(gaps.POST, ""))):
            return True
        return bool(
            gaps.adverbs().fullmatch(bare) or gaps.apposition().fullmatch(bare) or gaps.apposition().fullmatch(rest)
        )

    def _does(self, gap: Span) -> bool:
        """Whether the speaker does something else first, and a quotation then follows the verb."""
        if self._joins(gap):
            return True
        if not gaps.TO_QUOTE.match(self._plain, gap.end):
            return False
        if gaps.DOING.fullmatch(self._plain, gap.start, gap.end):
            return True
        return bool(gaps.APPOSED.fullmatch(self._plain, gap.start, gap.end)) and not self._other_in(gap)

    def _tells_at_once(self, speaker: Speaker, gap: Span, sentence: Span) -> bool:
        """Whether who heads the sentence is but told of in passing: "Bà Sen trông xe ở đây cho biết"."""
        if not self._plain.startswith(_NO_DEED, gap.end):
            return False
        if self._posts.get(speaker.span.start) == speaker.span.end and gaps.REST.fullmatch(
            self._plain, gap.start, gap.end
        ):
            return True
        if not gaps.MOVED.fullmatch(self._plain, gap.start, gap.end):
            return False
        return gaps.HEAD.fullmatch(self._plain, sentence.start, speaker.span.start) is not None

    def _joins(self, gap: Span) -> bool:
        """Whether "và" joins what the speaker does first to a verb that words must follow, or a quotation follows."""
        if not (gaps.TO_QUOTE.match(self._plain, gap.end) or self._plain.startswith(words("only tells"), gap.end)):
            return False
        joined = gaps.joined().fullmatch(self._plain, gap.start, gap.end)
        return joined is not None and not self._other_in(gap)

    def _other_in(self, gap: Span) -> bool:
        """Whether somebody else is named there who may be a subject."""
        return any(map(self._may_be_subject, self.from_(gap.start, gap.end)))
