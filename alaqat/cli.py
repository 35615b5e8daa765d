"""The command line: `python -m alaqat build | add | remove | rebuild | export | annotate | check | …`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from tqdm import tqdm

from alaqat import entities, ingest, store
from alaqat.build import executors, pipeline
from alaqat.build.pipeline import annotate
from alaqat.build.preview import given, preview
from alaqat.build.report import BuildReport, BuildStep, ProgressCallback, report_json, summary
from alaqat.export import table_files
from alaqat.ingest.feed_state import Memory
from alaqat.ingest.readers import feed, url
from alaqat.model.errors import AlaqatError, ArticleRefused
from alaqat.model.records import Article
from alaqat.model.settings import Settings
from alaqat.store import integrity
from alaqat.store.serialization import public

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
DONE, SOME_REFUSED, WRONG_CALL, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 all done, 1 some articles refused, 2 the call itself is wrong or the
    store cannot be used, 130 stopped from the keyboard."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except AlaqatError as error:
        return _say(error, WRONG_CALL)
    except KeyboardInterrupt:
        return _say("stopped; what was done is kept: the same command goes on from there", STOPPED)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m alaqat", description="Arabic news in, a relations timeline out."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    make = commands.add_parser("build", help="articles → a new published build")
    make.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="files, folders, links, feed:LINK, or a .txt of links (default: seeds/)",
    )
    make.set_defaults(run=_build)
    more = commands.add_parser(
        "add", help="articles → a build of what the store holds and of these"
    )
    more.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="files, folders, links, feed:LINK, or a .txt of links",
    )
    more.add_argument(
        "--watch",
        type=float,
        metavar="MINUTES",
        help="look again and again, until stopped by Ctrl-C",
    )
    more.set_defaults(run=_add)
    less = commands.add_parser("remove", help="a build without some articles")
    less.add_argument("ids", nargs="+", metavar="ID", help="an article_id of the store")
    less.set_defaults(run=_remove)
    again = commands.add_parser(
        "rebuild", help="what the store holds, by today's rules and corrections"
    )
    again.set_defaults(run=_rebuild)
    for command in (make, more):
        command.add_argument(
            "--columns",
            metavar="PART=COLUMN,…",
            default="",
            help="columns of tables, e.g. text=body,published=date",
        )
    for command in (make, more, less, again):
        _built_with(command)
    _further(commands)
    return parser


def _further(commands: Any) -> None:
    """The commands that make no build."""
    out = commands.add_parser("export", help="a table of the store → a file")
    out.add_argument(
        "kind", metavar="KIND", choices=table_files.KINDS, help=", ".join(table_files.KINDS)
    )
    out.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help=f"ends in {', '.join(table_files.FORMATS)}",
    )
    out.add_argument(
        "--store", type=Path, default=None, help="folder of the builds (default: data/build)"
    )
    out.set_defaults(run=_export)
    mark = commands.add_parser("annotate", help="articles → annotations as JSON")
    mark.add_argument("source", type=Path, metavar="SOURCE", help="a .txt file or a folder")
    mark.add_argument(
        "--published",
        metavar="DATE",
        type=_day,
        help="day of publication for articles that name none",
    )
    mark.add_argument(
        "--out", type=Path, help="folder for one JSON file an article (default: standard output)"
    )
    mark.set_defaults(run=_annotate)
    look = commands.add_parser(
        "preview", help="articles → a line of JSON each, what was found; nothing is added"
    )
    look.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, a folder, a link, or feed:LINK"
    )
    look.add_argument(
        "--out", type=Path, required=True, help="folder for the articles as they would be added"
    )
    look.add_argument(
        "--columns", metavar="PART=COLUMN,…", default="", help="columns of tables, as for build"
    )
    look.set_defaults(run=_preview)
    verify = commands.add_parser("check", help="open the store and verify its laws")
    verify.add_argument(
        "--store", type=Path, default=None, help="folder of the builds (default: data/build)"
    )
    verify.set_defaults(run=_check)
    teach = commands.add_parser(
        "train-recognizer", help="a labelled corpus → a recognizer of names (CRF)"
    )
    teach.add_argument(
        "corpus", type=Path, metavar="CORPUS.bio", help="a word and its BIO label a line"
    )
    teach.add_argument(
        "--model", type=Path, default=None, help="file to write (default: data/model/)"
    )
    teach.set_defaults(run=_train)


def _built_with(command: argparse.ArgumentParser) -> None:
    """The options of everything that makes a build."""
    command.add_argument(
        "--store", type=Path, default=None, help="folder of the builds (default: data/build)"
    )
    command.add_argument(
        "--engine", default="serial", help=f"how to run: {', '.join(executors.ENGINES)}"
    )
    command.add_argument(
        "--progress",
        choices=("bar", "json"),
        default="bar",
        help="a bar, or a JSON line a step on standard output",
    )


def _day(text: str) -> date:
    try:
        return ingest.day(text, "it")
    except ArticleRefused as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def _say(message: object, status: int) -> int:
    print(message, file=sys.stderr)
    return status


def _found(options: argparse.Namespace, memory: Memory) -> Iterator[Article | ArticleRefused]:
    """The articles of all sources, files first; of feeds what `memory` does not know."""
    sources = url.expanded(options.sources or [str(SEEDS)])
    far = [source for source in sources if url.is_link(source) or url.is_feed(source)]
    read = partial(
        ingest.read, columns=ingest.parse(options.columns), say=lambda remark: _say(remark, DONE)
    )
    near = chain.from_iterable(read(Path(source)) for source in sources if source not in far)
    return chain(near, url.fetched(far, memory=memory))


def _build(options: argparse.Namespace) -> int:
    return _taken(options, pipeline.build)


def _add(options: argparse.Namespace) -> int:
    if options.watch is None:
        return _taken(options, pipeline.add)
    feed.watch(lambda: _turn(options), minutes=options.watch)
    return DONE


def _turn(options: argparse.Namespace) -> None:
    """One look of a watch: what goes wrong is said, and the next look comes all the same."""
    try:
        _taken(options, pipeline.add)
    except AlaqatError as error:
        _say(error, WRONG_CALL)


def _taken(options: argparse.Namespace, make: Callable[..., BuildReport]) -> int:
    """Take articles in; what was seen of feeds is noted once they are safely stored, never before."""
    memory = Memory.open(options.store or Settings.from_env().store)

    def kept(made: dict[str, Any]) -> BuildReport:
        report = make(_found(options, memory), **made)
        if report.build is not None:
            memory.save()
        return report

    return _made(options, kept)


def _remove(options: argparse.Namespace) -> int:
    return _made(options, lambda made: pipeline.remove(options.ids, **made))


def _rebuild(options: argparse.Namespace) -> int:
    return _made(options, lambda made: pipeline.rebuild(**made))


def _made(options: argparse.Namespace, make: Callable[[dict[str, Any]], BuildReport]) -> int:
    """Make a build, with a bar on standard error and a summary, or with a JSON line for each step and for the end."""
    run = executors.engine(options.engine)
    if options.progress == "json":
        return _told(lambda tell: make({"run": run, "root": options.store, "tell": tell}))
    with tqdm(unit=" articles", disable=None, leave=False) as bar:
        report = make({"run": run, "root": options.store, "tell": lambda step: _show(bar, step)})
    for line in (*report.removed, *report.duplicates, *report.refused, *report.warnings):
        _say(line, 0)
    if report.build is None:
        return _say("no article could be used, so nothing was built", SOME_REFUSED)
    print(summary(report))
    return _status(report)


def _status(report: BuildReport) -> int:
    return SOME_REFUSED if report.refused or report.warnings or report.build is None else DONE


def _show(bar: Any, step: BuildStep) -> None:
    """Move the bar to where the build is."""
    if bar.disable:
        return
    if bar.desc != f"{step.kind}: ":
        bar.set_description(step.kind, refresh=False)
    bar.total = step.of or None
    bar.update(step.done - bar.n)


def _told(make: Callable[[ProgressCallback], BuildReport]) -> int:
    try:
        report = make(lambda step: print(json.dumps(asdict(step), ensure_ascii=False), flush=True))
    except AlaqatError as error:
        print(json.dumps({"kind": "failed", "message": str(error)}, ensure_ascii=False), flush=True)
        raise
    print(json.dumps({"kind": "done"} | report_json(report), ensure_ascii=False), flush=True)
    return _status(report)


def _export(options: argparse.Namespace) -> int:
    rows = table_files.write(store.latest(options.store), options.kind, options.out)
    print(f"{options.out}: {rows} {options.kind}")
    return DONE


def _annotate(options: argparse.Namespace) -> int:
    entities.chosen()  # one refusal before the first article, not one for each
    status = DONE
    single = options.source.is_file() and not options.out
    for one in _bar_if(not single, ingest.read(options.source)):
        if isinstance(one, ArticleRefused):
            status = _say(one, SOME_REFUSED)
            continue
        dated = (
            one
            if one.published
            else replace(
                one, published=options.published, published_basis=_basis(options.published)
            )
        )
        _put(
            json.dumps(public(annotate(dated)), ensure_ascii=False, indent=1), one.name, options.out
        )
    return status


def _basis(given: date | None) -> str | None:
    return "reader" if given else None


def _bar_if(
    wanted: bool, found: Iterator[Article | ArticleRefused]
) -> Iterable[Article | ArticleRefused]:
    return (
        tqdm(list(found), desc="annotating", unit=" articles", disable=None, leave=False)
        if wanted
        else found
    )


def _put(text: str, name: str, out: Path | None) -> None:
    if out is None:
        print(text)
        return
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _preview(options: argparse.Namespace) -> int:
    def tell(**line: object) -> None:
        print(json.dumps(line, ensure_ascii=False), flush=True)

    read = given(
        options.sources,
        options.out,
        columns=options.columns,
        say=lambda remark: tell(kind="remark", message=remark),
    )
    for number, line in enumerate(preview(read, options.out), 1):
        tell(kind="annotate", done=number, of=0, name=line.get("name", ""))
        tell(**line)
    tell(kind="done")
    return DONE


def _check(options: argparse.Namespace) -> int:
    build = store.latest(options.store)
    broken = integrity.broken(build)
    for line in broken:
        _say(line, 0)
    print(f"build {build.id}: {'no law broken' if not broken else f'{len(broken)} laws broken'}")
    return SOME_REFUSED if broken else DONE


def _train(options: argparse.Namespace) -> int:
    from alaqat.entities.recognizers import crf, crf_training  # noqa: PLC0415 - only this command needs them

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
    usual = "used from now on, unless ALAQAT_RECOGNIZER=rules is set"
    chosen = f"use it with ALAQAT_RECOGNIZER=trained ALAQAT_MODEL={model}"
    print(f"written: {model}; {usual if model == crf.MODEL else chosen}")
    return DONE
