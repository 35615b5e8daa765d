"""A page of a table: some of its rows in their order, complete as in an export.

First the keys of all rows of the selection are read, which may be stored for the next page, then
the rows of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import (
    TABLES,
    edges_of,
    finished,
    rows_of,
    with_evidence,
    within_days,
)
from alaqat.model.selection import Selection
from alaqat.store.builds import Build
from alaqat.store.query import read
from alaqat.store.schema import FRAMES

DATES = ("date_from", "date_to")


def keys(
    build: Build, table: str, selection: Selection, days: tuple[date, date] | None
) -> list[str]:
    """The keys (first column) of all rows of a frame in a selection and on some days, in order."""
    key = next(iter(FRAMES[table]))
    dates = DATES if days and "date_from" in FRAMES[table] else ()
    rows = read(build, table, selection, columns=(key, *dates))
    return list(within_days(rows, days)[key])


def page(request: ExportRequest, chosen: Sequence[str]) -> pd.DataFrame:
    """The rows of a table with the chosen keys, in their order; columns without rows for none."""
    if not chosen:
        return pd.DataFrame(columns=list(TABLES[request.table]))
    rows = rows_of(replace(request, ids=tuple(chosen), days=None))
    key = next(iter(FRAMES[request.table]))
    return rows.set_index(key, drop=False).loc[list(chosen)].reset_index(drop=True)


def relation(
    build: Build, ends: tuple[str, str], selection: Selection, days: tuple[date, date] | None
) -> pd.DataFrame:
    """The edges between two entities in a selection and on some days, in order."""
    edges = edges_of(ExportRequest(build, "network", selection, ends=ends))
    if days is None:
        return edges
    only = ("article_id", sorted(set(edges["article_id"])))
    columns = ("article_id", "sentence", *DATES)
    dates = read(build, "sentences", columns=columns, only=only)
    dated = edges.merge(dates, on=["article_id", "sentence"])
    return within_days(dated, days)[list(edges.columns)]


def relation_page(request: ExportRequest, edges: pd.DataFrame) -> pd.DataFrame:
    """The rows of some edges in the table `network`; columns without rows for none."""
    if edges.empty:
        return pd.DataFrame(columns=list(TABLES["network"]))
    return finished(with_evidence(edges, request), request)
