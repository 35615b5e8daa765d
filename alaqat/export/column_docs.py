"""The page `docs/data.md`: every column of every export with meaning, type, unit and example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from alaqat.export import format_registry
from alaqat.export.column_meanings import meanings
from alaqat.export.export_tables import TABLES
from alaqat.lexicon.load import table

_HEAD: Final = """# What the exports hold

Every table goes out with these columns: as CSV, Excel, JSON and Parquet with exactly these names,
and in the other formats inside their own fields (the module of each format in `alaqat/export` says
where). Dates are ISO 8601 in the Gregorian calendar; an empty cell is a value that is not known;
offsets count Unicode characters from 0, and the end is not included. In CSV and Excel lists are
joined by `|`, and in CSV a text that a spreadsheet would run as a formula is led by an apostrophe.

`python -m alaqat compare [OLD] [NEW]` says what changed between two versions of a store.
"""
_MEASURED: Final = """
## Programs, sizes and times

Each file was opened by these programs and looked at or counted. Sizes and times are those of all
events (`gexf` and `graphml`: of the whole network) of the article in `seeds/`, of 2,500 articles
of `news2018` (9,515 events) and of 19,994 (37,650 events, by the rules alone), in seconds of a
processor, the loading of the format's library included, on two busy cores. That of the browser
which draws a PNG is not counted. A story holds the strongest events alone.

"""
_SIZES: Final = ("format", "opened by", "1 article", "", "2,500 articles", "", "19,994", "")
_COLUMNS: Final = ("column", "type", "unit", "meaning", "example")
# What each format leaves out
LIMITS: Final = {
    "csv": "types (the data package beside it has them); whether a list had one empty member",
    "package": "nothing of CSV; the meaning of each column is in `datapackage.json`",
    "xlsx": "texts beyond 32,767 characters a cell, control characters, time zones",
    "json": "types of dates, which are texts",
    "jsonl": "nothing; what PLOVER has no field for is in the object `alaqat`",
    "parquet": "nothing",
    "docx": "columns beyond date, label, parties, words, source, offsets, rule, version, access",
    "html": "at most 300 slides, the strongest events; columns as in Word",
    "pptx": "as HTML on at most 100 slides; all columns are JSON in `customXml/item1.xml`",
    "pdf": "as HTML; copied Arabic may change letters; all columns are in the attached `rows.json`",
    "timelinejs": "undated events; what has no field (parties, spans, rule) is in `alaqat`",
    "svg": "undated events; more than 24 labels; evidence",
    "png": "as SVG; command line only, needs Chromium",
    "ics": "undated events; how vague a date is, except in `X-ALAQAT-ROW`, the whole row",
    "gexf": "single mentions; the sentences of an edge are JSON in `evidence`",
    "graphml": "as GEXF, without Gephi's timeline",
    "ftm": "polarity, intensity, rule and spans have no property and are JSON in `notes`",
    "bibtex": "one entry for an article, not for a row; each claim is a line of `note`",
    "ris": "as BibTeX, a note for each claim",
    "csl": "as BibTeX",
}


def page() -> str:
    """The text of the page."""
    parts = [_HEAD, "\n## Formats\n\n", _row(("format", "file", "tables", "what it cannot carry"))]
    parts.append(_row(["---"] * 4))
    for known in format_registry.FORMATS.values():
        tables = "all" if known.tables == tuple(TABLES) else ", ".join(known.tables)
        parts.append(_row((f"`{known.name}`", known.extension, tables, LIMITS[known.name])))
    parts += [_MEASURED, _row(_SIZES), _row(["---"] * len(_SIZES))]
    parts += [_row((f"`{row['format']}`", *_measured(row))) for row in table("export_sizes")]
    for name in TABLES:
        parts += [f"\n## {name}\n\n", _row(_COLUMNS), _row(["---"] * len(_COLUMNS))]
        parts += [
            _row((f"`{column.name}`", column.type, column.unit, column.meaning, column.example))
            for column in meanings(name)
        ]
    return "".join(parts)


def _measured(row: Mapping[str, str]) -> Iterator[str]:
    """The programs that opened a format, and its sizes and times."""
    yield row["opened_by"]
    for articles in ("one", "many", "most"):
        size, seconds = row[f"bytes_{articles}"], row[f"seconds_{articles}"]
        yield f"{int(size) / 1000:,.0f} kB" if size else ""
        yield f"{seconds} s" if seconds else ""


def _row(cells: tuple[str, ...] | list[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |\n"
