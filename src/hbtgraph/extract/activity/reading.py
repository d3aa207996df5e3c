"""A sentence read into clauses: who does what, on what, and what the sentences before left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hbtgraph.extract.activity import clauses, lists, wording
from hbtgraph.extract.activity.clauses import Actor, Verb
from hbtgraph.extract.activity.naming import Naming
from hbtgraph.extract.context import Context
from hbtgraph.model import Activity, Span

FREE = frozenset({"has-motto", "has-theme"})
"""Relations whose object is a saying, and so may be a whole sentence."""

WITHIN_NAMES = frozenset({"commemorates"})
"""Links that may stand inside the name of a thing, and so do not end it."""

_EFFECTS = frozenset({"contributes-to", "has-effect", "implements", "promotes", "carries-out", "builds", "improves"})
"""Relations that, after "qua đó", are effects of the campaign spoken of."""

_OF_WORKS = frozenset({"launches", "implements", "organizes"})
_UNPLACED = frozenset({"UBND", "HĐND", "MTTQ", "UBND các", "HĐND các"})
"""Bodies that could be any unit's."""

_YEARS = re.compile(
    r"(?:những tháng (?:đầu|cuối) |\d+ tháng (?:đầu |cuối )?|quý \w+ )?"
    r"(?:năm|giai đoạn|nhiệm kỳ) \d{4}(?: ?[-–] ?\d{4})?(?: và năm \d{4})?",
    re.IGNORECASE,
)
_TENSE = re.compile(r"\s(?:đã|đang|sẽ|phải)\s")
_MEMORY = 2
"""Sentences for which an unsaid subject is the one that acted last."""

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


class Saying(NamedTuple):
    """What a record is made of; spans count from the sentence's start."""

    agent: str
    relation: str
    action: Span
    thing: Span
    evidence: Span
    manner: str | None = None


class Discourse:
    """What earlier sentences leave for later ones: who was acting, which campaign was spoken of, plan or past."""

    def __init__(self, place: str | None) -> None:
        self.place = place
        self.actors: tuple[str, ...] = (place,) if place else ()
        self.topic: str | None = None
        self.plans = False
        self._silent = 0
        self._place_acts = False

    def heard(self, actors: tuple[str, ...]) -> None:
        """Who acted in a sentence; empty where it names nobody. Later sentences without a subject are about them, for
        a while; then about the article's unit, if that has acted before.
        """
        self._silent = 0 if actors else self._silent + 1
        self._place_acts = self._place_acts or self.place in actors
        if actors:
            self.actors = actors
        elif self._silent > _MEMORY:
            self.actors = (self.place,) if self.place and self._place_acts else ()


class Reading:
    """One sentence under analysis; all spans inside count from its own start."""

    def __init__(self, context: Context, discourse: Discourse, span: Span, masked: str) -> None:
        self.context, self.discourse, self.span, self.masked = context, discourse, span, masked
        self.naming = Naming(context, span, masked)
        self.tells = clauses.tells(masked)
        """Whether any word of a relation stands in the sentence: without one there is nothing more to read."""
        self.actors = clauses.actors(masked) if self.tells else []
        self.verbs = clauses.verbs(masked, self.actors) if self.tells else []
        self.planned = self._is_planned()
        self.clauses: list[Clause] = []
        for index, verb in enumerate(self.verbs):
            self.clauses.append(self._clause(index, verb))

    def _is_planned(self) -> bool:
        """Whether the sentence tells of plans: "sẽ", or a future time named here or before, until a past is told."""
        if wording.has("future", self.masked):
            self.discourse.plans = True
        elif re.search(r"\bđã\b", self.masked):
            self.discourse.plans = False
        return self.discourse.plans or re.search(r"\bsẽ\b", self.masked) is not None

    def records(self, saying: Saying, rule: str) -> Iterator[Activity]:
        """The records of a saying, one for each member that its thing spells out; none where it was misread."""
        words = saying.thing.of(self.masked)
        unnamed = saying.agent in ("", *_UNPLACED) or wording.is_level(saying.agent)
        if unnamed or max(len(saying.agent), len(words)) > _LONGEST:
            return
        if rule == "link" and (_TENSE.search(saying.agent) or clauses.is_verb(saying.agent)):
            return  # a clause of its own, and not the thing that the link speaks of
        if rule != "turn" and not re.search(r"[^\Wξ\d]", words):
            return
        if saying.relation not in FREE and (wording.has("finite", words) or wording.opens_badly(words)):
            return
        start = min(saying.evidence.start, saying.action.start)
        end = max(saying.evidence.end, saying.action.end)
        period = next(_YEARS.finditer(self.masked, 0, saying.action.start), None)
        for text in lists.spelled_out(self.naming.words(saying.thing), aims=saying.relation == "has-goal"):
            yield Activity(
                agent=saying.agent,
                relation=saying.relation,
                action=self.naming.words(saying.action),
                object=text,
                status="planned" if self.planned else "done",
                manner=saying.manner,
                period=period[0] if period else None,
                evidence=Span(self.span.start + start, self.span.start + end),
                rule=f"activity/{rule}",
            )

    # -- clauses ----------------------------------------------------------------------------------

    def _clause(self, index: int, verb: Verb) -> Clause:
        end = self.verbs[index + 1].start if index + 1 < len(self.verbs) else len(self.masked)
        start = wording.manner_after(self.masked, verb.span)
        region = Span(min(start, end), end)
        objects = self._passive_object(verb) if verb.passive else self._things(region, verb.relation)
        relation, subjects = verb.relation, self._subjects(index, verb)
        if relation in _EFFECTS and self._tells_effect(verb) and not self._acts_here():
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
        return verb.actor is None and wording.has("effect", self.masked[: verb.span.start])

    def _acts_here(self) -> bool:
        """Whether a body acted earlier in this sentence: what came of that is no effect of a campaign told before."""
        return any(one.verb.actor and not one.verb.passive and self.is_office(one.verb.actor) for one in self.clauses)

    def _passive_object(self, verb: Verb) -> tuple[Span, ...]:
        """What stands before "được": from the last campaign, named occasion or separator on."""
        assert verb.actor is not None
        end = self.masked.rindex(" ", 0, verb.actor.span.start - 1)
        heads = [actor.span.start for actor in self.actors if actor.kind == "campaign" and actor.span.end <= end]
        start = clauses.last_named_head(self.masked, end) or lists.list_start(self.masked, end)
        return (lists.stripped(self.masked, Span(max([start, *heads[-1:]]), end)),)

    def _things(self, region: Span, relation: str) -> tuple[Span, ...]:
        cuts = [link.span.start for link in clauses.links(self.masked, region) if link.relation not in WITHIN_NAMES]
        whole = region if relation == "has-goal" else Span(region.start, min([*cuts, region.end]))
        if relation in clauses.ASKS:
            asked = Span(whole.start, lists.list_end(self.masked, whole))
            return (lists.stripped(self.masked, asked),)
        return tuple(lists.items(self.masked, whole))

    def _subjects(self, index: int, verb: Verb) -> tuple[str, ...]:
        if verb.actor is not None:
            return self.names(verb.actor)
        if index and self.clauses[index - 1].subjects:
            return self.clauses[index - 1].subjects
        later = [other.actor for other in self.verbs[index + 1 :] if other.actor and not other.passive]
        later += [actor for actor in self.actors if actor.kind == "body" and self._heads_clause(actor, verb.span.end)]
        return self.names(later[0]) if later else self.discourse.actors

    def _heads_clause(self, actor: Actor, after: int) -> bool:
        """Whether an actor heads the very next clause after a place."""
        between = self.masked[after : actor.span.start]
        return actor.span.start > after and between.count(", ") == 1 and between.endswith(", ")

    def chain(self, clause: Clause) -> list[Clause]:
        """The clauses that share one's things, in order, itself last: "bình xét, chấm điểm thi đua"."""
        return [one for one in self.clauses if one is clause or self.shares(one) is clause]

    def shares(self, clause: Clause) -> Clause | None:
        """The clause whose things this one shares, having none: "phát động và triển khai các phong trào"."""
        at = self.clauses.index(clause)
        for one, following in zip(self.clauses[at:], self.clauses[at + 1 :], strict=False):
            gap = self.masked[one.region.start : one.region.end].strip(" ,")
            if following.verb.actor or gap not in ("", "và", "hoặc"):
                return None
            if following.objects:
                return following
        return None

    # -- names ------------------------------------------------------------------------------------

    def names(self, actor: Actor) -> tuple[str, ...]:
        """The members of an actor list, with names in full; a campaign with its attributes."""
        if actor.kind == "campaign":
            return (self.naming.lowered(self.campaign(actor)),)
        return self.naming.members(actor.span)

    def campaign(self, actor: Actor) -> Span:
        """A campaign with its attributes."""
        verb = next((verb for verb in self.verbs if verb.span.start > actor.span.end), None)
        end = lists.campaign_phrase(self.masked, actor.span.end, verb.span.start if verb else len(self.masked))
        return Span(actor.span.start, end)

    def is_office(self, actor: Actor) -> bool:
        """Whether the actors are bodies or units, which later sentences may leave unsaid; groups are not."""
        return clauses.is_named(actor.span.of(self.masked))

    # -- discourse --------------------------------------------------------------------------------

    def leave(self) -> None:
        """Keeps what the next sentences may refer to."""
        heard: tuple[str, ...] = ()
        for clause in self.clauses:
            actor = clause.verb.actor
            if actor and actor.kind == "campaign":
                self.discourse.topic = clause.subjects[0]
            elif actor and not clause.verb.passive and self.is_office(actor):
                heard = clause.subjects
            works = [thing for thing in clause.objects if any(thing.start == one.span.start for one in self._works())]
            if works and (clause.verb.passive or clause.relation in _OF_WORKS):
                self.discourse.topic = self.naming.lowered(works[0])
        self.discourse.heard(heard)

    def _works(self) -> Iterator[Actor]:
        return (actor for actor in self.actors if actor.kind == "campaign")
