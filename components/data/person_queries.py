"""The queries of the page of one name, with the filters of the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.data import queries
from components.view.view_state import ViewState


@dataclass(frozen=True, slots=True)
class PersonFrames:
    """The entity as a row, and the frames of the sentences that name it.

    `quotes` are all quotes of the groups in which the entity speaks. `articles` and `entities` are
    the whole frames of the store.
    """

    entity: dict[str, Any]
    mentions: pd.DataFrame
    events: pd.DataFrame
    participants: pd.DataFrame
    edges: pd.DataFrame
    sentences: pd.DataFrame
    quotes: pd.DataFrame
    articles: pd.DataFrame
    entities: pd.DataFrame


def person_frames(view: ViewState) -> PersonFrames | None:
    """The frames of `view.entity`; None if it is not in the store."""
    entity = queries.row_of("entities", "entity_id", view.entity)
    if entity is None or view.entity is None:
        return None
    naming = view.selection(entities=(view.entity,))
    quotes = queries.read("quotes", view.selection())
    groups = set(quotes[quotes["speaker_id"] == view.entity]["group_id"])
    return PersonFrames(
        entity=entity,
        mentions=queries.read("mentions", naming),
        events=queries.read("events", naming),
        participants=queries.read("participants", naming),
        edges=queries.read("edges", naming),
        sentences=queries.read("sentences", naming),
        quotes=queries.rows_among("quotes", "group_id", sorted(groups)),
        articles=queries.read("articles", columns=("article_id", "published", "source")),
        entities=queries.read("entities"),
    )
