"""The command `compare-chronology`: how much of a chronology the events of a selection cover."""

from __future__ import annotations

import argparse
from pathlib import Path

from alaqat import store
from alaqat.lexicon.load import table
from alaqat.model.errors import AlaqatError
from alaqat.model.filter_options import add_filter_options, filters_of
from alaqat.model.filter_values import selection_of
from alaqat.model.selection import FILTERS, Selection
from alaqat.reference import reference_file
from alaqat.reference.chronology_comparison import ChronologyComparison, compared

SHOWN_CERTAINTY = "probable"  # the least certainty, as the pages have it


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    names = ", ".join(reference_file.SHIPPED)
    parser.add_argument(
        "file",
        metavar="FILE",
        help=f"a CSV of dates and texts, or the name of one that is here: {names}",
    )
    add_filter_options(parser)


def run(options: argparse.Namespace) -> str:
    """Compare, and return the report.

    Raises AlaqatError for a file that is no chronology and for a value that no filter has.
    """
    is_shipped = options.file in reference_file.SHIPPED
    path = Path(options.file)
    entries = reference_file.shipped(options.file) if is_shipped else reference_file.read_path(path)
    selection = _selection(options)
    events = store.read(store.latest(options.store), "events", selection)
    first, last = reference_file.years(entries)
    name = f"{options.file}: {len(entries)} entries, {first}–{last}"
    return "\n".join((name, *_report(compared(entries, events))))


def _selection(options: argparse.Namespace) -> Selection:
    params = filters_of(options)
    certainty, pair = (FILTERS[name].parameter for name in ("certainty", "pair"))
    params[certainty] = params[certainty] or [SHOWN_CERTAINTY]
    if options.file in reference_file.SHIPPED:
        params[pair] = params[pair] or [reference_file.SHIPPED[options.file]]
    selection, ignored = selection_of(params, {row["kind"] for row in table("plover")})
    if ignored:
        raise AlaqatError(f"{', '.join(ignored)}: not a value of this filter")
    return selection


def _report(comparison: ChronologyComparison) -> list[str]:
    """The counts, and a line for each year that has entries."""
    by = comparison.precisions()
    counts = [
        f"matched {len(comparison.matched)}"
        f" (day {by['day']}, month {by['month']}, year {by['year']})",
        f"missing {len(comparison.missing)}",
        f"extra events {len(comparison.extra)}",
        f"undated events {comparison.undated}",
        f"recall {comparison.recall:.0%}",
        f"by the day {by['day'] / comparison.entries:.0%}",
    ]
    lines = [
        f"{count.year}  {count.matched} of {count.entries}  {count.matched / count.entries:.0%}"
        for count in comparison.years()
    ]
    return [", ".join(counts), "", "year  matched  recall", *lines]
