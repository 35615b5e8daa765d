"""The facts of the page of one name: its offices over time, neighbours, events of its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pandas as pd

from alaqat.arabic.fold import search_key
from components.data.frame_rows import rows

Row = Mapping[str, Any]
# An office that is written again after a longer time, with another one between, is a new entry
PAUSE: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as articles write it, with their first and last date, None if undated.

    `english` is its English name, None if it is not known.
    """

    text: str
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    articles: int
    english: str | None = None


def offices(mentions: Iterable[Row]) -> list[Office]:
    """The offices of mentions (with `role`, `published`, `article_id`) by date, undated last."""
    written = [row for row in mentions if row["role"]]
    dated = sorted(
        (row for row in written if row["published"]),
        key=lambda row: (row["published"], row["article_id"]),
    )
    undated: dict[str, list[Row]] = {}
    for row in written:
        if not row["published"]:
            undated.setdefault(search_key(row["role"]), []).append(row)
    return [_office(run) for run in (*_runs(dated), *undated.values())]


def _runs(dated: Iterable[Row]) -> list[list[Row]]:
    """Mentions in order of time, grouped by office; a new group begins after `PAUSE`."""
    runs: list[list[Row]] = []
    latest: dict[str, list[Row]] = {}
    for row in dated:
        key = search_key(row["role"])
        run = latest.get(key)
        if run is None or (run is not runs[-1] and _is_after_pause(row, run[-1])):
            run = latest[key] = []
            runs.append(run)
        run.append(row)
    return runs


def _is_after_pause(row: Row, earlier: Row) -> bool:
    return bool(row["published"] - earlier["published"] > PAUSE)


def _office(run: Sequence[Row]) -> Office:
    spellings = Counter(str(row["role"]) for row in run)
    spelling = max(spellings, key=lambda text: (spellings[text], text))
    articles = {row["article_id"] for row in run}
    english = next((row.get("role_en") for row in run if row["role"] == spelling), None)
    return Office(spelling, run[0]["published"], run[-1]["published"], len(articles), english)


def neighbours(edges: pd.DataFrame, node: str) -> pd.DataFrame:
    """The neighbours of `node`: columns other, sentences, shared (articles); most first."""
    own = edges[(edges["a"] == node) | (edges["b"] == node)]
    other = own["b"].where(own["a"] == node, own["a"])
    counted = own.assign(other=other).groupby("other", as_index=False)
    table = counted.agg(sentences=("sentence", "size"), shared=("article_id", "nunique"))
    return table.sort_values(["sentences", "shared", "other"], ascending=[False, False, True])


def by_state(
    events: pd.DataFrame, participants: pd.DataFrame, country: str | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Events in which the state acts, and the other events; both newest first, the undated last."""
    is_acting = (participants["country"] == country) & (participants["side"] == "actor")
    acting = participants.loc[is_acting, "event_id"]
    newest = events.sort_values("date_from", ascending=False, kind="stable", na_position="last")
    own = newest["event_id"].isin(set(acting))
    return rows(newest[own]), rows(newest[~own])
