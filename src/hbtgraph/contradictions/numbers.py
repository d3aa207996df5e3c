"""What a stated number leaves open: "hơn 8.600 tỷ" and "8.602,658 tỷ" agree, 424 and 425 do not."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from hbtgraph.vietnamese.numbers import NumberMention, Qualifier

_ENDLESS = Decimal("Infinity")
_SLACK = Decimal("0.1")
"""How far "khoảng" and "hơn" reach: a tenth of the number."""
_FEW = 100
"""Thirty people are thirty."""
_MOST = 50
"""A round number is taken for rounded by no more than a fiftieth of itself."""


class Reach(Struct, frozen=True):
    """The numbers that a stated number may stand for."""

    low: Decimal
    high: Decimal
    number: Decimal | None = None
    """The number itself, where no word limits it, and the step to the next that could be written like it."""
    step: Decimal = Decimal(0)

    def apart(self, other: Reach) -> bool:
        """Whether no number can be meant by both: of two that are written as finely, neither rounds the other."""
        if self.number is not None and other.number is not None and self.step == other.step:
            return self.number != other.number
        return self.high <= other.low or other.high <= self.low

    def times(self, factor: Decimal) -> Reach:
        """The same in another unit."""
        number = None if self.number is None else self.number * factor
        return Reach(self.low * factor, self.high * factor, number, self.step * factor)

    def over(self, whole: Reach) -> Reach:
        """What share of a whole, itself not quite known, this may be. Of positive numbers alone."""
        return Reach(self.low / whole.high, self.high / whole.low)


def reach(number: Decimal, qualifier: Qualifier = "exact", decimals: int = 0, *, counted: bool = False) -> Reach:
    """What a number stated with so many decimals and this qualifier may be, rounded or cut off.

    A number of things `counted` is itself, unless it ends in noughts.
    """
    half = _half(abs(number), decimals)
    below = above = Decimal(0) if counted and half < 1 else half
    match qualifier:
        case "about":
            slack = max(abs(number) * _SLACK, half)
            return Reach(number - slack, number + slack)
        case "more-than":
            return Reach(number - below, number + max(abs(number) * _SLACK, 2 * half))
        case "at-least":
            return Reach(number - below, _ENDLESS)
        case "up-to":
            return Reach(-_ENDLESS, number + above)
        case _:
            return Reach(number - below, number + 2 * above, number, 2 * half)


def rounded(number: Decimal, qualifier: Qualifier, decimals: int) -> Reach:
    """What a number may be that is rounded and not cut off: half a unit of its last digit to either side."""
    half = _half(abs(number), decimals)
    return Reach(number - half, number + half) if qualifier == "exact" else reach(number, qualifier, decimals)


def reach_of(mention: NumberMention, text: str, *, counted: bool = False) -> Reach:
    """What a number in the text may be."""
    return reach(mention.value, mention.qualifier, decimals_of(mention, text), counted=counted)


def decimals_of(mention: NumberMention, text: str) -> int:
    """How many decimals the text writes: "1,50" has two."""
    least = max(0, -_exponent(mention.value))
    _, comma, part = mention.span.of(text).partition(",")
    return max(least, len(part)) if least and comma and part.isdecimal() else least


def _half(number: Decimal, decimals: int) -> Decimal:
    """Half a unit of the last digit that counts: noughts at the end of a great number may be rounding."""
    exponent = -decimals if decimals else _exponent(number)
    half = Decimal(1).scaleb(exponent) / 2
    if exponent <= 0:
        return half
    if number < _FEW:
        return Decimal("0.5")
    while half * _MOST > number:
        half /= 10
    return half


def _exponent(number: Decimal) -> int:
    """The power of ten of the last digit that is no nought."""
    exponent = number.normalize().as_tuple().exponent if number else 0
    return exponent if isinstance(exponent, int) else 0


def spoken(number: Decimal) -> str:
    """A number as Vietnamese writes it: points between thousands, a decimal comma."""
    whole, _, part = f"{number:,f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")
