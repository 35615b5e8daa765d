"""The command line: `python -m alaqat build | annotate | check | train-recognizer`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from alaqat import engines, entities, ingest, laws, store
from alaqat.errors import AlaqatError, ArticleRefused
from alaqat.exchange import public
from alaqat.pipeline import annotate, build
from alaqat.records import Article

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
DONE, SOME_REFUSED, WRONG_CALL = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 all done, 1 some articles refused, 2 the call itself is wrong."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except AlaqatError as error:
        return _say(error, WRONG_CALL)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m alaqat", description="Arabic news in, a relations timeline out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    make = commands.add_parser("build", help="articles → a new published build")
    make.add_argument(
        "sources",
        nargs="*",
        type=Path,
        metavar="SOURCE",
        help="files or folders (default: seeds/)",
    )
    make.add_argument("--store", type=Path, default=None, help="folder of the builds (default: data/build)")
    make.add_argument("--engine", default="serial", help=f"how to run: {', '.join(engines.ENGINES)}")
    make.add_argument(
        "--columns", metavar="PART=COLUMN,…", default="", help="columns of tables, e.g. text=body,published=date"
    )
    make.set_defaults(run=_build)
    mark = commands.add_parser("annotate", help="articles → annotations as JSON")
    mark.add_argument("source", type=Path, metavar="SOURCE", help="a .txt file or a folder")
    mark.add_argument("--published", metavar="DATE", type=_day, help="day of publication for articles that name none")
    mark.add_argument("--out", type=Path, help="folder for one JSON file an article (default: standard output)")
    mark.set_defaults(run=_annotate)
    verify = commands.add_parser("check", help="open the store and verify its laws")
    verify.add_argument("--store", type=Path, default=None, help="folder of the builds (default: data/build)")
    verify.set_defaults(run=_check)
    teach = commands.add_parser("train-recognizer", help="a labelled corpus → a recognizer of names (CRF)")
    teach.add_argument("corpus", type=Path, metavar="CORPUS.bio", help="a word and its BIO label a line")
    teach.add_argument("--model", type=Path, default=None, help="file to write (default: data/model/)")
    teach.set_defaults(run=_train)
    return parser


def _day(text: str) -> date:
    try:
        return ingest.day(text, "it")
    except ArticleRefused as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def _say(message: object, status: int) -> int:
    print(message, file=sys.stderr)
    return status


def _bar(items: Iterable[Article], label: str) -> Iterable[Article]:
    return tqdm(items, desc=label, unit=" articles", disable=None, leave=False)


def _build(options: argparse.Namespace) -> int:
    read = partial(ingest.read, columns=ingest.parse(options.columns), say=lambda remark: _say(remark, DONE))
    found = chain.from_iterable(map(read, options.sources or [SEEDS]))
    run = engines.engine(options.engine)
    outcome = build(found, run=run, root=options.store, progress=lambda articles: _bar(articles, "annotating"))
    for line in (*outcome.copies, *outcome.refused):
        _say(line, 0)
    if outcome.build is None:
        return _say("no article could be used, so nothing was built", SOME_REFUSED)
    counts = outcome.build.manifest["counts"]
    shown = ", ".join(f"{counts[name]} {name}" for name in ("articles", "events", "quotes", "entities"))
    print(f"build {outcome.build.id}: {shown}, {len(outcome.copies)} copies, {len(outcome.refused)} refused")
    return SOME_REFUSED if outcome.refused else DONE


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
            else replace(one, published=options.published, published_basis=_basis(options.published))
        )
        _put(json.dumps(public(annotate(dated)), ensure_ascii=False, indent=1), one.name, options.out)
    return status


def _basis(given: date | None) -> str | None:
    return "reader" if given else None


def _bar_if(wanted: bool, found: Iterator[Article | ArticleRefused]) -> Iterable[Article | ArticleRefused]:
    return tqdm(list(found), desc="annotating", unit=" articles", disable=None, leave=False) if wanted else found


def _put(text: str, name: str, out: Path | None) -> None:
    if out is None:
        print(text)
        return
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _check(options: argparse.Namespace) -> int:
    build = store.latest(options.store)
    broken = laws.broken(build)
    for line in broken:
        _say(line, 0)
    print(f"build {build.id}: {'no law broken' if not broken else f'{len(broken)} laws broken'}")
    return SOME_REFUSED if broken else DONE


def _train(options: argparse.Namespace) -> int:
    from alaqat.entities import trained, training  # noqa: PLC0415 - only this command needs them

    model = options.model or trained.MODEL
    with tqdm(total=training.ITERATIONS, desc="training", unit=" iterations", disable=None, leave=False) as bar:
        card = training.train(options.corpus, model=model, progress=bar.update)
    print(training.readable(card))
    usual = "used from now on, unless ALAQAT_RECOGNIZER=rules is set"
    chosen = f"use it with ALAQAT_RECOGNIZER=trained ALAQAT_MODEL={model}"
    print(f"written: {model}; {usual if model == trained.MODEL else chosen}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
