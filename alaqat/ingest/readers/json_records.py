"""Read records: the lines of a `.jsonl` file, or the objects of a `.json` file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, Final

from alaqat.arabic.encoding import decode
from alaqat.ingest.line_reader import lines
from alaqat.ingest.readers.json_shapes import Rows, is_no_article, rows_of, unwrapped
from alaqat.ingest.readers.row_reader import RowReader, TooManyRows
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused

# What the decoder says of a second object behind the first.
_SEVERAL: Final = "Extra data"


def read_lines(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.jsonl` file; a broken line is refused and the rest goes on.

    A file whose objects take several lines, or that is one list, is read as `.json`.
    """
    if not _has_object_lines(file):
        yield from read_document(file)
        return
    reader, is_empty = RowReader(file, partial(_parsed_lines, file)), True
    passed_over = 0
    for number, line in lines(file):
        if isinstance(line, ArticleRefused):
            is_empty = False
            yield line.at(f"{file.where}, line {number}")
        elif line.strip():
            is_empty = False
            where = f"{file.where}, line {number}"
            try:
                row = unwrapped(_parse(line, where), file.columns)
                if is_no_article(row):
                    passed_over += 1
                else:
                    yield reader.article(row, where, number)
            except TooManyRows as refusal:
                yield refusal
                break
            except ArticleRefused as refusal:
                yield refusal.at(where)
    _remark(file, reader, passed_over)
    if is_empty:
        yield ArticleRefused(
            f"{file.where}: is empty; put one JSON object a line in it or remove it"
        )


def _has_object_lines(file: SourceFile) -> bool:
    """False if the first line begins a list, or an object that it does not end."""
    first = next((line for _, line in lines(file) if not isinstance(line, str) or line.strip()), "")
    if not isinstance(first, str):
        return True
    text = first.strip()
    return not text.startswith("[") and text not in {"{", "}"}


def _parsed_lines(file: SourceFile) -> Iterator[Any]:
    """The rows of a file without the lines that are broken."""
    for _, line in lines(file):
        if isinstance(line, str) and line.strip():
            try:
                yield unwrapped(json.loads(line), file.columns)
            except (ValueError, RecursionError):
                continue


def read_document(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.json` file: one object, several, a list, or an object with lists."""
    text = decode(file.read_all(), file.where).lstrip("\ufeff")
    try:
        data = _parse(text, file.where)
    except ArticleRefused as refusal:
        if _SEVERAL not in str(refusal):
            raise
        yield from _read_several(file, text)
        return
    lists = rows_of(data, file.columns)
    if lists is None:
        reader = RowReader(file, lambda: [data])
        yield reader.article(unwrapped(data, file.columns), file.where, 1)
        reader.remark()
        return
    if not any(rows.rows for rows in lists):
        yield ArticleRefused(f"{file.where}: is empty; put the articles in it or remove it")
    for rows in lists:
        yield from _read_rows(file, rows)


def _read_rows(file: SourceFile, rows: Rows) -> Iterator[ArticleOrRefusal]:
    reader, passed_over = RowReader(file, lambda: rows.rows, source=rows.source), 0
    for number, row in enumerate(rows.rows, 1):
        if is_no_article(row):
            passed_over += 1
            continue
        where = f"{file.where}, object {number}"
        try:
            yield reader.article(row, where, number)
        except TooManyRows as refusal:
            yield refusal
            break
        except ArticleRefused as refusal:
            yield refusal.at(where)
    _remark(file, reader, passed_over)


def _read_several(file: SourceFile, text: str) -> Iterator[ArticleOrRefusal]:
    """The articles of a file of objects one after the other, on one line each or on several."""
    if _has_object_lines(file) and _is_object(text.split("\n", 1)[0]):
        yield from read_lines(file)
        return
    lists = (rows_of(item, file.columns) or [Rows([item])] for item in _objects(text, file.where))
    rows = chain.from_iterable(group.rows for group in chain.from_iterable(lists))
    yield from _read_rows(file, Rows([unwrapped(row, file.columns) for row in rows]))


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _objects(text: str, where: str) -> Iterable[Any]:
    """The objects of a text one after the other; raises ArticleRefused at one that is broken."""
    decoder, index = json.JSONDecoder(strict=False), 0
    while rest := text[index : index + 1]:
        if rest.isspace() or rest == ",":
            index += 1
            continue
        try:
            item, index = decoder.raw_decode(text, index)
        except (ValueError, RecursionError) as error:
            raise _invalid(where, error) from error
        yield item


def _remark(file: SourceFile, reader: RowReader, passed_over: int) -> None:
    reader.remark()
    if passed_over:
        file.say(f"{file.where}: {passed_over} rows without an article were passed over")


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise _invalid(where, error) from error


def _invalid(where: str, error: Exception) -> ArticleRefused:
    return ArticleRefused(f"{where}: is not valid JSON ({error}); mend it or remove it")
