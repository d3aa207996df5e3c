"""A telling: what one article says of one deed, whether still to come (a promise) or done (a report)."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from hbtgraph.model import Span

PromiseKind = Literal["event", "target", "document", "activity"]


class Telling(Struct, frozen=True, kw_only=True):
    """One fact of one article, as far as promises and reports are compared."""

    article: str
    """IRI of the article."""
    day: str = ""
    """When it was published; empty where nobody knows."""
    fact: str
    kind: PromiseKind
    ahead: bool
    """Whether it is still to come."""
    text: str
    """The event's name, the indicator, the document's title, the activity's object."""
    by: str = ""
    """IRI of who promises or does it; of a figure, its area."""
    acting: frozenset[str] = frozenset()
    """IRIs of all who are told to act, and of the place."""
    units: frozenset[str] = frozenset()
    """IRIs of the units that these govern."""
    named: tuple[str, ...] = ()
    """Names of these, which the text need not repeat."""
    first: str = ""
    last: str = ""
    """The days between which it is to happen or happened."""
    sort: str = ""
    """The document's type, the activity's deed, the figure's unit."""
    value: Decimal | None = None
    less: bool = False
    """Whether less than the value is better."""
    settled: bool = True
    """Whether a document has its number or day; whether a figure is told as what was done."""
    estimate: bool = False
    """Whether the value is estimated before the period is over."""
    evidence: str = ""
    """IRI of the evidence."""
    span: Span = Span(0, 0)

    @property
    def who(self) -> frozenset[str]:
        """Everybody and every place that it concerns."""
        return self.acting | self.units

    def is_of(self, other: Telling) -> bool:
        """Whether both are of the same, or one of a unit and the other of a body that governs it.

        Two bodies of one unit are two: the People's Council does not keep what the People's Committee promises.
        """
        return bool(self.acting & other.who or other.acting & self.who)
