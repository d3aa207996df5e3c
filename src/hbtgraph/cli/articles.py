"""Commands that read articles and keep them: extract, add, retract, status, validate."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hbtgraph.cli.group import console, decided_in, opened, progress
from hbtgraph.cli.output import KIND_NAMES

if TYPE_CHECKING:
    from hbtgraph.identity import Decided
    from hbtgraph.pipeline import Summary
    from hbtgraph.store import Store
    from hbtgraph.validate import Report

_SOURCES = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
_PRIVATE = click.option(
    "--allow-private",
    is_flag=True,
    help="Cho đọc địa chỉ trong mạng riêng. | Let addresses lead into a private network.",
)


@click.command()
@_SOURCES
@click.option("-o", "folder", metavar="DIR", help="Thư mục nhận ID.json của từng bài. | Folder for ID.json of each.")
@click.option(
    "--explain", "explained", is_flag=True, help="In từng dữ kiện dưới câu của nó, kèm quy tắc. | Show rules."
)
@_PRIVATE
def extract(sources: tuple[str, ...], folder: str | None, explained: bool, allow_private: bool) -> None:
    """Đọc bài báo và ghi các dữ kiện dạng JSON. | Read articles and write their facts as JSON.

    SOURCE là tệp .txt, .html, .docx, .pdf, .jsonl (mỗi dòng một bài), .jsonl.gz, địa chỉ trang web, hoặc - (đầu vào
    chuẩn). Không có -o thì in ra màn hình, mỗi bài một dòng. | SOURCE is a file .txt, .html, .docx, .pdf, .jsonl (an
    article a line), .jsonl.gz, a web address, or - (standard input). Without -o: to standard output, one line an
    article.

    \b
    Ví dụ | Examples:
      hbtgraph extract data/articles/*.txt -o build/facts
      hbtgraph extract kho-bai.jsonl.gz -o build/facts
      hbtgraph extract --explain bai-bao.txt
    """
    from hbtgraph.cli.explain import explain
    from hbtgraph.export.files import write_files
    from hbtgraph.extract import extract as facts_of
    from hbtgraph.model import facts_to_json
    from hbtgraph.sources import read_articles

    articles = read_articles(sources, allow_private=allow_private)  # all can be read, or nothing is written
    with progress(len(articles)) as step:
        for article in articles:
            facts = facts_of(article, activities=explained)
            step(article.id)
            if not facts:
                _note_no_facts(article.id)
            if explained:
                explain(article, facts)
                continue
            packed = facts_to_json(article.id, facts, indent=folder is not None) + b"\n"
            if folder is None:
                sys.stdout.buffer.write(packed)
            else:
                write_files({Path(folder) / f"{article.id}.json": packed})
    sys.stdout.buffer.flush()


def _note_no_facts(name: str) -> None:
    click.echo(
        f"hbtgraph: {name}: không thấy dữ kiện nào (không phải tin về chính quyền địa phương?) | "
        "no facts found (not Vietnamese local-government news?)",
        err=True,
    )


@click.command()
@_SOURCES
@click.option("-v", "--verbose", is_flag=True, help="In từng lưu ý. | Print each warning.")
@_PRIVATE
@click.pass_context
def add(context: click.Context, sources: tuple[str, ...], verbose: bool, allow_private: bool) -> None:
    """Đọc bài báo và đưa vào đồ thị. | Read articles and put them into the graph.

    SOURCE: xem extract. | SOURCE: see extract.

    Thêm lại bài cũ thì không đổi gì; bài trái quy tắc thì không vào. | Adding an article again changes nothing;
    an article that breaks a rule stays out, whole.

    \b
    Ví dụ | Examples:
      hbtgraph add data/articles/*.txt
      hbtgraph add https://example.org/tin-tuc/bai-bao.html
    """
    from hbtgraph import pipeline
    from hbtgraph.sources import read_articles

    articles = read_articles(sources, allow_private=allow_private)  # no store is made before all can be read
    decided = decided_in(context)
    store = opened(context, read_only=False)
    with progress(2 * len(articles)) as step:
        summary = pipeline.add_articles(store, articles, progress=step, decided=decided)
    _print_summary(summary, verbose)
    _note_unmet(store, decided)
    context.exit(1 if summary.refused else 0)


def _note_unmet(store: Store, decided: Decided) -> None:
    from hbtgraph.pipeline.deciding import unmet

    if missing := unmet(store, decided):
        click.echo(
            f"hbtgraph: {len(missing)} IRI trong tệp quyết định chưa có bài nào nêu (xem `hbtgraph decisions`): "
            f"{missing[0]} … | {len(missing)} IRIs in the file of decisions are named by no article yet",
            err=True,
        )


def _print_summary(summary: Summary, verbose: bool) -> None:
    out = console()
    states = {"added": "thêm | added", "replaced": "thay | replaced", "unchanged": "không đổi | unchanged"}
    said = ", ".join(f"{summary.count(state)} {name}" for state, name in states.items() if summary.count(state))
    out.print(f"[bold]{len(summary.outcomes)} bài | articles[/]: {said or '–'}")
    for kind, name in KIND_NAMES.items():
        if number := summary.facts[kind]:
            out.print(f"{number:>7}  {name}")
    for outcome in summary.outcomes:
        if not outcome.facts:
            _note_no_facts(outcome.article.id)
    kept = [outcome.report for outcome in summary.outcomes if outcome.state != "refused"]
    _print_warnings(kept, verbose)
    for outcome in summary.refused:
        click.echo(f"hbtgraph: {outcome.article.id}: không vào kho | kept out of the store:", err=True)
        _print_results(outcome.report, err=True)


def _print_warnings(reports: list[Report], verbose: bool) -> None:
    warnings = [warning for report in reports for warning in report.warnings]
    if not warnings:
        return
    out = console()
    out.print(f"[bold]{len(warnings)} lưu ý | warnings[/]" + ("" if verbose else "  (-v: từng lưu ý | each of them)"))
    if verbose:
        for warning in warnings:
            out.print(f"  {warning.line('vi')}", markup=False, soft_wrap=True)
        return
    counts = Counter((warning.message_vi, warning.message_en) for warning in warnings)
    for (vi, en), number in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        out.print(f"{number:>7}  {vi} | {en}", markup=False, soft_wrap=True)


def _print_results(report: Report, *, err: bool = False) -> None:
    for result in report.results:
        click.echo(f"  {result.line('vi')}", err=err)
        click.echo(f"    {result.message('en')}", err=err)


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.pass_context
def retract(context: click.Context, article: str) -> None:
    """Rút một bài khỏi đồ thị. | Take an article out of the graph.

    ARTICLE là tên hoặc IRI của bài (xem status). Điều gì chỉ bài ấy nói thì mất theo. | ARTICLE is the article's
    id or IRI (see status). What only it supports goes with it.

    \b
    Ví dụ | Example:
      hbtgraph retract hai-ba-trung-2022
    """
    from hbtgraph import pipeline

    decided = decided_in(context)
    gone = pipeline.retract(opened(context, read_only=False), article, decided=decided)
    click.echo(f"đã rút | retracted: {gone.id} ({gone.title})")


@click.command()
@click.pass_context
def status(context: click.Context) -> None:
    """Kho đang có những bài nào, bao nhiêu dữ kiện. | What the store holds."""
    from rich.table import Table

    from hbtgraph import pipeline

    store = opened(context)
    held = pipeline.articles(store)
    out = console()
    out.print(f"[bold]kho | store[/]: {store.location}", soft_wrap=True)
    out.print(f"[bold]{len(held)} bài | articles[/]")
    table = Table("ngày | date", "tên | id", "tiêu đề | title", box=None, pad_edge=False)
    for article in held:
        table.add_row(article.date or "–", article.id, article.title)
    if held:
        out.print(table)
    for kind, number in pipeline.fact_counts(store).items():
        out.print(f"{number:>7}  {KIND_NAMES[kind]}")


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="In cả các lưu ý. | Print warnings too.")
@click.pass_context
def validate(context: click.Context, paths: tuple[Path, ...], verbose: bool) -> None:
    """Kiểm tra kho, hoặc các tệp RDF. | Check the store, or RDF files.

    Mã thoát: 0 đúng, 1 có chỗ sai, 2 không kiểm tra được. | Exit status: 0 conforms, 1 does not, 2 could not run.

    \b
    Ví dụ | Examples:
      hbtgraph validate
      hbtgraph validate build/exports/graph.trig
    """
    from hbtgraph import pipeline
    from hbtgraph.validate import validate_files

    if paths:
        report = validate_files(paths, pipeline.reference_quads())
    else:
        store = opened(context)
        with progress(len(pipeline.articles(store))) as step:
            report = pipeline.check(store, progress=step)
    for result in report.results if verbose else report.violations:
        click.echo(result.line("vi"))
        click.echo(f"  {result.message('en')}")
    verdict = "đúng | conforms" if report.conforms else "SAI | DOES NOT CONFORM"
    click.echo(
        f"{verdict}: {report.checked} nút | nodes, {len(report.violations)} chỗ sai | violations, "
        f"{len(report.warnings)} lưu ý | warnings"
    )
    context.exit(0 if report.conforms else 1)
