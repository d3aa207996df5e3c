"""Article → facts: one module a fact kind, the words they know in `data/gazetteers`.

`extract(article)` is a pure function of the article and the tables: no network, no clock, no state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import structs

from hbtgraph.extract.activities import activities as _activities
from hbtgraph.extract.appointments import appointments
from hbtgraph.extract.awards import awards
from hbtgraph.extract.campaigns import campaigns
from hbtgraph.extract.containments import containments
from hbtgraph.extract.context import Context, Mention, context, inside
from hbtgraph.extract.documents import documents
from hbtgraph.extract.events import events
from hbtgraph.extract.figures import figures
from hbtgraph.extract.statements import statements
from hbtgraph.extract.tenures import tenures
from hbtgraph.model import AnyFact, Article, Span, kind_of

__all__ = ["Context", "Mention", "context", "extract", "inside"]

_GUIDE: tuple[Callable[[Context], Iterable[AnyFact]], ...] = (
    tenures,
    appointments,
    documents,
    campaigns,
    lambda context: context.once(awards),  # figures look at them too
    events,
    figures,
    statements,
    containments,
)


def extract(article: Article, *, activities: bool = True) -> tuple[AnyFact, ...]:
    """All facts that the article states, sorted by where their words begin and then by kind, each once.

    Without `activities` only the nine kinds of the guide, which takes about two thirds of the time.
    """
    shared = context(article)
    extractors = (*_GUIDE, _activities) if activities else _GUIDE
    found = dict.fromkeys(_tight(article.text, fact) for extractor in extractors for fact in extractor(shared))
    return tuple(sorted(found, key=lambda fact: (fact.evidence.start, kind_of(fact), fact.evidence.end)))


def _tight(text: str, fact: AnyFact) -> AnyFact:
    """The fact, its evidence without white space at the ends."""
    words = fact.evidence.of(text)
    bare = words.strip()
    if len(bare) == len(words):
        return fact
    start = fact.evidence.start + len(words) - len(words.lstrip())
    return structs.replace(fact, evidence=Span(start, start + len(bare)))
