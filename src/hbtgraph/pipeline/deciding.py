"""Decisions of people on who is who: taken, kept in their file, and carried out in the store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hbtgraph.config import BASE
from hbtgraph.errors import DecisionError
from hbtgraph.identity import Decided, Decision, Registry, Verdict, decided, read_decisions, write_decisions
from hbtgraph.pipeline import memory
from hbtgraph.pipeline.commit import rewrite
from hbtgraph.pipeline.contesting import contesting
from hbtgraph.pipeline.identities import resolve
from hbtgraph.pipeline.known import known_things
from hbtgraph.pipeline.promises import expect, follow_up
from hbtgraph.pipeline.tenures import renewed
from hbtgraph.store import Store


def decide(
    store: Store, file: Path, verdict: Verdict, sides: Iterable[str], *, who: str, when: str, why: str
) -> Decision:
    """Takes a decision, writes it to the file and carries it out; everything stays as it was where it cannot be.

    `sides` are IRIs (also their last part alone, or tombstones): two for "same" and "different", one for
    "split"; for "undo" the number of a line. Raises DecisionError, StoreError.
    """
    before = read_decisions(file)
    a, b = _sides(store, verdict, list(sides))
    new = Decision(number=len(before) + 1, when=when, who=who, decision=verdict, a=a, b=b, why=why.strip())
    if not new.why:
        raise DecisionError("thiếu lý do; hãy thêm --why", "a reason is missing; add --why", where=verdict)
    if verdict == "undo" and not (a.isdecimal() and 0 < int(a) <= len(before)):
        raise DecisionError("không có quyết định số này", "there is no decision of this number", where=a)
    after = (*before, new)
    pairs = decided(after)
    write_decisions(file, after)
    carry_out(store, file, decided(before).births | pairs.births)
    return new


def carry_out(store: Store, file: Path, touched: Iterable[str] = ()) -> None:
    """Brings the store in line with the file where it is not. Raises DecisionError, StoreError."""
    resolution = resolve(store, (), (), decided(read_decisions(file)), touched)
    expect(store, resolution.stale)
    with renewed(store, resolution.stale), contesting(store, resolution.stale):
        rewrite(store, resolution, Registry(known_things(store)))
    follow_up(store)


def unmet(store: Store, pairs: Decided) -> list[str]:
    """The IRIs that decisions name and no article of the store does, sorted. Raises StoreError."""
    return sorted(pairs.births - {one.sketch.birth for one in memory.of_births(store, pairs.births)})


def _sides(store: Store, verdict: Verdict, sides: list[str]) -> tuple[str, str]:
    if verdict == "undo":
        return sides[0], ""
    found = [_births(store, side) for side in sides]
    if verdict == "split":
        if len(found[0]) < 2:
            raise DecisionError(
                "chỉ một bài nêu đối tượng này, không có gì để tách",
                "one naming alone: nothing to part",
                where=sides[0],
            )
        return _iri(sides[0]), " ".join(found[0])
    one, other = found[0][0], found[1][0]
    if one == other:
        raise DecisionError("hai bên là một IRI", "both sides are one IRI", where=sides[0])
    if _kind(one) != _kind(other):
        raise DecisionError(
            "hai bên không cùng loại (người, cơ quan, văn bản…)", "the sides are of two kinds", where=" – ".join(sides)
        )
    return one, other


def _births(store: Store, side: str) -> list[str]:
    """The births of an entity, the one that its IRI is first. Raises DecisionError where the store has none."""
    iri = _iri(side)
    if memory.of_births(store, [iri]):
        named = memory.births_of(store, iri)
        return [iri, *sorted(set(named) - {iri})]
    if named := memory.births_of(store, memory.replaced(store).get(iri, iri)):
        return sorted(named)
    raise DecisionError(
        "đồ thị không có IRI này (xem `hbtgraph mentions`)",
        "the graph has no such IRI (see `hbtgraph mentions`)",
        where=side,
    )


def _iri(side: str) -> str:
    return side if side.startswith(BASE) else f"{BASE}id/{side.removeprefix('id:')}"


def _kind(iri: str) -> str:
    return iri.rpartition("/")[2].partition("-")[0]
