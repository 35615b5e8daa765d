"""What the page of one name reads from the store: its offices, quotes, events and neighbours in the years on screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from alaqat.model.selection import Selection
from components.data import queries
from components.data.frame_rows import rows
from components.html import network_panel, profile, quote_versions
from components.view.view_state import ViewState
from components.widgets import pickers

Row = dict[str, Any]
Link = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the page of one name shows."""

    entity: Row
    offices: list[profile.Office]
    quotes: list[quote_versions.Saying]
    acts: list[Row]
    others: list[Row]
    company: list[Row]
    told: dict[str, list[Row]]
    marks: network_panel.Spans

    @property
    def bare(self) -> bool:
        """Whether the choice of years and kinds leaves nothing to tell."""
        return not (self.offices or self.quotes or self.acts or self.others or self.company)


def read(view: ViewState, link: Link) -> Dossier | None:
    """The dossier of `view.entity`; None when the store holds no such name."""
    row = queries.one("entities", "entity_id", view.entity)
    if row is None or view.entity is None:
        return None
    entity = rows(pd.DataFrame([row]))[0]
    naming = view.selection(entities=(view.entity,))
    mentions = queries.read("mentions", naming)
    articles = queries.read("articles", columns=("article_id", "published", "source"))
    own = mentions[mentions["entity_id"] == view.entity]
    acts, others = profile.by_state(
        queries.read("events", naming), queries.read("participants", naming), entity["country"]
    )
    company, told = _company(view, naming, articles, link)
    return Dossier(
        entity=entity,
        offices=profile.offices(
            rows(own.merge(articles[["article_id", "published"]], on="article_id"))
        ),
        quotes=_quotes(view),
        acts=acts,
        others=others,
        company=company,
        told=told,
        marks=network_panel.spans(mentions, [view.entity]),
    )


def _quotes(view: ViewState) -> list[quote_versions.Saying]:
    quotes = queries.read("quotes", view.selection())
    found = quotes[quotes["speaker_id"] == view.entity]
    return pickers.told(queries.chosen("quotes", "group_id", sorted(set(found["group_id"]))))


def _company(
    view: ViewState, naming: Selection, articles: pd.DataFrame, link: Link
) -> tuple[list[Row], dict[str, list[Row]]]:
    """Neighbours as rows, and the newest sentences that join each to the name."""
    node = str(view.entity)
    edges = queries.read("edges", naming)
    counted = profile.neighbours(edges, node).rename(columns={"other": "entity_id"})
    named = counted.merge(
        queries.read("entities").drop(columns=["mentions", "articles"]), on="entity_id"
    )
    company = [
        row | {"href": link("network", nodes=(node, row["entity_id"]))} for row in rows(named)
    ]
    sentences = network_panel.newest(queries.read("sentences", naming), articles)
    joining: dict[tuple[str, int], list[str]] = {}
    for a, b, article, sentence in edges[["a", "b", "article_id", "sentence"]].itertuples(
        index=False, name=None
    ):
        if node in (a, b):
            joining.setdefault((article, sentence), []).append(b if a == node else a)
    told: dict[str, list[Row]] = {}
    for row in sentences:
        for other in joining.get((row["article_id"], row["sentence"]), ()):
            told.setdefault(other, []).append(row)
    return company, told
