"""What people decided of who is who: a text file to be kept under version control, replayed at every build.

Each line is one decision, and none is ever taken out or changed: one that was wrong is undone by a later
line. Sides are births or IRIs of entities, which are births too.

    number,when,who,decision,a,b,why
    1,2026-11-24,Nguyễn Thị Sen,different,https://…/person-…,https://…/person-…,hai người khác năm sinh
    2,2026-11-25,Nguyễn Thị Sen,undo,1,,nhìn nhầm năm sinh

`same` joins a and b, `different` keeps them apart for good, `split` parts all the births that b lists (with
spaces between), which were joined in a; `undo` takes back the line whose number is a.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from hbtgraph.config import BASE
from hbtgraph.errors import DecisionError

Verdict = Literal["same", "different", "split", "undo"]
_HEADER = ("number", "when", "who", "decision", "a", "b", "why")
_IRI = f"{BASE}id/"


class Decision(Struct, frozen=True, kw_only=True):
    """One line of the file."""

    number: int
    when: str
    who: str
    decision: Verdict
    a: str
    b: str
    why: str


class Decided(Struct, frozen=True, kw_only=True):
    """Pairs of births that people decided on: to be one, or to be kept apart."""

    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def births(self) -> frozenset[str]:
        """Every birth that a decision names."""
        return frozenset(birth for pair in (*self.same, *self.apart) for birth in pair)


UNDECIDED = Decided()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in their order; none where there is no file.

    Raises DecisionError where it cannot be read, is cut short, or contradicts itself; nothing of it is used then.
    """
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, "không đọc được tệp", "the file cannot be read") from error
    if not text.endswith("\n"):
        raise _wrong(path, "tệp bị cắt ngang ở dòng cuối", "the file is cut short in its last line")
    rows = list(csv.reader(io.StringIO(text), strict=True))
    if not rows or tuple(rows[0]) != _HEADER:
        raise _wrong(path, f"dòng đầu phải là {','.join(_HEADER)}", f"the first line must be {','.join(_HEADER)}")
    decisions = tuple(_decision(path, number, row) for number, row in enumerate(rows[1:], 1))
    decided(decisions, where=str(path))
    return decisions


def _decision(path: Path, number: int, row: Sequence[str]) -> Decision:
    line = number + 1
    if len(row) != len(_HEADER) or row[0] != str(number):
        raise _wrong(path, f"dòng {line} thiếu cột hoặc sai số thứ tự", f"line {line} lacks a column or is misnumbered")
    _, when, who, verdict, a, b, why = row
    if verdict not in get_args(Verdict):
        known = ", ".join(get_args(Verdict))
        raise _wrong(path, f"dòng {line}: “{verdict}” phải là {known}", f"line {line}: “{verdict}” must be {known}")
    sides = [*([] if verdict == "undo" else [a]), *b.split()]
    if strange := next((side for side in sides if not side.startswith(_IRI)), None):
        raise _wrong(
            path, f"dòng {line}: “{strange}” không phải IRI", f"line {line}: “{strange}” is no IRI of the graph"
        )
    if verdict == "undo" and not (a.isdecimal() and 0 < int(a) < number):
        raise _wrong(path, f"dòng {line}: không có quyết định số {a}", f"line {line}: there is no decision {a}")
    return Decision(number=number, when=when, who=who, decision=verdict, a=a, b=b, why=why)  # type: ignore[arg-type]


def _wrong(path: Path, vi: str, en: str) -> DecisionError:
    return DecisionError(
        f"{vi}; hãy sửa tệp hoặc lấy lại bản trước", f"{en}; mend the file or take an earlier version", where=str(path)
    )


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no later line takes back; an undoing can be undone too."""
    decisions = tuple(decisions)
    undone: set[int] = set()
    for one in reversed(decisions):
        if one.decision == "undo" and one.number not in undone:
            undone.add(int(one.a))
    return tuple(one for one in decisions if one.number not in undone and one.decision != "undo")


def decided(decisions: Iterable[Decision], *, where: str | None = None) -> Decided:
    """The pairs that the standing decisions join and keep apart.

    Raises DecisionError where they go round in a circle: a pair that is kept apart is joined by others.
    """
    same: list[tuple[str, str]] = []
    apart: list[tuple[str, str, int]] = []
    for one in standing(decisions):
        if one.decision == "same":
            same.append((one.a, one.b))
        elif one.decision == "different":
            apart.append((one.a, one.b, one.number))
        else:
            apart += [(a, b, one.number) for a, b in combinations(sorted(one.b.split()), 2)]
    group = _groups(same)
    for a, b, number in apart:
        if a == b or (a in group and group[a] is group.get(b)):
            raise DecisionError(
                f"quyết định số {number} nói hai bên khác nhau mà các quyết định khác nói là một; hãy rút bớt một "
                "quyết định (hbtgraph undo SỐ)",
                f"decision {number} says that two sides differ, which others say are the same; take one back "
                "(hbtgraph undo NUMBER)",
                where=where or f"{a} – {b}",
            )
    return Decided(same=tuple(same), apart=tuple((a, b) for a, b, _ in apart))


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    group: dict[str, set[str]] = {}
    for a, b in pairs:
        one = group.setdefault(a, {a}) | group.setdefault(b, {b})
        group.update(dict.fromkeys(one, one))
    return group


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Writes the file anew: the whole of it or nothing. Raises DecisionError."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    for one in decisions:
        writer.writerow([getattr(one, name) for name in _HEADER])
    beside = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(out.getvalue(), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DecisionError(
            f"không ghi được tệp quyết định ({error.strerror}); hãy xem quyền ghi",
            f"the file of decisions cannot be written ({error.strerror}); check permissions",
            where=str(path),
        ) from error
