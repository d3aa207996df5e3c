"""Where the things of a network stand in the picture, and how large: the same network, the same picture.

Each connected part is drawn by stochastic gradient descent on stress (Zheng, Pawar and Goodman 2018,
"Graph Drawing by Stochastic Gradient Descent"), then things with their labels are pushed off one
another, and the parts are packed. Only +, −, ×, ÷ and the square root are used, which IEEE 754 rounds
alike on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, sqrt
from random import Random

import networkx as nx

from hbtgraph.export.packing import Box, grid, packed

LONGEST_LABEL = 44
"""Characters of a label in the picture; the rest is left to the list."""
WRAP = 10.0
"""The width of a label, in sizes of its type."""
LINE = 1.22
"""The height of a line, in sizes of its type: room for stacked marks."""
_LETTER = 0.56
"""The width of a letter, in sizes of its type, on average."""

_EDGE = 104.0
"""Pixels that two neighbours like to be apart."""
_ROUNDS = 30
_COOLING = 0.78
_SMALL = 260
"""Up to so many things every pair is weighed; beyond, each thing against `_PIVOTS` far-flung ones."""
_PIVOTS = 60
_PUSHES = 120


@dataclass(frozen=True)
class Sign:
    """A thing in the picture: the middle of its sign in pixels, its diameter, and the size of its label's type."""

    x: int
    y: int
    size: int
    type_size: int


def layout(network: nx.MultiDiGraph) -> dict[str, Sign]:
    """The sign of each node; things with many edges are larger."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in network.edges() if a != b}))
    looks = {name: _look(network, name) for name in graph}
    boxes = {name: look.box for name, look in looks.items()}
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    drawn = [_part(graph.subgraph(part), boxes) for part in parts if len(part) > 1]
    lonely = [part[0] for part in parts if len(part) == 1]
    places = packed(drawn + ([grid(lonely, boxes)] if lonely else []), boxes)
    return {name: looks[name].at(*places[name]) for name in sorted(places)}


@dataclass(frozen=True)
class _Look:
    size: int
    type_size: int
    box: Box

    def at(self, x: float, y: float) -> Sign:
        """The sign whose box, label included, has its middle here: the sign itself stands at its top."""
        return Sign(round(x), round(y - self.box[1] / 2 + self.size / 2), self.size, self.type_size)


def _look(network: nx.MultiDiGraph, name: str) -> _Look:
    degree = network.degree(name)
    size, type_size = round(20 + 7 * sqrt(degree)), round(14 + 2 * sqrt(max(0, degree - 1)))
    letters = min(LONGEST_LABEL, len(str(network.nodes[name].get("label", name)))) * _LETTER
    lines = ceil(letters / WRAP)
    wide = max(float(size), min(letters, WRAP) * type_size)
    return _Look(size, type_size, (wide + 14, size + 4 + lines * LINE * type_size + 10))


_Places = dict[str, tuple[float, float]]


def _part(graph: nx.Graph, boxes: Mapping[str, Box]) -> _Places:
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
    scaled = [[x * _EDGE, y * _EDGE, *boxes[name]] for name, (x, y) in zip(names, points, strict=True)]
    _push_apart(scaled)
    return {name: (x, y) for name, (x, y, _, _) in zip(names, scaled, strict=True)}


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
    """Moves boxes (middle, width and height) that overlap, along the side where they overlap least, until none do."""
    widest, highest = max(point[2] for point in points), max(point[3] for point in points)
    for _ in range(_PUSHES):
        moved = False
        cells: dict[tuple[int, int], list[list[float]]] = defaultdict(list)
        for a in sorted(points):
            column, row = floor(a[0] / widest), floor(a[1] / highest)
            for cell in product((column - 1, column, column + 1), (row - 1, row, row + 1)):
                for b in cells.get(cell, ()):
                    moved = _push(b, a) or moved
            cells[column, row].append(a)
        if not moved:
            return


def _push(a: list[float], b: list[float]) -> bool:
    """Moves two boxes apart where they overlap, and says whether they did."""
    over = [(a[side + 2] + b[side + 2]) / 2 - abs(b[side] - a[side]) for side in (0, 1)]
    if min(over) <= 0:
        return False
    # a label is wider than high: across, the same overlap weighs less
    side = 0 if over[0] / (a[2] + b[2]) < over[1] / (a[3] + b[3]) else 1
    way = over[side] / 2 + 0.5
    if a[side] > b[side]:
        way = -way
    a[side] -= way
    b[side] += way
    return True
