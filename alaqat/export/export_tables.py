"""The tables that can be exported: the store's frames with the evidence of every row.

Each row has the outlet, title, link and day of publication of its article, its sentence, its rule,
its permanent link, the version of the store and the day of access.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd

from alaqat.export.export_request import ExportRequest
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

    Raises NothingToExport if there are none.
    """
    table = _READERS.get(request.table, _frame)(request)
    table = _restricted(table, request)
    if table.empty:
        raise request.nothing()
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
    return list(column.tolist())


def _frame(request: ExportRequest) -> Frame:
    """The rows of a frame of the store, with their article and sentence where they have one."""
    only = (next(iter(FRAMES[request.table])), request.ids) if request.ids else None
    table = read(request.build, request.table, request.selection, only=only)
    wanted = TABLES[request.table]
    if "sentence_text" in wanted:
        sentences = read(
            request.build, "sentences", columns=("article_id", "sentence", "text")
        ).rename(columns={"text": "sentence_text"})
        table = table.merge(sentences, on=["article_id", "sentence"], how="left")
    missing = [name for name in _SOURCE if name in wanted and name not in table]
    if missing:
        articles = read(request.build, "articles", columns=("article_id", *missing))
        table = table.merge(articles, on="article_id", how="left")
    return table


def _network(request: ExportRequest) -> Frame:
    """The edges of the network, a row for each sentence that names both entities."""
    build = request.build
    edges = read(build, "edges", request.selection)
    sentences = read(build, "sentences").drop(columns="paragraph")
    table = edges.merge(sentences, on=["article_id", "sentence"], how="left")
    names = read(build, "entities", columns=("entity_id", "canonical_en", "canonical_ar", "type"))
    recognizers = _recognizers(request)
    for end in "ab":
        columns = {
            "entity_id": end,
            "canonical_en": f"{end}_en",
            "canonical_ar": f"{end}_ar",
            "type": f"{end}_type",
        }
        table = table.merge(names.rename(columns=columns), on=end, how="left")
        table = table.merge(
            recognizers.rename(columns={"entity_id": end, "recognizer": f"rule_{end}"}),
            on=[end, "article_id", "sentence"],
            how="left",
        )
    articles = read(build, "articles", columns=("article_id", *_SOURCE))
    return table.merge(articles, on="article_id", how="left")


def _recognizers(request: ExportRequest) -> Frame:
    """What recognized each entity in each sentence: entity_id, article_id, sentence, recognizer."""
    columns = fetch(
        request.build,
        "SELECT entity_id, article_id, sentence, min(recognizer) AS recognizer "
        "FROM mentions GROUP BY ALL",
    )
    return pd.DataFrame({name: list(values) for name, values in columns.items()})


def _restricted(table: Frame, request: ExportRequest) -> Frame:
    """The rows that overlap the days of the request."""
    if request.days is None or "date_from" not in table:
        return table
    first, last = map(pd.Timestamp, request.days)
    return table[(table["date_from"] <= last) & (table["date_to"] >= first)]


def _with_edition(table: Frame, request: ExportRequest) -> Frame:
    key = next(iter(TABLES[request.table]))
    links = [request.permanent_link(request.table, str(identity)) for identity in table[key]]
    return table.assign(
        link=pd.Series(links, index=table.index, dtype="object"),
        store_version=request.version,
        accessed=pd.Series(
            pd.Timestamp(request.accessed), index=table.index, dtype="datetime64[us]"
        ),
    )


_READERS: Final[Mapping[str, Callable[[ExportRequest], Frame]]] = {"network": _network}
