"""Aggregate queries on a build: counts, date bounds, outlets, and the order of groups of quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np

from alaqat import store
from alaqat.model.selection import Selection
from alaqat.store.filters_sql import EVERY_ROW, where

# arrangement of groups of quotes → their order; of sides and topics the most frequent come first
ARRANGEMENTS: Final[Mapping[str, str]] = {
    "newest": "day DESC NULLS LAST",
    "oldest": "day NULLS LAST",
    **{
        name: f"{column} IS NULL, count(*) OVER (PARTITION BY {column}) DESC, {column}, "
        "day DESC NULLS LAST"
        for name, column in {"side": "country", "topic": "topic"}.items()
    },
}
# Groups of quotes in order; no quote is later than its publication. Parameters: the chosen quote,
# those of the condition, the chosen quote, the number of groups, the number of the first one.
_GROUPS_OF_QUOTES = (
    "WITH dated AS (SELECT q.group_id, q.article_id, q.start, q.country, q.topic, "
    "least(coalesce(q.date_from, r.published), r.published) AS day, "
    "q.quote_id <> ? AS other, q.lead_rank "
    "FROM quotes q LEFT JOIN articles r USING (article_id) WHERE q.group_id IN "
    "(SELECT t.group_id FROM quotes t WHERE ({where}) OR t.quote_id = ?)), "
    "leads AS (SELECT * FROM dated QUALIFY "
    "row_number() OVER (PARTITION BY group_id ORDER BY other, lead_rank) = 1) "
    "SELECT group_id FROM leads ORDER BY other, {order}, article_id, start "
    "LIMIT ? OFFSET ?"
)

# The quotes of some days, one of each group. Parameters: those of the condition, the first day, the
# last day.
_OF_DAYS = (
    "SELECT t.quote_id FROM quotes t LEFT JOIN articles r USING (article_id) WHERE ({where}) "
    "AND coalesce(t.date_from, r.published) BETWEEN ? AND ? QUALIFY "
    "row_number() OVER (PARTITION BY t.group_id ORDER BY t.lead_rank) = 1 "
    "ORDER BY t.kind <> 'direct', t.speaker IS NULL, t.article_id, t.start"
)


def count(build: store.Build, name: str, selection: Selection = Selection()) -> int:
    """The number of rows of a frame in the selection."""
    clause, parameters = where(name, selection)
    rows, counted = store.known(name), "count(*)"
    if name == "entities" and clause != EVERY_ROW:  # those that a chosen sentence mentions
        rows, counted = "mentions", "count(DISTINCT t.entity_id)"
    columns = store.fetch(
        build, f"SELECT {counted} AS n FROM {rows} t WHERE {clause}", parameters, selection
    )
    return int(columns["n"][0])


def joined(build: store.Build, selection: Selection = Selection()) -> list[str]:
    """The ids of the entities that a sentence of the selection names together with another one."""
    clause, parameters = where("edges", selection)
    columns = store.fetch(
        build,
        f"WITH e AS (SELECT a, b FROM edges t WHERE {clause}) "
        "SELECT a AS entity_id FROM e UNION SELECT b FROM e ORDER BY 1",
        parameters,
        selection,
    )
    return list(columns["entity_id"])


def parties(
    build: store.Build, names: Sequence[str], selection: Selection = Selection()
) -> list[tuple[str, str, str]]:
    """The event, name and polarity of each part of one of `names` in an event of the selection."""
    clause, parameters = where("events", selection)
    columns = store.fetch(
        build,
        "SELECT event_id, p.name, t.polarity FROM participants p JOIN events t USING (event_id) "
        f"WHERE p.name IN (SELECT unnest(CAST(? AS VARCHAR[]))) AND ({clause})",
        [list(names), *parameters],
        selection,
    )
    return list(zip(*(columns[name] for name in ("event_id", "name", "polarity")), strict=True))


def bounds(build: store.Build, name: str) -> tuple[date, date] | None:
    """The first and the last day of a frame's dates, None if no row has a date.

    The dates are those of publication for articles, and `date_from` and `date_to` for other frames.
    """
    first, last = ("published",) * 2 if name == "articles" else ("date_from", "date_to")
    columns = store.fetch(
        build, f"SELECT min({first}) AS first, max({last}) AS last FROM {store.known(name)}"
    )
    ends = columns["first"][0], columns["last"][0]
    if any(np.ma.is_masked(end) for end in ends):
        return None
    return ends[0].item().date(), ends[1].item().date()


def sayings(
    build: store.Build,
    selection: Selection,
    chosen: str,
    part: tuple[int, int],
    arrangement: str = "newest",
) -> list[str]:
    """The ids of the groups of quotes of a part: the number of its first one (from 0), its size.

    The groups are those with a quote of the selection, and that of the `chosen` quote. The lead of
    a group is the chosen quote if it is in it, otherwise the quote with the lowest `lead_rank`. The
    chosen quote's group comes first, the others follow in the arrangement, a key of `ARRANGEMENTS`.
    """
    clause, parameters = where("quotes", selection)
    first, size = part
    columns = store.fetch(
        build,
        _GROUPS_OF_QUOTES.format(where=clause, order=ARRANGEMENTS[arrangement]),
        [chosen, *parameters, chosen, size, first],
        selection,
    )
    return list(columns["group_id"])


def between(
    build: store.Build, selection: Selection, first: date, last: date, most: int
) -> tuple[int, tuple[str, ...]]:
    """The number of groups of quotes said or published from `first` to `last`, and `most` of them.

    Of each group the quote with the lowest `lead_rank` of these days is taken; direct quotes of
    named speakers come first.
    """
    clause, parameters = where("quotes", selection)
    found = store.fetch(
        build, _OF_DAYS.format(where=clause), [*parameters, first, last], selection
    )["quote_id"]
    return len(found), tuple(found[:most])


def outlets(build: store.Build) -> list[str]:
    """The outlets of the articles, in alphabetical order."""
    columns = store.fetch(
        build, "SELECT DISTINCT source FROM articles WHERE source IS NOT NULL ORDER BY source"
    )
    return list(columns["source"])
