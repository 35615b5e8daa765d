"""Build articles from the rows of tables and records: which column is which part, and whose day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from alaqat.ingest.article_builder import build_article
from alaqat.ingest.columns import as_option, require_columns
from alaqat.ingest.limits import ROWS
from alaqat.ingest.markup import plain_text
from alaqat.ingest.metadata.date_parser import Order, is_no_day, parse_date
from alaqat.ingest.metadata.day_order import order_of_column
from alaqat.ingest.readers.json_values import plain_value
from alaqat.ingest.source_file import SourceFile
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article
from alaqat.model.refusals import grouped

Row = Mapping[str, Any]
_MAX_HEADERS: Final = 1_000  # headers of one file whose columns are remembered
_MAX_NAMES: Final = 12  # columns named in a remark
_LONGEST_NAME: Final = 200
# What NewsAPI puts in place of the rest of a text.
_CUT_TEXT: Final = re.compile(r"(?:…|\.\.\.)?\s*\[\+\d+ (?:chars|characters)\]\s*$")


class RowReader:
    """Builds articles from the rows of one file.

    `rows` gives them once more, to learn the order of day and month in the column of days;
    `source` is that of rows that name none, `where` the name of the table in remarks. At the end
    `remark` says which columns were not used, and which days could not be read.
    """

    def __init__(
        self,
        file: SourceFile,
        rows: Callable[[], Iterable[Any]],
        *,
        source: str | None = None,
        where: str | None = None,
    ) -> None:
        self._file, self._rows, self._source = file, rows, source
        self._where = where or file.where
        self._columns: dict[tuple[str, ...], dict[str, str]] = {}
        self._order: Order | None = None
        self._is_order_known = False
        self._number = 0
        self._doubtful: list[ArticleRefused] = []
        self._cut = 0

    def article(self, row: Any, where: str, number: int) -> Article:
        """The article of `row`, named by `number` if the row has no name; raises ArticleRefused."""
        self._count_row()
        if not isinstance(row, Mapping):
            raise ArticleRefused(
                f'{where}: should be an object such as {{"text": "…", "published": "2022-10-27"}}'
            )
        columns = self.columns(tuple(map(str, row)), where)
        fields = {field: plain_value(row.get(column), field) for field, column in columns.items()}
        text = fields.pop("text")
        if not isinstance(text, str | None):
            raise ArticleRefused(f"{where}: '{columns['text']}' should be text in quotation marks")
        name = _name(fields.pop("name", None)) or f"{self._file.stem}:{number}"
        fields["published"] = self._day(fields.get("published"), where)
        fields["source"] = fields.get("source") or self._source
        return build_article(
            self._whole(plain_text(text or "")),
            name=name[:_LONGEST_NAME],
            where=where,
            metadata=[("metadata", _without_markup(fields))],
        )

    def columns(self, header: tuple[str, ...], where: str) -> dict[str, str]:
        """The column of each field; raises ArticleRefused if none holds text."""
        if header in self._columns:
            return self._columns[header]
        columns = require_columns(header, self._file.columns, where)
        if not self._columns and any(field != column for field, column in columns.items()):
            self._file.say(f"{self._where}: read as --columns {as_option(columns)}")
        if len(self._columns) < _MAX_HEADERS:
            self._columns[header] = columns
        return columns

    def remark(self) -> None:
        """Say which columns were not used, which days were not read, and how many texts are cut."""
        for line in self._remarks():
            self._file.say(line)

    def _remarks(self) -> Iterator[str]:
        used = {column for columns in self._columns.values() for column in columns.values()}
        every = dict.fromkeys(column for header in self._columns for column in header)
        unused = [column for column in every if column.strip() and column not in used]
        if unused:
            more = len(unused) - _MAX_NAMES
            rest = f" and {more} more" if more > 0 else ""
            yield f"{self._where}: columns not used: {', '.join(unused[:_MAX_NAMES])}{rest}"
        for cause in grouped(self._doubtful):
            yield f"{cause.sentence} (read without a day)"
        if self._cut:
            yield (
                f"{self._where}: {self._cut} texts are cut short where they come from; "
                "give the whole texts if you have them"
            )

    def _count_row(self) -> None:
        self._number += 1
        if self._number > ROWS:
            raise TooManyRows(f"{self._where}: has more than {ROWS:,} rows; split it")

    def _day(self, value: Any, where: str) -> Any:
        """The day of a cell, None if it says that there is none or cannot be read."""
        if is_no_day(value):
            return None
        try:
            return parse_date(value, f"{where}: 'published'", self._order_of_days(value))
        except ArticleRefused as refusal:
            self._doubtful.append(refusal.at(where))
            return None

    def _order_of_days(self, value: Any) -> Order | None:
        """The order of day and month in the file, found when the first figures are met."""
        if not self._is_order_known and isinstance(value, str):
            self._is_order_known = True
            self._order = order_of_column(self._days())
        return self._order

    def _days(self) -> Iterator[Any]:
        for row in self._rows():
            if isinstance(row, Mapping):
                columns = self._columns.get(tuple(map(str, row)), {})
                yield plain_value(row.get(columns.get("published", "")), "published")

    def _whole(self, text: str) -> str:
        """The text without the mark that its rest was cut off."""
        whole, cuts = _CUT_TEXT.subn("…", text)
        self._cut += cuts
        return whole


class TooManyRows(ArticleRefused):
    """The file has more rows than may be read; those before are read."""


def _without_markup(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        field: plain_text(value) if isinstance(value, str) and field != "url" else value
        for field, value in fields.items()
    }


def _name(value: Any) -> str | None:
    """A name that is a text or a number; None for anything else."""
    return str(value) if isinstance(value, str | int) and str(value).strip() else None


def has_text(cell: Any) -> bool:
    """True if a cell is not blank."""
    return cell is not None and bool(str(cell).strip())


def header_of(row: Sequence[Any]) -> tuple[str, ...]:
    """The names of the columns in a row of a table."""
    return tuple("" if cell is None else str(cell).strip() for cell in row)
