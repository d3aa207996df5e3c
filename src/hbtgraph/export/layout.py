"""Where the things of a network stand in the picture: the same network, the same places.

Each connected part is drawn by stochastic gradient descent on stress (Zheng, Pawar and Goodman 2018,
"Graph Drawing by Stochastic Gradient Descent"), labels are pushed off one another, and the parts are
set in rows, the lonely ones last. Only +, −, ×, ÷ and the square root are used, which IEEE 754 rounds
alike on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from random import Random

import networkx as nx

Point = tuple[int, int]

_EDGE = 120.0
"""Pixels that two neighbours like to be apart."""
_BOX = (138.0, 70.0)
"""Pixels that a thing with its label takes up."""
_GAP = 50.0
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
    places = _in_rows(drawn + ([_grid(lonely, _width(drawn))] if lonely else []))
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
    wide, high = _BOX
    for _ in range(_PUSHES):
        moved = False
        order = sorted(points)
        for place, a in enumerate(order):
            for b in order[place + 1 :]:
                across = wide - abs(b[0] - a[0])
                if b[0] - a[0] >= wide:
                    break
                down = high - abs(b[1] - a[1])
                if across > 0 and down > 0:
                    moved = True
                    _push(a, b, across, down)
        if not moved:
            return


def _push(a: list[float], b: list[float], across: float, down: float) -> None:
    side = 0 if across / _BOX[0] < down / _BOX[1] else 1
    way = (across, down)[side] / 2 + 0.5
    if a[side] > b[side]:
        way = -way
    a[side] -= way
    b[side] += way


def _grid(names: Sequence[str], width: float) -> _Places:
    across = max(1, int(width // _BOX[0]))
    return {name: (place % across * _BOX[0], place // across * _BOX[1]) for place, name in enumerate(names)}


def _bounds(places: Mapping[str, tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    return min(xs) - _BOX[0] / 2, min(ys) - _BOX[1] / 2, max(xs) + _BOX[0] / 2, max(ys) + _BOX[1] / 2


def _width(parts: Iterable[_Places]) -> float:
    """How wide the picture should be: as wide as its widest part, and not much higher than wide."""
    boxes = [_bounds(part) for part in parts]
    area: float = sum((right - left + _GAP) * (bottom - top + _GAP) for left, top, right, bottom in boxes)
    return max([right - left for left, _, right, _ in boxes] + [sqrt(area), 5 * _BOX[0]])


def _in_rows(parts: Sequence[_Places]) -> _Places:
    """Sets the parts side by side, row under row about one middle, in the order given."""
    limit, rows = _width(parts), list[list[_Places]]()
    room = 0.0
    for part in parts:
        left, _, right, _ = _bounds(part)
        room -= right - left + _GAP
        if room < 0:
            rows.append([])
            room = limit - (right - left)
        rows[-1].append(part)
    found = _Places()
    y = 0.0
    for row in rows:
        boxes = [_bounds(part) for part in row]
        x = -(sum(right - left + _GAP for left, _, right, _ in boxes) - _GAP) / 2
        for part, (left, top, right, _) in zip(row, boxes, strict=True):
            found |= {name: (px - left + x, py - top + y) for name, (px, py) in part.items()}
            x += right - left + _GAP
        y += max(bottom - top for _, top, _, bottom in boxes) + _GAP
    return found
