"""Questions and answers of an interview: which sentence begins an answer, and who is asked."""

from __future__ import annotations

import re

from hbtgraph.extract.words import UPPER, TextFinder
from hbtgraph.model import Span

_QUESTION = re.compile(r"[-–•*+] |PV|P\.V|Phóng viên|Nhà báo|Hỏi ?:|Thưa |[^?]*thưa (?:ông|bà|anh|chị|đồng chí)(?!\w)")
"""Opens a question that is put to somebody."""

_ADDRESSED = re.compile(
    r"(?<!\w)(?:(?:[Tt]heo|[Xx]in|[Ýý](?: kiến)?(?: của)?|quan điểm của|đánh giá của|nhận định của|suy nghĩ của) "
    rf"(?:ông|bà|anh|chị|đồng chí)(?! [{UPPER}])|(?:ông|bà|anh|chị|đồng chí|Ông|Bà|Anh|Chị)"
    r" (?:đánh giá|nghĩ|nhìn nhận|suy nghĩ|lý giải|bình luận|thấy|nói|có lo ngại|có thể cho biết"
    r"|có (?:\w+ ){1,6}gì)(?!\w))"
)
"""Somebody whom a question speaks to: "theo ông", "ông nghĩ sao"."""

_TURN = re.compile(r"[-–+•] ?(?=[\w“\"])")
_TALK = TextFinder(
    re.compile(r"(?<!\w)(?:[Tt]rả lời|[Pp]hỏng vấn|[Tt]rao đổi|[Tt]rò chuyện|[Đđ]ối thoại)(?!\w)"),
    ("trả lời", "phỏng vấn", "trao đổi", "trò chuyện", "đối thoại"),
)
_SHORT = 20
_LONGEST_QUESTION = 4
"""Sentences of the longest question."""


class Interview:
    """Follows the turns of an interview, sentence by sentence."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._asks = "?" in plain
        self._left = 0
        self._asked = False

    def is_talk(self, sentence: Span) -> bool:
        """Whether the sentence tells of a talk: who is named there alone is asked."""
        return self._asks and bool(_TALK.search(self._plain, sentence.start, sentence.end))

    def is_put(self, sentence: Span) -> bool:
        """Whether the sentence is a question that speaks to somebody, who says nothing in it: "Theo ông, ...?"."""
        asks = self._asks and self._ends_asking(sentence)
        return asks and _ADDRESSED.search(self._plain, sentence.start, sentence.end) is not None

    def _ends_asking(self, sentence: Span) -> bool:
        return "?" in self._plain[max(sentence.start, sentence.end - 3) : sentence.end]

    def answer_in(self, sentence: Span) -> Span | None:
        """The words of the answer that the sentence begins, behind a question."""
        if not self._asks:
            return None
        turn = _TURN.match(self._plain, sentence.start, sentence.end)
        asks = self._ends_asking(sentence)
        begins = self._asked and not asks and (turn or (self._left and self._plain[sentence.start] not in "-–+•("))
        if begins and sentence.end - sentence.start < _SHORT:
            return None  # "Đúng." is no answer yet
        if begins:
            self._left, self._asked = 0, False
            return Span(turn.end() if turn else sentence.start, sentence.end)
        opens = _QUESTION.match(self._plain, sentence.start, sentence.end) or self.is_put(sentence)
        self._left = _LONGEST_QUESTION if opens else max(0, self._left - 1)
        self._asked = asks
        return None
