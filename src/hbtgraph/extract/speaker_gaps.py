"""What may stand between a speaker and a verb, or a quotation: who somebody is, when, and what is done first."""

from __future__ import annotations

import re
from functools import cache

from hbtgraph.extract.speech_words import LOWER, words
from hbtgraph.extract.words import UPPER, any_of

_DAY = r"(?:nay|qua|đó|ấy|cùng ngày|ngày|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)"
"""When something was said, behind its time of day."""

ABOUT = re.compile(
    rf"(?:,| vào)? (?:(?:hôm|sáng|trưa|chiều|tối|đêm)(?: {_DAY}){{1,2}}|ngày {_DAY})(?!\w),?"
    r"| ?\((?:[^()]++|\([^()]*+\))*+\)|,? ?sinh (?:năm|ngày) [\d/.-]+|,? ?\d\d tuổi|(?:khi đó|hiện|nay|hiện nay) là"
    r"|,? ?(?:nhiệm kỳ|khóa) [\dIVX –-]+"
)
"""What may be told of a speaker, or of the day, in passing."""

DOING = re.compile(r"(?: \([^()]{1,80}\))? (?!và )(?:(?! và )[^,.;:“”\"()–]){1,80},? ")
"""One thing done, without any mark."""

APPOSED = re.compile(r"(?: \([^()]*\))?(?:,| ?[-–]) ?[^.;:“”\"]{2,160}[ ,-]")
"""Next to anything behind a comma or a dash."""

TO_QUOTE = re.compile(r"[\w ]{2,20}: ?[“\"]")
"""What a speaker did while speaking may come between, where a quotation then follows the verb."""

MOVED = re.compile(rf"(?: (?!và ){LOWER}){{1,14}} ")
"""As many small words as may tell how somebody moves while speaking."""

REST = re.compile(rf"(?: {LOWER}){{0,3}}(?: [{UPPER}]\w+){{1,3}} ")
"""The rest of the name of a body that was not read to its end."""

MANNER = re.compile(rf"(?: {LOWER}){{1,5}}$")
"""Words that tell how something was said: as many as would name no deed of its own."""

CONTRAST = re.compile(r"(?:Còn|Riêng|Nhưng|Tuy nhiên,?) ")
"""Before the name of the next speaker."""

HEAD = re.compile(r"(?:[-–•+] ?)?(?:[^;“”\"]{1,160}, )?(?:[^\W\d_]+ ){0,2}")
"""At the head of a sentence before whom it is about: an occasion, and a word of address."""

POST = "◆"
"""Stands for a post or a unit taken out of a text: no letter, mark or sign of the language."""

_LONGEST_APPOSITION = 120


@cache
def adverbs() -> re.Pattern[str]:
    """Adverbs and marks."""
    return re.compile(rf"(?:[ ,–-]*(?:{any_of(words('adverb'))})(?!\w))*[ ,–-]*")


@cache
def joined() -> re.Pattern[str]:
    """What a speaker does first, joined to the verb of speech: "ông A đi thăm công trường và yêu cầu"."""
    return re.compile(rf" [^.;:“”\"()]{{2,160}}(?: và|[,;]? đồng thời|,? rồi)(?: (?:{any_of(words('adverb'))}))* ")


@cache
def apposition() -> re.Pattern[str]:
    """What somebody is, behind a comma or a dash: told by a post, or begun by one of the words for it."""
    inner = rf"[^.;:“”\"\n]{{1,{_LONGEST_APPOSITION}}}"
    post = rf"{POST}(?!\w){inner.replace('[^', '[^,')}(?:, ?)?"
    return re.compile(
        rf"(?:,| ?[-–]) ?(?:(?:{any_of(words('apposition'))})(?!\w){inner}|{post})"
        rf"| ?[-–] {inner}?[-–,] ?(?:{adverbs().pattern})"
    )


@cache
def open_apposition() -> re.Pattern[str]:
    """What somebody is, behind a dash that no second one closes, or where he lives, or anything between two commas.

    "ông A - cán bộ phòng B cho biết", "ông A ở thôn B cho biết", "ông A, quản lý của B, cho biết".
    """
    word = rf"(?!(?:{any_of(words('clause'))})(?!\w))[^ ,.;:“”\"\n–-]+ "
    inner = rf"(?:(?!, (?:{any_of(words('clause'))})(?!\w)|(?:được|bị|đã) )[^.;:“”\"\n]){{2,{_LONGEST_APPOSITION}}}"
    first = rf"(?!(?:{any_of((*words('clause'), *words('link')))})(?!\w))"
    return re.compile(
        rf"(?: ?[-–] (?:{word}){{1,14}}| (?:ở|ngụ|trú|quê)(?: ở| tại)? (?:{word.rstrip()},? ){{1,8}}"
        rf"|, {first}[^,.;:“”\"\n]{{2,80}}, |, {POST}{inner}, )(?:{adverbs().pattern})"
    )
