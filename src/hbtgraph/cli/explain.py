"""Each fact under its sentence, with the rule that made it: a wrong fact leads to its rule in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
import msgspec

from hbtgraph.cli.output import KIND_NAMES
from hbtgraph.model import Article, Fact, Span, kind_of
from hbtgraph.vietnamese.text import sentences


def explain(article: Article, facts: Iterable[Fact]) -> None:
    """Prints the article's sentences that state something, and under each what was read there and by which rule."""
    click.secho(f"{article.id}: {article.title}", bold=True)
    waiting = sorted(facts, key=lambda fact: (fact.evidence.start, kind_of(fact)))
    for sentence in _sentences(article):
        here = [fact for fact in waiting if sentence.start <= fact.evidence.start < sentence.end]
        if here:
            click.echo(f"\n{sentence.start}–{sentence.end}  {' '.join(sentence.of(article.text).split())}")
        for fact in here:
            name = KIND_NAMES[kind_of(fact)].partition(" | ")[0]
            click.secho(f"  {name}", fg="blue", nl=False)
            click.echo(f"  {_fields(fact)}")
            click.echo(f"      [{fact.rule}]  “{' '.join(fact.evidence.of(article.text).split())}”")


def _sentences(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        if block.kind not in ("front", "meta"):
            yield from sentences(article.text, block.span)


def _fields(fact: Fact) -> str:
    """The fields that say something, as name=value."""
    row = msgspec.to_builtins(fact)
    left_out = ("kind", "evidence", "rule")
    return ", ".join(f"{name}={value}" for name, value in row.items() if name not in left_out and value is not None)
