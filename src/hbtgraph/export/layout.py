"""Where the things of a network stand in the picture: the same network, the same places.

Each connected part is drawn by stochastic gradient descent on stress (Zheng, Pawar and Goodman 2018,
"Graph Drawing by Stochastic Gradient Descent"), labels are pushed off one another, and the parts are
set in rows, the lonely ones last. Only +, −, ×, ÷ and the square root are used, which IEEE 754 rounds
alike on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import floor, sqrt
from random import Random

import networkx as nx

Point = tuple[int, int]

_EDGE = 104.0
"""Pixels that two neighbours like to be apart."""
_BOX = (138.0, 80.0)
"""Pixels that a thing with its label takes up."""
_GAP = 30.0
_ROUNDS = 30
_COOLING = 0.78
_SMALL = 260
"""Up to so many things every pair is weighed; beyond, each thing against `_PIVOTS` far-flung ones."""
_PIVOTS = 60
_PUSHES = 80


def layout(network: nx.MultiDiGraph) -> dict[str, Point]:
    """The middle of each node, in pixels from the top left."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in network.edges() if a != b}))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    drawn = [_part(graph.subgraph(part)) for part in parts if len(part) > 1]
    lonely = [part[0] for part in parts if len(part) == 1]
    places = _packed(drawn + ([_grid(lonely)] if lonely else []))
    return {name: (round(x), round(y)) for name, (x, y) in sorted(places.items())}


_Places = dict[str, tuple[float, float]]


def _part(graph: nx.Graph) -> _Places:
    names = sorted(graph)
    terms = _terms(graph, names)
    chance = Random(len(names))  # noqa: S311 - a fixed seed, for the same picture every time
    points = [[chance.random(), chance.random()] for _ in names]
    farthest = max(distance for _, _, distance in terms)
    step = farthest * farthest  # so that the farthest pair moves all its way at first
    for _ in range(_ROUNDS):
        chance.shuffle(terms)
        _relax(points, terms, step)
        step *= _COOLING
    scaled = [[x * _EDGE, y * _EDGE] for x, y in points]
    _push_apart(scaled)
    return {name: (x, y) for name, (x, y) in zip(names, scaled, strict=True)}


def _terms(graph: nx.Graph, names: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs of things with the distance they should have: the shorter way round crowded ones is longer."""
    number = {name: place for place, name in enumerate(names)}
    for one, other, data in graph.edges(data=True):
        data["length"] = 1.0 + 0.12 * sqrt(min(graph.degree(one), graph.degree(other)))
    found: dict[tuple[int, int], float] = {}
    for name in names if len(names) <= _SMALL else _far_flung(graph, names):
        distances = nx.single_source_dijkstra_path_length(graph, name, weight="length")
        for other, distance in distances.items():
            pair = (min(number[name], number[other]), max(number[name], number[other]))
            if name != other:
                found[pair] = distance
    for one, other, data in graph.edges(data=True):
        found[min(number[one], number[other]), max(number[one], number[other])] = data["length"]
    return [(one, other, distance) for (one, other), distance in sorted(found.items())]


def _far_flung(graph: nx.Graph, names: Sequence[str]) -> list[str]:
    chosen = [max(names, key=lambda name: (graph.degree(name), name))]
    nearest: dict[str, float] = dict.fromkeys(names, float("inf"))
    while len(chosen) < _PIVOTS:
        for name, hops in nx.single_source_shortest_path_length(graph, chosen[-1]).items():
            nearest[name] = min(nearest[name], hops)
        chosen.append(max(names, key=lambda name: (nearest[name], name)))
    return sorted(set(chosen))


def _relax(points: list[list[float]], terms: Iterable[tuple[int, int, float]], step: float) -> None:
    for one, other, wanted in terms:
        a, b = points[one], points[other]
        dx, dy = a[0] - b[0], a[1] - b[1]
        distance = sqrt(dx * dx + dy * dy) or 1e-9
        move = min(1.0, step / (wanted * wanted)) * (distance - wanted) / (2 * distance)
        a[0] -= dx * move
        a[1] -= dy * move
        b[0] += dx * move
        b[1] += dy * move


def _push_apart(points: list[list[float]]) -> None:
    """Moves things whose boxes overlap, along the side where they overlap least, until none do."""
    for _ in range(_PUSHES):
        moved = False
        cells: dict[tuple[int, int], list[list[float]]] = defaultdict(list)
        for a in sorted(points):
            column, row = floor(a[0] / _BOX[0]), floor(a[1] / _BOX[1])
            for cell in product((column - 1, column, column + 1), (row - 1, row, row + 1)):
                for b in cells.get(cell, ()):
                    across, down = _BOX[0] - abs(b[0] - a[0]), _BOX[1] - abs(b[1] - a[1])
                    if across > 0 and down > 0:
                        moved = True
                        _push(b, a, across, down)
            cells[column, row].append(a)
        if not moved:
            return


def _push(a: list[float], b: list[float], across: float, down: float) -> None:
    side = 0 if across / _BOX[0] < down / _BOX[1] else 1
    way = (across, down)[side] / 2 + 0.5
    if a[side] > b[side]:
        way = -way
    a[side] -= way
    b[side] += way


def _grid(names: Sequence[str]) -> _Places:
    """A thing beside a thing, about three times as wide as high."""
    across = max(1, round(sqrt(3 * len(names) * _BOX[1] / _BOX[0])))
    return {name: (place % across * _BOX[0], place // across * _BOX[1]) for place, name in enumerate(names)}


_Box = tuple[float, float, float, float]


def _bounds(places: Mapping[str, tuple[float, float]]) -> _Box:
    """Left, top, right and bottom of a part with its labels and the gap to the next."""
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    across, down = (_BOX[0] + _GAP) / 2, (_BOX[1] + _GAP) / 2
    return min(xs) - across, min(ys) - down, max(xs) + across, max(ys) + down


def _packed(parts: Sequence[_Places]) -> _Places:
    """Sets the parts together, each as high up as it fits, so that the whole is nearly square."""
    boxes = [_bounds(part) for part in parts]
    sizes = [(right - left, bottom - top) for left, top, right, bottom in boxes]
    side = sqrt(sum(wide * high for wide, high in sizes))
    widest = max((wide for wide, _ in sizes), default=0.0)
    tried = [_corners(sizes, max(widest, side * tenths / 10)) for tenths in range(9, 19)]
    corners = min(tried, key=lambda corners: _extent(sizes, corners))
    found = _Places()
    for part, (left, top, _, _), (x, y) in zip(parts, boxes, corners, strict=True):
        found |= {name: (px - left + x, py - top + y) for name, (px, py) in part.items()}
    return found


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
