"""Percentages checked against the amounts that stand beside them: 79% of what? 8.602,658 / 0,79."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from hbtgraph.contradictions.bases import Base, Bases
from hbtgraph.contradictions.numbers import Reach, decimals_of, reach_of, rounded, spoken
from hbtgraph.contradictions.ratio_patterns import Shape, shapes
from hbtgraph.contradictions.words import words_of
from hbtgraph.model import Article, Span
from hbtgraph.vietnamese.numbers import NumberMention, find_numbers, to_dong
from hbtgraph.vietnamese.text import key, sentences

Verdict = Literal["wrong", "right", "base-not-stated"]

_HUNDRED, _MILLION = Decimal(100), Decimal(10) ** 6
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_UNIT = re.compile(r"\s?([^\W\d_]+(?:\s[^\W\d_]+){0,2})")
_NO_AMOUNT = re.compile(r"(?:năm|tháng|ngày|quý|khóa|lần thứ|điều|khoản|(?<!tổng )(?<!trong )số|/)\s?$", re.I)
"""Before a number that names and does not count."""


class RatioCheck(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stated percentage and what its amounts give.

    `base` is the whole, plan or earlier amount as stated or as it follows; where there is none, `implied`
    is what the numbers imply for it, and `base_words` what the article calls it.
    """

    verdict: Verdict
    stated: str
    part: str
    base: str = ""
    base_words: str = ""
    computed: str = ""
    implied: str = ""
    difference: str = ""
    """In percentage points."""
    start: int
    end: int
    words: str
    facts: tuple[str, ...] = ()
    """IRIs of the article's figures that stand in these words."""


class Amount(Struct, frozen=True):
    """A number of the sentence with its unit."""

    mention: NumberMention
    reach: Reach
    factor: Decimal
    unit: str
    scaled: str
    """The unit as it is written with its scale: "tỷ đồng"."""
    written: str
    whole: Span
    """The number with its qualifier, unit and scale."""

    @property
    def value(self) -> Decimal:
        """The number in the plain unit."""
        return self.mention.value * self.factor


def ratio_checks(article: Article, bases: Bases) -> Iterator[RatioCheck]:
    """The checks that the sentences of an article allow, in their order."""
    for block in article.blocks:
        if "%" in block.span.of(article.text):
            for sentence in sentences(article.text, block.span):
                if "%" in sentence.of(article.text):
                    yield from _in_sentence(article.text, sentence, bases)


def _in_sentence(text: str, sentence: Span, bases: Bases) -> Iterator[RatioCheck]:
    amounts: dict[int, Amount] = {}
    marked, at = "", sentence.start
    for index, one in enumerate(find_numbers(text, sentence)):
        between = text[at : one.whole.start]
        if not one.percent and _NO_AMOUNT.search(between):
            continue
        marked += between + (f"⟨p{index}⟩" if one.percent else f"⟨{index}⟩")
        at = one.whole.end
        amounts[index] = _amount(text, one, sentence)
    marked += text[at : sentence.end]
    done: set[str] = set()
    for shape, pattern in shapes():
        for match in pattern.finditer(marked):
            if match["p"] not in done and (found := _check(text, shape, match, amounts, bases)):
                done.add(match["p"])
                yield found


def _amount(text: str, mention: NumberMention, sentence: Span) -> Amount:
    behind = _UNIT.match(text, mention.whole.end, min(sentence.end, mention.whole.end + 24))
    words = behind[1].lower().split() if behind and not mention.percent else []
    unit, factor, length = key(" ".join(words[:1])), Decimal(1), 1
    sums = (length for length in range(len(words), 0, -1) if to_dong(_MILLION, " ".join(words[:length])))
    if money := next(sums, 0):
        unit, length = "đồng", money
        factor = Decimal(to_dong(_MILLION, " ".join(words[:money])) or 0) / _MILLION
    elif unit in _SCALES:
        unit, factor, length = key(" ".join(words[1:2])), Decimal(_SCALES[unit]), 2
    scaled = " ".join(words[:length])
    shown = len(scaled) + behind.start(1) - mention.whole.end if behind and scaled else 0
    return Amount(
        mention=mention,
        reach=reach_of(mention, text).times(factor),
        factor=factor,
        unit=unit,
        scaled=scaled,
        written=f"{mention.whole.of(text)} {scaled}".strip(),
        whole=Span(mention.whole.start, mention.whole.end + shown),
    )


def _check(
    text: str, shape: Shape, match: re.Match[str], amounts: Mapping[int, Amount], bases: Bases
) -> RatioCheck | None:
    named = match.groupdict()
    used = {name: amounts[int(named[name])] for name in "abdp" if named.get(name)}
    part = used["a"]
    if any(one.mention.high is not None for one in used.values()):
        return None
    if part.mention.of is not None:
        exact = part.mention.value / part.mention.of
        found = _checked(text, match, used, (_fraction(part), exact), spoken(part.mention.of))
        return found if shape == "fraction" else None
    sign = 1 if key(named.get("way") or "") in words_of("more") else -1
    match shape:
        case "change" if part.unit == used["d"].unit:
            return _change(text, match, used, sign)
        case "growth" if part.unit == used["b"].unit and used["b"].reach.low > 0:
            return _checked(text, match, used, _growth(part, used["b"], sign), used["b"].written)
        case "share" | "plan" if _in_one_unit(part, used["b"]) and used["b"].reach.low > 0:
            if shape == "plan" or "/" in match[0] or part.value <= used["b"].value:
                return _checked(text, match, used, _share(part, used["b"]), used["b"].written)
        case "plan-implied":
            if base := bases.plan(part.mention.span):
                return _checked(text, match, used, _share(part, base), base.written)
            return _implied(text, match, used, used["p"].mention.value / _HUNDRED)
        case "earlier-implied":
            if base := bases.earlier(part.mention.span):
                return _checked(text, match, used, _growth(part, base, sign), base.written)
            return _implied(text, match, used, 1 + sign * used["p"].mention.value / _HUNDRED)
    return None


Share = tuple[Reach, Decimal]
"""What a share may be, and what it is where all numbers are exact."""


def _share(part: Amount, whole: Amount | Base) -> Share:
    return part.reach.over(whole.reach), part.value / whole.value


def _growth(now: Amount, before: Amount | Base, sign: int) -> Share:
    reach, exact = _share(now, before)
    low, high = sorted((sign * (reach.low - 1), sign * (reach.high - 1)))
    return Reach(low, high), sign * (exact - 1)


def _change(text: str, match: re.Match[str], used: Mapping[str, Amount], sign: int) -> RatioCheck | None:
    """More by so many: what there was before follows."""
    now, change = used["a"], used["d"]
    before = Reach(now.reach.low - sign * change.value, now.reach.high - sign * change.value)
    if before.low <= 0:
        return None
    exact = now.value - sign * change.value
    share = change.reach.over(before), change.value / exact
    return _checked(text, match, used, share, _in(now, exact), change)


def _fraction(part: Amount) -> Reach:
    """65/67 is exact; about 65/67 is not."""
    whole = part.mention.of or Decimal(1)
    if part.mention.qualifier == "exact":
        return Reach(part.mention.value / whole, part.mention.value / whole)
    return Reach(part.reach.low / part.factor / whole, part.reach.high / part.factor / whole)


def _in_one_unit(part: Amount, whole: Amount) -> bool:
    return part.unit == whole.unit or not whole.unit


def _in(like: Amount, value: Decimal) -> str:
    return f"{spoken(_round(value / like.factor))} {like.scaled}".strip()


def _checked(
    text: str, match: re.Match[str], used: Mapping[str, Amount], share: Share, base: str, part: Amount | None = None
) -> RatioCheck | None:
    ratio, computed = used["p"], share[0].times(_HUNDRED)
    exact = _round(share[1] * _HUNDRED, decimals_of(ratio.mention, text) + 2)
    stated = rounded(ratio.mention.value, ratio.mention.qualifier, decimals_of(ratio.mention, text))
    wrong = computed.low > stated.high or computed.high < stated.low
    span = _around(used.values())
    return RatioCheck(
        verdict="wrong" if wrong else "right",
        stated=ratio.written,
        part=(part or used["a"]).written,
        base=base,
        base_words=_said(match),
        computed=f"{spoken(exact)}%",
        difference=spoken(abs(exact - ratio.mention.value)) if wrong else "",
        start=span.start,
        end=span.end,
        words=span.of(text),
    )


def _implied(text: str, match: re.Match[str], used: Mapping[str, Amount], share: Decimal) -> RatioCheck | None:
    if share <= 0:
        return None
    part, ratio, span = used["a"], used["p"], _around(used.values())
    return RatioCheck(
        verdict="base-not-stated",
        stated=ratio.written,
        part=part.written,
        base_words=_said(match),
        implied=_in(part, part.value / share),
        start=span.start,
        end=span.end,
        words=span.of(text),
    )


def _around(amounts: Iterable[Amount]) -> Span:
    spans = [one.whole for one in amounts]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _said(match: re.Match[str]) -> str:
    return " ".join((match.groupdict().get("base") or "").split())


def _round(number: Decimal, places: int = 3) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
