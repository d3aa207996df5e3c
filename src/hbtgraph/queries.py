"""The questions kept as files: `queries/*.rq`, each a SPARQL 1.1 query that runs as it stands.

A file opens with a header in comments, one `#+ key: value` a line:

    #+ title-vi: ...            #+ title-en: ...
    #+ question-vi: ...         #+ question-en: ...
    #+ param: on (date) | Vào ngày nào | On which day
    #+ example: on = 2022-10-23
    #+ default: year = 2022
    #+ values: status = planned, held
    #+ column: person | họ và tên | name
    #+ detail: latestEnd | kết thúc muộn nhất | latest end      (a column that tables for reading leave out)

A parameter `on` stands in the query as `VALUES ?_on { UNDEF }`, which means "any"; `bind` puts an
escaped RDF term in place of UNDEF and changes nothing else.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any, Literal, cast, get_args

import pyoxigraph as ox

from hbtgraph import resources
from hbtgraph.config import BASE
from hbtgraph.errors import ConfigError, QueryError
from hbtgraph.vietnamese.text import key

ParamType = Literal["date", "text", "iri", "integer"]
Value = str | int | date | None

_XSD_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_HEADER = re.compile(r"#\+ ([a-z]+(?:-[a-z]+)?): (.+)")
_PARAM = re.compile(r"([a-z][a-z_]*) \((\w+)\) \| ([^|]+) \| ([^|]+)")
_COLUMN = re.compile(r"(\w+) \| ([^|]+) \| ([^|]+)")
_PAIR = re.compile(r"([a-z][a-z_]*) = (.+)")
_PREFIXES = {"id": f"{BASE}id/", "c": f"{BASE}scheme/", "hbt": f"{BASE}ns#"}
_TEXTS = ("title-vi", "title-en", "question-vi", "question-en")
_BREAK = re.compile(r"[ ,.;:!?…/“”\"'‘’()–-]+")
"""What may stand between two words; the queries have the same class in them."""


@dataclass(frozen=True)
class Param:
    """One parameter of a query; without a value or a default it means "any"."""

    name: str
    type: ParamType
    vi: str
    en: str
    example: str | None = None
    default: str | None = None
    values: tuple[str, ...] = ()
    """The only values allowed, where the list is closed."""


@dataclass(frozen=True)
class Column:
    """One column of a query's answer; a `detail` is left out of tables for reading."""

    name: str
    vi: str
    en: str
    detail: bool = False


@dataclass(frozen=True)
class Query:
    """A question: what it asks in both languages, its parameters and columns, and its SPARQL text."""

    name: str
    title_vi: str
    title_en: str
    question_vi: str
    question_en: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    text: str


@cache
def catalogue() -> tuple[Query, ...]:
    """All stored queries, by name. Raises ConfigError where a file's header is not in order."""
    paths = sorted(resources.folder("queries").glob("*.rq"), key=lambda path: path.stem)
    return tuple(read(path) for path in paths)


def load(name: str) -> Query:
    """The stored query of this name. Raises QueryError, which lists near names, where there is none."""
    by_name = {query.name: query for query in catalogue()}
    if name not in by_name:
        near = _near(name, by_name)
        raise QueryError(
            f"không có câu hỏi “{name}”; có: {near} (xem `hbtgraph queries`)",
            f'there is no query "{name}"; there is: {near} (see `hbtgraph queries`)',
        )
    return by_name[name]


def read(path: Path) -> Query:
    """Reads one .rq file. Raises ConfigError where its header is not in order."""
    text = path.read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    params: dict[str, Param] = {}
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            continue
        try:
            found = _header_line(line)
            if isinstance(found, Column):
                columns.append(found)
            elif isinstance(found, Param):
                params[found.name] = found
            else:
                _take(found, texts, params)
        except (KeyError, ValueError) as error:
            raise _bad_header(path, f"{number}: {line}") from error
    if missing := [name for name in _TEXTS if name not in texts]:
        raise _bad_header(path, f"- {', '.join(missing)}")
    if unplaced := [name for name in params if _slot(name) not in text]:
        raise _bad_header(path, f"VALUES ?_{unplaced[0]} {{ UNDEF }}")
    said = {name.replace("-", "_"): text for name, text in texts.items()}
    return Query(path.stem, **said, params=tuple(params.values()), columns=tuple(columns), text=text)


def _header_line(line: str) -> Param | Column | tuple[str, str]:
    whole = _HEADER.fullmatch(line)
    if whole is None:
        raise ValueError(line)
    name, value = whole.groups()
    form = {"param": _PARAM, "column": _COLUMN, "detail": _COLUMN}.get(name)
    if form is None:
        return name, value
    parts = form.fullmatch(value)
    if parts is None:
        raise ValueError(line)
    if name in ("column", "detail"):
        own, vi, en = parts.groups()
        return Column(own, vi, en, detail=name == "detail")
    own_name, kind, vi, en = parts.groups()
    if kind not in get_args(ParamType):
        raise ValueError(kind)
    return Param(own_name, cast("ParamType", kind), vi, en)


def _take(line: tuple[str, str], texts: dict[str, str], params: dict[str, Param]) -> None:
    name, value = line
    if name in _TEXTS:
        texts[name] = value
        return
    pair = _PAIR.fullmatch(value)
    if pair is None or name not in ("example", "default", "values"):
        raise ValueError(name)
    known: Any = tuple(pair[2].split(", ")) if name == "values" else pair[2]
    params[pair[1]] = Param(**{**vars(params[pair[1]]), name: known})


def _bad_header(path: Path, what: str) -> ConfigError:
    return ConfigError(
        f"đầu tệp câu hỏi không đúng dạng ({what}); hãy sửa tệp hoặc cài lại hbtgraph",
        f"the header of the query file is not in order ({what}); mend the file or install hbtgraph again",
        where=str(path),
    )


def bind(query: Query, params: Mapping[str, Value], *, alive: Callable[[str], str] | None = None) -> str:
    """The query's text with these values in place of its parameters; None leaves one open.

    `alive` gives the IRI that now stands for one that may be a tombstone.

    Values are read by the parameter's type: `date` as YYYY-MM-DD or a datetime.date, `integer` as a
    whole number, `iri` as an absolute IRI or with the prefix id: or c:, `text` as words that a name
    must hold: without tone marks they find every bearer, with them no other's name. Raises QueryError
    for an unknown parameter or a value that does not fit; no value is ever pasted in as it came.
    """
    known = {param.name: param for param in query.params}
    for name in params:
        if name not in known:
            near = _near(name, known)
            raise QueryError(
                f"câu hỏi “{query.name}” không có tham số “{name}”; có: {near}",
                f'the query "{query.name}" has no parameter "{name}"; there is: {near}',
            )
    text = query.text
    for param in query.params:
        given = params.get(param.name)
        value = param.default if given is None else given
        if value is not None:
            slot = _slot(param.name)
            text = text.replace(slot, slot.replace("UNDEF", " ".join(map(str, _terms(param, value, alive)))))
    return text


def _slot(name: str) -> str:
    return f"VALUES ?_{name} {{ UNDEF }}"


def _terms(
    param: Param, value: str | int | date, alive: Callable[[str], str] | None
) -> list[ox.Literal] | list[ox.NamedNode]:
    """What stands for the value in the query: one term, or one for each spelling of a text."""
    if param.values:
        if value not in param.values:
            raise _unfit(param, value, "một trong: " + ", ".join(param.values), "one of: " + ", ".join(param.values))
        return [ox.Literal(str(value))]
    if param.type == "date":
        return [ox.Literal(_day(param, value), datatype=_XSD_DATE)]
    if param.type == "integer":
        if not re.fullmatch(r"-?\d{1,18}", str(value)):
            raise _unfit(param, value, "một số nguyên", "a whole number")
        return [ox.Literal(int(str(value)))]
    if param.type == "iri":
        node = _iri(param, str(value))
        return [ox.NamedNode(alive(node.value)) if alive else node]
    return _spellings(param, str(value))


def _day(param: Param, value: str | int | date) -> str:
    try:
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        pass
    raise _unfit(
        param, value, "một ngày có thật, dạng YYYY-MM-DD (2022-10-23)", "a real date, as YYYY-MM-DD (2022-10-23)"
    )


def _iri(param: Param, value: str) -> ox.NamedNode:
    prefix, _, rest = value.partition(":")
    try:
        return ox.NamedNode(_PREFIXES[prefix] + rest if prefix in _PREFIXES else value)
    except ValueError as error:
        raise _unfit(param, value, "một IRI, ví dụ id:person-…", "an IRI, such as id:person-…") from error


def _spellings(param: Param, value: str) -> list[ox.Literal]:
    """The words between single spaces, as the queries put names; each way to place their tone marks is one term."""
    words = _BREAK.sub(" ", key(value)).split()
    if not words:
        raise _unfit(param, value, "ít nhất một từ", "at least one word")
    ways = islice(product(*(_tone_places(word) for word in words)), _MOST_SPELLINGS)
    return [ox.Literal(f" {' '.join(way)} ") for way in ways]


_MOST_SPELLINGS = 64
"""Six words of a name with a movable mark; no real name has more."""

_TONE_PLACES = tuple(
    zip(
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        strict=True,
    )
)


def _tone_places(word: str) -> list[str]:
    """The word with its tone mark on the first vowel, as `key` has it, and on the second, as others write."""
    return [word, *(word.removesuffix(first) + second for first, second in _TONE_PLACES if word.endswith(first))]


def _unfit(param: Param, value: object, vi: str, en: str) -> QueryError:
    return QueryError(
        f"tham số “{param.name}” phải là {vi}, không phải “{value}”",
        f'the parameter "{param.name}" must be {en}, not "{value}"',
    )


def _near(name: str, names: Iterable[str]) -> str:
    everything = sorted(names)
    return ", ".join(difflib.get_close_matches(name, everything, n=5, cutoff=0.5) or everything) or "-"


def check_read_only(sparql: str) -> None:
    """Lets through only a SPARQL 1.1 query that asks nobody but the store.

    Raises QueryError for what does not parse, for updates, and for SERVICE wherever it stands, even
    when it is spelled with escapes: engines send a request to the address it names.
    """
    from rdflib.plugins.sparql.parser import parseQuery  # slow to import, and only free SPARQL needs it

    try:
        parsed = parseQuery(sparql)
    except Exception as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise QueryError(
            f"câu SPARQL không đọc được, hoặc không phải câu hỏi ({first}); hãy dùng SELECT, ASK, CONSTRUCT, DESCRIBE",
            f"the SPARQL text does not parse, or is no query ({first}); it must be SELECT, ASK, CONSTRUCT or DESCRIBE",
        ) from error
    if _has_service(parsed):
        raise QueryError(
            "SERVICE bị từ chối vì sẽ gửi câu hỏi ra ngoài; hãy bỏ phần SERVICE",
            "SERVICE is refused because it sends the question to another machine; leave it out",
        )


def _has_service(part: Any) -> bool:
    """Whether a ServiceGraphPattern stands anywhere in what rdflib parsed."""
    if getattr(part, "name", None) == "ServiceGraphPattern":
        return True
    inner: Iterable[Any] = part.values() if isinstance(part, dict) else part if _is_list(part) else ()
    return any(_has_service(member) for member in inner)


def _is_list(part: Any) -> bool:
    return isinstance(part, Iterable) and not isinstance(part, str)
