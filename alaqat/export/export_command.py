"""The command `export`: a table, or the view of a link, in one of the formats."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, parse_qs, urlsplit

from alaqat import store
from alaqat.export import format_registry as registry
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest, Language
from alaqat.export.export_tables import TABLES
from alaqat.lexicon.load import table
from alaqat.model import pins
from alaqat.model.errors import AlaqatError
from alaqat.model.filter_options import add_filter_options, filters_of
from alaqat.model.filter_values import selection_of
from alaqat.model.pins import Pin
from alaqat.model.selection import FILTERS, Selection
from alaqat.model.settings import Settings
from alaqat.store import story_files

# page of the dashboard → the table that it shows
PAGES: Final = {
    "": "events",
    "overview": "events",
    "timeline": "events",
    "quotes": "quotes",
    "network": "network",
    "articles": "articles",
    "person": "mentions",
    "story": "events",
}
# the least certainty of the events of a view that does not choose one
SHOWN_CERTAINTY: Final = "probable"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "what",
        nargs="?",
        default="events",
        metavar="TABLE|URL",
        help=f"the address of a view of the dashboard, or a table: {', '.join(TABLES)}",
    )
    parser.add_argument(
        "--format", metavar="NAME", help=f"the format: {', '.join(registry.FORMATS)}"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="file to write (default: alaqat-TABLE-VERSION)"
    )
    parser.add_argument(
        "--lang", choices=("ar", "en"), help="language of labels and citations (default: ar)"
    )
    parser.add_argument(
        "--address", default="", metavar="URL", help="the dashboard's, for permanent links"
    )
    parser.add_argument(
        "--id", action="append", default=[], metavar="ID", help="only the row with this id"
    )
    add_filter_options(parser)


def run(options: argparse.Namespace) -> str:
    """Write the file of the call and return the line that reports it.

    Raises AlaqatError for an unknown table or format, and for a selection without rows.
    """
    request = _request(options)
    known = _format(options)
    default = f"alaqat-{request.table}-{request.version}{known.extension}"
    path = options.out or Path(default)
    size = registry.write_file(request, known, path)
    if known.name == "csv":
        registry.write_descriptor(request, path)
    return f"{path}: {request.table} as {known.title}, {size:,} bytes"


def _format(options: argparse.Namespace) -> ExportFormat:
    if options.format:
        return registry.named(options.format)
    return registry.of_file(options.out) if options.out else registry.named("csv")


def _request(options: argparse.Namespace) -> ExportRequest:
    """The request of the call: that of a link, or of a table with filters."""
    params = filters_of(options)
    kinds = {row["kind"] for row in table("plover")}
    name, address, language = options.what, options.address, options.lang
    is_link = "?" in name or "://" in name
    if is_link:
        link = urlsplit(name)
        given = parse_qs(link.query)
        # what a link without this filter shows, as `ViewState` has it
        given.setdefault(FILTERS["certainty"].parameter, [SHOWN_CERTAINTY])
        params = {key: [*given.get(key, ()), *params.get(key, ())] for key in {*given, *params}}
        name = _table_of(link)
        address = address or f"{link.scheme}://{link.netloc}" * bool(link.netloc)
    selection, ignored = selection_of(params, kinds)
    if ignored:
        raise AlaqatError(f"{', '.join(ignored)}: not a value of this filter")
    return ExportRequest(
        store.latest(options.store),
        table=name,
        selection=with_entities(selection, params.get("entity", ())),
        ids=tuple(options.id),
        days=_days(params.get("zoom", ())),
        language=_language(language, params.get("lang", ())),
        address=address,
        pins=_pins(params, options.store or Settings.from_env().store),
        title=(*params.get("title", ()), "")[0],
    )


def _pins(params: Mapping[str, Sequence[str]], root: Path) -> tuple[Pin, ...]:
    """The pins of a link: those that it names and those of the story whose key it has.

    Raises AlaqatError for one that is no pin, and for a key without a story in the store.
    """
    stored = [pin for key in params.get("story", ()) for pin in story_files.of_link(root, key)]
    try:
        return (*stored, *map(pins.read, params.get("pin", ())))
    except ValueError as error:
        raise AlaqatError(f"pin={error}: not a pinned event or quote, e:ID or q:ID") from error


def with_entities(selection: Selection, entities: Sequence[str]) -> Selection:
    """The selection with the entities of the page of one name."""
    return replace(selection, entities=tuple(entities))


def _table_of(link: SplitResult) -> str:
    page = link.path.strip("/").rpartition("/")[2]
    if page not in PAGES:
        pages = ", ".join(filter(None, PAGES))
        raise AlaqatError(f"{link.path}: there is no table of this page; use one of {pages}")
    return PAGES[page]


def _days(values: Sequence[str]) -> tuple[date, date] | None:
    """The first and last day of a zoom; None without a valid one."""
    try:
        first, last = map(date.fromisoformat, values[-1].split("_"))
    except (IndexError, ValueError):
        return None
    return first, last


def _language(asked: str | None, values: Sequence[str]) -> Language:
    return "en" if "en" in (asked, *([] if asked else values)) else "ar"
