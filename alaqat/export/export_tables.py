"""The tables that can be exported: the store's frames with the evidence of every row.

Each row has the outlet, title, link and day of publication of its article, its sentence, its rule,
its permanent link, the version of the store and the day of access.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd

from alaqat.export.export_request import ExportRequest
from alaqat.model.pins import TABLES as TABLES_OF_PINS
from alaqat.model.selection import EVERYTHING
from alaqat.store.query import fetch, read
from alaqat.store.schema import FRAMES

Frame = pd.DataFrame
_SOURCE: Final = {"source": "str", "title": "str", "url": "str", "published": "date"}
_EDITION: Final = {"link": "str", "store_version": "str!", "accessed": "date!"}
_SENTENCE: Final = {"sentence_text": "str!"}
# An edge of the network as one sentence shows it; both names in two languages
_NETWORK: Final = {
    **{f"{end}{suffix}": "str!" for end in "ab" for suffix in ("", "_en", "_ar", "_type")},
    **{name: FRAMES["sentences"][name] for name in ("article_id", "sentence", "start", "end")},
    **{name: FRAMES["sentences"][name] for name in ("text", "date_from", "date_to")},
    **dict.fromkeys(("rule_a", "rule_b"), "str"),
}
# table → its columns and their types, as in `alaqat.store.schema`
TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "events": {**FRAMES["events"], **_SOURCE, **_EDITION},
    "quotes": {**FRAMES["quotes"], **_SENTENCE, **_SOURCE, **_EDITION},
    "network": {**_NETWORK, **_SOURCE, **_EDITION},
    "articles": {**FRAMES["articles"], **_EDITION},
    "entities": {**FRAMES["entities"], **_EDITION},
    "mentions": {**FRAMES["mentions"], **_SENTENCE, **_SOURCE, **_EDITION},
    "reports": {**FRAMES["reports"], **_SOURCE, **_EDITION},
    "copies": {**FRAMES["copies"], **_EDITION},
    "corrections": {**FRAMES["corrections"], **_EDITION},
}


def rows_of(request: ExportRequest) -> Frame:
    """The rows of a request, with the columns of its table in their order.

    Those of a story are its pins. Raises NothingToExport if there are none.
    """
    request = _of_pins(request)
    table = _READERS.get(request.table, _frame)(request)
    table = within_days(table, request.days)
    if table.empty:
        raise request.nothing()
    return finished(table, request)


def _of_pins(request: ExportRequest) -> ExportRequest:
    """The request for the pinned rows of its table, whatever else is chosen, if it has pins."""
    if not request.pins or request.table not in TABLES_OF_PINS.values():
        return request
    ids = tuple(pin.key for pin in request.pins if pin.table == request.table)
    if not ids:
        raise request.nothing()
    return replace(request, ids=ids, pins=(), selection=EVERYTHING, days=None)


def finished(table: Frame, request: ExportRequest) -> Frame:
    """Rows with link, version and day of access, and the columns of their table in order."""
    table = _with_edition(table, request)[list(TABLES[request.table])].reset_index(drop=True)
    for name, kind in TABLES[request.table].items():
        if kind == "offset":
            table[name] = pd.Series(map(_offset, table[name]), index=table.index, dtype="object")
    return table


def _offset(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def plain_rows(table: Frame) -> list[dict[str, Any]]:
    """The rows as dicts of Python values; a missing value is None, a date is a `date`."""
    columns = {name: _plain(table[name]) for name in table.columns}
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def _plain(column: pd.Series[Any]) -> list[Any]:
    """The values of a column as Python objects."""
    if column.dtype.kind == "M":
        return [None if pd.isna(value) else value.date() for value in column]
    if column.dtype.kind == "f":
        return [None if pd.isna(value) else float(value) for value in column]
    return [None if _is_nan(value) else value for value in column.tolist()]


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and value != value  # noqa: PLR0124  only NaN


def _frame(request: ExportRequest) -> Frame:
    """The rows of a frame of the store, with their article and sentence where they have one."""
    only = (next(iter(FRAMES[request.table])), request.ids) if request.ids else None
    table = read(request.build, request.table, request.selection, only=only)
    wanted = TABLES[request.table]
    if "sentence_text" in wanted:
        columns = ("article_id", "sentence", "text")
        sentences = read(request.build, "sentences", columns=columns, only=_articles_of(table))
        sentences = sentences.rename(columns={"text": "sentence_text"})
        table = table.merge(sentences, on=["article_id", "sentence"], how="left")
    missing = tuple(name for name in _SOURCE if name in wanted and name not in table)
    return _with_articles(table, request, missing) if missing else table


def _with_articles(table: Frame, request: ExportRequest, columns: Iterable[str]) -> Frame:
    """The rows with some columns of their articles."""
    wanted = ("article_id", *columns)
    articles = read(request.build, "articles", columns=wanted, only=_articles_of(table))
    return table.merge(articles, on="article_id", how="left")


def _articles_of(table: Frame) -> tuple[str, list[str]]:
    return "article_id", sorted(set(table["article_id"]))


def edges_of(request: ExportRequest) -> Frame:
    """The edges of a request: a row for each sentence and two entities that it names."""
    ends = sorted(request.ends or ())
    edges = read(request.build, "edges", request.selection, only=("a", ends[:1]) if ends else None)
    return edges[edges["b"] == ends[1]] if ends else edges


def _network(request: ExportRequest) -> Frame:
    edges = edges_of(request)
    return edges if edges.empty else with_evidence(edges, request)


def with_evidence(edges: Frame, request: ExportRequest) -> Frame:
    """Edges with both entities, their sentence, its article and what recognized the names."""
    build, articles = request.build, _articles_of(edges)
    sentences = read(build, "sentences", only=articles).drop(columns="paragraph")
    table = edges.merge(sentences, on=["article_id", "sentence"], how="left")
    named = ("entity_id", sorted({*edges["a"], *edges["b"]}))
    columns = ("entity_id", "canonical_en", "canonical_ar", "type")
    names = read(build, "entities", columns=columns, only=named)
    recognizers = _recognizers(request, articles[1])
    for end in "ab":
        titles = {
            "entity_id": end,
            "canonical_en": f"{end}_en",
            "canonical_ar": f"{end}_ar",
            "type": f"{end}_type",
        }
        table = table.merge(names.rename(columns=titles), on=end, how="left")
        table = table.merge(
            recognizers.rename(columns={"entity_id": end, "recognizer": f"rule_{end}"}),
            on=[end, "article_id", "sentence"],
            how="left",
        )
    return _with_articles(table, request, _SOURCE)


def _recognizers(request: ExportRequest, articles: list[str]) -> Frame:
    """What recognized each entity in each sentence: entity_id, article_id, sentence, recognizer."""
    columns = fetch(
        request.build,
        "SELECT entity_id, article_id, sentence, min(recognizer) AS recognizer "
        "FROM mentions WHERE article_id IN (SELECT unnest(?)) GROUP BY ALL",
        [articles],
    )
    return pd.DataFrame({name: list(values) for name, values in columns.items()})


def within_days(table: Frame, days: tuple[date, date] | None) -> Frame:
    """The rows with dates that overlap a first and last day."""
    if days is None or "date_from" not in table:
        return table
    first, last = map(pd.Timestamp, days)
    return table[(table["date_from"] <= last) & (table["date_to"] >= first)]


def _with_edition(table: Frame, request: ExportRequest) -> Frame:
    columns = request.linked_columns(request.table)
    places = zip(*(table[name] for name in columns), strict=True) if columns else [()] * len(table)
    links = [request.permanent_link(dict(zip(columns, own, strict=True))) for own in places]
    return table.assign(
        link=pd.Series(links, index=table.index, dtype="object"),
        store_version=request.version,
        accessed=pd.Series(
            pd.Timestamp(request.accessed), index=table.index, dtype="datetime64[us]"
        ),
    )


_READERS: Final[Mapping[str, Callable[[ExportRequest], Frame]]] = {"network": _network}
