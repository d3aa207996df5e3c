"""Who is who, for programs: mentions, doubts, and decisions of people."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hbtgraph.errors import DecisionError
from hbtgraph.store import Store

if TYPE_CHECKING:
    from hbtgraph.identity import Decided, Decision, Verdict
    from hbtgraph.pipeline.naming import Doubt, NamedAt


class WhoIsWho:
    """The part of a knowledge graph that tells whom articles name, and takes decisions on it (docs/identity.md)."""

    store: Store
    decisions: Path | None
    """The file of decisions; None where the store is no folder and none was named."""

    def mentions(self, *articles: str) -> tuple[NamedAt, ...]:
        """Every naming that a fact uses, in these articles (ids or IRIs) or in all, with the rule that tells who it is.

        Raises LookupFailed where there is no such article.
        """
        from hbtgraph import pipeline
        from hbtgraph.pipeline.naming import mentions

        ids = [pipeline.held(self.store, name).id for name in articles]
        return tuple(mentions(self.store, ids, self._decided()))

    def doubts(self) -> tuple[Doubt, ...]:
        """The pairs that rules neither join nor keep apart, the likeliest first, with the words of both sides."""
        from hbtgraph.pipeline.naming import doubts

        return tuple(doubts(self.store, self._decided()))

    def same(self, a: str, b: str, *, why: str, who: str | None = None) -> Decision:
        """Decides that two IRIs are one thing. Raises DecisionError, with nothing changed, where they cannot be."""
        return self._decide("same", (a, b), why, who)

    def different(self, a: str, b: str, *, why: str, who: str | None = None) -> Decision:
        """Decides that two IRIs are two things, never to be joined. Raises DecisionError."""
        return self._decide("different", (a, b), why, who)

    def split(self, thing: str, *, why: str, who: str | None = None) -> Decision:
        """Parts a thing into what each article names. Raises DecisionError where one article alone names it."""
        return self._decide("split", (thing,), why, who)

    def undo(self, number: int, *, why: str, who: str | None = None) -> Decision:
        """Takes a decision back. Raises DecisionError where there is none of this number."""
        return self._decide("undo", (str(number),), why, who)

    def _decide(self, verdict: Verdict, sides: tuple[str, ...], why: str, who: str | None) -> Decision:
        from hbtgraph.pipeline.deciding import decide

        if self.decisions is None:
            raise DecisionError(
                "kho này không phải thư mục, hãy chỉ ra tệp quyết định: open(..., decisions=TỆP)",
                "this store is no folder: name the file of decisions, open(..., decisions=FILE)",
            )
        today = date.today().isoformat()
        return decide(self.store, self.decisions, verdict, sides, who=who or getpass.getuser(), when=today, why=why)

    def _decided(self) -> Decided:
        """What people decided of who is who. Raises DecisionError."""
        from hbtgraph.identity import UNDECIDED, decided, read_decisions

        return decided(read_decisions(self.decisions)) if self.decisions else UNDECIDED
