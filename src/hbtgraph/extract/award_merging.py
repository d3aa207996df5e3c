"""One record for each pair of honour and recipient, however often an article tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from msgspec import structs

from hbtgraph.extract.doers import wider
from hbtgraph.extract.recipients import group_noun
from hbtgraph.model import Award
from hbtgraph.resources import table
from hbtgraph.vietnamese.text import key

_PARTS = re.compile(r",\s+|\s+(?:và|cùng)\s+")
_TEAM = re.compile(r"(?:ban|tổ) chuyên án|lực lượng (?:tham gia )?phá án", re.I)
"""A team that has a name elsewhere: the police whose case it was."""

_ANYBODY = re.compile(
    r"(?:tập thể|đơn vị|cá nhân)(?:(?:,|\svà|,\svà)\s(?:tập thể|đơn vị|cá nhân))?"
    r"(?:\s(?:xuất sắc|tiêu biểu|điển hình|dẫn đầu))*",
    re.I,
)
"""A group as the caption of a picture has it, whatever those are that the text counts."""


class Told:
    """The records found so far, looked up by their honour, their number and the words of the recipient."""

    def __init__(self) -> None:
        self.awards: list[Award] = []
        self._honours: list[str] = []
        self._named: list[frozenset[str]] = []
        self._with: dict[tuple[str, int | None, str], list[int]] = defaultdict(list)

    def add(self, award: Award) -> None:
        """Adds a record, or makes the one of the same pair fuller."""
        at = self._known(award)
        if at is None:
            at = len(self.awards)
            self.awards.append(award)
            self._honours.append(key(award.honour))
            self._named.append(frozenset())
        else:
            self.awards[at] = _fuller(self.awards[at], award)
        kept = self.awards[at]
        self._named[at] = _words(kept.recipient)
        for word in (*self._named[at], ""):
            self._with[self._honours[at], kept.count, word].append(at)

    def _known(self, award: Award) -> int | None:
        """The record of the same pair: the same number, or a name that holds the other's words."""
        words = _words(award.recipient)
        shared = ("",) if award.count or not words else words
        near = {at for word in shared for at in self._with.get((key(award.honour), award.count, word), ())}
        for at in sorted(near):
            named = self._named[at]
            if self.awards[at].count == award.count and (award.count or words <= named or named <= words):
                return at
        return None


def _words(name: str) -> frozenset[str]:
    """The words of a name, short forms written out: "Công ty CP X" is "Công ty cổ phần X"."""
    long_forms = _long_forms()
    return frozenset(word for part in name.split() for word in key(long_forms.get(part, part)).split())


def agreeing(found: list[Award]) -> Iterator[Award]:
    """A group that is praised and honoured by name is one record; who is on the list of a group is honoured with it."""
    groups = {award.count: award for award in found if award.count and award.rule == "award-praise"}
    honoured = {award.count for award in found if award.count and award.rule != "award-praise"}
    whole: dict[str, Award] = {}
    for award in found:
        if award.rule == "award-praise" and award.count in honoured:
            continue
        group = groups.get(award.count) if award.count else whole.get(key(award.honour))
        if group and (award.count or award.rule == "award-list"):
            award = _fuller(award, structs.replace(group, recipient=award.recipient))
        if award.count:
            whole[key(award.honour)] = award
        if not _is_told_elsewhere(award, found):
            yield award


def _is_told_elsewhere(award: Award, found: list[Award]) -> bool:
    """Whether a group as a caption tells of it has its number, or a team its name, at another place of the article."""
    if award.count:
        return False
    same = [one for one in found if one is not award and key(one.honour) == key(award.honour)]
    if _TEAM.fullmatch(award.recipient):
        return any(one.recipient != award.recipient for one in same)
    if _ANYBODY.fullmatch(award.recipient) and any(one.count for one in same):
        return True
    groups = {noun[0].strip() for part in _PARTS.split(key(award.recipient)) if (noun := group_noun().match(part))}
    counted = [key(one.recipient) for one in same if one.count]
    return bool(groups and counted) and all(any(one.startswith(noun) for one in counted) for noun in groups)


def _fuller(one: Award, other: Award) -> Award:
    return structs.replace(
        one,
        recipient=max(one.recipient, other.recipient, key=len),
        conferrer=wider(one.conferrer, other.conferrer),
        presenter=one.presenter or other.presenter,
        date=one.date or other.date,
    )


@cache
def _long_forms() -> dict[str, str]:
    return {row["short"]: row["long"] for row in table("name-abbreviations")}
