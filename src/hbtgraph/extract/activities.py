"""Activities: what bodies, units and groups do or will do, and what is said of campaigns and programmes.

Every clause with a verb of `data/gazetteers/activity-relations.csv` and a known actor gives one record for
each thing it acts on; joining words ("gắn với", "nhằm", "thuộc") and nouns of action ("sự chỉ đạo của …")
give theirs. What no rule understands gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hbtgraph.extract import clauses, lists, turns
from hbtgraph.extract.clauses import Actor, Link, Verb
from hbtgraph.extract.context import Context, inside
from hbtgraph.extract.naming import Naming
from hbtgraph.model import Activity, Block, Span

_OF_THE_DEED = frozenset({"has-purpose", "applies-to", "via", "follows", "has-principle"})
"""Links that say something of a whole deed, not of the thing before them."""

_EFFECTS = frozenset({"contributes-to", "has-effect", "implements", "promotes", "carries-out", "builds", "improves"})
_ASKS = frozenset({"directs", "proposes"})
"""Relations whose object is a wish ("yêu cầu các phường rà soát …"), kept in one piece."""

_UNPLACED = frozenset({"UBND", "HĐND", "MTTQ", "UBND các", "HĐND các"})
"""Bodies that could be any unit's."""

_FREE = frozenset({"has-motto", "has-theme"})
"""Relations whose object is a saying, and so may be a whole sentence."""

_WITHIN_NAMES = frozenset({"commemorates"})
"""Links that may stand inside the name of a thing, and so do not end it."""

_YEARS = re.compile(
    r"(?:những tháng (?:đầu|cuối) |\d+ tháng (?:đầu |cuối )?|quý \w+ )?"
    r"(?:năm|giai đoạn|nhiệm kỳ) \d{4}(?: ?[-–] ?\d{4})?(?: và năm \d{4})?",
    re.IGNORECASE,
)
_LONGEST = 240
"""Code points; a longer thing is a list that was misread."""


class Clause(NamedTuple):
    """A predicate, who does it, and the things it acts on (spans in the sentence)."""

    verb: Verb
    relation: str
    subjects: tuple[str, ...]
    objects: tuple[Span, ...]
    region: Span
    tied: str | None = None
    """Of "gắn X với Y", X: the record is about X, the subjects go on to the next predicate."""


class Discourse:
    """What earlier sentences leave for later ones: who was acting, which campaign was spoken of, plan or past."""

    def __init__(self, place: str | None) -> None:
        self.place = place
        self.actors: tuple[str, ...] = (place,) if place else ()
        self.topic: str | None = None
        self.plans = False


def activities(context: Context) -> Iterator[Activity]:
    """The activities of the article, in the order of its text; each doer, relation and thing once."""
    seen: set[tuple[str, str, str]] = set()
    for activity in sorted(_all(context), key=lambda fact: (fact.evidence, fact.relation, fact.object)):
        key = (activity.agent.casefold(), activity.relation, activity.object.casefold())
        if key not in seen:
            seen.add(key)
            yield activity


def _all(context: Context) -> Iterator[Activity]:
    discourse = Discourse(context.place)
    for block in context.article.blocks:
        if block.kind in ("paragraph", "caption"):
            yield from _block(context, discourse, block)


def _block(context: Context, discourse: Discourse, block: Block) -> Iterator[Activity]:
    at = block.span.start
    bodies = [Span(one.span.start - at, one.span.end - at) for one in inside(context.bodies, block.span)]
    units = [Span(one.span.start - at, one.span.end - at) for one in inside(context.units, block.span)]
    hidden = clauses.masked(block.span.of(context.plain), bodies, units)
    for span in context.sentences:
        if block.span.start <= span.start and span.end <= block.span.end:
            if span.of(context.text).endswith("?"):
                continue
            sentence = hidden[span.start - block.span.start : span.end - block.span.start]
            yield from Sentence(context, discourse, span, sentence).read()


class Sentence:
    """One sentence under analysis; all spans inside count from its own start."""

    def __init__(self, context: Context, discourse: Discourse, span: Span, masked: str) -> None:
        self.context, self.discourse, self.span, self.masked = context, discourse, span, masked
        self.naming = Naming(context, span, masked)
        self.actors = clauses.actors(masked)
        self.verbs = clauses.verbs(masked, self.actors)
        self.clauses: list[Clause] = []
        self.planned = self._is_planned()

    def _is_planned(self) -> bool:
        """Whether the sentence tells of plans: "sẽ", or a future time named here or before, until a past is told."""
        if clauses.has("future", self.masked):
            self.discourse.plans = True
        elif re.search(r"\bđã\b", self.masked):
            self.discourse.plans = False
        return self.discourse.plans or re.search(r"\bsẽ\b", self.masked) is not None

    def read(self) -> Iterator[Activity]:
        """All that the sentence tells."""
        for index, verb in enumerate(self.verbs):
            self.clauses.append(self._clause(index, verb))
        for clause in self.clauses:
            yield from self._deeds(clause)
            yield from self._whom(clause)
        yield from self._joined()
        yield from self._named_actions()
        yield from self._said()
        self._leave()

    # -- predicates -----------------------------------------------------------------------------

    def _clause(self, index: int, verb: Verb) -> Clause:
        end = self.verbs[index + 1].start if index + 1 < len(self.verbs) else len(self.masked)
        start = clauses.manner_after(self.masked, verb.span)
        region = Span(min(start, end), end)
        objects = self._passive_object(verb) if verb.passive else self._things(region, verb.relation)
        relation, subjects = verb.relation, self._subjects(index, verb)
        if relation in _EFFECTS and self._tells_effect(verb):
            relation, subjects = "has-effect", (self.discourse.topic,) if self.discourse.topic else subjects
        if relation == "linked-with":
            return self._tied(verb, region, subjects)
        return Clause(verb, relation, subjects, objects, region)

    def _tied(self, verb: Verb, region: Span, subjects: tuple[str, ...]) -> Clause:
        """What "gắn X với Y" says."""
        middle = self.masked.find(" với ", region.start, region.end)
        if middle < 0:
            return Clause(verb, verb.relation, subjects, (), region)
        tied = self.naming.words(lists.stripped(self.masked, Span(region.start, middle)))
        things = lists.items(self.masked, Span(middle + len(" với "), region.end))
        return Clause(verb, verb.relation, subjects, tuple(things), region, tied)

    def _tells_effect(self, verb: Verb) -> bool:
        return verb.actor is None and clauses.has("effect", self.masked[: verb.span.start])

    def _passive_object(self, verb: Verb) -> tuple[Span, ...]:
        """What stands before "được": from the last campaign, named occasion or separator on."""
        assert verb.actor is not None
        end = self.masked.rindex(" ", 0, verb.actor.span.start - 1)
        heads = [actor.span.start for actor in self.actors if actor.kind == "campaign" and actor.span.end <= end]
        start = clauses.last_named_head(self.masked, end) or lists.list_start(self.masked, end)
        return (lists.stripped(self.masked, Span(max([start, *heads[-1:]]), end)),)

    def _things(self, region: Span, relation: str) -> tuple[Span, ...]:
        cuts = [link.span.start for link in clauses.links(self.masked, region) if link.relation not in _WITHIN_NAMES]
        whole = region if relation == "has-goal" else Span(region.start, min([*cuts, region.end]))
        if relation in _ASKS:
            whole = Span(whole.start, lists.list_end(self.masked, whole))
        return (lists.stripped(self.masked, whole),) if relation in _ASKS else tuple(lists.items(self.masked, whole))

    def _subjects(self, index: int, verb: Verb) -> tuple[str, ...]:
        if verb.actor is not None:
            return self._names(verb.actor)
        if index and self.clauses[index - 1].subjects:
            return self.clauses[index - 1].subjects
        later = [other.actor for other in self.verbs[index + 1 :] if other.actor and not other.passive]
        later += [actor for actor in self.actors if actor.kind == "body" and self._heads_clause(actor, verb.span.end)]
        return self._names(later[0]) if later else self.discourse.actors

    def _heads_clause(self, actor: Actor, after: int) -> bool:
        """Whether an actor heads the very next clause after a place."""
        between = self.masked[after : actor.span.start]
        return actor.span.start > after and between.count(", ") == 1 and between.endswith(", ")

    def _names(self, actor: Actor) -> tuple[str, ...]:
        """The members of an actor list, with names in full; a campaign with its attributes."""
        if actor.kind == "campaign":
            return (self.naming.lowered(self._campaign(actor)),)
        return self.naming.members(actor.span)

    def _campaign(self, actor: Actor) -> Span:
        verb = next((verb for verb in self.verbs if verb.span.start > actor.span.end), None)
        end = lists.campaign_phrase(self.masked, actor.span.end, verb.span.start if verb else len(self.masked))
        return Span(actor.span.start, end)

    # -- records --------------------------------------------------------------------------------

    def _deeds(self, clause: Clause) -> Iterator[Activity]:
        objects, action = clause.objects, clause.verb.span
        if not objects and (following := self._shares(clause)):
            objects = following.objects
            if following.relation == clause.relation:
                action = Span(action.start, following.verb.span.end)
        manner = self.naming.words(Span(clause.verb.span.end, clause.region.start)) or None
        for subject in (clause.tied,) if clause.tied else clause.subjects:
            for thing in objects:
                start = clause.verb.start if not clause.verb.passive else thing.start
                whole = Span(start, thing.end)
                yield from self._records(subject, clause.relation, action, thing, whole, "clause", manner)

    def _whom(self, clause: Clause) -> Iterator[Activity]:
        """Whose merit is commended: "khen thưởng sáng kiến của cán bộ, công chức"."""
        if clause.relation != "commends":
            return
        for actor in self.actors:
            of = Span(actor.span.start - len("của "), actor.span.start - 1)
            within = clause.region.start <= of.start < clause.region.end and of.of(self.masked) == "của"
            if within and not self._stands_alone(actor):
                deed = self.naming.words(Span(clause.verb.span.start, of.start))
                evidence = Span(clause.verb.span.start, actor.span.end)
                yield from self._records(deed, "targets", of, actor.span, evidence, "clause")

    def _shares(self, clause: Clause) -> Clause | None:
        """The clause whose things this one shares, having none: "phát động và triển khai các phong trào"."""
        at = self.clauses.index(clause)
        for one, following in zip(self.clauses[at:], self.clauses[at + 1 :], strict=False):
            gap = self.masked[one.region.start : one.region.end].strip(" ,")
            if following.verb.actor or gap not in ("", "và", "hoặc"):
                return None
            if following.objects:
                return following
        return None

    def _records(
        self, agent: str, relation: str, action: Span, thing: Span, evidence: Span, rule: str, manner: str | None = None
    ) -> Iterator[Activity]:
        words = self.masked[thing.start : thing.end]
        if (
            not agent
            or agent in _UNPLACED
            or max(len(agent), len(words)) > _LONGEST
            or not (rule == "turn" or re.search(r"[^\Wξ\d]", words))
        ):
            return
        if relation not in _FREE and (clauses.has("finite", words) or clauses.opens_badly(words)):
            return
        start, end = min(evidence.start, action.start), max(evidence.end, action.end)
        period = next(_YEARS.finditer(self.masked, 0, action.start), None)
        for text in lists.spelled_out(self.naming.words(thing), aims=relation == "has-goal"):
            yield Activity(
                agent=agent,
                relation=relation,
                action=self.naming.words(action),
                object=text,
                status="planned" if self.planned else "done",
                manner=manner,
                period=period[0] if period else None,
                evidence=Span(self.span.start + start, self.span.start + end),
                rule=f"activity/{rule}",
            )

    def _joined(self) -> Iterator[Activity]:
        """What the joining words say of the thing, or the deed, before them."""
        previous: tuple[str, Span] | None = None
        found = clauses.links(self.masked, Span(0, len(self.masked)))
        for at, link in enumerate(found):
            end = found[at + 1].span.start if at + 1 < len(found) else len(self.masked)
            end = min([end, *(verb.start for verb in self.verbs if verb.start > link.span.start)])
            end = min([end, *(actor.span.end for actor in self.actors if link.span.meets(actor.span))])
            semicolon = self.masked.find(";", link.span.end, end)
            end = end if semicolon < 0 else semicolon
            anchor = self._anchor(link, previous)
            if anchor is None:
                continue
            previous = anchor
            for thing in lists.items(self.masked, Span(link.span.end, end)):
                yield from self._link_records(link, anchor, thing)

    def _link_records(self, link: Link, anchor: tuple[str, Span], thing: Span) -> Iterator[Activity]:
        """A passive link ("được cụ thể trong") has its doer behind it."""
        name, span = anchor
        evidence = Span(span.start, thing.end)
        if re.match("được ", self.masked[link.span.start :]):
            yield from self._records(self.naming.words(thing), link.relation, link.span, span, evidence, "link")
        else:
            yield from self._records(name, link.relation, link.span, thing, evidence, "link")

    def _anchor(self, link: Link, previous: tuple[str, Span] | None) -> tuple[str, Span] | None:
        """What a link speaks of, and where it stands: the same as the link before, where a comma divides them."""
        before = self.masked[: link.span.start].rstrip()
        if link.relation == "affected-by":
            return (self.discourse.place, link.span) if self.discourse.place else None
        clause = next((one for one in reversed(self.clauses) if one.verb.span.end <= link.span.start), None)
        if before.endswith((",", ";")) or not before:
            return self._anchor_of_clause(link, clause, previous)
        left = max(self.masked.rfind(mark, 0, link.span.start) for mark in ",;:") + 1
        if clauses.only_small_words(self.masked[left : link.span.start]):
            return previous or self._theme()
        if link.relation == "has-purpose" and previous and not (clause and clause.verb.start > previous[1].end):
            return previous
        span = lists.stripped(self.masked, self._before(link, clause, left))
        if ";" in self.masked[span.start : span.end]:
            return None
        return (self.naming.words(span), span) if span.start < span.end else None

    def _theme(self) -> tuple[str, Span] | None:
        work = clauses.theme(self.masked)
        return (self.naming.words(work), work) if work else None

    def _anchor_of_clause(
        self, link: Link, clause: Clause | None, previous: tuple[str, Span] | None
    ) -> tuple[str, Span] | None:
        """What a link after a comma speaks of: that of the link before, the last deed, the campaign spoken of."""
        if previous and not (clause and clause.verb.start > previous[1].end):
            return previous
        if link.relation in _OF_THE_DEED or link.relation in _FREE:
            span = lists.stripped(self.masked, self._before(link, clause, 0)) if clause else None
            return (self.naming.words(span), span) if span else None
        return (self.discourse.topic, link.span) if self.discourse.topic else None

    def _before(self, link: Link, clause: Clause | None, left: int) -> Span:
        """The deed, or the thing, that stands before a link; other links and their things are no part of it."""
        if link.relation == "part-of":
            return lists.part_before(self.masked, link.span.start)
        if clause and clause.region.start <= link.span.start:
            inner = clauses.links(self.masked, Span(clause.region.start, link.span.start))
            cuts = [one.span.start for one in inner if one.relation not in _WITHIN_NAMES]
            end = min([*cuts, link.span.start])
            start = clause.verb.span.start if link.relation in _OF_THE_DEED else clause.region.start
            return Span(max(start, self.masked.rfind(";", start, end) + 1), end)
        for actor in self.actors:
            if link.relation in _OF_THE_DEED or not left <= actor.span.start < link.span.start:
                continue
            if actor.kind == "campaign":
                return Span(actor.span.start, min(self._campaign(actor).end, link.span.start))
            if link.relation == "commemorates" and actor.span.end + 1 == link.span.start:
                return actor.span
        return Span(left, left)

    def _named_actions(self) -> Iterator[Activity]:
        """Nouns of action with their doers, on the campaign that the sentence, or the one before, speaks of."""
        for nominal in clauses.nominals(self.masked, self.actors):
            thing = self._what_for(nominal.span.end)
            if thing is None:
                continue
            doers = next(actor for actor in self.actors if actor.span == nominal.doers)
            for doer in self._names(doers):
                yield from self._records(doer, nominal.relation, nominal.word, thing, nominal.span, "noun")

    def _what_for(self, after: int) -> Span | None:
        """The campaign that is the sentence's subject, or the work named after "trong"."""
        for actor in self.actors:
            if actor.kind == "campaign" and actor.span.start >= after:
                work = re.search(r"\b(?:trong|cho|đối với) (?:việc )?(?=\w+ \w+ $)", self.masked[: actor.span.start])
                if work or clauses.begins_clause(self.masked, actor.span.start):
                    return Span(work.end() if work else actor.span.start, self._campaign(actor).end)
        return None

    def _said(self) -> Iterator[Activity]:
        """What the fixed turns of such reports say: a year's theme, a founding year, a task called important."""
        for turn in turns.find(self.masked, self.span.of(self.context.text)):
            agent = self.naming.words(turn.agent)
            yield from self._records(agent, turn.relation, turn.action, turn.thing, turn.span, "turn")

    # -- discourse ------------------------------------------------------------------------------

    def _leave(self) -> None:
        """Keeps what the next sentences may refer to."""
        for clause in self.clauses:
            if clause.verb.actor and clause.verb.actor.kind == "campaign":
                self.discourse.topic = clause.subjects[0]
            elif clause.verb.actor and not clause.verb.passive and self._stands_alone(clause.verb.actor):
                self.discourse.actors = clause.subjects
            if clause.verb.passive and any(actor.kind == "campaign" for actor in self._inside(clause.objects)):
                self.discourse.topic = self.naming.lowered(clause.objects[0])

    def _inside(self, things: tuple[Span, ...]) -> Iterator[Actor]:
        return (actor for actor in self.actors for thing in things if actor.span.start == thing.start)

    def _stands_alone(self, actor: Actor) -> bool:
        """Whether the actors are bodies or units, which later sentences may leave unsaid; groups are not."""
        return clauses.is_named(self.masked[actor.span.start : actor.span.end])
