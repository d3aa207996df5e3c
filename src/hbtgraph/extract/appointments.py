"""Changes of posts: appointed, elected, moved, dismissed, disciplined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from hbtgraph.extract.change_lists import Listed, listed
from hbtgraph.extract.change_merging import ELSEWHERE, LET_GO, LOOSE_VERB, merged
from hbtgraph.extract.changes import (
    LEAVES,
    Person,
    Verb,
    before,
    dates_in,
    day_of,
    lets_go,
    named,
    pronoun_person,
    row,
    sentences_of_change,
    titles,
    verb_pattern,
    verbs_in,
    without_posts,
)
from hbtgraph.extract.committees import committees_in_row, is_committee, whole
from hbtgraph.extract.context import Context, Mention, inside
from hbtgraph.extract.electors import elector
from hbtgraph.extract.holders import held_by
from hbtgraph.extract.measures import Left, confirmed, directly_behind, end_of_apposed, struck
from hbtgraph.extract.post_bodies import organization_of
from hbtgraph.extract.posts import Group, role_key, role_stem
from hbtgraph.extract.speech import verbs
from hbtgraph.model import Appointment, Span
from hbtgraph.vietnamese.dates import DateMention

_INTO_POST = re.compile(
    r"(?:(?:giữ|kiêm|kiêm giữ|kiêm nhiệm|đảm nhiệm|đảm nhận|nhận|thôi)? ?(?:các )?"
    r"(?:chức vụ|chức danh|chức|cương vị|vị trí|trách nhiệm)(?: là| mới)?:?"
    r"|giữ|làm|trở thành|nhận nhiệm vụ(?: là)?|nhiệm vụ|đảm nhiệm|phụ trách|với chức vụ|ứng cử|là|kiêm nhiệm|kiêm giữ"
    r"|(?<= )từ .*(?: sang| lên| xuống)) $"
)
_STAYS = re.compile(r"(?:chỉ|vẫn|tiếp tục|từng|đã có|đang|trước|sau khi|khi|thay)(?: \w+){0,6} $")
"""Before a second post: it is not taken up by the same change."""

_GOES_ON = re.compile(r"[ ,;]*(?:và|kiêm|đồng thời|cùng|cùng với|sau đó là|rồi)?(?: [\w.]+){0,5} ?")
"""Between two posts that one verb gives."""

_MEMBER_OF = re.compile(r"(?:vào|tham gia|bổ sung) $")
_TOWARDS = re.compile(
    r" (?:nhiệm kỳ [\d –-]+)?,? ?(?:đối với|của|(?<!thay )cho|với|là|(?:bao )?gồm(?: có)?):?"
    r"(?: (?:các|đồng chí|ông|bà|anh|chị)[,:]?)* $"
)
_BY = re.compile(r",? do(?: (?:đồng chí|ông|bà|anh|chị))? ")
_HOLDS = re.compile(r" (?:(?:đang|hiện) )*(?:nắm giữ|giữ|đảm nhiệm|đảm nhận)(?!\w)")
"""Around the holder of a post that is taken away: "miễn nhiệm chức vụ Giám đốc X do ông A đang nắm giữ"."""

_PASSIVE = re.compile(
    r"(?:được|bị|có quyết định|nhận quyết định|nhận được quyết định|hình thức(?: kỷ luật)?)(?: [\w,]+){0,6} $"
)
_BY_SOMEBODY = re.compile(r"(?: \([^()]{1,40}\))?,?(?: (?:cũng|đã|vừa|mới|từng|lại|tiếp tục))* (?:được|bị) ")
_OTHER_CLAUSE = re.compile(r"[;:“”\"]|(?<!\w)(?:và|nhưng|rồi|để|vì|do|nên) ")
_TAKES_UP = re.compile(r"(?: để (?:[\w ]{0,40} )?bầu)? (?:giữ|làm|đảm nhiệm|đảm nhận|tham gia)(?!\w)")
_IN_PLACE_OF = re.compile(r"(?<!\w)(?:thay|thay thế|thay cho|kế nhiệm)(?: (?:ông|bà|đồng chí|anh|chị))? $")
_CHAINED = re.compile(r"(?:,|(?<!\w)(?:và|đồng thời|để|rồi|gồm)) $")
_WHENCE = re.compile(r"(?<!\w)từ (?:chức vụ |chức danh |cương vị |vị trí )?$")
_HELD_AS = re.compile(r"(?: \([^()]{1,40}\))?,? (?:chức vụ|chức danh) ")
_BY_ONESELF = re.compile(r"thôi|nhận|đến|chuyển|nhậm|xin|từ chức|từ nhiệm|về|lên|kế nhiệm|thay|mất|trúng|đắc|tái|nghỉ")
_HIM = re.compile(
    r" (?:ông|bà|anh|chị|đồng chí)(?: này| ấy)?(?= (?:giữ|làm|là|đảm|về|vào|sang|đến|tham gia|lên)(?!\w))"
)
_HIS = re.compile(r" (?:của|đối với) (?:ông|bà|anh|chị|đồng chí)(?: này| ấy)?(?=[.,;]| (?:vì|do|từ|và|để|theo)(?!\w))")
"""Behind a post that is given or taken: "cách chức Phó Giám đốc Sở X | của ông"."""

_AT_A_TIME = re.compile(r"(?:(?:Trước|(?:Ngay )?[Ss]au|Từ|Kể từ) (?:khi|ngày|lúc)|Khi|Vừa|Mới|Được|Bị)(?!\w)")
_THEN_NAME = re.compile(r"[^,;:.]{0,30}, ?(?:(?:ngay|trong|vào|từ|sau|đến|năm|ngày)(?!\w)[^,;:.]{0,50}, ?)?")
"""Between a post at the head of a sentence and whom it is about: "Sau khi được bổ nhiệm làm Giám đốc X, | ông A"."""

_PARALLEL = re.compile(
    r"(?:[,;] (?:và )?| và (?=(?:ông|bà|đồng chí) ))(?:[^,;:.]{5,60}|các [^;:.]{5,90})"
    r" (?:làm|giữ chức(?: vụ| danh)?|là) "
)
"""Between two posts that one verb gives to one after the other."""

_LOOSE = re.compile(
    r"(?:cử|quyết định|(?:trao|nhận|đón nhận) quyết định|nhận nhiệm vụ)(?: (?:ông|bà|đồng chí))?$", re.I
)
"""Verbs that do not say whether a post is given by election or transfer."""

_COUNT = " 0123456789:"
"""What may stand between a verb and the posts it gives to several: "bầu 2 Phó Chủ tịch", "kết quả bầu: ..."."""

_WHY = re.compile(
    r" (?:để|do) (?:nhận nhiệm vụ|nghỉ hưu|chuyển công tác)(?: (?:mới|khác|theo chế độ|trước tuổi))?(?!\w)"
)
"""Between a post and who leaves it, why: "miễn nhiệm chức danh X | để nhận nhiệm vụ mới | đối với ông A"."""

_TOO = re.compile(r"(?:,|;| và|, đồng thời) $")
"""Between two posts of one person that verbs take away: "miễn nhiệm chức danh X|, |cho thôi làm Y đối với ông A"."""

_FAR = 260


class _Given(Struct, frozen=True):
    """What a verb has given already: the posts where it did, and to whom."""

    group: Group
    people: list[Person]


class _Scene(Struct, frozen=True):
    """A sentence with the verbs of change and the names in it, and what its verbs have given so far, by their place."""

    span: Span
    verbs: list[Verb]
    names: tuple[Mention, ...]
    dates: list[DateMention]
    given: dict[int, _Given]


def appointments(context: Context) -> Iterator[Appointment]:
    """The changes of posts of named people, each once."""
    reader = _ChangeReader(context)
    told = map(reader.in_sentence, sentences_of_change(context))
    yield from merged(chain(chain.from_iterable(told), chain.from_iterable(map(reader.in_list, listed(context)))))


class _ChangeReader:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._plain = context.plain
        self._told: list[Left] = []

    def in_sentence(self, sentence: Span) -> Iterator[Appointment]:
        verbs = verbs_in(self._context, sentence)
        if not verbs:
            return
        scene = self._scene(sentence, verbs)
        left: list[Left] = []
        for group in inside(self._context.posts, sentence):
            for fact in self._of_group(scene, group):
                self._told.append((fact.person, fact.role or "", fact.organization))
                left += [(fact.person, fact.role or "", fact.organization)] if fact.action == "dismissed" else []
                yield fact
        for verb in verbs:
            if verb.side == "to" or verb.span.of(self._plain).endswith("tham gia"):
                yield from self._membership(scene, verb)
            if verb.span.start not in scene.given:
                yield from self._of_holders(scene, verb, left)

    def in_list(self, line: Listed) -> Iterator[Appointment]:
        """The posts that a line of a list gives, by the verb and on the day of its announcement."""
        scene = self._scene(line.sentence, [line.verb])
        for group in inside(self._context.posts, line.sentence):
            for fact in self._of_group(scene, group):
                yield replace(fact, date=fact.date or line.date)

    def _scene(self, sentence: Span, verbs: list[Verb]) -> _Scene:
        return _Scene(sentence, verbs, inside(self._context.names, sentence), dates_in(self._context, sentence), {})

    def _of_holders(self, scene: _Scene, verb: Verb, left: list[Left]) -> Iterator[Appointment]:
        """The posts that those have whom a verb without a post of its own strikes, or tells to have got them."""
        if verb.side == "to":
            found = confirmed(self._context, scene.span, verb, scene.names)
        else:
            found = struck(self._context, scene.span, verb, scene.names, left, self._told)
        for one in found:
            span = Span(min(one.person.span.start, verb.span.start), max(one.person.span.end, verb.span.end))
            rule = "verb-and-holder" if one.here else ELSEWHERE
            yield self._fact(scene, one.person, one.role, one.organization, verb, span, rule)

    def _of_group(self, scene: _Scene, group: Group) -> Iterator[Appointment]:
        """The posts of a group that a verb before it tells to be taken up or left."""
        at = bisect_right(scene.verbs, group.span.start, key=lambda verb: verb.span.end)
        verb = scene.verbs[at - 1] if at else None
        if verb is None or group.span.start >= verb.span.end + _FAR or verb.action in ("disciplined", "retired"):
            return
        near = Span(max(scene.span.start, verb.span.start - 2 * _FAR), min(scene.span.end, group.span.end + 2 * _FAR))
        scene = replace(scene, names=inside(self._context.names, near))
        last = scene.given.get(verb.span.start)
        people = self._further(scene, group, last) if last else self._people(scene, verb, group)
        if not people:
            return
        scene.given[verb.span.start] = _Given(group, people)
        followed = (last or len(group.posts) > 1) and self._is_of_next(scene, group)
        speaks = verbs().pattern.match(self._plain, group.span.end + 1)  # "bổ nhiệm A làm Giám đốc X, Bí thư Y nói"
        posts = group.posts[:1] if speaks else group.posts[:-1] if followed else group.posts
        for person in people:
            span = Span(min(person.span.start, verb.span.start), max(person.span.end, group.span.end))
            for index, post in enumerate(posts):
                organization = organization_of(self._context, group, index) or self._held_at(person, post.role)
                organization = organization or self._of_next(scene, group) or self._of_last(scene, group, post.role)
                organization = organization or elector(self._context, scene.span, verb)
                if organization or post.alone:
                    yield self._fact(scene, person, post.role, organization, verb, span, self._rule(verb))

    def _rule(self, verb: Verb) -> str:
        told = verb.span.of(self._plain)
        return LOOSE_VERB if _LOOSE.match(told) else LET_GO if lets_go(told) else "verb-and-post"

    def _is_of_next(self, scene: _Scene, group: Group) -> bool:
        """Whether the last post is of the name right behind it: "ông A được cử làm Bí thư X, Phó Chủ tịch | B"."""
        after = next((name for name in scene.names if name.span.start >= group.span.end), None)
        return after is not None and not titles().sub("", self._plain[group.span.end : after.span.start]).strip()

    def _held_at(self, person: Person, role: str) -> str | None:
        """The body at which the article gives this person the same post elsewhere."""
        own = held_by(self._context, person.name)
        return next((held.organization for held in own if role_key(held.role) == role_key(role)), None)

    def _of_next(self, scene: _Scene, group: Group) -> str | None:
        """The body of the next post that the same verb gives: "bầu ông A làm Bí thư, | ông B làm Phó Bí thư X"."""
        behind = Span(group.span.end, min(scene.span.end, group.span.end + _FAR))
        following = next(iter(inside(self._context.posts, behind)), None)
        if following is None or not _PARALLEL.fullmatch(self._plain, group.span.end, following.span.start):
            return None
        same = role_stem(following.posts[0].role) == role_stem(group.posts[-1].role)
        return organization_of(self._context, following, 0) if same else None

    def _of_last(self, scene: _Scene, group: Group, role: str) -> str | None:
        """The body of the last such post in the sentence: "bầu ông A làm Bí thư X, bầu ông B | làm Phó Bí thư"."""
        told = [given.group for given in scene.given.values() if given.group.span.end <= group.span.start]
        posts = ((last, index) for last in reversed(told) for index in reversed(range(len(last.posts))))
        alike = ((last, at) for last, at in posts if role_stem(last.posts[at].role) == role_stem(role))
        return next((organization_of(self._context, last, at) for last, at in alike), None)

    def _further(self, scene: _Scene, group: Group, last: _Given) -> list[Person]:
        """Whose post a second one behind the same verb is: of who is named since, else of the same people."""
        start = last.group.span.end
        words = self._plain[start : group.span.start]
        if " đối với " in words and ";" in words:  # "bầu: Chủ tịch X đối với ông A; Chủ tịch Y đối với ông B"
            return self._named_behind(scene, group, "to")
        if _STAYS.search(words) or _WHENCE.search(words):
            return []
        since = [name for name in scene.names if start <= name.span.start and name.span.end <= group.span.start]
        if not since:
            rest = without_posts(self._context, Span(start, group.span.start))
            return last.people if _GOES_ON.fullmatch(rest) else []
        gap = titles().sub("", self._plain[start : since[0].span.start])
        joined = re.fullmatch(r"(?: ?\([^()]*\)|,? ?(?:nhiệm kỳ|khóa) [\dIVX –-]+)?[ ,;]+(?:và |còn )?(?:các )?", gap)
        into = _INTO_POST.search(words) and not words.endswith(" là ")  # "..., ông B là Giám đốc": is it already
        return [*map(named, row(self._context, since))] if joined and into else []

    def _people(self, scene: _Scene, verb: Verb, group: Group) -> list[Person]:
        """Whose post it is: who stands behind the verb, or behind the post with "đối với", else the subject."""
        gap = Span(verb.span.end, group.span.start)
        words = gap.of(self._plain)
        others = inside(self._context.posts, gap)
        if verb.side == "from" and others:
            return []  # the post that is left is the first one named
        introduced = bool(_INTO_POST.search(words) or not words.strip(_COUNT)) and not _WHENCE.search(words)
        clause = gap.start + words.rfind(";") + 1
        between = [
            name
            for name in inside(scene.names, Span(clause, group.span.start))
            if not _IN_PLACE_OF.search(self._plain, verb.span.start, name.span.start)
        ]
        if between and others and self._takes(verb, others[0], between[0]):
            return []  # "trước khi được bổ nhiệm làm Giám đốc X, ông A làm Phó Giám đốc Y": the first one is taken up
        if between:
            return self._named_between(verb, between, group, introduced)
        if not introduced:
            return []
        if _HIM.match(self._plain, verb.span.end, group.span.start) or _HIS.match(self._plain, group.span.end):
            return self._meant(scene, verb)
        return self._named_behind(scene, group, verb.side) or self._subjects(scene, verb, group.span)

    def _takes(self, verb: Verb, group: Group, name: Mention) -> bool:
        """Whether a verb gives the post right behind it, before anybody is named."""
        words = self._plain[verb.span.end : group.span.start]
        if "," not in self._plain[group.span.end : name.span.start]:
            return False  # "bổ nhiệm Trưởng phòng X Nguyễn Văn A giữ chức ...": the post that the person had
        return group.span.start < name.span.start and bool(_INTO_POST.search(words) or not words.strip())

    def _named_behind(self, scene: _Scene, group: Group, side: str) -> list[Person]:
        """Those told behind the post: "bổ nhiệm chức Giám đốc X | đối với ông A"."""
        behind = [name for name in scene.names if name.span.start >= group.span.end]
        gap = _WHY.sub("", Span(group.span.end, behind[0].span.start).of(self._plain)) if behind else ""
        crossed = verb_pattern().search(gap)
        too = crossed and crossed[0].lower().startswith(LEAVES) and _TOO.search(gap[: crossed.start()])
        towards = behind and _TOWARDS.search(gap) and (not crossed or (too and side == "from"))
        if behind and _BY.fullmatch(gap) and _HOLDS.match(self._plain, behind[0].span.end, scene.span.end):
            return [named(behind[0])]
        return [*map(named, row(self._context, behind))] if towards else []

    def _named_between(self, verb: Verb, between: list[Mention], group: Group, introduced: bool) -> list[Person]:
        direct = directly_behind(self._context, verb, between[0])
        apposed = self._plain[between[-1].span.end : group.span.start] in (", ", " - ", " – ")
        held = _HELD_AS.fullmatch(self._plain, between[-1].span.end, group.span.start)
        if held and not directly_behind(self._context, verb, between[-1]):
            return []  # "... là Bí thư X. Ông A (SN 1970), chức vụ Trưởng ban Y": the post that he has
        if verb.side == "from" and apposed and directly_behind(self._context, verb, between[-1]):
            return [named(between[-1])]
        spoken = self._plain[verb.span.end : between[0].span.start]
        if not introduced or (verb.side == "from" and "," in spoken):
            return []  # "chứ không phải cho thôi, ông A nói ông B khi làm Giám đốc ...": another clause
        return [*map(named, row(self._context, between) if direct else between[:1])]

    def _meant(self, scene: _Scene, verb: Verb) -> list[Person]:
        """For whom the pronoun behind a verb stands: who was given a post just before, else who was named before."""
        if scene.given:
            return list(scene.given.values())[-1].people[:1]
        found = pronoun_person(self._context, scene.span, Span(verb.span.end, scene.span.end))
        return [found] if found else []

    def _subjects(self, scene: _Scene, verb: Verb, told: Span) -> list[Person]:
        """Those to whom it happens, named before or behind a clause of time: never who appoints or dismisses others."""
        if given := self._given_by_somebody(verb, scene.names):
            return given
        after = next((name for name in scene.names if name.span.start >= told.end), None)
        gap = titles().sub("", self._plain[told.end : after.span.start]) if after else "."
        if not gap.strip():
            return []  # the post is the apposition of somebody who is then moved: told at the next post
        if not self._befalls(scene, verb):
            return []
        earlier = [name for name in scene.names if name.span.end <= verb.span.start]
        if earlier:
            return self._row_before(earlier)
        if after and _AT_A_TIME.match(self._plain, scene.span.start) and _THEN_NAME.fullmatch(gap):
            return [named(after)]
        found = pronoun_person(self._context, scene.span, Span(scene.span.start, verb.span.start))
        return [found] if found else []

    def _befalls(self, scene: _Scene, verb: Verb) -> bool:
        """Whether the verb tells what happens to its subject, or goes on with what happened."""
        shortly = before(self._context, verb.span.start, scene.span.start)
        chained = _CHAINED.search(shortly) and scene.verbs[0].span.start < verb.span.start
        told = verb.span.of(self._plain)
        takes_up = _TAKES_UP.match(self._plain, verb.span.end) or told.endswith((" giữ", " làm"))
        goes_on = chained and (verb.side == "from" or takes_up)
        return bool(_PASSIVE.search(shortly) or goes_on or _BY_ONESELF.match(told))

    def _row_before(self, names: list[Mention]) -> list[Person]:
        """The last of the names, and those whose row it ends: "ông A và ông B được ..."."""
        starts = (at for at in range(len(names) - 1) if len(row(self._context, names[at:])) == len(names) - at)
        return [*map(named, names[next(starts, -1) :])]

    def _given_by_somebody(self, verb: Verb, names: tuple[Mention, ...]) -> list[Person]:
        """Those before "được" or "bị", where who gives or takes the post stands behind: "A được Sở X bổ nhiệm"."""
        if verb.side != "to" and not _BY_ONESELF.match(verb.span.of(self._plain)):
            return []
        earlier = [name for name in names if name.span.end <= verb.span.start]
        for at in range(len(earlier) - 1, -1, -1):
            gap = self._without_bodies(Span(end_of_apposed(self._context, earlier[at]), verb.span.start))
            if _BY_SOMEBODY.match(gap):
                told = len(gap) < _FAR and not _OTHER_CLAUSE.search(gap)
                return self._row_before(earlier[: at + 1]) if told else []
        return []

    def _without_bodies(self, gap: Span) -> str:
        """The text of a gap without the names of bodies, which have words of their own."""
        rest, at = "", gap.start
        for body in inside(self._context.bodies, gap):
            rest, at = rest + self._plain[at : body.span.start], body.span.end
        return rest + self._plain[at : gap.end]

    def _membership(self, scene: _Scene, verb: Verb) -> Iterator[Appointment]:
        """A seat in a committee: "chỉ định vào Ban Chấp hành, Ban Thường vụ Quận ủy"."""
        following = (other.span.start for other in scene.verbs if other.span.start > verb.span.start)
        end = min(verb.span.end + _FAR, next(following, scene.span.end))
        bodies = inside(self._context.bodies, Span(verb.span.end, scene.span.end))
        first = next(
            (at for at, body in enumerate(bodies) if _MEMBER_OF.search(before(self._context, body.span.start))), None
        )
        if first is None or bodies[first].span.start >= end or not is_committee(bodies[first]):
            return
        between = inside(scene.names, Span(verb.span.end, bodies[first].span.start))
        people = [named(between[0])] if between else self._subjects(scene, verb, bodies[first].span)
        if not people:
            return
        person = people[0]
        for body in committees_in_row(self._plain, bodies[first:]):
            span = Span(min(person.span.start, verb.span.start), body.span.end)
            yield self._fact(scene, person, "Ủy viên", whole(body, bodies[first:]), verb, span, "seat-in-committee")

    def _fact(
        self, scene: _Scene, person: Person, role: str, organization: str | None, verb: Verb, span: Span, rule: str
    ) -> Appointment:
        return Appointment(
            person=person.name,
            role=role,
            organization=organization,
            action=verb.action,
            date=day_of(self._context, scene.span, scene.dates, span),
            evidence=span,
            rule=rule,
        )
