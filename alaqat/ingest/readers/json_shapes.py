"""Find the articles in a JSON document: a list, a list in an object, or a table turned to JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from alaqat.ingest.columns import guess_columns

_DEEPEST: Final = 6
_SEARCHED: Final = 50  # rows of a list that are looked at
# Objects in a row that hold the article itself: of Elasticsearch, CouchDB, GraphQL, JSON:API.
_INNER: Final = ("_source", "doc", "node", "attributes", "fields", "article", "item", "data")
# A list of messages is a chat of Telegram's export; the name of the chat is the source.
_MESSAGES: Final = "messages"
# The only key of the lines between the documents of an Elasticsearch bulk file.
_BULK_ACTIONS: Final = frozenset({"index", "create", "update"})


class Rows(NamedTuple):
    """A list of rows, and the source of those that name none."""

    rows: Sequence[Any]
    source: str | None = None


def rows_of(data: Any, chosen: Mapping[str, str]) -> list[Rows] | None:
    """The lists of articles in a document; None if the document is one article or none at all.

    `chosen` are the columns that the user named.
    """
    if isinstance(data, list):
        return [Rows([unwrapped(row, chosen) for row in data])]
    if not isinstance(data, dict):
        return None
    if columns := _from_columns(data, chosen):
        return [Rows(columns)]
    if _has_text(unwrapped(data, chosen), chosen):
        return None
    if articles := _articles(data, chosen):
        return [Rows(articles)]
    return _lists(data, chosen, 0) or _only_list(data)


def unwrapped(row: Any, chosen: Mapping[str, str]) -> Any:
    """The row with the fields of the object inside it that holds the text, if it holds none."""
    if not isinstance(row, dict) or _has_text(row, chosen):
        return row
    for key in _INNER:
        inner = row.get(key)
        if isinstance(inner, dict):
            inner = unwrapped(inner, chosen)
            if _has_text(inner, chosen):
                outer = {name: value for name, value in row.items() if name != key}
                return outer | inner
    return row


def is_no_article(row: Any) -> bool:
    """True for rows that are no article by their form.

    These are the actions between the documents of a bulk file, and messages of a chat without
    words: pictures and notices of who joined.
    """
    if not isinstance(row, dict):
        return False
    if len(row) == 1 and row.keys() <= _BULK_ACTIONS:
        return True
    is_message = "id" in row and row.get("type") in {"message", "service"}
    return is_message and (row.get("type") == "service" or not row.get("text"))


def _has_text(row: Any, chosen: Mapping[str, str]) -> bool:
    return isinstance(row, dict) and _is_header_of_text(tuple(map(str, row)), tuple(chosen.items()))


@lru_cache(maxsize=1_000)
def _is_header_of_text(keys: tuple[str, ...], chosen: tuple[tuple[str, str], ...]) -> bool:
    return "text" in guess_columns(keys, dict(chosen))


def _lists(data: Any, chosen: Mapping[str, str], depth: int) -> list[Rows]:
    """The lists in `data` that have a row with a text, outermost first."""
    if depth > _DEEPEST:
        return []
    if isinstance(data, list):
        nested = [_lists(item, chosen, depth + 1) for item in data if isinstance(item, dict)]
        return [rows for group in nested for rows in group]
    found: list[Rows] = []
    for key, value in data.items() if isinstance(data, dict) else ():
        rows = _articles(value, chosen)
        if rows is None:
            found += _lists(value, chosen, depth + 1)
        else:
            found.append(Rows(rows, _chat_name(data) if key == _MESSAGES else None))
    return found


def _articles(value: Any, chosen: Mapping[str, str]) -> list[Any] | None:
    """The rows of a list, or of an object of objects, if one of the first has a text."""
    items = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return None
    rows = [unwrapped(item, chosen) for item in items]
    return rows if any(_has_text(row, chosen) for row in rows[:_SEARCHED]) else None


def _chat_name(data: Mapping[str, Any]) -> str | None:
    name = data.get("name")
    return name if isinstance(name, str) else None


def _only_list(data: Mapping[str, Any]) -> list[Rows] | None:
    """The only list of objects in an object, so that a message can name what its rows have."""
    lists = [value for value in data.values() if _is_list_of_objects(value)]
    return [Rows(lists[0])] if len(lists) == 1 and lists[0] else None


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _from_columns(data: dict[str, Any], chosen: Mapping[str, str]) -> list[dict[str, Any]] | None:
    """The rows of a table written as pandas does: columns by index, or lists with a header."""
    header, cells = data.get("columns"), data.get("data")
    if isinstance(header, list) and isinstance(cells, list):
        rows = [row for row in cells if isinstance(row, list)]
        return [dict(zip(map(str, header), row, strict=False)) for row in rows] or None
    return list(_transposed(data)) if _is_indexed(data) and _has_text(data, chosen) else None


def _is_indexed(data: Mapping[str, Any]) -> bool:
    """True if every value is an object of the same numbers."""
    keys = [tuple(value) if isinstance(value, dict) else () for value in data.values()]
    return bool(keys) and len(set(keys)) == 1 and all(key.isdecimal() for key in keys[0] or "x")


def _transposed(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    index = dict.fromkeys(key for column in data.values() for key in column)
    for key in index:
        yield {name: column.get(key) for name, column in data.items()}
