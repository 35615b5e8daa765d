"""The command line: `python -m alaqat COMMAND`; `--help` lists the commands."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from tqdm import tqdm

from alaqat import entities, evaluation, ingest, readers, store
from alaqat.build import executors, pipeline
from alaqat.build.pipeline import annotate
from alaqat.build.preview import preview, read_sources
from alaqat.build.report import (
    BuildReport,
    BuildStep,
    dropped_by_cause,
    report_json,
    summary,
    undated_sentence,
)
from alaqat.evaluation import score_tables
from alaqat.export import export_command
from alaqat.ingest.feed_state import FeedState
from alaqat.ingest.readers import feed, url
from alaqat.ingest.reading_process import ReadingProcess
from alaqat.model.errors import AlaqatError, ArticleRefused
from alaqat.model.file_names import UniqueStems
from alaqat.model.home import HOME
from alaqat.model.records import Article
from alaqat.model.refusals import grouped
from alaqat.model.settings import DEFAULT_READER, Settings
from alaqat.readers import Reader
from alaqat.reference import chronology_command
from alaqat.store import damage, integrity, journal, pruning, restoration
from alaqat.store.builds import broken
from alaqat.store.comparison import compare, comparison_lines
from alaqat.store.serialization import Json, public
from alaqat.training.options import add_options as add_reader_options

SEEDS = HOME / "seeds"
DONE, SOME_REFUSED, WRONG_CALL, STOPPED = 0, 1, 2, 130
Commands = Any  # what `add_subparsers` returns has no public type
Build = Callable[..., BuildReport]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: all done; 1: some articles were refused; 2: the call is wrong or the store cannot be used;
    130: stopped from the keyboard.
    """
    options = _parser().parse_args(arguments)
    _set_endpoint_options(options)
    try:
        status: int = options.run(options)
    except AlaqatError as error:
        return _print_error(error, WRONG_CALL)
    except OSError as error:  # the disk is full, or a file may not be written
        return _print_error(f"{error.filename or 'output'}: {error.strerror or error}", WRONG_CALL)
    except KeyboardInterrupt:
        message = "stopped; run the same command again to continue where it stopped"
        return _print_error(message, STOPPED)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m alaqat",
        description="Find dated events between states, and quotes, in Arabic news.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add_command in (
        _add_build,
        _add_add,
        _add_remove,
        _add_rebuild,
        _add_export,
        _add_annotate,
        _add_preview,
        _add_check,
        _add_estimate,
        _add_restore,
        _add_compare,
        _add_compare_chronology,
        _add_prune,
        _add_evaluate,
        _add_train_recognizer,
        _add_train_reader,
    ):
        add_command(commands)
    return parser


def _add_build(commands: Commands) -> None:
    parser = commands.add_parser("build", help="publish a new store of articles")
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="files, folders, links, feed:LINK, or a .txt of links (default: seeds/)",
    )
    _add_columns_option(parser, "columns of tables, e.g. text=body,published=date")
    _add_build_options(parser)
    parser.set_defaults(run=_build)


def _add_add(commands: Commands) -> None:
    parser = commands.add_parser("add", help="add articles to the store")
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="files, folders, links, feed:LINK, or a .txt of links",
    )
    parser.add_argument(
        "--watch",
        type=float,
        metavar="MINUTES",
        help="repeat every MINUTES minutes until stopped by Ctrl-C",
    )
    _add_columns_option(parser, "columns of tables, e.g. text=body,published=date")
    _add_build_options(parser)
    parser.set_defaults(run=_add)


def _add_remove(commands: Commands) -> None:
    parser = commands.add_parser("remove", help="remove articles from the store")
    parser.add_argument("ids", nargs="+", metavar="ID", help="an article_id of the store")
    _add_build_options(parser)
    parser.set_defaults(run=_remove)


def _add_rebuild(commands: Commands) -> None:
    parser = commands.add_parser(
        "rebuild", help="annotate the stored articles again, by the present rules and corrections"
    )
    _add_build_options(parser)
    parser.set_defaults(run=_rebuild)


def _add_export(commands: Commands) -> None:
    parser = commands.add_parser(
        "export", help="write a table of the store, or the view of a link, to a file"
    )
    export_command.add_options(parser)
    _add_store_option(parser)
    parser.set_defaults(run=_export)


def _add_annotate(commands: Commands) -> None:
    parser = commands.add_parser("annotate", help="write the annotations of articles as JSON")
    parser.add_argument(
        "source",
        type=Path,
        metavar="SOURCE",
        help="a file of any kind that build reads, or a folder",
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=_day,
        help="publication day of articles without one",
    )
    parser.add_argument(
        "--out", type=Path, help="folder for one JSON file per article (default: standard output)"
    )
    _add_columns_option(parser, "columns of tables, as for build")
    _add_reader_option(parser)
    parser.set_defaults(run=_annotate)


def _add_preview(commands: Commands) -> None:
    parser = commands.add_parser(
        "preview", help="show what articles contain, one JSON line each, without adding them"
    )
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, a folder, a link, or feed:LINK"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the articles, ready for `add`"
    )
    _add_columns_option(parser, "columns of tables, as for build")
    _add_reader_option(parser)
    parser.set_defaults(run=_preview)


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="check the store's columns, spans and references")
    _add_store_option(parser)
    parser.set_defaults(run=_check)


def _add_estimate(commands: Commands) -> None:
    parser = commands.add_parser(
        "estimate", help="what a reader would send to a server for articles; nothing is sent"
    )
    parser.add_argument(
        "sources", nargs="+", type=Path, metavar="SOURCE", help="files or folders, as for build"
    )
    _add_reader_option(parser)
    parser.set_defaults(run=_estimate)


def _add_evaluate(commands: Commands) -> None:
    parser = commands.add_parser("evaluate", help="score readers on annotated articles")
    parser.add_argument(
        "gold",
        type=Path,
        metavar="GOLD",
        help="folder with articles/NAME.txt and gold/NAME.json",
    )
    parser.add_argument(
        "--reader",
        metavar="NAME[+NAME]",
        action="append",
        help=f"a reader to score, may be repeated: {', '.join(readers.NAMES)} "
        f"(default: ALAQAT_READER or {DEFAULT_READER})",
    )
    _add_endpoint_options(parser)
    parser.add_argument(
        "--articles", metavar="PATTERN", default="*", help="names of articles, e.g. '1*0'"
    )
    parser.add_argument(
        "--skip-empty",
        action="store_true",
        help="score no quotes, names or time expressions in an article that has none annotated",
    )
    parser.add_argument("--errors", action="store_true", help="list every difference")
    parser.add_argument("--table", type=Path, metavar="FILE.csv", help="file for all scores")
    _add_engine_option(parser)
    parser.set_defaults(run=_evaluate)


def _add_restore(commands: Commands) -> None:
    parser = commands.add_parser("restore", help="make an earlier whole build the current one")
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="the build (default: the newest that is whole)"
    )
    _add_store_option(parser)
    parser.set_defaults(run=_restore)


def _add_prune(commands: Commands) -> None:
    parser = commands.add_parser("prune", help="remove old builds; --dry-run says which")
    _add_keep_option(parser, pruning.KEEP)
    parser.add_argument("--dry-run", action="store_true", help="remove nothing")
    _add_store_option(parser)
    parser.set_defaults(run=_prune)


def _add_keep_option(parser: argparse.ArgumentParser, default: int | None) -> None:
    parser.add_argument(
        "--keep",
        type=_count,
        metavar="N",
        default=default,
        help="remove old builds beside the current one and the N newest others, except those that "
        f"have a link or are open (default: {'all stay' if default is None else default})",
    )


def _count(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of builds")
    return int(text)


def _add_compare(commands: Commands) -> None:
    parser = commands.add_parser("compare", help="say which events differ between two builds")
    parser.add_argument("old", nargs="?", metavar="OLD", help="a build (default: the one before)")
    parser.add_argument("new", nargs="?", metavar="NEW", help="a build (default: the current one)")
    _add_store_option(parser)
    parser.set_defaults(run=_compare)


def _add_compare_chronology(commands: Commands) -> None:
    parser = commands.add_parser(
        "compare-chronology", help="say what of a chronology (a CSV) the events cover, by year"
    )
    chronology_command.add_options(parser)
    _add_store_option(parser)
    parser.set_defaults(run=_compare_chronology)


def _add_train_reader(commands: Commands) -> None:
    add_reader_options(
        commands.add_parser("train-reader", help="annotated articles → a reader of events")
    )


def _add_train_recognizer(commands: Commands) -> None:
    parser = commands.add_parser(
        "train-recognizer", help="train a recognizer of names (CRF) on a labelled corpus"
    )
    parser.add_argument(
        "corpus",
        type=Path,
        metavar="CORPUS.bio",
        help="file with a word and its BIO label on each line",
    )
    parser.add_argument(
        "--model", type=Path, default=None, help="file to write (default: data/model/)"
    )
    parser.set_defaults(run=_train_recognizer)


def _add_store_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--store", type=Path, default=None, help="folder of the builds (default: data/build)"
    )


def _add_columns_option(parser: argparse.ArgumentParser, description: str) -> None:
    parser.add_argument("--columns", metavar="PART=COLUMN,…", default="", help=description)


def _add_reader_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reader",
        metavar="NAME[+NAME]",
        default=None,
        help=f"reader that finds events and quotes: {', '.join(readers.NAMES)} "
        f"(default: ALAQAT_READER or {DEFAULT_READER})",
    )
    _add_endpoint_options(parser)


def _add_endpoint_options(parser: argparse.ArgumentParser) -> None:
    """Options of the reader `endpoint`."""
    parser.add_argument(
        "--budget",
        type=int,
        metavar="TOKENS",
        help="of the endpoint reader: tokens that this run may use",
    )
    parser.add_argument(
        "--answers",
        type=Path,
        metavar="DIR",
        help="of the endpoint reader: folder where answers are recorded and looked up",
    )


def _set_endpoint_options(options: argparse.Namespace) -> None:
    """Put the options of the endpoint reader into the environment, which worker processes share."""
    for name in ("budget", "answers"):
        value = getattr(options, name, None)
        if value is not None:
            os.environ[f"ALAQAT_ENDPOINT_{name.upper()}"] = str(value)


def _add_engine_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine",
        default="serial",
        help=f"executor: {', '.join(executors.EXECUTORS)} (needs requirements-dask.txt)",
    )
    parser.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="scheduler of a running Dask cluster, tcp://host:port (default: one on this machine)",
    )


def _executor(options: argparse.Namespace) -> pipeline.Executor:
    """The executor given by `--engine`; an address of a cluster alone means Dask."""
    engine = "dask" if options.dask and options.engine == "serial" else options.engine
    executor: pipeline.Executor = executors.executor(engine, options.dask)
    return executor


def _reader(options: argparse.Namespace) -> Reader:
    """The reader given by `--reader`, or the one in Settings."""
    return readers.named(options.reader) if options.reader else readers.chosen()


def _add_build_options(parser: argparse.ArgumentParser) -> None:
    """The options of every command that builds."""
    _add_store_option(parser)
    _add_keep_option(parser, None)
    _add_reader_option(parser)
    _add_engine_option(parser)
    parser.add_argument(
        "--progress",
        choices=("bar", "json"),
        default="bar",
        help="a progress bar, or one JSON line per step on standard output",
    )


def _day(text: str) -> date:
    try:
        return ingest.parse_date(text, "it")
    except ArticleRefused as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def _print_error(message: object, status: int) -> int:
    print(message, file=sys.stderr)
    return status


def _print_json(record: Json) -> None:
    print(json.dumps(record, ensure_ascii=False), flush=True)


def _build(options: argparse.Namespace) -> int:
    return _build_from_sources(options, pipeline.build)


def _add(options: argparse.Namespace) -> int:
    if options.watch is None:
        return _build_from_sources(options, pipeline.add)
    feed.watch(partial(_add_once, options), minutes=options.watch)
    return DONE


def _add_once(options: argparse.Namespace) -> None:
    """One round of a watch; an error is printed and does not end the watch."""
    try:
        _build_from_sources(options, pipeline.add)
    except AlaqatError as error:
        _print_error(error, WRONG_CALL)


def _build_from_sources(options: argparse.Namespace, build: Build) -> int:
    """Build from the sources; the state of feeds is saved only after their articles are stored."""
    feed_state = FeedState.open(options.store or Settings.from_env().store)
    report = _run(options, partial(build, _articles(options, feed_state)))
    if report.build is not None:
        feed_state.save()
    return _print_report(options, report)


def _articles(
    options: argparse.Namespace, feed_state: FeedState
) -> Iterator[Article | ArticleRefused]:
    """The articles of all sources, files first; of feeds only entries not in `feed_state`."""
    sources = url.expand_lists(options.sources or [str(SEEDS)])
    links = [source for source in sources if url.is_link(source) or url.is_feed(source)]
    paths = [Path(source) for source in sources if source not in links]
    columns = ingest.parse_columns(options.columns)

    def articles() -> Iterator[Article | ArticleRefused]:
        with ReadingProcess() as process:
            for path in paths:
                yield from process.read(path, columns=columns, say=_print_remark)
            yield from process.fetch_articles(links, state=feed_state)

    return articles()


def _print_remark(remark: str) -> None:
    _print_error(remark, DONE)


def _remove(options: argparse.Namespace) -> int:
    return _print_report(options, _run(options, partial(pipeline.remove, options.ids)))


def _rebuild(options: argparse.Namespace) -> int:
    return _print_report(options, _run(options, pipeline.rebuild))


def _run(options: argparse.Namespace, build: Build) -> BuildReport:
    """Run a build and write it into the journal of the store."""
    report = _run_with_progress(options, build)
    if report.build:
        about: dict[str, Any] = {
            "build": report.build.id,
            "articles": report.articles,
            "added": report.added,
        }
        if report.causes:
            about["refused"] = {cause.problem: cause.number for cause in report.causes}
        journal.record(options.run.__name__.strip("_"), about=about, root=options.store)
    keep = pruning.KEEP if options.keep is None and _is_watching(options) else options.keep
    if report.build and keep is not None:
        pruning.prune(options.store, keep)
    return report


def _is_watching(options: argparse.Namespace) -> bool:
    """True for `add --watch`, which publishes builds for ever."""
    return getattr(options, "watch", None) is not None


def _run_with_progress(options: argparse.Namespace, build: Build) -> BuildReport:
    """Run a build with a progress bar on standard error, or with one JSON line per step."""
    build = partial(
        build,
        executor=_executor(options),
        root=options.store,
        reader=options.reader,
    )
    if options.progress == "bar":
        with tqdm(unit=" articles", disable=None, leave=False) as bar:
            return build(progress=partial(_show_step, bar))
    try:
        return build(progress=lambda step: _print_json(asdict(step)))
    except AlaqatError as error:
        _print_json({"kind": "failed", "message": str(error)})
        raise


def _show_step(bar: Any, step: BuildStep) -> None:
    """Move the bar to a step."""
    if bar.disable:
        return
    if bar.desc != f"{step.kind}: ":
        bar.set_description(step.kind, refresh=False)
    if step.kind == "ask" and not step.done:
        bar.write(step.name, file=sys.stderr)
    bar.total = step.of or None
    bar.update(step.done - bar.n)


def _print_report(options: argparse.Namespace, report: BuildReport) -> int:
    """Print a report as text or as a JSON line, and return the exit status."""
    if options.progress == "json":
        _print_json({"kind": "done"} | report_json(report))
    else:
        causes = [cause.sentence for cause in report.causes]
        lines = (report.removed, report.duplicates, causes, report.warnings)
        for line in chain(*lines, report.corrections_left_out):
            print(line, file=sys.stderr)
        if undated := undated_sentence(report):
            print(undated, file=sys.stderr)
        if report.build is None:
            print("no article could be used, so nothing was built", file=sys.stderr)
        else:
            _print_dropped(dropped_by_cause(report))
            print(summary(report))
    problems = (*report.refused, *report.warnings, *report.corrections_left_out)
    return DONE if report.build and not problems else SOME_REFUSED


def _print_dropped(dropped: Mapping[str, int]) -> None:
    """Say on standard error what a reader could not prove and left out."""
    if dropped:
        causes = ", ".join(f"{number} {cause}" for cause, number in sorted(dropped.items()))
        print(f"left out of what was read: {causes}", file=sys.stderr)


def _export(options: argparse.Namespace) -> int:
    print(export_command.run(options))
    return DONE


def _compare_chronology(options: argparse.Namespace) -> int:
    print(chronology_command.run(options))
    return DONE


def _compare(options: argparse.Namespace) -> int:
    current = store.latest(options.store)
    builds = {build.id: build for build in (current, *store.earlier(current))}
    for name in filter(None, (options.old, options.new)):
        if name not in builds:
            raise AlaqatError(f"there is no build {name!r}; choose one of {', '.join(builds)}")
    new = builds[options.new or current.id]
    others = [build for build in builds.values() if build.id != new.id]
    if not others:
        raise AlaqatError("there is one build only, so there is nothing to compare it with")
    old = builds[options.old or others[0].id]
    for line in comparison_lines(compare(old, new)):
        print(line)
    return DONE


def _annotate(options: argparse.Namespace) -> int:
    entities.chosen()  # raises once if the recognizer is missing, not for each article
    reader = _reader(options)
    dropped: Counter[str] = Counter()
    stems = UniqueStems()
    refused: list[ArticleRefused] = []
    for article in _source_articles(options):
        if isinstance(article, ArticleRefused):
            refused.append(article)
            continue
        if options.published and not article.published:
            article = replace(  # noqa: PLW2901
                article, published=options.published, published_basis="reader"
            )
        try:
            found = annotate(article, reader)
        except AlaqatError as error:
            refused.append(ArticleRefused(f"{article.name}: {error}").at(article.name))
            continue
        dropped.update(dict(found.dropped))
        record = public(found)
        stem = stems.add(article.name, default=article.id)
        if stem != article.name:
            record = {"name": article.name} | record
        _write_json(record, stem, options.out)
    for cause in grouped(refused):
        _print_error(cause.sentence, SOME_REFUSED)
    _print_dropped(dropped)
    return SOME_REFUSED if refused else DONE


def _source_articles(options: argparse.Namespace) -> Iterable[Article | ArticleRefused]:
    """The articles to annotate; no progress bar if one file is written to standard output."""
    columns = ingest.parse_columns(options.columns)
    articles = _read_files([options.source], columns)
    if options.source.is_file() and not options.out:
        return articles
    bar: Iterable[Article | ArticleRefused] = tqdm(
        list(articles), desc="annotating", unit=" articles", disable=None, leave=False
    )
    return bar


def _read_files(
    paths: Iterable[Path], columns: Mapping[str, str]
) -> Iterator[Article | ArticleRefused]:
    """The articles of files and folders; remarks go to standard error."""
    with ReadingProcess() as process:
        for path in paths:
            yield from process.read(path, columns=columns, say=_print_remark)


def _write_json(record: Json, stem: str, folder: Path | None) -> None:
    """Print the record, or write it as `stem`.json into the folder, never through a link there."""
    text = json.dumps(record, ensure_ascii=False, indent=1)
    if folder is None:
        print(text)
        return
    path = folder / f"{stem}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new_file = path.with_name(f".{stem}.new")
        new_file.unlink(missing_ok=True)
        new_file.write_text(text + "\n", encoding="utf-8")
        new_file.replace(path)
    except OSError as error:
        raise AlaqatError(
            f"{path}: cannot be written ({error.strerror}); choose another folder"
        ) from error


def _preview(options: argparse.Namespace) -> int:
    articles = read_sources(
        options.sources,
        options.out,
        columns=options.columns,
        say=lambda remark: _print_json({"kind": "remark", "message": remark}),
    )
    for number, line in enumerate(preview(articles, options.out, _reader(options)), 1):
        _print_json({"kind": "annotate", "done": number, "of": 0, "name": line.get("name", "")})
        _print_json(line)
    _print_json({"kind": "done"})
    return DONE


def _restore(options: argparse.Namespace) -> int:
    build = restoration.restore(options.store, options.id)
    journal.record("restore", about={"build": build.id}, root=options.store)
    print(f"build {build.id} of {build.manifest['built']} is the current one")
    return DONE


def _prune(options: argparse.Namespace) -> int:
    verdicts = pruning.prune(options.store, options.keep, is_dry_run=options.dry_run)
    for verdict in verdicts:
        decision = f"stays: it {verdict.reason}" if verdict.reason else "goes"
        print(f"{verdict.path.name}  {verdict.size / 1e6:,.1f} MB  {decision}")
    gone = [verdict for verdict in verdicts if not verdict.reason]
    size = sum(verdict.size for verdict in gone) / 1e6
    print(f"{len(gone)} builds, {size:,.1f} MB {'would be' if options.dry_run else 'were'} removed")
    if gone and not options.dry_run:
        about = {"builds": " ".join(verdict.path.name for verdict in gone)}
        journal.record("prune", about=about, root=options.store)
    return DONE


def _check(options: argparse.Namespace) -> int:
    build = store.latest(options.store)
    if problems := damage.damage(build.path, build.manifest):
        raise broken(build.path, "; ".join(problems))
    violations = integrity.violations(build)
    for line in violations:
        print(line, file=sys.stderr)
    print(f"build {build.id}: {f'{len(violations)} violations' if violations else 'no violations'}")
    return SOME_REFUSED if violations else DONE


def _estimate(options: argparse.Namespace) -> int:
    reader = _reader(options)
    found = _read_files(options.sources, {})
    bar = tqdm(found, desc="reading", unit=" articles", disable=None, leave=False)
    articles = [article for article in bar if isinstance(article, Article)]
    forecast = reader.forecast(articles) if isinstance(reader, readers.Prefetching) else ""
    print(forecast or f"the reader {reader.name} sends nothing")
    return DONE


def _evaluate(options: argparse.Namespace) -> int:
    articles = evaluation.read_gold(
        options.gold, options.articles, should_skip_empty=options.skip_empty
    )
    names = options.reader or [Settings.from_env().reader]
    with tqdm(
        total=len(names) * len(articles),
        desc="reading",
        unit=" articles",
        disable=None,
        leave=False,
    ) as bar:
        evaluations = [
            evaluation.evaluate(articles, name, executor=_executor(options), progress=bar.update)
            for name in names
        ]
    if options.errors:
        for line in chain.from_iterable(map(score_tables.error_lines, evaluations)):
            print(line)
    print(score_tables.readable(evaluations))
    if options.table:
        score_tables.write(evaluations, options.table, f"{options.gold.name} {options.articles}")
    return DONE


def _train_recognizer(options: argparse.Namespace) -> int:
    # Imported here because only this command needs them.
    from alaqat.entities.recognizers import crf, crf_training  # noqa: PLC0415

    model = options.model or crf.MODEL
    with tqdm(
        total=crf_training.ITERATIONS,
        desc="training",
        unit=" iterations",
        disable=None,
        leave=False,
    ) as bar:
        card = crf_training.train(options.corpus, model=model, progress=bar.update)
    print(crf_training.readable(card))
    if model == crf.MODEL:
        usage = "used from now on, unless ALAQAT_RECOGNIZER=rules is set"
    else:
        usage = f"use it with ALAQAT_RECOGNIZER=trained ALAQAT_MODEL={model}"
    print(f"written: {model}; {usage}")
    return DONE
