"""Activities: what bodies, units and groups do or will do, and what is said of campaigns and programmes.

Every clause with a verb of `data/gazetteers/activity-relations.csv` and a known actor gives one record for
each thing it acts on; joining words ("gắn với", "nhằm", "thuộc") and nouns of action ("sự chỉ đạo của …")
give theirs. What no rule understands gives nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from hbtgraph.extract.activity import Clause, Discourse, Reading, Saying, clauses, joined, reports, turns
from hbtgraph.extract.context import Context, inside
from hbtgraph.model import Activity, Block, Span

_LONGEST = 1200
"""Code points of the longest sentence that is read: what is longer is a table or a list without stops."""


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
            for span, masked in _sentences(context, block):
                reading = Reading(context, discourse, span, masked)
                if reading.tells and not _is_report(context, span, masked):
                    yield from _deeds(reading)
                    yield from joined(reading)
                    yield from _named_actions(reading)
                yield from _turns(reading)
                reading.leave()


def _is_report(context: Context, span: Span, masked: str) -> bool:
    """Whether the sentence tells what somebody says, which is a statement and no deed."""
    named = (*inside(context.names, span), *inside(context.bodies, span))
    posts = context.posts[bisect_left(context.posts, span.start, key=lambda group: group.span.start) :]
    places = [mention.span.start for mention in named]
    places += [group.span.start for group in takewhile(lambda group: group.span.start < span.end, posts)]
    return reports.is_report(masked, (place - span.start for place in places))


def _sentences(context: Context, block: Block) -> Iterator[tuple[Span, str]]:
    """The block's sentences, questions and what is too long to be one left out, each with its text masked.

    The block is masked as a whole, since quotations go over several sentences.
    """
    at = block.span.start
    bodies = [Span(one.span.start - at, one.span.end - at) for one in inside(context.bodies, block.span)]
    units = [Span(one.span.start - at, one.span.end - at) for one in inside(context.units, block.span)]
    masked = clauses.masked(block.span.of(context.plain), bodies, units)
    first = bisect_left(context.sentences, at, key=lambda span: span.start)
    for span in takewhile(lambda span: span.end <= block.span.end, context.sentences[first:]):
        if span.end - span.start <= _LONGEST and not span.of(context.text).endswith("?"):
            yield span, masked[span.start - at : span.end - at]


def _deeds(reading: Reading) -> Iterator[Activity]:
    """What the clauses say, and whose merit it is that is commended."""
    for clause in reading.clauses:
        objects, action = clause.objects, clause.verb.span
        if not objects and (following := reading.shares(clause)):
            objects = following.objects
            if following.relation == clause.relation:
                action = Span(action.start, following.verb.span.end)
        manner = reading.naming.words(Span(clause.verb.span.end, clause.region.start)) or None
        for subject in (clause.tied,) if clause.tied else clause.subjects:
            for thing in objects:
                evidence = Span(thing.start if clause.verb.passive else clause.verb.start, thing.end)
                saying = Saying(subject, clause.relation, action, thing, evidence, manner)
                yield from reading.records(saying, "clause")
        if clause.relation == "commends":
            yield from _whose(reading, clause)


def _whose(reading: Reading, clause: Clause) -> Iterator[Activity]:
    """Whose merit is commended: "khen thưởng sáng kiến của cán bộ, công chức"."""
    for actor in reading.actors:
        of = Span(actor.span.start - len("của "), actor.span.start - 1)
        within = clause.region.start <= of.start < clause.region.end and of.of(reading.masked) == "của"
        if within and not reading.is_office(actor):
            deed = reading.naming.words(Span(clause.verb.span.start, of.start))
            evidence = Span(clause.verb.span.start, actor.span.end)
            yield from reading.records(Saying(deed, "targets", of, actor.span, evidence), "clause")


def _named_actions(reading: Reading) -> Iterator[Activity]:
    """Nouns of action with their doers, on the campaign that the sentence speaks of."""
    for nominal in clauses.nominals(reading.masked, reading.actors):
        if (thing := _what_for(reading, nominal.span.end)) is None:
            continue
        doers = next(actor for actor in reading.actors if actor.span == nominal.doers)
        for doer in reading.names(doers):
            yield from reading.records(Saying(doer, nominal.relation, nominal.word, thing, nominal.span), "noun")


def _what_for(reading: Reading, after: int) -> Span | None:
    """The campaign that is the sentence's subject, or the work named after "trong"."""
    for actor in reading.actors:
        start = actor.span.start
        if actor.kind == "campaign" and start >= after:
            work = re.search(r"\b(?:trong|cho|đối với) (?:việc )?(?=\w+ \w+ $)", reading.masked[:start])
            if work or clauses.begins_clause(reading.masked, start):
                return Span(work.end() if work else start, reading.campaign(actor).end)
    return None


def _turns(reading: Reading) -> Iterator[Activity]:
    """What fixed turns say: a year's theme, a founding year, a task called important."""
    for turn in turns.find(reading.masked, reading.span.of(reading.context.text)):
        saying = Saying(reading.naming.words(turn.agent), turn.relation, turn.action, turn.thing, turn.span)
        yield from reading.records(saying, "turn")
