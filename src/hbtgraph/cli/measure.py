"""The command that says how well articles are read, against hand-made facts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from hbtgraph.cli.group import console, progress
from hbtgraph.cli.output import KIND_NAMES
from hbtgraph.errors import SourceError

if TYPE_CHECKING:
    from hbtgraph.evaluation import Record, Scores, Tally
    from hbtgraph.model import Article

_ENDING = ".gold.json"


@click.command()
@click.argument("gold", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.option(
    "--articles", metavar="DIR", type=click.Path(path_type=Path), help="Nơi có TÊN.txt. | Where NAME.txt are."
)
@click.option(
    "--errors", metavar="KIND", help="In chỗ sót, chỗ thừa của một loại (hoặc all). | Print misses and extras."
)
@click.option("--json", "as_json", is_flag=True, help="Con số dạng JSON. | The figures as JSON.")
def evaluate(gold: Path, articles: Path | None, errors: str | None, as_json: bool) -> None:
    """Đo độ đúng so với dữ kiện ghi tay. | Measure reading against hand-made facts.

    GOLD_DIR có các tệp TÊN.gold.json; bài là TÊN.txt cùng chỗ, hoặc trong --articles. | GOLD_DIR holds
    NAME.gold.json; the article is NAME.txt beside it, or in --articles. Trường nào ghi {"start", "end"} thì
    là lời ở chỗ ấy. | A field given as {"start", "end"} is the words at that place.

    \b
    Ví dụ | Example:
      hbtgraph evaluate nhan-tay/ --articles bai-bao/ --errors figure
    """
    from hbtgraph.evaluation import score

    names = sorted(path.name.removesuffix(_ENDING) for path in gold.glob(f"*{_ENDING}")) if gold.is_dir() else []
    if not names:
        raise SourceError(
            f"không có tệp TÊN{_ENDING} nào; hãy chọn thư mục có dữ kiện ghi tay",
            f"there is no NAME{_ENDING}; choose a folder with hand-made facts",
            where=str(gold),
        )
    rows = []
    with progress(len(names)) as step:
        for article in _articles(articles or gold, names):
            rows.append(_one(gold, article))
            step(article.id)
    scores = score(rows)
    if as_json:
        click.echo(json.dumps(_figures(scores), ensure_ascii=False, indent=1))
    else:
        _print(scores)
    for line in _errors(scores, errors) if errors else ():
        click.echo(line)


def _articles(place: Path, names: Sequence[str]) -> Iterator[Article]:
    from hbtgraph.sources import read, read_article

    if not place.is_file():
        yield from (msgspec.structs.replace(read_article(place / f"{name}.txt"), id=name) for name in names)
        return
    found = {article.id: article for article in read(place) if article.id in names}
    for name in names:
        if name not in found:
            raise SourceError(
                f"không có bài {name} trong tệp này", f"the article {name} is not in this file", where=str(place)
            )
        yield found[name]


def _one(gold: Path, article: Article) -> tuple[str, Sequence[Record], Sequence[Record], str]:
    from hbtgraph.extract import extract
    from hbtgraph.model import facts_to_json

    path = gold / f"{article.id}{_ENDING}"
    try:
        records = [_written_out(record, article.text) for record in json.loads(path.read_bytes())["facts"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(
            "tệp dữ kiện ghi tay không đúng dạng; hãy sửa theo hướng dẫn ghi dữ kiện",
            "the file of hand-made facts is not in the guide's form; mend it by the guide",
            where=str(path),
        ) from error
    guesses = json.loads(facts_to_json(article.id, extract(article, activities=False)))["facts"]
    return article.id, records, guesses, article.text


def _written_out(record: Record, text: str) -> Record:
    """The record with words in place of {"start", "end"}, so that labels need not hold an article's sentences."""
    return {
        name: text[value["start"] : value["end"]] if isinstance(value, dict) and name != "evidence" else value
        for name, value in record.items()
    }


def _row(tally: Tally) -> dict[str, float]:
    values = {name: getattr(tally, name) for name in ("gold", "predicted", "right")}
    return values | {name: round(getattr(tally, name), 4) for name in ("precision", "recall", "f1", "evidence")}


def _figures(scores: Scores) -> dict[str, object]:
    return {
        "kinds": {kind: _row(tally) for kind, tally in (*scores.kinds.items(), ("all", scores.all))},
        "macro_f1": round(scores.macro_f1, 4),
        "field_accuracy": round(scores.field_accuracy, 4),
        "bad_evidence": scores.bad_evidence,
    }


def _print(scores: Scores) -> None:
    from rich.table import Table

    table = Table("loại | kind", box=None, pad_edge=False)
    for name in ("gold", "predicted", "right", "precision", "recall", "F1", "evidence"):
        table.add_column(name, justify="right")
    for kind, tally in (*scores.kinds.items(), ("all", scores.all)):
        counts = [str(number) for number in (tally.gold, tally.predicted, tally.right)]
        shares = [f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1, tally.evidence)]
        table.add_row(KIND_NAMES.get(kind, "tất cả | all"), *counts, *shares)
    out = console()
    out.print(table)
    out.print(
        f"macro F1 {scores.macro_f1:.3f}, trường khác | further fields {scores.field_accuracy:.3f}, "
        f"lời trích sai chỗ | bad evidence {scores.bad_evidence}"
    )


def _errors(scores: Scores, kind: str) -> Iterator[str]:
    for word, records in (("sót | missed", scores.missed), ("thừa | spurious", scores.spurious)):
        for name, record in records:
            if kind in ("all", record["kind"]):
                yield f"{name} {word} {json.dumps(record, ensure_ascii=False)}"
