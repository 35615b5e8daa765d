"""The filters of a link as options of a command."""

from __future__ import annotations

import argparse

from alaqat.model.filter_schemas import MEANINGS
from alaqat.model.selection import FILTERS


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Add an option for each filter; its values are the list `filter_PARAMETER`."""
    for known in FILTERS.values():
        parser.add_argument(
            f"--{known.parameter}",
            action="append",
            default=[],
            metavar="VALUE",
            dest=f"filter_{known.parameter}",
            help=MEANINGS[known.form],
        )


def filters_of(options: argparse.Namespace) -> dict[str, list[str]]:
    """The values that a call gives for each filter, by the filter's parameter in links."""
    return {
        known.parameter: getattr(options, f"filter_{known.parameter}") for known in FILTERS.values()
    }
