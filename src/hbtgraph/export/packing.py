"""Sets the parts of a picture together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

Box = tuple[float, float]
"""Width and height."""
Places = dict[str, tuple[float, float]]
"""Name → the middle of its box."""

_GAP = 26.0


def grid(names: Sequence[str], boxes: Mapping[str, Box]) -> Places:
    """Things beside one another, about three times as wide as high."""
    wide, high = max(boxes[name][0] for name in names), max(boxes[name][1] for name in names)
    across = max(1, round(sqrt(3 * len(names) * high / wide)))
    return {name: (place % across * wide, place // across * high) for place, name in enumerate(names)}


def packed(parts: Sequence[Places], boxes: Mapping[str, Box]) -> Places:
    """The parts together, each as high up as it fits, so that the whole is nearly square."""
    frames = [_frame(part, boxes) for part in parts]
    sizes = [(right - left, bottom - top) for left, top, right, bottom in frames]
    side = sqrt(sum(wide * high for wide, high in sizes))
    widest = max((wide for wide, _ in sizes), default=0.0)
    tried = [_corners(sizes, max(widest, side * tenths / 10)) for tenths in range(9, 19)]
    corners = min(tried, key=lambda corners: _extent(sizes, corners))
    found = Places()
    for part, (left, top, _, _), (x, y) in zip(parts, frames, corners, strict=True):
        found |= {name: (px - left + x, py - top + y) for name, (px, py) in part.items()}
    return found


def _frame(part: Places, boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a part, with the gap to the next."""
    return (
        min(x - boxes[name][0] / 2 for name, (x, _) in part.items()) - _GAP / 2,
        min(y - boxes[name][1] / 2 for name, (_, y) in part.items()) - _GAP / 2,
        max(x + boxes[name][0] / 2 for name, (x, _) in part.items()) + _GAP / 2,
        max(y + boxes[name][1] / 2 for name, (_, y) in part.items()) + _GAP / 2,
    )


_Pairs = list[tuple[float, float]]


def _corners(sizes: Sequence[tuple[float, float]], limit: float) -> _Pairs:
    """The top left corner of each box within a width: as high up, then as far left, as those before leave room."""
    ground = [(0.0, 0.0)]  # from this x on, up to the next, the room begins at this y
    found: _Pairs = []
    for wide, high in sizes:
        spots = [(_under(ground, x, x + wide), x) for x, _ in ground if x + wide <= limit + 1e-6]
        y, x = min(spots)
        found.append((x, y))
        beyond = (x + wide, _under(ground, x + wide, x + wide + 1e-6))
        ground = sorted([spot for spot in ground if not x <= spot[0] <= x + wide] + [(x, y + high), beyond])
    return found


def _under(ground: Sequence[tuple[float, float]], left: float, right: float) -> float:
    """The lowest reach of what stands between two x."""
    ends = [x for x, _ in ground[1:]] + [float("inf")]
    return max(down for (x, down), end in zip(ground, ends, strict=True) if x < right and end > left)


def _extent(sizes: Sequence[tuple[float, float]], corners: Sequence[tuple[float, float]]) -> float:
    pairs = list(zip(corners, sizes, strict=True))
    return max((max(x + wide, y + high) for (x, y), (wide, high) in pairs), default=0.0)
