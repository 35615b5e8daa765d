"""The queries of the articles page: the article of a link, its annotations, and their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from alaqat import store
from alaqat.model.selection import Selection
from components.data import queries
from components.data.frame_rows import rows
from components.data.query_cache import QUERY_CACHE
from components.view.view_state import ViewState

Row = dict[str, Any]
CODING: Final = ["event_id", "kind", "polarity"]
NAMES: Final = ["entity_id", "canonical_en", "canonical_ar", "type", "country"]


@dataclass(frozen=True, slots=True)
class Findings:
    """The annotations of one article as rows.

    `reports` have the columns `CODING` of their event, `mentions` the columns `NAMES` of their
    entity.
    """

    timexes: list[Row]
    mentions: list[Row]
    quotes: list[Row]
    reports: list[Row]


def article(view: ViewState, listed: Sequence[Row]) -> Row | None:
    """The article of the link or of its event or quote, else the first of `listed`."""
    for table, key, value in (
        ("articles", "article_id", view.article),
        ("events", "event_id", view.event),
        ("quotes", "quote_id", view.quote),
    ):
        if row := queries.row_of(table, key, value):
            return queries.row_of("articles", "article_id", row["article_id"])
    return listed[0] if listed else None


def findings(article_id: str) -> Findings:
    """All annotations of an article, without regard to filters."""
    whole = Selection(article=article_id)
    coding = queries.read("events", whole)[CODING]
    names = queries.read("entities", whole)[NAMES]
    return Findings(
        timexes=rows(queries.read("timexes", whole)),
        mentions=rows(queries.read("mentions", whole).merge(names, on="entity_id")),
        quotes=rows(queries.read("quotes", whole)),
        reports=rows(queries.read("reports", whole).merge(coding, on="event_id")),
    )


def sentence_at(article_id: str, offset: int | None) -> tuple[int, int] | None:
    """Start and end of the sentence at an offset of an article; None outside of all sentences."""
    if offset is None:
        return None
    sentences = queries.read("sentences", Selection(article=article_id))
    inside = sentences[(sentences["start"] <= offset) & (offset < sentences["end"])]
    return None if inside.empty else (int(inside["start"].iloc[0]), int(inside["end"].iloc[0]))


def finding_counts() -> dict[str, dict[str, int]]:
    """Article id → the numbers of its `event`, `quote`, `time` and `name` annotations."""
    counts: dict[str, dict[str, int]] = QUERY_CACHE.answer(_finding_counts, queries.build())
    return counts


def _finding_counts(_: store.Build) -> dict[str, dict[str, int]]:
    named = queries.read("mentions").drop_duplicates(["article_id", "entity_id"])
    articles = {
        "event": queries.read("reports")["article_id"],
        "quote": queries.read("quotes")["article_id"],
        "time": queries.read("timexes")["article_id"],
        "name": named["article_id"],
    }
    table = pd.DataFrame({kind: ids.value_counts() for kind, ids in articles.items()})
    counts: dict[str, dict[str, int]] = table.fillna(0).astype(int).to_dict("index")  # type: ignore[assignment]  # the keys are text
    return counts
