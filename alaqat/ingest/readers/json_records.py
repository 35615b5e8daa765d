"""Read records: the lines of a `.jsonl` file, or the objects of a `.json` file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from alaqat.arabic.encoding import decode
from alaqat.ingest.article_builder import build_article
from alaqat.ingest.columns import as_option, guess_columns, require_columns
from alaqat.ingest.line_reader import lines
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

_MAX_HEADERS: Final = 1_000  # headers of one file whose columns are kept
_LONGEST_NAME: Final = 200


def read_lines(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.jsonl` file; a broken line is refused and the rest goes on."""
    reader, is_empty = RowReader(file), True
    for number, line in lines(file):
        if isinstance(line, ArticleRefused):
            is_empty = False
            yield line
        elif line.strip():
            is_empty = False
            where = f"{file.where}, line {number}"
            try:
                yield reader.article(_parse(line, where), where, number)
            except ArticleRefused as refusal:
                yield refusal
    if is_empty:
        yield ArticleRefused(
            f"{file.where}: is empty; put one JSON object a line in it or remove it"
        )


def read_document(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.json` file: one object, a list, or an object with one list."""
    data = _parse(decode(file.read_all(), file.where).lstrip("\ufeff"), file.where)
    reader, rows = RowReader(file), _list_in(data)
    if rows is None:
        yield reader.article(data, file.where, 1)
        return
    if not rows:
        yield ArticleRefused(f"{file.where}: is empty; put the articles in it or remove it")
    for number, row in enumerate(rows, 1):
        try:
            yield reader.article(row, f"{file.where}, object {number}", number)
        except ArticleRefused as refusal:
            yield refusal


def _list_in(data: Any) -> list[Any] | None:
    """`data` if it is a list, or the only list of objects in it if it is no article."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict) or "text" in guess_columns([str(key) for key in data]):
        return None
    lists = [value for value in data.values() if _is_list_of_objects(value)]
    return lists[0] if len(lists) == 1 and lists[0] else None


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleRefused(
            f"{where}: is not valid JSON ({error}); mend it or remove it"
        ) from error


class RowReader:
    """Builds articles from the rows of one file; remarks once which columns it guessed."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._columns: dict[tuple[str, ...], dict[str, str]] = {}

    def article(self, row: Any, where: str, number: int) -> Article:
        """The article of `row`, whose number is its name if it has none; raises ArticleRefused."""
        if not isinstance(row, Mapping):
            raise ArticleRefused(
                f'{where}: should be an object such as {{"text": "…", "published": "2022-10-27"}}'
            )
        columns = self.columns(tuple(map(str, row)), where)
        fields = {field: row.get(column) for field, column in columns.items()}
        text = fields.pop("text")
        if not isinstance(text, str | None):
            raise ArticleRefused(f"{where}: '{columns['text']}' should be text in quotation marks")
        name = _name(fields.pop("name", None)) or f"{self._file.stem}:{number}"
        return build_article(
            text or "", name=name[:_LONGEST_NAME], where=where, metadata=[("metadata", fields)]
        )

    def columns(self, header: tuple[str, ...], where: str) -> dict[str, str]:
        """The column of each field; raises ArticleRefused if none holds text."""
        if header in self._columns:
            return self._columns[header]
        columns = require_columns(header, self._file.columns, where)
        if not self._columns and any(field != column for field, column in columns.items()):
            self._file.say(f"{self._file.where}: read as --columns {as_option(columns)}")
        if len(self._columns) < _MAX_HEADERS:
            self._columns[header] = columns
        return columns


def _name(value: Any) -> str | None:
    """A name that is a text or a number; None for anything else."""
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
