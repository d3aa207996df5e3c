"""Small articles about one town, made by chance, and the shape of a graph without the frozen parts of its IRIs."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import UTC, datetime

from pyoxigraph import Literal

from hbtgraph.model import Article
from hbtgraph.rdf.terms import HBT
from hbtgraph.sources.text import article_of
from hbtgraph.store import Store

THEN = datetime(2022, 10, 24, tzinfo=UTC)
_IRI = re.compile(r"<[^>]*/id/(?:person|event|campaign|document)-[^>]*>")
_HELD = re.compile(r"(<[^>]*/id/)held-(person-[^>]*-[0-9a-f]{6})(-of-[^>]*>)")
_HISTORY = ("graph-provenance-", "graph-tombstones", "graph-meta")

_UNITS = ("Hồ Sen", "Sông Nhỏ", "Núi Xanh", "Bến Vàng")
_NAMES = ("Trần Văn Sen", "Lê Thị Bút", "Phạm Thị Hà", "Phạm Thị Hạ", "Đỗ Công Minh Sơn", "Vũ Thị Lụa")
_MOVEMENTS = ("Tuyến phố sạch", "Nhà sạch vườn xanh", "Mỗi tổ một việc tốt")


def told(name: str, *sentences: str, day: str | None = "2022-10-23") -> Article:
    dated = f"date: {day}\n" if day else ""
    text = f"---\ntitle: Tin ngày thường\n{dated}---\n" + "\n\n".join(sentences) + "\n"
    return article_of(text, name=name, where=name)


def by_chance(name: str, chance: random.Random, sentences: int = 3) -> Article:
    """An article of this id; the same chance gives the same article."""
    day = chance.choice([None, "2022-10-20", "2022-10-23", "2022-11-02"])
    return told(name, *(_sentence(chance) for _ in range(sentences)), day=day)


def _sentence(chance: random.Random) -> str:
    unit, person, other = chance.choice(_UNITS), chance.choice(_NAMES), chance.choice(_NAMES)
    number, movement = chance.randint(1, 6), chance.choice(_MOVEMENTS)
    year = chance.choice(["", " ngày 12-1-2022", " ngày 9-2-2022"])
    return chance.choice(
        (
            f"Chủ tịch UBND quận {unit} {person} cho biết quận đã họp.",
            f"Bí thư Quận ủy {unit} {person} cho biết quận đã họp.",
            f"Ông {person}, Chủ tịch UBND quận {unit}, được điều động giữ chức Giám đốc Sở Y tế Hà Nội.",
            f"Giám đốc Sở Y tế Hà Nội {person} và bà {other} dự lễ.",
            f"UBND quận {unit} đã ban hành Kế hoạch số {number}/KH-UBND{year}.",
            f"Theo Kế hoạch số {number}/KH-UBND{year}, các phường sẽ làm tiếp.",
            f"UBND quận {unit} phát động phong trào “{movement}”.",
            f"Ngày 20-10-2022, UBND quận {unit} tổ chức Hội nghị tổng kết phong trào “{movement}”.",
            f"Bà {person} cho biết người dân quận {unit} hưởng ứng phong trào “{movement}”.",
            f"UBND quận {unit} sẽ xây dựng {number} vườn hoa trên đường Bờ Kè trong quý IV/2022.",
            f"UBND quận {unit} đã xây dựng {number} vườn hoa trên đường Bờ Kè.",
            f"HĐND quận {unit} dự kiến tổ chức kỳ họp thứ {number} vào tháng 11/2022.",
            f"Sáng 1-11-2022, HĐND quận {unit} khai mạc kỳ họp thứ {number}.",
        )
    )


def shape(store: Store) -> list[str]:
    """The quads, with each entity under its least birth, and without the record of what happened when."""
    births: dict[str, set[str]] = defaultdict(set)
    named = {quad.subject: quad.object for quad in store.quads() if quad.predicate == HBT.namedEntity}
    for quad in store.quads():
        if quad.predicate == HBT.birth:
            births[str(named[quad.subject])].add(str(quad.object))
    least = {iri: min(names) for iri, names in births.items()}
    lines = []
    for quad in store.quads():
        if any(part in str(quad.graph_name) for part in _HISTORY):
            continue
        terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
        # a birth names itself, and what is inside a literal is no IRI
        if quad.predicate in (HBT.birth,) or isinstance(quad.object, Literal):
            terms = (quad.subject, quad.predicate, None, quad.graph_name)
            rest = str(quad.object)
        else:
            rest = ""
        written = (_written(str(term), least) for term in terms)
        lines.append(" ".join((*written, rest)))
    return sorted(lines)


def _written(term: str, least: dict[str, str]) -> str:
    """A term with the least birth in place of an entity's IRI, also where that is part of a merged tenure's."""
    if held := _HELD.fullmatch(term):
        person = f"{held[1]}{held[2]}>"
        return f"held {least.get(person, person)} {held[3]}"
    return least.get(term, term) if _IRI.fullmatch(term) else term
