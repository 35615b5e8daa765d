"""The doors for records: a line of `.jsonl` each, or the objects of a `.json` file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from alaqat.ingest import columns
from alaqat.ingest.article_builder import finish
from alaqat.ingest.encoding import decoded
from alaqat.ingest.line_reader import lines
from alaqat.ingest.source_file import Found, Part
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article


def read_lines(part: Part) -> Iterator[Found]:
    """The articles of a `.jsonl` file; a broken line is refused and the rest goes on."""
    rows, seen = Rows(part), False
    for number, line in lines(part):
        seen = seen or isinstance(line, ArticleRefused) or bool(line.strip())
        where = f"{part.where}, line {number}"
        if isinstance(line, ArticleRefused):
            yield line
        elif line.strip():
            try:
                yield rows.article(_parsed(line, where), where, number)
            except ArticleRefused as refusal:
                yield refusal
    if not seen:
        yield ArticleRefused(
            f"{part.where}: is empty; put one JSON object a line in it or remove it"
        )


def read_whole(part: Part) -> Iterator[Found]:
    """The articles of a `.json` file: one object, a list of them, or an object that holds such a list."""
    data = _parsed(decoded(part.whole(), part.where).lstrip("\ufeff"), part.where)
    held = _list_in(data)
    if held is None:
        yield Rows(part).article(data, part.where, 1)
        return
    if not held:
        yield ArticleRefused(f"{part.where}: is empty; put the articles in it or remove it")
    rows = Rows(part)
    for number, row in enumerate(held, 1):
        try:
            yield rows.article(row, f"{part.where}, object {number}", number)
        except ArticleRefused as refusal:
            yield refusal


def _list_in(data: Any) -> list[Any] | None:
    if isinstance(data, list):
        return data
    if isinstance(data, dict) and "text" not in columns.guess([str(key) for key in data]):
        lists = [
            value
            for value in data.values()
            if isinstance(value, list) and all(isinstance(o, dict) for o in value)
        ]
        return lists[0] if len(lists) == 1 and lists[0] else None
    return None


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleRefused(
            f"{where}: is not valid JSON ({error}); mend it or remove it"
        ) from error


class Rows:
    """Rows of one file that become articles: finds the columns, and says them once where they were guessed."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def article(self, row: Any, where: str, number: int) -> Article:
        """The article of `row`, the `number`th; raises ArticleRefused."""
        if not isinstance(row, Mapping):
            raise ArticleRefused(
                f'{where}: should be an object such as {{"text": "…", "published": "2022-10-27"}}'
            )
        found = self.columns(tuple(map(str, row)), where)
        fields = {part: row.get(column) for part, column in found.items()}
        text = fields.pop("text")
        if not isinstance(text, str | None):
            raise ArticleRefused(f"{where}: '{found['text']}' should be text in quotation marks")
        name = fields.pop("name", None)
        label = (
            str(name)
            if isinstance(name, str | int) and str(name).strip()
            else f"{self._part.stem}:{number}"
        )
        return finish(text or "", name=label[:200], where=where, said=[("metadata", fields)])

    def columns(self, header: tuple[str, ...], where: str) -> dict[str, str]:
        """The column of each part; raises ArticleRefused where none holds text."""
        if header not in self._known:
            found = columns.mapping(header, self._part.columns, where)
            if not self._known and any(part != column for part, column in found.items()):
                self._part.say(f"{self._part.where}: read as --columns {columns.shown(found)}")
            if len(self._known) < 1_000:
                self._known[header] = found
            return found
        return self._known[header]
